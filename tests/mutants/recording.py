"""A plugin of pytest that records which tests reach which lines: ``-p tests.mutants.recording``.

It has to be loaded before wiresmith. Each process writes a file of its own into the folder that
``WIRESMITH_REACH`` names.
"""

from __future__ import annotations

import os
import pickle
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import Any

import coverage
import pytest

_COVERAGE = coverage.Coverage(data_file=None, source_pkgs=["wiresmith"], config_file=False)
_COVERAGE.start()
_SECONDS: dict[str, float] = defaultdict(float)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, None]:
    """Lines that run from now on are reached by this test."""
    _COVERAGE.switch_context(item.nodeid)
    yield
    _COVERAGE.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """How long a test takes."""
    _SECONDS[report.nodeid] += report.duration


def pytest_sessionfinish() -> None:
    """Write what was recorded."""
    _COVERAGE.stop()
    data = _COVERAGE.get_data()
    reach: dict[str, dict[int, list[str]]] = {}
    for file in data.measured_files():
        reach[file] = {
            line: sorted(set(tests) - {""}) for line, tests in data.contexts_by_lineno(file).items()
        }
    name = os.environ.get("PYTEST_XDIST_WORKER", "main")
    Path(os.environ["WIRESMITH_REACH"], f"{name}.pickle").write_bytes(pickle.dumps((reach, dict(_SECONDS))))
