"""The Jinja environment that emitted code is rendered with: nothing but safe text can be output.

Jinja hands every output expression to ``finalize``; the environment refuses there what is neither a
``SafeText`` nor a ``Shape``, which its macro lays out. What a macro rendered went through the same gate piece
by piece, so it is marked as it is joined and may be output once more.

Templates consist of text, outputs, loops, choices and macros; anything else does not compile. They can call
macros only, and see attributes of shapes and loops only. Steps and output are bounded, since a project's own
templates (``wiresmith generate --templates``) run here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Final, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wiresmith.emit.code_shape import Shape, arguments
from wiresmith.emit.imports import origin
from wiresmith.emit.placement import Marks
from wiresmith.emit.safe_text import Identifier, SafeText

MOST_STEPS: Final = 5_000_000
"""Macros called and turns of loops in one file; the JSON codec of 1,000 operations takes 75,000."""
MOST_CHARACTERS: Final = 200_000_000
"""Characters put together in one file, those of a macro in a macro counted twice; that codec
takes 7 million.
"""

_STATEMENTS: Final = (
    nodes.Output, nodes.TemplateData, nodes.Macro, nodes.For, nodes.If, nodes.Assign,
)  # fmt: skip
_EXPRESSIONS: Final = (
    nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand, nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Keyword, nodes.Filter,
    nodes.Test,
)  # fmt: skip


class TooMuch(jinja2.TemplateRuntimeError):
    """A template that takes more steps or gives more text than any API needs."""


class _Rendered(str):
    """The output of a template or macro: every piece of it has passed ``finalize``."""

    __slots__ = ()


class _GuardedGenerator(CodeGenerator):
    """Compiles the statements and expressions that templates may have, and counts the steps of what it
    compiled.
    """

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802 - jinja's name
        """Compile a template, unless something has no place in a template of code."""
        line = 1
        for each in node.find_all(nodes.Node):
            line = each.lineno or line
            if not isinstance(each, _STATEMENTS + _EXPRESSIONS):
                self.fail(
                    f"{_described(each)} has no place here: templates have outputs, loops, choices and "
                    "macros",
                    line,
                )
            if isinstance(each, nodes.Filter):
                self._check_filter(each, line)
        super().visit_Template(node, frame)

    def _check_filter(self, node: nodes.Filter, line: int) -> None:
        if node.name not in _FILTERS:
            self.fail(f"there is no filter {node.name}; there are {', '.join(_FILTERS)}", line)
        computed = node.kwargs or node.dyn_args or node.dyn_kwargs
        if computed or not all(isinstance(each, nodes.Const) for each in node.args):
            self.fail(f"what {node.name} is given has to be written in the template", line)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Any) -> None:
        """Compile the body of a macro, a loop or a choice, with a count in front of it."""
        self.writeline("environment.step()")
        super().blockvisit(nodes, frame)


def _described(node: nodes.Node) -> str:
    return _NAMES.get(type(node), f"{type(node).__name__.lower()} expression")


_NAMES: Final[dict[type[nodes.Node], str]] = {
    nodes.CallBlock: "{% call %}", nodes.FilterBlock: "{% filter %}", nodes.Include: "{% include %}",
    nodes.Import: "{% import %}", nodes.FromImport: "{% from %}", nodes.Extends: "{% extends %}",
    nodes.Block: "{% block %}", nodes.ScopedEvalContextModifier: "{% autoescape %}",
    nodes.AssignBlock: "{% set %} with a body", nodes.Concat: "~",
}  # fmt: skip


class MacroCall:
    """A macro as other templates call it: what it renders loses the line breaks at its ends.

    The lines of a macro can therefore stand like any others between ``{% macro %}`` and ``{% endmacro %}``.
    """

    __slots__ = ("_macro", "name", "parameters")

    def __init__(self, name: str, macro: Macro) -> None:
        self.name = name
        self.parameters = tuple(macro.arguments)
        self._macro = macro

    def __call__(self, *given: object, **named: object) -> str:
        rendered: str = self._macro(*given, **named)
        return _Rendered(rendered.strip("\n"))


class Macros:
    """Macros by name, as ``code`` and ``shipped`` are in templates."""

    __slots__ = ("_macros",)

    def __init__(self, macros: Mapping[str, MacroCall]) -> None:
        self._macros = macros

    def __getattr__(self, name: str) -> MacroCall:
        try:
            return self._macros[name]
        except KeyError:
            raise AttributeError(f"no macro is called {name}") from None

    def __contains__(self, name: object) -> bool:
        return name in self._macros


class Names:
    """The names of outside things as a module has them, as ``names`` is in templates."""

    __slots__ = ("_name_of",)

    def __init__(self, name_of: Callable[[str], SafeText]) -> None:
        self._name_of = name_of

    def __getattr__(self, name: str) -> SafeText:
        if origin(name) is None:
            raise AttributeError(f"no module is known to have {name}")
        return self._name_of(name)


class SourceEnvironment(ImmutableSandboxedEnvironment):
    """Renders Python source from safe text and shapes.

    Any other output raises TypeError, an unknown name UndefinedError, what the sandbox does not allow
    SecurityError. ``use`` says which macros lay out shapes; templates see them as ``code``.
    """

    code_generator_class = _GuardedGenerator

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        super().__init__(
            loader=loader,
            undefined=jinja2.StrictUndefined,
            finalize=self.output,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        # Macros keep what they see here, so these stay the same objects.
        self._shipped: dict[str, MacroCall] = {}
        self._in_force: dict[str, MacroCall] = {}
        self.globals = {
            "code": Macros(self._in_force),
            "shipped": Macros(self._shipped),
            "names": Names(lambda name: self._name_of(name)),
        }
        self._name_of: Callable[[str], SafeText] = Identifier
        self.filters = dict(_FILTERS)
        self.tests = {"none": _is_none}
        self.marks: Marks | None = None
        self._steps = 0
        self._characters = 0

    def use(self, shipped: Mapping[str, MacroCall], own: Mapping[str, MacroCall] | None = None) -> None:
        """Lay out shapes with these macros; ``own`` are those of a project, which stand in front of the
        shipped.
        """
        self._shipped.clear()
        self._shipped.update(shipped)
        self._in_force.clear()
        self._in_force.update({**shipped, **(own or {})})

    def macros_of(self, source: str, name: str, filename: str | None) -> dict[str, MacroCall]:
        """The macros that a template defines for others: those whose names begin with no underscore."""
        parsed = self.parse(source, name, filename)
        macros = [node for node in parsed.body if isinstance(node, nodes.Macro)]
        parsed.body = [*macros]
        code = self.compile(parsed, name, filename)
        module = self.template_class.from_code(self, code, self.make_globals(None)).module
        found = [(macro.name, getattr(module, macro.name, None)) for macro in macros]
        return {name: MacroCall(name, made) for name, made in found if made is not None}

    def output(self, value: object) -> str:
        """The text of what a template outputs.

        Raises:
            TypeError: if it is not safe.
        """
        if isinstance(value, SafeText):
            return value.source if self.marks is None else self.marks.marked(value)
        if isinstance(value, _Rendered):
            return value
        if isinstance(value, Shape):
            return self._in_force[value.macro](*arguments(value))
        if isinstance(value, jinja2.Undefined):
            return str(value)  # raises, and says which name is missing
        raise TypeError(f"a template outputs a {type(value).__name__}, which is not safe text: {value!r}")

    def rendered(
        self, template: str, context: Mapping[str, object], name_of: Callable[[str], SafeText] | None = None
    ) -> str:
        """Render a template, counting from nought.

        ``name_of`` gives the names of the runtime and the standard library as the module has them: a template
        asks for ``names.field``, and gets ``field_`` where the API has a ``field`` of its own.

        Raises:
            TypeError: if the template outputs anything but safe text.
            jinja2.TemplateError: if the template does what templates may not, or takes too many steps.
        """
        self._steps = self._characters = 0
        self._name_of = name_of or Identifier
        return self.get_template(template).render(context)

    def step(self) -> None:
        """Count a step; compiled templates call it.

        Raises:
            TooMuch: if there were too many.
        """
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooMuch(f"the templates take more than {MOST_STEPS:,} steps for one file")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Is this an attribute that templates may see?

        Text has none, so that no method can make other text of it.
        """
        return not attr.startswith("_") and (
            isinstance(obj, (LoopContext, Macros, Names))
            or (is_dataclass(obj) and not isinstance(obj, (type, SafeText)))
        )

    def is_safe_callable(self, obj: Any) -> bool:
        """Is this a macro, or a name that is none, which says so itself?"""
        return isinstance(obj, (MacroCall, Macro, jinja2.Undefined))

    def concat(self, pieces: Iterable[str]) -> str:
        """The output of a template or a macro, as one text that may be output again.

        Raises:
            TooMuch: if there was too much of it.
        """
        listed = list(pieces)
        self._characters += sum(map(len, listed))
        if self._characters > MOST_CHARACTERS:
            raise TooMuch(f"the templates give more than {MOST_CHARACTERS:,} characters for one file")
        return _Rendered("".join(listed))


