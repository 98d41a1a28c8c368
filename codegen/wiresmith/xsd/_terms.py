"""Types as a spec spells them, and what several of them have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Term:
    """``dict[str, Page[int32] | None]``: a name, its arguments, and whether null is said."""

    head: str
    arguments: tuple[Term, ...] = ()
    nullable: bool = False

    def __str__(self) -> str:
        """The annotation."""
        inside = f"[{', '.join(map(str, self.arguments))}]" if self.arguments else ""
        return f"{self.head}{inside}{' | None' if self.nullable else ''}"


def generalized(
    terms: Sequence[Term],
    arguments: Sequence[tuple[Term, ...]],
    variables: Sequence[str],
    is_reference: Callable[[Term], bool],
) -> Term | None:
    """The one type with type variables that these types are instances of; None if there is none.

    Args:
        terms: the type in each closed generic.
        arguments: what the variables stand for in each.
        variables: their names.
        is_reference: whether a type may be null without being called so.
    """
    for place, variable in enumerate(variables):
        if all(term == given[place] for term, given in zip(terms, arguments, strict=True)):
            return Term(variable)
    for place, variable in enumerate(variables):
        if all(
            replace(term, nullable=False) == given[place] and (term.nullable or is_reference(term))
            for term, given in zip(terms, arguments, strict=True)
        ):
            return Term(variable, nullable=True)
    first = terms[0]
    alike = all(
        (term.head, len(term.arguments), term.nullable) == (first.head, len(first.arguments), first.nullable)
        for term in terms
    )
    if not alike:
        return None
    inner = [
        generalized([term.arguments[place] for term in terms], arguments, variables, is_reference)
        for place in range(len(first.arguments))
    ]
    found = tuple(each for each in inner if each is not None)
    return replace(first, arguments=found) if len(found) == len(inner) else None
