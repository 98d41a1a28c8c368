"""XML in OpenAPI: the ``xml`` object as far as it goes, and ``x-wiresmith-xml`` for what else a data contract
says.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    Generic,
    ListType,
    Literal_,
    Member,
    ObjectType,
    QName,
    Schema,
    bare,
)
from wiresmith.export._component_names import identity_of
from wiresmith.export.written_json import Json, Object


def element(name: QName | None, *, default: str | None = None, wrapped: bool = False) -> Object:
    """The ``xml`` object of an element, as a keyword of a schema; empty where there is nothing to say.

    Args:
        name: the element's name; None where the API has no XML.
        default: the name that it has without a ``name``.
        wrapped: the element of a list, around those of its items.

    Source: OpenAPI 3.1, 4.8.26.
    """
    if name is None:
        return {}
    facts: Object = {} if name.local == default else {"name": name.local}
    if name.namespace:
        facts["namespace"] = name.namespace
    if wrapped:
        facts["wrapped"] = True
    return {"xml": facts} if facts else {}


def api_facts(contract: Contract) -> Object:
    """The facts that hold for all XML of an API."""
    if not contract.has_xml:
        return {}
    facts: Object = {"dialect": contract.dialect, "floats": contract.floats}
    if contract.preserve_references:
        facts["preserve_references"] = True
    facts |= _known(contract, contract.known)
    return _extension(facts)


def object_facts(schema: Schema, declared: ObjectType) -> Object:
    """The contract of a class; ``elements`` are its members, by their names in JSON, in the order
    of the XML.
    """
    if declared.root is None and declared.contract is None:
        return {}
    facts = _contract(declared.contract)
    if declared.generic is not None:
        facts["generic"] = _generic(schema, declared.generic)
    if [member.wire for member in declared.xml_members] != [member.wire for member in declared.members]:
        facts["elements"] = [member.wire for member in declared.xml_members]
    facts |= _known(schema, declared.known)
    facts |= {name: True for name in ("reference", "value_type", "extensible") if getattr(declared, name)}
    return _extension(facts)


def member_facts(member: Member) -> Object:
    """The facts of a member's contract beyond its element."""
    if member.xml_name is None:
        return {}
    facts: Object = {}
    if member.xml_order is not None:
        facts["order"] = member.xml_order
    if member.xml_required:
        facts["required"] = True
    if not member.xml_emit_default:
        facts["emit_default"] = False
    if member.xml_get_only:
        facts["get_only"] = True
    if member.has_xml_initial:
        initial: Literal_ | tuple[Literal_, ...] = member.xml_initial
        facts["initial"] = list(initial) if isinstance(initial, tuple) else initial
    return _extension(facts)


def collection_facts(schema: Schema, type_: ListType | DictType) -> Object:
    """The contract of a list or dictionary; the elements of a dictionary's entries, which no ``xml`` object
    can say.
    """
    if type_.contract is None and type_.root is None:
        return {}
    facts: Object = {}
    if type_.name is not None:
        facts |= {"type": type_.name} | _contract(type_.contract)
    if isinstance(type_, DictType):
        parts = {"entry": type_.entry_name, "key": type_.key_name, "value": type_.value_name}
        facts |= {name: _name(part) for name, part in parts.items() if part is not None}
    elif type_.array:
        facts["array"] = True
    if type_.generic is not None:
        facts["generic"] = _generic(schema, type_.generic)
    if type_.reference:
        facts["reference"] = True
    return _extension(facts | _known(schema, type_.known))


def enum_facts(declared: EnumType) -> Object:
    """The contract of an enum; ``values`` are the texts in XML with the values in JSON, where any differ."""
    if declared.contract is None:
        return {}
    facts = _contract(declared.contract)
    if any(each.xml is not None and each.xml != each.wire for each in declared.values):
        facts["values"] = {each.xml or str(each.wire): each.wire for each in declared.values}
    return _extension(facts)


def _extension(facts: Object) -> Object:
    return {"x-wiresmith-xml": facts} if facts else {}


def _contract(name: QName | None) -> Object:
    return {"contract": _name(name)} if name is not None else {}


def _name(name: QName) -> Json:
    return {"name": name.local, "namespace": name.namespace}


def _generic(schema: Schema, generic: Generic) -> Json:
    return {
        "name": generic.name,
        "arguments": [identity_of(schema, bare(argument)) for argument in generic.arguments],
        "parameter_counts": list(generic.parameter_counts),
    }


def _known(schema: Schema, types: Sequence[BareType]) -> Object:
    return {"known_types": [identity_of(schema, each) for each in types]} if types else {}
