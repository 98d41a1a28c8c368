"""Bemicron's batches as dataclasses for pydantic, with the names of the wire as aliases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, TypeAdapter


@dataclass(slots=True, kw_only=True)
class Temperature:
    time: dt.datetime
    temperature: float


@dataclass(slots=True, kw_only=True)
class Analysis:
    end: dt.datetime
    class1: bool
    class2: bool
    class3: bool
    hd03: int | None
    hd05: int | None
    start: dt.datetime


@dataclass(slots=True, kw_only=True)
class MedistreamCompartment:
    done: bool | None
    duration: int | None
    elapsed_time: str | None
    id: str
    medistream_id: str
    number: int
    started: bool
    temperatures: list[Temperature] | None
    temperature_type: str | None


@dataclass(slots=True, kw_only=True)
class DescriptionCount:
    count: int
    description: dict[str, str | None] | None


@dataclass(slots=True, kw_only=True)
class MediwaveCompartment:
    number: int
    count: int
    pieces: list[DescriptionCount] | None


@dataclass(slots=True, kw_only=True)
class Mediwave:
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


@dataclass(slots=True, kw_only=True)
class Batch:
    step: int
    analysis: Analysis | None
    completion: int
    id: str
    local_id: str | None
    medistream_compartments: list[MedistreamCompartment] | None
    mediwave_details: Mediwave | None
    step_name: Annotated[str | None, Field(alias="stepName")]


BATCHES: TypeAdapter[list[Batch]] = TypeAdapter(list[Batch])
