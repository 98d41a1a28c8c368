"""What the serializer makes of the base library's types: primitives, collections, and classes whose private
fields are known.
"""

from __future__ import annotations

from typing import Any, Final

from tests.conformance.clr import ClrMember, ClrType, TypeName

OBJECT: Final = TypeName("System.Object")
NULLABLE: Final = "System.Nullable`1"
PAIR: Final = "System.Collections.Generic.KeyValuePair`2"

SCALARS: Final = {
    "System.Boolean": "bool", "System.SByte": "int8", "System.Byte": "uint8", "System.Int16": "int16",
    "System.UInt16": "uint16", "System.Int32": "int32", "System.UInt32": "uint32", "System.Int64": "int64",
    "System.UInt64": "uint64", "System.Single": "float32", "System.Double": "float64",
    "System.Decimal": "decimal",
    "System.Char": "char", "System.String": "str", "System.DateTime": "datetime",
    "System.TimeSpan": "timedelta",
    "System.DateTimeOffset": "datetimeoffset", "System.Guid": "uuid", "System.Uri": "uri",
    "System.Byte[]": "bytes",
    "System.Xml.XmlQualifiedName": "qname", "System.DateOnly": "date", "System.TimeOnly": "time",
}  # fmt: skip
"""CLR types with a scalar of the spec language."""

ANYTHING: Final = {"System.Object", "System.ValueType", "System.Enum", "System.IComparable", "System.Array"}
"""Declared types that say nothing about the value."""

_GENERIC: Final = "System.Collections.Generic."
_LISTS: Final = {
    *(f"{_GENERIC}{name}`1" for name in ("List", "IList", "ICollection", "IEnumerable", "HashSet",
    "SortedSet", "LinkedList", "SynchronizedCollection")),
    *(f"System.Collections.ObjectModel.{name}`1" for name in ("Collection", "ObservableCollection")),
    "System.ComponentModel.BindingList`1",
    "System.Collections.Concurrent.ConcurrentBag`1",
    "System.Collections.Concurrent.BlockingCollection`1",
}  # fmt: skip
_OBJECT_LISTS: Final = {
    *(f"System.Collections.{name}" for name in ("ArrayList", "IList", "ICollection", "IEnumerable")),
    "System.Collections.Specialized.StringCollection",
}
_DICTIONARIES: Final = {
    *(f"{_GENERIC}{name}`2" for name in ("Dictionary", "IDictionary", "SortedDictionary", "SortedList")),
    "System.Collections.Concurrent.ConcurrentDictionary`2",
}
_OBJECT_DICTIONARIES: Final = {
    *(f"System.Collections.{name}" for name in ("Hashtable", "IDictionary", "SortedList")),
    *(f"System.Collections.Specialized.{name}" for name in ("ListDictionary", "HybridDictionary")),
}
_STRING: Final = TypeName("System.String")

INTERFACES: Final = (
    f"{_GENERIC}IDictionary`2",
    "System.Collections.IDictionary",
    f"{_GENERIC}IList`1",
    f"{_GENERIC}ICollection`1",
    "System.Collections.IList",
    f"{_GENERIC}IEnumerable`1",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)
"""The interfaces that make a type a collection; the first that a type has decides
(CollectionDataContract.KnownInterfaces).
"""


def collection(name: TypeName) -> tuple[TypeName, ...] | None:
    """(item,) of a list of the base library, (key, value) of a dictionary; None for any other type."""
    if name.is_array:
        return (name.arguments[0],) if name.name == "[]" else None
    if name.name in _LISTS or name.name in _DICTIONARIES:
        return name.arguments
    if name.name in _OBJECT_LISTS:
        return (OBJECT,)
    if name.name in _OBJECT_DICTIONARIES:
        return (OBJECT, OBJECT)
    return (_STRING, OBJECT) if name.name == "System.Dynamic.ExpandoObject" else None


def from_interface(name: TypeName) -> tuple[TypeName, ...]:
    """The item, or the key and the value, of one of INTERFACES."""
    if name.arguments:
        return name.arguments
    return (OBJECT, OBJECT) if name.name == INTERFACES[1] else (OBJECT,)


def serializable_class(name: TypeName) -> ClrType | None:
    """A class of the base library that is written by its private fields, where those follow from
    its value.
    """
    fields = _fields(name)
    if fields is None:
        return None
    return ClrType(
        full=name,
        kind="struct" if name.name == "System.Collections.DictionaryEntry" else "class",
        namespace=name.name.rpartition(".")[0],
        base=OBJECT,
        interfaces=(),
        attributes=({"attr": "SerializableAttribute"},),
        members=tuple(
            ClrMember(field, "field", type_, public=False, settable="public", attributes=())
            for field, type_ in fields
        ),
    )


def _fields(name: TypeName) -> list[tuple[str, TypeName]] | None:
    arguments = name.arguments
    if name.name.startswith("System.Tuple`"):
        return [(f"m_Item{at}" if at < 8 else "m_Rest", type_) for at, type_ in enumerate(arguments, 1)]
    match name.name:
        case "System.Collections.DictionaryEntry":
            return [("_key", OBJECT), ("_value", OBJECT)]
        case "System.Version":
            return [
                (field, TypeName("System.Int32")) for field in ("_Major", "_Minor", "_Build", "_Revision")
            ]
        case "System.DBNull":
            return []
        case "System.Collections.ObjectModel.ReadOnlyCollection`1":
            return [("list", TypeName(f"{_GENERIC}IList`1", arguments))]
        case "System.Collections.ObjectModel.ReadOnlyDictionary`2":
            return [("m_dictionary", TypeName(f"{_GENERIC}IDictionary`2", arguments))]
        case _:
            return None


def private_fields(recorded: dict[str, Any]) -> dict[str, Any]:
    """The fields of a recorded value of such a class, recorded too."""
    if "m" in recorded:
        return dict(recorded["m"])
    if "key" in recorded:
        return {"_key": recorded["key"], "_value": recorded["value"]}
    name = str(recorded["t"])
    if name == "System.Version":
        parts = [*str(recorded["v"]).split("."), "-1", "-1"][:4]
        names = ("_Major", "_Minor", "_Build", "_Revision")
        return {field: {"t": "System.Int32", "v": part} for field, part in zip(names, parts, strict=True)}
    if "items" in recorded:
        return {"list": {"t": "", "items": recorded["items"]}}
    if "entries" in recorded:
        return {"m_dictionary": {"t": "", "entries": recorded["entries"]}}
    return {}


def generic_name(simple: str, arity: int) -> str | None:
    """The full name of a generic type of the base library by the name that C# sources use."""
    names = {*_LISTS, *_DICTIONARIES, NULLABLE, PAIR}
    return next((name for name in sorted(names) if name.rpartition(".")[2] == f"{simple}`{arity}"), None)


def plain_name(simple: str) -> TypeName | None:
    """The same for a type that is not generic."""
    names = {
        *SCALARS,
        *_OBJECT_LISTS,
        *_OBJECT_DICTIONARIES,
        "System.Runtime.Serialization.IExtensibleDataObject",
        "System.Runtime.Serialization.ExtensionDataObject",
    }
    return next((TypeName(name) for name in sorted(names) if name.rpartition(".")[2] == simple), None)
