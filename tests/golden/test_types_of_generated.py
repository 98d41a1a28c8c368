"""Emitted code is as clean as code written by hand: both type checkers at their strictest, and the linter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.documented import GENERATED, REPOSITORY


def run(tool: str, *arguments: str) -> None:
    """Run a tool over ``generated/``; where it is not installed the test is skipped, but never in CI."""
    found = shutil.which(tool, path=str(Path(sys.executable).parent)) or shutil.which(tool)
    if found is None:
        assert not os.environ.get("CI"), f"{tool} is not installed"
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run(
        [found, *arguments], cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy() -> None:
    # The runtime is checked by itself, with the stubs of its dependencies.
    run("mypy", "--strict", "--follow-imports=silent", str(GENERATED))


def test_pyright() -> None:
    # The configuration of the repository is the strict one; naming files keeps to them.
    files = sorted(str(file) for file in GENERATED.rglob("*.py"))
    run("pyright", "--pythonpath", sys.executable, *files)


def test_ruff_check() -> None:
    run("ruff", "check", "--no-cache", str(GENERATED))


def test_ruff_format() -> None:
    run("ruff", "format", "--check", "--no-cache", str(GENERATED))
