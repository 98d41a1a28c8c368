# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 aafd6c06933c25841e94f7174bfaea017eadde579cd8efaa969fd926a9d7422f; needs wiresmith runtime 0.1.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""JSON of Microsoft Threat Modeling Tool files (.tm7): the documented layout in straight lines.

Documents in any other layout are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from wiresmith.runtime.datetimes import datetime_text, parse_datetime
from wiresmith.runtime.guids import guid
from wiresmith.runtime.json.fast import JsonCodec, completed, not_finite, read_key, wire_names, write_key
from wiresmith.runtime.json.values import any_json
from wiresmith.runtime.lexical import is_integer, is_number, misfit

from . import models

_new = object.__new__
_THREAT_STATE = {member.value: member for member in models.ThreatState}


class _ThreatModel(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "drawing_surface_list": "DrawingSurfaceList",
            "meta_information": "MetaInformation",
            "notes": "Notes",
            "threat_instances": "ThreatInstances",
            "threat_generation_enabled": "ThreatGenerationEnabled",
            "validations": "Validations",
            "version": "Version",
            "knowledge_base": "KnowledgeBase",
            "profile": "Profile",
        }
    ),
):
    drawing_surface_list: list[_DrawingSurfaceModel | None] | None
    meta_information: _MetaInformation | None
    notes: list[_Note | None] | None
    threat_instances: dict[str, _Threat | None] | None
    threat_generation_enabled: bool | None
    validations: list[_Validation | None] | None
    version: str | None
    knowledge_base: _KnowledgeBase | None
    profile: _Profile | None


class _MetaInformation(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "assumptions": "Assumptions",
            "contributors": "Contributors",
            "external_dependencies": "ExternalDependencies",
            "high_level_system_description": "HighLevelSystemDescription",
            "owner": "Owner",
            "reviewer": "Reviewer",
            "threat_model_name": "ThreatModelName",
        }
    ),
):
    assumptions: str | None
    contributors: str | None
    external_dependencies: str | None
    high_level_system_description: str | None
    owner: str | None
    reviewer: str | None
    threat_model_name: str | None


class _Note(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "added_by": "AddedBy",
            "date": "Date",
            "id": "Id",
            "message": "Message",
        }
    ),
):
    added_by: str | None
    date: str
    id: int
    message: str | None


class _Profile(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "prompted_kb": "PromptedKb",
        }
    ),
):
    prompted_kb: str | None


class _Validation(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "message": "Message",
        }
    ),
):
    message: str | None


class _Entity(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _DrawingSurfaceModel(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "borders": "Borders",
            "header": "Header",
            "lines": "Lines",
            "zoom": "Zoom",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    borders: dict[str, Any] | None
    header: str | None
    lines: dict[str, Any] | None
    zoom: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _Stencil(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "height": "Height",
            "left": "Left",
            "stroke_dash_array": "StrokeDashArray",
            "stroke_thickness": "StrokeThickness",
            "top": "Top",
            "width": "Width",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    height: float
    left: float
    stroke_dash_array: str | None
    stroke_thickness: float
    top: float
    width: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _StencilEllipse(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "height": "Height",
            "left": "Left",
            "stroke_dash_array": "StrokeDashArray",
            "stroke_thickness": "StrokeThickness",
            "top": "Top",
            "width": "Width",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    height: float
    left: float
    stroke_dash_array: str | None
    stroke_thickness: float
    top: float
    width: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _StencilRectangle(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "height": "Height",
            "left": "Left",
            "stroke_dash_array": "StrokeDashArray",
            "stroke_thickness": "StrokeThickness",
            "top": "Top",
            "width": "Width",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    height: float
    left: float
    stroke_dash_array: str | None
    stroke_thickness: float
    top: float
    width: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _StencilParallelLines(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "height": "Height",
            "left": "Left",
            "stroke_dash_array": "StrokeDashArray",
            "stroke_thickness": "StrokeThickness",
            "top": "Top",
            "width": "Width",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    height: float
    left: float
    stroke_dash_array: str | None
    stroke_thickness: float
    top: float
    width: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _BorderBoundary(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "height": "Height",
            "left": "Left",
            "stroke_dash_array": "StrokeDashArray",
            "stroke_thickness": "StrokeThickness",
            "top": "Top",
            "width": "Width",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    height: float
    left: float
    stroke_dash_array: str | None
    stroke_thickness: float
    top: float
    width: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _Line(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "handle_x": "HandleX",
            "handle_y": "HandleY",
            "port_source": "PortSource",
            "port_target": "PortTarget",
            "source_guid": "SourceGuid",
            "source_x": "SourceX",
            "source_y": "SourceY",
            "target_guid": "TargetGuid",
            "target_x": "TargetX",
            "target_y": "TargetY",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    handle_x: float
    handle_y: float
    port_source: str | None
    port_target: str | None
    source_guid: str
    source_x: float
    source_y: float
    target_guid: str
    target_x: float
    target_y: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _Connector(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "handle_x": "HandleX",
            "handle_y": "HandleY",
            "port_source": "PortSource",
            "port_target": "PortTarget",
            "source_guid": "SourceGuid",
            "source_x": "SourceX",
            "source_y": "SourceY",
            "target_guid": "TargetGuid",
            "target_x": "TargetX",
            "target_y": "TargetY",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    handle_x: float
    handle_y: float
    port_source: str | None
    port_target: str | None
    source_guid: str
    source_x: float
    source_y: float
    target_guid: str
    target_x: float
    target_y: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _LineBoundary(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "handle_x": "HandleX",
            "handle_y": "HandleY",
            "port_source": "PortSource",
            "port_target": "PortTarget",
            "source_guid": "SourceGuid",
            "source_x": "SourceX",
            "source_y": "SourceY",
            "target_guid": "TargetGuid",
            "target_x": "TargetX",
            "target_y": "TargetY",
            "generic_type_id": "GenericTypeId",
            "guid": "Guid",
            "properties": "Properties",
            "type_id": "TypeId",
        }
    ),
):
    handle_x: float
    handle_y: float
    port_source: str | None
    port_target: str | None
    source_guid: str
    source_x: float
    source_y: float
    target_guid: str
    target_x: float
    target_y: float
    generic_type_id: str | None
    guid: str
    properties: list[Any] | None
    type_id: str | None


class _DisplayAttribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "display_name": "DisplayName",
            "name": "Name",
            "value": "Value",
        }
    ),
):
    display_name: str | None
    name: str | None
    value: Any


class _HeaderDisplayAttribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "display_name": "DisplayName",
            "name": "Name",
            "value": "Value",
        }
    ),
):
    display_name: str | None
    name: str | None
    value: Any


class _StringDisplayAttribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "display_name": "DisplayName",
            "name": "Name",
            "value": "Value",
        }
    ),
):
    display_name: str | None
    name: str | None
    value: Any


