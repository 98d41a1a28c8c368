"""Bemicron's batches as msgspec Structs; times are plain datetimes, as its users would declare them."""

from __future__ import annotations

import datetime as dt

import msgspec


class Temperature(msgspec.Struct):
    time: dt.datetime
    temperature: float


class Analysis(msgspec.Struct):
    end: dt.datetime
    class1: bool
    class2: bool
    class3: bool
    hd03: int | None
    hd05: int | None
    start: dt.datetime


class MedistreamCompartment(msgspec.Struct):
    done: bool | None
    duration: int | None
    elapsed_time: str | None
    id: str
    medistream_id: str
    number: int
    started: bool
    temperatures: list[Temperature] | None
    temperature_type: str | None


class DescriptionCount(msgspec.Struct):
    count: int
    description: dict[str, str | None] | None


class MediwaveCompartment(msgspec.Struct):
    number: int
    count: int
    pieces: list[DescriptionCount] | None


class Mediwave(msgspec.Struct):
    id: str
    name: str | None
    temperatures: list[Temperature] | None
    ph_check: bool | None
    reset_check: bool | None
    temperature_check: bool | None
    dosage_check: bool | None
    done: bool | None
    duration: str | None
    compartments: list[MediwaveCompartment] | None
    temperature_type: str | None


class Batch(msgspec.Struct):
    step: int
    analysis: Analysis | None
    completion: int
    id: str
    local_id: str | None
    medistream_compartments: list[MedistreamCompartment] | None
    mediwave_details: Mediwave | None
    step_name: str | None = msgspec.field(name="stepName")


DECODER = msgspec.json.Decoder(list[Batch])
ENCODER = msgspec.json.Encoder()
