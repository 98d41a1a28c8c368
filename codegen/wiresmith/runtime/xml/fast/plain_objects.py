"""Values where a contract says only ``object``: .NET writes their type as ``i:type``."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from wiresmith.runtime.xml.fast.runs import unusual
from wiresmith.runtime.xml.text import escape
from wiresmith.values.datetimes import DateTime, datetime_text
from wiresmith.values.durations import Duration, duration_text
from wiresmith.values.lexical import base64_text, boolean_text, xml_decimal, xml_number
from wiresmith.values.namespaces import SERIALIZATION, XS

_LEAST, _GREATEST = -(2**31), 2**31 - 1
_LONG = range(-(2**63), 2**63)

# By the very class: a value of another one, a number that keeps its text among them, is the exact writer's.
_TYPES: dict[type, tuple[str, str, Callable[[Any], str]]] = {
    str: (XS, "string", escape),
    bool: (XS, "boolean", boolean_text),
    Decimal: (XS, "decimal", xml_decimal),
    datetime.datetime: (XS, "dateTime", datetime_text),
    DateTime: (XS, "dateTime", datetime_text),
    datetime.timedelta: (SERIALIZATION, "duration", duration_text),
    Duration: (SERIALIZATION, "duration", duration_text),
}


def plain_object(
    value: object,
    start: str,
    prefix: str,
    end: str,
    default: str = "",
    number: Callable[[float], str] = xml_number,
) -> str:
    """Write an element that holds one plain value of any type.

    Args:
        value: what it holds.
        start: ``<Name``.
        prefix: for the namespace of its type, which nothing in scope may be bound to.
        end: ``</Name>``.
        default: the default namespace that the element declares, as an attribute.
        number: gives the text of a float.

    Raises:
        Unusual: for a value that is not plain.
        ValueError: for a text that XML cannot hold.
    """
    cls = type(value)
    if cls is int:
        assert isinstance(value, int)
        if value not in _LONG:
            unusual()
        namespace, local, text = XS, "int" if _LEAST <= value <= _GREATEST else "long", str(value)
    elif cls is bytes:
        assert isinstance(value, bytes)
        namespace, local, text = XS, "base64Binary", base64_text(value)
        if not text:
            end = ""
    elif cls is float:
        assert isinstance(value, float)
        namespace, local, text = XS, "double", number(value)
    else:
        namespace, local, write = _TYPES.get(cls) or unusual()
        text = write(value)
    opening = f'{start} xmlns:{prefix}="{namespace}" i:type="{prefix}:{local}"{default}'
    return f"{opening}>{text}{end}" if end else f"{opening} />"