class _BooleanDisplayAttribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "display_name": "DisplayName",
            "name": "Name",
            "value": "Value",
        }
    ),
):
    display_name: str | None
    name: str | None
    value: Any


class _ListDisplayAttribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "selected_index": "SelectedIndex",
            "display_name": "DisplayName",
            "name": "Name",
            "value": "Value",
        }
    ),
):
    selected_index: int
    display_name: str | None
    name: str | None
    value: Any


class _Threat(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "changed_by": "ChangedBy",
            "drawing_surface_guid": "DrawingSurfaceGuid",
            "flow_guid": "FlowGuid",
            "id": "Id",
            "interaction_key": "InteractionKey",
            "interaction_string": "InteractionString",
            "modified_at": "ModifiedAt",
            "priority": "Priority",
            "properties": "Properties",
            "source_guid": "SourceGuid",
            "state": "State",
            "state_information": "StateInformation",
            "target_guid": "TargetGuid",
            "title": "Title",
            "type_id": "TypeId",
            "upgraded": "Upgraded",
            "user_threat_category": "UserThreatCategory",
            "user_threat_description": "UserThreatDescription",
            "user_threat_short_description": "UserThreatShortDescription",
            "wide": "Wide",
        }
    ),
):
    changed_by: str | None
    drawing_surface_guid: str
    flow_guid: str
    id: int
    interaction_key: str | None
    interaction_string: str | None
    modified_at: str
    priority: str | None
    properties: dict[str, str | None] | None
    source_guid: str
    state: str
    state_information: str | None
    target_guid: str
    title: str | None
    type_id: str | None
    upgraded: bool
    user_threat_category: str | None
    user_threat_description: str | None
    user_threat_short_description: str | None
    wide: bool


class _KnowledgeBase(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "generic_elements": "GenericElements",
            "manifest": "Manifest",
        }
    ),
):
    generic_elements: list[_ElementType | None] | None
    manifest: _Manifest | None


class _Manifest(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "author": "Author",
            "id": "Id",
            "name": "Name",
            "version": "Version",
        }
    ),
):
    author: str | None
    id: str
    name: str | None
    version: str | None


class _ExtensibleItem(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "is_extension": "IsExtension",
        }
    ),
):
    is_extension: bool


class _ElementType(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "attributes": "Attributes",
            "description": "Description",
            "hidden": "Hidden",
            "id": "Id",
            "name": "Name",
            "parent_id": "ParentId",
            "representation": "Representation",
            "is_extension": "IsExtension",
        }
    ),
):
    attributes: list[_Attribute | None] | None
    description: str | None
    hidden: bool
    id: str | None
    name: str | None
    parent_id: str | None
    representation: str | None
    is_extension: bool


class _Attribute(
    Struct,
    forbid_unknown_fields=True,
    gc=False,
    rename=wire_names(
        {
            "attribute_values": "AttributeValues",
            "display_name": "DisplayName",
            "inheritance": "Inheritance",
            "mode": "Mode",
            "name": "Name",
            "type_": "Type",
            "is_extension": "IsExtension",
        }
    ),
):
    attribute_values: list[str | None] | None
    display_name: str | None
    inheritance: str | None
    mode: str | None
    name: str | None
    type_: str | None
    is_extension: bool


def _read_threat_model(wire: _ThreatModel) -> models.ThreatModel:
    value = _new(models.ThreatModel)
    value.drawing_surface_list = (
        None
        if (drawing_surface_list_wire := wire.drawing_surface_list) is None
        else [
            None if item_2 is None else _read_drawing_surface_model(item_2)
            for item_2 in drawing_surface_list_wire
        ]
    )
    value.meta_information = (
        None
        if (meta_information_wire := wire.meta_information) is None
        else _read_meta_information(meta_information_wire)
    )
    value.notes = (
        None
        if (notes_wire := wire.notes) is None
        else [None if item_2 is None else _read_note(item_2) for item_2 in notes_wire]
    )
    value.threat_instances = (
        None
        if (threat_instances_wire := wire.threat_instances) is None
        else {
            key_2: None if item_2 is None else _read_threat(item_2)
            for key_2, item_2 in threat_instances_wire.items()
        }
    )
    value.threat_generation_enabled = wire.threat_generation_enabled
    value.validations = (
        None
        if (validations_wire := wire.validations) is None
        else [None if item_2 is None else _read_validation(item_2) for item_2 in validations_wire]
    )
    value.version = wire.version
    value.knowledge_base = (
        None
        if (knowledge_base_wire := wire.knowledge_base) is None
        else _read_knowledge_base(knowledge_base_wire)
    )
    value.profile = None if (profile_wire := wire.profile) is None else _read_profile(profile_wire)
    value._undeclared = None
    return value


