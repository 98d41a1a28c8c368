"""The first lines of every emitted file: where it comes from, and how a later run knows that it may replace
it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from wiresmith.description import Contract
from wiresmith.emit.safe_text import Comment, Identifier, SafeText

RUNTIME_NEEDED: Final = "0.3"
"""The version of ``wiresmith.runtime`` that emitted code is written for; packages check it as they are
imported."""

_MARK: Final = "# Emitted by wiresmith from specs/"


class Header(SafeText):
    """The comment lines at the top of an emitted file."""

    __slots__ = ()


def header(contract: Contract) -> Header:
    """The header of the files of one API, with a digest of its spec files."""
    return _header(f"{Identifier(contract.api).source}/", _digest(contract.files))


def root_header() -> Header:
    """The header of the files above the APIs' packages, which depend on no spec."""
    return _header("", "")


def is_ours(text: str) -> bool:
    """Was this file emitted (so that it may be replaced or removed)?"""
    return text.startswith(_MARK)


def _header(folder: str, digest: str) -> Header:
    origin = f'{_MARK[2:]}{folder}: change the spec and run "wiresmith generate", not this file.'
    lines = [Comment(origin).source]
    if digest:
        lines.append(Comment(f"Spec sha256 {digest}; needs wiresmith runtime {RUNTIME_NEEDED}.").source)
    return Header.trusted("\n".join(f"# {line}" for line in lines))


def _digest(sources: Iterable[tuple[str, str]]) -> str:
    """One SHA-256 over the names and digests of the spec files, in the order of their names."""
    listing = "".join(f"{digest}  {name}\n" for name, digest in sorted(sources))
    return hashlib.sha256(listing.encode("utf-8", "surrogatepass")).hexdigest()
