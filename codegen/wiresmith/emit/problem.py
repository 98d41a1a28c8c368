"""What cannot be emitted or written."""

from __future__ import annotations


class EmitError(Exception):
    """A contract that cannot become a package, or files that cannot be written; the message says what to
    do."""
