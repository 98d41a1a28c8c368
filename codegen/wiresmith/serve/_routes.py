"""Finding the operation that a request is for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs

from wiresmith.description import Operation

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Route:
    """An operation, and what tells it from others: its path, and the query parameters that it needs."""

    operation: Operation[Any]
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    needs: frozenset[str]

    def texts(self, path: str) -> dict[str, str]:
        """The raw texts of the placeholders of a path that is this one's, by their names."""
        found = self.pattern.fullmatch(path)
        return dict(zip(self.names, found.groups(), strict=True)) if found is not None else {}


class Routes:
    """The operations of one API by their requests.

    Args:
        operations: all of them.
    """

    def __init__(self, operations: Iterable[Operation[Any]]) -> None:
        self._routes = [_route(operation) for operation in operations]

    def find(self, method: str, path: str, query: str) -> tuple[Route | None, list[str]]:
        """The route of a request, and the methods of its path.

        Of several operations on one path, the one is meant whose required query parameters are there. A HEAD
        is a GET where it is no operation of its own.
        """
        here = [route for route in self._routes if route.pattern.fullmatch(path)]
        methods = {route.operation.method for route in here}
        asked = "GET" if method == "HEAD" and "HEAD" not in methods else method
        given = parse_qs(query, keep_blank_values=True).keys()

        def likeness(route: Route) -> tuple[bool, int, int]:
            return route.needs <= given, len(route.needs), -len(route.names)

        fitting = (route for route in here if route.operation.method == asked)
        return max(fitting, key=likeness, default=None), sorted(methods)


def _route(operation: Operation[Any]) -> Route:
    fixed = _PLACEHOLDER.split(operation.path)[::2]
    return Route(
        operation,
        # ASP.NET does not look at the case of a path.
        re.compile("([^/]+)".join(map(re.escape, fixed)), re.IGNORECASE),
        tuple(_PLACEHOLDER.findall(operation.path)),
        frozenset(each.wire for each in operation.parameters if each.place == "query" and each.required),
    )
