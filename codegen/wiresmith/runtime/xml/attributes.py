"""What the attributes of a known element say: null, the declared type, or nothing that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import excerpt, quoted
from wiresmith.runtime.xml.namespaces import NIL, REFERENCE, TYPE, spelled, split_tag, type_names
from wiresmith.runtime.xml.tree import is_blank

if TYPE_CHECKING:
    from wiresmith.runtime.schema import QName, Type
    from wiresmith.runtime.xml.read import Reader
    from wiresmith.runtime.xml.report import Path
    from wiresmith.runtime.xml.tree import Element


MOST = 100
"""How many attributes are looked at: lxml takes quadratic time to list them."""


def reads_as_null(
    reader: Reader, element: Element, declared: Type | None, nullable: bool, path: Path
) -> bool:
    """Check an element's attributes; whether there is nothing further to read in it.

    That is so where it is nil, rightly or not, and where it only refers to another element.

    Args:
        reader: takes the findings.
        element: one with attributes.
        declared: its type, not Nullable; None for an entry of a dictionary, which has no type of its own.
        nullable: whether nil is allowed.
        path: where it is.
    """
    nil = False
    for tag, value in attributes_of(reader, element, path):
        if tag == NIL:
            nil = _is_true(reader, value, path)
        elif tag == TYPE:
            _check_type(reader, element, value, declared, path)
        elif tag == REFERENCE:
            message = f"a reference to another element ({excerpt(value)})"
            reader.report.error(path, "reference", message, "the value itself; references are not read")
            return True
        else:
            shown = excerpt(split_tag(tag).local)
            message = f"the unknown attribute {shown}={quoted(reader.original(value))}, which is not kept"
            reader.report.warning(path, "unknown-attribute", message, "no attributes but i:nil")
    if not nil:
        return False
    if not nullable:
        reader.report.error(path, "null", 'null (i:nil="true")', "a value: this may not be null")
    if len(element) or not is_blank(element.text):
        reader.report.error(
            path, "nil-with-content", "an element that is nil and has content", "an empty element"
        )
    return True


def attributes_of(reader: Reader, element: Element, path: Path) -> list[tuple[str, str]]:
    """Names (in Clark notation) and values of an element's attributes; none, with an error, if it has too many."""
    count = len(element.attrib)
    if count <= MOST:
        return [(str(tag), str(value)) for tag, value in element.items()] if count else []
    reader.report.error(path, "too-many-items", f"{count:,} attributes", f"at most {MOST}")
    return []


def resolve(element: Element, value: str) -> QName | None:
    """The name that a prefixed name in an attribute's value means; None if its prefix is not declared."""
    prefix, colon, local = value.strip(" \t\r\n").rpartition(":")
    namespace = element.nsmap.get(prefix if colon else None, None if colon else "")
    return None if namespace is None else split_tag(f"{{{namespace}}}{local}")


def _is_true(reader: Reader, value: str, path: Path) -> bool:
    word = value.strip(" \t\r\n")
    if word not in ("true", "1", "false", "0"):
        reader.report.error(path, "wrong-nil", f"i:nil={quoted(value)}", "true, false, 1 or 0")
    return word in ("true", "1")


def _check_type(reader: Reader, element: Element, value: str, declared: Type | None, path: Path) -> None:
    names = type_names(declared, reader.schema) if declared is not None else frozenset[QName]()
    name = resolve(element, value)
    if name is None:
        reader.report.error(path, "unknown-prefix", f"i:type={quoted(value)}", "a prefix that is declared")
    elif name not in names:
        expected = " or ".join(sorted(spelled(known) for known in names)) or "no i:type"
        message = f"i:type says {spelled(name)}"
        reader.report.error(path, "wrong-type", message, expected.replace("<", "").replace(">", ""))
