# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7c8ec648553d2a713ac60a8eeef9986583bc6fbc5e898ffa06e43075588679e9; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of OS1 Container Service: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from wiresmith.runtime import ABSENT
from wiresmith.runtime.json.fast import JsonCodec, completed, finite_json, wire_names
from wiresmith.values.lexical import is_integer, misfit

from . import models

_new = object.__new__
_REQUEST_METHOD = {member.value: member for member in models.RequestMethod}


class _ContainerBatchResponse(Struct, forbid_unknown_fields=True, gc=False):
    data: _ContainerBatchResponseData | UnsetType = UNSET
    request: _Request | UnsetType = UNSET


class _ErrorResponse(Struct, forbid_unknown_fields=True, gc=False):
    error: _Error | UnsetType = UNSET
    request: _Request | UnsetType = UNSET


class _ContainerBatchResponseData(Struct, forbid_unknown_fields=True, gc=False):
    meta: _ContainerBatchMeta | UnsetType = UNSET
    errors: list[_ContainerBatchFailure] | UnsetType = UNSET
    success: list[_ContainerBatchSuccess] | UnsetType = UNSET


class _ContainerBatchMeta(Struct, forbid_unknown_fields=True, gc=False):
    status: str | UnsetType = UNSET
    success: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    failed: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    total: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET


class _ContainerBatchFailure(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "ref_id": "refID",
        }
    ),
):
    ref_id: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET


class _ContainerBatchSuccess(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "ref_id": "refID",
        }
    ),
):
    ref_id: str | UnsetType = UNSET
    id: str | UnsetType = UNSET


class _Error(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "additional_info": "additionalInfo",
        }
    ),
):
    code: str
    description: str
    additional_info: dict[str, Any] | UnsetType = UNSET


class _Request(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "query_string": "queryString",
        }
    ),
):
    uri: str
    method: str | UnsetType = UNSET
    query_string: str | UnsetType = UNSET
    body: dict[str, Any] | UnsetType = UNSET


def _read_container_batch_response(wire: _ContainerBatchResponse) -> models.ContainerBatchResponse:
    value = _new(models.ContainerBatchResponse)
    value.data = (
        ABSENT if (data_wire := wire.data) is UNSET else _read_container_batch_response_data(data_wire)
    )
    value.request = ABSENT if (request_wire := wire.request) is UNSET else _read_request(request_wire)
    value._undeclared = None
    return value


def _write_container_batch_response(value: models.ContainerBatchResponse) -> Any:
    if type(value) is not models.ContainerBatchResponse:
        misfit(value)
    wire = _ContainerBatchResponse(
        UNSET if (data_value := value.data) is ABSENT else _write_container_batch_response_data(data_value),
        UNSET if (request_value := value.request) is ABSENT else _write_request(request_value),
    )
    return completed(wire, value._undeclared)


def _read_error_response(wire: _ErrorResponse) -> models.ErrorResponse:
    value = _new(models.ErrorResponse)
    value.error = ABSENT if (error_wire := wire.error) is UNSET else _read_error(error_wire)
    value.request = ABSENT if (request_wire := wire.request) is UNSET else _read_request(request_wire)
    value._undeclared = None
    return value


def _write_error_response(value: models.ErrorResponse) -> Any:
    if type(value) is not models.ErrorResponse:
        misfit(value)
    wire = _ErrorResponse(
        UNSET if (error_value := value.error) is ABSENT else _write_error(error_value),
        UNSET if (request_value := value.request) is ABSENT else _write_request(request_value),
    )
    return completed(wire, value._undeclared)


