# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 3fe99b3446a5cbedaaad82469cf02dc1cfd1718ae96a7baa2dcc2cca652a1146; needs wiresmith runtime 0.3.
"""The types of EPU image metadata."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from wiresmith.runtime import Guid, Model, Undeclared

__all__ = [
    "Acquisition",
    "Camera",
    "Core",
    "Gun",
    "Magnification",
    "MicroscopeData",
    "MicroscopeImage",
    "Optics",
    "Point",
    "Quantities",
    "Quantity",
    "Rectangle",
    "SpatialScale",
    "Stage",
    "StagePosition",
    "Unit",
    "Vector",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class MicroscopeImage(Model):
    """``MicroscopeImage``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    custom_data: dict[str, object] | None = None
    """What else is known about the image, e.g. Dose, AppliedDefocus, DetectorCommercialName."""

    spatial_scale: SpatialScale | None = None
    microscope_data: MicroscopeData | None = None
    name: str | None = None
    unique_id: Guid

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class SpatialScale(Model):
    """``SpatialScale``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    offset: Quantities | None = None
    pixel_size: Quantities | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Quantities(Model):
    """``Quantities``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    x: Quantity | None = None
    y: Quantity | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Quantity(Model):
    """``Quantity``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    numeric_value: float
    unit: Unit | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Unit(Model):
    """``Unit``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    symbol: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class MicroscopeData(Model):
    """``MicroscopeData``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    acquisition: Acquisition | None = None
    core: Core | None = None
    gun: Gun | None = None
    optics: Optics | None = None
    stage: Stage | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Acquisition(Model):
    """``Acquisition``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    acquisition_date_time: datetime.datetime
    camera: Camera | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Camera(Model):
    """``Camera``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    binning: Point
    exposure_time: float
    """Seconds."""

    name: str | None = None
    readout_area: Rectangle

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Point(Model):
    """``Point``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    x: int
    y: int

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Rectangle(Model):
    """``Rectangle``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    height: int
    width: int
    x: int
    y: int

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Core(Model):
    """``Core``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    application_software: str | None = None
    application_software_version: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Gun(Model):
    """``Gun``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    acceleration_voltage: float
    """Volts."""

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Optics(Model):
    """``Optics``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    beam_shift: Vector
    beam_tilt: Vector
    defocus: float
    """Metres."""

    intensity: float
    spot_index: int
    tem_magnification: Magnification | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Magnification(Model):
    """``Magnification``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    nominal_magnification: float

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Vector(Model):
    """``Vector``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    x: float
    y: float

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Stage(Model):
    """``Stage``, of which the documentation says nothing more.

    Assumed: public readers of the files.
    """

    position: StagePosition | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StagePosition(Model):
    """Metres, and radians for A and B.

    Assumed: public readers of the files.
    """

    a: float
    b: float
    x: float
    y: float
    z: float

    _undeclared: Undeclared | None = field(default=None, repr=False)
