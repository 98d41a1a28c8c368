"""YAML with positions: what is refused, and where it is said to be."""

from __future__ import annotations

import time

import pytest

from wiresmith.language.placed import Spot
from wiresmith.language.problem import Problems
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from wiresmith.language.yaml_source import LARGEST_FILE


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    problems = Problems()
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_yaml(data, "f", problems), [str(problem) for problem in problems.found]


def test_nodes_say_where_they_stand() -> None:
    node, problems = read("a: text\nb:\n  - 'it''s'\n  - \"q\"\n")
    assert problems == []
    assert isinstance(node, Mapping)
    (_, text), (_, items) = node.entries
    assert text == Scalar("text", True, Spot("f", 1, 4), Spot("f", 1, 4))
    assert isinstance(items, Sequence)
    assert items.items == (
        Scalar("it's", False, Spot("f", 3, 5), None),
        Scalar("q", False, Spot("f", 4, 5), Spot("f", 4, 6)),
    )


def test_a_byte_order_mark_is_no_character() -> None:
    node, problems = read(b"\xef\xbb\xbfa: b")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.entries[0][0].at == Spot("f", 1, 1)


def test_columns_count_characters() -> None:
    node, _ = read("{ä𝒳: b}")
    assert isinstance(node, Mapping)
    assert node.entries[0][1].at == Spot("f", 1, 6)


def test_a_question_mark_may_end_a_key_inside_braces() -> None:
    node, problems = read("{ids?: a?, b: [c?], d: 'e?'}")
    assert problems == []
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.entries] == ["ids?", "b", "d"]
    assert isinstance(value := node.entries[0][1], Scalar)
    assert value.text == "a?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["f:1:1: the file is empty"]),
        ("# nothing\n---\n", ["f:1:1: the file is empty"]),
        (
            "a: \x07\n",
            [
                "f:1:4: the character U+0007 is not allowed in a YAML file; "
                'write it as an escape in a "quoted" text, or remove it'
            ],
        ),
        (b"a: b\nc: d\xff\xfe e\nf: \xc3(",
        ["f:2:5: 0xFF is not UTF-8; save the file as UTF-8",
        "f:3:4: 0xC3 is not UTF-8; save the file as UTF-8"]),
        ("a:\n\tb: c\n\td: e\n  \tf: g",
        [f"f:{at}: a tab in the indentation; indent with spaces" for at in ("2:1", "3:1", "4:3")]),
        ("a: |\n  b\n  \tc\nd:\n\te: f", ["f:5:1: a tab in the indentation; indent with spaces"]),
        ("a:\tb", ["f:1:3: a tab where YAML allows none; use spaces"]),
        ("a:\n c:\n\n \t - d: e\n", ["f:4:2: a tab in the indentation; indent with spaces"]),
    ],
)  # fmt: skip
def test_what_yaml_or_the_language_refuses(text: str | bytes, expected: list[str]) -> None:
    """Texts that do not show on paper; ``tests/data/mistakes/yaml`` has the others."""
    assert read(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{type: dict[str, str], b: x}", ["dict[str, str]", "x"]),
        ("{a: list[int] | None, b: dict[str, list[A]]}", ["list[int] | None", "dict[str, list[A]]"]),
        ("{a: dict[str, list[A] | None] | None}", ["dict[str, list[A] | None] | None"]),
        ("{a: /x/{b}/y/{c}, d: e}", ["/x/{b}/y/{c}", "e"]),
    ],
)
def test_an_unquoted_annotation_in_braces_is_read(text: str, values: list[str]) -> None:
    """``tests/data/mistakes/yaml`` has what is reported about it."""
    node, problems = read(text)
    assert problems
    assert isinstance(node, Mapping)
    assert [value.text for _, value in node.entries if isinstance(value, Scalar)] == values


@pytest.mark.parametrize(
    "text", ["{a: b[c}", "{a: 'x'[1]}", "{a: b[c: d]}", "{a: b {c}}", "[a [b]]", "{a: b[\nc]}"]
)
def test_other_brackets_out_of_place_say_to_quote(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert len(problems) == 1
    assert "where a comma or the end is expected; quote the" in problems[0]


def _repeated(text: str) -> str:
    return (text * (LARGEST_FILE // len(text)))[: LARGEST_FILE // 4]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000,
        "\n".join(" " * depth + "a:" for depth in range(600)),
        '"' * 100_001,
        "a: {" + _repeated("b: c[d], "),
        "a: {" + _repeated("b: /x/{c}, "),
        "a:\n" + _repeated("\tx\n"),
        _repeated("\0"),
        _repeated("\x01\n"),
        _repeated("{a: b}: c\n"),
        _repeated("a: &b c\n"),
        "a: {b: " + "x" * 100_000 + "[",
        "a: " + "1" * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.slow
def test_hostile_yaml_ends_in_a_problem_soon(text: str) -> None:
    start = time.process_time()
    node, problems = read(text)
    assert node is not None or problems
    assert time.process_time() - start < 20


def test_depth_is_bounded() -> None:
    assert read("[" * 100_000)[1] == ["f:1:33: nested deeper than 32 levels"]


def test_a_file_has_a_greatest_size() -> None:
    expected = "f:1:1: the file is larger than 262,144 bytes; split it: one file per endpoint"
    assert read(b"#" * (LARGEST_FILE + 1)) == (None, [expected])
    assert read(b"#" * LARGEST_FILE)[1] == ["f:1:1: the file is empty"]


def test_bad_bytes_are_listed_up_to_a_number_and_the_rest_is_read() -> None:
    node, problems = read(b"\xff\n" * 1_000)
    assert node is not None
    assert len(problems) == 100
    assert problems[99].startswith("f:100:1: 0xFF is not UTF-8")


def test_messages_hold_nothing_a_terminal_acts_on() -> None:
    problems = read('"\\e[31mred": 1\n"\\e[31mred": 2')[1]
    assert problems == [r"f:2:1: '\x1b[31mred' stands twice; the first is in line 1"]


def test_the_number_of_problems_of_a_file_is_bounded() -> None:
    problems = read("a: &x b\n" * 2_000)[1]
    assert len(problems) == 1_001
    assert problems[-1].endswith("more than 1,000 problems in this file; the rest is not listed")
