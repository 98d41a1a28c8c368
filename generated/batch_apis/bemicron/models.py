# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 5ee532615c8ec46b203f2525bea96b10b71125e87ef731e8788039372bbe55a4; needs wiresmith runtime 0.3.
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
    """

    step: int
    analysis: BatchDetailsAnalysisViewModel | None = None
    completion: int
    id: Guid
    local_id: str | None = None
    """The page marks it as required."""

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
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    hd05: int | None = None
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    start: datetime.datetime

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BatchDetailsMedistreamCompartmentViewModel(Model):
    """One Medistream compartment of a batch.

    Inferred from samples/batch_details.json.
    """

    done: bool | None = None
    """Exactly one of done and duration is nullable; which one is not determined, so both may be null
    here. (Assumed: numbering of values in ASP.NET Web API help page samples.)
    """

    duration: int | None = None
    """An integer here, text in the Mediwave details. See done about null. (Assumed: numbering of
    values in ASP.NET Web API help page samples.)
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
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    reset_check: bool | None = None
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    temperature_check: bool | None = None
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    dosage_check: bool | None = None
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

    done: bool | None = None
    """Assumed: numbering of values in ASP.NET Web API help page samples."""

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
