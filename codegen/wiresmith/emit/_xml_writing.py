"""Emitted XML writers: of which elements the content of an object, list or dictionary consists."""

from __future__ import annotations

from itertools import groupby

from wiresmith.description import DictType, ListType, Member, ObjectType, QName, Scalar
from wiresmith.emit._codec_code import Code
from wiresmith.emit._element_code import closing, element, opening, text_element
from wiresmith.emit._expression import Text, expression, fstring
from wiresmith.emit._xml_defaults import is_default
from wiresmith.emit._xml_emission import (
    Functions,
    Variant,
    XmlEmission,
    deeper,
    entry_tags,
    item_tag,
    member_tag,
)
from wiresmith.emit._xml_scope import start_tag
from wiresmith.emit._xml_writing_code import (
    Adjacent,
    Element,
    MomentWriter,
    OmittedDefault,
    OptionalElement,
    Placed,
    RefusedDefault,
    TextElement,
    XmlDictWriter,
    XmlListWriter,
    XmlObjectWriter,
    grouped,
)
from wiresmith.emit.safe_text import Identifier
from wiresmith.values.namespaces import SYSTEM


def fill(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """Say what the variant's writer is."""
    head = functions.write, functions.parameters, functions.annotation
    match variant.type:
        case ObjectType():
            elements, content = _members(emission, variant, variant.type)
            misfit = emission.checks.misfit(variant.type)
            functions.writer = XmlObjectWriter(*head, misfit, tuple(elements), tuple(content))
        case ListType(item=item):
            tag = item_tag(emission, variant, variant.type)
            functions.writer = XmlListWriter(*head, element(emission, tag, item, expression("item"), 1))
        case DictType(pairs=pairs):
            entry = _adjacent(_entry(emission, variant, variant.type))
            functions.writer = XmlDictWriter(*head, entry, pairs)
        case Scalar():
            # A DateTimeOffset: the moment in UTC, and the minutes of its offset.
            names = ("DateTime", "moment"), ("OffsetMinutes", "minutes")
            parts = [_moment_part(emission, variant, local, name) for local, name in names]
            functions.writer = MomentWriter(*head, *parts)


def _members(
    emission: XmlEmission, variant: Variant, declared: ObjectType
) -> tuple[list[tuple[Identifier, Code]], list[Code]]:
    """The elements that are made first, each under a name, and what the content consists of."""
    elements: list[tuple[Identifier, Code]] = []
    content: list[Code] = []
    for member in declared.xml_members:
        written = _member(emission, variant, member)
        if isinstance(written, TextElement):
            content.append(written)
        elif len(declared.xml_members) == 1:
            content.append(grouped(written))
        else:
            local = Identifier(f"{member.attribute}_xml")
            elements.append((local, written))
            content.append(Placed(local))
    return elements, content


def _member(emission: XmlEmission, variant: Variant, member: Member) -> Element:
    source = expression("value.{}", Identifier(member.attribute))
    default = is_default(emission, member, source)
    written = element(emission, member_tag(emission, variant, member), member.type, source, 1)
    if default is not None:
        kind = RefusedDefault if member.xml_required else OmittedDefault
        written = kind(default, grouped(written))
    return OptionalElement(source, written) if member.optional else written


def _entry(emission: XmlEmission, variant: Variant, type_: DictType) -> list[Code]:
    entry, key_tag, value_tag = entry_tags(emission, variant, type_)
    return [
        fstring(*opening(emission, entry, deeper(1))),
        grouped(element(emission, key_tag, type_.key, expression("key"), 2)),
        grouped(element(emission, value_tag, type_.value, expression("item"), 2)),
        fstring(*closing(emission, entry)),
    ]


def _adjacent(parts: list[Code]) -> tuple[Code, ...]:
    """The parts as operands: strings and f-strings that follow each other are one."""
    groups = groupby(parts, lambda part: isinstance(part, (Text, TextElement)))
    return tuple(
        operand for is_text, group in groups for operand in ([Adjacent(tuple(group))] if is_text else group)
    )


def _moment_part(emission: XmlEmission, variant: Variant, local: str, name: str) -> TextElement:
    tag = start_tag(QName(local, SYSTEM), variant.scope)
    return text_element(emission, tag, deeper(1), expression("{}", Identifier(name)))
