"""JSON of what is no JSON value in Python: characters, XML names, flags, and whatever stands where .NET
declares ``object``.

The forms are those of Newtonsoft's serializer, which Web API uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from msgspec import Struct

from wiresmith.kinds import kind_names, kind_of, kind_of_value
from wiresmith.plan.enum_names import combines
from wiresmith.runtime.model import Model
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.shared_parts import refuse_endless
from wiresmith.values.qnames import QName
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from wiresmith.kinds import Kind
    from wiresmith.runtime.json.fast import JsonCodec

E = TypeVar("E", bound=Enum)


class WireName(Struct, forbid_unknown_fields=True):
    """An XmlQualifiedName: Newtonsoft writes its two fields."""

    name: str
    ns: str


def read_name(wire: WireName) -> QName:
    """The XML name that an object says."""
    return QName(wire.name, wire.ns)


def write_name(value: QName) -> WireName:
    """The object that says an XML name.

    Raises:
        TypeError: for anything else.
    """
    # Callers need not be typed.
    if not isinstance(value, QName):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a {type(value).__name__} is no QName")
    return WireName(value.local, value.namespace)


def known_flags(known: Mapping[int, E], value: int) -> E | int:
    """The member that a number is, or the number where it combines members.

    Raises:
        KeyError: if it has a bit that none of them has.
    """
    member = known.get(value)
    if member is not None:
        return member
    if not combines(known, value):
        raise KeyError(value)
    return value


def enum_key(names: Mapping[Any, str], value: int) -> str:
    """The member name of an enum key: the name in .NET, or the number where it has none."""
    return names.get(value) or str(int(value))


def without_form(value: object) -> NoReturn:
    """Refuse a dictionary whose keys are no texts.

    Raises:
        ValueError: always.
    """
    raise ValueError("JSON has no objects with such keys")


def any_json(value: Any, codecs: Mapping[Any, JsonCodec[Any]]) -> Any:
    """The value that the encoder is to write for a value of any type; objects of the API by the codecs of
    their classes.

    Raises:
        ValueError, TypeError: for what has no JSON form.
    """
    if isinstance(value, (Typed, list, dict)):
        refuse_endless(value)
    return _any_json(value, codecs)


def _any_json(value: Any, codecs: Mapping[Any, JsonCodec[Any]]) -> Any:
    if isinstance(value, Typed):
        return typed_json(value.type, value.value, lambda part: _any_json(part, codecs))
    if isinstance(value, Model):
        if type(value) in codecs:
            return codecs[type(value)].write(value)
    elif is_list(value):
        return [_any_json(item, codecs) for item in value]
    elif is_dict(value):
        return {_name(key): _any_json(item, codecs) for key, item in value.items()}
    return leaf_json(value)


def leaf_json(value: Any) -> Any:
    """The value that the encoder is to write for a value that holds no others.

    Raises:
        ValueError, TypeError: for what has no JSON form.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None:
        return None
    kind = kind_of_value(value)
    if kind is not None:
        return kind.to_json(value, "dotnet")
    if isinstance(value, XmlElement):
        raise ValueError(f"an element {value.name.local}, which was read from XML")
    raise TypeError(f"a {type(value).__name__} has no JSON form")


def typed_scalar(kind: Kind, value: Any) -> Any:
    """The value that the encoder is to write for a value of this kind.

    Raises:
        ValueError, TypeError: if it is none.
    """
    if kind.xml_shape == "open":
        if value is None:
            return {}  # new object()
        raise ValueError("a text without a type, which is known in XML only")
    if value is None:
        return None
    if not kind.accepts(value):
        raise TypeError(f"a {type(value).__name__}, where {kind.name} is {kind.wanted}")
    if not kind.in_range(value):
        raise ValueError(kind.expected("json", "dotnet"))
    return kind.to_json(value, "dotnet")


def typed_json(spelled: str, value: Any, part: Callable[[Any], Any], *, inside: bool = False) -> Any:
    """The value that the encoder is to write for a value of a type as a spec spells it; ``part`` says so
    where that is no type of a scalar.

    Raises:
        ValueError, TypeError: for what has no JSON form, or is no such value.
    """
    name = "".join(spelled.split()).removesuffix("|None")
    kind = kind_of(name) if name in kind_names() else None
    if kind is not None and not (inside and kind.xml_shape == "open"):
        return typed_scalar(kind, value)
    stem, bracket, rest = name.partition("[")
    if value is not None and bracket and stem in ("list", "dict"):
        first, second = _arguments(rest[:-1])
        if is_list(value) and stem == "list":
            return [typed_json(first, item, part, inside=True) for item in value]
        if is_dict(value) and stem == "dict":
            return {
                _key(first, key): typed_json(second, item, part, inside=True) for key, item in value.items()
            }
        raise TypeError(f"a {type(value).__name__} is no {spelled} that JSON can say")
    return part(value)


def _arguments(text: str) -> tuple[str, str]:
    """The texts before and behind the comma between the arguments of ``list[…]`` and ``dict[…]``."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if character == "," and not depth:
            return text[:place], text[place + 1 :]
    return text, ""


def _key(spelled: str, key: Any) -> str:
    if isinstance(key, Enum):
        return str(key.value)
    return kind_of(spelled).text(key, "json", "dotnet", "core") if spelled in kind_names() else _name(key)


def _name(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a member name of type {type(key).__name__}")
    return key
