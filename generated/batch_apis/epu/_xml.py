# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 3fe99b3446a5cbedaaad82469cf02dc1cfd1718ae96a7baa2dcc2cca652a1146; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""XML of EPU image metadata: the form that .NET's XmlWriter gives it, in straight lines.

Documents in any other form are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from wiresmith.runtime.xml.fast.codec import XmlCodec
from wiresmith.runtime.xml.fast.plain_objects import plain_object
from wiresmith.runtime.xml.fast.runs import EMPTY, NIL, Pattern, closing, leaf, opening, unusual
from wiresmith.values.datetimes import datetime_text, read_datetime
from wiresmith.values.guids import guid, read_guid
from wiresmith.values.lexical import integer_text, misfit, xml_float
from wiresmith.values.xml_numbers import read_float
from wiresmith.values.xml_text import escape, read_string

from . import models

_new = object.__new__


_MICROSCOPE_IMAGE_1 = Pattern(
    opening("CustomData", ' xmlns:{0}="http://schemas.microsoft.com/2003/10/Serialization/Arrays"')
)


_MICROSCOPE_IMAGE_2 = Pattern(opening("SpatialScale"))


_MICROSCOPE_IMAGE_3 = Pattern(opening("microscopeData"))


_MICROSCOPE_IMAGE_4 = Pattern(
    leaf("name", nillable=True)
    + leaf("uniqueID", "([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})")
)


