"""Python names that stand in one place together: derived or given, checked, and all different."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from wiresmith.contract import python_names
from wiresmith.contract.python_names import NoPythonName, Role
from wiresmith.language import Placed, Problems, Spot, nearest, shown

MOST_SUGGESTIONS: Final = 500
"""Looking for the nearest of more words takes longer than it helps."""

_DERIVE: Final[dict[Role, Callable[[str], str]]] = {
    "member": python_names.member_name,
    "parameter": python_names.parameter_name,
    "credential": python_names.credential_name,
    "operation": python_names.operation_name,
    "enum member": python_names.enum_member_name,
}


def python_name(wire: str, given: Placed[str] | None, role: Role, at: Spot, problems: Problems) -> str:
    """The Python name for a name of the wire: the one that is given, or the derived one."""
    if given is not None:
        fault = python_names.fault(given.value, role)
        if fault is not None:
            problems.add(
                given.at, f"{shown(given.value)} {fault}", f"a name for {_with_article(role)} is expected"
            )
        return given.value
    try:
        return _DERIVE[role](wire)
    except NoPythonName as error:
        problems.add(at, str(error), "", "set python:")
        return ""


def did_you_mean(word: str, known: Iterable[str], prefix: str = "") -> str:
    """A suggestion: the known word that was probably meant; empty if there is none, or too many to look
    through.
    """
    words = list(known)
    near = nearest(word, words) if len(words) <= MOST_SUGGESTIONS else None
    return f"did you mean {shown(prefix + near)}?" if near else ""


def _with_article(role: str) -> str:
    return f"{'an' if role[0] in 'aeo' else 'a'} {role}"


class Taken:
    """The Python names used so far in one place; tells which two things would have the same."""

    def __init__(self, what: str, problems: Problems) -> None:
        self._what = what
        self._problems = problems
        self._users: dict[str, str] = {}

    def add(self, python: str, user: str, at: Spot) -> None:
        """Take a name for ``user`` (as the spec calls it); report it if another has it."""
        if not python:
            return
        other = self._users.setdefault(python, user)
        if other != user:
            self._problems.add(
                at,
                f"{shown(user)} and {shown(other)} would both be {shown(python)} in Python",
                f"{self._what} have different names",
                "set python: for one of them",
            )
