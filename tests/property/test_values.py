"""Any value of any type goes out and comes back as it was; what is written is what other parsers read, too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.golden.documented import Format, contracts, exactly, fast, made_up, package
from tests.property.judge import json_says, xml_says
from tests.property.values import Values, alike
from wiresmith.contract.model import Contract, NamedType, ObjectType, TypeUse
from wiresmith.runtime import WriterOptions

STREAM = WriterOptions(style="stream")
LAYOUTS = [WriterOptions(indent=2), WriterOptions(indent=0), WriterOptions(indent=1, newline="\r\n"), STREAM]

few = settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@dataclass(frozen=True, slots=True)
class Document:
    """A type that a whole document can be of: what it is in the contract, and for the emitted package."""

    contract: Contract
    name: str
    use: TypeUse
    format: Format

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return f"{self.contract.api}-{self.name}-{self.format}"

    @property
    def package(self) -> Any:
        return package(self.contract.api)

    @property
    def as_(self) -> Any:
        if "-" not in self.name:
            return getattr(self.package, self.name)
        operation, status = self.name.split("-")
        responses = getattr(self.package, operation).responses
        return next(response for response in responses if response.status == status)


def documents(contract: Contract) -> list[Document]:
    """Every class, and every response body, in every format of the API."""
    uses = {
        declared.python: TypeUse(NamedType(declared.identity))
        for declared in contract.types.values()
        if isinstance(declared, ObjectType)
    }
    for operation in contract.operations:
        for response in operation.responses:
            if response.payload.use is not None:
                uses[f"{operation.python}-{response.status}"] = response.payload.use
    formats: list[Format] = ["json", "xml"] if contract.has_xml else ["json"]
    return [Document(contract, name, use, format) for name, use in uses.items() for format in formats]


ALL = [
    document
    for contract in (*contracts(), made_up("kitchen"), made_up("pantry"))
    for document in documents(contract)
]


@cache
def values(document: Document, *, undeclared: bool) -> st.SearchStrategy[Any]:
    """Values of a document's type; made once, since making strategies takes longer than drawing from them."""
    strategies = Values(document.contract, document.package, document.format, undeclared=undeclared)
    return strategies.of(document.use)


each_document = pytest.mark.parametrize("document", ALL, ids=str)


@each_document
@few
@given(data=st.data())
def test_values_come_back(document: Document, data: st.DataObject) -> None:
    emitted, as_, format = document.package, document.as_, document.format
    value = data.draw(values(document, undeclared=True))
    written = emitted.encode(value, as_, format=format)
    note(written.decode())
    again = emitted.decode(written, as_, format=format)
    assert alike(again, value)
    assert again == value or b">NaN<" in written  # which equals nothing
    assert emitted.encode(again, as_, format=format) == written

    layout = data.draw(st.sampled_from(LAYOUTS))
    laid_out = emitted.encode(value, as_, format=format, options=layout)
    note(laid_out.decode())
    assert alike(emitted.decode(laid_out, as_, format=format), value)

    exact, findings = exactly(emitted, as_, written, format)
    assert alike(exact, value)
    assert emitted.encode(exact, as_, format=format) == written
    assert not findings or not fast(emitted, as_, written, format)


@each_document
@few
@given(data=st.data())
def test_other_parsers_read_the_same(document: Document, data: st.DataObject) -> None:
    emitted, format = document.package, document.format
    value = data.draw(values(document, undeclared=False))
    written = emitted.encode(value, document.as_, format=format)
    note(written.decode())
    if format == "json":
        json_says(document.contract, document.use, value, written)
    else:
        xml_says(document.contract, document.use, value, written)
