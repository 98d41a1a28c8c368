"""The module ``_schema``: an API's types as the records that the exact readers walk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wiresmith.contract.model import (
    Contract,
    DictType,
    EnumType,
    ListType,
    Literal_,
    Member,
    NamedType,
    ObjectType,
    QName,
    ScalarType,
    Type,
    TypeUse,
)
from wiresmith.emit.expression import Expression, expression, value_literal
from wiresmith.emit.function_names import snake_case
from wiresmith.emit.literals import (
    call,
    constraint_arguments,
    documented_literal,
    keyword,
    text_literal,
    tuple_of,
)
from wiresmith.emit.scope import ModuleScope
from wiresmith.emit.text import Identifier, PyLiteral, literal
from wiresmith.emit.types import document_uses, is_open, python_annotation
from wiresmith.failure import EmitError


@dataclass(frozen=True, slots=True)
class TypeLines:
    """One record of ``SCHEMA.types``: ``whole``, or in pieces where it has members."""

    record: Identifier
    arguments: tuple[Expression, ...]
    members: tuple[Expression, ...]
    whole: Expression


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """One entry of ``SCHEMA.documents``."""

    key: Expression
    type: Expression


@dataclass(frozen=True, slots=True)
class ParameterLines:
    """One entry of ``SCHEMA.parameters``."""

    operation: PyLiteral
    types: tuple[Expression, ...]


def schema_context(contract: Contract) -> dict[str, object]:
    """Everything ``schema.py.jinja`` lays out.

    Raises:
        EmitError: if two bodies have one type in Python but differ on the wire.
    """
    return _SchemaModule(contract).context()


class _SchemaModule:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.scope = ModuleScope(("SCHEMA",), [declared.python for declared in contract.types.values()])
        self.namespaces: dict[str, Identifier] = {}
        self.scalars: dict[ScalarType, tuple[Identifier, Expression]] = {}
        self.shared: dict[ListType | DictType | Member, tuple[Identifier, Expression]] = {}
        self.uses = Counter(self._repeatable())

    def context(self) -> dict[str, object]:
        types = [self._type_lines(declared) for declared in self.contract.types.values()]
        facts = self._schema_facts()
        documents = self._documents()
        parameters = self._parameters()
        return {
            "schema": self.scope.name("Schema"),
            "ref": self.scope.name("Ref"),
            "api": literal(self.contract.api),
            "dialect": literal(self.contract.dialect),
            "namespaces": [(name, text_literal(namespace)) for namespace, name in self.namespaces.items()],
            "scalars": list(self.scalars.values()),
            "shared": list(self.shared.values()),
            "types": types,
            "facts": facts,
            "documents": documents,
            "parameters": parameters,
            "scope": self.scope,
        }

    def _schema_facts(self) -> list[Expression]:
        """What holds for all documents of the API, where it is not what usually holds."""
        facts: list[Expression] = []
        if self.contract.floats != "framework":
            facts.append(keyword("floats", value_literal(self.contract.floats)))
        if self.contract.preserve_references:
            facts.append(keyword("preserve_references", expression("True")))
        return [*facts, *self._known(self.contract.known_types)]

    def _repeatable(self) -> Iterator[ListType | DictType | Member]:
        """Everything that becomes a constant if it is written more than once."""
        members: set[Member] = set()
        for declared in self.contract.types.values():
            if isinstance(declared, ObjectType):
                yield from declared.members
                members.update(declared.members)
                for known in declared.known_types:
                    yield from _containers(known)
        for known in self.contract.known_types:
            yield from _containers(known)
        uses = [member.use for member in members] + list(body_uses(self.contract))
        for use in uses + [
            each.use for operation in self.contract.operations for each in operation.parameters
        ]:
            yield from _containers(use.type)

    def _type_lines(self, declared: ObjectType | EnumType) -> TypeLines:
        arguments = [
            keyword("name", literal_name(declared)),
            keyword("cls", expression("{}", self.scope.api_class(declared.python))),
        ]
        if isinstance(declared, EnumType):
            if declared.base != "str":
                arguments.append(keyword("base", value_literal(declared.base)))
            arguments += _flags(closed=declared.closed, flags=declared.flags)
            texts = tuple(
                (str(member.wire) if member.xml is None else member.xml, member.wire)
                for member in declared.values
            )
            if any(text != str(wire) for text, wire in texts):
                arguments.append(keyword("xml_values", value_literal(texts)))
        elif declared.xml_members:
            names = tuple(member.python for member in declared.xml_members)
            arguments.append(keyword("xml_order", value_literal(names)))
        if declared.xml_root is not None:
            arguments.append(keyword("root", self._qname(declared.xml_root)))
        arguments += self._contract_name(declared)
        if isinstance(declared, ObjectType):
            arguments += self._object_facts(declared)
        if isinstance(declared, EnumType):
            record = self.scope.name("EnumType")
            return TypeLines(record, (), (), call(record, *arguments))
        record = self.scope.name("ObjectType")
        members = tuple(self._member(member) for member in declared.members)
        whole = call(record, *arguments, keyword("members", tuple_of(list(members))))
        return TypeLines(record, tuple(arguments), members, whole)

    def _object_facts(self, declared: ObjectType) -> list[Expression]:
        """What .NET's contract says of a class besides its names and members."""
        facts: list[Expression] = []
        if declared.base is not None and declared.xml_root is not None:
            facts.append(keyword("base", literal_name(self.contract.types[declared.base])))
        facts += self._known(declared.known_types)
        facts += _flags(
            reference=declared.reference, value_type=declared.value_type, extensible=declared.extensible
        )
        if declared.xml_typed:
            facts.append(keyword("typed", value_literal(declared.xml_typed)))
        return facts

    def _contract_name(self, type_: ObjectType | EnumType | ListType | DictType) -> list[Expression]:
        if type_.xml_contract is None or type_.xml_contract == type_.xml_root:
            return []
        return [keyword("contract", self._qname(type_.xml_contract))]

    def _known(self, types: tuple[Type, ...]) -> list[Expression]:
        return [keyword("known", tuple_of([self._type(type_) for type_ in types]))] if types else []

    def _member(self, member: Member) -> Expression:
        if self.uses[member] < 2:
            return self._member_record(member)
        if member not in self.shared:
            record = self._member_record(member)
            level = self.contract.types[member.declared_by].python
            self.shared[member] = (self.scope.constant(f"{snake_case(level)}_{member.python}"), record)
        return expression("{}", self.shared[member][0])

    def _member_record(self, member: Member) -> Expression:
        arguments = [
            keyword("wire", text_literal(member.wire)),
            keyword("attribute", value_literal(member.python)),
            keyword("type", self.use(member.use)),
        ]
        if member.optional:
            arguments.append(keyword("optional", expression("True")))
        if member.absent_as_null:
            arguments.append(keyword("absent_as_null", expression("True")))
        if member.xml_name is not None:
            arguments.append(keyword("xml_name", self._qname(member.xml_name)))
        if member.xml_required:
            arguments.append(keyword("xml_required", expression("True")))
        if not member.xml_emit_default:
            arguments.append(keyword("xml_emit_default", expression("False")))
        arguments += _flags(xml_get_only=member.xml_get_only)
        if member.has_xml_initial and member.xml_initial is not None:
            arguments.append(keyword("xml_initial", self._initial(member.xml_initial)))
        return call(self.scope.name("Member"), *arguments)

    def _initial(self, value: Literal_ | tuple[Literal_, ...]) -> Expression:
        if isinstance(value, tuple):
            return tuple_of([documented_literal(item, self.scope) for item in value])
        return documented_literal(value, self.scope)

    def use(self, use: TypeUse) -> Expression:
        inner = self._type(use.type)
        return call(self.scope.name("Nullable"), inner) if use.nullable else inner

    def _type(self, type_: Type) -> Expression:
        match type_:
            case NamedType():
                return call(self.scope.name("Ref"), literal_name(self.contract.types[type_.identity]))
            case ScalarType():
                return self._scalar(type_)
            case ListType() | DictType():
                if self.uses[type_] < 2:
                    return self._container(type_)
                if type_ not in self.shared:
                    record = self._container(type_)
                    self.shared[type_] = (self.scope.constant(self._container_name(type_)), record)
                return expression("{}", self.shared[type_][0])

    def _container(self, type_: ListType | DictType) -> Expression:
        inner = (
            [self.use(type_.item)]
            if isinstance(type_, ListType)
            else [self.use(type_.key), self.use(type_.value)]
        )
        names = (
            (("root", type_.xml_root), ("item_name", type_.xml_item))
            if isinstance(type_, ListType)
            else (
                ("root", type_.xml_root),
                ("entry_name", type_.xml_entry),
                ("key_name", type_.xml_key),
                ("value_name", type_.xml_value),
            )
        )
        named = [keyword(argument, self._qname(name)) for argument, name in names if name is not None]
        record = self.scope.name("ListType" if isinstance(type_, ListType) else "DictType")
        facts = [
            *_flags(pairs=isinstance(type_, DictType) and type_.pairs),
            *self._contract_name(type_),
            *([] if type_.name is None else [keyword("name", text_literal(type_.name))]),
            *self._known(type_.known_types),
            *_flags(reference=type_.reference, array=isinstance(type_, ListType) and type_.array),
        ]
        return call(record, *inner, *named, *constraint_arguments(type_.constraints), *facts)

    def _container_name(self, type_: ListType | DictType) -> str:
        def part(inner: Type) -> str:
            match inner:
                case NamedType():
                    return snake_case(self.contract.types[inner.identity].python)
                case ScalarType():
                    return inner.name or inner.kind
                case ListType() | DictType() if inner.name is not None:
                    return snake_case(inner.name)
                case ListType():
                    return f"list_of_{part(inner.item.type)}"
                case DictType():
                    return f"dict_of_{part(inner.key.type)}_{part(inner.value.type)}"

        return part(type_)

    def _scalar(self, type_: ScalarType) -> Expression:
        if type_ not in self.scalars:
            arguments = [keyword("kind", value_literal(type_.kind)), *constraint_arguments(type_.constraints)]
            if type_.xml_root is not None:
                arguments.append(keyword("root", self._qname(type_.xml_root)))
            record = call(self.scope.name("Scalar"), *arguments)
            same = next((name for name, known in self.scalars.values() if known == record), None)
            name = same or self.scope.constant(snake_case(type_.name) if type_.name else type_.kind)
            if same is not None:
                return expression("{}", same)
            self.scalars[type_] = (name, record)
        return expression("{}", self.scalars[type_][0])

    def _qname(self, name: QName) -> Expression:
        local = text_literal(name.local)
        if not name.namespace:
            return call(self.scope.name("QName"), local)
        if name.namespace not in self.namespaces:
            last = name.namespace.rstrip("/").rpartition("/")[2]
            self.namespaces[name.namespace] = self.scope.constant(
                snake_case(last) if len(last) <= 40 else "namespace"
            )
        return call(self.scope.name("QName"), local, expression("{}", self.namespaces[name.namespace]))

    def _documents(self) -> list[DocumentLines]:
        """The bodies that are not a class alone; every class is a document without being listed."""
        documents: dict[Expression, TypeUse] = {}
        for use in body_uses(self.contract):
            if isinstance(use.type, NamedType) and not use.nullable and self._is_class(use.type):
                continue
            key = self.scope.adopt(python_annotation(self.contract, TypeUse(use.type)))
            known = documents.get(key, use)
            documents[key] = TypeUse(use.type, nullable=use.nullable or known.nullable)
            if known.type != use.type:
                raise EmitError(
                    f"two bodies are both {key.source} in Python but not the same on the wire; "
                    "make one of them a type of its own"
                )
        for use in document_uses(self.contract):
            if isinstance(use.type, ListType):
                documents.setdefault(
                    self.scope.adopt(python_annotation(self.contract, TypeUse(use.type))), use
                )
        return [DocumentLines(key, self.use(use)) for key, use in documents.items()]

    def _parameters(self) -> list[ParameterLines]:
        """The types of what requests carry, by the names of operation and parameter in Python."""
        return [
            ParameterLines(
                literal(operation.name),
                tuple(
                    expression("{}: {}", literal(each.python), self._type(each.use.type))
                    for each in operation.parameters
                ),
            )
            for operation in self.contract.operations
            if operation.parameters
        ]

    def _is_class(self, type_: NamedType) -> bool:
        declared = self.contract.types[type_.identity]
        return isinstance(declared, ObjectType) or not is_open(declared)


def literal_name(declared: ObjectType | EnumType) -> Expression:
    """The name of a type in the schema: that of its class."""
    return value_literal(declared.python)


def body_uses(contract: Contract) -> Iterator[TypeUse]:
    """The types of all bodies of all operations."""
    for operation in contract.operations:
        for payload in (operation.body, *(response.payload for response in operation.responses)):
            if payload is not None and payload.use is not None:
                yield payload.use


def _containers(type_: Type) -> Iterator[ListType | DictType]:
    match type_:
        case ListType():
            inner: tuple[Type, ...] = (type_.item.type,)
        case DictType():
            inner = (type_.key.type, type_.value.type)
        case _:
            return
    yield type_
    for part in (*inner, *type_.known_types):
        yield from _containers(part)


def _flags(**facts: bool) -> list[Expression]:
    """``name=True`` for each that holds."""
    return [keyword(name, expression("True")) for name, holds in facts.items() if holds]
