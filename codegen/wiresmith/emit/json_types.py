"""The facts of types, besides their members, that the emitted JSON codec needs: names of enum members, and
who may stand for whom.
"""

from __future__ import annotations

from itertools import islice

from wiresmith.description import Contract, EnumType, ObjectType
from wiresmith.emit._expression import expression
from wiresmith.emit._function_names import FunctionNames
from wiresmith.emit._json_code import EnumKeys
from wiresmith.emit._python_types import class_reference
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.plan.contracts import contracts_of
from wiresmith.plan.mentions import known_anywhere


def has_names(declared: EnumType) -> bool:
    """Have the members names on the wire besides their values?"""
    return any(member.xml not in (None, str(member.wire)) for member in declared.values)


def key_table(declared: EnumType, names: FunctionNames) -> EnumKeys:
    """The table of an enum whose members have names; the first of several names is the one that
    is written.
    """
    stem = names.stem(declared).upper()
    cls = class_reference(declared.name)
    entries = tuple(
        (literal(member.xml), expression("{}.{}", cls, Identifier(member.python)))
        for member in declared.values
        if member.xml is not None
    )
    return EnumKeys(Identifier(f"_{stem}_KEYS"), Identifier(f"_{stem}_NAMES"), entries)


def derived_types(contract: Contract) -> dict[str, list[ObjectType]]:
    """The known types that extend each object, at whatever distance: .NET writes them where it is
    declared.
    """
    contracts = contracts_of(contract)
    known = known_anywhere(contract)
    derived: dict[str, list[ObjectType]] = {}
    for declared in contract.types.values():
        if declared.name not in known or not isinstance(declared, ObjectType):
            continue
        for base in islice(contracts.bases(declared), 1, None):
            derived.setdefault(base.name, []).append(declared)
    return derived
