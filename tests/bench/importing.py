"""What importing an emitted package costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import fresh
from tests.unit.large.contracts import large
from wiresmith.emit.packages import emit_package
from wiresmith.emit.write import write_tree

ROOT = Path(__file__).parents[2]


def models(runs: int = 15) -> float:
    """Seconds that ``import batch_apis.bemicron`` takes beyond starting Python."""
    bare, imported = fresh(["-c", "pass"], ["-c", "import batch_apis.bemicron"], runs=runs)
    return imported - bare


def calling(operations: int, runs: int = 5) -> tuple[float, float]:
    """Seconds and bytes that importing an API of so many operations, its client too, and calling one
    operation in both formats takes.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = emit_package(large(operations))
        write_tree({path: source.encode() for path, source in files.items()}, Path(folder))
        (Path(folder) / "batch_apis" / "__init__.py").touch()
        path = os.pathsep.join((folder, *(str(ROOT / part) for part in ("codegen", "."))))
        command = [sys.executable, "-m", "tests.unit.large.calling", "batch_apis.large"]
        said = [
            subprocess.run(
                command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
            ).stdout.split()
            for _ in range(runs + 1)
        ]
        seconds, size = min(said[1:], key=lambda each: float(each[0]))
        return float(seconds), float(size)
