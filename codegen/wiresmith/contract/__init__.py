"""What specs mean: names computed, references resolved, facts checked."""

from __future__ import annotations

from wiresmith.contract._declarations import CONTAINERS, MOST_LEVELS
from wiresmith.contract.resolve import load_api, load_specs

__all__ = [
    "CONTAINERS",
    "MOST_LEVELS",
    "load_api",
    "load_specs",
]
