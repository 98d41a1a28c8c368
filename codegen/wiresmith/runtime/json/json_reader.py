"""The exact JSON reader: any valid document to a value, and everything that is wrong with any other.

It walks the schema beside the parsed document. Errors do not stop it, so that one reading finds them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from wiresmith.description import DictType, EnumType, ListType, Nullable, ObjectType, QName, Ref, Scalar
from wiresmith.kinds import kind_of
from wiresmith.plan.enum_names import combines
from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.json._syntax import DuplicateNames, JsonRefused, LongNumber, NotJsonNumber, parse_json
from wiresmith.runtime.report import Report
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.values.numbers import number_text, parse_int

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type
    from wiresmith.runtime.findings import Finding, Severity
    from wiresmith.runtime.limits import Limits
    from wiresmith.values.forms import Texts

MOST_FINDINGS = 10_000
"""Errors beyond these, and warnings beyond as many, are counted in a last finding."""

_Path: TypeAlias = "tuple[_Path, str | int] | None"


def read_json(
    data: bytes, schema: Schema, type: Type, limits: Limits, *, partial: bool = False
) -> tuple[Any, list[Finding]]:
    """Read a whole document as a value of ``type``.

    Returns the value and the findings. The value is None if a finding is an error (a document may also be
    null), unless ``partial`` asks for what could be read; warnings (unknown members, undeclared absences,
    unknown values of open enums) leave it whole. Paths are JSON pointers; lines and columns are filled in by
    ``positions.with_positions``.
    """
    try:
        document = parse_json(data, limits)
    except JsonRefused as refused:
        return None, [refused.finding]
    reader = _Reader(schema, limits, marked=document.marked)
    value: object = None
    try:
        value = reader.read(type, document.value, None, 1)
    except RecursionError:
        reader.report("too-deep", "arrays and objects that nest too deep", reader.deepest, None)
    findings = reader.all_findings()
    if not partial and reader.met.errors:
        return None, findings
    return value, findings


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

    After an error they return None, or the value that is out of bounds: there is no value then, or a partial
    one.
    """

    def __init__(self, schema: Schema, limits: Limits, *, marked: bool) -> None:
        self.by_name = schema.types
        self.texts: Texts = schema.rules.texts
        self.depth = limits.depth
        self.deepest = f"a depth of at most {limits.depth}"
        self.marked = marked
        self.met = Report[_Path](MOST_FINDINGS, spell=_pointer)
        self.members = {
            declared.name: {member.wire: member for member in declared.members}
            for declared in schema.types.values()
            if isinstance(declared, ObjectType)
        }

    def report(
        self, code: str, message: str, expected: str, path: _Path, severity: Severity = "error"
    ) -> None:
        note = self.met.error if severity == "error" else self.met.warning
        note(path, code, message, expected)

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
                return self._enum(declared, value, path)
            return self._object(declared, value, path, depth)
        if isinstance(type_, ListType):
            return self._list(type_, value, path, depth)
        return self._dict(type_, value, path, depth)

    def _wrong(self, value: object, expected: str, path: _Path) -> None:
        if value is None:
            self.report("null", "null", expected, path)
        elif isinstance(value, NotJsonNumber):
            self.report("not-json", _shown(value), expected, path)
        else:
            self.report("wrong-type", _shown(value), expected, path)

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
            self.report("wrong-value", _shown(value), str(error), path)
            return None
        if read is None:
            self._wrong(value, kind.expected("json", self.texts), path)
            return None
        if (broken := check_constraints(scalar, read, self.texts)) is not None:
            self.report("out-of-bounds", _shown(value), broken, path)
        return read

    def _qname(self, value: Any, expected: str, path: _Path, depth: int) -> object:
        """An XmlQualifiedName as Newtonsoft writes it, by its two fields."""
        if not self._is_object(value, expected, path, depth):
            return None
        fields: dict[str, object] = value
        if fields.keys() != {"name", "ns"}:
            self.report("wrong-value", "an object with other members", expected, path)
        for name, part in fields.items():
            if name in ("name", "ns") and not isinstance(part, str):
                self._wrong(part, "a string", (path, name))
        return QName(str(fields.get("name")), str(fields.get("ns")))

    def _enum(self, declared: EnumType, value: object, path: _Path) -> object:
        known = declared.cls._value2member_map_
        base = str if declared.base == "str" else int
        if not isinstance(value, base) or isinstance(value, bool):
            name = "a string" if base is str else "an integer"
            self._wrong(value, f"{name}, one of {_listed(list(known))}", path)
            return None
        if type(value) is base and value in known:
            return known[value]
        if declared.flags and isinstance(value, int) and combines(known, value):
            return value
        severity: Severity = "error" if declared.closed else "warning"
        self.report(
            "unknown-enum-value",
            _shown(value),
            f"one of {_listed(list(known))} ({declared.name})",
            path,
            severity,
        )
        return value

    def _list(self, type_: ListType, value: object, path: _Path, depth: int) -> object:
        if not isinstance(value, list):
            self._wrong(value, "an array", path)
            return None
        if depth > self.depth:
            self.report("too-deep", "arrays and objects that nest too deep", self.deepest, path)
            return None
        items = cast("list[object]", value)
        self._length(type_, len(items), f"an array of {len(items)} items", path)
        read, item_type = self.read, type_.item
        return [read(item_type, item, (path, index), depth + 1) for index, item in enumerate(items)]

    def _length(self, type_: ListType | DictType, length: int, message: str, path: _Path) -> None:
        if (broken := length_broken(length, type_)) is not None:
            self.report("out-of-bounds", message, broken, path)

    def _is_object(self, value: object, expected: str, path: _Path, depth: int) -> bool:
        if not isinstance(value, dict):
            self._wrong(value, expected, path)
            return False
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
            self.report("no-json-form", _shown(value), "XML: the keys of this dictionary are no texts", path)
            return None
        if not self._is_object(value, "an object", path, depth):
            return None
        members: dict[str, object] = value
        self._length(type_, len(members), f"an object of {len(members)} members", path)
        result: dict[object, object] = {}
        for name, item in members.items():
            here = (path, name)
            key = self._key(type_.key, name, here)
            if key in result and key is not None:
                self.report(
                    "duplicate-key", f"the key {quoted(name)}, which equals another", "each key once", here
                )
            result[key] = self.read(type_.value, item, here, depth + 1)
        return result

    def _key(self, type_: Type, name: str, path: _Path) -> object:
        if isinstance(type_, Scalar):
            try:
                key = kind_of(type_.kind).read(name, "json", self.texts, "core")
            except ValueError as error:
                self.report("wrong-value", f"the key {quoted(name)}", str(error), path)
                return None
            if (broken := check_constraints(type_, key, self.texts)) is not None:
                self.report("out-of-bounds", f"the key {quoted(name)}", broken, path)
            return key
        declared = self.by_name[type_.name] if isinstance(type_, Ref) else None
        if not isinstance(declared, EnumType):
            raise TypeError("the schema has a dictionary whose keys are neither scalars nor enums")
        if declared.base == "str":
            return self._enum(declared, name, path)
        named = dict(declared.xml_values)
        if name in named:
            return declared.cls(named[name])
        try:
            return self._enum(declared, parse_int(name), path)
        except ValueError:
            self.report("wrong-value", f"the key {quoted(name)}", f"an integer ({declared.name})", path)
            return None

    def _object(self, declared: ObjectType, value: Any, path: _Path, depth: int) -> object:
        if not self._is_object(value, f"an object ({declared.name})", path, depth):
            return None
        given: dict[str, object] = value
        known = self.members[declared.name]
        instance: Any = object.__new__(declared.cls)
        unknown: list[tuple[int, str, Any]] = []
        present = 0
        for name, item in given.items():
            member = known.get(name)
            if member is None:
                here = (path, name)
                self.report(
                    "unknown-member", f"the member {quoted(name)}", _meant(name, declared), here, "warning"
                )
                self._check_free(item, here, depth + 1)
                unknown.append((present, name, item))
                continue
            present += 1
            setattr(instance, member.attribute, self.read(member.type, item, (path, name), depth + 1))
        absent = (
            frozenset(self._absences(declared, given, instance, path))
            if present < len(known)
            else frozenset[str]()
        )
        undeclared = Undeclared(unknown_json=tuple(unknown), absent=absent) if unknown or absent else None
        instance._undeclared = undeclared
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
            setattr(instance, member.attribute, None)
            message = f"the member {quoted(member.wire)} is missing"
            if member.absent_as_null:
                undeclared.append(member.attribute)
                self.report("absent-member", message, "it, if only as null", path, "warning")
            else:
                self.report("missing-member", message, f"it in {declared.name}", path)
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
            if isinstance(here, NotJsonNumber | LongNumber):
                self._wrong(here, "a JSON value", where)
            elif isinstance(here, dict):
                members = cast("dict[str, object]", here)
                if self._is_object(members, "", where, level):
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
