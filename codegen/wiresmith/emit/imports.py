"""The imports of an emitted module follow from what was rendered: every name that it uses and nothing in it defines."""

from __future__ import annotations

import re
import symtable
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from wiresmith.emit.text import SafeText
from wiresmith.failure import EmitError

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
            "JsonCodec", "completed", "finite_decimal", "finite_json", "not_finite", "read_key",
            "wire_names", "write_key",
        ),
        "wiresmith.runtime.json.fast",
    ),
    **dict.fromkeys(
        (
            "WireName", "any_json", "enum_key", "known_flags", "read_name", "without_form",
            "write_name",
        ),
        "wiresmith.runtime.json.values",
    ),
    **dict.fromkeys(
        (
            "Auth", "Body", "Envelope", "Header", "Operation", "Paging", "Parameter", "Response",
            "Wait",
        ),
        "wiresmith.runtime.operations",
    ),
    "TYPE_CHECKING": "typing",
    "Package": "wiresmith.runtime.package",
    "is_within": "wiresmith.runtime.bounds",
    "within": "wiresmith.runtime.bounds",
    **dict.fromkeys(
        (
            "DictType", "EnumType", "ListType", "Member", "Nullable", "ObjectType", "Ref", "Scalar",
            "Schema", "named",
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
    **dict.fromkeys(
        (
            "date_text", "datetime_text", "offset_text", "parse_date", "parse_datetime", "parse_offset",
            "parse_time", "time_text",
        ),
        "wiresmith.values.datetimes",
    ),
    "duration_text": "wiresmith.values.durations",
    "parse_duration": "wiresmith.values.durations",
    "guid": "wiresmith.values.guids",
    **dict.fromkeys(
        (
            "base64_bytes", "base64_text", "boolean_text", "integer_text", "is_integer", "is_number",
            "misfit", "xml_decimal", "xml_number", "xml_single",
        ),
        "wiresmith.values.lexical",
    ),
    "QName": "wiresmith.values.qnames",
    "uri_text": "wiresmith.values.uris",
    "is_least_date": "wiresmith.values.datetimes",
    "is_least_datetime": "wiresmith.values.datetimes",
    "is_least_moment": "wiresmith.values.datetimes",
    "is_midnight": "wiresmith.values.datetimes",
    "read_date": "wiresmith.values.datetimes",
    "read_datetime": "wiresmith.values.datetimes",
    "read_time": "wiresmith.values.datetimes",
    "read_decimal": "wiresmith.values.decimals",
    "is_no_time": "wiresmith.values.durations",
    "read_duration": "wiresmith.values.durations",
    "is_empty_guid": "wiresmith.values.guids",
    "read_guid": "wiresmith.values.guids",
    "char_text": "wiresmith.values.lexical",
    "code_unit": "wiresmith.values.lexical",
    "read_base64": "wiresmith.values.lexical",
    "read_bool": "wiresmith.values.lexical",
    "read_char": "wiresmith.values.lexical",
    "core_number": "wiresmith.values.xml_numbers",
    "core_single": "wiresmith.values.xml_numbers",
    "read_core_float": "wiresmith.values.xml_numbers",
    "read_core_number": "wiresmith.values.xml_numbers",
    "read_core_single": "wiresmith.values.xml_numbers",
    "read_float": "wiresmith.values.xml_numbers",
    "read_number": "wiresmith.values.xml_numbers",
    "read_single": "wiresmith.values.xml_numbers",
    "read_string": "wiresmith.values.xml_text",
}  # fmt: skip
"""The module that each outside name of emitted code comes from; a name of ``""`` is a module itself."""

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
    """The symbols of a table, without what ``get_symbols`` finds out besides: each one's namespaces among all others."""
    raw: dict[str, int] = vars(table)["_table"].symbols
    is_module = table.get_type() == "module"
    return (symtable.Symbol(name, flags, module_scope=is_module) for name, flags in raw.items())


def import_statements(wanted: Mapping[str, tuple[str, str]]) -> str:
    """The statements that import these names, sorted as ruff sorts them; each local name has its module and its name there."""
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


def origin(name: str) -> str:
    """The module that a name comes from.

    Raises:
        UnknownNameError: if no module is known to have it.
    """
    module = ORIGINS.get(name)
    if module is None:
        raise UnknownNameError(f"it uses {name}, which nothing defines")
    return module


def export_order(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """The order of names in imports and ``__all__``: constants, classes, the rest; numbers by value, as
    ruff's."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    parts = re.findall(r"\d+|\D+", name)
    return kind, [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _section(module: str) -> int:
    """Where a module's imports stand: the standard library, other projects, the runtime, this package."""
    if module.startswith("."):
        return 3
    top = module.partition(".")[0]
    return 2 if top == "wiresmith" else 0 if top in sys.stdlib_module_names else 1
