"""The exact JSON writer: any value that JSON can say to what the encoder takes, or everything that is wrong
with it.

The straight-line writers stop at the first thing that has not the usual form. This walk along the schema, run
only then, writes it, or names all that cannot be written with its place.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from wiresmith.description import (
    DOCUMENTED,
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    provenance_of,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.enum_names import combines
from wiresmith.plan.mentions import known_anywhere
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.json.open_json import enum_key, leaf_json, typed_json
from wiresmith.runtime.json.undeclared_members import encodable, raw_where_needed, restored
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.report import Report, Stopped
from wiresmith.runtime.shared_parts import REPEATS, repeats_too_much
from wiresmith.runtime.strictness import expectation
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.values.absent import ABSENT
from wiresmith.values.numbers import is_json_number
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from wiresmith.description import Aspect, Provenance, Schema, Type
    from wiresmith.runtime.strictness import Strict

_SURROGATE = re.compile("[\ud800-\udfff]")
MOST = 10_000
"""The most findings that are listed; looking ends with that many."""
DEPTH = 300
"""The greatest depth of a value; deeper ones hold themselves, or would be refused by every reader."""
_NOTHING = msgspec.UNSET
_ANYTHING = Scalar("any")


def exact_json(value: Any, schema: Schema, type_: Type, strict: Strict, *, drop_undeclared: bool) -> Any:
    """What the encoder is to write for a value.

    Raises:
        EncodeError: with everything in the value that breaks what is held, or that JSON cannot say.
    """
    walk = _Writer(schema, strict, drop_undeclared)
    written: Any = None
    with suppress(Stopped):
        written = walk.write(value, type_, "", 1, provenance_of(type_, schema))
    if walk.noted.findings:
        raise EncodeError(walk.noted.findings)
    return written


class _Writer:
    """One writing.

    Its methods take a value, its type, the pointer to it, its depth, and the provenance of what is said of
    it; they return what the encoder is to write, which means nothing after an error.
    """

    def __init__(self, schema: Schema, strict: Strict, drop: bool) -> None:
        self.schema = schema
        self.strict: Strict = strict
        self.drop = drop
        self.noted = Report[str](MOST, stops=True)
        self.types: dict[type, Ref] = {declared.cls: Ref(declared.name) for declared in schema.types.values()}
        # What was written needs no second look: values may share parts, and walking all paths would take for
        # ever.
        self.met: dict[tuple[int, Type, Provenance], Any] = {}
        self.open: set[tuple[int, Type, Provenance]] = set()
        self.known = known_anywhere(schema)

    def report(self, path: str, code: str, message: str, expected: str) -> None:
        self.noted.error(path, code, message, expected)

    def broken(
        self, aspect: Aspect, said: Provenance, path: str, code: str, message: str, expected: str
    ) -> None:
        """Note that a value breaks what is said of it, if that is held."""
        if expectation(self.strict, said, aspect) is None:
            self.report(path, code, message, expected)

    def write(self, value: Any, type_: Type, path: str, depth: int, said: Provenance) -> Any:
        if depth > DEPTH:
            self.report(
                path, "too-deep", f"the value nests deeper than {DEPTH}", "a value that does not hold itself"
            )
            return None
        if isinstance(type_, Nullable):
            if value is None:
                return None
            type_ = type_.type
        if isinstance(value, Unexpected):
            return self._as_it_came(value, type_, path, said)
        is_open = isinstance(type_, Scalar) and kind_of(type_.kind).json_type == "any"
        if value is None and not is_open:
            self.broken("null", said, path, "wrong-type", "None", self._wanted(type_))
            return None
        if isinstance(type_, Ref):
            declared = self.schema.types[type_.name]
            if isinstance(declared, EnumType):
                return self._enum(value, declared, path, said)
            return self._object(value, declared, path, depth)
        if isinstance(type_, ListType):
            return self._list(value, type_, path, depth, said)
        if isinstance(type_, DictType):
            return self._dict(value, type_, path, depth, said)
        if not is_open:
            return self._scalar(value, type_, path, said)
        if repeats_too_much(value):
            self.report(path, "too-large", f"a {_kind(value)} that shares its parts", REPEATS)
            return None
        return self._any(value, path, depth)

    def _wanted(self, type_: Type) -> str:
        match type_:
            case Ref():
                return f"a {self.schema.types[type_.name].cls.__name__}"
            case ListType():
                return "a list"
            case DictType():
                return "a dict"
            case Scalar():
                return kind_of(type_.kind).wanted
            case Nullable():
                return self._wanted(type_.type)

    def _as_it_came(self, value: Unexpected, type_: Type, path: str, said: Provenance) -> Any:
        """A value that is not of its type, where that is only expected."""
        raw = value.raw
        if isinstance(raw, XmlElement):
            message = f"an unexpected element {excerpt(raw.name.local)}, which was read from XML"
            self.report(path, "other-format", message, "the same format")
            return None
        self.broken("type", said, path, "wrong-type", "what is unexpected", self._wanted(type_))
        return self._encodable(raw, path)

    def _encodable(self, value: Any, path: str) -> Any:
        try:
            return encodable(value, path)
        except EncodeError as error:
            for finding in error.findings:
                self.report(finding.path, finding.code, finding.message, finding.expected)
            return None

    def _enter(self, value: Any, key: tuple[int, Type, Provenance], path: str) -> bool:
        """Is an object to be looked into? Not a second time, and one that holds itself is reported."""
        if key in self.open:
            self.report(path, "holds-itself", f"a {_kind(value)} that holds itself", "a value that does not")
            return False
        if key in self.met:
            return False
        self.open.add(key)
        return True

    def _object(self, value: Any, declared: ObjectType, path: str, depth: int) -> Any:
        actual = self.types.get(value.__class__)
        if actual is None or not isinstance(value, declared.cls) or not self._may_stand(actual, declared):
            self.report(path, "wrong-type", f"a {_kind(value)}", f"a {declared.cls.__name__}")
            return None
        key = (id(value), actual, DOCUMENTED)
        if not self._enter(value, key, path):
            return self.met.get(key)
        described = self.schema.types[actual.name]
        assert isinstance(described, ObjectType)
        undeclared = self._undeclared(value, path)
        written: list[tuple[str, str, Any]] = []
        for member in described.members:
            here = f"{path}/{_step(member.wire)}"
            try:
                part = getattr(value, member.attribute)
            except AttributeError:
                self.report(here, "missing-member", "the field was never set", "a value")
                continue
            made: Any = _NOTHING
            said = member.provenance or described.provenance
            if part is ABSENT:
                if not member.optional:
                    self.broken("presence", said, here, "wrong-type", "ABSENT", self._wanted(member.type))
            elif part is not None or member.attribute not in undeclared.absent:
                made = self.write(part, member.type, here, depth + 1, said)
            written.append((member.wire, member.attribute, made))
        self.open.discard(key)
        try:
            self.met[key] = restored(written, undeclared)
        except EncodeError as error:
            for finding in error.findings:
                self.report(path + finding.path, finding.code, finding.message, finding.expected)
        return self.met.get(key)

    def _may_stand(self, actual: Ref, declared: ObjectType) -> bool:
        """May an object of this class stand where another one is declared? If it is a known type."""
        return actual.name == declared.name or actual.name in self.known

    def _undeclared(self, value: Any, path: str) -> Undeclared:
        """What an object has beyond its description, as far as JSON can say it."""
        undeclared: Undeclared = value._undeclared or Undeclared()
        for entry in () if self.drop else undeclared.unknown_xml:
            self.report(
                path,
                "other-format",
                f"the undeclared {excerpt(entry[1].name.local)!r} was read from XML",
                "the same format, or drop_undeclared=True",
            )
        return replace(undeclared, unknown_xml=()) if undeclared.unknown_xml else undeclared

    def _list(self, value: Any, type_: ListType, path: str, depth: int, said: Provenance) -> Any:
        if not is_list(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a list")
            return None
        self._length(len(value), type_, path, said)
        key = (id(value), type_, said)
        if self._enter(value, key, path):
            self.met[key] = [
                self.write(item, type_.item, f"{path}/{index}", depth + 1, said)
                for index, item in enumerate(value)
            ]
            self.open.discard(key)
        return self.met.get(key)

    def _dict(self, value: Any, type_: DictType, path: str, depth: int, said: Provenance) -> Any:
        if type_.pairs:
            self.report(path, "no-json-form", "a dictionary whose keys are no texts", "XML")
            return None
        if not is_dict(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a dict")
            return None
        self._length(len(value), type_, path, said)
        key = (id(value), type_, said)
        if not self._enter(value, key, path):
            return self.met.get(key)
        members: dict[str, Any] = {}
        for each, item in value.items():
            here = f"{path}/{_step(str(each))}"
            name = self._key(each, type_.key, here, depth + 1, said)
            if name in members:
                self.report(here, "duplicate-key", "a key with the text of another", "each key once")
            members[name] = self.write(item, type_.value, here, depth + 1, said)
        self.open.discard(key)
        self.met[key] = raw_where_needed(members)
        return self.met[key]

    def _key(self, value: Any, type_: Type, path: str, depth: int, said: Provenance) -> str:
        """The member name of a key."""
        written = self.write(value, type_, path, depth, said)
        if isinstance(value, str) and _SURROGATE.search(value):
            self.report(path, "surrogate", "a member name with a lone surrogate", "a text that UTF-8 can say")
        if isinstance(type_, Scalar):
            with suppress(ValueError, TypeError, AttributeError):
                return kind_of(type_.kind).text(value, "json", self.schema.rules.texts, "core")
        declared = self.schema.types[type_.name] if isinstance(type_, Ref) else None
        if isinstance(declared, EnumType) and declared.base == "int" and isinstance(value, int):
            names = {wire: text for text, wire in reversed(declared.xml_values)}
            return enum_key(names, value)
        return str(written)

    def _length(self, length: int, type_: ListType | DictType, path: str, said: Provenance) -> None:
        if (broken := length_broken(length, type_)) is not None:
            self.broken("limits", said, path, "out-of-bounds", f"a length of {length}", broken)

    def _enum(self, value: Any, declared: EnumType, path: str, said: Provenance) -> Any:
        if isinstance(value, declared.cls):
            return value.value
        wanted = str if declared.base == "str" else int
        known = declared.cls._value2member_map_
        is_open = not declared.closed or (declared.flags and _kind(value) == "int" and combines(known, value))
        if not isinstance(value, wanted) or isinstance(value, bool):
            self.report(path, "unknown-enum-value", _shown(value), f"a {declared.cls.__name__}")
            return None
        if not is_open:
            marks = declared.provenance if declared.provenance != DOCUMENTED else said
            expected = f"a {declared.cls.__name__}"
            self.broken("values", marks, path, "unknown-enum-value", _shown(value), expected)
        return self._encodable(value, path)

    def _scalar(self, value: Any, type_: Scalar, path: str, said: Provenance) -> Any:
        kind, texts = kind_of(type_.kind), self.schema.rules.texts
        if not kind.accepts(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", kind.wanted)
            return None
        try:
            kind.text(value, "json", texts, "core")
            written = kind.to_json(value, texts)
        except (ValueError, OverflowError) as error:
            self.report(path, "cannot-write", _shown(value), str(error))
            return None
        if (broken := check_constraints(type_, value)) is not None:
            self.broken("limits", type_.provenance or said, path, "out-of-bounds", _shown(value), broken)
        return self._encodable(written, path) if isinstance(written, str | int | float) else written

    def _any(self, value: Any, path: str, depth: int) -> Any:
        may_be_object = self.schema.rules.any_says_its_type
        if depth > DEPTH:
            self.report(
                path, "too-deep", f"the value nests deeper than {DEPTH}", "a value that does not hold itself"
            )
        elif isinstance(value, Unexpected):
            return self._as_it_came(value, _ANYTHING, path, DOCUMENTED)
        elif is_dict(value) or is_list(value):
            entry = (id(value), _ANYTHING, DOCUMENTED)
            if self._enter(value, entry, path):
                self.met[entry] = self._parts_of_any(value, path, depth)
                self.open.discard(entry)
            return self.met.get(entry)
        elif may_be_object and type(value) in self.types:
            return self.write(value, self.types[type(value)], path, depth + 1, DOCUMENTED)
        elif isinstance(value, float) and value - value != 0 and not is_json_number(value):
            self.report(path, "cannot-write", _shown(value), "a number that JSON can say")
        elif may_be_object:
            return self._dotnet(value, path, depth)
        elif value is not None and not isinstance(value, (str, int, float)):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a JSON value")
        else:
            return self._encodable(value, path)
        return None

    def _parts_of_any(self, value: object, path: str, depth: int) -> Any:
        if is_list(value):
            return [self._any(part, f"{path}/{index}", depth + 1) for index, part in enumerate(value)]
        assert is_dict(value)
        members: dict[str, Any] = {}
        for key, part in value.items():
            here = f"{path}/{_step(str(key))}"
            if not isinstance(key, str):
                self.report(here, "wrong-type", f"a member name of type {_kind(key)}", "a str")
            members[str(key)] = self._any(part, here, depth + 1)
        return raw_where_needed(members)

    def _dotnet(self, value: Any, path: str, depth: int) -> Any:
        def part(inner: Any) -> Any:
            return self._any(inner, path, depth + 1)

        try:
            if isinstance(value, Typed):
                return typed_json(value.type, value.value, part)
            leaf = leaf_json(value)
        except (TypeError, ValueError) as error:
            self.report(path, "cannot-write", f"a {_kind(value)}: {error}", "a value that JSON can say")
            return None
        return self._encodable(leaf, path) if isinstance(leaf, str | int | float) else leaf


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _shown(value: object) -> str:
    return excerpt(repr(value))


def _step(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
