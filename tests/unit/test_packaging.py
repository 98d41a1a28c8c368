"""What is said about the distribution; ``tests/package`` builds and installs it."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

import pytest


def test_constraints_are_names_and_versions_and_cover_what_is_declared(repository: Path) -> None:
    lines = repository.joinpath("constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    project = tomllib.loads(repository.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    for requirement in project["dependencies"] + extras:
        name = requirement.split("[")[0].split(">")[0].split("=")[0]
        assert name == "wiresmith" or name in pins, requirement


def test_the_pinned_ruff_is_the_installed_one(repository: Path) -> None:
    """Emitted bytes depend on it."""
    assert (
        f"ruff=={metadata.version('ruff')}" in repository.joinpath("constraints.txt").read_text().splitlines()
    )


def test_the_former_name_of_the_clients_warns() -> None:
    import wiresmith.client
    import wiresmith.runtime.client as former

    with pytest.warns(DeprecationWarning, match="is now wiresmith.client"):
        assert former.ClientError is wiresmith.client.ClientError
