"""What a document says according to parsers that are none of ours: ``json`` of the standard library, and lxml."""

from __future__ import annotations

import base64
import datetime
import enum
import json
import math
import re
import struct
from decimal import Decimal
from typing import Any

from lxml import etree

from wiresmith.contract.model import (
    Contract,
    DictType,
    EnumType,
    ListType,
    NamedType,
    ObjectType,
    QName,
    ScalarType,
    TypeUse,
)
from wiresmith.runtime import ABSENT, DateTime, Typed

TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_CONTROL = re.compile(rb"&#x(?:[0-8BCEF]|1[0-9A-F]|FFF[EF]);")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")
_TIME_SPAN = re.compile(r"(-?)(?:(\d+)\.)?(\d\d):(\d\d):(\d\d(?:\.\d{1,7})?)")


class Pairs(list[tuple[str, Any]]):
    """A JSON object as it stands: names in order, twice if they are there twice."""


class Numeral(str):
    """A JSON number as it stands."""

    __slots__ = ()


def json_says(contract: Contract, use: TypeUse, value: Any, written: bytes) -> None:
    """Assert that a JSON document is exactly what a value of a type has to look like, members in order."""
    found = json.loads(written, object_pairs_hook=Pairs, parse_int=Numeral, parse_float=Numeral)
    _json(contract, use, value, found)


def _json(contract: Contract, use: TypeUse, value: Any, found: Any) -> None:
    if value is None:
        assert found is None
        return
    match use.type:
        case ScalarType(kind="any"):
            _free(value, found)
        case ScalarType(kind="qname"):
            assert found == [("name", value.local), ("ns", value.namespace)]
        case ScalarType(kind=kind):
            is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
            assert isinstance(found, Numeral) == is_number
            timespan = contract.dialect == "datacontract"
            assert (
                found is value
                if isinstance(value, bool)
                else text_says(kind, value, found, timespan=timespan)
            )
        case ListType(item=item):
            assert type(found) is list
            assert len(found) == len(value)
            for part, part_found in zip(value, found, strict=True):
                _json(contract, item, part, part_found)
        case DictType(key=key, value=item):
            assert type(found) is Pairs
            assert len(found) == len(value)
            for (name, part), (name_found, part_found) in zip(value.items(), found, strict=True):
                assert isinstance(key.type, NamedType) or text_says(
                    _kind(key), name, name_found, timespan=False
                )
                if isinstance(key.type, NamedType):
                    assert name_found == _key_name(contract.types[key.type.identity], name)
                _json(contract, item, part, part_found)
        case NamedType(identity=identity):
            declared = contract.types[identity]
            if isinstance(declared, EnumType):
                wire = value.value if isinstance(value, enum.Enum) else value
                assert found == str(wire)
                assert isinstance(found, Numeral) == (declared.base == "int")
                return
            assert type(found) is Pairs
            there = [member for member in declared.members if getattr(value, member.python) is not ABSENT]
            assert [name for name, _ in found] == [member.wire for member in there]
            for member, (_, part_found) in zip(there, found, strict=True):
                _json(contract, member.use, getattr(value, member.python), part_found)


def _key_name(declared: Any, key: Any) -> str:
    """An enum as a key: by its name, if it has one besides its number."""
    wire = key.value if isinstance(key, enum.Enum) else key
    names = {member.wire: member.xml for member in reversed(declared.values)}
    return str((names.get(wire) if declared.base == "int" else None) or wire)


def _free(value: Any, found: Any) -> None:
    if isinstance(value, dict):
        assert [name for name, _ in found] == list(value)
        for part, (_, part_found) in zip(value.values(), found, strict=True):
            _free(part, part_found)
    elif isinstance(value, list):
        assert len(found) == len(value)
        for part, part_found in zip(value, found, strict=True):
            _free(part, part_found)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        assert text_says("number", value, found, timespan=False)
    else:
        assert found == value
        assert type(found) is type(value)


def xml_says(contract: Contract, use: TypeUse, value: Any, written: bytes) -> None:
    """Assert that an XML document has exactly the elements that a value of a type has to have, in order.

    Documents with references to control characters are left out: .NET writes them, XML 1.0 has none.
    """
    if _CONTROL.search(written):
        return
    element = etree.fromstring(written)
    declared = contract.types[use.type.identity] if isinstance(use.type, NamedType) else use.type
    assert element.tag == _tag(declared.xml_root)
    _xml(contract, use, value, element)


