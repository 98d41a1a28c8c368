from __future__ import annotations

from pathlib import Path

import wiresmith
from wiresmith.values import namespaces

SOURCES = Path(wiresmith.__file__).parent
QUOTED = {
    "xsd/_serialization.py": "the text of a schema file that .NET's exporter writes",
}


def test_each_namespace_is_spelled_in_one_file() -> None:
    spelled = [
        f"{path.relative_to(SOURCES)}: {namespace}"
        for path in SOURCES.rglob("*.py")
        if str(path.relative_to(SOURCES)) not in {"values/namespaces.py", *QUOTED}
        for namespace in (
            namespaces.XML,
            namespaces.XMLNS,
            namespaces.XS,
            namespaces.SERIALIZATION,
            namespaces.CONTRACTS,
        )
        if namespace in path.read_text(encoding="utf-8")
    ]
    assert spelled == []
