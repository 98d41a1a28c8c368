"""Spec data → YAML text in which every scalar is what it looks like to every reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

Node = str | int | bool | Sequence["Node"] | Mapping[str, "Node"]

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*", re.ASCII)
_READ_OTHERWISE: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_WIDEST: Final = 110


def yaml_text(mapping: Mapping[str, Node]) -> str:
    """A block mapping; whatever fits into a line stands in it."""
    return "".join(_block(mapping, 0))


def _block(mapping: Mapping[str, Node], depth: int) -> list[str]:
    lines: list[str] = []
    for key, value in mapping.items():
        start = "  " * depth + _scalar(key) + ":"
        flow = f"{start} {_flow(value)}\n"
        if isinstance(value, list) and len(flow) > _WIDEST:
            lines += [start + "\n", *("  " * depth + f"  - {_flow(each)}\n" for each in value)]
        elif not isinstance(value, Mapping) or (depth > 1 and len(flow) <= _WIDEST) or not value:
            lines.append(flow)
        else:
            lines += [start + "\n", *_block(value, depth + 1)]
        if depth == 1 and isinstance(value, Mapping):
            lines.append("\n")
    return lines


def _flow(value: Node) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(_flow(each) for each in value) + "]"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _READ_OTHERWISE:
        return text
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
