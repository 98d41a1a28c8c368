"""Bodies in other charsets than UTF-8."""

from __future__ import annotations

import re
from typing import Final

from wiresmith.runtime.findings import excerpt
from wiresmith.runtime.media import media_charset, media_codec

_UTF8: Final = ("", "utf-8", "utf8", "us-ascii", "ascii")
_KNOWN: Final = re.compile(
    r"utf-?(16|32)([bl]e|-[bl]e)?|(iso-?8859-|windows-|cp|latin-?)\d{1,4}"
    r"|shift[-_]jis|euc-(jp|kr)|gb2312|gbk|gb18030|big5|koi8-[ru]"
)
"""Others that Python knows are none that servers write in; decoding some of them takes quadratic time."""
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb")
_DECLARED: Final = re.compile(r"""\A(<\?xml\s[^<>]{0,100}?encoding\s*=\s*["'])([A-Za-z0-9._-]{1,40})(["'])""")


class UnusableCharset(ValueError):
    """A body that is not in the charset that its media type names; the message says so."""


def text_or_bytes(content: bytes, media: str) -> bytes | str:
    """A body, decoded where its media type names another charset.

    XML with a mark in front says itself what it is in.

    Raises:
        UnusableCharset: if it is not in that charset.
    """
    charset = media_charset(media)
    is_xml = media_codec(media) == "xml"
    if charset in _UTF8 or (is_xml and content[:2] in _MARKS):
        return content
    try:
        if not _KNOWN.fullmatch(charset):
            raise LookupError
        text = content.decode(charset).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        raise UnusableCharset(
            f"the body is not in the charset that it names, {excerpt(charset, 40)}"
        ) from None
    # As text it is no longer in the encoding that it declares.
    return _DECLARED.sub(r"\1utf-8\3", text, count=1) if is_xml else text


def beginning(content: bytes, media: str) -> str:
    """The first bytes of a body as text, for a person to read: what its charset does not know, or that ends
    in the middle of a character, is replaced.
    """
    charset = media_charset(media)
    if _KNOWN.fullmatch(charset):
        try:
            return content.decode(charset, "replace").removeprefix("\ufeff")
        except LookupError:
            pass
    return content.decode("utf-8", "replace")
