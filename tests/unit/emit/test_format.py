"""Formatting with the pinned ruff."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import pytest

from wiresmith.emit import format
from wiresmith.failure import EmitError

FILE = PurePosixPath("batch_apis/x/models.py")


def test_files_are_formatted_whatever_the_place_configures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 20\n[format]\nquote-style = 'single'\n")
    monkeypatch.chdir(tmp_path)
    assert format.formatted({FILE: "x = [ 1,2 ,'aaaaaaaaaaaaaaaaaa' ]"}) == {
        FILE: 'x = [1, 2, "aaaaaaaaaaaaaaaaaa"]\n'
    }


def test_all_files_take_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[object] = []
    real = subprocess.run

    def counted(*args: object, **options: object) -> object:
        runs.append(args)
        return real(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counted)
    files = {PurePosixPath(f"a/b{number}.py"): "x=1" for number in range(5)}
    assert set(format.formatted(files).values()) == {"x = 1\n"}
    assert len(runs) == 1


def test_the_pinned_version_is_the_installed_one() -> None:
    assert version("ruff") == format.RUFF_VERSION


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(format, "RUFF_VERSION", "0.1.2")
    with pytest.raises(EmitError, match=r"ruff 0\.1\.2, and another one is installed; install it with"):
        format.formatted({FILE: "x = 1\n"})


def test_missing_ruff_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EmitError, match=r"is not installed; install it with: pip install"):
        format.find_ruff()


def test_broken_source_is_said() -> None:
    with pytest.raises(EmitError, match=r"could not format the emitted files: .*models\.py"):
        format.formatted({FILE: "def (:\n"})
