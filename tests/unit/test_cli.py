"""The command line, end to end on a small API of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from wiresmith import cli

pytestmark = pytest.mark.slow

_API = """\
wiresmith: 1
api: things
"""
_ENDPOINT = """\
operations:
  list_things:
    get: /things
    query: {limit?: int}
    returns: {200: "list[Thing]", 404: Refusal, 204: null}
    samples:
      200:
        - samples/things.json
        - {file: samples/compact.json, indent: null}
types:
  Thing:
    fields:
      id: uuid
      count: int
      note?: str | None
  Refusal: {fields: {reason: str}}
"""
_ID = "f359f8e9-4a2d-4538-98f8-7afb520352c2"
_THINGS = f'[\n  {{\n    "id": "{_ID}",\n    "count": 3\n  }}\n]\n'
_COMPACT = f'[{{"id":"{_ID}","count":3,"note":null}}]'
_AS = ["--as", "things.list_things"]

Run = Callable[..., "Outcome"]


class Outcome(SimpleNamespace):
    status: int
    out: bytes
    err: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "specs" / "things"
    folder.joinpath("samples").mkdir(parents=True)
    folder.joinpath("api.yaml").write_text(_API)
    folder.joinpath("list_things.yaml").write_text(_ENDPOINT)
    folder.joinpath("samples", "things.json").write_text(_THINGS)
    folder.joinpath("samples", "compact.json").write_text(_COMPACT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def run(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*arguments: str) -> Outcome:
        try:
            status = cli.main(arguments)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else -1
        captured = capfdbinary.readouterr()
        assert b"Traceback" not in captured.err
        return Outcome(status=status, out=captured.out, err=captured.err.decode())

    return call


def _write(project: Path, name: str, content: str | bytes) -> str:
    project.joinpath(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


# --- generate, lint, schema ---


def test_generate_writes_and_then_has_nothing_to_say(project: Path, run: Run) -> None:
    done = run("generate", "--out", "out")
    assert (done.status, done.err) == (0, "")
    assert project.joinpath("out", "batch_apis", "things", "models.py").is_file()
    assert run("generate", "--out", "out", "--check").status == 0


def test_generate_check_names_what_differs_and_changes_nothing(project: Path, run: Run) -> None:
    run("generate", "--out", "out")
    models = project / "out" / "batch_apis" / "things" / "models.py"
    changed = models.read_text() + "# changed by hand\n"
    models.write_text(changed)
    done = run("generate", "--out", "out", "--check")
    assert done.status == 1
    assert b"-# changed by hand\n" in done.out
    assert models.read_text() == changed
    assert run("generate", "--out", "out").status == 0
    assert run("generate", "--out", "out", "--check").status == 0


def test_generate_can_be_asked_for_one_api(project: Path, run: Run) -> None:
    assert run("generate", "--out", "out", "--api", "things").status == 0
    done = run("generate", "--out", "out", "--api", "thing")
    assert done.status == 2
    assert "no API 'thing'" in done.err
    assert "APIs: things" in done.err


def test_mistakes_in_a_spec_are_all_reported_with_their_places(project: Path, run: Run) -> None:
    file = project / "specs" / "things" / "list_things.yaml"
    file.write_text(_ENDPOINT.replace("count: int", "count: integer").replace("reason: str", "reason: strng"))
    for command in ("lint", "generate"):
        done = run(command)
        assert done.status == 2
        assert "list_things.yaml:14:" in done.err
        assert "list_things.yaml:16:" in done.err
        assert "2 mistakes in the specs" in done.err


def test_lint_is_content_with_a_good_spec(run: Run) -> None:
    done = run("lint")
    assert (done.status, done.err) == (0, "")
    assert b"1 API without mistakes (things)" in done.out


@pytest.mark.parametrize("command", ["lint", "generate", "show"])
def test_a_folder_without_specs_is_an_error(project: Path, run: Run, command: str) -> None:
    assert "no such folder" in run(command, "nowhere").err
    project.joinpath("empty").mkdir()
    done = run(command, "empty")
    assert done.status == 2
    assert "no API in this folder" in done.err


def test_schema_is_printed_written_and_compared(project: Path, run: Run) -> None:
    printed = run("schema")
    assert json.loads(printed.out)["$schema"]
    assert run("schema", "--out", "s.json").status == 0
    assert project.joinpath("s.json").read_bytes() == printed.out
    assert run("schema", "--out", "s.json", "--check").status == 0
    project.joinpath("s.json").write_text("{}")
    done = run("schema", "--out", "s.json", "--check")
    assert done.status == 1
    assert project.joinpath("s.json").read_text() == "{}"
    assert run("schema", "--check").status == 2
    assert run("schema", "--out", "keys.md").status == 0
    assert (project / "keys.md").read_text(encoding="utf-8").startswith("# Every key of the spec language\n")
    assert run("schema", "--out", "keys.md", "--check").status == 0


# --- validate ---


def test_a_good_payload_has_no_findings(project: Path, run: Run) -> None:
    done = run("validate", _write(project, "a.json", _THINGS), *_AS)
    assert (done.status, done.err) == (0, "")
    assert done.out.decode() == "1 file checked as things.list_things: 0 errors, 0 expectations not met\n"


def test_findings_have_file_line_column_and_path(project: Path, run: Run) -> None:
    name = _write(project, "a.json", _THINGS.replace(": 3", ': "three"'))
    done = run("validate", name, *_AS)
    assert done.status == 1
    finding, summary = done.out.decode().splitlines()
    assert finding.startswith("a.json:4:14: error: /0/count: ")
    assert "; expected " in finding
    assert summary.endswith("1 error, 0 expectations not met")


def test_folders_patterns_and_several_files(project: Path, run: Run) -> None:
    project.joinpath("deep", "er").mkdir(parents=True)
    for name in ("deep/a.json", "deep/er/b.json", "c1.json", "c2.json"):
        _write(project, name, _THINGS)
    done = run("validate", "deep", "c?.json", *_AS)
    assert done.status == 0
    assert b"4 files checked" in done.out


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"[1]")))
    done = run("validate", "-", *_AS)
    assert done.status == 1
    assert done.out.startswith(b"<stdin>:1:2: error: /0: ")


def test_unreadable_files_do_not_stop_the_others(project: Path, run: Run) -> None:
    done = run("validate", "missing.json", _write(project, "bad.json", "{"), "no*.json", *_AS)
    assert done.status == 2
    assert "missing.json: No such file" in done.err
    assert "no*.json: no file has such a name" in done.err
    assert b"bad.json:1:" in done.out
    assert done.out.endswith(b"; 2 names could not be read\n")


def test_a_status_chooses_the_response(project: Path, run: Run) -> None:
    name = _write(project, "a.json", '{"reason":"gone"}')
    assert run("validate", name, "--as", "things.list_things:404").status == 0
    assert run("validate", name, "--as", "things.Refusal").status == 0
    assert run("validate", name, *_AS).status == 1


def test_a_response_without_a_body(project: Path, run: Run) -> None:
    assert run("validate", _write(project, "a.json", ""), "--as", "things.list_things:204").status == 0
    assert run("validate", _write(project, "a.json", "{}"), "--as", "things.list_things:204").status == 1


def test_findings_as_json(project: Path, run: Run) -> None:
    name = _write(project, "a.json", _THINGS.replace(": 3", ": null"))
    done = run("validate", name, "gone.json", *_AS, "--format", "json")
    report = json.loads(done.out)
    assert done.status == 2
    assert report["files"][0]["findings"][0]["path"] == "/0/count"
    assert report["files"][0]["findings"][0]["line"] == 4
    assert report["failures"] == ["gone.json: No such file or directory"]
    assert report["summary"]["errors"] == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"\0",
        b"<",
        b"<a",
        b"nonsense",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"<a>" * 100_000,
        b"[1e999999999]",
    ],
    ids=lambda content: repr(content[:12]),
)
def test_any_bytes_give_findings_and_no_traceback(project: Path, run: Run, content: bytes) -> None:
    done = run("validate", _write(project, "a.bin", content), *_AS)
    assert done.status == 1
    assert done.out.startswith(b"a.bin:")


def test_nothing_from_a_payload_controls_the_terminal(project: Path, run: Run) -> None:
    done = run("validate", _write(project, "a.json", '[{"\\u001b[2J": 1}]'), *_AS)
    assert done.status == 1
    assert b"\x1b" not in done.out


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("things", "is not a target"),
        ("other.list_things", "no API 'other'"),
        ("../specs.list_things", "is not a target"),
        ("things.list_thing", "did you mean 'list_things'"),
        ("things.list_things:500", "no response 500"),
    ],
)
def test_a_wrong_target_is_explained(project: Path, run: Run, target: str, message: str) -> None:
    done = run("validate", _write(project, "a.json", _THINGS), "--as", target)
    assert done.status == 2
    assert message in done.err


# --- roundtrip ---


@pytest.mark.parametrize(
    "document",
    [
        _THINGS,
        _THINGS.strip(),
        _COMPACT,
        _COMPACT.replace(",", ", ").replace('":', '": '),
        _THINGS.replace("\n", "\r\n"),
        _THINGS.replace("  ", "\t"),
        _THINGS.replace("  ", ""),
        "\ufeff" + _THINGS,
    ],
    ids=["indented", "no last line break", "compact", "spaced", "crlf", "tabs", "lines", "bom"],
)
def test_a_round_trip_gives_the_bytes_back_in_their_layout(project: Path, run: Run, document: str) -> None:
    done = run("roundtrip", _write(project, "a.json", document), *_AS)
    assert (done.status, done.out.decode(), done.err) == (0, document, "")


def test_a_difference_is_shown(project: Path, run: Run) -> None:
    reordered = f'[\n  {{\n    "count": 3,\n    "id": "{_ID}"\n  }}\n]\n'
    done = run("roundtrip", _write(project, "a.json", reordered), *_AS)
    assert done.status == 1
    assert done.out.decode() == _THINGS
    assert '-    "count": 3,\n' in done.err


@pytest.mark.parametrize(("indent", "step"), [("none", None), ("lines", ""), ("tab", "\t"), ("4", "    ")])
def test_another_layout_can_be_asked_for(project: Path, run: Run, indent: str, step: str | None) -> None:
    done = run("roundtrip", _write(project, "a.json", _THINGS), *_AS, "--indent", indent)
    expected = _COMPACT.replace(',"note":null', "") if step is None else _THINGS.strip().replace("  ", step)
    assert (done.status, done.out.decode()) == (1, expected)


def test_a_payload_with_errors_is_not_written(project: Path, run: Run) -> None:
    done = run("roundtrip", _write(project, "a.json", "[{}]"), *_AS)
    assert (done.status, done.out) == (1, b"")
    assert "a.json:1:2: error: /0" in done.err


def test_unknown_members_come_back_and_are_named(project: Path, run: Run) -> None:
    document = _COMPACT.replace('"note"', '"extra":1.50,"note"')
    done = run("roundtrip", _write(project, "a.json", document), *_AS)
    assert (done.status, done.out.decode()) == (0, document)
    assert "warning" in done.err


# --- show and usage ---


def test_show_lists_apis_and_their_samples(project: Path, run: Run) -> None:
    done = run("show")
    assert done.status == 0
    assert done.out.decode().splitlines()[1].split()[:3] == ["things", "1", "2"]
    assert b"2 of 2" in done.out


def test_show_fails_where_a_sample_does_not_come_back(project: Path, run: Run) -> None:
    _write(project, "specs/things/samples/compact.json", _COMPACT.replace(",", ", "))
    done = run("show")
    assert done.status == 1
    assert b"1 of 2" in done.out
    assert b"compact.json (as written)" in done.out


def test_a_sample_that_is_wrong_is_explained(project: Path, run: Run) -> None:
    _write(project, "specs/things/samples/things.json", "[{}]")
    done = run("show")
    assert done.status == 1
    assert b"things.json:1:2: error" in done.out


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["validate"], ["roundtrip", "a", *_AS, "--indent", "x"]]
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, b"")
    assert done.err.startswith("usage: wiresmith")


@pytest.mark.parametrize("command", ["generate", "lint", "schema", "validate", "roundtrip", "show"])
def test_each_command_has_help_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.status == 0
    assert f"examples:\n  wiresmith {command}".encode() in done.out


def test_version(run: Run) -> None:
    done = run("--version")
    assert done.status == 0
    assert done.out.startswith(b"wiresmith ")


@pytest.mark.parametrize(
    ("terminal", "no_color", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colours_are_for_terminals(
    project: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, coloured: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", stream := Terminal())
    assert cli.main(["validate", _write(project, "a.json", "[{}]"), *_AS]) == 1
    assert ("\x1b[31merror\x1b[0m" in stream.getvalue()) is coloured


def test_a_reader_that_stops_early_is_no_traceback(project: Path) -> None:
    name = _write(project, "a.json", json.dumps([{"id": _ID, "count": number} for number in range(20_000)]))
    command = f"{sys.executable} -m wiresmith roundtrip {name} --as things.list_things --indent 4 | head -c 1"
    done = subprocess.run(["/bin/sh", "-c", command], env=_environment(), capture_output=True, cwd=project)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_without_the_extra_the_command_says_so() -> None:
    program = "import sys; sys.modules['yaml'] = None; from wiresmith.__main__ import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", program], env=_environment(), capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "wiresmith[codegen]" in done.stderr
