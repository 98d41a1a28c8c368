"""XSD files as text in which only what they mean is left."""

from __future__ import annotations

from lxml import etree

_XS = "{http://www.w3.org/2001/XMLSchema}"


def canonical(data: bytes) -> tuple[str | None, str]:
    """A schema's namespace, and its text: without prefixes, layout, schemaLocation and the order of its
    components.
    """
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    components = sorted("".join(_lines(component, 1)) for component in root)
    return root.get("targetNamespace"), _start(root) + "".join(components)


def _lines(element: etree._Element, depth: int) -> list[str]:
    lines = ["  " * depth + _start(element)]
    for child in element:
        lines += _lines(child, depth + 1)
    return lines


def _start(element: etree._Element) -> str:
    tag = str(element.tag)
    attributes = {
        str(name): _expanded(element, str(value))
        if tag.startswith(_XS) and name in ("type", "base", "ref")
        else str(value)
        for name, value in element.attrib.items()
        if name != "schemaLocation"
    }
    return f"{tag} {sorted(attributes.items())} {(element.text or '').strip()}\n"


def _expanded(element: etree._Element, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None, '')}}}{local}"
