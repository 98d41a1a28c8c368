# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 dbcd633211a039ca47fd0a9df14981ff089f914bc7e42427835c0b4f7e71927b; needs wiresmith runtime 0.1.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of EPU image metadata: the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from wiresmith.runtime.datetimes import datetime_text, parse_datetime
from wiresmith.runtime.guids import guid
from wiresmith.runtime.json.fast import JsonCodec, completed, not_finite, wire_names
from wiresmith.runtime.json.values import any_json
from wiresmith.runtime.lexical import is_integer, is_number, misfit

from . import models

_new = object.__new__


class _MicroscopeImage(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "custom_data": "CustomData",
            "spatial_scale": "SpatialScale",
            "microscope_data": "microscopeData",
            "unique_id": "uniqueID",
        }
    ),
):
    custom_data: dict[str, Any] | None
    spatial_scale: _SpatialScale | None
    microscope_data: _MicroscopeData | None
    name: str | None
    unique_id: str


class _SpatialScale(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "pixel_size": "pixelSize",
        }
    ),
):
    offset: _Quantities | None
    pixel_size: _Quantities | None


class _Quantities(Struct, forbid_unknown_fields=True, gc=False):
    x: _Quantity | None
    y: _Quantity | None


class _Quantity(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "numeric_value": "numericValue",
        }
    ),
):
    numeric_value: float
    unit: _Unit | None


class _Unit(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "symbol": "_x003C_Symbol_x003E_k__BackingField",
        }
    ),
):
    symbol: str | None


class _MicroscopeData(Struct, forbid_unknown_fields=True, gc=False):
    acquisition: _Acquisition | None
    core: _Core | None
    gun: _Gun | None
    optics: _Optics | None
    stage: _Stage | None


class _Acquisition(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "acquisition_date_time": "acquisitionDateTime",
        }
    ),
):
    acquisition_date_time: str
    camera: _Camera | None


class _Camera(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "binning": "Binning",
            "exposure_time": "ExposureTime",
            "name": "Name",
            "readout_area": "ReadoutArea",
        }
    ),
):
    binning: _Point
    exposure_time: float
    name: str | None
    readout_area: _Rectangle


class _Point(Struct, forbid_unknown_fields=True, gc=False):
    x: int
    y: int


class _Rectangle(Struct, forbid_unknown_fields=True, gc=False):
    height: int
    width: int
    x: int
    y: int


class _Core(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "application_software": "ApplicationSoftware",
            "application_software_version": "ApplicationSoftwareVersion",
        }
    ),
):
    application_software: str | None
    application_software_version: str | None


class _Gun(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "acceleration_voltage": "AccelerationVoltage",
        }
    ),
):
    acceleration_voltage: float


class _Optics(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "beam_shift": "BeamShift",
            "beam_tilt": "BeamTilt",
            "defocus": "Defocus",
            "intensity": "Intensity",
            "spot_index": "SpotIndex",
            "tem_magnification": "TemMagnification",
        }
    ),
):
    beam_shift: _Vector
    beam_tilt: _Vector
    defocus: float
    intensity: float
    spot_index: int
    tem_magnification: _Magnification | None


class _Magnification(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "nominal_magnification": "NominalMagnification",
        }
    ),
):
    nominal_magnification: float


class _Vector(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "x": "_x",
            "y": "_y",
        }
    ),
):
    x: float
    y: float


class _Stage(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "position": "Position",
        }
    ),
):
    position: _StagePosition | None


class _StagePosition(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "a": "A",
            "b": "B",
            "x": "X",
            "y": "Y",
            "z": "Z",
        }
    ),
):
    a: float
    b: float
    x: float
    y: float
    z: float


def _read_microscope_image(wire: _MicroscopeImage) -> models.MicroscopeImage:
    value = _new(models.MicroscopeImage)
    value.custom_data = wire.custom_data
    value.spatial_scale = (
        None
        if (spatial_scale_wire := wire.spatial_scale) is None
        else _read_spatial_scale(spatial_scale_wire)
    )
    value.microscope_data = (
        None
        if (microscope_data_wire := wire.microscope_data) is None
        else _read_microscope_data(microscope_data_wire)
    )
    value.name = wire.name
    value.unique_id = guid(wire.unique_id)
    value._undeclared = None
    return value


