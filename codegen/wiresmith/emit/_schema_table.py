"""The module ``_schema``: an API's types as the records that the exact readers walk."""

from __future__ import annotations

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    ListType,
    Member,
    Provenance,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
)
from wiresmith.emit._expression import Expression
from wiresmith.emit._function_names import snake_case
from wiresmith.emit._literals import keyword, text_literal
from wiresmith.emit._python_types import python_annotation
from wiresmith.emit._record_printer import RecordPrinter
from wiresmith.emit.safe_text import literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError

_OF_THE_API = ("dialect", "floats", "preserve_references", "known")
"""What a schema says besides its types."""


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
            {Scalar: type_name, Provenance: provenance_name},
            {Member: _member_name, ListType: type_name, DictType: type_name},
        )
        for declared in contract.types.values():
            self.printer.count(declared)
        self.printer.count((contract.known, contract.documents))

    def context(self) -> dict[str, object]:
        write = self.printer.value
        self._check_documents()
        types = [write(declared) for declared in self.contract.types.values()]
        facts = [
            keyword(name, write(value))
            for name in _OF_THE_API
            if (value := getattr(self.contract, name)) != getattr(_USUAL, name)
        ]
        documents = write(self.contract.documents) if self.contract.documents else None
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
            "scope": self.scope,
        }

    def _check_documents(self) -> None:
        """Refuse bodies that a caller could not tell apart."""
        known: dict[Expression, BareType] = {}
        for use in (bare(each) for operation in self.contract.operations for each in operation.bodies):
            key = python_annotation(self.contract, use)
            if known.setdefault(key, use) != use:
                raise EmitError(
                    f"two bodies are both {key.source} in Python but not the same on the wire; "
                    "make one of them a type of its own"
                )


_USUAL = Schema(api="")


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


def provenance_name(provenance: Provenance) -> str:
    """What a constant that holds the source of facts is called: ``observed``."""
    return provenance.mark


def _member_name(member: Member) -> str:
    return f"{snake_case(member.declared_by)}_{member.attribute}"
