"""The conditions that emitted writers check before they write an object: each member holds what it is
declared to hold.

Static types say so too, but not every caller runs a type checker, and a document with a wrong type in it is
found out by somebody else. The conditions are plain expressions; if one is false, the runtime's walk along
the schema says which and why.
"""

from __future__ import annotations

from wiresmith.description import (
    BareType,
    Constraints,
    Contract,
    DictType,
    ListType,
    Member,
    ObjectType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.emit._expression import Expression, applied, expression, joined, value_literal
from wiresmith.emit._python_types import class_reference
from wiresmith.emit.safe_text import Identifier
from wiresmith.kinds import kind_of

_CONSTRAINTS = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")


class WriterChecks:
    """Builds the conditions of one module.

    ``texts_checked``: the functions that make the texts of strings, numbers and booleans refuse other types
    themselves.
    """

    def __init__(
        self,
        contract: Contract,
        scalars: dict[Expression, Identifier],
        *,
        texts_checked: bool = False,
    ) -> None:
        self._contract = contract
        self._texts_checked = texts_checked
        self._scalars = scalars

    def misfit(self, declared: ObjectType) -> Expression:
        """Is the value of another class, or holds a member what the writer itself would not stumble over?"""
        cls = class_reference(declared.name)
        conditions = [
            condition for member in declared.members if (condition := self._member(member)) is not None
        ]
        if not conditions:
            return expression("type(value) is not {}", cls)
        return expression("not (type(value) is {} and {})", cls, joined(" and ", conditions))

    def _member(self, member: Member) -> Expression | None:
        source = expression("value.{}", Identifier(member.attribute))
        condition = self._use(member.type, source, 0)
        if condition is None or not member.optional:
            return condition
        return expression("({} is ABSENT or {})", source, condition)

    def _use(self, use: Type, source: Expression, depth: int) -> Expression | None:
        condition = self._type(bare(use), source, depth)
        if condition is None or not is_nullable(use):
            return condition
        return expression("({} is None or {})", source, condition)

    def _type(self, type_: BareType, source: Expression, depth: int) -> Expression | None:
        match type_:
            case Ref():
                return self._named(type_, source)
            case ListType():
                parts = [
                    expression("type({}) is list", source),
                    *length_conditions(type_, source),
                ]
                item = _local("item", depth)
                inner = self._use(type_.item, item, depth + 1)
                if inner is not None:
                    parts.append(expression("all({} for {} in {})", inner, item, source))
                return _all(parts)
            case DictType():
                return self._dict(type_, source, depth)
            case Scalar():
                return self._scalar(type_, source)

    def _named(self, type_: Ref, source: Expression) -> Expression | None:
        declared = self._contract.types[type_.name]
        if isinstance(declared, ObjectType):
            return None
        if declared.closed and not declared.flags:
            return expression("type({}) is {}", source, class_reference(declared.name))
        return expression(
            "type({}) in ({}, {})", source, class_reference(declared.name), Identifier(declared.base)
        )

    def _dict(self, type_: DictType, source: Expression, depth: int) -> Expression:
        cls = Identifier("list" if type_.pairs else "dict")
        parts = [expression("type({}) is {}", source, cls), *length_conditions(type_, source)]
        key, item = _local("key", depth), _local("item", depth)
        inner_key = self._use(type_.key, key, depth + 1)
        inner_item = self._use(type_.value, item, depth + 1)
        if type_.pairs:  # what is no pair is found out as it is taken apart
            if inner_key is not None:
                parts.append(expression("all({} for {}, _ in {})", inner_key, key, source))
            if inner_item is not None:
                parts.append(expression("all({} for _, {} in {})", inner_item, item, source))
            return _all(parts)
        if inner_key is not None:
            parts.append(expression("all({} for {} in {})", inner_key, key, source))
        if inner_item is not None:
            parts.append(expression("all({} for {} in {}.values())", inner_item, item, source))
        return _all(parts)

    def _scalar(self, type_: Scalar, source: Expression) -> Expression | None:
        facts = [
            expression("{}={}", Identifier(name), value_literal(value))
            for name in _CONSTRAINTS
            if (value := getattr(type_, name)) is not None
        ]
        parts: list[Expression] = []
        kind = kind_of(type_.kind)
        if kind.misfit_unless is not None and not (self._texts_checked and kind.xml_text_refuses):
            parts.append(applied(kind.misfit_unless, source))
        if kind.range is not None:
            low, high = kind.range
            parts.append(expression("{} <= {} <= {}", value_literal(low), source, value_literal(high)))
        if facts:
            record = expression("Scalar(kind={}, {})", value_literal(type_.kind), joined(", ", facts))
            name = self._scalars.setdefault(record, Identifier(f"_SCALAR_{len(self._scalars) + 1}"))
            parts.append(expression("is_within({}, {})", name, source))
        return _all(parts) if parts else None


def _all(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else expression("({})", joined(" and ", parts))


def _local(stem: str, depth: int) -> Expression:
    return expression("{}", Identifier(stem if depth == 0 else f"{stem}_{depth + 1}"))


def length_conditions(limits: Constraints, source: Expression) -> list[Expression]:
    """The conditions on the length of a list or dictionary."""
    least, greatest = limits.min_length, limits.max_length
    parts: list[Expression] = []
    if least is not None:
        parts.append(expression("len({}) >= {}", source, value_literal(least)))
    if greatest is not None:
        parts.append(expression("len({}) <= {}", source, value_literal(greatest)))
    return parts
