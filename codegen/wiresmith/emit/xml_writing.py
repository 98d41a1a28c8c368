"""Emitted XML writers: the content of an object, list or dictionary as f-strings."""

from __future__ import annotations

from wiresmith.contract.model import DictType, ListType, Member, ObjectType, QName, ScalarType
from wiresmith.emit.expression import Expression, Text, concatenated, expression, fstring
from wiresmith.emit.text import Identifier
from wiresmith.emit.xml_defaults import is_default
from wiresmith.emit.xml_elements import closing, element, grouped, opening
from wiresmith.emit.xml_emission import (
    Functions,
    Variant,
    XmlEmission,
    deeper,
    entry_tags,
    item_tag,
    member_tag,
)
from wiresmith.emit.xml_scope import start_tag
from wiresmith.emit.xml_shapes import is_leaf
from wiresmith.values.namespaces import SYSTEM


def fill(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """Add the statements of the variant's writer."""
    match variant.type:
        case ObjectType():
            functions.misfit = emission.checks.misfit(variant.type)
            members = variant.type.xml_members
            for member in members:
                _member(emission, variant, member, functions, is_only=len(members) == 1)
        case ListType():
            functions.content.append(_list(emission, variant, variant.type))
        case DictType():
            functions.content.append(_dict(emission, variant, variant.type))
        case ScalarType():
            _moment(emission, variant, functions)


def _member(
    emission: XmlEmission, variant: Variant, member: Member, functions: Functions, *, is_only: bool
) -> None:
    tag = member_tag(emission, variant, member)
    source = expression("value.{}", Identifier(member.python))
    resolved = emission.shapes.resolve(member.use.type)
    default = is_default(emission, member, source)
    written = element(emission, tag, member.use, source, 1)
    is_plain = is_leaf(resolved) and not member.use.nullable and not emission.shapes.is_object(resolved)
    if is_plain and not member.optional and default is None and " if " not in written.source:
        functions.content.append(written if isinstance(written, Text) else fstring(written))
        return
    if default is not None and member.xml_required:
        written = expression("unusual() if {} else {}", default, grouped(written))  # .NET refuses it
    elif default is not None:
        written = expression("'' if {} else {}", default, grouped(written))
    if member.optional:
        written = expression("'' if {} is ABSENT else {}", source, written)
    if is_only:
        functions.content.append(grouped(written))
        return
    local = Identifier(f"{member.python}_xml")
    functions.writing.append((0, expression("{} = {}", local, written)))
    functions.content.append(fstring(expression("{}", local)))


def _list(emission: XmlEmission, variant: Variant, type_: ListType) -> Expression:
    tag = item_tag(emission, variant, type_)
    item = element(emission, tag, type_.item, expression("item"), 1)
    return expression("''.join([{} for item in value])", item)


def _dict(emission: XmlEmission, variant: Variant, type_: DictType) -> Expression:
    entry, key_tag, value_tag = entry_tags(emission, variant, type_)
    key = element(emission, key_tag, type_.key, expression("key"), 2)
    item = element(emission, value_tag, type_.value, expression("item"), 2)
    return expression(
        "''.join([{} for key, item in {}])",
        concatenated(
            fstring(*opening(emission, entry, deeper(1))),
            grouped(key),
            grouped(item),
            fstring(*closing(emission, entry)),
        ),
        expression("value") if type_.pairs else expression("value.items()"),
    )


def _moment(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """A DateTimeOffset: the moment in UTC, and the minutes of its offset."""
    functions.writing.append((0, expression("moment, minutes = moment_texts(value)")))
    for local, source in (("DateTime", "moment"), ("OffsetMinutes", "minutes")):
        tag = start_tag(QName(local, SYSTEM), variant.scope, SYSTEM, None)
        text = expression("{}", Identifier(source))
        functions.content.append(fstring(*opening(emission, tag, deeper(1)), text, *closing(emission, tag)))
