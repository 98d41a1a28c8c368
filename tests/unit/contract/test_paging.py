"""Paging: every path is checked where it stands, and a right one is the model that was meant."""

from __future__ import annotations

import pytest

from tests.unit.contract.conftest import API, Lines, Load
from wiresmith.contract.model import BodyPath, HeaderPath, ListType, NamedType, Paging, ScalarType, TypeUse

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
ITEMS = BodyPath(members=("items",), use=TypeUse(ListType(TypeUse(NamedType("Item")))))


def paging(load: Load, text: str, api: str = API) -> Paging:
    (operation,) = load(OPERATION % f"{{{text}}}" + TYPES, api).operations
    assert operation.paging
    return operation.paging


def wrong(lines: Lines, text: str, api: str = API) -> list[str]:
    """The problems, each without the place of the file where it is the line of ``paging``."""
    found = lines(OPERATION % f"{{{text}}}" + TYPES, api)
    assert all(line.startswith(("e.yaml:7:", "api.yaml:3:")) for line in found), found
    return [line.removeprefix("e.yaml:7:") for line in found]


def column(text: str, part: str) -> int:
    """Where the value of a part stands."""
    return f"    paging: {{{text}}}".index(f"{part}: ") + len(part) + 3


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
            {"send": "x_token", "next": HeaderPath("X-Next")},
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
        ("style: url, next: $header.X-Next, items: $body.items", {"next": HeaderPath("X-Next")}),
        ("style: link, items: $body.items", {}),
        ("style: link, next: $header.X-Links, items: $body.items", {"next": HeaderPath("X-Links")}),
    ],
)
def test_each_style(load: Load, text: str, expected: dict[str, object]) -> None:
    found = paging(load, text)
    assert found.style == text.split(",")[0].removeprefix("style: ")
    assert found.items
    assert (found.items.members, type(found.items.use.type)) == (("items",), ListType)
    parts = {
        name: getattr(found, name) for name in ("send", "size", "next", "more", "total", "pages", "first")
    }
    shown = {name: each.members if isinstance(each, BodyPath) else each for name, each in parts.items()}
    assert {name: each for name, each in shown.items() if each is not None} == expected


def test_a_path_knows_its_type(load: Load) -> None:
    found = paging(load, CURSOR)
    assert found.items == ITEMS
    assert found.next == BodyPath(members=("meta", "next"), use=TypeUse(ScalarType("str"), nullable=True))


def test_backward(load: Load) -> None:
    found = paging(
        load, f"{CURSOR}, backward: {{send: $query.before, size: $query.size, next: $body.meta.kind}}"
    )
    assert found.backward
    assert (found.backward.style, found.backward.send, found.backward.size) == ("cursor", "before", "size")
    assert (found.backward.items, found.backward.next) == (
        None,
        BodyPath(members=("meta", "kind"), use=TypeUse(NamedType("State"), nullable=True)),
    )


