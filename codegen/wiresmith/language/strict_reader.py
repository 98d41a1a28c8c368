"""Reads a tree of nodes as the records of `document` say, and reports everything that does not fit.

What could be read is kept: an unknown key is left out, and so is what is wrong, or something that leads to no
further problems takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import fields
from typing import Any, TypeVar, cast

from wiresmith.language._strict_scalars import WRONG, Wrong, is_null, quote_it, read_scalar, wrong_kind
from wiresmith.language.annotation import standing_in
from wiresmith.language.document import DEFINITIONS
from wiresmith.language.placed import Placed, Spot
from wiresmith.language.plain_text import meaning
from wiresmith.language.problem import Problems, listed, nearest, shown
from wiresmith.language.record import Record, entry_of, has_default, inlined, own_key
from wiresmith.language.shape import Either, Integer, Key, Keys, Many, Nothing, Shape, Table, TypeText
from wiresmith.language.yaml_nodes import Broken, Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Record)
Entry = Placed[str | int] | None
"""The name under which something stands in a table."""


def read_strictly(node: Node, shape: Shape, name: str, problems: Problems) -> Any:
    """Read a node as a shape says, usually a mapping with known keys.

    Parameters: ``name``, what messages call it.
    Returns: what the shape is read into, a record for known keys, with as much as could be read.
    """
    reader = _Reader(problems)
    read = reader.node(node, shape, name)
    return reader.blank(shape, node.at) if isinstance(read, Wrong) else read


def read_record(node: Node, record: type[R], name: str, problems: Problems) -> R:
    """Read a mapping as a record that can be made of nothing; the other parameters are those of
    `read_strictly`.
    """
    found = read_strictly(node, record.shape, name, problems)
    assert isinstance(found, record)
    return found


class _Reader:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def node(self, node: Node, shape: Shape, name: str, entry: Entry = None) -> object:
        """The value of a node, read as a shape; `WRONG` where it has another."""
        if isinstance(node, Broken):
            return WRONG
        if isinstance(shape, Either):
            return self._either(node, shape, name, entry)
        if isinstance(node, Scalar) and not isinstance(shape, Many | Table | Keys):
            if not isinstance(shape, Nothing):
                return read_scalar(node, shape, name, self.problems)
            if is_null(node):
                return Placed(None, node.at)
        if isinstance(node, Sequence) and isinstance(shape, Many):
            return self._many(node, shape, name)
        if isinstance(node, Mapping) and isinstance(shape, Table):
            return self._table(node, shape, name)
        if isinstance(node, Mapping) and isinstance(shape, Keys):
            return self._keys(node, shape, entry)
        return wrong_kind(node, (shape,), name, self.problems)

    def blank(self, shape: Shape, at: Spot, entry: Entry = None) -> object:
        """A value in place of one that could not be read, made of the shape's defaults alone."""
        match shape:
            case Keys():
                return self._made(shape.record, {}, at, {}, entry)
            case Many() | Table():
                return ()
            case TypeText():
                return standing_in(at)
            case Either() if shape.mapping is not None:
                return self.blank(shape.mapping, at, entry)
            case Either(shapes) if any(isinstance(each, TypeText) for each in shapes):
                return standing_in(at)
            case _:
                return WRONG

    # --- one of several shapes, lists, tables ---

    def _either(self, node: Scalar | Sequence | Mapping, either: Either, name: str, entry: Entry) -> object:
        for shape in either.shapes:
            if isinstance(shape, Nothing):
                fits = isinstance(node, Scalar) and is_null(node)
            elif isinstance(shape, Many):
                fits = isinstance(node, Sequence)
            elif isinstance(shape, Table | Keys):
                fits = isinstance(node, Mapping)
            else:
                fits = isinstance(node, Scalar) and not is_null(node)
            if fits:
                read = self.node(node, shape, name, entry)
                keys = either.mapping
                if isinstance(node, Scalar) and keys is not None and keys.short and read is not WRONG:
                    return self._short(node, read, keys, entry)
                return read
        return wrong_kind(node, either.shapes, name, self.problems)

    def _short(self, node: Scalar, value: object, keys: Keys, entry: Entry) -> object:
        """The record for a scalar that stands in place of a mapping with one key."""
        key = keys.key(keys.short)
        assert key is not None
        means_nothing = is_null(node) and not _takes_null(key.value)
        given = {} if means_nothing else {key.name: value}
        return self._made(keys.record, given, node.at, dict.fromkeys(given, node.at), entry)

    def _many(self, node: Sequence, shape: Many, name: str) -> object:
        if not node.items and not shape.may_be_empty:
            self.problems.add(node.at, f"{name} is an empty list", "", "give an item, or leave the key out")
            return WRONG
        found: list[object] = []
        seen: set[object] = set()
        for item in node.items:
            read = self.node(item, shape.item, f"an item of {name}")
            if isinstance(read, Wrong):
                continue
            if shape.distinct:
                value = cast("Placed[object]", read)
                if value.value in seen:
                    self.problems.add(value.at, f"{shown(str(value.value))} stands twice in {name}")
                    continue
                seen.add(value.value)
            found.append(read)
        return tuple(found)

    def _table(self, node: Mapping, shape: Table, name: str) -> object:
        if not node.entries and not shape.may_be_empty:
            self.problems.add(
                node.at, f"{name} is an empty mapping", "", "give an entry, or leave the key out"
            )
            return WRONG
        first: dict[str, Spot] = {}
        found: list[object] = []
        for key, value in node.entries:
            if not self._is_key(key, shape):
                continue
            same = key.text.removesuffix("?") if shape.key.question_mark != "of the name" else key.text
            if same in first:
                self.problems.add(
                    key.at, f"{shown(same)} stands twice; the first is in line {first[same].line}"
                )
                continue
            first[same] = key.at
            entry = _entry(key, shape)
            read = self.node(value, shape.value, shown(key.text), entry)
            if isinstance(read, Wrong):
                read = self.blank(shape.value, value.at, entry)
            if not isinstance(read, Wrong):
                holds_name = isinstance(read, Record) and entry_of(type(read)) is not None
                found.append(read if holds_name else (entry, read))
        return tuple(found)

    def _is_key(self, key: Scalar, shape: Table) -> bool:
        rule = shape.key
        value = meaning(key)
        if not isinstance(value, str) and not (
            rule.numeric and isinstance(value, int) and not isinstance(value, bool)
        ):
            quote_it(key, f"the name of {shape.what}", rule.form, self.problems)
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

    # --- mappings with known keys ---

    def _keys(self, node: Mapping, shape: Keys, entry: Entry) -> object:
        given: dict[str, object] = {}
        places: dict[str, Spot] = {}
        present: dict[str, Spot] = {}
        for key, value in node.entries:
            known = shape.key(key.text)
            if known is None:
                # A key that is only misspelt is not missing as well.
                if (meant := self._unknown(key, value, node, shape)) is not None:
                    present.setdefault(meant, key.at)
                continue
            present[known.name] = key.at
            places[known.name] = value.at
            read = self.node(value, known.value, known.name)
            if isinstance(read, Wrong) and known.name in shape.one_of and isinstance(known.value, TypeText):
                read = standing_in(value.at)
            if not isinstance(read, Wrong):
                given[known.name] = read
        for wanted in shape.keys:
            if wanted.required and wanted.name not in present:
                message = f"{wanted.name}: is missing in {shape.what}"
                self.problems.add(node.at, message, "", _how(wanted))
        self._check_groups(node.at, present, shape)
        return self._made(shape.record, given, node.at, places, entry)

    def _made(
        self,
        record: type[Any],
        given: MappingOf[str, object],
        at: Spot,
        places: MappingOf[str, Spot],
        entry: Entry,
    ) -> object:
        """The record of what was given."""
        values: dict[str, object] = {"at": at, "places": places}
        if (name := entry_of(record)) is not None:
            values[name] = entry
        for field in fields(record):
            if (key := own_key(field)) is not None:
                if key.name in given:
                    values[field.name] = given[key.name]
                elif not has_default(field):
                    values[field.name] = self.blank(key.value, at)
            elif (inner := inlined(field)) is not None:
                there = {name: place for name, place in places.items() if inner.shape.key(name) is not None}
                if there or not has_default(field):
                    values[field.name] = self._made(inner, given, at, there, entry)
        if any(isinstance(value, Wrong) for value in values.values()):
            return WRONG
        made: Record = record(**values)
        finished = made.finished(self.problems)
        return WRONG if finished is None else finished

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
        for key in shape.keys:
            if key.beside and key.name in present and key.beside not in present and there:
                self.problems.add(
                    present[key.name],
                    f"{key.name}: stands beside {there[0]}:",
                    f"it belongs beside {key.beside}:",
                )

    def _unknown(self, key: Scalar, value: Node, node: Mapping, shape: Keys) -> str | None:
        """Report a key that is none of the language there; returns the one that was probably meant."""
        known = [each.name for each in shape.keys]
        near = nearest(key.text, known)
        homes = [keys.what for keys in DEFINITIONS if keys.key(key.text)]
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


def _entry(key: Scalar, shape: Table) -> Placed[str | int]:
    value = meaning(key) if shape.key.numeric == "number" else key.text
    if isinstance(value, int) and not isinstance(value, bool):
        return Placed(value, key.at)
    return Placed(key.text, key.at)


def _takes_null(shape: Shape) -> bool:
    return isinstance(shape, Either) and any(isinstance(each, Nothing) for each in shape.shapes)


def _how(wanted: Key) -> str:
    if isinstance(wanted.value, Integer) and wanted.value.least == wanted.value.greatest:
        return f"write {wanted.name}: {wanted.value.least}"
    return ""
