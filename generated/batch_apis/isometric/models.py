# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
"""The types of Isometric MRV API."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from wiresmith.runtime import ABSENT, Absent, JsonValue, Model, Number, Undeclared

__all__ = [
    "PageInfo",
    "ProductionBatch",
    "ProductionBatchKind",
    "ProductionBatchPage",
    "Quantity",
    "ValidationError",
    "ValidationFault",
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

    feedstock_type_id: str | Absent = ABSENT
    """Replaced by feedstock_type_ids since. 20 to 37 characters. (Inferred from
    samples/list_production_batches.json; whether it may be absent is assumed: OpenAPI of the
    Certify API, 2026-08.)
    """

    feedstock_type_ids: list[str] | Absent = ABSENT
    """Each: 20 to 37 characters. (Assumed: OpenAPI of the Certify API, 2026-08.)"""

    id: str
    """20 to 37 characters."""

    kind: ProductionBatchKind | str
    mass: Quantity
    started_at: datetime.datetime
    supplier_reference_id: str | None = None
    """Inferred from samples/list_production_batches.json; whether it may be null is assumed: OpenAPI
    of the Certify API, 2026-08.
    """

    uploaded_at: datetime.datetime

    _undeclared: Undeclared | None = field(default=None, repr=False)


class ProductionBatchKind(StrEnum):
    """What was produced. One value is known.

    Inferred from samples/list_production_batches.json.
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
    """Inferred from samples/list_production_batches.json; whether it may be absent is assumed: OpenAPI
    of the Certify API, 2026-08; whether it may be null is assumed: OpenAPI of the Certify API,
    2026-08.
    """

    unit: str
    """At least 1 characters. (Inferred from samples/list_production_batches.json; its limits are
    assumed: OpenAPI of the Certify API, 2026-08.)
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PageInfo(Model):
    """Where a page stands in the whole list.

    Inferred from samples/list_production_batches.json.
    """

    end_cursor: str | None = None
    """Inferred from samples/list_production_batches.json; whether it may be null is assumed: OpenAPI
    of the Certify API, 2026-08.
    """

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None = None
    """Inferred from samples/list_production_batches.json; whether it may be null is assumed: OpenAPI
    of the Certify API, 2026-08.
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ValidationError(Model):
    """The parameters that are not acceptable.

    Assumed: OpenAPI of the Certify API, 2026-08.
    """

    detail: list[ValidationFault]

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ValidationFault(Model):
    """``ValidationFault``, of which the documentation says nothing more.

    Assumed: OpenAPI of the Certify API, 2026-08.
    """

    loc: list[JsonValue]
    msg: str
    type_: str
    input: JsonValue | Absent = ABSENT
    ctx: JsonValue | Absent = ABSENT

    _undeclared: Undeclared | None = field(default=None, repr=False)
