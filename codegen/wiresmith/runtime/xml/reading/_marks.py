"""The meaning of the attributes of a known element: null, a type, an identity, or nothing that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.description import QName
from wiresmith.runtime.findings import excerpt, quoted
from wiresmith.values.namespaces import IDENTITY, NIL, REFERENCE, SIZE, TYPE, XML
from wiresmith.values.qnames import split_tag

if TYPE_CHECKING:
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.xml.reading.document_texts import Document
    from wiresmith.runtime.xml.tree import Element


MOST = 100
"""The most attributes that are looked at: lxml takes quadratic time to list them."""

PREFIX_WORK = 20_000_000
"""The most namespace declarations in scope that are listed in all, to look prefixes up: some
seconds' worth.
"""


class Marks:
    """The attributes of one element.

    ``nil``, ``type`` (``i:type``), ``identity`` and ``reference`` (``z:Id`` and ``z:Ref``), ``size``
    (``z:Size``), and ``unknown``, the rest.
    """

    __slots__ = ("identity", "nil", "reference", "size", "type", "unknown")

    def __init__(self) -> None:
        self.nil = False
        self.type: QName | None = None
        self.identity: str | None = None
        self.reference: str | None = None
        self.size: str | None = None
        self.unknown: list[tuple[str, str]] = []


def read_marks(document: Document, element: Element, path: Path) -> Marks | None:
    """Read an element's attributes; None, with an error, where they make no sense."""
    marks = Marks()
    errors = document.report.errors
    for tag, value in attributes_of(document, element, path):
        if tag == NIL:
            marks.nil = _is_true(document, value, path)
        elif tag == TYPE and not value:
            message = "an i:type that says nothing, which is ignored"
            document.report.warning(path, "empty-type", message, "a type, or no i:type")
        elif tag == TYPE:
            marks.type = resolve(document, element, value, path, f"i:type={quoted(document.original(value))}")
        elif tag == IDENTITY:
            marks.identity = document.original(value)
        elif tag == REFERENCE:
            marks.reference = document.original(value)
        elif tag == SIZE:
            marks.size = value
        else:
            marks.unknown.append((tag, value))
    return marks if document.report.errors == errors else None


def note_unknown(document: Document, marks: Marks, path: Path) -> None:
    """Say which attributes of an element are not kept."""
    for tag, value in marks.unknown:
        shown = excerpt(split_tag(tag).local)
        message = f"the unknown attribute {shown}={quoted(document.original(value))}, which is not kept"
        document.report.warning(path, "unknown-attribute", message, "no attributes but i:nil and i:type")


def attributes_of(document: Document, element: Element, path: Path) -> list[tuple[str, str]]:
    """Names (in Clark notation) and values of an element's attributes; none, with an error, if it has too
    many.
    """
    count = len(element.attrib)
    if count <= MOST:
        return [(str(tag), str(value)) for tag, value in element.items()] if count else []
    document.report.error(path, "too-many-items", f"{count:,} attributes", f"at most {MOST}")
    return []


def resolve(document: Document, element: Element, value: str, path: Path, what: str) -> QName | None:
    """The name that a prefixed name means where an element stands.

    Args:
        document: takes the findings.
        element: knows the namespaces in scope.
        value: ``prefix:local``, or ``local`` in the default namespace.
        path: where it is.
        what: the name as a finding shows it.

    Returns:
        The name; None, with an error, if its prefix is not declared.
    """
    prefix, colon, local = value.strip(" \t\r\n").rpartition(":")
    declared = element.nsmap if document.prefix_work < PREFIX_WORK else {}
    document.prefix_work += len(declared)
    if document.prefix_work >= PREFIX_WORK:
        message = "too many namespace declarations in scope of names with prefixes"
        document.report.error(path, "too-many-namespaces", message, "namespaces declared where they are used")
        return None
    namespace = XML if prefix == "xml" else declared.get(prefix if colon else None, None if colon else "")
    if namespace is None:
        document.report.error(path, "unknown-prefix", what, "a prefix that is declared")
        return None
    return QName(document.original(local), document.original(namespace))


def _is_true(document: Document, value: str, path: Path) -> bool:
    word = value.strip(" \t\r\n")
    if word not in ("true", "1", "false", "0"):
        document.report.error(path, "wrong-nil", f"i:nil={quoted(value)}", "true, false, 1 or 0")
    return word in ("true", "1")
