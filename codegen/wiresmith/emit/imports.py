"""The imports of an emitted module follow from what was rendered: every name that it uses and nothing in it
defines.
"""

from __future__ import annotations

import re
import symtable
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from wiresmith.emit.safe_text import SafeText
from wiresmith.failure import EmitError
from wiresmith.kinds import all_kinds

ORIGINS: Final = {
    "datetime": "",
    "decimal": "",
    "models": ".",
    "operations": ".",
    "Sequence": "collections.abc",
    "dataclass": "dataclasses",
    "field": "dataclasses",
    "Decimal": "decimal",
    "IntEnum": "enum",
    "StrEnum": "enum",
    **dict.fromkeys(
        (
            "UNSET", "Meta", "Struct", "UnsetType",
        ),
        "msgspec",
    ),
    **dict.fromkeys(
        (
            "Annotated", "Any", "Unpack", "cast",
        ),
        "typing",
    ),
    "UUID": "uuid",
    **dict.fromkeys(
        (
            "ApiClient", "AsyncApiClient", "AsyncCredential", "AsyncOptions", "Call", "Credential",
            "Method", "PagedCall", "PagedMethod", "SyncOptions", "WaitCall", "WaitMethod",
        ),
        "wiresmith.client",
    ),
    **dict.fromkeys(
        (
            "ABSENT", "Absent", "Guid", "JsonValue", "Model", "Number", "Undeclared",
        ),
        "wiresmith.runtime",
    ),
    **dict.fromkeys(
        (
            "JsonCodec", "completed", "finite_json", "not_finite", "read_key",
            "wire_names", "write_key",
        ),
        "wiresmith.runtime.json.fast",
    ),
    **dict.fromkeys(
        (
            "any_json", "enum_key", "known_flags", "without_form",
        ),
        "wiresmith.runtime.json.open_json",
    ),
    **dict.fromkeys(
        (
            "Auth", "Body", "Envelope", "Header", "Operation", "Paging", "Parameter", "Response",
            "Wait",
        ),
        "wiresmith.description",
    ),
    "TYPE_CHECKING": "typing",
    "OPERATIONS": ".._parts",
    "TYPES": ".._parts",
    "add_methods": "wiresmith.client",
    "lazily": "wiresmith.runtime.lazily",
    "Package": "wiresmith.runtime.package",
    "is_within": "wiresmith.runtime.bounds",
    "within": "wiresmith.runtime.bounds",
    **dict.fromkeys(
        (
            "DictType", "EnumType", "ListType", "Member", "Nullable", "ObjectType", "Provenance", "Ref",
            "Scalar", "Schema", "named",
        ),
        "wiresmith.description",
    ),
    "require_runtime": "wiresmith.runtime.version",
    **dict.fromkeys(
        (
            "XmlCodec", "read_elsewhere", "write_elsewhere",
        ),
        "wiresmith.runtime.xml.fast.codec",
    ),
    "flags_text": "wiresmith.runtime.xml.fast.flags",
    "read_flags": "wiresmith.runtime.xml.fast.flags",
    "moment_texts": "wiresmith.runtime.xml.fast.moments",
    "read_moment": "wiresmith.runtime.xml.fast.moments",
    "plain_object": "wiresmith.runtime.xml.fast.plain_objects",
    **dict.fromkeys(
        (
            "EMPTY", "NIL", "Pattern", "by_prefix", "closing", "leaf", "opening", "read_entries",
            "read_items", "read_nillable_entries", "read_nillable_items",
            "read_nillable_object_entries", "read_nillable_values", "read_object_entries",
            "read_values", "unusual",
        ),
        "wiresmith.runtime.xml.fast.runs",
    ),
    "enum_text": "wiresmith.values.xml_text",
    "escape": "wiresmith.values.xml_text",
    "misfit": "wiresmith.values.lexical",
    "QName": "wiresmith.values.qnames",
}  # fmt: skip
"""The module that each outside name of emitted code comes from, other than those that kinds of scalars bring;
a name of ``""`` is a module itself.
"""

PLACE: Final = "# \x04"
"""Stands in a rendered module where its imports go; every kind of safe text escapes its last character."""


class UnknownNameError(EmitError):
    """Emitted code uses a name that neither it nor a module defines."""


class Imports(SafeText):
    """Stands for the import statements of a module until it is known what the module uses."""

    __slots__ = ()


_FUTURE: Final = "from __future__ import annotations"


def free_names(source: str) -> set[str]:
    """The names that a module uses, in annotations too, and it does not define.

    Raises:
        SyntaxError: if the text is no module.
    """
    # With the future import, annotations are no part of the tables.
    top = symtable.symtable(source.replace(_FUTURE, "", 1), "<emitted>", "exec")
    bound = {symbol.get_name() for symbol in _symbols(top) if symbol.is_local()}
    used: set[str] = set()
    pending = [top]
    while pending:
        table = pending.pop()
        pending += table.get_children()
        used.update(
            symbol.get_name() for symbol in _symbols(table) if symbol.is_global() and symbol.is_referenced()
        )
    return used - bound


def _symbols(table: symtable.SymbolTable) -> Iterator[symtable.Symbol]:
    """The symbols of a table, without what ``get_symbols`` finds out besides: each one's namespaces among all
    others.
    """
    raw: dict[str, int] = vars(table)["_table"].symbols
    is_module = table.get_type() == "module"
    return (symtable.Symbol(name, flags, module_scope=is_module) for name, flags in raw.items())


def import_statements(wanted: Mapping[str, tuple[str, str]]) -> str:
    """The statements that import these names, sorted as ruff sorts them; each local name has its module and
    its name there.
    """
    sections: list[list[tuple[tuple[object, ...], str]]] = [[], [], [], []]
    together: dict[str, list[str]] = {}
    for local, (module, name) in wanted.items():
        alias = "" if local == name else f" as {local}"
        if not module:
            sections[_section(name)].append(((0, name), f"import {name}{alias}"))
        elif alias:
            sections[_section(module)].append(((1, module, 0, name), f"from {module} import {name}{alias}"))
        else:
            together.setdefault(module, []).append(name)
    for module, names in together.items():
        listed = ", ".join(sorted(names, key=export_order))
        sections[_section(module)].append(((1, module, 1), f"from {module} import ({listed})"))
    return "\n\n".join("\n".join(line for _, line in sorted(section)) for section in sections if section)


def origin(name: str) -> str | None:
    """The module that a name of emitted code comes from; None if no module is known to have it."""
    return ORIGINS.get(name, _of_kinds().get(name))


@cache
def _of_kinds() -> Mapping[str, str]:
    return {name: module for kind in all_kinds() for name, module in kind.emitted_names().items()}


def export_order(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """The order of names in imports and ``__all__``: constants, classes, the rest; numbers by value, as
    ruff's."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    parts = re.findall(r"\d+|\D+", name)
    return kind, [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _section(module: str) -> int:
    """The section that a module is imported in: the standard library, other projects, the runtime, this
    package.
    """
    if module.startswith("."):
        return 3
    top = module.partition(".")[0]
    return 2 if top == "wiresmith" else 0 if top in sys.stdlib_module_names else 1
