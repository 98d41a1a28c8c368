"""The text of a scalar value of any kind, and the checks that emitted code makes on what it read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from wiresmith.runtime.datetimes import datetime_text, time_text
from wiresmith.runtime.durations import duration_text
from wiresmith.runtime.guids import guid
from wiresmith.runtime.lexical import base64_text, boolean_text, integer_text
from wiresmith.runtime.numbers import Format, number_text
from wiresmith.runtime.scalars import Dialect, check_constraints

if TYPE_CHECKING:
    from wiresmith.runtime.schema import Scalar, ScalarKind

T = TypeVar("T")


def scalar_text(kind: ScalarKind, value: Any, dialect: Dialect = "plain", form: Format = "json") -> str:
    """What stands in the document for a value of this kind (not escaped).

    Raises:
        ValueError: if the format has no text for it.
        TypeError, AttributeError: if the value is of another kind.
    """
    match kind:
        case "str" | "uri" | "any":
            return str(value)
        case "uuid":
            return guid(value)
        case "bool":
            return boolean_text(value)
        case "number" | "float32" | "float64" | "decimal":
            return number_text(value, form)
        case "datetime":
            return datetime_text(value)
        case "date":
            return str(value.isoformat())
        case "time":
            return time_text(value)
        case "timedelta":
            return duration_text(value, "timespan" if dialect == "datacontract" and form == "json" else "iso")
        case "bytes":
            return base64_text(value)
        case _:
            return integer_text(value)


def within(scalar: Scalar, value: T) -> T:
    """The value, if it is within the scalar's bounds.

    Raises:
        ValueError: if not; the message says what was expected.
    """
    if (expected := check_constraints(scalar, value)) is not None:
        raise ValueError(expected)
    return value


def is_within(scalar: Scalar, value: object) -> bool:
    """Is the value within the scalar's bounds?"""
    return check_constraints(scalar, value) is None
