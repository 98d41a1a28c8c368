"""The types that ``i:type`` names to the exact reader: primitives, types of XML Schema, and the known types
in scope.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.plan.contract_names import built_in_types

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.xml.reading.careful_walk import Walk
    from wiresmith.values.qnames import QName


def find_type(walk: Walk, name: QName, declared: Contract | None) -> Contract | None:
    """The type of this contract name where another is declared (None: any may stand there); None if none is
    known there.

    The declared type may be repeated by more names than .NET takes.
    """
    if declared is not None and (name in declared.names or name in declared.also_read):
        return declared
    primitive = built_in_types().get(name)
    return walk.contracts.of(primitive) if primitive is not None else walk.known_types.find(name, declared)
