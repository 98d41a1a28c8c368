"""Contract → the definitions of its XSD files: everything that a document of the API can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wiresmith.contract.dotnet_names import array_of, dictionary_of, nullable_of, primitive_root
from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Member,
    ObjectType,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
)
from wiresmith.description import Generic as ClosedFrom
from wiresmith.dialects import DATACONTRACT
from wiresmith.failure import XsdError
from wiresmith.kinds import Kind, kind_of
from wiresmith.language import shown
from wiresmith.values.namespaces import SERIALIZATION, SYSTEM, XS
from wiresmith.xsd._definitions import (
    ANY_TYPE,
    DATE_TIME_OFFSET,
    Argument,
    ClassDefinition,
    Definition,
    Definitions,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    Generic,
    ListDefinition,
    Root,
)
from wiresmith.xsd._repeated import ambiguous, typed_by_value

_NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE_TIME_OFFSET: Final = ClassDefinition(
    name=DATE_TIME_OFFSET,
    elements=(
        Element("DateTime", kind_of("datetime").contract_name, required=True),
        Element("OffsetMinutes", kind_of("int16").contract_name, required=True),
    ),
    value_type=True,
)


def definitions_of(contract: Contract) -> Definitions:
    """The XSD definitions of everything that a document of an API can hold.

    Raises: XsdError where the API has no XML, has it in the plain dialect, or says something that no XSD can
    say.
    """
    if not contract.has_xml or not contract.rules.has_xsd:
        raise XsdError(
            f"{contract.api}: only APIs with `xml: {{dialect: {DATACONTRACT.name}}}` have the XSD files of "
            f"{DATACONTRACT.title}"
        )
    return _Collection(contract).collected()


class _Collection:
    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._types: dict[QName, Definition] = {}
        self._roots: dict[QName, QName] = {}
        self._met: set[BareType] = set()
        self._waiting: list[BareType] = []
        self._dates = False
        self._scalars: dict[str, Kind] = {}
        self._typed_by_value = typed_by_value(
            declared for declared in contract.types.values() if isinstance(declared, ObjectType)
        )

    def collected(self) -> Definitions:
        self._waiting += _starting_points(self._contract)
        while self._waiting:
            self._take(self._waiting.pop())
        for name, type_name in self._roots.items():
            if name in self._types and name != type_name:
                raise XsdError(
                    f"{self._contract.api}: the root element {name.local!r} of namespace {name.namespace!r} "
                    "is also that of another type"
                )
        for name in (*self._types, *self._roots):
            if not _is_uri(name.namespace):
                raise XsdError(
                    f"{self._contract.api}: the namespace {shown(name.namespace)} of {shown(name.local)} "
                    "cannot stand in an XSD: "
                    "it has white space around it, or characters that XML does not allow"
                )
        return Definitions(
            self._types,
            tuple(Root(name, type_) for name, type_ in self._roots.items()),
            self._dates,
            tuple(self._scalars.values()),
        )

    def _take(self, type_: BareType) -> None:
        if type_ in self._met:
            return
        self._met.add(type_)
        match type_:
            case Scalar():
                self._add_scalar(type_)
            case ListType():
                self._add_list(type_)
            case DictType():
                self._add_dictionary(type_)
            case Ref():
                declared = self._contract.types[type_.name]
                if isinstance(declared, EnumType):
                    self._add_enum(declared)
                else:
                    self._add_object(declared)

    def _add_scalar(self, type_: Scalar) -> None:
        kind = kind_of(type_.kind)
        is_class = kind.xml_shape == "parts"
        if is_class:
            self._types[DATE_TIME_OFFSET] = _DATE_TIME_OFFSET
        self._dates = self._dates or kind.xsd_is_new
        if kind.contract_name.namespace not in (XS, SERIALIZATION) and not is_class:
            self._scalars[kind.name] = kind
        root = type_.root
        if root is not None and not is_class and root != _scalar_root(type_):
            self._roots[root] = kind_of(type_.kind).contract_name

    def _add_list(self, type_: ListType) -> None:
        assert type_.item_name is not None
        name = self._named(type_)
        item = Element(type_.item_name.local, self._name_of(bare(type_.item)), self._is_nillable(type_.item))
        self._add(
            ListDefinition(
                name=name, item=item, reference=type_.reference, generic=self._generic(name, type_.generic)
            ),
            type_.root,
        )
        self._waiting.append(bare(type_.item))
        self._waiting += type_.known

    def _add_dictionary(self, type_: DictType) -> None:
        assert type_.entry_name is not None
        assert type_.key_name is not None
        assert type_.value_name is not None
        name = self._named(type_)
        names = self._name_of(bare(type_.key)), self._argument_name(type_.value)
        maybe_null = name == dictionary_of(nullable_of(names[0]), names[1])
        key = Element(
            type_.key_name.local, names[0], maybe_null or self._is_nillable(type_.key), required=True
        )
        value = Element(
            type_.value_name.local,
            self._name_of(bare(type_.value)),
            self._is_nillable(type_.value),
            required=True,
        )
        self._add(
            DictionaryDefinition(
                name=name,
                entry=type_.entry_name.local,
                key=key,
                value=value,
                reference=type_.reference,
                generic=self._generic(name, type_.generic),
            ),
            type_.root,
        )
        self._waiting.append(bare(type_.key))
        self._waiting.append(bare(type_.value))
        self._waiting += type_.known

    def _add_enum(self, declared: EnumType) -> None:
        name = _given(declared.contract or declared.root)
        numbered = declared.base == "int"
        for value in declared.values:
            if not _is_xml(value.xml or ""):
                raise XsdError(
                    f"{self._contract.api}: {declared.identity} has the value {shown(value.xml or '')}, "
                    "with characters that XML does not allow"
                )
        values = tuple(
            (
                value.xml if value.xml is not None else str(value.wire),
                int(value.wire) if numbered else position,
            )
            for position, value in enumerate(declared.values)
        )
        self._add(EnumDefinition(name=name, values=values, flags=declared.flags), declared.root)

    def _add_object(self, declared: ObjectType) -> None:
        name = _given(declared.contract or declared.root)
        base = self._object(declared.base)
        members = [member for member in declared.xml_members if member.declared_by == declared.name]
        repeated = ambiguous(declared.xml_members)
        if repeated is not None:
            raise XsdError(
                f"{self._contract.api}: type {declared.identity} has two elements {repeated.local!r} that "
                "an XSD could not tell apart, "
                "because the first of them may be missing; .NET's exporter refuses it too"
            )
        self._add(
            ClassDefinition(
                name=name,
                base=_given(base.contract or base.root) if base is not None else None,
                elements=tuple(self._element(member) for member in members),
                value_type=declared.value_type and base is None,
                reference=declared.reference and not (base is not None and base.reference),
                generic=self._generic(name, declared.generic),
            ),
            declared.root,
        )
        if base is not None:
            self._waiting.append(Ref(base.name))
        for member in members:
            self._waiting.append(bare(member.type))
        self._waiting += declared.known

    def _element(self, member: Member) -> Element:
        type_name = self._name_of(bare(member.type))
        conflict = (member.declared_by, member.wire) in self._typed_by_value
        return Element(
            _given(member.xml_name).local,
            ANY_TYPE if conflict else type_name,
            nillable=self._is_nillable(member.type),
            required=member.xml_required,
            emit_default=member.xml_emit_default,
            actual=type_name if conflict else None,
        )

    def _add(self, definition: Definition, root: QName | None) -> None:
        other = self._types.setdefault(definition.name, definition)
        if other != definition:
            raise XsdError(
                f"{self._contract.api}: two types that differ are both {definition.name.local!r} in "
                f"namespace {definition.name.namespace!r}; "
                "give one of them a name of its own (xml: {name: …})"
            )
        if root is not None and root != definition.name:
            self._roots[root] = definition.name

    def _generic(self, name: QName, closed: ClosedFrom | None) -> Generic | None:
        if closed is None:
            return None
        arguments = self._arguments(closed)
        return Generic(closed.name, name.namespace, arguments, _levels(closed))

    def _arguments(self, closed: ClosedFrom) -> tuple[Argument, ...]:
        levels = [
            level for level, count in enumerate(reversed(closed.parameter_counts)) for _ in range(count)
        ]
        return tuple(self._argument(use, level) for use, level in zip(closed.arguments, levels, strict=True))

    def _argument(self, use: Type, level: int) -> Argument:
        """The name of a type argument as ExportGenericInfo has it: lists that are no contracts of their own
        count as what they hold, with ArrayOf before it.
        """
        if is_nullable(use) and not self._is_reference(bare(use)):
            inner = self._argument(bare(use), 0)
            return Argument("NullableOf{0}{#}", SYSTEM, (inner,), level)
        name = self._name_of(bare(use))
        match inner_type := bare(use):
            case ListType(item=item) if name == array_of(self._argument_name(item)):
                inner = self._argument(item, level)
                return Argument("ArrayOf" + inner.name, name.namespace, inner.arguments, level, inner.levels)
            case DictType(key=key, value=value) if name == dictionary_of(
                self._argument_name(key), self._argument_name(value)
            ):
                arguments = (self._argument(key, 0), self._argument(value, 0))
                return Argument("ArrayOfKeyValueOf{0}{1}{#}", name.namespace, arguments, level)
            case ListType() | DictType():
                closed = inner_type.generic
            case Ref(identity):
                declared = self._contract.types[identity]
                closed = declared.generic if isinstance(declared, ObjectType) else None
            case Scalar():
                closed = None
        if closed is None:
            return Argument(name.local, name.namespace, (), level)
        return Argument(closed.name, name.namespace, self._arguments(closed), level, _levels(closed))

    def _argument_name(self, use: Type) -> QName:
        name = self._name_of(bare(use))
        return nullable_of(name) if is_nullable(use) and not self._is_reference(bare(use)) else name

    def _object(self, identity: str | None) -> ObjectType | None:
        declared = self._contract.types[identity] if identity is not None else None
        return declared if isinstance(declared, ObjectType) else None

    def _name_of(self, type_: BareType) -> QName:
        match type_:
            case Scalar():
                return kind_of(type_.kind).contract_name
            case ListType() | DictType():
                return self._named(type_)
            case Ref():
                declared = self._contract.types[type_.name]
                return _given(declared.contract or declared.root)

    def _named(self, type_: ListType | DictType) -> QName:
        return _given(type_.contract or type_.root)

    def _is_nillable(self, use: Type) -> bool:
        return is_nullable(use) or self._is_reference(bare(use))

    def _is_reference(self, type_: BareType) -> bool:
        if isinstance(type_, Scalar):
            return kind_of(type_.kind).is_reference
        if isinstance(type_, Ref):
            declared = self._contract.types[type_.name]
            return isinstance(declared, ObjectType) and not declared.value_type
        return True


def _starting_points(contract: Contract) -> Iterator[BareType]:
    for identity in contract.types:
        yield Ref(identity)
    for operation in contract.operations:
        yield from map(bare, operation.bodies)
    yield from contract.known


def _is_uri(namespace: str) -> bool:
    # XSD takes white space off URIs
    return " ".join(namespace.split()) == namespace and _is_xml(namespace)


def _is_xml(text: str) -> bool:
    return not _NOT_XML.search(text)


def _scalar_root(type_: Scalar) -> QName:
    return primitive_root(type_.kind)


def _levels(closed: ClosedFrom) -> int | None:
    return len(closed.parameter_counts) if closed.parameter_counts[0] == 0 else None


def _given(name: QName | None) -> QName:
    assert name is not None, "every type of an API with XML has an XML name"
    return name
