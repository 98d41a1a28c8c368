"""The endpoints of an API as ``Operation`` records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from wiresmith.description import (
    Auth,
    BareType,
    BodyPath,
    Constraints,
    Contract,
    DictType,
    EnumType,
    Envelope,
    HeaderPath,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Operation,
    Paging,
    Parameter,
    Payload,
    Provenance,
    Ref,
    Response,
    ResponsePath,
    Scalar,
    Type,
    Wait,
    bare,
    is_nullable,
)
from wiresmith.emit._docstrings import Documentation, described, operation_docstring, parameter_text
from wiresmith.emit._expression import Expression, expression, joined, value_literal
from wiresmith.emit._literals import (
    call,
    constraint_arguments,
    documented_literal,
    keyword,
    text_literal,
    tuple_of,
)
from wiresmith.emit._python_types import is_open, python_annotation
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.imports import export_order
from wiresmith.emit.safe_text import Identifier, PyLiteral, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError
from wiresmith.kinds import kind_of


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
    auth: tuple[Identifier, ...]
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
    module.context()
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
        self.secrets: dict[Auth, Identifier] = {}

    def context(self) -> dict[str, object]:
        operations = [self._operation(operation) for operation in self.contract.operations]
        return {
            "operations": operations,
            "exported": [literal(name) for name in sorted(self.names, key=export_order)],
            "base_url": self.base_url,
            "base_url_value": text_literal(self.contract.base_url or ""),
            "secrets": [(name, self._auth(secret)) for secret, name in self.secrets.items()],
            "scope": self.scope,
        }

    def _operation(self, operation: Operation) -> OperationConstant:
        around = operation.provenance
        success = operation.success
        return OperationConstant(
            constant=Identifier(operation.python),
            returns=self._returned(success.payload if success else None),
            name=literal(operation.name),
            method=literal(operation.method.upper()),
            base_url=self.base_url,
            path=text_literal(operation.path),
            parameters=tuple(self._parameter(parameter, around) for parameter in operation.parameters),
            body=self._body(operation.body) if operation.body else None,
            responses=tuple(self._response(response, around) for response in operation.responses),
            auth=tuple(self._secret(secret) for secret in operation.auth),
            facts=tuple(self._interactions(operation)),
            undocumented=value_literal(operation.undocumented) if operation.undocumented else None,
            doc=operation_docstring(operation),
        )

    def _returned(self, payload: Payload | None) -> Expression:
        if payload is None or payload.type is None:
            return expression("None")
        return self.scope.adopt(python_annotation(self.contract, payload.type))

    def _parameter(self, parameter: Parameter, around: Provenance) -> Expression:
        use = parameter.type
        doc = parameter_text(parameter, around)
        arguments = [
            keyword("name", value_literal(parameter.python)),
            keyword("place", value_literal(parameter.place)),
            keyword("wire", text_literal(parameter.wire)),
            keyword("type", self.scope.adopt(python_annotation(self.contract, bare(use)))),
        ]
        if parameter.required:
            arguments.append(keyword("required", expression("True")))
        if is_nullable(use):
            arguments.append(keyword("nullable", expression("True")))
        if parameter.has_default:
            arguments.append(keyword("default", self._value(parameter.default, bare(use))))
        if not parameter.explode:
            arguments.append(keyword("explode", expression("False")))
        if parameter.request_id:
            arguments.append(keyword("request_id", expression("True")))
        arguments += constraint_arguments(_constraints(bare(use)))
        if parameter.examples:
            arguments.append(
                keyword(
                    "examples", tuple_of([self._value(example, bare(use)) for example in parameter.examples])
                )
            )
        if doc:
            arguments.append(keyword("doc", text_literal(doc)))
        return call(self.scope.name("Parameter"), *arguments)

    def _value(self, value: str | int | float | bool | Decimal | None, type_: BareType) -> Expression:
        """A default or example; one of an enum by its member's name."""
        if isinstance(type_, Ref):
            declared = self.contract.types[type_.name]
            if isinstance(declared, EnumType):
                for member in declared.values:
                    if member.wire == value:
                        return expression(
                            "{}.{}", self.scope.api_class(declared.name), Identifier(member.python)
                        )
        return documented_literal(value, self.scope)

    def _body(self, payload: Payload) -> Expression:
        arguments: list[Expression] = []
        if payload.type is not None:
            use = bare(payload.type)  # whether it may be null, the schema says
            arguments.append(keyword("type", self._returned(replace(payload, type=use))))
        return call(self.scope.name("Body"), *arguments, *_media(payload))

    def _response(self, response: Response, around: Provenance) -> Expression:
        arguments = [keyword("status", value_literal(response.status))]
        use = response.payload.type
        if use is not None:
            returned = self._returned(response.payload)
            if _is_class(self.contract, use):
                arguments.append(keyword("type", returned))
            else:
                # Documents have keys that are no classes to a type checker, and none of them says None.
                key = self._returned(replace(response.payload, type=bare(use)))
                as_class = expression(
                    "{}({}, {})", self.scope.name("cast"), literal(f"type[{returned.source}]"), key
                )
                arguments.append(keyword("type", as_class))
        arguments += _media(response.payload)
        if response.headers:
            headers = tuple_of([self._parameter(header, around) for header in response.headers])
            arguments.append(keyword("headers", headers))
        own = response.provenance if response.provenance != around else Provenance()
        doc = described(response.doc, "", own)
        if doc:
            arguments.append(keyword("doc", text_literal(doc)))
        # Nothing in an empty response says what T is.
        kind = expression("{}[None]" if use is None else "{}", self.scope.name("Response"))
        return expression("{}({})", kind, joined(", ", arguments))

    def _secret(self, secret: Auth) -> Identifier:
        if secret not in self.secrets:
            self.secrets[secret] = self.scope.constant(secret.name)
        return self.secrets[secret]

    def _auth(self, secret: Auth) -> Expression:
        arguments = [
            keyword("name", value_literal(secret.name)),
            keyword("place", value_literal(secret.place)),
            keyword("wire", text_literal(secret.wire)),
        ]
        if secret.scheme:
            arguments.append(keyword("scheme", text_literal(secret.scheme)))
        arguments.append(keyword("argument", value_literal(secret.python)))
        if secret.env:
            arguments.append(keyword("env", value_literal(secret.env)))
        doc = described(secret.doc, "", secret.provenance)
        if doc:
            arguments.append(keyword("doc", text_literal(doc)))
        return call(self.scope.name("Auth"), *arguments)

    def _interactions(self, operation: Operation) -> Iterator[Expression]:
        """The records for paging, envelope and waiting."""
        body = operation.success_body
        if operation.paging is not None:
            yield keyword("paging", self._paging(operation.paging, body))
        if operation.envelope is not None:
            yield keyword("envelope", self._envelope(operation.envelope, body))
        if operation.wait is not None:
            yield keyword("wait", self._wait(operation, operation.wait, body))
        if operation.idempotent is not None:
            yield keyword("idempotent", value_literal(operation.idempotent))

    def _paging(self, paging: Paging, body: Type | None) -> Expression:
        arguments = [keyword("style", value_literal(paging.style))]
        for name, parameter in (("send", paging.send), ("size", paging.size)):
            if parameter is not None:
                arguments.append(keyword(name, value_literal(parameter)))
        arguments += self._paths(
            body,
            next=paging.next,
            more=paging.more,
            items=paging.items,
            total=paging.total,
            pages=paging.pages,
        )
        if paging.first is not None:
            arguments.append(keyword("first", value_literal(paging.first)))
        if paging.backward is not None:
            arguments.append(keyword("backward", self._paging(paging.backward, body)))
        return call(self.scope.name("Paging"), *arguments)

    def _envelope(self, envelope: Envelope, body: Type | None) -> Expression:
        arguments = self._paths(body, unwrap=envelope.unwrap, success=envelope.success)
        if envelope.error:
            details = [
                expression("({}, {})", literal(name), value_literal(attributes(self.contract, path, body)))
                for name, path in envelope.error
            ]
            arguments.append(keyword("error", tuple_of(details)))
        return call(self.scope.name("Envelope"), *arguments)

    def _wait(self, operation: Operation, wait: Wait, body: Type | None) -> Expression:
        accepted = next((each for each in operation.responses if each.status == "202"), None)
        arguments = [
            *self._paths(body, on=wait.on),
            *self._paths(accepted.payload.type if accepted else None, url=wait.url),
        ]
        usual = Wait()
        for name in ("pending", "succeeded", "failed", "min_delay", "max_delay", "backoff"):
            value = getattr(wait, name)
            if value != getattr(usual, name):
                arguments.append(keyword(name, value_literal(value)))
        return call(self.scope.name("Wait"), *arguments)

    def _paths(self, body: Type | None, **paths: ResponsePath | None) -> list[Expression]:
        """The paths that there are, as keyword arguments."""
        arguments: list[Expression] = []
        for name, path in paths.items():
            if isinstance(path, HeaderPath):
                arguments.append(keyword(name, call(self.scope.name("Header"), text_literal(path.wire))))
            elif path is not None:
                arguments.append(keyword(name, value_literal(attributes(self.contract, path, body))))
        return arguments


