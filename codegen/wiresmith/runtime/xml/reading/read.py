"""The exact reader: any valid XML form of a document to its value, or everything that is wrong with it.

It reads like a careful person rather than like .NET, and says where the two differ:

* an element out of contract order is read, with a warning (.NET drops its value silently, or refuses if it is required);
* an unknown element of an object, also one in a wrong namespace or in other letters, and one that stands a second time, is kept in
  ``_undeclared``, with a warning; in a list, dictionary or entry, where there is no place to keep it, it is an error;
* where any type may stand, an element whose ``i:type`` is not known, or that says no type, is kept as it is, with a warning;
* text between elements, and content under ``i:nil`` or ``z:Ref``, are errors;
* an attribute without a meaning is not kept, with a warning; ``i:type`` repeats the declared type or names a known one that may stand for it;
* white space between elements, comments, CDATA, prefixes and where namespaces are declared mean nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.plan.contract_names import contract_name, root_name, type_names
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path, Report, Stopped
from wiresmith.runtime.schema import DictType, EnumType, ListType, Nullable, ObjectType, Scalar
from wiresmith.runtime.xml.reading.attributes import note_unknown, read_marks
from wiresmith.runtime.xml.reading.containers import read_dict, read_list
from wiresmith.runtime.xml.reading.known_types import KnownTypes, stands_for
from wiresmith.runtime.xml.reading.objects import Plan, read_object
from wiresmith.runtime.xml.reading.open_values import box, read_open
from wiresmith.runtime.xml.reading.references import References
from wiresmith.runtime.xml.reading.simple import read_enum, read_scalar
from wiresmith.runtime.xml.reading.unknown import Keeper
from wiresmith.runtime.xml.reading.wording import said, spelled
from wiresmith.runtime.xml.tree import parse_tree
from wiresmith.values.qnames import local_name, split_tag

if TYPE_CHECKING:
    from wiresmith.runtime.findings import Finding
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.schema import QName, Schema, Type
    from wiresmith.runtime.xml.reading.attributes import Marks
    from wiresmith.runtime.xml.tree import Element, Tree


MOST = 1000
"""How many errors, and how many warnings, are listed; reading stops at that many errors."""


def read_xml(
    data: bytes, schema: Schema, type: Type, limits: Limits, *, partial: bool = False
) -> tuple[Any, list[Finding]]:
    """Read a document of a type that the schema knows.

    Args:
        data: the document; it may be hostile.
        schema: what ``type`` refers to.
        type: what the document is expected to hold; Nullable if a nil root is allowed.
        limits: how much is accepted.
        partial: return what could be read of a document with errors.

    Returns:
        The value, None if any finding is an error and it is not to be partial; and all findings, in the order of the document, with XPaths but (malformed
        documents aside) without lines. At most ``MOST`` errors and as many warnings are listed.

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
    reader = Reader(schema, type, limits, tree, report)
    tag = str(tree.root.tag)
    path = Path(None, local_name(tag))
    value = None
    try:
        if tag != str(root):
            message = f"the root element is {spelled(split_tag(reader.original(tag)))}"
            report.error(path, "wrong-root", message, spelled(root))
        else:
            value = reader.value(tree.root, type, path, 1)
    except Stopped:
        pass
    except RecursionError:
        message = "elements nest too deep for Python's recursion limit"
        report.error(path, "too-deep", message, "fewer levels, or a greater sys.setrecursionlimit()")
    return (None if report.errors and not partial else value), _closed(report)


def _closed(report: Report[Path]) -> list[Finding]:
    """The findings, with last ones that say if some were left out."""
    if report.stopped:
        report.close("error", f"{report.errors:,} errors; the rest of the document was not read")
    if left_out := report.left_out["warning"]:
        report.close("warning", f"{left_out:,} more warnings are not listed")
    return report.findings


