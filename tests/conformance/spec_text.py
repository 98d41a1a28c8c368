"""Spec files as text: the subset of YAML that translated contracts need, all of it ASCII."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def spec_text(value: dict[str, Any], depth: int = 3) -> str:
    """A mapping as YAML; what nests deeper than ``depth`` stands in braces."""
    return "".join(_lines(value, depth, ""))


def _lines(value: dict[str, Any], depth: int, margin: str) -> list[str]:
    lines: list[str] = []
    for key, part in value.items():
        if isinstance(part, dict) and part and depth:
            lines.append(f"{margin}{_scalar(key)}:\n")
            lines += _lines(part, depth - 1, margin + "  ")
        else:
            lines.append(f"{margin}{_scalar(key)}: {_flow(part)}\n")
    return lines


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 0x20 <= code < 0x7F:
        return character
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
