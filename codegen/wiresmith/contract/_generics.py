"""The generic types and arguments that closed generics were made of, for those who write down .NET's
contracts.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiresmith.description import Generic, Type
from wiresmith.language import TypeDoc, value_of


def closed_from(doc: TypeDoc, arguments: Sequence[Type]) -> Generic | None:
    """The generic type of a declaration that was closed over these arguments; None if it has no type
    variables.
    """
    if not arguments:
        return None
    given = value_of(doc.xml.name) if doc.xml is not None else None
    counts = tuple(count.value for count in doc.xml.generic_parameters) if doc.xml is not None else ()
    places = "".join(f"{{{place}}}" for place in range(len(arguments)))
    return Generic(
        f"{doc.name.value}Of{places}{{#}}" if given is None else given,
        tuple(arguments),
        counts or (len(arguments),),
    )
