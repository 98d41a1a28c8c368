"""The bytes of a document as UTF-8, or the reason why .NET does not take them.

``stream`` follows EncodingStreamWrapper: UTF-8, or UTF-16 that an XML declaration names. ``xmlreader`` follows XmlReader.Create: a byte
order mark, else the declared encoding.
"""

from __future__ import annotations

import codecs
import re

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.xml.dotnet.refusal import Refused

_ENCODING = re.compile(
    rb"""<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])(.*?)\1""",
    re.DOTALL,
)
_DECLARED_WITHIN = 128  # bytes: the wrapper looks no further for the declaration
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_WIDE = frozenset({"utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be", "ucs-2", "ucs-4"})


def stream_utf8(data: bytes) -> bytes:
    """What the XmlDictionaryReader of a stream reads; invalid UTF-8 is left to whoever looks at it.

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
        message = f"the declared encoding {quoted(declared)} does not match the encoding of the document, {codec.upper()}"
        raise _refused(message, "the encoding that is used")
    return utf8


def xmlreader_utf8(data: bytes) -> bytes:
    """What XmlReader.Create reads.

    Raises: Refused.
    """
    codec = "utf-8"
    for mark, marked in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _decoded(data[len(mark) :], marked)
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        return _decoded(data, "utf-16-le" if data[0] else "utf-16-be")
    match = _ENCODING.match(data)
    if match is not None:
        codec = match[2].decode("utf-8", "replace").lower()
        if codec in _WIDE:
            raise _refused(
                f"the declared encoding {quoted(codec)} without a byte order mark",
                "the encoding that is used",
            )
    return _decoded(data, codec)


def _decoded(data: bytes, codec: str) -> bytes:
    try:
        return data.decode(codec).encode()
    except LookupError:
        raise _refused(f"the unknown encoding {quoted(codec)}", "an encoding that .NET has") from None
    except UnicodeError:
        raise _refused(f"bytes that are not {codec.upper()}", f"well-formed {codec.upper()}") from None


def _refused(message: str, expected: str) -> Refused:
    return Refused("wrong-encoding", message, expected, 0)
