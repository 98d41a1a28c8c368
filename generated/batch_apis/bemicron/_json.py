# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of Bemicron batch API: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from wiresmith.runtime.json.fast import JsonCodec, completed, not_finite, wire_names
from wiresmith.values.datetimes import datetime_text, parse_datetime
from wiresmith.values.guids import guid
from wiresmith.values.lexical import is_float, is_integer, misfit

from . import models

_new = object.__new__


class _BatchDetailsViewModel(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "step_name": "stepName",
        }
    ),
):
    step: int
    analysis: _BatchDetailsAnalysisViewModel | None
    completion: int
    id: str
    local_id: str
    medistream_compartments: list[_BatchDetailsMedistreamCompartmentViewModel | None] | None
    mediwave_details: _BatchDetailsMediwaveViewModel | None
    step_name: str | None


class _BatchDetailsAnalysisViewModel(Struct, forbid_unknown_fields=True, gc=False):
    end: str
    class1: bool
    class2: bool
    class3: bool
    hd03: int | None
    hd05: int | None
    start: str


class _BatchDetailsMedistreamCompartmentViewModel(Struct, forbid_unknown_fields=True, gc=False):
    done: bool | None
    duration: int | None
    elapsed_time: str | None
    id: str
    medistream_id: str
    number: int
    started: bool
    temperatures: list[_TemperatureData | None] | None
    temperature_type: str | None


class _BatchDetailsMediwaveViewModel(Struct, forbid_unknown_fields=True, gc=False):
    id: str
    name: str | None
    temperatures: list[_TemperatureData | None] | None
    ph_check: bool | None
    reset_check: bool | None
    temperature_check: bool | None
    dosage_check: bool | None
    done: bool | None
    duration: str | None
    compartments: list[_MediwaveCompartmentDetails | None] | None
    temperature_type: str | None


class _TemperatureData(Struct, forbid_unknown_fields=True, gc=False):
    time: str
    temperature: float


class _MediwaveCompartmentDetails(Struct, forbid_unknown_fields=True, gc=False):
    number: int
    count: int
    pieces: list[_DescriptionCount | None] | None


class _DescriptionCount(Struct, forbid_unknown_fields=True, gc=False):
    count: int
    description: dict[str, str | None] | None


def _read_batch_details_view_model(wire: _BatchDetailsViewModel) -> models.BatchDetailsViewModel:
    value = _new(models.BatchDetailsViewModel)
    value.step = wire.step
    value.analysis = (
        None
        if (analysis_wire := wire.analysis) is None
        else _read_batch_details_analysis_view_model(analysis_wire)
    )
    value.completion = wire.completion
    value.id = guid(wire.id)
    value.local_id = wire.local_id
    value.medistream_compartments = (
        None
        if (medistream_compartments_wire := wire.medistream_compartments) is None
        else [
            None if item_2 is None else _read_batch_details_medistream_compartment_view_model(item_2)
            for item_2 in medistream_compartments_wire
        ]
    )
    value.mediwave_details = (
        None
        if (mediwave_details_wire := wire.mediwave_details) is None
        else _read_batch_details_mediwave_view_model(mediwave_details_wire)
    )
    value.step_name = wire.step_name
    value._undeclared = None
    return value


def _write_batch_details_view_model(value: models.BatchDetailsViewModel) -> Any:
    if not (
        type(value) is models.BatchDetailsViewModel
        and (type(value.step) is int or is_integer(value.step))
        and (type(value.completion) is int or is_integer(value.completion))
        and type(value.id) is str
        and type(value.local_id) is str
        and (value.medistream_compartments is None or type(value.medistream_compartments) is list)
        and (value.step_name is None or type(value.step_name) is str)
    ):
        misfit(value)
    wire = _BatchDetailsViewModel(
        value.step,
        None
        if (analysis_value := value.analysis) is None
        else _write_batch_details_analysis_view_model(analysis_value),
        value.completion,
        guid(value.id),
        value.local_id,
        None
        if (medistream_compartments_value := value.medistream_compartments) is None
        else [
            None if item_2 is None else _write_batch_details_medistream_compartment_view_model(item_2)
            for item_2 in medistream_compartments_value
        ],
        None
        if (mediwave_details_value := value.mediwave_details) is None
        else _write_batch_details_mediwave_view_model(mediwave_details_value),
        value.step_name,
    )
    return completed(wire, value._undeclared)


def _read_batch_details_analysis_view_model(
    wire: _BatchDetailsAnalysisViewModel,
) -> models.BatchDetailsAnalysisViewModel:
    value = _new(models.BatchDetailsAnalysisViewModel)
    value.end = parse_datetime(wire.end)
    value.class1 = wire.class1
    value.class2 = wire.class2
    value.class3 = wire.class3
    value.hd03 = wire.hd03
    value.hd05 = wire.hd05
    value.start = parse_datetime(wire.start)
    value._undeclared = None
    return value


