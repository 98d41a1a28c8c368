"""One API as a server has it: its routes, and what a request is answered."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import parse_qs

from wiresmith.check import load
from wiresmith.description import Contract, Operation
from wiresmith.runtime import Finding
from wiresmith.runtime.package import Package
from wiresmith.serve._answers import Answer, Answers, WrongCursor, states
from wiresmith.serve._replies import Replies, Reply
from wiresmith.serve._requests import Request, Unsupported, arguments, body, missing_secret
from wiresmith.serve._routes import Routes
from wiresmith.serve.faults import Faults
from wiresmith.serve.generated import CannotGenerate, Generator

REMEMBERED: Final = 10_000
"""The number of pieces of work that are remembered."""
PENDING: Final = 2
"""The number of times that work is said to be pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """The behaviour of a server.

    Attributes:
        data: answer with documented samples where there are any, or always with generated values.
        seed: other generated values for another one.
        items: how many items there are in all on generated pages.
        auth: refuse requests without the documented secrets.
        secrets: what a secret has to be, by the name of the client's argument; others may be anything.
        faults: what to do wrong, as ``list_batches=503:2,429``.
    """

    data: str = "samples"
    seed: int = 0
    items: int = 25
    auth: bool = True
    secrets: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    faults: tuple[str, ...] = ()


