# Emitted by wiresmith from specs/isometric/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 e7402549da6a47b875e178b23b1e6c38fce0f6559fd050307a6ff6876ea6e5a6; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of Isometric MRV API: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from wiresmith.description import Scalar
from wiresmith.runtime import ABSENT
from wiresmith.runtime.bounds import is_within
from wiresmith.runtime.json.fast import JsonCodec, completed, finite_json, not_finite, wire_names
from wiresmith.values.datetimes import datetime_text, parse_datetime
from wiresmith.values.lexical import is_integer, is_number, misfit

from . import models

_new = object.__new__
_PRODUCTION_BATCH_KIND = {member.value: member for member in models.ProductionBatchKind}
_SCALAR_1 = Scalar(kind="str", min_length=20, max_length=37)
_SCALAR_2 = Scalar(kind="str", min_length=1)


class _ProductionBatchPage(Struct, forbid_unknown_fields=True, gc=False):
    nodes: list[_ProductionBatch]
    page_info: _PageInfo
    total_count: int


class _ProductionBatch(Struct, forbid_unknown_fields=True, gc=False, kw_only=True):
    display_name: str
    ended_at: str
    facility_id: Annotated[str, Meta(min_length=20, max_length=37)]
    feedstock_type_id: Annotated[str, Meta(min_length=20, max_length=37)] | UnsetType = UNSET
    feedstock_type_ids: list[Annotated[str, Meta(min_length=20, max_length=37)]] | UnsetType = UNSET
    id: Annotated[str, Meta(min_length=20, max_length=37)]
    kind: str
    mass: _Quantity
    started_at: str
    supplier_reference_id: str | None
    uploaded_at: str


class _Quantity(Struct, forbid_unknown_fields=True, gc=False, kw_only=True):
    magnitude: int | float
    standard_deviation: int | float | UnsetType | None = UNSET
    unit: Annotated[str, Meta(min_length=1)]


class _PageInfo(Struct, forbid_unknown_fields=True, gc=False):
    end_cursor: str | None
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None


class _ValidationError(Struct, forbid_unknown_fields=True, gc=False):
    detail: list[_ValidationFault]


class _ValidationFault(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "type_": "type",
        }
    ),
):
    loc: list[Any]
    msg: str
    type_: str
    input: Any | UnsetType = UNSET
    ctx: Any | UnsetType = UNSET


def _read_production_batch_page(wire: _ProductionBatchPage) -> models.ProductionBatchPage:
    value = _new(models.ProductionBatchPage)
    value.nodes = [_read_production_batch(item) for item in wire.nodes]
    value.page_info = _read_page_info(wire.page_info)
    value.total_count = wire.total_count
    value._undeclared = None
    return value


def _write_production_batch_page(value: models.ProductionBatchPage) -> Any:
    if not (
        type(value) is models.ProductionBatchPage
        and type(value.nodes) is list
        and (type(value.total_count) is int or is_integer(value.total_count))
    ):
        misfit(value)
    wire = _ProductionBatchPage(
        [_write_production_batch(item) for item in value.nodes],
        _write_page_info(value.page_info),
        value.total_count,
    )
    return completed(wire, value._undeclared)


def _read_production_batch(wire: _ProductionBatch) -> models.ProductionBatch:
    value = _new(models.ProductionBatch)
    value.display_name = wire.display_name
    value.ended_at = parse_datetime(wire.ended_at)
    value.facility_id = wire.facility_id
    value.feedstock_type_id = (
        ABSENT if (feedstock_type_id_wire := wire.feedstock_type_id) is UNSET else feedstock_type_id_wire
    )
    value.feedstock_type_ids = (
        ABSENT if (feedstock_type_ids_wire := wire.feedstock_type_ids) is UNSET else feedstock_type_ids_wire
    )
    value.id = wire.id
    value.kind = _PRODUCTION_BATCH_KIND[wire.kind]
    value.mass = _read_quantity(wire.mass)
    value.started_at = parse_datetime(wire.started_at)
    value.supplier_reference_id = wire.supplier_reference_id
    value.uploaded_at = parse_datetime(wire.uploaded_at)
    value._undeclared = None
    return value


def _write_production_batch(value: models.ProductionBatch) -> Any:
    if not (
        type(value) is models.ProductionBatch
        and type(value.display_name) is str
        and (type(value.facility_id) is str and is_within(_SCALAR_1, value.facility_id))
        and (
            value.feedstock_type_id is ABSENT
            or (type(value.feedstock_type_id) is str and is_within(_SCALAR_1, value.feedstock_type_id))
        )
        and (
            value.feedstock_type_ids is ABSENT
            or (
                type(value.feedstock_type_ids) is list
                and all(
                    (type(item) is str and is_within(_SCALAR_1, item)) for item in value.feedstock_type_ids
                )
            )
        )
        and (type(value.id) is str and is_within(_SCALAR_1, value.id))
        and type(value.kind) in (models.ProductionBatchKind, str)
        and (value.supplier_reference_id is None or type(value.supplier_reference_id) is str)
    ):
        misfit(value)
    wire = _ProductionBatch(
        display_name=value.display_name,
        ended_at=datetime_text(value.ended_at),
        facility_id=value.facility_id,
        feedstock_type_id=UNSET
        if (feedstock_type_id_value := value.feedstock_type_id) is ABSENT
        else feedstock_type_id_value,
        feedstock_type_ids=UNSET
        if (feedstock_type_ids_value := value.feedstock_type_ids) is ABSENT
        else feedstock_type_ids_value,
        id=value.id,
        kind=value.kind,
        mass=_write_quantity(value.mass),
        started_at=datetime_text(value.started_at),
        supplier_reference_id=value.supplier_reference_id,
        uploaded_at=datetime_text(value.uploaded_at),
    )
    return completed(wire, value._undeclared)


