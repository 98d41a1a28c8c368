"""The fast tier of XML reading: what an emitted ``_xml`` module is built on.

.NET writes a contract in one form: fixed order, fixed prefixes, nothing between elements (or indentation).
Consecutive scalar members of that form are one regular expression, so a document in it is read without
building a tree. The patterns accept no more than that form; whatever does not match is left to the exact
reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from wiresmith.runtime.unusual import Unusual
from wiresmith.values.forms import ANY_TEXT

K = TypeVar("K")
T = TypeVar("T")


NIL = b' i:nil="true" />'
"""The text behind the name in the start tag of a null element."""
EMPTY = b" />"
"""The text behind the name in the tag of an element without content."""

# What XML forbids or normalises: control characters but tab and line feed, U+FFFE and U+FFFF, and ]]> in
# text.
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A})
_ILLEGAL = (b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"]]>")
_SPACES = frozenset((b" ", b"\n", b"\t"))
_SPACE = re.compile(rb"[ \n\t]+")


def unusual() -> NoReturn:
    """Give the document to the exact reader.

    Raises:
        Unusual: always.
    """
    raise Unusual


def plain_document(data: bytes) -> bytes:
    """The document, if it holds nothing that XML forbids or normalises. (That it is UTF-8 shows as its texts
    are decoded.)

    Raises:
        Unusual: for any other.
    """
    # Deleting nothing from a copy takes a tenth of the time of a search for a set of characters.
    if len(data.translate(None, _CONTROLS)) != len(data):
        raise Unusual
    # Most documents do not even have the byte that is looked for first, and one byte is found ten times as
    # fast as three.
    if any(illegal[:1] in data and illegal in data for illegal in _ILLEGAL):
        raise Unusual
    return data


class Pattern:
    """A regular expression compiled on first use, once for each set of prefixes it is used with.

    In ``source`` the places ``{0}``, ``{1}`` … stand for prefixes (with their colon) that depend on how deep
    in the document the pattern is used.
    """

    __slots__ = ("_compiled", "_source", "match")

    match: Callable[[bytes, int], re.Match[bytes] | None]
    """Matches exactly at a position; only for a pattern that depends on no prefix."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._compiled: dict[tuple[str, ...], Callable[[bytes, int], re.Match[bytes] | None]] = {}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:  # only reached while the slot is empty
            if name != "match":
                raise AttributeError(name, name=name, obj=self)
            self.match = self.compiled()
            return self.match

    def at(self, data: bytes, position: int, *prefixes: str) -> re.Match[bytes]:
        """Match exactly here.

        Raises:
            Unusual: if the text does not match.
        """
        return (self._compiled.get(prefixes) or self.compiled(*prefixes))(data, position) or unusual()

    def compiled(self, *prefixes: str) -> Callable[[bytes, int], re.Match[bytes] | None]:
        """The ``match`` of the pattern compiled for these prefixes."""
        match = self._compiled.get(prefixes)
        if match is None:
            source = self._source
            for index, prefix in enumerate(prefixes):
                source = source.replace(f"{{{index}}}", re.escape(prefix))
            match = self._compiled[prefixes] = re.compile(source.encode()).match
        return match


def leaf(
    name: str,
    value: str = ANY_TEXT,
    *,
    default: str | None = None,
    nillable: bool = False,
    optional: bool = False,
) -> str:
    """The pattern source of an element that holds one scalar.

    ``name`` may begin with a place for a prefix (``{0}Key``); ``value`` is the pattern of the text, which
    accepts spellings that have one meaning and are written back as they are, with one group; ``default`` is a
    default namespace that the element declares. It captures the text; None stands for null. An optional
    nillable one captures twice: first what follows its name (None: absent), then the text.
    """
    tag = _tag(name)
    declared = _tag(f' xmlns="{default}"') if default is not None else ""
    nil = f' i:nil="true"{declared} />'
    if optional and nillable:
        return rf"[ \t\n]*(?:<{tag}({nil}|{declared}>{value}</{tag}>))?"
    if optional:
        return rf"[ \t\n]*(?:<{tag}{declared}>{value}</{tag}>)?"
    if nillable:
        return rf"[ \t\n]*(?:<{tag}{declared}>{value}</{tag}>|<{tag}{nil})"
    return rf"[ \t\n]*<{tag}{declared}>{value}</{tag}>"