def _write_threat_model(value: models.ThreatModel) -> Any:
    if not (
        type(value) is models.ThreatModel
        and (value.drawing_surface_list is None or type(value.drawing_surface_list) is list)
        and (value.notes is None or type(value.notes) is list)
        and (
            value.threat_instances is None
            or (
                type(value.threat_instances) is dict
                and all(isinstance(key, str) for key in value.threat_instances)
            )
        )
        and (value.threat_generation_enabled is None or type(value.threat_generation_enabled) is bool)
        and (value.validations is None or type(value.validations) is list)
        and (value.version is None or isinstance(value.version, str))
    ):
        misfit(value)
    wire = _ThreatModel(
        None
        if (drawing_surface_list_value := value.drawing_surface_list) is None
        else [
            None if item_2 is None else _write_drawing_surface_model(item_2)
            for item_2 in drawing_surface_list_value
        ],
        None
        if (meta_information_value := value.meta_information) is None
        else _write_meta_information(meta_information_value),
        None
        if (notes_value := value.notes) is None
        else [None if item_2 is None else _write_note(item_2) for item_2 in notes_value],
        None
        if (threat_instances_value := value.threat_instances) is None
        else {
            key_2: None if item_2 is None else _write_threat(item_2)
            for key_2, item_2 in threat_instances_value.items()
        },
        value.threat_generation_enabled,
        None
        if (validations_value := value.validations) is None
        else [None if item_2 is None else _write_validation(item_2) for item_2 in validations_value],
        value.version,
        None
        if (knowledge_base_value := value.knowledge_base) is None
        else _write_knowledge_base(knowledge_base_value),
        None if (profile_value := value.profile) is None else _write_profile(profile_value),
    )
    return completed(wire, value._undeclared)


def _read_meta_information(wire: _MetaInformation) -> models.MetaInformation:
    value = _new(models.MetaInformation)
    value.assumptions = wire.assumptions
    value.contributors = wire.contributors
    value.external_dependencies = wire.external_dependencies
    value.high_level_system_description = wire.high_level_system_description
    value.owner = wire.owner
    value.reviewer = wire.reviewer
    value.threat_model_name = wire.threat_model_name
    value._undeclared = None
    return value


def _write_meta_information(value: models.MetaInformation) -> Any:
    if not (
        type(value) is models.MetaInformation
        and (value.assumptions is None or isinstance(value.assumptions, str))
        and (value.contributors is None or isinstance(value.contributors, str))
        and (value.external_dependencies is None or isinstance(value.external_dependencies, str))
        and (
            value.high_level_system_description is None
            or isinstance(value.high_level_system_description, str)
        )
        and (value.owner is None or isinstance(value.owner, str))
        and (value.reviewer is None or isinstance(value.reviewer, str))
        and (value.threat_model_name is None or isinstance(value.threat_model_name, str))
    ):
        misfit(value)
    wire = _MetaInformation(
        value.assumptions,
        value.contributors,
        value.external_dependencies,
        value.high_level_system_description,
        value.owner,
        value.reviewer,
        value.threat_model_name,
    )
    return completed(wire, value._undeclared)


def _read_note(wire: _Note) -> models.Note:
    value = _new(models.Note)
    value.added_by = wire.added_by
    value.date = parse_datetime(wire.date)
    value.id = wire.id
    value.message = wire.message
    value._undeclared = None
    return value


def _write_note(value: models.Note) -> Any:
    if not (
        type(value) is models.Note
        and (value.added_by is None or isinstance(value.added_by, str))
        and (type(value.id) is int or is_integer(value.id))
        and (value.message is None or isinstance(value.message, str))
    ):
        misfit(value)
    wire = _Note(
        value.added_by,
        datetime_text(value.date),
        value.id,
        value.message,
    )
    return completed(wire, value._undeclared)


def _read_profile(wire: _Profile) -> models.Profile:
    value = _new(models.Profile)
    value.prompted_kb = wire.prompted_kb
    value._undeclared = None
    return value


def _write_profile(value: models.Profile) -> Any:
    if not (
        type(value) is models.Profile and (value.prompted_kb is None or isinstance(value.prompted_kb, str))
    ):
        misfit(value)
    wire = _Profile(
        value.prompted_kb,
    )
    return completed(wire, value._undeclared)


def _read_validation(wire: _Validation) -> models.Validation:
    value = _new(models.Validation)
    value.message = wire.message
    value._undeclared = None
    return value


def _write_validation(value: models.Validation) -> Any:
    if not (type(value) is models.Validation and (value.message is None or isinstance(value.message, str))):
        misfit(value)
    wire = _Validation(
        value.message,
    )
    return completed(wire, value._undeclared)


