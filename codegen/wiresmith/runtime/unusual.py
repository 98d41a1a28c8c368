"""The signal with which the fast tier hands a document on."""

from __future__ import annotations


class Unusual(Exception):
    """A document is not in the one form that the fast tier reads; the exact reader decides what it is."""
