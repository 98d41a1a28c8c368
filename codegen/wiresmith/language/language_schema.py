"""The spec language as a JSON Schema, made from the records of `document`: editors complete and check spec
files with it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from wiresmith.language.document import DEFINITIONS, VERSION
from wiresmith.language.shape import (
    IDENTIFIER,
    Date,
    Either,
    EnumValue,
    Flag,
    Identifier,
    Integer,
    Keys,
    Many,
    NameKey,
    Nothing,
    Number,
    Shape,
    Table,
    Text,
    TypeText,
    Value,
    Word,
)

Schema = dict[str, Any]

_ANNOTATION: Final = "annotation"


def language_schema() -> Schema:
    """The schema (draft 2020-12) of ``api.yaml`` and of endpoint files: a file that says ``wiresmith:`` or
    ``api:`` is the former.

    It refuses every key that the reader refuses. What JSON Schema cannot know (YAML's traps, the grammar of
    annotations) is left to the reader.
    """
    definitions: Schema = {keys.name: mapping_schema(keys) for keys in DEFINITIONS}
    definitions[_ANNOTATION] = {
        "type": "string",
        "pattern": r"^[A-Za-z0-9_\[\], |\n]+$",
        "description": "A type: str, int64, datetime, Batch, list[Batch], dict[str, int], Page[Batch]; "
        "| None: may be null.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"wiresmith spec, version {VERSION}",
        "type": "object",
        "if": {"anyOf": [{"required": ["wiresmith"]}, {"required": ["api"]}]},
        "then": _reference("api_file"),
        "else": _reference("endpoint_file"),
        "$defs": definitions,
    }


def language_schema_text() -> str:
    """The text of ``specs/spec.schema.json``: the schema as JSON, the same on every run."""
    return json.dumps(language_schema(), indent=2, ensure_ascii=False) + "\n"


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def mapping_schema(keys: Keys) -> Schema:
    """The schema of one mapping, which refers to those inside it by name."""
    properties = {key.name: {**_schema(key.value), "description": key.doc} for key in keys.keys}
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [key.name for key in keys.keys if key.required]:
        schema["required"] = required
    if keys.one_of:
        schema["oneOf"] = [{"required": [name]} for name in keys.one_of]
    if keys.at_most_one:
        pairs = [
            [first, second]
            for group in keys.at_most_one
            for position, first in enumerate(group)
            for second in group[position + 1 :]
        ]
        schema["allOf"] = [{"not": {"required": pair}} for pair in pairs]
    if needs := {key.name: [key.beside] for key in keys.keys if key.beside}:
        schema["dependentRequired"] = needs
    return schema


def _schema(shape: Shape) -> Schema:
    match shape:
        case Text(pattern=pattern):
            schema: dict[str, object] = {"type": "string"}
            if pattern:
                schema["pattern"] = _whole(rf"(?:{pattern})?" if shape.may_be_empty else pattern)
            elif not shape.may_be_empty:
                schema["minLength"] = 1
            return schema
        case Date(pattern=pattern):
            return {"type": ["string", "integer"], "pattern": _whole(pattern)}
        case Identifier():
            return {"type": "string", "pattern": _whole(IDENTIFIER)}
        case Word():
            return {"enum": list(shape.options)}
        case Integer(least, greatest):
            if least == greatest:
                return {"const": least}
            return {"type": "integer", "minimum": least, "maximum": greatest}
        case Number():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Value():
            return {"type": ["string", "number", "boolean", "null"]}
        case EnumValue():
            return {"type": ["string", "integer"]}
        case TypeText():
            return _reference(_ANNOTATION)
        case Nothing():
            return {"type": "null"}
        case Many(item, may_be_empty):
            return {"type": "array", "items": _schema(item)} | ({} if may_be_empty else {"minItems": 1})
        case Table(key=key, value=value, may_be_empty=may_be_empty):
            table: Schema = {
                "type": "object",
                "propertyNames": _property_names(key),
                "additionalProperties": _schema(value),
            }
            return table if may_be_empty else table | {"minProperties": 1}
        case Keys():
            return _reference(shape.name)
        case Either(shapes):
            return {"anyOf": [_schema(each) for each in shapes]}


def _property_names(key: NameKey) -> Schema:
    if key.question_mark == "refused":
        return {"pattern": r"[^?]$"}
    return {"pattern": _whole(key.pattern)} if key.pattern else {"minLength": 1}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
