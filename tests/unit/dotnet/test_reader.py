"""The reader as packages offer it: ``decode(…, reader="dotnet")``."""

from __future__ import annotations

import datetime
import sys
from types import ModuleType
from typing import Any

import pytest

from tests.unit.dotnet.peer import schema_of
from tests.unit.runtime.xml.shapes import INT, STR, N, member, object_type
from wiresmith.runtime import DecodeError, DotNetReader, Limits, Package

T = object_type("T", member("A", INT), member("B", STR))
DOCUMENT = f'<T xmlns="{N}"><B>b</B><A>1</A></T>'.encode()


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Package:
    schema = schema_of(T)
    modules: dict[str, dict[str, object]] = {
        "_schema": {"SCHEMA": schema},
        "_xml": {"CODECS": {T.cls: object()}},
        "models": {"T": T.cls},
    }
    for name, value in modules.items():
        module = ModuleType(f"peer.{name}")
        vars(module).update(value)
        monkeypatch.setitem(sys.modules, f"peer.{name}", module)
    monkeypatch.setitem(sys.modules, "peer", ModuleType("peer"))
    return Package("peer")


@pytest.mark.parametrize("reader", ["dotnet", DotNetReader(), DotNetReader(parser="xmlreader")])
def test_it_reads_what_net_reads(package: Package, reader: Any) -> None:
    value = package.decode(DOCUMENT, T.cls, reader=reader)
    assert (value.a, value.b) == (0, "b")
    assert package.read(DOCUMENT.decode(), T.cls, format="xml", reader=reader) == (value, [])


def test_a_refusal_is_a_decode_error_with_one_finding(package: Package) -> None:
    document = DOCUMENT.replace(b"<A>", b"\n<A>")[:-1]
    with pytest.raises(DecodeError) as raised:
        package.decode(document, T.cls, reader="dotnet")
    (finding,) = raised.value.findings
    assert (finding.code, finding.line, finding.path) == ("not-xml", 2, "/T")
    assert package.read(document, T.cls, reader="dotnet") == (None, [finding])
    with pytest.raises(DecodeError, match="element"):
        package.decode(b"{}  ", T.cls, reader="dotnet")


def test_limits_count(package: Package) -> None:
    assert package.read(DOCUMENT, T.cls, reader="dotnet", limits=Limits(depth=1))[1][0].code == "too-deep"


def test_what_cannot_be_asked_for(package: Package) -> None:
    with pytest.raises(ValueError, match="reads XML only"):
        package.decode(b"{}", T.cls, format="json", reader="dotnet")
    with pytest.raises(ValueError, match='expected "careful", "dotnet" or a DotNetReader'):
        package.decode(DOCUMENT, T.cls, reader="net")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        package.decode(DOCUMENT, int, reader="dotnet")


@pytest.mark.parametrize(
    "settings",
    [{"parser": "sax"}, {"max_depth": -1}, {"max_items": "3"}, {"max_depth": True},
    {"now": datetime.datetime(2020, 1, 1)}],
)  # fmt: skip
def test_settings_that_are_none(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected"):
        DotNetReader(**settings)
