"""The bytes of an XML document before a parser sees them: size, encoding, and what is refused outright.

Everything here takes time linear in the document. What leaves here is UTF-8 without a DTD.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wiresmith.runtime.findings import Finding, quoted
from wiresmith.values.xml_text import code_point

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits

_DECLARATION = re.compile(rb"<\?xml(?=[ \t\r\n])[^>]*?\?>")
_VERSION = re.compile(rb"""[ \t\r\n]version[ \t\r\n]*=[ \t\r\n]*["']([^"']*)""")
_ENCODING = re.compile(rb"""[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)""")
_LEXICAL = re.compile(  # an unclosed comment or section ends at the end: searched for once, not once for each
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|(<\?|<!DOCTYPE)|&#(?:x([0-9A-Fa-f]+)|([0-9]+));",
    re.DOTALL,
)
_CONTROLS = frozenset({*range(0x20), 0xFFFE, 0xFFFF}) - {0x9, 0xA, 0xD}
_MOST_REFUSALS = 20
_MOST_MARKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A document that may be parsed, as UTF-8 without a byte order mark.

    ``has_controls``: it refers to control characters (``&#x1;``), which .NET writes and takes but XML 1.0
    forbids.
    """

    utf8: bytes
    has_controls: bool = False

    def with_stand_ins(self) -> tuple[bytes, dict[int, int]]:
        """The document with a character that is not in it for each control character, and the way back.

        The table is for ``str.translate``. Where no such characters are left, the document stays as it is.
        """
        if not self.has_controls:
            return self.utf8, {}
        referred = {code for match in _LEXICAL.finditer(self.utf8) if (code := _code(match)) is not None}
        stand_ins: dict[int, int] = {}
        free = iter(range(0x100000, 0x10FFFE))  # plane 16, for private use
        for control in sorted(referred & _CONTROLS):
            code = next(
                (code for code in free if code not in referred and _utf8(code) not in self.utf8), None
            )
            if code is None:
                return self.utf8, {}
            stand_ins[control] = code

        def replace(match: re.Match[bytes]) -> bytes:
            code = _code(match)
            return _utf8(stand_ins[code]) if code in stand_ins else match[0]

        return _LEXICAL.sub(replace, self.utf8), {
            stand_in: control for control, stand_in in stand_ins.items()
        }

    def blanked(self) -> bytes:
        """The document with ``?`` for each character of such a reference: every other place stays where it
        is.
        """
        if not self.has_controls:
            return self.utf8
        return _LEXICAL.sub(lambda m: b"?" * len(m[0]) if _code(m) in _CONTROLS else m[0], self.utf8)


def with_marks(utf8: bytes) -> tuple[bytes, str]:
    """A document with a character that is not in it wherever an end tag follows another tag at once.

    So that ``<x></x>`` has a text and ``<x/>`` has none; anywhere else that character is to be ignored.

    Returns:
        The document, and that character: ``""`` where there are none, or so many that their texts would take
            more memory than all else.
    """
    if not 0 < utf8.count(b"></") <= _MOST_MARKS:
        return utf8, ""
    mark = _unused(utf8)
    return (utf8.replace(b"></", b">" + mark + b"</"), mark.decode()) if mark else (utf8, "")


def _unused(utf8: bytes) -> bytes:
    """A character that is not in a document, nor referred to in it; ``b""`` if all that are tried are."""
    digits = utf8.lower() if b"&#" in utf8 else b""
    for code in range(0xFFF00, 0xFFF40):  # plane 15, for private use
        if _utf8(code) not in utf8 and b"%d" % code not in digits and b"%x" % code not in digits:
            return _utf8(code)
    return b""


def open_source(data: bytes, limits: Limits) -> tuple[Source | None, list[Finding]]:
    """Check a document's size, encoding, declaration, and that it has neither DTD nor processing
    instructions.

    UTF-8, with or without a byte order mark, and UTF-16 with a byte order mark or a declaration are read; an
    encoding that is declared has to be the one that is used.

    Returns:
        The source, None where it must not be parsed; and what is wrong. Only processing instructions leave
        both.
    """
    if len(data) > limits.bytes:
        return None, [_refusal("too-large", f"{len(data):,} bytes", f"at most {limits.bytes:,} bytes")]
    utf8, encoding, marked, finding = _decode(data)
    if finding is not None:
        return None, [finding]
    declaration = _DECLARATION.match(utf8)
    finding = _check_declaration(declaration[0] if declaration else b"", encoding, marked)
    if finding is not None:
        return None, [finding]
    rest = declaration.end() if declaration else 0
    if utf8.find(b"<?", rest) < 0 and b"<!DOCTYPE" not in utf8 and b"&#" not in utf8:
        return Source(utf8), []
    return _survey(utf8, rest)


def _decode(data: bytes) -> tuple[bytes, str, bool, Finding | None]:
    """The document in UTF-8, its encoding, whether a byte order mark says so, and what is wrong with it."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return b"", "", True, _refusal("wrong-encoding", "the document is UTF-32", "UTF-8 or UTF-16")
    codec, mark = "utf-8", b""
    if data.startswith(codecs.BOM_UTF8):
        mark = codecs.BOM_UTF8
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        mark = data[:2]
        codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    elif data[:2] in (b"<\0", b"\0<"):
        codec = "utf-16-le" if data[0] else "utf-16-be"
    body = data[len(mark) :]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        line, column = _place(body[: error.start].decode(codec, "replace"))
        wrong = body[error.start : min(error.end, error.start + 4)].hex(" ")
        message = f"the bytes {wrong} are not {codec.upper()} ({error.reason})"
        expected = "UTF-8, or UTF-16 with a byte order mark" if codec == "utf-8" else "well-formed UTF-16"
        return b"", "", False, _refusal("wrong-encoding", message, expected, line, column)
    return (body if codec == "utf-8" else text.encode()), codec[:6].rstrip("-"), bool(mark), None


def _check_declaration(declaration: bytes, encoding: str, marked: bool) -> Finding | None:
    """The fault of the XML declaration (empty: there is none) of a document in this encoding."""
    version = _VERSION.search(declaration)
    if version and version[1] != b"1.0":
        shown = quoted(version[1].decode("utf-8", "replace"))
        return _refusal("wrong-version", f"XML version {shown}", "version 1.0", 1, 1)
    declared = _ENCODING.search(declaration)
    if declared is None:
        if encoding == "utf-16" and not marked:
            message = "the document looks like UTF-16 but says so nowhere"
            return _refusal("wrong-encoding", message, "a byte order mark or a declared encoding", 1, 1)
        return None
    name = declared[1].decode("utf-8", "replace")
    if name.lower() == encoding:
        return None
    if name.lower() in ("utf-8", "utf-16"):
        message = f"the declared encoding {quoted(name)} is not the one used, {encoding.upper()}"
    else:
        message = f"the declared encoding {quoted(name)} is not supported"
    return _refusal("wrong-encoding", message, "UTF-8 or UTF-16, declared as what it is", 1, 1)


def _survey(utf8: bytes, rest: int) -> tuple[Source | None, list[Finding]]:
    """Look for what is refused, from ``rest`` on, outside comments and CDATA sections."""
    findings: list[Finding] = []
    has_controls = False
    for match in _LEXICAL.finditer(utf8, rest):
        if match[1] == b"<!DOCTYPE":
            line, column = _place(utf8[: match.start()].decode())
            expected = "a document without a DTD: entities are never expanded"
            return None, [*findings, _refusal("doctype", "a DOCTYPE declaration", expected, line, column)]
        if match[1] and len(findings) < _MOST_REFUSALS:
            line, column = _place(utf8[: match.start()].decode())
            target = re.match(rb"[^\s?>]{0,200}", utf8[match.end() : match.end() + 200])
            message = (
                f"the processing instruction {quoted(target[0].decode('utf-8', 'replace') if target else '')}"
            )
            expected = "elements, text and comments only"
            findings.append(_refusal("processing-instruction", message, expected, line, column))
        elif not has_controls and _code(match) in _CONTROLS:
            has_controls = True
    return Source(utf8, has_controls), findings


def _code(match: re.Match[bytes]) -> int | None:
    """The code point that is referred to; None for anything else, also for a reference to no character."""
    return _short_code(match[2], match[3]) if len(match[0]) <= 10 else _digits_code(match[2], match[3])


def _digits_code(hexadecimal: bytes | None, decimal: bytes | None) -> int | None:
    return code_point((hexadecimal or b"").decode(), (decimal or b"").decode())


_short_code = lru_cache(maxsize=4096)(_digits_code)


def _utf8(code: int) -> bytes:
    return chr(code).encode()


def _place(before: str) -> tuple[int, int]:
    """Line and column of what follows this text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refusal(
    code: str, message: str, expected: str, line: int | None = None, column: int | None = None
) -> Finding:
    return Finding(severity="error", code=code, message=message, expected=expected, line=line, column=column)
