"""The end of pages that are counted: no item is lost without a word, whatever a server says."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.client.network import Answer, Answers, Request, Server, as_json, empty
from tests.client.service import PRODUCT, Driver, driver
from wiresmith.client import ClientError, IncompleteListError, NotFoundError, PagingLoopError


def page(items: range, **facts: object) -> dict[str, object]:
    names = ("Next", "Number", "More", "Previous", "MoreBefore", "Total", "Pages")
    return {"Items": [{**PRODUCT, "Id": each} for each in items], **dict.fromkeys(names), **facts}


def capped(count: int, cap: int, **facts: object) -> Answers:
    """A server that gives ``cap`` items at most, whatever is asked for."""

    def answer(request: Request) -> Answer:
        asked = dict(request.pairs)
        start = int(asked["skip"]) if "skip" in asked else (int(asked.get("page", 1)) - 1) * cap
        items = range(min(start, count), min(start + cap, count))
        said = page(items, **facts)
        return as_json(said["Items"] if "by_list" in request.target else said)

    return answer


def numbers(pages: list[Any]) -> list[int]:
    return [item.id for each in pages for item in each.items]


def said(pages: list[Any]) -> list[str]:
    return [str(finding) for each in pages for finding in each.response.findings]


@pytest.fixture
def do(each: Driver) -> Driver:
    return each


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("by_list", {"take": 100}),
        ("by_list", {}),
        ("by_offset", {"take": 100}),
        ("by_page", {"size": 100}),
        ("by_page_of_total", {"size": 100}),
        ("by_page_of_total", {}),
    ],
)
def test_a_server_that_gives_less_than_it_is_asked_for(
    do: Driver, service: Server, name: str, arguments: dict[str, int]
) -> None:
    service.answer(capped(5, 2))
    assert numbers(do(getattr(do.open(), name).pages(**arguments))) == [*range(5)]


def test_total_ends_numbered_pages(do: Driver, service: Server) -> None:
    service.answer(capped(4, 2, Total=4))
    pages = do(do.open().by_page_of_total.pages(size=2))
    assert (numbers(pages), len(service.requests), said(pages)) == ([*range(4)], 2, [])


def test_total_means_nothing_where_the_beginning_is_left_out(do: Driver, service: Server) -> None:
    service.answer(capped(4, 2, Total=4))
    assert numbers(do(do.open().by_page_of_total.pages(page=2, size=2))) == [2, 3]


@pytest.mark.parametrize("name", ["by_offset", "by_page_of_total"])
def test_less_came_than_the_total(do: Driver, service: Server, name: str) -> None:
    service.answer(capped(5, 2, Total=6))
    seen: list[Any] = []
    with pytest.raises(IncompleteListError, match="the pages end after 5 items, and there are 6 in all"):
        seen.extend(do.each(getattr(do.open(), name).pages()))
    assert numbers(seen) == [*range(5)]


@pytest.mark.parametrize("name", ["by_offset", "by_page_of_total"])
def test_more_came_than_the_total(do: Driver, service: Server, name: str) -> None:
    """Lists grow while they are read."""
    service.answer(capped(5, 2, Total=3))
    pages = do(getattr(do.open(), name).pages())
    assert numbers(pages) == [*range(5)]
    assert "the document: 4 items have come; expected 3, the number of items in all" in said(pages)


def test_the_offset_of_the_first_item_counts(do: Driver, service: Server) -> None:
    service.answer(capped(7, 7, Total=7))
    assert numbers(do(do.open().by_offset.pages(skip=3))) == [3, 4, 5, 6]
    assert len(service.requests) == 1


@pytest.mark.parametrize("status", [404, 410, 416])
@pytest.mark.parametrize("name", ["by_list", "by_page_of_total"])
def test_a_page_that_nothing_announced_and_that_does_not_exist(
    do: Driver, service: Server, name: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    content = page(range(3))
    service.answer(as_json(content["Items"] if name == "by_list" else content), empty(status))
    with caplog.at_level(logging.WARNING):
        pages = do(getattr(do.open(), name).pages())
    assert (numbers(pages), len(service.requests)) == ([0, 1, 2], 2)
    assert f"is answered {status}; expected an empty page behind the last one" in said(pages)[-1]
    assert f"is answered {status}" in caplog.text


@pytest.mark.parametrize("status", [400, 403, 500])
def test_other_errors_are_no_end(do: Driver, service: Server, status: int) -> None:
    service.answer(as_json(page(range(3))["Items"]), empty(status))
    with pytest.raises(ClientError):
        do(do.open().by_list.pages())


@pytest.mark.parametrize("facts", [{"Total": 4}, {"Pages": 2}, {"More": True}])
def test_a_page_that_was_announced_and_does_not_exist(
    do: Driver, service: Server, facts: dict[str, object]
) -> None:
    service.answer(as_json(page(range(3), **facts)), empty(404))
    with pytest.raises(NotFoundError):
        do(do.open().by_page_with_all.pages())


def test_the_first_page_does_not_exist(do: Driver, service: Server) -> None:
    service.answer(empty(404))
    with pytest.raises(NotFoundError):
        do(do.open().by_list.pages())


def clamped(count: int, size: int, *, noise: bool = False) -> Answers:
    """A server that gives the last page where there are no more."""

    def answer(request: Request) -> Answer:
        last = -(-count // size)
        number = min(int(dict(request.pairs).get("page", 1)), last)
        items = range((number - 1) * size, min(number * size, count))
        return as_json(page(items, Next=str(len(service_noise)) if noise else None))

    service_noise: list[int] = []

    def noisy(request: Request) -> Answer:
        service_noise.append(1)
        return answer(request)

    return noisy


@pytest.mark.parametrize("noise", [False, True])
@pytest.mark.parametrize(("count", "arguments"), [(5, {}), (4, {}), (1, {"size": 2})])
def test_the_last_page_once_more_is_the_end(
    do: Driver, service: Server, count: int, arguments: dict[str, int], noise: bool
) -> None:
    service.answer(clamped(count, 2, noise=noise))
    pages = do(do.open().by_page_of_total.pages(**arguments))
    assert numbers(pages) == [*range(count)]
    assert "is the same as the one before it" in said(pages)[-1]


@pytest.mark.parametrize("arguments", [{}, {"size": 3}])
def test_the_first_page_once_more_is_none(do: Driver, service: Server, arguments: dict[str, int]) -> None:
    service.answer(as_json(page(range(3))))
    with pytest.raises(PagingLoopError):
        do(do.open().by_page_of_total.pages(**arguments))


def test_a_repeated_page_that_was_announced(do: Driver, service: Server) -> None:
    service.answer(*(as_json(page(range(at, at + 2), More=True)) for at in (0, 2)))
    with pytest.raises(PagingLoopError):
        do(do.open().by_page_with_all.pages())


def test_an_empty_page_before_one_that_is_announced(do: Driver, service: Server) -> None:
    service.answer(
        *(as_json(page(range(at, to), Pages=3, More=to < 4, Total=4)) for at, to in ((0, 2), (2, 2), (2, 4)))
    )
    assert numbers(do(do.open().by_page_with_all.pages())) == [*range(4)]


def test_an_empty_page_of_offsets_with_more(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(0), More=True)))
    with pytest.raises(IncompleteListError, match="an empty page came"):
        do(do.open().by_offset_with_all.pages())


def test_the_server_says_that_there_is_no_more_and_that_there_is(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(2), More=False, Total=3, Pages=1)))
    pages = do(do.open().by_page_with_all.pages())
    assert said(pages) == [
        "the document: the pages end after 2 items; expected 3, the number of items in all"
    ]


def test_pages_of_the_size_that_was_asked_for_and_total(do: Driver, service: Server) -> None:
    """A server that counts pages of the size asked for, and gives fewer items."""
    service.answer(capped(5, 2, Total=5, Pages=1))
    assert numbers(do(do.open().by_page_with_all.pages(size=100))) == [*range(5)]


def test_facts_that_are_missing_are_said(do: Driver, service: Server) -> None:
    service.answer(as_json(page(range(0))))
    assert said(do(do.open().by_page_with_all.pages())) == [
        "the document: the answer says nothing of more; expected whether there are more pages",
        "the document: the answer says nothing of total; expected the number of items in all",
        "the document: the answer says nothing of pages; expected the number of pages in all",
    ]


@st.composite
def servers(draw: Callable[[Any], Any]) -> tuple[str, int, dict[str, int], Answers]:
    """A list of some length, how it is asked for, and a server that may count badly: it says too much, or
    nothing. What it says too little of, nobody can know of.
    """
    name = draw(st.sampled_from(["by_list", "by_offset", "by_page", "by_page_of_total", "by_offset_with_all",
                                 "by_page_with_all"]))  # fmt: skip
    count, cap = draw(st.integers(0, 12)), draw(st.integers(1, 5))
    size = draw(st.none() | st.integers(1, 8))
    actual = min(cap, size or cap)
    holes = draw(st.frozensets(st.integers(1, 4), max_size=2)) if name == "by_page_with_all" else frozenset()
    total = draw(st.none() | st.integers(count, count + 3))
    beyond = draw(st.sampled_from(["empty", "404", "last"]))
    says_more, says_pages = draw(st.booleans()), draw(st.booleans())
    groups = [range(at, min(at + actual, count)) for at in range(0, count, actual)]
    for hole in sorted(holes):
        if hole < len(groups):
            groups.insert(hole, range(0))
    surplus = draw(st.integers(0, 2))
    if holes:  # an empty page in the middle is one only where something says that it is
        says_more = True

    def answer(request: Request) -> Answer:
        asked = dict(request.pairs)
        is_offset = "list" in name or "offset" in name
        if is_offset:
            start = int(asked.get("skip", 0))
            items, is_beyond = range(min(start, count), min(start + actual, count)), start >= count > 0
            is_more = start + actual < count
            if is_beyond and beyond == "last":
                items = groups[-1]
        else:
            number = int(asked.get("page", 1))
            is_beyond, is_more = number > len(groups) > 0, number < len(groups)
            items = groups[min(number, len(groups)) - 1] if groups else range(0)
            if is_beyond and beyond == "empty":
                items = range(0)
        if is_beyond and beyond == "404":
            return empty(404)
        said = page(
            items,
            Total=total,
            More=is_more if says_more else None,
            Pages=math.ceil(count / actual) + len(holes) + surplus if says_pages else None,
        )
        return as_json(said["Items"] if "by_list" in request.target else said)

    sized = {("take" if "list" in name or "offset" in name else "size"): size} if size is not None else {}
    return name, count, sized, answer


@pytest.fixture(scope="module")
def reader() -> Any:
    with Server() as service, driver("sync", service.url) as made:
        yield made, service, made.open()


@pytest.mark.hypothesis
@given(servers())
def test_all_that_is_there_or_an_error(
    reader: tuple[Driver, Server, Any], server: tuple[str, int, dict[str, int], Answers]
) -> None:
    do, service, client = reader
    name, count, arguments, answers = server
    service.answer(answers)
    try:
        items = do(getattr(client, name).items(**arguments))
    except ClientError:
        return
    assert [item.id for item in items] == [*range(count)]
