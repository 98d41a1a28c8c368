"""What the type names of schema files stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xsdata.models.mixins import ElementBase

from wiresmith.contract.datacontract import PRIMITIVES
from wiresmith.description import QName
from wiresmith.language.problem import Problems, shown
from wiresmith.values.namespaces import SERIALIZATION, XS
from wiresmith.xsd.definitions import ANY_TYPE
from wiresmith.xsd.reading import SchemaFile

_AS_TEXT: Final = (
    "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay", "hexBinary", "normalizedString", "token", "language", "Name",
    "NCName", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS",
)  # fmt: skip
_AS_LONG: Final = (
    "integer",
    "nonNegativeInteger",
    "positiveInteger",
    "nonPositiveInteger",
    "negativeInteger",
)
_BY_DOTNET: Final[dict[str, QName]] = {
    **dict.fromkeys(_AS_TEXT, PRIMITIVES["str"]),
    **dict.fromkeys(_AS_LONG, PRIMITIVES["int64"]),
    "duration": PRIMITIVES["timedelta"],
}
"""What .NET reads where a schema has one of the types that none of its own is written as."""
OWN: Final = frozenset(PRIMITIVES.values())
"""The types that .NET's own scalars have."""


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
        while name in self._narrowed and name.namespace != SERIALIZATION and steps < 20:
            inner_file, restriction, base = self._narrowed[name]
            self._problems.add(
                inner_file.at(restriction),
                f"the simple type {shown(name.local)} narrows another type",
                "that one stands for it",
            )
            name, steps = inner_file.name(base, restriction), steps + 1
        if name in OWN or self.is_complex(name) or (name in self._enums and name not in self._dropped):
            return name
        if name.namespace == XS and name.local in _BY_DOTNET:
            found = _BY_DOTNET[name.local]
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
