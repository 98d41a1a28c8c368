"""Changes to JSON documents, one at a time, in every place where they fit."""

from __future__ import annotations

import functools
import json
import operator
import re
from collections.abc import Callable, Iterator

from tests.golden.changes import Change
from tests.golden.json_document import JsonSubject, Node, Rendered, Spot, escaped, parse, render
from tests.golden.texts import BAD_TEXTS, DATETIMES, GUIDS, WHOLE, WIDTHS
from wiresmith.description import Constraints, DictType, EnumType, ListType, Ref, Scalar, bare, is_nullable

Changes = Iterator[Change]

STRINGS = ("str", "uri")
WHOLE_KINDS = ("int", *WIDTHS)
FLOATING = ("number", "float32", "float64", "decimal")
IN_STRINGS = ("datetime", "datetimeoffset", "date", "time", "timedelta", "uuid", "bytes", "char")
UNKNOWN = ["1.50", '{"a": [1e3, null, {}, -0], "b": {"c": "\\n"}}', '"text"', "null", "[]"]


def same(spot: Spot | None, rendered: Rendered, *warnings: tuple[str, str]) -> Change:
    """Accepted, and written as it is."""
    return _change(spot, rendered, rendered.data, warnings)


def refused(spot: Spot, rendered: Rendered, code: str, pointer: str | None = None) -> Change:
    """Refused, with one finding."""
    return _change(spot, rendered, None, [(code, spot.pointer if pointer is None else pointer)])


def _change(
    spot: Spot | None,
    rendered: Rendered,
    back: bytes | None,
    said: list[tuple[str, str]] | tuple[tuple[str, str], ...],
) -> Change:
    expected = [(code, pointer, rendered.place(pointer)) for code, pointer in said]
    what = rendered.text if spot is None else spot.pointer
    if spot is not None and spot.pointer in rendered.offsets:
        start = rendered.offsets[spot.pointer]
        what += f" = {rendered.text[start : start + 40]!r}"
    return Change(what=what, data=rendered.data, back=back, expected=expected)


def scalars(subject: JsonSubject, *kinds: str) -> Iterator[tuple[Spot, Scalar]]:
    for spot in subject.spots:
        type_ = bare(spot.use)
        if isinstance(type_, Scalar) and type_.kind in kinds and spot.node.raw != "null":
            yield spot, type_


def enums(subject: JsonSubject) -> Iterator[tuple[Spot, EnumType]]:
    for spot in subject.spots:
        if isinstance(type_ := bare(spot.use), Ref) and spot.node.raw != "null":
            declared = subject.sample.contract.types[type_.name]
            if isinstance(declared, EnumType):
                yield spot, declared


def absent(subject: JsonSubject) -> Changes:
    """A member that is not there: optional, or only nullable (which is said), or required (which
    is refused).
    """
    for spot in subject.spots:
        declared = subject.declared(spot)
        members = list(spot.node.members or ())
        known = {member.wire: member for member in declared.members} if declared else {}
        for index, (name, _) in enumerate(members):
            member = known.get(json.loads(name))
            if member is None:
                continue
            rendered = subject.with_members(spot, members[:index] + members[index + 1 :])
            if member.optional:
                yield same(spot, rendered)
            elif member.absent_as_null:
                yield same(spot, rendered, ("absent-member", spot.pointer))
            else:
                yield refused(spot, rendered, "missing-member")


def null(subject: JsonSubject) -> Changes:
    for spot in subject.spots:
        rendered = subject.with_value(spot, "null")
        is_any = isinstance(type_ := bare(spot.use), Scalar) and type_.kind == "any"
        yield same(spot, rendered) if is_nullable(spot.use) or is_any else refused(spot, rendered, "null")


def empty(subject: JsonSubject) -> Changes:
    """An empty list, dictionary or string."""
    for spot in subject.spots:
        type_ = bare(spot.use)
        if isinstance(type_, ListType | DictType):
            rendered = subject.with_value(spot, "[]" if isinstance(type_, ListType) else "{}")
            bounds = type_
            yield refused(spot, rendered, "out-of-bounds") if bounds.min_length else same(spot, rendered)
    yield from _texts(subject, "")


def _texts(subject: JsonSubject, *texts: str, back: Callable[[str], str] | None = None) -> Changes:
    for spot, bounds in scalars(subject, *STRINGS):
        for raw in (f'"{text}"' for text in texts):
            rendered = subject.with_value(spot, raw)
            if not fits(bounds, json.loads(raw)):
                yield refused(spot, rendered, "out-of-bounds")
            elif back is None:
                yield same(spot, rendered)
            else:
                yield _change(spot, rendered, subject.with_value(spot, back(raw)).data, [])


