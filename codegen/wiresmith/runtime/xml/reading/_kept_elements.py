"""Elements that a description does not know, kept as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path
from wiresmith.runtime.xml.reading._marks import PREFIX_WORK, attributes_of, resolve
from wiresmith.values.namespaces import IDENTITY, REFERENCE, TYPE
from wiresmith.values.qnames import local_name, split_tag
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from wiresmith.runtime.xml.reading.document_texts import Document
    from wiresmith.runtime.xml.tree import Element
    from wiresmith.values.qnames import QName


def is_tied(document: Document, element: Element) -> bool:
    """Does an element mean what it means only where it stands: by ``z:Id`` and ``z:Ref``, or by a declared
    prefix in a text?
    """
    for each in element.iter():
        if IDENTITY in each.attrib or REFERENCE in each.attrib:
            return True
        prefix, colon, _ = (each.text or "").strip(" \t\r\n").partition(":")
        if colon and not len(each):
            declared = each.nsmap if document.prefix_work < PREFIX_WORK else {prefix: ""}
            document.prefix_work += len(declared)
            if prefix in declared:
                return True
    return False


class Keeper:
    """Keeps the unknown elements of one document.

    Elements that are alike and hold nothing are one object: there may be millions.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: dict[str, QName] = {}
        self._empty: tuple[dict[str, XmlElement], dict[str, XmlElement]] = ({}, {})

    def leaf(self, element: Element) -> XmlElement | None:
        """An element that holds nothing but text; None for any other."""
        if len(element) or element.keys():
            return None
        tag, text = str(element.tag), element.text
        if text and text != self._document.mark:
            return XmlElement(self._name(tag), (), (self._document.original(text),))
        alike = self._empty[1 if text else 0]
        kept = alike.get(tag)
        if kept is None:
            kept = alike[tag] = XmlElement(self._name(tag), (), ("",) if text else ())
        return kept

    def keep(self, element: Element, path: Path, depth: int) -> XmlElement | None:
        """An element as it is; None, with an error, if it cannot be kept.

        White space between elements and prefixes are not part of it.
        """
        if self._document.too_deep(path, depth):
            return None
        kept = self.leaf(element)
        if kept is not None:
            return kept
        attributes = self._attributes(element, path)
        content = self._content(element, path, depth)
        if attributes is None or content is None:
            return None
        return XmlElement(self._name(str(element.tag)), attributes, content)

    def _name(self, tag: str) -> QName:
        name = self._names.get(tag)
        if name is None:
            name = split_tag(tag)
            name = self._names[tag] = type(name)(name.local, self._document.original(name.namespace))
        return name

    def _attributes(self, element: Element, path: Path) -> tuple[tuple[QName, str], ...] | None:
        document = self._document
        attributes: list[tuple[QName, str]] = []
        for tag, value in attributes_of(document, element, path):
            original = document.original(value)
            if tag == TYPE:
                name = resolve(document, element, value, path, f"i:type={quoted(original)}")
                if name is None:
                    return None
                original = str(name)
            elif tag in (IDENTITY, REFERENCE) and document.report.is_full:
                document.report.pass_over()
            elif tag in (IDENTITY, REFERENCE):
                what = f"{local_name(tag)}={quoted(original)} of an unknown element"
                message = (
                    f"z:{what}, which is kept as it is; "
                    "other objects may have this number when it is written again"
                )
                document.report.warning(path, "reference", message, "no references inside unknown elements")
            attributes.append((self._name(tag), original))
        return tuple(attributes)

    def _content(self, element: Element, path: Path, depth: int) -> tuple[str | XmlElement, ...] | None:
        document = self._document
        if not len(element):
            return (document.original(element.text),) if element.text else ()
        spaced = document.is_blank(element.text) and all(document.is_blank(child.tail) for child in element)
        content: list[str | XmlElement] = []
        seen: dict[str, int] = {}
        if not spaced and (text := document.original(element.text or "")):
            content.append(text)
        for child in element:
            local = local_name(str(child.tag))
            index = seen[local] = seen.get(local, 0) + 1
            kept = self.leaf(child) if depth < document.limits.depth else None
            if kept is None:
                kept = self.keep(child, Path(path, local, index), depth + 1)
            if kept is None:
                return None
            content.append(kept)
            if not spaced and (text := document.original(child.tail or "")):
                content.append(text)
        return tuple(content)
