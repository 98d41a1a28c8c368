"""A project's own templates: macros and modules that stand in front of ours (``wiresmith generate
--templates``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import Final

import jinja2
from jinja2 import nodes

from wiresmith.emit.environment import SHIPPED, MacroCall, SourceEnvironment, shipped_macros
from wiresmith.emit.placement import Marks, MisplacedError
from wiresmith.emit.safe_text import SafeText
from wiresmith.failure import EmitError

VERSION: Final = 1
"""Of the macros that can be overridden, their parameters and the shapes in those; docs/templates.md lists
them.
"""

_HEAD: Final = re.compile(r"\{#-?\s*wiresmith templates (\d+)\b[^\n]*#\}")
_MISTAKES: Final = (
    jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError, RecursionError, MemoryError,
    SyntaxError,
)  # fmt: skip
"""What a template can raise."""


class OwnTemplateError(EmitError):
    """A project's template cannot be used, or does what it may not; the message begins with its file and
    line.
    """


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    source: str
    parsed: nodes.Template

    @property
    def macros(self) -> list[nodes.Macro]:
        return [node for node in self.parsed.body if isinstance(node, nodes.Macro)]

    def problem(self, line: int, message: str) -> OwnTemplateError:
        return _problem(str(self.path), line, message)


class OwnTemplates(SourceEnvironment):
    """The environment in which the templates of a folder stand in front of ours.

    What goes wrong in them is reported with file and line; everything that is put out is checked
    to stand where it is safe.

    Raises:
        OwnTemplateError: if they cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        files = _files(folder)
        self._whole = {file.path.name: file for file in files if _text_line(file.parsed) is not None}
        super().__init__(jinja2.ChoiceLoader([jinja2.FunctionLoader(self._whole_module), SHIPPED]))
        shipped = shipped_macros(self)
        known = {name: macro.parameters for name, macro in shipped.items()}
        self._places: dict[str, tuple[_File, int]] = {}
        own: dict[str, MacroCall] = {}
        for file in files:
            for macro in file.macros:
                self._add(file, macro, known)
            with _mistakes_in({str(file.path)}):
                compiled = self.macros_of(file.source, str(file.path), str(file.path))
            own |= {name: macro for name, macro in compiled.items() if name in known}
        for name, file in self._whole.items():
            with _mistakes_in({str(file.path)}):
                self.get_template(name)
        self._ours, self._own = shipped, own
        self._files = {str(file.path) for file in files}
        self.use(shipped, own)

    def rendered(
        self, template: str, context: Mapping[str, object], name_of: Callable[[str], SafeText] | None = None
    ) -> str:
        """Render a template, and make sure that everything in it stands where it is safe.

        Raises:
            OwnTemplateError: with the line of the project's template that does what it may not.
        """
        try:
            return self._marked(Marks(), template, context, name_of)
        except MisplacedError as error:
            place = self._place_of(error.number, template, context, name_of)
            raise _problem(*place, str(error)) from error

    def culprit(self, is_fine: Callable[[], bool]) -> str:
        """Whose fault it is that a module is no Python: the place of the macro without which it is fine."""
        for name, (file, line) in self._places.items():
            self.use(self._ours, {other: macro for other, macro in self._own.items() if other != name})
            try:
                if is_fine():
                    return f"{file.path}:{line}"
            finally:
                self.use(self._ours, self._own)
        return ", ".join(sorted(self._files))

    def _marked(
        self,
        marks: Marks,
        template: str,
        context: Mapping[str, object],
        name_of: Callable[[str], SafeText] | None,
    ) -> str:
        self.marks = marks
        try:
            with _mistakes_in(self._files):
                marked = super().rendered(template, context, name_of)
        finally:
            self.marks = None
        return marks.unmarked(marked)

    def _place_of(
        self,
        number: int,
        template: str,
        context: Mapping[str, object],
        name_of: Callable[[str], SafeText] | None,
    ) -> tuple[str, int]:
        """The line of a template that puts out a piece: of the project's, if one of those is on the way."""
        found: list[tuple[str, int]] = []

        def met() -> None:
            frame = sys._getframe()  # pyright: ignore[reportPrivateUsage]
            while frame.f_back is not None:
                frame = frame.f_back
                if (made := frame.f_globals.get("__jinja_template__")) is not None:
                    found.append((made.filename, made.get_corresponding_lineno(frame.f_lineno)))

        with suppress(MisplacedError):
            self._marked(Marks(number, met), template, context, name_of)
        return next((place for place in found if place[0] in self._files), found[0])

    def _whole_module(self, name: str) -> tuple[str, str, None] | None:
        file = self._whole.get(name)
        return (file.source, str(file.path), None) if file is not None else None

    def _add(self, file: _File, macro: nodes.Macro, known: Mapping[str, tuple[str, ...]]) -> None:
        """Note a macro, unless there is none of its name or it has other parameters."""
        name = macro.name
        if name.startswith("_"):
            return  # the file's own business
        if name not in known:
            close = get_close_matches(name, known, 1)
            advice = f"; did you mean {close[0]}?" if close else ""
            raise file.problem(macro.lineno, f"there is no macro {name} to override{advice}")
        parameters = tuple(argument.name for argument in macro.args)
        if parameters != known[name] or macro.defaults:
            wanted = f"{name}({', '.join(known[name])})"
            raise file.problem(macro.lineno, f"the macro to override is {wanted}, without defaults")
        if name in self._places:
            other, line = self._places[name]
            raise file.problem(macro.lineno, f"{name} is overridden in {other.path}:{line} already")
        self._places[name] = file, macro.lineno


