"""The meaning of a plain (unquoted) text of YAML, and the texts about which YAML's versions and readers
disagree.

Only what every version reads the same way has a meaning here: ``true``, ``null``, ``12``, ``1.10``.
Everything that some reader takes for something else than text (``no``, ``2024-01-31``, ``017``, ``1:30``) is
a trap and has to be quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol, cast

import yaml
from yaml.resolver import Resolver

from wiresmith.language.placed import Plain
from wiresmith.language.yaml_nodes import Scalar

LONGEST_NUMBER: Final = 400
"""Characters of a number, and the greatest exponent of one."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?(?:[eE]([+-]?[0-9]+))?\Z", re.ASCII)
_YAML12_INTEGER: Final = re.compile(r"0[oO][0-7]+\Z")


class _TagResolver(Protocol):
    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool], /) -> str: ...


_RESOLVER: Final = cast("_TagResolver", Resolver())
_TAGS: Final = {
    "bool": "a boolean",
    "int": "a number",
    "float": "a number",
    "timestamp": "a timestamp",
    "merge": "a merge key",
    "value": "a default value",
}


@dataclass(frozen=True, slots=True)
class Trap:
    """A plain text that YAML readers do not agree about; ``reading`` is what some take it for."""

    reading: str


def meaning(scalar: Scalar) -> Plain | Trap:
    """The value of a scalar: text if it is quoted, else what YAML says; a non-integer is a Decimal, as
    written.
    """
    text = scalar.text
    if not scalar.plain:
        return text
    number = _NUMBER.match(text)
    if number is not None:
        exponent = number[2] or "0"
        if len(text) > LONGEST_NUMBER or len(exponent) > 5 or abs(int(exponent)) > LONGEST_NUMBER:
            return Trap(f"a number of more than {LONGEST_NUMBER} digits")
        return Decimal(text) if number[1] or number[2] else int(text)
    if text in ("true", "false", "True", "False", "TRUE", "FALSE"):
        return text.lower() == "true"
    if _YAML12_INTEGER.match(text):
        return Trap("a number")
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    if tag == "null":
        return None
    return Trap(_TAGS[tag]) if tag in _TAGS else text


def described(scalar: Scalar) -> str:
    """The type that YAML takes a scalar for, in words: ``a number``, ``null``, ``text``."""
    value = meaning(scalar)
    if isinstance(value, Trap):
        return value.reading
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    return "text" if isinstance(value, str) else "a number"
