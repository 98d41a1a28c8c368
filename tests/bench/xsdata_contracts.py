"""The three contracts of ``contracts`` as classes for xsdata, in the form that its generator gives."""

from __future__ import annotations

from dataclasses import dataclass, field, make_dataclass
from decimal import Decimal
from enum import Enum
from types import GenericAlias
from typing import Any

from xsdata.models.datatype import XmlDateTime, XmlDuration

_CLR = "http://schemas.datacontract.org/2004/07/Bench."
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
FLAT = f"{_CLR}Flat"
DICTIONARIES = f"{_CLR}Dictionaries"


def _element(name: str, namespace: str) -> Any:
    return field(
        default=None, metadata={"name": name, "type": "Element", "namespace": namespace, "nillable": True}
    )


def _elements(name: str, namespace: str) -> Any:
    return field(default_factory=list, metadata={"name": name, "type": "Element", "namespace": namespace})


class Quality(Enum):
    UNKNOWN = "Unknown"
    GOOD = "Good"
    BAD = "Bad"


@dataclass(slots=True, kw_only=True)
class Measurement:
    battery: int | None = _element("Battery", FLAT)
    channel: int | None = _element("Channel", FLAT)
    comment: str | None = _element("Comment", FLAT)
    duration: XmlDuration | None = _element("Duration", FLAT)
    highest: float | None = _element("Highest", FLAT)
    id: str | None = _element("Id", FLAT)
    lowest: float | None = _element("Lowest", FLAT)
    manual: bool | None = _element("Manual", FLAT)
    price: Decimal | None = _element("Price", FLAT)
    quality: Quality | None = _element("Quality", FLAT)
    received: XmlDateTime | None = _element("Received", FLAT)
    retries: int | None = _element("Retries", FLAT)
    reviewed: XmlDateTime | None = _element("Reviewed", FLAT)
    sensor: str | None = _element("Sensor", FLAT)
    sequence: int | None = _element("Sequence", FLAT)
    site: str | None = _element("Site", FLAT)
    taken: XmlDateTime | None = _element("Taken", FLAT)
    unit: str | None = _element("Unit", FLAT)
    valid: bool | None = _element("Valid", FLAT)
    value: float | None = _element("Value", FLAT)


@dataclass(slots=True, kw_only=True)
class Measurements:
    class Meta:
        name = "ArrayOfMeasurement"
        namespace = FLAT

    measurement: list[Measurement] = _elements("Measurement", FLAT)


def _deep(levels: tuple[str, ...]) -> type[Any]:
    """The root class of the nested ones: an object and a list for each level."""
    items: list[tuple[str, Any, Any]] = []
    for level in reversed(levels):
        namespace = f"{_CLR}Deep.{level}s"
        fields = [
            ("id", int | None, _element("Id", namespace)),
            ("name", str | None, _element("Name", namespace)),
            *items,
        ]
        cls = make_dataclass(level, fields, slots=True, kw_only=True)
        several = make_dataclass(
            f"ArrayOf{level}",
            [("items", GenericAlias(list, cls), _elements(level, namespace))],
            slots=True,
            kw_only=True,
        )
        outer = levels[levels.index(level) - 1]
        items = [(f"{level}s", several | None, _element(f"{level}s", f"{_CLR}Deep.{outer}s"))]

    namespace = f"{_CLR}Deep.{levels[0]}s"
    meta = type("Meta", (), {"name": f"ArrayOf{levels[0]}", "namespace": namespace})
    return make_dataclass(
        "Companies",
        [("items", GenericAlias(list, cls), _elements(levels[0], namespace))],
        namespace={"Meta": meta},
    )


DEEP = _deep(
    (
        "Company",
        "Region",
        "Plant",
        "Hall",
        "Line",
        "Machine",
        "Module",
        "Board",
        "Chip",
        "Bank",
        "Cell",
        "Pin",
    )
)


@dataclass(slots=True, kw_only=True)
class Offer:
    price: Decimal | None = _element("Price", DICTIONARIES)
    seller: str | None = _element("Seller", DICTIONARIES)
    stock: int | None = _element("Stock", DICTIONARIES)


@dataclass(slots=True, kw_only=True)
class OfferEntry:
    key: int | None = _element("Key", ARRAYS)
    value: Offer | None = _element("Value", ARRAYS)


@dataclass(slots=True, kw_only=True)
class TagEntry:
    key: str | None = _element("Key", ARRAYS)
    value: str | None = _element("Value", ARRAYS)


@dataclass(slots=True, kw_only=True)
class Tags:
    entry: list[TagEntry] = _elements("KeyValueOfstringstring", ARRAYS)


@dataclass(slots=True, kw_only=True)
class Offers:
    entry: list[OfferEntry] = _elements("KeyValueOfintOfferKZIrYQcN", ARRAYS)


@dataclass(slots=True, kw_only=True)
class Article:
    offers: Offers | None = _element("Offers", DICTIONARIES)
    tags: Tags | None = _element("Tags", DICTIONARIES)
    title: str | None = _element("Title", DICTIONARIES)


@dataclass(slots=True, kw_only=True)
class ArticleEntry:
    key: str | None = _element("Key", ARRAYS)
    value: Article | None = _element("Value", ARRAYS)


@dataclass(slots=True, kw_only=True)
class Articles:
    class Meta:
        name = "ArrayOfKeyValueOfstringArticleKZIrYQcN"
        namespace = ARRAYS

    entry: list[ArticleEntry] = _elements("KeyValueOfstringArticleKZIrYQcN", ARRAYS)
