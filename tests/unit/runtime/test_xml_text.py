"""Escaping as .NET's writers do it, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.values.xml_text import escape, escape_attribute, escape_stream, unescape

FORMS = Path(__file__).parents[2] / "data" / "xml_forms"
DOTNET = {
    "string_whitespace": [
        "  lead and trail  ", "line1\nline2", "tab\there", "cr\rcr", "crlf\r\ncrlf", "\n", "\t \t", "\r",
        "a\x85b\u2028c", "\xa0nbsp\xa0",
    ],
    "string_markup": ["<a>&</a>", "]]>", "\"quotes\" 'single'", "&amp;", "a>b", "--", "<![CDATA[x]]>"],
    "string_control": ["\x01", "a\x00b", "\x1f", "\x0b\x0c", "\x08"],
    "string_fffe": ["\ufffe", "\uffff"],
}  # fmt: skip
"""Members A, B, C … of the value whose forms are in the folder of this name."""

ANY_TEXT = st.text(st.characters(codec="utf-8"))  # no lone surrogates


def test_text_without_anything_to_escape_is_the_same_object() -> None:
    text = "Ärger im 2. Stock – \"a\" 'b'"
    assert escape(text) is text
    assert escape_stream(text) is text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<a>&</a>", "&lt;a&gt;&amp;&lt;/a&gt;"),
        ("]]>", "]]&gt;"),
        ("\x01", "&#x1;"),
        ("a\x00b", "a&#x0;b"),
        ("\x0b\x0c\x1f\x08", "&#xB;&#xC;&#x1F;&#x8;"),
        ("\ufffe\uffff", "&#xFFFE;&#xFFFF;"),
        ("\tx\ny", "\tx\ny"),
        ("a\x85b\u2028c\xa0\x7f\x9f", "a\x85b\u2028c\xa0\x7f\x9f"),
        ("\U0001f600\U0001fffe", "\U0001f600\U0001fffe"),
    ],
)
def test_both_styles_escape_alike(text: str, escaped: str) -> None:
    assert escape(text) == escaped
    assert escape_stream(text) == escaped


def members(texts: list[str]) -> str:
    letters = "ABCDEFGHIJ"
    return "".join(f"<{letter}>{text}</{letter}>" for letter, text in zip(letters, texts, strict=False))


@pytest.mark.parametrize("case", DOTNET)
def test_the_bytes_are_those_of_dotnet(case: str) -> None:
    def dotnet(form: str) -> str:
        return (FORMS / case / f"{form}.xml").read_bytes().decode()

    assert members([escape_stream(text) for text in DOTNET[case]]) in dotnet("stream")
    assert members([escape(text, normalize=True) for text in DOTNET[case]]) in dotnet("xmlwriter")
    if (FORMS / case / "xmlwriter_crlf.xml").exists():
        assert members([escape(text, "\r\n", normalize=True) for text in DOTNET[case]]) in dotnet(
            "xmlwriter_crlf"
        )


def test_xmlwriter_refuses_a_carriage_return_unless_it_may_become_a_line_break() -> None:
    with pytest.raises(ValueError, match="carriage return"):
        escape("a\rb")
    assert escape("a\rb\r\nc\nd", normalize=True) == "a\nb\nc\nd"
    assert escape("a\rb\r\nc\nd", "\r\n", normalize=True) == "a\r\nb\r\nc\r\nd"


def test_xmlwriter_writes_line_breaks_as_asked() -> None:
    assert escape("a\nb", "\r\n") == "a\r\nb"


def test_stream_keeps_a_carriage_return() -> None:
    assert escape_stream("a\rb\r\n") == "a&#xD;b&#xD;\n"


def test_lone_surrogates_are_refused_or_replaced_and_pairs_joined() -> None:
    with pytest.raises(ValueError, match="lone surrogate"):
        escape("a\ud800")
    with pytest.raises(ValueError, match="lone surrogate"):
        escape_attribute("a\udfff")
    assert escape_stream("a\ud800b<") == "a\ufffdb&lt;"
    assert escape("\ud83d\ude00") == escape_stream("\ud83d\ude00") == "\U0001f600"


def test_attributes_escape_quotes_and_white_space() -> None:
    assert escape_attribute("a'b\"<&>\t\r\n\x01") == "a'b&quot;&lt;&amp;&gt;&#x9;&#xD;&#xA;&#x1;"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"),
        ("&#65;&#x42;&#x1F600;&#0000067;", "AB\U0001f600C"),
        ("&#x1;&#0;&#xFFFE;", "\x01\x00\ufffe"),
        ("a\r\nb\rc&#xD;", "a\nb\nc\r"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_unescape(raw: str, text: str) -> None:
    assert unescape(raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        "&",
        "a & b",
        "&nbsp;",
        "&LT;",
        "&#xD800;",
        "&#x110000;",
        "&#;",
        "&#x;",
        "&#x1",
        "&#" + "1" * 100_000 + ";",
    ],
)
def test_unescape_refuses_anything_else(raw: str) -> None:
    with pytest.raises(ValueError, match="not a character reference"):
        unescape(raw)


@given(ANY_TEXT)
def test_stream_text_comes_back(text: str) -> None:
    assert unescape(escape_stream(text)) == text


@given(ANY_TEXT.map(lambda text: text.replace("\r", "")), st.sampled_from(["\n", "\r\n"]))
def test_xmlwriter_text_comes_back(text: str, newline: str) -> None:
    assert unescape(escape(text, newline)) == text


@given(ANY_TEXT)
def test_attribute_values_come_back(text: str) -> None:
    escaped = escape_attribute(text)
    assert unescape(escaped) == text
    assert not set(escaped) & set('<>"\t\r\n')
