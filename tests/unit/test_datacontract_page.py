"""Every snippet of docs/datacontract.md against what .NET's serializer wrote for the C# beside it."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import WriterOptions

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "data" / "datacontract" / "cases"
PAGE = (ROOT / "docs" / "datacontract.md").read_text("utf-8")
SNIPPETS = re.findall(r"^<!-- (\S+): ([^\n]+) -->\n```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
FORMS = {
    "xmlwriter.xml": WriterOptions(),
    "xmlwriter_indent.xml": WriterOptions(indent=2),
    "stream.xml": WriterOptions(style="stream"),
}


def test_every_snippet_names_its_case() -> None:
    assert len(SNIPPETS) == PAGE.count("```yaml") > 30


@pytest.mark.parametrize(("case", "root", "types"), SNIPPETS, ids=[case for case, _, _ in SNIPPETS])
def test_a_snippet_says_what_net_says(case: str, root: str, types: str, tmp_path: Path) -> None:
    clr = json.loads((CASES / case / "clr.json").read_text("utf-8"))
    first: dict[str, Any] = next(iter(clr["types"].values()), {})
    spec = textwrap.dedent(
        f"""\
        wiresmith: 1
        api: demo
        formats: [xml]
        xml: {{dialect: datacontract, clr_namespace: "{first.get("namespace", "")}"}}
        undocumented: [base_url, auth]
        operations: {{document: {{get: /document, returns: {{200: "{root}"}}}}}}
        types:
        """
    ) + textwrap.indent(types, "  ")
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "api.yaml").write_text(spec, "utf-8")
    package: Any = load(load_api(folder))
    for form, options in FORMS.items():
        document = (CASES / case / form).read_bytes()
        value, findings = package.read(document, package.document, format="xml")
        assert not findings
        assert package.encode(value, package.document, format="xml", options=options) == document
