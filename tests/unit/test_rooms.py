"""The rooms of the program: every module has a name of its own, and what is private to a room stays in it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import wiresmith

ROOT = Path(wiresmith.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.name not in ("__init__.py", "__main__.py"))
IMPORTED = re.compile(r"^\s*from wiresmith\.(\w+)\.([\w.]+) import ", re.MULTILINE)


def test_no_two_modules_have_one_name() -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        found[path.stem.lstrip("_")].append(str(path.relative_to(ROOT)))
    assert [paths for paths in found.values() if len(paths) > 1] == []


def test_nobody_imports_the_private_modules_of_another_room() -> None:
    strangers: list[str] = []
    for path in ROOT.rglob("*.py"):
        room = path.relative_to(ROOT).parts[0]
        for other, inner in IMPORTED.findall(path.read_text("utf-8")):
            if other != room and any(part.startswith("_") for part in inner.split(".")):
                strangers.append(f"{path.relative_to(ROOT)}: {other}.{inner}")
    assert strangers == []


def test_every_page_about_a_decision_is_listed() -> None:
    folder = ROOT.parents[1] / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert [page.name for page in folder.glob("*.md") if f"({page.name})" not in listed] == ["README.md"]
