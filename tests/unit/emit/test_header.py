"""The first lines of emitted files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.emit.contracts import plain, rich
from wiresmith.emit.header import RUNTIME_NEEDED, header, is_ours, root_header
from wiresmith.runtime.version import RUNTIME_VERSION, require_runtime


def test_header_names_spec_digest_and_runtime() -> None:
    lines = header(rich()).source.split("\n")
    assert lines[0].startswith("# Emitted by wiresmith from specs/rich/: ")
    assert lines[1].startswith("# Spec sha256 ")
    assert lines[1].endswith(f"; needs wiresmith runtime {RUNTIME_NEEDED}.")
    assert all(is_ours(text.source) for text in (header(plain()), root_header()))
    assert not is_ours('"""A module."""\n# Emitted by wiresmith from specs/')


def test_digest_is_that_of_the_spec_files_in_any_order() -> None:
    contract = rich()
    turned = replace(contract, files=tuple(reversed(contract.files)))
    other = replace(contract, files=(*contract.files[:1], ("list_batches.yaml", "22" * 32)))
    assert header(turned) == header(contract)
    assert header(other) != header(contract)


def test_emitted_code_fits_this_runtime() -> None:
    assert RUNTIME_NEEDED == RUNTIME_VERSION
    require_runtime(RUNTIME_NEEDED)


@pytest.mark.parametrize("needed", ["0.0", "0.1", "1.0", "9.9"])
def test_another_runtime_is_refused(needed: str) -> None:
    with pytest.raises(ImportError, match=f"runtime {needed}, but {RUNTIME_VERSION} is installed"):
        require_runtime(needed)


def test_from_1_on_later_runtimes_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiresmith.runtime.version.RUNTIME_VERSION", "1.4")
    require_runtime("1.2")
    for needed in ("1.5", "2.0", "0.4"):
        with pytest.raises(ImportError):
            require_runtime(needed)
