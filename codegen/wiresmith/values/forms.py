"""The choices, besides its value, that the text of a scalar depends on."""

from __future__ import annotations

from typing import Literal

Format = Literal["json", "xml"]
"""The format of the document."""
Floats = Literal["framework", "core"]
"""The text of floating point numbers in XML: that of .NET Framework, or of .NET Core 3.0 and later."""
Texts = Literal["standard", "dotnet"]
"""The texts that scalars have where there is more than one form: those of ISO 8601 and its like, or .NET's
(``1.02:03:04``).
"""

ANY_TEXT = "([^<]*)"
"""The regular expression of any text of an XML element, with one group."""
