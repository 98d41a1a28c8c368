# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
"""The types of TofuPilot."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from wiresmith.runtime import ABSENT, Absent, Guid, Model, Undeclared

__all__ = [
    "ApiError",
    "Batch",
    "BatchPage",
    "Issue",
    "PageMeta",
    "SortBy",
    "SortOrder",
    "Station",
    "User",
]


class SortBy(StrEnum):
    """``SortBy``, of which the documentation says nothing more."""

    NUMBER = "number"
    CREATED_AT = "created_at"


class SortOrder(StrEnum):
    """``SortOrder``, of which the documentation says nothing more."""

    ASC = "asc"
    DESC = "desc"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchPage(Model):
    """One page of batches.

    Inferred from samples/list_batches.json.
    """

    data: list[Batch]
    meta: PageMeta

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Batch(Model):
    """A batch of units.

    Inferred from samples/list_batches.json.
    """

    id: Guid
    number: str
    created_at: datetime.datetime
    created_by_user: User | Absent | None = ABSENT
    """Inferred from samples/list_batches.json; whether it may be absent is assumed: Python client of
    the service; whether it may be null is assumed: Python client of the service.
    """

    created_by_station: Station | Absent | None = ABSENT
    """Inferred from samples/list_batches.json; whether it may be absent is assumed: Python client of
    the service; whether it may be null is assumed: Python client of the service.
    """

    unit_count: int

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class User(Model):
    """Who created something.

    Inferred from samples/list_batches.json.
    """

    id: Guid
    name: str | None = None
    """Inferred from samples/list_batches.json; whether it may be null is assumed: Python client of the
    service.
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Station(Model):
    """The test station that created something.

    Inferred from samples/list_batches.json.
    """

    id: Guid
    name: str

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PageMeta(Model):
    """Whether the list goes on, and where.

    Inferred from samples/list_batches.json.
    """

    has_more: bool
    next_cursor: int | None = None
    """The cursor of the next page. (Inferred from samples/list_batches.json; whether it may be null is
    assumed: Python client of the service.)
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ApiError(Model):
    """Why a request was refused or failed.

    Inferred from samples/bad_request.json.
    """

    message: str
    code: str
    """The status in words, for instance BAD_REQUEST."""

    issues: list[Issue] | Absent = ABSENT
    """Empty in every sample on the page. (Inferred from samples/bad_request.json; its type is assumed:
    Python client of the service; whether it may be absent is assumed: Python client of the
    service.)
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Issue(Model):
    """``Issue``, of which the documentation says nothing more.

    Assumed: Python client of the service.
    """

    message: str

    _undeclared: Undeclared | None = field(default=None, repr=False)
