"""Packages in memory."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path, PurePosixPath

import pytest

from tests.unit.emit.dotnet import PAIRS, dotnet
from wiresmith.check import loading
from wiresmith.description import Contract
from wiresmith.runtime import EncodeError

_FILES = {
    PurePosixPath(
        "batch_apis/made_up/__init__.py"
    ): "from .models import Thing\n\ndef late():\n    from . import _late\n    return _late\n",
    PurePosixPath("batch_apis/made_up/models.py"): "class Thing:\n    pass\n",
    PurePosixPath("batch_apis/made_up/_late.py"): "NAME = __name__\n",
    PurePosixPath("batch_apis/made_up/py.typed"): "",
}


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[PurePosixPath, str]:
    emitted = dict(_FILES)
    monkeypatch.setattr(loading, "emit_package", lambda contract: emitted)
    return emitted


def test_modules_import_each_other_under_a_private_name(files: dict[PurePosixPath, str]) -> None:
    package = loading.load(Contract(api="made_up"))
    assert package.__name__.startswith("_wiresmith_made_up_")
    assert package.Thing.__module__ == f"{package.__name__}.models"  # type: ignore[attr-defined]
    late = package.late().NAME  # type: ignore[attr-defined]
    assert late == f"{package.__name__}._late"
    assert "batch_apis.made_up" not in sys.modules


def test_the_same_sources_are_loaded_once_and_others_beside_them(files: dict[PurePosixPath, str]) -> None:
    contract = Contract(api="made_up")
    first = loading.load(contract)
    assert loading.load(contract) is first
    assert loading.load(Contract(api="made_up")) is first
    files[PurePosixPath("batch_apis/made_up/models.py")] = "class Thing:\n    new = True\n"
    second = loading.load(Contract(api="made_up"))
    assert second is not first
    assert second.Thing.new  # type: ignore[attr-defined]
    assert not hasattr(first.Thing, "new")  # type: ignore[attr-defined]


def test_nothing_touches_the_disk_and_tracebacks_show_the_source(
    files: dict[PurePosixPath, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files[PurePosixPath("batch_apis/made_up/models.py")] = (
        "class Thing:\n    def fail(self):\n        return 1 / 0  # here\n"
    )
    package = loading.load(Contract(api="made_up"))
    with pytest.raises(ZeroDivisionError) as caught:
        package.Thing().fail()  # type: ignore[attr-defined]
    assert "return 1 / 0  # here" in "".join(traceback.format_exception(caught.value))
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_cannot_be_imported_leaves_nothing_behind(files: dict[PurePosixPath, str]) -> None:
    files[PurePosixPath("batch_apis/made_up/models.py")] = "raise RuntimeError('broken')\n"
    before = set(sys.modules)
    with pytest.raises(RuntimeError, match="broken"):
        loading.load(Contract(api="made_up"))
    assert set(sys.modules) == before


def test_a_contract_that_json_cannot_say_is_loaded_all_the_same() -> None:
    package = loading.load(dotnet(PAIRS))
    pairs = list[tuple[bytes, object]]
    document = package.encode([(b"", 1)], pairs, format="xml")
    assert package.read(document, pairs, format="xml") == ([(b"", 1)], [])
    with pytest.raises(EncodeError, match="expected XML"):
        package.encode([(b"", 1)], pairs)
