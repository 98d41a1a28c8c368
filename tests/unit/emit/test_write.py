"""Emitted files on disk: whole or not at all, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from wiresmith.emit import swap, write
from wiresmith.emit.header import root_header
from wiresmith.emit.write import check_tree, write_tree
from wiresmith.failure import EmitError

HEAD = f"{root_header().source}\n"


def tree(
    *apis: str, text: str = "x = 1\n", modules: tuple[str, ...] = ("__init__.py", "models.py")
) -> dict[PurePosixPath, bytes]:
    """The files of some packages."""
    files = {f"batch_apis/{api}/{name}": HEAD + text for api in apis for name in modules}
    files |= {"batch_apis/__init__.py": HEAD, "batch_apis/py.typed": HEAD}
    return {PurePosixPath(path): source.encode() for path, source in files.items()}


def on_disk(out: Path) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(path.relative_to(out).as_posix()): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file()
    }


def test_writes_and_says_what_changed(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "generated"
    assert write_tree(tree("a", "b"), root) == [
        root / "batch_apis" / name for name in ("a", "b", "__init__.py", "py.typed")
    ]
    assert on_disk(root) == tree("a", "b")
    assert write_tree(tree("a", "b"), root) == []
    changed = tree("a", "b") | {PurePosixPath("batch_apis/b/models.py"): (HEAD + "y = 2\n").encode()}
    assert write_tree(changed, root) == [root / "batch_apis" / "b"]
    assert on_disk(root) == changed


def test_equal_packages_are_not_written_again(tmp_path: Path) -> None:
    write_tree(tree("a"), tmp_path)
    before = (tmp_path / "batch_apis/a/models.py").stat()
    write_tree(tree("a"), tmp_path)
    after = (tmp_path / "batch_apis/a/models.py").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_stale_modules_and_packages_go(tmp_path: Path) -> None:
    write_tree(tree("a", "b", modules=("__init__.py", "models.py", "_xml.py")), tmp_path)
    (tmp_path / "batch_apis/b/__pycache__").mkdir()
    (tmp_path / "batch_apis/b/__pycache__/models.pyc").write_bytes(b"")
    assert tmp_path / "batch_apis/b" in write_tree(tree("a"), tmp_path)
    assert on_disk(tmp_path) == tree("a")


def test_only_leaves_the_others_alone(tmp_path: Path) -> None:
    write_tree(tree("a", "b", "old"), tmp_path)
    write_tree(tree("a", "b", text="x = 2\n"), tmp_path, only=["a"])
    expected = tree("a", text="x = 2\n") | tree("b", "old")
    assert on_disk(tmp_path) == expected
    assert check_tree(tree("a", "b", text="x = 2\n"), tmp_path, only=["a"]) == ""
    with pytest.raises(EmitError, match="no API 'c'; there are a, b"):
        write_tree(tree("a", "b"), tmp_path, only=["c"])


FOREIGN = [
    "batch_apis/a/notes.md",
    "batch_apis/a/models.py",
    "batch_apis/old/mine.py",
    "batch_apis/__init__.py",
    "batch_apis/a/sub/x.py",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_files_are_named_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    write_tree(tree("a", "old"), tmp_path)
    mine = tmp_path / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine\n")
    before = on_disk(tmp_path)
    for action in (write_tree, check_tree):
        with pytest.raises(EmitError, match="move them away") as error:
            action(tree("a", "b", text="x = 2\n"), tmp_path)
        assert str(mine if "sub" not in name else mine.parent) in str(error.value)
    assert on_disk(tmp_path) == before


def test_packages_that_were_not_emitted_stay(tmp_path: Path) -> None:
    for name in ("batch_apis/by_hand/__init__.py", "batch_apis/notes.txt", "other/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine\n")
    mine = on_disk(tmp_path)
    write_tree(tree("a"), tmp_path)
    assert on_disk(tmp_path) == mine | tree("a")
    assert check_tree(tree("a"), tmp_path) == ""


@pytest.mark.parametrize(
    "link", ["batch_apis", "batch_apis/a", "batch_apis/a/models.py", "batch_apis/py.typed", "."]
)
def test_symbolic_links_are_refused(tmp_path: Path, link: str) -> None:
    elsewhere, out = tmp_path / "elsewhere", tmp_path / "out"
    write_tree(tree("a"), elsewhere)
    path = out / link
    if link != ".":
        write_tree(tree("a"), out)
        if path.is_dir():
            path.rename(tmp_path / "moved")
        else:
            path.unlink()
    path.symlink_to(elsewhere / link)
    before = on_disk(elsewhere)
    with pytest.raises(EmitError, match="symbolic link"):
        write_tree(tree("a", text="x = 2\n"), out)
    assert on_disk(elsewhere) == before


@pytest.mark.parametrize(
    "path",
    ["../x/models.py", "/etc/x/models.py", "batch_apis/../../x.py", "batch_apis/a/b/c/d.py", "x.py",
    "batch_apis/.ssh/x.py",
     "batch_apis/a/x.sh", "batch_apis/a\\b/x.py", "batch_apis/a/x.py\n", "batch_apis/a b/x.py"],
)  # fmt: skip
def test_paths_cannot_lead_elsewhere(tmp_path: Path, path: str) -> None:
    with pytest.raises(EmitError, match="no path of an emitted file"):
        write_tree({PurePosixPath(path): HEAD.encode()}, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "batch_apis").write_text("mine")
    with pytest.raises(EmitError, match="a file where a folder is needed"):
        write_tree(tree("a"), tmp_path)
    with pytest.raises(EmitError, match=r"a file where a folder is needed|cannot write"):
        write_tree(tree("a"), tmp_path / "batch_apis" / "below")


class Killed(BaseException):
    """Nothing in the writer may catch it, as nothing catches a kill."""


STEPS: list[tuple[object, str]] = [
    (write, "_write_file"),
    (write, "_sync"),
    (write, "exchange"),
    (Path, "rename"),
    (Path, "replace"),
    (Path, "mkdir"),
    (shutil, "rmtree"),
    (os, "fsync"),
]


@pytest.mark.parametrize("one_step", [True, False])
@pytest.mark.parametrize("late", [False, True])
@pytest.mark.slow
@pytest.mark.slow
def test_killed_anywhere_every_package_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: bool, one_step: bool
) -> None:
    """Kills the writer before (or after) its first, second, … step of each kind, until a run survives."""
    if not one_step:
        monkeypatch.setattr(swap, "_system_swap", lambda: None)
    old, new = tree("a", "b", "stale"), tree("a", "b", "new", text="x = 2\n")
    kills = 0
    for number, (owner, name) in enumerate(STEPS):
        for nth in range(50):
            out = tmp_path / f"{number}_{nth}"
            write_tree(old, out)
            with monkeypatch.context() as patch:
                patch.setattr(owner, name, _killing(getattr(owner, name), nth, late))
                try:
                    write_tree(new, out)
                except Killed:
                    kills += 1
                else:
                    break
            _every_package_is_whole(out, old, new, one_step)
            write_tree(new, out)
            assert on_disk(out) == new
            assert check_tree(new, out) == ""
            assert not list(out.rglob(".*"))
    assert kills > 15


def _killing(real: Callable[..., object], nth: int, late: bool) -> Callable[..., object]:
    left = nth

    def step(*args: object, **options: object) -> object:
        nonlocal left
        left -= 1
        if left >= 0:
            return real(*args, **options)
        if late:
            real(*args, **options)
        raise Killed

    return step


def _every_package_is_whole(
    out: Path, old: dict[PurePosixPath, bytes], new: dict[PurePosixPath, bytes], one_step: bool
) -> None:
    def package(files: dict[PurePosixPath, bytes], name: str) -> dict[str, bytes]:
        return {path.name: data for path, data in files.items() if path.parts[1] == name}

    found = on_disk(out)
    for name in ("a", "b"):
        whole = (package(old, name), package(new, name))
        here = package(found, name)
        # Where folders cannot change places in one step, the old one stands aside for a moment.
        assert here in whole or (not one_step and package(found, f".wiresmith-old-{name}") == whole[0])
    assert package(found, "new") in ({}, package(new, "new"))
    assert package(found, "stale") in ({}, package(old, "stale"))


def test_a_package_left_aside_goes_back_if_nothing_stands_in_its_place(tmp_path: Path) -> None:
    write_tree(tree("a", "b"), tmp_path)
    (tmp_path / "batch_apis/a").rename(tmp_path / "batch_apis/.wiresmith-old-a")
    write_tree(tree("a", "b", text="x = 2\n"), tmp_path, only=["b"])
    assert on_disk(tmp_path) == tree("a") | tree("b", text="x = 2\n")


def test_check_tells_the_difference_and_writes_nothing(tmp_path: Path) -> None:
    write_tree(tree("a", "stale"), tmp_path)
    before = on_disk(tmp_path)
    wanted = tree("a", "new") | {
        PurePosixPath("batch_apis/a/models.py"): HEAD.encode() + "x = 'é'\n".encode()
    }
    diff = check_tree(wanted, tmp_path)
    assert "--- a/batch_apis/a/models.py\n+++ b/batch_apis/a/models.py\n" in diff
    assert "-x = 1\n+x = 'é'\n" in diff
    assert "--- /dev/null\n+++ b/batch_apis/new/__init__.py\n" in diff
    assert "--- a/batch_apis/stale/models.py\n+++ /dev/null\n" in diff
    assert diff == check_tree(wanted, tmp_path)
    assert on_disk(tmp_path) == before
    assert check_tree(tree("a"), tmp_path / "nowhere").count("--- /dev/null") == 4
    assert not (tmp_path / "nowhere").exists()


def test_check_tells_of_other_line_ends(tmp_path: Path) -> None:
    write_tree(tree("a"), tmp_path)
    path = tmp_path / "batch_apis/a/models.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check_tree(tree("a"), tmp_path)


def test_a_disk_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(write, "_write_file", full)
    with pytest.raises(EmitError, match=r"cannot write below .*No space left on device"):
        write_tree(tree("a"), tmp_path)
