"""Records of the description as source text: what is emitted is what is held, without what only the generator
reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from typing import Any, TypeGuard

from wiresmith.description import QName
from wiresmith.emit._expression import Expression, expression, value_literal
from wiresmith.emit._function_names import snake_case
from wiresmith.emit._literals import call, documented_literal, keyword, text_literal, tuple_of
from wiresmith.emit.safe_text import Identifier
from wiresmith.emit.scope import ModuleScope

Shared = dict[type, Callable[[Any], str]]
"""The classes of records that become constants of the module, each with what names the constant
of a record.
"""


class RecordPrinter:
    """Writes records as calls of their classes, and remembers the constants that they refer to.

    Args:
        scope: the module that the records are for.
        always: the records that are constants however often they are written.
        repeated: those that are constants where they are written more than once.
    """

    def __init__(self, scope: ModuleScope, always: Shared, repeated: Shared) -> None:
        self.scope = scope
        self.namespaces: dict[str, Identifier] = {}
        self.simple: dict[Expression, Identifier] = {}
        self.shared: dict[Expression, Identifier] = {}
        self._always = always
        self._repeated = repeated
        self._uses: Counter[Any] = Counter()

    def count(self, value: Any) -> None:
        """Count what a record is made of, before it is written; what is written more than once is a constant
        then.
        """
        if _is_tuple(value):
            for item in value:
                self.count(item)
        elif is_dataclass(value):
            if type(value) in self._repeated:
                self._uses[value] += 1
                if self._uses[value] > 1:
                    return
            for _, inner in _told(value):
                self.count(inner)

    def value(self, value: Any) -> Expression:
        """Give the expression of a record, a tuple, or a single value."""
        if _is_tuple(value) and any(_is_written(each) for each in value):
            return tuple_of([self.value(item) for item in value])
        match value:
            case QName():
                return self._qname(value)
            case str():
                return text_literal(value)
            case Decimal():
                return documented_literal(value, self.scope)
            case _ if is_dataclass(value):
                return self._record(value)
            case _:
                return value_literal(value)

    def _record(self, record: Any) -> Expression:
        cls = record.__class__
        told = list(_told(record))
        arguments = [self.value(inner) for field, inner in told if _is_positional(field)]
        arguments += [
            keyword(field.name, self.value(inner)) for field, inner in told if not _is_positional(field)
        ]
        written = call(self.scope.name(cls.__name__), *arguments)
        if named := self._always.get(cls):
            constants = self.simple
        elif self._uses[record] > 1:
            named, constants = self._repeated[cls], self.shared
        else:
            return written
        if written not in constants:
            constants[written] = self.scope.constant(named(record))
        return expression("{}", constants[written])

    def _qname(self, name: QName) -> Expression:
        local = text_literal(name.local)
        if not name.namespace:
            return call(self.scope.name("QName"), local)
        if name.namespace not in self.namespaces:
            last = name.namespace.rstrip("/").rpartition("/")[2]
            self.namespaces[name.namespace] = self.scope.constant(
                snake_case(last) if len(last) <= 40 else "namespace"
            )
        return call(self.scope.name("QName"), local, expression("{}", self.namespaces[name.namespace]))


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _is_written(value: Any) -> bool:
    """Is it more than a literal: a record, a decimal, or a tuple that holds one?"""
    if _is_tuple(value):
        return any(_is_written(each) for each in value)
    return is_dataclass(value) or isinstance(value, Decimal)


def _told(record: Any) -> Iterator[tuple[Field[Any], Any]]:
    """The fields of a record that an emitted package carries, with their values: neither defaults nor what is
    aside.
    """
    for field in fields(record):
        value = getattr(record, field.name)
        usual = getattr(record, same) if (same := field.metadata.get("same_as")) else _default(field)
        if not field.metadata.get("aside") and value != usual:
            yield field, value


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _is_positional(field: Field[Any]) -> bool:
    return not field.kw_only and field.default is MISSING and field.default_factory is MISSING
