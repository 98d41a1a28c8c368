"""Members of types and parameters of requests, which are made alike, and the bodies and headers of requests
and responses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from wiresmith.language.facts import DOC, MEDIA_TYPE, PYTHON, TEXT, ConstraintsDoc
from wiresmith.language.placed import Annotation, Placed, Plain
from wiresmith.language.record import Record, entry, inline, key, mapping
from wiresmith.language.shape import Either, Flag, Many, NameKey, Nothing, Table, TypeText, Value
from wiresmith.language.source_marks import ProvenanceDoc
from wiresmith.language.xml_keys import MemberXmlDoc

_EXAMPLES: Final = (("example", "examples"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDoc(Record):
    """A member of a type, or a parameter, header, cookie or query value: ``name[?]: annotation`` or a
    mapping.
    """

    entry: Placed[str] = entry()
    annotation: Annotation = key(
        TypeText(), "The type, e.g. str, list[Batch], UserRef | None.", name="type", required=True
    )
    doc: Placed[str] | None = key(*DOC)
    default: Placed[Plain] | None = key(
        Value(), "The documented default. It is described, never filled in or sent."
    )
    constraints: ConstraintsDoc | None = inline(ConstraintsDoc, optional=True)
    wire: Placed[str] | None = key(
        TEXT, "The name as it is sent, where the key cannot be it (one that ends in ?)."
    )
    python: Placed[str] | None = key(*PYTHON)
    one_example: Placed[Plain] | None = key(Value(), "A documented example.", name="example")
    more_examples: tuple[Placed[Plain], ...] = key(Many(Value()), "Documented examples.", name="examples")
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)

    @property
    def key(self) -> Placed[str]:
        """The name, without the ``?`` that says that it may be absent."""
        return Placed(self.entry.value.removesuffix("?"), self.entry.at)

    @property
    def optional(self) -> bool:
        """May it be absent?"""
        return self.entry.value.endswith("?")

    @property
    def examples(self) -> tuple[Placed[Plain], ...]:
        """All documented examples."""
        return (self.one_example, *self.more_examples) if self.one_example is not None else self.more_examples


@mapping("member", "a member of a type", at_most_one=_EXAMPLES, short="type")
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDoc(FieldDoc):
    """A member of a type."""

    nullable: Placed[bool] | None = key(
        Flag(),
        "false: null is none of its values, though its type may be null where nothing is said (on the page: "
        "Required).",
    )
    xml: MemberXmlDoc | None = key(MemberXmlDoc.shape, "What differs in XML.")


@mapping("parameter", "a parameter", at_most_one=_EXAMPLES, short="type")
@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterDoc(FieldDoc):
    """A parameter of a request, or a header of a response."""

    explode: Placed[bool] | None = key(Flag(), "An array as a=1&a=2 (true, the default) or as a=1,2 (false).")
    request_id: Placed[bool] | None = key(
        Flag(), "A header that names one request: clients make one up where none is given."
    )


def parameters(what: str, question_mark: Literal["optional", "refused"] = "optional") -> Table:
    """A table of parameters, each of which is ``what``."""
    value = Either((TypeText(), ParameterDoc.shape))
    return Table(what, NameKey("a name", question_mark=question_mark), value, may_be_empty=True)


@mapping("body", "a body", short="type")
@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadDoc(Record):
    """The body of a request or a response; without media types it has those of the API's formats."""

    content: Annotation | Placed[None] = key(
        Either((TypeText(), Nothing())),
        "The type of the body; null: the body is empty.",
        name="type",
        required=True,
    )
    media: tuple[Placed[str], ...] = key(
        Many(MEDIA_TYPE), "The media types it comes in; without it, those of the API's formats."
    )
    doc: Placed[str] | None = key(*DOC)
    headers: tuple[ParameterDoc, ...] = key(parameters("a header"), "Headers of the response.")
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)

    @property
    def annotation(self) -> Annotation | None:
        """The type; None: the body is empty."""
        return self.content if isinstance(self.content, Annotation) else None


PAYLOAD: Final = Either((TypeText(), PayloadDoc.shape, Nothing()))
STATUS: Final = NameKey(
    "a status: 100 to 599, 1XX to 5XX or default", r"[1-5][0-9][0-9]|[1-5]XX|default", numeric="text"
)
RETURNS: Final = Table("a response", STATUS, PAYLOAD)
ReturnsDoc = tuple[tuple[Placed[str], PayloadDoc], ...]
"""Responses by status."""