def _is_none(value: object) -> bool:
    return value is None


@jinja2.pass_environment
def _join(environment: jinja2.Environment, items: Iterable[object], separator: str = "") -> str:
    """The items with a separator between them."""
    output = cast(SourceEnvironment, environment).output
    return _Rendered(separator.join([output(item) for item in items]))


@jinja2.pass_environment
def _each_after(environment: jinja2.Environment, items: Iterable[object], text: str) -> str:
    """Every item behind this text: what goes on a list that has begun."""
    output = cast(SourceEnvironment, environment).output
    return _Rendered("".join([text + output(item) for item in items]))


@jinja2.pass_environment
def _indent(environment: jinja2.Environment, value: object, columns: int = 4) -> str:
    """The text with every line moved to the right."""
    margin = " " * columns
    text = cast(SourceEnvironment, environment).output(value)
    return _Rendered("\n".join([margin + line if line else line for line in text.split("\n")]))


_FILTERS: Final[dict[str, Callable[..., str]]] = {"join": _join, "each_after": _each_after, "indent": _indent}
"""Our own, since those of Jinja give plain text."""


SHIPPED: Final = jinja2.PackageLoader("wiresmith.emit", "templates")
"""The templates of this package."""


def shipped_macros(environment: SourceEnvironment) -> dict[str, MacroCall]:
    """The macros of this package's templates, compiled for an environment."""
    made: dict[str, MacroCall] = {}
    for name in SHIPPED.list_templates():
        source, filename, _ = SHIPPED.get_source(environment, name)
        made.update(environment.macros_of(source, name, filename))
    return made


@cache
def environment() -> SourceEnvironment:
    """The environment with the templates of this package."""
    made = SourceEnvironment(SHIPPED)
    made.use(shipped_macros(made))
    return made
