"""Values where a contract says only ``object``: .NET writes their type as ``i:type``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from wiresmith.kinds import all_kinds, loaded
from wiresmith.runtime.xml.fast.runs import unusual
from wiresmith.values.lexical import base64_text, xml_number
from wiresmith.values.namespaces import XS
from wiresmith.values.qnames import QName
from wiresmith.values.xml_text import escape

_LEAST, _GREATEST = -(2**31), 2**31 - 1
_LONG = range(-(2**63), 2**63)


@cache
def _writers() -> dict[type, tuple[QName, Callable[[Any], str]]]:
    """The contract name and the writer of each very class: a value of another one, a number that keeps its
    text among them, is the exact writer's.
    """
    writers: dict[type, tuple[QName, Callable[[Any], str]]] = {}
    for kind in all_kinds():
        for cls in map(loaded, kind.boxed_classes):
            code = kind.xml_writer("dotnet", "framework")
            writers[cls] = kind.contract_name, escape if code is None else loaded(code.functions[0])
    return writers


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
        name, write = _writers().get(cls) or unusual()
        namespace, local, text = name.namespace, name.local, write(value)
    opening = f'{start} xmlns:{prefix}="{namespace}" i:type="{prefix}:{local}"{default}'
    return f"{opening}>{text}{end}" if end else f"{opening} />"
