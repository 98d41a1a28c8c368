"""Every snippet of docs/spec-language.md is read by the real reader."""

from __future__ import annotations

import re
from pathlib import Path

from wiresmith.contract.resolve import load_specs
from wiresmith.kinds.registry import BUILT_IN
from wiresmith.language.document import DEFINITIONS
from wiresmith.language.reader import read_specs
from wiresmith.language.reference import reference_text

SNIPPET = re.compile(r"^```yaml\n# specs/(\w+)/(\w+\.yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_snippet_is_part_of_a_spec_that_can_be_read(repository: Path, tmp_path: Path) -> None:
    text = (repository / "docs" / "spec-language.md").read_text(encoding="utf-8")
    snippets = SNIPPET.findall(text)
    assert len(snippets) == text.count("```yaml") >= 6
    for api, file, content in snippets:
        (tmp_path / api).mkdir(exist_ok=True)
        assert not (tmp_path / api / file).exists()
        (tmp_path / api / file).write_text(content, encoding="utf-8")
    documents = read_specs(tmp_path)
    assert [document.name.value for document in documents] == ["archive", "depot", "library", "orders"]
    for sample in re.findall(r"samples/\w+\.(?:json|txt)", text):
        (tmp_path / "library" / "samples").mkdir(exist_ok=True)
        (tmp_path / "library" / sample).touch()
    assert [contract.api for contract in load_specs(tmp_path)] == ["archive", "depot", "library", "orders"]


def test_the_reference_that_is_checked_in_is_this_one(repository: Path) -> None:
    """``wiresmith schema --out docs/spec-keys.md`` writes it."""
    assert (repository / "docs" / "spec-keys.md").read_text(encoding="utf-8") == reference_text()
    assert reference_text() == reference_text()


def test_every_key_of_the_language_is_described(repository: Path) -> None:
    text = (repository / "docs" / "spec-language.md").read_text(encoding="utf-8")
    keys = {key.name for keys in DEFINITIONS for key in keys.keys}
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", text)] == []


def test_every_scalar_is_listed(repository: Path) -> None:
    """Of integers the least and the greatest width."""
    text = (repository / "docs" / "spec-language.md").read_text(encoding="utf-8")
    sentence = text.partition("The scalars are ")[2].partition(". ")[0]
    listed = set(re.findall(r"`(\w+)`", sentence))
    assert set(BUILT_IN) - listed == {"int16", "int32", "uint16", "uint32"}
    assert listed <= set(BUILT_IN)
