"""xsdata's models of exported XSD files, and whether what they read is what emitted packages read."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import decimal
import enum
import importlib
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from xsdata.codegen.transformer import ResourceTransformer
from xsdata.formats.dataclass.models.generics import AnyElement
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.models.config import GeneratorConfig, StructureStyle
from xsdata.models.datatype import XmlDate, XmlDateTime, XmlDuration, XmlTime

from wiresmith.description import Contract, DictType, EnumType, ListType, ObjectType, Ref, Scalar, Type, bare
from wiresmith.runtime import ABSENT, Typed

_NUMBERS = itertools.count()


class Judge:
    """Reads documents by models that xsdata generated from the XSD files of a folder."""

    def __init__(self, folder: Path, work: Path) -> None:
        work.mkdir()
        package = f"judged_{next(_NUMBERS)}"  # xsdata remembers where a package went
        config = GeneratorConfig()
        config.output.package = package
        config.output.structure_style = StructureStyle.SINGLE_PACKAGE
        # xsdata gives a schema without a namespace that of the first one that imports it.
        files = [*folder.glob("no-namespace.xsd"), folder / "schema.xsd"]
        # xsdata runs ruff on what it wrote, by its name alone.
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        with contextlib.chdir(work), _environment("PATH", path):
            ResourceTransformer(config=config).process([file.as_uri() for file in files])
        sys.path.insert(0, str(work))
        try:
            self._models = importlib.import_module(package)
        finally:
            sys.path.remove(str(work))
        for model in vars(self._models).values():
            # Without this, xsdata looks for the elements of a class without a namespace in that of the class
            # around it.
            if dataclasses.is_dataclass(model) and isinstance(model, type):
                meta = vars(model).get("Meta")
                if meta is None:
                    model.Meta = type("Meta", (), {"namespace": ""})  # type: ignore[attr-defined]
                elif not hasattr(meta, "namespace"):
                    meta.namespace = ""

    def read(self, data: bytes) -> object:
        """The document element's object."""
        root = etree.QName(etree.fromstring(data))
        model: Any
        (model,) = (
            model
            for model in vars(self._models).values()
            if dataclasses.is_dataclass(model)
            and hasattr(model, "Meta")
            and getattr(model.Meta, "name", getattr(model, "__name__", "")) == root.localname
            and getattr(model.Meta, "namespace", "") == (root.namespace or "")
        )
        return XmlParser().from_bytes(data, model)


@contextlib.contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ[name]
    os.environ[name] = value
    try:
        yield
    finally:
        os.environ[name] = before


def differences(contract: Contract, use: Type, ours: Any, theirs: object, path: str = "$") -> list[str]:
    """Where two readings of one document differ, member by member."""
    if ours is None or ours is ABSENT:
        return [] if _is_nothing(theirs) else [f"{path}: nothing, and xsdata has {theirs!r}"]
    if getattr(theirs, "ref", None) is not None:
        return []  # xsdata does not follow references
    if not isinstance(bare(use), Scalar) and theirs is None:
        return [f"{path}: {ours!r}, and xsdata has nothing"]
    match bare(use):
        case ListType(item=item):
            return _lists(contract, item, ours, theirs, path)
        case DictType() as dictionary:
            return _dictionaries(contract, dictionary, ours, theirs, path)
        case Ref(identity):
            declared = _runtime_type(contract, identity, ours)
            if isinstance(declared, EnumType):
                return _equal(_written(declared, ours), _read(_value(theirs)), path)
            found: list[str] = []
            names = _by_name(theirs)
            for member in declared.members:
                assert member.xml_name is not None
                value = names.get(member.xml_name.local)
                found += differences(
                    contract, member.type, getattr(ours, member.attribute), value, f"{path}.{member.wire}"
                )
            return found
        case Scalar(kind="any") if dataclasses.is_dataclass(theirs) and not isinstance(theirs, AnyElement):
            if isinstance(ours, Typed) and isinstance(ours.value, list):
                return _lists(contract, Scalar("any"), ours.value, theirs, path)
            return differences(contract, Ref(type(ours).__name__), ours, theirs, path)
        case Scalar(kind="datetimeoffset"):
            parts = _by_name(theirs)
            moment = parts["DateTime"].to_datetime()
            zone = datetime.timezone(datetime.timedelta(minutes=parts["OffsetMinutes"]))
            return _equal((_plain(ours), ours.utcoffset()), (moment, zone.utcoffset(None)), path)
        case Scalar(kind="char"):
            return _equal(ours, chr(_value(theirs)), path)
        case Scalar(kind="qname"):
            return _equal(
                f"{{{ours.namespace}}}{ours.local}" if ours.namespace else ours.local,
                _value(theirs).text,
                path,
            )
        case Scalar():
            return _equal(_plain(ours), _like(ours, _value(theirs)), path)