def _write_microscope_image(value: models.MicroscopeImage) -> Any:
    if not (
        type(value) is models.MicroscopeImage
        and (
            value.custom_data is None
            or (type(value.custom_data) is dict and all(isinstance(key, str) for key in value.custom_data))
        )
        and (value.name is None or isinstance(value.name, str))
        and isinstance(value.unique_id, str)
    ):
        misfit(value)
    wire = _MicroscopeImage(
        None
        if (custom_data_value := value.custom_data) is None
        else {
            key_2: None if item_2 is None else any_json(item_2, CODECS)
            for key_2, item_2 in custom_data_value.items()
        },
        None
        if (spatial_scale_value := value.spatial_scale) is None
        else _write_spatial_scale(spatial_scale_value),
        None
        if (microscope_data_value := value.microscope_data) is None
        else _write_microscope_data(microscope_data_value),
        value.name,
        guid(value.unique_id),
    )
    return completed(wire, value._undeclared)


def _read_spatial_scale(wire: _SpatialScale) -> models.SpatialScale:
    value = _new(models.SpatialScale)
    value.offset = None if (offset_wire := wire.offset) is None else _read_quantities(offset_wire)
    value.pixel_size = (
        None if (pixel_size_wire := wire.pixel_size) is None else _read_quantities(pixel_size_wire)
    )
    value._undeclared = None
    return value


def _write_spatial_scale(value: models.SpatialScale) -> Any:
    if type(value) is not models.SpatialScale:
        misfit(value)
    wire = _SpatialScale(
        None if (offset_value := value.offset) is None else _write_quantities(offset_value),
        None if (pixel_size_value := value.pixel_size) is None else _write_quantities(pixel_size_value),
    )
    return completed(wire, value._undeclared)


def _read_quantities(wire: _Quantities) -> models.Quantities:
    value = _new(models.Quantities)
    value.x = None if (x_wire := wire.x) is None else _read_quantity(x_wire)
    value.y = None if (y_wire := wire.y) is None else _read_quantity(y_wire)
    value._undeclared = None
    return value


def _write_quantities(value: models.Quantities) -> Any:
    if type(value) is not models.Quantities:
        misfit(value)
    wire = _Quantities(
        None if (x_value := value.x) is None else _write_quantity(x_value),
        None if (y_value := value.y) is None else _write_quantity(y_value),
    )
    return completed(wire, value._undeclared)


def _read_quantity(wire: _Quantity) -> models.Quantity:
    value = _new(models.Quantity)
    value.numeric_value = wire.numeric_value
    value.unit = None if (unit_wire := wire.unit) is None else _read_unit(unit_wire)
    value._undeclared = None
    return value


def _write_quantity(value: models.Quantity) -> Any:
    if not (
        type(value) is models.Quantity
        and (type(value.numeric_value) is float or is_number(value.numeric_value))
    ):
        misfit(value)
    wire = _Quantity(
        number if (number := value.numeric_value) - number == 0 else not_finite(number),
        None if (unit_value := value.unit) is None else _write_unit(unit_value),
    )
    return completed(wire, value._undeclared)


def _read_unit(wire: _Unit) -> models.Unit:
    value = _new(models.Unit)
    value.symbol = wire.symbol
    value._undeclared = None
    return value


def _write_unit(value: models.Unit) -> Any:
    if not (type(value) is models.Unit and (value.symbol is None or isinstance(value.symbol, str))):
        misfit(value)
    wire = _Unit(
        value.symbol,
    )
    return completed(wire, value._undeclared)


def _read_microscope_data(wire: _MicroscopeData) -> models.MicroscopeData:
    value = _new(models.MicroscopeData)
    value.acquisition = (
        None if (acquisition_wire := wire.acquisition) is None else _read_acquisition(acquisition_wire)
    )
    value.core = None if (core_wire := wire.core) is None else _read_core(core_wire)
    value.gun = None if (gun_wire := wire.gun) is None else _read_gun(gun_wire)
    value.optics = None if (optics_wire := wire.optics) is None else _read_optics(optics_wire)
    value.stage = None if (stage_wire := wire.stage) is None else _read_stage(stage_wire)
    value._undeclared = None
    return value


def _write_microscope_data(value: models.MicroscopeData) -> Any:
    if type(value) is not models.MicroscopeData:
        misfit(value)
    wire = _MicroscopeData(
        None if (acquisition_value := value.acquisition) is None else _write_acquisition(acquisition_value),
        None if (core_value := value.core) is None else _write_core(core_value),
        None if (gun_value := value.gun) is None else _write_gun(gun_value),
        None if (optics_value := value.optics) is None else _write_optics(optics_value),
        None if (stage_value := value.stage) is None else _write_stage(stage_value),
    )
    return completed(wire, value._undeclared)


