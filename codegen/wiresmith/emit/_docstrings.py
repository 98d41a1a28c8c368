"""The docstrings of emitted code, made of the prose and the facts of the spec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from wiresmith.description import (
    Aspect,
    Auth,
    BareType,
    Constraints,
    Contract,
    DictType,
    EnumMember,
    EnumType,
    ListType,
    Literal_,
    Member,
    ObjectType,
    Operation,
    Parameter,
    Provenance,
    Ref,
    Scalar,
    bare,
)
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.safe_text import Docstring
from wiresmith.kinds import kind_of
from wiresmith.runtime import ABSENT

_LONGEST_PATTERN = 60
_ASPECTS: Final[dict[Aspect, str]] = {
    "existence": "that it exists is",
    "type": "its type is",
    "presence": "whether it may be absent is",
    "null": "whether it may be null is",
    "values": "its values are",
    "limits": "its limits are",
}


@dataclass(frozen=True, slots=True)
class Documentation(Shape):
    """The docstring of a module, class, field, function or operation."""

    text: Docstring
    has_lines: bool


def class_docstring(declared: ObjectType | EnumType) -> Documentation:
    """The docstring of a class; it always has one."""
    text = (
        _sentence(declared.doc) or f"``{declared.identity}``, of which the documentation says nothing more."
    )
    return documentation(f"{text}\n\n{provenance_sentence(declared.provenance)}", indent=4)


def member_docstring(member: Member) -> Documentation | None:
    """The docstring under a field; provenance only where it is not that of the whole class."""
    text = described(member.doc, _value_facts(member), member.provenance or Provenance())
    return documentation(text, indent=4) if text else None


def _value_facts(described: Member | Parameter) -> str:
    """The limits, the documented default and the examples of a value, in sentences; those of an argument with
    the whole of its pattern.
    """
    facts = [constraints_sentence(bare(described.type), whole=isinstance(described, Parameter))]
    if described.default is not ABSENT:
        facts.append(f"Default: ``{_plain(described.default)}``.")
    if described.examples:
        facts.append(f"For example {', '.join(f'``{_plain(example)}``' for example in described.examples)}.")
    return " ".join(fact for fact in facts if fact)


def value_docstring(value: EnumMember) -> Documentation | None:
    """The docstring under a member of an enum."""
    return documentation(_sentence(value.doc), indent=4) if value.doc.strip() else None


def operation_docstring(operation: Operation[Any]) -> Documentation:
    """The docstring under an operation: summary, description, and what the page leaves out."""
    summary = operation.summary.strip() or f"{operation.method} {operation.path}"
    missing = ", ".join(operation.undocumented)
    gaps = f"Not documented: {missing}." if missing else ""
    return documentation(
        "\n\n".join(
            (_sentence(summary), _sentence(operation.doc), gaps, provenance_sentence(operation.provenance))
        )
    )


def call_docstring(operation: Operation[Any]) -> Documentation:
    """The docstring of the function that prepares a call of an operation, which is also that of
    the method.
    """
    summary = operation.summary.strip() or f"{operation.method} {operation.path}"
    arguments = [
        f"{parameter.name}: {text}"
        for parameter in operation.parameters
        if (text := _argument_text(parameter, operation.provenance))
    ]
    return documentation(
        "\n\n".join((_sentence(summary), _sentence(operation.doc), _arguments(arguments))), indent=4
    )


def constructor_docstring(
    contract: Contract, secrets: list[Auth], *, for_tasks: bool, documented: bool
) -> Documentation:
    """The docstring of a client; ``documented``: there is a base URL."""
    title = " ".join(contract.title.split()) or contract.api
    whose = "the tasks of one event loop" if for_tasks else "threads"
    arguments: list[str] = []
    for secret in secrets:
        env = f"Without it, the environment variable {secret.env} is looked up." if secret.env else ""
        arguments.append(f"{secret.argument}: {described(secret.doc, env, Provenance())}".strip())
    arguments += [f"{python}: {{{name}}} of the base URL." for name, python in contract.base_url_variables]
    arguments.append(
        "base_url: "
        f"{'The documented one, unless given.' if documented else 'Not documented, so it has to be given.'}"
    )
    arguments.append("options: See the options of all clients.")
    return documentation(
        f"Requests to {title}; may be shared by {whose}.\n\n{_arguments(arguments)}", indent=4
    )


def _arguments(lines: list[str]) -> str:
    return "\n".join(("Args:", *(f"- {' '.join(line.split())}" for line in lines))) if lines else ""


def _argument_text(parameter: Parameter, around: Provenance) -> str:
    own = parameter.provenance if parameter.provenance != around else Provenance()
    usual = "An id that names the request." if parameter.request_id else ""
    return described(parameter.doc or usual, _value_facts(parameter), own)


def parameter_text(parameter: Parameter, around: Provenance) -> str:
    """The description of a parameter; ``around`` is the provenance of what it belongs to."""
    own = parameter.provenance if parameter.provenance != around else Provenance()
    return described(parameter.doc, "", own)


def described(doc: str, facts: str, provenance: Provenance) -> str:
    """Description, facts and provenance in one paragraph; empty if there is nothing to say."""
    where = provenance_sentence(provenance)
    parts = [_sentence(doc), facts]
    text = " ".join(part for part in parts if part)
    return f"{text} ({where})" if text and where else text or where


def provenance_sentence(provenance: Provenance) -> str:
    """The source of a fact that is not documented; empty if it is documented."""
    told = [str(provenance)]
    told += [f"{_ASPECTS[aspect]} {own or 'documented'}" for aspect, own in provenance.aspects]
    text = " ".join("; ".join(each for each in told if each).split())
    return f"{text[0].upper()}{text[1:]}." if text else ""


def constraints_sentence(type_: BareType, *, whole: bool = False) -> str:
    """The constraints of a type, in words; empty if it has none. Long patterns are only mentioned, unless
    they are asked for ``whole``.
    """
    match type_:
        case Ref():
            return ""
        case Scalar():
            return _facts(type_, f"{kind_of(type_.kind).length_unit}s", whole=whole)
        case ListType():
            item = constraints_sentence(bare(type_.item), whole=whole)
            parts = (_facts(type_, "items"), f"Each: {item[0].lower()}{item[1:]}" if item else "")
            return " ".join(part for part in parts if part)
        case DictType():
            return _facts(type_, "entries")


def _facts(limits: Constraints, unit: str, *, whole: bool = False) -> str:
    facts = [
        f"{words} {bound}"
        for words, bound in (
            ("at least", limits.ge),
            ("greater than", limits.gt),
            ("at most", limits.le),
            ("less than", limits.lt),
        )
        if bound is not None
    ]
    low, high = limits.min_length, limits.max_length
    if low is not None and high is not None:
        facts.append(f"{low} {unit}" if low == high else f"{low} to {high} {unit}")
    elif low is not None:
        facts.append(f"at least {low} {unit}")
    elif high is not None:
        facts.append(f"at most {high} {unit}")
    if limits.pattern is not None:
        short = whole or len(limits.pattern) <= _LONGEST_PATTERN
        facts.append(f"matching ``{limits.pattern}``" if short else "matching a pattern")
    text = ", ".join(facts)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _plain(value: Literal_) -> str:
    """A default or example as JSON has it, a text without its quotes."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def documentation(text: str, *, indent: int = 0) -> Documentation:
    """A docstring of this prose, at this indentation."""
    prose = Docstring(text, indent=indent)
    return Documentation(prose, has_lines="\n" in prose.source)


def _sentence(text: str) -> str:
    stripped = text.strip()
    return f"{stripped}." if stripped and stripped[-1].isalnum() else stripped
