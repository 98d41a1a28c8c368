"""What an XML document says according to lxml: elements, types and identities, by rules of this
module's own.
"""

from __future__ import annotations

import datetime
import enum
import re
from decimal import Decimal
from typing import Any

from lxml import etree

from tests.golden.xml_types import contract_name, declared_known
from tests.property.judge import text_says
from tests.property.known_types import levels, spelled
from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    ObjectType,
    QName,
    Ref,
    Scalar,
    Type,
    bare,
)
from wiresmith.description import QName as Name
from wiresmith.runtime import ABSENT, DateTime, Typed

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SERIALIZATION = "{http://schemas.microsoft.com/2003/10/Serialization/}"
_CONTROL = re.compile(rb"&#x(?:[0-8BCEF]|1[0-9A-F]|FFF[EF]);")
_INT32 = range(-(2**31), 2**31)
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "bool"),
    (float, "float64"),
    (Decimal, "decimal"),
    (str, "str"),
    (bytes, "bytes"),
    (datetime.datetime, "datetime"),
    (datetime.date, "date"),
    (datetime.time, "time"),
    (datetime.timedelta, "timedelta"),
    (Name, "qname"),
)
"""What a Python value stands for where any type may."""


def xml_says(contract: Contract, use: Type, value: Any, written: bytes) -> None:
    """Assert that an XML document has exactly the elements that a value of a type has to have, in order.

    Documents with references to control characters are left out: .NET writes them, XML 1.0 has none.
    """
    if _CONTROL.search(written):
        return
    element = etree.fromstring(written)
    type_ = bare(use)
    declared = contract.types[type_.name] if isinstance(type_, Ref) else type_
    assert element.tag == _tag(declared.root)
    _Judge(contract).value(use, value, element)


class _Judge:
    """Walks one document."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.numbers: dict[int, int] = {}
        """What has an identity, by ``id``: the how manieth it was."""

    def value(self, use: Type, value: Any, element: Any) -> None:
        said = {name: text for name, text in element.attrib.items() if name != f"{XSI}type"}
        type_name = element.get(f"{XSI}type")
        if value is None:
            assert (said, type_name) == ({f"{XSI}nil": "true"}, None)
            assert len(element) == 0
            assert element.text is None
            return
        actual = self._type(bare(use), value)
        if self._is_reference(actual):
            number = self.numbers.get(id(value))
            if number is not None:
                assert (said, type_name) == ({f"{SERIALIZATION}Ref": f"i{number}"}, None)
                assert len(element) == 0
                assert element.text is None
                return
            self.numbers[id(value)] = number = len(self.numbers) + 1
            assert said == {f"{SERIALIZATION}Id": f"i{number}"}
        else:
            assert said == {}
        if actual == bare(use) or actual == Scalar("any"):
            assert type_name is None
        else:
            name = contract_name(self.contract, actual)
            assert name is not None
            assert _resolved(element, type_name) == (name.local, name.namespace)
        is_any = isinstance(type_ := bare(use), Scalar) and type_.kind == "any"
        self._content(actual, value.value if is_any and isinstance(value, Typed) else value, element)

    def _type(self, declared: BareType, value: Any) -> BareType:
        """The type of a value that is not null, where another one is declared."""
        is_any = isinstance(declared, Scalar) and declared.kind == "any"
        if isinstance(declared, Ref) or (is_any and not isinstance(value, Typed)):
            name = type(value).__name__
            found = [known for known in self.contract.types.values() if known.name == name]
            if found and (is_any or isinstance(found[0], ObjectType)):
                return Ref(found[0].name)
        if not is_any:
            return declared
        if isinstance(value, Typed):
            types = declared_known(self.contract)
            found_types = [type_ for type_ in types if spelled(self.contract, type_) == value.type]
            return found_types[0] if found_types else Scalar(value.type)
        if isinstance(value, int) and not isinstance(value, bool):
            return Scalar("int32" if value in _INT32 else "int64")
        return Scalar(next(kind for cls, kind in _KINDS if isinstance(value, cls)))

    def _is_reference(self, type_: BareType) -> bool:
        if isinstance(type_, Ref):
            return any(level.reference for level in levels(self.contract, type_.name))
        return isinstance(type_, ListType | DictType) and type_.reference

    def _content(self, type_: BareType, value: Any, element: Any) -> None:
        match type_:
            case Scalar(kind="any"):
                assert (element.text or "") == (value or "")
            case Scalar(kind="qname"):
                assert _resolved(element, element.text or "") == (value.local, value.namespace)
            case Scalar(kind="char"):
                assert element.text == str(ord(value))
            case Scalar(kind="datetimeoffset"):
                _moment_says(value, element)
            case Scalar(kind=kind):
                assert len(element) == 0
                assert text_says(kind, value, element.text or "", timespan=False)
            case ListType(item=item, item_name=name):
                assert [child.tag for child in element] == [_tag(name)] * len(value)
                for part, child in zip(value, element, strict=True):
                    self.value(item, part, child)
            case DictType(key=key, value=item):
                assert [child.tag for child in element] == [_tag(type_.entry_name)] * len(value)
                for (name, part), child in zip(value.items(), element, strict=True):
                    assert [part.tag for part in child] == [_tag(type_.key_name), _tag(type_.value_name)]
                    self.value(key, name, child[0])
                    self.value(item, part, child[1])
            case Ref(name=identity):
                declared = self.contract.types[identity]
                if isinstance(declared, EnumType):
                    _enum_says(declared, value, element.text or "")
                    return
                there = [m for m in declared.xml_members if getattr(value, m.attribute) is not ABSENT]
                assert [child.tag for child in element] == [_tag(member.xml_name) for member in there]
                for member, child in zip(there, element, strict=True):
                    self.value(member.type, getattr(value, member.attribute), child)


def _enum_says(declared: EnumType, value: Any, text: str) -> None:
    texts = {known.wire: known.xml for known in reversed(declared.values)}
    wire = value.value if isinstance(value, enum.Enum) else value
    if declared.flags and wire not in texts:
        words = text.split(" ") if wire else []
        assert sum(int(number) for number, name in texts.items() if name in words) == wire
        return
    assert text == str(texts.get(wire) or wire)


def _resolved(element: Any, text: str) -> tuple[str, str]:
    """What a name with or without a prefix means where it stands."""
    prefix, _, local = text.rpartition(":")
    return local, element.nsmap.get(prefix or None, "")


def _moment_says(value: datetime.datetime, element: Any) -> None:
    instant, minutes = element
    plain = value.plain() if isinstance(value, DateTime) else value
    assert datetime.datetime.fromisoformat(instant.text) == plain
    assert plain.utcoffset() == datetime.timedelta(minutes=int(minutes.text))


def _tag(name: QName | None) -> str:
    assert name is not None
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local
