"""Arguments and values that are not what they should be: a clear refusal, whatever they are."""

from __future__ import annotations

from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import DecodeError, DotNetReader, EncodeError, QName, Typed

SPEC = """\
wiresmith: 1
api: odd
formats: [xml]
xml: {dialect: datacontract, clr_namespace: Odd}
undocumented: [base_url, auth]
types:
  Point: {fields: {X: int, Y: int}, xml: {value_type: true}}
  Shade: {enum: {Red: 0, Green: 1}}
  T: {fields: {Name: qname, Any: any, Map: "dict[Point, int]", Shades: "list[Shade]", Next: T}}
"""
ROOT = '<T xmlns="http://schemas.datacontract.org/2004/07/Odd">'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("specs") / "odd"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC, "utf-8")
    return load(load_api(folder))


@pytest.mark.parametrize("encoding", ["a\0b", "idna", "utf_8_sig", "hz", "x" * 5000, "\u00e9"])
def test_an_encoding_that_is_none(odd: Any, encoding: str) -> None:
    document = f'<?xml version="1.0" encoding="{encoding}"?><T/>'.encode()
    with pytest.raises(DecodeError):
        odd.decode(document, odd.T, reader=DotNetReader(parser="xmlreader"))


def test_equal_structs_are_one_key(odd: Any) -> None:
    entry = (
        "<a:KeyValueOfPointint{0}><a:Key><X>1</X><Y>2</Y></a:Key><a:Value>1</a:Value>"
        "</a:KeyValueOfPointint{0}>"
    )
    value = odd.T(map=[(odd.Point(x=1, y=2), 1)])
    digest = odd.encode(value).partition(b"KeyValueOfPointint")[2].partition(b">")[0].decode()
    document = (
        f'{ROOT}<Map xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">'
        + entry.format(digest) * 2
        + "</Map></T>"
    )
    assert len(odd.decode(document.replace("<X>1", "<X>7", 1), odd.T, reader="dotnet").map) == 2
    with pytest.raises(DecodeError, match="second entry"):
        odd.decode(document, odd.T, reader="dotnet")


def test_a_wrong_enum_value_is_where_it_stands(odd: Any) -> None:
    document = f"{ROOT}<Next/><Shades><Shade>Red</Shade><Shade>Reed</Shade></Shades></T>"
    with pytest.raises(DecodeError) as caught:
        odd.decode(document, odd.T, reader="dotnet")
    assert caught.value.findings[0].path == "/T/Shades/Shade"


@pytest.mark.parametrize(
    "name",
    [
        QName("a", "http://www.w3.org/2000/xmlns/"),
        QName(5, "urn:x"),  # type: ignore[arg-type]
        QName("a", None),  # type: ignore[arg-type]
    ],
)
def test_a_name_that_cannot_be_written(odd: Any, name: QName) -> None:
    with pytest.raises(EncodeError) as caught:
        odd.encode(odd.T(name=name))
    assert caught.value.findings[0].path == "/*/Name"


@pytest.mark.parametrize("type_", [5, "", None, "nope", "list[" * 5000])
def test_a_type_that_is_none(odd: Any, type_: Any) -> None:
    with pytest.raises(EncodeError) as caught:
        odd.encode(odd.T(any=Typed(type_, 1)))
    assert caught.value.findings[0].path == "/*/Any"
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("data", [5, None, ["<T/>"], object()])
def test_a_document_is_bytes_or_text(odd: Any, data: Any) -> None:
    with pytest.raises(TypeError, match="expected bytes or a str"):
        odd.decode(data, odd.T)


def test_a_zone_is_a_tzinfo() -> None:
    with pytest.raises(ValueError, match="expected a tzinfo"):
        DotNetReader(zone="Europe/Berlin")  # type: ignore[arg-type]


def test_a_deep_value_has_a_repr(odd: Any) -> None:
    value = None
    for _ in range(3000):
        value = odd.T(next=value)
    assert len(repr(value)) < 1_000_000


def test_a_shared_value_has_a_short_repr(odd: Any) -> None:
    value = odd.T()
    for _ in range(60):
        value = odd.T(next=value, any=value)
    assert len(repr(value)) < 20_000