def fits(bounds: Constraints, text: str) -> bool:
    """Whether a text is within its bounds."""
    most = bounds.max_length if bounds.max_length is not None else len(text)
    pattern_holds = bounds.pattern is None or re.search(bounds.pattern, text, re.ASCII)
    return (bounds.min_length or 0) <= len(text) <= most and bool(pattern_holds)


def blank(subject: JsonSubject) -> Changes:
    return _texts(subject, " ", " \\t ", "\\r\\n")


def unusual_characters(subject: JsonSubject) -> Changes:
    """Beyond the basic plane, combining, right to left, invisible; all that JSON escapes."""
    return _texts(subject, "𝄞 e\u0301 \u200f\u2028\ufeff", '\\"\\\\/\\b\\f\\n\\u0001\x7f')


def lone_surrogate(subject: JsonSubject) -> Changes:
    """Half a character, which only an escape can write."""
    return _texts(subject, "\\ud800", "a\\udc00b", "\\udc00\\ud800")


def other_escapes(subject: JsonSubject) -> Changes:
    r"""``\/`` and ``A`` say what plain characters do, and are written as those."""

    def plain(raw: str) -> str:
        return json.dumps(json.loads(raw), ensure_ascii=False)

    return _texts(subject, "a\\/b", "\\u0041\\u00e9\\ud834\\udd1e", back=plain)


