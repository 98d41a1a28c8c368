"""XmlWriter's indented form made from its compact one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.runtime.xml_orders import TAGS, complete, read
from wiresmith.runtime.xml.indent import indent
from wiresmith.values.xml_text import escape

FORMS = Path(__file__).parents[2] / "data" / "xml_forms"
CASES = sorted(path.parent.name for path in FORMS.glob("*/xmlwriter_indent.xml"))


def text_of(case: str, form: str) -> str:
    return (FORMS / case / f"{form}.xml").read_bytes().decode()


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


@pytest.mark.parametrize("case", CASES)
def test_the_bytes_are_those_of_dotnet(case: str) -> None:
    assert indent(text_of(case, "xmlwriter"), 2, "\n") == text_of(case, "xmlwriter_indent")


def test_spaces_and_newline_are_as_asked() -> None:
    assert indent("<a><b><c /></b></a>", 1, "\r\n") == "<a>\r\n <b>\r\n  <c />\r\n </b>\r\n</a>"
    assert indent("<a><b><c /></b></a>", 0, "\n") == "<a>\n<b>\n<c />\n</b>\n</a>"


@pytest.mark.parametrize(
    ("compact", "indented"),
    [
        ("<a />", "<a />"),
        ("<a></a>", "<a></a>"),
        ("<a> </a>", "<a> </a>"),
        ("<a><b></b><c> </c></a>", "<a>\n  <b></b>\n  <c> </c>\n</a>"),
        # From the text on, an element has mixed content, and so has everything inside it.
        ("<a><b />x<c><d /></c></a>", "<a>\n  <b />x<c><d /></c></a>"),
        ("<a>x<b>y</b></a>", "<a>x<b>y</b></a>"),
        ("<a><b>x<c /></b><d><e /></d></a>", "<a>\n  <b>x<c /></b>\n  <d>\n    <e />\n  </d>\n</a>"),
    ],
)
def test_text_is_never_touched(compact: str, indented: str) -> None:
    assert indent(compact, 2, "\n") == indented


@given(st.lists(st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\r")), max_size=5))
def test_the_value_stays(tags: list[str | None]) -> None:
    items = "".join(
        '<a:string i:nil="true" />' if tag is None else f"<a:string>{escape(tag)}</a:string>" for tag in tags
    )
    document = complete(tags=f"<Tags>{items}</Tags>" if tags else "<Tags />")
    assert read(document).tags == tags
    assert read(indent(document, 2, "\r\n")).tags == tags


def test_a_list_of_strings_is_a_document_too() -> None:
    compact = '<ArrayOfstring xmlns="http://schemas.microsoft.com/2003/10/Serialization/Arrays"><string>a</string></ArrayOfstring>'
    assert read(indent(compact, 4, "\n"), TAGS) == ["a"]
