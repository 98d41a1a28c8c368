# Emitted by wiresmith from specs/epu/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 3fe99b3446a5cbedaaad82469cf02dc1cfd1718ae96a7baa2dcc2cca652a1146; needs wiresmith runtime 0.3.
"""The types of EPU image metadata as data, for documents in any other than the usual layout."""

from wiresmith.description import (
    DictType,
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

FEI_SHARED_OBJECTS = "http://schemas.datacontract.org/2004/07/Fei.SharedObjects"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
FEI_TYPES = "http://schemas.datacontract.org/2004/07/Fei.Types"
SYSTEM_DRAWING = "http://schemas.datacontract.org/2004/07/System.Drawing"

STR = Scalar("str", root=QName("string", SERIALIZATION))
ANY = Scalar("any", root=QName("anyType", SERIALIZATION))
UUID = Scalar("uuid", root=QName("guid", SERIALIZATION))
ASSUMED = Provenance(mark="assumed", source="public readers of the files")
FLOAT64 = Scalar("float64", root=QName("double", SERIALIZATION))
DATETIME = Scalar("datetime", root=QName("dateTime", SERIALIZATION))
INT = Scalar("int", root=QName("int", SERIALIZATION))

SCHEMA = Schema(
    api="epu",
    dialect="datacontract",
    types=named(
        ObjectType(
            name="MicroscopeImage",
            root=QName("MicroscopeImage", FEI_SHARED_OBJECTS),
            xml_order=("custom_data", "spatial_scale", "microscope_data", "name", "unique_id"),
            members=(
                Member(
                    wire="CustomData",
                    attribute="custom_data",
                    type=Nullable(
                        DictType(
                            STR,
                            Nullable(ANY),
                            root=QName("ArrayOfKeyValueOfstringanyType", ARRAYS),
                            entry_name=QName("KeyValueOfstringanyType", ARRAYS),
                            key_name=QName("Key", ARRAYS),
                            value_name=QName("Value", ARRAYS),
                        )
                    ),
                    absent_as_null=True,
                    xml_name=QName("CustomData", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="SpatialScale",
                    attribute="spatial_scale",
                    type=Nullable(Ref("SpatialScale")),
                    absent_as_null=True,
                    xml_name=QName("SpatialScale", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="microscopeData",
                    attribute="microscope_data",
                    type=Nullable(Ref("MicroscopeData")),
                    absent_as_null=True,
                    xml_name=QName("microscopeData", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("name", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="uniqueID",
                    attribute="unique_id",
                    type=UUID,
                    xml_name=QName("uniqueID", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="SpatialScale",
            root=QName("SpatialScale", FEI_SHARED_OBJECTS),
            xml_order=("offset", "pixel_size"),
            members=(
                Member(
                    wire="offset",
                    attribute="offset",
                    type=Nullable(Ref("Quantities")),
                    absent_as_null=True,
                    xml_name=QName("offset", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="pixelSize",
                    attribute="pixel_size",
                    type=Nullable(Ref("Quantities")),
                    absent_as_null=True,
                    xml_name=QName("pixelSize", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Quantities",
            root=QName("Quantities", FEI_SHARED_OBJECTS),
            xml_order=("x", "y"),
            members=(
                Member(
                    wire="x",
                    attribute="x",
                    type=Nullable(Ref("Quantity")),
                    absent_as_null=True,
                    xml_name=QName("x", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="y",
                    attribute="y",
                    type=Nullable(Ref("Quantity")),
                    absent_as_null=True,
                    xml_name=QName("y", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Quantity",
            root=QName("Quantity", FEI_SHARED_OBJECTS),
            xml_order=("numeric_value", "unit"),
            members=(
                Member(
                    wire="numericValue",
                    attribute="numeric_value",
                    type=FLOAT64,
                    xml_name=QName("numericValue", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="unit",
                    attribute="unit",
                    type=Nullable(Ref("Unit")),
                    absent_as_null=True,
                    xml_name=QName("unit", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Unit",
            root=QName("Unit", FEI_TYPES),
            xml_order=("symbol",),
            members=(
                Member(
                    wire="_x003C_Symbol_x003E_k__BackingField",
                    attribute="symbol",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("_x003C_Symbol_x003E_k__BackingField", FEI_TYPES),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="MicroscopeData",
            root=QName("MicroscopeData", FEI_SHARED_OBJECTS),
            xml_order=("acquisition", "core", "gun", "optics", "stage"),
            members=(
                Member(
                    wire="acquisition",
                    attribute="acquisition",
                    type=Nullable(Ref("Acquisition")),
                    absent_as_null=True,
                    xml_name=QName("acquisition", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="core",
                    attribute="core",
                    type=Nullable(Ref("Core")),
                    absent_as_null=True,
                    xml_name=QName("core", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="gun",
                    attribute="gun",
                    type=Nullable(Ref("Gun")),
                    absent_as_null=True,
                    xml_name=QName("gun", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="optics",
                    attribute="optics",
                    type=Nullable(Ref("Optics")),
                    absent_as_null=True,
                    xml_name=QName("optics", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="stage",
                    attribute="stage",
                    type=Nullable(Ref("Stage")),
                    absent_as_null=True,
                    xml_name=QName("stage", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Acquisition",
            root=QName("Acquisition", FEI_SHARED_OBJECTS),
            xml_order=("acquisition_date_time", "camera"),
            members=(
                Member(
                    wire="acquisitionDateTime",
                    attribute="acquisition_date_time",
                    type=DATETIME,
                    xml_name=QName("acquisitionDateTime", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="camera",
                    attribute="camera",
                    type=Nullable(Ref("Camera")),
                    absent_as_null=True,
                    xml_name=QName("camera", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Camera",
            root=QName("Camera", FEI_SHARED_OBJECTS),
            xml_order=("binning", "exposure_time", "name", "readout_area"),
            members=(
                Member(
                    wire="Binning",
                    attribute="binning",
                    type=Ref("Point"),
                    xml_name=QName("Binning", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="ExposureTime",
                    attribute="exposure_time",
                    type=FLOAT64,
                    xml_name=QName("ExposureTime", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="Name",
                    attribute="name",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("Name", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="ReadoutArea",
                    attribute="readout_area",
                    type=Ref("Rectangle"),
                    xml_name=QName("ReadoutArea", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Point",
            root=QName("Point", SYSTEM_DRAWING),
            xml_order=("x", "y"),
            value_type=True,
            members=(
                Member(wire="x", attribute="x", type=INT, xml_name=QName("x", SYSTEM_DRAWING)),
                Member(wire="y", attribute="y", type=INT, xml_name=QName("y", SYSTEM_DRAWING)),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Rectangle",
            root=QName("Rectangle", SYSTEM_DRAWING),
            xml_order=("height", "width", "x", "y"),
            value_type=True,
            members=(
                Member(wire="height", attribute="height", type=INT, xml_name=QName("height", SYSTEM_DRAWING)),
                Member(wire="width", attribute="width", type=INT, xml_name=QName("width", SYSTEM_DRAWING)),
                Member(wire="x", attribute="x", type=INT, xml_name=QName("x", SYSTEM_DRAWING)),
                Member(wire="y", attribute="y", type=INT, xml_name=QName("y", SYSTEM_DRAWING)),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Core",
            root=QName("Core", FEI_SHARED_OBJECTS),
            xml_order=("application_software", "application_software_version"),
            members=(
                Member(
                    wire="ApplicationSoftware",
                    attribute="application_software",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ApplicationSoftware", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="ApplicationSoftwareVersion",
                    attribute="application_software_version",
                    type=Nullable(STR),
                    absent_as_null=True,
                    xml_name=QName("ApplicationSoftwareVersion", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Gun",
            root=QName("Gun", FEI_SHARED_OBJECTS),
            xml_order=("acceleration_voltage",),
            members=(
                Member(
                    wire="AccelerationVoltage",
                    attribute="acceleration_voltage",
                    type=FLOAT64,
                    xml_name=QName("AccelerationVoltage", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Optics",
            root=QName("Optics", FEI_SHARED_OBJECTS),
            xml_order=("beam_shift", "beam_tilt", "defocus", "intensity", "spot_index", "tem_magnification"),
            members=(
                Member(
                    wire="BeamShift",
                    attribute="beam_shift",
                    type=Ref("Vector"),
                    xml_name=QName("BeamShift", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="BeamTilt",
                    attribute="beam_tilt",
                    type=Ref("Vector"),
                    xml_name=QName("BeamTilt", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="Defocus",
                    attribute="defocus",
                    type=FLOAT64,
                    xml_name=QName("Defocus", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="Intensity",
                    attribute="intensity",
                    type=FLOAT64,
                    xml_name=QName("Intensity", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="SpotIndex",
                    attribute="spot_index",
                    type=INT,
                    xml_name=QName("SpotIndex", FEI_SHARED_OBJECTS),
                ),
                Member(
                    wire="TemMagnification",
                    attribute="tem_magnification",
                    type=Nullable(Ref("Magnification")),
                    absent_as_null=True,
                    xml_name=QName("TemMagnification", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Magnification",
            root=QName("Magnification", FEI_SHARED_OBJECTS),
            xml_order=("nominal_magnification",),
            members=(
                Member(
                    wire="NominalMagnification",
                    attribute="nominal_magnification",
                    type=FLOAT64,
                    xml_name=QName("NominalMagnification", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Vector",
            root=QName("Vector", FEI_TYPES),
            xml_order=("x", "y"),
            value_type=True,
            members=(
                Member(wire="_x", attribute="x", type=FLOAT64, xml_name=QName("_x", FEI_TYPES)),
                Member(wire="_y", attribute="y", type=FLOAT64, xml_name=QName("_y", FEI_TYPES)),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="Stage",
            root=QName("Stage", FEI_SHARED_OBJECTS),
            xml_order=("position",),
            members=(
                Member(
                    wire="Position",
                    attribute="position",
                    type=Nullable(Ref("StagePosition")),
                    absent_as_null=True,
                    xml_name=QName("Position", FEI_SHARED_OBJECTS),
                ),
            ),
            provenance=ASSUMED,
        ),
        ObjectType(
            name="StagePosition",
            root=QName("StagePosition", FEI_SHARED_OBJECTS),
            xml_order=("a", "b", "x", "y", "z"),
            members=(
                Member(wire="A", attribute="a", type=FLOAT64, xml_name=QName("A", FEI_SHARED_OBJECTS)),
                Member(wire="B", attribute="b", type=FLOAT64, xml_name=QName("B", FEI_SHARED_OBJECTS)),
                Member(wire="X", attribute="x", type=FLOAT64, xml_name=QName("X", FEI_SHARED_OBJECTS)),
                Member(wire="Y", attribute="y", type=FLOAT64, xml_name=QName("Y", FEI_SHARED_OBJECTS)),
                Member(wire="Z", attribute="z", type=FLOAT64, xml_name=QName("Z", FEI_SHARED_OBJECTS)),
            ),
            provenance=ASSUMED,
        ),
    ),
)