def _read_container_batch_response_data(
    wire: _ContainerBatchResponseData,
) -> models.ContainerBatchResponseData:
    value = _new(models.ContainerBatchResponseData)
    value.meta = ABSENT if (meta_wire := wire.meta) is UNSET else _read_container_batch_meta(meta_wire)
    value.errors = (
        ABSENT
        if (errors_wire := wire.errors) is UNSET
        else [_read_container_batch_failure(item) for item in errors_wire]
    )
    value.success = (
        ABSENT
        if (success_wire := wire.success) is UNSET
        else [_read_container_batch_success(item) for item in success_wire]
    )
    value._undeclared = None
    return value


def _write_container_batch_response_data(value: models.ContainerBatchResponseData) -> Any:
    if not (
        type(value) is models.ContainerBatchResponseData
        and (value.errors is ABSENT or type(value.errors) is list)
        and (value.success is ABSENT or type(value.success) is list)
    ):
        misfit(value)
    wire = _ContainerBatchResponseData(
        UNSET if (meta_value := value.meta) is ABSENT else _write_container_batch_meta(meta_value),
        UNSET
        if (errors_value := value.errors) is ABSENT
        else [_write_container_batch_failure(item) for item in errors_value],
        UNSET
        if (success_value := value.success) is ABSENT
        else [_write_container_batch_success(item) for item in success_value],
    )
    return completed(wire, value._undeclared)


def _read_container_batch_meta(wire: _ContainerBatchMeta) -> models.ContainerBatchMeta:
    value = _new(models.ContainerBatchMeta)
    value.status = ABSENT if (status_wire := wire.status) is UNSET else status_wire
    value.success = ABSENT if (success_wire := wire.success) is UNSET else success_wire
    value.failed = ABSENT if (failed_wire := wire.failed) is UNSET else failed_wire
    value.total = ABSENT if (total_wire := wire.total) is UNSET else total_wire
    value._undeclared = None
    return value


def _write_container_batch_meta(value: models.ContainerBatchMeta) -> Any:
    if not (
        type(value) is models.ContainerBatchMeta
        and (value.status is ABSENT or type(value.status) is str)
        and (
            value.success is ABSENT
            or (
                (type(value.success) is int or is_integer(value.success))
                and -9223372036854775808 <= value.success <= 9223372036854775807
            )
        )
        and (
            value.failed is ABSENT
            or (
                (type(value.failed) is int or is_integer(value.failed))
                and -9223372036854775808 <= value.failed <= 9223372036854775807
            )
        )
        and (
            value.total is ABSENT
            or (
                (type(value.total) is int or is_integer(value.total))
                and -9223372036854775808 <= value.total <= 9223372036854775807
            )
        )
    ):
        misfit(value)
    wire = _ContainerBatchMeta(
        UNSET if (status_value := value.status) is ABSENT else status_value,
        UNSET if (success_value := value.success) is ABSENT else success_value,
        UNSET if (failed_value := value.failed) is ABSENT else failed_value,
        UNSET if (total_value := value.total) is ABSENT else total_value,
    )
    return completed(wire, value._undeclared)


def _read_container_batch_failure(wire: _ContainerBatchFailure) -> models.ContainerBatchFailure:
    value = _new(models.ContainerBatchFailure)
    value.ref_id = ABSENT if (ref_id_wire := wire.ref_id) is UNSET else ref_id_wire
    value.reason = ABSENT if (reason_wire := wire.reason) is UNSET else reason_wire
    value._undeclared = None
    return value


def _write_container_batch_failure(value: models.ContainerBatchFailure) -> Any:
    if not (
        type(value) is models.ContainerBatchFailure
        and (value.ref_id is ABSENT or type(value.ref_id) is str)
        and (value.reason is ABSENT or type(value.reason) is str)
    ):
        misfit(value)
    wire = _ContainerBatchFailure(
        UNSET if (ref_id_value := value.ref_id) is ABSENT else ref_id_value,
        UNSET if (reason_value := value.reason) is ABSENT else reason_value,
    )
    return completed(wire, value._undeclared)


