"""What members have before anything is read into them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wiresmith.dotnet.moments import Moment, timespan, with_offset
from wiresmith.runtime.schema import DictType, EnumType
from wiresmith.values.guids import Guid

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.runtime.schema import ScalarKind

_ZERO: dict[str, Callable[[], Any]] = {
    "bool": lambda: False,
    "char": lambda: "\0",
    "float32": lambda: 0.0,
    "float64": lambda: 0.0,
    "number": lambda: 0.0,
    "decimal": lambda: Decimal(0),
    "datetime": lambda: Moment(0, "Unspecified").value(),
    "datetimeoffset": lambda: with_offset(Moment(0, "Utc"), 0),
    "date": lambda: datetime.date(1, 1, 1),
    "time": lambda: datetime.time(),
    "timedelta": lambda: timespan(0),
    "uuid": lambda: Guid("00000000-0000-0000-0000-000000000000"),
}


def initial(slot: Slot) -> Any:
    """The value of a member of a new object: what its constructor gives it, else null, zero, or a struct of those."""
    given = slot.member.xml_initial if slot.member is not None else None
    if given is not None:
        return _given(given, slot.contract)
    return None if slot.nullable or not slot.contract.value_type else zero(slot.contract)


def zero(contract: Contract) -> Any:
    """``default(T)`` of a value type."""
    if contract.kind == "enum":
        return enum_value(contract, 0)
    if contract.kind == "object":
        return fresh(contract, struct=True)
    made = _ZERO.get(contract.scalar.kind)
    return made() if made else 0


def fresh(contract: Contract, *, struct: bool = False) -> Any:
    """A new object, every member with its first value; in a struct's default no initialiser has run."""
    declared: Any = contract.declared
    instance = object.__new__(declared.cls)
    for level in contract.levels:
        for slot in level:
            assert slot.member is not None
            plain = struct and (slot.nullable or not slot.contract.value_type)
            value = None if plain else zero(slot.contract) if struct else initial(slot)
            setattr(instance, slot.member.attribute, value)
    instance._undeclared = None
    return instance


def enum_value(contract: Contract, number: Any) -> Any:
    """The member of an enumeration with this value, else the value itself.

    An enumeration of texts has its first member for zero, which is what C# numbers it.
    """
    declared = contract.declared
    assert isinstance(declared, EnumType)
    members: Any = list(declared.cls)
    if declared.base == "str" and number == 0:
        return members[0] if members else ""
    return next((member for member in members if member.value == number), number)


def _given(given: Any, contract: Contract) -> Any:
    """An initial value as the schema has it, as a value of the type."""
    if contract.kind == "list":
        return [_given(item, contract.item.contract) for item in given]
    if contract.kind == "dict":
        _, key, value = contract.entry
        declared = contract.declared
        assert isinstance(declared, DictType)
        made = [(_given(first, key.contract), _given(second, value.contract)) for first, second in given]
        return made if declared.pairs else dict(made)
    if contract.kind == "enum":
        return enum_value(contract, given)
    if contract.kind == "scalar":
        return _given_scalar(given, contract.scalar.kind)
    return given


def _given_scalar(given: Any, kind: ScalarKind) -> Any:
    from wiresmith.runtime.scalars import parse_text

    if kind in ("float32", "float64", "number") and isinstance(given, int):
        return float(given)
    if kind == "decimal" and not isinstance(given, Decimal):
        return Decimal(str(given))
    if isinstance(given, str) and kind in ("datetime", "date", "time", "timedelta", "uuid"):
        return parse_text(kind, given, form="xml")
    return given
