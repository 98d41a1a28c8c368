"""A recorded C# contract, said in the spec language.

Names are left to the resolver wherever the serializer computes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from tests.conformance import library
from tests.conformance.clr import ClrType, Contract, TypeName, type_name
from tests.conformance.outcome import OutOfScope
from tests.conformance.rules import (
    NOT_GIVEN,
    Class,
    Collection,
    Enumeration,
    Nullable,
    Rules,
    Scalar,
    Selected,
)
from tests.conformance.spec_text import spec_text
from tests.conformance.spelling import Definition, Diverging, Spelling
from wiresmith.contract import dotnet_names, python_names
from wiresmith.description import QName
from wiresmith.kinds import kind_names, kind_of

OPERATION = "document"
"""The operation whose payload is the root."""
API = "case"
_PRIMITIVE_ARRAYS = ("bool", "datetime", "decimal", "int32", "int64", "float32", "float64")
_INITIAL = {
    "str",
    "bool",
    "float32",
    "float64",
    *(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)),
}


@dataclass(frozen=True, slots=True)
class Translation:
    """A contract in the spec language, and how to find its types in the package made of it.

    ``fields`` are the wire names of members by (identity of the level that declares them, CLR name).
    """

    text: str
    root: str
    identities: dict[str, str]
    """Spec types by full CLR name: classes, structs, enums and collections with a contract of their own."""
    fields: dict[tuple[str, str], str]


def translate(
    contract: Contract,
    rules: Rules,
    *,
    runtime_types: Iterable[TypeName] = (),
    floats: Literal["framework", "core"] = "framework",
) -> Translation:
    """Say a contract in the spec language. ``runtime_types`` are those of the values, which need classes too.

    Raises: Refused where the serializer refuses for what only CLR types tell; OutOfScope for what specs do
    not describe.
    """
    return _Translator(contract, rules, floats).translate(list(runtime_types))


class _Translator:
    def __init__(self, contract: Contract, rules: Rules, floats: Literal["framework", "core"]) -> None:
        self._contract = contract
        self._rules = rules
        self._floats = floats
        self._spelling = Spelling(rules)
        self._fields: dict[tuple[str, str], tuple[str, str]] = {}
        root = contract.find(contract.root) or next(iter(contract.types.values()), None)
        self._clr_namespace = root.namespace if root is not None else "Demo"

    def translate(self, runtime_types: list[TypeName]) -> Translation:
        contract = self._contract
        known = [type_name(text) for text in contract.serializer.get("known_types", ())]
        reached = self._spelling.reach([contract.root, *known, *runtime_types])
        self._spelling.define(reached, self._agree)
        types: dict[str, Any] = {}
        for definition in self._spelling.definitions.values():
            name, about = self._type(definition)
            types[name] = about
        root = self._root(types)
        extra = [self._spelling.text(name) for name in self._documents(runtime_types)]
        spec: dict[str, Any] = {
            "wiresmith": 1,
            "api": API,
            "formats": ["xml"],
            "xml": self._api_xml(known),
            "operations": {
                OPERATION: {"get": "/document", "returns": {200: root}},
                **{
                    f"other_{at}": {"get": f"/other/{at}", "returns": {200: text}}
                    for at, text in enumerate(extra)
                },
            },
            "types": types,
        }
        if not types:
            del spec["types"]
        identities = {name: self._spelling.text(contract_type.full) for name, contract_type in self._all()}
        return Translation(
            spec_text(spec),
            root,
            identities,
            {key: wire for key, (wire, _) in self._fields.items()},
        )

    def _all(self) -> Iterator[tuple[str, ClrType]]:
        for definition in self._spelling.definitions.values():
            for type_ in definition.instances:
                yield str(type_.full), type_

    def _documents(self, runtime_types: list[TypeName]) -> list[TypeName]:
        """The types that only values have: they need an operation, or a generic one would not be in the
        package.
        """
        seen = dict.fromkeys(
            name for name in runtime_types if name.arguments and str(name) in self._spelling.of
        )
        return list(seen)

    def _api_xml(self, known: list[TypeName]) -> dict[str, Any]:
        xml: dict[str, Any] = {"dialect": "datacontract", "clr_namespace": self._clr_namespace}
        if self._floats != "framework":
            xml["floats"] = self._floats
        if self._contract.serializer.get("preserve_object_references"):
            xml["preserve_references"] = True
        if known:
            xml["known_types"] = self._known(known)
        return xml

    def _known(self, names: Iterable[TypeName]) -> list[str]:
        """Known types as the spec spells them; a Nullable has the contract of its value type."""
        shapes = {name: self._rules.shape(name) for name in names}
        bare = [shape.inner if isinstance(shape, Nullable) else name for name, shape in shapes.items()]
        return list(dict.fromkeys(map(self._spelling.text, bare)))

    def _root(self, types: dict[str, Any]) -> str:
        """The annotation of the root; with a name given to the serializer, on the type or on a
        name for it.
        """
        text = self._spelling.text(self._contract.root)
        if self._contract.has_value and self._contract.value is None and not text.endswith("| None"):
            text += " | None"
        given = self._contract.serializer
        if "root_name" not in given:
            return text
        root = {"name": given["root_name"], "namespace": given.get("root_namespace") or ""}
        shape = self._rules.shape(self._contract.root)
        named = shape.inner if isinstance(shape, Nullable) else self._contract.root
        definition = self._spelling.of.get(str(named))
        if definition is not None:
            types[self._heading(definition)].setdefault("xml", {})["root"] = root
            return text
        bare = text.removesuffix(" | None")
        types["Document"] = {"type": bare, "xml": {"root": root}}
        return "Document" + text[len(bare) :]

    def _agree(self, definition: Definition) -> bool:
        try:
            self._type(definition)
        except Diverging:
            return False
        return True

    # --- types ---

    def _heading(self, definition: Definition) -> str:
        first = definition.instances[0]
        count = 0 if first.kind == "enum" else len(first.arguments)
        parameters = ", ".join(f"T{at}" for at in range(count))
        return f"{definition.name}[{parameters}]" if count else definition.name

    def _type(self, definition: Definition) -> tuple[str, dict[str, Any]]:
        instances = tuple(definition.instances)
        first = instances[0]
        shape = self._rules.shape(first.full)
        generic = instances if first.arguments else ()
        if isinstance(shape, Enumeration):
            about: dict[str, Any] = self._enumeration(first)
        elif isinstance(shape, Collection):
            shapes = [
                one
                for one in (self._rules.shape(type_.full) for type_ in instances)
                if isinstance(one, Collection)
            ]
            about = {"type": self._spelling.collection(shapes, generic)}
        else:
            about = self._class(definition, instances, generic)
        xml = self._type_xml(definition, first, shape)
        if xml:
            about["xml"] = xml
        return self._heading(definition), about

    def _class(
        self, definition: Definition, instances: tuple[ClrType, ...], generic: tuple[ClrType, ...]
    ) -> dict[str, Any]:
        about: dict[str, Any] = {}
        bases = [self._rules.base(type_) for type_ in instances]
        named = tuple(base.full for base in bases if base is not None)
        if named:
            about["extends"] = self._spelling.annotation(named, generic)
        rows = [self._rules.members(type_) for type_ in instances]
        if len({tuple(one.name for one in row) for row in rows}) > 1:
            raise Diverging
        taken_wires, taken_names = self._inherited(instances[0])
        fields: dict[str, Any] = {}
        for column in zip(*rows, strict=True):
            annotation = self._spelling.annotation(tuple(one.type for one in column), generic)
            wire, python = self._names_of(definition, instances[0], column[0], taken_wires, taken_names)
            fields[wire] = self._field(column[0], annotation, wire, python)
        about["fields"] = fields
        return about

    def _inherited(self, type_: ClrType) -> tuple[set[str], set[str]]:
        wires, names = set[str](), set[str]()
        base = self._rules.base(type_)
        while base is not None:
            for member in self._rules.members(base):
                wire, python = self._named(base, member)
                wires.add(wire)
                names.add(python)
            base = self._rules.base(base)
        return wires, names

    def _named(self, type_: ClrType, member: Selected) -> tuple[str, str]:
        definition = self._spelling.of[str(type_.full)]
        if (definition.name, member.clr.name) not in self._fields:
            inherited = self._inherited(type_)
            for one in self._rules.members(type_):
                self._names_of(definition, type_, one, *inherited)
        return self._fields[definition.name, member.clr.name]

    def _names_of(
        self, definition: Definition, type_: ClrType, member: Selected, wires: set[str], names: set[str]
    ) -> tuple[str, str]:
        """The JSON name and the Python name: those that follow from the CLR name, unless they are taken."""
        given = self._fields.get((definition.name, member.clr.name))
        if given is None:
            wire = member.clr.name
            while wire in wires:
                wire += f"_{type_.levels[-1]}"
            try:
                name = python_names.member_name(wire)
            except python_names.NoPythonName:
                name = "member"
            python, count = name, 1
            while python in names:
                count += 1
                python = f"{name}_{count}"
            given = self._fields[definition.name, member.clr.name] = (wire, python)
        wires.add(given[0])
        names.add(given[1])
        return given

    def _field(self, member: Selected, annotation: str, wire: str, python: str) -> str | dict[str, Any]:
        xml: dict[str, Any] = {}
        if member.name != wire:
            xml["name"] = member.name
        if member.order is not None:
            xml["order"] = member.order
        if member.required:
            xml["required"] = True
        if not member.emit_default:
            xml["emit_default"] = False
        if member.get_only:
            xml["get_only"] = True
        if self._is_array(member.type):
            xml["array"] = True
        if self._says_initial(member):
            xml["initial"] = member.initial
        about: dict[str, Any] = {"type": annotation}
        try:
            derived: str | None = python_names.member_name(wire)
        except python_names.NoPythonName:
            derived = None
        if python != derived:
            about["python"] = python
        if xml:
            about["xml"] = xml
        return annotation if len(about) == 1 else about

    def _is_array(self, name: TypeName) -> bool:
        """An array of a simple type that .NET reads in one go, or an interface that is read into one."""
        shape = self._rules.shape(name)
        if not (name.is_array or name.name in library.INTERFACES) or not isinstance(shape, Collection):
            return False
        item = self._rules.shape(shape.parts[0])
        return len(shape.parts) == 1 and isinstance(item, Scalar) and item.kind in _PRIMITIVE_ARRAYS

    def _says_initial(self, member: Selected) -> bool:
        if (
            member.initial is NOT_GIVEN
            or member.initial is None
            or re.search("[\ud800-\udfff]", str(member.initial))
        ):
            return False
        shape = self._rules.shape(member.type)
        if isinstance(shape, Nullable):
            shape = self._rules.shape(shape.inner)
        if isinstance(shape, Collection) and len(shape.parts) == 1 and isinstance(member.initial, list):
            shape = self._rules.shape(shape.parts[0])
        elif isinstance(member.initial, list):
            return False
        return isinstance(shape, Scalar) and shape.kind in _INITIAL

    def _enumeration(self, type_: ClrType) -> dict[str, Any]:
        attributed = type_.has("DataContract")
        values: dict[str, Any] = {}
        names: set[str] = set()
        for member in type_.members:
            about: dict[str, Any] = {"value": member.value}
            attribute = member.attribute("EnumMember")
            if attributed and attribute is None:
                continue
            if not attributed and member.attribute("NonSerialized") is not None:
                continue
            if attributed and attribute is not None and "Value" in attribute:
                about["xml"] = {"name": attribute["Value"] or ""}
            name = python_names.enum_member_name(member.name)
            if name in names:
                name = about["python"] = f"{name}_{len(names)}"
            names.add(name)
            values[member.name] = about if len(about) > 1 else member.value
        return {"enum": values, **({"flags": True} if type_.has("Flags") else {})}

    # --- XML facts ---

    def _type_xml(self, definition: Definition, type_: ClrType, shape: Any) -> dict[str, Any]:
        xml: dict[str, Any] = {}
        if not (isinstance(shape, Collection) and not type_.has("CollectionDataContract")):
            name = self._contract_name(definition, type_, isinstance(shape, Collection))
            if name is not None:
                xml["name"] = name
            namespace = self._rules.namespace(type_)
            if namespace is not None:
                xml["namespace"] = namespace
            elif type_.namespace != self._clr_namespace:
                xml["clr_namespace"] = type_.namespace
            counts = [_arity(level) for level in reversed(type_.levels)]
            if len(counts) > 1 and type_.arguments and type_.kind != "enum":
                xml["generic_parameters"] = counts
        attribute = type_.attribute("CollectionDataContract") or {}
        for key, name in (("item_name", "ItemName"), ("key_name", "KeyName"), ("value_name", "ValueName")):
            if name in attribute:
                xml[key] = attribute[name] or ""
        known = self._rules.known_types(type_)
        if known:
            xml["known_types"] = self._known(map(type_name, known))
        if not isinstance(shape, Enumeration) and self._rules.is_reference(type_):
            xml["reference"] = True
        if type_.kind == "struct":
            xml["value_type"] = True
        if isinstance(shape, Class) and self._rules.is_extensible(type_) and self._keeps_extension_data():
            xml["extensible"] = True
        return xml

    def _keeps_extension_data(self) -> bool:
        # .NET Core reads extension data even where it is told to ignore it.
        return self._floats == "core" or not self._contract.serializer.get("ignore_extension_data_object")

    def _contract_name(self, definition: Definition, type_: ClrType, always: bool) -> str | None:
        attribute = type_.attribute("DataContract") or type_.attribute("CollectionDataContract") or {}
        if "Name" in attribute:
            return attribute["Name"] or ""
        plain = ".".join(level.partition("`")[0] for level in type_.levels)
        if type_.kind == "enum" and type_.arguments:
            counts = [_arity(level) for level in reversed(type_.levels)]
            arguments = [self._qualified(argument) for argument in type_.arguments]
            return dotnet_names.generic_name(plain, arguments, parameter_counts=counts)
        if not type_.arguments:
            return plain if plain != definition.name or always else None
        if plain == definition.name and not always:
            return None
        return plain + "Of" + "".join(f"{{{at}}}" for at in range(len(type_.arguments))) + "{#}"

    def _qualified(self, name: TypeName) -> QName:
        """The contract name of an argument of a generic enum, of those that need no resolver."""
        shape = self._rules.shape(name)
        if isinstance(shape, Scalar) and shape.kind in kind_names():
            return kind_of(shape.kind).contract_name
        if isinstance(shape, Class | Enumeration) and not name.arguments:
            type_ = shape.type
            attribute = type_.attribute("DataContract") or {}
            namespace = self._rules.namespace(type_)
            local = attribute.get("Name") or ".".join(type_.levels)
            return QName(
                local, dotnet_names.namespace_of_clr(type_.namespace) if namespace is None else namespace
            )
        raise OutOfScope("generic-enum", f"an enum nested in a generic class of {name}")


def _arity(level: str) -> int:
    return int(level.partition("`")[2] or 0)
