"""The members of a value that JSON cannot express.

The straight-line writers stop at the first thing they cannot say; this walk along the schema, run only then,
names all of them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Schema,
    Type,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.enum_names import combines
from wiresmith.plan.mentions import known_anywhere
from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.findings import Finding, excerpt
from wiresmith.runtime.json.open_json import leaf_json, typed_json
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.report import Report, Stopped
from wiresmith.values.typed import Typed

_SURROGATE = re.compile("[\ud800-\udfff]")
MOST = 10_000
"""The most findings that are listed; looking ends with that many."""
DEPTH = 300
"""The greatest depth of a value; deeper ones hold themselves, or would be refused by every reader."""


def unwritable(value: Any, schema: Schema, type_: Type, *, drop_undeclared: bool = False) -> list[Finding]:
    """Everything in a value that JSON cannot say, with its place (a JSON pointer)."""
    walk = _Walk(schema, drop_undeclared)
    with suppress(Stopped):
        walk.check(value, type_, "", 1)
    return walk.noted.findings


class _Walk:
    def __init__(self, schema: Schema, drop: bool) -> None:
        self.schema = schema
        self.drop = drop
        self.noted = Report[str](MOST, stops=True)
        self.types: dict[type, Ref] = {declared.cls: Ref(declared.name) for declared in schema.types.values()}
        # What was checked needs no second look: values may share parts, and walking all paths would take for
        # ever.
        self.met: set[tuple[int, Type]] = set()
        self.open: set[tuple[int, Type]] = set()
        self.known = known_anywhere(schema, schema.documents.values())

    def report(self, path: str, code: str, message: str, expected: str) -> None:
        self.noted.error(path, code, message, expected)

    def check(self, value: Any, type_: Type, path: str, depth: int) -> None:
        if depth > DEPTH:
            self.report(
                path, "too-deep", f"the value nests deeper than {DEPTH}", "a value that does not hold itself"
            )
            return
        if isinstance(type_, Nullable):
            if value is None:
                return
            type_ = type_.type
        if isinstance(type_, Ref):
            declared = self.schema.types[type_.name]
            if isinstance(declared, EnumType):
                self._enum(value, declared, path)
            else:
                self._object(value, declared, path, depth)
        elif isinstance(type_, ListType):
            self._list(value, type_, path, depth)
        elif isinstance(type_, DictType):
            self._dict(value, type_, path, depth)
        else:
            self._scalar(value, type_, path, depth)

    def _enter(self, value: Any, type_: Type, path: str) -> bool:
        """Is an object to be looked into? Not a second time, and one that holds itself is reported."""
        key = (id(value), type_)
        if key in self.open:
            self.report(path, "holds-itself", f"a {_kind(value)} that holds itself", "a value that does not")
        if key in self.met:
            return False
        self.met.add(key)
        self.open.add(key)
        return True

    def _object(self, value: Any, declared: ObjectType, path: str, depth: int) -> None:
        actual = self.types.get(value.__class__)
        if actual is None or not isinstance(value, declared.cls) or not self._may_stand(actual, declared):
            self.report(path, "wrong-type", f"a {_kind(value)}", f"a {declared.cls.__name__}")
            return
        if not self._enter(value, actual, path):
            return
        described = self.schema.types[actual.name]
        assert isinstance(described, ObjectType)
        self._undeclared(value, path)
        undeclared = value._undeclared
        absent = frozenset[str]() if undeclared is None else undeclared.absent
        for member in described.members:
            here = f"{path}/{_pointer(member.wire)}"
            try:
                part = getattr(value, member.attribute)
            except AttributeError:
                self.report(here, "missing-member", "the field was never set", "a value")
                continue
            if (part is ABSENT and member.optional) or (part is None and member.attribute in absent):
                continue
            self.check(part, member.type, here, depth + 1)
        self.open.discard((id(value), actual))

    def _may_stand(self, actual: Ref, declared: ObjectType) -> bool:
        """May an object of this class stand where another one is declared? If it is a known type."""
        return actual.name == declared.name or actual.name in self.known

    def _undeclared(self, value: Any, path: str) -> None:
        undeclared = value._undeclared
        if undeclared is None or self.drop:
            return
        for entry in undeclared.unknown_xml:
            self.report(
                path,
                "other-format",
                f"the undeclared {excerpt(entry[1].name.local)!r} was read from XML",
                "the same format, or drop_undeclared=True",
            )

    def _list(self, value: Any, type_: ListType, path: str, depth: int) -> None:
        if not is_list(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a list")
            return
        self._length(len(value), type_, path)
        if self._enter(value, type_, path):
            for index, item in enumerate(value):
                self.check(item, type_.item, f"{path}/{index}", depth + 1)
            self.open.discard((id(value), type_))

    def _dict(self, value: Any, type_: DictType, path: str, depth: int) -> None:
        if type_.pairs:
            self.report(path, "no-json-form", "a dictionary whose keys are no texts", "XML")
            return
        if not is_dict(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a dict")
            return
        self._length(len(value), type_, path)
        if not self._enter(value, type_, path):
            return
        for key, item in value.items():
            here = f"{path}/{_pointer(str(key))}"
            self.check(key, type_.key, here, depth + 1)
            self.check(item, type_.value, here, depth + 1)
            if isinstance(key, str) and _SURROGATE.search(key):
                self.report(
                    here, "surrogate", "a member name with a lone surrogate", "a text that UTF-8 can say"
                )
        self.open.discard((id(value), type_))

    def _length(self, length: int, type_: ListType | DictType, path: str) -> None:
        if (broken := length_broken(length, type_)) is not None:
            self.report(path, "out-of-bounds", f"a length of {length}", broken)

    def _enum(self, value: Any, declared: EnumType, path: str) -> None:
        if isinstance(value, declared.cls):
            return
        wanted = "str" if declared.base == "str" else "int"
        known = declared.cls._value2member_map_
        is_open = not declared.closed or (_kind(value) == "int" and declared.flags and combines(known, value))
        if _kind(value) != wanted or not is_open:
            self.report(path, "unknown-enum-value", _shown(value), f"a {declared.cls.__name__}")

    def _scalar(self, value: Any, type_: Scalar, path: str, depth: int) -> None:
        kind = kind_of(type_.kind)
        if kind.json_type == "any":
            self._any(value, path, depth)
            return
        if not kind.accepts(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", kind.wanted)
            return
        try:
            kind.text(value, "json", self.schema.rules.texts, "core")
        except ValueError as error:
            self.report(path, "cannot-write", _shown(value), str(error))
            return
        if (broken := check_constraints(type_, value)) is not None:
            self.report(path, "out-of-bounds", _shown(value), broken)

    def _any(self, value: Any, path: str, depth: int) -> None:
        may_be_object = self.schema.rules.any_says_its_type
        if depth > DEPTH:
            self.report(
                path, "too-deep", f"the value nests deeper than {DEPTH}", "a value that does not hold itself"
            )
        elif is_dict(value):
            for key, part in value.items():
                here = f"{path}/{_pointer(str(key))}"
                if not isinstance(key, str):
                    self.report(here, "wrong-type", f"a member name of type {_kind(key)}", "a str")
                self._any(part, here, depth + 1)
        elif is_list(value):
            for index, part in enumerate(value):
                self._any(part, f"{path}/{index}", depth + 1)
        elif may_be_object and type(value) in self.types:
            self.check(value, self.types[type(value)], path, depth + 1)
        elif isinstance(value, float) and value - value != 0:
            self.report(path, "cannot-write", _shown(value), "a number that JSON can say")
        elif may_be_object:
            self._dotnet(value, path, depth)
        elif value is not None and not isinstance(value, (str, int, float)):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a JSON value")

    def _dotnet(self, value: Any, path: str, depth: int) -> None:
        def part(inner: Any) -> None:
            self._any(inner, path, depth + 1)

        try:
            if isinstance(value, Typed):
                typed_json(value.type, value.value, part)
            else:
                leaf_json(value)
        except (TypeError, ValueError) as error:
            self.report(path, "cannot-write", f"a {_kind(value)}: {error}", "a value that JSON can say")


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _shown(value: object) -> str:
    return excerpt(repr(value))


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
