"""Names of the private functions, Structs and tables of an emitted codec, unique within the module."""

from __future__ import annotations

import re

from wiresmith.description import Contract, EnumType, ObjectType
from wiresmith.emit.safe_text import Identifier


class FunctionNames:
    """Gives each type of a contract a stem (``batch_details``) that no other type has."""

    def __init__(self, contract: Contract) -> None:
        self._stems: dict[str, str] = {}
        taken: set[str] = set()
        for declared in contract.types.values():
            stem = base = snake_case(declared.name)
            number = 2
            while stem in taken:
                stem, number = f"{base}_{number}", number + 1
            taken.add(stem)
            self._stems[declared.name] = stem

    def stem(self, declared: ObjectType | EnumType) -> str:
        """The snake_case name that stands for a type."""
        return self._stems[declared.name]

    def function(self, verb: str, declared: ObjectType | EnumType) -> Identifier:
        """``_read_batch``."""
        return Identifier(f"_{verb}_{self.stem(declared)}")

    def struct(self, declared: ObjectType) -> Identifier:
        """``_Batch``: the private Struct beside the public class ``Batch``."""
        return Identifier(f"_{declared.name}")

    def lookup(self, declared: EnumType) -> Identifier:
        """``_SORT_ORDER``: the table of an enum's values."""
        return Identifier(f"_{self.stem(declared).upper()}")


def snake_case(name: str) -> str:
    """A class name in snake_case (``PBPRReturnOfBatch`` -> ``pbpr_return_of_batch``)."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"_+", "_", spaced).strip("_").lower() or "type"
