"""Values where any type may stand: what Python has for a .NET object, and ``Typed`` for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.values.typed import Typed

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract


def boxed(value: Any, contract: Contract) -> Any:
    """A value of a type, for a place that takes any."""
    if value is None:
        return None
    if contract.kind == "object":
        return value
    if contract.kind == "enum":
        return value if isinstance(value, contract.cls or ()) else Typed(contract.spelled, value)
    if contract.kind in ("list", "dict"):
        return Typed(contract.spelled, value)
    kind = contract.scalar_kind
    return value if kind.stands_alone(value) else Typed(kind.name, value)
