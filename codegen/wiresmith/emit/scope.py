"""The names of one emitted module: what it defines, and what it imports under which name.

A class body hides outside names behind its fields: with a field ``list``, ``items: list[str]`` no longer
means the builtin. A name that a field, class or operation of the module has is therefore imported under
another one (``list as list_``).
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable
from typing import Final

from wiresmith.emit.expression import Expression
from wiresmith.emit.problem import EmitError
from wiresmith.emit.text import Identifier, PublicName, SafeText

MODULES: Final = frozenset({"datetime", "decimal"})
"""Modules that are imported as a whole, since their names are also good names for fields."""

ORIGINS: Final = {
    "dataclass": "dataclasses",
    "field": "dataclasses",
    "IntEnum": "enum",
    "StrEnum": "enum",
    "cast": "typing",
    **dict.fromkeys(
        ("ABSENT", "Absent", "Guid", "JsonValue", "Model", "Number", "Undeclared"), "wiresmith.runtime"
    ),
    **dict.fromkeys(
        ("Auth", "Body", "Envelope", "Header", "Operation", "Paging", "Parameter", "Response", "Wait"),
        "wiresmith.runtime.operations",
    ),
    "Package": "wiresmith.runtime.package",
    "TYPE_CHECKING": "wiresmith.runtime.package",
    "Sequence": "collections.abc",
    "UUID": "uuid",
    "Unpack": "typing",
    **dict.fromkeys(
        (
            "ApiClient",
            "AsyncApiClient",
            "AsyncCredential",
            "AsyncOptions",
            "Call",
            "Credential",
            "Method",
            "PagedCall",
            "PagedMethod",
            "SyncOptions",
            "WaitCall",
            "WaitMethod",
        ),
        "wiresmith.client",
    ),
    "require_runtime": "wiresmith.runtime.version",
    **dict.fromkeys(
        (
            "DictType",
            "EnumType",
            "ListType",
            "Member",
            "Nullable",
            "ObjectType",
            "QName",
            "Ref",
            "Scalar",
            "Schema",
        ),
        "wiresmith.runtime.schema",
    ),
}
"""The module each outside name is imported from."""

ANNOTATION_NAMES: Final = frozenset(
    {
        "bool",
        "bytes",
        "dict",
        "float",
        "int",
        "list",
        "str",
        "datetime",
        "decimal",
        "Guid",
        "JsonValue",
        "Number",
        "QName",
        "object",
        "tuple",
    }
)
"""Names that annotations use for scalars; a class of the API may not have them, or both would be meant."""


class Imports(SafeText):
    """The import statements of a module, sorted as ruff sorts them."""

    __slots__ = ()


class ModuleScope:
    """Hands out names within one module.

    ``taken`` are names that the module or a class body in it defines; ``classes`` are those of ``models``,
    imported from there on first use unless ``own_classes`` says that this is that module.
    """

    def __init__(
        self, taken: Iterable[str], classes: Iterable[str] = (), *, own_classes: bool = False
    ) -> None:
        self._classes = frozenset(classes)
        for name in sorted(self._classes & ANNOTATION_NAMES):
            raise EmitError(
                f"a class cannot be called {name}, which annotations use; give the type a python: name"
            )
        self._taken = {*taken, *self._classes}
        self._own_classes = own_classes
        self._imports: dict[tuple[str, str], str] = {}

    def api_class(self, name: str) -> PublicName:
        """The name of a class of the API, imported from ``models`` unless this is that module."""
        if not self._own_classes:
            self._imports[".models", name] = name
        return PublicName(name)

    def name(self, wanted: str) -> Identifier:
        """The local name of a builtin or of a name of ``ORIGINS``; imported where it needs to be."""
        origin = "" if wanted in MODULES else ORIGINS.get(wanted, "builtins")
        local = self._imports.get((origin, wanted))
        if local is None:
            if origin == "builtins" and not hasattr(builtins, wanted):
                raise KeyError(f"no emitted module knows where {wanted} comes from")
            local = self._free(wanted, "_") if wanted in self._taken else wanted
            if origin == "builtins" and local == wanted:
                return Identifier(wanted)
            self._taken.add(local)
            self._imports[origin, wanted] = local
        return Identifier(local)

    def bring(self, module: str, name: str) -> Identifier:
        """Import a name of a module of the same package."""
        self._imports[f".{module}", name] = name
        return Identifier(name)

    def adopt(self, expression: Expression) -> Expression:
        """The expression with its names as this module has them; imports what it uses."""
        tree = ast.parse(expression.source, mode="eval")
        renamed = False
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                known = self.api_class if node.id in self._classes else self.name
                local = known(node.id).source
                renamed |= local != node.id
                node.id = local
        return Expression.trusted(ast.unparse(tree)) if renamed else expression

    def constant(self, wanted: str) -> Identifier:
        """A new constant of the module, called as wanted as far as that is a name and free."""
        cleaned = re.sub(r"[^A-Z0-9]+", "_", wanted.upper()).strip("_")[:60]
        name = cleaned if cleaned and not cleaned[0].isdigit() else f"N_{cleaned}".strip("_")
        local = self._free(name, "_2") if name in self._taken else name
        self._taken.add(local)
        return Identifier(local)

    def _free(self, name: str, ending: str) -> str:
        local, number = f"{name}{ending}", 2
        while local in self._taken:
            number += 1
            local = f"{name}_{number}"
        return local

    @property
    def imports(self) -> Imports:
        """The import statements for everything handed out so far."""
        sections: list[list[tuple[tuple[object, ...], str]]] = [[], [], []]
        together: dict[str, list[str]] = {}
        for (module, name), local in self._imports.items():
            section = sections[2 if module.startswith(".") else 1 if module.startswith("wiresmith") else 0]
            alias = "" if local == name else f" as {local}"
            if not module:
                section.append(((0, name), f"import {name}{alias}"))
            elif alias:
                section.append(((1, module, 0, name), f"from {module} import {name}{alias}"))
            else:
                together.setdefault(module, []).append(name)
        for module, names in together.items():
            section = sections[2 if module.startswith(".") else 1 if module.startswith("wiresmith") else 0]
            listed = ", ".join(sorted(names, key=export_order))
            section.append(((1, module, 1), f"from {module} import ({listed})"))
        blocks = ["\n".join(line for _, line in sorted(section)) for section in sections if section]
        return Imports.trusted("\n\n".join(blocks))


def export_order(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """The order of names in imports and ``__all__``: constants, classes, the rest; numbers by value, as
    ruff's."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    parts = re.findall(r"\d+|\D+", name)
    return kind, [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
