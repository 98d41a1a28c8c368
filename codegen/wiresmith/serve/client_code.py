"""The Python code that calls an operation with the emitted client, as the pages show it."""

from __future__ import annotations

import datetime
import textwrap
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from wiresmith.description import Contract, Operation
from wiresmith.emit import ROOT, Comment, Identifier, literal
from wiresmith.runtime import ABSENT, QName
from wiresmith.serve._answers import states
from wiresmith.serve.api import ServedApi
from wiresmith.serve.operation_examples import Examples

_WIDTH: Final = 88


@dataclass(frozen=True, slots=True)
class ClientCode:
    """Python code that calls an operation, with either kind of client."""

    for_threads: str
    for_tasks: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Brackets with items, on one line where they fit; ``comments`` stand after items, by their numbers."""

    opening: str
    items: tuple[_Code, ...]
    closing: str
    comments: dict[int, str] = field(default_factory=dict[int, str])


_Code = str | _Group


def client_code(api: ServedApi, operation: Operation[Any], examples: Examples, base_url: str) -> ClientCode:
    """The code that calls an operation of a server.

    Args:
        api: whose operation it is.
        operation: what is called.
        examples: what it is called with.
        base_url: where the server is.
    """
    return ClientCode(
        _Writer(api, operation, examples, base_url, for_tasks=False).text(),
        _Writer(api, operation, examples, base_url, for_tasks=True).text(),
    )


class _Writer:
    def __init__(
        self, api: ServedApi, operation: Operation[Any], examples: Examples, base_url: str, *, for_tasks: bool
    ) -> None:
        self._api = api
        self._contract: Contract = api.contract
        self._operation = operation
        self._examples = examples
        self._base_url = base_url
        self._for_tasks = for_tasks
        self._package = Identifier(self._contract.api).source
        self._modules: set[str] = set()
        self._from_runtime: set[str] = set()

    def text(self) -> str:
        """The whole program."""
        calls = self._calls()
        client = "AsyncClient" if self._for_tasks else "Client"
        opening = self._constructor(client)
        indent = 8 if self._for_tasks else 4
        with_ = "    async with " if self._for_tasks else "with "
        head = laid_out(opening, len(with_) - len(with_.lstrip()), len(with_.strip()) + 1, " as client:")
        body = [f"{with_}{head} as client:"]
        body += [f"{' ' * indent}{line}" if line else "" for line in calls]
        if self._for_tasks:
            body = ["async def main() -> None:", *body, "", "", "asyncio.run(main())"]
        spacing = ["", ""] if self._for_tasks else [""]
        return "\n".join([*self._imports(), *spacing, *body, ""])

    def _imports(self) -> list[str]:
        standard = sorted(self._modules | ({"asyncio"} if self._for_tasks else set()))
        lines = [f"import {name}" for name in standard]
        if lines:
            lines.append("")
        lines.append(f"from {ROOT} import {self._package}")
        if self._from_runtime:
            lines.append(f"from wiresmith.runtime import {', '.join(sorted(self._from_runtime))}")
        return lines

    def _constructor(self, client: str) -> _Group:
        arguments = [
            f"{Identifier(secret.argument).source}={_literal(_placeholder(secret.argument, secret.scheme))}"
            for secret in self._contract.auth
        ]
        comments: dict[int, str] = {}
        documented = self._contract.base_url
        if documented is not None:
            variables = ", ".join(python for _, python in self._contract.base_url_variables)
            needs = f" (needs {variables})" if variables else ""
            comments[len(arguments)] = Comment(f"This server. Unless given: {documented}{needs}").source
        arguments.append(f"base_url={_literal(self._base_url)}")
        return _Group(f"{self._package}.{client}(", tuple(arguments), ")", comments)

    def _calls(self) -> list[str]:
        operation = self._operation
        method = f"client.{Identifier(operation.python).source}"
        arguments = self._arguments()
        awaited = "await " if self._for_tasks else ""
        every = "async for" if self._for_tasks else "for"
        lines = self._call(f"result = {awaited}", _Group(f"{method}(", arguments, ")"))
        lines.append("print(result)")
        if operation.paging is not None and operation.paging.items is not None:
            items = self._call(f"{every} item in ", _Group(f"{method}.items(", arguments, ")"), ":")
            pages = self._call(f"{every} page in ", _Group(f"{method}.pages(", arguments, ")"), ":")
            lines += ["", *items, "    print(item)", "", *pages, "    print(len(page.items))"]
        elif operation.wait is not None:
            within: list[_Code] = ["within=60"]
            if operation.wait.on is not None and not operation.wait.succeeded:
                lines += ["", "# Which value means done is not documented; this is the one of this server."]
                within.append(f"succeeded={{{_literal(states(operation.wait)[1])}}}")
            else:
                lines.append("")
            lines += self._call("wait = ", _Group(f"{method}.until_done(", tuple(within), ")"))
            lines += self._call(f"result = {awaited}", _Group("wait(", arguments, ")"))
            lines.append("print(result)")
        return lines

    def _call(self, before: str, call: _Group, after: str = "") -> list[str]:
        indent = 8 if self._for_tasks else 4
        return f"{before}{laid_out(call, 0, len(before) + indent, after)}{after}".split("\n")

    def _arguments(self) -> tuple[_Code, ...]:
        """Path parameters and the body by position, required others by name, as the client takes them."""
        positional: list[_Code] = []
        named: list[_Code] = []
        for parameter in self._operation.parameters:
            is_path = parameter.place == "path"
            if not is_path and (not parameter.required or parameter.request_id):
                continue
            value = self._examples.argument(self._operation, parameter)
            code = self._code(value)
            if is_path:
                positional.append(code)
            else:
                named.append(_prefixed(f"{Identifier(parameter.name).source}=", code))
        if self._operation.body is not None and self._operation.body.type is not None:
            positional.append(self._code(self._examples.body(self._operation)))
        return (*positional, *named)

    def _code(self, value: Any) -> _Code:
        """The expression of a value; the values are those that examples are made of."""
        match value:
            case _ if value is ABSENT:
                return "..."
            case Enum():
                return f"{self._package}.{type(value).__name__}.{value.name}"
            case Decimal():
                self._modules.add("decimal")
                return f"decimal.Decimal({_literal(str(value))})"
            case datetime.date() | datetime.time() | datetime.timedelta():
                self._modules.add("datetime")
                return repr(value)
            case QName():
                self._from_runtime.add("QName")
                return f"QName({_literal(value.local)}, {_literal(value.namespace)})"
            case None | bool() | int() | float() | str() | bytes():
                return _literal(value)
            case list() | tuple():
                items = tuple(self._code(item) for item in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
                if isinstance(value, tuple):
                    return _Group("(", items, ",)" if len(items) == 1 else ")")
                return _Group("[", items, "]")
            case dict():
                pairs = (
                    _prefixed(f"{_literal(key)}: ", self._code(each))
                    if isinstance(key, str | int)
                    else _prefixed(f"{laid_out(self._code(key))}: ", self._code(each))
                    for key, each in value.items()  # pyright: ignore[reportUnknownVariableType]
                )
                return _Group("{", tuple(pairs), "}")
            case _:
                return self._object(value)

    def _object(self, value: Any) -> _Group:
        members = tuple(
            _prefixed(f"{name}=", self._code(given))
            for name in value.__dataclass_fields__
            if not name.startswith("_undeclared") and (given := getattr(value, name)) is not ABSENT
        )
        return _Group(f"{self._package}.{type(value).__name__}(", members, ")")


def laid_out(code: _Code, indent: int = 0, column: int = 0, after: str = "") -> str:
    """Code on one line where it fits in the width, else one item to a line.

    Args:
        code: what to lay out.
        indent: of the line that it begins on.
        column: how much stands before it on that line, besides the indent.
        after: what follows on its last line.
    """
    if isinstance(code, str):
        return code
    one_line = f"{code.opening}{', '.join(laid_out(item) for item in code.items)}{code.closing}"
    fits = "\n" not in one_line and indent + column + len(one_line) + len(after) <= _WIDTH
    if (fits and not code.comments) or not code.items:
        return one_line
    inner = indent + 4
    lines = [code.opening]
    for number, item in enumerate(code.items):
        comment = code.comments.get(number)
        if comment is not None:
            lines += [f"{' ' * inner}# {line}" for line in _wrapped(comment, _WIDTH - inner - 2)]
        lines.append(f"{' ' * inner}{laid_out(item, inner, 0, ',')},")
    lines.append(f"{' ' * indent}{code.closing.removeprefix(',')}")
    return "\n".join(lines)


def _wrapped(comment: str, width: int) -> list[str]:
    """A comment on lines; URLs stay whole."""
    return textwrap.wrap(comment, width, break_long_words=False, break_on_hyphens=False)


def _prefixed(prefix: str, code: _Code) -> _Code:
    if isinstance(code, str):
        return f"{prefix}{code}"
    return _Group(f"{prefix}{code.opening}", code.items, code.closing, code.comments)


def _literal(value: object) -> str:
    """A literal, with double quotes where that changes nothing else."""
    source = literal(value).source
    if isinstance(value, str) and source[0] == "'" and '"' not in source:
        return f'"{source[1:-1]}"'
    return source


def _placeholder(name: str, scheme: str) -> str:
    return "user:password" if scheme.lower() == "basic" else f"your-{name.replace('_', '-')}"
