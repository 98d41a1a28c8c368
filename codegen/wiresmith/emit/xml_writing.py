"""Emitted XML writers: the content of an object, list or dictionary as f-strings."""

from __future__ import annotations

from wiresmith.contract.model import DictType, EnumType, ListType, Member, ObjectType, ScalarType, TypeUse
from wiresmith.emit.expression import Expression, expression, fstring
from wiresmith.emit.text import Identifier
from wiresmith.emit.xml_emission import (
    Functions,
    Variant,
    XmlEmission,
    call,
    deeper,
    entry_tags,
    item_tag,
    member_tag,
)
from wiresmith.emit.xml_scope import StartTag


def fill(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """Add the statements of the variant's writer."""
    match variant.type:
        case ObjectType():
            functions.misfit = emission.checks.misfit(variant.type)
            for member in variant.type.xml_members:
                _member(emission, variant, member, functions)
        case ListType():
            functions.content.append(_list(emission, variant, variant.type))
        case DictType():
            functions.content.append(_dict(emission, variant, variant.type))


def _member(emission: XmlEmission, variant: Variant, member: Member, functions: Functions) -> None:
    tag = member_tag(emission, variant, member)
    source = expression("value.{}", Identifier(member.python))
    resolved = emission.resolve(member.use.type)
    plain = isinstance(resolved, (ScalarType, EnumType)) and not member.use.nullable and not member.optional
    dropped = _dropped_default(member, resolved, source)
    if plain and dropped is None and not _may_be_empty(resolved):
        assert isinstance(resolved, (ScalarType, EnumType))
        text = emission.values.write(resolved, source)
        functions.content.append(fstring(*_open(emission, tag, deeper(1)), text, *_close(emission, tag)))
        return
    written = element(emission, tag, member.use, source, 1)
    if dropped is not None:
        written = expression("'' if {} else {}", dropped, _grouped(written))
    if member.optional:
        emission.imports.add("ABSENT")
        written = expression("'' if {} is ABSENT else {}", source, written)
    local = Identifier(f"{member.python}_xml")
    functions.writing.append((0, expression("{} = {}", local, written)))
    functions.content.append(expression("{}", local))


def _dropped_default(member: Member, resolved: object, source: Expression) -> Expression | None:
    """Whether the member holds the default that .NET leaves out (EmitDefaultValue = false); None if it leaves out none."""
    if member.xml_emit_default or member.xml_required:
        return None
    if member.use.nullable:
        return expression("{} is None", source)
    numeric = isinstance(resolved, ScalarType) and (
        resolved.kind in ("bool", "number", "float32", "float64") or "int" in resolved.kind
    )
    return expression("not {}", source) if numeric else None


def _list(emission: XmlEmission, variant: Variant, type_: ListType) -> Expression:
    tag = item_tag(emission, variant, type_)
    item = element(emission, tag, type_.item, expression("item"), 1)
    return expression("''.join([{} for item in value])", item)


def _dict(emission: XmlEmission, variant: Variant, type_: DictType) -> Expression:
    entry, key_tag, value_tag = entry_tags(emission, variant, type_)
    key = element(emission, key_tag, type_.key, expression("key"), 2)
    item = element(emission, value_tag, type_.value, expression("item"), 2)
    opening = fstring(*_open(emission, entry, deeper(1)))
    closing = fstring(*_close(emission, entry))
    return expression(
        "''.join([{} + {} + {} + {} for key, item in value.items()])",
        opening,
        _grouped(key),
        _grouped(item),
        closing,
    )


def element(
    emission: XmlEmission, tag: StartTag, use: TypeUse, source: Expression, levels: int
) -> Expression:
    """The expression for one whole element, ``levels`` below the element whose content is being written."""
    depth = deeper(levels)
    resolved = emission.resolve(use.type)
    empty = fstring(*_open(emission, tag, depth)[:-1], *_end(emission, tag, " />"))
    opening, closing = _open(emission, tag, depth), _close(emission, tag)
    if isinstance(resolved, (ScalarType, EnumType)):
        text = emission.values.write(resolved, source)
        if _may_be_empty(resolved):
            # .NET writes no text at all here, where an empty string is written as text.
            content = expression("content")
            written = expression(
                "{} if (content := {}) else {}", fstring(*opening, content, *closing), text, empty
            )
        else:
            written = fstring(*opening, text, *closing)
    else:
        functions = emission.variant(use.type, tag)
        content = call(functions.write, source, *emission.arguments(functions, tag, depth))
        whole = fstring(*opening, expression("content"), *closing)
        written = expression("{} if (content := {}) else {}", whole, content, empty)
    if not use.nullable:
        return written
    nil = fstring(*_open(emission, tag, depth)[:-1], *_end(emission, tag, ' i:nil="true"', " />"))
    return expression("{} if {} is None else {}", nil, source, _grouped(written))


def _open(emission: XmlEmission, tag: StartTag, depth: Expression) -> tuple[str | Expression, ...]:
    """The start tag; its last part is what a nil or empty element has otherwise."""
    return (
        "<",
        *emission.tag_parts(tag),
        *emission.declarations(tag, depth),
        emission.default_declaration(tag) + ">",
    )


def _end(emission: XmlEmission, tag: StartTag, *ending: str) -> tuple[str, ...]:
    """What stands in place of ``_open``'s last part: attributes, then the default namespace, then the slash."""
    return (*ending[:-1], emission.default_declaration(tag) + ending[-1])


def _close(emission: XmlEmission, tag: StartTag) -> tuple[str | Expression, ...]:
    return ("</", *emission.tag_parts(tag), ">")


def _may_be_empty(resolved: object) -> bool:
    return isinstance(resolved, ScalarType) and resolved.kind == "bytes"


def _grouped(inner: Expression) -> Expression:
    return expression("({})", inner) if " if " in inner.source else inner
