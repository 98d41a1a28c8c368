"""A dialect is one file: a made-up one goes through the language, the contract, emitted code, both formats
and the exports.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wiresmith
from tests.unit.dialects.house import HOUSE
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Schema
from wiresmith.dialects import DATACONTRACT, PLAIN, Dialect, dialect, dialect_names, dialect_of, register
from wiresmith.export.openapi_document import openapi
from wiresmith.export.schema_document import json_schema
from wiresmith.failure import XsdError
from wiresmith.language.language_schema import language_schema_text
from wiresmith.language.problem import SpecError
from wiresmith.xsd.collect import definitions_of

SPEC = """\
wiresmith: 1
api: shop
xml: {dialect: house, namespace: "urn:shop"}
operations:
  get_visit:
    get: visit
    returns: {200: Visit}
types:
  Visit:
    fields:
      zone: str
      stay: timedelta
      area: {type: str, xml: {order: 1}}
      breaks?: list[timedelta]
"""
DOCUMENT = b'{"zone":"a","stay":"1.02:03:04","area":"b","breaks":["00:15:00"]}'

ReadSpec = Callable[..., Any]


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Dialect:
    """The made-up dialect, registered for one test."""
    monkeypatch.setattr(dialect, "_registered", {each: dialect_of(each) for each in dialect_names()})
    return register(HOUSE)


@pytest.fixture
def read(tmp_path: Path) -> ReadSpec:
    """Gives the contract of a spec."""

    def contract_of(spec: str = SPEC) -> Any:
        folder = tmp_path / "shop"
        folder.mkdir(exist_ok=True)
        (folder / "api.yaml").write_text(spec, "utf-8")
        return load_api(folder)

    return contract_of


def mistakes(read: ReadSpec, spec: str) -> list[str]:
    """What is wrong with a spec."""
    with pytest.raises(SpecError) as caught:
        read(spec)
    return [str(problem) for problem in caught.value.problems]


def test_the_language_knows_it_as_soon_as_it_is_registered(
    read: ReadSpec, request: pytest.FixtureRequest
) -> None:
    assert mistakes(read, SPEC)[-1].endswith("dialect is 'house'; datacontract or plain is expected")
    assert '"house"' not in language_schema_text()
    request.getfixturevalue("house")
    assert '"house"' in language_schema_text()
    misspelled = mistakes(read, SPEC.replace("house", "hous"))[-1]
    assert "dialect is 'hous'; datacontract, plain or house is expected" in misspelled
    assert "did you mean 'house'?" in misspelled


def test_what_is_of_another_dialect_is_a_mistake_in_it(read: ReadSpec, house: Dialect) -> None:
    (mistake,) = mistakes(read, SPEC.replace("{order: 1}", "{initial: x}"))
    assert mistake.endswith(
        "initial is part of .NET's data contracts; dialect: datacontract is expected in api.yaml"
    )


@pytest.mark.parametrize("exactly", [False, True], ids=["as documented", "otherwise"])
def test_json_has_the_texts_of_its_dialect(read: ReadSpec, house: Dialect, exactly: bool) -> None:
    package: Any = load(read())
    document = DOCUMENT.replace(b":", b" : ", 1) if exactly else DOCUMENT
    visit, findings = package.read(document, package.Visit)
    assert not findings
    assert visit == package.Visit(
        zone="a", stay=dt.timedelta(1, 7384), area="b", breaks=[dt.timedelta(minutes=15)]
    )
    assert package.encode(visit) == DOCUMENT
    _, (finding,) = package.read(DOCUMENT.replace(b"1.02:03:04", b"P1D"), package.Visit)
    assert finding.expected == "a time span [-][d.]hh:mm:ss[.fffffff]"


def test_xml_has_the_order_of_its_dialect(read: ReadSpec, house: Dialect) -> None:
    package: Any = load(read())
    visit = package.Visit(zone="a", stay=dt.timedelta(1, 7384), area="b")
    written = package.encode(visit, format="xml").decode()
    assert re.findall(r"<(\w+)>", written) == ["stay", "zone", "area"]
    assert 'xmlns="urn:shop"' in written
    assert "<stay>P1DT2H3M4S</stay>" in written
    for document in (written, written.replace("<zone>", "<!-- --><zone>")):
        again, findings = package.read(document.encode(), package.Visit, format="xml")
        assert (again, findings) == (visit, [])


def test_its_exports_say_the_same(read: ReadSpec, house: Dialect) -> None:
    contract = read()
    described: Any = openapi(contract)
    assert '"dialect": "house"' in json.dumps(described)
    schemas: list[Any] = [json_schema(contract)["$defs"], described["components"]["schemas"]]
    for schema in schemas:
        pattern = schema["Visit"]["properties"]["stay"]["pattern"]
        assert re.search(pattern, "1.02:03:04")
        assert not re.search(pattern, "P1DT2H3M4S")
    with pytest.raises(XsdError, match="dialect: datacontract"):
        definitions_of(contract)


def test_a_package_whose_dialect_nobody_registered_says_so() -> None:
    with pytest.raises(LookupError, match=r"^there is no dialect house, only datacontract, plain$"):
        _ = Schema("shop", {}, dialect="house").rules


def test_no_two_dialects_have_one_name() -> None:
    assert register(PLAIN) is PLAIN
    with pytest.raises(ValueError, match=r"^there is a dialect plain already$"):
        register(Dialect(**{name: getattr(PLAIN, name) for name in Dialect.__slots__}))
    assert dialect_names() == (DATACONTRACT.name, PLAIN.name)


def test_no_other_room_asks_which_dialect_it_is() -> None:
    root = Path(wiresmith.__file__).parent
    naming = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        if re.search(r"""["'](datacontract|plain)["']""", path.read_text("utf-8"))
    }
    assert naming == {"dialects"}
