"""A forward-only reader of XML, as .NET's XmlReader is one: a current node, and methods that move on.

What the two readers of .NET have in common; ``TextReader`` and ``CreatedReader`` know how nodes are spelled.
Nothing behind the current node has been looked at. An empty element is two nodes, as the serializer's
XmlReaderDelegator makes it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal, NamedTuple

from wiresmith.description import QName
from wiresmith.dotnet._refusal import Refused
from wiresmith.runtime.findings import excerpt, quoted
from wiresmith.values.namespaces import XML, XMLNS

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits

NodeKind = Literal[
    "None", "XmlDeclaration", "Comment", "Whitespace", "Text", "CDATA", "Element", "EndElement"
]
"""``None``: before the first node, and behind the last."""


_NAME = re.compile(rb"[A-Za-z_\x80-\xff][A-Za-z0-9_.\-\x80-\xff]*")
_SPACES = re.compile(rb"[ \t\r\n]*")
_PLAIN = re.compile(
    rb"(?:([A-Za-z_][A-Za-z0-9_.\-]*):)?([A-Za-z_][A-Za-z0-9_.\-]*)(/?)>"
)  # a tag without attributes
_PRIMARY = frozenset({"Element", "EndElement"})


class Attribute(NamedTuple):
    """An attribute as it is spelled; ``value`` is decoded when it is asked for."""

    name: QName
    value: bytes


class Cursor(ABC):
    """One reading of one document.

    Attributes:
        kind: of the current node.
        name: of the current element, also at its end.
        attributes: of the current element, without namespace declarations.
        atomic: whether the last content read was one text with a tag behind it.

    Every method raises Refused where .NET throws.
    """

    blank_text_is_content = False
    """Whether text of white space only counts as content between elements."""

    def __init__(self, utf8: bytes, limits: Limits, max_depth: int | None = None) -> None:
        self.data: bytes = utf8
        self.at: int = 0
        self.kind: NodeKind = "None"
        self.name: QName = QName("")
        self.attributes: list[Attribute] = []
        self.atomic = False
        self.open: list[tuple[bytes, QName, tuple[str, ...]]] = []
        self._limits = limits
        self._max_depth = max_depth
        self._bindings: dict[str, list[str]] = {"": [""], "xml": [XML]}
        self._empty = False
        self._leaving = False
        self._elements = 0
        self._started = False
        self._rooted = False

    # --- what the serializer does ---

    def read(self) -> bool:
        """Go to the next node; False behind the last."""
        if self._empty:
            self._empty = False
            self.kind = "EndElement"
            self._leaving = True
            return True
        if self._leaving:
            self._leaving = False
            self._leave()
        self.attributes = []
        found = self._next()
        self._started = True
        return found

    @abstractmethod
    def text(self) -> str:
        """The text of the current node (Text, CDATA or Whitespace)."""

    @abstractmethod
    def attribute_text(self, attribute: Attribute) -> str:
        """The value of an attribute."""

    @abstractmethod
    def _next(self) -> bool:
        """Go on to the next node; whether there is one."""

    def move_to_content(self) -> NodeKind:
        """Go on to an element, an end, text or the end of the document, unless it is here."""
        while True:
            if self.kind in _PRIMARY:
                return self.kind
            if self.kind in ("Text", "CDATA") and (
                self.blank_text_is_content or self.text().strip(" \t\r\n")
            ):
                return self.kind
            if not self.read():
                return self.kind

    def is_start(self) -> bool:
        """Whether an element begins here, but for what is no content."""
        return (self.kind if self.kind in _PRIMARY else self.move_to_content()) == "Element"

    def skip(self) -> None:
        """Go behind the current element."""
        depth = len(self.open)
        while self.read() and not (self.kind == "EndElement" and len(self.open) == depth):
            pass
        self.read()

    def read_end(self) -> None:
        """Go behind the end of the current element, which must be here."""
        if self.move_to_content() != "EndElement":
            inside = self.open[: -1 if self.kind == "Element" else None]
            owner = inside[-1][1] if inside else QName("")
            raise self.refused(
                "unexpected-element" if self.kind == "Element" else "stray-text",
                f"{self.described()} where element {quoted(owner.local)} should end",
                f"the end of {owner.local}",
            )
        self.read()

    def content(self) -> str:
        """The text up to the next tag, comments left out; the cursor is at that tag then."""
        parts: list[str] = []
        nodes = 0
        while self.kind not in _PRIMARY and self.kind != "None":
            if self.kind != "Comment":
                parts.append(self.text())
                self.atomic = nodes == 0 and self.kind == "Text" and self._tag_follows()
            nodes += 1
            if not self.read():
                break
        self.atomic = self.atomic and nodes == 1
        return joined("".join(parts))

    def element_content(self) -> str:
        """The text of the current element, which must hold nothing else; goes behind it."""
        self.read()
        text = self.content()
        self.read_end()
        return text

    def namespace(self, prefix: str) -> str | None:
        """The namespace that a prefix is bound to here."""
        bound = self._bindings.get(prefix)
        return bound[-1] if bound else XMLNS if prefix == "xmlns" else None

    # --- for the two ways of spelling ---

    def refused(self, code: str, message: str, expected: str = "", at: int | None = None) -> Refused:
        """A refusal at this place."""
        return Refused(code, message, expected, self.at if at is None else at)

    def malformed(self, message: str, expected: str = "well-formed XML", at: int | None = None) -> Refused:
        """A refusal of something that is not XML."""
        return self.refused("not-xml", message, expected, at)

    def described(self) -> str:
        """The current node, to be shown."""
        if self.kind in _PRIMARY:
            what = "element" if self.kind == "Element" else "end of element"
            space = f" from namespace {quoted(self.name.namespace)}" if self.name.namespace else ""
            return f"{what} {quoted(self.name.local)}{space}"
        if self.kind in ("Text", "CDATA"):
            return f"the text {quoted(self.text())}"
        return "the end of the document"

    def path(self) -> str:
        """The XPath of the innermost open element, with local names."""
        shown = [name.local for _, name, _ in self.open[:100]]
        return "/" + "/".join(shown) if shown else ""

    def _tag_follows(self) -> bool:
        return self.data[self.at : self.at + 1] == b"<" and self.data[self.at + 1 : self.at + 2] != b"!"

    def _peek(self) -> bytes:
        if self.at >= len(self.data):
            raise self._unexpected_end()
        return self.data[self.at : self.at + 1]

    def _unexpected_end(self) -> Refused:
        names = ", ".join(excerpt(name.local) for _, name, _ in reversed(self.open[-5:]))
        expected = f"the end of {names}" if names else "an element"
        return self.malformed("an unexpected end of the document", expected)

    def _skip_space(self) -> bool:
        match = _SPACES.match(self.data, self.at)
        assert match is not None
        self.at = match.end()
        return match.end() > match.start()

    def _expect(self, token: bytes) -> None:
        if not self.data.startswith(token, self.at):
            self._peek()
            found = self.data[self.at : self.at + len(token)].decode("utf-8", "replace")
            raise self.malformed(f"{quoted(found)} where {quoted(token.decode())} should be", token.decode())
        self.at += len(token)

    def _ncname(self) -> str:
        self._peek()
        match = _NAME.match(self.data, self.at)
        if match is None:
            found = self.data[self.at : self.at + 1].decode("utf-8", "replace")
            raise self.malformed(f"{quoted(found)} where a name should begin", "a letter or _")
        self.at = match.end()
        if len(match[0]) > self._limits.text:
            raise self.refused("text-too-long", "a name is too long")
        if match[0].isascii():
            return match[0].decode()
        if not is_name(match[0]):
            shown = quoted(match[0].decode("utf-8", "replace"))
            raise self.malformed(f"{shown} is no name", "a name of XML 1.0", match.start())
        return match[0].decode()

    def _qualified(self) -> tuple[str, str]:
        first = self._ncname()
        if self.data[self.at : self.at + 1] != b":":
            return "", first
        self.at += 1
        return first, self._ncname()

    def _start_tag(self) -> None:
        """The start tag whose ``<`` is behind us."""
        if not self.open:
            if self._rooted:
                raise self.malformed("a second root element", "nothing but comments and white space")
            self._rooted = True
        self._count_element()
        self.kind = "Element"
        plain = _PLAIN.match(self.data, self.at)
        if plain is not None and plain.end() - self.at <= self._limits.text:
            raw = self.data[self.at : plain.end(2)]
            self.at = plain.end()
            prefix, local = (plain[1] or b"").decode(), plain[2].decode()
            self.name = QName(local, self._bound(prefix))
            self.open.append((raw, self.name, ()))
            self._empty = bool(plain[3])
            return
        self._tag_with_attributes()

    def _tag_with_attributes(self) -> None:
        start = self.at
        prefix, local = self._qualified()
        raw = self.data[start : self.at]
        spelled: list[tuple[str, str, bytes]] = []
        spaced = self._skip_space()
        while self._peek() not in (b">", b"/"):
            if not spaced:
                raise self.malformed("no white space before an attribute", "white space, > or />")
            spelled.append(self._attribute())
            spaced = self._skip_space()
        declared = self._declare(spelled)
        self.name = QName(local, self._bound(prefix))
        self._resolve(spelled)
        self.open.append((raw, self.name, declared))
        self._empty = self._peek() == b"/"
        self._expect(b"/>" if self._empty else b">")

    def _count_element(self) -> None:
        depth = len(self.open) + 1
        if self._max_depth is not None and depth > self._max_depth:
            raise self.refused("too-deep", "elements nest too deep", f"at most {self._max_depth:,} levels")
        if depth > self._limits.depth:
            raise self.refused("too-deep", "elements nest too deep", f"at most {self._limits.depth:,} levels")
        self._elements += 1
        if self._elements > self._limits.items:
            raise self.refused("too-many-items", "too many elements", f"at most {self._limits.items:,}")

    def _attribute(self) -> tuple[str, str, bytes]:
        prefix, local = self._qualified()
        self._skip_space()
        self._peek()
        self._expect(b"=")
        self._skip_space()
        quote = self._peek()
        if quote not in (b'"', b"'"):
            raise self.malformed("an attribute's value without quotes", "a value in quotes")
        self.at += 1
        start = self.at
        end = self._attribute_end(quote)
        if end - start > self._limits.text:
            raise self.refused("text-too-long", "the value of an attribute is too long")
        self.at = end + 1
        return prefix, local, self.data[start:end]

    @abstractmethod
    def _attribute_end(self, quote: bytes) -> int:
        """The place where the value that begins here ends."""

    def _declare(self, spelled: list[tuple[str, str, bytes]]) -> tuple[str, ...]:
        declared: dict[str, None] = {}
        for prefix, local, value in spelled:
            if prefix == "xmlns" or (not prefix and local == "xmlns"):
                bound = local if prefix else ""
                uri = self.attribute_text(Attribute(QName(local), value))
                self._check_binding(bound, uri)
                if bound in declared:
                    raise self.malformed(f"a second declaration of the prefix {quoted(bound)}", "one")
                declared[bound] = None
                self._bindings.setdefault(bound, []).append(uri)
        return tuple(declared)

    def _check_binding(self, prefix: str, uri: str) -> None:
        if prefix and not uri:
            raise self.malformed(f"the prefix {quoted(prefix)} bound to no namespace", "a namespace")
        if (prefix == "xml" and uri != XML) or (prefix == "xmlns" and uri != XMLNS):
            raise self.malformed(f"the prefix {prefix} bound to {quoted(uri)}", "its own namespace")

    def _bound(self, prefix: str) -> str:
        bound = self.namespace(prefix)
        if bound is None or prefix == "xmlns":
            raise self.malformed(f"the prefix {quoted(prefix)} is not declared", f"xmlns:{excerpt(prefix)}")
        return bound

    def _resolve(self, spelled: list[tuple[str, str, bytes]]) -> None:
        seen: set[tuple[str, str]] = set()
        for prefix, local, value in spelled:
            if prefix == "xmlns" or (not prefix and local == "xmlns"):
                continue
            namespace = self._bound(prefix) if prefix else ""
            if (local, namespace) in seen:
                raise self.malformed(f"a second attribute {quoted(local)}", "one")
            seen.add((local, namespace))
            self.attributes.append(Attribute(QName(local, namespace), value))

    def _end_tag(self) -> None:
        """The end tag whose ``</`` is behind us."""
        if not self.open:
            raise self.malformed("an end tag without its start tag", "an element")
        raw, name, _ = self.open[-1]
        if not self.data.startswith(raw, self.at):
            found = _SPACES.split(self.data[self.at : self.at + 200].split(b">")[0])[0]
            ending = quoted(found.decode("utf-8", "replace"))
            message = f"the start tag {quoted(name.local)} and the end tag {ending}"
            raise self.malformed(message, f"</{excerpt(raw.decode('utf-8', 'replace'))}>")
        self.at += len(raw)
        self._skip_space()
        self._peek()
        self._expect(b">")
        self.name = name
        self.kind = "EndElement"
        self._leaving = True

    def _leave(self) -> None:
        _, _, declared = self.open.pop()
        for prefix in declared:
            self._bindings[prefix].pop()

    def _finish(self) -> bool:
        """The end of the document."""
        if self.open:
            raise self._unexpected_end()
        self.kind = "None"
        self.name = QName("")
        return False


def joined(text: str) -> str:
    """A text whose surrogate pairs are characters, as UTF-16 has it; lone surrogates stay."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def is_name(name: bytes) -> bool:
    """Whether UTF-8 is a name without a colon in XML 1.0, fourth edition, as .NET checks it."""
    from pyexpat import ExpatError, ParserCreate  # expat has the tables of that edition

    try:
        ParserCreate("utf-8").Parse(b"<" + name + b"/>", True)
    except ExpatError:
        return False
    return True
