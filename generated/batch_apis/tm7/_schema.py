# Emitted by wiresmith from specs/tm7/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 64088e178bc9c1e69623675020a8c38b6fda4df35dbd250d4f6c44fb59f3de0a; needs wiresmith runtime 0.3.
"""The types of Microsoft Threat Modeling Tool files (.tm7) as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    DictType,
    EnumType,
    ListType,
    Member,
    Nullable,
    ObjectType,
    Provenance,
    Ref,
    Scalar,
    Schema,
    named,
)
from wiresmith.values.qnames import QName

THREAT_MODELING_MODEL = "http://schemas.datacontract.org/2004/07/ThreatModeling.Model"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
THREAT_MODELING_KNOWLEDGE_BASE = "http://schemas.datacontract.org/2004/07/ThreatModeling.KnowledgeBase"
THREAT_MODELING_MODEL_ABSTRACTS = "http://schemas.datacontract.org/2004/07/ThreatModeling.Model.Abstracts"
THREAT_MODELING_INTERFACES = "http://schemas.datacontract.org/2004/07/ThreatModeling.Interfaces"

STR = Scalar("str", root=QName("string", SERIALIZATION))
BOOL = Scalar("bool", root=QName("boolean", SERIALIZATION))
ASSUMED = Provenance(mark="assumed", source="github.com/microsoft/tm-file-parser")
DATETIME = Scalar("datetime", root=QName("dateTime", SERIALIZATION))
INT = Scalar("int", root=QName("int", SERIALIZATION))
UUID = Scalar("uuid", root=QName("guid", SERIALIZATION))
ANY = Scalar("any", root=QName("anyType", SERIALIZATION))
FLOAT64 = Scalar("float64", root=QName("double", SERIALIZATION))

ENTITY_GENERIC_TYPE_ID = Member(
    wire="GenericTypeId",
    attribute="generic_type_id",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("GenericTypeId", THREAT_MODELING_MODEL_ABSTRACTS),
)
ENTITY_GUID = Member(
    wire="Guid", attribute="guid", type=UUID, xml_name=QName("Guid", THREAT_MODELING_MODEL_ABSTRACTS)
)
ENTITY_PROPERTIES = Member(
    wire="Properties",
    attribute="properties",
    type=Nullable(
        ListType(Nullable(ANY), root=QName("ArrayOfanyType", ARRAYS), item_name=QName("anyType", ARRAYS))
    ),
    absent_as_null=True,
    xml_name=QName("Properties", THREAT_MODELING_MODEL_ABSTRACTS),
)
ENTITY_TYPE_ID = Member(
    wire="TypeId",
    attribute="type_id",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("TypeId", THREAT_MODELING_MODEL_ABSTRACTS),
)
DICT_OF_UUID_ANY = DictType(
    UUID,
    Nullable(ANY),
    root=QName("ArrayOfKeyValueOfguidanyType", ARRAYS),
    entry_name=QName("KeyValueOfguidanyType", ARRAYS),
    key_name=QName("Key", ARRAYS),
    value_name=QName("Value", ARRAYS),
)
STENCIL_HEIGHT = Member(
    wire="Height", attribute="height", type=FLOAT64, xml_name=QName("Height", THREAT_MODELING_MODEL_ABSTRACTS)
)
STENCIL_LEFT = Member(
    wire="Left", attribute="left", type=FLOAT64, xml_name=QName("Left", THREAT_MODELING_MODEL_ABSTRACTS)
)
STENCIL_STROKE_DASH_ARRAY = Member(
    wire="StrokeDashArray",
    attribute="stroke_dash_array",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("StrokeDashArray", THREAT_MODELING_MODEL_ABSTRACTS),
)
STENCIL_STROKE_THICKNESS = Member(
    wire="StrokeThickness",
    attribute="stroke_thickness",
    type=FLOAT64,
    xml_name=QName("StrokeThickness", THREAT_MODELING_MODEL_ABSTRACTS),
)
STENCIL_TOP = Member(
    wire="Top", attribute="top", type=FLOAT64, xml_name=QName("Top", THREAT_MODELING_MODEL_ABSTRACTS)
)
STENCIL_WIDTH = Member(
    wire="Width", attribute="width", type=FLOAT64, xml_name=QName("Width", THREAT_MODELING_MODEL_ABSTRACTS)
)
LINE_HANDLE_X = Member(
    wire="HandleX",
    attribute="handle_x",
    type=FLOAT64,
    xml_name=QName("HandleX", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_HANDLE_Y = Member(
    wire="HandleY",
    attribute="handle_y",
    type=FLOAT64,
    xml_name=QName("HandleY", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_PORT_SOURCE = Member(
    wire="PortSource",
    attribute="port_source",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("PortSource", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_PORT_TARGET = Member(
    wire="PortTarget",
    attribute="port_target",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("PortTarget", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_SOURCE_GUID = Member(
    wire="SourceGuid",
    attribute="source_guid",
    type=UUID,
    xml_name=QName("SourceGuid", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_SOURCE_X = Member(
    wire="SourceX",
    attribute="source_x",
    type=FLOAT64,
    xml_name=QName("SourceX", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_SOURCE_Y = Member(
    wire="SourceY",
    attribute="source_y",
    type=FLOAT64,
    xml_name=QName("SourceY", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_TARGET_GUID = Member(
    wire="TargetGuid",
    attribute="target_guid",
    type=UUID,
    xml_name=QName("TargetGuid", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_TARGET_X = Member(
    wire="TargetX",
    attribute="target_x",
    type=FLOAT64,
    xml_name=QName("TargetX", THREAT_MODELING_MODEL_ABSTRACTS),
)
LINE_TARGET_Y = Member(
    wire="TargetY",
    attribute="target_y",
    type=FLOAT64,
    xml_name=QName("TargetY", THREAT_MODELING_MODEL_ABSTRACTS),
)
DISPLAY_ATTRIBUTE_DISPLAY_NAME = Member(
    wire="DisplayName",
    attribute="display_name",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("DisplayName", THREAT_MODELING_KNOWLEDGE_BASE),
)
DISPLAY_ATTRIBUTE_NAME = Member(
    wire="Name",
    attribute="name",
    type=Nullable(STR),
    absent_as_null=True,
    xml_name=QName("Name", THREAT_MODELING_KNOWLEDGE_BASE),
)
DISPLAY_ATTRIBUTE_VALUE = Member(
    wire="Value",
    attribute="value",
    type=Nullable(ANY),
    absent_as_null=True,
    xml_name=QName("Value", THREAT_MODELING_KNOWLEDGE_BASE),
)
EXTENSIBLE_ITEM_IS_EXTENSION = Member(
    wire="IsExtension",
    attribute="is_extension",
    type=BOOL,
    xml_name=QName("IsExtension", THREAT_MODELING_KNOWLEDGE_BASE),
)

SCHEMA = Schema(
    api="tm7",
    dialect="datacontract",
    types=named(
        ObjectType(
            name="ThreatModel",
            root=QName("ThreatModel", THREAT_MODELING_MODEL),
            xml_order=(
                "drawing_surface_list",
                "meta_information",
                "notes",
                "threat_instances",
                "threat_generation_enabled",
                "validations",
                "version",
                "knowledge_base",
                "profile",
            ),
            members=(
                Member(
                    wire="DrawingSurfaceList",
                    attribute="drawing_surface_list",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("DrawingSurfaceModel")),
                            root=QName("ArrayOfDrawingSurfaceModel", THREAT_MODELING_MODEL),
                            item_name=QName("DrawingSurfaceModel", THREAT_MODELING_MODEL),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("DrawingSurfaceList", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="MetaInformation",
                    attribute="meta_information",
                    type=Nullable(Ref("MetaInformation")),
                    absent_as_null=True,
                    xml_name=QName("MetaInformation", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Notes",
                    attribute="notes",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("Note")),
                            root=QName("ArrayOfNote", THREAT_MODELING_MODEL),
                            item_name=QName("Note", THREAT_MODELING_MODEL),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("Notes", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="ThreatInstances",
                    attribute="threat_instances",
                    type=Nullable(
                        DictType(
                            STR,
                            Nullable(Ref("Threat")),
                            root=QName("ArrayOfKeyValueOfstringThreatpc_P0_PhOB", ARRAYS),
                            entry_name=QName("KeyValueOfstringThreatpc_P0_PhOB", ARRAYS),
                            key_name=QName("Key", ARRAYS),
                            value_name=QName("Value", ARRAYS),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("ThreatInstances", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="ThreatGenerationEnabled",
                    attribute="threat_generation_enabled",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("ThreatGenerationEnabled", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Validations",
                    attribute="validations",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("Validation")),
                            root=QName("ArrayOfValidation", THREAT_MODELING_KNOWLEDGE_BASE),
                            item_name=QName("Validation", THREAT_MODELING_KNOWLEDGE_BASE),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("Validations", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Version",
                    attribute="version",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Version", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="KnowledgeBase",
                    attribute="knowledge_base",
                    type=Nullable(Ref("KnowledgeBase")),
                    absent_as_null=True,
                    xml_name=QName("KnowledgeBase", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Profile",
                    attribute="profile",
                    type=Nullable(Ref("Profile")),
                    absent_as_null=True,
                    xml_name=QName("Profile", THREAT_MODELING_MODEL),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="MetaInformation",
            root=QName("MetaInformation", THREAT_MODELING_MODEL),
            xml_order=(
                "assumptions",
                "contributors",
                "external_dependencies",
                "high_level_system_description",
                "owner",
                "reviewer",
                "threat_model_name",
            ),
            members=(
                Member(
                    wire="Assumptions",
                    attribute="assumptions",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Assumptions", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Contributors",
                    attribute="contributors",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Contributors", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="ExternalDependencies",
                    attribute="external_dependencies",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ExternalDependencies", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="HighLevelSystemDescription",
                    attribute="high_level_system_description",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("HighLevelSystemDescription", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Owner",
                    attribute="owner",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Owner", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Reviewer",
                    attribute="reviewer",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Reviewer", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="ThreatModelName",
                    attribute="threat_model_name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ThreatModelName", THREAT_MODELING_MODEL),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Note",
            root=QName("Note", THREAT_MODELING_MODEL),
            xml_order=("added_by", "date", "id", "message"),
            members=(
                Member(
                    wire="AddedBy",
                    attribute="added_by",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("AddedBy", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Date",
                    attribute="date",
                    type=DATETIME,
                    xml_name=QName("Date", THREAT_MODELING_MODEL),
                ),
                Member(wire="Id", attribute="id", type=INT, xml_name=QName("Id", THREAT_MODELING_MODEL)),
                Member(
                    wire="Message",
                    attribute="message",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Message", THREAT_MODELING_MODEL),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Profile",
            root=QName("Profile"),
            xml_order=("prompted_kb",),
            members=(
                Member(
                    wire="PromptedKb",
                    attribute="prompted_kb",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("PromptedKb"),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Validation",
            root=QName("Validation", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=("message",),
            members=(
                Member(
                    wire="Message",
                    attribute="message",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Message", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Entity",
            root=QName("Entity", THREAT_MODELING_MODEL_ABSTRACTS),
            xml_order=("generic_type_id", "guid", "properties", "type_id"),
            known=(
                Ref("HeaderDisplayAttribute"),
                Ref("StringDisplayAttribute"),
                Ref("BooleanDisplayAttribute"),
                Ref("ListDisplayAttribute"),
                ListType(
                    Nullable(STR), root=QName("ArrayOfstring", ARRAYS), item_name=QName("string", ARRAYS)
                ),
            ),
            reference=True,
            members=(
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="DrawingSurfaceModel",
            root=QName("DrawingSurfaceModel", THREAT_MODELING_MODEL),
            base="Entity",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "borders",
                "header",
                "lines",
                "zoom",
            ),
            known=(
                Ref("StencilEllipse"),
                Ref("StencilRectangle"),
                Ref("StencilParallelLines"),
                Ref("BorderBoundary"),
                Ref("Connector"),
                Ref("LineBoundary"),
            ),
            reference=True,
            members=(
                Member(
                    wire="Borders",
                    attribute="borders",
                    type=Nullable(DICT_OF_UUID_ANY),
                    absent_as_null=True,
                    xml_name=QName("Borders", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Header",
                    attribute="header",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Header", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Lines",
                    attribute="lines",
                    type=Nullable(DICT_OF_UUID_ANY),
                    absent_as_null=True,
                    xml_name=QName("Lines", THREAT_MODELING_MODEL),
                ),
                Member(
                    wire="Zoom", attribute="zoom", type=FLOAT64, xml_name=QName("Zoom", THREAT_MODELING_MODEL)
                ),
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Stencil",
            root=QName("Stencil", THREAT_MODELING_MODEL_ABSTRACTS),
            base="Entity",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "height",
                "left",
                "stroke_dash_array",
                "stroke_thickness",
                "top",
                "width",
            ),
            reference=True,
            members=(
                STENCIL_HEIGHT,
                STENCIL_LEFT,
                STENCIL_STROKE_DASH_ARRAY,
                STENCIL_STROKE_THICKNESS,
                STENCIL_TOP,
                STENCIL_WIDTH,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="StencilEllipse",
            root=QName("StencilEllipse", THREAT_MODELING_MODEL),
            base="Stencil",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "height",
                "left",
                "stroke_dash_array",
                "stroke_thickness",
                "top",
                "width",
            ),
            reference=True,
            members=(
                STENCIL_HEIGHT,
                STENCIL_LEFT,
                STENCIL_STROKE_DASH_ARRAY,
                STENCIL_STROKE_THICKNESS,
                STENCIL_TOP,
                STENCIL_WIDTH,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="StencilRectangle",
            root=QName("StencilRectangle", THREAT_MODELING_MODEL),
            base="Stencil",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "height",
                "left",
                "stroke_dash_array",
                "stroke_thickness",
                "top",
                "width",
            ),
            reference=True,
            members=(
                STENCIL_HEIGHT,
                STENCIL_LEFT,
                STENCIL_STROKE_DASH_ARRAY,
                STENCIL_STROKE_THICKNESS,
                STENCIL_TOP,
                STENCIL_WIDTH,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="StencilParallelLines",
            root=QName("StencilParallelLines", THREAT_MODELING_MODEL),
            base="Stencil",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "height",
                "left",
                "stroke_dash_array",
                "stroke_thickness",
                "top",
                "width",
            ),
            reference=True,
            members=(
                STENCIL_HEIGHT,
                STENCIL_LEFT,
                STENCIL_STROKE_DASH_ARRAY,
                STENCIL_STROKE_THICKNESS,
                STENCIL_TOP,
                STENCIL_WIDTH,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="BorderBoundary",
            root=QName("BorderBoundary", THREAT_MODELING_MODEL),
            base="Stencil",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "height",
                "left",
                "stroke_dash_array",
                "stroke_thickness",
                "top",
                "width",
            ),
            reference=True,
            members=(
                STENCIL_HEIGHT,
                STENCIL_LEFT,
                STENCIL_STROKE_DASH_ARRAY,
                STENCIL_STROKE_THICKNESS,
                STENCIL_TOP,
                STENCIL_WIDTH,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Line",
            root=QName("Line", THREAT_MODELING_MODEL_ABSTRACTS),
            base="Entity",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "handle_x",
                "handle_y",
                "port_source",
                "port_target",
                "source_guid",
                "source_x",
                "source_y",
                "target_guid",
                "target_x",
                "target_y",
            ),
            reference=True,
            members=(
                LINE_HANDLE_X,
                LINE_HANDLE_Y,
                LINE_PORT_SOURCE,
                LINE_PORT_TARGET,
                LINE_SOURCE_GUID,
                LINE_SOURCE_X,
                LINE_SOURCE_Y,
                LINE_TARGET_GUID,
                LINE_TARGET_X,
                LINE_TARGET_Y,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Connector",
            root=QName("Connector", THREAT_MODELING_MODEL),
            base="Line",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "handle_x",
                "handle_y",
                "port_source",
                "port_target",
                "source_guid",
                "source_x",
                "source_y",
                "target_guid",
                "target_x",
                "target_y",
            ),
            reference=True,
            members=(
                LINE_HANDLE_X,
                LINE_HANDLE_Y,
                LINE_PORT_SOURCE,
                LINE_PORT_TARGET,
                LINE_SOURCE_GUID,
                LINE_SOURCE_X,
                LINE_SOURCE_Y,
                LINE_TARGET_GUID,
                LINE_TARGET_X,
                LINE_TARGET_Y,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="LineBoundary",
            root=QName("LineBoundary", THREAT_MODELING_MODEL),
            base="Line",
            xml_order=(
                "generic_type_id",
                "guid",
                "properties",
                "type_id",
                "handle_x",
                "handle_y",
                "port_source",
                "port_target",
                "source_guid",
                "source_x",
                "source_y",
                "target_guid",
                "target_x",
                "target_y",
            ),
            reference=True,
            members=(
                LINE_HANDLE_X,
                LINE_HANDLE_Y,
                LINE_PORT_SOURCE,
                LINE_PORT_TARGET,
                LINE_SOURCE_GUID,
                LINE_SOURCE_X,
                LINE_SOURCE_Y,
                LINE_TARGET_GUID,
                LINE_TARGET_X,
                LINE_TARGET_Y,
                ENTITY_GENERIC_TYPE_ID,
                ENTITY_GUID,
                ENTITY_PROPERTIES,
                ENTITY_TYPE_ID,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="DisplayAttribute",
            root=QName("DisplayAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=("display_name", "name", "value"),
            members=(
                DISPLAY_ATTRIBUTE_DISPLAY_NAME,
                DISPLAY_ATTRIBUTE_NAME,
                DISPLAY_ATTRIBUTE_VALUE,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="HeaderDisplayAttribute",
            root=QName("HeaderDisplayAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
            base="DisplayAttribute",
            xml_order=("display_name", "name", "value"),
            members=(
                DISPLAY_ATTRIBUTE_DISPLAY_NAME,
                DISPLAY_ATTRIBUTE_NAME,
                DISPLAY_ATTRIBUTE_VALUE,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="StringDisplayAttribute",
            root=QName("StringDisplayAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
            base="DisplayAttribute",
            xml_order=("display_name", "name", "value"),
            members=(
                DISPLAY_ATTRIBUTE_DISPLAY_NAME,
                DISPLAY_ATTRIBUTE_NAME,
                DISPLAY_ATTRIBUTE_VALUE,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="BooleanDisplayAttribute",
            root=QName("BooleanDisplayAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
            base="DisplayAttribute",
            xml_order=("display_name", "name", "value"),
            members=(
                DISPLAY_ATTRIBUTE_DISPLAY_NAME,
                DISPLAY_ATTRIBUTE_NAME,
                DISPLAY_ATTRIBUTE_VALUE,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ListDisplayAttribute",
            root=QName("ListDisplayAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
            base="DisplayAttribute",
            xml_order=("display_name", "name", "value", "selected_index"),
            members=(
                Member(
                    wire="SelectedIndex",
                    attribute="selected_index",
                    type=INT,
                    xml_name=QName("SelectedIndex", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                DISPLAY_ATTRIBUTE_DISPLAY_NAME,
                DISPLAY_ATTRIBUTE_NAME,
                DISPLAY_ATTRIBUTE_VALUE,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Threat",
            root=QName("Threat", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=(
                "changed_by",
                "drawing_surface_guid",
                "flow_guid",
                "id",
                "interaction_key",
                "interaction_string",
                "modified_at",
                "priority",
                "properties",
                "source_guid",
                "state",
                "state_information",
                "target_guid",
                "title",
                "type_id",
                "upgraded",
                "user_threat_category",
                "user_threat_description",
                "user_threat_short_description",
                "wide",
            ),
            members=(
                Member(
                    wire="ChangedBy",
                    attribute="changed_by",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ChangedBy", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="DrawingSurfaceGuid",
                    attribute="drawing_surface_guid",
                    type=UUID,
                    xml_name=QName("DrawingSurfaceGuid", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="FlowGuid",
                    attribute="flow_guid",
                    type=UUID,
                    xml_name=QName("FlowGuid", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Id", attribute="id", type=INT, xml_name=QName("Id", THREAT_MODELING_KNOWLEDGE_BASE)
                ),
                Member(
                    wire="InteractionKey",
                    attribute="interaction_key",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("InteractionKey", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="InteractionString",
                    attribute="interaction_string",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("InteractionString", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="ModifiedAt",
                    attribute="modified_at",
                    type=DATETIME,
                    xml_name=QName("ModifiedAt", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Priority",
                    attribute="priority",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Priority", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Properties",
                    attribute="properties",
                    type=Nullable(
                        DictType(
                            STR,
                            Nullable(STR),
                            root=QName("ArrayOfKeyValueOfstringstring", ARRAYS),
                            entry_name=QName("KeyValueOfstringstring", ARRAYS),
                            key_name=QName("Key", ARRAYS),
                            value_name=QName("Value", ARRAYS),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("Properties", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="SourceGuid",
                    attribute="source_guid",
                    type=UUID,
                    xml_name=QName("SourceGuid", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="State",
                    attribute="state",
                    type=Ref("ThreatState"),
                    xml_name=QName("State", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="StateInformation",
                    attribute="state_information",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("StateInformation", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="TargetGuid",
                    attribute="target_guid",
                    type=UUID,
                    xml_name=QName("TargetGuid", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Title",
                    attribute="title",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Title", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="TypeId",
                    attribute="type_id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("TypeId", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Upgraded",
                    attribute="upgraded",
                    type=BOOL,
                    xml_name=QName("Upgraded", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="UserThreatCategory",
                    attribute="user_threat_category",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("UserThreatCategory", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="UserThreatDescription",
                    attribute="user_threat_description",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("UserThreatDescription", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="UserThreatShortDescription",
                    attribute="user_threat_short_description",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("UserThreatShortDescription", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Wide",
                    attribute="wide",
                    type=BOOL,
                    xml_name=QName("Wide", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
            ),
            provenance=ASSUMED,
        ),
        EnumType(
            name="ThreatState", root=QName("ThreatState", THREAT_MODELING_KNOWLEDGE_BASE), provenance=ASSUMED
        ),
        ObjectType(
            name="KnowledgeBase",
            root=QName("KnowledgeBase", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=("generic_elements", "manifest"),
            reference=True,
            members=(
                Member(
                    wire="GenericElements",
                    attribute="generic_elements",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("ElementType")),
                            root=QName("ArrayOfElementType", THREAT_MODELING_KNOWLEDGE_BASE),
                            item_name=QName("ElementType", THREAT_MODELING_KNOWLEDGE_BASE),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("GenericElements", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Manifest",
                    attribute="manifest",
                    type=Nullable(Ref("Manifest")),
                    absent_as_null=True,
                    xml_name=QName("Manifest", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Manifest",
            root=QName("Manifest", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=("author", "id", "name", "version"),
            members=(
                Member(
                    wire="Author",
                    attribute="author",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Author", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Id", attribute="id", type=UUID, xml_name=QName("Id", THREAT_MODELING_KNOWLEDGE_BASE)
                ),
                Member(
                    wire="Name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Name", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Version",
                    attribute="version",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Version", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ExtensibleItem",
            root=QName("ExtensibleItem", THREAT_MODELING_KNOWLEDGE_BASE),
            xml_order=("is_extension",),
            members=(EXTENSIBLE_ITEM_IS_EXTENSION,),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="ElementType",
            root=QName("ElementType", THREAT_MODELING_KNOWLEDGE_BASE),
            base="ExtensibleItem",
            xml_order=(
                "is_extension",
                "attributes",
                "description",
                "hidden",
                "id",
                "name",
                "parent_id",
                "representation",
            ),
            members=(
                Member(
                    wire="Attributes",
                    attribute="attributes",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("Attribute")),
                            root=QName("ArrayOfAttribute", THREAT_MODELING_KNOWLEDGE_BASE),
                            item_name=QName("Attribute", THREAT_MODELING_KNOWLEDGE_BASE),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("Attributes", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Description",
                    attribute="description",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Description", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Hidden",
                    attribute="hidden",
                    type=BOOL,
                    xml_name=QName("Hidden", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Id",
                    attribute="id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Id", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Name", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="ParentId",
                    attribute="parent_id",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ParentId", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Representation",
                    attribute="representation",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Representation", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                EXTENSIBLE_ITEM_IS_EXTENSION,
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Attribute",
            root=QName("Attribute", THREAT_MODELING_KNOWLEDGE_BASE),
            base="ExtensibleItem",
            xml_order=(
                "is_extension",
                "attribute_values",
                "display_name",
                "inheritance",
                "mode",
                "name",
                "type_",
            ),
            members=(
                Member(
                    wire="AttributeValues",
                    attribute="attribute_values",
                    type=Nullable(
                        ListType(
                            Nullable(STR),
                            root=QName("AttributeValues", THREAT_MODELING_INTERFACES),
                            item_name=QName("Value", THREAT_MODELING_INTERFACES),
                            name="AttributeValues",
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("AttributeValues", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="DisplayName",
                    attribute="display_name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("DisplayName", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Inheritance",
                    attribute="inheritance",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Inheritance", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Mode",
                    attribute="mode",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Mode", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Name", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                Member(
                    wire="Type",
                    attribute="type_",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Type", THREAT_MODELING_KNOWLEDGE_BASE),
                ),
                EXTENSIBLE_ITEM_IS_EXTENSION,
            ),
            provenance=ASSUMED,
        ),
    ),
)
