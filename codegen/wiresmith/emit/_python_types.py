"""The spelling of types in emitted Python, and the types that are whole documents."""

from __future__ import annotations

from dataclasses import replace

from wiresmith.description import (
    BareType,
    Contract,
    DictType,
    EnumType,
    ListType,
    Ref,
    Scalar,
    Type,
    bare,
    is_nullable,
    with_null,
)
from wiresmith.emit._expression import Expression, expression
from wiresmith.emit.safe_text import PublicName
from wiresmith.kinds import kind_of


def python_annotation(contract: Contract, use: Type, *, qualified: bool = False) -> Expression:
    """The annotation of a value of this type: ``list[Batch | None]``, ``datetime.datetime | None``.

    ``qualified`` spells the API's classes ``models.Batch``, for modules whose own names could be those of
    classes.
    """
    inner = _type_annotation(contract, bare(use), qualified)
    if not is_nullable(use) or inner.source in ("JsonValue", "object"):
        return inner
    return expression("{} | None", inner)


def _type_annotation(contract: Contract, type_: BareType, qualified: bool) -> Expression:
    match type_:
        case ListType():
            return expression("list[{}]", python_annotation(contract, type_.item, qualified=qualified))
        case DictType():
            key = python_annotation(contract, type_.key, qualified=qualified)
            value = python_annotation(contract, type_.value, qualified=qualified)
            return expression("list[tuple[{}, {}]]" if type_.pairs else "dict[{}, {}]", key, value)
        case Ref():
            declared = contract.types[type_.name]
            name = (
                class_reference(declared.name) if qualified else expression("{}", PublicName(declared.name))
            )
            if isinstance(declared, EnumType) and is_open(declared):
                return (
                    expression("{} | str", name) if declared.base == "str" else expression("{} | int", name)
                )
            return expression("{}", name)
        case Scalar():
            kind = kind_of(type_.kind)
            if kind.json_type == "any" and contract.rules.any_says_its_type:
                return expression("object")  # any .NET value, not those of JSON alone
            return Expression.trusted(kind.annotation)


def is_open(declared: EnumType) -> bool:
    """May values of the enum be others than its members?

    Those of flags are, as soon as two of them combine.
    """
    return declared.flags or not declared.closed


def class_reference(name: str) -> Expression:
    """``models.Batch``."""
    return expression("models.{}", PublicName(name))


def document_uses(contract: Contract) -> list[Type]:
    """The types that a caller may name as a whole document: every object, then every other body of an
    operation, each once.
    """
    classes = [name for name, declared in contract.types.items() if not isinstance(declared, EnumType)]
    uses: dict[Expression, Type] = {python_annotation(contract, Ref(name)): Ref(name) for name in classes}
    for operation in contract.operations:
        payloads = [operation.body, *(response.payload for response in operation.responses)]
        for use in (payload.type for payload in payloads if payload is not None):
            if use is None:
                continue
            key = python_annotation(contract, bare(use))
            known = uses.get(key, use)
            uses[key] = with_null(bare(known), is_nullable(known) or is_nullable(use))
            # Whoever asks for list[Batch] where items may be null gets no null: it is then an error.
            if isinstance(inner := bare(use), ListType) and is_nullable(inner.item):
                strict = replace(inner, item=bare(inner.item))
                uses.setdefault(python_annotation(contract, strict), with_null(strict, is_nullable(use)))
    return list(uses.values())
