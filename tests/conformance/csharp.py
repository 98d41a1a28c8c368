"""What only the C# source of a case tells: modifiers, constructors, literal initialisers, methods with
attributes.

Not a compiler: declarations are found by their keywords and braces, which is enough for the plain types of
the cases; what is not understood is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>@"(?:[^"]|"")*"|"(?:[^"\\]|\\.)*")
    |(?P<char>'(?:[^'\\]|\\[^']+|\\')')
    |(?P<number>[0-9][0-9A-Za-z_.]*(?:(?<=[eE])[+-]?[0-9A-Za-z]+)?)
    |(?P<name>@?(?:[^\W\d]|\\u[0-9a-fA-F]{4})(?:\w|\\u[0-9a-fA-F]{4})*)
    |(?P<mark>=>|==|&&|\|\||.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,4}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_KINDS = {"class", "struct", "interface", "enum"}
_MODIFIERS = {
    "public", "private", "protected", "internal", "static", "sealed", "abstract", "partial", "virtual",
    "override",
    "new", "readonly", "const", "unsafe", "extern",
}  # fmt: skip
_OPEN, _CLOSE = {"(", "[", "{"}, {")", "]", "}"}

UNKNOWN = object()
"""An initialiser that is no literal."""


@dataclass(slots=True)
class DeclaredMember:
    """A field or property (``kind``); ``type`` are the tokens of its type."""

    name: str
    kind: str
    type: list[str]
    modifiers: frozenset[str]
    accessors: str
    attributes: list[list[str]]


@dataclass(slots=True)
class Declared:
    """A type as its source declares it."""

    name: str
    modifiers: frozenset[str]
    arity: int = 0
    initial: dict[str, Any] = field(default_factory=dict[str, Any])
    """Values by field, of initialisers and of plain assignments in the constructor without parameters;
    UNKNOWN for no literal.
    """
    constructors: list[int] = field(default_factory=list[int])
    """How many parameters each has."""
    overrides: set[str] = field(default_factory=set[str])
    returns: dict[str, str] = field(default_factory=dict[str, str])
    """The field that a property's getter returns."""
    methods: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """The tokens of methods, by name."""
    attributed: set[str] = field(default_factory=set[str])
    """Names of attributes on its methods."""
    kind: str = "class"
    namespace: str = ""
    bases: list[list[str]] = field(default_factory=list[list[str]])
    """The tokens of each type after the colon."""
    attributes: list[list[str]] = field(default_factory=list[list[str]])
    """The tokens of each of its attributes."""
    members: list[DeclaredMember] = field(default_factory=list["DeclaredMember"])

    @property
    def has_default_constructor(self) -> bool:
        return not self.constructors or 0 in self.constructors


def declarations(source: str) -> dict[tuple[str, ...], Declared]:
    """The types of a source text, by the simple names of those they are nested in and their own (``G`1``)."""
    found: dict[tuple[str, ...], Declared] = {}
    _read_types(tokenized(source), (), "", found)
    return found


def attributes_of_methods(source: str) -> set[str]:
    """The names of all attributes on methods, of any type of a source text."""
    return {name for declared in declarations(source).values() for name in declared.attributed}


def tokenized(source: str) -> list[str]:
    """The tokens of a source text, without blanks and comments."""
    return [match.group() for match in _TOKEN.finditer(source) if match.lastgroup != "skip"]


def _read_types(
    body: list[str], outer: tuple[str, ...], namespace: str, found: dict[tuple[str, ...], Declared]
) -> None:
    for statement in _statements(body):
        plain, attributes = _without_attributes(statement)
        keyword = _declaring(plain)
        if keyword is not None:
            _read_type(plain, keyword, attributes, outer, namespace, found)
        elif plain[:1] == ["namespace"] and "{" in plain:
            opening = plain.index("{")
            inner = "".join(map(_identifier, plain[1:opening]))
            _read_types(plain[opening + 1 : -1], outer, f"{namespace}.{inner}".lstrip("."), found)
        elif outer:
            _read_member(plain, attributes, found[outer])


def _declaring(tokens: list[str]) -> int | None:
    """Where the word class, struct, … stands, if a statement declares a type."""
    for at, token in enumerate(tokens):
        if token in _KINDS:
            return at
        if token not in _MODIFIERS:
            return None
    return None


