# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""XML of Bemicron batch API: the form that .NET's XmlWriter gives it, in straight lines.

Documents in any other form are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from wiresmith.runtime.xml.fast.codec import XmlCodec
from wiresmith.runtime.xml.fast.runs import (
    EMPTY,
    NIL,
    Pattern,
    closing,
    leaf,
    opening,
    read_items,
    read_nillable_entries,
    read_nillable_items,
    unusual,
)
from wiresmith.values.datetimes import datetime_text, read_datetime
from wiresmith.values.guids import guid, read_guid
from wiresmith.values.lexical import boolean_text, integer_text, misfit, xml_float
from wiresmith.values.xml_numbers import read_float
from wiresmith.values.xml_text import escape, read_string

from . import models

_new = object.__new__


_BATCH_DETAILS_VIEW_MODEL_1 = Pattern(opening("analysis"))


_BATCH_DETAILS_VIEW_MODEL_2 = Pattern(
    leaf("completion", "(0|-?[1-9][0-9]{0,999})")
    + leaf("id", "([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})")
    + leaf("local_id")
    + opening("medistream_compartments")
)


_BATCH_DETAILS_VIEW_MODEL_3 = Pattern(opening("mediwave_details"))


_BATCH_DETAILS_VIEW_MODEL_4 = Pattern(
    leaf("step", "(0|-?[1-9][0-9]{0,999})") + leaf("stepName", nillable=True)
)


