"""Layouts: what `detect` finds, and that `apply` gives it to a compact document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.check.layout import Layout, detect, sniff

_VALUE = {"a": 1, "b": [True, "x, y: {z}"], "c": {}, "d": [[]], 'e "\\': None}
_DOCUMENTS = [
    (b'{"a":1,"b":[2]}', Layout()),
    (b'{"a": 1, "b": [2]}', Layout(spaced=True)),
    (b'{\n  "a": 1\n}', Layout(step="  ")),
    (b"[\n    1\n]", Layout(step="    ")),
    (b'{\n"a": 1\n}', Layout(step="")),
    (b'{\r\n\t"a": 1\r\n}\r\n', Layout(step="\t", newline="\r\n", after=b"\r\n")),
    (b"\xef\xbb\xbf[]", Layout(before=b"\xef\xbb\xbf")),
    (b"{}", Layout()),
    (b'"a: b"', Layout()),
    (b'["a: b"]', Layout()),
    (b"", Layout()),
    (b'<a xmlns:i="x" xmlns="u"><b>1</b><c /></a>', Layout()),
    (b'<a xmlns="u" xmlns:i="x"><b>1</b></a>', Layout(style="stream")),
    (b'<a z:Id="i1" xmlns="u" xmlns:i="x" xmlns:z="s"><b>1</b></a>', Layout(style="stream")),
    (b'<a xmlns:i="x" z:Id="i1" xmlns:z="s" xmlns="u"><b>1</b></a>', Layout()),
    (b"<a><b/></a>", Layout(style="stream")),
    (b"<a>\n  <b>1</b>\n</a>\n", Layout(step="  ", after=b"\n")),
    (b"<a>\n<b>1</b>\n</a>", Layout(step="")),
    (b"<a>\r\n <b>1</b>\r\n</a>", Layout(step=" ", newline="\r\n")),
    (b"<a>\n  </a>", Layout()),
    (b"<a>one\r\ntwo</a>", Layout(newline="\r\n")),
    (b'<?xml version="1.0"?>\n<a>\n\t<b>1</b>\n</a>', Layout(step="\t", before=b'<?xml version="1.0"?>\n')),
]


@pytest.mark.parametrize(
    ("document", "expected"), _DOCUMENTS, ids=lambda value: value if isinstance(value, bytes) else ""
)
def test_a_layout_is_detected(document: bytes, expected: Layout) -> None:
    found = detect(document, sniff(document))
    spaced = Layout(
        **{name: getattr(found, name) for name in ("step", "newline", "style", "before", "after")}
    )
    assert (found if found.step is None else spaced) == expected


@pytest.mark.parametrize(
    ("document", "format"),
    [
        (b" \r\n<a/>", "xml"),
        (b"\xef\xbb\xbf<a/>", "xml"),
        (b' {"<": 1}', "json"),
        (b"", "json"),
        (b"nonsense", "json"),
    ],
)
def test_the_first_character_tells_the_format(document: bytes, format: str) -> None:
    assert sniff(document) == format


@pytest.mark.parametrize(
    ("indent", "separators", "newline"),
    [
        (None, (",", ":"), "\n"),
        (None, (", ", ": "), "\n"),
        (2, (",", ": "), "\n"),
        (0, (",", ": "), "\r\n"),
        ("\t", (",", ": "), "\n"),
        ("\t\t", (",", ": "), "\r\n"),
        (20, (",", ": "), "\n"),
    ],
)
def test_json_comes_back_in_its_layout(
    indent: int | str | None, separators: tuple[str, str], newline: str
) -> None:
    document = json.dumps(_VALUE, indent=indent, separators=separators).replace("\n", newline).encode()
    layout = detect(document, "json")
    options = layout.options
    written = json.dumps(
        _VALUE, indent=options.indent, separators=(",", ":" if options.indent is None else ": ")
    )
    written = written.replace("\n", options.newline)
    assert layout.apply(written.encode(), "json") == document


def test_tabs_replace_indentation_of_xml_and_leave_text() -> None:
    written = b"<a>\n <b>\n  <c>\n  </c>\n  <d />\n </b>\n <e>x\n y</e>\n</a>"
    assert Layout(step="\t").apply(written, "xml") == (
        b"<a>\n\t<b>\n\t\t<c>\n  </c>\n\t\t<d />\n\t</b>\n\t<e>x\n y</e>\n</a>"
    )


@given(st.binary(max_size=60), st.sampled_from(["json", "xml"]))
def test_nothing_is_lost_around_a_document(data: bytes, format: str) -> None:
    layout = detect(data, "json" if format == "json" else "xml")
    assert data.startswith(layout.before)
    assert data[len(layout.before) :].endswith(layout.after)
    assert len(layout.before) + len(layout.after) <= len(data)