def _read_acquisition(wire: _Acquisition) -> models.Acquisition:
    value = _new(models.Acquisition)
    value.acquisition_date_time = parse_datetime(wire.acquisition_date_time)
    value.camera = None if (camera_wire := wire.camera) is None else _read_camera(camera_wire)
    value._undeclared = None
    return value


def _write_acquisition(value: models.Acquisition) -> Any:
    if type(value) is not models.Acquisition:
        misfit(value)
    wire = _Acquisition(
        datetime_text(value.acquisition_date_time),
        None if (camera_value := value.camera) is None else _write_camera(camera_value),
    )
    return completed(wire, value._undeclared)


def _read_camera(wire: _Camera) -> models.Camera:
    value = _new(models.Camera)
    value.binning = _read_point(wire.binning)
    value.exposure_time = wire.exposure_time
    value.name = wire.name
    value.readout_area = _read_rectangle(wire.readout_area)
    value._undeclared = None
    return value


def _write_camera(value: models.Camera) -> Any:
    if not (
        type(value) is models.Camera
        and (type(value.exposure_time) is float or is_number(value.exposure_time))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _Camera(
        _write_point(value.binning),
        number if (number := value.exposure_time) - number == 0 else not_finite(number),
        value.name,
        _write_rectangle(value.readout_area),
    )
    return completed(wire, value._undeclared)


def _read_point(wire: _Point) -> models.Point:
    value = _new(models.Point)
    value.x = wire.x
    value.y = wire.y
    value._undeclared = None
    return value


def _write_point(value: models.Point) -> Any:
    if not (
        type(value) is models.Point
        and (type(value.x) is int or is_integer(value.x))
        and (type(value.y) is int or is_integer(value.y))
    ):
        misfit(value)
    wire = _Point(
        value.x,
        value.y,
    )
    return completed(wire, value._undeclared)


def _read_rectangle(wire: _Rectangle) -> models.Rectangle:
    value = _new(models.Rectangle)
    value.height = wire.height
    value.width = wire.width
    value.x = wire.x
    value.y = wire.y
    value._undeclared = None
    return value


def _write_rectangle(value: models.Rectangle) -> Any:
    if not (
        type(value) is models.Rectangle
        and (type(value.height) is int or is_integer(value.height))
        and (type(value.width) is int or is_integer(value.width))
        and (type(value.x) is int or is_integer(value.x))
        and (type(value.y) is int or is_integer(value.y))
    ):
        misfit(value)
    wire = _Rectangle(
        value.height,
        value.width,
        value.x,
        value.y,
    )
    return completed(wire, value._undeclared)


def _read_core(wire: _Core) -> models.Core:
    value = _new(models.Core)
    value.application_software = wire.application_software
    value.application_software_version = wire.application_software_version
    value._undeclared = None
    return value


def _write_core(value: models.Core) -> Any:
    if not (
        type(value) is models.Core
        and (value.application_software is None or isinstance(value.application_software, str))
        and (
            value.application_software_version is None or isinstance(value.application_software_version, str)
        )
    ):
        misfit(value)
    wire = _Core(
        value.application_software,
        value.application_software_version,
    )
    return completed(wire, value._undeclared)


def _read_gun(wire: _Gun) -> models.Gun:
    value = _new(models.Gun)
    value.acceleration_voltage = wire.acceleration_voltage
    value._undeclared = None
    return value


def _write_gun(value: models.Gun) -> Any:
    if not (
        type(value) is models.Gun
        and (type(value.acceleration_voltage) is float or is_number(value.acceleration_voltage))
    ):
        misfit(value)
    wire = _Gun(
        number if (number := value.acceleration_voltage) - number == 0 else not_finite(number),
    )
    return completed(wire, value._undeclared)


def _read_optics(wire: _Optics) -> models.Optics:
    value = _new(models.Optics)
    value.beam_shift = _read_vector(wire.beam_shift)
    value.beam_tilt = _read_vector(wire.beam_tilt)
    value.defocus = wire.defocus
    value.intensity = wire.intensity
    value.spot_index = wire.spot_index
    value.tem_magnification = (
        None
        if (tem_magnification_wire := wire.tem_magnification) is None
        else _read_magnification(tem_magnification_wire)
    )
    value._undeclared = None
    return value


def _write_optics(value: models.Optics) -> Any:
    if not (
        type(value) is models.Optics
        and (type(value.defocus) is float or is_number(value.defocus))
        and (type(value.intensity) is float or is_number(value.intensity))
        and (type(value.spot_index) is int or is_integer(value.spot_index))
    ):
        misfit(value)
    wire = _Optics(
        _write_vector(value.beam_shift),
        _write_vector(value.beam_tilt),
        number if (number := value.defocus) - number == 0 else not_finite(number),
        number if (number := value.intensity) - number == 0 else not_finite(number),
        value.spot_index,
        None
        if (tem_magnification_value := value.tem_magnification) is None
        else _write_magnification(tem_magnification_value),
    )
    return completed(wire, value._undeclared)


def _read_magnification(wire: _Magnification) -> models.Magnification:
    value = _new(models.Magnification)
    value.nominal_magnification = wire.nominal_magnification
    value._undeclared = None
    return value


def _write_magnification(value: models.Magnification) -> Any:
    if not (
        type(value) is models.Magnification
        and (type(value.nominal_magnification) is float or is_number(value.nominal_magnification))
    ):
        misfit(value)
    wire = _Magnification(
        number if (number := value.nominal_magnification) - number == 0 else not_finite(number),
    )
    return completed(wire, value._undeclared)


def _read_vector(wire: _Vector) -> models.Vector:
    value = _new(models.Vector)
    value.x = wire.x
    value.y = wire.y
    value._undeclared = None
    return value


def _write_vector(value: models.Vector) -> Any:
    if not (
        type(value) is models.Vector
        and (type(value.x) is float or is_number(value.x))
        and (type(value.y) is float or is_number(value.y))
    ):
        misfit(value)
    wire = _Vector(
        number if (number := value.x) - number == 0 else not_finite(number),
        number if (number := value.y) - number == 0 else not_finite(number),
    )
    return completed(wire, value._undeclared)


def _read_stage(wire: _Stage) -> models.Stage:
    value = _new(models.Stage)
    value.position = None if (position_wire := wire.position) is None else _read_stage_position(position_wire)
    value._undeclared = None
    return value


def _write_stage(value: models.Stage) -> Any:
    if type(value) is not models.Stage:
        misfit(value)
    wire = _Stage(
        None if (position_value := value.position) is None else _write_stage_position(position_value),
    )
    return completed(wire, value._undeclared)


def _read_stage_position(wire: _StagePosition) -> models.StagePosition:
    value = _new(models.StagePosition)
    value.a = wire.a
    value.b = wire.b
    value.x = wire.x
    value.y = wire.y
    value.z = wire.z
    value._undeclared = None
    return value


def _write_stage_position(value: models.StagePosition) -> Any:
    if not (
        type(value) is models.StagePosition
        and (type(value.a) is float or is_number(value.a))
        and (type(value.b) is float or is_number(value.b))
        and (type(value.x) is float or is_number(value.x))
        and (type(value.y) is float or is_number(value.y))
        and (type(value.z) is float or is_number(value.z))
    ):
        misfit(value)
    wire = _StagePosition(
        number if (number := value.a) - number == 0 else not_finite(number),
        number if (number := value.b) - number == 0 else not_finite(number),
        number if (number := value.x) - number == 0 else not_finite(number),
        number if (number := value.y) - number == 0 else not_finite(number),
        number if (number := value.z) - number == 0 else not_finite(number),
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.MicroscopeImage: JsonCodec(_MicroscopeImage, _read_microscope_image, _write_microscope_image),
    models.SpatialScale: JsonCodec(_SpatialScale, _read_spatial_scale, _write_spatial_scale),
    models.Quantities: JsonCodec(_Quantities, _read_quantities, _write_quantities),
    models.Quantity: JsonCodec(_Quantity, _read_quantity, _write_quantity),
    models.Unit: JsonCodec(_Unit, _read_unit, _write_unit),
    models.MicroscopeData: JsonCodec(_MicroscopeData, _read_microscope_data, _write_microscope_data),
    models.Acquisition: JsonCodec(_Acquisition, _read_acquisition, _write_acquisition),
    models.Camera: JsonCodec(_Camera, _read_camera, _write_camera),
    models.Point: JsonCodec(_Point, _read_point, _write_point),
    models.Rectangle: JsonCodec(_Rectangle, _read_rectangle, _write_rectangle),
    models.Core: JsonCodec(_Core, _read_core, _write_core),
    models.Gun: JsonCodec(_Gun, _read_gun, _write_gun),
    models.Optics: JsonCodec(_Optics, _read_optics, _write_optics),
    models.Magnification: JsonCodec(_Magnification, _read_magnification, _write_magnification),
    models.Vector: JsonCodec(_Vector, _read_vector, _write_vector),
    models.Stage: JsonCodec(_Stage, _read_stage, _write_stage),
    models.StagePosition: JsonCodec(_StagePosition, _read_stage_position, _write_stage_position),
}
