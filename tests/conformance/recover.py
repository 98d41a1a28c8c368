"""Types that only the source of a case declares: known types that no recorded value or member led to."""

from __future__ import annotations

from typing import Any

from tests.conformance import csharp, library
from tests.conformance.clr import Attribute, ClrMember, ClrType, TypeName

_KEYWORDS = {
    "bool": "Boolean", "sbyte": "SByte", "byte": "Byte", "short": "Int16", "ushort": "UInt16", "int": "Int32",
    "uint": "UInt32", "long": "Int64", "ulong": "UInt64", "float": "Single", "double": "Double",
    "decimal": "Decimal",
    "char": "Char", "string": "String", "object": "Object",
}  # fmt: skip
_STANDARD = {"KnownType": "Type"}
"""What the one positional argument of an attribute sets."""


def missing_types(source: str, recorded: dict[str, ClrType]) -> dict[str, ClrType]:
    """The types of a source text that are not generic, not nested in generic ones, and not recorded."""
    declared = {
        path: type_
        for path, type_ in csharp.declarations(source).items()
        if not any("`" in one for one in path)
    }
    names = {
        path: TypeName(f"{type_.namespace}.{'+'.join(path)}".lstrip(".")) for path, type_ in declared.items()
    }
    known = {**{type_.levels: type_.full for type_ in recorded.values()}, **names}
    simple = {path[-1]: name for path, name in known.items()}
    found: dict[str, ClrType] = {}
    for path, type_ in declared.items():
        if str(names[path]) not in recorded and type_.kind in ("class", "struct"):
            found[str(names[path])] = _type(names[path], type_, simple)
    return found


def _type(name: TypeName, declared: csharp.Declared, simple: dict[str, TypeName]) -> ClrType:
    bases = [base for base in (_name(tokens, simple) for tokens in declared.bases) if base is not None]
    parent = next((base for base in bases if not _is_interface(base)), TypeName("System.Object"))
    return ClrType(
        full=name,
        kind=declared.kind,
        namespace=declared.namespace,
        base=TypeName("System.ValueType") if declared.kind == "struct" else parent,
        interfaces=tuple(base for base in bases if _is_interface(base)),
        attributes=tuple(_attribute(tokens, simple) for tokens in declared.attributes),
        members=tuple(_member(member, simple) for member in declared.members),
    )


def _is_interface(name: TypeName) -> bool:
    simple = name.name.rpartition(".")[2]
    return simple[:1] == "I" and simple[1:2].isupper()


def _member(member: csharp.DeclaredMember, simple: dict[str, TypeName]) -> ClrMember:
    accessors = member.accessors
    settable = "public"
    if member.kind == "property" and " set " not in accessors:
        settable = "none"
    elif any(f"{word} set " in accessors for word in ("private", "protected", "internal")):
        settable = "nonpublic"
    elif member.kind == "field" and "readonly" in member.modifiers:
        settable = "readonly"
    return ClrMember(
        name=member.name,
        kind=member.kind,
        type=_name(member.type, simple),
        public="public" in member.modifiers,
        settable=settable,
        attributes=tuple(_attribute(tokens, simple) for tokens in member.attributes),
    )


def _attribute(tokens: list[str], simple: dict[str, TypeName]) -> Attribute:
    found: dict[str, Any] = {"attr": f"{csharp.attribute_name(tokens)}Attribute"}
    if "(" not in tokens:
        return found
    opening = tokens.index("(")
    for part in csharp.split(tokens[opening + 1 : -1]):
        if part[1:2] == ["="]:
            found[part[0]] = csharp.literal(part[2:])
        elif part[:1] == ["typeof"]:
            name = _name(part[2:-1], simple)
            found["Type"] = str(name) if name is not None else None
        elif csharp.attribute_name(tokens) in _STANDARD:
            found["MethodName"] = csharp.literal(part)
    return found


def _name(tokens: list[str], simple: dict[str, TypeName]) -> TypeName | None:
    """The CLR name of a C# type; None for one that is not known by its name alone."""
    if tokens[-1:] == ["?"]:
        inner = _name(tokens[:-1], simple)
        return TypeName(library.NULLABLE, (inner,)) if inner is not None else None
    if tokens[-2:] == ["[", "]"]:
        inner = _name(tokens[:-2], simple)
        return TypeName("[]", (inner,)) if inner is not None else None
    arguments: list[TypeName] = []
    if "<" in tokens and tokens[-1] == ">":
        opening = tokens.index("<")
        for part in csharp.split(tokens[opening + 1 : -1]):
            argument = _name(part, simple)
            if argument is None:
                return None
            arguments.append(argument)
        tokens = tokens[:opening]
    word = tokens[-1] if tokens else ""
    if arguments:
        full = library.generic_name(word, len(arguments))
        return TypeName(full, tuple(arguments)) if full is not None else None
    if word in _KEYWORDS:
        return TypeName(f"System.{_KEYWORDS[word]}")
    return simple.get(word) or library.plain_name(word)
