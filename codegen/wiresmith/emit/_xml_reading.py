"""Emitted XML readers: the patterns of runs of elements, and what is made of what they capture."""

from __future__ import annotations

from wiresmith.description import DictType, ListType, Member, ObjectType, QName, Scalar, bare, is_nullable
from wiresmith.emit._codec_code import Code, NullOr
from wiresmith.emit._expression import Expression, expression, fstring, value_literal
from wiresmith.emit._python_types import class_reference
from wiresmith.emit._writer_conditions import length_conditions
from wiresmith.emit._xml_emission import (
    Functions,
    Variant,
    XmlEmission,
    attribute_text,
    deeper,
    entry_tags,
    item_tag,
    member_tag,
)
from wiresmith.emit._xml_reading_code import (
    AbsentOr,
    Content,
    DefaultOr,
    Leaf,
    MomentReader,
    Opening,
    ReadEntries,
    ReadItems,
    ReadObjectEntries,
    ReadValues,
    Run,
    RunPattern,
    TagsByPrefix,
    TagsFor,
    TagTuple,
    UnusualReader,
    XmlCollectionReader,
    XmlObjectReader,
)
from wiresmith.emit._xml_scope import StartTag, start_tag
from wiresmith.emit._xml_shapes import Leaf as LeafType
from wiresmith.emit._xml_shapes import is_leaf
from wiresmith.emit.safe_text import Identifier
from wiresmith.kinds import kind_of
from wiresmith.values.forms import ANY_TEXT
from wiresmith.values.namespaces import SYSTEM, XSI

_NEVER = "((?!))"
"""Matches no text: what .NET writes where any type may stand has a type, which the exact reader knows."""


def fill(emission: XmlEmission, variant: Variant, functions: Functions) -> None:
    """Say what the variant's reader is, and which patterns it has."""
    head = functions.read, functions.parameters, functions.annotation
    stem = functions.read.source.removeprefix("_read").upper()
    match variant.type:
        case ObjectType():
            runs = _runs(emission, variant, variant.type, functions, stem)
            functions.reader = XmlObjectReader(*head, class_reference(variant.type.name), runs)
        case ListType() | DictType():
            reading = (
                _list(emission, variant, variant.type, functions, stem)
                if isinstance(variant.type, ListType)
                else _dict(emission, variant, variant.type, functions, stem)
            )
            bounds = tuple(length_conditions(variant.type, expression("value")))
            functions.reader = (
                XmlCollectionReader(*head, reading, bounds) if reading is not None else UnusualReader(*head)
            )
        case Scalar():
            # A DateTimeOffset: the moment in UTC, and the minutes of its offset.
            run = PatternBuilder(emission)
            for local, kind in (("DateTime", "datetime"), ("OffsetMinutes", "int16")):
                run.leaf(start_tag(QName(local, SYSTEM), variant.scope), kind_of(kind).xml_pattern)
            functions.patterns.append(run.pattern(Identifier(stem)))
            functions.reader = MomentReader(*head, Identifier(stem), run.prefixes)


class PatternBuilder:
    """A pattern being put together, with the prefixes it depends on and the names of what it captures."""

    def __init__(self, emission: XmlEmission) -> None:
        self._emission = emission
        self._parts: list[Code] = []
        self._prefixes: list[Expression] = []
        self.captured: list[Identifier] = []

    @property
    def prefixes(self) -> tuple[Expression, ...]:
        """The prefixes that the pattern has to be given besides the data."""
        return tuple(self._prefixes)

    def leaf(
        self, tag: StartTag, pattern: str, *names: Identifier, nillable: bool = False, optional: bool = False
    ) -> None:
        """Add an element that holds one scalar."""
        name = value_literal(self._name(tag))
        said = None if pattern == ANY_TEXT else value_literal(pattern)
        self._parts.append(Leaf(name, said, _default(tag), nillable, optional))
        self.captured.extend(names)

    def opening(self, tag: StartTag, depth: Expression, name: Identifier, *, optional: bool = False) -> None:
        """Add the start tag of an element that holds more."""
        declared = [
            " "
            f"xmlns:{self._place(fstring(*self._emission.declared_prefix(depth, number)))}"
            f'="{attribute_text(namespace)}"'
            for number, namespace in enumerate(tag.declares, 1)
        ]
        of_null, of_content = "".join(declared[: tag.of_null]), "".join(declared[tag.of_null :])
        self._parts.append(
            Opening(
                value_literal(self._name(tag)),
                value_literal(of_null) if declared else None,
                value_literal(of_content) if of_content else None,
                _default(tag),
                optional,
            )
        )
        self.captured.append(name)

    def literal(self, tag: StartTag, *, end: bool = False) -> None:
        """Add a start or end tag without attributes."""
        slash = "/" if end else ""
        self._parts.append(value_literal(rf"\s*<{slash}{self._name(tag)}>"))

    def pattern(self, name: Identifier) -> RunPattern:
        """The pattern under this name."""
        return RunPattern(name, tuple(self._parts))

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


