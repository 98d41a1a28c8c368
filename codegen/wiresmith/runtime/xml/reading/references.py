"""Objects that stand once in a document (``z:Id``) and are referred to behind that (``z:Ref``).

Source: XmlObjectSerializerReadContext (GetExistingObject, AddNewObjectWithId). Identity is kept: a reference is the very object that
the element before it was read as, also while that element is still open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds import kind_of
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.schema import DictType, EnumType, ListType, Ref, Scalar
from wiresmith.runtime.xml.reading.known_types import levels, stands_for

if TYPE_CHECKING:
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.schema import Schema, Type
    from wiresmith.runtime.xml.reading.attributes import Marks
    from wiresmith.runtime.xml.reading.read import Reader
    from wiresmith.runtime.xml.tree import Element


class Identified:
    """What an element with an identity was read as: ``value`` of ``type``, and ``boxed``, the same where ``any`` is declared."""

    __slots__ = ("boxed", "type", "value")

    def __init__(self, value: Any, type_: Type) -> None:
        self.value = value
        self.type = type_
        self.boxed: Any = None


class References:
    """The identities of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, Identified] = {}

    def define(
        self, marks: Marks | None, value: Any, type_: Type, path: Path, *, boxed: bool = False
    ) -> None:
        """Remember a value under the ``z:Id`` of its element, if it has one.

        Where any type may stand, a value is ``boxed``: an object even if it is a number.
        """
        if marks is None or marks.identity is None:
            return
        report = self._reader.report
        shown = quoted(marks.identity)
        if not marks.identity:
            report.error(path, "wrong-id", "an empty z:Id", "a text that is not empty")
        elif marks.identity in self._known:
            report.error(path, "duplicate-id", f"the z:Id {shown} a second time", "each z:Id once")
        elif not boxed and not may_refer(type_, self._reader.schema):
            message = f"{self._reader.refuses}the z:Id {shown} of a value that is no object"
            report.warning(path, "wrong-id", message, "z:Id for objects, collections and texts only")
        else:
            self._known[marks.identity] = Identified(value, type_)

    def found(self, identity: str) -> Identified | None:
        """What was read under a ``z:Id``, if anything was."""
        return self._known.get(identity)

    def follow(self, element: Element, reference: str, declared: Type, path: Path) -> Identified | None:
        """What an element with a ``z:Ref`` refers to; None, with an error, if that is nothing that may stand there."""
        report = self._reader.report
        identified = self._known.get(reference)
        if identified is None:
            message = f"a reference to {quoted(reference)}, which is the z:Id of no element before it"
            report.error(path, "unknown-reference", message, "the z:Id of an element that was read before")
            return None
        if len(element) or not self._reader.is_blank(element.text):
            message = f"{self._reader.dropped}the content of an element that refers to another one"
            report.error(path, "reference-with-content", message, "an empty element")
            return None
        schema = self._reader.schema
        if not may_refer(declared, schema) or not stands_for(identified.type, declared, schema):
            message = f"a reference to {quoted(reference)}, which is something else"
            expected = f"a reference to {self._reader.name_of(declared)}"
            report.error(path, "wrong-type", message, expected)
            return None
        if not schema.preserve_references and not _is_reference(identified.type, schema):
            message = f"the same object as {quoted(reference)}, which is not said when it is written again"
            report.warning(path, "reference", message, "references to types with reference: true only")
        return identified


def may_refer(type_: Type, schema: Schema) -> bool:
    """Whether elements of this type may have a ``z:Id`` or ``z:Ref``, which those of .NET's value types may not."""
    if isinstance(type_, Scalar):
        return kind_of(type_.kind).is_reference
    described = schema.by_name[type_.name] if isinstance(type_, Ref) else None
    return not isinstance(described, EnumType) and not (described is not None and described.value_type)


def _is_reference(type_: Type, schema: Schema) -> bool:
    if isinstance(type_, ListType | DictType):
        return type_.reference
    return isinstance(type_, Ref) and any(level.reference for level in levels(type_.name, schema))
