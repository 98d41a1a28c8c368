"""What a made-up kind goes through.

Run by test_made_up_kind.py in a process of its own, since a kind is registered for good.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.unit.kinds.hexcolor import Color
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.export.openapi_document import openapi
from wiresmith.export.schema_document import json_schema
from wiresmith.kinds import kind_of, register
from wiresmith.language.problem import SpecError
from wiresmith.runtime import DecodeError, EncodeError, Limits, Typed, WriterOptions
from wiresmith.runtime.json.json_reader import read_json
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.runtime.xml.writing.exact_document import write_document
from wiresmith.serve.generated import Generator
from wiresmith.xsd.exporting import export_xsd
from wiresmith.xsd.importing import import_xsd

SPEC = """\
wiresmith: 1
api: paints
base_url: https://paints.example
undocumented: [auth]
formats: [json, xml]
xml: {dialect: DIALECT, namespace: "urn:paints"}
operations:
  get_paint:
    get: paint/{shade}
    path: {shade: color}
    query: {near?: color, any_of?: 'list[color]'}
    headers: {X-Tint?: color}
    returns: {200: Paint}
  put_palette:
    put: palette
    body: list[color]
    returns: {200: 'dict[color, color]'}
types:
  Paint:
    fields:
      base: {type: color, default: "#ffffff", example: "#00ff7f"}
      tint: {type: color, xml: {emit_default: false}}
      perhaps: color | None
      shades: list[color]
      counts: dict[color, int32]
      names: dict[str, color]
      grey?: {type: color, pattern: "^#(..)"}
      anything: any
