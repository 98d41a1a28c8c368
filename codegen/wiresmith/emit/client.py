"""The module ``client``: a function that prepares a call for each operation, and the two kinds of client that have them as methods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wiresmith.contract.model import (
    Contract,
    Envelope,
    ListType,
    Operation,
    Parameter,
    Response,
    ScalarType,
    Type,
    TypeUse,
)
from wiresmith.emit.docstrings import call_docstring, constructor_docstring
from wiresmith.emit.expression import NOTHING, Expression, expression, value_literal
from wiresmith.emit.operations import constants, members_along
from wiresmith.emit.scope import ModuleScope
from wiresmith.emit.text import Docstring, Identifier
from wiresmith.emit.types import python_annotation

_ACCEPTED = "202"


@dataclass(frozen=True, slots=True)
class CallLines:
    """One operation: the function that prepares its call, and the method that it becomes."""

    python: Identifier
    function: Identifier
    positional: tuple[Expression, ...]
    named: tuple[Expression, ...]
    returns: Expression
    call: Identifier
    method: Identifier
    arguments: tuple[Expression, ...]
    body: Expression
    doc: Docstring


@dataclass(frozen=True, slots=True)
class ConstructorLines:
    """The constructor of one kind of client."""

    name: Identifier
    base: Identifier
    parameters: tuple[Expression, ...]
    options: Identifier
    doc: Docstring


def client_context(contract: Contract) -> dict[str, object]:
    """Everything ``client.py.jinja`` lays out.

    Raises:
        EmitError: if a path leads nowhere, or names collide.
    """
    return _ClientModule(contract).context()


class _ClientModule:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        classes = [declared.python for declared in contract.types.values()]
        self.scope = ModuleScope(("Client", "AsyncClient", "operations"), classes)
        self.constants = constants(contract)

    def context(self) -> dict[str, object]:
        return {
            "calls": [self._call(operation) for operation in self.contract.operations],
            "clients": [
                self._constructor("Client", "ApiClient", "Credential", "SyncOptions"),
                self._constructor("AsyncClient", "AsyncApiClient", "AsyncCredential", "AsyncOptions"),
            ],
            "variables": [
                expression("{}: {}", value_literal(name), Identifier(python))
                for name, python in self.contract.base_url_variables
            ],
            "credentials": [
                expression("operations.{}: {}", constant, Identifier(secret.python))
                for secret, constant in self.constants.secrets.items()
            ],
            "unpack": self.scope.name("Unpack"),
            "package": self.scope.name("Package"),
            "scope": self.scope,
        }

    def _call(self, operation: Operation) -> CallLines:
        kind = "PagedCall" if operation.paging else "WaitCall" if operation.wait else "Call"
        method = "PagedMethod" if operation.paging else "WaitMethod" if operation.wait else "Method"
        positional = [self._parameter(each) for each in operation.parameters if each.place == "path"]
        has_body = operation.body is not None and operation.body.use is not None
        if operation.body is not None and operation.body.use is not None:
            annotation = self.scope.adopt(python_annotation(self.contract, operation.body.use))
            positional.append(expression("body: {}", annotation))
        return CallLines(
            python=Identifier(operation.python),
            function=Identifier(f"_{operation.python}"),
            positional=tuple(positional),
            named=tuple(self._parameter(each) for each in operation.parameters if each.place != "path"),
            returns=self._returns(operation, self.scope.name(kind)),
            call=self.scope.name(kind),
            method=self.scope.name(method),
            arguments=tuple(
                expression("{}: {}", value_literal(each.python), Identifier(each.python))
                for each in operation.parameters
            ),
            body=expression("body") if has_body else NOTHING,
            doc=call_docstring(operation),
        )

    def _parameter(self, parameter: Parameter) -> Expression:
        """``limit: int | None = None``; what names a request may be left out, and is then made up."""
        annotation = self.scope.adopt(self._annotation(parameter.use.type))
        name = Identifier(parameter.python)
        if parameter.required and not parameter.request_id and not parameter.use.nullable:
            return expression("{}: {}", name, annotation)
        return expression("{}: {} | None = None", name, annotation)

    def _annotation(self, type_: Type) -> Expression:
        """What a parameter takes: any sequence for a list, and a GUID as text or Python's own."""
        if isinstance(type_, ListType):
            return expression("Sequence[{}]", self._annotation(type_.item.type))
        if isinstance(type_, ScalarType) and type_.kind == "uuid":
            return expression("str | {}", self.scope.name("UUID"))
        return python_annotation(self.contract, TypeUse(type_))

    def _returns(self, operation: Operation, kind: Identifier) -> Expression:
        value = self._value(operation)
        items = operation.paging.items if operation.paging is not None else None
        if items is None:
            return expression("{}[{}]", kind, value)
        assert isinstance(items.use.type, ListType)
        item = self.scope.adopt(python_annotation(self.contract, items.use.type.item))
        return expression("{}[{}, {}]", kind, value, item)

    def _value(self, operation: Operation) -> Expression:
        """What a call returns: the union of what its successful responses give."""
        if operation.method == "head":
            return expression("None")  # its responses have no body, whatever is documented
        successes = [each for each in operation.responses if each.status.startswith("2")]
        success = operation.success
        annotations: dict[str, Expression] = {}
        for response in successes or ([success] if success is not None else []):
            for part in self._parts(response, operation.envelope):
                annotations.setdefault(part.source, part)
        nothing = annotations.pop("None", None)
        union = [*annotations.values(), *([nothing] if nothing is not None else [])]
        found = union[0] if union else expression("None")
        for part in union[1:]:
            found = expression("{} | {}", found, part)
        return found

    def _parts(self, response: Response, envelope: Envelope | None) -> Iterator[Expression]:
        use = response.payload.use
        if use is None:
            yield expression("None")
            return
        if envelope is not None and envelope.unwrap is not None:
            # A body that the path does not lead into is returned as a whole.
            along = members_along(self.contract, envelope.unwrap, use)
            if along:
                use = TypeUse(along[-1].use.type, nullable=response.status == _ACCEPTED)
        annotation = self.scope.adopt(python_annotation(self.contract, TypeUse(use.type)))
        yield annotation
        if use.nullable and annotation.source not in ("JsonValue", "object"):
            yield expression("None")

    def _constructor(self, name: str, base: str, credential: str, options: str) -> ConstructorLines:
        parameters = [
            expression("{}: {} | None = None", Identifier(secret.python), self.scope.name(credential))
            for secret in self.constants.secrets
        ]
        parameters += [
            expression("{}: str | None = None", Identifier(python))
            for _, python in self.contract.base_url_variables
        ]
        has_base_url = self.constants.base_url is not None
        parameters.append(
            expression("base_url: str = operations.{}", self.constants.base_url)
            if self.constants.base_url is not None
            else expression("base_url: str")
        )
        return ConstructorLines(
            name=Identifier(name),
            base=self.scope.name(base),
            parameters=tuple(parameters),
            options=self.scope.name(options),
            doc=constructor_docstring(
                self.contract,
                list(self.constants.secrets),
                for_tasks=name == "AsyncClient",
                documented=has_base_url,
            ),
        )
