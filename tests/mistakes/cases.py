r"""Files of specs with mistakes: how they are read, what is reported about them, and how they are written.

A file holds cases, each after a line of ``===`` and a title. The spec of a case is ``e.yaml``, and after a
line ``--- name.yaml`` another file. Before the first case stand prose, and, after such lines, files that all
cases have unless they bring their own. Beneath a line with a mistake stands what is reported: ``^`` in the
column of the mistake and the message, then a line with ``;`` for each of its further parts::

    === a misspelt key
    types:
      A: {feilds: {}}
          ^ unknown key 'feilds' in a type
          ; did you mean 'fields'?

What reads the specs follows from the folder: ``yaml`` the YAML alone, ``language`` the strict reader,
``contract`` everything.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from wiresmith.contract.resolve import load_api
from wiresmith.language.problem import Problem, Problems, SpecError
from wiresmith.language.reader import read_api_collecting
from wiresmith.language.yaml_nodes import read_yaml

FOLDER: Final = Path(__file__).parents[1] / "data" / "mistakes"
API: Final = "wiresmith: 1\napi: shop"
"""The ``api.yaml`` of a case that has none."""
_CASE: Final = re.compile(r"^===(?: (.*))?\n", re.MULTILINE)
_FILE: Final = re.compile(r"^--- (\S+\.yaml)\n", re.MULTILINE)
_MISTAKE: Final = re.compile(r"( *)\^ (.+)")
_PART: Final = re.compile(r" *; (.+)")


@dataclass(frozen=True, order=True)
class Mistake:
    """What is reported about a place of a file."""

    file: str
    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Case:
    """A spec with mistakes: its own files, those that it shares with its neighbours, and what is expected to
    be reported.
    """

    title: str
    layer: str
    own: Mapping[str, str]
    shared: Mapping[str, str]
    expected: tuple[Mistake, ...]

    @property
    def files(self) -> dict[str, str]:
        """All files of the spec."""
        return {"api.yaml": API, **self.shared, **self.own}

    def found(self) -> tuple[Mistake, ...]:
        """What is reported, read in a folder ``shop``."""
        with TemporaryDirectory() as root, contextlib.chdir(root):
            folder = Path("shop")
            folder.mkdir()
            for name, text in self.files.items():
                (folder / name).write_bytes(text.encode("utf-8"))
            problems = _LAYERS[self.layer](folder)
        mistakes = (
            Mistake(
                problem.at.file.removeprefix("shop/"),
                problem.at.line,
                problem.at.column,
                str(problem).removeprefix(f"{problem.at}: "),
            )
            for problem in problems
        )
        return tuple(sorted(mistakes))

    def text(self, mistakes: tuple[Mistake, ...]) -> str:
        """The case as its file has it, with these mistakes beneath their places."""
        shown = dict(self.own)
        for name in {mistake.file for mistake in mistakes}:
            shown.setdefault(name, self.files[name])
        lines = [f"=== {self.title}".rstrip()]
        for name in sorted(shown, key=lambda name: (name == "e.yaml", name)):
            if len(shown) > 1 or name != "e.yaml":
                lines.append(f"--- {name}")
            lines += _with_mistakes(shown[name], [each for each in mistakes if each.file == name])
        return "\n".join(lines) + "\n"


def cases(path: Path) -> list[Case]:
    """The cases of a file."""
    head, *rest = _CASE.split(path.read_text(encoding="utf-8"))
    _, *files = _FILE.split(head)
    shared = {name: _bare(text) for name, text in zip(files[::2], files[1::2], strict=True)}
    found: list[Case] = []
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        start, *others = _FILE.split(body)
        texts = dict(zip(others[::2], others[1::2], strict=True))
        if start.strip() or not texts:
            texts["e.yaml"] = start
        expected = tuple(sorted(each for name, text in texts.items() for each in _mistakes(name, text)))
        own = {name: _bare(text) for name, text in texts.items()}
        found.append(Case(title or "", path.parent.name, own, shared, expected))
    return found


def written(path: Path, mistakes: Callable[[Case], tuple[Mistake, ...]]) -> str:
    """The text of a file with these mistakes in its cases."""
    head = _CASE.split(path.read_text(encoding="utf-8"))[0]
    return "\n".join([head.rstrip("\n") + "\n", *(case.text(mistakes(case)) for case in cases(path))])


def data_files() -> list[Path]:
    """All files of cases."""
    return sorted(FOLDER.glob("*/*.txt"))


def _bare(text: str) -> str:
    """A file as it is read: without mistakes, and without the line breaks at its end."""
    lines = [line for line in text.split("\n") if not _MISTAKE.fullmatch(line) and not _PART.fullmatch(line)]
    return "\n".join(lines).rstrip("\n")


def _mistakes(file: str, text: str) -> Iterator[Mistake]:
    line = 0
    found: list[Mistake] = []
    for written in text.split("\n"):
        if (start := _MISTAKE.fullmatch(written)) is not None:
            found.append(Mistake(file, max(line, 1), len(start[1]) + 1, start[2]))
        elif (part := _PART.fullmatch(written)) is not None:
            last = found.pop()
            found.append(Mistake(file, last.line, last.column, f"{last.text}; {part[1]}"))
        else:
            line += 1
    return iter(found)


def _with_mistakes(text: str, mistakes: list[Mistake]) -> Iterator[str]:
    lines = text.split("\n")
    assert all(mistake.line <= len(lines) for mistake in mistakes), mistakes
    for number, line in enumerate(lines, 1):
        if text:
            yield line
        for mistake in mistakes:
            if mistake.line == number:
                first, *parts = mistake.text.split("; ")
                indent = " " * (mistake.column - 1)
                yield f"{indent}^ {first}"
                yield from (f"{indent}; {part}" for part in parts)


def _of_yaml(folder: Path) -> list[Problem]:
    problems = Problems()
    read_yaml((folder / "e.yaml").read_bytes(), "shop/e.yaml", problems)
    return problems.found


def _of_language(folder: Path) -> list[Problem]:
    return read_api_collecting(folder)[1]


def _of_contract(folder: Path) -> list[Problem]:
    try:
        load_api(folder)
    except SpecError as error:
        return error.problems
    return []


_LAYERS: Final[Mapping[str, Callable[[Path], list[Problem]]]] = {
    "yaml": _of_yaml,
    "language": _of_language,
    "contract": _of_contract,
}
