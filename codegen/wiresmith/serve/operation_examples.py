"""Values that operations can be tried with: documented examples, else made-up ones that obey the contract."""

from __future__ import annotations

from typing import Any, Final, Literal
from urllib.parse import urlencode

from wiresmith.client.parameters import Misfit, text_of
from wiresmith.description import (
    BareType,
    ListType,
    Nullable,
    ObjectType,
    Operation,
    Parameter,
    Ref,
    Scalar,
    Type,
    bare,
)
from wiresmith.kinds import kind_of
from wiresmith.runtime import ABSENT, EncodeError, WriterOptions
from wiresmith.serve.api import ServedApi
from wiresmith.serve.generated import CannotGenerate, Generator

_SEED: Final = 0
_INDENTED: Final = WriterOptions(indent=2)


class Examples:
    """Makes the examples of one API; the same ones each time.

    Args:
        api: whose operations they are for.
    """

    def __init__(self, api: ServedApi) -> None:
        self._package = api.package
        self._generator = Generator(api.package, _SEED)

    def argument(self, operation: Operation[Any], parameter: Parameter) -> Any:
        """A value for a parameter, as clients take it; ABSENT if none is found."""
        inner = bare(parameter.type)
        for example in (*parameter.examples, *_first_tries(inner)):
            value = self._documented(inner, example)
            if value is not ABSENT:
                return value
        try:
            value = self._generator.value(inner, operation.name, "parameter", parameter.name)
            self._texts(inner, value)
        except (CannotGenerate, Misfit):
            return ABSENT
        return value

    def texts(self, operation: Operation[Any], parameter: Parameter) -> list[str]:
        """The same as texts that are sent; none if none is found."""
        value = self.argument(operation, parameter)
        if value is ABSENT:
            return []
        return self._texts(bare(parameter.type), value)

    def body(self, operation: Operation[Any]) -> Any:
        """A value for the body; ABSENT if there is none, or none is found."""
        expected = operation.body
        if expected is None or expected.type is None:
            return ABSENT
        try:
            return self._generator.value(expected.type, operation.name, "body")
        except CannotGenerate:
            return ABSENT

    def body_text(self, operation: Operation[Any], codec: str) -> str:
        """The same as the text of a document; empty if there is none."""
        value = self.body(operation)
        expected = operation.body
        if value is ABSENT or expected is None or expected.type is None:
            return ""
        if codec == "form":
            return self._form(value, expected.type)
        if codec == "bytes":
            return ""
        format: Literal["json", "xml"] = "xml" if codec == "xml" else "json"
        try:
            return self._package.encode(value, expected, format=format, options=_INDENTED).decode()
        except EncodeError:
            return ""

    def _form(self, value: Any, type_: Type) -> str:
        declared = self._package.schema.types[type_.name] if isinstance(type_, Ref) else None
        if not isinstance(declared, ObjectType):
            return ""
        pairs: list[tuple[str, str]] = []
        for member in declared.members:
            given = getattr(value, member.attribute)
            inner = member.type.type if isinstance(member.type, Nullable) else member.type
            if given is not ABSENT and given is not None:
                pairs += [(member.wire, text) for text in self._texts(inner, given)]
        return urlencode(pairs)

    def _documented(self, type_: BareType, example: Any) -> Any:
        item = type_.item if isinstance(type_, ListType) else type_
        value = example
        if isinstance(item, Scalar):
            try:
                texts = self._package.schema.rules.texts
                value = kind_of(item.kind).read(_as_text(example), "json", texts, "core")
            except ValueError:
                return ABSENT
        value = [value] if isinstance(type_, ListType) else value
        try:
            self._texts(type_, value)
        except Misfit:
            return ABSENT
        return value

    def _texts(self, type_: BareType, value: Any) -> list[str]:
        if isinstance(type_, ListType):
            return [text_of(item, type_.item, self._package.schema) for item in value]
        return [text_of(value, type_, self._package.schema)]


def _first_tries(type_: Type) -> tuple[Any, ...]:
    return kind_of(type_.kind).first_tries if isinstance(type_, Scalar) else ()


def _as_text(example: object) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)
