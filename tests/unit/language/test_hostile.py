"""Whatever the bytes: a document or a SpecError, never another exception, and every problem has a place in
the file.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from wiresmith.language.problem import Problem, SpecError
from wiresmith.language.reader import read_api

SPECS = sorted(Path(__file__).parents[3].glob("specs/*/*.yaml"))
PIECES = [
    "{", "}", "[", "]", ",", ": ", "\n", "  ", "\t", "- ", "? ", "&a ", "*a", "!!str ", "<<", "'", '"', "|",
    ">", "#", "%", "@",
    "`", "~", "no", "1.10", "2024-01-31", "\x00", "\ud7ff", "\u2028", "\U0010fff0", "\\", "list[", "None",
    "| None", "type",
    "fields", "enum", "operations:", "types:", "get", "1e999", "0x", "---\n", "...\n", "\ufeff", '"\\uD800"',
    '"\\U00110000"',
]  # fmt: skip


def problems_of(folder: Path) -> list[Problem]:
    try:
        read_api(folder)
    except SpecError as error:
        str(error).encode("utf-8")
        return error.problems
    return []


def read(api: bytes, endpoint: bytes) -> None:
    with TemporaryDirectory() as root:
        folder = Path(root) / "shop"
        folder.mkdir()
        (folder / "api.yaml").write_bytes(api)
        (folder / "e.yaml").write_bytes(endpoint)
        for problem in problems_of(folder):
            data = api if problem.at.file.endswith("api.yaml") else endpoint
            assert 1 <= problem.at.line <= len(data.decode("utf-8", "replace").splitlines()) + 1
            assert problem.at.column >= 1


API = b"wiresmith: 1\napi: shop\n"


@given(st.binary(max_size=200))
@example(b"\xff")
@example(b"\xef\xbb\xbf")
def test_any_bytes(data: bytes) -> None:
    read(data, data)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_any_pieces_of_yaml(text: str) -> None:
    read(API + text.encode("utf-8", "replace"), text.encode("utf-8", "replace"))


@given(st.sampled_from(SPECS), st.data())
@settings(max_examples=60)
def test_any_change_of_a_real_spec(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 8)))
        text = text[:start] + data.draw(st.sampled_from(PIECES) | st.text(max_size=3)) + text[end:]
    changed = text.encode("utf-8", "replace")
    read(changed if path.name == "api.yaml" else API, changed)
