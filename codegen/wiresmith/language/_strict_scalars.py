"""Reads single texts, numbers and flags as their shapes say, and reports those that do not fit."""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from wiresmith.language.annotation import read_annotation
from wiresmith.language.placed import Placed
from wiresmith.language.plain_text import Trap, described, meaning
from wiresmith.language.problem import Problems, listed, nearest, shown
from wiresmith.language.shape import (
    IDENTIFIER,
    Date,
    Either,
    EnumValue,
    Flag,
    Identifier,
    Integer,
    Keys,
    Many,
    Nothing,
    Number,
    Shape,
    Table,
    Text,
    TypeText,
    Value,
    Word,
)
from wiresmith.language.shape import Scalar as ScalarShape
from wiresmith.language.yaml_nodes import Mapping, Scalar, Sequence


class Wrong:
    """Stands where something is that is reported already."""


WRONG: Final = Wrong()


def read_scalar(node: Scalar, shape: ScalarShape, name: str, problems: Problems) -> object:
    """The value of a scalar with its place, or an annotation; `WRONG` where it has not the shape.

    Parameters: ``name``, what messages call it.
    """
    value = meaning(node)
    if isinstance(shape, Date) and (isinstance(value, str | Trap) or type(value) is int):
        if re.fullmatch(shape.pattern, node.text, re.ASCII):
            return Placed(node.text, node.at)
        problems.add(node.at, f"{name} is {shown(node.text)}", f"{shape.form} is expected")
        return WRONG
    if isinstance(shape, Text | Identifier | Word | TypeText):
        if not isinstance(value, str):
            return _not_text(node, shape, name, problems)
        return _text(node, value, shape, name, problems)
    if isinstance(value, Trap):
        return _trap(node, value, name, shape, problems)
    whole = isinstance(value, int) and not isinstance(value, bool)
    match shape:
        case Integer(least, greatest, rule) if isinstance(value, int) and whole:
            if least <= value <= greatest:
                return Placed(value, node.at)
            span = str(least) if least == greatest else f"{least} to {greatest}"
            problems.add(node.at, f"{name} is {shown(node.text)[1:-1]}", f"{span} is expected", rule)
            return WRONG
        case Number() if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return _number(node, value, shape, name, problems)
        case Flag() if isinstance(value, bool):
            return Placed(value, node.at)
        case EnumValue():
            if isinstance(value, str) or whole:
                return Placed(value, node.at)
            return quote_it(node, name, "text or an integer", problems)
        case Value():
            return Placed(value, node.at)
        case _:
            return wrong_kind(node, (shape,), name, problems)


def is_null(node: Scalar) -> bool:
    """Is ``null`` written there, or nothing?"""
    return meaning(node) is None


def wrong_kind(
    node: Scalar | Sequence | Mapping, shapes: Iterable[Shape], name: str, problems: Problems
) -> Wrong:
    """Report what is none of the shapes."""
    shapes = tuple(shapes)
    suggestion = ""
    found = "a list" if isinstance(node, Sequence) else "a mapping"
    if isinstance(node, Scalar):
        found = described(node) if node.text or not node.plain else "empty"
        if found == "text":
            found = shown(node.text)
            if any(isinstance(shape, Keys) and shape.one_of and shape.key("type") for shape in shapes):
                suggestion = f"write {{type: {shown(node.text)[1:-1]}}}"
    elif any(isinstance(shape, TypeText) for shape in shapes):
        suggestion = "write list[…] or dict[…, …], quoted"
    expected = listed(kind_of(shape) for shape in shapes)
    problems.add(node.at, f"{name} is {found}", f"{expected} is expected", suggestion)
    return WRONG


def quote_it(node: Scalar, name: str, expected: str, problems: Problems) -> Wrong:
    """Report what YAML takes for something else than text, which it was meant to be."""
    reading = described(node)
    written = shown(node.text)[1:-1]
    problems.add(
        node.at,
        f"{name}: YAML reads {written} as {reading}",
        f"{expected} is expected",
        f'quote it: "{written}"',
    )
    return WRONG


def kind_of(shape: Shape) -> str:
    """A shape in words: ``a number``, ``the mapping of a body``."""
    match shape:
        case Text(form) | Identifier(form) | Date(form):
            return form
        case Word():
            return listed(shape.options)
        case Integer(least, greatest):
            return str(least) if least == greatest else "an integer"
        case Number():
            return "a number"
        case Flag():
            return "true or false"
        case Value():
            return "a value"
        case EnumValue():
            return "text or an integer"
        case TypeText():
            return "an annotation"
        case Nothing():
            return "null"
        case Many():
            return "a list"
        case Table(what=what):
            return f"a mapping ({what} for each name)"
        case Keys(what=what):
            return f"the mapping of {what}" if what.startswith("a") else "a mapping"
        case Either(shapes):
            return listed(map(kind_of, shapes))


def _text(
    node: Scalar, value: str, shape: Text | Identifier | Word | TypeText, name: str, problems: Problems
) -> object:
    if not value and not (isinstance(shape, Text) and shape.may_be_empty):
        problems.add(node.at, f"{name} is empty", f"{kind_of(shape)} is expected")
        return WRONG
    if isinstance(shape, TypeText):
        return read_annotation(node, problems)
    if isinstance(shape, Word) and value not in shape.options:
        near = nearest(value, shape.options)
        suggestion = f"did you mean {shown(near)}?" if near else ""
        problems.add(node.at, f"{name} is {shown(value)}", f"{listed(shape.options)} is expected", suggestion)
        return WRONG
    if isinstance(shape, Identifier) and (keyword.iskeyword(value) or not re.fullmatch(IDENTIFIER, value)):
        what = "a keyword of Python" if keyword.iskeyword(value) else "no Python name"
        expected = "letters, digits and _ are expected, and no keyword"
        problems.add(node.at, f"{name} is {shown(value)}, {what}", expected)
        return WRONG
    if isinstance(shape, Text) and not shape.accepts(value):
        problems.add(node.at, f"{name} is {shown(value)}", f"{shape.form} is expected")
        return WRONG
    return Placed(value, node.at)


def _not_text(
    node: Scalar, shape: Text | Identifier | Word | TypeText, name: str, problems: Problems
) -> Wrong:
    if is_null(node) and not node.text:
        problems.add(node.at, f"{name} is empty", f"{kind_of(shape)} is expected")
        return WRONG
    return quote_it(node, name, kind_of(shape), problems)


def _number(node: Scalar, value: Decimal | int, shape: Number, name: str, problems: Problems) -> object:
    if isinstance(value, int) and not shape.is_float:
        return Placed(value, node.at)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        problems.add(node.at, f"{name} is larger than any float64")
        return WRONG
    return Placed(number, node.at)


def _trap(node: Scalar, trap: Trap, name: str, shape: Shape, problems: Problems) -> Wrong:
    written = shown(node.text)[1:-1]
    hint = f'quote it: "{written}"'
    if trap.reading == "a boolean" and isinstance(shape, Flag | Value):
        hint = "write true or false" + (f", or {hint}" if isinstance(shape, Value) else "")
    elif trap.reading == "a number" and isinstance(shape, Integer | Number | Value):
        hint = "write a plain decimal number" + (f", or {hint}" if isinstance(shape, Value) else "")
    problems.add(
        node.at,
        f"{name}: some versions of YAML read {written} as {trap.reading}",
        f"{kind_of(shape)} is expected",
        hint,
    )
    return WRONG