def _read_container_batch_success(wire: _ContainerBatchSuccess) -> models.ContainerBatchSuccess:
    value = _new(models.ContainerBatchSuccess)
    value.ref_id = ABSENT if (ref_id_wire := wire.ref_id) is UNSET else ref_id_wire
    value.id = ABSENT if (id_wire := wire.id) is UNSET else id_wire
    value._undeclared = None
    return value


def _write_container_batch_success(value: models.ContainerBatchSuccess) -> Any:
    if not (
        type(value) is models.ContainerBatchSuccess
        and (value.ref_id is ABSENT or type(value.ref_id) is str)
        and (value.id is ABSENT or type(value.id) is str)
    ):
        misfit(value)
    wire = _ContainerBatchSuccess(
        UNSET if (ref_id_value := value.ref_id) is ABSENT else ref_id_value,
        UNSET if (id_value := value.id) is ABSENT else id_value,
    )
    return completed(wire, value._undeclared)


def _read_error(wire: _Error) -> models.Error:
    value = _new(models.Error)
    value.code = wire.code
    value.description = wire.description
    value.additional_info = (
        ABSENT if (additional_info_wire := wire.additional_info) is UNSET else additional_info_wire
    )
    value._undeclared = None
    return value


def _write_error(value: models.Error) -> Any:
    if not (
        type(value) is models.Error
        and type(value.code) is str
        and type(value.description) is str
        and (
            value.additional_info is ABSENT
            or (
                type(value.additional_info) is dict and all(type(key) is str for key in value.additional_info)
            )
        )
    ):
        misfit(value)
    wire = _Error(
        value.code,
        value.description,
        UNSET
        if (additional_info_value := value.additional_info) is ABSENT
        else {key: finite_json(item) for key, item in additional_info_value.items()},
    )
    return completed(wire, value._undeclared)


def _read_request(wire: _Request) -> models.Request:
    value = _new(models.Request)
    value.uri = wire.uri
    value.method = ABSENT if (method_wire := wire.method) is UNSET else _REQUEST_METHOD[method_wire]
    value.query_string = ABSENT if (query_string_wire := wire.query_string) is UNSET else query_string_wire
    value.body = ABSENT if (body_wire := wire.body) is UNSET else body_wire
    value._undeclared = None
    return value


def _write_request(value: models.Request) -> Any:
    if not (
        type(value) is models.Request
        and type(value.uri) is str
        and (value.method is ABSENT or type(value.method) in (models.RequestMethod, str))
        and (value.query_string is ABSENT or type(value.query_string) is str)
        and (
            value.body is ABSENT or (type(value.body) is dict and all(type(key) is str for key in value.body))
        )
    ):
        misfit(value)
    wire = _Request(
        value.uri,
        UNSET if (method_value := value.method) is ABSENT else method_value,
        UNSET if (query_string_value := value.query_string) is ABSENT else query_string_value,
        UNSET
        if (body_value := value.body) is ABSENT
        else {key: finite_json(item) for key, item in body_value.items()},
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.ContainerBatchResponse: JsonCodec(
        _ContainerBatchResponse, _read_container_batch_response, _write_container_batch_response
    ),
    models.ErrorResponse: JsonCodec(_ErrorResponse, _read_error_response, _write_error_response),
    models.ContainerBatchResponseData: JsonCodec(
        _ContainerBatchResponseData, _read_container_batch_response_data, _write_container_batch_response_data
    ),
    models.ContainerBatchMeta: JsonCodec(
        _ContainerBatchMeta, _read_container_batch_meta, _write_container_batch_meta
    ),
    models.ContainerBatchFailure: JsonCodec(
        _ContainerBatchFailure, _read_container_batch_failure, _write_container_batch_failure
    ),
    models.ContainerBatchSuccess: JsonCodec(
        _ContainerBatchSuccess, _read_container_batch_success, _write_container_batch_success
    ),
    models.Error: JsonCodec(_Error, _read_error, _write_error),
    models.Request: JsonCodec(_Request, _read_request, _write_request),
}
