"""The target that a payload is checked against: ``api.operation``, ``api.operation:status`` or
``api.TypeName``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from wiresmith.description import Contract, EnumType, ObjectType, Operation, Response
from wiresmith.failure import Failure

_TARGET = re.compile(r"(?P<api>[^.:]+)\.(?P<name>[^:]+)(?::(?P<status>[^:]*))?", re.DOTALL)


class TargetError(Failure):
    """A target that does not exist; the message says which do."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as written; nothing is known of the API yet."""

    api: str
    name: str
    status: str | None = None

    def __str__(self) -> str:
        return f"{self.api}.{self.name}" + (f":{self.status}" if self.status else "")


@dataclass(frozen=True, slots=True)
class ResponseTarget:
    """The body of one response of an operation."""

    operation: Operation[Any]
    response: Response[Any]


TargetType = ResponseTarget | ObjectType | EnumType


def parse(text: str) -> Target:
    """Read ``api.operation[:status]`` or ``api.TypeName``.

    Raises:
        TargetError: the text has another form.
    """
    match = _TARGET.fullmatch(text.strip())
    if not match or match["status"] == "":
        raise TargetError(
            f"{text!r} is not a target; expected api.operation, api.operation:status or api.TypeName, "
            "such as bemicron.get_batch_details or asavie.get_batch:200"
        )
    return Target(match["api"], match["name"], match["status"])


def resolve(target: Target, contract: Contract) -> TargetType:
    """Find a target in its API.

    An operation is found by its name in the spec or in Python, a type by its identity (``PBPRReturn[Batch]``)
    or the name of its class (``PBPRReturnOfBatch``). Without a status the response is the operation's first
    2XX one.

    Raises:
        TargetError: the API has no such operation, response or type.
    """
    for operation in contract.operations:
        if target.name in (operation.name, operation.python):
            return ResponseTarget(operation, _response(target, operation))
    for declared in contract.types.values():
        if target.name in (declared.identity, declared.name):
            if target.status is not None:
                raise TargetError(f"{target}: {target.name} is a type, and only an operation has a status")
            return declared
    operations = [operation.name for operation in contract.operations]
    types = [declared.name for declared in contract.types.values()]
    close = get_close_matches(target.name, operations + types, 1)
    raise TargetError(
        f"{target.api} has no operation or type {target.name!r}"
        + (f"; did you mean {close[0]!r}?" if close else "")
        + f" (operations: {', '.join(operations) or 'none'}; types: {', '.join(types) or 'none'})"
    )


def _response(target: Target, operation: Operation[Any]) -> Response[Any]:
    by_status = {response.status: response for response in operation.responses}
    if target.status is not None:
        wanted = target.status.upper() if target.status != "default" else target.status
        for status in (wanted, f"{wanted[:1]}XX", "default"):
            if status in by_status:
                return by_status[status]
    else:
        for status, response in by_status.items():
            if status.startswith("2"):
                return response
        if "default" in by_status:
            return by_status["default"]
    documented = ", ".join(by_status) or "none"
    wanted = f"response {target.status}" if target.status else "2XX response"
    raise TargetError(f"{target.api}.{operation.name} documents no {wanted} (documented: {documented})")
