"""Members, parameters and bodies: checked nodes become the records of `document`.

The nodes given to this module and its neighbours fit the tables of `language`; a `Broken` among them is a mistake that is
reported already, and something that cannot lead to further problems takes its place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, cast

from wiresmith.language.annotation import read_annotation, standing_in
from wiresmith.language.document import (
    Annotation,
    ConstraintsDoc,
    FieldDoc,
    InitialDoc,
    PayloadDoc,
    Placed,
    Plain,
    ProvenanceDoc,
    Spot,
    XmlDoc,
)
from wiresmith.language.keys import CONSTRAINTS
from wiresmith.language.problem import Problems
from wiresmith.language.scalars import Trap, meaning
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, Sequence

Constraint = Literal["ge", "gt", "le", "lt", "min_length", "max_length", "pattern"]


def placed_text(node: Node | None) -> Placed[str] | None:
    """The text of a scalar; None where there is none."""
    return Placed(node.text, node.at) if isinstance(node, Scalar) else None


def placed_texts(node: Node | None) -> tuple[Placed[str], ...]:
    """The texts of a list."""
    return tuple(Placed(item.text, item.at) for item in _scalars(node))


def placed_values(node: Node | None) -> tuple[Placed[Plain], ...]:
    """The values of a list."""
    found = (placed_value(item) for item in _scalars(node))
    return tuple(value for value in found if value is not None)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """The scalars of a list."""
    return (item for item in (node.items if isinstance(node, Sequence) else ()) if isinstance(item, Scalar))


def placed_value(node: Node | None) -> Placed[Plain] | None:
    """The value of a scalar."""
    if not isinstance(node, Scalar) or isinstance(value := meaning(node), Trap):
        return None
    return Placed(value, node.at)


def placed_flag(node: Node | None) -> Placed[bool] | None:
    """``true`` or ``false``."""
    value = placed_value(node)
    return Placed(value.value, value.at) if value is not None and isinstance(value.value, bool) else None


def entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping; none where it is not one."""
    return node.entries if isinstance(node, Mapping) else ()


def is_null(node: Node | None) -> bool:
    """Is ``null`` written there?"""
    return isinstance(node, Scalar) and meaning(node) is None


def read_provenance(node: Node | None) -> ProvenanceDoc | None:
    """The provenance key that stands in a mapping."""
    kinds: tuple[Literal["documented", "inferred", "assumed"], ...] = ("documented", "inferred", "assumed")
    for kind in kinds:
        source = placed_text(node.get(kind)) if isinstance(node, Mapping) else None
        if source is not None:
            return ProvenanceDoc(kind, source.value, source.at)
    return None


def read_xml(node: Node | None, problems: Problems) -> XmlDoc | None:
    """An ``xml:`` mapping; `language` has checked which keys it has."""
    if not isinstance(node, Mapping):
        return None
    values: dict[str, str | int | bool] = {}
    for key, scalar in node.entries:
        value = placed_value(scalar) if key.text != "initial" else None
        if value is not None and isinstance(value.value, str | int):
            values[key.text] = value.value
    counts = placed_values(node.get("generic_parameters"))
    return XmlDoc(
        values=values,
        at={key.text: value.at for key, value in node.entries},
        place=node.at,
        known_types=tuple(read_annotation(each, problems) for each in _scalars(node.get("known_types"))),
        root=read_xml(node.get("root"), problems),
        generic_parameters=tuple(each.value for each in counts if isinstance(each.value, int)) or None,
        initial=_read_initial(node.get("initial")),
    )


def _read_initial(node: Node | None) -> InitialDoc | None:
    if isinstance(node, Sequence):
        return InitialDoc(placed_values(node), is_list=True, at=node.at)
    value = placed_value(node)
    return InitialDoc((value,), is_list=False, at=value.at) if value is not None else None


def read_constraints(node: Node | None, problems: Problems) -> ConstraintsDoc:
    """The constraint keys of a mapping; a number that is no integer becomes a float."""
    values: dict[Constraint, int | float | str] = {}
    at: dict[str, Spot] = {}
    for key, scalar in entries(node):
        value = placed_value(scalar) if key.text in CONSTRAINTS else None
        if value is None or value.value is None:
            continue
        bound = float(value.value) if isinstance(value.value, Decimal) else value.value
        if isinstance(bound, float) and not math.isfinite(bound):
            problems.add(value.at, f"{key.text} is larger than any float64")
            continue
        values[cast("Constraint", key.text)] = bound
        at[key.text] = value.at
    return ConstraintsDoc(values=values, at=at)


def read_type(node: Node | None, at: Spot, problems: Problems) -> Annotation:
    """The annotation in a scalar; ``any`` where there is none, at ``at``."""
    return read_annotation(node, problems) if isinstance(node, Scalar) else standing_in(at)


def read_fields(node: Node | None, problems: Problems) -> tuple[FieldDoc, ...]:
    """A mapping of members or parameters."""
    return tuple(_read_field(key, value, problems) for key, value in entries(node))


def _read_field(key: Scalar, value: Node, problems: Problems) -> FieldDoc:
    facts = value if isinstance(value, Mapping) else None
    optional = key.text.endswith("?")
    name = Placed(key.text.removesuffix("?"), key.at)
    constraints = read_constraints(facts, problems)
    if facts is None:
        return FieldDoc(
            key=name,
            optional=optional,
            annotation=read_type(value, value.at, problems),
            constraints=constraints,
        )
    return FieldDoc(
        key=name,
        optional=optional,
        annotation=read_type(facts.get("type"), facts.at, problems),
        constraints=constraints,
        default=placed_value(facts.get("default")),
        doc=placed_text(facts.get("doc")),
        wire=placed_text(facts.get("wire")),
        python=placed_text(facts.get("python")),
        examples=tuple(_examples(facts)),
        explode=placed_flag(facts.get("explode")),
        request_id=placed_flag(facts.get("request_id")),
        xml=read_xml(facts.get("xml"), problems),
        provenance=read_provenance(facts),
    )


def _examples(facts: Mapping) -> Iterator[Placed[Plain]]:
    several = facts.get("examples")
    for node in (facts.get("example"), *(several.items if isinstance(several, Sequence) else ())):
        value = placed_value(node)
        if value is not None:
            yield value


def read_payload(node: Node, problems: Problems) -> PayloadDoc:
    """A body: an annotation, null, or a mapping."""
    if is_null(node):
        return PayloadDoc(annotation=None, at=node.at)
    if not isinstance(node, Mapping):
        return PayloadDoc(annotation=read_type(node, node.at, problems), at=node.at)
    body = node.get("type")
    return PayloadDoc(
        annotation=None if is_null(body) else read_type(body, node.at, problems),
        media=placed_texts(node.get("media")),
        doc=placed_text(node.get("doc")),
        headers=read_fields(node.get("headers"), problems),
        provenance=read_provenance(node),
        at=node.at,
    )


def read_returns(node: Node | None, problems: Problems) -> tuple[tuple[Placed[str], PayloadDoc], ...]:
    """Responses by status."""
    return tuple((Placed(key.text, key.at), read_payload(value, problems)) for key, value in entries(node))
