"""``generated/`` is what the specs say: every byte of it, from any process, and nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from tests.golden.documented import GENERATED, REPOSITORY, SPECS, contracts
from wiresmith.description import Contract
from wiresmith.emit.packages import emit_all

DIGESTS = """
import hashlib
from pathlib import Path
from wiresmith.contract.resolve import load_specs
from wiresmith.emit.packages import emit_all
for path, data in emit_all(load_specs(Path("specs"))).items():
    print(hashlib.sha256(data).hexdigest(), path)
"""


@pytest.fixture(scope="module")
def emitted() -> dict[PurePosixPath, bytes]:
    return emit_all(contracts())


def files_of(folder: Path) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(file.relative_to(folder).as_posix()): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_every_byte(emitted: dict[PurePosixPath, bytes]) -> None:
    on_disk = files_of(GENERATED)
    assert sorted(on_disk) == sorted(emitted), "run `make golden` and look at the difference"
    different = [str(path) for path, data in emitted.items() if on_disk[path] != data]
    assert not different, "run `make golden` and look at the difference"


def test_nothing_is_hidden_beside_it() -> None:
    assert sorted(entry.name for entry in GENERATED.iterdir()) == ["batch_apis"]
    assert not [path for path in GENERATED.rglob("*") if path.is_symlink()]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_any_process_emits_the_same(seed: str, emitted: dict[PurePosixPath, bytes]) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY / "codegen")}
    command = [sys.executable, "-c", DIGESTS]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:-1] == [
        f"{hashlib.sha256(data).hexdigest()} {path}" for path, data in emitted.items()
    ]


@pytest.mark.parametrize("contract", contracts(), ids=lambda contract: contract.api)
def test_headers_name_the_spec_and_its_digest(
    contract: Contract, emitted: dict[PurePosixPath, bytes]
) -> None:
    listing = "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted((SPECS / contract.api).glob("*.yaml"), key=lambda file: file.name)
    )
    digest = hashlib.sha256(listing.encode()).hexdigest()
    files = [data.decode() for path, data in emitted.items() if path.parts[1] == contract.api]
    assert len(files) == 4 + contract.has_json + contract.has_xml + contract.has_client
    for text in files:
        origin, spec, *_ = text.split("\n")
        assert f" specs/{contract.api}/:" in origin
        assert re.search("sha256 ([0-9a-f]{64});", spec)[1] == digest  # type: ignore[index]


def test_source_is_plain(emitted: dict[PurePosixPath, bytes]) -> None:
    """UTF-8, line feeds, no tabs, nothing that could turn a line around, and an end of line at the end."""
    for path, data in emitted.items():
        text = data.decode()
        assert text.endswith("\n"), path
        assert not re.search("[\t\r\x0b\x0c\u2028\u2029\u202a-\u202e\u2066-\u2069]", text), path
        assert not re.search("(?m) $", text), path
