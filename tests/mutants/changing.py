"""A plugin of pytest that has one module of wiresmith changed: ``-p tests.mutants.changing``.

``WIRESMITH_MUTANT`` names a file of JSON: the module's file, its source with the change, and the tests to
run, in order. Files stay as they are, so that several changes can be tried at once.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

_GIVEN: dict[str, Any] = json.loads(Path(os.environ["WIRESMITH_MUTANT"]).read_text("utf-8"))


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        return compile(_GIVEN["source"], self.path, "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if not fullname.startswith("wiresmith"):
            return None
        found = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if found is not None and found.origin == _GIVEN["path"]:
            found.loader = _Loader(fullname, _GIVEN["path"])
        return found


if _GIVEN["source"] is not None:
    sys.meta_path.insert(0, _Finder())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that are asked for."""
    order = {name: at for at, name in enumerate(_GIVEN["tests"])}
    kept = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in order])
    items[:] = kept
