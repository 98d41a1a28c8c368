"""Changes to XML documents, one at a time, in every place where they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from tests.golden.changes import Change
from tests.golden.json_changes import FLOATING, STRINGS, WHOLE_KINDS, fits, in_bounds
from tests.golden.texts import BAD_TEXTS, DATETIMES, GUIDS, WHOLE, WIDTHS
from tests.golden.xml_document import Element, Rendered, Spot, Steps, XmlSubject, local
from wiresmith.contract.model import Constraints, DictType, EnumType, ListType, NamedType, ScalarType

Changes = Iterator[Change]
Said = tuple[str, str, Steps]
"""Code, path, and the way to the element that the finding points at."""

NOT_BLANK = ("bool", *WHOLE_KINDS, *FLOATING, "datetime", "date", "time", "timedelta", "uuid")
UNKNOWN = [
    Element("unknown", text="1.50"),
    Element("Unknown"),
    Element("no-value", ' i:nil="true"'),
    Element("deep", children=(Element("a", text="&lt;x&gt; "), Element("b", children=(Element("c"),)))),
]


def _change(
    rendered: Rendered,
    what: Spot | str,
    back: bytes | None,
    said: tuple[Said, ...],
    steps: Steps | None = None,
) -> Change:
    expected = [(code, path, rendered.place(there)) for code, path, there in said]
    if isinstance(what, Spot):
        start = rendered.offsets.get(what.steps if steps is None else steps, 0)
        what = f"{what.path} = {rendered.text[start : start + 60]!r}"
    return Change(what=what, data=rendered.data, back=back, expected=expected)


def same(spot: Spot, rendered: Rendered, *said: Said) -> Change:
    """Accepted, and written as it is."""
    return _change(rendered, spot, rendered.data, said)


def refused(spot: Spot, rendered: Rendered, code: str, path: str = "", steps: Steps | None = None) -> Change:
    """Refused, with one finding."""
    there = spot.steps if steps is None else steps
    return _change(rendered, spot, None, ((code, path or spot.path, there),))


def scalars(subject: XmlSubject, *kinds: str) -> Iterator[tuple[Spot, str, Constraints]]:
    for spot in subject.spots:
        if spot.use is None or not isinstance(spot.use.type, ScalarType) or "nil=" in spot.element.attributes:
            continue
        if spot.use.type.kind in kinds:
            yield spot, spot.use.type.kind, spot.use.type.constraints


def absent(subject: XmlSubject) -> Changes:
    for spot in subject.spots:
        declared = subject.declared(spot)
        known = {local(member.xml_name): member for member in declared.xml_members} if declared else {}
        children = spot.element.children
        for index, child in enumerate(children if known else ()):
            rendered = subject.with_children(spot, children[:index] + children[index + 1 :])
            member = known[child.local]
            if member.optional:
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
        nullable = spot.use is not None and spot.use.nullable
        yield same(spot, rendered) if nullable else refused(spot, rendered, "null")


def _nil(subject: XmlSubject, spot: Spot) -> Rendered:
    attributes = spot.element.attributes.replace(' i:nil="true"', "")
    # A default namespace, which XmlWriter declares by itself, comes after what it was asked for.
    default = re.search(r' xmlns="[^"]*"', attributes)
    kept, own = (attributes.replace(default[0], ""), default[0]) if default else (attributes, "")
    return subject.replace(spot, Element(spot.element.tag, f'{kept} i:nil="true"{own}'))


def empty(subject: XmlSubject) -> Changes:
    """An empty list, dictionary or string."""
    for spot in subject.spots:
        type_ = spot.use.type if spot.use else None
        if isinstance(type_, ListType | DictType):
            attributes = spot.element.attributes.replace(' i:nil="true"', "")
            rendered = subject.replace(spot, Element(spot.element.tag, attributes))
            too_short = type_.constraints.min_length
            yield refused(spot, rendered, "out-of-bounds") if too_short else same(spot, rendered)
    yield from _texts(subject, ("", ""))


def _texts(subject: XmlSubject, *texts: tuple[str, str], back: Callable[[str], str] | None = None) -> Changes:
    """Other texts in strings: each raw and as what it means; ``back`` gives the raw text as it is written."""
    for spot, _, bounds in scalars(subject, *STRINGS):
        for raw, value in texts:
            rendered = subject.with_text(spot, raw)
            if not fits(bounds, value):
                yield refused(spot, rendered, "out-of-bounds")
            elif back is None:
                yield same(spot, rendered)
            else:
                yield _change(rendered, spot, subject.with_text(spot, back(value)).data, ())


def blank(subject: XmlSubject) -> Changes:
    return _texts(subject, (" ", " "), (" \t ", " \t "), ("\n  ", "\n  "))


def unusual_characters(subject: XmlSubject) -> Changes:
    texts = [
        ("𝄞 e\u0301 \u200f\u2028\ufeff\x85", "𝄞 e\u0301 \u200f\u2028\ufeff\x85"),
        ("&lt;a&gt; &amp;amp; ]]&gt; \"'", "<a> &amp; ]]> \"'"),
        ("&#x1;&#x0;&#xFFFE;&#xB;", "\x01\x00\ufffe\x0b"),
    ]
    return _texts(subject, *texts)


def other_spellings_of_text(subject: XmlSubject) -> Changes:
    """CDATA, comments, references: the value is what they say."""
    texts = [
        ("<![CDATA[sample]]>", "sample"),
        ("a<![CDATA[<b>]]>&amp;c", "a<b>&c"),
        ("sam<!-- no part of it -->ple", "sample"),
        ("&#65;&#x42;&quot;&apos;", "AB\"'"),
        ("a\r\nb\rc", "a\nb\nc"),
    ]
    return _texts(subject, *texts, back=escape)


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


def unknown_enum_value(subject: XmlSubject) -> Changes:
    for spot in subject.spots:
        if spot.use is None or not isinstance(spot.use.type, NamedType) or "nil=" in spot.element.attributes:
            continue
        declared = subject.sample.contract.types[spot.use.type.identity]
        if not isinstance(declared, EnumType):
            continue
        texts: tuple[str, ...] = ("17", "-8") if declared.base == "int" else ("Purple", "", "𝄞 ")
        if declared.base == "str" and not spot.is_key:
            texts += ("dark-green",)  # what JSON has for another text; as a key it would be that one again
        for text in texts:
            if text == "dark-green" and spot.element.local == "Key":
                continue  # as a str it equals the member whose value in JSON it is, which is another key here
            rendered = subject.with_text(spot, text)
            if declared.closed or declared.base == "int":
                yield refused(spot, rendered, "unknown-enum-value")
            else:
                yield same(spot, rendered, ("unknown-enum-value", spot.path, spot.steps))


def datetimes(subject: XmlSubject) -> Changes:
    for spot, _, _ in scalars(subject, "datetime"):
        yield from (same(spot, subject.with_text(spot, text)) for text in DATETIMES)


def guids(subject: XmlSubject) -> Changes:
    for spot, _, _ in scalars(subject, "uuid"):
        yield from (same(spot, subject.with_text(spot, text)) for text in GUIDS)


def whole_numbers(subject: XmlSubject) -> Changes:
    """All digits, signs and zeros stay; a number beyond the declared width is refused."""
    for spot, kind, bounds in scalars(subject, *WHOLE_KINDS):
        least, greatest = WIDTHS.get(kind, (-(10**4000), 10**4000))
        for text in [*WHOLE, "007", "+1", "-012"]:
            rendered = subject.with_text(spot, text)
            if not least <= int(text) <= greatest:
                yield refused(spot, rendered, "wrong-value")
            else:
                inside = in_bounds(bounds, float(text))
                yield same(spot, rendered) if inside else refused(spot, rendered, "out-of-bounds")


def number_spellings(subject: XmlSubject) -> Changes:
    for spot, kind, bounds in scalars(subject, *FLOATING):
        spellings = ["1", "0", "-0", "1.50", "-0.0", "+1", ".5", "5.", "007", "9007199254740993", "0.1"]
        if kind != "decimal":
            spellings += ["1e3", "1E+2", "1e-07", "NaN", "INF", "-INF", "Infinity", "-Infinity"]
        for text in spellings:
            rendered = subject.with_text(spot, text)
            number = float(text)
            yield (
                same(spot, rendered)
                if in_bounds(bounds, number)
                else refused(spot, rendered, "out-of-bounds")
            )


def other_spellings_of_values(subject: XmlSubject) -> Changes:
    """1 for true, and white space around anything but text: .NET reads them, and writes the usual form."""
    for spot, _, _ in scalars(subject, "bool"):
        for text, usual in (("1", "true"), ("0", "false"), (" true ", "true")):
            yield _change(subject.with_text(spot, text), spot, subject.with_text(spot, usual).data, ())
    for spot, _, _ in scalars(subject, *NOT_BLANK):
        rendered = subject.with_text(spot, f"\n\t {spot.element.text} ")
        yield _change(rendered, spot, subject.sample.data, ())


def wrong_text(subject: XmlSubject) -> Changes:
    """Text that is none of its kind."""
    wrong = {kind: ["", "five", "1.5", "0x10", "1e3", "1,000", "- 1", "٣"] for kind in WHOLE_KINDS}
    wrong |= {kind: ["", "five", "1,5", "0x10", "+INF", "nan", "1e", "٣"] for kind in FLOATING}
    wrong |= {"bool": ["", "True", "yes", "2", "true false"]}
    wrong |= {
        kind: [text for text in texts if kind != "bytes" or text != "a b"]
        for kind, texts in BAD_TEXTS.items()
    }
    wrong["timedelta"] = ["", "1 day", "P", "PT", "00:00:01"]
    for spot, kind, _ in scalars(subject, *wrong):
        yield from (refused(spot, subject.with_text(spot, text), "wrong-value") for text in wrong[kind])


def wrong_content(subject: XmlSubject) -> Changes:
    """An element where there is text, text where there are elements."""
    for spot in subject.spots:
        if "nil=" in spot.element.attributes:
            continue
        inner = Element(f"{spot.element.prefix}inner", text="1")
        type_ = spot.use.type if spot.use else None
        if isinstance(type_, ScalarType):
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
    """The second one is kept, though with other prefixes, which is why those that declare some are left out here."""
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
            yield _change(rendered, spot, subject.sample.data, (said,))


def entries(subject: XmlSubject) -> Changes:
    """Entries of dictionaries: without a key, without a value, a key twice."""
    for spot in subject.spots:
        if spot.use is not None:
            continue
        for part in spot.element.children:
            yield refused(spot, subject.with_children(spot, (part,)), "missing-member")
    for spot in subject.spots:
        if spot.use is None or not isinstance(spot.use.type, DictType) or not spot.element.children:
            continue
        children = (*spot.element.children, spot.element.children[0])
        if spot.use.type.constraints.max_length is None:
            path = f"{spot.path}/{children[0].local}[{len(children)}]"
            rendered = subject.with_children(spot, children)
            yield refused(spot, rendered, "duplicate-key", path, (*spot.steps, len(children) - 1))


def nil_spellings(subject: XmlSubject) -> Changes:
    """``i:nil`` in other words, and with content."""
    for spot in subject.spots:
        if spot.use is None or "nil=" in spot.element.attributes or not spot.steps:
            continue
        element = spot.element
        not_nil = Element(element.tag, f'{element.attributes} i:nil="false"', element.text, element.children)
        yield _change(subject.replace(spot, not_nil), spot, subject.sample.data, ())
        if not spot.use.nullable:
            continue
        for attributes in (' i:nil="1"', " i:nil='true'", ' i:nil=" true "'):
            rendered = subject.replace(spot, Element(element.tag, element.attributes + attributes))
            yield _change(rendered, spot, _nil(subject, spot).data, ())
        if element.text:
            rendered = subject.replace(spot, Element(element.tag, f'{element.attributes} i:nil="true"', "x"))
            yield refused(spot, rendered, "nil-with-content")
        rendered = subject.replace(
            spot, Element(element.tag, f'{element.attributes} i:nil="TRUE"', element.text)
        )
        if element.text is not None:
            yield refused(spot, rendered, "wrong-nil")


def unknown_attribute(subject: XmlSubject) -> Changes:
    """There is no place to keep one, which is said."""
    for spot in subject.spots:
        element = spot.element
        added = Element(element.tag, f'{element.attributes} extra="1"', element.text, element.children)
        said = ("unknown-attribute", spot.path, spot.steps)
        yield _change(subject.replace(spot, added), spot, subject.sample.data, (said,))


KINDS: tuple[Callable[[XmlSubject], Changes], ...] = (
    absent,
    null,
    empty,
    blank,
    unusual_characters,
    other_spellings_of_text,
    unknown_element,
    unknown_namespace,
    unknown_enum_value,
    datetimes,
    guids,
    whole_numbers,
    number_spellings,
    other_spellings_of_values,
    wrong_text,
    wrong_content,
    member_twice,
    other_order,
    entries,
    nil_spellings,
    unknown_attribute,
)
