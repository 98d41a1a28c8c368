"""The facts of a contract in words and labels for the pages: types, bounds, provenance, paging, envelopes,
waiting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from wiresmith.description import (
    BareType,
    Constraints,
    Contract,
    DictType,
    Envelope,
    Header,
    ListType,
    Literal_,
    Operation,
    Paging,
    Provenance,
    Ref,
    ResponsePath,
    Scalar,
    Type,
    Wait,
    bare,
    is_nullable,
    members_along,
)
from wiresmith.kinds import kind_of

_PLACEHOLDER: Final = "{}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence or of a type: plain text, a name (``is_code``), or one that leads somewhere
    (``anchor``).
    """

    text: str
    is_code: bool = False
    anchor: str = ""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A small label; ``title`` says more, ``kind`` is its look."""

    text: str
    title: str
    kind: str


def sentence(template: str, *names: str) -> Pieces:
    """A sentence in which each ``{}`` stands for a name."""
    first, *others = template.split(_PLACEHOLDER)
    pieces = [Piece(first)]
    for name, text in zip(names, others, strict=True):
        pieces += [Piece(name, is_code=True), Piece(text)]
    return tuple(piece for piece in pieces if piece.text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a description, each on one line."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)


def type_anchor(name: str) -> str:
    """The anchor of a type."""
    return f"type-{name}"


def spelled(contract: Contract, use: Type) -> Pieces:
    """A type as specs spell it, its names leading to the types."""
    pieces = list(_spelled(contract, bare(use)))
    if is_nullable(use):
        pieces.append(Piece(" | null"))
    return tuple(pieces)


def _spelled(contract: Contract, type_: BareType) -> Iterator[Piece]:
    match type_:
        case Ref():
            yield Piece(contract.types[type_.name].identity, anchor=type_anchor(type_.name))
        case Scalar():
            yield Piece(f"{type_.name} ({type_.kind})" if type_.name else type_.kind)
        case ListType():
            yield Piece("list[")
            yield from spelled(contract, type_.item)
            yield Piece("]")
        case DictType():
            yield Piece("dict[")
            yield from spelled(contract, type_.key)
            yield Piece(", ")
            yield from spelled(contract, type_.value)
            yield Piece("]")


def bounds(type_: BareType) -> tuple[Pieces, ...]:
    """The bounds of a type in words, one fact each."""
    match type_:
        case Ref():
            return ()
        case Scalar():
            return tuple(_facts(type_, kind_of(type_.kind).length_unit))
        case ListType():
            each = [(Piece("each "), *fact) for fact in bounds(bare(type_.item))]
            return (*_facts(type_, "item"), *each)
        case DictType():
            return tuple(_facts(type_, "entry"))


def _facts(limits: Constraints, unit: str) -> Iterator[Pieces]:
    for words, bound in (
        ("at least", limits.ge),
        ("greater than", limits.gt),
        ("at most", limits.le),
        ("less than", limits.lt),
    ):
        if bound is not None:
            yield (Piece(f"{words} {bound}"),)
    low, high = limits.min_length, limits.max_length
    if low is not None and high is not None:
        yield (Piece(_counted(low, unit) if low == high else f"{low} to {_counted(high, unit)}"),)
    elif low is not None:
        yield (Piece(f"at least {_counted(low, unit)}"),)
    elif high is not None:
        yield (Piece(f"at most {_counted(high, unit)}"),)
    if limits.pattern is not None:
        yield sentence("matching {}", limits.pattern)


def _counted(number: int, unit: str) -> str:
    if number == 1:
        return f"1 {unit}"
    return f"{number} {unit.removesuffix('y')}ies" if unit.endswith("y") else f"{number} {unit}s"


def plain(value: Literal_) -> str:
    """A default or an example as JSON has it, a text without its quotes."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


_TOLD: Final = {
    "inferred": "The page does not say so; it follows from what it shows.",
    "assumed": "The page does not say so; it is taken from elsewhere.",
    "observed": "The page does not say so; payloads show it.",
}


def mark(provenance: Provenance, about: str = "") -> Mark:
    """The label for the source of a fact; ``about`` says of which aspect of it."""
    prefix = f"{about}: " if about else ""
    if provenance.mark == "documented":
        source = " ".join(provenance.source.split())
        where = f"the page says so: {source}" if source else "the page says so"
        return Mark(f"{prefix}documented", f"Documented: {where}", "documented")
    return Mark(prefix + " ".join(str(provenance).split()), _TOLD[provenance.mark], provenance.mark)


def marks(own: Provenance, around: Provenance) -> tuple[Mark, ...]:
    """The marks of something inside of something else, unless they come from the same place."""
    return () if own == around else every_mark(own)


