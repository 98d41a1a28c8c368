"""Names in a spec that is made of something else: told apart, and free to use in Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from wiresmith.contract import CONTAINERS
from wiresmith.contract.python_names import NoPythonName, class_name, enum_member_name, member_name
from wiresmith.kinds import kind_names

_TAKEN: Final = frozenset({*CONTAINERS, "KeyValuePair", "None", "True", "False"})


class TypeNameBook:
    """Gives every type a name of its own."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._classes: set[str] = set()

    def add(self, local: str) -> str:
        """A name for the type of this XML name."""
        stem = re.sub(r"\{[^}]*\}|[^A-Za-z0-9_]", "", local.split("Of{")[0]) or "Type"
        if not re.match(r"[A-Za-z]", stem):
            stem = f"Type{stem.lstrip('_')}"
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}{number}"
            python = _derived(class_name, name)
            if (
                name not in _TAKEN | kind_names()
                and name not in self._names
                and python not in {None, *self._classes}
            ):
                self._names.add(name)
                self._classes.add(python or name)
                return name
            number += 1


class MemberNameBook:
    """Gives the members of a class, and those it inherits, keys and Python names that differ."""

    def __init__(self, above: MemberNameBook | None = None) -> None:
        self._keys: set[str] = set(above._keys) if above is not None else set()
        self._python: set[str] = set(above._python) if above is not None else set()

    def add(self, local: str) -> tuple[str, str | None]:
        """The key of a member, and the Python name to say beside it, if one is needed."""
        key, number = local, 1
        while key in self._keys:
            number += 1
            key = f"{local}{number}"
        self._keys.add(key)
        return key, _told_apart(member_name, key, "member", self._python)


class ValueNameBook:
    """Gives the values of an enum Python names that differ."""

    def __init__(self) -> None:
        self._python: set[str] = set()

    def add(self, text: str) -> str | None:
        """The Python name to say beside a value, if one is needed."""
        return _told_apart(enum_member_name, text, "VALUE", self._python)


def _told_apart(derive: Callable[[str], str], text: str, stem: str, taken: set[str]) -> str | None:
    derived = _derived(derive, text)
    python, number = derived or f"{stem}_1", 1
    while python in taken:
        number += 1
        python = f"{derived or stem}_{number}"
    taken.add(python)
    return None if python == derived else python


def _derived(derive: Callable[[str], str], text: str) -> str | None:
    try:
        return derive(text)
    except NoPythonName:
        return None