"""
WHITE, GREEN, BLACK = Color(255, 255, 255), Color(0, 255, 127), Color(0, 0, 0)


def contract_of(spec: str, folder: Path) -> Contract:
    place = folder / "paints"
    place.mkdir(exist_ok=True)
    place.joinpath("api.yaml").write_text(spec, encoding="utf-8")
    return load_api(place)


@pytest.fixture(params=["plain", "datacontract"])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def contract(dialect: str, tmp_path: Path) -> Contract:
    spec = SPEC.replace("DIALECT", dialect)
    if dialect == "plain":
        spec = spec.replace(", xml: {emit_default: false}", "")
    return contract_of(spec, tmp_path)


@pytest.fixture
def paints(contract: Contract) -> Any:
    return load(contract)


def paint(paints: Any, dialect: str, **changes: Any) -> Any:
    given = {
        "base": GREEN, "tint": GREEN, "perhaps": None, "shades": [WHITE, BLACK], "counts": {GREEN: 1},
        "names": {"a": WHITE},
        "grey": Color(128, 128, 128), "anything": GREEN if dialect == "datacontract" else "text",
    }  # fmt: skip
    return paints.Paint(**given | changes)


def test_the_language_knows_it(tmp_path: Path) -> None:
    spec = SPEC.replace("DIALECT", "plain").replace(", xml: {emit_default: false}", "")
    with pytest.raises(SpecError, match="did you mean 'color'"):
        contract_of(spec.replace("perhaps: color", "perhaps: colour"), tmp_path)
    with pytest.raises(SpecError, match="'green' is not a colour such as #00ff7f"):
        contract_of(spec.replace('"#ffffff"', '"green"'), tmp_path)
    with pytest.raises(SpecError, match="min_length does not fit color"):
        contract_of(spec.replace('pattern: "^#(..)"', "min_length: 1"), tmp_path)
    with pytest.raises(SpecError, match="'color' is a built-in type"):
        contract_of(f"{spec}  color: {{fields: {{}}}}\n", tmp_path)


def test_json_fast_and_exact(paints: Any, dialect: str) -> None:
    value, inner = paint(paints, dialect), paints._package
    data = paints.encode(value, format="json")
    written = json.loads(data)
    assert written["base"] == "#00ff7f"
    assert written["shades"] == ["#ffffff", "#000000"]
    assert (written["counts"], written["names"]) == ({"#00ff7f": 1}, {"a": "#ffffff"})
    expected = value if dialect == "plain" else paint(paints, dialect, anything="#00ff7f")
    assert inner._codec(inner.key_of(paints.Paint), "json").decode(data) == expected
    exact, findings = read_json(data, inner.schema, inner.type_of(inner.key_of(paints.Paint)), Limits())
    assert (exact, findings) == (expected, [])


def test_xml_fast_and_exact_and_as_dotnet_reads_it(paints: Any, dialect: str) -> None:
    value, inner = paint(paints, dialect), paints._package
    type_ = inner.type_of(inner.key_of(paints.Paint))
    data = paints.encode(value, format="xml")
    assert b"#00ff7f</base>" in data
    plain = paint(paints, dialect, anything=None) if dialect == "datacontract" else value
    codec = inner._codec(inner.key_of(paints.Paint), "xml")
    assert codec.decode(codec.encode(plain).encode()) == plain
    assert write_document(plain, inner.schema, type_, WriterOptions()) == codec.encode(plain)
    exact, findings = read_xml(data, inner.schema, type_, Limits())
    assert (exact, findings) == (value, [])
    if dialect == "datacontract":
        assert paints.decode(data, paints.Paint, reader="dotnet") == value
        with pytest.raises(DecodeError, match="a colour such as #00ff7f"):
            paints.decode(data.replace(b"#00ff7f", b"green", 1), paints.Paint, reader="dotnet")


def test_what_is_left_out_is_black(paints: Any, dialect: str) -> None:
    if dialect == "datacontract":
        value = paint(paints, dialect, tint=BLACK, anything=None)
        data = paints.encode(value, format="xml")
        assert b"<tint" not in data
        assert paints.decode(data, paints.Paint) == value
        assert paints.decode(data, paints.Paint, reader="dotnet") == value


@pytest.mark.parametrize("format", ["json", "xml"])
def test_findings(paints: Any, dialect: str, format: str) -> None:
    data = paints.encode(paint(paints, dialect), format=format)
    _, (finding,) = paints.read(data.replace(b"#00ff7f", b"green", 1), paints.Paint)
    assert (finding.severity, finding.code, finding.expected) == (
        "error",
        "wrong-value",
        "a colour such as #00ff7f",
    )
    with pytest.raises(EncodeError, match="a str; expected a Color"):
        paints.encode(paint(paints, dialect, base="#00ff7f"), format=format)
    with pytest.raises(EncodeError, match="a str; expected a Color"):
        paints.encode(paint(paints, dialect, counts={"#00ff7f": 1}), format=format)


def test_documents_of_it_and_boxes(paints: Any, dialect: str) -> None:
    for format in ("json", "xml"):
        for value, as_ in (([GREEN, WHITE], list[Color]), ({GREEN: WHITE}, dict[Color, Color])):
            data = paints.encode(value, as_, format=format)
            assert paints.decode(data, as_) == value
    if dialect == "datacontract":
        value = paint(paints, dialect, anything=Typed("color", GREEN))
        assert paints.decode(paints.encode(value, format="xml"), paints.Paint).anything == GREEN


def test_openapi_and_json_schema(contract: Contract) -> None:
    schema = {"type": "string", "pattern": "^#[0-9a-f]{6}$", "x-wiresmith-type": "color"}
    document: Any = openapi(contract)
    parameters = {
        each["name"]: each["schema"] for each in document["paths"]["/paint/{shade}"]["get"]["parameters"]
    }
    assert parameters["shade"] == parameters["near"] == parameters["X-Tint"] == schema
    definitions: Any = json_schema(contract)["$defs"]
    paint = definitions["Paint"]["properties"]
    assert paint["base"] == schema | {"default": "#ffffff", "examples": ["#00ff7f"]}
    assert paint["perhaps"] == schema | {"type": ["string", "null"], "x-wiresmith-absent-as-null": True}
    assert paint["shades"]["items"] == schema
    keys = {name: text for name, text in schema.items() if name != "type"}
    assert paint["counts"]["propertyNames"] == keys


def test_xsd_there_and_back(contract: Contract, dialect: str, tmp_path: Path) -> None:
    if dialect == "plain":
        return
    from lxml import etree

    for name, text in export_xsd(contract).items():
        tmp_path.joinpath(name).write_bytes(text)
    colors = next(text for text in export_xsd(contract).values() if b'targetNamespace="urn:colors"' in text)
    assert b'<xs:pattern value="#[0-9a-f]{6}" />' in colors
    etree.XMLSchema(etree.parse(tmp_path / "schema.xsd"))
    imported = import_xsd(sorted(tmp_path.glob("*.xsd")), "paints")
    assert "base: color" in imported.files["api.yaml"].replace('"', "")
    assert "dict[color, int32]" in imported.files["api.yaml"]
    assert not [remark for remark in imported.remarks if "color" in str(remark)]


def test_made_up_values(paints: Any) -> None:
    inner = paints._package
    generator = Generator(inner, 1)
    for key, type_ in inner.documents.items():
        value = generator.value(type_, str(key))
        for format in ("json", "xml"):
            assert inner.read(inner.encode(value, key, format=format), key)[1] == []


def test_parameters_of_a_client(paints: Any, dialect: str) -> None:
    sent: list[httpx2.Request] = []
    body = paints.encode(paint(paints, dialect), format="json")

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, content=body, headers={"content-type": "application/json"})

    with paints.Client(transport=httpx2.MockTransport(answer)) as client:
        client.get_paint(GREEN, near=WHITE, any_of=[WHITE, BLACK], x_tint=GREEN)
        with pytest.raises(ValueError, match='shade: the text "#00ff7f"; expected a Color'):
            client.get_paint("#00ff7f")
    (request,) = sent
    assert request.url.raw_path == b"/paint/%2300ff7f?near=%23ffffff&any_of=%23ffffff&any_of=%23000000"
    assert request.headers["x-tint"] == "#00ff7f"


def test_a_kind_that_comes_too_late_is_refused(paints: Any) -> None:
    text = type(kind_of("str"))
    with pytest.raises(RuntimeError, match="the kind late is registered too late"):
        register(type("Late", (text,), {"name": "late"})())
    with pytest.raises(ValueError, match="there is a kind str already"):
        register(type("Again", (text,), {"name": "str"})())