def _xml(contract: Contract, use: TypeUse, value: Any, element: Any) -> None:
    if value is None:
        assert dict(element.attrib) == {NIL: "true"}
        assert len(element) == 0
        assert element.text is None
        return
    match use.type:
        case ScalarType(kind="any"):
            _object_says(value, element)
            return
        case NamedType(identity=identity) if type(value).__name__ != contract.types[
            identity
        ].python and not isinstance(contract.types[identity], EnumType):
            use = TypeUse(NamedType(type(value).__name__))
            assert _said_type(element) == _local(contract.types[type(value).__name__])
        case _:
            assert dict(element.attrib) == {}
    match use.type:
        case ScalarType(kind="qname"):
            assert _resolved(element) == (value.local, value.namespace)
        case ScalarType(kind="char"):
            assert element.text == str(ord(value))
        case ScalarType(kind="datetimeoffset"):
            _moment_says(value, element)
        case ScalarType(kind=kind):
            assert len(element) == 0
            assert text_says(kind, value, element.text or "", timespan=False)
        case ListType(item=item, xml_item=name):
            assert [child.tag for child in element] == [_tag(name)] * len(value)
            for part, child in zip(value, element, strict=True):
                _xml(contract, item, part, child)
        case DictType(key=key, value=item):
            assert [child.tag for child in element] == [_tag(use.type.xml_entry)] * len(value)
            for (name, part), child in zip(value.items(), element, strict=True):
                assert [part.tag for part in child] == [_tag(use.type.xml_key), _tag(use.type.xml_value)]
                _xml(contract, key, name, child[0])
                _xml(contract, item, part, child[1])
        case NamedType(identity=identity):
            declared = contract.types[identity]
            if isinstance(declared, EnumType):
                texts = {known.wire: known.xml for known in reversed(declared.values)}
                wire = value.value if isinstance(value, enum.Enum) else value
                if declared.flags and wire not in texts:
                    words = (element.text or "").split(" ") if wire else []
                    assert sum(number for number, text in texts.items() if text in words) == wire
                    return
                assert (element.text or "") == str(texts.get(wire) or wire)
                return
            assert isinstance(declared, ObjectType)
            there = [m for m in declared.xml_members if getattr(value, m.python) is not ABSENT]
            assert [child.tag for child in element] == [_tag(member.xml_name) for member in there]
            for member, child in zip(there, element, strict=True):
                _xml(contract, member.use, getattr(value, member.python), child)


def _object_says(value: Any, element: Any) -> None:
    """A value where any may stand: with its type, if it has one."""
    if isinstance(value, Typed) and value.type == "any":
        assert dict(element.attrib) == {}
    elif isinstance(value, Typed):
        names = {
            "uuid": "guid",
            "uri": "anyURI",
            "datetimeoffset": "DateTimeOffset",
            "int16": "short",
            "uint64": "unsignedLong",
        }
        names |= {"float32": "float", "int64": "long"}
        assert _said_type(element) == names.get(value.type, value.type)
    else:
        assert _said_type(element) is not None


def _said_type(element: Any) -> str | None:
    name = element.get(TYPE)
    return None if name is None else str(name.rpartition(":")[2])


def _local(declared: Any) -> str:
    assert isinstance(declared, ObjectType)
    name = declared.xml_contract
    assert name is not None
    return name.local


def _resolved(element: Any) -> tuple[str, str]:
    prefix, _, local = (element.text or "").rpartition(":")
    return local, element.nsmap[prefix] if prefix else ""


def _moment_says(value: datetime.datetime, element: Any) -> None:
    instant, minutes = element
    plain = value.plain() if isinstance(value, DateTime) else value
    assert datetime.datetime.fromisoformat(instant.text) == plain
    assert plain.utcoffset() == datetime.timedelta(minutes=int(minutes.text))


def text_says(kind: str, value: Any, text: str, *, timespan: bool) -> Any:
    """Whether a text means a scalar, by rules of this module's own; a text that the value carries is the text."""
    kept = getattr(value, "text", None)
    if kept is not None and kind != "timedelta":
        return text == kept or (kind in ("decimal", "float64") and Decimal(text) == Decimal(kept))
    match kind:
        case "bool":
            return text == ("true" if value else "false")
        case "float32" | "float64" | "number" if isinstance(value, float):
            return _float_says(value, text, single=kind == "float32")
        case "decimal":
            return Decimal(text) == value
        case "datetime" | "datetimeoffset":
            return datetime.datetime.fromisoformat(text) == value
        case "date":
            return text == value.isoformat()
        case "time":
            return datetime.time.fromisoformat(text) == value
        case "timedelta":
            return kept == text or _seconds(text, timespan) == Decimal(
                value // datetime.timedelta(microseconds=1)
            )
        case "qname":
            return text == (f"{value.namespace}:{value.local}" if value.namespace else value.local)
        case "bytes":
            return base64.b64decode(text, validate=True) == value
        case _:
            return text == str(value)


def _float_says(value: float, text: str, *, single: bool) -> bool:
    if math.isnan(value) or math.isinf(value):
        return text == {"nan": "NaN", "inf": "INF", "-inf": "-INF"}[str(value)]
    if single:
        return struct.pack("<f", float(text)) == struct.pack("<f", value)
    return float(text) == value


def _seconds(text: str, timespan: bool) -> Decimal:
    """Microseconds of a duration; digits beyond them are cut off."""
    match = (_TIME_SPAN if timespan else _DURATION).fullmatch(text)
    assert match is not None, text
    sign, days, hours, minutes, seconds = match.groups()
    total = int(days or 0) * 86400 + int(hours or 0) * 3600 + int(minutes or 0) * 60
    size = ((total + Decimal(seconds or 0)) * 10**6).to_integral_value(rounding="ROUND_DOWN")
    return -size if sign else size


def _tag(name: QName | None) -> str:
    assert name is not None
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local


def _kind(use: TypeUse) -> str:
    assert isinstance(use.type, ScalarType)
    return use.type.kind
