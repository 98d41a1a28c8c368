"""The ``xml:`` mappings of the spec language, by what they stand beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wiresmith.dialects import dialect_names
from wiresmith.language.placed import Annotation, Placed, Plain
from wiresmith.language.record import Record, key, mapping
from wiresmith.language.shape import Either, Flag, Integer, Many, Text, TypeText, Value, Word

_XML_TEXT: Final = Text("a name (.NET: it cannot be set to null or empty string)")
_NAME: Final = (_XML_TEXT, "The element's local name, or the text of an enum's value.")
_NAMESPACE: Final = (Text("a URI", may_be_empty=True), 'The namespace URI; "" is no namespace.')
_CLR_NAMESPACE: Final = (
    Text("a .NET namespace such as AS.Models.API", r"[^\s.]+(\.[^\s.]+)*", may_be_empty=True),
    'The .NET namespace of the classes, "" for the global one; the XML namespace follows from it.',
)
_ITEM_NAME: Final = (
    _XML_TEXT,
    "The element name of one item of a list, or one entry of a dictionary.",
)
_ARRAY: Final = (
    Flag(),
    "A .NET array, or an interface such as IEnumerable<T>, which is read into one: "
    ".NET reads arrays of numbers more strictly than lists.",
)
_KNOWN_TYPES: Final = (
    Many(TypeText(), may_be_empty=True),
    "The types that may stand there besides the declared ones ([KnownType]).",
)
_NAMESPACES: Final = (("clr_namespace", "namespace"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlDoc(Record):
    """An ``xml:`` mapping, whatever it stands beside."""


@mapping("api_xml", "the xml: of an API", at_most_one=_NAMESPACES)
@dataclass(frozen=True, slots=True, kw_only=True)
class ApiXmlDoc(XmlDoc):
    """The facts about all XML of an API."""

    dialect: Placed[str] | None = key(
        Word(dialect_names),
        "Whose rules names, order and null follow.",
        required=True,
        default=None,
    )
    clr_namespace: Placed[str] | None = key(*_CLR_NAMESPACE)
    namespace: Placed[str] | None = key(*_NAMESPACE)
    floats: Placed[str] | None = key(
        Word(("framework", "core")),
        "Whose text float32 and float64 have: .NET Framework's (the default), or .NET Core 3.0's and later.",
    )
    preserve_references: Placed[bool] | None = key(
        Flag(), "Every object is written once and then referred to (preserveObjectReferences)."
    )
    known_types: tuple[Annotation, ...] = key(*_KNOWN_TYPES)


@mapping("root_xml", "the root: of a type")
@dataclass(frozen=True, slots=True, kw_only=True)
class RootXmlDoc(XmlDoc):
    """The root element of documents that are a type."""

    name: Placed[str] | None = key(
        _XML_TEXT, "The local name of the root element, as it is.", required=True, default=None
    )
    namespace: Placed[str] | None = key(*_NAMESPACE)


@mapping("type_xml", "the xml: of a type", at_most_one=_NAMESPACES)
@dataclass(frozen=True, slots=True, kw_only=True)
class TypeXmlDoc(XmlDoc):
    """The facts by which the XML of a declared type differs from the usual."""

    name: Placed[str] | None = key(*_NAME)
    namespace: Placed[str] | None = key(*_NAMESPACE)
    clr_namespace: Placed[str] | None = key(*_CLR_NAMESPACE)
    item_name: Placed[str] | None = key(*_ITEM_NAME)
    key_name: Placed[str] | None = key(_XML_TEXT, "The element name of a dictionary's key.")
    value_name: Placed[str] | None = key(_XML_TEXT, "The element name of a dictionary's value.")
    array: Placed[bool] | None = key(*_ARRAY)
    root: RootXmlDoc | None = key(RootXmlDoc.shape, "The root element, where it is not named like the type.")
    known_types: tuple[Annotation, ...] = key(*_KNOWN_TYPES)
    reference: Placed[bool] | None = key(Flag(), "Written once and then referred to (IsReference = …).")
    value_type: Placed[bool] | None = key(Flag(), "A struct: never null, unless | None says so.")
    extensible: Placed[bool] | None = key(
        Flag(), "It keeps elements it does not know (IExtensibleDataObject)."
    )
    generic_parameters: tuple[Placed[int], ...] = key(
        Many(Integer(0, 100)),
        "How many type parameters the generic type has, then each type it is nested in, innermost first.",
    )


@mapping("member_xml", "the xml: of a member")
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberXmlDoc(XmlDoc):
    """The facts by which the XML of a member differs from the usual."""

    name: Placed[str] | None = key(*_NAME)
    order: Placed[int] | None = key(
        Integer(
            0,
            2**31 - 1,
            ".NET: property 'Order' in DataMemberAttribute attribute cannot be a negative number",
        ),
        "DataMember(Order = …).",
    )
    required: Placed[bool] | None = key(Flag(), "DataMember(IsRequired = …).")
    emit_default: Placed[bool] | None = key(Flag(), "DataMember(EmitDefaultValue = …).")
    item_name: Placed[str] | None = key(*_ITEM_NAME)
    array: Placed[bool] | None = key(*_ARRAY)
    initial: Placed[Plain] | tuple[Placed[Plain], ...] | None = key(
        Either((Value(), Many(Value(), may_be_empty=True))),
        "What the constructor gives it, which .NET's reader leaves where the element is missing.",
    )
    get_only: Placed[bool] | None = key(Flag(), "A collection without a setter, to which .NET's reader adds.")


@mapping("enum_value_xml", "the xml: of an enum value")
@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValueXmlDoc(XmlDoc):
    """The text of an enum's value in XML."""

    name: Placed[str] | None = key(*_NAME)
