"""Why something cannot be exported."""

from __future__ import annotations


class ExportError(Exception):
    """The message says what is wrong, where, and what to do."""
