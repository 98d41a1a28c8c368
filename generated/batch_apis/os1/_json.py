# Emitted by wiresmith from specs/os1/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 7fc5c9d4a5b90c8d7798463b4e2250aee5b370ebada17ba0eb811b947589b78b; needs wiresmith runtime 0.3.
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
    meta: _ContainerBatchMeta
    errors: list[_ContainerBatchFailure]
    success: list[_ContainerBatchSuccess]


class _ContainerBatchMeta(Struct, forbid_unknown_fields=True, gc=False):
    status: str
    success: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]
    failed: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]
    total: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


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
    ref_id: str
    reason: str


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
    ref_id: str
    id: str


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
    code: Any
    description: str
    additional_info: Any | UnsetType = UNSET


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
    query_string: Any | UnsetType = UNSET
    body: Any | UnsetType = UNSET


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
    value.meta = _read_container_batch_meta(wire.meta)
    value.errors = [_read_container_batch_failure(item) for item in wire.errors]
    value.success = [_read_container_batch_success(item) for item in wire.success]
    value._undeclared = None
    return value


def _write_container_batch_response_data(value: models.ContainerBatchResponseData) -> Any:
    if not (
        type(value) is models.ContainerBatchResponseData
        and type(value.errors) is list
        and type(value.success) is list
    ):
        misfit(value)
    wire = _ContainerBatchResponseData(
        _write_container_batch_meta(value.meta),
        [_write_container_batch_failure(item) for item in value.errors],
        [_write_container_batch_success(item) for item in value.success],
    )
    return completed(wire, value._undeclared)


def _read_container_batch_meta(wire: _ContainerBatchMeta) -> models.ContainerBatchMeta:
    value = _new(models.ContainerBatchMeta)
    value.status = wire.status
    value.success = wire.success
    value.failed = wire.failed
    value.total = wire.total
    value._undeclared = None
    return value


def _write_container_batch_meta(value: models.ContainerBatchMeta) -> Any:
    if not (
        type(value) is models.ContainerBatchMeta
        and isinstance(value.status, str)
        and (
            (type(value.success) is int or is_integer(value.success))
            and -9223372036854775808 <= value.success <= 9223372036854775807
        )
        and (
            (type(value.failed) is int or is_integer(value.failed))
            and -9223372036854775808 <= value.failed <= 9223372036854775807
        )
        and (
            (type(value.total) is int or is_integer(value.total))
            and -9223372036854775808 <= value.total <= 9223372036854775807
        )
    ):
        misfit(value)
    wire = _ContainerBatchMeta(
        value.status,
        value.success,
        value.failed,
        value.total,
    )
    return completed(wire, value._undeclared)


def _read_container_batch_failure(wire: _ContainerBatchFailure) -> models.ContainerBatchFailure:
    value = _new(models.ContainerBatchFailure)
    value.ref_id = wire.ref_id
    value.reason = wire.reason
    value._undeclared = None
    return value


def _write_container_batch_failure(value: models.ContainerBatchFailure) -> Any:
    if not (
        type(value) is models.ContainerBatchFailure
        and isinstance(value.ref_id, str)
        and isinstance(value.reason, str)
    ):
        misfit(value)
    wire = _ContainerBatchFailure(
        value.ref_id,
        value.reason,
    )
    return completed(wire, value._undeclared)


def _read_container_batch_success(wire: _ContainerBatchSuccess) -> models.ContainerBatchSuccess:
    value = _new(models.ContainerBatchSuccess)
    value.ref_id = wire.ref_id
    value.id = wire.id
    value._undeclared = None
    return value


def _write_container_batch_success(value: models.ContainerBatchSuccess) -> Any:
    if not (
        type(value) is models.ContainerBatchSuccess
        and isinstance(value.ref_id, str)
        and isinstance(value.id, str)
    ):
        misfit(value)
    wire = _ContainerBatchSuccess(
        value.ref_id,
        value.id,
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
    if not (type(value) is models.Error and isinstance(value.description, str)):
        misfit(value)
    wire = _Error(
        finite_json(value.code),
        value.description,
        UNSET
        if (additional_info_value := value.additional_info) is ABSENT
        else finite_json(additional_info_value),
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
        and isinstance(value.uri, str)
        and (value.method is ABSENT or isinstance(value.method, str))
    ):
        misfit(value)
    wire = _Request(
        value.uri,
        UNSET if (method_value := value.method) is ABSENT else method_value,
        UNSET if (query_string_value := value.query_string) is ABSENT else finite_json(query_string_value),
        UNSET if (body_value := value.body) is ABSENT else finite_json(body_value),
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
