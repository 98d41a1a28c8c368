"""Small changes of source code: where one can be made, and the source with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file: the bytes from ``start`` to ``end`` become ``text``."""

    path: Path
    line: int
    start: int
    end: int
    text: str
    in_function: bool

    def source(self) -> bytes:
        """The whole file with the change."""
        data = self.path.read_bytes()
        return data[: self.start] + self.text.encode() + data[self.end :]

    def difference(self) -> str:
        """The changed lines before and after."""
        data = self.path.read_bytes()
        first = data.rfind(b"\n", 0, self.start) + 1
        last = data.find(b"\n", self.end)
        before = data[first:last].decode()
        after = (data[first : self.start] + self.text.encode() + data[self.end : last]).decode()
        return "\n".join([*(f"  - {line}" for line in before.splitlines()),
        *(f"  + {line}" for line in after.splitlines())])  # fmt: skip


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change that can be made in a file, from top to bottom.

    None of them is in a text, an annotation or an assertion.
    """
    data = path.read_bytes()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    for node, text, in_function in _changes(ast.parse(data), in_function=False):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        made = Mutant(path, node.lineno, start, end, text, in_function)
        try:
            compile(made.source(), str(path), "exec", dont_inherit=True)
        except SyntaxError:
            continue
        yield made


_Change = tuple[ast.expr | ast.stmt, str, bool]


def _changes(node: ast.AST, *, in_function: bool) -> Iterator[_Change]:
    if isinstance(node, ast.expr | ast.stmt):
        for text in _texts(node):
            yield node, text, in_function
    if isinstance(node, ast.If | ast.While) and isinstance(node.test, ast.Name | ast.Attribute | ast.Call):
        if ast.unparse(node.test) == "TYPE_CHECKING":
            return
        yield node.test, _shown(ast.UnaryOp(ast.Not(), node.test)), in_function
    # A default is worked out where the function is defined.
    is_function = isinstance(node, _FUNCTIONS)
    for child in _looked_into(node):
        yield from _changes(child, in_function=in_function or (is_function and isinstance(child, ast.stmt)))


def _looked_into(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        # Positions within f-strings are not those of the file; what is asserted or annotated changes no
        # behaviour.
        case ast.JoinedStr() | ast.Assert() | ast.Import() | ast.ImportFrom():
            return
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            if not any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list):
                yield from node.args.defaults
                yield from (each for each in node.args.kw_defaults if each is not None)
                yield from node.body
        case ast.ClassDef():
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if "Protocol" not in bases:
                yield from node.body
        case ast.AnnAssign():
            if node.value is not None:
                yield node.value
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return
        case ast.Subscript(value=ast.Name()) if _is_type(node):
            return
        case _:
            yield from ast.iter_child_nodes(node)


def _is_type(node: ast.Subscript) -> bool:
    """Is it a type such as list[str], which is no code?"""
    name = node.value.id if isinstance(node.value, ast.Name) else ""
    return name in ("dict", "list", "tuple", "set", "frozenset", "type", "Callable", "Iterator")


def _texts(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            yield _shown(ast.Compare(left, [_COMPARISONS[type(op)]()], [right]))
        case ast.BoolOp(op=op, values=values):
            yield _shown(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _shown(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SUMS and not (
            _is_text(left) or _is_text(right)
        ):
            yield _shown(ast.BinOp(left, _SUMS[type(op)](), right))
        case ast.Constant(value=bool() as value):
            yield str(not value)
        case ast.Constant(value=int() as value):
            yield str(value + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield _shown(ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse))
        case ast.Call(func=function, args=[first, second, *others], keywords=keywords) if not any(
            isinstance(each, ast.Starred) for each in (first, second)
        ) and ast.dump(first) != ast.dump(second):
            yield ast.unparse(ast.Call(function, [second, first, *others], keywords))
        case (
            ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom() | ast.Await())
            | ast.Raise()
            | ast.AugAssign()
        ):
            yield "pass"
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield "return None"
        case ast.Continue():
            yield "break"
        case ast.Break():
            yield "continue"
        case _:
            pass


def _shown(node: ast.expr) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )
