"""Whole elements in emitted XML writers: start tag, content and end tag, by what the value is."""

from __future__ import annotations

from wiresmith.contract.model import NamedType, ObjectType, ScalarType, Type, TypeUse
from wiresmith.emit.expression import Expression, expression, fstring, value_literal
from wiresmith.emit.text import Identifier
from wiresmith.emit.types import class_reference
from wiresmith.emit.xml_emission import ELSEWHERE, XmlEmission, call, deeper
from wiresmith.emit.xml_scope import StartTag, with_type
from wiresmith.emit.xml_shapes import Leaf, is_leaf
from wiresmith.values.namespaces import SERIALIZATION, XS


def element(
    emission: XmlEmission, tag: StartTag, use: TypeUse, source: Expression, levels: int
) -> Expression:
    """The expression for one element, ``levels`` below the element whose content is being written."""
    depth = deeper(levels)
    resolved = emission.shapes.resolve(use.type)
    nullable = use.nullable
    if emission.shapes.is_object(resolved):
        nullable = True
        written = _object(emission, tag, source, depth)
    elif is_leaf(resolved):
        written = _leaf(emission, tag, resolved, source, depth)
    else:
        written = _nested(emission, tag, use.type, source, depth)
    written = _or_stand_in(emission, tag, use.type, source, depth, written)
    if not nullable:
        return written
    nil = fstring(
        "<",
        *emission.tag_parts(tag),
        *emission.declarations(tag, depth, null=True),
        f' i:nil="true"{emission.default_declaration(tag)} />',
    )
    return expression("{} if {} is None else {}", nil, source, grouped(written))


def opening(emission: XmlEmission, tag: StartTag, depth: Expression) -> tuple[str | Expression, ...]:
    """The start tag of an element that is not empty, as f-string parts."""
    return (
        "<",
        *emission.tag_parts(tag),
        *emission.declarations(tag, depth),
        emission.default_declaration(tag) + ">",
    )


def closing(emission: XmlEmission, tag: StartTag) -> tuple[str | Expression, ...]:
    """The end tag, as f-string parts."""
    return ("</", *emission.tag_parts(tag), ">")


def grouped(inner: Expression) -> Expression:
    """The expression as an operand."""
    return expression("({})", inner) if " if " in inner.source else inner


def _leaf(
    emission: XmlEmission, tag: StartTag, resolved: Leaf, source: Expression, depth: Expression
) -> Expression:
    if isinstance(resolved, ScalarType) and resolved.kind == "qname":
        return _unusual(emission)
    text = emission.values.write(resolved, source)
    if emission.values.may_be_empty(resolved):
        # .NET writes no text at all here, where an empty string is written as text.
        return _or_empty(emission, tag, depth, text)
    return fstring(*opening(emission, tag, depth), text, *closing(emission, tag))


def _nested(
    emission: XmlEmission, tag: StartTag, type_: Type, source: Expression, depth: Expression
) -> Expression:
    functions = emission.writer(type_, tag)
    if functions is ELSEWHERE:
        return _unusual(emission)
    content = call(functions.write, source, *emission.arguments(functions, tag, depth))
    return _or_empty(emission, tag, depth, content)


def _or_empty(emission: XmlEmission, tag: StartTag, depth: Expression, content: Expression) -> Expression:
    whole = fstring(*opening(emission, tag, depth), expression("content"), *closing(emission, tag))
    empty = fstring(*opening(emission, tag, depth)[:-1], emission.default_declaration(tag) + " />")
    return expression("{} if (content := {}) else {}", whole, content, empty)


def _or_stand_in(
    emission: XmlEmission,
    tag: StartTag,
    type_: Type,
    source: Expression,
    depth: Expression,
    written: Expression,
) -> Expression:
    """What is written for an object of the declared class; for one of a known other class, the element with ``i:type``."""
    assert emission.current is not None
    stand_ins = emission.shapes.stand_ins(type_, emission.current.type, emission.current.known)
    if not stand_ins:
        return written
    resolved = emission.shapes.resolve(type_)
    otherwise = _unusual(emission) if isinstance(resolved, ObjectType) else written
    for stand_in in reversed(stand_ins):
        type_name, cls = NamedType(stand_in.identity), class_reference(stand_in.python)
        name = emission.shapes.contract_name(type_name)
        assert name is not None
        typed = _nested(emission, with_type(tag, name), type_name, source, depth)
        otherwise = expression("{} if type({}) is {} else {}", grouped(typed), source, cls, otherwise)
    if isinstance(resolved, ObjectType):
        cls = class_reference(resolved.python)
        return expression("{} if type({}) is {} else {}", grouped(written), source, cls, otherwise)
    return otherwise


def _object(emission: XmlEmission, tag: StartTag, source: Expression, depth: Expression) -> Expression:
    """.NET's object: the runtime knows the types of plain values; they declare the namespace of their ``i:type``."""
    if any(tag.inner.binds(namespace) for namespace in (XS, SERIALIZATION)):
        return _unusual(emission)
    start = fstring("<", *emission.tag_parts(tag))
    prefix = fstring(*emission.declared_prefix(depth))
    end = fstring(*closing(emission, tag))
    arguments = [source, start, prefix, end]
    if default := emission.default_declaration(tag):
        arguments.append(expression("default={}", value_literal(default)))
    if emission.contract.floats == "core":
        arguments.append(expression("number=core_number"))
    return call(Identifier("plain_object"), *arguments)


def _unusual(emission: XmlEmission) -> Expression:
    return expression("unusual()")
