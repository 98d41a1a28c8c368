"""Changes to XML documents, one at a time, in every place where they fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.golden import xml_text_changes
from tests.golden.xml_change import Changes, changed, refused, same
from tests.golden.xml_document import Element, Rendered, Spot, XmlSubject, local
from wiresmith.description import DictType, ListType, Scalar, bare, is_nullable

UNKNOWN = [
    Element("unknown", text="1.50"),
    Element("Unknown"),
    Element("no-value", ' i:nil="true"'),
    Element("deep", children=(Element("a", text="&lt;x&gt; "), Element("b", children=(Element("c"),)))),
]


def absent(subject: XmlSubject) -> Changes:
    for spot in subject.spots:
        declared = subject.declared(spot)
        known = {local(member.xml_name): member for member in declared.xml_members} if declared else {}
        children = spot.element.children
        for index, child in enumerate(children if known else ()):
            rendered = subject.with_children(spot, children[:index] + children[index + 1 :])
            member = known[child.local]
            if member.xml_required:
                yield refused(spot, rendered, "missing-member")
            elif member.optional:
                yield same(spot, rendered)
            elif member.absent_as_null:
                yield same(spot, rendered, ("absent-member", spot.path, spot.steps))
            else:
                yield refused(spot, rendered, "missing-member")


def null(subject: XmlSubject) -> Changes:
    for spot in subject.spots:
        if not spot.steps:
            continue
        rendered = _nil(subject, spot)
        nullable = spot.use is not None and is_nullable(spot.use)
        yield same(spot, rendered) if nullable else refused(spot, rendered, "null")


def _nil(subject: XmlSubject, spot: Spot) -> Rendered:
    """Null as .NET writes it: without type and identity, and without the namespaces that only
    these needed.
    """
    attributes, tag = spot.element.attributes.replace(' i:nil="true"', ""), spot.element.tag
    attributes = re.sub(r' (xmlns:z|z:Id|i:type)="[^"]*"', "", attributes)
    if spot.is_any:
        attributes = re.sub(r' xmlns:[^=]*="[^"]*"', "", attributes)
    if spot.use is not None and isinstance(type_ := bare(spot.use), Scalar) and type_.kind == "qname":
        # Only a name that has a value makes its element take a prefix of its own.
        namespace = spot.inner_scope[spot.element.prefix.removesuffix(":")]
        prefix = next(prefix for prefix, name in reversed(spot.scope.items()) if name == namespace)
        tag, attributes = f"{prefix}:{spot.element.local}".removeprefix(":"), ""
    if subject.is_stream:
        return subject.replace(spot, Element(tag, f' i:nil="true"{attributes}'))
    # A default namespace, which XmlWriter declares by itself, comes after what it was asked for.
    default = re.search(r' xmlns="[^"]*"', attributes)
    kept, own = (attributes.replace(default[0], ""), default[0]) if default else (attributes, "")
    return subject.replace(spot, Element(tag, f'{kept} i:nil="true"{own}'))


def empty(subject: XmlSubject) -> Changes:
    """An empty list, dictionary or string."""
    for spot in subject.spots:
        type_ = bare(spot.use) if spot.use else None
        if isinstance(type_, ListType | DictType):
            attributes = spot.element.attributes.replace(' i:nil="true"', "")
            rendered = subject.replace(spot, Element(spot.element.tag, attributes))
            too_short = type_.min_length
            yield refused(spot, rendered, "out-of-bounds") if too_short else same(spot, rendered)
    yield from xml_text_changes.other_texts(subject, ("", ""))


def unknown_element(subject: XmlSubject) -> Changes:
    """One that the page does not show: first, in the middle, last; a text, nothing, null, elements."""
    for spot in subject.spots:
        children = spot.element.children
        if subject.declared(spot) is None or not children:
            continue
        prefix = children[-1].prefix
        for position in {0, len(children) // 2, len(children)}:
            for unknown in UNKNOWN:
                added = _prefixed(unknown, prefix)
                rendered = subject.with_children(spot, (*children[:position], added, *children[position:]))
                said = ("unknown-member", f"{spot.path}/{unknown.local}", (*spot.steps, position))
                yield same(spot, rendered, said)


def _prefixed(element: Element, prefix: str) -> Element:
    children = tuple(_prefixed(child, prefix) for child in element.children)
    return Element(prefix + element.tag, element.attributes, element.text, children)


def unknown_namespace(subject: XmlSubject) -> Changes:
    """A member's own name, in a namespace that is not its own, is another element."""
    for spot in subject.spots:
        children = spot.element.children
        if subject.declared(spot) is None or not children:
            continue
        added = Element(children[-1].local, ' xmlns="urn:other"', "5")
        rendered = subject.with_children(spot, (*children, added))
        said = ("wrong-namespace", f"{spot.path}/{added.local}[2]", (*spot.steps, len(children)))
        yield same(spot, rendered, said)


def wrong_content(subject: XmlSubject) -> Changes:
    """An element where there is text, text where there are elements."""
    for spot in subject.spots:
        if spot.element.is_nil:
            continue
        inner = Element(f"{spot.element.prefix}inner", text="1")
        type_ = bare(spot.use) if spot.use else None
        if isinstance(type_, Scalar) and type_.kind == "datetimeoffset":
            rendered = subject.with_children(spot, (inner, *spot.element.children))
            yield refused(spot, rendered, "unknown-element", f"{spot.path}/inner", (*spot.steps, 0))
        elif isinstance(type_, Scalar):
            yield refused(spot, subject.with_children(spot, (inner,)), "unexpected-element")
        elif isinstance(type_, ListType | DictType):
            children = (inner, *spot.element.children)
            rendered = subject.with_children(spot, children)
            yield refused(spot, rendered, "unknown-element", f"{spot.path}/inner[1]", (*spot.steps, 0))
        if spot.element.children:
            rendered = subject.render(subject.root)
            start = rendered.text.index(">", rendered.offsets[spot.steps]) + 1
            changed = Rendered(rendered.text[:start] + "stray" + rendered.text[start:], rendered.offsets)
            yield refused(spot, changed, "stray-text")


