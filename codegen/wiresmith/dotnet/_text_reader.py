"""The text reader of System.Runtime.Serialization (XmlUTF8TextReader): what ReadObject(Stream) and Web API
read with.

It takes no processing instructions and no DTD, but any character reference; it decodes bytes only where
somebody looks at them, and makes white space that begins a text a node of its own.
"""

from __future__ import annotations

import re

from wiresmith.dotnet._cursor import Attribute, Cursor
from wiresmith.dotnet._refusal import Refused
from wiresmith.runtime.findings import quoted

_BLANK = re.compile(rb"[ \t\n]+")
_DECLARATION = re.compile(rb"xml[ \t\r\n]")
_TEXT = re.compile(rb"[^\x00-\x08\x0b-\x1f<&\]\r]+")
_COMMENT_END = re.compile(rb"--")
_NO_COMMENT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NONCHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")
_ATTRIBUTE_END = re.compile(rb"""["']|[\x00-\x08\x0b\x0c\x0e-\x1f<]""")
_ATTRIBUTE_PART = re.compile(rb"&[^;]*;?|\r\n|[\r\n\t]")
_DECIMAL = re.compile(rb"[0-9]*")
_HEXADECIMAL = re.compile(rb"[0-9A-Fa-f]*")
_NAMED = {b"&lt;": 0x3C, b"&gt;": 0x3E, b"&amp;": 0x26, b"&quot;": 0x22, b"&apos;": 0x27}
_GREATEST = 0x10FFFF
_OTHER_MARKUP = (b"/", b"!", b"?")


class TextReader(Cursor):
    """Reads the UTF-8 of ``encodings.stream_utf8``."""

    _raw: bytes | str = b""

    def text(self) -> str:
        """The text of the current node; Refused if it is no UTF-8."""
        if isinstance(self._raw, bytes):
            self._raw = self._decoded(self._raw)
        return self._raw

    def attribute_text(self, attribute: Attribute) -> str:
        """The value of an attribute, line breaks and tabs as blanks."""
        value = attribute.value
        parts: list[str] = []
        done = 0
        for match in _ATTRIBUTE_PART.finditer(value):
            parts.append(self._decoded(value[done : match.start()]))
            parts.append(chr(self._character(match[0])) if match[0][:1] == b"&" else " ")
            done = match.end()
        parts.append(self._decoded(value[done:]))
        return "".join(parts)

    def _decoded(self, raw: bytes) -> str:
        if len(raw) > self._limits.text:
            raise self.refused("text-too-long", "a text is too long", f"at most {self._limits.text:,} bytes")
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            shown = raw[error.start : error.start + 4].hex(" ")
            raise self.refused("wrong-encoding", f"the bytes {shown} are not UTF-8", "UTF-8") from None

    def _next(self) -> bool:
        data, at = self.data, self.at
        if at >= len(data):
            return self._finish()
        byte = data[at : at + 1]
        if byte == b"<":
            self._markup()
        elif byte in (b" ", b"\t", b"\n"):
            self._space(at)
        elif not self.open and byte != b"\r":
            raise self.malformed("text outside the root element", "an element, comments and white space")
        elif byte == b"&":
            code = self._character(data[at : self._reference_end(at)])
            self.at = self._reference_end(at)
            self._raw = chr(code)
            self.kind = "Whitespace" if code in (0x20, 0x9, 0xA, 0xD) else "Text"
        elif byte == b"\r":
            self.at = at + 1
            if data[self.at : self.at + 1] == b"\n":
                self._space(self.at)
            else:
                self.kind, self._raw = "Text", "\n"
        elif byte == b"]":
            if data.startswith(b"]]>", at):
                raise self.malformed("]]> in a text", "]]&gt;")
            self.at, self.kind, self._raw = at + 1, "Text", "]"
        else:
            self._run(at)
        return True

    def _run(self, at: int) -> None:
        match = _TEXT.match(self.data, at)
        if match is None:
            raise self.malformed(
                f"the byte 0x{self.data[at]:02X}", "characters that XML has, others as references"
            )
        self._no_noncharacters(match[0], at)
        self.at, self.kind, self._raw = match.end(), "Text", match[0]

    def _space(self, at: int) -> None:
        match = _BLANK.match(self.data, at)
        assert match is not None
        self.at, self.kind, self._raw = match.end(), "Whitespace", match[0]

    def _markup(self) -> None:
        data, at = self.data, self.at
        if data[at + 1 : at + 2] not in _OTHER_MARKUP:
            self.at = at + 1
            self._start_tag()
        elif data.startswith(b"</", at):
            self.at = at + 2
            self._end_tag()
        elif data.startswith(b"<!--", at):
            self._comment(at + 4)
        elif data.startswith(b"<![CDATA[", at) and self.open:
            end = data.find(b"]]>", at + 9)
            if end < 0:
                self.at = len(data)
                raise self._unexpected_end()
            self._no_noncharacters(data[at + 9 : end], at + 9)
            self.at, self.kind, self._raw = end + 3, "CDATA", data[at + 9 : end]
        elif data.startswith(b"<!DOCTYPE", at):
            raise self.refused("doctype", "a DOCTYPE declaration", "a document without a DTD")
        elif data.startswith(b"<!", at):
            raise self.malformed("<! that begins no comment, nor a CDATA section of an element")
        else:
            self._declaration(at + 2)

    def _comment(self, start: int) -> None:
        match = _COMMENT_END.search(self.data, start)
        if match is None:
            self.at = len(self.data)
            raise self._unexpected_end()
        control = _NO_COMMENT.search(self.data, start, match.start())
        if control is not None:
            raise self.malformed(f"the byte 0x{control[0][0]:02X} in a comment", at=control.start())
        self._no_noncharacters(self.data[start : match.start()], start)
        self.at = match.end()
        self._peek()
        if self.data[self.at : self.at + 1] != b">":
            raise self.malformed("-- in a comment", "-->", match.start())
        self.at += 1
        self.kind = "Comment"

    def _declaration(self, start: int) -> None:
        if not _DECLARATION.match(self.data, start):
            expected = "elements, text and comments only"
            raise self.refused("processing-instruction", "a processing instruction", expected)
        if self._started:
            raise self.malformed("an XML declaration that is not at the beginning", "an element")
        self.at = start + 3
        spelled: list[tuple[str, str, str]] = []
        spaced = self._skip_space()
        while self._peek() != b"?":
            if not spaced:
                raise self.malformed("no white space before an attribute", "white space or ?>")
            prefix, local, value = self._attribute()
            spelled.append((prefix, local, self._decoded(value)))
            spaced = self._skip_space()
        self._expect(b"?>")
        self._check_declaration(spelled)
        self.kind = "XmlDeclaration"

    def _check_declaration(self, spelled: list[tuple[str, str, str]]) -> None:
        names = [f"{prefix}:{local}" if prefix else local for prefix, local, _ in spelled]
        if names[:1] != ["version"]:
            raise self.malformed("an XML declaration without a version", 'version="1.0"')
        if spelled[0][2] != "1.0":
            raise self.refused("wrong-version", f"XML version {quoted(spelled[0][2])}", "version 1.0")
        if names[1:] not in ([], ["encoding"], ["standalone"], ["encoding", "standalone"]):
            raise self.malformed("a malformed XML declaration", "version, encoding, standalone")
        if names[-1] == "standalone" and spelled[-1][2] not in ("yes", "no"):
            raise self.malformed(f"standalone={quoted(spelled[-1][2])}", "yes or no")

    def _attribute_end(self, quote: bytes) -> int:
        at = self.at
        while True:
            match = _ATTRIBUTE_END.search(self.data, at)
            if match is None:
                self.at = len(self.data)
                raise self._unexpected_end()
            if match[0] == quote:
                break
            if match[0] not in (b'"', b"'"):
                shown = quoted(match[0].decode("utf-8", "replace"))
                raise self.malformed(f"{shown} in the value of an attribute", quote.decode(), match.start())
            at = match.end()
        self._no_noncharacters(self.data[self.at : match.start()], self.at)
        self._check_references(self.data[self.at : match.start()])
        return match.start()

    def _check_references(self, value: bytes) -> None:
        if b"&" in value:
            for match in _ATTRIBUTE_PART.finditer(value):
                if match[0][:1] == b"&":
                    self._character(match[0])

    def _no_noncharacters(self, raw: bytes, start: int) -> None:
        if b"\xef\xbf" in raw and (match := _NONCHARACTER.search(raw)):
            raise self.malformed("the character U+FFFE or U+FFFF", "a reference to it", start + match.start())

    def _reference_end(self, at: int) -> int:
        end = self.data.find(b";", at)
        if end < 0:
            self.at = len(self.data)
            raise self._unexpected_end()
        return end + 1

    def _character(self, reference: bytes) -> int:
        """The code of a reference from ``&`` to ``;``; surrogates and control characters are taken."""
        known = _NAMED.get(reference)
        if known is not None:
            return known
        refused = self._no_reference(reference)
        if not (reference.startswith(b"&#") and reference.endswith(b";")):
            raise refused
        hexadecimal = reference[2:3] == b"x"
        digits = reference[3 if hexadecimal else 2 : -1]
        if not (_HEXADECIMAL if hexadecimal else _DECIMAL).fullmatch(digits):
            raise refused
        digits = digits.lstrip(b"0")  # without any digit it is 0
        if len(digits) > 7:
            raise refused
        code = int(digits or b"0", 16 if hexadecimal else 10)
        if code > _GREATEST:
            raise refused
        return code

    def _no_reference(self, reference: bytes) -> Refused:
        shown = quoted(reference.decode("utf-8", "replace"))
        return self.malformed(f"the reference {shown}", "&lt; &gt; &amp; &quot; &apos; or &#…;")
