"""The straight-line JSON codec of an API: private msgspec Structs and the functions between them and the classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wiresmith.contract.model import (
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    NamedType,
    ObjectType,
    ScalarType,
    Type,
    TypeUse,
)
from wiresmith.emit.checks import WriterChecks
from wiresmith.emit.expression import NOTHING, Expression, expression, joined, value_literal
from wiresmith.emit.function_names import FunctionNames
from wiresmith.emit.json_types import KeyTable, derived_types, has_names, key_table
from wiresmith.emit.json_wire import WireTypes, all_facts, facts_beyond_msgspec
from wiresmith.emit.scope import ModuleScope
from wiresmith.emit.text import Identifier
from wiresmith.emit.types import class_reference, document_uses, python_annotation

_READERS = {
    "datetime": "parse_datetime",
    "datetimeoffset": "parse_offset",
    "char": "code_unit",
    "qname": "read_name",
    "date": "parse_date",
    "time": "parse_time",
    "timedelta": "parse_duration",
    "uuid": "guid",
    "bytes": "base64_bytes",
}
_WRITERS = {
    "uuid": "guid",
    "datetime": "datetime_text",
    "datetimeoffset": "offset_text",
    "char": "code_unit",
    "qname": "write_name",
    "date": "date_text",
    "time": "time_text",
    "timedelta": "duration_text",
    "bytes": "base64_text",
}


@dataclass(frozen=True, slots=True)
class StructField:
    """One field of a Struct: its name, annotation, and default (empty for none)."""

    name: Identifier
    annotation: Expression
    default: Expression


@dataclass(frozen=True, slots=True)
class DerivedCodec:
    """A class whose objects may stand where another one is declared, and what writes them."""

    cls: Expression
    write: Identifier


@dataclass(frozen=True, slots=True)
class ObjectCodec:
    """One Struct with the two functions between it and the public class."""

    struct: Identifier
    cls: Expression
    read: Identifier
    write: Identifier
    keyword_only: bool
    renames: tuple[Expression, ...]
    fields: tuple[StructField, ...]
    reads: tuple[Expression, ...]
    writes: tuple[Expression, ...]
    misfit: Expression
    derived: tuple[DerivedCodec, ...]


@dataclass(frozen=True, slots=True)
class DocumentCodec:
    """One entry of ``CODECS``."""

    key: Expression
    wire: Expression
    read: Expression
    write: Expression


class JsonEmission:
    """Builds what the template lays out; one for a contract."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.names = FunctionNames(contract)
        self.wire = WireTypes(contract, self.names)
        self.lookups: dict[str, tuple[Identifier, Expression]] = {}
        self.keys: dict[str, KeyTable] = {}
        self.derived = derived_types(contract)
        self.checks: dict[Expression, Identifier] = {}
        self.writer_checks = WriterChecks(contract, self.checks)

    def build(self) -> dict[str, object]:
        """The template's variables."""
        objects = [
            self._object(declared)
            for declared in self.contract.types.values()
            if isinstance(declared, ObjectType)
        ]
        documents = [self._document(use) for use in document_uses(self.contract)]
        return {
            "objects": objects,
            "documents": documents,
            "lookups": list(self.lookups.values()),
            "key_tables": list(self.keys.values()),
            "checks": [(name, source) for source, name in self.checks.items()],
            "scope": ModuleScope(()),
        }

    def _object(self, declared: ObjectType) -> ObjectCodec:
        fields = tuple(self._field(member) for member in declared.members)
        optional = [member.optional for member in declared.members]
        return ObjectCodec(
            struct=self.names.struct(declared),
            cls=class_reference(declared.python),
            read=self.names.function("read", declared),
            write=self.names.function("write", declared),
            keyword_only=optional != sorted(optional),
            renames=tuple(
                expression("{}: {}", value_literal(member.python), value_literal(member.wire))
                for member in declared.members
                if member.python != member.wire
            ),
            fields=fields,
            reads=tuple(self._member_read(member) for member in declared.members),
            writes=tuple(
                self._member_write(member, keyword=optional != sorted(optional))
                for member in declared.members
            ),
            misfit=self.writer_checks.misfit(declared),
            derived=tuple(
                DerivedCodec(class_reference(derived.python), self.names.function("write", derived))
                for derived in self.derived.get(declared.identity, ())
            ),
        )

    def _field(self, member: Member) -> StructField:
        annotation = self.wire.annotation(member.use)
        if member.optional:
            bare = self.wire.annotation(TypeUse(member.use.type))
            annotation = expression("{} | UnsetType", bare)
            if member.use.nullable and bare.source != "Any":
                annotation = expression("{} | None", annotation)
            return StructField(Identifier(member.python), annotation, expression("UNSET"))
        return StructField(Identifier(member.python), annotation, NOTHING)

    def _member_read(self, member: Member) -> Expression:
        name = Identifier(member.python)
        source = expression("wire.{}", name)
        if not member.optional:
            return expression(
                "value.{} = {}", name, self.read(member.use, source, local=f"{member.python}_wire")
            )
        local = expression("{}", Identifier(f"{member.python}_wire"))
        inner = self.read(member.use, local)
        return expression("value.{} = ABSENT if ({} := {}) is UNSET else {}", name, local, source, inner)

    def _member_write(self, member: Member, *, keyword: bool) -> Expression:
        name = Identifier(member.python)
        source = expression("value.{}", name)
        if member.optional:
            local = expression("{}", Identifier(f"{member.python}_value"))
            inner = self.write(member.use, local)
            written = expression("UNSET if ({} := {}) is ABSENT else {}", local, source, inner)
        else:
            written = self.write(member.use, source, local=f"{member.python}_value")
        return expression("{}={}", name, written) if keyword else written

    def _document(self, use: TypeUse) -> DocumentCodec:
        item = Identifier("value")
        return DocumentCodec(
            key=python_annotation(self.contract, TypeUse(use.type), qualified=True),
            wire=self.wire.annotation(use),
            read=self._function(self.read(use, expression("{}", item)), use, "read"),
            write=self._function(self.write(use, expression("{}", item)), use, "write"),
        )

    def _function(self, body: Expression, use: TypeUse, verb: str) -> Expression:
        """The function that a document's conversion is: an emitted one where it is that alone, else a lambda."""
        if isinstance(use.type, NamedType) and not use.nullable:
            declared = self.contract.types[use.type.identity]
            if isinstance(declared, ObjectType):
                return expression("{}", self.names.function("read" if verb == "read" else "write", declared))
        return expression("lambda value: {}", body)

    # --- conversions ---

    def read(self, use: TypeUse, source: Expression, depth: int = 0, local: str = "present") -> Expression:
        """The expression that makes the public value of a wire value; ``source`` itself where they are the same.

        ``local`` names the variable that holds the value of ``source`` where it is needed twice.
        """
        return self._nullable(use, source, depth, self._read_type, local)

    def write(self, use: TypeUse, source: Expression, depth: int = 0, local: str = "present") -> Expression:
        """The expression that makes the wire value of a public value; see ``read``."""
        return self._nullable(use, source, depth, self._write_type, local)

    def _nullable(
        self,
        use: TypeUse,
        source: Expression,
        depth: int,
        convert: Callable[[Type, Expression, int], Expression],
        local: str,
    ) -> Expression:
        if not use.nullable:
            return convert(use.type, source, depth)
        bare = source.source.isidentifier()
        inner = source if bare else _local(local, depth)
        converted = convert(use.type, inner, depth + 1)
        if converted == inner:
            return source
        if bare:
            return expression("None if {} is None else {}", source, converted)
        return expression("None if ({} := {}) is None else {}", inner, source, converted)

    def _read_type(self, type_: Type, source: Expression, depth: int) -> Expression:
        match type_:
            case ListType():
                item = _local("item", depth)
                inner = self.read(type_.item, item, depth + 1)
                return source if inner == item else expression("[{} for {} in {}]", inner, item, source)
            case DictType():
                return self._dict(type_, source, depth, reading=True)
            case NamedType():
                declared = self.contract.types[type_.identity]
                if isinstance(declared, EnumType):
                    if declared.flags:
                        return expression("known_flags({}, {})", self._lookup(declared), source)
                    return expression("{}[{}]", self._lookup(declared), source)
                return expression("{}({})", self.names.function("read", declared), source)
            case ScalarType():
                return self._read_scalar(type_, source)

    def _write_type(self, type_: Type, source: Expression, depth: int) -> Expression:
        match type_:
            case ListType():
                item = _local("item", depth)
                inner = self.write(type_.item, item, depth + 1)
                return source if inner == item else expression("[{} for {} in {}]", inner, item, source)
            case DictType():
                return self._dict(type_, source, depth, reading=False)
            case NamedType():
                declared = self.contract.types[type_.identity]
                if isinstance(declared, EnumType):
                    is_checked = declared.flags and declared.closed
                    return self._read_type(type_, source, depth) if is_checked else source
                return expression("{}({})", self.names.function("write", declared), source)
            case ScalarType():
                return self._write_scalar(type_, source, depth)

    def _dict(self, type_: DictType, source: Expression, depth: int, *, reading: bool) -> Expression:
        if type_.pairs:
            return expression("without_form({})", source)
        key, item = _local("key", depth), _local("item", depth)
        inner_value = (self.read if reading else self.write)(type_.value, item, depth + 1)
        if isinstance(type_.key.type, ScalarType) and type_.key.type.kind in ("str", "uri"):
            inner_key = self._checked(type_.key.type, key, every=True) if reading else key
        else:
            kind = type_.key.type.kind if isinstance(type_.key.type, ScalarType) else "str"
            function = "read_key" if reading else "write_key"
            inner_key = expression("{}({}, {})", Identifier(function), value_literal(kind), key)
            if kind == "timedelta" and self.contract.rules.texts == "dotnet":
                inner_key = expression('{}("timedelta", {}, "dotnet")', Identifier(function), key)
            if isinstance(type_.key.type, NamedType):
                inner_key = self._enum_key(type_.key.type, key, depth, reading=reading)
        if inner_key == key and inner_value == item:
            return source
        return expression("{{{}: {} for {}, {} in {}.items()}}", inner_key, inner_value, key, item, source)

    def _read_scalar(self, type_: ScalarType, source: Expression) -> Expression:
        reader = _READERS.get(type_.kind)
        if reader is None:
            return self._checked(type_, source)
        if type_.kind == "timedelta" and self.contract.rules.texts == "dotnet":
            return expression('parse_duration({}, "timespan")', source)
        return self._checked(type_, expression("{}({})", Identifier(reader), source), every=True)

    def _write_scalar(self, type_: ScalarType, source: Expression, depth: int) -> Expression:
        if type_.kind in ("number", "float32", "float64"):
            number = source if source.source.isidentifier() else _local("number", depth)
            first = source if number == source else expression("({} := {})", number, source)
            # x - x is 0 for every number that JSON can hold, and NaN for the others.
            return expression("{} if {} - {} == 0 else not_finite({})", number, first, number, number)
        writer = _WRITERS.get(type_.kind)
        if type_.kind == "decimal":
            writer = "finite_decimal"
        if type_.kind == "any" and self.contract.rules.any_says_its_type:
            return expression("any_json({}, CODECS)", source)
        if type_.kind == "any":
            writer = "finite_json"
        if writer is None:
            return source
        if type_.kind == "timedelta" and self.contract.rules.texts == "dotnet":
            return expression('duration_text({}, "timespan")', source)
        return expression("{}({})", Identifier(writer), source)

    def _enum_key(self, type_: NamedType, key: Expression, depth: int, *, reading: bool) -> Expression:
        """The conversion of a key that is a member of an enum: its name, as .NET has it, where it has one besides its number."""
        declared = self.contract.types[type_.identity]
        named = isinstance(declared, EnumType) and declared.base == "int"
        if not isinstance(declared, EnumType) or not named or not has_names(declared):
            return self._read_type(type_, key, depth) if reading else key
        table = self.keys.get(declared.identity)
        if table is None:
            table = self.keys[declared.identity] = key_table(declared, self.names)
        if reading:
            return expression("{}[{}]", table.members, key)
        return expression("enum_key({}, {})", table.names, key)

    def _lookup(self, declared: EnumType) -> Identifier:
        entry = self.lookups.get(declared.identity)
        if entry is None:
            entry = self.lookups[declared.identity] = (
                self.names.lookup(declared),
                class_reference(declared.python),
            )
        return entry[0]

    def _checked(self, type_: ScalarType, source: Expression, *, every: bool = False) -> Expression:
        """The value behind a check of the constraints that msgspec does not make itself."""
        facts = all_facts(type_) if every else facts_beyond_msgspec(type_)
        if not facts:
            return source
        record = expression("Scalar(kind={}, {})", value_literal(type_.kind), joined(", ", facts))
        name = self.checks.setdefault(record, Identifier(f"_SCALAR_{len(self.checks) + 1}"))
        return expression("within({}, {})", name, source)


def _local(stem: str, depth: int) -> Expression:
    return expression("{}", Identifier(stem if depth == 0 else f"{stem}_{depth + 1}"))


def json_codec_context(contract: Contract) -> dict[str, object]:
    """Everything ``json.py.jinja`` lays out."""
    return JsonEmission(contract).build()
