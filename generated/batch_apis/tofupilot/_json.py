# Emitted by wiresmith from specs/tofupilot/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 d3b2a9f5c6f5167abaf1b04f7f16fdf0322ee62eacd133c21aaa224f47d3b6b1; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of TofuPilot: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from wiresmith.runtime import ABSENT
from wiresmith.runtime.json.fast import JsonCodec, completed
from wiresmith.values.datetimes import datetime_text, parse_datetime
from wiresmith.values.guids import guid
from wiresmith.values.lexical import is_integer, misfit

from . import models

_new = object.__new__


class _BatchPage(Struct, forbid_unknown_fields=True, gc=False):
    data: list[_Batch]
    meta: _PageMeta


class _Batch(Struct, forbid_unknown_fields=True, gc=False, kw_only=True):
    id: str
    number: str
    created_at: str
    created_by_user: _User | UnsetType | None = UNSET
    created_by_station: _Station | UnsetType | None = UNSET
    unit_count: int


class _User(Struct, forbid_unknown_fields=True, gc=False):
    id: str
    name: str | None


class _Station(Struct, forbid_unknown_fields=True, gc=False):
    id: str
    name: str


class _PageMeta(Struct, forbid_unknown_fields=True, gc=False):
    has_more: bool
    next_cursor: int | None


class _ApiError(Struct, forbid_unknown_fields=True, gc=False):
    message: str
    code: str
    issues: list[_Issue] | UnsetType = UNSET


class _Issue(Struct, forbid_unknown_fields=True, gc=False):
    message: str


def _read_batch_page(wire: _BatchPage) -> models.BatchPage:
    value = _new(models.BatchPage)
    value.data = [_read_batch(item) for item in wire.data]
    value.meta = _read_page_meta(wire.meta)
    value._undeclared = None
    return value


def _write_batch_page(value: models.BatchPage) -> Any:
    if not (type(value) is models.BatchPage and type(value.data) is list):
        misfit(value)
    wire = _BatchPage(
        [_write_batch(item) for item in value.data],
        _write_page_meta(value.meta),
    )
    return completed(wire, value._undeclared)


def _read_batch(wire: _Batch) -> models.Batch:
    value = _new(models.Batch)
    value.id = guid(wire.id)
    value.number = wire.number
    value.created_at = parse_datetime(wire.created_at)
    value.created_by_user = (
        ABSENT
        if (created_by_user_wire := wire.created_by_user) is UNSET
        else None
        if created_by_user_wire is None
        else _read_user(created_by_user_wire)
    )
    value.created_by_station = (
        ABSENT
        if (created_by_station_wire := wire.created_by_station) is UNSET
        else None
        if created_by_station_wire is None
        else _read_station(created_by_station_wire)
    )
    value.unit_count = wire.unit_count
    value._undeclared = None
    return value


def _write_batch(value: models.Batch) -> Any:
    if not (
        type(value) is models.Batch
        and type(value.id) is str
        and type(value.number) is str
        and (type(value.unit_count) is int or is_integer(value.unit_count))
    ):
        misfit(value)
    wire = _Batch(
        id=guid(value.id),
        number=value.number,
        created_at=datetime_text(value.created_at),
        created_by_user=UNSET
        if (created_by_user_value := value.created_by_user) is ABSENT
        else None
        if created_by_user_value is None
        else _write_user(created_by_user_value),
        created_by_station=UNSET
        if (created_by_station_value := value.created_by_station) is ABSENT
        else None
        if created_by_station_value is None
        else _write_station(created_by_station_value),
        unit_count=value.unit_count,
    )
    return completed(wire, value._undeclared)


def _read_user(wire: _User) -> models.User:
    value = _new(models.User)
    value.id = guid(wire.id)
    value.name = wire.name
    value._undeclared = None
    return value


def _write_user(value: models.User) -> Any:
    if not (
        type(value) is models.User
        and type(value.id) is str
        and (value.name is None or type(value.name) is str)
    ):
        misfit(value)
    wire = _User(
        guid(value.id),
        value.name,
    )
    return completed(wire, value._undeclared)


def _read_station(wire: _Station) -> models.Station:
    value = _new(models.Station)
    value.id = guid(wire.id)
    value.name = wire.name
    value._undeclared = None
    return value


def _write_station(value: models.Station) -> Any:
    if not (type(value) is models.Station and type(value.id) is str and type(value.name) is str):
        misfit(value)
    wire = _Station(
        guid(value.id),
        value.name,
    )
    return completed(wire, value._undeclared)


def _read_page_meta(wire: _PageMeta) -> models.PageMeta:
    value = _new(models.PageMeta)
    value.has_more = wire.has_more
    value.next_cursor = wire.next_cursor
    value._undeclared = None
    return value


def _write_page_meta(value: models.PageMeta) -> Any:
    if not (
        type(value) is models.PageMeta
        and type(value.has_more) is bool
        and (value.next_cursor is None or (type(value.next_cursor) is int or is_integer(value.next_cursor)))
    ):
        misfit(value)
    wire = _PageMeta(
        value.has_more,
        value.next_cursor,
    )
    return completed(wire, value._undeclared)


def _read_api_error(wire: _ApiError) -> models.ApiError:
    value = _new(models.ApiError)
    value.message = wire.message
    value.code = wire.code
    value.issues = (
        ABSENT if (issues_wire := wire.issues) is UNSET else [_read_issue(item) for item in issues_wire]
    )
    value._undeclared = None
    return value


def _write_api_error(value: models.ApiError) -> Any:
    if not (
        type(value) is models.ApiError
        and type(value.message) is str
        and type(value.code) is str
        and (value.issues is ABSENT or type(value.issues) is list)
    ):
        misfit(value)
    wire = _ApiError(
        value.message,
        value.code,
        UNSET if (issues_value := value.issues) is ABSENT else [_write_issue(item) for item in issues_value],
    )
    return completed(wire, value._undeclared)


def _read_issue(wire: _Issue) -> models.Issue:
    value = _new(models.Issue)
    value.message = wire.message
    value._undeclared = None
    return value


def _write_issue(value: models.Issue) -> Any:
    if not (type(value) is models.Issue and type(value.message) is str):
        misfit(value)
    wire = _Issue(
        value.message,
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.BatchPage: JsonCodec(_BatchPage, _read_batch_page, _write_batch_page),
    models.Batch: JsonCodec(_Batch, _read_batch, _write_batch),
    models.User: JsonCodec(_User, _read_user, _write_user),
    models.Station: JsonCodec(_Station, _read_station, _write_station),
    models.PageMeta: JsonCodec(_PageMeta, _read_page_meta, _write_page_meta),
    models.ApiError: JsonCodec(_ApiError, _read_api_error, _write_api_error),
    models.Issue: JsonCodec(_Issue, _read_issue, _write_issue),
}
