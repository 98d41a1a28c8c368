"""The names that .NET's DataContractSerializer gives things in XML: namespaces, encoded names, generics,
collections, member order.

The rules are those of System.Runtime.Serialization (DataContract.GetStableName and what it calls); tests
compare them with bytes that the serializer wrote.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import quote
from xml.parsers import expat

from wiresmith.description import QName
from wiresmith.kinds import kind_of
from wiresmith.values.namespaces import ARRAYS, CONTRACTS, SERIALIZATION, SYSTEM, XS

LONGEST_NAME: Final = 20_000
"""Characters of a name that a format gives; formats within formats would multiply without end."""

_ESCAPE: Final = re.compile(r"_(?=[Xx](?:[0-9a-fA-F]{8}|[0-9a-fA-F]{4})_)")
_PLACEHOLDER: Final = re.compile(r"\{([^}]*)(\}?)")
_INDEX: Final = re.compile(r"[\t-\r ]*[+-]?[0-9]{1,99}[\t-\r ]*\0*", re.ASCII)
"""The texts that Int32.TryParse takes."""


def namespace_of_clr(clr_namespace: str) -> str:
    """The contract namespace of a CLR namespace, as ``new Uri(base, clrNamespace).AbsoluteUri`` gives it.

    Raises ValueError for a text that is no CLR namespace.
    """
    if clr_namespace and not all(part.isidentifier() for part in clr_namespace.split(".")):
        raise ValueError("not a CLR namespace: identifiers joined by dots")
    return CONTRACTS + quote(clr_namespace, safe=".")


@lru_cache(maxsize=4096)
def is_ncname(name: str) -> bool:
    """Whether a text is an XML name without a colon by XML 1.0, fourth edition, which both .NET and expat go
    by.
    """
    if not name or any("\ud800" <= c <= "\udfff" for c in name):
        return False
    seen: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda element, attributes: seen.append(element)
    try:
        parser.Parse(f"<{name}/>".encode(), True)
    except expat.ExpatError:
        return False
    return seen == [name] and ":" not in name


def encode_local_name(name: str) -> str:
    """A name as it stands in XML: itself if it can, else with ``_xHHHH_`` escapes
    (XmlConvert.EncodeLocalName).
    """
    if is_ncname(name):
        return name
    escapes = {match.start() for match in _ESCAPE.finditer(name)}
    return "".join(
        character
        if position not in escapes and is_ncname(("" if position == 0 else "a") + character)
        else _escaped(character)
        for position, character in enumerate(name)
    )


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "_xFFFD_"
    return f"_x{code:08X}_" if code > 0xFFFF else f"_x{code:04X}_"


def ordinal(name: str) -> bytes:
    """The sort key of a name for .NET's ordinal comparison, which goes by UTF-16 code units."""
    return name.encode("utf-16-be", "surrogatepass")


def member_order(encoded_name: str, order: int | None) -> tuple[int, int, bytes]:
    """The sort key of a member within its class: members without ``Order`` first, then by it,
    then by name.
    """
    return (0, 0, ordinal(encoded_name)) if order is None else (1, order, ordinal(encoded_name))


def digest(parameter_counts: Sequence[int], argument_namespaces: Sequence[str]) -> str:
    """The 8 characters or more that keep closed generics apart whose arguments have equal names in other
    namespaces.

    ``parameter_counts``: how many type parameters the generic type itself has, then each type it is nested
    in, innermost first.
    """
    text = "".join(f" {count}" for count in parameter_counts) + "".join(
        f" {namespace}" for namespace in argument_namespaces
    )
    short = hashlib.md5(text.encode(), usedforsecurity=False).digest()[:6]
    return base64.b64encode(short).decode("ascii").rstrip("=").replace("/", "_S").replace("+", "_P")


def generic_name(
    name: str, arguments: Sequence[QName], *, parameter_counts: Sequence[int] | None = None
) -> str:
    """The contract name of a closed generic that has no name of its own: ``PBPRReturnOfBatch7NMnQmOk``.

    ``arguments`` are the contract names of the type arguments; ``parameter_counts`` as in `digest`, when the
    type is nested in another.
    """
    spelled = "".join(argument.local for argument in arguments)
    return f"{name}Of{spelled}{_told_apart(arguments, parameter_counts)}"


def expanded_name(
    name: str, arguments: Sequence[QName], *, parameter_counts: Sequence[int] | None = None
) -> str:
    """The name of a closed generic from a format as in ``[DataContract(Name = "{0}Page{#}")]``.

    ``{0}`` is the first argument's name and ``{#}`` the digest (DataContract.ExpandGenericParameters). Raises
    ValueError for a bad format, in .NET's words.
    """

    room = LONGEST_NAME - len(name)

    def expanded(match: re.Match[str]) -> str:
        nonlocal room
        found = inserted(match)
        room -= len(found)
        if room < 0:
            raise ValueError(f"more than {LONGEST_NAME:,} characters")
        return found

    def inserted(match: re.Match[str]) -> str:
        inside = match[1]
        if not match[2]:
            raise ValueError("a curly brace '{' that is not matched with a closing curly brace")
        if inside == "#":
            return _told_apart(arguments, parameter_counts)
        index = int(inside.strip(" \t\n\v\f\r\0")) if _INDEX.fullmatch(inside) else -1
        if not 0 <= index < len(arguments):
            raise ValueError(
                f"curly braces with {inside!r} inside: a number between 0 and {len(arguments) - 1} or # is "
                "expected"
            )
        return arguments[index].local

    return _PLACEHOLDER.sub(expanded, name)


def _told_apart(arguments: Sequence[QName], parameter_counts: Sequence[int] | None) -> str:
    """The digest, where the names of the arguments alone do not tell the type apart."""
    counts = [len(arguments)] if parameter_counts is None else parameter_counts
    foreign = any(argument.namespace not in (XS, SERIALIZATION) for argument in arguments)
    return (
        digest(counts, [argument.namespace for argument in arguments]) if foreign or len(counts) > 1 else ""
    )


def nullable_of(value: QName) -> QName:
    """The contract of ``Nullable<T>`` for a value type, as an item or type argument."""
    return QName(generic_name("Nullable", [value]), SYSTEM)


def array_of(item: QName) -> QName:
    """The contract of a list; built-in items make it one of the ``Arrays`` namespace."""
    built_in = item.namespace in (XS, SERIALIZATION)
    return QName(f"ArrayOf{item.local}", ARRAYS if built_in else item.namespace)


def key_value_of(key: QName, value: QName) -> QName:
    """The entry element of a dictionary; always in the ``Arrays`` namespace."""
    return QName(generic_name("KeyValue", [key, value]), ARRAYS)


def dictionary_of(key: QName, value: QName) -> QName:
    """The contract of a dictionary."""
    return array_of(key_value_of(key, value))


def primitive_root(kind: str) -> QName:
    """The root element of a document that is one scalar."""
    name = kind_of(kind).contract_name
    return QName(name.local, SERIALIZATION) if name.namespace == XS else name
