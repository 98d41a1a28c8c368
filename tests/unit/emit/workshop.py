"""An API of .NET's with all that its data contracts can say in XML, and values of its types for tests of the
emitted code.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract
from wiresmith.runtime import Finding, Limits, WriterOptions
from wiresmith.runtime.unusual import Unusual
from wiresmith.runtime.xml.fast.codec import XmlCodec
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.runtime.xml.writing.exact_document import write_document

XSI = "http://www.w3.org/2001/XMLSchema-instance"
REFUSALS = (ValueError, TypeError, KeyError, AttributeError)
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
SYSTEM = "http://schemas.datacontract.org/2004/07/System"

HEAD = """
wiresmith: 1
api: workshop
formats: [xml]
xml: {dialect: datacontract, namespace: "urn:w"}
"""


class Made:
    """A package made of a spec's types: its classes by name, and its codecs."""

    def __init__(self, spec: str) -> None:
        with TemporaryDirectory() as place:
            folder = Path(place, "workshop")
            folder.mkdir()
            folder.joinpath("api.yaml").write_text(spec, encoding="utf-8")
            self.contract: Contract = load_api(folder)
        self.package: Any = load(self.contract)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.package, name)

    def codec(self, as_: Any) -> XmlCodec[Any]:
        """The emitted codec of a document."""
        codec: XmlCodec[Any] = self.package._package._codec(self.package._package.key_of(as_), "xml")
        return codec

    def fast(self, value: Any, as_: Any = None) -> str:
        """What the emitted code alone writes."""
        return self.codec(as_ if as_ is not None else type(value)).encode(value)

    def read(self, document: str, as_: Any) -> Any:
        """What the emitted code alone reads."""
        return self.codec(as_).decode(document.encode())

    def exact(self, value: Any, as_: Any = None) -> str:
        """What the exact writer writes."""
        inner = self.package._package
        type_ = inner.type_of(inner.key_of(as_ if as_ is not None else type(value)))
        return write_document(value, inner.schema, type_, WriterOptions())

    def exactly(self, document: str, as_: Any) -> tuple[Any, list[Finding]]:
        """What the exact reader makes of a document."""
        inner = self.package._package
        return read_xml(document.encode(), inner.schema, inner.type_of(inner.key_of(as_)), Limits())

    def writes(self, value: Any, expected: str, as_: Any = None) -> None:
        """Assert that both writers give these bytes, and that the emitted code reads them back."""
        assert self.fast(value, as_) == expected
        assert self.exact(value, as_) == expected
        assert self.read(expected, as_ if as_ is not None else type(value)) == value

    def elsewhere(self, value: Any, as_: Any = None) -> str:
        """Assert that the emitted code leaves a value to the exact writer; what that writes."""
        with pytest.raises((Unusual, *REFUSALS)):
            self.fast(value, as_)
        return self.exact(value, as_)


@cache
def made(types: str, head: str = HEAD) -> Made:
    """The package of these types; the same for the same text."""
    return Made(f"{head}\ntypes:\n{types}")
