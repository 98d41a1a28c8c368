# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
"""The types of Bemicron batch API."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from wiresmith.runtime import Guid, Model, Undeclared

__all__ = [
    "BatchDetailsAnalysisViewModel",
    "BatchDetailsMedistreamCompartmentViewModel",
    "BatchDetailsMediwaveViewModel",
    "BatchDetailsViewModel",
    "DescriptionCount",
    "MediwaveCompartmentDetails",
    "TemperatureData",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchDetailsViewModel(Model):
    """One batch. The only type on the page with a member table; the XML calls it by the name of its
    entity class.

    Whether it may be absent is inferred from samples/batch_details.json; whether it may be null is
    inferred from samples/batch_details.json.
    """

    step: int
    analysis: BatchDetailsAnalysisViewModel | None = None
    completion: int
    id: Guid
    local_id: str
    medistream_compartments: list[BatchDetailsMedistreamCompartmentViewModel | None] | None = None
    mediwave_details: BatchDetailsMediwaveViewModel | None = None
    step_name: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchDetailsAnalysisViewModel(Model):
    """The analysis of a batch. Its name in XML is not on the page, which shows it as a member only. At
    least one of hd03 and hd05 is nullable, and unless both are, so are end and the three classes;
    start is not determined.

    Inferred from samples/batch_details.json.
    """

    end: datetime.datetime
    class1: bool
    class2: bool
    class3: bool
    hd03: int | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    hd05: int | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    start: datetime.datetime

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchDetailsMedistreamCompartmentViewModel(Model):
    """One Medistream compartment of a batch.

    Inferred from samples/batch_details.json.
    """

    done: bool | None = None
    """Exactly one of done and duration is nullable; which one is not determined, so both may be null
    here. (Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET
    Web API help pages number the values of a sample.)
    """

    duration: int | None = None
    """An integer here, text in the Mediwave details. See done about null. (Inferred from
    samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API help pages
    number the values of a sample.)
    """

    elapsed_time: str | None = None
    id: Guid
    medistream_id: Guid
    number: int
    started: bool
    temperatures: list[TemperatureData | None] | None = None
    temperature_type: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchDetailsMediwaveViewModel(Model):
    """The Mediwave details of a batch. Its name in XML is not on the page, which shows it as a member
    only. Exactly one of its five booleans is nullable; which one is not determined, so all of them
    may be null here.

    Inferred from samples/batch_details.json.
    """

    id: Guid
    name: str | None = None
    temperatures: list[TemperatureData | None] | None = None
    ph_check: bool | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    reset_check: bool | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    temperature_check: bool | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    dosage_check: bool | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    done: bool | None = None
    """Inferred from samples/batch_details.json; whether it may be null is assumed: How ASP.NET Web API
    help pages number the values of a sample.
    """

    duration: str | None = None
    """Text here, an integer in a Medistream compartment."""

    compartments: list[MediwaveCompartmentDetails | None] | None = None
    temperature_type: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class TemperatureData(Model):
    """One measured temperature.

    Inferred from samples/batch_details.xml.
    """

    time: datetime.datetime
    temperature: float
    """A floating-point number, shown as 2.1 in both formats; single or double precision is not
    determined.
    """

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class MediwaveCompartmentDetails(Model):
    """One Mediwave compartment.

    Inferred from samples/batch_details.xml.
    """

    number: int
    count: int
    pieces: list[DescriptionCount | None] | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class DescriptionCount(Model):
    """How many pieces of one description there are.

    Inferred from samples/batch_details.xml.
    """

    count: int
    """Whether it may be null is not determined."""

    description: dict[str, str | None] | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)
