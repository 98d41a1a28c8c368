"""Checks with ``isinstance`` for containers, after which type checkers know what is in them."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Is it a list, of whatever?"""
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[Any, Any]]:
    """Is it a dict, of whatever?"""
    return isinstance(value, dict)
