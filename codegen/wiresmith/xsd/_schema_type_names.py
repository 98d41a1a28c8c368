"""The types that the type names of schema files stand for."""

from __future__ import annotations

from collections.abc import Sequence

from xsdata.models.mixins import ElementBase

from wiresmith.description import QName
from wiresmith.kinds import by_contract_name, by_other_name
from wiresmith.language import Problems, shown
from wiresmith.values.namespaces import SERIALIZATION, XS
from wiresmith.xsd._definitions import ANY_TYPE
from wiresmith.xsd.reading import SchemaFile


class TypeNames:
    """Looks up types in all files."""

    def __init__(self, files: Sequence[SchemaFile], problems: Problems) -> None:
        self._problems = problems
        self._complex: set[QName] = set()
        self._enums: set[QName] = set()
        self._narrowed: dict[QName, tuple[SchemaFile, ElementBase, str]] = {}
        self._dropped: set[QName] = set()
        for file in files:
            namespace = file.namespace
            self._complex |= {QName(each.name or "", namespace) for each in file.schema.complex_types}
            for each in file.schema.simple_types:
                name, restriction = QName(each.name or "", namespace), each.restriction
                if restriction is not None and not restriction.enumerations and restriction.base is not None:
                    self._narrowed[name] = (file, restriction, restriction.base)
                else:
                    self._enums.add(name)

    def is_complex(self, name: QName) -> bool:
        """Whether a file has a complex type of this name."""
        return name in self._complex and name not in self._dropped

    def drop(self, name: QName) -> None:
        """A type is no data contract: where it is named, any stands."""
        self._dropped.add(name)

    def resolved(self, file: SchemaFile, component: ElementBase, text: str) -> QName:
        """The type that a name stands for: a primitive of .NET, or a contract of the files."""
        at, name, steps = file.at(component), file.name(text, component), 0
        own = by_contract_name()
        while name in self._narrowed and name not in own and name.namespace != SERIALIZATION and steps < 20:
            inner_file, restriction, base = self._narrowed[name]
            self._problems.add(
                inner_file.at(restriction),
                f"the simple type {shown(name.local)} narrows another type",
                "that one stands for it",
            )
            name, steps = inner_file.name(base, restriction), steps + 1
        if name in own or self.is_complex(name) or (name in self._enums and name not in self._dropped):
            return name
        if name.namespace == XS and name in by_other_name():
            found = by_other_name()[name].contract_name
            self._problems.add(at, f"xs:{name.local} is read as {found.local}, as .NET does it")
            return found
        if name not in self._dropped:
            self._problems.add(
                at,
                f"the type {shown(name.local)} of namespace {shown(name.namespace)} is in none of the files",
                "any stands for it",
                "give the file that has it, too",
            )
        return ANY_TYPE
