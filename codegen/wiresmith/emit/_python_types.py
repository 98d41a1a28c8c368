"""The spelling of types in emitted Python, and the types that are whole documents."""

from __future__ import annotations

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
            if isinstance(declared, EnumType) and declared.is_open:
                return (
                    expression("{} | str", name) if declared.base == "str" else expression("{} | int", name)
                )
            return expression("{}", name)
        case Scalar():
            kind = kind_of(type_.kind)
            if kind.json_type == "any" and contract.rules.any_says_its_type:
                return expression("object")  # any .NET value, not those of JSON alone
            return Expression.trusted(kind.annotation)


def class_reference(name: str) -> Expression:
    """``models.Batch``."""
    return expression("models.{}", PublicName(name))


def document_uses(contract: Contract) -> list[Type]:
    """The types that a caller may name as a whole document, each once: every object, then every other body of
    an operation.
    """
    named = [Ref(name) for name, declared in contract.types.items() if not isinstance(declared, EnumType)]
    named += [use for operation in contract.operations for use in operation.bodies if isinstance(use, Ref)]
    uses: dict[Expression, Type] = {python_annotation(contract, use): use for use in named}
    others: dict[Expression, Type] = {}
    for use in contract.documents:
        others.setdefault(python_annotation(contract, bare(use)), use)
    return list((uses | others).values())
