"""Character data of XML: escaping as .NET's two writers do it, and back.

``escape`` and ``escape_attribute`` follow ``XmlWriter`` (what ASP.NET Web API answers with),
``escape_stream`` the text ``XmlDictionaryWriter``. All three hand back the same object where there is nothing
to escape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_SPECIAL = re.compile(f"[&<>{_CONTROL}]")
_SPECIAL_IN_STREAM = re.compile(f"[&<>\r{_CONTROL}]")
_SPECIAL_IN_ATTRIBUTE = re.compile(f'[&<>"\t\n\r{_CONTROL}]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("\r\n|\r|\n")
_REFERENCE = re.compile("&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|([a-z]+));|&")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def exact_text(text: str) -> str:
    """The characters of a text as a plain str, whatever the methods of its class say they are.

    Raises:
        TypeError: for what is no text.
    """
    return str.__str__(text)


def escape(text: str, newline: str = "\n", normalize: bool = False) -> str:
    r"""Escape element text as ``XmlWriter`` does, with ``CheckCharacters`` off.

    Control characters and U+FFFE/U+FFFF become references such as ``&#x1;``; all else but ``& < >`` stays
    raw.

    Args:
        text: the value.
        newline: what each line break is written as; every reader turns it back into ``\n``.
        normalize: write ``\r`` and ``\r\n`` as ``newline`` too, as ``XmlWriter`` does. The value read back
            then has ``\n`` there, so this is refused unless it is asked for.

    Raises:
        ValueError: a lone surrogate; or a carriage return, unless ``normalize``.
    """
    if type(text) is not str:
        text = exact_text(text)
    if text.isprintable():
        if "&" in text or "<" in text or ">" in text:
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text
    if _SURROGATE.search(text):
        text = _join_surrogates(text)
    if "\r" in text and not normalize:
        raise ValueError(r"has a carriage return (\r), which XmlWriter would turn into a line feed")
    if "\r" in text or (newline != "\n" and "\n" in text):
        text = _LINE_BREAK.sub(lambda _: newline, text)
    return _SPECIAL.sub(_reference, text)


def enum_text(texts: Mapping[Any, str], value: Any) -> str:
    """The XML text of an enum member, or of a value that the enum does not know, which stands for itself."""
    # A plain str that equals a member's value was read as an unknown one, and stays what it was.
    return texts[value] if isinstance(value, Enum) else escape(value)


def escape_stream(text: str) -> str:
    r"""Escape element text as .NET's ``WriteObject(Stream)`` does: ``\r`` kept as ``&#xD;``, ``\n`` raw.

    A lone surrogate becomes U+FFFD, as there.
    """
    if type(text) is not str:
        text = exact_text(text)
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _SPECIAL_IN_STREAM.sub(_reference, text)


def escape_attribute(text: str) -> str:
    """Escape an attribute's value, to be written between double quotes; the same in both styles.

    Raises:
        ValueError: a lone surrogate.
    """
    if type(text) is not str:
        text = exact_text(text)
    if _SURROGATE.search(text):
        text = _join_surrogates(text)
    return _SPECIAL_IN_ATTRIBUTE.sub(_reference, text)


def unescape(text: str) -> str:
    r"""Turn raw element text into the value: line breaks to ``\n``, then references to their characters.

    References to control characters are taken (``&#x1;``): .NET writes them and its text reader takes them.

    Raises:
        ValueError: an ``&`` that starts neither a character reference nor one of the five predefined
            entities, or a reference to a surrogate or beyond U+10FFFF.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in text:
        return text
    return _REFERENCE.sub(_referred, text)


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    return _NAMED.get(character) or f"&#x{ord(character):X};"


def _referred(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    code = code_point(hexadecimal, decimal)
    if code is None:
        raise ValueError(f"{match[0]} is not a character reference or one of &amp; &lt; &gt; &quot; &apos;")
    return chr(code)


def code_point(hexadecimal: str | None, decimal: str | None) -> int | None:
    """The code point that the digits of a reference name; None if there is no such character."""
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not (hexadecimal or decimal) or len(digits) > 7:  # int() on a megabyte of digits takes minutes
        return None
    code = int(digits or "0", 16 if hexadecimal else 10)
    return None if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else code


def _join_surrogates(text: str) -> str:
    """Make one character of each surrogate pair, as .NET sees it."""
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise ValueError("has a lone surrogate, which XML cannot hold") from None


def read_string(text: bytes) -> str:
    """A text, with its references resolved."""
    return unescape(text.decode()) if b"&" in text else text.decode()
