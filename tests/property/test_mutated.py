"""What decode accepts, encode writes and reads back equal: for documents that are nearly right, too."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from tests.property.mutated import DOCUMENTS, SPEC, fault, mutations
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api

TRIES = 1500


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("specs") / "mutated"
    folder.mkdir()
    (folder / "api.yaml").write_text(SPEC, "utf-8")
    return load(load_api(folder))


@pytest.mark.parametrize("format", ["json", "xml"])
def test_what_is_read_is_written_and_read_again(package: Any, format: str) -> None:
    document = DOCUMENTS[format]
    assert package.read(document, package.T, format=format)[0] is not None
    for changed in islice(mutations(1, document), TRIES):
        assert not (wrong := fault(package, changed, format)), (changed, wrong)
