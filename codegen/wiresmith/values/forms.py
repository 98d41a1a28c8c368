"""What the text of a scalar depends on besides its value."""

from __future__ import annotations

from typing import Literal

Format = Literal["json", "xml"]
"""The format of the document."""
Floats = Literal["framework", "core"]
"""Whose text of floating point numbers XML has: .NET Framework's, or that of .NET Core 3.0 and later."""
Texts = Literal["standard", "dotnet"]
"""Whose texts scalars have where there is more than one form: those of ISO 8601 and its like, or .NET's (``1.02:03:04``)."""

ANY_TEXT = "([^<]*)"
"""The regular expression of any text of an XML element, with one group."""
