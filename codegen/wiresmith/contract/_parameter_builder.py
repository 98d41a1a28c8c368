"""Parameters of requests, and headers of responses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from wiresmith.contract._naming import Taken, python_name
from wiresmith.contract._objects import check_values
from wiresmith.contract._provenance_rules import text
from wiresmith.contract._type_resolver import TypeResolver, without_name
from wiresmith.contract.constraints import constrained
from wiresmith.description import (
    BareType,
    EnumType,
    ListType,
    Parameter,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.kinds import all_kinds, kind_of
from wiresmith.language import ParameterDoc, Problems, ProvenanceDoc, shown
from wiresmith.runtime import ABSENT

Place = Literal["path", "query", "header", "cookie"]
TOKEN: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
"""A header's or cookie's name (RFC 9110, section 5.6.2)."""
_SINGLE: Final = "a scalar other than any and qname, an enum, or a list of them is expected"


class ParameterBuilder:
    """Builds parameters; ``enums`` are the enums of the API, for checking defaults."""

    def __init__(self, types: TypeResolver, enums: Mapping[str, EnumType], problems: Problems) -> None:
        self._types = types
        self._enums = enums
        self._problems = problems

    def build(
        self, fields: Sequence[ParameterDoc], place: Place, taken: Taken, *outer: ProvenanceDoc | None
    ) -> list[Parameter]:
        """The parameters of one place; ``outer`` is the provenance around them, nearest first."""
        found: dict[str, Parameter] = {}
        for field in fields:
            parameter = self._parameter(field, place, outer)
            if parameter is None:
                continue
            name = field.wire or field.key
            same = parameter.wire.lower() if place == "header" else parameter.wire
            if same in found:
                self._problems.add(
                    name.at, f"two {place} parameters with the wire name {shown(parameter.wire)}"
                )
                continue
            taken.add(parameter.name, f"{place} {parameter.wire}", (field.python or name).at)
            found[same] = replace(parameter, type=_as_sent(parameter.type))
        return list(found.values())

    def _parameter(
        self, field: ParameterDoc, place: Place, outer: Sequence[ProvenanceDoc | None]
    ) -> Parameter | None:
        name = field.wire or field.key
        wire = name.value
        if place in ("header", "cookie") and not TOKEN.fullmatch(wire):
            self._problems.add(
                name.at,
                f"{shown(wire)} cannot be the name of a {place}",
                "letters, digits and !#$%&'*+.^_`|~- are expected",
            )
        if place == "path" and field.optional:
            self._problems.add(
                name.at, f"the path parameter {shown(wire)} is optional", "a path has all its parameters"
            )
        if field.default is not None and not field.optional:
            self._problems.add(
                field.default.at,
                f"{shown(wire)} has a default and must be given",
                "a default is for parameters that may be left out",
                f"write {field.key.value}?:" if place != "path" else "",
            )
        use = self._types.use(field.annotation, {}, implicit_null=False)
        if use is None:
            return None
        type_ = constrained(bare(use), field.constraints, self._problems)
        use = use if type_ == bare(use) else with_null(without_name(type_), is_nullable(use))
        if (fault := self._misfit(use, place)) is not None:
            self._problems.add(
                field.annotation.at, f"the {place} parameter {shown(wire)} {fault[0]}", fault[1]
            )
            return None
        if field.explode is not None and not isinstance(bare(use), ListType):
            self._problems.add(
                field.explode.at, f"explode means nothing for {shown(wire)}", "it is for lists"
            )
        check_values(field, use, self._enums, self._problems)
        if field.request_id is not None and not (
            place == "header"
            and isinstance(inner := bare(use), Scalar)
            and kind_of(inner.kind).names_requests
        ):
            self._problems.add(
                field.request_id.at,
                f"request_id means nothing for {shown(wire)}",
                "it is for headers of the type "
                f"{' or '.join(each.name for each in all_kinds() if each.names_requests)}",
            )
        return Parameter(
            place=place,
            wire=wire,
            name=python_name(wire, field.python, "parameter", name.at, self._problems),
            type=use,
            required=not field.optional,
            default=field.default.value if field.default is not None else ABSENT,
            explode=field.explode is None or field.explode.value,
            request_id=field.request_id is not None and field.request_id.value,
            doc=text(field.doc),
            examples=tuple(example.value for example in field.examples),
            provenance=self._types.marks.of(field.provenance, *outer),
        )

    def _misfit(self, use: Type, place: Place) -> tuple[str, str] | None:
        if is_nullable(use) and place != "query":
            return "may be null", "null cannot be sent there"
        if isinstance(inner := bare(use), ListType):
            item = bare(inner.item)
            if is_nullable(inner.item) and not self._types.has_implicit_null(item):
                return "has items that may be null", "null cannot be sent there"
            return None if self.is_single(item) else ("is a list of more than single values", _SINGLE)
        return None if self.is_single(inner) else ("is more than a single value", _SINGLE)

    def is_single(self, type_: BareType) -> bool:
        """Whether a type is one text in a request: a scalar of known type or an enum."""
        if isinstance(type_, Scalar):
            return kind_of(type_.kind).is_parameter
        return isinstance(type_, Ref) and type_.name in self._enums


def _as_sent(type_: Type) -> Type:
    """A type without what no parameter has: names in XML, and null among the items of a list, which .NET
    allows where they are of reference types.
    """
    match bare(type_):
        case Scalar() as scalar:
            sent: BareType = replace(scalar, root=None)
        case ListType() as array:
            item = _as_sent(bare(array.item))
            sent = replace(array, item=item, root=None, item_name=None, contract=None)
        case other:
            sent = other
    return with_null(sent, is_nullable(type_))
