"""One family of errors for everything that cannot be done; their messages say why, and what to do
about it.
"""

from __future__ import annotations


class Failure(Exception):
    """A command cannot do what it was asked for."""


class EmitError(Failure):
    """A contract cannot become a package, or its files cannot be written."""


class ExportError(Failure):
    """A contract cannot be said in another language, or models cannot be made of it."""


class ServeError(Failure):
    """A server cannot start."""


class XsdError(Failure):
    """There can be no XSD of a contract, or no spec of an XSD."""