def _read_type(
    statement: list[str],
    keyword: int,
    attributes: list[list[str]],
    outer: tuple[str, ...],
    namespace: str,
    found: dict[tuple[str, ...], Declared],
) -> None:
    if "{" not in statement or keyword + 1 >= len(statement):
        return
    opening = statement.index("{")
    name, arity = _identifier(statement[keyword + 1]), 0
    if statement[keyword + 2 : keyword + 3] == ["<"]:
        arity = 1 + statement[keyword + 2 : statement.index(">")].count(",")
    path = (*outer, f"{name}`{arity}" if arity else name)
    found[path] = declared = Declared(name, frozenset(statement[:keyword]), arity)
    declared.kind, declared.namespace, declared.attributes = statement[keyword], namespace, attributes
    head = statement[keyword:opening]
    if ":" in head:
        declared.bases = list(split(head[head.index(":") + 1 :]))
    if declared.kind != "enum":
        _read_types(statement[opening + 1 : -1], path, namespace, found)


def _statements(tokens: list[str]) -> Iterator[list[str]]:
    """The statements of a body: up to a ; or the } of a block that no initialiser follows."""
    statement: list[str] = []
    depth, assigned = 0, False
    for at, token in enumerate(tokens):
        statement.append(token)
        depth += (token in _OPEN) - (token in _CLOSE)
        assigned = assigned or (depth == 0 and token in ("=", "=>"))
        block = token == "}" and depth == 0 and not assigned and tokens[at + 1 : at + 2] != ["="]
        if depth == 0 and (token == ";" or block):
            yield statement
            statement, assigned = [], False
    if statement:
        yield statement


def _without_attributes(statement: list[str]) -> tuple[list[str], list[list[str]]]:
    found: list[list[str]] = []
    at = 0
    while statement[at : at + 1] == ["["]:
        depth, begin = 0, at
        while at < len(statement):
            depth += (statement[at] in _OPEN) - (statement[at] in _CLOSE)
            at += 1
            if depth == 0:
                break
        found += split(statement[begin + 1 : at - 1])
    return statement[at:], found


def attribute_name(attribute: list[str]) -> str:
    """The class of an attribute without namespace and without the word Attribute."""
    name = "".join(_until(attribute, {"("}))
    return name.rpartition(".")[2].removesuffix("Attribute")


def _read_member(tokens: list[str], attributes: list[list[str]], declared: Declared) -> None:
    head = _until(tokens, {"(", "{", "=", ";", "=>"})
    if not head or "const" in head or "event" in head or "delegate" in head:
        return
    name, after = _identifier(head[-1]), tokens[len(head) : len(head) + 1]
    if after == ["("]:
        if name == declared.name and not set(head[:-1]) - _MODIFIERS:
            _read_constructor(tokens, len(head), declared)
        else:
            declared.methods[name] = tokens
            declared.attributed |= set(map(attribute_name, attributes))
    elif "static" in head:
        return
    elif after == ["{"] or after == ["=>"]:
        _read_property(tokens, head, name, declared)
        _note(head[:-1], [name], "property", " ".join(tokens[len(head) :]), attributes, declared)
    else:
        for field_, value in _initialisers(tokens):
            declared.initial[field_] = value
        names = [_identifier(part[-1]) for part in split([*head, *_after_first(tokens, len(head))]) if part]
        _note(head[:-1], names, "field", "", attributes, declared)


def _after_first(tokens: list[str], at: int) -> list[str]:
    """The names of ``T a = 1, b, c = 2;`` after the first, with their commas."""
    found: list[str] = []
    depth = angles = 0
    taking = False
    for token in tokens[at:]:
        depth += (token in _OPEN) - (token in _CLOSE)
        angles += (token == "<") - (token == ">")
        if depth == 0 and angles == 0 and token == ",":
            found.append(token)
            taking = True
        elif taking:
            found.append(token)
            taking = False
    return found


def _note(
    head: list[str],
    names: list[str],
    kind: str,
    accessors: str,
    attributes: list[list[str]],
    declared: Declared,
) -> None:
    type_ = [token for token in head if token not in _MODIFIERS]
    modifiers = frozenset(head) & _MODIFIERS
    declared.members += [
        DeclaredMember(name, kind, type_, modifiers, accessors, attributes) for name in names
    ]


