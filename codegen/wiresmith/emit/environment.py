"""The Jinja environment that emitted code is rendered with: nothing but safe text can be output.

Jinja hands every output expression to ``finalize``; the environment refuses there what is not a ``SafeText``.
What a macro or a block renders went through the same gate piece by piece, so it is marked as it is joined and
may be output once more. The two statements whose output would pass the gate by, ``{% call %}`` and ``{%
filter %}``, do not compile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from wiresmith.emit.text import SafeText


class _Rendered(str):
    """What a template, macro or block rendered: every piece of it has passed ``finalize``."""

    __slots__ = ()


def _joined(pieces: Iterable[str]) -> str:
    return _Rendered("".join(pieces))


def _only_safe(value: object) -> str:
    if isinstance(value, SafeText):
        return value.source
    if isinstance(value, _Rendered):
        return value
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, and says which name is missing
    raise TypeError(f"a template outputs a {type(value).__name__}, which is not safe text: {value!r}")


class _GuardedGenerator(CodeGenerator):
    def visit(self, node: nodes.Node, *arguments: Any, **named: Any) -> Any:
        """Compile a node, unless it is one of the two statements that output unchecked text."""
        for kind, statement in ((nodes.CallBlock, "call"), (nodes.FilterBlock, "filter")):
            if isinstance(node, kind):
                self.fail(f"{{% {statement} %}} outputs what was not checked to be safe text", node.lineno)
        return super().visit(node, *arguments, **named)


class SourceEnvironment(jinja2.Environment):
    """Renders Python source from safe text; any other output raises TypeError, an unknown name
    UndefinedError."""

    code_generator_class = _GuardedGenerator
    concat = staticmethod(_joined)

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        super().__init__(
            loader=loader,
            undefined=jinja2.StrictUndefined,
            finalize=_only_safe,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )


@cache
def environment() -> SourceEnvironment:
    """The environment with the templates of this package."""
    return SourceEnvironment(jinja2.PackageLoader("wiresmith.emit", "templates"))


def render(template: str, context: Mapping[str, object]) -> str:
    """Render one of the package's templates.

    Raises:
        TypeError: if the template outputs anything but safe text.
        jinja2.UndefinedError: if it uses a name that the context lacks.
    """
    return environment().get_template(template).render(context)
