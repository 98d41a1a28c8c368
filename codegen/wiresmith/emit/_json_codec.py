"""The straight-line JSON codec of an API: private msgspec Structs and the functions between them and the
classes.
"""

from __future__ import annotations

from collections.abc import Callable

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.emit._codec_code import Code, NullOr, OfValue
from wiresmith.emit._expression import Expression, applied, expression, joined, value_literal
from wiresmith.emit._function_names import FunctionNames
from wiresmith.emit._json_code import (
    AbsentAsUnset,
    EachEntry,
    EachItem,
    EnumKeys,
    EnumLookup,
    FiniteNumber,
    JsonDocument,
    JsonReader,
    JsonStruct,
    JsonWriter,
    NamedNullOr,
    StructField,
    UnsetAsAbsent,
)
from wiresmith.emit._json_wire import WireTypes, all_facts, facts_beyond_msgspec
from wiresmith.emit._python_types import class_reference, document_uses, python_annotation
from wiresmith.emit._writer_conditions import WriterChecks
from wiresmith.emit.json_types import derived_types, has_names, key_table
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.kinds import kind_of


class JsonEmission:
    """Builds what the template lays out; one for a contract."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.names = FunctionNames(contract)
        self.wire = WireTypes(contract, self.names)
        self.lookups: dict[str, EnumLookup] = {}
        self.keys: dict[str, EnumKeys] = {}
        self.derived = derived_types(contract)
        self.checks: dict[Expression, Identifier] = {}
        self.writer_checks = WriterChecks(contract, self.checks)

    def build(self) -> dict[str, object]:
        """The template's variables."""
        declared = [each for each in self.contract.types.values() if isinstance(each, ObjectType)]
        structs = [self._struct(each) for each in declared]
        functions = [made for each in declared for made in (self._reader(each), self._writer(each))]
        documents = [self._document(use) for use in document_uses(self.contract)]
        return {
            "structs": structs,
            "functions": functions,
            "documents": documents,
            "lookups": list(self.lookups.values()),
            "key_tables": list(self.keys.values()),
            "checks": [(name, source) for source, name in self.checks.items()],
            "scope": ModuleScope(()),
        }

    def _struct(self, declared: ObjectType) -> JsonStruct:
        return JsonStruct(
            self.names.struct(declared),
            _needs_keywords(declared),
            renames=tuple(
                (literal(member.attribute), literal(member.wire))
                for member in declared.members
                if member.attribute != member.wire
            ),
            fields=tuple(self._field(member) for member in declared.members),
        )

    def _field(self, member: Member) -> StructField:
        annotation = self.wire.annotation(member.type)
        if member.optional:
            present = self.wire.annotation(bare(member.type))
            annotation = expression("{} | UnsetType", present)
            if is_nullable(member.type) and present.source != "Any":
                annotation = expression("{} | None", annotation)
        return StructField(Identifier(member.attribute), annotation, member.optional)

    def _reader(self, declared: ObjectType) -> JsonReader:
        return JsonReader(
            self.names.function("read", declared),
            self.names.struct(declared),
            class_reference(declared.name),
            tuple((Identifier(member.attribute), self._member_read(member)) for member in declared.members),
        )

    def _member_read(self, member: Member) -> Code:
        source = expression("wire.{}", Identifier(member.attribute))
        if not member.optional:
            return self.read(member.type, source, local=f"{member.attribute}_wire")
        local = expression("{}", Identifier(f"{member.attribute}_wire"))
        return UnsetAsAbsent(local, source, self.read(member.type, local))

    def _writer(self, declared: ObjectType) -> JsonWriter:
        by_name = _needs_keywords(declared)
        return JsonWriter(
            self.names.function("write", declared),
            self.names.struct(declared),
            class_reference(declared.name),
            derived=tuple(
                (class_reference(derived.name), self.names.function("write", derived))
                for derived in self.derived.get(declared.name, ())
            ),
            misfit=self.writer_checks.misfit(declared),
            arguments=tuple(
                (Identifier(member.attribute) if by_name else None, self._member_write(member))
                for member in declared.members
            ),
        )

    def _member_write(self, member: Member) -> Code:
        source = expression("value.{}", Identifier(member.attribute))
        if not member.optional:
            return self.write(member.type, source, local=f"{member.attribute}_value")
        local = expression("{}", Identifier(f"{member.attribute}_value"))
        return AbsentAsUnset(local, source, self.write(member.type, local))

    def _document(self, use: Type) -> JsonDocument:
        value = expression("value")
        return JsonDocument(
            key=python_annotation(self.contract, bare(use), qualified=True),
            wire=self.wire.annotation(use),
            read=self._function(self.read(use, value), use, "read"),
            write=self._function(self.write(use, value), use, "write"),
        )

    def _function(self, result: Code, use: Type, verb: str) -> Code:
        """The function that a document's conversion is: an emitted one where it is that alone."""
        if isinstance(use, Ref):
            declared = self.contract.types[use.name]
            if isinstance(declared, ObjectType):
                return self.names.function(verb, declared)
        return OfValue(result)

    # --- conversions ---

    def read(self, use: Type, source: Expression, depth: int = 0, local: str = "present") -> Code:
        """The expression that makes the public value of a wire value; ``source`` itself where they are the
        same.

        ``local`` names the variable that holds the value of ``source`` where it is needed twice.
        """
        return self._nullable(use, source, depth, self._read_type, local)

    def write(self, use: Type, source: Expression, depth: int = 0, local: str = "present") -> Code:
        """The expression that makes the wire value of a public value; see ``read``."""
        return self._nullable(use, source, depth, self._write_type, local)

    def _nullable(
        self,
        use: Type,
        source: Expression,
        depth: int,
        convert: Callable[[BareType, Expression, int], Code],
        local: str,
    ) -> Code:
        if not is_nullable(use):
            return convert(bare(use), source, depth)
        is_name = source.source.isidentifier()
        inner = source if is_name else _local(local, depth)
        converted = convert(bare(use), inner, depth + 1)
        if converted == inner:
            return source
        if is_name:
            return NullOr(source, converted)
        return NamedNullOr(inner, source, converted)

    def _read_type(self, type_: BareType, source: Expression, depth: int) -> Code:
        match type_:
            case ListType():
                item = _local("item", depth)
                inner = self.read(type_.item, item, depth + 1)
                return source if inner == item else EachItem(inner, item, source)
            case DictType():
                return self._dict(type_, source, depth, reading=True)
            case Ref():
                declared = self.contract.types[type_.name]
                if isinstance(declared, EnumType):
                    if declared.flags:
                        return expression("known_flags({}, {})", self._lookup(declared), source)
                    return expression("{}[{}]", self._lookup(declared), source)
                return expression("{}({})", self.names.function("read", declared), source)
            case Scalar():
                return self._read_scalar(type_, source)

    def _write_type(self, type_: BareType, source: Expression, depth: int) -> Code:
        match type_:
            case ListType():
                item = _local("item", depth)
                inner = self.write(type_.item, item, depth + 1)
                return source if inner == item else EachItem(inner, item, source)
            case DictType():
                return self._dict(type_, source, depth, reading=False)
            case Ref():
                declared = self.contract.types[type_.name]
                if isinstance(declared, EnumType):
                    is_checked = declared.flags and declared.closed
                    return self._read_type(type_, source, depth) if is_checked else source
                return expression("{}({})", self.names.function("write", declared), source)
            case Scalar():
                return self._write_scalar(type_, source, depth)

    def _dict(self, type_: DictType, source: Expression, depth: int, *, reading: bool) -> Code:
        if type_.pairs:
            return expression("without_form({})", source)
        key, item = _local("key", depth), _local("item", depth)
        inner_value = (self.read if reading else self.write)(type_.value, item, depth + 1)
        key_type = bare(type_.key)
        if isinstance(key_type, Ref):
            inner_key: Code = self._enum_key(key_type, key, depth, reading=reading)
        else:
            inner_key = self._scalar_key(key_type, key, reading=reading)
        if inner_key == key and inner_value == item:
            return source
        return EachEntry(inner_key, inner_value, key, item, source)

    def _scalar_key(self, type_: BareType, key: Expression, *, reading: bool) -> Expression:
        assert isinstance(type_, Scalar), "the keys of JSON objects are texts"
        if kind_of(type_.kind).is_text:
            return self._checked(type_, key, every=True) if reading else key
        function = Identifier("read_key" if reading else "write_key")
        kind, texts = value_literal(type_.kind), value_literal(self.contract.rules.texts)
        return expression("{}({}, {}, {})", function, kind, key, texts)

    def _read_scalar(self, type_: Scalar, source: Expression) -> Expression:
        code = kind_of(type_.kind).json_reader(self.contract.rules.texts)
        if code is None:
            return self._checked(type_, source)
        return self._checked(type_, applied(code, source), every=True)

    def _write_scalar(self, type_: Scalar, source: Expression, depth: int) -> Code:
        kind = kind_of(type_.kind)
        if kind.json_is_finite:
            if source.source.isidentifier():
                return FiniteNumber(source, None)
            return FiniteNumber(_local("number", depth), source)
        if kind.json_type == "any":
            if self.contract.rules.any_says_its_type:
                return expression("any_json({}, CODECS)", source)
            return expression("finite_json({})", source)
        code = kind.json_writer(self.contract.rules.texts)
        return source if code is None else applied(code, source)

    def _enum_key(self, type_: Ref, key: Expression, depth: int, *, reading: bool) -> Code:
        """The conversion of a key that is a member of an enum: its name, as .NET has it, where it has one
        besides its number.
        """
        declared = self.contract.types[type_.name]
        named = isinstance(declared, EnumType) and declared.base == "int"
        if not isinstance(declared, EnumType) or not named or not has_names(declared):
            return self._read_type(type_, key, depth) if reading else key
        table = self.keys.get(declared.name)
        if table is None:
            table = self.keys[declared.name] = key_table(declared, self.names)
        if reading:
            return expression("{}[{}]", table.members, key)
        return expression("enum_key({}, {})", table.names, key)

    def _lookup(self, declared: EnumType) -> Identifier:
        entry = self.lookups.get(declared.name)
        if entry is None:
            entry = self.lookups[declared.name] = EnumLookup(
                self.names.lookup(declared), class_reference(declared.name)
            )
        return entry.name

    def _checked(self, type_: Scalar, source: Expression, *, every: bool = False) -> Expression:
        """The value behind a check of the constraints that msgspec does not make itself."""
        facts = all_facts(type_) if every else facts_beyond_msgspec(type_)
        if not facts:
            return source
        record = expression("Scalar(kind={}, {})", value_literal(type_.kind), joined(", ", facts))
        name = self.checks.setdefault(record, Identifier(f"_SCALAR_{len(self.checks) + 1}"))
        return expression("within({}, {})", name, source)


def _needs_keywords(declared: ObjectType) -> bool:
    """Does a field without a default follow one that has one?"""
    optional = [member.optional for member in declared.members]
    return optional != sorted(optional)


def _local(stem: str, depth: int) -> Expression:
    return expression("{}", Identifier(stem if depth == 0 else f"{stem}_{depth + 1}"))


def json_codec_context(contract: Contract) -> dict[str, object]:
    """Everything ``json.py.jinja`` lays out."""
    return JsonEmission(contract).build()