def _read_batch_details_view_model(
    data: bytes, position: int, depth: int
) -> tuple[models.BatchDetailsViewModel, int]:
    value = _new(models.BatchDetailsViewModel)
    match = _BATCH_DETAILS_VIEW_MODEL_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.analysis, position = _read_batch_details_analysis_view_model(data, match.end())
        position = closing(data, position, b"</analysis>")
    elif rest == NIL:
        value.analysis = None
        position = match.end()
    else:
        unusual()
    match = _BATCH_DETAILS_VIEW_MODEL_2.match(data, position) or unusual()
    completion_text, id_text, local_id_text, rest = match.groups()
    value.completion = int(completion_text)
    value.id = read_guid(id_text)
    value.local_id = read_string(local_id_text)
    if rest == b">":
        value.medistream_compartments, position = (
            _read_list_of_batch_details_medistream_compartment_view_model(data, match.end())
        )
        position = closing(data, position, b"</medistream_compartments>")
    elif rest == NIL:
        value.medistream_compartments = None
        position = match.end()
    elif rest == EMPTY:
        value.medistream_compartments = []
        position = match.end()
    else:
        unusual()
    match = _BATCH_DETAILS_VIEW_MODEL_3.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.mediwave_details, position = _read_batch_details_mediwave_view_model(
            data, match.end(), depth + 1
        )
        position = closing(data, position, b"</mediwave_details>")
    elif rest == NIL:
        value.mediwave_details = None
        position = match.end()
    else:
        unusual()
    match = _BATCH_DETAILS_VIEW_MODEL_4.match(data, position) or unusual()
    step_text, step_name_text = match.groups()
    value.step = int(step_text)
    value.step_name = None if step_name_text is None else read_string(step_name_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_batch_details_view_model(value: models.BatchDetailsViewModel, depth: int) -> str:
    if not (
        type(value) is models.BatchDetailsViewModel
        and (value.medistream_compartments is None or type(value.medistream_compartments) is list)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    analysis_xml = (
        '<analysis i:nil="true" />'
        if value.analysis is None
        else (
            f"<analysis>{content}</analysis>"
            if (content := _write_batch_details_analysis_view_model(value.analysis))
            else "<analysis />"
        )
    )
    medistream_compartments_xml = (
        '<medistream_compartments i:nil="true" />'
        if value.medistream_compartments is None
        else (
            f"<medistream_compartments>{content}</medistream_compartments>"
            if (
                content := _write_list_of_batch_details_medistream_compartment_view_model(
                    value.medistream_compartments
                )
            )
            else "<medistream_compartments />"
        )
    )
    mediwave_details_xml = (
        '<mediwave_details i:nil="true" />'
        if value.mediwave_details is None
        else (
            f"<mediwave_details>{content}</mediwave_details>"
            if (content := _write_batch_details_mediwave_view_model(value.mediwave_details, depth + 1))
            else "<mediwave_details />"
        )
    )
    step_name_xml = (
        '<stepName i:nil="true" />'
        if value.step_name is None
        else f"<stepName>{escape(value.step_name)}</stepName>"
    )
    return (
        f"{analysis_xml}"
        f"<completion>{integer_text(value.completion)}</completion>"
        f"<id>{guid(value.id)}</id>"
        f"<local_id>{escape(value.local_id)}</local_id>"
        f"{medistream_compartments_xml}"
        f"{mediwave_details_xml}"
        f"<step>{integer_text(value.step)}</step>"
        f"{step_name_xml}"
    )


_BATCH_DETAILS_ANALYSIS_VIEW_MODEL_1 = Pattern(
    leaf("class1", "(true|false)")
    + leaf("class2", "(true|false)")
    + leaf("class3", "(true|false)")
    + leaf("end")
    + leaf("hd03", "(0|-?[1-9][0-9]{0,999})", nillable=True)
    + leaf("hd05", "(0|-?[1-9][0-9]{0,999})", nillable=True)
    + leaf("start")
)


def _read_batch_details_analysis_view_model(
    data: bytes, position: int
) -> tuple[models.BatchDetailsAnalysisViewModel, int]:
    value = _new(models.BatchDetailsAnalysisViewModel)
    match = _BATCH_DETAILS_ANALYSIS_VIEW_MODEL_1.match(data, position) or unusual()
    class1_text, class2_text, class3_text, end_text, hd03_text, hd05_text, start_text = match.groups()
    value.class1 = class1_text == b"true"
    value.class2 = class2_text == b"true"
    value.class3 = class3_text == b"true"
    value.end = read_datetime(end_text)
    value.hd03 = None if hd03_text is None else int(hd03_text)
    value.hd05 = None if hd05_text is None else int(hd05_text)
    value.start = read_datetime(start_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_batch_details_analysis_view_model(value: models.BatchDetailsAnalysisViewModel) -> str:
    if type(value) is not models.BatchDetailsAnalysisViewModel:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    hd03_xml = '<hd03 i:nil="true" />' if value.hd03 is None else f"<hd03>{integer_text(value.hd03)}</hd03>"
    hd05_xml = '<hd05 i:nil="true" />' if value.hd05 is None else f"<hd05>{integer_text(value.hd05)}</hd05>"
    return (
        f"<class1>{boolean_text(value.class1)}</class1>"
        f"<class2>{boolean_text(value.class2)}</class2>"
        f"<class3>{boolean_text(value.class3)}</class3>"
        f"<end>{datetime_text(value.end)}</end>"
        f"{hd03_xml}"
        f"{hd05_xml}"
        f"<start>{datetime_text(value.start)}</start>"
    )


_BATCH_DETAILS_MEDISTREAM_COMPARTMENT_VIEW_MODEL_1 = Pattern(
    leaf("done", "(true|false)", nillable=True)
    + leaf("duration", "(0|-?[1-9][0-9]{0,999})", nillable=True)
    + leaf("elapsed_time", nillable=True)
    + leaf("id", "([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})")
    + leaf("medistream_id", "([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})")
    + leaf("number", "(0|-?[1-9][0-9]{0,999})")
    + leaf("started", "(true|false)")
    + leaf("temperature_type", nillable=True)
    + opening("temperatures")
)


def _read_batch_details_medistream_compartment_view_model(
    data: bytes, position: int
) -> tuple[models.BatchDetailsMedistreamCompartmentViewModel, int]:
    value = _new(models.BatchDetailsMedistreamCompartmentViewModel)
    match = _BATCH_DETAILS_MEDISTREAM_COMPARTMENT_VIEW_MODEL_1.match(data, position) or unusual()
    (
        done_text,
        duration_text,
        elapsed_time_text,
        id_text,
        medistream_id_text,
        number_text,
        started_text,
        temperature_type_text,
        rest,
    ) = match.groups()
    value.done = None if done_text is None else done_text == b"true"
    value.duration = None if duration_text is None else int(duration_text)
    value.elapsed_time = None if elapsed_time_text is None else read_string(elapsed_time_text)
    value.id = read_guid(id_text)
    value.medistream_id = read_guid(medistream_id_text)
    value.number = int(number_text)
    value.started = started_text == b"true"
    value.temperature_type = None if temperature_type_text is None else read_string(temperature_type_text)
    if rest == b">":
        value.temperatures, position = _read_list_of_temperature_data(data, match.end())
        position = closing(data, position, b"</temperatures>")
    elif rest == NIL:
        value.temperatures = None
        position = match.end()
    elif rest == EMPTY:
        value.temperatures = []
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_batch_details_medistream_compartment_view_model(
    value: models.BatchDetailsMedistreamCompartmentViewModel,
) -> str:
    if not (
        type(value) is models.BatchDetailsMedistreamCompartmentViewModel
        and (value.temperatures is None or type(value.temperatures) is list)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    done_xml = '<done i:nil="true" />' if value.done is None else f"<done>{boolean_text(value.done)}</done>"
    duration_xml = (
        '<duration i:nil="true" />'
        if value.duration is None
        else f"<duration>{integer_text(value.duration)}</duration>"
    )
    elapsed_time_xml = (
        '<elapsed_time i:nil="true" />'
        if value.elapsed_time is None
        else f"<elapsed_time>{escape(value.elapsed_time)}</elapsed_time>"
    )
    temperature_type_xml = (
        '<temperature_type i:nil="true" />'
        if value.temperature_type is None
        else f"<temperature_type>{escape(value.temperature_type)}</temperature_type>"
    )
    temperatures_xml = (
        '<temperatures i:nil="true" />'
        if value.temperatures is None
        else (
            f"<temperatures>{content}</temperatures>"
            if (content := _write_list_of_temperature_data(value.temperatures))
            else "<temperatures />"
        )
    )
    return (
        f"{done_xml}"
        f"{duration_xml}"
        f"{elapsed_time_xml}"
        f"<id>{guid(value.id)}</id>"
        f"<medistream_id>{guid(value.medistream_id)}</medistream_id>"
        f"<number>{integer_text(value.number)}</number>"
        f"<started>{boolean_text(value.started)}</started>"
        f"{temperature_type_xml}"
        f"{temperatures_xml}"
    )


_BATCH_DETAILS_MEDIWAVE_VIEW_MODEL_1 = Pattern(opening("compartments"))


_BATCH_DETAILS_MEDIWAVE_VIEW_MODEL_2 = Pattern(
    leaf("done", "(true|false)", nillable=True)
    + leaf("dosage_check", "(true|false)", nillable=True)
    + leaf("duration", nillable=True)
    + leaf("id", "([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})")
    + leaf("name", nillable=True)
    + leaf("ph_check", "(true|false)", nillable=True)
    + leaf("reset_check", "(true|false)", nillable=True)
    + leaf("temperature_check", "(true|false)", nillable=True)
    + leaf("temperature_type", nillable=True)
    + opening("temperatures")
)


def _read_batch_details_mediwave_view_model(
    data: bytes, position: int, depth: int
) -> tuple[models.BatchDetailsMediwaveViewModel, int]:
    value = _new(models.BatchDetailsMediwaveViewModel)
    match = _BATCH_DETAILS_MEDIWAVE_VIEW_MODEL_1.match(data, position) or unusual()
    (rest,) = match.groups()
    if rest == b">":
        value.compartments, position = _read_list_of_mediwave_compartment_details(
            data, match.end(), depth + 1
        )
        position = closing(data, position, b"</compartments>")
    elif rest == NIL:
        value.compartments = None
        position = match.end()
    elif rest == EMPTY:
        value.compartments = []
        position = match.end()
    else:
        unusual()
    match = _BATCH_DETAILS_MEDIWAVE_VIEW_MODEL_2.match(data, position) or unusual()
    (
        done_text,
        dosage_check_text,
        duration_text,
        id_text,
        name_text,
        ph_check_text,
        reset_check_text,
        temperature_check_text,
        temperature_type_text,
        rest,
    ) = match.groups()
    value.done = None if done_text is None else done_text == b"true"
    value.dosage_check = None if dosage_check_text is None else dosage_check_text == b"true"
    value.duration = None if duration_text is None else read_string(duration_text)
    value.id = read_guid(id_text)
    value.name = None if name_text is None else read_string(name_text)
    value.ph_check = None if ph_check_text is None else ph_check_text == b"true"
    value.reset_check = None if reset_check_text is None else reset_check_text == b"true"
    value.temperature_check = None if temperature_check_text is None else temperature_check_text == b"true"
    value.temperature_type = None if temperature_type_text is None else read_string(temperature_type_text)
    if rest == b">":
        value.temperatures, position = _read_list_of_temperature_data(data, match.end())
        position = closing(data, position, b"</temperatures>")
    elif rest == NIL:
        value.temperatures = None
        position = match.end()
    elif rest == EMPTY:
        value.temperatures = []
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_batch_details_mediwave_view_model(value: models.BatchDetailsMediwaveViewModel, depth: int) -> str:
    if not (
        type(value) is models.BatchDetailsMediwaveViewModel
        and (value.temperatures is None or type(value.temperatures) is list)
        and (value.compartments is None or type(value.compartments) is list)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    compartments_xml = (
        '<compartments i:nil="true" />'
        if value.compartments is None
        else (
            f"<compartments>{content}</compartments>"
            if (content := _write_list_of_mediwave_compartment_details(value.compartments, depth + 1))
            else "<compartments />"
        )
    )
    done_xml = '<done i:nil="true" />' if value.done is None else f"<done>{boolean_text(value.done)}</done>"
    dosage_check_xml = (
        '<dosage_check i:nil="true" />'
        if value.dosage_check is None
        else f"<dosage_check>{boolean_text(value.dosage_check)}</dosage_check>"
    )
    duration_xml = (
        '<duration i:nil="true" />'
        if value.duration is None
        else f"<duration>{escape(value.duration)}</duration>"
    )
    name_xml = '<name i:nil="true" />' if value.name is None else f"<name>{escape(value.name)}</name>"
    ph_check_xml = (
        '<ph_check i:nil="true" />'
        if value.ph_check is None
        else f"<ph_check>{boolean_text(value.ph_check)}</ph_check>"
    )
    reset_check_xml = (
        '<reset_check i:nil="true" />'
        if value.reset_check is None
        else f"<reset_check>{boolean_text(value.reset_check)}</reset_check>"
    )
    temperature_check_xml = (
        '<temperature_check i:nil="true" />'
        if value.temperature_check is None
        else f"<temperature_check>{boolean_text(value.temperature_check)}</temperature_check>"
    )
    temperature_type_xml = (
        '<temperature_type i:nil="true" />'
        if value.temperature_type is None
        else f"<temperature_type>{escape(value.temperature_type)}</temperature_type>"
    )
    temperatures_xml = (
        '<temperatures i:nil="true" />'
        if value.temperatures is None
        else (
            f"<temperatures>{content}</temperatures>"
            if (content := _write_list_of_temperature_data(value.temperatures))
            else "<temperatures />"
        )
    )
    return (
        f"{compartments_xml}"
        f"{done_xml}"
        f"{dosage_check_xml}"
        f"{duration_xml}"
        f"<id>{guid(value.id)}</id>"
        f"{name_xml}"
        f"{ph_check_xml}"
        f"{reset_check_xml}"
        f"{temperature_check_xml}"
        f"{temperature_type_xml}"
        f"{temperatures_xml}"
    )


_TEMPERATURE_DATA_1 = Pattern(leaf("temperature") + leaf("time"))


def _read_temperature_data(data: bytes, position: int) -> tuple[models.TemperatureData, int]:
    value = _new(models.TemperatureData)
    match = _TEMPERATURE_DATA_1.match(data, position) or unusual()
    temperature_text, time_text = match.groups()
    value.temperature = read_float(temperature_text)
    value.time = read_datetime(time_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_temperature_data(value: models.TemperatureData) -> str:
    if type(value) is not models.TemperatureData:
        misfit(value)
    if value._undeclared is not None:
        unusual()
    return (
        f"<temperature>{xml_float(value.temperature)}</temperature><time>{datetime_text(value.time)}</time>"
    )


_MEDIWAVE_COMPARTMENT_DETAILS_1 = Pattern(
    leaf("count", "(0|-?[1-9][0-9]{0,999})") + leaf("number", "(0|-?[1-9][0-9]{0,999})") + opening("pieces")
)


def _read_mediwave_compartment_details(
    data: bytes, position: int, depth: int
) -> tuple[models.MediwaveCompartmentDetails, int]:
    value = _new(models.MediwaveCompartmentDetails)
    match = _MEDIWAVE_COMPARTMENT_DETAILS_1.match(data, position) or unusual()
    count_text, number_text, rest = match.groups()
    value.count = int(count_text)
    value.number = int(number_text)
    if rest == b">":
        value.pieces, position = _read_list_of_description_count(data, match.end(), depth + 1)
        position = closing(data, position, b"</pieces>")
    elif rest == NIL:
        value.pieces = None
        position = match.end()
    elif rest == EMPTY:
        value.pieces = []
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_mediwave_compartment_details(value: models.MediwaveCompartmentDetails, depth: int) -> str:
    if not (
        type(value) is models.MediwaveCompartmentDetails
        and (value.pieces is None or type(value.pieces) is list)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    pieces_xml = (
        '<pieces i:nil="true" />'
        if value.pieces is None
        else (
            f"<pieces>{content}</pieces>"
            if (content := _write_list_of_description_count(value.pieces, depth + 1))
            else "<pieces />"
        )
    )
    return (
        f"<count>{integer_text(value.count)}</count><number>{integer_text(value.number)}</number>{pieces_xml}"
    )


_DESCRIPTION_COUNT_1 = Pattern(
    leaf("count", "(0|-?[1-9][0-9]{0,999})")
    + opening("description", ' xmlns:{0}="http://schemas.microsoft.com/2003/10/Serialization/Arrays"')
)


def _read_description_count(data: bytes, position: int, depth: int) -> tuple[models.DescriptionCount, int]:
    value = _new(models.DescriptionCount)
    match = _DESCRIPTION_COUNT_1.at(data, position, f"d{depth + 1}p1")
    count_text, rest = match.groups()
    value.count = int(count_text)
    if rest == b">":
        value.description, position = _read_dict_of_str_str(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</description>")
    elif rest == NIL:
        value.description = None
        position = match.end()
    elif rest == EMPTY:
        value.description = {}
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_description_count(value: models.DescriptionCount, depth: int) -> str:
    if not (
        type(value) is models.DescriptionCount
        and (value.description is None or type(value.description) is dict)
    ):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    description_xml = (
        f'<description xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" i:nil="true" />'
        if value.description is None
        else (
            f'<description xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">{content}</description>'
            if (content := _write_dict_of_str_str(value.description, f"d{depth + 1}p1:"))
            else f'<description xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'
        )
    )
    return f"<count>{integer_text(value.count)}</count>{description_xml}"


def _read_list_of_batch_details_view_model(
    data: bytes, position: int, depth: int
) -> tuple[list[models.BatchDetailsViewModel | None], int]:
    return read_nillable_items(
        data,
        position,
        (
            b"<mediwave_batch_details>",
            b"</mediwave_batch_details>",
            b'<mediwave_batch_details i:nil="true" />',
        ),
        _read_batch_details_view_model,
        depth + 1,
    )


def _write_list_of_batch_details_view_model(
    value: list[models.BatchDetailsViewModel | None], depth: int
) -> str:
    return "".join(
        [
            '<mediwave_batch_details i:nil="true" />'
            if item is None
            else (
                f"<mediwave_batch_details>{content}</mediwave_batch_details>"
                if (content := _write_batch_details_view_model(item, depth + 1))
                else "<mediwave_batch_details />"
            )
            for item in value
        ]
    )


def _read_list_of_batch_details_view_model_2(
    data: bytes, position: int, depth: int
) -> tuple[list[models.BatchDetailsViewModel], int]:
    return read_items(
        data,
        position,
        (b"<mediwave_batch_details>", b"</mediwave_batch_details>"),
        _read_batch_details_view_model,
        depth + 1,
    )


def _write_list_of_batch_details_view_model_2(value: list[models.BatchDetailsViewModel], depth: int) -> str:
    return "".join(
        [
            f"<mediwave_batch_details>{content}</mediwave_batch_details>"
            if (content := _write_batch_details_view_model(item, depth + 1))
            else "<mediwave_batch_details />"
            for item in value
        ]
    )


def _read_list_of_batch_details_medistream_compartment_view_model(
    data: bytes, position: int
) -> tuple[list[models.BatchDetailsMedistreamCompartmentViewModel | None], int]:
    return read_nillable_items(
        data,
        position,
        (
            b"<medistream_compartment_details>",
            b"</medistream_compartment_details>",
            b'<medistream_compartment_details i:nil="true" />',
        ),
        _read_batch_details_medistream_compartment_view_model,
    )


def _write_list_of_batch_details_medistream_compartment_view_model(
    value: list[models.BatchDetailsMedistreamCompartmentViewModel | None],
) -> str:
    return "".join(
        [
            '<medistream_compartment_details i:nil="true" />'
            if item is None
            else (
                f"<medistream_compartment_details>{content}</medistream_compartment_details>"
                if (content := _write_batch_details_medistream_compartment_view_model(item))
                else "<medistream_compartment_details />"
            )
            for item in value
        ]
    )


def _read_list_of_temperature_data(
    data: bytes, position: int
) -> tuple[list[models.TemperatureData | None], int]:
    return read_nillable_items(
        data,
        position,
        (b"<temperature_data>", b"</temperature_data>", b'<temperature_data i:nil="true" />'),
        _read_temperature_data,
    )


def _write_list_of_temperature_data(value: list[models.TemperatureData | None]) -> str:
    return "".join(
        [
            '<temperature_data i:nil="true" />'
            if item is None
            else (
                f"<temperature_data>{content}</temperature_data>"
                if (content := _write_temperature_data(item))
                else "<temperature_data />"
            )
            for item in value
        ]
    )


def _read_list_of_mediwave_compartment_details(
    data: bytes, position: int, depth: int
) -> tuple[list[models.MediwaveCompartmentDetails | None], int]:
    return read_nillable_items(
        data,
        position,
        (
            b"<mediwave_compartment_details>",
            b"</mediwave_compartment_details>",
            b'<mediwave_compartment_details i:nil="true" />',
        ),
        _read_mediwave_compartment_details,
        depth + 1,
    )


def _write_list_of_mediwave_compartment_details(
    value: list[models.MediwaveCompartmentDetails | None], depth: int
) -> str:
    return "".join(
        [
            '<mediwave_compartment_details i:nil="true" />'
            if item is None
            else (
                f"<mediwave_compartment_details>{content}</mediwave_compartment_details>"
                if (content := _write_mediwave_compartment_details(item, depth + 1))
                else "<mediwave_compartment_details />"
            )
            for item in value
        ]
    )


def _read_list_of_description_count(
    data: bytes, position: int, depth: int
) -> tuple[list[models.DescriptionCount | None], int]:
    return read_nillable_items(
        data,
        position,
        (b"<description_count>", b"</description_count>", b'<description_count i:nil="true" />'),
        _read_description_count,
        depth + 1,
    )


def _write_list_of_description_count(value: list[models.DescriptionCount | None], depth: int) -> str:
    return "".join(
        [
            '<description_count i:nil="true" />'
            if item is None
            else (
                f"<description_count>{content}</description_count>"
                if (content := _write_description_count(item, depth + 1))
                else "<description_count />"
            )
            for item in value
        ]
    )


_DICT_OF_STR_STR_ENTRY = Pattern(
    "\\s*<{0}KeyValueOfstringstring>"
    + leaf("{0}Key")
    + leaf("{0}Value", nillable=True)
    + "\\s*</{0}KeyValueOfstringstring>"
)


def _read_dict_of_str_str(data: bytes, position: int, arrays: str) -> tuple[dict[str, str | None], int]:
    return read_nillable_entries(data, position, _DICT_OF_STR_STR_ENTRY, read_string, read_string, arrays)


def _write_dict_of_str_str(value: dict[str, str | None], arrays: str) -> str:
    return "".join(
        [
            f"<{arrays}KeyValueOfstringstring>"
            f"<{arrays}Key>{escape(key)}</{arrays}Key>"
            + (
                f'<{arrays}Value i:nil="true" />'
                if item is None
                else f"<{arrays}Value>{escape(item)}</{arrays}Value>"
            )
            + f"</{arrays}KeyValueOfstringstring>"
            for key, item in value.items()
        ]
    )


CODECS: dict[object, XmlCodec[Any]] = {
    models.BatchDetailsViewModel: XmlCodec(
        "mediwave_batch_details",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_batch_details_view_model,
        _write_batch_details_view_model,
        deep=True,
    ),
    models.BatchDetailsAnalysisViewModel: XmlCodec(
        "BatchDetailsAnalysisViewModel",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_batch_details_analysis_view_model,
        _write_batch_details_analysis_view_model,
    ),
    models.BatchDetailsMedistreamCompartmentViewModel: XmlCodec(
        "medistream_compartment_details",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_batch_details_medistream_compartment_view_model,
        _write_batch_details_medistream_compartment_view_model,
    ),
    models.BatchDetailsMediwaveViewModel: XmlCodec(
        "BatchDetailsMediwaveViewModel",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_batch_details_mediwave_view_model,
        _write_batch_details_mediwave_view_model,
        deep=True,
    ),
    models.TemperatureData: XmlCodec(
        "temperature_data",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_temperature_data,
        _write_temperature_data,
    ),
    models.MediwaveCompartmentDetails: XmlCodec(
        "mediwave_compartment_details",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_mediwave_compartment_details,
        _write_mediwave_compartment_details,
        deep=True,
    ),
    models.DescriptionCount: XmlCodec(
        "description_count",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_description_count,
        _write_description_count,
        deep=True,
    ),
    list[models.BatchDetailsViewModel | None]: XmlCodec(
        "ArrayOfmediwave_batch_details",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_list_of_batch_details_view_model,
        _write_list_of_batch_details_view_model,
        deep=True,
    ),
    list[models.BatchDetailsViewModel]: XmlCodec(
        "ArrayOfmediwave_batch_details",
        "http://schemas.datacontract.org/2004/07/EntityModel",
        _read_list_of_batch_details_view_model_2,
        _write_list_of_batch_details_view_model_2,
        deep=True,
    ),
}
