"""The values of a declared enum: checked nodes become `EnumValueDoc` records.

An enum has one of three forms: texts, integers, or names with integers (``{Red: 0, Green: 1}``), alone or with what is known about each.
"""

from __future__ import annotations

from typing import Literal

from wiresmith.language.document import EnumValueDoc, Placed
from wiresmith.language.problem import Problems, shown
from wiresmith.language.read_fields import entries, placed_text, placed_value, read_xml
from wiresmith.language.scalars import meaning
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, Sequence

Base = Literal["str", "int"]


def read_enum(
    node: Node, base: Placed[str] | None, problems: Problems
) -> tuple[tuple[EnumValueDoc, ...], Base]:
    """The values under ``enum:``, and what they are in JSON; ``base`` is what the spec says about that."""
    keys: dict[str, tuple[Scalar, Node]] = {}
    pairs = entries(node)
    if isinstance(node, Sequence):
        pairs = tuple((item, item) for item in node.items if isinstance(item, Scalar))
    for key, facts in pairs:
        if key.text in keys:
            problems.add(key.at, f"{shown(key.text)} stands twice in the enum")
        else:
            keys[key.text] = (key, facts)
    values = list(keys.values())
    numbers = [_number(key, facts) for key, facts in values]
    if any(numbers):
        return _named(values, numbers, base, problems)
    plain = tuple(_value(key, facts, _wire(key), None, problems) for key, facts in values)
    return plain, _base(plain, base, problems)


def _named(
    values: list[tuple[Scalar, Node]],
    numbers: list[Placed[int] | None],
    base: Placed[str] | None,
    problems: Problems,
) -> tuple[tuple[EnumValueDoc, ...], Base]:
    """Values that have a name and a number; the number is what JSON holds unless the base is ``str``."""
    wanted: Base = "str" if base is not None and base.value == "str" else "int"
    found: list[EnumValueDoc] = []
    for (key, facts), number in zip(values, numbers, strict=True):
        name = Placed(key.text, key.at)
        if number is None:
            problems.add(
                key.at,
                f"{shown(key.text)} has no number, and other values of the enum have one",
                "all values have a name and a number, or none has",
                f"write {shown(key.text)[1:-1]}: <number>",
            )
        elif isinstance(meaning(key), int):
            problems.add(
                key.at,
                f"the name of the number {number.value} is a number",
                "a name is expected",
                f'quote it: "{key.text}"',
            )
        else:
            wire: Placed[str | int] = Placed(key.text, key.at)
            if wanted == "int":
                wire = Placed(number.value, number.at)
            found.append(_value(key, facts, wire, name, problems))
    return tuple(found), wanted


def _number(key: Scalar, facts: Node) -> Placed[int] | None:
    """The number beside a name."""
    if facts is key:
        return None
    value = placed_value(facts.get("value") if isinstance(facts, Mapping) else facts)
    return Placed(value.value, value.at) if value is not None and isinstance(value.value, int) else None


def _wire(key: Scalar) -> Placed[str | int]:
    value = meaning(key)
    return Placed(value if isinstance(value, int) and not isinstance(value, bool) else key.text, key.at)


def _value(
    key: Scalar, node: Node, wire: Placed[str | int], name: Placed[str] | None, problems: Problems
) -> EnumValueDoc:
    facts = node if isinstance(node, Mapping) else Mapping((), key.at)
    return EnumValueDoc(
        wire=wire,
        name=name,
        doc=placed_text(facts.get("doc")),
        python=placed_text(facts.get("python")),
        xml=read_xml(facts.get("xml"), problems),
    )


def _base(values: tuple[EnumValueDoc, ...], base: Placed[str] | None, problems: Problems) -> Base:
    wanted: Base = "int" if values and isinstance(values[0].wire.value, int) else "str"
    if base is not None:
        wanted = "int" if base.value == "int" else "str"
    for value in values:
        wire = value.wire
        if wanted == "str" and isinstance(wire.value, int):
            hint = f'quote it: "{wire.value}"'
            problems.add(wire.at, f"{wire.value} is an integer in an enum of text", "", hint)
        elif wanted == "int" and isinstance(wire.value, str):
            problems.add(wire.at, f"{shown(wire.value)} is text in an enum of integers")
    return wanted
