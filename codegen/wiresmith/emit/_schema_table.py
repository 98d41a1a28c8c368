"""The module ``_schema``: an API's types as the records that the exact readers walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wiresmith.description import (
    Contract,
    DictType,
    ListType,
    Member,
    ObjectType,
    Provenance,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.emit._expression import Expression, expression
from wiresmith.emit._function_names import snake_case
from wiresmith.emit._literals import keyword, text_literal
from wiresmith.emit._python_types import document_uses, is_open, python_annotation
from wiresmith.emit._record_printer import RecordPrinter
from wiresmith.emit.safe_text import PyLiteral, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError

_OF_THE_API = ("dialect", "floats", "preserve_references", "known")
"""What a schema says besides its types."""


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
        self.scope = ModuleScope(("SCHEMA",), list(contract.types))
        self.printer = RecordPrinter(
            self.scope,
            {Scalar: type_name, Provenance: _provenance_name},
            {Member: _member_name, ListType: type_name, DictType: type_name},
        )
        self.documents = self._document_types()
        self.parameters = {
            operation.name: {each.python: bare(each.type) for each in operation.parameters}
            for operation in contract.operations
            if operation.parameters
        }
        for declared in contract.types.values():
            self.printer.count(declared)
        self.printer.count((contract.known, *self.documents.values()))
        for types in self.parameters.values():
            self.printer.count(tuple(types.values()))

    def context(self) -> dict[str, object]:
        write = self.printer.value
        types = [write(declared) for declared in self.contract.types.values()]
        facts = [
            keyword(name, write(value))
            for name in _OF_THE_API
            if (value := getattr(self.contract, name)) != getattr(_USUAL, name)
        ]
        documents = [DocumentLines(key, write(type_)) for key, type_ in self.documents.items()]
        parameters = [
            ParameterLines(
                literal(operation),
                tuple(expression("{}: {}", literal(name), write(type_)) for name, type_ in types.items()),
            )
            for operation, types in self.parameters.items()
        ]
        return {
            "schema": self.scope.name("Schema"),
            "named": self.scope.name("named"),
            "api": literal(self.contract.api),
            "namespaces": [(name, text_literal(text)) for text, name in self.printer.namespaces.items()],
            "scalars": [(name, record) for record, name in self.printer.simple.items()],
            "shared": [(name, record) for record, name in self.printer.shared.items()],
            "types": types,
            "facts": facts,
            "documents": documents,
            "parameters": parameters,
            "scope": self.scope,
        }

    def _document_types(self) -> dict[Expression, Type]:
        """The bodies that are not a class alone; every class is a document without being listed."""
        documents: dict[Expression, Type] = {}
        for use in body_uses(self.contract):
            if isinstance(use, Ref) and self._is_class(use):
                continue
            key = self.scope.adopt(python_annotation(self.contract, bare(use)))
            known = documents.get(key, use)
            documents[key] = with_null(bare(use), is_nullable(use) or is_nullable(known))
            if bare(known) != bare(use):
                raise EmitError(
                    f"two bodies are both {key.source} in Python but not the same on the wire; "
                    "make one of them a type of its own"
                )
        for use in document_uses(self.contract):
            if isinstance(bare(use), ListType):
                documents.setdefault(self.scope.adopt(python_annotation(self.contract, bare(use))), use)
        return documents

    def _is_class(self, type_: Ref) -> bool:
        declared = self.contract.types[type_.name]
        return isinstance(declared, ObjectType) or not is_open(declared)


_USUAL = Schema(api="")


def body_uses(contract: Contract) -> Iterator[Type]:
    """The types of all bodies of all operations."""
    for operation in contract.operations:
        for payload in (operation.body, *(response.payload for response in operation.responses)):
            if payload is not None and payload.type is not None:
                yield payload.type


def type_name(type_: Type) -> str:
    """What a constant that holds a type is called: ``list_of_batch_details``."""
    match bare(type_):
        case Ref(name=name):
            return snake_case(name)
        case Scalar() as scalar:
            return snake_case(scalar.name) if scalar.name else scalar.kind
        case ListType(name=str(name)) | DictType(name=str(name)):
            return snake_case(name)
        case ListType() as array:
            return f"list_of_{type_name(array.item)}"
        case DictType() as table:
            return f"dict_of_{type_name(table.key)}_{type_name(table.value)}"


def _provenance_name(provenance: Provenance) -> str:
    return provenance.mark


def _member_name(member: Member) -> str:
    return f"{snake_case(member.declared_by)}_{member.attribute}"
