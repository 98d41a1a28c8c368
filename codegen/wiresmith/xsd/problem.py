"""Why there can be no XSD, or no spec of one."""

from __future__ import annotations


class XsdError(Exception):
    """The message says what is wrong, where, and what to do."""
