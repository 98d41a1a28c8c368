"""The distribution: what a project that installs it gets, away from this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

VERSION = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"][
    "version"
]
_PROGRAM = """
import sys
from pathlib import Path
from batch_apis import bemicron

data = Path(sys.argv[1]).read_bytes()
value = bemicron.decode(data, bemicron.batch_details)
assert type(value[0]).__module__ == "batch_apis.bemicron.models", type(value[0])
assert "site-packages" in bemicron.__file__, bemicron.__file__
for absent in ("jinja2", "yaml", "ruff"):
    assert absent not in sys.modules
print(len(value))
"""


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist; the wheel is built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    # Not isolated: the package extra has the build backend, so that building needs no network.
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, repository, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(dist: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment that has the wheel and what the base install needs, nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (wheel,) = dist.glob("*.whl")
    constraints = repository / "constraints.txt"
    _run(python, "-m", "pip", "install", "--quiet", "--constraint", constraints, wheel, cwd=folder)
    return python


def test_the_wheel_has_both_packages_and_their_data(dist: Path, repository: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for root in ("codegen", "generated"):
        for file in repository.joinpath(root).rglob("*"):
            if file.is_file() and file.suffix not in (".pyc", ".pyo"):
                assert file.relative_to(repository / root).as_posix() in names
    assert {"wiresmith/py.typed", "batch_apis/py.typed"} <= names
    assert any(name.startswith("wiresmith/emit/templates/") for name in names)
    assert {name.split("/")[0] for name in names} == {
        "wiresmith",
        "batch_apis",
        f"wiresmith-{VERSION}.dist-info",
    }


def test_the_sdist_has_what_the_tests_need(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        "specs/bemicron/api.yaml",
        "tests/conftest.py",
        "Makefile",
        "constraints.txt",
        ".ci/budgets",
        ".ci/run",
        "CONTRIBUTING.md",
        "LICENSE",
    }
    assert wanted <= names
    assert not {name for name in names if name.startswith((".venv", ".git/"))}


def test_the_base_install_decodes_a_sample(installed: Path, specs: Path, tmp_path: Path) -> None:
    for sample in ("batch_details.json", "batch_details.xml"):
        file = specs / "bemicron" / "samples" / sample
        assert int(_run(installed, "-c", _PROGRAM, file, cwd=tmp_path)) >= 1


def test_the_command_says_which_extra_it_needs(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed, "-m", "wiresmith", "lint"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'wiresmith[codegen]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_metadata_names_ranges_and_extras(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    archive = zipfile.ZipFile(wheel)
    message = Parser().parsestr(archive.read(f"wiresmith-{VERSION}.dist-info/METADATA").decode())
    assert message["Requires-Python"] == ">=3.11"
    assert message["License-Expression"] == "MIT"
    assert set(message.get_all("Provides-Extra", [])) == {
        *("client", "codegen", "models", "serve", "xsd"),
        *("bench", "browser", "dev", "judge", "lint", "mutants", "package", "test", "types"),
    }
    base = [line for line in message.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert base
    assert all(">=" in line for line in base)


def test_the_base_install_says_what_its_clients_need(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed, "-c", "from batch_apis import bemicron; bemicron.Client"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "batch_apis.bemicron.Client needs " in done.stderr
    assert done.stderr.rstrip().endswith("pip install 'wiresmith[client]'")