def _default(tag: StartTag) -> Expression | None:
    return None if tag.redeclares is None else value_literal(attribute_text(tag.redeclares))


def _tag_bytes(*parts: str | Expression) -> Expression:
    """A tag as bytes: a literal where it is always the same, else an f-string that is encoded."""
    if any(isinstance(part, Expression) for part in parts):
        return expression("{}.encode()", fstring(*parts))
    return value_literal("".join(part for part in parts if isinstance(part, str)).encode())


def _runs(
    emission: XmlEmission, variant: Variant, declared: ObjectType, functions: Functions, stem: str
) -> tuple[Run, ...]:
    runs: list[Run] = []
    built, assignments = PatternBuilder(emission), list[tuple[Identifier, Code]]()

    def end(content: Content | None) -> None:
        name = Identifier(f"{stem}_{len(runs) + 1}")
        functions.patterns.append(built.pattern(name))
        runs.append(Run(name, built.prefixes, tuple(built.captured), tuple(assignments), content))

    for member in declared.xml_members:
        resolved = emission.shapes.resolve(bare(member.type))
        tag = member_tag(emission, variant, member)
        if is_leaf(resolved):
            assignments.append(_scalar_member(emission, built, member, resolved, tag))
            continue
        may_lack = member.optional or (_is_droppable(member) and is_nullable(member.type))
        built.opening(tag, deeper(1), Identifier("rest"), optional=may_lack)
        end(_content(emission, member, tag))
        built, assignments = PatternBuilder(emission), []
    if built.captured:
        end(None)
    return tuple(runs)


def _scalar_member(
    emission: XmlEmission, run: PatternBuilder, member: Member, resolved: LeafType, tag: StartTag
) -> tuple[Identifier, Code]:
    text = Identifier(f"{member.attribute}_text")
    is_object = emission.shapes.is_object(resolved)
    captured = [text if not is_object else Identifier("_")]
    nillable = is_nullable(member.type) or is_object
    value: Code = expression("None")
    if not is_object:
        value = emission.values.read(resolved, expression("{}", text))
        value = NullOr(text, value) if nillable else value
    default = _default_read(member, resolved) if _is_droppable(member) and not member.optional else None
    if member.optional:
        present = text
        if nillable:
            present = Identifier(f"{member.attribute}_tag")
            captured.insert(0, present)
        value = AbsentOr(present, value)
    elif default is not None and not nillable:
        value = DefaultOr(default, text, value)
    elif default is not None:
        captured.insert(0, Identifier("_"))
    pattern = _NEVER if is_object else emission.values.pattern(resolved)
    may_lack = member.optional or default is not None
    run.leaf(tag, pattern, *captured, nillable=nillable, optional=may_lack)
    return Identifier(member.attribute), value


def _is_droppable(member: Member) -> bool:
    """Does .NET leave it out where it holds its default?"""
    return not member.xml_emit_default and not member.xml_required


def _default_read(member: Member, resolved: LeafType) -> Expression | None:
    """The value of a member that is left out; None where only the exact reader knows it."""
    if is_nullable(member.type):
        return expression("None")
    if isinstance(resolved, Scalar):
        zero = kind_of(resolved.kind).zero_literal
        return Expression.trusted(zero) if zero else None
    return None


