"""The reader that XmlReader.Create makes, with its usual settings: characters are checked, a DTD is
prohibited.

Unlike the text reader it takes processing instructions, takes no references to control characters, and joins
a text with the white space and the references around it.
"""

from __future__ import annotations

import re

from wiresmith.description import QName
from wiresmith.dotnet._cursor import Attribute, Cursor
from wiresmith.runtime.findings import quoted
from wiresmith.values.namespaces import XML, XMLNS

_RUN = re.compile(rb"[^<&]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REFERENCE = re.compile(rb"&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));")
_ATTRIBUTE_END = re.compile(rb"""["'<]""")
_ATTRIBUTE_PART = re.compile(rb"&[^;]*;?|\r\n|[\r\n\t]")
_LINE_BREAK = re.compile("\r\n?")
_DECLARATION = re.compile(
    rb"""xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')"""
    rb"""(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*"""
    rb"""(?:"[A-Za-z][A-Za-z0-9._\-]*"|'[A-Za-z][A-Za-z0-9._\-]*'))?"""
    rb"""(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>"""
)
_DECLARED = re.compile(rb"xml[ \t\r\n]")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"', b"apos": "'"}
_SPACE = " \t\r\n"
_XML_SPACE = QName("space", XML)


class CreatedReader(Cursor):
    """Reads the UTF-8 of ``encodings.xmlreader_utf8``."""

    blank_text_is_content = True
    _text = ""

    def text(self) -> str:
        """The text of the current node."""
        return self._text

    def attribute_text(self, attribute: Attribute) -> str:
        """The value of an attribute, line breaks and tabs as blanks."""
        value = attribute.value
        parts: list[str] = []
        done = 0
        for match in _ATTRIBUTE_PART.finditer(value):
            parts.append(value[done : match.start()].decode())
            parts.append(self._character(match[0], self.at) if match[0][:1] == b"&" else " ")
            done = match.end()
        parts.append(value[done:].decode())
        return "".join(parts)

    def _next(self) -> bool:
        data, at = self.data, self.at
        if at >= len(data):
            if not self._rooted:
                raise self.malformed("the root element is missing", "an element")
            return self._finish()
        if data.startswith(b"<?", at):
            self._instruction(at + 2)
        elif data.startswith(b"<![CDATA[", at):
            self._section(at + 9)
        elif data[at : at + 1] == b"<":
            self._markup(at)
        else:
            self._run()
        return True

    def _check_binding(self, prefix: str, uri: str) -> None:
        super()._check_binding(prefix, uri)
        if uri == XMLNS or (uri == XML and prefix != "xml"):
            raise self.malformed(
                f"the prefix {quoted(prefix)} bound to the reserved {uri}", "another namespace"
            )

    def _bound(self, prefix: str) -> str:
        return XMLNS if prefix == "xmlns" else super()._bound(prefix)

    def _resolve(self, spelled: list[tuple[str, str, bytes]]) -> None:
        super()._resolve(spelled)
        for attribute in self.attributes:
            if attribute.name == _XML_SPACE:
                value = self.attribute_text(attribute).strip(_SPACE)
                if value not in ("default", "preserve"):
                    raise self.malformed(f"xml:space={quoted(value)}", "default or preserve")

    def _markup(self, at: int) -> None:
        data = self.data
        if data.startswith(b"</", at):
            self.at = at + 2
            self._end_tag()
        elif data.startswith(b"<!--", at):
            end = data.find(b"--", at + 4)
            if end < 0:
                self.at = len(data)
                raise self._unexpected_end()
            self._check(at + 4, end)
            self.at = end
            self._expect(b"-->")
            self.kind = "Comment"
        elif data.startswith(b"<!DOCTYPE", at):
            raise self.refused("doctype", "a DOCTYPE declaration", "a document without a DTD")
        else:
            self.at = at + 1
            self._start_tag()

    def _section(self, start: int) -> None:
        if not self.open:
            raise self.malformed("a CDATA section outside the root element", "an element")
        end = self.data.find(b"]]>", start)
        if end < 0:
            self.at = len(self.data)
            raise self._unexpected_end()
        self._check(start, end)
        self._text = _LINE_BREAK.sub("\n", self._decoded(start, end))
        self.at, self.kind = end + 3, "CDATA"

    def _instruction(self, start: int) -> None:
        """The XML declaration, or a processing instruction, which means as much as a comment."""
        end = self.data.find(b"?>", start)
        if end < 0:
            self.at = len(self.data)
            raise self._unexpected_end()
        if start == 2 and _DECLARED.match(self.data, start):
            match = _DECLARATION.match(self.data, start)
            if match is None:
                raise self.malformed("a malformed XML declaration", "version, encoding, standalone")
            version = match[1] or match[2] or b""
            if version != b"1.0":
                shown = quoted(version.decode("utf-8", "replace"))
                raise self.refused("wrong-version", f"XML version {shown}", "version 1.0")
            self.at, self.kind = match.end(), "XmlDeclaration"
            return
        self.at = start
        target = self._ncname()
        if target.lower() == "xml":
            raise self.malformed("an XML declaration that is not at the beginning", "an element", start)
        if self.at < end and not self._skip_space():
            raise self.malformed(
                "a processing instruction without white space behind its name", "white space"
            )
        self._check(self.at, end)
        self.at, self.kind = end + 2, "Comment"

    def _run(self) -> None:
        start = self.at
        parts: list[str] = []
        while self.at < len(self.data) and self.data[self.at : self.at + 1] != b"<":
            match = _RUN.match(self.data, self.at)
            if match is None:
                end = self.data.find(b";", self.at) + 1 or len(self.data)
                parts.append(self._character(self.data[self.at : min(end, self.at + 40)], self.at))
                self.at = end
                continue
            self._check(match.start(), match.end())
            section = match[0].find(b"]]>")
            if section >= 0:
                raise self.malformed("]]> in a text", "]]&gt;", match.start() + section)
            parts.append(_LINE_BREAK.sub("\n", self._decoded(match.start(), match.end())))
            self.at = match.end()
        self._text = "".join(parts)
        blank = not self._text.strip(_SPACE)
        if not self.open and not (blank and b"&" not in self.data[start : self.at]):
            raise self.malformed(
                "text outside the root element", "an element, comments and white space", start
            )
        self.kind = "Whitespace" if blank else "Text"

    def _check(self, start: int, end: int) -> None:
        match = _CONTROL.search(self.data, start, end)
        if match is not None:
            code = ord(match[0].decode())
            raise self.malformed(f"the character U+{code:04X}", "characters that XML has", match.start())

    def _decoded(self, start: int, end: int) -> str:
        if end - start > self._limits.text:
            raise self.refused("text-too-long", "a text is too long", f"at most {self._limits.text:,} bytes")
        return self.data[start:end].decode()

    def _attribute_end(self, quote: bytes) -> int:
        at = self.at
        while (match := _ATTRIBUTE_END.search(self.data, at)) is not None and match[0] != quote:
            if match[0] == b"<":
                raise self.malformed("< in the value of an attribute", "&lt;", match.start())
            at = match.end()
        if match is None:
            self.at = len(self.data)
            raise self._unexpected_end()
        self._check(self.at, match.start())
        self.attribute_text(Attribute(self.name, self.data[self.at : match.start()]))
        return match.start()

    def _character(self, reference: bytes, at: int) -> str:
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            shown = quoted(reference.decode("utf-8", "replace"))
            raise self.malformed(f"the reference {shown}", "&lt; &gt; &amp; &quot; &apos; or &#…;", at)
        decimal, hexadecimal, name = match.groups()
        if name is not None:
            return _NAMED[name]
        digits = (decimal or hexadecimal).lstrip(b"0")
        code = int(digits or b"0", 10 if decimal else 16) if len(digits) < 8 else -1
        if not (
            code in (0x9, 0xA, 0xD)
            or 0x20 <= code < 0xD800
            or 0xE000 <= code < 0xFFFE
            or 0x10000 <= code < 0x110000
        ):
            raise self.malformed(
                f"a reference to the character {_code_text(code)}", "characters that XML has", at
            )
        return chr(code)


def _code_text(code: int) -> str:
    return f"U+{code:04X}" if code >= 0 else "beyond Unicode"
