"""Arguments of a call: checked against what the operation documents, and put where they are sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final
from urllib.parse import quote

from wiresmith.client.errors import ParameterError, RequestContext
from wiresmith.description import (
    DOCUMENTED,
    EnumType,
    ListType,
    Nullable,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.plan.enum_names import combines
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.findings import Finding, excerpt, quoted
from wiresmith.runtime.patterns import pattern_found
from wiresmith.runtime.strictness import Strict, expectation
from wiresmith.values.absent import ABSENT

_HEADER: Final = re.compile(r"[!-~]+(?:[ \t]+[!-~]+)*")
_COOKIE: Final = re.compile(r"[!#-+\--:<-\[\]-~]*")
_OUT_OF_PLACE: Final = re.compile(r"[\\\x00-\x1f\x7f]|%2f|%5c|%00|(?:\A|/)\.\.?(?:[/;]|\Z)", re.IGNORECASE)
"""The texts that a segment of a path must not hold, even encoded: some servers decode them, and then it is
another path. A slash goes out as %2F; between slashes, dots would lead elsewhere.
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """Arguments as they are sent: ``path`` and ``query`` encoded, headers and cookies by name."""

    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[tuple[str, str], ...]
    unmet: tuple[Finding, ...] = ()
    """The expectations that the arguments do not meet; they are sent all the same."""


class ArgumentLimits:
    """The limits of arguments: those that are held are refused, those that are only expected noted.

    Args:
        strict: the facts that are held.
    """

    def __init__(self, strict: Strict = "documented") -> None:
        self._strict: Strict = strict
        self.unmet: list[tuple[str, str, str]] = []
        """What was found, what was expected, and where that comes from."""

    def broken(self, type_: Scalar, found: str, expected: str) -> None:
        """Note that a value is outside the limits of its type.

        Raises:
            Misfit: if they are held.
        """
        told = expectation(self._strict, type_.provenance or DOCUMENTED, "limits")
        if told is None:
            raise Misfit(found, expected)
        self.unmet.append((found, expected, told))