def _content(emission: XmlEmission, member: Member, tag: StartTag) -> Content:
    content = emission.reader(bare(member.type), tag)
    resolved = emission.shapes.resolve(bare(member.type))
    default = emission.default_declaration(tag)
    nil = _tag_bytes(' i:nil="true"', default, " />") if default else expression("NIL")
    empty = _tag_bytes(default, " />") if default else expression("EMPTY")
    missing = expression("ABSENT") if member.optional else None
    if not member.optional and _is_droppable(member) and is_nullable(member.type):
        missing = expression("None")
    may_be_empty = isinstance(resolved, ListType | DictType) and not resolved.min_length
    return Content(
        Identifier(member.attribute),
        content.read,
        emission.arguments(content, tag, deeper(1)),
        opened=_tag_bytes(default, ">"),
        end=_tag_bytes("</", *emission.tag_parts(tag), ">"),
        nil=nil if is_nullable(member.type) else None,
        empty=empty if may_be_empty else None,
        blank=expression("{{}}") if _is_dict(resolved) else expression("[]"),
        missing=missing,
    )


def _is_dict(resolved: object) -> bool:
    return isinstance(resolved, DictType) and not resolved.pairs


def _list(
    emission: XmlEmission, variant: Variant, type_: ListType, functions: Functions, stem: str
) -> Code | None:
    resolved = emission.shapes.resolve(bare(type_.item))
    if emission.shapes.is_object(resolved):
        return None
    tag = item_tag(emission, variant, type_)
    name, nillable = Identifier(f"{stem}_ITEM"), is_nullable(type_.item)
    if is_leaf(resolved):
        run = PatternBuilder(emission)
        run.leaf(tag, emission.values.pattern(resolved), nillable=nillable)
        functions.patterns.append(run.pattern(name))
        return ReadValues(nillable, name, emission.values.converter(resolved), run.prefixes)
    content = emission.reader(bare(type_.item), tag)
    head = ("<", *emission.tag_parts(tag), *emission.declarations(tag, deeper(1)))
    default = emission.default_declaration(tag)
    tags = [_tag_bytes(*head, default, ">"), _tag_bytes("</", *emission.tag_parts(tag), ">")]
    if nillable:
        null = ("<", *emission.tag_parts(tag), *emission.declarations(tag, deeper(1), null=True))
        tags.append(_tag_bytes(*null, ' i:nil="true"', default, " />"))
    may_be_empty = isinstance(resolved, ListType | DictType) and not resolved.min_length
    return ReadItems(
        nillable,
        _tags(emission, tag, name, tuple(tags), functions),
        content.read,
        emission.arguments(content, tag, deeper(1)),
        empty=_tag_bytes(*head, default, " />") if may_be_empty else None,
        blank=Identifier("dict" if _is_dict(resolved) else "list"),
    )


def _tags(
    emission: XmlEmission, tag: StartTag, name: Identifier, tags: tuple[Expression, ...], functions: Functions
) -> Code:
    """The tags as a tuple; where a prefix is part of them, they are encoded once for each prefix."""
    if tag.prefix_of is None or tag.prefix_of == XSI or tag.declares:
        return TagTuple(tags)
    prefix = emission.use_prefix(tag.prefix_of)
    functions.patterns.append(TagsByPrefix(name, prefix, tags))
    return TagsFor(name, prefix)


def _dict(
    emission: XmlEmission, variant: Variant, type_: DictType, functions: Functions, stem: str
) -> Code | None:
    entry, key_tag, value_tag = entry_tags(emission, variant, type_)
    key, item = emission.shapes.resolve(bare(type_.key)), emission.shapes.resolve(bare(type_.value))
    if type_.pairs or not is_leaf(key) or emission.shapes.is_object(item):
        return None
    run = PatternBuilder(emission)
    run.literal(entry)
    run.leaf(key_tag, emission.values.pattern(key))
    name, nillable = Identifier(f"{stem}_ENTRY"), is_nullable(type_.value)
    read_key = emission.values.converter(key)
    if is_leaf(item):
        run.leaf(value_tag, emission.values.pattern(item), nillable=nillable)
        run.literal(entry, end=True)
        functions.patterns.append(run.pattern(name))
        return ReadEntries(nillable, name, read_key, emission.values.converter(item), run.prefixes)
    run.opening(value_tag, deeper(2), Identifier("rest"))
    content = emission.reader(bare(type_.value), value_tag)
    functions.patterns.append(run.pattern(name))
    return ReadObjectEntries(
        nillable,
        name,
        read_key,
        value_end=_tag_bytes("</", *emission.tag_parts(value_tag), ">"),
        entry_end=_tag_bytes("</", *emission.tag_parts(entry), ">"),
        prefixes=run.prefixes,
        read=content.read,
        arguments=emission.arguments(content, value_tag, deeper(2)),
    )
