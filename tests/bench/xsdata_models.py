"""Bemicron's XML as classes for xsdata, in the form that its generator gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xsdata.models.datatype import XmlDateTime

ENTITIES = "http://schemas.datacontract.org/2004/07/EntityModel"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"


def _element(name: str, namespace: str = ENTITIES) -> Any:
    return field(
        default=None, metadata={"name": name, "type": "Element", "namespace": namespace, "nillable": True}
    )


def _elements(name: str, namespace: str = ENTITIES) -> Any:
    return field(default_factory=list, metadata={"name": name, "type": "Element", "namespace": namespace})


@dataclass(slots=True, kw_only=True)
class Temperature:
    temperature: float | None = _element("temperature")
    time: XmlDateTime | None = _element("time")


@dataclass(slots=True, kw_only=True)
class Temperatures:
    temperature_data: list[Temperature] = _elements("temperature_data")


@dataclass(slots=True, kw_only=True)
class Analysis:
    class1: bool | None = _element("class1")
    class2: bool | None = _element("class2")
    class3: bool | None = _element("class3")
    end: XmlDateTime | None = _element("end")
    hd03: int | None = _element("hd03")
    hd05: int | None = _element("hd05")
    start: XmlDateTime | None = _element("start")


@dataclass(slots=True, kw_only=True)
class MedistreamCompartment:
    done: bool | None = _element("done")
    duration: int | None = _element("duration")
    elapsed_time: str | None = _element("elapsed_time")
    id: str | None = _element("id")
    medistream_id: str | None = _element("medistream_id")
    number: int | None = _element("number")
    started: bool | None = _element("started")
    temperature_type: str | None = _element("temperature_type")
    temperatures: Temperatures | None = _element("temperatures")


@dataclass(slots=True, kw_only=True)
class MedistreamCompartments:
    medistream_compartment_details: list[MedistreamCompartment] = _elements("medistream_compartment_details")


@dataclass(slots=True, kw_only=True)
class Entry:
    key: str | None = _element("Key", ARRAYS)
    value: str | None = _element("Value", ARRAYS)


@dataclass(slots=True, kw_only=True)
class Description:
    entry: list[Entry] = _elements("KeyValueOfstringstring", ARRAYS)


@dataclass(slots=True, kw_only=True)
class DescriptionCount:
    count: int | None = _element("count")
    description: Description | None = _element("description")


@dataclass(slots=True, kw_only=True)
class Pieces:
    description_count: list[DescriptionCount] = _elements("description_count")


@dataclass(slots=True, kw_only=True)
class MediwaveCompartment:
    count: int | None = _element("count")
    number: int | None = _element("number")
    pieces: Pieces | None = _element("pieces")


@dataclass(slots=True, kw_only=True)
class MediwaveCompartments:
    mediwave_compartment_details: list[MediwaveCompartment] = _elements("mediwave_compartment_details")


@dataclass(slots=True, kw_only=True)
class Mediwave:
    compartments: MediwaveCompartments | None = _element("compartments")
    done: bool | None = _element("done")
    dosage_check: bool | None = _element("dosage_check")
    duration: str | None = _element("duration")
    id: str | None = _element("id")
    name: str | None = _element("name")
    ph_check: bool | None = _element("ph_check")
    reset_check: bool | None = _element("reset_check")
    temperature_check: bool | None = _element("temperature_check")
    temperature_type: str | None = _element("temperature_type")
    temperatures: Temperatures | None = _element("temperatures")


@dataclass(slots=True, kw_only=True)
class Batch:
    analysis: Analysis | None = _element("analysis")
    completion: int | None = _element("completion")
    id: str | None = _element("id")
    local_id: str | None = _element("local_id")
    medistream_compartments: MedistreamCompartments | None = _element("medistream_compartments")
    mediwave_details: Mediwave | None = _element("mediwave_details")
    step: int | None = _element("step")
    step_name: str | None = _element("stepName")


@dataclass(slots=True, kw_only=True)
class Batches:
    class Meta:
        name = "ArrayOfmediwave_batch_details"
        namespace = ENTITIES

    mediwave_batch_details: list[Batch] = _elements("mediwave_batch_details")
