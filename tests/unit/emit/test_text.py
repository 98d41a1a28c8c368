"""The safe kinds of text: whatever they are made of, they stay what they are."""

from __future__ import annotations

import ast
import io
import tokenize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.emit.safe_text import Comment, Docstring, Identifier, PublicName, PyLiteral, SafeText, literal

NASTY = [
    '"',
    '"""',
    "'''",
    "\\",
    'x\\"""',
    '"quoted"',
    '""""""',
    "\\N{BULLET}",
    "{{ x }}",
    "{% raw %}",
    "\u202eright to left",
    "\x00\x1b",
    "\ud800",
    "\u2028line\u2029",
    '"""\nimport os\n"""',
    "ends with a backslash\\",
    "a\rb",
    "# type: ignore",
    "coding: utf-7",
]
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(NASTY)).map(" ".join),
)


@given(texts)
def test_literal_is_the_value(text: str) -> None:
    source = literal(text).source
    assert ast.literal_eval(source) == text
    assert source.isprintable()


@pytest.mark.parametrize(
    "value", [0, -5, 10**30, 1.5, -0.0, True, None, b"\x00\xff", (), (1,), ("a", (2, None))]
)
def test_literal_of_other_values(value: object) -> None:
    assert repr(ast.literal_eval(literal(value).source)) == repr(value)


def test_literal_refuses_what_has_none() -> None:
    class Sly(str):
        def __repr__(self) -> str:
            return "__import__('os')"

    for value in (Sly("x"), [1], {1: 2}, object(), (Sly("x"),)):
        with pytest.raises(TypeError, match="has no literal"):
            literal(value)
    for number in (float("nan"), float("inf"), -float("inf")):
        with pytest.raises(ValueError, match="has no literal"):
            literal(number)


@given(texts.filter(lambda text: text.strip() != ""))
def test_docstring_is_one_string_with_the_same_words(text: str) -> None:
    for indent in (0, 4):
        source = f'"""{Docstring(text, indent=indent).source}"""\npass\n'
        body = ast.parse(source).body
        assert [type(node) for node in body] == [ast.Expr, ast.Pass]
        prose = body[0].value.value  # type: ignore[attr-defined]
        assert prose.replace(">> >", ">>>").split() == text.replace(">> >", ">>>").split()
        assert all(line.isprintable() for line in source.split("\n"))


def test_docstring_fills_paragraphs_and_keeps_lists() -> None:
    text = "one two\nthree\n\n" + "word " * 40 + "\n\n- first\n- second\n  of the list\n* third"
    lines = Docstring(text, indent=4).source.split("\n")
    assert lines[0] == "one two three"
    assert lines[1] == ""
    assert lines[2].startswith("word word")
    assert max(map(len, lines)) <= 96
    assert lines[-3:] == ["- first", "- second of the list", "* third"]


def test_docstring_of_one_line_has_no_line_break() -> None:
    assert Docstring("One line.").source == "One line."


def test_docstring_has_nothing_for_doctest() -> None:
    assert ">>>" not in Docstring("Try:\n\n>>> import os").source


@pytest.mark.parametrize("kind", [Docstring, Comment])
def test_prose_needs_text(kind: type[Docstring] | type[Comment]) -> None:
    for blank in ("", " \n\t", "\u2028"):
        with pytest.raises(ValueError, match="needs text"):
            kind(blank)


@given(texts.filter(lambda text: text.strip() != ""))
def test_comment_is_one_comment(text: str) -> None:
    source = f"# {Comment(text).source}\nx = 1\n"
    tokens = list(tokenize.tokenize(io.BytesIO(source.encode()).readline))
    assert [token.string for token in tokens if token.type == tokenize.COMMENT] == [source.split("\n")[0]]
    assert source.split("\n")[0].isprintable()
    assert len(ast.parse(source).body) == 1


@pytest.mark.parametrize(
    "text", ["type: ignore", "noqa", "fmt: off", "pyright: basic", "x # noqa", "-*- coding: utf-7 -*-"]
)
def test_comment_instructs_no_tool(text: str) -> None:
    comment = Comment(text).source
    assert "#" not in comment
    assert "coding:" not in comment
    assert not comment.startswith(("type:", "noqa", "fmt:", "pyright:"))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "class",
        "None",
        "a b",
        "a.b",
        "1a",
        "__init__",
        "__a",
        "a\n",
        "ﬁle",
        "../x",
        "a;b",
        "a\u202eb",
        '"',
    ],
)
def test_identifier_refuses(name: str) -> None:
    with pytest.raises(ValueError, match=r"Python name|another name"):
        Identifier(name)


def test_names() -> None:
    assert Identifier("_private").source == "_private"
    assert PublicName("Größe").source == "Größe"
    with pytest.raises(ValueError, match="public name"):
        PublicName("_Batch")


def test_safe_text_is_made_by_its_checks_only() -> None:
    for kind in (SafeText, PyLiteral):
        with pytest.raises(TypeError):
            kind("import os")
    assert not isinstance(Identifier("x"), str)
    assert Identifier("x") == Identifier("x")
    assert Identifier("X") != PublicName("X")
    assert len({Identifier("x"), Identifier("x")}) == 1
    assert not PyLiteral.trusted("")
