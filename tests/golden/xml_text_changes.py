"""Changes to the texts in XML documents, one at a time, in every place where they fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote
from xml.sax.saxutils import escape

from tests.golden.json_changes import FLOATING, STRINGS, WHOLE_KINDS, fits, in_bounds
from tests.golden.texts import BAD_TEXTS, DATETIMES, GUIDS, WHOLE, WIDTHS
from tests.golden.xml_change import Changes, changed, refused, same, scalars
from tests.golden.xml_document import XmlSubject
from wiresmith.description import EnumType, Ref, bare

NOT_BLANK = ("bool", *WHOLE_KINDS, *FLOATING, "datetime", "date", "time", "timedelta", "uuid")


def other_texts(
    subject: XmlSubject, *texts: tuple[str, str], back: Callable[[str], str] | None = None
) -> Changes:
    """Other texts in strings: each raw and as what it means; ``back`` gives the raw text as it is written."""
    for spot, kind, bounds in scalars(subject, *STRINGS):
        for raw, value in texts:
            rendered = subject.with_text(spot, raw)
            if not fits(bounds, value):
                yield refused(spot, rendered, "out-of-bounds")
            elif kind == "uri":
                yield changed(rendered, spot, subject.with_text(spot, escape(_reference(value))).data, ())
            elif back is None:
                yield same(spot, rendered)
            else:
                yield changed(rendered, spot, subject.with_text(spot, back(value)).data, ())


def _reference(text: str) -> str:
    """A relative reference as .NET's Uri writes it: escaped, without the marks that turn the direction of
    writing.
    """
    return quote(re.sub("[\u200e\u200f\u202a-\u202e]", "", text), safe="-_.!~*'();/?:@&=+$,#[]")


def blank(subject: XmlSubject) -> Changes:
    return other_texts(subject, (" ", " "), (" \t ", " \t "), ("\n  ", "\n  "))


def unusual_characters(subject: XmlSubject) -> Changes:
    texts = [
        ("𝄞 e\u0301 \u200f\u2028\ufeff\x85", "𝄞 e\u0301 \u200f\u2028\ufeff\x85"),
        ("&lt;a&gt; &amp;amp; ]]&gt; \"'", "<a> &amp; ]]> \"'"),
        ("&#x1;&#x0;&#xFFFE;&#xB;", "\x01\x00\ufffe\x0b"),
    ]
    return other_texts(subject, *texts)


def other_spellings_of_text(subject: XmlSubject) -> Changes:
    """CDATA, comments, references: the value is what they say."""
    texts = [
        ("<![CDATA[sample]]>", "sample"),
        ("a<![CDATA[<b>]]>&amp;c", "a<b>&c"),
        ("sam<!-- no part of it -->ple", "sample"),
        ("&#65;&#x42;&quot;&apos;", "AB\"'"),
        ("a\r\nb\rc", "a\nb\nc"),
    ]
    return other_texts(subject, *texts, back=escape)


def unknown_enum_value(subject: XmlSubject) -> Changes:
    for spot in subject.spots:
        if spot.use is None or not isinstance(type_ := bare(spot.use), Ref) or spot.element.is_nil:
            continue
        declared = subject.sample.contract.types[type_.name]
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
            yield changed(subject.with_text(spot, text), spot, subject.with_text(spot, usual).data, ())
    for spot, _, _ in scalars(subject, *NOT_BLANK):
        rendered = subject.with_text(spot, f"\n\t {spot.element.text} ")
        yield changed(rendered, spot, subject.sample.data, ())


def wrong_text(subject: XmlSubject) -> Changes:
    """Text that is none of its kind."""
    wrong = {kind: ["", "five", "1.5", "0x10", "1e3", "1,000", "- 1", "٣"] for kind in WHOLE_KINDS}
    wrong |= {kind: ["", "five", "1,5", "0x10", "+INF", "nan", "1e", "٣"] for kind in FLOATING}
    wrong |= {"bool": ["", "True", "yes", "2", "true false"]}
    wrong |= {
        kind: [text for text in texts if kind != "bytes" or text != "a b"]
        for kind, texts in BAD_TEXTS.items()
    }
    del wrong["datetimeoffset"]  # which consists of elements
    wrong["char"] = ["", "A", "65536", "-1", "65.0"]
    wrong["timedelta"] = ["", "1 day", "P", "PT", "00:00:01"]
    for spot, kind, _ in scalars(subject, *wrong):
        yield from (refused(spot, subject.with_text(spot, text), "wrong-value") for text in wrong[kind])


KINDS: tuple[Callable[[XmlSubject], Changes], ...] = (
    blank,
    unusual_characters,
    other_spellings_of_text,
    unknown_enum_value,
    datetimes,
    guids,
    whole_numbers,
    number_spellings,
    other_spellings_of_values,
    wrong_text,
)
