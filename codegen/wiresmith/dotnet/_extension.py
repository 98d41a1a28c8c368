"""Unknown elements of objects that keep them (IExtensibleDataObject): what is left of one when it is written
again.

It follows ReadExtensionDataValue: null loses its content, a text what is white space before it, a value of a
known simple type is read as one; elements are members of an unknown object, or items of an unknown list; only
an element with other attributes, or with text beside elements of no data contract, is kept as XML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import dropwhile
from typing import TYPE_CHECKING

from wiresmith.description import QName
from wiresmith.dotnet._enumerations import enum_of
from wiresmith.dotnet._refusal import Refused
from wiresmith.dotnet.scalar_reading import How, read_text
from wiresmith.runtime.findings import quoted
from wiresmith.values.namespaces import CONTRACTS, NIL, REFERENCE, SERIALIZATION, TYPE, XSI
from wiresmith.values.qnames import split_tag
from wiresmith.values.xml_elements import XmlElement

if TYPE_CHECKING:
    from wiresmith.dotnet._context import Context, Marks
    from wiresmith.dotnet._cursor import NodeKind

_SPACE = " \t\r\n"


@dataclass(slots=True)
class Node:
    """An element that nothing is known about, as it stands in the document; ``made`` is what is
    kept of it.
    """

    name: QName
    marks: Marks
    attributes: tuple[tuple[QName, str], ...]
    at: int
    content: list[tuple[NodeKind, str] | Node] = field(default_factory=list["tuple[NodeKind, str] | Node"])
    made: XmlElement | None = None

    @property
    def children(self) -> list[Node]:
        """The elements inside."""
        return [part for part in self.content if isinstance(part, Node)]


def read_unknown(context: Context) -> XmlElement:
    """The unknown element that the cursor is at. Raises Refused where .NET throws."""
    root = _read(context)
    nodes = _in_order(root)
    for node in nodes:  # outermost first, as .NET counts and meets them
        if node.marks.ref or node.marks.nil:
            node.content.clear()
        context.count(1)
    nodes = _in_order(root)
    _make_all(nodes, context)
    for node in nodes:
        _refer(node, context)
    if any(node.marks.ref for node in nodes):
        _make_all(nodes, context)
    assert root.made is not None
    return root.made


def _make_all(nodes: list[Node], context: Context) -> None:
    for node in reversed(nodes):
        if not node.marks.ref:
            node.made = _make(node, context)


def _refer(node: Node, context: Context) -> None:
    """Note an unknown element under its id; one that refers to another has the same content."""
    if not node.marks.ref:
        context.add(node.marks.id, node.made, None)
        return
    existing, contract = context.existing(node.marks.ref)
    if contract is None:
        if any(
            isinstance(part, XmlElement) for part in existing.content
        ):  # it could double with every reference
            message = f"z:Ref={quoted(node.marks.ref)} at an unknown element, to one with elements"
            raise _refused(node, "unknown-reference", message, "its content")
        node.made = XmlElement(node.name, existing.attributes, existing.content)
    else:
        node.made = XmlElement(node.name, ((split_tag(REFERENCE), node.marks.ref),))


def _in_order(root: Node) -> list[Node]:
    found: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(reversed(node.children))
    return found


def _read(context: Context) -> Node:
    """The element as it stands; goes behind it."""
    cursor = context.cursor
    stack: list[Node] = []
    while True:
        match cursor.kind:
            case "Element":
                node = _node(context)
                if stack:
                    stack[-1].content.append(node)
                stack.append(node)
            case "EndElement":
                node = stack.pop()
                if not stack:
                    cursor.read()
                    return node
            case "Comment" | "XmlDeclaration" | "None":
                pass
            case _:
                blank = not cursor.blank_text_is_content and not cursor.text().strip(_SPACE)
                stack[-1].content.append(("Whitespace" if blank else cursor.kind, cursor.text()))
        cursor.read()


def _node(context: Context) -> Node:
    cursor = context.cursor
    marks = context.marks()
    attributes = tuple(
        (attribute.name, cursor.attribute_text(attribute))
        for attribute in cursor.attributes
        if attribute.name.namespace not in (XSI, SERIALIZATION)
    )
    return Node(cursor.name, marks, attributes, cursor.at)


def _make(node: Node, context: Context) -> XmlElement:
    attributes: list[tuple[QName, str]] = []
    if node.marks.nil:
        return XmlElement(node.name, ((split_tag(NIL), "true"),))
    if node.marks.type is not None:
        attributes.append((split_tag(TYPE), str(node.marks.type)))
    contract = context.resolve(node.marks.type, None) if node.marks.type is not None else None
    content: tuple[str | XmlElement, ...]
    if contract is not None and contract.kind in ("object", "list", "dict", "offset"):
        content = _items(node) if contract.kind in ("list", "dict") else _members(node)
    elif contract is not None:
        content = _known(node, context)
    elif node.marks.size >= 0:
        content = _items(node)
    elif node.marks.unknown:
        attributes.extend(node.attributes)
        content = _as_xml(node)
    else:
        content = _plain(node)
    return XmlElement(node.name, tuple(attributes), content)


def _plain(node: Node) -> tuple[str | XmlElement, ...]:
    """The content of an element that says nothing about itself."""
    first = next((part for part in node.content if isinstance(part, Node) or not _is_blank(part)), None)
    if first is None:
        return ()
    if isinstance(first, Node):
        if not first.name.namespace.startswith(CONTRACTS) and any(
            isinstance(part, tuple) and part[0] in ("Text", "CDATA") for part in node.content
        ):
            return _as_xml(node)
        return _members(node)
    if first[0] != "Text":
        raise _refused(node, "stray-text", "a CDATA section", "text or elements")
    return (_text(node),)


def _known(node: Node, context: Context) -> tuple[str, ...]:
    """The content of an element whose type is a simple one."""
    contract = context.resolve(node.marks.type, None) if node.marks.type else None
    assert contract is not None
    text = _text(node)
    if contract.kind == "open":
        if text.strip(_SPACE):
            raise _refused(node, "stray-text", f"the text {quoted(text)}", "no content")
        return ()
    if contract.kind == "enum":
        try:
            enum_of(text, contract)
        except ValueError as error:
            raise _refused(node, "unknown-enum-value", str(error), f"a value of {contract.spelled}") from None
        return (text,) if text else ()
    kind = contract.scalar_kind
    if kind.xml_shape == "name":
        return (text,) if text else ()
    try:
        value = read_text(kind, text, How(context.machine, short=False, core=context.core))
    except Refused as refused:
        refused.at = node.at
        raise
    written = kind.text(value, "xml", "dotnet", "framework")
    return (written,) if written else ()


def _members(node: Node) -> tuple[XmlElement, ...]:
    """The elements inside, beside which there is no text."""
    stray = next((part for part in node.content if isinstance(part, tuple) and not _is_blank(part)), None)
    if stray is not None:
        raise _refused(node, "stray-text", f"the text {quoted(stray[1])} beside elements", "an element")
    return tuple(child.made for child in node.children if child.made is not None)


def _items(node: Node) -> tuple[XmlElement, ...]:
    """The elements of an unknown list, which are those named like the first."""
    members = _members(node)
    items = tuple(item for item in members if item.name == members[0].name)
    if 0 <= node.marks.size != len(items):
        raise _refused(
            node, "wrong-value", f"z:Size is {node.marks.size} of {len(items)} items", str(len(items))
        )
    return items


def _as_xml(node: Node) -> tuple[str | XmlElement, ...]:
    parts: list[str | XmlElement] = []
    for part in node.content:
        if isinstance(part, Node):
            if part.made is not None:
                parts.append(part.made)
        elif part[0] != "Whitespace":
            parts.append(part[1])
    return tuple(parts)


def _text(node: Node) -> str:
    """The text of an element without elements, from its first character that is no white space on."""
    if node.children:
        child = node.children[0].name.local
        raise _refused(
            node,
            "unexpected-element",
            f"element {quoted(child)} beside text",
            f"the end of {node.name.local}",
        )
    parts = (part for part in node.content if isinstance(part, tuple))
    return "".join(text for _, text in dropwhile(_is_blank, parts))


def _is_blank(part: tuple[NodeKind, str]) -> bool:
    return part[0] == "Whitespace"


def _refused(node: Node, code: str, message: str, expected: str) -> Refused:
    return Refused(code, message, expected, node.at)