def test_an_operation_wins_over_the_api(load: Load) -> None:
    api = API + (
        "paging: {style: cursor, send: $query.before, size: $query.size, items: $body.items, more: $body.more, "
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


def test_what_the_api_says_is_reported_where_it_says_it(lines: Lines) -> None:
    api = API + "paging: {items: $body.nothing, more: $body.items}\n"
    assert wrong(lines, "style: cursor, send: $query.after, next: $body.meta.next", api) == [
        "api.yaml:3:17: items is '$body.nothing', and 'Page' has no member 'nothing'; "
        "wire names are expected, joined by dots",
        "api.yaml:3:38: more is '$body.items', a list; a bool is expected",
    ]


@pytest.mark.parametrize(
    ("change", "part", "message"),
    [
        (
            ("$query.after", "$query.aftr"),
            "send",
            "send is '$query.aftr', and the operation has no query parameter 'aftr'; "
            "declared: after, before, ids, page no or size; did you mean '$query.after'?",
        ),
        (
            ("$query.after", "$header.after"),
            "send",
            "send is '$header.after', and the operation has no header 'after'; declared: X-Token",
        ),
        (("$query.after", "$query.ids"), "send", "send is '$query.ids', a list; a single value is expected"),
        (
            ("$body.meta.next", "$body.meta.nxt"),
            "next",
            "next is '$body.meta.nxt', and 'Meta' has no member 'nxt'; wire names are expected, joined by dots; "
            "did you mean '$body.meta.next'?",
        ),
        (
            ("$body.meta.next", "$body.items.next"),
            "next",
            "next is '$body.items.next', and '$body.items' is a list; an object is expected, whose members have names",
        ),
        (
            ("$body.meta.next", "$body.meta.next.a"),
            "next",
            "next is '$body.meta.next.a', and '$body.meta.next' is of type str; "
            "an object is expected, whose members have names",
        ),
        (
            ("$body.meta.next", "$body.meta.state.a"),
            "next",
            "next is '$body.meta.state.a', and '$body.meta.state' is an enum (State); "
            "an object is expected, whose members have names",
        ),
        (
            ("$body.meta.next", "$body.names.a"),
            "next",
            "next is '$body.names.a', and '$body.names' is a dictionary; an object is expected, whose members have names",
        ),
        (
            ("$body.meta.next", "$body.meta"),
            "next",
            "next is '$body.meta', an object (Meta); a scalar to send for the next page is expected",
        ),
        (
            ("$body.meta.next", "$body.free"),
            "next",
            "next is '$body.free', of type any; a scalar to send for the next page is expected",
        ),
        (
            ("$body.meta.next", "$header.X Y"),
            "next",
            "next is '$header.X Y'; the name of a header is expected",
        ),
        (
            ("$body.items", "$body.meta"),
            "items",
            "items is '$body.meta', an object (Meta); a list is expected",
        ),
        (("$body.items", "$body"), "items", "items is '$body', an object (Page); a list is expected"),
    ],
)
def test_a_wrong_path(lines: Lines, change: tuple[str, str], part: str, message: str) -> None:
    text = CURSOR.replace(*change)
    assert wrong(lines, text) == [f"{column(text, part)}: {message}"]


@pytest.mark.parametrize(
    ("part", "path", "message"),
    [
        ("size", "$query.after", "size is '$query.after', which is no integer; an integer is expected"),
        ("more", "$body.meta.total", "more is '$body.meta.total', of type int; a bool is expected"),
        ("total", "$body.more", "total is '$body.more', of type bool; an integer is expected"),
        ("pages", "$body.meta.next", "pages is '$body.meta.next', of type str; an integer is expected"),
    ],
)
def test_a_part_of_the_wrong_type(lines: Lines, part: str, path: str, message: str) -> None:
    text = f"{CURSOR}, {part}: {path}"
    assert wrong(lines, text) == [f"{column(text, part)}: {message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("style: cursor", "cursor paging lacks send, next, items; it needs send, next, items"),
        (f"style: token, {NEXT}", "token paging lacks send; it needs send, next, items"),
        ("style: offset, items: $body.items", "offset paging lacks send; it needs send, items"),
        ("style: page, send: $query.size", "page paging lacks items; it needs send, items"),
        ("style: url, items: $body.items", "url paging lacks next; it needs next, items"),
        ("style: link", "link paging lacks items; it needs items"),
        (NEXT, "style: is missing in paging; cursor, token, offset, page, url or link is expected"),
        (f"{CURSOR}, backward: {{send: $query.before}}", "cursor paging lacks next; it needs send, next"),
    ],
)
def test_missing_parts(lines: Lines, text: str, message: str) -> None:
    (found,) = wrong(lines, text)
    assert found.partition(": ")[2] == message


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        (f"style: url, send: $query.after, {NEXT}", "send", "send: means nothing in url paging; the whole URL comes from the server"),
        ("style: link, send: $query.after, items: $body.items", "send", "send: means nothing in link paging; the whole URL comes from the server"),
        (f"{CURSOR}, first: 1", "first", "first: means nothing in cursor paging; it is for offset and page"),
        (f"style: link, {NEXT}", "next", "next is '$body.meta.next'; in link paging a header is expected: $header.Link"),
        ("style: url, next: $body.more, items: $body.items", "next", "next is '$body.more', of type bool; a text that is a URL is expected"),
        ("style: offset, send: $query.after, items: $body.items", "send", "send is '$query.after', which is no integer; an integer is expected"),
        ("style: page, send: $header.X-Token, items: $body.items", "send", "send is '$header.X-Token', which is no integer; an integer is expected"),
    ],
)  # fmt: skip
def test_parts_that_a_style_has_not(lines: Lines, text: str, part: str, message: str) -> None:
    assert wrong(lines, text) == [f"{column(text, part)}: {message}"]


def test_nothing_to_page_through(lines: Lines) -> None:
    text = "operations: {op: {get: /a, returns: {204: null}, paging: {style: link, items: $body}}}"
    assert lines(text) == [
        f"e.yaml:1:{text.index('{style') + 1}: paging, and no successful response has a body; "
        "a 2XX response with a type is expected"
    ]


def test_items_are_in_the_body(lines: Lines) -> None:
    text = CURSOR.replace("$body.items", "$header.X")
    expected = f"{column(text, 'items')}: items is '$header.X'; $body.<member>.<member>… is expected"
    assert expected in wrong(lines, text)


def test_everything_that_is_wrong_is_reported(lines: Lines) -> None:
    text = "style: page, send: $query.x, size: $query.ids, items: $body.y, more: $body.meta, first: 1"
    assert [line.partition(": ")[2].split(" ")[0] for line in wrong(lines, text)] == [
        "send",
        "size",
        "items",
        "more",
    ]
