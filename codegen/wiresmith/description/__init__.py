"""The one description of an API: immutable records for its types and operations, which know no generator.

``contract`` fills them, emitted packages carry what running needs of them, and readers, writers, exports, the
server and the checks read them. Contracts and operations are imported when they are first used: who reads
documents needs only types.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from wiresmith.description.provenance import ASPECTS, DOCUMENTED, Aspect, Docs, Mark, Provenance, Source
from wiresmith.description.schema import (
    BareType,
    Constraints,
    Declared,
    DictType,
    EnumMember,
    EnumType,
    Generic,
    ListType,
    Literal_,
    Member,
    Nullable,
    ObjectType,
    Ref,
    Scalar,
    Schema,
    Type,
    bare,
    bind,
    is_bytes,
    is_nullable,
    named,
    provenance_of,
    with_null,
)
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.description.contract import Contract
    from wiresmith.description.operations import (
        Auth,
        Body,
        BodyPath,
        Envelope,
        Header,
        Method,
        Operation,
        Paging,
        PagingStyle,
        Parameter,
        Response,
        ResponsePath,
        Sample,
        Wait,
        members_along,
    )

__all__ = [
    "ASPECTS",
    "DOCUMENTED",
    "Aspect",
    "Auth",
    "BareType",
    "Body",
    "BodyPath",
    "Constraints",
    "Contract",
    "Declared",
    "DictType",
    "Docs",
    "EnumMember",
    "EnumType",
    "Envelope",
    "Generic",
    "Header",
    "ListType",
    "Literal_",
    "Mark",
    "Member",
    "Method",
    "Nullable",
    "ObjectType",
    "Operation",
    "Paging",
    "PagingStyle",
    "Parameter",
    "Provenance",
    "QName",
    "Ref",
    "Response",
    "ResponsePath",
    "Sample",
    "Scalar",
    "Schema",
    "Source",
    "Type",
    "Wait",
    "bare",
    "bind",
    "is_bytes",
    "is_nullable",
    "members_along",
    "named",
    "provenance_of",
    "with_null",
]

_LATER = {
    "Contract": "contract",
    **dict.fromkeys(
        (
            "Auth",
            "Body",
            "BodyPath",
            "Envelope",
            "Header",
            "Method",
            "Operation",
            "Paging",
            "PagingStyle",
            "Parameter",
            "Response",
            "ResponsePath",
            "Sample",
            "Wait",
            "members_along",
        ),
        "operations",
    ),
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
