"""Some cases of each category (``make conformance`` runs all), and the command itself: what it finds, and how
it fails.
"""

from __future__ import annotations

import json
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from tests.conformance.__main__ import CASES, case_folders, categories, main, run_folder
from tests.conformance.deep import with_stack
from tests.conformance.run import machine_of, run_case
from tests.conformance.scope import FEATURES

CATEGORIES = categories(CASES)
PER_CATEGORY = 3


def _sample() -> list[str]:
    by_category = sorted(CATEGORIES, key=lambda case: (CATEGORIES[case], case))
    return [
        case
        for _, cases in groupby(by_category, CATEGORIES.__getitem__)
        for case in list(cases)[:PER_CATEGORY]
    ]


@pytest.mark.parametrize("case", _sample())
def test_a_case_passes_or_is_out_of_scope(case: str) -> None:
    result = with_stack(lambda: run_case(CASES / case, machine_of(CASES), CATEGORIES[case]))
    assert result.first_fault == "" or result.state == "out of scope"


def test_every_case_is_in_the_index() -> None:
    assert {folder.name for folder in case_folders(CASES)} == set(CATEGORIES)


# --- the command ---


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder with one case that writes, one that is refused, and one that reads."""
    folder = tmp_path / "cases"
    for name in ("089-order-alphabetical", "122-dc-duplicate-member-name", "R04-required-order"):
        shutil.copytree(CASES / name, folder / name)
    shutil.copy(CASES / "run.json", folder)
    return folder


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_cases_that_pass(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(cases)]) == 0
    told = capsys.readouterr().out
    assert "failed:" not in told
    assert "3 cases" in told


def test_one_changed_byte_is_found(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(cases / "089-order-alphabetical" / "stream.xml", "<A>4</A>", "<A>5</A>")
    assert main([str(cases)]) == 1
    told = capsys.readouterr().out
    assert "089-order-alphabetical: stream.xml: at byte" in told
    assert "<A>5</A>" in told
    assert "<A>4</A>" in told


def test_another_order_is_found(cases: Path) -> None:
    _replace(cases / "089-order-alphabetical" / "xmlwriter.xml", "<A>4</A><B>3</B>", "<B>3</B><A>4</A>")
    states = {result.case: result.state for result in run_folder(cases)}
    assert states["089-order-alphabetical"] == "failed"
    assert states["R04-required-order"] == "passed"


def test_a_refusal_for_another_reason_is_found(cases: Path) -> None:
    folder = cases / "122-dc-duplicate-member-name"
    for name in ("stream", "xmlwriter", "xmlwriter_indent"):
        (folder / f"{name}.xml.error").write_text(
            "SerializationException: Object graph contains cycles", "utf-8"
        )
    [result] = run_folder(cases, "122-*")
    assert result.state == "failed"
    assert "refused for another reason: duplicate-member" in result.first_fault


def test_what_is_written_though_dotnet_refuses_is_found(cases: Path) -> None:
    folder = cases / "089-order-alphabetical"
    (folder / "stream.xml").rename(folder / "stream.xml.error")
    [result] = run_folder(cases, "089-*")
    assert "stream.xml.error: written, though .NET refuses" in result.first_fault


def test_another_value_and_another_outcome_are_found(cases: Path) -> None:
    path = cases / "R04-required-order" / "results.jsonl"
    results = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    read = next(result for result in results if result["ok"])
    member = next(iter(read["value"]["m"]))
    read["value"]["m"][member] = None
    path.write_text("\n".join(map(json.dumps, results)), "utf-8")
    [result] = run_folder(cases, "R04-*")
    assert "value.zed: expected" in result.first_fault
    for one in results:
        one["ok"] = not one["ok"]
    path.write_text("\n".join(map(json.dumps, results)), "utf-8")
    [result] = run_folder(cases, "R04-*")
    assert all(check.fault for check in result.checks)


def test_a_reading_that_writes_other_bytes_is_found(cases: Path) -> None:
    path = cases / "R04-required-order" / "results.jsonl"
    _replace(path, r"</T>\"" if r"</T>\"" in path.read_text("utf-8") else "</T>", " </T>")
    [result] = run_folder(cases, "R04-*")
    assert "rewritten at byte" in result.first_fault


def test_an_unknown_type_fails_its_case_only(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(
        cases / "089-order-alphabetical" / "clr.json", '"type":"System.Int32"', '"type":"System.Strange"'
    )
    assert main([str(cases)]) == 1
    told = capsys.readouterr().out
    assert "089-order-alphabetical: stream.xml: the type System.Strange is unknown" in told
    assert told.count("\n  ") == 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"root"', '"rooot"', "KeyError"),
        ('"Demo.C089.T"', '"Demo.C089.T[["', "is no type name"),
        ("{", "", "JSONDecodeError"),
    ],
)
def test_a_broken_case_fails_and_the_others_run(cases: Path, old: str, new: str, fault: str) -> None:
    _replace(cases / "089-order-alphabetical" / "clr.json", old, new)
    results = {result.case: result for result in run_folder(cases)}
    assert results["089-order-alphabetical"].state == "failed"
    assert fault in results["089-order-alphabetical"].first_fault
    assert [result.state for name, result in results.items() if name[0] != "0"] == ["passed", "passed"]


def test_a_case_without_recordings_fails(cases: Path) -> None:
    for name in ("stream", "xmlwriter", "xmlwriter_indent"):
        (cases / "089-order-alphabetical" / f"{name}.xml").unlink()
    [result] = run_folder(cases, "089-*")
    assert "nothing is recorded" in result.reason


def test_features_out_of_scope_are_counted_not_run(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _replace(
        cases / "089-order-alphabetical" / "clr.json",
        '"types"',
        '"serializer":{"data_contract_resolver":"R"},"types"',
    )
    assert main([str(cases)]) == 0
    assert "089-order-alphabetical: resolver: " in capsys.readouterr().out
    assert FEATURES["resolver"]


def test_an_unknown_setting_of_the_serializer_fails(cases: Path) -> None:
    _replace(
        cases / "089-order-alphabetical" / "clr.json",
        '"types"',
        '"serializer":{"sort_backwards":true},"types"',
    )
    [result] = run_folder(cases, "089-*")
    assert result.state == "failed"
    assert "'sort_backwards' is unknown" in result.reason


def test_folders_that_cannot_be_read(cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "is no folder" in capsys.readouterr().err
    assert main([str(cases), "--only", "999*"]) == 2
    assert "none of the 3 cases" in capsys.readouterr().err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main([str(empty)]) == 2
    assert "holds no case" in capsys.readouterr().err
    (cases / "run.json").write_text("{}")
    assert main([str(cases)]) == 2
    assert "run.json" in capsys.readouterr().err


def test_specs_are_shown(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(cases), "--only", "order", "--show-spec"]) == 0
    told = capsys.readouterr().out
    assert "# 089-order-alphabetical\nwiresmith: 1\n" in told
    assert "B: {type: int32, python: b_2, xml: {initial: 3}}" in told
