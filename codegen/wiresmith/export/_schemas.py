"""Types as schemas: JSON Schema 2020-12, which OpenAPI 3.1 shares."""

from __future__ import annotations

from wiresmith.description import (
    DOCUMENTED,
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    Provenance,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.export._component_names import TypeNames
from wiresmith.export._enum_schemas import enum_key_schema, enum_schema
from wiresmith.export._expected_facts import Expectations, expected
from wiresmith.export._extension_facts import description, provenance
from wiresmith.export._xml_facts import (
    collection_facts,
    element,
    enum_facts,
    member_facts,
    object_facts,
)
from wiresmith.export.scalar_schemas import key_schema, nullable, scalar_schema
from wiresmith.export.written_json import Object
from wiresmith.runtime import ABSENT, Strict


class Schemas:
    """The schemas of an API's types.

    Args:
        contract: the API.
        place: the JSON pointer below which the named ones stand, as a fragment (``#/$defs/``).
        xml: say what the types are in XML, too.
        unions: open enums are unions of their values and their base type; otherwise the latter.
        strict: the facts that are held; the others stand in ``x-expected``.
    """

    def __init__(
        self,
        contract: Contract,
        place: str,
        *,
        xml: bool,
        unions: bool = True,
        strict: Strict = "documented",
    ) -> None:
        self.expectations = Expectations(strict)
        self._unions = unions
        self._contract = contract
        self._place = place
        self._xml = xml and contract.has_xml
        self.names = TypeNames(contract)

    def components(self) -> dict[str, Object]:
        """The named types in the order of the spec: classes and enums, then named scalars."""
        found: dict[str, Object] = {}
        for identity, declared in self._contract.types.items():
            found[self.names.types[identity]] = (
                self._enum(declared) if isinstance(declared, EnumType) else self._object(declared)
            )
        for scalar, name in self.names.scalars.items():
            found[name] = self._scalar(scalar)
        return found

    def use(self, use: Type, name: QName | None = None, *, default: str | None = None) -> Object:
        """The schema of a type where it is used.

        Args:
            use: the type, and whether it may be null.
            name: its element there.
            default: the name of the property that it is the schema of.
        """
        schema = self._type(bare(use))
        if is_nullable(use):
            schema = nullable(schema)
        if name is not None and self._xml:
            schema |= element(name, default=default, wrapped=isinstance(bare(use), ListType))
        return schema

    def expected_use(
        self, use: Type, held: Type, name: QName | None = None, *, default: str | None = None
    ) -> Object:
        """The schema of what is held of a type where it is used, as ``use`` gives it, with what is only
        expected there beside it.
        """
        full = self.use(use, name, default=default)
        schema = self.use(held, name, default=default)
        return schema | expected(full, schema)

    def _scalar(self, scalar: Scalar) -> Object:
        """The schema of a named scalar."""
        texts = self._contract.rules.texts
        held = scalar_schema(self.expectations.scalar(scalar), texts)
        schema = description(scalar.doc) | held | expected(scalar_schema(scalar, texts), held)
        return schema | self._element(scalar.root) | provenance(scalar.provenance or DOCUMENTED)

    def document(self, use: Type) -> Object:
        """The schema of a whole document."""
        root = None if isinstance(inner := bare(use), Ref) else inner.root
        return self.use(use, root)

    def _type(self, type_: BareType) -> Object:
        match type_:
            case Ref():
                return {"$ref": f"{self._place}{self.names.types[type_.name]}"}
            case Scalar():
                named = self.names.scalars.get(type_)
                if named is not None:
                    return {"$ref": f"{self._place}{named}"}
                return scalar_schema(type_, self._contract.rules.texts)
            case ListType():
                schema: Object = {"type": "array", "items": self.use(type_.item, type_.item_name)}
                schema |= _lengths(type_, "Items")
                return schema | (collection_facts(self._contract, type_) if self._xml else {})
            case DictType():
                schema = self._pairs(type_) if type_.pairs else self._dictionary(type_)
                return schema | (collection_facts(self._contract, type_) if self._xml else {})

    def _dictionary(self, type_: DictType) -> Object:
        schema: Object = {"type": "object", "additionalProperties": self.use(type_.value)}
        key = bare(type_.key)
        names: Object = {}
        if isinstance(key, Ref):
            declared = self._contract.types[key.name]
            if isinstance(declared, EnumType):
                names = enum_key_schema(declared)
        elif isinstance(key, Scalar):
            names = key_schema(key, self._contract.rules.texts)
        if names:
            schema["propertyNames"] = names
        return schema | _lengths(type_, "Properties")

    def _pairs(self, type_: DictType) -> Object:
        """A dictionary whose keys are no texts; JSON has no form for it, so this is its shape only."""
        pair: Object = {
            "type": "object",
            "properties": {
                "key": self.use(type_.key, type_.key_name, default="key"),
                "value": self.use(type_.value, type_.value_name, default="value"),
            },
            "required": ["key", "value"],
        }
        if self._xml:
            pair |= element(type_.entry_name)
        schema: Object = {"type": "array", "items": pair, "x-wiresmith-pairs": True}
        return schema | _lengths(type_, "Items")

    def _enum(self, declared: EnumType) -> Object:
        schema = description(declared.doc) | self._values(declared) | self._element(declared.root)
        if self._xml:
            schema |= enum_facts(declared)
        return schema | self._identity(declared) | provenance(declared.provenance)

    def _values(self, declared: EnumType) -> Object:
        held = self.expectations.enum(declared)
        schema = enum_schema(held, unions=self._unions)
        if held is declared:
            return schema
        return schema | {"x-expected": {"enum": [*dict.fromkeys(each.wire for each in declared.values)]}}

    def _object(self, declared: ObjectType) -> Object:
        schema = description(declared.doc)
        schema["type"] = "object"
        schema["properties"] = {member.wire: self._member(member, declared) for member in declared.members}
        required = [
            member for member in declared.members if not member.optional and not member.absent_as_null
        ]
        held = [each for each in required if not self.expectations.has(_said(each, declared), "presence")]
        if held:
            schema["required"] = [member.wire for member in held]
        if len(held) < len(required):
            schema["x-expected"] = {"required": [member.wire for member in required]}
        schema |= self._element(declared.root)
        schema |= self._identity(declared)
        if declared.base is not None:
            schema["x-wiresmith-extends"] = declared.base
        if self._xml:
            schema |= object_facts(self._contract, declared)
        return schema | provenance(declared.provenance)

    def _member(self, member: Member, declared: ObjectType) -> Object:
        said = _said(member, declared)
        schema = description(member.doc)
        held = self.expectations.held(member.type, said)
        schema |= self.expected_use(member.type, held, member.xml_name, default=member.wire)
        if member.default is not ABSENT:
            schema["default"] = member.default
        if member.examples:
            schema["examples"] = list(member.examples)
        if member.absent_as_null:
            schema["x-wiresmith-absent-as-null"] = True
        if self._xml:
            schema |= member_facts(member)
        return schema | provenance(said, declared.provenance)

    def _element(self, root: QName | None) -> Object:
        return element(root) if self._xml else {}

    def _identity(self, declared: ObjectType | EnumType) -> Object:
        identity = declared.identity
        return {} if self.names.types[declared.name] == identity else {"x-wiresmith-type": identity}


def _said(member: Member, declared: ObjectType) -> Provenance:
    return member.provenance or declared.provenance


def _lengths(type_: ListType | DictType, what: str) -> Object:
    lengths: Object = {}
    if type_.min_length is not None:
        lengths[f"min{what}"] = type_.min_length
    if type_.max_length is not None:
        lengths[f"max{what}"] = type_.max_length
    return lengths
