"""Reading values of declared types: null, references, ``i:type``, and what the contract makes of the content.

It follows XmlObjectSerializerReadContext.InternalDeserialize and what XmlFormatReaderGenerator emits around
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import QName
from wiresmith.dotnet._collections import read_dict, read_into, read_list
from wiresmith.dotnet._enumerations import read_enum
from wiresmith.dotnet._graph_walk import Reading, Walk, run
from wiresmith.dotnet._moment_texts import moment, with_offset
from wiresmith.dotnet._number_texts import int16
from wiresmith.dotnet._object_reader import read_object
from wiresmith.dotnet._refusal import Refused
from wiresmith.dotnet.scalar_reading import How, read_text
from wiresmith.plan.boxing import boxed
from wiresmith.plan.members import Members
from wiresmith.runtime.findings import quoted
from wiresmith.values.namespaces import SYSTEM
from wiresmith.values.typed import Typed

if TYPE_CHECKING:
    from wiresmith.dotnet._context import Marks
    from wiresmith.plan.contracts import Contract

_OFFSET = Members([QName("DateTime", SYSTEM), QName("OffsetMinutes", SYSTEM)], [True, True])


OBJECT = object()
"""Stands for what ``new object()`` makes."""


class Values(Walk):
    """The serializer's reading of values."""

    def root(self, contract: Contract, *, nullable: bool) -> Any:
        """The value of the document, whose root element the cursor is at."""
        if (
            contract.kind == "scalar"
            and not (contract.value_type and nullable)
            and contract.scalar_kind.xml_shape != "name"
        ):
            # A primitive contract reads itself, and only those of reference types know null.
            if not contract.value_type:
                marks = self.context.marks()
                if marks.ref:
                    raise self.context.refused("unknown-reference", "z:Ref at the root", "a value")
                if marks.nil:
                    self.context.cursor.skip()
                    return None
            return self.content(contract)
        value, actual = run(self._deserialize(contract))
        if value is None:
            return None
        if contract.kind == "open":
            return _boxed(value, actual)
        # A primitive i:type is obeyed at the root, whatever the declared type is.
        return value if actual.fits(contract) else Typed(actual.spelled, value)

    def primitive(self, contract: Contract, *, nullable: bool) -> Any:
        """The scalar whose element the cursor is at; ``i:type`` does not count."""
        marks = self.context.marks()
        if marks.nil or marks.ref or marks.id:
            special = self._special(contract, marks, nullable=nullable)
            if special is not None:
                return special[0]
        value = self.content(contract)
        if not contract.value_type:
            self.context.add(marks.id, value, contract)
        return value

    def value(self, contract: Contract, *, nullable: bool) -> Reading:
        """The value of another type, whose element the cursor is at."""
        if contract.value_type:
            marks = self.context.marks()
            if marks.nil or marks.ref or marks.id:
                special = self._special(contract, marks, nullable=nullable)
                if special is not None:
                    return special[0]
        value, actual = yield self._deserialize(contract)
        return self._cast(value, actual, contract)

    def into(self, contract: Contract, existing: Any) -> Reading:
        """Add what the element holds to the collection of a member without a setter."""
        marks = self.context.marks()
        if marks.ref:
            raise self.context.refused(
                "unknown-reference", "z:Ref at a collection without a setter", "its items"
            )
        if marks.nil:
            self.context.cursor.skip()
            return
        actual = self._actual(contract, marks)
        entered = self.context.enter(actual)
        yield read_into(self, actual, existing)
        if entered:
            self.context.leave()

    def _special(self, contract: Contract, marks: Marks, *, nullable: bool) -> tuple[Any] | None:
        """The value of an element that is null or a reference; None if it is neither."""
        context = self.context
        if marks.ref:
            if contract.value_type:
                raise context.refused(
                    "wrong-value", f"z:Ref at the value type {_clr_name(contract)}", "a value"
                )
            context.cursor.skip()
            return (self._cast(*self._existing(marks.ref), contract),)
        if marks.nil:
            if contract.value_type and not nullable:
                raise context.refused(
                    "wrong-nil", f"the value type {_clr_name(contract)} cannot be null", "a value"
                )
            context.cursor.skip()
            return (None,)
        if contract.value_type:
            raise context.refused(
                "wrong-id", f"z:Id at the value type {_clr_name(contract)}", "a value without it"
            )
        return None

    def _deserialize(self, declared: Contract) -> Reading:
        """The value and the contract it was read by."""
        context = self.context
        marks = context.marks()
        if marks.ref:
            found = self._existing(marks.ref)
            context.cursor.skip()
            return found
        if marks.nil:
            context.cursor.skip()
            return None, declared
        contract = self._actual(declared, marks)
        entered = context.enter(contract)
        match contract.kind:
            case "object":
                value = yield read_object(self, contract, marks)
            case "list":
                value = yield read_list(self, contract, marks)
            case "dict":
                value = yield read_dict(self, contract, marks)
            case "offset":
                value = self._offset()
            case "enum":
                value = read_enum(context, contract)
                context.add(marks.id, value, contract)
            case "open":
                value = self._object()
                context.add(marks.id, value, contract)
            case _:
                value = self.content(contract)
                context.add(marks.id, value, contract)
        if entered:
            context.leave()
        return value, contract

    def _existing(self, identifier: str) -> tuple[Any, Contract]:
        value, contract = self.context.existing(identifier)
        if contract is None:
            message = f"z:Ref={quoted(identifier)} is an unknown element"
            raise self.context.refused("unknown-reference", message, "the z:Id of a known object")
        return value, contract

    def _actual(self, declared: Contract, marks: Marks) -> Contract:
        """The contract that ``i:type`` names, else the declared one."""
        if marks.type is None:
            return declared
        contract = self.context.resolve(marks.type, declared)
        if contract is None:
            raise self.context.not_known(marks.type)
        return contract

    def _cast(self, value: Any, actual: Contract, declared: Contract) -> Any:
        if value is None:
            return None
        if declared.kind == "open":
            return _boxed(value, actual)
        if value is OBJECT or not actual.fits(declared):
            raise self.context.no_cast(actual.spelled, declared.spelled)
        return value

    def content(self, contract: Contract) -> Any:
        """The scalar that the text of the element at the cursor is; its attributes do not count."""
        cursor, kind = self.context.cursor, contract.scalar_kind
        cursor.read()
        at = cursor.at
        text = cursor.content()
        try:
            value = (
                (self.context.qualified(text) if text else QName(""))
                if kind.xml_shape == "name"
                else read_text(kind, text, How(self.context.machine, self._short(), self.context.core))
            )
        except Refused as refused:
            refused.at = at if refused.at is None else refused.at
            raise
        cursor.read_end()
        return value

    def _short(self) -> bool:
        return self.context.cursor.atomic and self.context.machine.parser == "stream"

    def _object(self) -> Any:
        """``new object()``, which has no content."""
        cursor = self.context.cursor
        name = cursor.name
        cursor.read()
        if cursor.move_to_content() != "EndElement":
            message = (
                f"element {quoted(name.local)} cannot have content to be read as an object, "
                f"but has {cursor.described()}"
            )
            raise self.context.refused("unexpected-element", message, "no content, or i:type")
        cursor.read_end()
        return OBJECT

    def _offset(self) -> Any:
        """A DateTimeOffset: the moment, then the minutes of its offset."""
        context, cursor = self.context, self.context.cursor
        context.count(2)
        texts: list[str] = []
        at = cursor.at
        cursor.read()
        while cursor.move_to_content() != "EndElement":
            if cursor.kind != "Element":
                raise context.unexpected()
            place = _OFFSET.find(cursor.name, len(texts) - 1)
            if place is None:
                context.marks()
                cursor.skip()
                continue
            if place > len(texts):
                raise context.missing(_OFFSET.passed_over(len(texts) - 1, len(texts)))
            marks = context.marks()
            for mark, code in ((marks.ref, "wrong-value"), (marks.id, "wrong-id"), (marks.nil, "wrong-nil")):
                if mark:
                    message = f"{cursor.name.local} is of a value type, which is neither null nor referred to"
                    raise context.refused(code, message, "a value")
            texts.append(cursor.element_content())
        if len(texts) < 2:
            raise context.missing(_OFFSET.passed_over(len(texts) - 1, len(texts)))
        try:
            value = with_offset(moment(texts[0], context.machine), int16(texts[1]))
        except Refused as refused:
            refused.at = at
            raise
        cursor.read_end()
        return value


def _boxed(value: Any, contract: Contract) -> Any:
    """A value that was read by this contract, for a place that takes any."""
    return Typed("any", None) if value is OBJECT else boxed(value, contract)


def _clr_name(contract: Contract) -> str:
    is_value = contract.kind in ("scalar", "offset") and contract.scalar_kind.clr_name
    return contract.scalar_kind.clr_name if is_value else contract.spelled