def _read_quantity(wire: _Quantity) -> models.Quantity:
    value = _new(models.Quantity)
    value.magnitude = wire.magnitude
    value.standard_deviation = (
        ABSENT if (standard_deviation_wire := wire.standard_deviation) is UNSET else standard_deviation_wire
    )
    value.unit = wire.unit
    value._undeclared = None
    return value


def _write_quantity(value: models.Quantity) -> Any:
    if not (
        type(value) is models.Quantity
        and (type(value.magnitude) is float or is_number(value.magnitude))
        and (
            value.standard_deviation is ABSENT
            or (
                value.standard_deviation is None
                or (type(value.standard_deviation) is float or is_number(value.standard_deviation))
            )
        )
        and (type(value.unit) is str and is_within(_SCALAR_2, value.unit))
    ):
        misfit(value)
    wire = _Quantity(
        magnitude=number if (number := value.magnitude) - number == 0 else not_finite(number),
        standard_deviation=UNSET
        if (standard_deviation_value := value.standard_deviation) is ABSENT
        else None
        if standard_deviation_value is None
        else standard_deviation_value
        if standard_deviation_value - standard_deviation_value == 0
        else not_finite(standard_deviation_value),
        unit=value.unit,
    )
    return completed(wire, value._undeclared)


def _read_page_info(wire: _PageInfo) -> models.PageInfo:
    value = _new(models.PageInfo)
    value.end_cursor = wire.end_cursor
    value.has_next_page = wire.has_next_page
    value.has_previous_page = wire.has_previous_page
    value.start_cursor = wire.start_cursor
    value._undeclared = None
    return value


def _write_page_info(value: models.PageInfo) -> Any:
    if not (
        type(value) is models.PageInfo
        and (value.end_cursor is None or type(value.end_cursor) is str)
        and type(value.has_next_page) is bool
        and type(value.has_previous_page) is bool
        and (value.start_cursor is None or type(value.start_cursor) is str)
    ):
        misfit(value)
    wire = _PageInfo(
        value.end_cursor,
        value.has_next_page,
        value.has_previous_page,
        value.start_cursor,
    )
    return completed(wire, value._undeclared)


def _read_validation_error(wire: _ValidationError) -> models.ValidationError:
    value = _new(models.ValidationError)
    value.detail = [_read_validation_fault(item) for item in wire.detail]
    value._undeclared = None
    return value


def _write_validation_error(value: models.ValidationError) -> Any:
    if not (type(value) is models.ValidationError and type(value.detail) is list):
        misfit(value)
    wire = _ValidationError(
        [_write_validation_fault(item) for item in value.detail],
    )
    return completed(wire, value._undeclared)


def _read_validation_fault(wire: _ValidationFault) -> models.ValidationFault:
    value = _new(models.ValidationFault)
    value.loc = wire.loc
    value.msg = wire.msg
    value.type_ = wire.type_
    value.input = ABSENT if (input_wire := wire.input) is UNSET else input_wire
    value.ctx = ABSENT if (ctx_wire := wire.ctx) is UNSET else ctx_wire
    value._undeclared = None
    return value


def _write_validation_fault(value: models.ValidationFault) -> Any:
    if not (
        type(value) is models.ValidationFault
        and type(value.loc) is list
        and type(value.msg) is str
        and type(value.type_) is str
    ):
        misfit(value)
    wire = _ValidationFault(
        [finite_json(item) for item in value.loc],
        value.msg,
        value.type_,
        UNSET if (input_value := value.input) is ABSENT else finite_json(input_value),
        UNSET if (ctx_value := value.ctx) is ABSENT else finite_json(ctx_value),
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.ProductionBatchPage: JsonCodec(
        _ProductionBatchPage, _read_production_batch_page, _write_production_batch_page
    ),
    models.ProductionBatch: JsonCodec(_ProductionBatch, _read_production_batch, _write_production_batch),
    models.Quantity: JsonCodec(_Quantity, _read_quantity, _write_quantity),
    models.PageInfo: JsonCodec(_PageInfo, _read_page_info, _write_page_info),
    models.ValidationError: JsonCodec(_ValidationError, _read_validation_error, _write_validation_error),
    models.ValidationFault: JsonCodec(_ValidationFault, _read_validation_fault, _write_validation_fault),
}
