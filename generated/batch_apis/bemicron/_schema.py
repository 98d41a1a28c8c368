# Emitted by wiresmith from specs/bemicron/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 69798aa7741dac958e6631fca0aac72ed75cb3791b46c6a576dc791d9311bd08; needs wiresmith runtime 0.3.
"""The types of Bemicron batch API as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    DictType,
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

ENTITY_MODEL = "http://schemas.datacontract.org/2004/07/EntityModel"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

INT = Scalar("int", root=QName("int", SERIALIZATION))
UUID = Scalar("uuid", root=QName("guid", SERIALIZATION))
STR = Scalar("str", root=QName("string", SERIALIZATION))
DOCUMENTED = Provenance(source="member table, Required")
INFERRED = Provenance(mark="inferred", source="samples/batch_details.json")
DOCUMENTED_2 = Provenance(
    aspects=(
        (
            "presence",
            INFERRED,
        ),
        (
            "null",
            INFERRED,
        ),
    )
)
DATETIME = Scalar("datetime", root=QName("dateTime", SERIALIZATION))
BOOL = Scalar("bool", root=QName("boolean", SERIALIZATION))
ASSUMED = Provenance(mark="assumed", source="How ASP.NET Web API help pages number the values of a sample")
INFERRED_2 = Provenance(
    mark="inferred",
    source="samples/batch_details.json",
    aspects=(
        (
            "null",
            ASSUMED,
        ),
    ),
)
FLOAT64 = Scalar("float64", root=QName("double", SERIALIZATION))
INFERRED_3 = Provenance(mark="inferred", source="samples/batch_details.xml")

LIST_OF_TEMPERATURE_DATA = ListType(
    Nullable(Ref("TemperatureData")),
    root=QName("ArrayOftemperature_data", ENTITY_MODEL),
    item_name=QName("temperature_data", ENTITY_MODEL),
)

SCHEMA = Schema(
    api="bemicron",
    dialect="datacontract",
    types=named(
        ObjectType(
            name="BatchDetailsViewModel",
            root=QName("mediwave_batch_details", ENTITY_MODEL),
            xml_order=(
                "analysis",
                "completion",
                "id",
                "local_id",
                "medistream_compartments",
                "mediwave_details",
                "step",
                "step_name",
            ),
            members=(
                Member(wire="step", attribute="step", type=INT, xml_name=QName("step", ENTITY_MODEL)),
                Member(
                    wire="analysis",
                    attribute="analysis",
                    type=Nullable(Ref("BatchDetailsAnalysisViewModel")),
                    absent_as_null=True,
                    xml_name=QName("analysis", ENTITY_MODEL),
                ),
                Member(
                    wire="completion",
                    attribute="completion",
                    type=INT,
                    xml_name=QName("completion", ENTITY_MODEL),
                ),
                Member(wire="id", attribute="id", type=UUID, xml_name=QName("id", ENTITY_MODEL)),
                Member(
                    wire="local_id",
                    attribute="local_id",
                    type=STR,
                    xml_name=QName("local_id", ENTITY_MODEL),
                    provenance=DOCUMENTED,
                ),
                Member(
                    wire="medistream_compartments",
                    attribute="medistream_compartments",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("BatchDetailsMedistreamCompartmentViewModel")),
                            root=QName("ArrayOfmedistream_compartment_details", ENTITY_MODEL),
                            item_name=QName("medistream_compartment_details", ENTITY_MODEL),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("medistream_compartments", ENTITY_MODEL),
                ),
                Member(
                    wire="mediwave_details",
                    attribute="mediwave_details",
                    type=Nullable(Ref("BatchDetailsMediwaveViewModel")),
                    absent_as_null=True,
                    xml_name=QName("mediwave_details", ENTITY_MODEL),
                ),
                Member(
                    wire="stepName",
                    attribute="step_name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("stepName", ENTITY_MODEL),
                ),
            ),
            provenance=DOCUMENTED_2,
        ),
        ObjectType(
            name="BatchDetailsAnalysisViewModel",
            root=QName("BatchDetailsAnalysisViewModel", ENTITY_MODEL),
            xml_order=("class1", "class2", "class3", "end", "hd03", "hd05", "start"),
            members=(
                Member(wire="end", attribute="end", type=DATETIME, xml_name=QName("end", ENTITY_MODEL)),
                Member(wire="class1", attribute="class1", type=BOOL, xml_name=QName("class1", ENTITY_MODEL)),
                Member(wire="class2", attribute="class2", type=BOOL, xml_name=QName("class2", ENTITY_MODEL)),
                Member(wire="class3", attribute="class3", type=BOOL, xml_name=QName("class3", ENTITY_MODEL)),
                Member(
                    wire="hd03",
                    attribute="hd03",
                    type=Nullable(INT),
                    absent_as_null=True,
                    xml_name=QName("hd03", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="hd05",
                    attribute="hd05",
                    type=Nullable(INT),
                    absent_as_null=True,
                    xml_name=QName("hd05", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(wire="start", attribute="start", type=DATETIME, xml_name=QName("start", ENTITY_MODEL)),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="BatchDetailsMedistreamCompartmentViewModel",
            root=QName("medistream_compartment_details", ENTITY_MODEL),
            xml_order=(
                "done",
                "duration",
                "elapsed_time",
                "id",
                "medistream_id",
                "number",
                "started",
                "temperature_type",
                "temperatures",
            ),
            members=(
                Member(
                    wire="done",
                    attribute="done",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("done", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="duration",
                    attribute="duration",
                    type=Nullable(INT),
                    absent_as_null=True,
                    xml_name=QName("duration", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="elapsed_time",
                    attribute="elapsed_time",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("elapsed_time", ENTITY_MODEL),
                ),
                Member(wire="id", attribute="id", type=UUID, xml_name=QName("id", ENTITY_MODEL)),
                Member(
                    wire="medistream_id",
                    attribute="medistream_id",
                    type=UUID,
                    xml_name=QName("medistream_id", ENTITY_MODEL),
                ),
                Member(wire="number", attribute="number", type=INT, xml_name=QName("number", ENTITY_MODEL)),
                Member(
                    wire="started", attribute="started", type=BOOL, xml_name=QName("started", ENTITY_MODEL)
                ),
                Member(
                    wire="temperatures",
                    attribute="temperatures",
                    type=Nullable(LIST_OF_TEMPERATURE_DATA),
                    absent_as_null=True,
                    xml_name=QName("temperatures", ENTITY_MODEL),
                ),
                Member(
                    wire="temperature_type",
                    attribute="temperature_type",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("temperature_type", ENTITY_MODEL),
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="BatchDetailsMediwaveViewModel",
            root=QName("BatchDetailsMediwaveViewModel", ENTITY_MODEL),
            xml_order=(
                "compartments",
                "done",
                "dosage_check",
                "duration",
                "id",
                "name",
                "ph_check",
                "reset_check",
                "temperature_check",
                "temperature_type",
                "temperatures",
            ),
            members=(
                Member(wire="id", attribute="id", type=UUID, xml_name=QName("id", ENTITY_MODEL)),
                Member(
                    wire="name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("name", ENTITY_MODEL),
                ),
                Member(
                    wire="temperatures",
                    attribute="temperatures",
                    type=Nullable(LIST_OF_TEMPERATURE_DATA),
                    absent_as_null=True,
                    xml_name=QName("temperatures", ENTITY_MODEL),
                ),
                Member(
                    wire="ph_check",
                    attribute="ph_check",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("ph_check", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="reset_check",
                    attribute="reset_check",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("reset_check", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="temperature_check",
                    attribute="temperature_check",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("temperature_check", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="dosage_check",
                    attribute="dosage_check",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("dosage_check", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="done",
                    attribute="done",
                    type=Nullable(BOOL),
                    absent_as_null=True,
                    xml_name=QName("done", ENTITY_MODEL),
                    provenance=INFERRED_2,
                ),
                Member(
                    wire="duration",
                    attribute="duration",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("duration", ENTITY_MODEL),
                ),
                Member(
                    wire="compartments",
                    attribute="compartments",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("MediwaveCompartmentDetails")),
                            root=QName("ArrayOfmediwave_compartment_details", ENTITY_MODEL),
                            item_name=QName("mediwave_compartment_details", ENTITY_MODEL),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("compartments", ENTITY_MODEL),
                ),
                Member(
                    wire="temperature_type",
                    attribute="temperature_type",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("temperature_type", ENTITY_MODEL),
                ),
            ),
            provenance=INFERRED,
        ),
        ObjectType(
            name="TemperatureData",
            root=QName("temperature_data", ENTITY_MODEL),
            xml_order=("temperature", "time"),
            members=(
                Member(wire="time", attribute="time", type=DATETIME, xml_name=QName("time", ENTITY_MODEL)),
                Member(
                    wire="temperature",
                    attribute="temperature",
                    type=FLOAT64,
                    xml_name=QName("temperature", ENTITY_MODEL),
                ),
            ),
            provenance=INFERRED_3,
        ),
        ObjectType(
            name="MediwaveCompartmentDetails",
            root=QName("mediwave_compartment_details", ENTITY_MODEL),
            xml_order=("count", "number", "pieces"),
            members=(
                Member(wire="number", attribute="number", type=INT, xml_name=QName("number", ENTITY_MODEL)),
                Member(wire="count", attribute="count", type=INT, xml_name=QName("count", ENTITY_MODEL)),
                Member(
                    wire="pieces",
                    attribute="pieces",
                    type=Nullable(
                        ListType(
                            Nullable(Ref("DescriptionCount")),
                            root=QName("ArrayOfdescription_count", ENTITY_MODEL),
                            item_name=QName("description_count", ENTITY_MODEL),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("pieces", ENTITY_MODEL),
                ),
            ),
            provenance=INFERRED_3,
        ),
        ObjectType(
            name="DescriptionCount",
            root=QName("description_count", ENTITY_MODEL),
            xml_order=("count", "description"),
            members=(
                Member(wire="count", attribute="count", type=INT, xml_name=QName("count", ENTITY_MODEL)),
                Member(
                    wire="description",
                    attribute="description",
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
                    xml_name=QName("description", ENTITY_MODEL),
                ),
            ),
            provenance=INFERRED_3,
        ),
    ),
    documents=(
        ListType(
            Nullable(Ref("BatchDetailsViewModel")),
            root=QName("ArrayOfmediwave_batch_details", ENTITY_MODEL),
            item_name=QName("mediwave_batch_details", ENTITY_MODEL),
        ),
        ListType(
            Ref("BatchDetailsViewModel"),
            root=QName("ArrayOfmediwave_batch_details", ENTITY_MODEL),
            item_name=QName("mediwave_batch_details", ENTITY_MODEL),
        ),
    ),
)
