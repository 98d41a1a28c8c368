"""Type annotations: ``uuid``, ``list[Batch]``, ``dict[str, int] | None``. Python's own parser reads them."""

from __future__ import annotations

import ast
import re
import warnings
from typing import Final

from wiresmith.language.placed import Annotation, Spot, TypeName
from wiresmith.language.problem import Problems, shown
from wiresmith.language.yaml_nodes import Scalar

LONGEST: Final = 500
"""Characters."""
DEEPEST: Final = 12
"""Brackets within brackets."""

_FORBIDDEN: Final = re.compile(r"[^A-Za-z0-9_\[\], |.\n\t]|(?<![A-Za-z0-9_])[0-9]")
_ALLOWED: Final = "an annotation is a name, name[argument, …] or either with '| None'"


def standing_in(at: Spot) -> Annotation:
    """An annotation in place of one that could not be read, so that reading can go on."""
    return Annotation(TypeName("any", (), at), False, "any", at)


def read_annotation(scalar: Scalar, problems: Problems) -> Annotation:
    """Read the text of a scalar as an annotation.

    Returns: the annotation; where it is wrong, one that stands in for it (``any``), and the problem is
    recorded.
    """
    try:
        return _Reader(scalar).read()
    except _RefusedError as refusal:
        problems.add(refusal.at, refusal.message, refusal.expected, refusal.suggestion)
        return standing_in(scalar.at)


class _RefusedError(Exception):
    def __init__(self, at: Spot, message: str, expected: str = _ALLOWED, suggestion: str = "") -> None:
        super().__init__(message)
        self.at, self.message, self.expected, self.suggestion = at, message, expected, suggestion


class _Reader:
    """Reads one annotation; columns of the syntax tree become columns of the file."""

    def __init__(self, scalar: Scalar) -> None:
        self.scalar = scalar
        self.indent = len(scalar.text) - len(scalar.text.lstrip())
        self.text = scalar.text.strip().replace("\n", " ").replace("\t", " ")

    def read(self) -> Annotation:
        if not self.text:
            raise _RefusedError(self.scalar.at, "the annotation is empty")
        if len(self.text) > LONGEST:
            raise _RefusedError(self.scalar.at, f"the annotation is longer than {LONGEST} characters", "")
        if (strange := _FORBIDDEN.search(self.text)) is not None:
            wrong = shown(strange.group())
            raise _RefusedError(
                self._spot(strange.start()), f"{wrong} cannot stand in the annotation {shown(self.text)}"
            )
        self._measure_depth()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(self.text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            column = error.offset if isinstance(error, SyntaxError) and error.offset else 1
            at = self._spot(min(max(column - 1, 0), len(self.text) - 1))
            raise _RefusedError(at, f"{shown(self.text)} is not an annotation") from None
        return self._annotation(tree)

    def _measure_depth(self) -> None:
        depth = 0
        for position, character in enumerate(self.text):
            depth += {"[": 1, "]": -1}.get(character, 0)
            if depth > DEEPEST:
                raise _RefusedError(self._spot(position), f"brackets within more than {DEEPEST} brackets", "")

    def _spot(self, position: int) -> Spot:
        begin = self.scalar.begin
        if begin is None:
            return self.scalar.at
        return Spot(begin.file, begin.line, begin.column + self.indent + position)

    def _at(self, node: ast.expr) -> Spot:
        return self._spot(node.col_offset)

    def _source(self, node: ast.expr) -> str:
        return self.text[node.col_offset : node.end_col_offset]

    def _annotation(self, node: ast.expr) -> Annotation:
        types: list[ast.expr] = []
        nones: list[ast.expr] = []
        pending = [node]
        while pending:
            part = pending.pop()
            if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr):
                pending += [part.right, part.left]
            elif isinstance(part, ast.Constant) and part.value is None:
                nones.append(part)
            else:
                types.append(part)
        if not types:
            raise _RefusedError(
                self._at(node), "None alone is not a type", suggestion="write null where a body is empty"
            )
        if len(types) > 1:
            raise _RefusedError(
                self._at(types[1]),
                f"a union of types ({shown(self._source(node))}) cannot be described",
                "the only union is with None",
                "use a type that both extend, or any",
            )
        if len(nones) > 1:
            raise _RefusedError(self._at(nones[1]), "None stands twice", "")
        return Annotation(self._type(types[0]), bool(nones), self._source(node), self._at(node))

    def _type(self, node: ast.expr) -> TypeName:
        match node:
            case ast.Name(id=name):
                return TypeName(name, (), self._at(node))
            case ast.Subscript(value=ast.Name(id="Optional"), slice=argument):
                meant = f"{self._source(argument)} | None"
                raise _RefusedError(
                    self._at(node), "Optional[…] is not part of the language", "", f"write {shown(meant)}"
                )
            case ast.Subscript(value=ast.Name(id="Union")):
                raise _RefusedError(
                    self._at(node), "Union[…] is not part of the language", "the only union is with None"
                )
            case ast.Subscript(value=ast.Name(id=name), slice=argument):
                arguments = argument.elts if isinstance(argument, ast.Tuple) else [argument]
                return TypeName(name, tuple(map(self._annotation, arguments)), self._at(node))
            case ast.List(elts=[item]):
                raise _RefusedError(
                    self._at(node),
                    "a list is written by name",
                    "",
                    f"write {shown(f'list[{self._source(item)}]')}",
                )
            case ast.Attribute(attr=name):
                raise _RefusedError(
                    self._at(node),
                    f"{shown(self._source(node))} has a dot",
                    suggestion=f"write {shown(name)}?",
                )
            case ast.Tuple():
                raise _RefusedError(
                    self._at(node),
                    f"{shown(self._source(node))} are several annotations",
                    "one annotation is expected",
                )
            case _:
                raise _RefusedError(self._at(node), f"{shown(self._source(node))} is not an annotation")
