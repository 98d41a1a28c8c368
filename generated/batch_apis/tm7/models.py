# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 64088e178bc9c1e69623675020a8c38b6fda4df35dbd250d4f6c44fb59f3de0a; needs wiresmith runtime 0.3.
"""The types of Microsoft Threat Modeling Tool files (.tm7)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from wiresmith.runtime import Guid, Model, Undeclared

__all__ = [
    "Attribute",
    "BooleanDisplayAttribute",
    "BorderBoundary",
    "Connector",
    "DisplayAttribute",
    "DrawingSurfaceModel",
    "ElementType",
    "Entity",
    "ExtensibleItem",
    "HeaderDisplayAttribute",
    "KnowledgeBase",
    "Line",
    "LineBoundary",
    "ListDisplayAttribute",
    "Manifest",
    "MetaInformation",
    "Note",
    "Profile",
    "Stencil",
    "StencilEllipse",
    "StencilParallelLines",
    "StencilRectangle",
    "StringDisplayAttribute",
    "Threat",
    "ThreatModel",
    "ThreatState",
    "Validation",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ThreatModel(Model):
    """``ThreatModel``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    drawing_surface_list: list[DrawingSurfaceModel | None] | None = None
    meta_information: MetaInformation | None = None
    notes: list[Note | None] | None = None
    threat_instances: dict[str, Threat | None] | None = None
    threat_generation_enabled: bool | None = None
    validations: list[Validation | None] | None = None
    version: str | None = None
    knowledge_base: KnowledgeBase | None = None
    profile: Profile | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class MetaInformation(Model):
    """``MetaInformation``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    assumptions: str | None = None
    contributors: str | None = None
    external_dependencies: str | None = None
    high_level_system_description: str | None = None
    owner: str | None = None
    reviewer: str | None = None
    threat_model_name: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Note(Model):
    """``Note``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    added_by: str | None = None
    date: datetime.datetime
    id: int
    message: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Profile(Model):
    """``Profile``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    prompted_kb: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Validation(Model):
    """``Validation``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    message: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Entity(Model):
    """``Entity``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    generic_type_id: str | None = None
    guid: Guid
    properties: list[object] | None = None
    type_id: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class DrawingSurfaceModel(Entity):
    """A diagram. Its stencils and flows stand in dictionaries of `any`, by their Guid.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    borders: dict[Guid, object] | None = None
    header: str | None = None
    lines: dict[Guid, object] | None = None
    zoom: float


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Stencil(Entity):
    """``Stencil``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    height: float
    left: float
    stroke_dash_array: str | None = None
    stroke_thickness: float
    top: float
    width: float


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StencilEllipse(Stencil):
    """A process.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StencilRectangle(Stencil):
    """An external interactor.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StencilParallelLines(Stencil):
    """A data store.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BorderBoundary(Stencil):
    """A trust boundary around stencils.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Line(Entity):
    """``Line``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    handle_x: float
    handle_y: float
    port_source: str | None = None
    port_target: str | None = None
    source_guid: Guid
    source_x: float
    source_y: float
    target_guid: Guid
    target_x: float
    target_y: float


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Connector(Line):
    """A data flow.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class LineBoundary(Line):
    """A trust boundary between stencils.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class DisplayAttribute(Model):
    """A property as the tool shows it.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    display_name: str | None = None
    name: str | None = None
    value: object = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class HeaderDisplayAttribute(DisplayAttribute):
    """``HeaderDisplayAttribute``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class StringDisplayAttribute(DisplayAttribute):
    """``StringDisplayAttribute``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class BooleanDisplayAttribute(DisplayAttribute):
    """``BooleanDisplayAttribute``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ListDisplayAttribute(DisplayAttribute):
    """``ListDisplayAttribute``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    selected_index: int


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Threat(Model):
    """``Threat``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    changed_by: str | None = None
    drawing_surface_guid: Guid
    flow_guid: Guid
    id: int
    interaction_key: str | None = None
    interaction_string: str | None = None
    modified_at: datetime.datetime
    priority: str | None = None
    properties: dict[str, str | None] | None = None
    source_guid: Guid
    state: ThreatState | str
    state_information: str | None = None
    target_guid: Guid
    title: str | None = None
    type_id: str | None = None
    upgraded: bool
    user_threat_category: str | None = None
    user_threat_description: str | None = None
    user_threat_short_description: str | None = None
    wide: bool

    _undeclared: Undeclared | None = field(default=None, repr=False)


class ThreatState(StrEnum):
    """The tool's own words differ, e.g. it shows AutoGenerated as "Not Started".

    Assumed: github.com/microsoft/tm-file-parser.
    """

    AUTO_GENERATED = "AutoGenerated"
    NEEDS_INVESTIGATION = "NeedsInvestigation"
    NOT_APPLICABLE = "NotApplicable"
    MITIGATED = "Mitigated"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class KnowledgeBase(Model):
    """``KnowledgeBase``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    generic_elements: list[ElementType | None] | None = None
    manifest: Manifest | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Manifest(Model):
    """``Manifest``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    author: str | None = None
    id: Guid
    name: str | None = None
    version: str | None = None

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ExtensibleItem(Model):
    """``ExtensibleItem``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    is_extension: bool

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class ElementType(ExtensibleItem):
    """``ElementType``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    attributes: list[Attribute | None] | None = None
    description: str | None = None
    hidden: bool
    id: str | None = None
    name: str | None = None
    parent_id: str | None = None
    representation: str | None = None


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Attribute(ExtensibleItem):
    """``Attribute``, of which the documentation says nothing more.

    Assumed: github.com/microsoft/tm-file-parser.
    """

    attribute_values: list[str | None] | None = None
    display_name: str | None = None
    inheritance: str | None = None
    mode: str | None = None
    name: str | None = None
    type_: str | None = None
