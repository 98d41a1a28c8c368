# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of Asavie provisioning API: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from wiresmith.runtime.json.fast import JsonCodec, completed, wire_names
from wiresmith.values.lexical import is_integer, misfit

from . import models

_new = object.__new__


class _PBPRReturn(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "success": "Success",
            "meta": "Meta",
            "code": "Code",
            "error_code": "ErrorCode",
            "error_sub_code": "ErrorSubCode",
            "error_description": "ErrorDescription",
            "status_url": "StatusUrl",
            "continuation_token": "ContinuationToken",
        }
    ),
):
    success: bool
    meta: dict[str, str | None] | None
    code: int
    error_code: int
    error_sub_code: int
    error_description: str | None
    status_url: str | None
    continuation_token: str | None


class _PBPRReturnOfBatch(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "success": "Success",
            "meta": "Meta",
            "code": "Code",
            "error_code": "ErrorCode",
            "data": "Data",
            "error_sub_code": "ErrorSubCode",
            "error_description": "ErrorDescription",
            "status_url": "StatusUrl",
            "continuation_token": "ContinuationToken",
        }
    ),
):
    success: bool
    meta: dict[str, str | None] | None
    code: int
    error_code: int
    data: _Batch | None
    error_sub_code: int
    error_description: str | None
    status_url: str | None
    continuation_token: str | None


class _Batch(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "name": "Name",
            "app_tag": "AppTag",
            "description": "Description",
            "parameters": "Parameters",
            "id": "ID",
            "status": "Status",
            "timeout_minutes": "TimeoutMinutes",
        }
    ),
):
    name: str | None
    app_tag: str | None
    description: str | None
    parameters: dict[str, str | None] | None
    id: str | None
    status: int
    timeout_minutes: int


def _read_pbpr_return(wire: _PBPRReturn) -> models.PBPRReturn:
    value = _new(models.PBPRReturn)
    value.success = wire.success
    value.meta = wire.meta
    value.code = wire.code
    value.error_code = wire.error_code
    value.error_sub_code = wire.error_sub_code
    value.error_description = wire.error_description
    value.status_url = wire.status_url
    value.continuation_token = wire.continuation_token
    value._undeclared = None
    return value


def _write_pbpr_return(value: models.PBPRReturn) -> Any:
    if not (
        type(value) is models.PBPRReturn
        and type(value.success) is bool
        and (
            value.meta is None
            or (
                type(value.meta) is dict
                and all(type(key) is str for key in value.meta)
                and all((item is None or type(item) is str) for item in value.meta.values())
            )
        )
        and (type(value.code) is int or is_integer(value.code))
        and (type(value.error_code) is int or is_integer(value.error_code))
        and (type(value.error_sub_code) is int or is_integer(value.error_sub_code))
        and (value.error_description is None or type(value.error_description) is str)
        and (value.status_url is None or type(value.status_url) is str)
        and (value.continuation_token is None or type(value.continuation_token) is str)
    ):
        misfit(value)
    wire = _PBPRReturn(
        value.success,
        value.meta,
        value.code,
        value.error_code,
        value.error_sub_code,
        value.error_description,
        value.status_url,
        value.continuation_token,
    )
    return completed(wire, value._undeclared)


def _read_pbpr_return_of_batch(wire: _PBPRReturnOfBatch) -> models.PBPRReturnOfBatch:
    value = _new(models.PBPRReturnOfBatch)
    value.success = wire.success
    value.meta = wire.meta
    value.code = wire.code
    value.error_code = wire.error_code
    value.data = None if (data_wire := wire.data) is None else _read_batch(data_wire)
    value.error_sub_code = wire.error_sub_code
    value.error_description = wire.error_description
    value.status_url = wire.status_url
    value.continuation_token = wire.continuation_token
    value._undeclared = None
    return value


def _write_pbpr_return_of_batch(value: models.PBPRReturnOfBatch) -> Any:
    if not (
        type(value) is models.PBPRReturnOfBatch
        and type(value.success) is bool
        and (
            value.meta is None
            or (
                type(value.meta) is dict
                and all(type(key) is str for key in value.meta)
                and all((item is None or type(item) is str) for item in value.meta.values())
            )
        )
        and (type(value.code) is int or is_integer(value.code))
        and (type(value.error_code) is int or is_integer(value.error_code))
        and (type(value.error_sub_code) is int or is_integer(value.error_sub_code))
        and (value.error_description is None or type(value.error_description) is str)
        and (value.status_url is None or type(value.status_url) is str)
        and (value.continuation_token is None or type(value.continuation_token) is str)
    ):
        misfit(value)
    wire = _PBPRReturnOfBatch(
        value.success,
        value.meta,
        value.code,
        value.error_code,
        None if (data_value := value.data) is None else _write_batch(data_value),
        value.error_sub_code,
        value.error_description,
        value.status_url,
        value.continuation_token,
    )
    return completed(wire, value._undeclared)


def _read_batch(wire: _Batch) -> models.Batch:
    value = _new(models.Batch)
    value.name = wire.name
    value.app_tag = wire.app_tag
    value.description = wire.description
    value.parameters = wire.parameters
    value.id = wire.id
    value.status = wire.status
    value.timeout_minutes = wire.timeout_minutes
    value._undeclared = None
    return value


def _write_batch(value: models.Batch) -> Any:
    if not (
        type(value) is models.Batch
        and (value.name is None or type(value.name) is str)
        and (value.app_tag is None or type(value.app_tag) is str)
        and (value.description is None or type(value.description) is str)
        and (
            value.parameters is None
            or (
                type(value.parameters) is dict
                and all(type(key) is str for key in value.parameters)
                and all((item is None or type(item) is str) for item in value.parameters.values())
            )
        )
        and (value.id is None or type(value.id) is str)
        and (type(value.status) is int or is_integer(value.status))
        and (type(value.timeout_minutes) is int or is_integer(value.timeout_minutes))
    ):
        misfit(value)
    wire = _Batch(
        value.name,
        value.app_tag,
        value.description,
        value.parameters,
        value.id,
        value.status,
        value.timeout_minutes,
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.PBPRReturn: JsonCodec(_PBPRReturn, _read_pbpr_return, _write_pbpr_return),
    models.PBPRReturnOfBatch: JsonCodec(
        _PBPRReturnOfBatch, _read_pbpr_return_of_batch, _write_pbpr_return_of_batch
    ),
    models.Batch: JsonCodec(_Batch, _read_batch, _write_batch),
}
