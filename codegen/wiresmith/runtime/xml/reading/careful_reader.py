"""The exact reader: any valid XML form of a document to its value, or everything that is wrong with it.

It reads like a careful person rather than like .NET, and says where the two differ:

* an element out of contract order is read, with a warning (.NET drops its value silently, or refuses if it is
  required);
* an unknown element of an object, also one in a wrong namespace or in other letters, and one that stands a
  second time, is kept in ``_undeclared``, with a warning; in a list, dictionary or entry, where there is no
  place to keep it, it is an error;
* where any type may stand, an element whose ``i:type`` is not known, or that says no type, is kept as it is,
  with a warning;
* text between elements, and content under ``i:nil`` or ``z:Ref``, are errors;
* an attribute without a meaning is not kept, with a warning; ``i:type`` repeats the declared type or names a
  known one that may stand for it;
* white space between elements, comments, CDATA, prefixes and where namespaces are declared mean nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import DictType, ObjectType, Scalar
from wiresmith.plan.contract_names import root_name
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path, Report, Stopped
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.reading._containers import read_dict, read_list
from wiresmith.runtime.xml.reading._marks import note_unknown, read_marks
from wiresmith.runtime.xml.reading._object_members import read_object
from wiresmith.runtime.xml.reading._open_values import box_once, read_open
from wiresmith.runtime.xml.reading._shown_names import said, spelled
from wiresmith.runtime.xml.reading._single_texts import misfit, read_enum, read_scalar
from wiresmith.runtime.xml.reading._type_lookup import find_type
from wiresmith.runtime.xml.reading.careful_walk import Walk
from wiresmith.runtime.xml.tree import parse_tree
from wiresmith.values.qnames import local_name, split_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from wiresmith.description import Schema, Type
    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.runtime.findings import Finding
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.strictness import Strict
    from wiresmith.runtime.xml.reading._marks import Marks
    from wiresmith.runtime.xml.tree import Element

MOST = 1000
"""The most errors, and the most warnings, that are listed; reading stops at that many errors."""


def read_xml(
    data: bytes, schema: Schema, type: Type, limits: Limits, strict: Strict = "documented"
) -> tuple[Any, list[Finding]]:
    """Read a document of a type that the schema knows.

    Args:
        data: the document; it may be hostile.
        schema: what ``type`` refers to.
        type: what the document is expected to hold; Nullable if a nil root is allowed.
        limits: how much is accepted.
        strict: the facts that are held.

    Returns:
        The value, None if any finding is an error; and all findings, in the order of the document, with
        XPaths but (malformed documents aside) without lines. At most ``MOST`` errors and as many warnings are
        listed.

    Raises:
        ValueError: the type has no XML form in this schema.
    """
    root = root_name(type, schema)
    if root is None:
        raise ValueError("this type is not an XML document: its schema names no root element")
    tree, findings = parse_tree(data, limits, mark_empty=True)
    if tree is None:
        return None, findings
    report: Report[Path] = Report(MOST, stops=True, findings=findings)
    reader = Reader(schema, type, limits, tree, report, strict)
    tag = str(tree.root.tag)
    path = Path(None, local_name(tag))
    value = None
    try:
        if tag != str(root):
            message = f"the root element is {spelled(split_tag(reader.original(tag)))}"
            report.error(path, "wrong-root", message, spelled(root))
        else:
            value = reader.value(tree.root, reader.contracts.slot(type, root, root.namespace), path, 1)
    except Stopped:
        pass
    except RecursionError:
        message = "elements nest too deep for Python's recursion limit"
        report.error(path, "too-deep", message, "fewer levels, or a greater sys.setrecursionlimit()")
    return (None if report.errors else value), _closed(report)


def _closed(report: Report[Path]) -> list[Finding]:
    """The findings, with last ones that say if some were left out."""
    if report.stopped:
        report.close("error", f"{report.errors:,} errors; the rest of the document was not read")
    if left_out := report.left_out["warning"]:
        report.close("warning", f"{left_out:,} more warnings are not listed")
    return report.findings


class Reader(Walk):
    """Walks elements along their contracts. A value that comes with an error is None."""

    def value(self, element: Element, slot: Slot, path: Path, depth: int) -> Any:
        """The value of an element of a declared type."""
        if self.too_deep(path, depth):
            return None
        declared = slot.contract
        is_open = declared.kind == "open" and self.schema.rules.any_says_its_type
        marks = None
        if element.attrib:
            marks = read_marks(self, element, path)
            if marks is None:
                return None
            if marks.reference is not None:
                return self._referred(element, marks, declared, path, is_open=is_open)
            if marks.nil:
                return self._null(element, marks, path, allowed=slot.nullable or is_open)
        if is_open:
            return read_open(self, element, marks, path, depth)
        if marks is not None:
            actual = self._actual(element, declared, marks, path, depth)
            if actual is None or isinstance(actual, Unexpected):
                return actual
            declared = actual
        # The serializer is given the root as an object, so that even a struct has an identity.
        return self.content(element, declared, marks, path, depth, boxed=path.parent is None)

    def content(
        self,
        element: Element,
        contract: Contract,
        marks: Marks | None,
        path: Path,
        depth: int,
        *,
        boxed: bool = False,
    ) -> Any:
        """The value of an element that is known to be of this type, neither nil nor a reference."""
        if marks is not None and marks.unknown:
            note_unknown(self, marks, path)
        if contract.kind in ("object", "list", "dict"):
            return self._compound(element, contract, marks, path, depth, boxed=boxed)
        if contract.kind == "enum":
            value = read_enum(self, element, contract, path, depth)
        else:
            value = read_scalar(self, element, contract.scalar, path, depth)
        if value is not None and not isinstance(value, Unexpected):
            self.references.define(marks, value, contract, path, boxed=boxed)
        return value

    def _compound(
        self,
        element: Element,
        contract: Contract,
        marks: Marks | None,
        path: Path,
        depth: int,
        *,
        boxed: bool,
    ) -> Any:
        """The value of an element that holds elements.

        It can be referred to as soon as it is open, and makes types known inside.
        """
        declared = contract.declared
        value: Any
        if isinstance(declared, ObjectType):
            value = object.__new__(declared.cls)
            read: Callable[..., None] = read_object
        elif isinstance(declared, DictType):
            value, read = ([] if declared.pairs else {}), read_dict
        else:
            value, read = [], read_list
        if marks is not None:
            self.references.define(marks, value, contract, path, boxed=boxed)
            self._check_size(element, marks, contract, path)
        entered = self.known_types.enter(contract)
        misplaced = self.misplaced
        read(self, element, contract, path, depth, value)
        if entered:
            self.known_types.leave()
        return value if self.misplaced == misplaced else misfit(self, element, path, depth, misplaced)

    def _referred(
        self, element: Element, marks: Marks, declared: Contract, path: Path, *, is_open: bool
    ) -> Any:
        assert marks.reference is not None
        note_unknown(self, marks, path)
        identified = self.references.follow(element, marks.reference, declared, path)
        if identified is None:
            return None
        return box_once(identified) if is_open else identified.value

    def _null(self, element: Element, marks: Marks, path: Path, *, allowed: bool) -> None:
        note_unknown(self, marks, path)
        if not allowed:
            self.broken("null", path, "null", 'null (i:nil="true")', "a value: this may not be null")
        if len(element) or not self.is_blank(element.text):
            message = f"{self.dropped}the content of an element that is nil"
            self.report.error(path, "nil-with-content", message, "an empty element")

    def _actual(
        self, element: Element, declared: Contract, marks: Marks, path: Path, depth: int
    ) -> Contract | Unexpected | None:
        """The type of an element's value: the declared one, or a known one that stands for it; the element as
        it came, or None, if there is none.
        """
        if marks.type is None:
            return declared
        known = find_type(self, marks.type, declared)
        if known is not None and known.fits(declared):
            return known
        is_scalar = isinstance(declared.declared, Scalar)
        message = f"i:type says {said(marks.type)}"
        if known is None and not is_scalar:
            message = f"{self.refuses}no knowledge of any type {said(marks.type)}"
        expected = " or ".join(sorted(said(name) for name in declared.names)) or "no i:type"
        if known is None and not is_scalar:
            expected += ", or a known type that extends it"
        return self.unexpected(element, path, depth, "wrong-type", message, expected)

    def _check_size(self, element: Element, marks: Marks, contract: Contract, path: Path) -> None:
        if marks.size is None:
            return
        if contract.kind not in ("list", "dict"):
            message = "z:Size of what is no collection, which is not kept"
            self.report.warning(path, "wrong-size", message, "z:Size at collections only")
        elif marks.size.strip(" \t\r\n") != str(len(element)):
            message = f"z:Size={quoted(marks.size)} of {len(element):,} elements, which .NET may refuse"
            self.report.warning(path, "wrong-size", message, f"{len(element)}")
