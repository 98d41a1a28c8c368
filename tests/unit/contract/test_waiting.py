"""Waiting: the value that says how far work is, its states, and the URL of a 202."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import Lines, Load
from wiresmith.contract.model import BodyPath, HeaderPath, NamedType, ScalarType, TypeUse, Wait

TYPES = """
types:
  Job: {fields: {state: State, level: Level, number: int32, done: bool, text: str, more: Job | None, when: datetime}}
  Started: {fields: {url: uri, place: str, number: int}}
  State: {enum: [queued, running, done, lost]}
  Level: {enum: [1, 2], closed: true}
"""
OPERATION = """\
operations:
  op:
    %s: /a
    returns: {200: Job, 202: Started}
    wait: {%s}
"""


def wait(load: Load, text: str, method: str = "get") -> Wait:
    (operation,) = load(OPERATION % (method, text) + TYPES).operations
    assert operation.wait
    return operation.wait


def wrong(lines: Lines, text: str, method: str = "get") -> list[str]:
    found = lines(OPERATION % (method, text) + TYPES)
    assert all(line.startswith("e.yaml:5:") for line in found), found
    return [line.removeprefix("e.yaml:5:") for line in found]


def column(text: str, what: str) -> int:
    return f"    wait: {{{text}}}".index(what) + 1


@pytest.mark.parametrize(
    ("text", "use", "pending", "succeeded", "failed"),
    [
        (
            "on: $body.state, pending: [queued, running], succeeded: [done], failed: [lost]",
            NamedType("State"),
            ("queued", "running"),
            ("done",),
            ("lost",),
        ),
        ("on: $body.level, pending: [1], succeeded: [2]", NamedType("Level"), (1,), (2,), ()),
        ("on: $body.number, pending: [0, 50], succeeded: [100]", ScalarType("int32"), (0, 50), (100,), ()),
        ("on: $body.done, pending: [false], succeeded: [true]", ScalarType("bool"), (False,), (True,), ()),
        ("on: $body.text", ScalarType("str"), (), (), ()),
        ("on: $body.more.more.text, succeeded: ['yes']", ScalarType("str"), (), ("yes",), ()),
    ],
)
def test_states(
    load: Load,
    text: str,
    use: NamedType | ScalarType,
    pending: tuple[object, ...],
    succeeded: tuple[object, ...],
    failed: tuple[object, ...],
) -> None:
    found = wait(load, text)
    assert found.on
    assert found.on.use == TypeUse(use)
    assert (found.pending, found.succeeded, found.failed) == (pending, succeeded, failed)
    assert (found.url, found.min_delay, found.max_delay, found.backoff) == (None, 2.0, 120.0, 2.0)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("url: $body.url", BodyPath(members=("url",), use=TypeUse(ScalarType("uri")))),
        ("url: $body.place", BodyPath(members=("place",), use=TypeUse(ScalarType("str")))),
        ("url: $header.Location", HeaderPath("Location")),
    ],
)
def test_the_url_of_a_202(load: Load, text: str, url: BodyPath | HeaderPath) -> None:
    found = wait(load, text, "post")
    assert (found.on, found.url) == (None, url)


def test_both_ways_and_delays(load: Load) -> None:
    found = wait(
        load, "on: $body.state, succeeded: [done], url: $body.url, min_delay: 0.5, max_delay: 8, backoff: 1"
    )
    assert (found.succeeded, found.min_delay, found.max_delay, found.backoff) == (("done",), 0.5, 8.0, 1.0)


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("pending: [a]", "{", "wait: has neither on nor url; on: $body.<member>, or url: $body.<member> is expected"),
        ("on: $body.stat", "$", "on is '$body.stat', and 'Job' has no member 'stat'; wire names are expected, joined by dots; did you mean '$body.state'?"),
        ("on: $body.more", "$", "on is '$body.more', an object (Job); a single value is expected"),
        ("on: $body.state, pending: [queued], succeeded: [queued]", "queued]}", "'queued' is pending already; each value means one thing"),
        ("on: $body.state, pending: [queued, queued]", "queued]}", "'queued' is pending already; each value means one thing"),
        ("on: $body.text, pending: [5]", "5]", "a value of pending: 5 is not text; text, quoted, is expected"),
        ("on: $body.number, pending: [a]", "a]", "a value of pending: "),
        ("on: $body.number, pending: [2147483648]", "2147483648", "a value of pending: "),
        ("on: $body.level, succeeded: [3]", "3]", "a value of succeeded: "),
        ("on: $body.done, succeeded: ['true']", "'true'", "a value of succeeded: "),
        ("on: $body.text, failed: [null]", "null", "a value of failed: "),
        ("on: $body.number, failed: [1.5]", "1.5", "a value of failed: "),
        ("url: $body.url, pending: [a]", "a]", "a value to wait for, and no on:; on: $body.<member> is expected"),
        ("url: $body.number", "$", "url is '$body.number', of type int; a text that is a URL is expected"),
        ("url: $body.state", "$", "url is '$body.state', and 'Started' has no member 'state'; wire names are expected, joined by dots"),
        ("url: $query.x", "$", "url is '$query.x'; $body.<member>.<member>… or $header.<name of a header> is expected"),
        ("on: $body.state, min_delay: 0", "0}", "min_delay is too small; more than 0 seconds is expected"),
        ("on: $body.state, max_delay: 1", "1}", "max_delay is too small; at least min_delay, 2 is expected"),
        ("on: $body.state, backoff: 0.5", "0.5", "backoff is too small; at least 1 is expected"),
        ("on: $body.state, min_delay: 200", "{", "max_delay is too small; at least min_delay, 200 is expected"),
        ("on: $body.state, min_delay: soon", "soon", "min_delay is 'soon'; a number is expected"),
    ],
)  # fmt: skip
def test_mistakes(lines: Lines, text: str, at: str, message: str) -> None:
    found = wrong(lines, text)
    assert found
    assert any(line.startswith(f"{column(text, at)}: {message}") for line in found), found


def test_waiting_would_repeat_a_post(lines: Lines) -> None:
    assert wrong(lines, "on: $body.state", "post") == [
        "11: waiting would send the POST again and again; a GET is expected, or url: with what a 202 says"
    ]


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_may_be_sent_again(load: Load, method: str) -> None:
    assert wait(load, "on: $body.state", method).on


def test_a_url_without_a_202(lines: Lines) -> None:
    text = "operations: {op: {post: /a, returns: {200: str}, wait: {url: $header.Location}}}"
    assert lines(text) == [
        "e.yaml:1:62: url: says where a 202 sends one to, and there is no such response; add 202 to returns:"
    ]


def test_waiting_beside_paging(lines: Lines) -> None:
    text = (
        "operations: {op: {get: /a, returns: {200: 'list[str]'}, paging: {style: link, items: $body}, "
        "wait: {on: $body}}}"
    )
    assert lines(text)[0] == (
        f"e.yaml:1:{text.index('{on') + 1}: wait: stands beside paging:; an operation has pages, or is waited for"
    )
