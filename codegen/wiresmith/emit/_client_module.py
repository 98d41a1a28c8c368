"""The module ``client``: a function that prepares a call for each operation, and the two kinds of client that
have them as methods.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wiresmith.description import (
    BareType,
    Contract,
    Envelope,
    ListType,
    Operation,
    Parameter,
    Response,
    Scalar,
    bare,
    is_nullable,
    members_along,
    with_null,
)
from wiresmith.emit._docstrings import Documentation, call_docstring, constructor_docstring
from wiresmith.emit._expression import Expression, expression, joined
from wiresmith.emit._operation_records import constants
from wiresmith.emit._python_types import python_annotation
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Identifier, PyLiteral, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError
from wiresmith.kinds import kind_of

_ACCEPTED = "202"


@dataclass(frozen=True, slots=True)
class CallFunction(Shape):
    """The function that prepares a call of an operation; ``call`` is the class of what it returns."""

    function: Identifier
    operation: Identifier
    positional: tuple[ArgumentOfCall, ...]
    named: tuple[ArgumentOfCall, ...]
    call: Identifier
    value: Expression
    item: Expression | None
    arguments: tuple[tuple[PyLiteral, Identifier], ...]
    has_body: bool
    doc: Documentation


@dataclass(frozen=True, slots=True)
class ArgumentOfCall(Shape):
    """A parameter of such a function, or of a client's constructor."""

    name: Identifier
    annotation: Expression | Identifier
    may_be_left_out: bool


@dataclass(frozen=True, slots=True)
class ClientClass(Shape):
    """One kind of client. ``base_url`` is the constant of the documented one, if there is any."""

    name: Identifier
    base: Identifier
    doc: Documentation
    parameters: tuple[ArgumentOfCall, ...]
    base_url: Identifier | None
    options: Identifier
    variables: tuple[tuple[PyLiteral, Identifier], ...]
    credentials: tuple[tuple[Identifier, Identifier], ...]


def client_context(contract: Contract) -> dict[str, object]:
    """Everything ``client.py.jinja`` lays out.

    Raises:
        EmitError: if a path leads nowhere, or names collide.
    """
    return _ClientModule(contract).context()


