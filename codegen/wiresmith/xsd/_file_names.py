"""The names of schema files, made of their namespaces as svcutil makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

ENTRY: Final = "schema.xsd"
"""The file that imports all others, for validators that want one."""

_NO_NAMESPACE: Final = "no-namespace.xsd"
_LONGEST: Final = 150
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")


def file_names(namespaces: Iterable[str]) -> dict[str, str]:
    """A file name for each namespace, no two of them equal, not even where case does not count."""
    taken = {ENTRY}
    names: dict[str, str] = {}
    for namespace in sorted(namespaces):
        stem = _stem(namespace)
        name, number = f"{stem}.xsd", 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}.xsd"
        taken.add(name.lower())
        names[namespace] = name
    return names


def _stem(namespace: str) -> str:
    if not namespace:
        return _NO_NAMESPACE.removesuffix(".xsd")
    plain = _UNSAFE.sub(".", _SCHEME.sub("", namespace, count=1)).strip(".")
    return plain[:_LONGEST].rstrip(".") or "namespace"
