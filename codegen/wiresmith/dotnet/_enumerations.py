"""Reading members of enumerations by their names, exactly (EnumDataContract.ReadEnumValue)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import EnumType
from wiresmith.dotnet._initial_values import enum_value
from wiresmith.runtime.findings import quoted

if TYPE_CHECKING:
    from wiresmith.dotnet._context import Context
    from wiresmith.plan.contracts import Contract


def read_enum(context: Context, contract: Contract) -> Any:
    """The value whose element the cursor is at."""
    cursor = context.cursor
    cursor.read()
    at = cursor.at
    text = cursor.content()
    try:
        value = enum_of(text, contract)
    except ValueError as error:
        refused = context.refused("unknown-enum-value", str(error), _names(contract))
        refused.at = at
        raise refused from None
    cursor.read_end()
    return value


def enum_of(text: str, contract: Contract) -> Any:
    """The value that a text names; names of flags are separated by blanks, and only blanks.

    Raises ValueError.
    """
    declared = contract.declared
    assert isinstance(declared, EnumType)
    numbers = contract.enum_names.wires
    if not declared.flags:
        if text not in numbers:
            raise ValueError(f"{quoted(text)} is no value of {declared.name}")
        return enum_value(contract, numbers[text])
    combined = 0
    for name in text.split(" "):
        if name and name not in numbers:
            raise ValueError(f"{quoted(name)} is no flag of {declared.name}")
        combined |= numbers[name] if name else 0
    return enum_value(contract, combined)


def _names(contract: Contract) -> str:
    names = list(contract.enum_names.wires)
    return "one of " + ", ".join(quoted(name) for name in names[:20])