def _read_microscope_image(data: bytes, position: int, depth: int) -> tuple[models.MicroscopeImage, int]:
    value = _new(models.MicroscopeImage)
    match = _MICROSCOPE_IMAGE_1.at(data, position, f"d{depth + 1}p1")
    (rest,) = match.groups()
    if rest == b">":
        value.custom_data, position = _read_dict_of_str_any(data, match.end(), depth + 1, f"d{depth + 1}p1:")
        position = closing(data, position, b"</CustomData>")
    elif rest == NIL:
        value.custom_data = None
        position = match.end()
    elif rest == EMPTY:
        value.custom_data = {}
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_IMAGE_2.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.spatial_scale, position = _read_spatial_scale(data, match.end(), depth + 1)
        position = closing(data, position, b"</SpatialScale>")
    elif rest == NIL:
        value.spatial_scale = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_IMAGE_3.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.microscope_data, position = _read_microscope_data(data, match.end(), depth + 1)
        position = closing(data, position, b"</microscopeData>")
    elif rest == NIL:
        value.microscope_data = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_IMAGE_4.match(data, position) or unusual()
    name_text, unique_id_text = match.groups()
    value.name = None if name_text is None else read_string(name_text)
    value.unique_id = read_guid(unique_id_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_microscope_image(value: models.MicroscopeImage, depth: int) -> str:
    if not (
        type(value) is models.MicroscopeImage
        and (value.custom_data is None or type(value.custom_data) is dict)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    custom_data_xml = (
        f'<CustomData xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" i:nil="true" />'
        if value.custom_data is None
        else (
            f'<CustomData xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">{content}</CustomData>'
            if (content := _write_dict_of_str_any(value.custom_data, depth + 1, f"d{depth + 1}p1:"))
            else f'<CustomData xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'
        )
    )
    spatial_scale_xml = (
        '<SpatialScale i:nil="true" />'
        if value.spatial_scale is None
        else (
            f"<SpatialScale>{content}</SpatialScale>"
            if (content := _write_spatial_scale(value.spatial_scale, depth + 1))
            else "<SpatialScale />"
        )
    )
    microscope_data_xml = (
        '<microscopeData i:nil="true" />'
        if value.microscope_data is None
        else (
            f"<microscopeData>{content}</microscopeData>"
            if (content := _write_microscope_data(value.microscope_data, depth + 1))
            else "<microscopeData />"
        )
    )
    name_xml = '<name i:nil="true" />' if value.name is None else f"<name>{escape(value.name)}</name>"
    return (
        f"{custom_data_xml}"
        f"{spatial_scale_xml}"
        f"{microscope_data_xml}"
        f"{name_xml}"
        f"<uniqueID>{guid(value.unique_id)}</uniqueID>"
    )


_SPATIAL_SCALE_1 = Pattern(opening("offset"))


_SPATIAL_SCALE_2 = Pattern(opening("pixelSize"))


def _read_spatial_scale(data: bytes, position: int, depth: int) -> tuple[models.SpatialScale, int]:
    value = _new(models.SpatialScale)
    match = _SPATIAL_SCALE_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.offset, position = _read_quantities(data, match.end(), depth + 1)
        position = closing(data, position, b"</offset>")
    elif rest == NIL:
        value.offset = None
        position = match.end()
    else:
        unusual()
    match = _SPATIAL_SCALE_2.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.pixel_size, position = _read_quantities(data, match.end(), depth + 1)
        position = closing(data, position, b"</pixelSize>")
    elif rest == NIL:
        value.pixel_size = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_spatial_scale(value: models.SpatialScale, depth: int) -> str:
    if type(value) is not models.SpatialScale:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    offset_xml = (
        '<offset i:nil="true" />'
        if value.offset is None
        else (
            f"<offset>{content}</offset>"
            if (content := _write_quantities(value.offset, depth + 1))
            else "<offset />"
        )
    )
    pixel_size_xml = (
        '<pixelSize i:nil="true" />'
        if value.pixel_size is None
        else (
            f"<pixelSize>{content}</pixelSize>"
            if (content := _write_quantities(value.pixel_size, depth + 1))
            else "<pixelSize />"
        )
    )
    return f"{offset_xml}{pixel_size_xml}"


_QUANTITIES_1 = Pattern(opening("x"))


_QUANTITIES_2 = Pattern(opening("y"))


def _read_quantities(data: bytes, position: int, depth: int) -> tuple[models.Quantities, int]:
    value = _new(models.Quantities)
    match = _QUANTITIES_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.x, position = _read_quantity(data, match.end(), depth + 1)
        position = closing(data, position, b"</x>")
    elif rest == NIL:
        value.x = None
        position = match.end()
    else:
        unusual()
    match = _QUANTITIES_2.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.y, position = _read_quantity(data, match.end(), depth + 1)
        position = closing(data, position, b"</y>")
    elif rest == NIL:
        value.y = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_quantities(value: models.Quantities, depth: int) -> str:
    if type(value) is not models.Quantities:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    x_xml = (
        '<x i:nil="true" />'
        if value.x is None
        else (f"<x>{content}</x>" if (content := _write_quantity(value.x, depth + 1)) else "<x />")
    )
    y_xml = (
        '<y i:nil="true" />'
        if value.y is None
        else (f"<y>{content}</y>" if (content := _write_quantity(value.y, depth + 1)) else "<y />")
    )
    return f"{x_xml}{y_xml}"


_QUANTITY_1 = Pattern(
    leaf("numericValue") + opening("unit", ' xmlns:{0}="http://schemas.datacontract.org/2004/07/Fei.Types"')
)


def _read_quantity(data: bytes, position: int, depth: int) -> tuple[models.Quantity, int]:
    value = _new(models.Quantity)
    match = _QUANTITY_1.at(data, position, f"d{depth + 1}p1")
    numeric_value_text, rest = match.groups()
    value.numeric_value = read_float(numeric_value_text)
    if rest == b">":
        value.unit, position = _read_unit_2(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</unit>")
    elif rest == NIL:
        value.unit = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_quantity(value: models.Quantity, depth: int) -> str:
    if type(value) is not models.Quantity:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    unit_xml = (
        f'<unit xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types" i:nil="true" />'
        if value.unit is None
        else (
            f'<unit xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types">{content}</unit>'
            if (content := _write_unit_2(value.unit, f"d{depth + 1}p1:"))
            else f'<unit xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types" />'
        )
    )
    return f"<numericValue>{xml_float(value.numeric_value)}</numericValue>{unit_xml}"


_UNIT_1 = Pattern(leaf("_x003C_Symbol_x003E_k__BackingField", nillable=True))


def _read_unit(data: bytes, position: int) -> tuple[models.Unit, int]:
    value = _new(models.Unit)
    match = _UNIT_1.match(data, position) or unusual()
    (symbol_text,) = match.groups()
    value.symbol = None if symbol_text is None else read_string(symbol_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_unit(value: models.Unit) -> str:
    if type(value) is not models.Unit:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        '<_x003C_Symbol_x003E_k__BackingField i:nil="true" />'
        if value.symbol is None
        else f"<_x003C_Symbol_x003E_k__BackingField>{escape(value.symbol)}</_x003C_Symbol_x003E_k__BackingField>"
    )


_MICROSCOPE_DATA_1 = Pattern(opening("acquisition"))


_MICROSCOPE_DATA_2 = Pattern(opening("core"))


_MICROSCOPE_DATA_3 = Pattern(opening("gun"))


_MICROSCOPE_DATA_4 = Pattern(opening("optics"))


_MICROSCOPE_DATA_5 = Pattern(opening("stage"))


def _read_microscope_data(data: bytes, position: int, depth: int) -> tuple[models.MicroscopeData, int]:
    value = _new(models.MicroscopeData)
    match = _MICROSCOPE_DATA_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.acquisition, position = _read_acquisition(data, match.end(), depth + 1)
        position = closing(data, position, b"</acquisition>")
    elif rest == NIL:
        value.acquisition = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_DATA_2.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.core, position = _read_core(data, match.end())
        position = closing(data, position, b"</core>")
    elif rest == NIL:
        value.core = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_DATA_3.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.gun, position = _read_gun(data, match.end())
        position = closing(data, position, b"</gun>")
    elif rest == NIL:
        value.gun = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_DATA_4.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.optics, position = _read_optics(data, match.end(), depth + 1)
        position = closing(data, position, b"</optics>")
    elif rest == NIL:
        value.optics = None
        position = match.end()
    else:
        unusual()
    match = _MICROSCOPE_DATA_5.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.stage, position = _read_stage(data, match.end())
        position = closing(data, position, b"</stage>")
    elif rest == NIL:
        value.stage = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_microscope_data(value: models.MicroscopeData, depth: int) -> str:
    if type(value) is not models.MicroscopeData:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    acquisition_xml = (
        '<acquisition i:nil="true" />'
        if value.acquisition is None
        else (
            f"<acquisition>{content}</acquisition>"
            if (content := _write_acquisition(value.acquisition, depth + 1))
            else "<acquisition />"
        )
    )
    core_xml = (
        '<core i:nil="true" />'
        if value.core is None
        else (f"<core>{content}</core>" if (content := _write_core(value.core)) else "<core />")
    )
    gun_xml = (
        '<gun i:nil="true" />'
        if value.gun is None
        else (f"<gun>{content}</gun>" if (content := _write_gun(value.gun)) else "<gun />")
    )
    optics_xml = (
        '<optics i:nil="true" />'
        if value.optics is None
        else (
            f"<optics>{content}</optics>"
            if (content := _write_optics(value.optics, depth + 1))
            else "<optics />"
        )
    )
    stage_xml = (
        '<stage i:nil="true" />'
        if value.stage is None
        else (f"<stage>{content}</stage>" if (content := _write_stage(value.stage)) else "<stage />")
    )
    return f"{acquisition_xml}{core_xml}{gun_xml}{optics_xml}{stage_xml}"


_ACQUISITION_1 = Pattern(leaf("acquisitionDateTime") + opening("camera"))


def _read_acquisition(data: bytes, position: int, depth: int) -> tuple[models.Acquisition, int]:
    value = _new(models.Acquisition)
    match = _ACQUISITION_1.match(data, position) or unusual()
    acquisition_date_time_text, rest = match.groups()
    value.acquisition_date_time = read_datetime(acquisition_date_time_text)
    if rest == b">":
        value.camera, position = _read_camera(data, match.end(), depth + 1)
        position = closing(data, position, b"</camera>")
    elif rest == NIL:
        value.camera = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_acquisition(value: models.Acquisition, depth: int) -> str:
    if type(value) is not models.Acquisition:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    camera_xml = (
        '<camera i:nil="true" />'
        if value.camera is None
        else (
            f"<camera>{content}</camera>"
            if (content := _write_camera(value.camera, depth + 1))
            else "<camera />"
        )
    )
    return (
        f"<acquisitionDateTime>{datetime_text(value.acquisition_date_time)}</acquisitionDateTime>{camera_xml}"
    )


_CAMERA_1 = Pattern(opening("Binning", ' xmlns:{0}="http://schemas.datacontract.org/2004/07/System.Drawing"'))


_CAMERA_2 = Pattern(
    leaf("ExposureTime")
    + leaf("Name", nillable=True)
    + opening("ReadoutArea", ' xmlns:{0}="http://schemas.datacontract.org/2004/07/System.Drawing"')
)


def _read_camera(data: bytes, position: int, depth: int) -> tuple[models.Camera, int]:
    value = _new(models.Camera)
    match = _CAMERA_1.at(data, position, f"d{depth + 1}p1")
    (rest,) = match.groups()
    if rest == b">":
        value.binning, position = _read_point_2(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</Binning>")
    else:
        unusual()
    match = _CAMERA_2.at(data, position, f"d{depth + 1}p1")
    exposure_time_text, name_text, rest = match.groups()
    value.exposure_time = read_float(exposure_time_text)
    value.name = None if name_text is None else read_string(name_text)
    if rest == b">":
        value.readout_area, position = _read_rectangle_2(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</ReadoutArea>")
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_camera(value: models.Camera, depth: int) -> str:
    if type(value) is not models.Camera:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    binning_xml = (
        f'<Binning xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/System.Drawing">{content}</Binning>'
        if (content := _write_point_2(value.binning, f"d{depth + 1}p1:"))
        else f'<Binning xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/System.Drawing" />'
    )
    name_xml = '<Name i:nil="true" />' if value.name is None else f"<Name>{escape(value.name)}</Name>"
    readout_area_xml = (
        f'<ReadoutArea xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/System.Drawing">{content}</ReadoutArea>'
        if (content := _write_rectangle_2(value.readout_area, f"d{depth + 1}p1:"))
        else f'<ReadoutArea xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/System.Drawing" />'
    )
    return (
        f"{binning_xml}"
        f"<ExposureTime>{xml_float(value.exposure_time)}</ExposureTime>"
        f"{name_xml}"
        f"{readout_area_xml}"
    )


_POINT_1 = Pattern(leaf("x", "(0|-?[1-9][0-9]{0,999})") + leaf("y", "(0|-?[1-9][0-9]{0,999})"))


def _read_point(data: bytes, position: int) -> tuple[models.Point, int]:
    value = _new(models.Point)
    match = _POINT_1.match(data, position) or unusual()
    x_text, y_text = match.groups()
    value.x = int(x_text)
    value.y = int(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_point(value: models.Point) -> str:
    if type(value) is not models.Point:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return f"<x>{integer_text(value.x)}</x><y>{integer_text(value.y)}</y>"


_RECTANGLE_1 = Pattern(
    leaf("height", "(0|-?[1-9][0-9]{0,999})")
    + leaf("width", "(0|-?[1-9][0-9]{0,999})")
    + leaf("x", "(0|-?[1-9][0-9]{0,999})")
    + leaf("y", "(0|-?[1-9][0-9]{0,999})")
)


def _read_rectangle(data: bytes, position: int) -> tuple[models.Rectangle, int]:
    value = _new(models.Rectangle)
    match = _RECTANGLE_1.match(data, position) or unusual()
    height_text, width_text, x_text, y_text = match.groups()
    value.height = int(height_text)
    value.width = int(width_text)
    value.x = int(x_text)
    value.y = int(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_rectangle(value: models.Rectangle) -> str:
    if type(value) is not models.Rectangle:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<height>{integer_text(value.height)}</height>"
        f"<width>{integer_text(value.width)}</width>"
        f"<x>{integer_text(value.x)}</x>"
        f"<y>{integer_text(value.y)}</y>"
    )


_CORE_1 = Pattern(
    leaf("ApplicationSoftware", nillable=True) + leaf("ApplicationSoftwareVersion", nillable=True)
)


def _read_core(data: bytes, position: int) -> tuple[models.Core, int]:
    value = _new(models.Core)
    match = _CORE_1.match(data, position) or unusual()
    application_software_text, application_software_version_text = match.groups()
    value.application_software = (
        None if application_software_text is None else read_string(application_software_text)
    )
    value.application_software_version = (
        None if application_software_version_text is None else read_string(application_software_version_text)
    )
    position = match.end()
    value._undeclared = None
    return value, position


def _write_core(value: models.Core) -> str:
    if type(value) is not models.Core:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    application_software_xml = (
        '<ApplicationSoftware i:nil="true" />'
        if value.application_software is None
        else f"<ApplicationSoftware>{escape(value.application_software)}</ApplicationSoftware>"
    )
    application_software_version_xml = (
        '<ApplicationSoftwareVersion i:nil="true" />'
        if value.application_software_version is None
        else f"<ApplicationSoftwareVersion>{escape(value.application_software_version)}</ApplicationSoftwareVersion>"
    )
    return f"{application_software_xml}{application_software_version_xml}"


_GUN_1 = Pattern(leaf("AccelerationVoltage"))


def _read_gun(data: bytes, position: int) -> tuple[models.Gun, int]:
    value = _new(models.Gun)
    match = _GUN_1.match(data, position) or unusual()
    (acceleration_voltage_text,) = match.groups()
    value.acceleration_voltage = read_float(acceleration_voltage_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_gun(value: models.Gun) -> str:
    if type(value) is not models.Gun:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return f"<AccelerationVoltage>{xml_float(value.acceleration_voltage)}</AccelerationVoltage>"


_OPTICS_1 = Pattern(opening("BeamShift", ' xmlns:{0}="http://schemas.datacontract.org/2004/07/Fei.Types"'))


_OPTICS_2 = Pattern(opening("BeamTilt", ' xmlns:{0}="http://schemas.datacontract.org/2004/07/Fei.Types"'))


_OPTICS_3 = Pattern(
    leaf("Defocus")
    + leaf("Intensity")
    + leaf("SpotIndex", "(0|-?[1-9][0-9]{0,999})")
    + opening("TemMagnification")
)


def _read_optics(data: bytes, position: int, depth: int) -> tuple[models.Optics, int]:
    value = _new(models.Optics)
    match = _OPTICS_1.at(data, position, f"d{depth + 1}p1")
    (rest,) = match.groups()
    if rest == b">":
        value.beam_shift, position = _read_vector_2(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</BeamShift>")
    else:
        unusual()
    match = _OPTICS_2.at(data, position, f"d{depth + 1}p1")
    (rest,) = match.groups()
    if rest == b">":
        value.beam_tilt, position = _read_vector_2(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</BeamTilt>")
    else:
        unusual()
    match = _OPTICS_3.match(data, position) or unusual()
    defocus_text, intensity_text, spot_index_text, rest = match.groups()
    value.defocus = read_float(defocus_text)
    value.intensity = read_float(intensity_text)
    value.spot_index = int(spot_index_text)
    if rest == b">":
        value.tem_magnification, position = _read_magnification(data, match.end())
        position = closing(data, position, b"</TemMagnification>")
    elif rest == NIL:
        value.tem_magnification = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_optics(value: models.Optics, depth: int) -> str:
    if type(value) is not models.Optics:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    beam_shift_xml = (
        f'<BeamShift xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types">{content}</BeamShift>'
        if (content := _write_vector_2(value.beam_shift, f"d{depth + 1}p1:"))
        else f'<BeamShift xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types" />'
    )
    beam_tilt_xml = (
        f'<BeamTilt xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types">{content}</BeamTilt>'
        if (content := _write_vector_2(value.beam_tilt, f"d{depth + 1}p1:"))
        else f'<BeamTilt xmlns:d{depth + 1}p1="http://schemas.datacontract.org/2004/07/Fei.Types" />'
    )
    tem_magnification_xml = (
        '<TemMagnification i:nil="true" />'
        if value.tem_magnification is None
        else (
            f"<TemMagnification>{content}</TemMagnification>"
            if (content := _write_magnification(value.tem_magnification))
            else "<TemMagnification />"
        )
    )
    return (
        f"{beam_shift_xml}"
        f"{beam_tilt_xml}"
        f"<Defocus>{xml_float(value.defocus)}</Defocus>"
        f"<Intensity>{xml_float(value.intensity)}</Intensity>"
        f"<SpotIndex>{integer_text(value.spot_index)}</SpotIndex>"
        f"{tem_magnification_xml}"
    )


_MAGNIFICATION_1 = Pattern(leaf("NominalMagnification"))


def _read_magnification(data: bytes, position: int) -> tuple[models.Magnification, int]:
    value = _new(models.Magnification)
    match = _MAGNIFICATION_1.match(data, position) or unusual()
    (nominal_magnification_text,) = match.groups()
    value.nominal_magnification = read_float(nominal_magnification_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_magnification(value: models.Magnification) -> str:
    if type(value) is not models.Magnification:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return f"<NominalMagnification>{xml_float(value.nominal_magnification)}</NominalMagnification>"


_VECTOR_1 = Pattern(leaf("_x") + leaf("_y"))


def _read_vector(data: bytes, position: int) -> tuple[models.Vector, int]:
    value = _new(models.Vector)
    match = _VECTOR_1.match(data, position) or unusual()
    x_text, y_text = match.groups()
    value.x = read_float(x_text)
    value.y = read_float(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_vector(value: models.Vector) -> str:
    if type(value) is not models.Vector:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return f"<_x>{xml_float(value.x)}</_x><_y>{xml_float(value.y)}</_y>"


_STAGE_1 = Pattern(opening("Position"))


def _read_stage(data: bytes, position: int) -> tuple[models.Stage, int]:
    value = _new(models.Stage)
    match = _STAGE_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.position, position = _read_stage_position(data, match.end())
        position = closing(data, position, b"</Position>")
    elif rest == NIL:
        value.position = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_stage(value: models.Stage) -> str:
    if type(value) is not models.Stage:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        '<Position i:nil="true" />'
        if value.position is None
        else (
            f"<Position>{content}</Position>"
            if (content := _write_stage_position(value.position))
            else "<Position />"
        )
    )


_STAGE_POSITION_1 = Pattern(leaf("A") + leaf("B") + leaf("X") + leaf("Y") + leaf("Z"))


def _read_stage_position(data: bytes, position: int) -> tuple[models.StagePosition, int]:
    value = _new(models.StagePosition)
    match = _STAGE_POSITION_1.match(data, position) or unusual()
    a_text, b_text, x_text, y_text, z_text = match.groups()
    value.a = read_float(a_text)
    value.b = read_float(b_text)
    value.x = read_float(x_text)
    value.y = read_float(y_text)
    value.z = read_float(z_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_stage_position(value: models.StagePosition) -> str:
    if type(value) is not models.StagePosition:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<A>{xml_float(value.a)}</A>"
        f"<B>{xml_float(value.b)}</B>"
        f"<X>{xml_float(value.x)}</X>"
        f"<Y>{xml_float(value.y)}</Y>"
        f"<Z>{xml_float(value.z)}</Z>"
    )


def _read_dict_of_str_any(
    data: bytes, position: int, depth: int, arrays: str
) -> tuple[dict[str, object], int]:
    unusual()


def _write_dict_of_str_any(value: dict[str, object], depth: int, arrays: str) -> str:
    return "".join(
        [
            f"<{arrays}KeyValueOfstringanyType>"
            f"<{arrays}Key>{escape(key)}</{arrays}Key>"
            + (
                f'<{arrays}Value i:nil="true" />'
                if item is None
                else plain_object(item, f"<{arrays}Value", f"d{depth + 2}p1", f"</{arrays}Value>")
            )
            + f"</{arrays}KeyValueOfstringanyType>"
            for key, item in value.items()
        ]
    )


_UNIT_2_1 = Pattern(leaf("{0}_x003C_Symbol_x003E_k__BackingField", nillable=True))


def _read_unit_2(data: bytes, position: int, prefix_2: str) -> tuple[models.Unit, int]:
    value = _new(models.Unit)
    match = _UNIT_2_1.at(data, position, prefix_2)
    (symbol_text,) = match.groups()
    value.symbol = None if symbol_text is None else read_string(symbol_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_unit_2(value: models.Unit, prefix_2: str) -> str:
    if type(value) is not models.Unit:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f'<{prefix_2}_x003C_Symbol_x003E_k__BackingField i:nil="true" />'
        if value.symbol is None
        else f"<{prefix_2}_x003C_Symbol_x003E_k__BackingField>{escape(value.symbol)}</{prefix_2}_x003C_Symbol_x003E_k__BackingField>"
    )


_POINT_2_1 = Pattern(leaf("{0}x", "(0|-?[1-9][0-9]{0,999})") + leaf("{0}y", "(0|-?[1-9][0-9]{0,999})"))


def _read_point_2(data: bytes, position: int, prefix_3: str) -> tuple[models.Point, int]:
    value = _new(models.Point)
    match = _POINT_2_1.at(data, position, prefix_3)
    x_text, y_text = match.groups()
    value.x = int(x_text)
    value.y = int(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_point_2(value: models.Point, prefix_3: str) -> str:
    if type(value) is not models.Point:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<{prefix_3}x>{integer_text(value.x)}</{prefix_3}x>"
        f"<{prefix_3}y>{integer_text(value.y)}</{prefix_3}y>"
    )


_RECTANGLE_2_1 = Pattern(
    leaf("{0}height", "(0|-?[1-9][0-9]{0,999})")
    + leaf("{0}width", "(0|-?[1-9][0-9]{0,999})")
    + leaf("{0}x", "(0|-?[1-9][0-9]{0,999})")
    + leaf("{0}y", "(0|-?[1-9][0-9]{0,999})")
)


def _read_rectangle_2(data: bytes, position: int, prefix_3: str) -> tuple[models.Rectangle, int]:
    value = _new(models.Rectangle)
    match = _RECTANGLE_2_1.at(data, position, prefix_3)
    height_text, width_text, x_text, y_text = match.groups()
    value.height = int(height_text)
    value.width = int(width_text)
    value.x = int(x_text)
    value.y = int(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_rectangle_2(value: models.Rectangle, prefix_3: str) -> str:
    if type(value) is not models.Rectangle:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<{prefix_3}height>{integer_text(value.height)}</{prefix_3}height>"
        f"<{prefix_3}width>{integer_text(value.width)}</{prefix_3}width>"
        f"<{prefix_3}x>{integer_text(value.x)}</{prefix_3}x>"
        f"<{prefix_3}y>{integer_text(value.y)}</{prefix_3}y>"
    )


_VECTOR_2_1 = Pattern(leaf("{0}_x") + leaf("{0}_y"))


def _read_vector_2(data: bytes, position: int, prefix_2: str) -> tuple[models.Vector, int]:
    value = _new(models.Vector)
    match = _VECTOR_2_1.at(data, position, prefix_2)
    x_text, y_text = match.groups()
    value.x = read_float(x_text)
    value.y = read_float(y_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_vector_2(value: models.Vector, prefix_2: str) -> str:
    if type(value) is not models.Vector:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<{prefix_2}_x>{xml_float(value.x)}</{prefix_2}_x><{prefix_2}_y>{xml_float(value.y)}</{prefix_2}_y>"
    )


CODECS: dict[object, XmlCodec[Any]] = {
    models.MicroscopeImage: XmlCodec(
        "MicroscopeImage",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_microscope_image,
        _write_microscope_image,
        deep=True,
    ),
    models.SpatialScale: XmlCodec(
        "SpatialScale",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_spatial_scale,
        _write_spatial_scale,
        deep=True,
    ),
    models.Quantities: XmlCodec(
        "Quantities",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_quantities,
        _write_quantities,
        deep=True,
    ),
    models.Quantity: XmlCodec(
        "Quantity",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_quantity,
        _write_quantity,
        deep=True,
    ),
    models.Unit: XmlCodec(
        "Unit", "http://schemas.datacontract.org/2004/07/Fei.Types", _read_unit, _write_unit
    ),
    models.MicroscopeData: XmlCodec(
        "MicroscopeData",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_microscope_data,
        _write_microscope_data,
        deep=True,
    ),
    models.Acquisition: XmlCodec(
        "Acquisition",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_acquisition,
        _write_acquisition,
        deep=True,
    ),
    models.Camera: XmlCodec(
        "Camera",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_camera,
        _write_camera,
        deep=True,
    ),
    models.Point: XmlCodec(
        "Point",
        "http://schemas.datacontract.org/2004/07/System.Drawing",
        _read_point,
        _write_point,
        null=False,
    ),
    models.Rectangle: XmlCodec(
        "Rectangle",
        "http://schemas.datacontract.org/2004/07/System.Drawing",
        _read_rectangle,
        _write_rectangle,
        null=False,
    ),
    models.Core: XmlCodec(
        "Core", "http://schemas.datacontract.org/2004/07/Fei.SharedObjects", _read_core, _write_core
    ),
    models.Gun: XmlCodec(
        "Gun", "http://schemas.datacontract.org/2004/07/Fei.SharedObjects", _read_gun, _write_gun
    ),
    models.Optics: XmlCodec(
        "Optics",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_optics,
        _write_optics,
        deep=True,
    ),
    models.Magnification: XmlCodec(
        "Magnification",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_magnification,
        _write_magnification,
    ),
    models.Vector: XmlCodec(
        "Vector", "http://schemas.datacontract.org/2004/07/Fei.Types", _read_vector, _write_vector, null=False
    ),
    models.Stage: XmlCodec(
        "Stage", "http://schemas.datacontract.org/2004/07/Fei.SharedObjects", _read_stage, _write_stage
    ),
    models.StagePosition: XmlCodec(
        "StagePosition",
        "http://schemas.datacontract.org/2004/07/Fei.SharedObjects",
        _read_stage_position,
        _write_stage_position,
    ),
}
