"""Objects that stand once in a document (``z:Id``) and are referred to behind that (``z:Ref``).

Source: XmlObjectSerializerReadContext (GetExistingObject, AddNewObjectWithId). Identity is kept: a reference
is the very object that the element before it was read as, also while that element is still open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.xml.reading._shown_names import said

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.xml.reading._marks import Marks
    from wiresmith.runtime.xml.reading.document_texts import Document
    from wiresmith.runtime.xml.tree import Element


class Identified:
    """The value that an element with an identity was read as: ``value`` by ``contract``, and ``boxed``, the
    same where ``any`` is declared.
    """

    __slots__ = ("boxed", "contract", "value")

    def __init__(self, value: Any, contract: Contract) -> None:
        self.value = value
        self.contract = contract
        self.boxed: Any = None


class References:
    """The identities of one document; ``preserved``: the serializer writes every object once, whatever its
    type.
    """

    def __init__(self, document: Document, *, preserved: bool) -> None:
        self._document = document
        self._preserved = preserved
        self._known: dict[str, Identified] = {}

    def define(
        self, marks: Marks | None, value: Any, contract: Contract, path: Path, *, boxed: bool = False
    ) -> None:
        """Remember a value under the ``z:Id`` of its element, if it has one.

        Where any type may stand, a value is ``boxed``: an object even if it is a number.
        """
        if marks is None or marks.identity is None:
            return
        report = self._document.report
        shown = quoted(marks.identity)
        if not marks.identity:
            report.error(path, "wrong-id", "an empty z:Id", "a text that is not empty")
        elif marks.identity in self._known:
            report.error(path, "duplicate-id", f"the z:Id {shown} a second time", "each z:Id once")
        elif not boxed and contract.value_type:
            message = f"{self._document.refuses}the z:Id {shown} of a value that is no object"
            report.warning(path, "wrong-id", message, "z:Id for objects, collections and texts only")
        else:
            self._known[marks.identity] = Identified(value, contract)

    def found(self, identity: str) -> Identified | None:
        """The value that was read under a ``z:Id``; None where there is none."""
        return self._known.get(identity)

    def follow(self, element: Element, reference: str, declared: Contract, path: Path) -> Identified | None:
        """The value that an element with a ``z:Ref`` refers to; None, with an error, if that may not stand
        there.
        """
        report = self._document.report
        identified = self._known.get(reference)
        if identified is None:
            message = f"a reference to {quoted(reference)}, which is the z:Id of no element before it"
            report.error(path, "unknown-reference", message, "the z:Id of an element that was read before")
            return None
        if len(element) or not self._document.is_blank(element.text):
            message = f"{self._document.dropped}the content of an element that refers to another one"
            report.error(path, "reference-with-content", message, "an empty element")
            return None
        if declared.value_type or not identified.contract.fits(declared):
            message = f"a reference to {quoted(reference)}, which is something else"
            name = declared.name
            expected = f"a reference to {said(name) if name.local else 'a collection'}"
            report.error(path, "wrong-type", message, expected)
            return None
        if not self._preserved and not identified.contract.reference:
            message = f"the same object as {quoted(reference)}, which is not said when it is written again"
            report.warning(path, "reference", message, "references to types with reference: true only")
        return identified