def unknown_member(subject: JsonSubject) -> Changes:
    """One that the page does not show: first, in the middle, last; a number in an odd spelling,
    an object, …
    """
    for spot in subject.spots:
        members = list(spot.node.members or ())
        if subject.declared(spot) is None:
            continue
        for position in {0, len(members) // 2, len(members)}:
            for name, raw in zip(["", "unknown", "é/~", "Success ", "b"], UNKNOWN, strict=True):
                literal = json.dumps(name, ensure_ascii=False)
                rendered = subject.with_members(
                    spot, [*members[:position], (literal, parse(raw)), *members[position:]]
                )
                yield same(spot, rendered, ("unknown-member", f"{spot.pointer}/{escaped(name)}"))


def unknown_enum_value(subject: JsonSubject) -> Changes:
    for spot, declared in enums(subject):
        values = ["biocharcoal", "", "𝄞"] if declared.base == "str" else [17, 0, -(2**31)]
        for value in values:
            rendered = subject.with_value(spot, json.dumps(value, ensure_ascii=False))
            if declared.closed:
                yield refused(spot, rendered, "unknown-enum-value")
            elif declared.flags and _combines(declared, value):
                yield same(spot, rendered)
            else:
                yield same(spot, rendered, ("unknown-enum-value", spot.pointer))


def _combines(declared: EnumType, value: int | str) -> bool:
    """Whether flags together are a number: all of its bits are declared; none is no flag."""
    known = functools.reduce(operator.or_, (int(member.wire) for member in declared.values))
    return int(value) | known == known


def datetimes(subject: JsonSubject) -> Changes:
    for spot, bounds in scalars(subject, "datetime"):
        if bounds.pattern is None:
            yield from (same(spot, subject.with_value(spot, f'"{text}"')) for text in DATETIMES)


def guids(subject: JsonSubject) -> Changes:
    for spot, _ in scalars(subject, "uuid"):
        yield from (same(spot, subject.with_value(spot, f'"{text}"')) for text in GUIDS)


def whole_numbers(subject: JsonSubject) -> Changes:
    """All digits stay, and so does the sign of -0; a number beyond the declared width is refused."""
    for spot, bounds in scalars(subject, *WHOLE_KINDS):
        least, greatest = WIDTHS.get(bounds.kind, (-(10**4000), 10**4000))
        for raw in WHOLE:
            rendered = subject.with_value(spot, raw)
            inside = least <= int(raw) <= greatest and in_bounds(bounds, float(raw))
            yield same(spot, rendered) if inside else refused(spot, rendered, "out-of-bounds")


def in_bounds(bounds: Constraints, number: float) -> bool:
    return (
        (bounds.ge is None or number >= bounds.ge)
        and (bounds.gt is None or number > bounds.gt)
        and (bounds.le is None or number <= bounds.le)
        and (bounds.lt is None or number < bounds.lt)
    )


def number_spellings(subject: JsonSubject) -> Changes:
    for spot, bounds in scalars(subject, *FLOATING):
        spellings = [
            "1",
            "0",
            "-0",
            "-0.0",
            "1.50",
            "1e3",
            "1E+2",
            "1e-07",
            "123.0",
            "9007199254740993",
            "0.1",
        ]
        for raw in spellings:
            rendered = subject.with_value(spot, raw)
            yield (
                same(spot, rendered)
                if in_bounds(bounds, float(raw))
                else refused(spot, rendered, "out-of-bounds")
            )


def not_a_number(subject: JsonSubject) -> Changes:
    """NaN and the infinities, which JSON has not."""
    for spot, _ in scalars(subject, *WHOLE_KINDS, *FLOATING):
        yield from (
            refused(spot, subject.with_value(spot, raw), "not-json")
            for raw in ("NaN", "Infinity", "-Infinity")
        )


def wrong_type(subject: JsonSubject) -> Changes:
    """A value of another JSON type."""
    for spot in subject.spots:
        wrong = _wrong_literals(subject, spot)
        yield from (refused(spot, subject.with_value(spot, raw), "wrong-type") for raw in wrong)


def _wrong_literals(subject: JsonSubject, spot: Spot) -> list[str]:
    match bare(spot.use):
        case Scalar(kind="any"):
            return []
        case Scalar(kind="bool"):
            return ['"true"', "1", "0", "[]", "{}"]
        case Scalar(kind=kind) if kind in WHOLE_KINDS:
            return ['"1"', "true", "1.5", "1.0", "1e3", "[]", "{}"]
        case Scalar(kind=kind) if kind in FLOATING:
            return ['"1"', "true", "[]", "{}"]
        case Scalar(kind="qname"):
            return ['"x"', "1", "true", "[]"]
        case Scalar():
            return ["1", "1.5", "true", "[]", '{"a": 1}']
        case ListType():
            return ["{}", '"x"', "1", "false"]
        case DictType():
            return ["[]", '"x"', "1", "false"]
        case Ref(name=identity):
            declared = subject.sample.contract.types[identity]
            if not isinstance(declared, EnumType):
                return ["[]", '"x"', "1", "true"]
            return ["[]", "{}", "true", "1.5", '"1"' if declared.base == "int" else "1"]


def bad_text(subject: JsonSubject) -> Changes:
    """A string that is none of its kind: a date in February's thirties, a GUID that is too short."""
    for spot, type_ in scalars(subject, *IN_STRINGS):
        for text in BAD_TEXTS[type_.kind]:
            yield refused(spot, subject.with_value(spot, json.dumps(text)), "wrong-value")
    for spot, _ in scalars(subject, "qname"):
        for text in ("{}", '{"a": 1}', '{"name": "n"}', '{"name": "n", "ns": "", "b": 1}'):
            yield refused(spot, subject.with_value(spot, text), "wrong-value")


def member_twice(subject: JsonSubject) -> Changes:
    for spot in subject.spots:
        members = list(spot.node.members or ())
        for name, node in members:
            rendered = subject.with_members(spot, [*members, (name, node)])
            yield refused(spot, rendered, "duplicate-member", f"{spot.pointer}/{escaped(json.loads(name))}")


def other_order(subject: JsonSubject) -> Changes:
    """The order of members is not part of the value."""
    for spot in subject.spots:
        if subject.declared(spot) is not None:
            rendered = subject.with_members(spot, list(reversed(spot.node.members or ())))
            yield _change(spot, rendered, subject.sample.data, [])


def unusual_keys(subject: JsonSubject) -> Changes:
    """An entry more in a dictionary, under a key that a member name could not be."""
    for spot in subject.spots:
        type_ = bare(spot.use)
        if not isinstance(type_, DictType) or not spot.node.members or type_.max_length is not None:
            continue
        if not isinstance(key := bare(type_.key), Scalar) or key.kind != "str":
            continue
        value = spot.node.members[0][1]
        for name in ("", "𝄞/~ \\n", "a.b", "Meta"):
            members: list[tuple[str, Node]] = [(f'"{name}"', value), *spot.node.members]
            yield same(spot, subject.with_members(spot, members))


def other_layout(subject: JsonSubject) -> Changes:
    """Another indentation, blanks around everything, a byte order mark: the value is the same."""
    text = subject.sample.data.decode()
    layouts = [render(subject.root, indent).text for indent in (None, 0, 1, 3)]
    layouts += [
        f"\n\t {text}\r\n ",
        text.replace("\n", "\r\n"),
        text.replace('":', '" \t:'),
        text.replace(",\n", " ,\n\n"),
    ]
    layouts = [*layouts, *(f"\ufeff{layout}" for layout in layouts[:2])]
    for layout in layouts:
        yield Change(what=repr(layout[:30]), data=layout.encode(), back=subject.sample.data)


KINDS: tuple[Callable[[JsonSubject], Changes], ...] = (
    absent,
    null,
    empty,
    blank,
    unusual_characters,
    lone_surrogate,
    other_escapes,
    unknown_member,
    unknown_enum_value,
    datetimes,
    guids,
    whole_numbers,
    number_spellings,
    not_a_number,
    wrong_type,
    bad_text,
    member_twice,
    other_order,
    unusual_keys,
    other_layout,
)