def member_twice(subject: XmlSubject) -> Changes:
    """The second one is kept, though with other prefixes, which is why those that declare some are left out
    here.
    """
    for spot in subject.spots:
        children = spot.element.children if subject.declared(spot) is not None else ()
        for index, child in enumerate(children):
            if _declares(child):
                continue
            rendered = subject.with_children(spot, (*children[: index + 1], *children[index:]))
            path = f"{spot.path}/{child.local}[2]"
            yield same(spot, rendered, ("duplicate-member", path, (*spot.steps, index + 1)))


def _declares(element: Element) -> bool:
    return "xmlns" in element.attributes or any(map(_declares, element.children))


def other_order(subject: XmlSubject) -> Changes:
    """Out of contract order: .NET would lose the value, so it is said; nothing is lost here."""
    for spot in subject.spots:
        children = spot.element.children if subject.declared(spot) is not None else ()
        for index in range(len(children) - 1):
            one, other = children[index], children[index + 1]
            rendered = subject.with_children(spot, (*children[:index], other, one, *children[index + 2 :]))
            said = ("out-of-order", f"{spot.path}/{one.local}", (*spot.steps, index + 1))
            yield changed(rendered, spot, subject.sample.data, (said,))


def entries(subject: XmlSubject) -> Changes:
    """Entries of dictionaries: without a key, without a value, a key twice."""
    for spot in subject.spots:
        if spot.use is not None:
            continue
        for part in spot.element.children:
            yield refused(spot, subject.with_children(spot, (part,)), "missing-member")
    for spot in subject.spots:
        if spot.use is None or not isinstance(type_ := bare(spot.use), DictType) or not spot.element.children:
            continue
        children = (*spot.element.children, _anonymous(spot.element.children[0]))
        if type_.max_length is None:
            path = f"{spot.path}/{children[0].local}[{len(children)}]"
            rendered = subject.with_children(spot, children)
            yield refused(spot, rendered, "duplicate-key", path, (*spot.steps, len(children) - 1))


def _anonymous(element: Element) -> Element:
    """Without identities, which a copy may not have."""
    attributes = re.sub(r' z:Id="[^"]*"', "", element.attributes)
    return Element(element.tag, attributes, element.text, tuple(map(_anonymous, element.children)))


def nil_spellings(subject: XmlSubject) -> Changes:
    """``i:nil`` in other words, and with content."""
    for spot in subject.spots:
        if spot.use is None or spot.element.is_nil or not spot.steps:
            continue
        element = spot.element
        not_nil = Element(element.tag, f'{element.attributes} i:nil="false"', element.text, element.children)
        yield changed(subject.replace(spot, not_nil), spot, subject.sample.data, ())
        if not is_nullable(spot.use):
            continue
        for attributes in (' i:nil="1"', " i:nil='true'", ' i:nil=" true "'):
            rendered = subject.replace(spot, Element(element.tag, element.attributes + attributes))
            yield changed(rendered, spot, _nil(subject, spot).data, ())
        if element.text:
            rendered = subject.replace(spot, Element(element.tag, f'{element.attributes} i:nil="true"', "x"))
            yield refused(spot, rendered, "nil-with-content")
        rendered = subject.replace(
            spot, Element(element.tag, f'{element.attributes} i:nil="TRUE"', element.text)
        )
        if element.text is not None:
            yield refused(spot, rendered, "wrong-nil")


def references(subject: XmlSubject) -> Changes:
    """What is there already, once more in its dictionary: as a reference, which comes back; one to nothing is
    refused.
    """
    for spot in subject.spots:
        children = spot.element.children
        found = re.search(r' z:Id="([^"]*)"', children[-1].children[1].attributes if _is_filled(spot) else "")
        if found is None:
            continue
        key, value = children[-1].children
        other = Element(key.tag, key.attributes, "00000000-0000-0000-0000-000000000000")
        for identity in (found[1], "i0"):
            entry = Element(children[-1].tag, children=(other, Element(value.tag, f' z:Ref="{identity}"')))
            rendered = subject.with_children(spot, (*children, entry))
            path = f"{spot.path}/{entry.local}[{len(children) + 1}]/{value.local}"
            steps = (*spot.steps, len(children), 1)
            known = identity == found[1]
            yield (
                same(spot, rendered) if known else refused(spot, rendered, "unknown-reference", path, steps)
            )


def _is_filled(spot: Spot) -> bool:
    return spot.use is not None and isinstance(bare(spot.use), DictType) and bool(spot.element.children)


def unknown_attribute(subject: XmlSubject) -> Changes:
    """There is no place to keep one, which is said."""
    for spot in subject.spots:
        element = spot.element
        added = Element(element.tag, f'{element.attributes} extra="1"', element.text, element.children)
        said = ("unknown-attribute", spot.path, spot.steps)
        yield changed(subject.replace(spot, added), spot, subject.sample.data, (said,))


KINDS: tuple[Callable[[XmlSubject], Changes], ...] = (
    absent,
    null,
    empty,
    *xml_text_changes.KINDS,
    unknown_element,
    unknown_namespace,
    wrong_content,
    member_twice,
    other_order,
    entries,
    nil_spellings,
    references,
    unknown_attribute,
)