def _read_constructor(tokens: list[str], at: int, declared: Declared) -> None:
    parameters = _group(tokens, at)
    declared.constructors.append(1 + parameters.count(",") if parameters else 0)
    if parameters or "{" not in tokens:
        return
    for statement in _statements(_group(tokens, tokens.index("{", at))):
        target = statement[2:] if statement[:2] == ["this", "."] else statement
        if len(target) > 2 and target[1] == "=":
            declared.initial[_identifier(target[0])] = literal(target[2:-1])


def _read_property(tokens: list[str], head: list[str], name: str, declared: Declared) -> None:
    if "override" in head:
        declared.overrides.add(name)
    text = " ".join(tokens[len(head) :])
    getter = re.match(r"(?:\{ (?:get )?(?:\{ return|=>)|=>) (?:this \. )?([^\W\d]\w*) ;", text)
    if getter:
        declared.returns[name] = getter.group(1)
    assigned = re.search(r"\} = ", text)
    if assigned:
        declared.initial[name] = literal(tokenized(text[assigned.end() :].rstrip("; ")))


def _initialisers(tokens: list[str]) -> Iterator[tuple[str, Any]]:
    """The initialised fields of ``T a = 1, b, c = new List<int>{2};``."""
    depth, at = 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth += (token in _OPEN) - (token in _CLOSE)
        if depth == 0 and token == "=" and at:
            end = at + 1
            inner = angles = 0
            while end < len(tokens) and not (inner == 0 and angles == 0 and tokens[end] in (",", ";")):
                inner += (tokens[end] in _OPEN) - (tokens[end] in _CLOSE)
                angles += (tokens[end] == "<" and inner == 0) - (tokens[end] == ">" and inner == 0)
                end += 1
            yield _identifier(tokens[at - 1]), literal(tokens[at + 1 : end])
            at = end
        at += 1


def literal(tokens: list[str]) -> Any:
    """The value of a literal, a list of literals included; UNKNOWN for any other expression."""
    if tokens[:1] == ["new"] and tokens[-1:] == ["}"] and "{" in tokens:
        return _collection(_group(tokens, tokens.index("{")))
    if tokens[:1] == ["-"]:
        value = literal(tokens[1:])
        return -value if isinstance(value, int | float) and not isinstance(value, bool) else UNKNOWN
    if len(tokens) != 1:
        return [] if _is_empty_collection(tokens) else UNKNOWN
    token = tokens[0]
    if token in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[token]
    if token[0] in "\"'@" and token[-1] in "\"'":
        return unescaped(token)
    number = re.fullmatch(r"([0-9]+)(?:[uU]?[lL]?)|([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)[dDfFmM]?", token)
    if number is None:
        return UNKNOWN
    return int(number[1]) if number[1] else float(number[2])


def _is_empty_collection(tokens: list[str]) -> bool:
    return tokens[:1] == ["new"] and "<" in tokens and tokens[-2:] == ["(", ")"]


def _collection(tokens: list[str]) -> Any:
    items: list[Any] = []
    for part in split(tokens):
        value = literal(part)
        if value is UNKNOWN or isinstance(value, list):
            return UNKNOWN
        items.append(value)
    return items


def split(tokens: list[str]) -> Iterator[list[str]]:
    """The parts between commas that stand in no brackets."""
    part: list[str] = []
    depth = 0
    for token in tokens:
        depth += (token in _OPEN or token == "<") - (token in _CLOSE or token == ">")
        if token == "," and depth == 0:
            yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def unescaped(token: str) -> str:
    """The text that a string or character literal stands for."""
    if token.startswith("@"):
        return token[2:-1].replace('""', '"')
    return _ESCAPE.sub(
        lambda match: (
            chr(int(match[1][1:], 16))
            if match[1][0] in "ux" and len(match[1]) > 1
            else _NAMED.get(match[1], match[1])
        ),
        token[1:-1],
    )


def _identifier(token: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1][1:], 16)), token.removeprefix("@"))


def _until(tokens: list[str], stops: set[str]) -> list[str]:
    for at, token in enumerate(tokens):
        if token in stops:
            return tokens[:at]
    return tokens


def _group(tokens: list[str], at: int) -> list[str]:
    """What stands between the bracket at a position and the one that closes it."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += (tokens[end] in _OPEN) - (tokens[end] in _CLOSE)
        if depth == 0:
            return tokens[at + 1 : end]
    return tokens[at + 1 :]
