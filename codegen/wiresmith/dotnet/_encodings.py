"""The bytes of a document as UTF-8, or the reason why .NET does not take them.

``stream`` follows EncodingStreamWrapper: UTF-8, or UTF-16 that an XML declaration names. ``xmlreader``
follows XmlReader.Create: a byte order mark, else the declared encoding.
"""

from __future__ import annotations

import codecs
import re

from wiresmith.dotnet._refusal import Refused
from wiresmith.runtime.findings import quoted

_ENCODING = re.compile(
    rb"""<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')"""
    rb"""[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])(.*?)\1""",
    re.DOTALL,
)
_DECLARED_WITHIN = 128  # bytes: the wrapper looks no further for the declaration
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF_32 = {codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
_NO_CHANGE = frozenset({"utf-16", "ucs-2", "iso-10646-ucs-2", "ucs-4"})
"""Declared encodings that leave a document as it was found to be, which must be UTF-16."""
_SAME = {
    "utf-8": frozenset({"utf-8"}),
    "utf-16-le": _NO_CHANGE | {"utf-16le", "unicode"},
    "utf-16-be": _NO_CHANGE | {"utf-16be", "unicodefffe"},
    "utf-32-le": frozenset({"utf-32", "utf-32le"}),
    "utf-32-be": frozenset({"utf-32be"}),
}


def stream_utf8(data: bytes) -> bytes:
    """The UTF-8 that the XmlDictionaryReader of a stream reads; invalid bytes are left for the reader to
    meet.

    Raises: Refused.
    """
    if len(data) < 4:
        raise _refused("an unexpected end of the document", "at least four bytes")
    codec, mark = "utf-8", b""
    if data.startswith(b"\xef\xbb"):
        mark = data[:3]
        if mark != codecs.BOM_UTF8:
            raise _refused("a byte order mark that is none", "the bytes EF BB BF")
    elif data[:2] in _UTF_16:
        codec, mark = _UTF_16[data[:2]], data[:2]
    elif data[:2] in (b"<\0", b"\0<"):
        codec = "utf-16-le" if data[0] else "utf-16-be"
    if codec == "utf-8":
        utf8 = data[len(mark) :]
    else:
        try:
            utf8 = data[len(mark) :].decode(codec).encode()
        except UnicodeDecodeError:
            raise _refused(f"bytes that are not {codec.upper()}", "well-formed UTF-16") from None
    match = _ENCODING.match(utf8, 0, _DECLARED_WITHIN)
    if match is None:
        if codec != "utf-8":
            raise _refused("UTF-16 without a declaration", 'an XML declaration with encoding="utf-16"')
        return utf8
    declared = match[2].decode("utf-8", "replace").lower()
    taken = {"utf-8"} if codec == "utf-8" else {"utf-16", codec.replace("16-", "16")}
    if declared not in taken:
        message = (
            f"the declared encoding {quoted(declared)} does not match the encoding of the document, "
            f"{codec.upper()}"
        )
        raise _refused(message, "the encoding that is used")
    return utf8


def xmlreader_utf8(data: bytes) -> bytes:
    """The UTF-8 that XmlReader.Create reads.

    Raises: Refused.
    """
    codec, body = _found(data)
    if codec != "utf-8":
        utf8 = _decoded(body, codec)
        match = _ENCODING.match(utf8)
        if match is not None and match[2].decode("utf-8", "replace").lower() not in _SAME[codec]:
            raise _other(match[2])
        return utf8
    match = _ENCODING.match(body)
    if match is None:
        return _decoded(body, codec)
    declared = match[2].decode("utf-8", "replace").lower()
    if declared in _NO_CHANGE or declared in frozenset().union(*_SAME.values()) - {"utf-8"}:
        raise _other(match[2])
    return _decoded(body, declared)


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._:-]*")
_NOT_OF_DOTNET = frozenset(
    {
        "utf8",
        "utf_8",
        "utf_8_sig",
        "utf-8-sig",
        "idna",
        "punycode",
        "mbcs",
        "oem",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "hz",
        "unicode-escape",
    }
)
"""Codecs that only Python knows by these names."""


def _found(data: bytes) -> tuple[str, bytes]:
    """The encoding that the first bytes tell, and what is behind a byte order mark."""
    if data[:4] in _UTF_32:
        return _UTF_32[data[:4]], data[4:]
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8", data[3:]
    if data[:2] in _UTF_16:
        return _UTF_16[data[:2]], data[2:]
    if data[:2] in (b"<\0", b"\0<"):
        width = "32" if data[:4] == b"<\0\0\0" else "16"
        return f"utf-{width}-{'le' if data[0] else 'be'}", data
    return ("utf-32-be" if data[:4] == b"\0\0\0<" else "utf-8"), data


def _decoded(data: bytes, codec: str) -> bytes:
    if codec == "us-ascii":  # .NET's decoder takes other bytes for question marks
        return data.translate(bytes(byte if byte < 0x80 else 0x3F for byte in range(256)))
    try:
        if not _NAME.fullmatch(codec) or codec in _NOT_OF_DOTNET:
            raise LookupError
        return data.decode(codec).encode()
    except LookupError:
        raise _refused(f"the unknown encoding {quoted(codec)}", "an encoding that .NET has") from None
    except UnicodeError:
        raise _refused(f"bytes that are not {codec.upper()}", f"well-formed {codec.upper()}") from None


def _other(declared: bytes) -> Refused:
    shown = quoted(declared.decode("utf-8", "replace"))
    return _refused(f"the declared encoding {shown} is not that of the document", "the encoding that is used")


def _refused(message: str, expected: str) -> Refused:
    return Refused("wrong-encoding", message, expected, 0)
