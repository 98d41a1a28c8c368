"""The ``$query.x``, ``$header.x`` and ``$body.a.b`` expressions of a spec, checked against what the operation
declares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wiresmith.contract._naming import did_you_mean
from wiresmith.contract._parameter_builder import TOKEN
from wiresmith.contract.constraints import is_whole
from wiresmith.description import (
    BodyPath,
    EnumType,
    Header,
    ListType,
    ObjectType,
    Parameter,
    Ref,
    Response,
    ResponsePath,
    Scalar,
    Type,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.language import Placed, Problems, listed, shown


class Paths:
    """Resolves the paths of one operation.

    Args:
        parameters: what its requests may carry.
        responses: its responses by status.
        objects: the objects of the API, by name.
        enums: its enums, by name.
    """

    def __init__(
        self,
        parameters: Sequence[Parameter],
        responses: Mapping[str, Response[Any]],
        objects: Mapping[str, ObjectType],
        enums: Mapping[str, EnumType],
        problems: Problems,
    ) -> None:
        self._sent: dict[tuple[str, str], Parameter] = {
            (each.place, each.wire.lower() if each.place == "header" else each.wire): each
            for each in parameters
        }
        self._responses = responses
        self._objects = objects
        self.enums = enums
        self.problems = problems

    @property
    def success(self) -> Type | None:
        """The body of the first successful response that has one."""
        successes = sorted(status for status in self._responses if status.startswith("2"))
        bodies = (self.body(status) for status in (*successes, "default"))
        return next((use for use in bodies if use is not None), None)

    def body(self, status: str) -> Type | None:
        """The body of a response; None where there is no such response, or it is empty."""
        response = self._responses.get(status)
        return response.type if response is not None else None

    def has_response(self, status: str) -> bool:
        """Is there a response of this status?"""
        return status in self._responses

    def parameter(self, part: str, path: Placed[str]) -> Parameter | None:
        """The single-valued parameter that ``$query.x`` or ``$header.x`` names; None, and reported, where
        there is none.
        """
        root, _, name = path.value.partition(".")
        place = root.removeprefix("$")
        if place not in ("query", "header") or not name:
            self.problems.add(
                path.at,
                f"{part} is {shown(path.value)}",
                "$query.<name of a query parameter> or $header.<name of a header> is expected",
            )
            return None
        found = self._sent.get((place, name.lower() if place == "header" else name))
        if found is None:
            known = sorted(each.wire for (where, _), each in self._sent.items() if where == place)
            what = "query parameter" if place == "query" else "header"
            self.problems.add(
                path.at,
                f"{part} is {shown(path.value)}, and the operation has no {what} {shown(name)}",
                f"declared: {listed(known) if known else 'none'}",
                did_you_mean(name, known, f"{root}."),
            )
            return None
        if isinstance(bare(found.type), ListType):
            self.problems.add(path.at, f"{part} is {shown(path.value)}, a list", "a single value is expected")
            return None
        return found

    def response(
        self, part: str, path: Placed[str], body: Type | None, fits: Fits, wanted: str
    ) -> ResponsePath | None:
        """The path that ``$body.a.b`` or ``$header.X`` spells, through a response."""
        if path.value.startswith("$header."):
            name = path.value.removeprefix("$header.")
            if not TOKEN.fullmatch(name):
                self.problems.add(
                    path.at, f"{part} is {shown(path.value)}", "the name of a header is expected"
                )
                return None
            return Header(name)
        found = self.member(part, path, body, fits, wanted)
        return found[0] if found is not None else None

    def member(
        self, part: str, path: Placed[str], body: Type | None, fits: Fits, wanted: str
    ) -> tuple[BodyPath, Type] | None:
        """The path that ``$body.a.b`` spells, and the type it ends in; None, and reported, where it leads
        nowhere or to another kind of value than is wanted.
        """
        root, *members = path.value.split(".")
        if root != "$body" or "" in members:
            self.problems.add(
                path.at, f"{part} is {shown(path.value)}", "$body.<member>.<member>… is expected"
            )
            return None
        if body is None:
            return None
        walked = self._walk(path, part, members, body)
        if walked is None:
            return None
        attributes, use = walked
        if not fits(use, self.enums):
            self.problems.add(
                path.at, f"{part} is {shown(path.value)}, {self._described(use)}", f"{wanted} is expected"
            )
            return None
        return attributes, use

    def _walk(
        self, path: Placed[str], part: str, members: list[str], body: Type
    ) -> tuple[BodyPath, Type] | None:
        use, walked = body, "$body"
        attributes: list[str] = []
        for name in members:
            declared = self._objects.get(inner.name) if isinstance(inner := bare(use), Ref) else None
            if declared is None:
                self.problems.add(
                    path.at,
                    f"{part} is {shown(path.value)}, and {shown(walked)} is {self._described(use)}",
                    "an object is expected, whose members have names",
                )
                return None
            known = {member.wire: member for member in declared.members}
            if name not in known:
                self.problems.add(
                    path.at,
                    f"{part} is {shown(path.value)}, and {shown(declared.identity)} has no member "
                    f"{shown(name)}",
                    "wire names are expected, joined by dots",
                    did_you_mean(name, known, f"{walked}."),
                )
                return None
            attributes.append(known[name].attribute)
            use, walked = known[name].type, f"{walked}.{name}"
        return tuple(attributes), use

    def _described(self, use: Type) -> str:
        match bare(use):
            case Scalar(kind=kind):
                return f"of type {kind}"
            case ListType():
                return "a list"
            case Ref(name=name) if name in self.enums:
                return f"an enum ({self.enums[name].identity})"
            case Ref(name=name):
                return f"an object ({self._objects[name].identity})"
            case _:
                return "a dictionary"


Fits = Callable[[Type, Mapping[str, EnumType]], bool]
"""Is a type one that may stand at the end of a path?"""


def is_anything(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """Any type."""
    return True


def is_list(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """A list."""
    return isinstance(bare(use), ListType)


def is_flag(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """A bool."""
    return isinstance(inner := bare(use), Scalar) and kind_of(inner.kind).json_type == "boolean"


def is_integer(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """An integer of any width."""
    return is_whole(bare(use))


def is_text(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """A text that may be a URL."""
    return isinstance(inner := bare(use), Scalar) and kind_of(inner.kind).is_text


def is_single(use: Type, enums: Mapping[str, EnumType]) -> bool:
    """A scalar of known type, or an enum."""
    if isinstance(inner := bare(use), Ref):
        return inner.name in enums
    return isinstance(inner, Scalar) and kind_of(inner.kind).json_type != "any"
