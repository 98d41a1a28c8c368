"""The rooms of the program: every module has a name of its own, and what is private to a room stays in it."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import wiresmith

ROOT = Path(wiresmith.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.name not in ("__init__.py", "__main__.py"))


def test_no_two_modules_have_one_name() -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        found[path.stem.lstrip("_")].append(str(path.relative_to(ROOT)))
    assert [paths for paths in found.values() if len(paths) > 1] == []


def test_nobody_imports_the_private_modules_of_another_room() -> None:
    strangers: list[str] = []
    for path in ROOT.rglob("*.py"):
        room = path.relative_to(ROOT).parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("wiresmith."):
                continue
            _, other, *inner = (node.module or "").split(".")
            if other != room and any(part.startswith("_") for part in inner):
                strangers.append(f"{path.relative_to(ROOT)}: {node.module}")
    assert strangers == []


def test_every_page_about_a_decision_is_listed() -> None:
    folder = ROOT.parents[1] / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert [page.name for page in folder.glob("*.md") if f"({page.name})" not in listed] == ["README.md"]