def attributes(contract: Contract, path: BodyPath, body: Type | None) -> tuple[str, ...]:
    """The wire names of a path as names of fields.

    Raises:
        EmitError: if the body has no such members.
    """
    along = members_along(contract, path, body)
    if along is None:
        raise EmitError(f"a path leads through {'.'.join(path.members)}, which the response does not have")
    return tuple(member.attribute for member in along)


def members_along(contract: Contract, path: BodyPath, body: Type | None) -> tuple[Member, ...] | None:
    """The members that a path leads through in a body; None where it leads nowhere."""
    along: list[Member] = []
    use = body
    for wire in path.members:
        inner = bare(use) if use is not None else None
        declared = contract.types.get(inner.name) if isinstance(inner, Ref) else None
        members = declared.members if isinstance(declared, ObjectType) else ()
        member = next((member for member in members if member.wire == wire), None)
        if member is None:
            return None
        along.append(member)
        use = member.type
    return tuple(along)


def _media(payload: Payload) -> list[Expression]:
    media = tuple(name for name, _ in payload.media)
    return [keyword("media", value_literal(media))] if media else []


def _constraints(type_: BareType) -> Constraints:
    return Constraints() if isinstance(type_, Ref) else type_


def _is_class(contract: Contract, use: Type) -> bool:
    """Is the annotation of a type a class (or an alias of one), rather than a union?"""
    match use:
        case Nullable():
            return False
        case Scalar():
            return kind_of(use.kind).is_class
        case Ref():
            declared = contract.types[use.name]
            return isinstance(declared, ObjectType) or not is_open(declared)
        case ListType() | DictType():
            return True
