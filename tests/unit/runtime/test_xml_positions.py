"""Lines and columns for findings."""

from __future__ import annotations

import codecs

import pytest

from tests.unit.runtime.xml_orders import NULLS, complete, order, read_with_findings
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.xml.positions import with_positions


def at(path: str) -> Finding:
    return Finding(severity="error", code="x", message="x", path=path)


def places(document: str | bytes, *paths: str) -> list[tuple[int | None, int | None]]:
    data = document.encode() if isinstance(document, str) else document
    return [(f.line, f.column) for f in with_positions(data, [at(path) for path in paths])]


def test_elements_are_found_by_local_name_and_index() -> None:
    document = "<p:a xmlns:p='u'>\n <b/>\n  <p:c/><p:b><c/>\n<c/></p:b></p:a>"
    assert places(document, "/a", "/a/b", "/a/b[2]", "/a/c", "/a/b[2]/c[2]") == [
        (1, 1),
        (2, 2),
        (3, 9),
        (3, 3),
        (4, 1),
    ]


def test_columns_count_characters() -> None:
    assert places("<a>é😀<b/></a>", "/a/b") == [(1, 6)]


@pytest.mark.parametrize(
    ("path", "place"), [("/a/x", (1, 1)), ("/a/b/x[3]/y", (1, 4)), ("/a/b/@i:nil", (1, 4))]
)
def test_what_is_not_there_gets_the_place_around_it(path: str, place: tuple[int, int]) -> None:
    assert places("<a><b/></a>", path) == [place]


def test_another_root_leaves_no_place() -> None:
    assert places("<a/>", "/b") == [(None, None)]


def test_findings_with_a_place_or_without_a_path_stay() -> None:
    known = Finding(severity="error", code="x", message="x", path="/a", line=7, column=8)
    bare = Finding(severity="error", code="x", message="x")
    assert with_positions(b"<a/>", [known, bare]) == [known, bare]
    assert with_positions(b"<a/>", [known, bare, at("/a")])[:2] == [known, bare]


def test_references_to_control_characters_take_the_room_they_take() -> None:
    assert places("<a>&#x1;&#x1F;<b/></a>", "/a/b") == [(1, 15)]
    assert places("<a x='&#x1;'><b/></a>", "/a/b") == [(1, 14)]


def test_other_encodings() -> None:
    assert places(codecs.BOM_UTF8 + b"<a><b/></a>", "/a/b") == [(1, 4)]
    document = "<?xml version='1.0' encoding='utf-16'?>\n<a>é<b/></a>"
    assert places(codecs.BOM_UTF16_LE + document.encode("utf-16-le"), "/a/b") == [(2, 5)]


def test_a_document_that_cannot_be_parsed_gives_what_it_can() -> None:
    assert places("<a><b/><c></a>", "/a/b") == [(1, 4)]
    assert places("<!DOCTYPE a><a/>", "/a") == [(None, None)]
    assert places(b"\xff", "/a") == [(None, None)]
    assert places("<a/>", "not [a path]//", "/", "[") == [(None, None)] * 3


def test_every_finding_of_a_reading_gets_its_place() -> None:
    document = order(f"\n<Id>x</Id>\n<Name/>{NULLS}\n <x/><x/>")
    _, findings = read_with_findings(document)
    placed = with_positions(document.encode(), findings)
    assert [(f.code, f.line, f.column) for f in placed] == [
        ("wrong-value", 2, 1),
        ("unknown-member", 4, 2),
        ("unknown-member", 4, 6),
    ]


def test_a_list_is_addressed_by_index() -> None:
    document = complete(tags="<Tags>\n<a:string/>\n<a:string><b/></a:string>\n<string/></Tags>")
    _, findings = read_with_findings(document)
    assert [(f.path, f.line) for f in with_positions(document.encode(), findings)] == [
        ("/Order/Tags/string[2]", 3),
        ("/Order/Tags/string[3]", 4),
    ]
