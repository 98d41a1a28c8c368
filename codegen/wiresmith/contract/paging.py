"""Paging: the ``$query.x`` and ``$body.a.b`` expressions, checked against what the operation declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from wiresmith.contract.constraints import INTEGERS
from wiresmith.contract.model import (
    BodyPath,
    EnumType,
    ListType,
    NamedType,
    ObjectType,
    Paging,
    Parameter,
    Response,
    ScalarType,
    TypeUse,
)
from wiresmith.contract.naming import did_you_mean
from wiresmith.spec.document import PagingDoc, Placed
from wiresmith.spec.problem import Problems, listed, shown

Style = Literal["cursor", "offset", "page", "token"]
Part = Literal["send", "size", "next", "more", "items", "total"]
_NEEDS: Final[dict[Style, tuple[Part, ...]]] = {
    "cursor": ("send", "next", "items"),
    "token": ("send", "next", "items"),
    "offset": ("send", "items"),
    "page": ("send", "items"),
}
_WANTED: Final[dict[Part, str]] = {
    "next": "a scalar to send for the next page",
    "more": "a bool",
    "items": "a list",
    "total": "an integer",
}


class PagingResolver:
    """Checks the paging of one operation."""

    def __init__(
        self,
        parameters: list[Parameter],
        responses: Mapping[str, Response],
        objects: Mapping[str, ObjectType],
        enums: Mapping[str, EnumType],
        problems: Problems,
    ) -> None:
        self._query = {parameter.wire: parameter for parameter in parameters if parameter.place == "query"}
        self._objects = objects
        self._enums = enums
        self._problems = problems
        successes = sorted(status for status in responses if status.startswith("2"))
        self._body = next(
            (use for status in successes if (use := responses[status].payload.use) is not None), None
        )

    def resolve(self, doc: PagingDoc, *, backward: bool = False) -> Paging | None:
        """The checked paging; None if its style is unknown."""
        style = doc.style.value
        if style not in _NEEDS:
            self._problems.add(
                doc.style.at, f"there is no paging style {shown(style)}", f"{listed(_NEEDS)} is expected"
            )
            return None
        known: Style = style
        if self._body is None and not backward:
            self._problems.add(
                doc.at,
                "paging, and no successful response has a body",
                "a 2XX response with a type is expected",
            )
        needed = [part for part in _NEEDS[known] if part in doc.paths or not (backward and part == "items")]
        missing = [part for part in needed if part not in doc.paths]
        if missing:
            self._problems.add(
                doc.at, f"{style} paging lacks {', '.join(missing)}", f"it needs {', '.join(needed)}"
            )
        return Paging(
            style=known,
            send=self._query_name(doc, "send"),
            size=self._query_name(doc, "size"),
            next=self._body_path(doc, "next"),
            more=self._body_path(doc, "more"),
            items=self._body_path(doc, "items"),
            total=self._body_path(doc, "total"),
            backward=self.resolve(doc.backward, backward=True) if doc.backward is not None else None,
        )

    def _query_name(self, doc: PagingDoc, part: Part) -> str | None:
        path = doc.paths.get(part)
        if path is None:
            return None
        root, _, name = path.value.partition(".")
        if root != "$query" or not name:
            self._problems.add(
                path.at, f"{part} is {shown(path.value)}", "$query.<name of a query parameter> is expected"
            )
            return None
        parameter = self._query.get(name)
        if parameter is None:
            self._problems.add(
                path.at,
                f"{part} is {shown(path.value)}, and the operation has no query parameter {shown(name)}",
                f"declared: {listed(sorted(self._query)) if self._query else 'none'}",
                did_you_mean(name, self._query, "$query."),
            )
            return None
        if isinstance(parameter.use.type, ListType):
            self._problems.add(
                path.at, f"{part} is {shown(path.value)}, a list", "a single value is expected"
            )
        elif part == "size" and not _is_integer(parameter.use):
            self._problems.add(
                path.at, f"size is {shown(path.value)}, which is no integer", "an integer is expected"
            )
        return name

    def _body_path(self, doc: PagingDoc, part: Part) -> BodyPath | None:
        path = doc.paths.get(part)
        if path is None:
            return None
        root, *members = path.value.split(".")
        if root != "$body" or "" in members:
            self._problems.add(
                path.at, f"{part} is {shown(path.value)}", "$body.<member>.<member>… is expected"
            )
            return None
        if self._body is None:
            return None
        use = self._walk(path, part, members)
        if use is None:
            return None
        if not self._fits(part, use):
            self._problems.add(
                path.at,
                f"{part} is {shown(path.value)}, {self._described(use)}",
                f"{_WANTED[part]} is expected",
            )
            return None
        return BodyPath(members=tuple(members), use=use)

    def _walk(self, path: Placed[str], part: Part, members: list[str]) -> TypeUse | None:
        assert self._body is not None
        use, walked = self._body, "$body"
        for name in members:
            declared = self._objects.get(use.type.identity) if isinstance(use.type, NamedType) else None
            if declared is None:
                self._problems.add(
                    path.at,
                    f"{part} is {shown(path.value)}, and {shown(walked)} is {self._described(use)}",
                    "an object is expected, whose members have names",
                )
                return None
            known = {member.wire: member for member in declared.members}
            if name not in known:
                self._problems.add(
                    path.at,
                    f"{part} is {shown(path.value)}, and {shown(declared.identity)} has no member {shown(name)}",
                    "wire names are expected, joined by dots",
                    did_you_mean(name, known, f"{walked}."),
                )
                return None
            use, walked = known[name].use, f"{walked}.{name}"
        return use

    def _fits(self, part: Part, use: TypeUse) -> bool:
        match part:
            case "items":
                return isinstance(use.type, ListType)
            case "more":
                return isinstance(use.type, ScalarType) and use.type.kind == "bool"
            case "total":
                return _is_integer(use)
            case _:
                is_enum = isinstance(use.type, NamedType) and use.type.identity in self._enums
                return is_enum or (isinstance(use.type, ScalarType) and use.type.kind != "any")

    def _described(self, use: TypeUse) -> str:
        match use.type:
            case ScalarType(kind=kind):
                return f"of type {kind}"
            case ListType():
                return "a list"
            case NamedType(identity=identity):
                return f"an enum ({identity})" if identity in self._enums else f"an object ({identity})"
            case _:
                return "a dictionary"


def _is_integer(use: TypeUse) -> bool:
    return isinstance(use.type, ScalarType) and use.type.kind in INTEGERS
