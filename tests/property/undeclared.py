"""Strategies for what objects hold beyond their contract, so that it is found again where it was put."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from wiresmith.description import Member, ObjectType, QName
from wiresmith.runtime import ABSENT, LexicalFloat, LexicalInt, Undeclared, XmlElement

Strategy = st.SearchStrategy[Any]

XSI = "http://www.w3.org/2001/XMLSchema-instance"

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
    | st.sampled_from([LexicalInt("-0"), LexicalFloat("1.50"), LexicalFloat("1E3")]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text('ab"\\é\n', max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)
_LOCAL_NAMES = st.from_regex(r"[a-zéA-Z_][a-z0-9_.-]{0,5}", fullmatch=True)
_TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n<&>"\x01'), min_size=1, max_size=6
)
_ATTRIBUTE_TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=6
)


def undeclared_json(declared: ObjectType) -> Callable[[Any], Strategy]:
    """From a value to strategies for it with unknown JSON members and undeclared absences."""
    taken = {member.wire for member in declared.members}
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    names = texts.filter(lambda name: name not in taken)

    @st.composite
    def build(draw: st.DrawFn, value: Any) -> Any:
        absent, present = _absences(draw, declared.members, value)
        found = [
            (draw(st.integers(0, present)), name, draw(_JSON)) for name in draw(st.sets(names, max_size=3))
        ]
        unknown = tuple(sorted(found, key=lambda entry: entry[:2]))
        return _with(value, Undeclared(unknown_json=unknown, absent=absent))

    return build


def undeclared_xml(declared: ObjectType) -> Callable[[Any], Strategy]:
    """From a value to strategies for it with unknown XML elements and undeclared absences."""
    names = {member.xml_name for member in declared.xml_members if member.xml_name is not None}
    own = sorted({name.namespace for name in names} | {"", "urn:other"})
    known = {(name.local, name.namespace) for name in names}
    elements = _element(own).filter(lambda element: (element.name.local, element.name.namespace) not in known)

    @st.composite
    def build(draw: st.DrawFn, value: Any) -> Any:
        absent, present = _absences(draw, declared.xml_members, value, needed=True)
        found = [(draw(st.integers(0, present)), draw(elements)) for _ in range(draw(st.integers(0, 3)))]
        unknown = tuple(sorted(found, key=lambda entry: entry[0]))
        return _with(value, Undeclared(unknown_xml=unknown, absent=absent))

    return build


def _absences(
    draw: st.DrawFn, members: tuple[Member, ...], value: Any, *, needed: bool = False
) -> tuple[frozenset[str], int]:
    """Members to leave out though that is not declared, and how many are then there; in XML some are
    ``needed``.
    """
    missing = [m for m in members if m.absent_as_null and not (needed and m.xml_required)]
    nulls = [m.attribute for m in missing if getattr(value, m.attribute) is None]
    absent = frozenset(name for name in nulls if draw(st.booleans()))
    left = [m for m in members if m.attribute not in absent and getattr(value, m.attribute) is not ABSENT]
    return absent, len(left)


def _with(value: Any, undeclared: Undeclared) -> Any:
    empty = not (undeclared.unknown_json or undeclared.unknown_xml or undeclared.absent)
    return dataclasses.replace(value, _undeclared=None if empty else undeclared)


def _element(namespaces: list[str]) -> st.SearchStrategy[XmlElement]:
    names = st.builds(QName, _LOCAL_NAMES, st.sampled_from(namespaces))
    attributes = st.lists(
        st.tuples(st.builds(QName, _LOCAL_NAMES, st.sampled_from(["", "urn:other"])), _ATTRIBUTE_TEXTS),
        max_size=2,
        unique_by=lambda attribute: attribute[0],
    ).map(tuple)
    nil = st.builds(XmlElement, names, st.just(((QName("nil", XSI), "true"),)))
    leaf = st.builds(XmlElement, names, attributes, _TEXTS.map(lambda text: (text,)) | st.just(()))
    return nil | st.recursive(
        leaf,
        lambda inner: st.builds(
            XmlElement, names, attributes, st.lists(inner, min_size=1, max_size=2).map(tuple)
        ),
        max_leaves=3,
    )
