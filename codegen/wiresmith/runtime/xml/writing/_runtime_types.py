"""The .NET types that Python values stand for where the declared type is ``object``."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from wiresmith.description import Scalar
from wiresmith.kinds import kind_names, kind_of, kind_of_value
from wiresmith.plan.type_names import normal
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.xml.writing._shown_values import class_of
from wiresmith.values.typed import Typed

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract, Contracts


class Untyped(ValueError):
    """A value whose type cannot be said; ``code`` and the message say why, ``expected`` what to do."""

    def __init__(self, code: str, message: str, expected: str) -> None:
        super().__init__(message)
        self.code = code
        self.expected = expected


def runtime_type(value: Any, contracts: Contracts) -> tuple[Contract, Any]:
    """The contract of a value, and the value itself without what names its type.

    Raises:
        Untyped: for a value that stands for no type of the API.
    """
    if isinstance(value, Typed):
        return _named(value.type, contracts), value.value
    contract = contracts.of_class(value.__class__)
    if contract is not None:
        return contract, value
    if isinstance(value, Enum):
        raise Untyped("wrong-type", f"a {class_of(value)}", "an enum of this API")
    if isinstance(value, int) and not isinstance(value, bool):
        return contracts.of(Scalar(kind=_width(value))), value
    if (kind := kind_of_value(value)) is not None:
        return contracts.of(Scalar(kind=kind.name)), value
    if is_list(value) or is_dict(value):
        spelled = "list[str]" if is_list(value) else "dict[str, any]"
        raise Untyped(
            "untyped-value",
            f"a bare {class_of(value)}, which does not tell its type",
            f'Typed("{spelled}", …) with the type as a spec spells it',
        )
    raise Untyped("wrong-type", f"a {class_of(value)}", "a value whose type is known, or a Typed")


def _width(value: int) -> str:
    for kind in map(kind_of, ("int32", "int64")):
        if kind.in_range(value):
            return kind.name
    raise Untyped("out-of-bounds", "an integer of more than 64 bits", 'a smaller one, or Typed("uint64", …)')


def _named(text: str, contracts: Contracts) -> Contract:
    """The contract of a type as a spec spells it."""
    # Callers need not be typed.
    if not isinstance(text, str) or not text:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise Untyped(
            "wrong-type", f"a Typed whose type is {text!r}", 'the type as a spec spells it: "int16"'
        )
    name = normal(text).removesuffix(" | None")
    if name in kind_names():
        return contracts.of(Scalar(kind=name))
    contract = contracts.named(name)
    if contract is None:
        shown = excerpt(text)
        expected = f"a type of this API, with {shown} among its known_types"
        raise Untyped(
            "unknown-type", f"{shown} is not expected: the API has no such type where any may stand", expected
        )
    return contract
