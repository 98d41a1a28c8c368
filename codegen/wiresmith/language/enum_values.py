"""The values of a declared enum.

An enum has one of three forms: texts, integers, or names with integers (``{Red: 0, Green: 1}``), alone or
with what is known about each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from wiresmith.language.facts import DOC, PYTHON
from wiresmith.language.placed import Placed
from wiresmith.language.problem import Problems, shown
from wiresmith.language.record import Record, entry, key, mapping
from wiresmith.language.shape import Either, EnumValue, Integer, Many, NameKey, Nothing, Table
from wiresmith.language.xml_keys import EnumValueXmlDoc

Base = Literal["str", "int"]
_NUMBER: Final = Integer(-(2**63), 2**64 - 1, "an enum of .NET has at most 64 bits")


@mapping("enum_value", "an enum value", short="value")
@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValueDoc(Record):
    """One value of an enum, alone in a list or with facts in a mapping; ``base`` is what the enum
    is in JSON.
    """

    entry: Placed[str | int] = entry()
    value: Placed[int] | None = key(_NUMBER, "The number of a value that has a name.")
    doc: Placed[str] | None = key(*DOC)
    python: Placed[str] | None = key(*PYTHON)
    xml: EnumValueXmlDoc | None = key(EnumValueXmlDoc.shape, "Its name in XML, where it differs.")
    base: Base = "str"

    @property
    def text(self) -> str:
        """The value or name as it is written."""
        return str(self.entry.value)

    @property
    def name(self) -> Placed[str] | None:
        """The name of a value that has a number too."""
        return Placed(self.text, self.entry.at) if self.value is not None else None

    @property
    def wire(self) -> Placed[str | int]:
        """The value that JSON holds."""
        if self.value is not None and self.base == "int":
            return Placed(self.value.value, self.value.at)
        return self.entry


ENUM: Final = Either(
    (
        Many(EnumValue()),
        Table(
            "an enum value",
            NameKey("text or an integer", numeric="number"),
            Either((Nothing(), _NUMBER, EnumValueDoc.shape)),
        ),
    )
)


def enum_values(
    written: Sequence[EnumValueDoc | Placed[str | int]], base: Placed[str] | None, problems: Problems
) -> tuple[tuple[EnumValueDoc, ...], Base]:
    """The values of an enum, and what they are in JSON.

    Parameters: ``written``, the values, alone or with facts; ``base``, what the spec says about JSON.
    """
    found: dict[str, EnumValueDoc] = {}
    for each in written:
        value = each if isinstance(each, EnumValueDoc) else EnumValueDoc(entry=each, at=each.at)
        if value.text in found:
            problems.add(value.entry.at, f"{shown(value.text)} stands twice in the enum")
        else:
            found[value.text] = value
    values = list(found.values())
    if any(value.value is not None for value in values):
        wanted: Base = "str" if base is not None and base.value == "str" else "int"
        values = [value for value in values if _is_named(value, problems)]
    else:
        wanted = _plain_base(values, base, problems)
    return tuple(replace(value, base=wanted) for value in values), wanted


def _is_named(value: EnumValueDoc, problems: Problems) -> bool:
    """Whether a value has a name and a number, which is what an enum with numbers holds; reported where it
    has not.
    """
    if value.value is None:
        problems.add(
            value.entry.at,
            f"{shown(value.text)} has no number, and other values of the enum have one",
            "all values have a name and a number, or none has",
            f"write {shown(value.text)[1:-1]}: <number>",
        )
        return False
    if isinstance(value.entry.value, int):
        problems.add(
            value.entry.at,
            f"the name of the number {value.value.value} is a number",
            "a name is expected",
            f'quote it: "{value.text}"',
        )
        return False
    return True


def _plain_base(values: Sequence[EnumValueDoc], base: Placed[str] | None, problems: Problems) -> Base:
    wanted: Base = "int" if values and isinstance(values[0].entry.value, int) else "str"
    if base is not None:
        wanted = "int" if base.value == "int" else "str"
    for value in values:
        entry = value.entry
        if wanted == "str" and isinstance(entry.value, int):
            hint = f'quote it: "{entry.value}"'
            problems.add(entry.at, f"{entry.value} is an integer in an enum of text", "", hint)
        elif wanted == "int" and isinstance(entry.value, str):
            problems.add(entry.at, f"{shown(entry.value)} is text in an enum of integers")
    return wanted
