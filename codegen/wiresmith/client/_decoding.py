"""Bodies that come compressed, taken apart in bounded pieces.

The HTTP library takes a compressed body that was cut off for a whole one, and shows nothing of what it reads
between two pieces of output.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

_PIECE: Final = 1024 * 1024
_MOST: Final = 4
_GZIP: Final = ("gzip", "x-gzip")


class Undecodable(ValueError):
    """A body that is not in the codings that it names; the message says why."""


class Decoder:
    """Decodes a body as its ``Content-Encoding`` says.

    Args:
        codings: the value of that header.
    """

    def __init__(self, codings: str) -> None:
        self._codings = [name for each in codings.lower().split(",") if (name := each.strip())]
        self._links: list[_Inflating] | None = None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """The output that the next bytes stand for.

        Raises:
            Undecodable: if they stand for nothing.
        """
        if self._links is None:
            self._links = _links(self._codings)
        pieces: Iterable[bytes] = (data,)
        for link in self._links:
            pieces = link.pieces(pieces)
        try:
            yield from pieces
        except zlib.error as error:
            raise Undecodable(str(error)) from None

    def check_end(self) -> None:
        """Raises Undecodable if the body goes on. One without any bytes is whole in every coding."""
        if not all(link.is_whole for link in self._links or ()):
            raise Undecodable("it ends too early")


def _links(codings: list[str]) -> list[_Inflating]:
    if len(codings) > _MOST:
        raise Undecodable(f"it has more than {_MOST} codings")
    named = [coding for coding in codings if coding != "identity"]
    if unknown := next((coding for coding in named if coding not in (*_GZIP, "deflate")), None):
        raise Undecodable(f"it comes as {unknown[:40]}, which was not asked for")
    return [_Inflating(coding) for coding in reversed(named)]


class _Inflating:
    def __init__(self, coding: str) -> None:
        self._is_gzip = coding in _GZIP
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16) if self._is_gzip else None
        self._first = b""
        self.is_whole = True

    def pieces(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            data = chunk
            if self._inflate is None:
                self._first = data = self._first + data
                self.is_whole = not data
                if len(data) < 2:
                    continue
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS if _has_header(data) else -zlib.MAX_WBITS)
            more = bool(data)
            while more:
                if self._inflate.eof:
                    if not self._is_gzip:
                        raise Undecodable("something follows its end")
                    self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
                piece = self._inflate.decompress(data, _PIECE)
                self.is_whole = self._inflate.eof
                data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
                more = bool(data) or (len(piece) == _PIECE and not self._inflate.eof)
                if piece:
                    yield piece


def _has_header(data: bytes) -> bool:
    """Is it deflate as RFC 9110 has it, in the zlib format? Some servers send it bare."""
    return data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
