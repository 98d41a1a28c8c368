"""Calls as emitted clients prepare them: which operation, with which arguments. Making one sends nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx2

from wiresmith.description import Operation

T_co = TypeVar("T_co", covariant=True)
Item_co = TypeVar("Item_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Call(Generic[T_co]):
    """One call of an operation, which returns a ``T_co``.

    Attributes:
        operation: what is called.
        arguments: its parameters by their Python names; those that are None are not sent.
        body: the body of the request.
        url: takes the place of the operation's own path and query.
        method: takes the place of the operation's own, and then nothing of a body is sent.
    """

    operation: Operation[Any]
    arguments: Mapping[str, Any] = field(repr=False)
    body: Any = field(default=None, repr=False)
    url: httpx2.URL | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class PagedCall(Call[T_co], Generic[T_co, Item_co]):
    """A call of an operation that has pages of ``Item_co``."""


@dataclass(frozen=True, slots=True)
class WaitCall(Call[T_co]):
    """A call of an operation whose work may take longer."""