class Reader:
    """One reading: walks elements along the schema. A value that comes with an error is None."""

    def __init__(
        self, schema: Schema, document: Type, limits: Limits, tree: Tree, report: Report[Path]
    ) -> None:
        self.schema = schema
        self.limits = limits
        self.controls = tree.controls
        self.mark = tree.mark
        self.report = report
        self.plans: dict[str, Plan] = {}
        self.enums: dict[str, dict[str, Any]] = {}
        self.known_types = KnownTypes(schema, document)
        self.references = References(self)
        self.keeper = Keeper(self)
        self.prefix_work = 0
        self._space = " \t\r\n" + tree.mark
        self.texts = schema.rules.texts
        whose = schema.rules.reader
        self.refuses = f"{whose} refuses: " if whose else ""
        """What a finding starts with where the dialect's own reader would throw; the others likewise."""
        self.dropped = f"dropped silently by {whose}: " if whose else ""
        self.kept = f"kept by {whose} as extension data: " if whose else ""
        self.taken_for_unknown = f"taken for extension data by {whose}, its member lost: " if whose else ""

    def value(self, element: Element, declared: Type, path: Path, depth: int) -> Any:
        """The value of an element of the declared type."""
        if self.too_deep(path, depth):
            return None
        nullable = False
        while isinstance(declared, Nullable):
            declared, nullable = declared.type, True
        is_open = (
            isinstance(declared, Scalar) and declared.kind == "any" and self.schema.rules.any_says_its_type
        )
        marks = None
        if element.attrib:
            marks = read_marks(self, element, path)
            if marks is None:
                return None
            if marks.reference is not None:
                return self._referred(element, marks, declared, path, is_open=is_open)
            if marks.nil:
                return self._null(element, marks, path, allowed=nullable or is_open)
        if is_open:
            return read_open(self, element, marks, path, depth)
        if marks is not None:
            actual = self._actual(declared, marks, path)
            if actual is None:
                return None
            declared = actual
        # The serializer is given the root as an object, so that even a struct has an identity.
        return self.content(element, declared, marks, path, depth, boxed=path.parent is None)

    def content(
        self,
        element: Element,
        type_: Type,
        marks: Marks | None,
        path: Path,
        depth: int,
        *,
        boxed: bool = False,
    ) -> Any:
        """The value of an element that is known to be of this type, neither Nullable nor nil nor a reference.

        ``boxed``: where it stands, any type may.
        """
        if marks is not None and marks.unknown:
            note_unknown(self, marks, path)
        assert not isinstance(type_, Nullable)
        named = None
        if not isinstance(type_, Scalar | ListType | DictType):
            named = self.schema.by_name[type_.name]
        if isinstance(type_, Scalar):
            value = read_scalar(self, element, type_, path, depth)
        elif isinstance(named, EnumType):
            value = read_enum(self, element, named, path)
        else:
            return self._compound(element, type_, named, marks, path, depth, boxed=boxed)
        if value is not None:
            self.references.define(marks, value, type_, path, boxed=boxed)
        return value

    def _compound(
        self,
        element: Element,
        type_: Type,
        named: ObjectType | None,
        marks: Marks | None,
        path: Path,
        depth: int,
        *,
        boxed: bool,
    ) -> Any:
        """What consists of elements. It can be referred to as soon as it is open, and makes types known inside."""
        assert not isinstance(type_, Nullable | Scalar)
        value: Any
        if named is not None:
            value = object.__new__(named.cls)
        else:
            value = {} if isinstance(type_, DictType) and not type_.pairs else []
        if marks is not None:
            self.references.define(marks, value, type_, path, boxed=boxed)
            self._check_size(element, marks, type_, path)
        entered = self.known_types.enter(type_)
        if named is not None:
            read_object(self, element, named, path, depth, value)
        elif isinstance(type_, ListType):
            read_list(self, element, type_, path, depth, value)
        elif isinstance(type_, DictType):
            read_dict(self, element, type_, path, depth, value)
        if entered:
            self.known_types.leave()
        return value

    def boxed(self, marks: Marks | None, type_: Type, value: Any) -> Any:
        """A value where ``any`` is declared; references to it there give this very object again."""
        identified = self.references.found(marks.identity) if marks and marks.identity is not None else None
        if identified is None:
            return box(type_, value, self)
        if identified.boxed is None:
            identified.boxed = box(type_, value, self)
        return identified.boxed

    def _referred(self, element: Element, marks: Marks, declared: Type, path: Path, *, is_open: bool) -> Any:
        assert marks.reference is not None
        note_unknown(self, marks, path)
        identified = self.references.follow(element, marks.reference, declared, path)
        if identified is None:
            return None
        if not is_open:
            return identified.value
        if identified.boxed is None:
            identified.boxed = box(identified.type, identified.value, self)
        return identified.boxed

    def _null(self, element: Element, marks: Marks, path: Path, *, allowed: bool) -> None:
        note_unknown(self, marks, path)
        if not allowed:
            self.report.error(path, "null", 'null (i:nil="true")', "a value: this may not be null")
        if len(element) or not self.is_blank(element.text):
            message = f"{self.dropped}the content of an element that is nil"
            self.report.error(path, "nil-with-content", message, "an empty element")

    def _actual(self, declared: Type, marks: Marks, path: Path) -> Type | None:
        """The type of an element's value: the declared one, or a known one that stands for it; None, with an error, if there is none."""
        if marks.type is None:
            return declared
        known = self.known_types.find(marks.type, declared)
        if known is not None and stands_for(known, declared, self.schema):
            return known
        message = f"i:type says {said(marks.type)}"
        if known is None and not isinstance(declared, Scalar):
            message = f"{self.refuses}no knowledge of any type {said(marks.type)}"
        names = type_names(declared, self.schema)
        expected = " or ".join(sorted(said(name) for name in names)) or "no i:type"
        if known is None and not isinstance(declared, Scalar):
            expected += ", or a known type that extends it"
        self.report.error(path, "wrong-type", message, expected)
        return None

    def _check_size(self, element: Element, marks: Marks, type_: Type, path: Path) -> None:
        if marks.size is None:
            return
        if not isinstance(type_, ListType | DictType):
            message = "z:Size of what is no collection, which is not kept"
            self.report.warning(path, "wrong-size", message, "z:Size at collections only")
        elif marks.size.strip(" \t\r\n") != str(len(element)):
            message = f"z:Size={quoted(marks.size)} of {len(element):,} elements, which .NET may refuse"
            self.report.warning(path, "wrong-size", message, f"{len(element)}")

    def name_of(self, type_: Type) -> str:
        """A type as it is shown to people."""
        name = contract_name(type_, self.schema)
        return said(name) if name else "a collection"

    def too_deep(self, path: Path, depth: int) -> bool:
        """Whether elements nest deeper here than allowed, which is then noted."""
        if depth <= self.limits.depth:
            return False
        self.report.error(path, "too-deep", "elements nest too deep", f"at most {self.limits.depth:,} levels")
        return True

    def original(self, text: str) -> str:
        """Text as it is in the document: control characters are back, marks of empty elements are gone."""
        if self.mark and self.mark in text:
            text = text.replace(self.mark, "")
        return text.translate(self.controls) if self.controls else text

    def is_blank(self, text: str | None) -> bool:
        """Whether there is nothing but XML white space."""
        return not text or not text.strip(self._space)

    def no_text(self, text: str | None, path: Path) -> None:
        """Note text beside elements, where only white space may be."""
        if text and text.strip(self._space):
            shown = quoted(self.original(text.strip()))
            self.report.error(path, "stray-text", f"the text {shown} between elements", "elements only")

    def text(self, element: Element, path: Path) -> str | None:
        """The text of an element; None if it holds elements, which is noted."""
        if len(element):
            inner = split_tag(str(element[0].tag))
            self.report.error(
                path, "unexpected-element", f"the element {spelled(inner)} inside a simple value", "text"
            )
            return None
        text = element.text or ""
        if len(text) > self.limits.text:
            self.report.error(
                path, "text-too-long", f"a text of {len(text):,} characters", f"at most {self.limits.text:,}"
            )
            return None
        return self.original(text)

    def refuse_unknown(self, child: Element, path: Path, expected: QName) -> None:
        """Note an element that has no meaning and no place to be kept."""
        message = f"{self.dropped}the unknown element {spelled(split_tag(str(child.tag)))}"
        self.report.error(path, "unknown-element", message, spelled(expected))
