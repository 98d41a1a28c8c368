"""Emitted XML readers: run patterns, and the statements that put what they capture into a value."""

from __future__ import annotations

from wiresmith.contract.model import DictType, ListType, Member, ObjectType, QName, ScalarType
from wiresmith.emit.checks import length_conditions
from wiresmith.emit.expression import Expression, expression, fstring, joined, value_literal
from wiresmith.emit.text import Identifier
from wiresmith.emit.xml_emission import (
    Functions,
    Variant,
    XmlEmission,
    attribute_text,
    call,
    deeper,
    entry_tags,
    item_tag,
    member_tag,
)
from wiresmith.emit.xml_scope import StartTag, start_tag
from wiresmith.emit.xml_shapes import Leaf, is_leaf
from wiresmith.values.namespaces import SYSTEM, XSI


def fill(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """Add the patterns and statements of the variant's reader."""
    match variant.type:
        case ObjectType():
            _object(emission, variant, variant.type, functions)
        case ListType():
            _list(emission, variant, variant.type, functions)
        case DictType():
            _dict(emission, variant, variant.type, functions)
        case ScalarType():
            _moment(emission, variant, functions)


class Run:
    """A pattern being put together, with the prefixes it depends on and the names of what it captures."""

    def __init__(self, emission: XmlEmission, functions: Functions) -> None:
        self._emission = emission
        self._functions = functions
        self._sources: list[Expression] = []
        self._prefixes: list[Expression] = []
        self.captured: list[Identifier] = []

    def leaf(
        self, tag: StartTag, kind: str, *names: Identifier, nillable: bool = False, optional: bool = False
    ) -> None:
        """Add an element that holds one scalar."""
        arguments = [value_literal(self._name(tag)), value_literal(kind)]
        self._add("leaf", tag, arguments, nillable=nillable, optional=optional)
        self.captured.extend(names)

    def opening(self, tag: StartTag, depth: Expression, name: Identifier, *, optional: bool = False) -> None:
        """Add the start tag of an element that holds more."""
        declared = [
            f' xmlns:{self._place(fstring(*self._emission.declared_prefix(depth, number)))}="{attribute_text(namespace)}"'
            for number, namespace in enumerate(tag.declares, 1)
        ]
        of_null, of_content = "".join(declared[: tag.of_null]), "".join(declared[tag.of_null :])
        arguments = [value_literal(self._name(tag))]
        if declared:
            arguments.append(value_literal(of_null))
        if of_content:
            arguments.append(expression("content={}", value_literal(of_content)))
        self._add("opening", tag, arguments, optional=optional)
        self.captured.append(name)

    def literal(self, tag: StartTag, *, end: bool = False) -> None:
        """Add a start or end tag without attributes."""
        slash = "/" if end else ""
        self._sources.append(value_literal(rf"\s*<{slash}{self._name(tag)}>"))

    def finish(self, name: Identifier) -> Expression:
        """Define the pattern; returns the expression that matches it at ``position``."""
        source = expression("Pattern({})", joined(" + ", self._sources))
        self._functions.patterns.append((name, source))
        return call_pattern(name, self._prefixes)

    def define(self, name: Identifier) -> list[Expression]:
        """Define the pattern; returns the prefixes that it has to be given."""
        self.finish(name)
        return self._prefixes

    def _add(self, verb: str, tag: StartTag, arguments: list[Expression], **flags: bool) -> None:
        if tag.redeclares is not None:
            arguments.append(expression("default={}", value_literal(attribute_text(tag.redeclares))))
        arguments.extend(expression("{}=True", Identifier(flag)) for flag, is_set in flags.items() if is_set)
        self._sources.append(call(Identifier(verb), *arguments))

    def _name(self, tag: StartTag) -> str:
        if tag.prefix_of is None:
            return tag.name.local
        if tag.prefix_of == XSI:
            return f"i:{tag.name.local}"
        return self._place(expression("{}", self._emission.use_prefix(tag.prefix_of))) + tag.name.local

    def _place(self, prefix: Expression) -> str:
        if prefix not in self._prefixes:
            self._prefixes.append(prefix)
        return f"{{{self._prefixes.index(prefix)}}}"


def _return(
    emission: XmlEmission, reading: Expression, type_: ListType | DictType, functions: Functions
) -> None:
    """Return what is read, if its length is within the constraints."""
    bounds = length_conditions(type_.constraints, expression("value"))
    if not bounds:
        functions.reading.append((0, expression("return {}", reading)))
        return
    functions.reading.append((0, expression("value, position = {}", reading)))
    functions.reading.append(
        (0, expression("return (value, position) if {} else unusual()", joined(" and ", bounds)))
    )


def _tags(
    emission: XmlEmission, tag: StartTag, name: Identifier, tags: list[Expression], functions: Functions
) -> Expression:
    """The tags as a tuple; where a prefix is part of them, they are encoded once for each prefix."""
    together = expression("({})", joined(", ", tags))
    if tag.prefix_of is None or tag.prefix_of == XSI or tag.declares:
        return together
    prefix = emission.use_prefix(tag.prefix_of)
    functions.patterns.append((name, expression("by_prefix(lambda {}: {})", prefix, together)))
    return expression("{}({})", name, prefix)


def _tag_bytes(*parts: str | Expression) -> Expression:
    """A tag as bytes: a literal where it is always the same, else an f-string that is encoded."""
    if any(isinstance(part, Expression) for part in parts):
        return expression("{}.encode()", fstring(*parts))
    return value_literal("".join(part for part in parts if isinstance(part, str)).encode())


def call_pattern(name: Identifier, prefixes: list[Expression]) -> Expression:
    """``_BATCH_1.at(data, position, arrays)``."""
    if not prefixes:
        return expression("{}.match(data, position) or unusual()", name)
    return expression(
        "{}.at({})", name, joined(", ", [expression("data"), expression("position"), *prefixes])
    )


def _object(emission: XmlEmission, variant: Variant, declared: ObjectType, functions: Functions) -> None:
    stem = functions.read.source.removeprefix("_read_").upper()
    run, assignments, number = Run(emission, functions), list[Expression](), 0
    for member in declared.xml_members:
        resolved = emission.shapes.resolve(member.use.type)
        tag = member_tag(emission, variant, member)
        if is_leaf(resolved):
            assignments.append(_scalar_member(emission, run, member, resolved, tag))
            continue
        number += 1
        may_lack = member.optional or (_is_droppable(member) and member.use.nullable)
        run.opening(tag, deeper(1), Identifier("rest"), optional=may_lack)
        _end_run(functions, run, Identifier(f"_{stem}_{number}"), assignments, moves=False)
        _complex_member(emission, member, tag, functions)
        run, assignments = Run(emission, functions), []
    if run.captured:
        _end_run(functions, run, Identifier(f"_{stem}_{number + 1}"), assignments, moves=True)


def _scalar_member(
    emission: XmlEmission, run: Run, member: Member, resolved: Leaf, tag: StartTag
) -> Expression:
    name, text = Identifier(member.python), Identifier(f"{member.python}_text")
    is_object = emission.shapes.is_object(resolved)
    captured = [text if not is_object else Identifier("_")]
    value = expression("None") if is_object else emission.values.read(resolved, expression("{}", text))
    nillable = member.use.nullable or is_object
    if nillable and not is_object:
        value = expression("None if {} is None else {}", text, value)
    default = _default_read(member, resolved) if _is_droppable(member) and not member.optional else None
    if member.optional:
        present = text
        if nillable:
            present = Identifier(f"{member.python}_tag")
            captured.insert(0, present)
        value = expression("ABSENT if {} is None else {}", present, value)
    elif default is not None and not nillable:
        value = expression("{} if {} is None else {}", default, text, value)
    elif default is not None:
        captured.insert(0, Identifier("_"))
    kind = "object" if is_object else emission.values.pattern_kind(resolved)
    may_lack = member.optional or default is not None
    run.leaf(tag, kind, *captured, nillable=nillable, optional=may_lack)
    return expression("value.{} = {}", name, value)


def _is_droppable(member: Member) -> bool:
    """Does .NET leave it out where it holds its default?"""
    return not member.xml_emit_default and not member.xml_required


def _default_read(member: Member, resolved: Leaf) -> Expression | None:
    """What a member that is left out is read as; None where only the exact reader knows."""
    if member.use.nullable:
        return expression("None")
    if isinstance(resolved, ScalarType):
        if "int" in resolved.kind or resolved.kind == "number":
            return expression("0")
        return {"bool": expression("False"), "float32": expression("0.0"), "float64": expression("0.0")}.get(
            resolved.kind
        )
    return None


def _end_run(
    functions: Functions, run: Run, name: Identifier, assignments: list[Expression], *, moves: bool
) -> None:
    lines = functions.reading
    lines.append((0, expression("match = {}", run.finish(name))))
    targets = joined(", ", [expression("{}", captured) for captured in run.captured])
    template = (
        expression("{}, = match.groups()", targets)
        if len(run.captured) == 1
        else expression("{} = match.groups()", targets)
    )
    lines.append((0, template))
    lines.extend((0, assignment) for assignment in assignments)
    if moves:
        lines.append((0, expression("position = match.end()")))


def _complex_member(emission: XmlEmission, member: Member, tag: StartTag, functions: Functions) -> None:
    name = Identifier(member.python)
    content = emission.reader(member.use.type, tag)
    reading = call(
        content.read,
        expression("data"),
        expression("match.end()"),
        *emission.arguments(content, tag, deeper(1)),
    )
    lines = functions.reading
    default = emission.default_declaration(tag)
    opened, nil, empty = (
        (expression('b">"'), expression("NIL"), expression("EMPTY"))
        if not default
        else (
            _tag_bytes(default, ">"),
            _tag_bytes(' i:nil="true"', default, " />"),
            _tag_bytes(default, " />"),
        )
    )
    lines.append((0, expression("if rest == {}:", opened)))
    lines.append((1, expression("value.{}, position = {}", name, reading)))
    lines.append(
        (
            1,
            expression(
                "position = closing(data, position, {})", _tag_bytes("</", *emission.tag_parts(tag), ">")
            ),
        )
    )
    resolved = emission.shapes.resolve(member.use.type)
    others: list[tuple[Expression, Expression]] = []
    if member.use.nullable:
        others.append((expression("rest == {}", nil), expression("None")))
    if isinstance(resolved, ListType | DictType) and not resolved.constraints.min_length:
        others.append((expression("rest == {}", empty), _blank(resolved)))
    if member.optional:
        others.append((expression("rest is None"), expression("ABSENT")))
    elif _is_droppable(member) and member.use.nullable:
        others.append((expression("rest is None"), expression("None")))
    for condition, value in others:
        lines.append((0, expression("elif {}:", condition)))
        lines.append((1, expression("value.{} = {}", name, value)))
        lines.append((1, expression("position = match.end()")))
    lines.append((0, expression("else:")))
    lines.append((1, expression("unusual()")))


def _blank(resolved: object) -> Expression:
    return expression("{{}}") if isinstance(resolved, DictType) and not resolved.pairs else expression("[]")


def _list(emission: XmlEmission, variant: Variant, type_: ListType, functions: Functions) -> None:
    resolved = emission.shapes.resolve(type_.item.type)
    if emission.shapes.is_object(resolved):
        functions.reading.append((0, expression("unusual()")))
        return
    tag = item_tag(emission, variant, type_)
    name = Identifier(functions.read.source.removeprefix("_read_").upper() + "_ITEM")
    if is_leaf(resolved):
        run = Run(emission, functions)
        run.leaf(tag, emission.values.pattern_kind(resolved), nillable=type_.item.nullable)
        pattern = Identifier(f"_{name.source}")
        prefixes = run.define(pattern)
        verb = Identifier("read_nillable_values" if type_.item.nullable else "read_values")
        arguments = [expression("{}", pattern), emission.values.converter(resolved), *prefixes]
    else:
        content = emission.reader(type_.item.type, tag)
        verb = Identifier("read_nillable_items" if type_.item.nullable else "read_items")
        head = ("<", *emission.tag_parts(tag), *emission.declarations(tag, deeper(1)))
        default = emission.default_declaration(tag)
        tags = [_tag_bytes(*head, default, ">"), _tag_bytes("</", *emission.tag_parts(tag), ">")]
        if type_.item.nullable:
            null = ("<", *emission.tag_parts(tag), *emission.declarations(tag, deeper(1), null=True))
            tags.append(_tag_bytes(*null, ' i:nil="true"', default, " />"))
        arguments = [_tags(emission, tag, Identifier(f"_{name.source}"), tags, functions)]
        arguments.append(expression("{}", content.read))
        arguments.extend(emission.arguments(content, tag, deeper(1)))
        if isinstance(resolved, ListType | DictType) and not resolved.constraints.min_length:
            is_dict = isinstance(resolved, DictType) and not resolved.pairs
            kind = expression("dict") if is_dict else expression("list")
            arguments.append(expression("blank=({}, {})", _tag_bytes(*head, default, " />"), kind))
    _return(emission, call(verb, expression("data"), expression("position"), *arguments), type_, functions)


def _dict(emission: XmlEmission, variant: Variant, type_: DictType, functions: Functions) -> None:
    entry, key_tag, value_tag = entry_tags(emission, variant, type_)
    key, item = emission.shapes.resolve(type_.key.type), emission.shapes.resolve(type_.value.type)
    if type_.pairs or not is_leaf(key) or emission.shapes.is_object(item):
        functions.reading.append((0, expression("unusual()")))
        return
    run = Run(emission, functions)
    run.literal(entry)
    run.leaf(key_tag, emission.values.pattern_kind(key))
    pattern = Identifier("_" + functions.read.source.removeprefix("_read_").upper() + "_ENTRY")
    arguments = [expression("{}", pattern), emission.values.converter(key)]
    if is_leaf(item):
        run.leaf(value_tag, emission.values.pattern_kind(item), nillable=type_.value.nullable)
        run.literal(entry, end=True)
        verb = Identifier("read_nillable_entries" if type_.value.nullable else "read_entries")
        arguments.append(emission.values.converter(item))
        arguments.extend(run.define(pattern))
    else:
        run.opening(value_tag, deeper(2), Identifier("rest"))
        verb = Identifier("read_nillable_object_entries" if type_.value.nullable else "read_object_entries")
        content = emission.reader(type_.value.type, value_tag)
        prefixes = run.define(pattern)
        arguments.extend(
            (
                _tag_bytes("</", *emission.tag_parts(value_tag), ">"),
                _tag_bytes("</", *emission.tag_parts(entry), ">"),
                expression("({}{})", joined(", ", prefixes), expression(",") if prefixes else expression("")),
                expression("{}", content.read),
                *emission.arguments(content, value_tag, deeper(2)),
            )
        )
    _return(emission, call(verb, expression("data"), expression("position"), *arguments), type_, functions)


def _moment(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """A DateTimeOffset: the moment in UTC, and the minutes of its offset."""
    run = Run(emission, functions)
    for local, kind in (("DateTime", "text"), ("OffsetMinutes", "int16")):
        tag = start_tag(QName(local, SYSTEM), variant.scope, SYSTEM, None)
        run.leaf(tag, kind, Identifier("moment" if kind == "text" else "minutes"))
    name = Identifier(functions.read.source.removeprefix("_read").upper())
    _end_run(functions, run, name, [], moves=False)
    functions.reading.append((0, expression("return read_moment(moment, minutes), match.end()")))
