"""The annotations of .NET on components of a schema, read from xsdata's records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from xsdata.formats.dataclass.models.generics import AnyElement
from xsdata.models.xsd import AnnotationBase, Documentation

from wiresmith.description import QName
from wiresmith.values.namespaces import SERIALIZATION
from wiresmith.xsd._definitions import Argument, Generic

_DEEPEST: Final = 32
"""Generics in generics."""


@dataclass(slots=True)
class Annotations:
    """The annotations of .NET on one component."""

    doc: str = ""
    dictionary: bool = False
    value_type: bool = False
    emit_default: bool = True
    actual: QName | None = None
    number: str | None = None
    generic: Generic | None = None
    unknown: list[str] = field(default_factory=list[str])


def annotations_of(component: AnnotationBase) -> Annotations:
    """The annotations of a component; ``unknown`` are those that mean nothing to data contracts."""
    found = Annotations()
    documents: list[str] = []
    for annotation in component.annotations:
        documents += [_text(document) for document in annotation.documentations]
        for appinfo in annotation.app_infos:
            for content in appinfo.content:
                if isinstance(content, AnyElement) and content.qname is not None:
                    _read(content, found)
    found.doc = "\n".join(text for text in documents if text)
    return found


def _read(content: AnyElement, found: Annotations) -> None:
    reader = _READERS.get(content.qname or "")
    if reader is None or not reader(content, found):
        found.unknown.append((content.qname or "").rpartition("}")[2])


def _dictionary(content: AnyElement, found: Annotations) -> bool:
    found.dictionary = _is_true(content)
    return True


def _value_type(content: AnyElement, found: Annotations) -> bool:
    found.value_type = _is_true(content)
    return True


def _default_value(content: AnyElement, found: Annotations) -> bool:
    found.emit_default = content.attributes.get("EmitDefaultValue") not in ("false", "0")
    return True


def _enumeration_value(content: AnyElement, found: Annotations) -> bool:
    found.number = (content.text or "").strip()
    return True


def _actual_type(content: AnyElement, found: Annotations) -> bool:
    found.actual = QName(content.attributes.get("Name", ""), content.attributes.get("Namespace", ""))
    return True


def _generic_type(content: AnyElement, found: Annotations) -> bool:
    try:
        found.generic = Generic(
            content.attributes["Name"],
            content.attributes["Namespace"],
            _arguments(content, 0),
            _level(content) if "NestedLevel" in content.attributes else None,
        )
    except (KeyError, ValueError):
        return False
    return True


def _arguments(content: AnyElement, depth: int) -> tuple[Argument, ...]:
    if depth > _DEEPEST:
        raise ValueError("too many generics in generics")
    arguments: list[Argument] = []
    for child in content.children:
        if not isinstance(child, AnyElement) or child.qname != f"{{{SERIALIZATION}}}GenericParameter":
            raise ValueError("not a parameter")
        inner = _arguments(child, depth + 1)
        # The attribute says two things: with arguments of which none is its own, how many types the argument
        # stands in.
        levels = _level(child) if inner and _level(child) > max(each.level for each in inner) + 1 else None
        arguments.append(
            Argument(
                child.attributes["Name"],
                child.attributes["Namespace"],
                inner,
                0 if levels is not None else _level(child),
                levels,
            )
        )
    return tuple(arguments)


def _level(content: AnyElement) -> int:
    level = int(content.attributes.get("NestedLevel", "0"))
    if not 0 <= level <= _DEEPEST:
        raise ValueError("no level")
    return level


def _is_true(content: AnyElement) -> bool:
    return (content.text or "").strip() in ("true", "1")


def _text(document: Documentation) -> str:
    return "".join(each for each in document.content if isinstance(each, str)).strip()


_READERS: Final[dict[str, Callable[[AnyElement, Annotations], bool]]] = {
    f"{{{SERIALIZATION}}}{name}": reader
    for name, reader in {
        "IsDictionary": _dictionary,
        "IsValueType": _value_type,
        "DefaultValue": _default_value,
        "EnumerationValue": _enumeration_value,
        "ActualType": _actual_type,
        "GenericType": _generic_type,
    }.items()
}
