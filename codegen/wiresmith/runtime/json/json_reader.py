"""The exact JSON reader: any valid document to a value, and everything that is wrong with any other.

It walks the schema beside the parsed document. Errors do not stop it, so that one reading finds them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from wiresmith.description import (
    DOCUMENTED,
    DictType,
    EnumType,
    ListType,
    Nullable,
    ObjectType,
    QName,
    Ref,
    Scalar,
    provenance_of,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.enum_names import combines
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.json._syntax import DuplicateNames, JsonRefused, LongNumber, NotJsonNumber, parse_json
from wiresmith.runtime.narrowing import is_dict
from wiresmith.runtime.report import Report
from wiresmith.runtime.strictness import expectation
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.values.absent import ABSENT
from wiresmith.values.numbers import number_text, parse_int

if TYPE_CHECKING:
    from wiresmith.description import Aspect, Provenance, Schema, Type
    from wiresmith.runtime.findings import Finding
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.strictness import Strict
    from wiresmith.values.forms import Texts

MOST_FINDINGS = 10_000
"""Errors beyond these, and warnings beyond as many, are counted in a last finding."""

_Path: TypeAlias = "tuple[_Path, str | int] | None"


def read_json(
    data: bytes, schema: Schema, type: Type, limits: Limits, strict: Strict = "documented"
) -> tuple[Any, list[Finding]]:
    """Read a whole document as a value of ``type``.

    Returns the value and the findings. The value is None if a finding is an error (a document may also be
    null); warnings (unknown members, undeclared absences, unknown values of open enums, expectations that are
    not met) leave it whole. Paths are JSON pointers; lines and columns are filled in by
    ``positions.with_positions``.
    """
    try:
        document = parse_json(data, limits)
    except JsonRefused as refused:
        return None, [refused.finding]
    reader = _Reader(schema, limits, strict, marked=document.marked)
    reader.said = provenance_of(type, schema)
    value: object = None
    try:
        value = reader.read(type, document.value, None, 1)
    except RecursionError:
        reader.report("too-deep", "arrays and objects that nest too deep", reader.deepest, None)
    findings = reader.all_findings()
    return (None if reader.met.errors else value), findings


def _pointer(path: _Path) -> str:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(step.replace("~", "~0").replace("/", "~1") if isinstance(step, str) else str(step))
    return "".join(f"/{step}" for step in reversed(steps))


def _shown(value: object) -> str:
    """A value as findings show it, briefly."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"the string {quoted(value)}"
        case int() | float():
            text = number_text(value)
            return f"the number {text if len(text) <= 40 else text[:39] + '…'}"
        case list():
            return "an array"
        case dict():
            return "an object"
        case NotJsonNumber():
            return f"{value.text}, which is not JSON"
        case LongNumber():
            return f"a number of {value.length} characters"
        case _:
            return f"a {type(value).__name__}"