def _runtime_type(contract: Contract, identity: str, ours: object) -> ObjectType | EnumType:
    """The class of a value, which may extend the declared one."""
    return contract.types.get(type(ours).__name__) or contract.types[identity]


def _lists(contract: Contract, item: Type, ours: Any, theirs: object, path: str) -> list[str]:
    others = next(iter(_by_name(theirs).values()))
    if len(ours) != len(others):
        return [f"{path}: {len(ours)} items, and xsdata has {len(others)}"]
    pairs = enumerate(zip(ours, others, strict=True))
    return [line for place, (a, b) in pairs for line in differences(contract, item, a, b, f"{path}[{place}]")]


def _dictionaries(contract: Contract, type_: DictType, ours: Any, theirs: object, path: str) -> list[str]:
    assert type_.key_name is not None
    assert type_.value_name is not None
    entries = list(ours.items()) if isinstance(ours, dict) else ours
    others = next(iter(_by_name(theirs).values()))
    if len(entries) != len(others):
        return [f"{path}: {len(entries)} entries, and xsdata has {len(others)}"]
    found: list[str] = []
    for (key, value), other in zip(entries, others, strict=True):
        names = _by_name(other)
        found += differences(contract, type_.key, key, names[type_.key_name.local], f"{path} key")
        found += differences(contract, type_.value, value, names[type_.value_name.local], f"{path}[{key!r}]")
    return found


def _by_name(theirs: Any) -> dict[str, Any]:
    theirs = _value(theirs)
    return {
        field.metadata.get("name", field.name): getattr(theirs, field.name)
        for field in dataclasses.fields(theirs)
        if field.metadata.get("type") == "Element"
    }


def _value(theirs: Any) -> Any:
    """What xsdata's element holds: some wrap one text."""
    fields = dataclasses.fields(theirs) if dataclasses.is_dataclass(theirs) else ()
    if len(fields) == 1 and fields[0].name == "value" and fields[0].metadata.get("type") != "Element":
        return theirs.value
    return theirs


def _is_nothing(theirs: Any) -> bool:
    if isinstance(theirs, AnyElement):
        return theirs.attributes.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true"
    if dataclasses.is_dataclass(theirs):
        return all(_is_nothing(getattr(theirs, field.name)) for field in dataclasses.fields(theirs))
    return theirs is None or theirs == []


def _written(declared: EnumType, value: Any) -> list[str]:
    """The texts that XML has for a value of an enum."""
    wire = value.value if isinstance(value, enum.Enum) else value
    named = [each.xml or str(each.wire) for each in declared.values if each.wire == wire]
    if named or not declared.flags:
        return named[:1] or [str(wire)]
    return [each.xml or "" for each in declared.values if each.wire and int(each.wire) & wire == each.wire]


def _read(theirs: Any) -> list[str]:
    values = theirs if isinstance(theirs, list) else [theirs]
    return [str(value.value) if isinstance(value, enum.Enum) else str(value) for value in values]


def _like(ours: object, theirs: Any) -> Any:
    """xsdata's value; where a pattern made a text of it, what the text says."""
    if isinstance(theirs, str):
        match ours:
            case datetime.datetime():
                theirs = XmlDateTime.from_string(theirs)
            case datetime.date():
                theirs = XmlDate.from_string(theirs)
            case datetime.time():
                theirs = XmlTime.from_string(theirs)
            case datetime.timedelta():
                theirs = XmlDuration(theirs)
            case int():
                theirs = int(theirs)  # an xs:int of more than 32 bits
            case _:
                pass
    return _plain(theirs)


def _plain(value: Any) -> Any:
    """A value of either side as one that can be compared."""
    match value:
        case XmlDateTime():
            return value.to_datetime()
        case XmlDate():
            return value.to_date()
        case XmlTime():
            return value.to_time()
        case XmlDuration():
            span = datetime.timedelta(
                days=value.days or 0,
                hours=value.hours or 0,
                minutes=value.minutes or 0,
                seconds=value.seconds or 0,
            )
            return -span if value.negative else span
        case datetime.datetime():
            return datetime.datetime.combine(value.date(), value.timetz())
        case datetime.time():
            return value.replace()
        case datetime.timedelta():
            return datetime.timedelta(value.days, value.seconds, value.microseconds)
        case float() | int() | decimal.Decimal():
            return "NaN" if value != value else value
        case bytes():
            return bytes(value)
        case str():
            return str(value)
        case _:
            return value


def _equal(ours: object, theirs: object, path: str) -> list[str]:
    if ours == "" and theirs is None:
        return []  # an element that may be nil and is empty is None to xsdata
    return [] if ours == theirs else [f"{path}: {ours!r}, and xsdata has {theirs!r}"]
