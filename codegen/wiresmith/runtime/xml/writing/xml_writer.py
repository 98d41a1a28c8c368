"""``WriteObject(XmlWriter)``: .NET's XmlWellFormedWriter as the serializer drives it.

Explicit declarations and attributes stand in the order of the calls; what names used without a declaration
comes behind them, the last first. Source: XmlWellFormedWriter (namespace stack, PushNamespaceImplicit,
PushNamespaceExplicit, StartElementContent) and XmlWriterDelegator (prefixes ``d{depth}p{n}``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.xml.writing.sink import Sink, WriterError
from wiresmith.values.namespaces import XML, XMLNS
from wiresmith.values.xml_text import escape, escape_attribute

if TYPE_CHECKING:
    from wiresmith.description import QName

_IMPLIED, _CLOSER, _WRITTEN, _TO_WRITE = range(4)
"""The kinds of a binding in scope: one that repeats an outer one, one that repeats a closer one, one that was
declared, and one still to be declared.
"""


class XmlWriterSink(Sink):
    """Writes the XmlWriter form, compact; line breaks in texts become ``newline``."""

    __slots__ = ("_bindings", "_found", "_generated", "_newline", "_places")

    def __init__(self, newline: str = "\n") -> None:
        super().__init__()
        self._newline = newline
        self._bindings: list[tuple[str, str, int]] = [
            ("xmlns", XMLNS, _IMPLIED),
            ("xml", XML, _IMPLIED),
            ("", "", _IMPLIED),
        ]
        self._places: dict[str, list[int]] = {"xmlns": [0], "xml": [1], "": [2]}
        """The places where each prefix is bound, the innermost last."""
        self._generated = 1
        self._found: dict[str, str | None] = {}
        """Prefixes that were looked up since the bindings changed."""

    def start(self, local: str, namespace: str, prefix: str | None = None) -> None:
        """See ``Sink``. Raises WriterError for a prefix on a name without a namespace."""
        self._close_start_tag()
        if prefix is None:
            prefix = self._lookup(namespace) or ""
        elif not namespace:
            raise WriterError(f"the prefix {prefix} needs a namespace")
        name = f"{prefix}:{local}" if prefix else local
        self._parts.append("<" + name)
        self._elements.append((name, len(self._bindings)))
        self._bind_implicitly(prefix, namespace)
        self._generated = 1
        self._open = True

    def end(self) -> None:
        """See ``Sink``."""
        name, outside = self._elements.pop()
        if self._open:
            self._declarations(outside)
            self._parts.append(" />")
            self._open = False
        else:
            self._parts.append(f"</{name}>")
        while len(self._bindings) > outside:
            prefix, _, kind = self._bindings.pop()
            self._places[prefix].pop()
            if kind != _IMPLIED:
                self._found.clear()

    def declare(self, namespace: str) -> None:
        """See ``Sink``. The empty namespace is declared in any case, as the default one."""
        if not namespace:
            self._bind_explicitly("", "")
        elif self._lookup(namespace) is None:
            prefix = f"d{len(self._elements)}p{self._generated}"
            self._generated += 1
            self._bind_explicitly(prefix, namespace)

    def declare_prefix(self, prefix: str, namespace: str) -> None:
        """See ``Sink``."""
        self._bind_explicitly(prefix, namespace)

    def attribute(self, prefix: str, local: str, namespace: str, value: str) -> None:
        """See ``Sink``."""
        if not namespace:
            prefix = ""
        elif not prefix:
            prefix = self._lookup(namespace) or self._free_prefix()
        elif (bound := self._bound_here(prefix)) is not None and bound != namespace:
            prefix = self._free_prefix()
        if prefix:
            self._bind_implicitly(prefix, namespace)
            local = f"{prefix}:{local}"
        self._parts.append(f' {local}="{escape_attribute(value)}"')

    def qualified(self, name: QName) -> str:
        """See ``Sink``."""
        prefix = self._lookup(name.namespace) if name.namespace else ""
        if prefix is None:
            raise WriterError(f"no prefix stands for {name.namespace}")
        return f"{prefix}:{name.local}" if prefix else name.local

    def text(self, text: str) -> None:
        """See ``Sink``. Empty text counts: ``<A></A>``. Raises ValueError for a lone surrogate."""
        self._close_start_tag()
        self._parts.append(escape(text, self._newline, normalize=True))

    def _declarations(self, outside: int) -> None:
        for prefix, namespace, kind in self._bindings[: outside - 1 : -1]:
            if kind == _TO_WRITE:
                self._declaration(prefix, namespace)

    def _declaration(self, prefix: str, namespace: str) -> None:
        name = f"xmlns:{prefix}" if prefix else "xmlns"
        self._parts.append(f' {name}="{escape_attribute(namespace)}"')

    def _bind_implicitly(self, prefix: str, namespace: str) -> None:
        known = self._place(prefix)
        kind = _TO_WRITE
        if known is not None:
            bound = self._bindings[known][1]
            if known >= self._elements[-1][1]:
                self._same(prefix, bound, namespace)
                return
            if known < 2:
                self._same(prefix, bound, namespace)
            if bound == namespace:
                kind = _IMPLIED if self._found.get(namespace) == prefix else _CLOSER
        elif namespace in (XML, XMLNS):
            raise WriterError(f"{namespace} belongs to XML itself")
        self._bind(prefix, namespace, kind)

    def _bind_explicitly(self, prefix: str, namespace: str) -> None:
        known = self._place(prefix)
        if known is not None and known >= self._elements[-1][1]:
            self._same(prefix, self._bindings[known][1], namespace)
            if self._bindings[known][2] == _WRITTEN:
                raise WriterError(f"the prefix {prefix} would be declared twice in one tag")
            self._bindings[known] = (prefix, namespace, _WRITTEN)
        else:
            if namespace in (XML, XMLNS):
                raise WriterError(f"{namespace} belongs to XML itself")
            self._bind(prefix, namespace, _WRITTEN)
        self._declaration(prefix, namespace)

    def _bind(self, prefix: str, namespace: str, kind: int) -> None:
        self._places.setdefault(prefix, []).append(len(self._bindings))
        self._bindings.append((prefix, namespace, kind))
        if kind != _IMPLIED:
            self._found.clear()

    def _same(self, prefix: str, bound: str, namespace: str) -> None:
        if bound != namespace:
            what = f"the prefix {prefix}" if prefix else "the default namespace"
            raise WriterError(f"{what} would be both {bound!r} and {namespace!r} in one tag")

    def _place(self, prefix: str) -> int | None:
        places = self._places.get(prefix)
        return places[-1] if places else None

    def _bound_here(self, prefix: str) -> str | None:
        place = self._place(prefix)
        return self._bindings[place][1] if place is not None and place >= self._elements[-1][1] else None

    def _lookup(self, namespace: str) -> str | None:
        try:
            return self._found[namespace]
        except KeyError:
            found = self._found[namespace] = self._search(namespace)
            return found

    def _search(self, namespace: str) -> str | None:
        """The prefix of the innermost binding; None if it is shadowed, even where an outer one is not."""
        bindings = self._bindings
        for place in range(len(bindings) - 1, -1, -1):
            if bindings[place][1] == namespace:
                prefix = bindings[place][0]
                return prefix if self._places[prefix][-1] == place else None
        return None

    def _free_prefix(self) -> str:
        """A prefix for an attribute that came without one, named as those of declarations are."""
        while self._place(prefix := f"d{len(self._elements)}p{self._generated}") is not None:
            self._generated += 1
        self._generated += 1
        return prefix
