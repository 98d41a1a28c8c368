"""Writing values: members, items and what is in them, as .NET's serializer walks a graph.

Source: XmlObjectSerializerWriteContext (references, ``i:type``, known types), XmlFormatWriterGenerator
(members, collections). Objects and collections are written by generators that one loop drives, so that depth
costs no recursion.
"""

from __future__ import annotations

from collections.abc import Collection, Generator
from typing import TYPE_CHECKING, Any

from wiresmith.description import ObjectType
from wiresmith.plan.contract_names import built_in_types
from wiresmith.plan.known_types import KnownTypes
from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.narrowing import is_dict
from wiresmith.runtime.report import Path
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.writing._checks import Checks
from wiresmith.runtime.xml.writing._kept_content import write_inside, write_unknown
from wiresmith.runtime.xml.writing._left_out import is_default
from wiresmith.runtime.xml.writing._object_numbers import References
from wiresmith.runtime.xml.writing._shown_values import at, class_of, shown
from wiresmith.runtime.xml.writing.sink import WriterError
from wiresmith.values.absent import ABSENT
from wiresmith.values.namespaces import SERIALIZATION, SYSTEM, XSI
from wiresmith.values.offsets import offset_parts
from wiresmith.values.qnames import QName
from wiresmith.values.typed import Typed
from wiresmith.values.xml_elements import XmlElement
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from wiresmith.description import Provenance
    from wiresmith.plan.contracts import Contract, Contracts, Slot
    from wiresmith.runtime.undeclared import Undeclared
    from wiresmith.runtime.xml.writing._held_facts import HeldFacts
    from wiresmith.runtime.xml.writing.sink import Sink

Content = Generator["Content", None, None]
"""Writes the content of an object or collection, and ends its element; yields what is nested in it, to be run
to its end.
"""

_CONTAINERS = frozenset({"object", "list", "dict"})
_SKIP = object()


class ValueWriter:
    """Writes one document's values to a sink."""

    def __init__(
        self,
        sink: Sink,
        contracts: Contracts,
        root: Contract,
        held: HeldFacts,
        max_items: int | None,
        drop_undeclared: bool,
    ) -> None:
        self._sink = sink
        self._contracts = contracts
        self._root = root
        self._held = held
        self._report = held.report
        self._checks = Checks(contracts, held)
        self._max_items = max_items
        self._drop = drop_undeclared
        self._items = 1
        self._references = References()
        self._preserve = contracts.schema.preserve_references
        self._known = KnownTypes(contracts.api_known, root)
        self._open: set[int] = set()
        """Identities of the objects and collections that are being written."""

    def write_root(self, value: Any, place: Path) -> None:
        """Write the content of the root element, which was begun, and end it."""
        original = value
        # A value that says its type may be of another one than the root is declared to be, as .NET's reader
        # may give it.
        declared = self._contracts.any if isinstance(value, Typed) else self._root
        runtime, value = self._checks.runtime(declared, value, place)
        if runtime is None:
            return
        if runtime.can_refer:
            self._sink.declare_prefix("i", XSI)
            if self._preserve:
                self._identify(runtime, value, original)
        content = self._serialize(self._root, runtime, value, place, tracked=self._preserve)
        pending = [content] if content is not None else []
        while pending:
            inner = next(pending[-1], None)
            if inner is None:
                pending.pop()
            else:
                pending.append(inner)

    def write_unexpected(self, value: Unexpected, place: Path) -> None:
        """Write the root element as it came, where it is none of the described type."""
        raw = self._raw(value, place, self._root.spelled)
        if raw is not None:
            self._kept(raw, place, inside=False)

    def _raw(self, value: Unexpected, place: Path, wanted: str) -> XmlElement | None:
        """The element that is not of its type; None, with an error, where it cannot be written."""
        if not isinstance(value.raw, XmlElement):
            message = "an unexpected value, which was read from JSON"
            self._report.error(place, "other-format", message, "the same format")
            return None
        message, expected = "what is unexpected", f"a {wanted}"
        return value.raw if self._held.allows("type", place, "wrong-type", message, expected) else None

    def count(self, items: int, place: Path) -> None:
        """Count members or items that are about to be written (MaxItemsInObjectGraph)."""
        if self._max_items is None:
            return
        if items > self._max_items - self._items or not self._max_items:
            self._report.stop(
                place,
                "too-many-items",
                "Maximum number of items that can be serialized or deserialized in an object graph is "
                f"'{self._max_items}'.",
                "fewer members and items, or a greater max_items",
            )
        self._items += items

    # --- elements ---

    def _element(self, slot: Slot, value: Any, outer: Path, step: str | int) -> Content | None:
        """Write an element of a declared type; what it returns has to be run, to write the content and to end
        the element.
        """
        try:
            if value is None and (slot.nullable or slot.contract.kind == "open"):
                self._nil(slot)
                return None
            if value is None and self._held.is_expected("null"):
                self._nil(slot)
                return None
            if isinstance(value, Unexpected):
                place = at(outer, step)
                raw = self._raw(value, place, slot.contract.spelled)
                if raw is not None:
                    self._sink.start(slot.local, slot.namespace)
                    self._kept(raw, place, inside=True)
                    self._sink.end()
                return None
            if slot.contract.primitive and not slot.typed:
                self._primitive(slot, value, outer, step)
                return None
            place = at(outer, step)
            original = value
            runtime, value = self._checks.runtime(slot.contract, value, place)
            if runtime is None:
                return None
            self._start(slot)
            get_only = slot.member is not None and slot.member.xml_get_only
            tracked = self._preserve and not slot.contract.value_type and not get_only
            if tracked and not self._identify(runtime, value, original):
                self._sink.attribute("i", "nil", XSI, "true")
                self._sink.end()
                return None
            expected = self._contracts.any if slot.typed else slot.contract
            return self._serialize(expected, runtime, value, place, tracked=tracked or get_only)
        except WriterError as error:
            place = at(outer, step)
            self._report.stop(place, "cannot-write", str(error), "names that .NET's writer can write there")

    def _start(self, slot: Slot) -> None:
        contract = slot.contract
        is_qname = contract.primitive and contract.scalar_kind.xml_shape == "name"
        self._sink.start(slot.local, slot.namespace, "q" if is_qname and slot.namespace else None)
        if slot.declares:
            self._sink.declare(slot.declares)

    def _nil(self, slot: Slot) -> None:
        self._sink.start(slot.local, slot.namespace)
        if slot.declares:
            self._sink.declare(slot.declares)
        self._sink.attribute("i", "nil", XSI, "true")
        self._sink.end()

    def _primitive(self, slot: Slot, value: Any, outer: Path, step: str | int) -> None:
        contract = slot.contract
        text = self._checks.text(contract, value, outer, step)
        if text is None:
            return
        kind = contract.scalar_kind
        sink = self._sink
        if self._preserve and not contract.value_type:
            self._start(slot)
            if self._identify(contract, value, value):
                self._write_primitive(contract, value, text, outer, step)
            else:
                sink.attribute("i", "nil", XSI, "true")
            sink.end()
        elif kind.xml_shape == "name" or not text:
            self._start(slot)
            self._write_primitive(contract, value, text, outer, step)
            sink.end()
        elif not kind.xml_markup or (
            text.isprintable() and "&" not in text and "<" not in text and ">" not in text
        ):
            sink.element(slot.local, slot.namespace, text)
        else:
            sink.start(slot.local, slot.namespace)
            self._characters(text, outer, step)
            sink.end()

    # --- what is in an element ---

    def _serialize(
        self, declared: Contract, runtime: Contract, value: Any, place: Path, *, tracked: bool
    ) -> Content | None:
        """Write what an element begins with, and what is in it: references, ``i:type``, then the value.

        ``tracked``: whether it is a reference has been decided.
        """
        sink = self._sink
        if runtime.reference and not tracked and not self._preserve:
            number, is_new = self._references.number(value)
            sink.attribute("z", "Id" if is_new else "Ref", SERIALIZATION, f"i{number}")
            if not is_new:
                sink.end()
                return None
        elif id(value) in self._open and runtime.kind in _CONTAINERS:
            self._report.error(
                place,
                "holds-itself",
                f"the {runtime.spelled} holds itself, which takes references",
                "a value that does not hold itself, or reference: true for its type",
            )
            sink.end()
            return None
        verified = runtime.name != declared.name
        if verified:
            sink.qualified_attribute("i", "type", XSI, runtime.name)
        scoped = self._known.enter(runtime)
        if verified and not self._is_known(runtime):
            self._report.error(
                place,
                "unknown-type",
                f"{runtime.spelled} (contract {runtime.name.local!r} of {runtime.name.namespace!r}) is not "
                "expected",
                f"{runtime.spelled} among the known_types of {self._owners(declared)}",
            )
        if runtime.kind in _CONTAINERS:
            self._open.add(id(value))
        match runtime.kind:
            case "object":
                return self._object(runtime, value, place, scoped)
            case "list":
                return self._list(runtime, value, place, scoped, self._held.said)
            case "dict":
                return self._dict(runtime, value, place, scoped, self._held.said)
            case "offset":
                self._offset(value, place)
            case "open":
                self._untyped(value, place)
            case _:
                self._simple(runtime, value, place)
        sink.end()
        return None

    def _is_known(self, contract: Contract) -> bool:
        """Is a type expected here: a primitive, or known to a value on the way, to the API, or as the root or
        what it collects?
        """
        if contract.name in built_in_types():
            return contract.primitive
        found = self._known.find(contract.name)
        return found is not None and (found.declared is contract.declared or contract.cls is None)

    def _owners(self, declared: Contract) -> str:
        """The places where a type could be declared known, to say in a message."""
        owner = declared.spelled if declared.kind == "object" else self._root.spelled
        return f"{owner}, of another type around it, or of the API"

    def _end(self, value: Any, scoped: bool) -> None:
        if scoped:
            self._known.leave()
        self._open.discard(id(value))
        self._sink.end()

    def _object(self, contract: Contract, value: Any, place: Path, scoped: bool) -> Content:
        undeclared: Undeclared | None = getattr(value, "_undeclared", None)
        absent: frozenset[str] = frozenset()
        unknown: list[tuple[int, XmlElement]] = []
        if undeclared is not None:
            absent = undeclared.absent
            unknown = list(reversed(undeclared.unknown_xml))
            self._check_undeclared(undeclared, place)
        repeated = {element.name for _, element in unknown}
        declared = contract.declared
        assert isinstance(declared, ObjectType)
        written = 0
        for level in contract.levels:
            self.count(len(level), place)
            for slot in level:
                assert slot.member is not None
                said = slot.member.provenance or declared.provenance
                part = self._part(slot, value, place, said, repeated)
                if part is _SKIP or (part is None and slot.attribute in absent):
                    continue
                while unknown and unknown[-1][0] <= written:
                    self._kept(unknown.pop()[1], place, inside=False)
                written += 1
                self._held.said = said
                content = self._element(slot, part, place, slot.local)
                if content is not None:
                    yield content
        while unknown:
            self._kept(unknown.pop()[1], place, inside=False)
        self._end(value, scoped)

    def _part(
        self, slot: Slot, value: Any, place: Path, said: Provenance, repeated: Collection[QName]
    ) -> Any:
        """The value of a member; ``_SKIP`` if nothing is written for it.

        A default that would be left out is written where ``repeated`` has its name: what a document had
        besides it would be read as the value.
        """
        member = slot.member
        assert member is not None
        try:
            part = getattr(value, slot.attribute)
        except AttributeError:
            self._report.error(
                Path(place, slot.local), "missing-member", "the field was never set", "a value"
            )
            return _SKIP
        if part is ABSENT and (member.optional or self._held.is_expected("presence", said)):
            return _SKIP
        if member.xml_emit_default or not is_default(part, slot) or slot.name in repeated:
            return part
        if member.xml_required:
            self._report.error(
                Path(place, slot.local),
                "required-default",
                f"{slot.local} holds its default, which emit_default: false leaves out, but is required",
                "another value",
            )
        return _SKIP

    def _list(self, contract: Contract, value: Any, place: Path, scoped: bool, said: Provenance) -> Content:
        slot = contract.item
        if contract.item_declares:
            self._sink.declare(contract.item_declares)
        self._size(len(value), place)
        for index, item in enumerate(value, 1):
            self._held.said = said
            content = self._element(slot, item, place, index)
            if content is not None:
                yield content
        self._end(value, scoped)

    def _dict(self, contract: Contract, value: Any, place: Path, scoped: bool, said: Provenance) -> Content:
        entry, key_slot, value_slot = contract.entry
        self._size(len(value), place)
        for index, (key, item) in enumerate(value.items() if is_dict(value) else value, 1):
            self._sink.start(entry.local, entry.namespace)
            self.count(2, place)
            for slot, part in ((key_slot, key), (value_slot, item)):
                self._held.said = said
                content = self._element(slot, part, place, index)
                if content is not None:
                    yield content
            self._sink.end()
        self._end(value, scoped)

    def _size(self, items: int, place: Path) -> None:
        self.count(items, place)
        if self._preserve:
            self._sink.attribute("z", "Size", SERIALIZATION, str(items))

    def _offset(self, value: Any, place: Path) -> None:
        self.count(2, place)
        try:
            moment, minutes = offset_parts(value)
        except ValueError as error:
            self._report.error(place, "cannot-write", shown(value), str(error))
            return
        self._sink.element("DateTime", SYSTEM, moment)
        self._sink.element("OffsetMinutes", SYSTEM, minutes)

    def _untyped(self, value: Any, place: Path) -> None:
        """The content of an ``object`` that says no type: nothing, text, or what a document had there."""
        if isinstance(value, XmlElement):
            self._kept(value, place, inside=True)
        elif isinstance(value, str):
            self._characters(value, place, "")
        elif value is not None:
            self._report.error(place, "wrong-type", f"a {class_of(value)}", "a value with a type")

    def _simple(self, contract: Contract, value: Any, place: Path) -> None:
        text = self._checks.text(contract, value, place, "")
        if text is not None:
            self._write_primitive(contract, value, text, place, "")

    def _write_primitive(
        self, contract: Contract, value: Any, text: str, outer: Path, step: str | int
    ) -> None:
        is_scalar, kind = contract.primitive, contract.scalar_kind
        if is_scalar and kind.xml_shape == "name":
            if text or value.namespace:
                name = QName(text, exact_text(value.namespace))
                self._sink.declare(name.namespace)
                self._sink.text(self._sink.qualified(name))
        elif text or (is_scalar and kind.xml_markup):
            self._characters(text, outer, step)

    def _identify(self, contract: Contract, value: Any, original: Any) -> bool:
        """Write ``z:Id`` or ``z:Ref`` (preserveObjectReferences); is the object new?

        A value type is an object only where it stands as ``object``; of the Python values, only a ``Typed``
        has that identity.
        """
        if not contract.value_type or contract.kind == "object":
            equal = contract.primitive and contract.scalar_kind.is_one_object
            number, is_new = self._references.number(value, equal=equal)
        elif isinstance(original, Typed):
            number, is_new = self._references.number(original)
        else:
            number, is_new = self._references.fresh(), True
        self._sink.attribute("z", "Id" if is_new else "Ref", SERIALIZATION, str(number))
        return is_new

    def _characters(self, text: str, outer: Path, step: str | int) -> None:
        try:
            self._sink.text(text)
        except ValueError:
            self._report.error(
                at(outer, step),
                "surrogate",
                f"a lone surrogate in {excerpt(repr(text))}",
                "a text that XML can say",
            )

    def _kept(self, element: XmlElement, place: Path, *, inside: bool) -> None:
        try:
            if inside:
                write_inside(element, self._sink)
            else:
                write_unknown(element, self._sink)
        except ValueError as error:
            self._report.stop(
                place,
                "cannot-write",
                f"the undeclared {excerpt(element.name.local)!r}: {error}",
                "an element that this form can say",
            )

    def _check_undeclared(self, undeclared: Undeclared, place: Path) -> None:
        if self._drop:
            return
        for _, name, _ in undeclared.unknown_json:
            self._report.error(
                place,
                "other-format",
                f"the undeclared {excerpt(name)!r} was read from JSON",
                "the same format, or drop_undeclared=True",
            )
