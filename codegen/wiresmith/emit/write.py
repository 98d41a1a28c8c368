"""Puts emitted files on disk: a package is replaced as a whole or not at all, and nothing that was not
emitted is touched.

Every package is first written complete into a folder beside it, which then changes places with the old one in
a single step. Whenever the process is killed, each package on disk is therefore an old one or a new one,
never part of both; what a killed run leaves behind, the next one clears away.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from wiresmith.emit.header import is_ours
from wiresmith.emit.swap import ASIDE, exchange
from wiresmith.failure import EmitError

_STAGE: Final = ".wiresmith-stage-"
"""The beginning of the names of folders and files while they are being written; never part of a package."""

_PART: Final = re.compile(r"\w+(\.py|\.typed)?", re.ASCII)
_IGNORED: Final = frozenset({"__pycache__"})


def write_tree(
    files: Mapping[PurePosixPath, bytes], out: Path, *, only: Collection[str] | None = None
) -> list[Path]:
    """Write emitted files below a folder, and remove emitted packages and files that are no longer there.

    Args:
        files: what ``emit_all`` gives: ``<root>/<file>``, ``<root>/<api>/<file>`` and
            ``<root>/<api>/<folder>/<file>``.
        out: the folder above the root package; made if it is missing.
        only: the APIs to write; the packages of all others stay as they are, stale or not.

    Returns:
        What was changed: the folders of packages and the files above them, in order. Equal files are not
        written again.

    Raises:
        EmitError: if a path is none that an emitted file can have, if a file is in the way that was not
            emitted or a symbolic link is where a file or folder has to be (nothing is written then), or if
            the disk refuses.
    """
    tree = _Tree(files, out, only)
    try:
        tree.refuse_foreign()
        return tree.write()
    except OSError as error:
        raise EmitError(f"cannot write below {out}: {error.strerror or error} ({error.filename})") from error


def check_tree(
    files: Mapping[PurePosixPath, bytes], out: Path, *, only: Collection[str] | None = None
) -> str:
    """The changes that ``write_tree`` would make, as a unified diff; empty if there are none.

    Nothing is written.

    Raises:
        EmitError: as ``write_tree`` would.
    """
    tree = _Tree(files, out, only)
    try:
        tree.refuse_foreign()
        return "".join(tree.differences())
    except OSError as error:
        raise EmitError(f"cannot read below {out}: {error.strerror or error} ({error.filename})") from error


class _Tree:
    """The wanted files beside what is on disk. ``packages`` is keyed by the folders of packages, relative to
    ``out``."""

    def __init__(self, files: Mapping[PurePosixPath, bytes], out: Path, only: Collection[str] | None) -> None:
        self.out = out
        self.loose: dict[PurePosixPath, bytes] = {}
        self.packages: dict[PurePosixPath, dict[str, bytes]] = {}
        for path in sorted(files):
            _check_path(path)
            if len(path.parts) == 2:
                self.loose[path] = files[path]
            elif only is None or path.parts[1] in only:
                package = PurePosixPath(*path.parts[:2])
                self.packages.setdefault(package, {})[str(path.relative_to(package))] = files[path]
        self.roots = sorted({PurePosixPath(path.parts[0]) for path in files})
        known = {path.parts[1] for path in files if len(path.parts) > 2}
        for name in sorted(only or ()):
            if name not in known:
                raise EmitError(f"there is no API {name!r}; there are {', '.join(sorted(known)) or 'none'}")
        self.stale = (
            []
            if only is not None
            else [folder for folder in self._emitted_folders() if folder.name not in known]
        )

    # --- looking ---

    def _emitted_folders(self) -> Iterator[PurePosixPath]:
        """The folders on disk that hold an emitted package."""
        for root in self.roots:
            folder = self.out / root
            if folder.is_symlink() or not folder.is_dir():
                continue
            for entry in sorted(folder.iterdir()):
                if entry.name.startswith((".", "__")) or entry.is_symlink() or not entry.is_dir():
                    continue
                if any(_is_emitted(entry / name) for name in _names(entry)):
                    yield root / entry.name

    def refuse_foreign(self) -> None:
        """Make sure that nothing has to give way but emitted files."""
        for folder in (self.out, *(self.out / root for root in self.roots)):
            if folder.is_symlink():
                raise EmitError(
                    f"{folder} is a symbolic link; emitted files are only written to real folders"
                )
            if folder.exists() and not folder.is_dir():
                raise EmitError(f"{folder} is a file where a folder is needed; move it away")
        foreign = [self.out / path for path in self.loose if not _may_replace(self.out / path)]
        for package in (*self.packages, *self.stale):
            folder = self.out / package
            if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
                foreign.append(folder)
            elif folder.is_dir():
                foreign += [folder / name for name in _names(folder) if not _may_replace(folder / name)]
        if foreign:
            raise EmitError(
                "these were not emitted, or are symbolic links, and stand where emitted files belong; "
                "move them away:\n" + "\n".join(f"  {path}" for path in foreign)
            )

    def differences(self) -> Iterator[str]:
        """The lines of a unified diff from what is on disk to what is wanted."""
        wanted = dict(self.loose)
        on_disk = [path for path in self.loose if (self.out / path).is_file()]
        for package, files in self.packages.items():
            wanted.update({package / name: data for name, data in files.items()})
        for package in (*self.packages, *self.stale):
            on_disk += [package / name for name in _names(self.out / package)]
        for path in sorted({*wanted, *on_disk}):
            old = (self.out / path).read_bytes() if path in on_disk else None
            new = wanted.get(path)
            if old != new:
                yield from _diff(path, old, new)

    # --- writing ---

    def write(self) -> list[Path]:
        changed: list[Path] = []
        for root in self.roots:
            (self.out / root).mkdir(parents=True, exist_ok=True)
            self._clear_leftovers(self.out / root)
        for package, files in self.packages.items():
            folder = self.out / package
            on_disk = {name: (folder / name).read_bytes() for name in _names(folder)}
            if on_disk != files:
                self._replace_package(folder, files)
                changed.append(folder)
        for path, data in self.loose.items():
            target = self.out / path
            if not target.is_file() or target.read_bytes() != data:
                stage = target.with_name(_STAGE + target.name)
                _write_file(stage, data)
                stage.replace(target)
                _sync(target.parent)
                changed.append(target)
        for package in self.stale:
            folder = self.out / package
            stage = folder.with_name(_STAGE + folder.name)
            folder.rename(stage)
            _sync(folder.parent)
            shutil.rmtree(stage)
            changed.append(folder)
        return changed

    def _replace_package(self, folder: Path, files: Mapping[str, bytes]) -> None:
        stage = folder.with_name(_STAGE + folder.name)
        stage.mkdir()
        for name, data in files.items():
            (stage / name).parent.mkdir(exist_ok=True)
            _write_file(stage / name, data)
        for inner in {(stage / name).parent for name in files} | {stage}:
            _sync(inner)
        if folder.exists():
            exchange(stage, folder)
        else:
            stage.rename(folder)
        _sync(folder.parent)
        if stage.exists():
            shutil.rmtree(stage)

    def _clear_leftovers(self, root: Path) -> None:
        """Remove what a killed run left behind; a package that it had just moved aside goes back first."""
        for entry in sorted(root.iterdir()):
            if entry.name.startswith(ASIDE):
                home = entry.with_name(entry.name.removeprefix(ASIDE))
                if not home.exists():
                    entry.rename(home)
                    continue
            elif not entry.name.startswith(_STAGE):
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()


def _check_path(path: PurePosixPath) -> None:
    if (
        path.is_absolute()
        or len(path.parts) not in (2, 3, 4)
        or not all(_PART.fullmatch(part) for part in path.parts)
    ):
        raise EmitError(
            f"{str(path)!r} is no path of an emitted file; expected <package>/<api>/<module>.py or "
            "<package>/<api>/<folder>/<module>.py"
        )


def _names(folder: Path) -> list[str]:
    """What a package's folder holds, the folders in it too; compiled modules aside."""
    found: list[str] = []
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name in _IGNORED:
            continue
        if entry.is_dir() and not entry.is_symlink():
            found += [f"{entry.name}/{name}" for name in _names(entry)]
        else:
            found.append(entry.name)
    return sorted(found)


def _may_replace(path: Path) -> bool:
    return not path.is_symlink() and (not path.exists() or _is_emitted(path))


def _is_emitted(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return is_ours(file.read(200).decode("utf-8", "replace"))


def _write_file(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames in a folder survive a crash of the machine, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _diff(path: PurePosixPath, old: bytes | None, new: bytes | None) -> Iterator[str]:
    def lines(data: bytes | None) -> list[str]:
        return [] if data is None else data.decode("utf-8", "backslashreplace").splitlines(keepends=True)

    before = "/dev/null" if old is None else f"a/{path}"
    after = "/dev/null" if new is None else f"b/{path}"
    found = False
    for line in difflib.unified_diff(lines(old), lines(new), before, after):
        found = True
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
    if not found:
        yield f"--- {before}\n+++ {after}\n"