def _write_batch_details_analysis_view_model(value: models.BatchDetailsAnalysisViewModel) -> Any:
    if not (
        type(value) is models.BatchDetailsAnalysisViewModel
        and type(value.class1) is bool
        and type(value.class2) is bool
        and type(value.class3) is bool
        and (value.hd03 is None or (type(value.hd03) is int or is_integer(value.hd03)))
        and (value.hd05 is None or (type(value.hd05) is int or is_integer(value.hd05)))
    ):
        misfit(value)
    wire = _BatchDetailsAnalysisViewModel(
        datetime_text(value.end),
        value.class1,
        value.class2,
        value.class3,
        value.hd03,
        value.hd05,
        datetime_text(value.start),
    )
    return completed(wire, value._undeclared)


def _read_batch_details_medistream_compartment_view_model(
    wire: _BatchDetailsMedistreamCompartmentViewModel,
) -> models.BatchDetailsMedistreamCompartmentViewModel:
    value = _new(models.BatchDetailsMedistreamCompartmentViewModel)
    value.done = wire.done
    value.duration = wire.duration
    value.elapsed_time = wire.elapsed_time
    value.id = guid(wire.id)
    value.medistream_id = guid(wire.medistream_id)
    value.number = wire.number
    value.started = wire.started
    value.temperatures = (
        None
        if (temperatures_wire := wire.temperatures) is None
        else [None if item_2 is None else _read_temperature_data(item_2) for item_2 in temperatures_wire]
    )
    value.temperature_type = wire.temperature_type
    value._undeclared = None
    return value


def _write_batch_details_medistream_compartment_view_model(
    value: models.BatchDetailsMedistreamCompartmentViewModel,
) -> Any:
    if not (
        type(value) is models.BatchDetailsMedistreamCompartmentViewModel
        and (value.done is None or type(value.done) is bool)
        and (value.duration is None or (type(value.duration) is int or is_integer(value.duration)))
        and (value.elapsed_time is None or type(value.elapsed_time) is str)
        and type(value.id) is str
        and type(value.medistream_id) is str
        and (type(value.number) is int or is_integer(value.number))
        and type(value.started) is bool
        and (value.temperatures is None or type(value.temperatures) is list)
        and (value.temperature_type is None or type(value.temperature_type) is str)
    ):
        misfit(value)
    wire = _BatchDetailsMedistreamCompartmentViewModel(
        value.done,
        value.duration,
        value.elapsed_time,
        guid(value.id),
        guid(value.medistream_id),
        value.number,
        value.started,
        None
        if (temperatures_value := value.temperatures) is None
        else [None if item_2 is None else _write_temperature_data(item_2) for item_2 in temperatures_value],
        value.temperature_type,
    )
    return completed(wire, value._undeclared)


def _read_batch_details_mediwave_view_model(
    wire: _BatchDetailsMediwaveViewModel,
) -> models.BatchDetailsMediwaveViewModel:
    value = _new(models.BatchDetailsMediwaveViewModel)
    value.id = guid(wire.id)
    value.name = wire.name
    value.temperatures = (
        None
        if (temperatures_wire := wire.temperatures) is None
        else [None if item_2 is None else _read_temperature_data(item_2) for item_2 in temperatures_wire]
    )
    value.ph_check = wire.ph_check
    value.reset_check = wire.reset_check
    value.temperature_check = wire.temperature_check
    value.dosage_check = wire.dosage_check
    value.done = wire.done
    value.duration = wire.duration
    value.compartments = (
        None
        if (compartments_wire := wire.compartments) is None
        else [
            None if item_2 is None else _read_mediwave_compartment_details(item_2)
            for item_2 in compartments_wire
        ]
    )
    value.temperature_type = wire.temperature_type
    value._undeclared = None
    return value


def _write_batch_details_mediwave_view_model(value: models.BatchDetailsMediwaveViewModel) -> Any:
    if not (
        type(value) is models.BatchDetailsMediwaveViewModel
        and type(value.id) is str
        and (value.name is None or type(value.name) is str)
        and (value.temperatures is None or type(value.temperatures) is list)
        and (value.ph_check is None or type(value.ph_check) is bool)
        and (value.reset_check is None or type(value.reset_check) is bool)
        and (value.temperature_check is None or type(value.temperature_check) is bool)
        and (value.dosage_check is None or type(value.dosage_check) is bool)
        and (value.done is None or type(value.done) is bool)
        and (value.duration is None or type(value.duration) is str)
        and (value.compartments is None or type(value.compartments) is list)
        and (value.temperature_type is None or type(value.temperature_type) is str)
    ):
        misfit(value)
    wire = _BatchDetailsMediwaveViewModel(
        guid(value.id),
        value.name,
        None
        if (temperatures_value := value.temperatures) is None
        else [None if item_2 is None else _write_temperature_data(item_2) for item_2 in temperatures_value],
        value.ph_check,
        value.reset_check,
        value.temperature_check,
        value.dosage_check,
        value.done,
        value.duration,
        None
        if (compartments_value := value.compartments) is None
        else [
            None if item_2 is None else _write_mediwave_compartment_details(item_2)
            for item_2 in compartments_value
        ],
        value.temperature_type,
    )
    return completed(wire, value._undeclared)


