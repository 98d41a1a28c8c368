"""No kind is named in more than a few files: whatever else has to know one, asks its record.

python -m tests.unit.kinds.test_names [folder of wiresmith]   # a table of kinds and the files that name each
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import wiresmith
from wiresmith.kinds.registry import BUILT_IN

pytestmark = pytest.mark.slow

MOST_FILES = 6
OTHER_WORDS = frozenset(
    {"str", "bool", "int", "number", "bytes", "any", "char", "date", "time", "datetime", "decimal"}
)
"""Kinds whose names are also words of Python, of JSON Schema, of codecs; they count where they are told to be
kinds.
"""
_TAKERS = frozenset({"Scalar", "ScalarType", "Typed", "kind_of", "typed_scalar"})


def named(folder: Path) -> dict[str, set[str]]:
    """The files that name each kind, in a string that is no docstring."""
    found: dict[str, set[str]] = {kind: set() for kind in BUILT_IN}
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for kind in {*_literals(tree, found.keys() - OTHER_WORDS), *_kinds(tree, OTHER_WORDS)}:
            found[kind].add(str(path.relative_to(folder)))
    for path in folder.rglob("*.jinja"):
        text = path.read_text("utf-8")
        for kind in found.keys() - OTHER_WORDS:
            if f'"{kind}"' in text or f"'{kind}'" in text:
                found[kind].add(str(path.relative_to(folder)))
    return found


def _literals(tree: ast.AST, kinds: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in kinds:
            yield node.value


def _kinds(tree: ast.AST, kinds: frozenset[str]) -> Iterator[str]:
    """Kinds that something called ``kind`` is compared with, that are given as one, or that stand in a table
    with other kinds.
    """
    for node in ast.walk(tree):
        inner: list[ast.AST] = []
        match node:
            case ast.Compare(left=left, comparators=rest) if any(map(_is_kind, (left, *rest))):
                inner = [left, *rest]
            case ast.Match(subject=subject, cases=cases) if _is_kind(subject):
                inner = [case.pattern for case in cases]
            case ast.MatchClass(kwd_attrs=names, kwd_patterns=patterns):
                inner = [pattern for name, pattern in zip(names, patterns, strict=True) if name == "kind"]
            case ast.keyword(arg="kind", value=value):
                inner = [value]
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _TAKERS:
                inner = [first]
            case ast.Dict() | ast.Set() | ast.Tuple() | ast.List() | ast.Subscript():
                texts = {*_literals(node, set(BUILT_IN))}
                inner = [node] if texts - OTHER_WORDS else []
            case ast.Assign(targets=[ast.Name(id="name")], value=value):
                inner = [value]
        for part in inner:
            yield from _literals(part, set(kinds))


def _is_kind(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "kind") or (
        isinstance(node, ast.Attribute) and node.attr == "kind" and "contract" not in ast.unparse(node)
    )


def test_a_kind_is_named_in_few_files() -> None:
    by_kind = named(Path(wiresmith.__file__).parent)
    assert {kind: sorted(files) for kind, files in by_kind.items() if len(files) > MOST_FILES} == {}
    assert [kind for kind, files in by_kind.items() if not files] == [], "its own file names it"


if __name__ == "__main__":
    for kind, files in named(Path(*sys.argv[1:] or [str(Path(wiresmith.__file__).parent)])).items():
        print(f"{kind:16}{len(files):3}  {' '.join(sorted(files)) if len(files) <= MOST_FILES else ''}")
