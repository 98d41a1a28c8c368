"""Paging: every path is checked where it stands, and a right one is the model that was meant."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, Load
from wiresmith.description import Header, Paging

TYPES = """
types:
  Page:
    fields:
      items: list[Item]
      meta: Meta
      more: bool
      link: uri
      names: dict[str, str]
      free: any
  Meta: {fields: {next: str | None, number?: int32, total: int, state: State, kind: "State | None"}}
  Item: {fields: {id: int}}
  State: {enum: [a, b]}
"""
OPERATION = """\
operations:
  op:
    get: /a
    query: {after?: str, size?: int32, ids?: "list[int]", "page no?": int, before?: str}
    headers: {X-Token?: str}
    returns: {200: Page, 404: Meta}
    paging: %s
"""
NEXT = "next: $body.meta.next, items: $body.items"
CURSOR = f"style: cursor, send: $query.after, {NEXT}"
ITEMS = ("items",)


def paging(load: Load, text: str, api: str = API) -> Paging:
    (operation,) = load(OPERATION % f"{{{text}}}" + TYPES, api).operations
    assert operation.paging
    return operation.paging


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{CURSOR}, size: $query.size, more: $body.more, total: $body.meta.total",
            {
                "send": "after",
                "size": "size",
                "next": ("meta", "next"),
                "more": ("more",),
                "total": ("meta", "total"),
            },
        ),
        (f"style: token, send: $header.x-token, {NEXT}", {"send": "x_token", "next": ("meta", "next")}),
        (
            "style: token, send: $header.X-Token, next: $header.X-Next, items: $body.items",
            {"send": "x_token", "next": Header("X-Next")},
        ),
        (
            "style: cursor, send: $query.after, next: $body.meta.number, items: $body.items",
            {"send": "after", "next": ("meta", "number")},
        ),
        (
            "style: cursor, send: $query.after, next: $body.meta.kind, items: $body.items",
            {"send": "after", "next": ("meta", "kind")},
        ),
        ("style: offset, send: $query.size, items: $body.items, first: 5", {"send": "size", "first": 5}),
        (
            "style: page, send: $query.page no, items: $body.items, pages: $body.meta.number",
            {"send": "page_no", "pages": ("meta", "number")},
        ),
        ("style: url, next: $body.link, items: $body.items", {"next": ("link",)}),
        ("style: url, next: $header.X-Next, items: $body.items", {"next": Header("X-Next")}),
        ("style: link, items: $body.items", {}),
        ("style: link, next: $header.X-Links, items: $body.items", {"next": Header("X-Links")}),
    ],
)
def test_each_style(load: Load, text: str, expected: dict[str, object]) -> None:
    found = paging(load, text)
    assert found.style == text.split(",")[0].removeprefix("style: ")
    assert found.items == ("items",)
    parts = {
        name: getattr(found, name) for name in ("send", "size", "next", "more", "total", "pages", "first")
    }
    assert {name: each for name, each in parts.items() if each is not None} == expected


def test_backward(load: Load) -> None:
    found = paging(
        load, f"{CURSOR}, backward: {{send: $query.before, size: $query.size, next: $body.meta.kind}}"
    )
    assert found.backward
    assert (found.backward.style, found.backward.send, found.backward.size) == ("cursor", "before", "size")
    assert (found.backward.items, found.backward.next) == (
        None,
        ("meta", "kind"),
    )


def test_an_operation_wins_over_the_api(load: Load) -> None:
    api = API + (
        "paging: {style: cursor, send: $query.before, size: $query.size, items: $body.items, more: "
        "$body.more, "
        "backward: {send: $query.before, next: $body.meta.next}}\n"
    )
    found = paging(load, "send: $query.after, next: $body.meta.next, backward: {size: $query.size}", api)
    assert (found.style, found.send, found.size, found.items) == ("cursor", "after", "size", ITEMS)
    assert found.more
    assert found.backward
    assert (found.backward.send, found.backward.size) == ("before", "size")


def test_the_api_alone_makes_nothing_page(load: Load) -> None:
    (operation,) = load(
        "operations: {op: {get: /a, returns: {200: int}}}\n", API + "paging: {items: $body.nothing}\n"
    ).operations
    assert operation.paging is None
