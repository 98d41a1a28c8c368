"""Waiting: the value that says how far work is, its states, and the URL of a 202."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import Load
from wiresmith.description import Header, Wait

TYPES = """
types:
  Job:
    fields:
      {state: State, level: Level, number: int32, done: bool, text: str, more: Job | None, when: datetime}
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


@pytest.mark.parametrize(
    ("text", "on", "pending", "succeeded", "failed"),
    [
        (
            "on: $body.state, pending: [queued, running], succeeded: [done], failed: [lost]",
            ("state",),
            ("queued", "running"),
            ("done",),
            ("lost",),
        ),
        ("on: $body.level, pending: [1], succeeded: [2]", ("level",), (1,), (2,), ()),
        ("on: $body.number, pending: [0, 50], succeeded: [100]", ("number",), (0, 50), (100,), ()),
        ("on: $body.done, pending: [false], succeeded: [true]", ("done",), (False,), (True,), ()),
        ("on: $body.text", ("text",), (), (), ()),
        ("on: $body.more.more.text, succeeded: ['yes']", ("more", "more", "text"), (), ("yes",), ()),
    ],
)
def test_states(
    load: Load,
    text: str,
    on: tuple[str, ...],
    pending: tuple[object, ...],
    succeeded: tuple[object, ...],
    failed: tuple[object, ...],
) -> None:
    found = wait(load, text)
    assert found.on == on
    assert (found.pending, found.succeeded, found.failed) == (pending, succeeded, failed)
    assert (found.url, found.min_delay, found.max_delay, found.backoff) == (None, 2.0, 120.0, 2.0)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("url: $body.url", ("url",)),
        ("url: $body.place", ("place",)),
        ("url: $header.Location", Header("Location")),
    ],
)
def test_the_url_of_a_202(load: Load, text: str, url: tuple[str, ...] | Header) -> None:
    found = wait(load, text, "post")
    assert (found.on, found.url) == (None, url)


def test_both_ways_and_delays(load: Load) -> None:
    found = wait(
        load, "on: $body.state, succeeded: [done], url: $body.url, min_delay: 0.5, max_delay: 8, backoff: 1"
    )
    assert (found.succeeded, found.min_delay, found.max_delay, found.backoff) == (("done",), 0.5, 8.0, 1.0)


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_may_be_sent_again(load: Load, method: str) -> None:
    assert wait(load, "on: $body.state", method).on