class Misfit(ValueError):
    """A value that a parameter cannot have: what it is, and what was expected."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found = found
        self.expected = expected


def place(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    schema: Schema,
    context: RequestContext,
    strict: Strict = "documented",
) -> Placed:
    """Check the arguments of a call, by their Python names, and put them where they go.

    None and ABSENT are not sent; what breaks only limits that are not held is.

    Raises:
        ParameterError: with everything that is wrong with them.
    """
    findings: list[Finding] = []
    unmet: list[Finding] = []
    segments: dict[str, str] = {}
    query: list[str] = []
    headers: list[tuple[str, str]] = []
    cookies: list[tuple[str, str]] = []
    for parameter in operation.parameters:
        value = arguments.get(parameter.name)
        if value is None or value is ABSENT:
            if parameter.required:
                findings.append(_finding(parameter, "it is missing", "a value"))
            continue
        try:
            type_ = bare(parameter.type)
            limits = ArgumentLimits(strict)
            texts = _texts(value, type_, schema, limits)
            unmet += (
                replace(_finding(parameter, found, expected), severity="warning", provenance=told)
                for found, expected, told in limits.unmet
            )
            match parameter.place:
                case "path":
                    segments[parameter.wire] = ",".join(map(_segment, texts))
                case "query":
                    query += _pairs(parameter, texts)
                case "header":
                    parts = map(_listed, texts) if isinstance(type_, ListType) else texts
                    headers.append((parameter.wire, _header(", ".join(parts))))
                case "cookie":
                    cookies.append((parameter.wire, ",".join(map(_cookie, texts))))
        except Misfit as misfit:
            findings.append(_finding(parameter, misfit.found, misfit.expected))
    if findings:
        raise ParameterError(
            "; ".join(
                f"{finding.path}: {finding.message}; expected {finding.expected}" for finding in findings
            ),
            context,
            tuple(findings),
        )
    path = _PLACEHOLDER.sub(lambda name: segments[name[1]], operation.path)
    return Placed(path, "&".join(query), tuple(headers), tuple(cookies), tuple(unmet))


def text_of(value: Any, type_: Type, schema: Schema, limits: ArgumentLimits | None = None) -> str:
    """A single value as text; ``limits`` decides which values outside of bounds are sent all the same (None:
    those that break no documented limit).

    Raises:
        Misfit: if it is not of the type, or outside its bounds.
    """
    if limits is None:
        limits = ArgumentLimits()
    if isinstance(type_, Nullable):
        return text_of(value, type_.type, schema, limits)
    if isinstance(type_, Ref):
        declared = schema.types[type_.name]
        assert isinstance(declared, EnumType), "parameters are no objects"
        return _enum_text(value, declared)
    assert isinstance(type_, Scalar), "parameters are single values or lists of them"
    kind = kind_of(type_.kind)
    value = kind.from_argument(value)
    if not kind.accepts(value):
        raise Misfit(_described(value), kind.wanted)
    try:
        text = kind.text(value, "json", schema.rules.texts, "core")
        text.encode()
    except (ValueError, AttributeError):
        raise Misfit(_described(value), kind.expected("json", schema.rules.texts)) from None
    if (broken := check_constraints(type_, value, schema.rules.texts)) is not None:
        limits.broken(type_, _described(value), broken)
    elif type_.pattern is not None and not isinstance(value, str) and not pattern_found(type_.pattern, text):
        limits.broken(type_, f"the text {quoted(text)}", f"a text that matches {excerpt(type_.pattern)}")
    return text


def checked_header(name: str, value: str) -> str:
    """A header's value that is fit to be sent.

    Raises:
        Misfit: if it is not.
    """
    if not _NAME.fullmatch(name):
        raise Misfit(f"the name {quoted(name)}", "letters, digits and - in the name of a header")
    return _header(value)


def _texts(value: Any, type_: Type, schema: Schema, limits: ArgumentLimits) -> list[str]:
    if not isinstance(type_, ListType):
        return [text_of(value, type_, schema, limits)]
    if not isinstance(value, list | tuple):
        raise Misfit(_described(value), "a list")
    items: list[Any] = list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if not items:
        raise Misfit("an empty list, which cannot be sent", "at least one item, or None")
    if (broken := length_broken(len(items), type_)) is not None:
        raise Misfit(f"a list of {len(items)} items", broken)
    return [text_of(item, type_.item, schema, limits) for item in items]


def _enum_text(value: Any, declared: EnumType) -> str:
    base = str if declared.base == "str" else int
    wire = value.value if isinstance(value, Enum) else value
    known = declared.cls._value2member_map_
    if isinstance(wire, bool) or not isinstance(wire, base):
        raise Misfit(_described(value), f"a {declared.cls.__name__}, or its value")
    if (
        declared.closed
        and wire not in known
        and not (declared.flags and isinstance(wire, int) and combines(known, wire))
    ):
        raise Misfit(_described(value), f"one of {', '.join(map(str, known))}")
    return str(wire)


def _pairs(parameter: Parameter, texts: Iterable[str]) -> Iterator[str]:
    name = quote(parameter.wire, safe="")
    if not parameter.explode:
        yield f"{name}={','.join(quote(text, safe='') for text in texts)}"
        return
    for text in texts:
        yield f"{name}={quote(text, safe='')}"


def _segment(text: str) -> str:
    if not text:
        raise Misfit("an empty text", "a text that names a segment of the path")
    if _OUT_OF_PLACE.search(text):
        raise Misfit(
            _described(text),
            "a text without backslashes, control characters and what is encoded already, nor . or .. "
            "between slashes",
        )
    return quote(text, safe="")


def _header(text: str) -> str:
    if not _HEADER.fullmatch(text):
        raise Misfit(_described(text), "visible ASCII, without line breaks and spaces around it")
    return text


def _listed(text: str) -> str:
    """An item of a list in a header, where commas part the items."""
    if "," in text:
        raise Misfit(_described(text), "an item without commas, which part the items of a header")
    return _header(text)


def _cookie(text: str) -> str:
    if not _COOKIE.fullmatch(text):
        raise Misfit(_described(text), "ASCII without spaces, quotes, commas, semicolons and backslashes")
    return text


def _finding(parameter: Parameter, message: str, expected: str) -> Finding:
    return Finding(
        severity="error", code="parameter", message=message, expected=expected, path=parameter.name
    )


def _described(value: object) -> str:
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, bool | int | float):
        return f"{value!r}"
    return f"a {type(value).__name__}"


_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
