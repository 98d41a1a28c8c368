"""Scalars as schemas of their JSON texts, and of the names of members where they are keys of dictionaries."""

from __future__ import annotations

from wiresmith.description import Constraints, Scalar
from wiresmith.export.ecma_patterns import ecma_pattern
from wiresmith.export.written_json import Object
from wiresmith.kinds import Kind, kind_of
from wiresmith.values.forms import Texts


def scalar_schema(scalar: Scalar, texts: Texts) -> Object:
    """The schema of a scalar's JSON values.

    Source: JSON Schema 2020-12, Validation; the lexical forms are those that decode takes.
    """
    kind = kind_of(scalar.kind)
    schema: Object = {**kind.json_schema(texts), **_bounds(kind, scalar)}
    if kind.json_type == "string":
        schema |= _text(kind, scalar, texts)
    if not kind.is_told:
        schema["x-wiresmith-type"] = kind.name
    return schema


def key_schema(scalar: Scalar, texts: Texts) -> Object:
    """The schema of the names that a dictionary's keys of this kind have: their texts."""
    own = kind_of(scalar.kind).key_schema()
    if own is not None:
        return own
    schema = scalar_schema(scalar, texts)
    schema.pop("type", None)
    return schema


def _bounds(kind: Kind, constraints: Constraints) -> Object:
    """The range of a number: the narrower of its kind's and its own."""
    least: list[int | float] = []
    greatest: list[int | float] = []
    if kind.range is not None:
        least.append(kind.range[0])
        greatest.append(kind.range[1])
    least += [] if constraints.ge is None else [constraints.ge]
    greatest += [] if constraints.le is None else [constraints.le]
    bounds: Object = {}
    if least:
        bounds["minimum"] = max(least)
    if greatest:
        bounds["maximum"] = min(greatest)
    if constraints.gt is not None:
        bounds["exclusiveMinimum"] = constraints.gt
    elif kind.greatest is not None and not least:
        bounds["exclusiveMinimum"] = -kind.greatest
    if constraints.lt is not None:
        bounds["exclusiveMaximum"] = constraints.lt
    elif kind.greatest is not None and not greatest:
        bounds["exclusiveMaximum"] = kind.greatest
    return bounds


def _text(kind: Kind, constraints: Constraints, texts: Texts) -> Object:
    """The keywords that narrow a text: its length, its form, and the pattern of the spec."""
    schema: Object = {**kind.json_lengths(constraints.min_length, constraints.max_length)}
    own = kind.json_pattern(texts)
    patterns = [own] if own else []
    if constraints.pattern is not None:
        translated = ecma_pattern(constraints.pattern)
        if translated is not None:
            patterns.append(translated)
        if translated != constraints.pattern:
            schema["x-wiresmith-pattern"] = constraints.pattern
    if patterns:
        schema["pattern"] = patterns[0]
    if len(patterns) > 1:
        schema["allOf"] = [{"pattern": each} for each in patterns[1:]]
    return schema


def nullable(schema: Object) -> Object:
    """The schema of the same values and null."""
    type_ = schema.get("type")
    if not schema:
        return schema
    if isinstance(type_, str) and "enum" not in schema:
        return {**schema, "type": [type_, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
