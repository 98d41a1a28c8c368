"""Writing what a description does not know: unknown elements at their places, absent members left out.

In the XmlWriter form, as .NET does for ``IExtensibleDataObject``: whatever prefix an unknown element came with, its namespace goes
out as the default one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiresmith.runtime.undeclared import Undeclared, XmlElement, dropping
from wiresmith.runtime.xml.namespaces import TYPE, XSI, split_tag
from wiresmith.runtime.xml.text import escape, escape_attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiresmith.runtime.schema import QName

_XML = "http://www.w3.org/XML/1998/namespace"
_TAG = re.compile("<(/?)([^ />]+)([^>]*)>")


@dataclass(frozen=True, slots=True)
class Scope:
    """What prefixes mean where elements are written.

    ``bindings`` are pairs of prefix (``""`` for the default namespace) and namespace, the innermost last; one that is not listed is not
    used. ``depth`` is that of the elements to write, the root being 1: generated prefixes are named after it.
    """

    bindings: tuple[tuple[str, str], ...] = (("i", XSI),)
    depth: int = 2

    def namespace(self, prefix: str) -> str:
        """What a prefix is bound to; ``""`` if to nothing."""
        return next((bound for known, bound in reversed(self.bindings) if known == prefix), "")

    def prefix(self, namespace: str, *, attribute: bool = False) -> str | None:
        """The innermost prefix of a namespace that is not shadowed; None if there is none."""
        if namespace == _XML:
            return "xml"
        if not namespace and (attribute or not self.namespace("")):
            return ""
        for prefix, bound in reversed(self.bindings):
            if bound == namespace and self.namespace(prefix) == namespace and (prefix or not attribute):
                return prefix
        return None

    def binding(self, prefix: str, namespace: str) -> Scope:
        """The scope with one more binding."""
        return Scope((*self.bindings, (prefix, namespace)), self.depth)


def render(element: XmlElement, scope: Scope) -> str:
    """Write an unknown element in the compact XmlWriter form.

    Raises:
        ValueError: for text that XML cannot hold, or an ``i:type`` without a namespace where there is a default one.
    """
    prefix = scope.prefix(element.name.namespace)
    automatic: list[str] = []
    if prefix is None:
        prefix = ""
        automatic.append(_declaration("", element.name.namespace))
        scope = scope.binding("", element.name.namespace)
    parts: list[str] = []
    generated = 0
    for name, value in element.attributes:
        if str(name) == TYPE:
            value, declared, scope = _type_value(split_tag(value), scope, generated + 1)
            generated += bool(declared)
            parts.append(declared)
        attribute_prefix = scope.prefix(name.namespace, attribute=True)
        if attribute_prefix is None:
            generated += 1
            while scope.namespace(fresh := f"d{scope.depth}p{generated}"):
                generated += 1
            attribute_prefix = fresh
            automatic.append(_declaration(fresh, name.namespace))
            scope = scope.binding(fresh, name.namespace)
        parts.append(f' {_prefixed(attribute_prefix, name.local)}="{escape_attribute(value)}"')
    # XmlWriter adds the declarations it was not asked for at the end, the last one first.
    start = _prefixed(prefix, element.name.local) + "".join(parts) + "".join(reversed(automatic))
    if not element.content:
        return f"<{start} />"
    inner = Scope(scope.bindings, scope.depth + 1)
    content = "".join(
        escape(part) if isinstance(part, str) else render(part, inner) for part in element.content
    )
    return f"<{start}>{content}</{_prefixed(prefix, element.name.local)}>"


def insert(children: str, undeclared: Undeclared, members: Sequence[tuple[str, str]], scope: Scope) -> str:
    """Put an object's unknown elements among its members, and take out those that its document did not have.

    A member that was absent stays, if it has got a value since.

    Args:
        children: the elements of the members that are written, compact, in contract order.
        undeclared: what the object has and lacks beyond its class.
        members: attribute and local element name of every member, in contract order.
        scope: that of the children.

    Returns:
        The new content of the object's element.

    Raises:
        ValueError: there are unknown JSON members and they are not to be dropped, or ``render`` cannot write an element.
    """
    if undeclared.unknown_json and not dropping.get():
        raise ValueError("has unknown members that were read from JSON")
    kept: list[str] = []
    remaining = iter(members)
    for local, is_nil, text in top_elements(children):
        attribute = next((attribute for attribute, name in remaining if name == local), None)
        if not (is_nil and attribute in undeclared.absent):
            kept.append(text)
    pieces: list[str] = []
    written = 0
    for position, element in undeclared.unknown_xml:
        pieces.extend(kept[written:position])
        written = max(written, min(position, len(kept)))
        pieces.append(render(element, scope))
    return "".join([*pieces, *kept[written:]])


def top_elements(children: str) -> list[tuple[str, bool, str]]:
    """Local name, whether it is nil, and text of each outermost element of compact content."""
    elements: list[tuple[str, bool, str]] = []
    depth = start = 0
    name, is_nil = "", False
    for tag in _TAG.finditer(children):
        end, qualified, rest = tag.groups()
        if not end:
            if depth == 0:
                start = tag.start()
                name = qualified.rpartition(":")[2]
                is_nil = ' i:nil="true"' in rest
            depth += not rest.endswith("/")
        else:
            depth -= 1
        if depth == 0:
            elements.append((name, is_nil, children[start : tag.end()]))
    return elements


def _type_value(name: QName, scope: Scope, number: int) -> tuple[str, str, Scope]:
    """The value of ``i:type``, the declaration it needs before it (or ``""``), and the scope with that."""
    prefix = scope.prefix(name.namespace)
    if prefix is not None:
        return _prefixed(prefix, name.local), "", scope
    if not name.namespace:
        raise ValueError(
            f"i:type {name.local} has no namespace and cannot be written where there is a default one"
        )
    while scope.namespace(fresh := f"d{scope.depth}p{number}"):
        number += 1
    return (
        _prefixed(fresh, name.local),
        _declaration(fresh, name.namespace),
        scope.binding(fresh, name.namespace),
    )


def _prefixed(prefix: str, local: str) -> str:
    return f"{prefix}:{local}" if prefix else local


def _declaration(prefix: str, namespace: str) -> str:
    return f' xmlns{":" + prefix if prefix else ""}="{escape_attribute(namespace)}"'
