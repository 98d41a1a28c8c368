"""Contracts become the files of packages."""

from __future__ import annotations

from wiresmith.emit.packages import ROOT, emit_all, emit_package
from wiresmith.emit.safe_text import Comment, Identifier, literal
from wiresmith.emit.write import check_tree, write_tree

__all__ = [
    "ROOT",
    "Comment",
    "Identifier",
    "check_tree",
    "emit_all",
    "emit_package",
    "literal",
    "write_tree",
]
