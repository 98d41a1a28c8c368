"""XML of three made-up contracts: flat records, twelve levels in twelve namespaces, and dictionaries of
objects.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.serializers import XmlSerializer

from tests.bench import xsdata_contracts
from tests.bench.case import Case
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import Limits, WriterOptions
from wiresmith.runtime.xml.reading.careful_reader import read_xml
from wiresmith.runtime.xml.writing.exact_document import write_document

SPECS = Path(__file__).parent / "specs"
LEVELS = (
    "Company", "Region", "Plant", "Hall", "Line", "Machine", "Module", "Board", "Chip", "Bank", "Cell", "Pin",
)  # fmt: skip
"""Of ``deep``, outermost first; each in a namespace of its own."""
_START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@cache
def package(name: str) -> Any:
    """The package of one of the specs beside this module."""
    return load(load_api(SPECS / name))


def flat(count: int) -> list[Any]:
    """So many records of twenty scalars."""
    made, chance = package("flat"), random.Random(1)

    def guid() -> str:
        digits = f"{chance.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def moment() -> dt.datetime:
        return _START + dt.timedelta(microseconds=chance.randrange(10**13))

    return [
        made.Measurement(
            id=guid(), sensor=f"sensor {number}", site="Zürich <main>", unit="°C" if number % 2 else None,
            comment=None,
            sequence=number * 10**9, channel=number % 16, retries=0, battery=chance.randrange(100),
            value=round(chance.uniform(-40, 90), 2), lowest=-40.5, highest=chance.uniform(80, 90),
            price=Decimal(chance.randrange(10**6)).scaleb(-2), taken=moment(), received=moment(),
            reviewed=None,
            duration=dt.timedelta(seconds=chance.randrange(10**6)), valid=True, manual=False,
            quality=chance.choice(list(made.Quality)),
        )
        for number in range(count)
    ]  # fmt: skip


def deep(count: int) -> list[Any]:
    """So many trees of twelve levels, two branches at every fourth."""
    made = package("deep")

    def level(depth: int, number: int) -> Any:
        name = LEVELS[depth]
        fields: dict[str, Any] = {"id": number, "name": f"{name} {number}"}
        if depth + 1 < len(LEVELS):
            branches = range(2 if depth % 4 == 0 else 1)
            fields[f"{LEVELS[depth + 1].lower()}s"] = [level(depth + 1, branch) for branch in branches]
        return getattr(made, name)(**fields)

    return [level(0, number) for number in range(count)]


def dictionaries(count: int) -> dict[str, Any]:
    """So many articles, each with dictionaries of texts and of objects."""
    made, chance = package("dictionaries"), random.Random(1)
    return {
        f"article {number}": made.Article(
            title=f"Article no. {number}",
            tags={f"tag{tag}": f"value {tag} & more" for tag in range(4)},
            offers={
                offer: made.Offer(
                    seller=f"seller {offer}", price=Decimal(chance.randrange(10**5)).scaleb(-2), stock=offer
                )
                for offer in range(4)
            },
        )
        for number in range(count)
    }


CONTRACTS = {
    "flat": (flat, "measurements", xsdata_contracts.Measurements),
    "deep": (deep, "companies", xsdata_contracts.DEEP),
    "dictionaries": (dictionaries, "articles", xsdata_contracts.Articles),
}


def cases(items: int) -> Iterator[Case]:
    """Reading and writing of each contract; what ours writes is what the exact writer gives, and is read
    back.
    """
    for name in CONTRACTS:
        yield from _cases(name, items)


def _cases(name: str, items: int) -> tuple[Case, Case]:
    build, operation, of_xsdata = CONTRACTS[name]
    made, value = package(name), build(items)
    as_ = getattr(made, operation)
    inner = made._package
    schema, type_ = inner.schema, inner.type_of(inner.key_of(as_))
    data = made.encode(value, as_, format="xml")
    if data.decode() != write_document(value, schema, type_, WriterOptions()):
        raise AssertionError(f"{items} items of {name} are not written as .NET does")
    if made.decode(data, as_) != value:
        raise AssertionError(f"{items} items of {name} do not come back as they were")
    context = XmlContext()
    parser, serializer = XmlParser(context=context), XmlSerializer(context=context)
    parsed: Any = parser.from_bytes(data, of_xsdata)
    reading: dict[str, Callable[[], object]] = {
        "wiresmith": lambda: made.decode(data, as_),
        "exact reader": lambda: read_xml(data, schema, type_, Limits()),
        "lxml, tree alone": lambda: etree.fromstring(data),
        "xsdata": lambda: parser.from_bytes(data, of_xsdata),
    }
    writing: dict[str, Callable[[], object]] = {
        "wiresmith": lambda: made.encode(value, as_, format="xml"),
        "exact writer": lambda: write_document(value, schema, type_, WriterOptions()),
        "xsdata": lambda: serializer.render(parsed),
    }
    return (
        Case(f"{name}, read", len(data), reading, {"xsdata": 5}),
        Case(f"{name}, write", len(data), writing, {"xsdata": 5}),
    )