class ServedApi:
    """The operations of one contract, ready to answer. Safe to share between threads.

    Args:
        contract: the API.
        behaviour: how it behaves.

    Raises:
        FaultError: if a fault is not written as faults are.
    """

    def __init__(self, contract: Contract, behaviour: Behaviour) -> None:
        self.contract = contract
        self.behaviour = behaviour
        module: Any = load(contract)
        self.package = Package(module.__name__)
        self.operations = {each.name: each for each in contract.operations}
        self._faults = Faults(
            [text for text in behaviour.faults if text.partition("=")[0] in self.operations],
            set(self.operations),
        )
        self._routes = Routes(self.operations.values())
        generator = Generator(self.package, behaviour.seed)
        samples = self._documented() if behaviour.data == "samples" else {}
        self._answers = Answers(self.package, samples, generator, behaviour.items)
        self._replies = Replies(contract, self.package, generator)
        self._work: dict[str, int] = {}
        self._started: dict[str, tuple[str, dict[str, Any]]] = {}
        self._last_number = 0
        self._lock = threading.Lock()

    def reply(self, request: Request, path: str, base: str) -> Reply:
        """Answer a request.

        Args:
            request: everything but its path parameters.
            path: its raw path below the API's own.
            base: the URL of the API.
        """
        if path.startswith("/.status/"):
            return self._status(request, path.removeprefix("/.status/"), base)
        route, allowed = self._routes.find(request.method, path, request.query)
        if route is None:
            if not allowed:
                return self._error(
                    None, request, 404, f"No operation of {self.contract.api} has the path {path}."
                )
            reply = self._error(
                None, request, 405, f"The resource does not support the method {request.method}."
            )
            return Reply(405, {**reply.headers, "Allow": ", ".join(allowed)}, reply.content)
        return self._answered(route.operation, replace(request, path=route.texts(path)), base)

    def _answered(self, operation: Operation[Any], request: Request, base: str) -> Reply:
        fault = self._faults.next(operation.name)
        if fault is not None and fault.kind == "status":
            reply = self._error(operation, request, fault.status, "A fault that was asked for.")
            headers = {"Retry-After": "0"} if fault.status in (429, 503) else {}
            return Reply(reply.status, {**reply.headers, **headers}, reply.content, None, operation.name)
        if (
            self.behaviour.auth
            and (auth := missing_secret(operation.auth, request, self.behaviour.secrets)) is not None
        ):
            return self._error(
                operation,
                request,
                401,
                f"Authorization has been denied for this request: {auth.wire} is missing or not accepted.",
            )
        values, findings = arguments(operation, request, self.package.schema)
        try:
            _, wrong = body(operation, request, self.package)
        except Unsupported as unsupported:
            media = unsupported.media or "none"
            return self._error(
                operation, request, 415, f"The request's media type '{media}' is not supported."
            )
        if findings or wrong:
            return self._invalid(operation, request, findings + wrong)
        try:
            answer = self._success(operation, values, request, base)
        except WrongCursor as error:
            return self._error(operation, request, _bad(operation), str(error))
        except CannotGenerate as error:
            return self._error(
                operation, request, 500, f"Nothing can be made up for {operation.name}: {error}."
            )
        reply = self._replies.encoded(operation, request, answer)
        return Reply(reply.status, reply.headers, reply.content, fault, operation.name)

    def _success(
        self, operation: Operation[Any], values: dict[str, Any], request: Request, base: str
    ) -> Answer:
        def url(**changes: str) -> str:
            query = {name: each[-1] for name, each in parse_qs(request.query).items()} | changes
            path = request.url.partition("?")[0]
            return path + "?" + "&".join(f"{name}={value}" for name, value in query.items())

        at = parse_qs(request.query).get("at")
        if at is not None and operation.paging is not None and operation.paging.style in ("url", "link"):
            values = {**values, "at": at[-1]}
        wait = operation.wait
        if wait is not None and wait.url is not None:
            with self._lock:
                self._last_number += 1
                number = str(self._last_number)
                self._started[number] = operation.name, values
                _forget_oldest(self._started)
            return self._answers.pending(operation, f"{base}/.status/{number}")
        answer = self._answers.success(operation, values, url)
        if wait is not None:
            key = f"{operation.name} {request.url}"
            with self._lock:
                asked = self._work[key] = self._work.get(key, 0) + 1
                _forget_oldest(self._work)
            pending, done = states(wait)
            self._answers.at_state(operation, answer, pending[0] if asked <= PENDING else done)
        return answer

    def _status(self, request: Request, number: str, base: str) -> Reply:
        with self._lock:
            started = self._started.get(number)
            asked = self._work[number] = self._work.get(number, 0) + 1
            _forget_oldest(self._work)
        if started is None:
            return self._error(None, request, 404, "No work of this number was started.")
        name, values = started
        operation = self.operations[name]
        if asked <= PENDING:
            answer = self._answers.pending(operation, f"{base}/.status/{number}")
        else:
            answer = self._answers.success(operation, values, _no_url)
        return self._replies.encoded(operation, request, answer)

    # --- what goes out ---

    def _invalid(self, operation: Operation[Any], request: Request, findings: list[Finding]) -> Reply:
        said = "; ".join(
            f"{each.path or 'body'}: {each.message}"
            + (f"; expected {each.expected}" if each.expected else "")
            for each in findings[:10]
        )
        status = _bad(operation)
        return self._error(operation, request, status, f"The request is invalid: {said}.")

    def _error(self, operation: Operation[Any] | None, request: Request, status: int, message: str) -> Reply:
        return self._replies.encoded(operation, request, self._answers.error(operation, status, message))

    def _documented(self) -> dict[tuple[str, str], Any]:
        """The first documented sample of each response that has any, read."""
        found: dict[tuple[str, str], Any] = {}
        for operation in self.contract.operations:
            for sample in operation.samples:
                key = operation.name, sample.status
                response = next(each for each in operation.responses if each.status == sample.status)
                if key not in found:
                    found[key] = self.package.decode(sample.file.read_bytes(), response, format=sample.codec)
        return found


def _forget_oldest(remembered: dict[str, Any]) -> None:
    """Keep no more than the last few thousand: a server may run for days."""
    while len(remembered) > REMEMBERED:
        del remembered[next(iter(remembered))]


def _no_url(**changes: str) -> str:
    """The URL of a page, which an operation that is waited for does not need."""
    return ""


def _bad(operation: Operation[Any]) -> int:
    """The documented status of a request that is not as documented."""
    documented = {each.status for each in operation.responses}
    return next((status for status in (400, 422) if str(status) in documented), 400)
