"""Every key of the spec language as Markdown tables, made from the records of `document`:
``docs/spec-keys.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wiresmith.language._strict_scalars import kind_of
from wiresmith.language.document import DEFINITIONS
from wiresmith.language.problem import listed
from wiresmith.language.shape import Either, Integer, Keys, Many, Shape, Table, TypeText, Value, Word

_START: Final = """\
# Every key of the spec language

Made by `wiresmith schema --out docs/spec-keys.md`. [The spec language](spec-language.md) says how the keys
are used. Keys in **bold** have to be there.
"""


def reference_text() -> str:
    """The text of ``docs/spec-keys.md``, the same on every run."""
    return "\n".join((_START, *(line for keys in DEFINITIONS for line in mapping_reference(keys))))


def mapping_reference(keys: Keys) -> Iterator[str]:
    """The lines about one mapping."""
    yield f"## {_title(keys)}"
    yield ""
    yield "| key | what stands there | what it means |"
    yield "| --- | --- | --- |"
    for key in keys.keys:
        name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
        yield f"| {name} | {_cell(_described(key.value))} | {_cell(key.doc)} |"
    rules = list(_rules(keys))
    if rules:
        yield ""
        yield " ".join(rules)
    yield ""


def _rules(keys: Keys) -> Iterator[str]:
    if keys.one_of:
        yield f"Exactly one of {_names(keys.one_of)} is there."
    for group in keys.at_most_one:
        yield f"At most one of {_names(group)} is there."
    homes: dict[str, list[str]] = {}
    for key in keys.keys:
        if key.beside:
            homes.setdefault(key.beside, []).append(key.name)
    for home, names in homes.items():
        yield f"Beside `{home}` alone: {', '.join(f'`{name}`' for name in names)}."


def _described(shape: Shape) -> str:
    match shape:
        case Keys():
            return f"[{_title(shape)}](#{_anchor(_title(shape))})"
        case Many(item):
            return f"a list: {_described(item)}"
        case Table(what=what, value=value):
            return f"a mapping, {what} for each name: {_described(value)}"
        case Either(shapes):
            return " or ".join(map(_described, shapes))
        case Word():
            return listed(f"`{option}`" for option in shape.options)
        case Integer(least, greatest) if least != greatest:
            return f"an integer, {least} to {greatest}"
        case TypeText():
            return "a type"
        case Value():
            return "a value: text, a number, true, false or null"
        case _:
            return kind_of(shape)


def _title(keys: Keys) -> str:
    return re.sub(r"^(an?|the) ", "", keys.what).replace(":", "")


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _names(names: tuple[str, ...]) -> str:
    return listed(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")