def _files(folder: Path) -> list[_File]:
    if not folder.is_dir():
        raise OwnTemplateError(f"{folder}: there is no such folder of templates")
    paths = sorted(folder.glob("*.jinja"))
    if not paths:
        raise OwnTemplateError(f"{folder}: there are no templates (*.jinja)")
    modules = [name for name in SHIPPED.list_templates() if name.endswith(".py.jinja")]
    files = [_read(path) for path in paths]
    for file in files:
        line = _text_line(file.parsed)
        if line is not None and file.path.name not in modules:
            named = ", ".join(modules)
            raise file.problem(line, f"only whole modules have anything outside of macros: {named}")
    return files


def _read(path: Path) -> _File:
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OwnTemplateError(f"{path}: {error}") from error
    head = _HEAD.match(source)
    if head is None:
        raise _problem(str(path), 1, f"templates begin with {{# wiresmith templates {VERSION} #}}")
    if int(head[1]) != VERSION:
        raise _problem(
            str(path),
            1,
            f"this is for version {head[1]} of the templates; this wiresmith has version {VERSION}",
        )
    with _mistakes_in({str(path)}):
        parsed = SourceEnvironment(SHIPPED).parse(source, str(path), str(path))
    return _File(path, source, parsed)


def _text_line(parsed: nodes.Template) -> int | None:
    """The first line with something outside of macros."""
    for node in parsed.body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    return part.lineno
                if part.data.strip():
                    before = part.data[: len(part.data) - len(part.data.lstrip())]
                    return part.lineno + before.count("\n")
        elif not isinstance(node, nodes.Macro):
            return node.lineno
    return None


@contextmanager
def _mistakes_in(files: set[str]) -> Generator[None]:
    """Report what one of these templates raises with its line; anything else is passed on."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        if error.filename not in files:
            raise
        raise _problem(error.filename, error.lineno, error.message or "") from error
    except _MISTAKES as error:
        place = _innermost(error.__traceback__, files)
        if isinstance(error, SyntaxError) and error.filename in files:
            place = error.filename, 1  # the compiled template, of whose lines nothing is known here
        if place is None:
            raise
        raise _problem(*place, _said(error)) from error


def _innermost(traceback: TracebackType | None, files: set[str]) -> tuple[str, int] | None:
    found: tuple[str, int] | None = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in files:
            found = file, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _said(error: BaseException) -> str:
    match error:
        case RecursionError():
            return "the macros call each other without end"
        case MemoryError():
            return "the templates need more memory than there is"
        case _:
            return str(error)


def _problem(file: str, line: int, message: str) -> OwnTemplateError:
    return OwnTemplateError(f"{file}:{line}: {' '.join(message.split())}")
