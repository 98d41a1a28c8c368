"""The types that msgspec decodes JSON to: what the fields of the private Structs are annotated with."""

from __future__ import annotations

from wiresmith.description import (
    BareType,
    Constraints,
    Contract,
    DictType,
    EnumType,
    ListType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.emit._expression import NOTHING, Expression, expression, joined, value_literal
from wiresmith.emit._function_names import FunctionNames
from wiresmith.emit.safe_text import Identifier
from wiresmith.kinds import kind_of

INT64 = (-(2**63), 2**63 - 1)


class WireTypes:
    """Spells wire types."""

    def __init__(self, contract: Contract, names: FunctionNames) -> None:
        self._contract = contract
        self._names = names

    def annotation(self, use: Type) -> Expression:
        """The type msgspec decodes to."""
        inner = self._wire_type(bare(use))
        return expression("{} | None", inner) if is_nullable(use) and inner.source != "Any" else inner

    def _wire_type(self, type_: BareType) -> Expression:
        match type_:
            case ListType():
                return self._annotated(expression("list[{}]", self.annotation(type_.item)), _lengths(type_))
            case DictType(pairs=True):
                return expression("Any")  # there is none that could be read
            case DictType():
                annotation = expression("dict[str, {}]", self.annotation(type_.value))
                return self._annotated(annotation, _lengths(type_))
            case Ref():
                declared = self._contract.types[type_.name]
                if isinstance(declared, EnumType):
                    return expression("str") if declared.base == "str" else expression("int")
                return expression("{}", self._names.struct(declared))
            case Scalar():
                return self._wire_scalar(type_)

    def _wire_scalar(self, type_: Scalar) -> Expression:
        kind = kind_of(type_.kind)
        is_checked_by_reader = kind.json_reader(self._contract.rules.texts) is not None
        types: list[Expression] = []
        for name in kind.wire:
            # msgspec takes bounds on one numeric type only, so each side of a union carries them.
            match name:
                case "int":
                    facts = _bounds(type_, kind.range)
                case "float":
                    facts = _bounds(type_, real=True)
                case _:
                    facts = [] if is_checked_by_reader else _lengths(type_)
            types.append(self._annotated(Expression.trusted(name), facts))
        return joined(" | ", types)

    def _annotated(self, annotation: Expression, facts: list[Expression]) -> Expression:
        if not facts:
            return annotation
        return expression("Annotated[{}, Meta({})]", annotation, joined(", ", facts))


def _fact(name: str, value: object) -> Expression:
    return expression("{}={}", Identifier(name), value_literal(value))


def _lengths(limits: Constraints) -> list[Expression]:
    return [
        _fact(name, value)
        for name in ("min_length", "max_length")
        if (value := getattr(limits, name)) is not None
    ]


def _bounds(
    limits: Constraints, width: tuple[int, int] | None = None, *, real: bool = False
) -> list[Expression]:
    """The bounds msgspec checks: those of the width narrowed by the constraints, as far as they
    fit 64 bits.
    """
    low, high = width or (None, None)
    facts: list[Expression] = []
    for names, edge, tighter in ((("ge", "gt"), low, max), (("le", "lt"), high, min)):
        inclusive, exclusive = getattr(limits, names[0]), getattr(limits, names[1])
        if edge is not None and exclusive is None:
            inclusive = edge if inclusive is None else tighter(edge, inclusive)
        if inclusive is not None:
            facts.append(_bound(names[0], inclusive, real))
        elif exclusive is not None:
            facts.append(_bound(names[1], exclusive, real))
    return [fact for fact in facts if fact is not NOTHING]


def _bound(name: str, value: int | float, real: bool) -> Expression:
    if real:
        return _fact(name, float(value))
    if value != int(value) or not INT64[0] <= value <= INT64[1]:
        return NOTHING
    return _fact(name, int(value))


def all_facts(type_: Scalar) -> list[Expression]:
    """Every constraint of a scalar, as arguments."""
    names = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")
    return [_fact(name, value) for name in names if (value := getattr(type_, name)) is not None]


def facts_beyond_msgspec(type_: Scalar) -> list[Expression]:
    """The facts that ``wire_annotation`` cannot express: patterns, bounds beyond 64 bits, and both kinds of
    bound at once.
    """
    limits, kind = type_, kind_of(type_.kind)
    is_long = kind.range is not None and kind.range[1] > INT64[1]
    bounds = [value for value in (limits.ge, limits.gt, limits.le, limits.lt) if value is not None]
    awkward = (
        not kind.wire_is_bounded
        or is_long
        or limits.pattern is not None
        or (limits.ge is not None and limits.gt is not None)
        or (limits.le is not None and limits.lt is not None)
        or (kind.range is not None and (limits.gt is not None or limits.lt is not None))
        or any(value != int(value) or not INT64[0] <= value <= INT64[1] for value in bounds)
    )
    if kind.range is not None and is_long and not bounds:
        return [_fact("le", kind.range[1])]
    return all_facts(type_) if awkward and (bounds or limits.pattern is not None) else []