def opening(
    name: str,
    declaration: str = "",
    *,
    content: str = "",
    default: str | None = None,
    optional: bool = False,
) -> str:
    """The pattern source of a start tag; it captures what follows the name and the declarations.

    That is ``>``, `` />`` (no content) or `` i:nil="true" />`` (null), with a default namespace that the
    element declares before the end; None where an optional element is absent. ``content`` is a declaration
    that a null element has not.
    """
    declared = _tag(f' xmlns="{default}"') if default is not None else ""
    ending = f'({declared}>|{declared} />| i:nil="true"{declared} />)'
    held = f"(?:{_tag(content)}|(?= i:nil=))" if content else ""
    source = rf"<{_tag(name)}{_tag(declaration)}{held}{ending}"
    return rf"[ \t\n]*(?:{source})?" if optional else rf"[ \t\n]*{source}"


def _tag(text: str) -> str:
    """Escape a name for a regular expression, places for prefixes kept."""
    return re.sub(r"\\\{(\d+)\\\}", r"{\1}", re.escape(text))


def skip_space(data: bytes, position: int) -> int:
    """The position of the next character that is not white space."""
    if data[position : position + 1] not in _SPACES:
        return position
    match = _SPACE.match(data, position)
    return match.end() if match else position


def closing(data: bytes, position: int, tag: bytes) -> int:
    """Step over white space and an end tag, given whole (``</Data>``).

    Raises:
        Unusual: if something else stands there.
    """
    if not data.startswith(tag, position):
        position = skip_space(data, position)
        if not data.startswith(tag, position):
            raise Unusual
    return position + len(tag)


