"""All kinds of scalars, by name, by contract name, and by the classes of their values."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wiresmith.kinds.kind import Kind
    from wiresmith.values.qnames import QName

_INTEGERS = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
BUILT_IN: Mapping[str, str] = {
    "str": "str", "bool": "bool", "int": "integers", **dict.fromkeys(_INTEGERS, "integers"),
    "number": "number", "float32": "floats",
    "float64": "floats", "decimal": "decimal", "datetime": "datetime", "datetimeoffset": "datetimeoffset",
    "date": "date", "time": "time",
    "timedelta": "timedelta", "uuid": "uuid", "uri": "uri", "bytes": "bytes", "char": "char",
    "qname": "qname", "any": "any",
}  # fmt: skip
"""The kinds of the spec language, in the order in which they are listed, and the module that
registers each.
"""


class _Kinds(dict[str, "Kind"]):
    """The kinds by name; a built-in one is loaded when it is first asked for."""

    def __missing__(self, name: str) -> Kind:
        module = BUILT_IN.get(name)
        if module is None:
            raise LookupError(f"there is no kind of scalar {name!r}")
        import_module(f"wiresmith.kinds.{module}")
        return self[name]


_registered = _Kinds()
_foreign: dict[str, Kind] = {}
_told: list[str] = []


def register(kind: Kind) -> Kind:
    """Make a kind known by its name; the same kind is returned.

    A kind that is none of the built-in ones is registered before the first spec or package is read: tables of
    all kinds are made once.

    Raises:
        ValueError: another kind has the name.
        RuntimeError: the kinds have been asked for already.
    """
    if kind.name not in BUILT_IN:
        if _told:
            raise RuntimeError(
                f"the kind {kind.name} is registered too late: kinds are registered before the first use of "
                "any"
            )
        if kind.name in _foreign:
            raise ValueError(f"there is a kind {kind.name} already")
        _foreign[kind.name] = kind
    elif kind.name in _registered:
        raise ValueError(f"there is a kind {kind.name} already")
    _registered[kind.name] = kind
    return kind


kind_of: Callable[[str], Kind] = _registered.__getitem__
"""The kind of this name.

Raises LookupError where there is none. It is asked for each scalar of a document, hence no function of
Python's.
"""


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind, the built-in ones first."""
    _told.append("all")
    return (*map(kind_of, BUILT_IN), *_foreign.values())


@cache
def kind_names() -> frozenset[str]:
    """The names of all kinds, none of which is loaded for it."""
    _told.append("names")
    return frozenset((*BUILT_IN, *_foreign))


@cache
def by_contract_name() -> Mapping[QName, Kind]:
    """The kind that each contract name means."""
    return {kind.contract_name: kind for kind in all_kinds() if not kind.is_synonym}


@cache
def by_other_name() -> Mapping[QName, Kind]:
    """The kind that each name of a type means which .NET reads and never writes."""
    return {name: kind for kind in all_kinds() for name in kind.also_read}


@cache
def _by_class() -> Mapping[type, Kind]:
    return {
        cls: kind
        for kind in reversed(all_kinds())
        if kind.boxes and not kind.is_synonym
        for cls in kind.classes
    }


def kind_of_value(value: Any) -> Kind | None:
    """The kind that a value's Python class alone stands for; None for integers, whose size says which they
    are, and for no scalar.
    """
    table = _by_class()
    for cls in type(value).__mro__:
        kind = table.get(cls)
        if kind is not None:
            return kind
    return None
