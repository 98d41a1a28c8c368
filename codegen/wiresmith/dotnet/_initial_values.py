"""The values that members have before anything is read into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import DictType, EnumType

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract, Slot


def initial(slot: Slot) -> Any:
    """The value of a member of a new object: what its constructor gives it, else null, zero, or a struct of
    those.
    """
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
    return contract.scalar_kind.zero()


def fresh(contract: Contract, *, struct: bool = False) -> Any:
    """A new object, every member with its first value; in a struct's default no initialiser has run."""
    declared: Any = contract.declared
    instance = object.__new__(declared.cls)
    for slot in contract.slots:
        plain = struct and (slot.nullable or not slot.contract.value_type)
        value = None if plain else zero(slot.contract) if struct else initial(slot)
        setattr(instance, slot.attribute, value)
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
        return contract.scalar_kind.from_spec(given)
    return given
