"""What README and docs show is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wiresmith.contract.resolve import load_specs
from wiresmith.emit.packages import emit_all
from wiresmith.emit.write import write_tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def run_python(code: str, *path: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_of_the_readme(tmp_path: Path) -> None:
    for snippet in blocks(README, "yaml"):
        first = snippet.splitlines()[0]
        if first.startswith("# specs/"):
            file = tmp_path / first.removeprefix("# ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(snippet)
    write_tree(emit_all(load_specs(tmp_path / "specs")), tmp_path / "generated")
    for code, output in zip(blocks(README, "python"), blocks(README, "text"), strict=True):
        assert run_python(code, tmp_path / "generated", ROOT / "codegen") == output


def test_the_example_is_short() -> None:
    lines = [*blocks(README, "yaml")[:2], *blocks(README, "python")[:1]]
    assert sum(len(block.splitlines()) for block in lines) < 40


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_python_in_the_docs_runs(page: Path) -> None:
    for code in blocks(page.read_text("utf-8"), "python"):
        run_python(code, ROOT / "generated", ROOT / "codegen")


def test_every_api_is_in_the_table() -> None:
    for folder in (ROOT / "specs").iterdir():
        if folder.is_dir():
            assert f"`batch_apis.{folder.name}`" in README


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "ARCHITECTURE.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
