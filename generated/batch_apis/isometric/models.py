# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 98ae1900e4bfdab0ec9f2fdf37050f066dc9ab030817451a9c9d370dcdd2707f; needs wiresmith runtime 0.3.
"""The types of Isometric MRV API."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from wiresmith.runtime import ABSENT, Absent, Model, Number, Undeclared

__all__ = [
    "PageInfo",
    "ProductionBatch",
    "ProductionBatchKind",
    "ProductionBatchPage",
    "Quantity",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ProductionBatchPage(Model):
    """One page of production batches.

    Inferred from samples/list_production_batches.json.
    """

    nodes: list[ProductionBatch]
    page_info: PageInfo
    total_count: int

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ProductionBatch(Model):
    """What a facility produced from one feedstock over a period.

    Inferred from samples/list_production_batches.json.
    """

    display_name: str
    ended_at: datetime.datetime
    facility_id: str
    """20 to 37 characters."""

    feedstock_type_id: str
    """Replaced by the list feedstock_type_ids in later versions of the API. 20 to 37 characters."""

    id: str
    """20 to 37 characters."""

    kind: ProductionBatchKind | str
    mass: Quantity
    started_at: datetime.datetime
    supplier_reference_id: str | None = None
    """The supplier's own name for the batch. (Assumed: published OpenAPI of the service, later than
    the page.)
    """

    uploaded_at: datetime.datetime

    _undeclared: Undeclared | None = field(default=None, repr=False)


class ProductionBatchKind(StrEnum):
    """What was produced. One value is known.

    Assumed: published OpenAPI of the service, later than the page.
    """

    BIOCHAR = "biochar"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Quantity(Model):
    """A measured amount. The sample shows 123 for every number, so integers do not stand out from
    others.

    Inferred from samples/list_production_batches.json.
    """

    magnitude: Number
    standard_deviation: Number | Absent | None = ABSENT
    """Assumed: published OpenAPI of the service, later than the page."""

    unit: str

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PageInfo(Model):
    """Where a page stands in the whole list.

    Inferred from samples/list_production_batches.json.
    """

    end_cursor: str | None = None
    """Cursor of the last item on the page. (Assumed: published OpenAPI of the service, later than the
    page.)
    """

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None = None
    """Cursor of the first item on the page. (Assumed: published OpenAPI of the service, later than the
    page.)
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)
