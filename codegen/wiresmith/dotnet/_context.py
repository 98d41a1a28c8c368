"""The state while a document is read: ids, known types, how much was read, the marks of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wiresmith.description import QName
from wiresmith.dotnet._number_texts import int32
from wiresmith.dotnet._refusal import Refused
from wiresmith.dotnet.scalar_reading import truth
from wiresmith.plan.contract_names import built_in_types, other_types
from wiresmith.plan.contracts import contracts_of
from wiresmith.plan.known_types import KnownTypes
from wiresmith.runtime.findings import quoted
from wiresmith.values.namespaces import SERIALIZATION, XSI

if TYPE_CHECKING:
    from wiresmith.description import Schema
    from wiresmith.dotnet._cursor import Cursor
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.dotnet_reader import DotNetReader


class Marks(NamedTuple):
    """The attributes of an element that mean something to the serializer; ``unknown``: there are others."""

    id: str = ""
    ref: str = ""
    nil: bool = False
    type: QName | None = None
    size: int = -1
    unknown: bool = False


_UNMARKED = Marks()


class Context:
    """The state of one reading."""

    def __init__(self, cursor: Cursor, schema: Schema, machine: DotNetReader, root: Contract) -> None:
        self.cursor = cursor
        self.machine = machine
        self.core = schema.floats == "core"
        self.sized = schema.preserve_references
        self.contracts = contracts_of(schema)
        self._items = 1
        self._objects: dict[str, tuple[Any, Contract | None]] = {}
        self._known = KnownTypes(self.contracts.api_known, root)
        self.enter, self.leave = self._known.enter, self._known.leave

    # --- quotas ---

    def count(self, items: int) -> None:
        """Count members or items against MaxItemsInObjectGraph."""
        self._items += items
        most = self.machine.max_items
        if most is not None and self._items > most:
            message = "more items in the object graph than MaxItemsInObjectGraph allows"
            raise self.refused("too-many-items", message, f"at most {most:,}")

    # --- what an element says about itself ---

    def marks(self) -> Marks:
        """The marks of the current element."""
        if not self.cursor.attributes:
            return _UNMARKED
        found: dict[str, Any] = {}
        for attribute in self.cursor.attributes:
            name = attribute.name
            if name.namespace == SERIALIZATION and name.local in _SERIALIZATION_MARKS:
                key, text = _SERIALIZATION_MARKS[name.local], self.cursor.attribute_text(attribute)
                if key == "size":
                    found[key] = self._size(text)
                elif key:
                    found[key] = self._identifier(name.local, text)
            elif name.namespace == XSI and name.local == "nil":
                found["nil"] = truth(self.cursor.attribute_text(attribute))
            elif name.namespace == XSI and name.local == "type":
                text = self.cursor.attribute_text(attribute)
                found["type"] = self.qualified(text) if text else None
            else:
                found["unknown"] = True
        return Marks(**found)

    def qualified(self, text: str) -> QName:
        """The name that ``prefix:local`` spells here; an undeclared prefix stands for no namespace."""
        prefix, colon, local = text.partition(":")
        if not colon:
            prefix, local = "", text
        return QName(local, self.cursor.namespace(prefix) or "")

    def _identifier(self, name: str, text: str) -> str:
        if not text:
            raise self.refused("wrong-id", f'z:{name}=""', "an id that is not empty")
        return text

    def _size(self, text: str) -> int:
        size = int32(text)
        if size < 0:
            raise self.refused("wrong-value", f"z:Size={quoted(text)}", "a size of at least 0")
        return size

    # --- objects that are referred to ---

    def add(self, identifier: str, value: Any, contract: Contract | None) -> None:
        """Note an object under its id, if it has one; no contract: an unknown element."""
        if not identifier:
            return
        if identifier in self._objects:
            raise self.refused("duplicate-id", f"a second object with z:Id={quoted(identifier)}", "one")
        self._objects[identifier] = value, contract

    def existing(self, identifier: str) -> tuple[Any, Contract | None]:
        """The object that was read under an id."""
        found = self._objects.get(identifier)
        if found is None or found[0] is None:
            message = f"z:Ref={quoted(identifier)}, and no object before it has that id"
            raise self.refused("unknown-reference", message, "the z:Id of an object before it")
        return found

    # --- known types ---

    def resolve(self, name: QName, declared: Contract | None) -> Contract | None:
        """The contract that ``i:type`` names, where it may: built in, known, the declared one, or that of the
        root.
        """
        builtin = built_in_types().get(name) or other_types().get(name)
        return self.contracts.of(builtin) if builtin is not None else self._known.find(name, declared)

    # --- refusals ---

    def refused(self, code: str, message: str, expected: str = "") -> Refused:
        """A refusal at the cursor."""
        return Refused(code, message, expected, self.cursor.at)

    def unexpected(self) -> Refused:
        """The refusal of a node that should be an element."""
        cursor = self.cursor
        code = "stray-text" if cursor.kind in ("Text", "CDATA") else "unexpected-element"
        return self.refused(code, f"{cursor.described()} where an element should be", "an element")

    def missing(self, expected: list[str]) -> Refused:
        """Required members were passed over."""
        message = f"{self.cursor.described()} before a required element"
        return self.refused("missing-member", message, f"element {' | '.join(expected)}")

    def not_known(self, name: QName) -> Refused:
        """``i:type`` names nothing that is known."""
        shown = f"{quoted(name.local)} from namespace {quoted(name.namespace)}"
        message = (
            f"element {quoted(self.cursor.name.local)} has the type {shown}, which maps to no known type"
        )
        return self.refused("unknown-type", message, "a built-in type, or one that is known here")

    def no_cast(self, actual: str, declared: str) -> Refused:
        """A value of another type than the one declared (InvalidCastException)."""
        return self.refused("wrong-type", f"a value of type {actual} cannot be cast to {declared}", declared)


_SERIALIZATION_MARKS = {
    "Id": "id",
    "Ref": "ref",
    "Size": "size",
    "Type": "",
    "Assembly": "",
    "FactoryType": "",
}
