"""Any value of any type goes out and comes back as it was; what is written is what other parsers
read, too.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.golden.documented import Format, contracts, exactly, fast, made_up, package
from tests.property.judge import json_says
from tests.property.known_types import around, inside, spelled
from tests.property.values import Values, alike
from tests.property.xml_judge import xml_says
from wiresmith.description import BareType, Contract, DictType, ListType, ObjectType, Ref, Type, bare
from wiresmith.runtime import WriterOptions

LAYOUTS = [
    WriterOptions(indent=2),
    WriterOptions(indent=0),
    WriterOptions(indent=1, newline="\r\n"),
    WriterOptions(style="stream"),
]
LARGE = 40
"""Members from which on a document is large: drawing one takes long, and its parts are documents
themselves.
"""

UNHEALTHY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@dataclass(frozen=True, slots=True)
class Document:
    """A type that a whole document can be of: what it is in the contract, and for the emitted package."""

    contract: Contract
    name: str
    use: Type
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

    @property
    def examples(self) -> int:
        return 10 if members(self.contract, bare(self.use), set()) < LARGE else 4


def documents(contract: Contract) -> list[Document]:
    """Every class and every other response body, in every format of the API."""
    uses: dict[Type, str] = {
        Ref(declared.name): declared.name
        for declared in contract.types.values()
        if isinstance(declared, ObjectType)
    }
    for operation in contract.operations:
        for response in operation.responses:
            if response.type is not None:
                uses.setdefault(response.type, f"{operation.python}-{response.status}")
    has: list[tuple[Format, bool]] = [("json", contract.has_json), ("xml", contract.has_xml)]
    formats = [format for format, documented in has if documented]
    return [Document(contract, name, use, format) for use, name in uses.items() for format in formats]


def members(contract: Contract, type_: BareType, met: set[str]) -> int:
    """How many members a type has, with those of the types in it."""
    match type_:
        case ListType():
            return members(contract, bare(type_.item), met)
        case DictType():
            return members(contract, bare(type_.value), met)
        case Ref(name=identity) if identity not in met:
            met.add(identity)
            declared = contract.types[identity]
            inner = declared.members if isinstance(declared, ObjectType) else ()
            return sum(1 + members(contract, bare(member.type), met) for member in inner)
        case _:
            return 0


@cache
def values(document: Document, *, undeclared: bool) -> st.SearchStrategy[Any]:
    """Values of a document's type; made once, since making strategies takes longer than drawing from them."""
    strategies = Values(document.contract, document.package, document.format, undeclared=undeclared)
    return strategies.of(document.use)


ALL = [
    document
    for contract in (*contracts(), made_up("kitchen"), made_up("pantry"))
    for document in documents(contract)
]


@pytest.mark.parametrize("document", ALL, ids=str)
def test_values_come_back(document: Document) -> None:
    @settings(max_examples=document.examples, suppress_health_check=UNHEALTHY)
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        undeclared = data.draw(st.booleans())
        comes_back(document, data.draw(values(document, undeclared=undeclared)), data, judged=not undeclared)

    check()


SURFACE = next(document for document in ALL if str(document) == "tm7-DrawingSurfaceModel-xml")


@pytest.mark.parametrize(
    "type_",
    sorted(inside(SURFACE.contract, bare(SURFACE.use), around(SURFACE.contract, SURFACE.use)), key=repr),
    ids=lambda type_: spelled(SURFACE.contract, type_),
)
def test_known_types_come_back(type_: BareType) -> None:
    """A value of each known type where any may stand, and the same object once more."""
    made = Values(SURFACE.contract, SURFACE.package, "xml", undeclared=False)
    surfaces, known = made.of(SURFACE.use), made.known(SURFACE.use, type_)

    @settings(max_examples=15, suppress_health_check=UNHEALTHY)
    @given(surface=surfaces, value=known, data=st.data())
    def check(surface: Any, value: Any, data: st.DataObject) -> None:
        twice = dataclasses.replace(surface, borders={"0" * 32: value}, properties=[value, None, value])
        comes_back(SURFACE, twice, data, judged=True)

    check()


def comes_back(document: Document, value: Any, data: st.DataObject, *, judged: bool) -> None:
    """Assert that a value survives each way of writing and reading it."""
    emitted, as_, format = document.package, document.as_, document.format
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

    if judged:
        judge = json_says if format == "json" else xml_says
        judge(document.contract, document.use, value, written)