class _Reader:
    """One reading.

    Its methods take a type, a parsed value, the path to it and its depth, and return the value read.

    What they return after an error means nothing: there is no value then.
    """

    def __init__(self, schema: Schema, limits: Limits, strict: Strict, *, marked: bool) -> None:
        self.strict: Strict = strict
        self.said = DOCUMENTED
        """The provenance of what is read: its member's, or the document's."""
        self.by_name = schema.types
        self.texts: Texts = schema.rules.texts
        self.depth = limits.depth
        self.deepest = f"a depth of at most {limits.depth}"
        self.marked = marked
        self.met = Report[_Path](MOST_FINDINGS, spell=_pointer)
        self.members = {
            declared.name: {
                member.wire: (member, member.provenance or declared.provenance) for member in declared.members
            }
            for declared in schema.types.values()
            if isinstance(declared, ObjectType)
        }

    def report(self, code: str, message: str, expected: str, path: _Path) -> None:
        """Note an error after which there is no value, whatever is expected only."""
        self.met.error(path, code, message, expected)

    def broken(
        self,
        aspect: Aspect,
        code: str,
        message: str,
        expected: str,
        path: _Path,
        said: Provenance | None = None,
    ) -> str | None:
        """Note that a fact is broken; the provenance of one that is only expected, None if it is held."""
        told = expectation(self.strict, said or self.said, aspect)
        if told is None:
            self.met.error(path, code, message, expected)
        else:
            self.met.warning(path, code, message, expected, told)
        return told

    def unexpected(
        self, code: str, message: str, expected: str, value: Any, path: _Path, depth: int, at: _Path = None
    ) -> Unexpected | None:
        """Note that a value is not of its type: it stands as it came where that is only expected.

        ``at`` is the place of what is wrong with it, if that is inside.
        """
        told = self.broken("type", code, message, expected, at or path)
        if told is None:
            return None
        self._check_free(value, path, depth)
        return Unexpected(value, f"the document has {message} here; expected {expected} ({told})")

    def all_findings(self) -> list[Finding]:
        for severity, count in self.met.left_out.items():
            if count:
                self.met.close(severity, f"{count} more {severity}s")
        return self.met.findings

    def read(self, type_: Type, value: object, path: _Path, depth: int) -> object:
        if isinstance(type_, Nullable):
            if value is None:
                return None
            type_ = type_.type
            if isinstance(type_, Nullable):
                return self.read(type_, value, path, depth)
        if isinstance(type_, Scalar):
            return self._scalar(type_, value, path, depth)
        if isinstance(type_, Ref):
            declared = self.by_name[type_.name]
            if isinstance(declared, EnumType):
                return self._enum(declared, value, path, depth)
            return self._object(declared, value, path, depth)
        if isinstance(type_, ListType):
            return self._list(type_, value, path, depth)
        return self._dict(type_, value, path, depth)

    def _wrong(self, value: object, expected: str, path: _Path, depth: int) -> Unexpected | None:
        if value is None:
            self.broken("null", "null", "null", expected, path)
            return None
        if isinstance(value, NotJsonNumber):
            self.report("not-json", _shown(value), expected, path)
            return None
        return self.unexpected("wrong-type", _shown(value), expected, value, path, depth)

    def _scalar(self, scalar: Scalar, value: object, path: _Path, depth: int) -> object:
        kind = kind_of(scalar.kind)
        if kind.is_walked:
            if kind.json_type == "object":
                return self._qname(value, kind.form, path, depth)
            self._check_free(value, path, depth)
            return value
        try:
            read = kind.from_json(value, self.texts)
        except ValueError as error:
            return self.unexpected("wrong-value", _shown(value), str(error), value, path, depth)
        if read is None:
            return self._wrong(value, kind.expected("json", self.texts), path, depth)
        if (broken := check_constraints(scalar, read, self.texts)) is not None:
            self.broken("limits", "out-of-bounds", _shown(value), broken, path, scalar.provenance)
        return read

    def _qname(self, value: Any, expected: str, path: _Path, depth: int) -> object:
        """An XmlQualifiedName as Newtonsoft writes it, by its two fields."""
        if not is_dict(value):
            return self._wrong(value, expected, path, depth)
        self._enter(value, path, depth)
        fields: dict[str, object] = value
        if fields.keys() != {"name", "ns"}:
            message = "an object with other members"
            return self.unexpected("wrong-value", message, expected, value, path, depth)
        for name, part in fields.items():
            if not isinstance(part, str):
                shown, at = _shown(part), (path, name)
                return self.unexpected("wrong-type", shown, "a string", value, path, depth, at)
        return QName(str(fields["name"]), str(fields["ns"]))

    def _enum(self, declared: EnumType, value: object, path: _Path, depth: int) -> object:
        known = declared.cls._value2member_map_
        base = str if declared.base == "str" else int
        if not isinstance(value, base) or isinstance(value, bool):
            name = "a string" if base is str else "an integer"
            return self._wrong(value, f"{name}, one of {_listed(list(known))}", path, depth)
        if type(value) is base and value in known:
            return known[value]
        if declared.flags and isinstance(value, int) and combines(known, value):
            return value
        code, expected = "unknown-enum-value", f"one of {_listed(list(known))} ({declared.name})"
        if declared.closed:
            said = declared.provenance if declared.provenance != DOCUMENTED else self.said
            self.broken("values", code, _shown(value), expected, path, said)
        else:
            self.met.warning(path, code, _shown(value), expected)
        return value

    def _list(self, type_: ListType, value: object, path: _Path, depth: int) -> object:
        if not isinstance(value, list):
            return self._wrong(value, "an array", path, depth)
        if depth > self.depth:
            self.report("too-deep", "arrays and objects that nest too deep", self.deepest, path)
            return None
        items = cast("list[object]", value)
        self._length(type_, len(items), f"an array of {len(items)} items", path)
        read, item_type = self.read, type_.item
        return [read(item_type, item, (path, index), depth + 1) for index, item in enumerate(items)]

    def _length(self, type_: ListType | DictType, length: int, message: str, path: _Path) -> None:
        if (broken := length_broken(length, type_)) is not None:
            self.broken("limits", "out-of-bounds", message, broken, path)

    def _enter(self, value: object, path: _Path, depth: int) -> bool:
        """Note what no object may be: too deep, which is not looked into then, or with a name twice."""
        if depth > self.depth:
            self.report("too-deep", "arrays and objects that nest too deep", self.deepest, path)
            return False
        if isinstance(value, DuplicateNames):
            for name in value.names:
                self.report(
                    "duplicate-member", f"the name {quoted(name)} again", "each name once", (path, name)
                )
        return True

    def _dict(self, type_: DictType, value: Any, path: _Path, depth: int) -> object:
        if type_.pairs:
            expected = "XML: the keys of this dictionary are no texts"
            return self.unexpected("no-json-form", _shown(value), expected, value, path, depth)
        if not is_dict(value):
            return self._wrong(value, "an object", path, depth)
        if not self._enter(value, path, depth):
            return None
        members: dict[str, object] = value
        self._length(type_, len(members), f"an object of {len(members)} members", path)
        result: dict[object, object] = {}
        misfit: Unexpected | None = None
        for name, item in members.items():
            here = (path, name)
            shown = f"the key {quoted(name)}"
            try:
                key = self._key(type_.key, name, here)
            except ValueError as error:
                misfit = self.unexpected("wrong-value", shown, str(error), value, path, depth, here)
                key = None
            if key in result and key is not None:
                shown += ", which equals another"
                misfit = self.unexpected("duplicate-key", shown, "each key once", value, path, depth, here)
            result[key] = self.read(type_.value, item, here, depth + 1)
        return result if misfit is None else misfit

    def _key(self, type_: Type, name: str, path: _Path) -> object:
        """The key that a member name says; raises ValueError for one that says none."""
        if isinstance(type_, Scalar):
            key = kind_of(type_.kind).read(name, "json", self.texts, "core")
            if (broken := check_constraints(type_, key, self.texts)) is not None:
                shown = f"the key {quoted(name)}"
                self.broken("limits", "out-of-bounds", shown, broken, path, type_.provenance)
            return key
        declared = self.by_name[type_.name] if isinstance(type_, Ref) else None
        if not isinstance(declared, EnumType):
            raise TypeError("the schema has a dictionary whose keys are neither scalars nor enums")
        if declared.base == "str":
            return self._enum(declared, name, path, 0)
        named = dict(declared.xml_values)
        if name in named:
            return declared.cls(named[name])
        try:
            number = parse_int(name)
        except ValueError:
            raise ValueError(f"an integer ({declared.name})") from None
        return self._enum(declared, number, path, 0)

    def _object(self, declared: ObjectType, value: Any, path: _Path, depth: int) -> object:
        if not is_dict(value):
            return self._wrong(value, f"an object ({declared.name})", path, depth)
        if not self._enter(value, path, depth):
            return None
        around = self.said
        given: dict[str, object] = value
        known = self.members[declared.name]
        instance: Any = object.__new__(declared.cls)
        unknown: list[tuple[int, str, Any]] = []
        present = 0
        for name, item in given.items():
            found = known.get(name)
            if found is None:
                here = (path, name)
                self.met.warning(here, "unknown-member", f"the member {quoted(name)}", _meant(name, declared))
                self._check_free(item, here, depth + 1)
                unknown.append((present, name, item))
                continue
            present += 1
            member, self.said = found
            setattr(instance, member.attribute, self.read(member.type, item, (path, name), depth + 1))
        absent = (
            frozenset(self._absences(declared, given, instance, path))
            if present < len(known)
            else frozenset[str]()
        )
        undeclared = Undeclared(unknown_json=tuple(unknown), absent=absent) if unknown or absent else None
        instance._undeclared = undeclared
        self.said = around
        return instance

    def _absences(
        self, declared: ObjectType, given: dict[str, object], instance: object, path: _Path
    ) -> list[str]:
        """Fill in the members that are not there; returns those that read as None without being optional."""
        undeclared: list[str] = []
        for member in declared.members:
            if member.wire in given:
                continue
            if member.optional:
                setattr(instance, member.attribute, ABSENT)
                continue
            message = f"the member {quoted(member.wire)} is missing"
            if member.absent_as_null:
                setattr(instance, member.attribute, None)
                undeclared.append(member.attribute)
                self.met.warning(path, "absent-member", message, "it, if only as null")
            else:
                setattr(instance, member.attribute, ABSENT)
                said = member.provenance or declared.provenance
                self.broken("presence", "missing-member", message, f"it in {declared.name}", path, said)
        return undeclared

    def _check_free(self, value: object, path: _Path, depth: int) -> None:
        """Report what may not stand even where anything may: too much nesting, and the markers of
        the parser.
        """
        if not isinstance(value, dict | list) and not self.marked:
            return
        waiting: list[tuple[Any, _Path, int]] = [(value, path, depth)]
        while waiting:
            here, where, level = waiting.pop()
            if isinstance(here, NotJsonNumber):
                self.report("not-json", _shown(here), "a JSON value", where)
            elif isinstance(here, LongNumber):
                self.report("wrong-type", _shown(here), "a JSON value", where)
            elif isinstance(here, dict):
                members = cast("dict[str, object]", here)
                if self._enter(members, where, level):
                    waiting += [(item, (where, name), level + 1) for name, item in members.items()]
            elif isinstance(here, list):
                items = cast("list[object]", here)
                if level > self.depth:
                    self.report("too-deep", "arrays and objects that nest too deep", self.deepest, where)
                else:
                    waiting += [(item, (where, index), level + 1) for index, item in enumerate(items)]


def _listed(values: list[object]) -> str:
    shown = ", ".join(quoted(value) if isinstance(value, str) else str(value) for value in values[:10])
    return f"{shown}, …" if len(values) > 10 else shown


def _meant(name: str, declared: ObjectType) -> str:
    """The name that was expected instead of an unknown one: the known one that differs in case only, if there
    is one.
    """
    folded = name.casefold()
    for member in declared.members:
        if member.wire.casefold() == folded:
            return f"{quoted(member.wire)}, or no such member, in {declared.name}"
    return f"a member of {declared.name}"
