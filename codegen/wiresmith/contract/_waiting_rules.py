"""Waiting: how one knows that work which takes longer is done, checked."""

from __future__ import annotations

from typing import Final, Literal

from wiresmith.contract._paths import Paths, is_single, is_text
from wiresmith.contract.documented_values import value_fault
from wiresmith.description import EnumType, Ref, Type, Wait, bare
from wiresmith.language import Placed, Plain, WaitDoc, shown

State = Literal["pending", "succeeded", "failed"]
_ACCEPTED: Final = "202"


def resolve_wait(doc: WaitDoc, paths: Paths) -> Wait | None:
    """The checked wait; None where it has neither ``on`` nor ``url`` (reported)."""
    problems = paths.problems
    if doc.on is None and doc.url is None:
        problems.add(
            doc.at, "wait: has neither on nor url", "on: $body.<member>, or url: $body.<member> is expected"
        )
        return None
    on, stated = None, None
    if doc.on is not None:
        found = paths.member("on", doc.on, paths.success, is_single, "a single value")
        on, stated = found if found is not None else (None, None)
    states = _states(doc, stated, paths)
    if doc.on is None:
        for placed in (*doc.pending, *doc.succeeded, *doc.failed):
            problems.add(placed.at, "a value to wait for, and no on:", "on: $body.<member> is expected")
    url = None
    if doc.url is not None:
        if not paths.has_response(_ACCEPTED):
            problems.add(
                doc.url.at,
                "url: says where a 202 sends one to, and there is no such response",
                "",
                "add 202 to returns:",
            )
        url = paths.response("url", doc.url, paths.body(_ACCEPTED), is_text, "a text that is a URL")
    least, greatest = _number(doc.min_delay, 2.0), _number(doc.max_delay, 120.0)
    growth = _number(doc.backoff, 2.0)
    for name, broken, expected in (
        ("min_delay", least <= 0, "more than 0 seconds"),
        ("max_delay", greatest < least, f"at least min_delay, {least:g}"),
        ("backoff", growth < 1, "at least 1"),
    ):
        if broken:
            problems.add(doc.places.get(name, doc.at), f"{name} is too small", f"{expected} is expected")
    return Wait(
        on=on,
        url=url,
        pending=states["pending"],
        succeeded=states["succeeded"],
        failed=states["failed"],
        min_delay=least,
        max_delay=greatest,
        backoff=growth,
    )


def _number(placed: Placed[float] | None, without: float) -> float:
    return without if placed is None else placed.value


def _states(doc: WaitDoc, on: Type | None, paths: Paths) -> dict[State, tuple[str | int | bool, ...]]:
    """The values of each state, each of the type that ``on`` has and in one state only."""
    homes: dict[str | int | bool, State] = {}
    found: dict[State, tuple[str | int | bool, ...]] = {}
    said: dict[State, tuple[Placed[Plain], ...]] = {
        "pending": doc.pending,
        "succeeded": doc.succeeded,
        "failed": doc.failed,
    }
    for state, stated in said.items():
        values: list[str | int | bool] = []
        for placed in stated:
            value = _fitting(placed, on, state, paths)
            if value is None:
                continue
            other = homes.setdefault(value, state)
            if other != state or value in values:
                paths.problems.add(
                    placed.at, f"{shown(str(value))} is {other} already", "each value means one thing"
                )
                continue
            values.append(value)
        found[state] = tuple(values)
    return found


def _fitting(placed: Placed[Plain], use: Type | None, state: State, paths: Paths) -> str | int | bool | None:
    value = placed.value
    enum: EnumType | None = None
    if use is not None and isinstance(inner := bare(use), Ref):
        enum = paths.enums.get(inner.name)
    fault = value_fault(value, use, enum) if use is not None else None
    if fault is None and not isinstance(value, str | int | bool):
        fault = "is no text, integer or bool", "a value that the work can be at is expected"
    if fault is not None:
        paths.problems.add(placed.at, f"a value of {state}: {fault[0]}", fault[1])
        return None
    assert isinstance(value, str | int | bool)
    return value
