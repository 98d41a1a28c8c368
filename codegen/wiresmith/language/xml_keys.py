"""The ``xml:`` keys of the spec language; `language` says beside what they stand."""

from __future__ import annotations

from typing import Final

from wiresmith.dialects import dialect_names
from wiresmith.language.shape import Either, Flag, Integer, Key, Keys, Many, Text, TypeText, Value, Word

_XML_TEXT: Final = Text("a name (.NET: it cannot be set to null or empty string)")
_XML_NAME: Final = Key("name", _XML_TEXT, "The element's local name, or the text of an enum's value.")
_XML_NAMESPACE: Final = Key(
    "namespace", Text("a URI", may_be_empty=True), 'The namespace URI; "" is no namespace.'
)
_CLR_NAMESPACE: Final = Key(
    "clr_namespace",
    Text("a .NET namespace such as AS.Models.API", r"[^\s.]+(\.[^\s.]+)*", may_be_empty=True),
    'The .NET namespace of the classes, "" for the global one; the XML namespace follows from it.',
)
_ITEM_NAME: Final = Key(
    "item_name", _XML_TEXT, "The element name of one item of a list, or one entry of a dictionary."
)
_ARRAY: Final = Key(
    "array",
    Flag(),
    "A .NET array, or an interface such as IEnumerable<T>, which is read into one: .NET reads arrays of numbers more strictly than lists.",
)
_KNOWN_TYPES: Final = Key(
    "known_types",
    Many(TypeText(), may_be_empty=True),
    "The types that may stand there besides the declared ones ([KnownType]).",
)

API_XML: Final = Keys(
    "the xml: of an API",
    (
        Key(
            "dialect",
            Word(dialect_names),
            "Whose rules names, order and null follow.",
            required=True,
        ),
        _CLR_NAMESPACE,
        _XML_NAMESPACE,
        Key(
            "floats",
            Word(("framework", "core")),
            "Whose text float32 and float64 have: .NET Framework's (the default), or .NET Core 3.0's and later.",
        ),
        Key(
            "preserve_references",
            Flag(),
            "Every object is written once and then referred to (preserveObjectReferences).",
        ),
        _KNOWN_TYPES,
    ),
    at_most_one=(("clr_namespace", "namespace"),),
)
ROOT_XML: Final = Keys(
    "the root: of a type",
    (
        Key("name", _XML_TEXT, "The local name of the root element, as it is.", required=True),
        _XML_NAMESPACE,
    ),
)
TYPE_XML: Final = Keys(
    "the xml: of a type",
    (
        _XML_NAME,
        _XML_NAMESPACE,
        _CLR_NAMESPACE,
        _ITEM_NAME,
        Key("key_name", _XML_TEXT, "The element name of a dictionary's key."),
        Key("value_name", _XML_TEXT, "The element name of a dictionary's value."),
        _ARRAY,
        Key("root", ROOT_XML, "The root element, where it is not named like the type."),
        _KNOWN_TYPES,
        Key("reference", Flag(), "Written once and then referred to (IsReference = …)."),
        Key("value_type", Flag(), "A struct: never null, unless | None says so."),
        Key("extensible", Flag(), "It keeps elements it does not know (IExtensibleDataObject)."),
        Key(
            "generic_parameters",
            Many(Integer(0, 100)),
            "How many type parameters the generic type has, then each type it is nested in, innermost first.",
        ),
    ),
    at_most_one=(("clr_namespace", "namespace"),),
)
MEMBER_XML: Final = Keys(
    "the xml: of a member",
    (
        _XML_NAME,
        Key(
            "order",
            Integer(
                0,
                2**31 - 1,
                ".NET: property 'Order' in DataMemberAttribute attribute cannot be a negative number",
            ),
            "DataMember(Order = …).",
        ),
        Key("required", Flag(), "DataMember(IsRequired = …)."),
        Key("emit_default", Flag(), "DataMember(EmitDefaultValue = …)."),
        _ITEM_NAME,
        _ARRAY,
        Key(
            "initial",
            Either((Value(), Many(Value(), may_be_empty=True))),
            "What the constructor gives it, which .NET's reader leaves where the element is missing.",
        ),
        Key("get_only", Flag(), "A collection without a setter, to which .NET's reader adds."),
    ),
)
ENUM_VALUE_XML: Final = Keys("the xml: of an enum value", (_XML_NAME,))
