"""Scalars in emitted XML code: how a captured text becomes a value, and a value text."""

from __future__ import annotations

from wiresmith.description import Contract, EnumType, Scalar
from wiresmith.emit.expression import Expression, expression, joined, value_literal
from wiresmith.emit.function_names import FunctionNames
from wiresmith.emit.text import Identifier, literal
from wiresmith.emit.types import class_reference
from wiresmith.emit.xml_code import EnumTables

_READERS = {
    "str": "read_string", "uri": "read_string", "any": "read_string", "bool": "read_bool", "number": "read_number", "float32": "read_single",
    "float64": "read_float", "decimal": "read_decimal", "datetime": "read_datetime", "date": "read_date", "time": "read_time",
    "timedelta": "read_duration", "uuid": "read_guid", "bytes": "read_base64", "char": "read_char",
}  # fmt: skip
_WRITERS = {
    "str": "escape", "uri": "escape", "any": "escape", "bool": "boolean_text", "number": "xml_number", "float32": "xml_single",
    "float64": "xml_number", "decimal": "xml_decimal", "datetime": "datetime_text", "date": "date_text", "time": "time_text",
    "timedelta": "duration_text", "uuid": "guid", "bytes": "base64_text", "char": "char_text",
}  # fmt: skip
_CORE_READERS = {"number": "read_core_number", "float64": "read_core_float", "float32": "read_core_single"}
_CORE_WRITERS = {"number": "core_number", "float64": "core_number", "float32": "core_single"}


class XmlValues:
    """Expressions for the scalars and enums of one contract; remembers what the module has to import and define."""

    def __init__(self, contract: Contract, names: FunctionNames) -> None:
        self.contract = contract
        self.names = names
        self.lookups: dict[str, EnumTables] = {}
        self.checks: dict[Expression, Identifier] = {}

    def pattern_kind(self, type_: Scalar | EnumType) -> str:
        """Which of the runtime's value patterns matches its text."""
        if isinstance(type_, EnumType):
            return "text"
        kinds = ("bool", "char", "decimal", "uuid")
        return type_.kind if type_.kind in kinds or "int" in type_.kind else "text"

    def converter(self, type_: Scalar | EnumType) -> Expression:
        """A callable from captured text to value."""
        if isinstance(type_, EnumType) and not type_.flags:
            return expression("{}.__getitem__", self._tables(type_)[0])
        if isinstance(type_, EnumType) or self._facts(type_):
            return expression("lambda text: {}", self.read(type_, expression("text")))
        return expression("{}", self._reader(type_.kind))

    def read(self, type_: Scalar | EnumType, text: Expression) -> Expression:
        """The value of a captured text; a text that is no such value raises ValueError, KeyError or Unusual."""
        if isinstance(type_, EnumType):
            values, texts = self._tables(type_)
            if type_.flags:
                return expression("{}({}, {}, {})", Identifier("read_flags"), values, texts, text)
            return expression("{}[{}]", values, text)
        if type_.kind == "bool":
            return expression('{} == b"true"', text)
        value = expression("{}({})", self._reader(type_.kind), text)
        facts = self._facts(type_)
        if not facts:
            return value
        record = expression("Scalar(kind={}, {})", value_literal(type_.kind), joined(", ", facts))
        name = self.checks.setdefault(record, Identifier(f"_SCALAR_{len(self.checks) + 1}"))
        return expression("within({}, {})", name, value)

    def write(self, type_: Scalar | EnumType, value: Expression) -> Expression:
        """The text of a value, escaped; a value that has none raises ValueError, TypeError, KeyError or AttributeError."""
        if isinstance(type_, EnumType):
            table = self._tables(type_)[1]
            if type_.flags:
                return expression("{}({}, {})", Identifier("flags_text"), table, value)
            if type_.closed or self._is_named(type_):
                return expression("{}[{}]", table, value)
            return expression("{}({}, {})", Identifier("enum_text"), table, value)
        if type_.kind == "uri" and self.contract.rules.texts == "dotnet":
            return expression("{}({}({}))", Identifier("escape"), Identifier("uri_text"), value)
        if self.contract.floats == "core" and type_.kind in _CORE_WRITERS:
            return expression("{}({})", Identifier(_CORE_WRITERS[type_.kind]), value)
        return expression("{}({})", Identifier(_WRITERS.get(type_.kind, "integer_text")), value)

    def may_be_empty(self, type_: Scalar | EnumType) -> bool:
        """Does .NET write no text at all for some value, where an empty string would be written as text?"""
        return type_.flags if isinstance(type_, EnumType) else type_.kind == "bytes"

    def _is_named(self, declared: EnumType) -> bool:
        """Has this enum no text for a number that it does not declare?"""
        return self.contract.rules.names_enum_values and declared.base == "int"

    def _reader(self, kind: str) -> Identifier:
        if self.contract.floats == "core" and kind in _CORE_READERS:
            return Identifier(_CORE_READERS[kind])
        return Identifier(_READERS.get(kind, "int"))

    def _facts(self, type_: Scalar) -> list[Expression]:
        names = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")
        facts = [
            expression("{}={}", Identifier(name), value_literal(value))
            for name in names
            if (value := getattr(type_, name)) is not None
        ]
        if type_.kind == "uint64" and type_.le is None:
            facts.append(expression("le=18446744073709551615"))
        return facts

    def _tables(self, declared: EnumType) -> tuple[Identifier, Identifier]:
        entry = self.lookups.get(declared.name)
        if entry is None:
            stem = self.names.stem(declared).upper()
            cls = class_reference(declared.name)
            entries = tuple(
                (
                    literal(
                        element_text(member.xml if member.xml is not None else str(member.wire)).encode()
                    ),
                    expression("{}.{}", cls, Identifier(member.python)),
                )
                for member in declared.values
            )
            wires = [member.wire for member in declared.values]
            entry = self.lookups[declared.name] = EnumTables(
                Identifier(f"_{stem}"),
                Identifier(f"_{stem}_TEXT"),
                entries,
                has_aliases=len(set(wires)) < len(wires),
                has_numbers=self._is_named(declared),
            )
        return entry.values, entry.texts


def element_text(text: str) -> str:
    """An enum value as it stands in an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
