"""Scalars in emitted XML code: how a captured text becomes a value, and a value text."""

from __future__ import annotations

from wiresmith.description import Contract, EnumType, Scalar
from wiresmith.emit._expression import Expression, applied, expression, joined, value_literal
from wiresmith.emit._function_names import FunctionNames
from wiresmith.emit._python_types import class_reference
from wiresmith.emit._xml_code import EnumTables
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.kinds import kind_of
from wiresmith.values.forms import ANY_TEXT


class XmlValues:
    """Expressions for the scalars and enums of one contract; remembers what the module has to import and
    define.
    """

    def __init__(self, contract: Contract, names: FunctionNames) -> None:
        self.contract = contract
        self.names = names
        self.lookups: dict[str, EnumTables] = {}
        self.checks: dict[Expression, Identifier] = {}

    def pattern(self, type_: Scalar | EnumType) -> str:
        """The regular expression of its texts, with one group."""
        return ANY_TEXT if isinstance(type_, EnumType) else kind_of(type_.kind).xml_pattern

    def converter(self, type_: Scalar | EnumType) -> Expression:
        """A callable from captured text to value."""
        if isinstance(type_, EnumType) and not type_.flags:
            return expression("{}.__getitem__", self._tables(type_)[0])
        text = expression("text")
        if isinstance(type_, EnumType) or self._facts(type_):
            return expression("lambda text: {}", self.read(type_, text))
        code = kind_of(type_.kind).xml_reader(self.contract.floats)
        function = code.template.removesuffix("({})")
        return (
            Expression.trusted(function)
            if function.isidentifier()
            else expression("lambda text: {}", applied(code, text))
        )

    def read(self, type_: Scalar | EnumType, text: Expression) -> Expression:
        """The value of a captured text; a text that is no such value raises ValueError, KeyError
        or Unusual.
        """
        if isinstance(type_, EnumType):
            values, texts = self._tables(type_)
            if type_.flags:
                return expression("{}({}, {}, {})", Identifier("read_flags"), values, texts, text)
            return expression("{}[{}]", values, text)
        value = applied(kind_of(type_.kind).xml_reader(self.contract.floats), text)
        facts = self._facts(type_)
        if not facts:
            return value
        record = expression("Scalar(kind={}, {})", value_literal(type_.kind), joined(", ", facts))
        name = self.checks.setdefault(record, Identifier(f"_SCALAR_{len(self.checks) + 1}"))
        return expression("within({}, {})", name, value)

    def write(self, type_: Scalar | EnumType, value: Expression) -> Expression:
        """The text of a value, escaped; a value that has none raises ValueError, TypeError, KeyError or
        AttributeError.
        """
        if isinstance(type_, EnumType):
            table = self._tables(type_)[1]
            if type_.flags:
                return expression("{}({}, {})", Identifier("flags_text"), table, value)
            if type_.closed or self._is_named(type_):
                return expression("{}[{}]", table, value)
            return expression("{}({}, {})", Identifier("enum_text"), table, value)
        kind = kind_of(type_.kind)
        code = kind.xml_writer(self.contract.rules.texts, self.contract.floats)
        text = value if code is None else applied(code, value)
        return expression("{}({})", Identifier("escape"), text) if kind.xml_markup else text

    def may_be_empty(self, type_: Scalar | EnumType) -> bool:
        """Does .NET write no text at all for some value, where an empty string would be written as text?"""
        return type_.flags if isinstance(type_, EnumType) else kind_of(type_.kind).xml_empty

    def _is_named(self, declared: EnumType) -> bool:
        """Has this enum no text for a number that it does not declare?"""
        return self.contract.rules.names_enum_values and declared.base == "int"

    def _facts(self, type_: Scalar) -> list[Expression]:
        names = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")
        return [
            expression("{}={}", Identifier(name), value_literal(value))
            for name in names
            if (value := getattr(type_, name)) is not None
        ]

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
