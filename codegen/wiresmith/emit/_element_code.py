"""Whole elements in emitted XML writers: start tag, content and end tag, by what the value is."""

from __future__ import annotations

from wiresmith.description import BareType, ObjectType, Ref, Scalar, Type, bare, is_nullable
from wiresmith.emit._expression import Expression, fstring, ftext
from wiresmith.emit._python_types import class_reference
from wiresmith.emit._xml_emission import ELSEWHERE, XmlEmission, call, deeper
from wiresmith.emit._xml_scope import StartTag, with_type
from wiresmith.emit._xml_shapes import Leaf, is_leaf
from wiresmith.emit._xml_writing_code import (
    ContentElement,
    Element,
    ElementOfClass,
    NillableElement,
    PlainObject,
    TextElement,
    UnusualElement,
    grouped,
)
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.kinds import kind_of
from wiresmith.values.namespaces import SERIALIZATION, XS


def element(emission: XmlEmission, tag: StartTag, use: Type, source: Expression, levels: int) -> Element:
    """One element, ``levels`` below the element whose content is being written."""
    depth = deeper(levels)
    resolved = emission.shapes.resolve(bare(use))
    nullable = is_nullable(use)
    if emission.shapes.is_object(resolved):
        nullable = True
        written = _object(emission, tag, source, depth)
    elif is_leaf(resolved):
        written = _leaf(emission, tag, resolved, source, depth)
    else:
        written = _nested(emission, tag, bare(use), source, depth)
    written = _or_stand_in(emission, tag, bare(use), source, depth, written)
    if not nullable:
        return written
    nil = fstring(
        "<",
        *emission.tag_parts(tag),
        *emission.declarations(tag, depth, null=True),
        f' i:nil="true"{emission.default_declaration(tag)} />',
    )
    return NillableElement(nil, source, grouped(written))


def text_element(emission: XmlEmission, tag: StartTag, depth: Expression, text: Expression) -> TextElement:
    """An element around a text that is never empty, or that is written as text where it is."""
    return TextElement(ftext(*opening(emission, tag, depth)), text, ftext(*closing(emission, tag)))


def opening(emission: XmlEmission, tag: StartTag, depth: Expression) -> tuple[str | Expression, ...]:
    """The start tag of an element that is not empty, as parts of an f-string."""
    return (
        "<",
        *emission.tag_parts(tag),
        *emission.declarations(tag, depth),
        emission.default_declaration(tag) + ">",
    )


def closing(emission: XmlEmission, tag: StartTag) -> tuple[str | Expression, ...]:
    """The end tag, as parts of an f-string."""
    return ("</", *emission.tag_parts(tag), ">")


def _leaf(
    emission: XmlEmission, tag: StartTag, resolved: Leaf, source: Expression, depth: Expression
) -> Element:
    if isinstance(resolved, Scalar) and kind_of(resolved.kind).xml_shape == "name":
        return UnusualElement()
    text = emission.values.write(resolved, source)
    if emission.values.may_be_empty(resolved):
        # .NET writes no text at all here, where an empty string is written as text.
        return _content(emission, tag, depth, text)
    return text_element(emission, tag, depth, text)


def _nested(
    emission: XmlEmission, tag: StartTag, type_: BareType, source: Expression, depth: Expression
) -> Element:
    functions = emission.writer(type_, tag)
    if functions is ELSEWHERE:
        return UnusualElement()
    content = call(functions.write, source, *emission.arguments(functions, tag, depth))
    return _content(emission, tag, depth, content)


def _content(emission: XmlEmission, tag: StartTag, depth: Expression, content: Expression) -> Element:
    start = opening(emission, tag, depth)
    empty = fstring(*start[:-1], emission.default_declaration(tag) + " />")
    return ContentElement(ftext(*start), content, ftext(*closing(emission, tag)), empty)


def _or_stand_in(
    emission: XmlEmission,
    tag: StartTag,
    type_: BareType,
    source: Expression,
    depth: Expression,
    written: Element,
) -> Element:
    """The code that writes an object of the declared class; for one of a known other class, the element with
    ``i:type``.
    """
    assert emission.current is not None
    stand_ins = emission.shapes.stand_ins(type_, emission.current.type, emission.current.known)
    if not stand_ins:
        return written
    resolved = emission.shapes.resolve(type_)
    otherwise = UnusualElement() if isinstance(resolved, ObjectType) else written
    for stand_in in reversed(stand_ins):
        type_name, cls = Ref(stand_in.name), class_reference(stand_in.name)
        name = emission.shapes.planned(stand_in).name
        typed = _nested(emission, with_type(tag, name), type_name, source, depth)
        otherwise = ElementOfClass(grouped(typed), source, cls, otherwise)
    if isinstance(resolved, ObjectType):
        return ElementOfClass(grouped(written), source, class_reference(resolved.name), otherwise)
    return otherwise


def _object(emission: XmlEmission, tag: StartTag, source: Expression, depth: Expression) -> Element:
    """.NET's object: the runtime knows the types of plain values; they declare the namespace of their
    ``i:type``.
    """
    if any(tag.inner.binds(namespace) for namespace in (XS, SERIALIZATION)):
        return UnusualElement()
    default = emission.default_declaration(tag)
    return PlainObject(
        source,
        start=fstring("<", *emission.tag_parts(tag)),
        prefix=fstring(*emission.declared_prefix(depth)),
        end=fstring(*closing(emission, tag)),
        default=literal(default) if default else None,
        number=Identifier("core_number") if emission.contract.floats == "core" else None,
    )
