"""Checks a tree of nodes against the tables of `language`, and reports everything that does not fit.

What comes back fits: unknown keys are gone, and whatever is wrong has a `Broken` in its place.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

from wiresmith.language.document import Spot
from wiresmith.language.keys import DEFINITIONS
from wiresmith.language.problem import Problems, listed, nearest, shown
from wiresmith.language.scalars import Trap, described, meaning
from wiresmith.language.shape import (
    IDENTIFIER,
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
from wiresmith.language.yaml_nodes import Broken, Mapping, Node, Scalar, Sequence


def conform(node: Node, shape: Shape, name: str, problems: Problems) -> Node:
    """Check ``node``, the value of ``name`` (for messages), against ``shape``."""
    return _Check(problems).node(node, shape, name)


class _Check:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def node(self, node: Node, shape: Shape, name: str) -> Node:
        if isinstance(node, Broken):
            return node
        if isinstance(shape, Either):
            return self._either(node, shape, name)
        if isinstance(node, Scalar) and not isinstance(shape, Many | Table | Keys):
            if isinstance(shape, Nothing):
                return node if _is_null(node) else self._wrong_kind(node, (shape,), name)
            return self._scalar(node, shape, name)
        if isinstance(node, Sequence) and isinstance(shape, Many):
            return self._many(node, shape, name)
        if isinstance(node, Mapping) and isinstance(shape, Table):
            return self._table(node, shape, name)
        if isinstance(node, Mapping) and isinstance(shape, Keys):
            return self._keys(node, shape)
        return self._wrong_kind(node, (shape,), name)

    def _either(self, node: Node, either: Either, name: str) -> Node:
        for shape in either.shapes:
            if isinstance(shape, Nothing):
                fits = isinstance(node, Scalar) and _is_null(node)
            elif isinstance(shape, Many):
                fits = isinstance(node, Sequence)
            elif isinstance(shape, Table | Keys):
                fits = isinstance(node, Mapping)
            else:
                fits = isinstance(node, Scalar) and not _is_null(node)
            if fits:
                return self.node(node, shape, name)
        return self._wrong_kind(node, either.shapes, name)

    def _wrong_kind(self, node: Node, shapes: Iterable[Shape], name: str) -> Broken:
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
        expected = listed(_kind(shape) for shape in shapes)
        self.problems.add(node.at, f"{name} is {found}", f"{expected} is expected", suggestion)
        return Broken(node.at)

    # --- scalars ---

    def _scalar(self, node: Scalar, shape: ScalarShape, name: str) -> Node:
        value = meaning(node)
        if isinstance(shape, Text | Identifier | Word | TypeText):
            if not isinstance(value, str):
                return self._not_text(node, shape, name)
            return self._text(node, value, shape, name)
        if isinstance(value, Trap):
            self._trap(node, value, name, shape)
            return Broken(node.at)
        whole = isinstance(value, int) and not isinstance(value, bool)
        match shape:
            case Integer(least, greatest, rule):
                if whole and isinstance(value, int) and least <= value <= greatest:
                    return node
                if whole:
                    span = str(least) if least == greatest else f"{least} to {greatest}"
                    message = f"{name} is {shown(node.text)[1:-1]}"
                    self.problems.add(node.at, message, f"{span} is expected", rule)
                    return Broken(node.at)
            case Number():
                if not isinstance(value, bool | str | None):
                    return node
            case Flag():
                if isinstance(value, bool):
                    return node
            case EnumValue():
                if isinstance(value, str) or whole:
                    return node
                self._quote_it(node, name, "text or an integer")
                return Broken(node.at)
            case Value():
                return node
        return self._wrong_kind(node, (shape,), name)

    def _text(self, node: Scalar, value: str, shape: Text | Identifier | Word | TypeText, name: str) -> Node:
        if not value and not (isinstance(shape, Text) and shape.may_be_empty):
            self.problems.add(node.at, f"{name} is empty", f"{_kind(shape)} is expected")
            return Broken(node.at)
        if isinstance(shape, Word):
            if value in shape.options:
                return node
            near = nearest(value, shape.options)
            suggestion = f"did you mean {shown(near)}?" if near else ""
            self.problems.add(
                node.at, f"{name} is {shown(value)}", f"{listed(shape.options)} is expected", suggestion
            )
            return Broken(node.at)
        if isinstance(shape, Identifier):
            if re.fullmatch(IDENTIFIER, value) and not keyword.iskeyword(value):
                return node
            what = "a keyword of Python" if keyword.iskeyword(value) else "no Python name"
            self.problems.add(
                node.at,
                f"{name} is {shown(value)}, {what}",
                "letters, digits and _ are expected, and no keyword",
            )
            return Broken(node.at)
        if isinstance(shape, Text) and not shape.accepts(value):
            self.problems.add(node.at, f"{name} is {shown(value)}", f"{shape.form} is expected")
            return Broken(node.at)
        return node

    def _not_text(self, node: Scalar, shape: Text | Identifier | Word | TypeText, name: str) -> Broken:
        if _is_null(node) and not node.text:
            self.problems.add(node.at, f"{name} is empty", f"{_kind(shape)} is expected")
        else:
            self._quote_it(node, name, _kind(shape))
        return Broken(node.at)

    def _quote_it(self, node: Scalar, name: str, expected: str) -> None:
        reading = described(node)
        written = shown(node.text)[1:-1]
        self.problems.add(
            node.at,
            f"{name}: YAML reads {written} as {reading}",
            f"{expected} is expected",
            f'quote it: "{written}"',
        )

    def _trap(self, node: Scalar, trap: Trap, name: str, shape: Shape) -> None:
        written = shown(node.text)[1:-1]
        hint = f'quote it: "{written}"'
        if trap.reading == "a boolean" and isinstance(shape, Flag | Value):
            hint = "write true or false" + (f", or {hint}" if isinstance(shape, Value) else "")
        elif trap.reading == "a number" and isinstance(shape, Integer | Number | Value):
            hint = "write a plain decimal number" + (f", or {hint}" if isinstance(shape, Value) else "")
        self.problems.add(
            node.at,
            f"{name}: some versions of YAML read {written} as {trap.reading}",
            f"{_kind(shape)} is expected",
            hint,
        )

    # --- collections ---

    def _many(self, node: Sequence, shape: Many, name: str) -> Node:
        if not node.items and not shape.may_be_empty:
            self.problems.add(node.at, f"{name} is an empty list", "", "give an item, or leave the key out")
            return Broken(node.at)
        return Sequence(
            tuple(self.node(item, shape.item, f"an item of {name}") for item in node.items), node.at
        )

    def _table(self, node: Mapping, shape: Table, name: str) -> Node:
        if not node.entries and not shape.may_be_empty:
            self.problems.add(
                node.at, f"{name} is an empty mapping", "", "give an entry, or leave the key out"
            )
            return Broken(node.at)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            if not self._is_key(key, shape):
                continue
            same = key.text.removesuffix("?") if shape.key.question_mark != "of the name" else key.text
            if same in entries:
                first = entries[same][0].at.line
                self.problems.add(key.at, f"{shown(same)} stands twice; the first is in line {first}")
                continue
            entries[same] = (key, self.node(value, shape.value, shown(key.text)))
        return Mapping(tuple(entries.values()), node.at, node.flow)

    def _is_key(self, key: Scalar, shape: Table) -> bool:
        rule = shape.key
        value = meaning(key)
        if not isinstance(value, str) and not (
            rule.numeric and isinstance(value, int) and not isinstance(value, bool)
        ):
            self._quote_it(key, f"the name of {shape.what}", rule.form)
            return key.text != ""
        bare = key.text.removesuffix("?") if rule.question_mark != "of the name" else key.text
        if not bare:
            self.problems.add(key.at, f"the name of {shape.what} is empty", f"{rule.form} is expected")
            return False
        if rule.pattern and re.fullmatch(rule.pattern, bare, re.ASCII) is None:
            self.problems.add(
                key.at, f"the name of {shape.what} is {shown(bare)}", f"{rule.form} is expected"
            )
            return False
        if rule.question_mark == "refused" and key.text.endswith("?"):
            self.problems.add(key.at, f"{shape.what} cannot be left out", "", f"write {shown(bare)[1:-1]}:")
        return True

    def _keys(self, node: Mapping, shape: Keys) -> Node:
        entries: list[tuple[Scalar, Node]] = []
        present: dict[str, Spot] = {}
        for key, value in node.entries:
            known = shape.key(key.text)
            if known is None:
                # A key that is only misspelt is not missing as well.
                if (meant := self._unknown(key, value, node, shape)) is not None:
                    present.setdefault(meant, key.at)
            else:
                present[key.text] = key.at
                entries.append((key, self.node(value, known.value, key.text)))
        for wanted in shape.keys:
            if wanted.required and wanted.name not in present:
                message = f"{wanted.name}: is missing in {shape.what}"
                self.problems.add(node.at, message, "", _how(wanted.value, wanted.name))
        self._check_groups(node.at, present, shape)
        return Mapping(tuple(entries), node.at, node.flow)

    def _check_groups(self, at: Spot, present: dict[str, Spot], shape: Keys) -> None:
        there = [name for name in present if name in shape.one_of]
        if shape.one_of and not there:
            self.problems.add(
                at, f"{shape.what} has none of {listed(shape.one_of)}", "exactly one is expected"
            )
        for group in (shape.one_of, *shape.at_most_one):
            first, *others = [name for name in present if name in group] or [""]
            for other in others:
                self.problems.add(
                    present[other],
                    f"{other}: stands beside {first}:",
                    f"only one of {listed(group)} is allowed",
                )
        for name, other in shape.needs:
            if name in present and other not in present and there:
                self.problems.add(
                    present[name], f"{name}: stands beside {there[0]}:", f"it belongs beside {other}:"
                )

    def _unknown(self, key: Scalar, value: Node, node: Mapping, shape: Keys) -> str | None:
        """Report a key that is none of the language there; returns the one that was probably meant."""
        known = [each.name for each in shape.keys]
        near = nearest(key.text, known)
        homes = [keys.what for keys in DEFINITIONS.values() if keys.key(key.text)]
        meant: str | None = None
        message, expected, suggestion = f"unknown key {shown(key.text)} in {shape.what}", "", ""
        if node.flow and isinstance(value, Scalar) and value.plain and not value.text:
            expected, suggestion = "YAML ends a text at every comma inside { }", "quote the text before it"
        elif near is not None and (not homes or near.startswith(key.text) or key.text.startswith(near)):
            meant, suggestion = near, f"did you mean {shown(near)}?"
        else:
            expected = f"known are {', '.join(known)}"
            suggestion = f"{shown(key.text)} belongs to {listed(homes[:4])}" if homes else ""
        self.problems.add(key.at, message, expected, suggestion)
        return meant


def _is_null(node: Scalar) -> bool:
    return meaning(node) is None


def _how(shape: Shape, name: str) -> str:
    if isinstance(shape, Integer) and shape.least == shape.greatest:
        return f"write {name}: {shape.least}"
    return ""


def _kind(shape: Shape) -> str:
    match shape:
        case Text(form) | Identifier(form):
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
            return listed(map(_kind, shapes))
