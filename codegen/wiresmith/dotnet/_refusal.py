"""The error that the reader raises where .NET throws."""

from __future__ import annotations


class Refused(Exception):
    """A document that .NET does not read.

    ``code`` names the kind as in findings; ``at`` is where in the document, as an offset in its UTF-8, None
    where that is not known.
    """

    def __init__(self, code: str, message: str, expected: str = "", at: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.expected = expected
        self.at = at


def wrong_value(text: str, clr_type: str, expected: str) -> Refused:
    """A text that is no value of a CLR type."""
    from wiresmith.runtime.findings import quoted

    return Refused("wrong-value", f"{quoted(text)} cannot be parsed as {clr_type}", expected)
