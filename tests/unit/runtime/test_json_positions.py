from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.runtime import Finding
from wiresmith.runtime.json.json_positions import locate, with_positions


def brute_force(text: str) -> dict[str, tuple[int, int]]:
    """The place of every value, found by decoding character by character."""
    places: dict[str, int] = {}
    decoder = json.JSONDecoder()

    def space(at: int) -> int:
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        return at

    def walk(at: int, pointer: str) -> int:
        for known in [known for known in places if known == pointer or known.startswith(pointer + "/")]:
            del places[known]
        places[pointer] = at
        if text[at] not in "[{":
            return int(decoder.raw_decode(text, at)[1])
        closing = "]" if text[at] == "[" else "}"
        index, at = 0, space(at + 1)
        while text[at] != closing:
            step = str(index)
            if closing == "}":
                name, at = decoder.raw_decode(text, at)
                step = name.replace("~", "~0").replace("/", "~1")
                at = space(space(at) + 1)
            at = space(walk(at, f"{pointer}/{step}"))
            if text[at] == ",":
                at = space(at + 1)
            index += 1
        return at + 1

    walk(space(0), "")
    return {
        pointer: (text[:at].count("\n") + 1, at - text[:at].rfind("\n")) for pointer, at in places.items()
    }


names = st.text(max_size=3) | st.sampled_from(["a", "b", "/", "~", "~1", "0", 'q"', "\\"])
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.lists(st.tuples(names, inner), max_size=4).map(tuple),
    max_leaves=20,
)


def spelled(value: Any, spaces: st.DataObject, ascii_only: bool) -> str:
    """JSON text with spaces anywhere; a tuple of pairs is an object, which may have a name twice."""

    def space() -> str:
        return str(spaces.draw(st.sampled_from(["", "", " ", "\n", "\r\n\t"])))

    if isinstance(value, list):
        inner = ",".join(space() + spelled(item, spaces, ascii_only) + space() for item in value)
        return f"[{inner or space()}]"
    if isinstance(value, tuple):
        inner = ",".join(
            f"{space()}{json.dumps(name, ensure_ascii=ascii_only)}{space()}:"
            f"{space()}{spelled(item, spaces, ascii_only)}{space()}"
            for name, item in value
        )
        return f"{{{inner or space()}}}"
    return json.dumps(value, ensure_ascii=ascii_only)


@given(values, st.data(), st.booleans())
def test_agrees_with_brute_force(value: Any, data: st.DataObject, ascii_only: bool) -> None:
    text = "\n " * data.draw(st.booleans()) + spelled(value, data, ascii_only)
    places = brute_force(text)
    assert locate(text.encode(), places) == places
    some = data.draw(st.lists(st.sampled_from(sorted(places)), max_size=3))
    assert locate(b"\xef\xbb\xbf" + text.encode(), [*some, "/nowhere/0"]) == {
        pointer: places[pointer] for pointer in some
    }


@given(values.filter(lambda value: not isinstance(value, tuple)), st.data())
def test_stopping_early_makes_no_difference_without_duplicates(value: Any, data: st.DataObject) -> None:
    text = json.dumps(json.loads(spelled(value, data, True)), indent=1)
    places = brute_force(text)
    some = data.draw(st.lists(st.sampled_from(sorted(places)), max_size=3))
    assert locate(text.encode(), some, duplicates=False) == {pointer: places[pointer] for pointer in some}


@given(st.binary() | st.text('[]{}",:\\1a \n').map(str.encode), st.booleans())
def test_anything_ends_without_an_error(data: bytes, duplicates: bool) -> None:
    locate(data, ["", "/0", "/a/0/1", "/1/1"], duplicates=duplicates)


def test_of_two_members_the_second_counts() -> None:
    document = b'{"a": {"b": 1},\n "a": {"b": 2}}'
    assert locate(document, ["/a", "/a/b"]) == {"/a": (2, 7), "/a/b": (2, 13)}
    assert locate(b'{"a": {"b": 1}, "a": {}}', ["/a/b"]) == {}


def test_columns_count_code_points() -> None:
    assert locate('["é\U0001f600", 5]'.encode(), ["/1"]) == {"/1": (1, 8)}


@pytest.mark.parametrize(
    "document", ["[" * 100_000, '{"a":' * 100_000, '["' + "\\\\" * 1_000_000, "[" + '{"a":[0]},' * 200_000]
)
@pytest.mark.slow
def test_hostile_documents_take_no_time(document: str) -> None:
    start = time.process_time()
    locate(document.encode(), ["/0/0/0", "/a/a/a/a", "/200001"])
    assert time.process_time() - start < 10


def test_only_as_far_as_needed() -> None:
    document = b"[5, " + b"[0, 0], " * 2_000_000 + b"0]"
    start = time.process_time()
    assert locate(document, ["/0"], duplicates=False) == {"/0": (1, 2)}
    assert time.process_time() - start < 0.5


def test_findings_get_positions_unless_they_have_one() -> None:
    known = Finding(severity="error", code="not-json", message="m", line=1, column=1)
    lost = Finding(severity="error", code="c", message="m", path="/z")
    found = Finding(severity="error", code="c", message="m", path="/a/1")
    assert with_positions(b'{"a": [1,\n  2]}', [known, lost, found]) == [
        known,
        lost,
        Finding(severity="error", code="c", message="m", path="/a/1", line=2, column=3),
    ]
    twice = Finding(severity="error", code="duplicate-member", message="m", path="/a")
    assert with_positions(b'{"a": 1, "a": 2}', [twice])[0].column == 15
