"""The forms that operations are tried with, filled so that they can be sent as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wiresmith.description import (
    Auth,
    BareType,
    Contract,
    EnumType,
    ListType,
    Operation,
    Parameter,
    Ref,
    Scalar,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.runtime import ABSENT, media_codec
from wiresmith.runtime.media import Codec
from wiresmith.serve._page_records import Field, Form, Format
from wiresmith.serve._page_wording import plain
from wiresmith.serve.operation_examples import Examples

_NAMES = {"json": "JSON", "xml": "XML", "form": "Form", "bytes": "Bytes"}


def form(contract: Contract, operation: Operation[Any], prefix: str, examples: Examples) -> Form:
    """The form of an operation.

    Args:
        contract: its API.
        operation: what is tried.
        prefix: what stands before its path on this server.
        examples: what required parameters and the body begin with.
    """
    key = f"try-{operation.python}"
    secrets = [_secret(key, secret) for secret in operation.auth]
    parameters = [
        _field(contract, operation, parameter, f"{key}-{number}", examples)
        for number, parameter in enumerate(operation.parameters)
    ]
    has_body = operation.body is not None and operation.body.type is not None
    return Form(
        key=key,
        method=operation.method,
        path=operation.path,
        prefix=prefix,
        fields=(*secrets, *parameters),
        formats=tuple(_formats(operation, examples)),
        has_body=has_body,
    )


def _secret(key: str, secret: Auth) -> Field:
    is_basic = secret.scheme.lower() == "basic"
    return Field(
        key=f"{key}-{secret.argument}",
        name=secret.wire,
        place=secret.place,
        kind="secret",
        required=True,
        hint=f"{secret.argument}: {'user:password' if is_basic else 'any text will do here'}",
        scheme=secret.scheme,
    )


def _field(
    contract: Contract, operation: Operation[Any], parameter: Parameter, key: str, examples: Examples
) -> Field:
    type_ = bare(parameter.type)
    is_list = isinstance(type_, ListType)
    texts = examples.texts(operation, parameter) if parameter.required else []
    hints = [f"{plain(parameter.default)} unless given"] if parameter.default is not ABSENT else []
    if is_list:
        hints.append("one value on each line")
    closed, options = _options(contract, bare(type_.item) if isinstance(type_, ListType) else type_)
    return Field(
        key=key,
        name=parameter.wire,
        place=parameter.place,
        kind="lines" if is_list else "choice" if closed else "text",
        required=parameter.required and not parameter.request_id,
        value="\n".join(texts),
        hint="; ".join(hints),
        options=() if is_list else options,
        explode=parameter.explode and parameter.place == "query",
    )


def _options(contract: Contract, type_: BareType) -> tuple[bool, tuple[str, ...]]:
    """The values there are, and whether there are no others."""
    match type_:
        case Ref():
            declared = contract.types[type_.name]
            if isinstance(declared, EnumType):
                return declared.closed and not declared.flags, tuple(
                    str(value.wire) for value in declared.values
                )
        case Scalar() if choices := kind_of(type_.kind).choices:
            return True, choices
        case _:
            pass
    return False, ()


def _by_codec(media: tuple[str, ...]) -> dict[Codec, str]:
    """The first media type of each codec."""
    found: dict[Codec, str] = {}
    for each in media:
        found.setdefault(media_codec(each), each)
    return found


def _formats(operation: Operation[Any], examples: Examples) -> Iterator[Format]:
    """Each format of which there is a body, with the first media type of it."""
    answered = _by_codec(operation.successes[0].media if operation.successes else ())
    has_body = operation.body is not None and operation.body.type is not None
    sent = _by_codec(operation.body.media if operation.body else ())
    codecs = list(sent if has_body else answered)
    for codec in codecs:
        accepted = answered.get(codec) or next(iter(answered.values()), "*/*")
        body = examples.body_text(operation, codec) if has_body else ""
        yield Format(_NAMES[codec], accepted, sent.get(codec, "") if has_body else "", body)
    if not codecs:
        yield Format("Any", "*/*", "", "")
