"""Modules that files of kinds name and do not import until something of them is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Lazy:
    """A module that is imported when something of it is first used.

    Whoever types it says so beside: ``if TYPE_CHECKING: from wiresmith.values import datetimes``.
    """

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value: Any = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value


def loaded(name: str) -> Any:
    """The object that a name with its module stands for."""
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute)
