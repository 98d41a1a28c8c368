"""The XSD files of an API in a folder, and the folder of a spec made of XSD files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wiresmith.contract import load_api
from wiresmith.description import Contract
from wiresmith.failure import XsdError
from wiresmith.language import Problem, SpecError
from wiresmith.xsd.exporting import export_xsd


def write_xsd(contract: Contract, out: Path) -> int:
    """Write the XSD files of an API into a folder, which is made if it is missing.

    Returns: how many files.

    Raises: XsdError where the API has no data contracts, or says what no XSD can say.
    """
    files = export_xsd(contract)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(files.items()):
        (out / name).write_bytes(data)
    return len(files)


def read_xsd(files: Sequence[Path], api: str, out: Path) -> list[Problem]:
    """Make a spec folder of XSD files.

    Returns: what the files hold and a contract cannot say, in their order; then what `wiresmith lint` says of
    the spec.

    Raises: XsdError where a file cannot be read, or the folder has a spec already, or xsdata is not there.
    """
    try:
        from wiresmith.xsd.importing import import_xsd
    except ModuleNotFoundError as error:
        raise XsdError(f"{error.name} is missing, which reads schemas; install wiresmith[xsd]") from error
    if out.resolve().name != api:
        raise XsdError(f"{out}: the folder of a spec has the name of its API; expected a folder {api}")
    if (out / "api.yaml").exists():
        raise XsdError(f"{out}: there is a spec in this folder; name another one, or remove it")
    imported = import_xsd(files, api)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in imported.files.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    return [*imported.remarks, *_mistakes(out)]


def _mistakes(out: Path) -> list[Problem]:
    """The mistakes that `wiresmith lint` finds in a spec; the schemas have them, too."""
    try:
        load_api(out)
    except SpecError as error:
        return error.problems
    return []
