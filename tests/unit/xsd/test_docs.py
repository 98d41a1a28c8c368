"""What docs/xsd.md shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/xsd.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_commands_print_what_they_do(tmp_path: Path) -> None:
    (spec,) = blocks("yaml")
    (tmp_path / "specs/warehouse").mkdir(parents=True)
    (tmp_path / "specs/warehouse/api.yaml").write_text(spec, "utf-8")
    for block in blocks("console"):
        for part in block.split("$ ")[1:]:
            command, _, shown = part.partition("\n")
            ours = (
                f"{sys.executable} -m wiresmith" if command.startswith("wiresmith ") else command.split()[0]
            )
            done = subprocess.run(
                command.replace(command.split()[0], ours, 1),
                shell=True,
                cwd=tmp_path,
                env={**os.environ, "PYTHONPATH": str(ROOT / "codegen"), "LC_ALL": "C"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.stdout == shown, done.stderr
    (xml,) = blocks("xml")
    written = (tmp_path / "xsd/schemas.datacontract.org.2004.07.Warehouse.xsd").read_text("utf-8")
    assert "".join(f"  {line}" for line in xml.splitlines(keepends=True)) in written
