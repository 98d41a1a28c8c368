"""What docs/exports.md shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.unit.export.exports import ROOT

PAGE = (ROOT / "docs/exports.md").read_text("utf-8")


def test_the_commands_print_what_they_do(tmp_path: Path) -> None:
    (tmp_path / "specs").symlink_to(ROOT / "specs")
    (block,) = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for part in block.split("$ ")[1:]:
        command, _, shown = part.partition("\n")
        done = subprocess.run(
            [sys.executable, "-m", *command.split()],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT / "codegen")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, shown), done.stderr
