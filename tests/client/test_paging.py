"""Pages in every style: to the end, both ways, resumed, and where the server's story does not
hold together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.client.network import Answer, Answers, Request, Server, as_json
from tests.client.service import PRODUCT, Driver, emitted
from wiresmith.client import (
    Caps,
    ConfigurationError,
    NotFoundError,
    PagingError,
    PagingLoopError,
    ParameterError,
    RedirectError,
)

SHOP = emitted()


@pytest.fixture
def do(each: Driver) -> Driver:
    """A client of each kind: iterating and waiting differ for threads and tasks."""
    return each


COUNT = 7


def page(items: range, **facts: object) -> dict[str, object]:
    names = ("Next", "Number", "More", "Previous", "MoreBefore", "Total", "Pages")
    return {"Items": [{**PRODUCT, "Id": each} for each in items], **dict.fromkeys(names), **facts}


def within(first: int, last: int) -> range:
    return range(max(0, first), min(COUNT, last))


def cursor(request: Request) -> Answer:
    asked = dict(request.pairs)
    if "before" in asked or "last" in asked:
        end, size = int(asked.get("before", COUNT)), int(asked.get("last", 3))
        more = end > size
        return as_json(
            page(within(end - size, end), Previous=str(end - size) if more else None, MoreBefore=more)
        )
    start, size = int(asked.get("after", 0)), int(asked.get("size", 3))
    more = start + size < COUNT
    return as_json(page(within(start, start + size), Next=str(start + size) if more else None, More=more))


def token(request: Request) -> Answer:
    start = int(request.header("x-token") or 0)
    # The last answer has the header too: that there is no more, the body says.
    return as_json(page(within(start, start + 3), More=start + 3 < COUNT), X_Next_Token=str(start + 3))


def number(request: Request) -> Answer:
    start = int(dict(request.pairs).get("after", 0))
    return as_json(page(within(start, start + 3), Number=start + 3 if start + 3 < COUNT else None))


def text(request: Request) -> Answer:
    start = int(dict(request.pairs).get("after", 0))
    return as_json(page(within(start, start + 3), Next=str(start + 3) if start + 3 < COUNT else ""))


def offset(request: Request) -> Answer:
    asked = dict(request.pairs)
    start, size = int(asked.get("skip", 0)), int(asked.get("take", 3))
    return as_json(page(within(start, start + size), Total=COUNT))


def listed(request: Request) -> Answer:
    asked = dict(request.pairs)
    start, size = int(asked.get("skip", 0)), int(asked.get("take", 3))
    return as_json(page(within(start, start + size))["Items"])


def numbered(first: int, *, said: bool = True) -> Answers:
    def answer(request: Request) -> Answer:
        asked = dict(request.pairs)
        size = int(asked.get("size", 3))
        start = (int(asked.get("page", first)) - first) * size
        return as_json(page(within(start, start + size), Pages=-(-COUNT // size) if said else None))

    return answer


def url(request: Request) -> Answer:
    start = int(dict(request.pairs).get("from", 0))
    following = f"?from={start + 3}&size=3" if start + 3 < COUNT else None
    return as_json(page(within(start, start + 3), Next=following))


def linked(request: Request) -> Answer:
    start = int(dict(request.pairs).get("from", 0))
    links = ['</by_link?from=0>; rel="first"']
    if start + 3 < COUNT:
        links.append(f'<http://{request.header("host")}/by_link?from={start + 3}>; rel="next last"')
    if start > 0:
        links.append(f'</by_link?from={start - 3}>;title="a, b";rel=PREV')
    return as_json(page(within(start, start + 3)), Link=", ".join(links))


STYLES: list[tuple[str, Answers, list[str]]] = [
    ("by_cursor", cursor, ["", "after=3", "after=6"]),
    ("by_token", token, ["", "", ""]),
    ("by_text_of_number", number, ["", "after=3", "after=6"]),
    ("by_number_of_text", text, ["", "after=3", "after=6"]),
    ("by_offset", offset, ["", "skip=3", "skip=6"]),
    ("by_list", listed, ["", "skip=3", "skip=6", "skip=7"]),
    ("by_page", numbered(1), ["", "page=2", "page=3"]),
    ("by_page", numbered(1, said=False), ["", "page=2", "page=3", "page=4"]),
    ("by_page_from_0", numbered(0), ["", "page=1", "page=2"]),
    ("by_url", url, ["", "from=3&size=3", "from=6&size=3"]),
    ("by_link", linked, ["", "from=3", "from=6"]),
]
EACH = pytest.mark.parametrize(("name", "answers", "queries"), STYLES)


def pages_of(client: Any, name: str, *arguments: Any, **named: Any) -> Any:
    return getattr(client, name).pages(*(arguments or (("a",) if name == "by_url" else ())), **named)


def ids(items: list[Any]) -> list[int]:
    return [item.id for item in items]


@EACH
def test_all_items(do: Driver, service: Server, name: str, answers: Answers, queries: list[str]) -> None:
    service.answer(answers)
    items = do(pages_of(do.open(), name).items())
    assert ids(items) == [*range(COUNT)]
    assert [request.query for request in service.requests] == queries


@EACH
def test_all_pages(do: Driver, service: Server, name: str, answers: Answers, queries: list[str]) -> None:
    service.answer(answers)
    pages = do(pages_of(do.open(), name))
    assert [ids(page.items) for page in pages if page.items] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [page.number for page in pages] == [*range(1, len(queries) + 1)]
    assert [page.next is None for page in pages] == [False] * (len(queries) - 1) + [True]
    assert pages[0].value == pages[0].response.value == pages[0].response.body
    assert pages[0].response.status == 200


@EACH
def test_a_new_client_goes_on_where_another_one_stopped(
    do: Driver, service: Server, name: str, answers: Answers, queries: list[str]
) -> None:
    service.answer(answers)
    (first,) = do(pages_of(do.open(), name).at_most(1))
    assert len(service.requests) == 1
    rest = do(pages_of(do.open(), name).starting_at(first.next).items())
    assert ids([*first.items, *rest]) == [*range(COUNT)]
    assert [request.query for request in service.requests] == queries


def test_the_plain_call_is_one_page(do: Driver, service: Server) -> None:
    service.answer(cursor)
    found = do(do.open().by_cursor(after="3", size=2))
    assert (ids(found.items), found.next) == ([3, 4], "5")
    assert service.request.query == "after=3&size=2"


def test_nothing_is_sent_before_one_iterates(do: Driver, service: Server) -> None:
    service.answer(cursor)
    pages = do.open().by_cursor.pages()
    assert service.requests == []
    assert len(do(pages)) == len(do(pages)) == 3
    assert [request.query for request in service.requests] == ["", "after=3", "after=6"] * 2


def test_pages_are_asked_for_one_by_one(do: Driver, service: Server) -> None:
    service.answer(cursor)
    pages = do.each(do.open().by_cursor.pages())
    next(pages)
    assert len(service.requests) == 1
    pages.close()


@pytest.mark.parametrize(
    ("name", "arguments", "queries"),
    [
        ("by_cursor", {"after": "2", "size": 4}, ["after=2&size=4", "after=6&size=4"]),
        ("by_offset", {"skip": 2, "take": 4}, ["skip=2&take=4", "skip=6&take=4"]),
        ("by_list", {"skip": 2, "take": 4}, ["skip=2&take=4", "skip=6&take=4", "skip=7&take=4"]),
        ("by_page", {"page": 2, "size": 2}, ["page=2&size=2", "page=3&size=2", "page=4&size=2"]),
    ],
)
def test_the_arguments_say_where_to_begin(
    do: Driver, service: Server, name: str, arguments: dict[str, Any], queries: list[str]
) -> None:
    service.answer(
        {"by_cursor": cursor, "by_offset": offset, "by_list": listed, "by_page": numbered(1)}[name]
    )
    assert ids(do(pages_of(do.open(), name, **arguments).items())) == [*range(2, COUNT)]
    assert [request.query for request in service.requests] == queries


def test_backwards(do: Driver, service: Server) -> None:
    """Nothing of the other direction is ever sent."""
    service.answer(cursor)
    pages = do(do.open().by_cursor.pages(last=3).backwards())
    assert [ids(page.items) for page in pages] == [[4, 5, 6], [1, 2, 3], [0]]
    assert [request.query for request in service.requests] == ["last=3", "before=4&last=3", "before=1&last=3"]
    service.answer(cursor)
    rest = do(do.open().by_cursor.pages(last=3).backwards().starting_at(pages[0].next).items())
    assert ids(rest) == [1, 2, 3, 0]


def test_links_backwards(do: Driver, service: Server) -> None:
    service.answer(linked)
    pages = do(do.open().by_link.pages().backwards().starting_at("/by_link?from=6"))
    assert [ids(page.items) for page in pages] == [[6], [3, 4, 5], [0, 1, 2]]
    assert pages[-1].next is None


@pytest.mark.parametrize(
    ("start", "error", "message"),
    [
        (
            lambda c: c.by_cursor.pages(size=2).backwards(),
            ParameterError,
            "size is for pages forwards; leave it out",
        ),
        (
            lambda c: c.by_cursor.pages(before="3"),
            ParameterError,
            r"before is for .*, or ask for .backwards\(\)",
        ),
        (lambda c: c.by_offset.pages().backwards(), ConfigurationError, "documents no pages backwards"),
        (
            lambda c: c.by_offset.pages().starting_at("a"),
            ConfigurationError,
            "pages start at 'a'; expected an integer",
        ),
        (
            lambda c: c.by_cursor.pages().at_most(0),
            ConfigurationError,
            r"at_most\(0\); expected 1 page or more",
        ),
        (lambda c: c.by_url.pages("a").starting_at("http://b c/"), RedirectError, "cannot be used"),
        (lambda c: c.by_url.pages("a").starting_at("http://other.example/"), RedirectError, "another origin"),
        (lambda c: c.by_offset.pages(take="x"), ParameterError, "take: "),
    ],
)
def test_what_no_pages_are(
    do: Driver, service: Server, start: Callable[[Any], Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        do(start(do.open()))
    assert service.requests == []


def stops(do: Driver, pages: Any, error: type[Exception], message: str) -> list[list[int]]:
    """The items of the pages before an error."""
    seen: list[list[int]] = []
    with pytest.raises(error, match=message):
        seen.extend(ids(each.items) for each in do.each(pages))
    return seen


def test_there_are_no_more_pages_than_the_cap(do: Driver, service: Server) -> None:
    service.answer(cursor)
    client = do.open(caps=Caps(pages=2))
    assert stops(do, client.by_cursor.pages(), PagingError, "more than 2 pages") == [[0, 1, 2], [3, 4, 5]]
    assert len(do(client.by_cursor.pages().at_most(2))) == 2
    assert len(do(client.by_cursor.pages(size=4))) == 2


@pytest.mark.parametrize("way", [["a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"]])
def test_a_cursor_that_comes_again(do: Driver, service: Server, way: list[str]) -> None:
    answers = [as_json(page(range(at, at + 1), Next=each, More=True)) for at, each in enumerate(way)]
    service.answer(*answers)
    seen = stops(do, do.open().by_cursor.pages(), PagingLoopError, "a second time")
    assert seen == [[at] for at in range(len(way))]
    assert len(service.requests) == len(way)


def test_a_cursor_that_was_asked_for_comes_again(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(1), Next="a", More=True)))
    seen = stops(do, do.open().by_cursor.pages(after="a"), PagingLoopError, "a second time")
    assert seen == [[0]]


@pytest.mark.parametrize("name", ["by_offset", "by_list", "by_page"])
def test_a_server_that_does_not_look_at_the_offset(do: Driver, service: Server, name: str) -> None:
    body = page(range(3))
    service.answer(as_json(body["Items"] if name == "by_list" else body))
    assert stops(do, pages_of(do.open(), name), PagingLoopError, "the same as the one before it") == [
        [0, 1, 2]
    ]
    assert len(service.requests) == 2


def test_more_pages_without_a_cursor(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(2), More=True)))
    message = "there are more pages, and not where"
    assert stops(do, do.open().by_cursor.pages(), PagingError, message) == [[0, 1]]


def test_an_error_in_the_middle(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(2), Next="a", More=True)), as_json({"Message": "gone"}, 404))
    assert stops(do, do.open().by_cursor.pages(), NotFoundError, "404 Not Found: gone") == [[0, 1]]


def test_an_empty_page_in_the_middle(do: Driver, service: Server) -> None:
    service.answer(
        as_json(page(range(2), Next="a", More=True)),
        as_json(page(range(0), Next="b", More=True)),
        as_json({**page(range(0), Next="c", More=True), "Items": None}),
        as_json(page(range(2, 3), Next=None, More=False)),
    )
    pages = do(do.open().by_cursor.pages())
    assert [ids(page.items) for page in pages] == [[0, 1], [], [], [2]]


def test_a_cursor_beside_no_more(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(2), Next="a", More=False)))
    assert [each.next for each in do(do.open().by_cursor.pages())] == [None]


def test_a_short_page_is_the_last_one_where_the_documentation_says_so(do: Driver, service: Server) -> None:
    service.answer(listed)
    assert ids(do(do.open().by_short_page.items(take=5))) == [*range(COUNT)]
    assert [request.query for request in service.requests] == ["take=5", "skip=5&take=5"]


def test_a_page_with_another_size_than_asked_for(do: Driver, service: Server) -> None:
    """The server's own limit is less: the offset goes by what came."""
    service.answer(
        lambda request: offset(replace(request, target=request.target.replace("take=50", "take=2")))
    )
    assert ids(do(do.open().by_offset.items(take=50))) == [*range(COUNT)]


@pytest.mark.parametrize(
    "target",
    ["http://other.example/x", "//other.example/x", "https:///x", "javascript:1", "http://u:p@127.0.0.1/"],
)
def test_the_next_page_elsewhere_is_not_asked_for(do: Driver, service: Server, target: str) -> None:
    service.answer(as_json(page(range(2), Next=target)))
    assert stops(do, do.open().by_url.pages("a"), RedirectError, "URL") == [[0, 1]]
    assert len(service.requests) == 1
