"""docs/exports.md knows every extension; ``tests/judge`` runs what it shows."""

from __future__ import annotations

import re

from tests.unit.export.exports import ROOT

PAGE = (ROOT / "docs/exports.md").read_text("utf-8")


def test_every_extension_is_in_the_table() -> None:
    folders = ROOT / "codegen/wiresmith/export", ROOT / "codegen/wiresmith/kinds"
    source = "".join(path.read_text("utf-8") for folder in folders for path in folder.glob("*.py"))
    used = set(re.findall(r"\"(x-(?:wiresmith-|enum-|expected)[a-z-]*)\"", source))
    assert used <= set(re.findall(r"`(x-[a-z-]+)`", PAGE))
    assert set(re.findall(r"^\| `(x-[a-z-]+)`", PAGE, re.MULTILINE)) <= used
