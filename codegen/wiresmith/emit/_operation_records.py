"""The module ``operations``: the endpoints of an API as the records of the description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from wiresmith.description import (
    Auth,
    Contract,
    DictType,
    ListType,
    Operation,
    Parameter,
    Provenance,
    Response,
)
from wiresmith.emit._docstrings import Documentation, described, operation_docstring, parameter_text
from wiresmith.emit._expression import Expression, expression
from wiresmith.emit._literals import keyword, text_literal
from wiresmith.emit._python_types import python_annotation
from wiresmith.emit._record_printer import RecordPrinter
from wiresmith.emit._schema_table import provenance_name, type_name
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.imports import export_order
from wiresmith.emit.safe_text import Identifier, PyLiteral, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError

_FACTS = ("paging", "envelope", "wait", "idempotent")


@dataclass(frozen=True, slots=True)
class OperationConstant(Shape):
    """One operation under its name, with its docstring; what is None is left out."""

    constant: Identifier
    returns: Expression
    name: PyLiteral
    method: PyLiteral
    base_url: Identifier | None
    path: Expression
    parameters: tuple[Expression, ...]
    body: Expression | None
    responses: tuple[Expression, ...]
    auth: tuple[Expression, ...]
    facts: tuple[Expression, ...]
    undocumented: Expression | None
    doc: Documentation


def operations_context(contract: Contract) -> dict[str, object]:
    """Everything ``operations.py.jinja`` lays out.

    Raises:
        EmitError: if an operation and a class would have one name in Python.
    """
    return _OperationsModule(contract).context()


@dataclass(frozen=True, slots=True)
class Constants:
    """The names of the base URL and the secrets in the module ``operations``."""

    base_url: Identifier | None
    secrets: dict[Auth, Identifier]


def constants(contract: Contract) -> Constants:
    """The constants of the module, for others that refer to them."""
    module = _OperationsModule(contract)
    return Constants(module.base_url, module.secrets)


class _OperationsModule:
    def __init__(self, contract: Contract) -> None:
        classes = [declared.name for declared in contract.types.values()]
        names = [operation.python for operation in contract.operations]
        for name in sorted(set(names) & set(classes)):
            raise EmitError(
                f"{name} is both a class and an operation; give one of them another name with python:"
            )
        self.contract = contract
        self.names = names
        self.scope = ModuleScope(names, classes)
        self.base_url = None if contract.base_url is None else self.scope.constant("BASE_URL")
        self.printer = RecordPrinter(
            self.scope,
            {Auth: lambda secret: secret.name, Provenance: provenance_name},
            {ListType: type_name, DictType: type_name},
        )
        secrets = dict.fromkeys(secret for operation in contract.operations for secret in operation.auth)
        self.secrets = {secret: self._secret(secret) for secret in secrets}

    def context(self) -> dict[str, object]:
        shown = [_as_shown(operation) for operation in self.contract.operations]
        self.printer.count(tuple(shown))
        operations = [self._operation(operation) for operation in shown]
        return {
            "operations": operations,
            "exported": [literal(name) for name in sorted(self.names, key=export_order)],
            "base_url": self.base_url,
            "base_url_value": text_literal(self.contract.base_url or ""),
            "namespaces": [(name, text_literal(text)) for text, name in self.printer.namespaces.items()],
            "secrets": [(name, record) for record, name in self.printer.simple.items()],
            "shared": [(name, record) for record, name in self.printer.shared.items()],
            "scope": self.scope,
        }

    def _secret(self, secret: Auth) -> Identifier:
        return Identifier(self.printer.value(_secret_as_shown(secret)).source)

    def _operation(self, operation: Operation[Any]) -> OperationConstant:
        write = self.printer.value
        return OperationConstant(
            constant=Identifier(operation.python),
            returns=self._returned(operation),
            name=literal(operation.name),
            method=literal(operation.method),
            base_url=self.base_url if operation.base_url is not None else None,
            path=write(operation.path),
            parameters=tuple(write(parameter) for parameter in operation.parameters),
            body=write(operation.body) if operation.body else None,
            responses=tuple(write(response) for response in operation.responses),
            auth=tuple(write(secret) for secret in operation.auth),
            facts=tuple(self._facts(operation)),
            undocumented=write(operation.undocumented) if operation.undocumented else None,
            doc=operation_docstring(operation),
        )

    def _returned(self, operation: Operation[Any]) -> Expression:
        """The annotation of what an operation returns when it succeeds."""
        success = next(iter(operation.successes), None)
        if success is None or success.type is None:
            return expression("None")
        return self.scope.adopt(python_annotation(self.contract, success.type))

    def _facts(self, operation: Operation[Any]) -> Iterator[Expression]:
        for name in _FACTS:
            if (fact := getattr(operation, name)) is not None:
                yield keyword(name, self.printer.value(fact))


def _as_shown(operation: Operation[Any]) -> Operation[Any]:
    """The operation with the source of each fact in the prose about it."""
    around = operation.provenance
    return replace(
        operation,
        parameters=tuple(_parameter_as_shown(each, around) for each in operation.parameters),
        responses=tuple(_response_as_shown(each, around) for each in operation.responses),
        auth=tuple(map(_secret_as_shown, operation.auth)),
    )


def _parameter_as_shown(parameter: Parameter, around: Provenance) -> Parameter:
    return replace(parameter, doc=parameter_text(parameter, around))


def _response_as_shown(response: Response[Any], around: Provenance) -> Response[Any]:
    own = response.provenance if response.provenance != around else Provenance()
    headers = tuple(_parameter_as_shown(each, around) for each in response.headers)
    return replace(response, doc=described(response.doc, "", own), headers=headers)


def _secret_as_shown(secret: Auth) -> Auth:
    return replace(secret, doc=described(secret.doc, "", secret.provenance))
