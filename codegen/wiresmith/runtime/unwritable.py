"""What of a value cannot be written in a format, member by member.

The straight-line writers stop at the first thing they cannot say; this walk along the schema, run only then, names all of them.
"""

from __future__ import annotations

import re
from typing import Any

from wiresmith.runtime.absent import ABSENT
from wiresmith.runtime.findings import Finding, excerpt
from wiresmith.runtime.guids import guid
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.numbers import Format
from wiresmith.runtime.scalars import check_constraints, length_broken, scalar_text
from wiresmith.runtime.schema import (
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

_PYTHON_TYPES: dict[str, tuple[str, ...]] = {
    "str": ("str",), "uri": ("str",), "uuid": ("str",), "bool": ("bool",), "number": ("int", "float"),
    "float32": ("float", "int"), "float64": ("float", "int"), "decimal": ("Decimal",), "datetime": ("datetime",),
    "date": ("date",), "time": ("time",), "timedelta": ("timedelta",), "bytes": ("bytes",),
}  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
DEPTH = 300
"""How deep a value may nest; deeper ones hold themselves, or no reader would take them."""


def unwritable(
    value: Any, schema: Schema, type_: Type, format: Format, *, drop_undeclared: bool = False
) -> list[Finding]:
    """Everything in a value that ``format`` cannot say, with its place (a JSON pointer or an XPath)."""
    walk = _Walk(schema, format, drop_undeclared)
    walk.check(value, type_, "" if format == "json" else "/*", 1)
    return walk.findings


class _Walk:
    def __init__(self, schema: Schema, format: Format, drop: bool) -> None:
        self.schema = schema
        self.format: Format = format
        self.drop = drop
        self.findings: list[Finding] = []

    def report(self, path: str, code: str, message: str, expected: str) -> None:
        self.findings.append(
            Finding(severity="error", code=code, message=message, expected=expected, path=path)
        )

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
            declared = self.schema.by_name[type_.name]
            if isinstance(declared, EnumType):
                self._enum(value, declared, path)
            else:
                self._object(value, declared, path, depth)
        elif isinstance(type_, ListType):
            self._list(value, type_, path, depth)
        elif isinstance(type_, DictType):
            self._dict(value, type_, path, depth)
        elif isinstance(type_, Scalar):
            self._scalar(value, type_, path)

    def _object(self, value: Any, declared: ObjectType, path: str, depth: int) -> None:
        if type(value) is not declared.cls:
            self.report(path, "wrong-type", f"a {_kind(value)}", f"a {declared.cls.__name__}")
            return
        undeclared = value._undeclared
        if undeclared is not None and not self.drop:
            other = undeclared.unknown_xml if self.format == "json" else undeclared.unknown_json
            for entry in other:
                name = entry[1].name.local if self.format == "json" else entry[1]
                self.report(
                    path,
                    "other-format",
                    f"the undeclared {excerpt(name)!r} was read from {'XML' if self.format == 'json' else 'JSON'}",
                    "the same format, or drop_undeclared=True",
                )
        absent = frozenset[str]() if undeclared is None else undeclared.absent
        for member in declared.members:
            try:
                part = getattr(value, member.attribute)
            except AttributeError:
                self.report(self._step(path, member), "missing-member", "the field was never set", "a value")
                continue
            if (part is ABSENT and member.optional) or (part is None and member.attribute in absent):
                continue
            self.check(part, member.type, self._step(path, member), depth + 1)

    def _step(self, path: str, member: Any) -> str:
        if self.format == "json":
            return f"{path}/{_pointer(member.wire)}"
        return f"{path}/{member.xml_name.local if member.xml_name else member.wire}"

    def _list(self, value: Any, type_: ListType, path: str, depth: int) -> None:
        if not is_list(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a list")
            return
        self._length(len(value), type_, path)
        for index, item in enumerate(value):
            self.check(
                item,
                type_.item,
                f"{path}/{index}" if self.format == "json" else f"{path}/*[{index + 1}]",
                depth + 1,
            )

    def _dict(self, value: Any, type_: DictType, path: str, depth: int) -> None:
        if not is_dict(value):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a dict")
            return
        self._length(len(value), type_, path)
        for index, (key, item) in enumerate(value.items()):
            here = f"{path}/{_pointer(str(key))}" if self.format == "json" else f"{path}/*[{index + 1}]"
            self.check(key, type_.key, here, depth + 1)
            self.check(item, type_.value, here, depth + 1)
            if self.format == "json" and isinstance(key, str) and _SURROGATE.search(key):
                self.report(
                    here, "surrogate", "a member name with a lone surrogate", "a text that UTF-8 can say"
                )

    def _length(self, length: int, type_: ListType | DictType, path: str) -> None:
        if (broken := length_broken(length, type_)) is not None:
            self.report(path, "out-of-bounds", f"a length of {length}", broken)

    def _enum(self, value: Any, declared: EnumType, path: str) -> None:
        if isinstance(value, declared.cls):
            return
        wanted = "str" if declared.base == "str" else "int"
        if declared.closed or _kind(value) != wanted:
            self.report(path, "unknown-enum-value", f"{_shown(value)}", f"a {declared.cls.__name__}")
        elif wanted == "str":
            self._text(value, path)

    def _scalar(self, value: Any, type_: Scalar, path: str) -> None:
        if type_.kind == "any":
            self._any(value, path)
            return
        wanted = _PYTHON_TYPES.get(type_.kind, ("int",))
        kinds = {base.__name__ for base in type(value).__mro__}
        if (
            not kinds & set(wanted)
            or ("bool" in kinds and "bool" not in wanted)
            or (type_.kind == "date" and "datetime" in kinds)
        ):
            self.report(path, "wrong-type", f"a {_kind(value)}", " or ".join(f"a {name}" for name in wanted))
            return
        try:
            scalar_text(type_.kind, value, self.schema.dialect, self.format)
            if type_.kind == "uuid":
                guid(value)
        except ValueError as error:
            self.report(path, "cannot-write", _shown(value), str(error))
            return
        if (broken := check_constraints(type_, value)) is not None:
            self.report(path, "out-of-bounds", _shown(value), broken)
        elif isinstance(value, str):
            self._text(value, path)

    def _text(self, value: str, path: str) -> None:
        if self.format == "json":
            return
        if _SURROGATE.search(value):
            self.report(path, "surrogate", f"a lone surrogate in {_shown(value)}", "a text that XML can say")
        if "\r" in value:
            self.report(
                path,
                "carriage-return",
                f"a carriage return in {_shown(value)}",
                "line feeds only: .NET's XmlWriter form loses \\r",
            )

    def _any(self, value: Any, path: str) -> None:
        if isinstance(value, float) and value - value != 0:
            self.report(path, "cannot-write", _shown(value), "a number that JSON can say")
        elif is_dict(value):
            for key, part in value.items():
                self._any(part, f"{path}/{_pointer(str(key))}")
        elif is_list(value):
            for index, part in enumerate(value):
                self._any(part, f"{path}/{index}")
        elif value is not None and not isinstance(value, (str, int, float)):
            self.report(path, "wrong-type", f"a {_kind(value)}", "a JSON value")


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _shown(value: object) -> str:
    return excerpt(repr(value))


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
