"""Annotations: what they mean, and columns of what is wrong in them."""

from __future__ import annotations

import warnings

import pytest

from wiresmith.language.annotation import read_annotation
from wiresmith.language.placed import Annotation, Spot, TypeName
from wiresmith.language.problem import Problems
from wiresmith.language.yaml_nodes import Scalar

ALLOWED = "an annotation is a name, name[argument, …] or either with '| None'"


def read(text: str) -> tuple[Annotation, list[str]]:
    problems = Problems()
    begin = Spot("f", 3, 10)
    return read_annotation(Scalar(text, False, Spot("f", 3, 9), begin), problems), list(
        map(str, problems.found)
    )


def at(column: int) -> Spot:
    return Spot("f", 3, column)


@pytest.mark.parametrize("text", ["uuid | None", "None | uuid"])
def test_a_name_or_null(text: str) -> None:
    annotation, problems = read(text)
    assert problems == []
    assert annotation.nullable
    assert annotation.type == TypeName("uuid", (), at(10 + text.index("uuid")))
    assert annotation.text == text


def test_arguments_nest_and_know_their_columns() -> None:
    annotation, problems = read(" dict[str, list[Page[T]] | None]")
    assert problems == []
    inner = annotation.type.arguments[1]
    assert annotation.at == at(11)
    assert (inner.text, inner.nullable, inner.at) == ("list[Page[T]] | None", True, at(21))
    assert inner.type.arguments[0].type.arguments[0].type == TypeName("T", (), at(31))


def test_text_that_is_no_run_in_the_file_is_placed_at_its_start() -> None:
    problems = Problems()
    read_annotation(Scalar("a | b", False, at(9), None), problems)
    assert [problem.at for problem in problems.found] == [at(9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f:3:9: the annotation is empty"),
        ("a" * 501, "f:3:9: the annotation is longer than 500 characters"),
        ("list[" * 13 + "a" + "]" * 13, "f:3:74: brackets within more than 12 brackets"),
        ("list[str | int]", "f:3:21: a union of types ('str | int') cannot be described"),
        ("a\x00b", rf"f:3:11: '\x00' cannot stand in the annotation 'a\x00b'; {ALLOWED}"),
    ],
)  # fmt: skip
def test_what_is_no_annotation(text: str, expected: str) -> None:
    """``tests/data/mistakes/language/annotations.txt`` has the others."""
    annotation, problems = read(text)
    assert len(problems) == 1
    assert problems[0].startswith(expected)
    assert annotation.type.name == "any"


@pytest.mark.parametrize(
    "text", ["|".join("a" * 250), "not " * 120 + "a", "a." * 249 + "a", "a is b", "lambda", "1if"]
)
def test_python_that_is_no_annotation_is_refused_without_a_word_from_python(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(read(text)[1]) == 1
