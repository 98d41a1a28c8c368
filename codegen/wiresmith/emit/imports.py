"""The import block of an emitted codec: only what the module uses, sorted as ruff's isort rules want it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from wiresmith.emit.expression import Expression
from wiresmith.emit.text import Identifier

_MODULES = {
    "Any": "typing", "Annotated": "typing", "Decimal": "decimal", "datetime": "", "decimal": "",
    "Meta": "msgspec", "Struct": "msgspec", "UNSET": "msgspec", "UnsetType": "msgspec",
    "ABSENT": "wiresmith.runtime.absent",
    "Scalar": "wiresmith.runtime.schema", "within": "wiresmith.runtime.scalars",
    "is_within": "wiresmith.runtime.scalars",
    "guid": "wiresmith.values.guids", "Guid": "wiresmith.values.guids",
    "Number": "wiresmith.values.numbers", "JsonValue": "wiresmith.runtime.undeclared",
    "parse_datetime": "wiresmith.values.datetimes", "datetime_text": "wiresmith.values.datetimes",
    "parse_date": "wiresmith.values.datetimes", "date_text": "wiresmith.values.datetimes",
    "parse_time": "wiresmith.values.datetimes", "time_text": "wiresmith.values.datetimes",
    "parse_duration": "wiresmith.values.durations", "duration_text": "wiresmith.values.durations",
    "base64_bytes": "wiresmith.values.lexical", "base64_text": "wiresmith.values.lexical",
    "xml_number": "wiresmith.values.lexical", "xml_single": "wiresmith.values.lexical", "xml_decimal": "wiresmith.values.lexical",
    "boolean_text": "wiresmith.values.lexical", "integer_text": "wiresmith.values.lexical",
    "enum_text": "wiresmith.runtime.xml.text",
    "escape": "wiresmith.runtime.xml.text",
    "misfit": "wiresmith.values.lexical",
    "is_integer": "wiresmith.values.lexical", "is_number": "wiresmith.values.lexical",
    "QName": "wiresmith.values.qnames",
    "parse_offset": "wiresmith.values.datetimes", "offset_text": "wiresmith.values.datetimes",
    **dict.fromkeys(
        ("WireName", "any_json", "code_unit", "enum_key", "known_flags", "read_name", "without_form", "write_name"),
        "wiresmith.runtime.json.values",
    ),
    "moment_texts": "wiresmith.runtime.xml.fast.moments", "read_moment": "wiresmith.runtime.xml.fast.moments",
    "plain_object": "wiresmith.runtime.xml.fast.plain_objects", "uri_text": "wiresmith.values.uris",
    "write_elsewhere": "wiresmith.runtime.xml.fast.codec",
    **dict.fromkeys(
        (
            "char_text", "core_number", "core_single", "flags_text", "is_empty_guid", "is_least_date", "is_least_datetime",
            "is_least_moment", "is_midnight", "is_no_time", "read_char", "read_core_float", "read_core_number", "read_core_single",
            "read_flags",
        ),
        "wiresmith.runtime.xml.fast.contract_values",
    ),
    "XmlCodec": "wiresmith.runtime.xml.fast.codec", "read_elsewhere": "wiresmith.runtime.xml.fast.codec",
    **dict.fromkeys(
        (
            "read_base64", "read_bool", "read_date", "read_datetime", "read_decimal", "read_duration", "read_float", "read_guid",
            "read_number", "read_single", "read_string", "read_time",
        ),
        "wiresmith.runtime.xml.fast.leaf_values",
    ),
    **dict.fromkeys(
        (
            "EMPTY", "NIL", "Pattern", "by_prefix", "closing", "leaf", "opening", "read_entries", "read_items", "read_nillable_entries",
            "read_nillable_items", "read_nillable_object_entries", "read_nillable_values", "read_object_entries", "read_values", "unusual",
        ),
        "wiresmith.runtime.xml.fast.runs",
    ),
    **dict.fromkeys(
        ("JsonCodec", "completed", "finite_decimal", "finite_json", "not_finite", "read_key", "wire_names", "write_key"),
        "wiresmith.runtime.json.fast",
    ),
}  # fmt: skip


def import_block(names: Collection[str]) -> Expression:
    """The import statements for these names of libraries and the runtime, and for the package's models.

    Raises:
        KeyError: for a name that no module is known to have.
    """
    wanted: dict[str, list[str]] = {}
    for name in set(names) - {"int"}:
        wanted.setdefault(_MODULES[name], []).append(Identifier(name).source)
    plain = [f"import {name}" for name in sorted(wanted.pop("", []))]
    groups: list[list[str]] = [plain, [], []]
    for module in sorted(wanted):
        line = f"from {module} import {', '.join(sorted(wanted[module], key=_isort_key))}"
        groups[0 if module in ("typing", "decimal") else 1 if module == "msgspec" else 2].append(line)
    groups.append(["from . import models"])
    return Expression.trusted("\n\n".join("\n".join(group) for group in groups if group))


def uses_name(sources: Iterable[str], name: str) -> bool:
    """Does any of these annotations use the name (other than as an attribute)?"""
    return any(re.search(rf"(?<![\w.]){name}\b", source) for source in sources)


def _isort_key(name: str) -> tuple[int, str]:
    """Constants first, then classes, then the rest, as isort orders names."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name
