"""The values that operations answer with: documented samples, or generated ones; in pages, in envelopes,
pending or done.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from wiresmith.client.responses import follow
from wiresmith.description import (
    Envelope,
    Header,
    ListType,
    Nullable,
    ObjectType,
    Operation,
    Paging,
    Ref,
    Response,
    Scalar,
    Type,
    Wait,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.runtime import ABSENT
from wiresmith.runtime.package import Package
from wiresmith.serve.generated import CannotGenerate, Generator, as_opaque, from_opaque

DEFAULT_SIZE: Final = 10
"""Items on a page where neither the request nor the page says."""


@dataclass(slots=True)
class Answer:
    """An answer: the documented response it is, its value, and headers."""

    status: int
    response: Response[Any] | None
    value: Any
    headers: dict[str, str] = field(default_factory=dict[str, str])


class WrongCursor(ValueError):
    """A cursor that this server did not give out."""


class Answers:
    """Makes the answers of one API.

    Args:
        package: its types.
        samples: the documented values, by operation and status; a copy is answered.
        generator: makes the others.
        items: how many items there are in all, where they are generated.
    """

    def __init__(
        self, package: Package, samples: dict[tuple[str, str], Any], generator: Generator, items: int
    ) -> None:
        self._package = package
        self._samples = samples
        self._generator = generator
        self._items = items
        self._made: dict[str, list[Any]] = {}

    def success(
        self, operation: Operation[Any], arguments: dict[str, Any], url: Callable[..., str]
    ) -> Answer:
        """The answer to a request that is as documented.

        Args:
            operation: what was asked.
            arguments: its parameters by Python name.
            url: gives the URL of the request with other query parameters.

        Raises:
            WrongCursor: if the page that is asked for is none.
            CannotGenerate: if the contract leaves no value that is found.
        """
        response = operation.success
        status = int(response.status) if response.status.isdigit() else 200
        answer = Answer(status, response, None)
        if response.type is None:
            return answer
        key = sorted((name, str(value)) for name, value in arguments.items())
        answer.value = self._value(operation, response, key)
        if operation.envelope is not None:
            succeed(answer.value, operation.envelope)
        if operation.paging is not None:
            self._page(operation, operation.paging, arguments, answer, url)
        return answer

    def error(self, operation: Operation[Any] | None, status: int, message: str) -> Answer:
        """An error with its documented body, in which the message stands where messages stand."""
        response = operation.response(status) if operation is not None else None
        if operation is None or response is None or response.type is None:
            return Answer(status, None, {"Message": message})
        try:
            value = self._value(operation, response, [("status", str(status))])
        except CannotGenerate:
            return Answer(status, None, {"Message": message})
        _say(value, message)
        if operation.envelope is not None:
            fail(value, operation.envelope, status, message)
        if not _is_object(value):
            value = {"message": message} if isinstance(value, str | dict) else value
        return Answer(status, response, value)

    def pending(self, operation: Operation[Any], status_url: str) -> Answer:
        """The 202 of work that takes longer; its ``url`` says where to ask."""
        wait, response = operation.wait, operation.response(202)
        assert wait is not None
        answer = Answer(202, response, None)
        if response is not None and response.type is not None:
            answer.value = self._value(operation, response, [("status", "202")])
            if operation.envelope is not None:
                succeed(answer.value, operation.envelope)
                if operation.envelope.unwrap is not None:
                    _set(answer.value, operation.envelope.unwrap, None)
        if isinstance(wait.url, Header):
            answer.headers[wait.url.wire] = status_url
        elif wait.url is not None:
            _set(answer.value, wait.url, status_url)
        return answer

    def at_state(self, operation: Operation[Any], answer: Answer, state: str | int | bool) -> None:
        """Have an answer say how far the work is."""
        assert operation.wait is not None
        if operation.wait.on is not None:
            _set(answer.value, operation.wait.on, state)

    def _value(self, operation: Operation[Any], response: Response[Any], key: list[tuple[str, str]]) -> Any:
        sample = self._samples.get((operation.name, response.status), ABSENT)
        if sample is not ABSENT:
            return copy.deepcopy(sample)
        return self._generator.value(self._type(response), operation.name, response.status, *key)

    def _type(self, response: Response[Any]) -> Type:
        assert response.type is not None
        return response.type

    # --- pages ---

    def _page(
        self,
        operation: Operation[Any],
        paging: Paging,
        arguments: dict[str, Any],
        answer: Answer,
        url: Callable[..., str],
    ) -> None:
        assert paging.items is not None
        assert answer.response is not None
        items = self._all_items(operation, answer)
        backward = paging.backward
        is_backward = backward is not None and any(
            name in arguments for name in (backward.send, backward.size) if name
        )
        way = backward if is_backward and backward is not None else paging
        size = self._size(operation, way, arguments)
        position = self._position(operation, way, arguments, len(items) if is_backward else 0)
        start, end = (max(0, position - size), position) if is_backward else (position, position + size)
        start, end = min(start, len(items)), min(end, len(items))
        answer.value = self._with_items(operation, answer, paging.items, items[start:end])
        self._tell(operation, paging, answer, end, end < len(items), size, url)
        if backward is not None:
            self._tell(operation, backward, answer, start, start > 0, size, url)
        for path, number in ((paging.total, len(items)), (paging.pages, -(-len(items) // size))):
            if path is not None:
                _set(answer.value, path, number)

    def _all_items(self, operation: Operation[Any], answer: Answer) -> list[Any]:
        assert operation.paging is not None
        assert operation.paging.items is not None
        assert answer.response is not None
        if (operation.name, answer.response.status) in self._samples:
            return list(follow(answer.value, operation.paging.items) or [])
        if operation.name not in self._made:
            item_type = _list_at(self._type(answer.response), operation.paging.items, self._package).item
            item = item_type.type if isinstance(item_type, Nullable) else item_type
            self._made[operation.name] = [
                self._generator.value(item, operation.name, "item", number) for number in range(self._items)
            ]
        return self._made[operation.name]

    def _with_items(
        self, operation: Operation[Any], answer: Answer, path: tuple[str, ...], items: list[Any]
    ) -> Any:
        if not path:
            return items
        _set(answer.value, path, items)
        return answer.value

    def _size(self, operation: Operation[Any], way: Paging, arguments: dict[str, Any]) -> int:
        given = arguments.get(way.size or "")
        if given is None:
            documented = [each.default for each in operation.parameters if each.name == way.size]
            given = documented[0] if documented and isinstance(documented[0], int) else DEFAULT_SIZE
        return max(1, int(given))

    def _position(
        self, operation: Operation[Any], way: Paging, arguments: dict[str, Any], default: int
    ) -> int:
        given = arguments.get(way.send or "at")
        if given is None:
            return default
        first = way.first if way.first is not None else 1
        if way.style == "page":
            return max(0, int(given) - first) * self._size(operation, way, arguments)
        if isinstance(given, int):
            return max(0, given)
        position = int(given) if str(given).isdecimal() else from_opaque(str(given))
        if position is None:
            named = next((each.wire for each in operation.parameters if each.name == way.send), "at")
            raise WrongCursor(f"{named} is no cursor of this server")
        return position

    def _tell(
        self,
        operation: Operation[Any],
        way: Paging,
        answer: Answer,
        position: int,
        is_more: bool,
        size: int,
        url: Callable[..., str],
    ) -> None:
        """Say whether there is more in one direction, and where."""
        if way.more is not None:
            _set(answer.value, way.more, is_more)
        if way.style in ("offset", "page"):
            return
        cursor: Any = self._cursor(operation, way, answer, position)
        if way.style in ("url", "link"):
            cursor = url(at=as_opaque(position))
        if way.style == "link":
            relation = "next" if way is operation.paging else "prev"
            if is_more:
                header = way.next.wire if isinstance(way.next, Header) else "Link"
                known = answer.headers.get(header)
                answer.headers[header] = ", ".join(filter(None, [known, f'<{cursor}>; rel="{relation}"']))
        elif isinstance(way.next, Header):
            if is_more:
                answer.headers[way.next.wire] = str(cursor)
        elif way.next is not None:
            _set(answer.value, way.next, cursor if is_more or way.more is not None else None)

    def _cursor(self, operation: Operation[Any], way: Paging, answer: Answer, position: int) -> str | int:
        """A position as the response says it and the parameter takes it: text that says nothing, unless one
        of them is a number.
        """
        sent = next((bare(each.type) for each in operation.parameters if each.name == way.send), None)
        assert answer.response is not None
        said: Any = str
        if way.next is not None and not isinstance(way.next, Header):
            kind = _type_at(self._type(answer.response), way.next, self._package)
            said = str if isinstance(kind, Scalar) and kind_of(kind.kind).json_type == "string" else int
        if said is int:
            return position
        return (
            str(position)
            if isinstance(sent, Scalar) and kind_of(sent.kind).json_type == "integer"
            else as_opaque(position)
        )


def succeed(value: Any, envelope: Envelope) -> None:
    """Have an envelope say success."""
    if envelope.success is not None and _has(value, envelope.success):
        _set(value, envelope.success, True)


def fail(value: Any, envelope: Envelope, status: int, message: str) -> None:
    """Have an envelope say failure."""
    if envelope.success is not None and _has(value, envelope.success):
        _set(value, envelope.success, False)
    if envelope.unwrap is not None and _has(value, envelope.unwrap):
        _set(value, envelope.unwrap, None)
    for name, path in envelope.error:
        if name == "message" and _has(value, path):
            _set(value, path, message)
        elif name == "code" and _has(value, path) and isinstance(follow(value, path), int):
            _set(value, path, status)


def states(wait: Wait) -> tuple[list[str | int | bool], str | int | bool]:
    """The states that work goes through before it is done, and the one it ends at; made up where they are not
    documented.
    """
    pending: list[str | int | bool] = list(wait.pending[:1]) or ["PENDING"]
    return pending, wait.succeeded[0] if wait.succeeded else "SUCCEEDED"


_MESSAGES: Final = ("message", "description", "error_description", "detail", "title")


def _say(value: Any, message: str) -> None:
    """Put a message into an error: into its first member that is one, or that of an object inside."""
    for name in _MESSAGES:
        if isinstance(getattr(value, name, None), str):
            setattr(value, name, message)
            return
    inner = getattr(value, "error", None)
    if inner is not None and inner is not ABSENT:
        _say(inner, message)


def _is_object(value: Any) -> bool:
    return hasattr(value, "__dataclass_fields__")


def _has(value: Any, path: tuple[str, ...]) -> bool:
    return not path or hasattr(value, path[0])


def _set(value: Any, path: tuple[str, ...], new: Any) -> None:
    """Put something where a path leads, unless the way there is null or absent."""
    *way, last = path
    target = follow(value, tuple(way))
    if target is not None:
        setattr(target, last, new)


def _list_at(type_: Type, path: tuple[str, ...], package: Package) -> ListType:
    """The type of the list that a path leads to."""
    found = _type_at(type_, path, package)
    assert isinstance(found, ListType), "lint wants a list for the items"
    return found


def _type_at(type_: Type, path: tuple[str, ...], package: Package) -> Type:
    """The type of what a path leads to, null aside."""
    for name in path:
        inner = type_.type if isinstance(type_, Nullable) else type_
        assert isinstance(inner, Ref), "lint lets paths through objects only"
        declared = package.schema.types[inner.name]
        assert isinstance(declared, ObjectType), "lint lets paths through objects only"
        type_ = next(member.type for member in declared.members if member.attribute == name)
    return type_.type if isinstance(type_, Nullable) else type_
