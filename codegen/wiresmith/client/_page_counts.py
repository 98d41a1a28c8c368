"""The facts that answers give about the end of their pages, and what follows from them for pages that are
counted (styles ``offset`` and ``page``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from wiresmith.client.responses import UnusableMember, follow
from wiresmith.description import Paging
from wiresmith.runtime.findings import Finding

_FACTS: Final = {
    "more": "whether there are more pages",
    "total": "the number of items in all",
    "pages": "the number of pages in all",
}


class Incomplete(Exception):
    """The pages ended before all that was announced had come; the message says what is missing."""


class PageCounts:
    """Counts what has come, and compares it with what the answers say.

    ``total`` and ``pages`` count as they were reported last. ``is_announced`` says of the next page whether a
    fact of an answer speaks for it.

    Args:
        first: the number of the first page of all, or its offset.
        start: where the first page of these begins; None at the beginning.
        requested: the number of items that requests ask for.
    """

    def __init__(self, paging: Paging, first: int, start: int | str | None, requested: int | None) -> None:
        self._paging = paging
        self._first = first
        self._requested = requested
        self._begins = start is None or (paging.style in ("offset", "page") and start == first)
        self._before: int | None = 0 if self._begins else None
        if paging.style == "offset" and isinstance(start, int):
            self._before = start - first
        self._items = 0
        self._number = 0
        self._more: bool | None = None
        self._total: int | None = None
        self._pages: int | None = None
        self.is_announced = True

    def take(self, body: Any, items: Sequence[Any]) -> Iterator[Finding]:
        """Take the facts of one page in, and say what is wrong with them."""
        self._number += 1
        self._items += len(items)
        values: dict[str, Any] = {}
        for name, meaning in _FACTS.items():
            path: tuple[str, ...] | None = getattr(self._paging, name)
            if path is None:
                continue
            try:
                values[name] = follow(body, path)
            except UnusableMember:
                values[name] = None
            if values[name] is None:
                yield Finding(
                    severity="warning",
                    code="paging",
                    message=f"the answer says nothing of {'.'.join(path)}",
                    expected=meaning,
                )
        self._more = values.get("more")
        self._total = _last(values.get("total"), self._total)
        self._pages = _last(values.get("pages"), self._pages)
        if self._exceeded:
            yield Finding(
                severity="warning",
                code="paging",
                message=f"{self._counted} items have come",
                expected=f"{self._total}, the number of items in all",
            )

    def end(self) -> Iterator[Finding]:
        """What is to be said where the server ends the pages itself."""
        if self._lacking:
            yield Finding(
                severity="warning",
                code="paging",
                message=f"the pages end after {self._counted} items",
                expected=f"{self._total}, the number of items in all",
            )

    def after(self, position: int, items: Sequence[Any]) -> int | None:
        """The position of the next page; None if this one is the last.

        Raises:
            Incomplete: if it is empty, though more was announced.
        """
        self.is_announced = self._more is True or self._lacking or self._is_page_left(position)
        if self._more is False:
            return None
        following = position + (1 if self._paging.style == "page" else len(items))
        if not items:
            if self._paging.style == "page" and (self._more is True or self._is_page_left(position)):
                return following
            if self.is_announced:
                raise Incomplete(self._missing)
            return None
        if self.is_announced:
            return following
        if self._counted is not None and self._counted == self._total:
            return None
        if self._pages is not None and not self._exceeded and self._is_pages_used:
            return None
        is_short = self._requested is not None and len(items) < self._requested
        return None if is_short and self._paging.ends == "short_page" else following

    @property
    def _counted(self) -> int | None:
        """The number of items up to here; None where what came before the first page is not known."""
        return self._before + self._items if self._before is not None else None

    @property
    def _lacking(self) -> bool:
        return self._counted is not None and self._total is not None and self._counted < self._total

    @property
    def _exceeded(self) -> bool:
        return self._counted is not None and self._total is not None and self._counted > self._total

    @property
    def _is_pages_used(self) -> bool:
        """Does the number of pages say where they end? Offsets have no numbers, unless counted from the
        start.
        """
        return self._paging.style == "page" or self._begins

    def _is_page_left(self, position: int) -> bool:
        if self._pages is None or not self._is_pages_used:
            return False
        number = position - self._first + 1 if self._paging.style == "page" else self._number
        return number < self._pages

    @property
    def _missing(self) -> str:
        if self._lacking:
            return f"the pages end after {self._counted} items, and there are {self._total} in all"
        return "an empty page came, and the server says that there are more"


def _last(reported: Any, before: int | None) -> int | None:
    return reported if isinstance(reported, int) else before