def _read_temperature_data(wire: _TemperatureData) -> models.TemperatureData:
    value = _new(models.TemperatureData)
    value.time = parse_datetime(wire.time)
    value.temperature = wire.temperature
    value._undeclared = None
    return value


def _write_temperature_data(value: models.TemperatureData) -> Any:
    if not (
        type(value) is models.TemperatureData
        and (type(value.temperature) is float or is_float(value.temperature))
    ):
        misfit(value)
    wire = _TemperatureData(
        datetime_text(value.time),
        number if (number := value.temperature) - number == 0 else not_finite(number),
    )
    return completed(wire, value._undeclared)


def _read_mediwave_compartment_details(
    wire: _MediwaveCompartmentDetails,
) -> models.MediwaveCompartmentDetails:
    value = _new(models.MediwaveCompartmentDetails)
    value.number = wire.number
    value.count = wire.count
    value.pieces = (
        None
        if (pieces_wire := wire.pieces) is None
        else [None if item_2 is None else _read_description_count(item_2) for item_2 in pieces_wire]
    )
    value._undeclared = None
    return value


def _write_mediwave_compartment_details(value: models.MediwaveCompartmentDetails) -> Any:
    if not (
        type(value) is models.MediwaveCompartmentDetails
        and (type(value.number) is int or is_integer(value.number))
        and (type(value.count) is int or is_integer(value.count))
        and (value.pieces is None or type(value.pieces) is list)
    ):
        misfit(value)
    wire = _MediwaveCompartmentDetails(
        value.number,
        value.count,
        None
        if (pieces_value := value.pieces) is None
        else [None if item_2 is None else _write_description_count(item_2) for item_2 in pieces_value],
    )
    return completed(wire, value._undeclared)


def _read_description_count(wire: _DescriptionCount) -> models.DescriptionCount:
    value = _new(models.DescriptionCount)
    value.count = wire.count
    value.description = wire.description
    value._undeclared = None
    return value


def _write_description_count(value: models.DescriptionCount) -> Any:
    if not (
        type(value) is models.DescriptionCount
        and (type(value.count) is int or is_integer(value.count))
        and (
            value.description is None
            or (
                type(value.description) is dict
                and all(type(key) is str for key in value.description)
                and all((item is None or type(item) is str) for item in value.description.values())
            )
        )
    ):
        misfit(value)
    wire = _DescriptionCount(
        value.count,
        value.description,
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.BatchDetailsViewModel: JsonCodec(
        _BatchDetailsViewModel, _read_batch_details_view_model, _write_batch_details_view_model
    ),
    models.BatchDetailsAnalysisViewModel: JsonCodec(
        _BatchDetailsAnalysisViewModel,
        _read_batch_details_analysis_view_model,
        _write_batch_details_analysis_view_model,
    ),
    models.BatchDetailsMedistreamCompartmentViewModel: JsonCodec(
        _BatchDetailsMedistreamCompartmentViewModel,
        _read_batch_details_medistream_compartment_view_model,
        _write_batch_details_medistream_compartment_view_model,
    ),
    models.BatchDetailsMediwaveViewModel: JsonCodec(
        _BatchDetailsMediwaveViewModel,
        _read_batch_details_mediwave_view_model,
        _write_batch_details_mediwave_view_model,
    ),
    models.TemperatureData: JsonCodec(_TemperatureData, _read_temperature_data, _write_temperature_data),
    models.MediwaveCompartmentDetails: JsonCodec(
        _MediwaveCompartmentDetails, _read_mediwave_compartment_details, _write_mediwave_compartment_details
    ),
    models.DescriptionCount: JsonCodec(_DescriptionCount, _read_description_count, _write_description_count),
    list[models.BatchDetailsViewModel | None]: JsonCodec(
        list[_BatchDetailsViewModel | None],
        lambda value: [None if item is None else _read_batch_details_view_model(item) for item in value],
        lambda value: [None if item is None else _write_batch_details_view_model(item) for item in value],
    ),
    list[models.BatchDetailsViewModel]: JsonCodec(
        list[_BatchDetailsViewModel],
        lambda value: [_read_batch_details_view_model(item) for item in value],
        lambda value: [_write_batch_details_view_model(item) for item in value],
    ),
}