def every_mark(said: Provenance) -> tuple[Mark, ...]:
    """The mark of something, and those of the aspects of it that come from elsewhere."""
    return (mark(said), *(mark(own, aspect) for aspect, own in said.aspects))


# --- how operations behave, in sentences ---


_Spelled = Callable[[ResponsePath | None], str]


def interactions(operation: Operation[Any], contract: Contract) -> tuple[Pieces, ...]:
    """Paging, envelope, waiting and repeating, in sentences."""
    found: list[Pieces] = []
    spelled = partial(_path, contract, operation.success_body)
    if operation.paging is not None:
        found += _paging(operation.paging, {each.name: each.wire for each in operation.parameters}, spelled)
    if operation.envelope is not None:
        found += _envelope(operation.envelope, spelled)
    if operation.wait is not None:
        found += _wait(operation.wait, spelled, _path(contract, operation.accepted_body, operation.wait.url))
    if operation.idempotent is not None:
        found.append(
            (
                Piece(
                    "Sending it twice does what sending it once does: clients repeat it."
                    if operation.idempotent
                    else "Sending it twice is not sending it once: clients do not repeat it."
                ),
            )
        )
    return tuple(found)


def _paging(paging: Paging, wire: dict[str, str], spelled: _Spelled) -> Iterator[Pieces]:
    next_ = spelled(paging.next)
    send = wire.get(paging.send or "", "")
    match paging.style:
        case "cursor" | "token":
            yield sentence("It answers in pages. The next one: send {} of the answer as {}.", next_, send)
        case "offset":
            yield sentence("It answers in pages. {} says how many items to pass over.", send)
        case "page":
            first = 1 if paging.first is None else paging.first
            yield sentence(f"It answers in pages, numbered from {first}. {{}} says which one.", send)
        case "url":
            yield sentence("It answers in pages. {} is the URL of the next one.", next_)
        case "link":
            yield sentence("It answers in pages. The header {} links to the next one.", next_ or "Link")
    facts: list[tuple[str, str]] = [
        ("The items are in {}.", spelled(paging.items)),
        ("{} says how many items to a page.", wire.get(paging.size or "", "")),
        ("{} says whether there are more.", spelled(paging.more)),
        ("{} is how many items there are in all.", spelled(paging.total)),
        ("{} is how many pages there are.", spelled(paging.pages)),
    ]
    told = [piece for text, name in facts if name for piece in (*sentence(text, name), Piece(" "))]
    if told:
        yield tuple(told[:-1])
    if paging.ends is not None:
        yield sentence("A page with fewer items than were asked for is the last one.")
    if paging.backward is not None:
        back = paging.backward
        yield sentence(
            "Pages also run backwards: send {} as {}.", spelled(back.next), wire.get(back.send or "", "")
        )


def _envelope(envelope: Envelope, spelled: _Spelled) -> Iterator[Pieces]:
    if envelope.unwrap is not None:
        yield sentence("The result is in an envelope: calls return what is in {}.", spelled(envelope.unwrap))
    if envelope.success is not None:
        yield sentence("{} says whether the call succeeded.", spelled(envelope.success))
    if envelope.error:
        names = ", ".join(_PLACEHOLDER for _ in envelope.error)
        yield sentence(f"Errors carry {names}.", *(spelled(path) for _, path in envelope.error))


def _wait(wait: Wait, spelled: _Spelled, url: str) -> Iterator[Pieces]:
    if url:
        yield sentence("The work may take longer: a 202 says in {} where to ask for it.", url)
    if wait.on is not None:
        yield sentence("The work may take longer: {} says how far it is.", spelled(wait.on))
    told = [
        (text, values)
        for text, values in (
            ("not yet done", wait.pending),
            ("done", wait.succeeded),
            ("failed", wait.failed),
        )
        if values
    ]
    for text, values in told:
        names = ", ".join(_PLACEHOLDER for _ in values)
        yield sentence(f"{names}: {text}.", *(plain(value) for value in values))
    if not told and wait.on is not None:
        yield (Piece("Which values it can have is not documented."),)
    yield (
        Piece(
            f"Clients ask again after {wait.min_delay:g} s, then ever later, {wait.max_delay:g} s at most."
        ),
    )


def _path(contract: Contract, body: Type | None, path: ResponsePath | None) -> str:
    if path is None or isinstance(path, Header):
        return "" if path is None else path.wire
    along = members_along(contract.types, body, path)
    assert along is not None, "the contract lets no path lead nowhere"
    return ".".join(member.wire for member in along) or "the body itself"
