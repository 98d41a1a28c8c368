"""What importing an emitted package costs."""

from __future__ import annotations

from tests.bench.timing import fresh


def models(runs: int = 15) -> float:
    """Seconds that ``import batch_apis.bemicron`` takes beyond starting Python."""
    bare, imported = fresh(["-c", "pass"], ["-c", "import batch_apis.bemicron"], runs=runs)
    return imported - bare