def by_prefix(make: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what is made of a prefix: tags, which are encoded once for each."""
    return cache(make)


def read_items(
    data: bytes,
    position: int,
    tags: tuple[bytes, bytes],
    read: Callable[..., tuple[T, int]],
    *arguments: Any,
    blank: tuple[bytes, Callable[[], T]] | None = None,
) -> tuple[list[T], int]:
    """Read elements with these start and end tags until something else stands there.

    ``read`` gets the text, the position behind the start tag and the arguments. ``blank`` is how an item
    without content is written, and what makes its value.
    """
    return _read_items(data, position, tags[0], tags[1], None, read, arguments, blank)


def read_nillable_items(
    data: bytes,
    position: int,
    tags: tuple[bytes, bytes, bytes],
    read: Callable[..., tuple[T, int]],
    *arguments: Any,
    blank: tuple[bytes, Callable[[], T]] | None = None,
) -> tuple[list[T | None], int]:
    """Read elements with these start and end tags, or written as the third, until something else stands
    there.
    """
    return _read_items(data, position, tags[0], tags[1], tags[2], read, arguments, blank)


def _read_items(
    data: bytes,
    position: int,
    start: bytes,
    end: bytes,
    nil: bytes | None,
    read: Callable[..., tuple[Any, int]],
    arguments: tuple[Any, ...],
    blank: tuple[bytes, Callable[[], Any]] | None,
) -> tuple[list[Any], int]:
    items: list[Any] = []
    behind_start, behind_end = len(start), len(end)
    while True:
        while data.startswith(start, position):
            item, position = read(data, position + behind_start, *arguments)
            items.append(item)
            # closing() does the same; calling it for each item would cost a tenth of the whole reading.
            position = (
                position + behind_end if data.startswith(end, position) else closing(data, position, end)
            )
        if data.startswith(b"</", position):
            return items, position
        before, position = position, skip_space(data, position)
        if nil is not None and data.startswith(nil, position):
            items.append(None)
            position += len(nil)
        elif blank is not None and data.startswith(blank[0], position):
            items.append(blank[1]())
            position += len(blank[0])
        elif position == before:
            return items, position


def read_values(
    data: bytes, position: int, pattern: Pattern, convert: Callable[[bytes], T], *prefixes: str
) -> tuple[list[T], int]:
    """Read elements that hold one scalar each, for as long as ``pattern`` (a leaf) matches."""
    items: list[T] = []
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        items.append(convert(match[1]))
        position = match.end()
    return items, position


def read_nillable_values(
    data: bytes, position: int, pattern: Pattern, convert: Callable[[bytes], T], *prefixes: str
) -> tuple[list[T | None], int]:
    """Read elements that hold one scalar or null each, for as long as ``pattern`` (a leaf) matches."""
    items: list[T | None] = []
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        items.append(None if match[1] is None else convert(match[1]))
        position = match.end()
    return items, position


def read_entries(
    data: bytes,
    position: int,
    pattern: Pattern,
    read_key: Callable[[bytes], K],
    read_value: Callable[[bytes], T],
    *prefixes: str,
) -> tuple[dict[K, T], int]:
    """Read dictionary entries that ``pattern`` captures key and value of."""
    entries: dict[K, T] = {}
    count = 0
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        entries[read_key(match[1])] = read_value(match[2])
        count += 1
        position = match.end()
    return (entries, position) if len(entries) == count else unusual()


def read_nillable_entries(
    data: bytes,
    position: int,
    pattern: Pattern,
    read_key: Callable[[bytes], K],
    read_value: Callable[[bytes], T],
    *prefixes: str,
) -> tuple[dict[K, T | None], int]:
    """Read dictionary entries whose value may be null."""
    entries: dict[K, T | None] = {}
    count = 0
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        entries[read_key(match[1])] = None if match[2] is None else read_value(match[2])
        count += 1
        position = match.end()
    return (entries, position) if len(entries) == count else unusual()


def read_object_entries(
    data: bytes,
    position: int,
    pattern: Pattern,
    read_key: Callable[[bytes], K],
    value_end: bytes,
    entry_end: bytes,
    prefixes: tuple[str, ...],
    read: Callable[..., tuple[T, int]],
    *arguments: Any,
) -> tuple[dict[K, T], int]:
    """Read dictionary entries whose values have content of their own; ``pattern`` captures the key and the
    value's opening.

    Raises:
        Unusual: for a null or empty value, and for a key that comes twice.
    """
    entries: dict[K, T] = {}
    count = 0
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        if match[2] != b">":
            raise Unusual
        value, position = read(data, match.end(), *arguments)
        entries[read_key(match[1])] = value
        count += 1
        position = closing(data, closing(data, position, value_end), entry_end)
    return (entries, position) if len(entries) == count else unusual()


def read_nillable_object_entries(
    data: bytes,
    position: int,
    pattern: Pattern,
    read_key: Callable[[bytes], K],
    value_end: bytes,
    entry_end: bytes,
    prefixes: tuple[str, ...],
    read: Callable[..., tuple[T, int]],
    *arguments: Any,
) -> tuple[dict[K, T | None], int]:
    """Read dictionary entries whose values have content of their own or are null.

    Raises:
        Unusual: for an empty value, and for a key that comes twice.
    """
    entries: dict[K, T | None] = {}
    count = 0
    matching = pattern.compiled(*prefixes)
    while (match := matching(data, position)) is not None:
        count += 1
        if match[2] == NIL:
            entries[read_key(match[1])] = None
            position = closing(data, match.end(), entry_end)
            continue
        if match[2] != b">":
            raise Unusual
        entries[read_key(match[1])], position = read(data, match.end(), *arguments)
        position = closing(data, closing(data, position, value_end), entry_end)
    return (entries, position) if len(entries) == count else unusual()
