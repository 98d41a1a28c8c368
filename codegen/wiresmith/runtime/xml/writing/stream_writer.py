"""``WriteObject(Stream)``: .NET's text XmlDictionaryWriter as the serializer drives it.

All attributes of a start tag stand before its declarations, which stand in the order they were made. Source:
XmlBaseWriter and its NamespaceManager.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from wiresmith.runtime.xml.writing.sink import Sink, WriterError
from wiresmith.values.namespaces import XML, XMLNS
from wiresmith.values.xml_text import escape_attribute, escape_stream

if TYPE_CHECKING:
    from wiresmith.description import QName


class StreamSink(Sink):
    """Writes the form of ``WriteObject(Stream)``."""

    __slots__ = ("_bindings", "_found", "_generated")

    def __init__(self) -> None:
        super().__init__()
        self._bindings: list[tuple[str, str]] = [("", "")]
        self._generated = 0
        self._found: dict[str, str | None] = {}
        """Prefixes that were looked up since the bindings changed."""

    def start(self, local: str, namespace: str, prefix: str | None = None) -> None:
        """See ``Sink``."""
        self._close_start_tag()
        outside = len(self._bindings)
        if prefix is None:
            prefix = self._lookup(namespace)
            if prefix is None:
                prefix = ""
                self._bind("", namespace, outside)
        elif self._namespace(prefix) != namespace:
            self._bind(prefix, namespace, outside)
        name = f"{prefix}:{local}" if prefix else local
        self._parts.append("<" + name)
        self._elements.append((name, outside))
        self._generated = 0
        self._open = True

    def end(self) -> None:
        """See ``Sink``."""
        name, outside = self._elements.pop()
        if self._open:
            self._declarations(outside)
            self._parts.append("/>")
            self._open = False
        else:
            self._parts.append(f"</{name}>")
        if len(self._bindings) > outside:
            del self._bindings[outside:]
            self._found.clear()

    def declare(self, namespace: str) -> None:
        """See ``Sink``. The empty namespace is declared as the default one."""
        if self._lookup(namespace) is None:
            self._generate(namespace)

    def declare_prefix(self, prefix: str, namespace: str) -> None:
        """See ``Sink``."""
        if self._namespace(prefix) != namespace:
            self._bind(prefix, namespace, self._elements[-1][1])

    def attribute(self, prefix: str, local: str, namespace: str, value: str) -> None:
        """See ``Sink``."""
        if not namespace:
            prefix = ""
        elif namespace == XML:
            prefix = "xml"
        elif not prefix:
            prefix = self._attribute_prefix(namespace) or self._generate(namespace)
        elif self._namespace(prefix) != namespace:
            self._bind(prefix, namespace, self._elements[-1][1])
        name = f"{prefix}:{local}" if prefix else local
        self._parts.append(f' {name}="{escape_attribute(_scalars(value))}"')

    def qualified(self, name: QName) -> str:
        """See ``Sink``."""
        prefix = self._lookup(name.namespace)
        if prefix is None:
            raise WriterError(f"no prefix stands for {name.namespace}")
        return f"{prefix}:{name.local}" if prefix else name.local

    def text(self, text: str) -> None:
        """See ``Sink``. Empty text is nothing: ``<A/>``."""
        if text:
            self._close_start_tag()
            self._parts.append(escape_stream(text))

    def _declarations(self, outside: int) -> None:
        for prefix, namespace in self._bindings[outside:]:
            name = f"xmlns:{prefix}" if prefix else "xmlns"
            self._parts.append(f' {name}="{escape_attribute(namespace)}"')

    def _generate(self, namespace: str) -> str:
        """Declare a namespace with the first letter that is not in scope, else with a prefix named after the
        depth.
        """
        outside = self._elements[-1][1]
        if not namespace:
            self._bind("", "", outside)
            return ""
        taken = {prefix for prefix, _ in self._bindings}
        prefix = next((letter for letter in string.ascii_lowercase if letter not in taken), None)
        while prefix is None or prefix in taken:
            prefix = f"d{len(self._elements)}p{self._generated}"
            self._generated += 1
        self._bind(prefix, namespace, outside)
        return prefix

    def _bind(self, prefix: str, namespace: str, outside: int) -> None:
        for known, bound in self._bindings[outside:]:
            if known == prefix:
                what = f"the prefix {prefix}" if prefix else "the default namespace"
                raise WriterError(f"{what} would be both {bound!r} and {namespace!r} in one tag")
        if prefix and not namespace:
            raise WriterError(f"the prefix {prefix} needs a namespace")
        if namespace in (XML, XMLNS):
            raise WriterError(f"{namespace} belongs to XML itself")
        self._bindings.append((prefix, namespace))
        self._found.clear()

    def _namespace(self, prefix: str) -> str | None:
        return next((bound for known, bound in reversed(self._bindings) if known == prefix), None)

    def _lookup(self, namespace: str) -> str | None:
        """The innermost prefix that is not shadowed."""
        try:
            return self._found[namespace]
        except KeyError:
            found = self._found[namespace] = self._search(namespace)
            return found

    def _search(self, namespace: str) -> str | None:
        for place in range(len(self._bindings) - 1, -1, -1):
            prefix, bound = self._bindings[place]
            if bound == namespace and not any(inner[0] == prefix for inner in self._bindings[place + 1 :]):
                return prefix
        return {XML: "xml", XMLNS: "xmlns"}.get(namespace)

    def _attribute_prefix(self, namespace: str) -> str | None:
        return next(
            (
                prefix
                for prefix, bound in reversed(self._bindings)
                if prefix and bound == namespace and self._namespace(prefix) == namespace
            ),
            None,
        )


def _scalars(text: str) -> str:
    """Text with U+FFFD in place of lone surrogates."""
    return (
        text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )
