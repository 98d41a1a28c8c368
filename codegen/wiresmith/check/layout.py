"""The layout of a document: indentation and line breaks around its values, which mean nothing.

A round trip is compared byte by byte, so it has to be written in the layout of what was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wiresmith.runtime import Format, WriterOptions

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 1024
_SPACE = b" \t\r\n"
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*\?>\s*)?")
_JSON_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*"|[:,]', re.DOTALL)
_JSON_BREAK = re.compile(rb"\A[\[{](\r?\n)?([ \t]*)")
_XML_BREAK = re.compile(rb"\A<[^>]*>(\r?\n)?([ \t]*)<(?!/)")
_STREAM_ROOT = re.compile(rb'<[^>]* xmlns="[^"]*"[^>]* xmlns:i=')
_XML_BETWEEN = re.compile(rb"(<[^>]*>)\n( *)(?=(</?))")


_WIDEST = 16
"""The most spaces for a level that the writers indent by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of a document.

    ``step`` is what each level is indented by: spaces or tabs, ``""`` for line breaks alone, None for one
    line. ``spaced`` is a blank after ``:`` and ``,`` in JSON on one line. ``before`` and ``after`` are what
    stands around the document: a byte order mark, an XML declaration, the last line break. ``style`` is the
    writer whose XML this is: .NET's XmlWriter ends an empty element with ``" />"``, its stream writer with
    ``"/>"``.
    """

    step: str | None = None
    newline: Literal["\n", "\r\n"] = "\n"
    spaced: bool = False
    style: Literal["xmlwriter", "stream"] = "xmlwriter"
    before: bytes = b""
    after: bytes = b""

    @property
    def options(self) -> WriterOptions:
        """The options for the writer; `apply` adds the layout that it has no option for."""
        if self._beyond_writer:
            return WriterOptions(style=self.style, indent=1)
        indent = None if self.step is None else len(self.step)
        return WriterOptions(style=self.style, indent=indent, newline=self.newline)

    def apply(self, written: bytes, format: Format) -> bytes:
        """Give what the writer wrote with `options` the rest of this layout."""
        if format == "json" and self.step is None and self.spaced:
            written = _JSON_TOKENS.sub(
                lambda token: token[0] + (b" " if token[0] in (b":", b",") else b""), written
            )
        if self.step is not None and self._beyond_writer:
            written = _indented(written, self.step.encode(), format).replace(b"\n", self.newline.encode())
        return self.before + written + self.after

    @property
    def _beyond_writer(self) -> bool:
        return self.step is not None and (self.step.strip(" ") != "" or len(self.step) > _WIDEST)


def sniff(data: bytes) -> Format:
    """JSON or XML, by the first character that is not blank (nor a byte order mark): only XML can begin with
    ``<``.
    """
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return "xml" if head.replace(b"\0", b"").lstrip(_SPACE).startswith(b"<") else "json"


def detect(data: bytes, format: Format) -> Layout:
    """The layout of ``data``, told from its first level; the rest is expected to be laid out alike."""
    prolog = _PROLOG.match(data)
    before = data[: prolog.end()] if prolog else b""
    body = data[len(before) :]
    document = body.rstrip(_SPACE)
    after = body[len(document) :]
    broken = (_JSON_BREAK if format == "json" else _XML_BREAK).match(document)
    crlf = broken[1] == b"\r\n" if broken and broken[1] else format == "xml" and b"\r\n" in document
    return Layout(
        step=broken[2].decode() if broken and broken[1] else None,
        newline="\r\n" if crlf else "\n",
        spaced=format == "json" and _spaced(document),
        style="stream" if format == "xml" and _from_stream(document) else "xmlwriter",
        before=before,
        after=after,
    )


def _from_stream(document: bytes) -> bool:
    # its root declares the default namespace first
    return bool(_STREAM_ROOT.match(document)) or (b"/>" in document and b" />" not in document)


def _spaced(document: bytes) -> bool:
    for token in _JSON_TOKENS.finditer(document):
        if token[0] in (b":", b","):
            return document[token.end() : token.end() + 1] == b" "
    return False


def _indented(written: bytes, step: bytes, format: Format) -> bytes:
    if format == "json":  # a line break is never part of a JSON string
        return re.sub(rb"(?m)^ +", lambda blanks: step * len(blanks[0]), written)
    return _XML_BETWEEN.sub(lambda gap: _xml_gap(gap, step), written)


def _xml_gap(gap: re.Match[bytes], step: bytes) -> bytes:
    tag, blanks, following = gap.groups()
    if following == b"</" and not tag.startswith(b"</") and not tag.endswith(b"/>"):
        return gap[0]  # the blank text of an element, not layout
    return tag + b"\n" + step * len(blanks)
