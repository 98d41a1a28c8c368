"""Which files a name stands for."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from wiresmith.check.files import Unreadable, expand, read
from wiresmith.runtime import Limits


@pytest.fixture
def captures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.json", "a.XML", "notes.txt", "deeper/c.xml", "d[1].json"):
        tmp_path.joinpath(name).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(name).write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("-", ["-"]),
        ("notes.txt", ["notes.txt"]),
        (".", ["./a.XML", "./b.json", "./d[1].json", "./deeper/c.xml"]),
        ("d*", ["d[1].json", "deeper/c.xml"]),
        ("**/*.xml", ["deeper/c.xml"]),
        ("d[1].json", ["d[1].json"]),
        ("missing.json", ["missing.json"]),
    ],
)
def test_names_files_folders_and_patterns(captures: Path, name: str, files: list[str]) -> None:
    assert list(expand(name)) == files


@pytest.mark.parametrize(
    ("name", "message"), [("*.yaml", "no file has such a name"), ("empty", "no .json or .xml file")]
)
def test_nothing_behind_a_name_is_an_error(captures: Path, name: str, message: str) -> None:
    captures.joinpath("empty").mkdir()
    with pytest.raises(Unreadable, match=message):
        list(expand(name))


@pytest.mark.parametrize("name", ["missing.json", "deeper", "b.json/x", "nul\0.json", "x" * 5000])
def test_what_cannot_be_read_is_said_without_a_traceback(captures: Path, name: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(name)
    assert str(caught.value).startswith(f"{name}: ")


def test_permissions(captures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> IO[bytes]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # chmod would not stop root
    with pytest.raises(Unreadable, match=r"^b\.json: Permission denied$"):
        read("b.json")


def test_bytes_come_from_files_and_standard_input(captures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\xff\r\n")))
    assert read("-") == b"\xff\r\n"
    assert read("b.json") == b"b.json"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_an_endless_file_ends_somewhere() -> None:
    assert len(read("/dev/zero")) == Limits().bytes + 1