class _ClientModule:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        classes = [declared.name for declared in contract.types.values()]
        self.scope = ModuleScope(("Client", "AsyncClient", "operations"), classes)
        self.constants = constants(contract)

    def context(self) -> dict[str, object]:
        return {
            "calls": [self._call(operation) for operation in self.contract.operations],
            "methods": [
                (
                    Identifier(operation.python),
                    self.scope.name(f"{_kind(operation)}Method"),
                    _function(operation),
                )
                for operation in self.contract.operations
            ],
            "clients": [
                self._client("Client", "ApiClient", "Credential", "SyncOptions"),
                self._client("AsyncClient", "AsyncApiClient", "AsyncCredential", "AsyncOptions"),
            ],
            "scope": self.scope,
        }

    def _call(self, operation: Operation[Any]) -> CallFunction:
        body = operation.body.type if operation.body is not None else None
        positional = [self._parameter(each) for each in operation.parameters if each.place == "path"]
        if body is not None:
            annotation = self.scope.adopt(python_annotation(self.contract, body))
            positional.append(ArgumentOfCall(Identifier("body"), annotation, may_be_left_out=False))
        return CallFunction(
            _function(operation),
            Identifier(operation.python),
            positional=tuple(positional),
            named=tuple(self._parameter(each) for each in operation.parameters if each.place != "path"),
            call=self.scope.name(f"{_kind(operation)}Call"),
            value=self._value(operation),
            item=self._item(operation),
            arguments=tuple((literal(each.name), Identifier(each.name)) for each in operation.parameters),
            has_body=body is not None,
            doc=call_docstring(operation),
        )

    def _parameter(self, parameter: Parameter) -> ArgumentOfCall:
        """A parameter as it stands in a signature.

        One that names a request may be left out, and is then made up.
        """
        annotation = self.scope.adopt(self._annotation(bare(parameter.type)))
        is_needed = parameter.required and not parameter.request_id and not is_nullable(parameter.type)
        return ArgumentOfCall(Identifier(parameter.name), annotation, not is_needed)

    def _annotation(self, type_: BareType) -> Expression:
        """The annotation of a parameter: any sequence for a list, and a GUID as text or Python's own."""
        if isinstance(type_, ListType):
            return expression("Sequence[{}]", self._annotation(bare(type_.item)))
        if isinstance(type_, Scalar) and (kind := kind_of(type_.kind)).argument:
            classes = [Expression.trusted(name.rpartition(".")[2]) for name in kind.python]
            classes += [expression("{}", self.scope.name(name.rpartition(".")[2])) for name in kind.argument]
            return joined(" | ", classes)
        return python_annotation(self.contract, type_)

    def _item(self, operation: Operation[Any]) -> Expression | None:
        """The type of the items on the pages of a paged operation."""
        items = operation.paging.items if operation.paging is not None else None
        if items is None:
            return None
        along = members_along(self.contract.types, operation.success_body, items)
        listed = along[-1].type if along else operation.success_body
        if along is None or listed is None or not isinstance(listed := bare(listed), ListType):
            raise EmitError(f"the items of {operation.name} are no list")
        return self.scope.adopt(python_annotation(self.contract, listed.item))

    def _value(self, operation: Operation[Any]) -> Expression:
        """The type of a call's result: the union of those of its successful responses."""
        if operation.method == "HEAD":
            return expression("None")  # its responses have no body, whatever is documented
        documented = [each for each in operation.responses if each.status.startswith("2")]
        annotations: dict[str, Expression] = {}
        for response in documented or operation.successes:
            for part in self._parts(response, operation.envelope):
                annotations.setdefault(part.source, part)
        nothing = annotations.pop("None", None)
        union = [*annotations.values(), *([nothing] if nothing is not None else [])]
        found = union[0] if union else expression("None")
        for part in union[1:]:
            found = expression("{} | {}", found, part)
        return found

    def _parts(self, response: Response[Any], envelope: Envelope | None) -> Iterator[Expression]:
        use = response.type
        if use is None:
            yield expression("None")
            return
        if envelope is not None and envelope.unwrap is not None:
            # A body that the path does not lead into is returned as a whole.
            along = members_along(self.contract.types, use, envelope.unwrap)
            if along:
                use = with_null(bare(along[-1].type), response.status == _ACCEPTED)
        annotation = self.scope.adopt(python_annotation(self.contract, bare(use)))
        yield annotation
        if is_nullable(use) and annotation.source not in ("JsonValue", "object"):
            yield expression("None")

    def _client(self, name: str, base: str, credential: str, options: str) -> ClientClass:
        secrets = self.constants.secrets
        variables = [(literal(wire), Identifier(python)) for wire, python in self.contract.base_url_variables]
        parameters = [(Identifier(secret.argument), self.scope.name(credential)) for secret in secrets]
        parameters += [(python, Identifier("str")) for _, python in variables]
        return ClientClass(
            Identifier(name),
            self.scope.name(base),
            constructor_docstring(
                self.contract,
                list(secrets),
                for_tasks=name == "AsyncClient",
                documented=self.constants.base_url is not None,
            ),
            parameters=tuple(ArgumentOfCall(*each, may_be_left_out=True) for each in parameters),
            base_url=self.constants.base_url,
            options=self.scope.name(options),
            variables=tuple(variables),
            credentials=tuple(
                (constant, Identifier(secret.argument)) for secret, constant in secrets.items()
            ),
        )


def _function(operation: Operation[Any]) -> Identifier:
    return Identifier(f"_{operation.python}")


def _kind(operation: Operation[Any]) -> str:
    """The beginning of the names of the classes of a call and its method."""
    return "Paged" if operation.paging else "Wait" if operation.wait else ""