def _read_entity(wire: _Entity) -> models.Entity:
    value = _new(models.Entity)
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_entity(value: models.Entity) -> Any:
    if type(value) is models.StencilEllipse:
        return _write_stencil_ellipse(value)
    if type(value) is models.StencilRectangle:
        return _write_stencil_rectangle(value)
    if type(value) is models.StencilParallelLines:
        return _write_stencil_parallel_lines(value)
    if type(value) is models.BorderBoundary:
        return _write_border_boundary(value)
    if type(value) is models.Connector:
        return _write_connector(value)
    if type(value) is models.LineBoundary:
        return _write_line_boundary(value)
    if not (
        type(value) is models.Entity
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _Entity(
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_drawing_surface_model(wire: _DrawingSurfaceModel) -> models.DrawingSurfaceModel:
    value = _new(models.DrawingSurfaceModel)
    value.borders = (
        None
        if (borders_wire := wire.borders) is None
        else {read_key("uuid", key_2): item_2 for key_2, item_2 in borders_wire.items()}
    )
    value.header = wire.header
    value.lines = (
        None
        if (lines_wire := wire.lines) is None
        else {read_key("uuid", key_2): item_2 for key_2, item_2 in lines_wire.items()}
    )
    value.zoom = wire.zoom
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_drawing_surface_model(value: models.DrawingSurfaceModel) -> Any:
    if not (
        type(value) is models.DrawingSurfaceModel
        and (
            value.borders is None
            or (type(value.borders) is dict and all(isinstance(key, str) for key in value.borders))
        )
        and (value.header is None or isinstance(value.header, str))
        and (
            value.lines is None
            or (type(value.lines) is dict and all(isinstance(key, str) for key in value.lines))
        )
        and (type(value.zoom) is float or is_number(value.zoom))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _DrawingSurfaceModel(
        None
        if (borders_value := value.borders) is None
        else {
            write_key("uuid", key_2): None if item_2 is None else any_json(item_2, CODECS)
            for key_2, item_2 in borders_value.items()
        },
        value.header,
        None
        if (lines_value := value.lines) is None
        else {
            write_key("uuid", key_2): None if item_2 is None else any_json(item_2, CODECS)
            for key_2, item_2 in lines_value.items()
        },
        number if (number := value.zoom) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_stencil(wire: _Stencil) -> models.Stencil:
    value = _new(models.Stencil)
    value.height = wire.height
    value.left = wire.left
    value.stroke_dash_array = wire.stroke_dash_array
    value.stroke_thickness = wire.stroke_thickness
    value.top = wire.top
    value.width = wire.width
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_stencil(value: models.Stencil) -> Any:
    if type(value) is models.StencilEllipse:
        return _write_stencil_ellipse(value)
    if type(value) is models.StencilRectangle:
        return _write_stencil_rectangle(value)
    if type(value) is models.StencilParallelLines:
        return _write_stencil_parallel_lines(value)
    if type(value) is models.BorderBoundary:
        return _write_border_boundary(value)
    if not (
        type(value) is models.Stencil
        and (type(value.height) is float or is_number(value.height))
        and (type(value.left) is float or is_number(value.left))
        and (value.stroke_dash_array is None or isinstance(value.stroke_dash_array, str))
        and (type(value.stroke_thickness) is float or is_number(value.stroke_thickness))
        and (type(value.top) is float or is_number(value.top))
        and (type(value.width) is float or is_number(value.width))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _Stencil(
        number if (number := value.height) - number == 0 else not_finite(number),
        number if (number := value.left) - number == 0 else not_finite(number),
        value.stroke_dash_array,
        number if (number := value.stroke_thickness) - number == 0 else not_finite(number),
        number if (number := value.top) - number == 0 else not_finite(number),
        number if (number := value.width) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_stencil_ellipse(wire: _StencilEllipse) -> models.StencilEllipse:
    value = _new(models.StencilEllipse)
    value.height = wire.height
    value.left = wire.left
    value.stroke_dash_array = wire.stroke_dash_array
    value.stroke_thickness = wire.stroke_thickness
    value.top = wire.top
    value.width = wire.width
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_stencil_ellipse(value: models.StencilEllipse) -> Any:
    if not (
        type(value) is models.StencilEllipse
        and (type(value.height) is float or is_number(value.height))
        and (type(value.left) is float or is_number(value.left))
        and (value.stroke_dash_array is None or isinstance(value.stroke_dash_array, str))
        and (type(value.stroke_thickness) is float or is_number(value.stroke_thickness))
        and (type(value.top) is float or is_number(value.top))
        and (type(value.width) is float or is_number(value.width))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _StencilEllipse(
        number if (number := value.height) - number == 0 else not_finite(number),
        number if (number := value.left) - number == 0 else not_finite(number),
        value.stroke_dash_array,
        number if (number := value.stroke_thickness) - number == 0 else not_finite(number),
        number if (number := value.top) - number == 0 else not_finite(number),
        number if (number := value.width) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_stencil_rectangle(wire: _StencilRectangle) -> models.StencilRectangle:
    value = _new(models.StencilRectangle)
    value.height = wire.height
    value.left = wire.left
    value.stroke_dash_array = wire.stroke_dash_array
    value.stroke_thickness = wire.stroke_thickness
    value.top = wire.top
    value.width = wire.width
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_stencil_rectangle(value: models.StencilRectangle) -> Any:
    if not (
        type(value) is models.StencilRectangle
        and (type(value.height) is float or is_number(value.height))
        and (type(value.left) is float or is_number(value.left))
        and (value.stroke_dash_array is None or isinstance(value.stroke_dash_array, str))
        and (type(value.stroke_thickness) is float or is_number(value.stroke_thickness))
        and (type(value.top) is float or is_number(value.top))
        and (type(value.width) is float or is_number(value.width))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _StencilRectangle(
        number if (number := value.height) - number == 0 else not_finite(number),
        number if (number := value.left) - number == 0 else not_finite(number),
        value.stroke_dash_array,
        number if (number := value.stroke_thickness) - number == 0 else not_finite(number),
        number if (number := value.top) - number == 0 else not_finite(number),
        number if (number := value.width) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_stencil_parallel_lines(wire: _StencilParallelLines) -> models.StencilParallelLines:
    value = _new(models.StencilParallelLines)
    value.height = wire.height
    value.left = wire.left
    value.stroke_dash_array = wire.stroke_dash_array
    value.stroke_thickness = wire.stroke_thickness
    value.top = wire.top
    value.width = wire.width
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_stencil_parallel_lines(value: models.StencilParallelLines) -> Any:
    if not (
        type(value) is models.StencilParallelLines
        and (type(value.height) is float or is_number(value.height))
        and (type(value.left) is float or is_number(value.left))
        and (value.stroke_dash_array is None or isinstance(value.stroke_dash_array, str))
        and (type(value.stroke_thickness) is float or is_number(value.stroke_thickness))
        and (type(value.top) is float or is_number(value.top))
        and (type(value.width) is float or is_number(value.width))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _StencilParallelLines(
        number if (number := value.height) - number == 0 else not_finite(number),
        number if (number := value.left) - number == 0 else not_finite(number),
        value.stroke_dash_array,
        number if (number := value.stroke_thickness) - number == 0 else not_finite(number),
        number if (number := value.top) - number == 0 else not_finite(number),
        number if (number := value.width) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_border_boundary(wire: _BorderBoundary) -> models.BorderBoundary:
    value = _new(models.BorderBoundary)
    value.height = wire.height
    value.left = wire.left
    value.stroke_dash_array = wire.stroke_dash_array
    value.stroke_thickness = wire.stroke_thickness
    value.top = wire.top
    value.width = wire.width
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_border_boundary(value: models.BorderBoundary) -> Any:
    if not (
        type(value) is models.BorderBoundary
        and (type(value.height) is float or is_number(value.height))
        and (type(value.left) is float or is_number(value.left))
        and (value.stroke_dash_array is None or isinstance(value.stroke_dash_array, str))
        and (type(value.stroke_thickness) is float or is_number(value.stroke_thickness))
        and (type(value.top) is float or is_number(value.top))
        and (type(value.width) is float or is_number(value.width))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _BorderBoundary(
        number if (number := value.height) - number == 0 else not_finite(number),
        number if (number := value.left) - number == 0 else not_finite(number),
        value.stroke_dash_array,
        number if (number := value.stroke_thickness) - number == 0 else not_finite(number),
        number if (number := value.top) - number == 0 else not_finite(number),
        number if (number := value.width) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_line(wire: _Line) -> models.Line:
    value = _new(models.Line)
    value.handle_x = wire.handle_x
    value.handle_y = wire.handle_y
    value.port_source = wire.port_source
    value.port_target = wire.port_target
    value.source_guid = guid(wire.source_guid)
    value.source_x = wire.source_x
    value.source_y = wire.source_y
    value.target_guid = guid(wire.target_guid)
    value.target_x = wire.target_x
    value.target_y = wire.target_y
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_line(value: models.Line) -> Any:
    if type(value) is models.Connector:
        return _write_connector(value)
    if type(value) is models.LineBoundary:
        return _write_line_boundary(value)
    if not (
        type(value) is models.Line
        and (type(value.handle_x) is float or is_number(value.handle_x))
        and (type(value.handle_y) is float or is_number(value.handle_y))
        and (value.port_source is None or isinstance(value.port_source, str))
        and (value.port_target is None or isinstance(value.port_target, str))
        and isinstance(value.source_guid, str)
        and (type(value.source_x) is float or is_number(value.source_x))
        and (type(value.source_y) is float or is_number(value.source_y))
        and isinstance(value.target_guid, str)
        and (type(value.target_x) is float or is_number(value.target_x))
        and (type(value.target_y) is float or is_number(value.target_y))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _Line(
        number if (number := value.handle_x) - number == 0 else not_finite(number),
        number if (number := value.handle_y) - number == 0 else not_finite(number),
        value.port_source,
        value.port_target,
        guid(value.source_guid),
        number if (number := value.source_x) - number == 0 else not_finite(number),
        number if (number := value.source_y) - number == 0 else not_finite(number),
        guid(value.target_guid),
        number if (number := value.target_x) - number == 0 else not_finite(number),
        number if (number := value.target_y) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_connector(wire: _Connector) -> models.Connector:
    value = _new(models.Connector)
    value.handle_x = wire.handle_x
    value.handle_y = wire.handle_y
    value.port_source = wire.port_source
    value.port_target = wire.port_target
    value.source_guid = guid(wire.source_guid)
    value.source_x = wire.source_x
    value.source_y = wire.source_y
    value.target_guid = guid(wire.target_guid)
    value.target_x = wire.target_x
    value.target_y = wire.target_y
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_connector(value: models.Connector) -> Any:
    if not (
        type(value) is models.Connector
        and (type(value.handle_x) is float or is_number(value.handle_x))
        and (type(value.handle_y) is float or is_number(value.handle_y))
        and (value.port_source is None or isinstance(value.port_source, str))
        and (value.port_target is None or isinstance(value.port_target, str))
        and isinstance(value.source_guid, str)
        and (type(value.source_x) is float or is_number(value.source_x))
        and (type(value.source_y) is float or is_number(value.source_y))
        and isinstance(value.target_guid, str)
        and (type(value.target_x) is float or is_number(value.target_x))
        and (type(value.target_y) is float or is_number(value.target_y))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _Connector(
        number if (number := value.handle_x) - number == 0 else not_finite(number),
        number if (number := value.handle_y) - number == 0 else not_finite(number),
        value.port_source,
        value.port_target,
        guid(value.source_guid),
        number if (number := value.source_x) - number == 0 else not_finite(number),
        number if (number := value.source_y) - number == 0 else not_finite(number),
        guid(value.target_guid),
        number if (number := value.target_x) - number == 0 else not_finite(number),
        number if (number := value.target_y) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_line_boundary(wire: _LineBoundary) -> models.LineBoundary:
    value = _new(models.LineBoundary)
    value.handle_x = wire.handle_x
    value.handle_y = wire.handle_y
    value.port_source = wire.port_source
    value.port_target = wire.port_target
    value.source_guid = guid(wire.source_guid)
    value.source_x = wire.source_x
    value.source_y = wire.source_y
    value.target_guid = guid(wire.target_guid)
    value.target_x = wire.target_x
    value.target_y = wire.target_y
    value.generic_type_id = wire.generic_type_id
    value.guid = guid(wire.guid)
    value.properties = wire.properties
    value.type_id = wire.type_id
    value._undeclared = None
    return value


def _write_line_boundary(value: models.LineBoundary) -> Any:
    if not (
        type(value) is models.LineBoundary
        and (type(value.handle_x) is float or is_number(value.handle_x))
        and (type(value.handle_y) is float or is_number(value.handle_y))
        and (value.port_source is None or isinstance(value.port_source, str))
        and (value.port_target is None or isinstance(value.port_target, str))
        and isinstance(value.source_guid, str)
        and (type(value.source_x) is float or is_number(value.source_x))
        and (type(value.source_y) is float or is_number(value.source_y))
        and isinstance(value.target_guid, str)
        and (type(value.target_x) is float or is_number(value.target_x))
        and (type(value.target_y) is float or is_number(value.target_y))
        and (value.generic_type_id is None or isinstance(value.generic_type_id, str))
        and isinstance(value.guid, str)
        and (value.properties is None or type(value.properties) is list)
        and (value.type_id is None or isinstance(value.type_id, str))
    ):
        misfit(value)
    wire = _LineBoundary(
        number if (number := value.handle_x) - number == 0 else not_finite(number),
        number if (number := value.handle_y) - number == 0 else not_finite(number),
        value.port_source,
        value.port_target,
        guid(value.source_guid),
        number if (number := value.source_x) - number == 0 else not_finite(number),
        number if (number := value.source_y) - number == 0 else not_finite(number),
        guid(value.target_guid),
        number if (number := value.target_x) - number == 0 else not_finite(number),
        number if (number := value.target_y) - number == 0 else not_finite(number),
        value.generic_type_id,
        guid(value.guid),
        None
        if (properties_value := value.properties) is None
        else [None if item_2 is None else any_json(item_2, CODECS) for item_2 in properties_value],
        value.type_id,
    )
    return completed(wire, value._undeclared)


def _read_display_attribute(wire: _DisplayAttribute) -> models.DisplayAttribute:
    value = _new(models.DisplayAttribute)
    value.display_name = wire.display_name
    value.name = wire.name
    value.value = wire.value
    value._undeclared = None
    return value


def _write_display_attribute(value: models.DisplayAttribute) -> Any:
    if type(value) is models.HeaderDisplayAttribute:
        return _write_header_display_attribute(value)
    if type(value) is models.StringDisplayAttribute:
        return _write_string_display_attribute(value)
    if type(value) is models.BooleanDisplayAttribute:
        return _write_boolean_display_attribute(value)
    if type(value) is models.ListDisplayAttribute:
        return _write_list_display_attribute(value)
    if not (
        type(value) is models.DisplayAttribute
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _DisplayAttribute(
        value.display_name,
        value.name,
        None if (value_value := value.value) is None else any_json(value_value, CODECS),
    )
    return completed(wire, value._undeclared)


def _read_header_display_attribute(wire: _HeaderDisplayAttribute) -> models.HeaderDisplayAttribute:
    value = _new(models.HeaderDisplayAttribute)
    value.display_name = wire.display_name
    value.name = wire.name
    value.value = wire.value
    value._undeclared = None
    return value


def _write_header_display_attribute(value: models.HeaderDisplayAttribute) -> Any:
    if not (
        type(value) is models.HeaderDisplayAttribute
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _HeaderDisplayAttribute(
        value.display_name,
        value.name,
        None if (value_value := value.value) is None else any_json(value_value, CODECS),
    )
    return completed(wire, value._undeclared)


def _read_string_display_attribute(wire: _StringDisplayAttribute) -> models.StringDisplayAttribute:
    value = _new(models.StringDisplayAttribute)
    value.display_name = wire.display_name
    value.name = wire.name
    value.value = wire.value
    value._undeclared = None
    return value


def _write_string_display_attribute(value: models.StringDisplayAttribute) -> Any:
    if not (
        type(value) is models.StringDisplayAttribute
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _StringDisplayAttribute(
        value.display_name,
        value.name,
        None if (value_value := value.value) is None else any_json(value_value, CODECS),
    )
    return completed(wire, value._undeclared)


def _read_boolean_display_attribute(wire: _BooleanDisplayAttribute) -> models.BooleanDisplayAttribute:
    value = _new(models.BooleanDisplayAttribute)
    value.display_name = wire.display_name
    value.name = wire.name
    value.value = wire.value
    value._undeclared = None
    return value


def _write_boolean_display_attribute(value: models.BooleanDisplayAttribute) -> Any:
    if not (
        type(value) is models.BooleanDisplayAttribute
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _BooleanDisplayAttribute(
        value.display_name,
        value.name,
        None if (value_value := value.value) is None else any_json(value_value, CODECS),
    )
    return completed(wire, value._undeclared)


def _read_list_display_attribute(wire: _ListDisplayAttribute) -> models.ListDisplayAttribute:
    value = _new(models.ListDisplayAttribute)
    value.selected_index = wire.selected_index
    value.display_name = wire.display_name
    value.name = wire.name
    value.value = wire.value
    value._undeclared = None
    return value


def _write_list_display_attribute(value: models.ListDisplayAttribute) -> Any:
    if not (
        type(value) is models.ListDisplayAttribute
        and (type(value.selected_index) is int or is_integer(value.selected_index))
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.name is None or isinstance(value.name, str))
    ):
        misfit(value)
    wire = _ListDisplayAttribute(
        value.selected_index,
        value.display_name,
        value.name,
        None if (value_value := value.value) is None else any_json(value_value, CODECS),
    )
    return completed(wire, value._undeclared)


def _read_threat(wire: _Threat) -> models.Threat:
    value = _new(models.Threat)
    value.changed_by = wire.changed_by
    value.drawing_surface_guid = guid(wire.drawing_surface_guid)
    value.flow_guid = guid(wire.flow_guid)
    value.id = wire.id
    value.interaction_key = wire.interaction_key
    value.interaction_string = wire.interaction_string
    value.modified_at = parse_datetime(wire.modified_at)
    value.priority = wire.priority
    value.properties = wire.properties
    value.source_guid = guid(wire.source_guid)
    value.state = _THREAT_STATE[wire.state]
    value.state_information = wire.state_information
    value.target_guid = guid(wire.target_guid)
    value.title = wire.title
    value.type_id = wire.type_id
    value.upgraded = wire.upgraded
    value.user_threat_category = wire.user_threat_category
    value.user_threat_description = wire.user_threat_description
    value.user_threat_short_description = wire.user_threat_short_description
    value.wide = wire.wide
    value._undeclared = None
    return value


def _write_threat(value: models.Threat) -> Any:
    if not (
        type(value) is models.Threat
        and (value.changed_by is None or isinstance(value.changed_by, str))
        and isinstance(value.drawing_surface_guid, str)
        and isinstance(value.flow_guid, str)
        and (type(value.id) is int or is_integer(value.id))
        and (value.interaction_key is None or isinstance(value.interaction_key, str))
        and (value.interaction_string is None or isinstance(value.interaction_string, str))
        and (value.priority is None or isinstance(value.priority, str))
        and (
            value.properties is None
            or (
                type(value.properties) is dict
                and all(isinstance(key, str) for key in value.properties)
                and all((item is None or isinstance(item, str)) for item in value.properties.values())
            )
        )
        and isinstance(value.source_guid, str)
        and isinstance(value.state, str)
        and (value.state_information is None or isinstance(value.state_information, str))
        and isinstance(value.target_guid, str)
        and (value.title is None or isinstance(value.title, str))
        and (value.type_id is None or isinstance(value.type_id, str))
        and type(value.upgraded) is bool
        and (value.user_threat_category is None or isinstance(value.user_threat_category, str))
        and (value.user_threat_description is None or isinstance(value.user_threat_description, str))
        and (
            value.user_threat_short_description is None
            or isinstance(value.user_threat_short_description, str)
        )
        and type(value.wide) is bool
    ):
        misfit(value)
    wire = _Threat(
        value.changed_by,
        guid(value.drawing_surface_guid),
        guid(value.flow_guid),
        value.id,
        value.interaction_key,
        value.interaction_string,
        datetime_text(value.modified_at),
        value.priority,
        value.properties,
        guid(value.source_guid),
        value.state,
        value.state_information,
        guid(value.target_guid),
        value.title,
        value.type_id,
        value.upgraded,
        value.user_threat_category,
        value.user_threat_description,
        value.user_threat_short_description,
        value.wide,
    )
    return completed(wire, value._undeclared)


def _read_knowledge_base(wire: _KnowledgeBase) -> models.KnowledgeBase:
    value = _new(models.KnowledgeBase)
    value.generic_elements = (
        None
        if (generic_elements_wire := wire.generic_elements) is None
        else [None if item_2 is None else _read_element_type(item_2) for item_2 in generic_elements_wire]
    )
    value.manifest = None if (manifest_wire := wire.manifest) is None else _read_manifest(manifest_wire)
    value._undeclared = None
    return value


def _write_knowledge_base(value: models.KnowledgeBase) -> Any:
    if not (
        type(value) is models.KnowledgeBase
        and (value.generic_elements is None or type(value.generic_elements) is list)
    ):
        misfit(value)
    wire = _KnowledgeBase(
        None
        if (generic_elements_value := value.generic_elements) is None
        else [None if item_2 is None else _write_element_type(item_2) for item_2 in generic_elements_value],
        None if (manifest_value := value.manifest) is None else _write_manifest(manifest_value),
    )
    return completed(wire, value._undeclared)


def _read_manifest(wire: _Manifest) -> models.Manifest:
    value = _new(models.Manifest)
    value.author = wire.author
    value.id = guid(wire.id)
    value.name = wire.name
    value.version = wire.version
    value._undeclared = None
    return value


def _write_manifest(value: models.Manifest) -> Any:
    if not (
        type(value) is models.Manifest
        and (value.author is None or isinstance(value.author, str))
        and isinstance(value.id, str)
        and (value.name is None or isinstance(value.name, str))
        and (value.version is None or isinstance(value.version, str))
    ):
        misfit(value)
    wire = _Manifest(
        value.author,
        guid(value.id),
        value.name,
        value.version,
    )
    return completed(wire, value._undeclared)


def _read_extensible_item(wire: _ExtensibleItem) -> models.ExtensibleItem:
    value = _new(models.ExtensibleItem)
    value.is_extension = wire.is_extension
    value._undeclared = None
    return value


def _write_extensible_item(value: models.ExtensibleItem) -> Any:
    if not (type(value) is models.ExtensibleItem and type(value.is_extension) is bool):
        misfit(value)
    wire = _ExtensibleItem(
        value.is_extension,
    )
    return completed(wire, value._undeclared)


def _read_element_type(wire: _ElementType) -> models.ElementType:
    value = _new(models.ElementType)
    value.attributes = (
        None
        if (attributes_wire := wire.attributes) is None
        else [None if item_2 is None else _read_attribute(item_2) for item_2 in attributes_wire]
    )
    value.description = wire.description
    value.hidden = wire.hidden
    value.id = wire.id
    value.name = wire.name
    value.parent_id = wire.parent_id
    value.representation = wire.representation
    value.is_extension = wire.is_extension
    value._undeclared = None
    return value


def _write_element_type(value: models.ElementType) -> Any:
    if not (
        type(value) is models.ElementType
        and (value.attributes is None or type(value.attributes) is list)
        and (value.description is None or isinstance(value.description, str))
        and type(value.hidden) is bool
        and (value.id is None or isinstance(value.id, str))
        and (value.name is None or isinstance(value.name, str))
        and (value.parent_id is None or isinstance(value.parent_id, str))
        and (value.representation is None or isinstance(value.representation, str))
        and type(value.is_extension) is bool
    ):
        misfit(value)
    wire = _ElementType(
        None
        if (attributes_value := value.attributes) is None
        else [None if item_2 is None else _write_attribute(item_2) for item_2 in attributes_value],
        value.description,
        value.hidden,
        value.id,
        value.name,
        value.parent_id,
        value.representation,
        value.is_extension,
    )
    return completed(wire, value._undeclared)


def _read_attribute(wire: _Attribute) -> models.Attribute:
    value = _new(models.Attribute)
    value.attribute_values = wire.attribute_values
    value.display_name = wire.display_name
    value.inheritance = wire.inheritance
    value.mode = wire.mode
    value.name = wire.name
    value.type_ = wire.type_
    value.is_extension = wire.is_extension
    value._undeclared = None
    return value


def _write_attribute(value: models.Attribute) -> Any:
    if not (
        type(value) is models.Attribute
        and (
            value.attribute_values is None
            or (
                type(value.attribute_values) is list
                and all((item is None or isinstance(item, str)) for item in value.attribute_values)
            )
        )
        and (value.display_name is None or isinstance(value.display_name, str))
        and (value.inheritance is None or isinstance(value.inheritance, str))
        and (value.mode is None or isinstance(value.mode, str))
        and (value.name is None or isinstance(value.name, str))
        and (value.type_ is None or isinstance(value.type_, str))
        and type(value.is_extension) is bool
    ):
        misfit(value)
    wire = _Attribute(
        value.attribute_values,
        value.display_name,
        value.inheritance,
        value.mode,
        value.name,
        value.type_,
        value.is_extension,
    )
    return completed(wire, value._undeclared)


CODECS: dict[object, JsonCodec[Any]] = {
    models.ThreatModel: JsonCodec(_ThreatModel, _read_threat_model, _write_threat_model),
    models.MetaInformation: JsonCodec(_MetaInformation, _read_meta_information, _write_meta_information),
    models.Note: JsonCodec(_Note, _read_note, _write_note),
    models.Profile: JsonCodec(_Profile, _read_profile, _write_profile),
    models.Validation: JsonCodec(_Validation, _read_validation, _write_validation),
    models.Entity: JsonCodec(_Entity, _read_entity, _write_entity),
    models.DrawingSurfaceModel: JsonCodec(
        _DrawingSurfaceModel, _read_drawing_surface_model, _write_drawing_surface_model
    ),
    models.Stencil: JsonCodec(_Stencil, _read_stencil, _write_stencil),
    models.StencilEllipse: JsonCodec(_StencilEllipse, _read_stencil_ellipse, _write_stencil_ellipse),
    models.StencilRectangle: JsonCodec(_StencilRectangle, _read_stencil_rectangle, _write_stencil_rectangle),
    models.StencilParallelLines: JsonCodec(
        _StencilParallelLines, _read_stencil_parallel_lines, _write_stencil_parallel_lines
    ),
    models.BorderBoundary: JsonCodec(_BorderBoundary, _read_border_boundary, _write_border_boundary),
    models.Line: JsonCodec(_Line, _read_line, _write_line),
    models.Connector: JsonCodec(_Connector, _read_connector, _write_connector),
    models.LineBoundary: JsonCodec(_LineBoundary, _read_line_boundary, _write_line_boundary),
    models.DisplayAttribute: JsonCodec(_DisplayAttribute, _read_display_attribute, _write_display_attribute),
    models.HeaderDisplayAttribute: JsonCodec(
        _HeaderDisplayAttribute, _read_header_display_attribute, _write_header_display_attribute
    ),
    models.StringDisplayAttribute: JsonCodec(
        _StringDisplayAttribute, _read_string_display_attribute, _write_string_display_attribute
    ),
    models.BooleanDisplayAttribute: JsonCodec(
        _BooleanDisplayAttribute, _read_boolean_display_attribute, _write_boolean_display_attribute
    ),
    models.ListDisplayAttribute: JsonCodec(
        _ListDisplayAttribute, _read_list_display_attribute, _write_list_display_attribute
    ),
    models.Threat: JsonCodec(_Threat, _read_threat, _write_threat),
    models.KnowledgeBase: JsonCodec(_KnowledgeBase, _read_knowledge_base, _write_knowledge_base),
    models.Manifest: JsonCodec(_Manifest, _read_manifest, _write_manifest),
    models.ExtensibleItem: JsonCodec(_ExtensibleItem, _read_extensible_item, _write_extensible_item),
    models.ElementType: JsonCodec(_ElementType, _read_element_type, _write_element_type),
    models.Attribute: JsonCodec(_Attribute, _read_attribute, _write_attribute),
}
