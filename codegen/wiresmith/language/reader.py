"""Reads the specs: a folder for each API, with ``api.yaml`` and one file per endpoint.

Every mistake of every file is reported; what could be read is kept, so that `contract` can say what else is
wrong.

The provenance a file gives itself goes to what it declares: into the types, auth entries, and the API's
headers and responses that have none of their own, and as ``file_provenance`` into operations, whose parts
look there last.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from wiresmith.language.document import (
    VERSION,
    ApiDocument,
    ApiFileDoc,
    AuthDoc,
    EndpointFileDoc,
    OperationDoc,
    TypeDoc,
)
from wiresmith.language.fields import ParameterDoc, PayloadDoc
from wiresmith.language.placed import Placed, Spot
from wiresmith.language.plain_text import meaning
from wiresmith.language.problem import Problem, Problems, SpecError, shown
from wiresmith.language.source_marks import ProvenanceDoc
from wiresmith.language.strict_reader import read_record
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, read_yaml
from wiresmith.language.yaml_source import LARGEST_FILE

API_FILE = "api.yaml"
D = TypeVar("D", AuthDoc, ParameterDoc, PayloadDoc, TypeDoc)


def read_api(folder: Path) -> ApiDocument:
    """Read the spec of one API.

    Raises: SpecError with every mistake of every file of the folder.
    """
    document, problems = read_api_collecting(folder)
    if problems or document is None:
        raise SpecError(problems)
    return document


def read_specs(root: Path) -> list[ApiDocument]:
    """Read the specs of all APIs in ``root``, or of the one whose folder ``root`` is, in the order of their
    names.

    Raises: SpecError with every mistake of every file of all of them.
    """
    problems: list[Problem] = []
    documents: list[ApiDocument] = []
    for folder in api_folders(root):
        document, found = read_api_collecting(folder)
        problems += found
        if document is not None:
            documents.append(document)
    if problems:
        raise SpecError(problems)
    return documents


def api_folders(root: Path) -> list[Path]:
    """The folders of the APIs in ``root``, sorted by name; ``root`` itself where it holds an ``api.yaml``.

    Raises: SpecError where ``root`` cannot be read or holds no API.
    """
    try:
        if (root / API_FILE).is_file():
            return [root]
        folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise SpecError(
            [Problem(_start(root), f"cannot be read: {error.strerror}", "a folder of specs")]
        ) from None
    if not folders:
        raise SpecError(
            [Problem(_start(root), "no API in this folder", f"one folder per API, with an {API_FILE}")]
        )
    return folders


def read_api_collecting(folder: Path) -> tuple[ApiDocument | None, list[Problem]]:
    """Read the spec of one API as far as it can be read.

    Returns: the document and all problems, in file order. The document is None where a file is missing, is
    not YAML or is of another version, since then nobody can say what is declared.
    """
    problems = Problems()
    files = [_read_file(path, problems) for path in _spec_files(folder, problems)]
    read = [file for file in files if file is not None]
    api = next((file for file in read if file.is_api), None)
    if api is not None and (version := _other_version(api)) is not None:
        return None, [version]
    document = _document(folder, read, problems)
    complete = document is not None and len(read) == len(files)
    return (document if complete else None), SpecError(problems.found).problems


@dataclass(frozen=True, slots=True)
class _File:
    """One spec file as YAML; ``digest`` is the SHA-256 of its bytes."""

    path: Path
    root: Node
    digest: str

    @property
    def is_api(self) -> bool:
        return self.path.name == API_FILE


def _spec_files(folder: Path, problems: Problems) -> list[Path]:
    """The spec files of a folder, ``api.yaml`` first."""
    try:
        names = sorted(
            path.name for path in folder.iterdir() if not path.name.startswith(".") and not path.is_dir()
        )
    except OSError as error:
        problems.add(_start(folder), f"cannot be read: {error.strerror}", "the folder of an API")
        return []
    for name in names:
        if Path(name).suffix.lower() in (".yml", ".yaml") and not name.endswith(".yaml"):
            problems.add(_start(folder / name), "is not read", "spec files end in .yaml", "rename it")
    if API_FILE not in names:
        problems.add(_start(folder / API_FILE), "there is no such file", f"every API has an {API_FILE}")
    return [
        folder / name
        for name in sorted(names, key=lambda name: (name != API_FILE, name))
        if name.endswith(".yaml")
    ]


def _read_file(path: Path, problems: Problems) -> _File | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        problems.add(_start(path), f"cannot be read: {error.strerror}")
        return None
    root = read_yaml(data, _shown_path(path), problems)
    return _File(path, root, hashlib.sha256(data).hexdigest()) if root is not None else None


def _other_version(api: _File) -> Problem | None:
    version = api.root.get("wiresmith") if isinstance(api.root, Mapping) else None
    if not isinstance(version, Scalar):
        return None
    number = meaning(version)
    if not isinstance(number, int) or isinstance(number, bool) or number == VERSION:
        return None
    return Problem(
        version.at,
        f"the spec is written in version {number} of the language",
        f"this wiresmith reads version {VERSION}",
        "install the wiresmith that it was written for, or rewrite it",
    )


def _document(folder: Path, files: list[_File], problems: Problems) -> ApiDocument | None:
    """Read all files; None where there is no ``api.yaml`` among them."""
    api: ApiFileDoc | None = None
    types: list[TypeDoc] = []
    operations: list[OperationDoc] = []
    for file in files:
        if file.is_api:
            api = read_record(file.root, ApiFileDoc, "the file", problems)
            contents = api.contents
        else:
            contents = read_record(file.root, EndpointFileDoc, "the file", problems)
        said = contents.provenance
        types += [_with(said, each) for each in contents.types]
        operations += [
            replace(each, file_provenance=said, file_docs=contents.docs) for each in contents.operations
        ]
    if api is None:
        return None
    said = api.contents.provenance
    written: dict[str, Any] = {field.name: getattr(api, field.name) for field in fields(api)}
    written["auth"] = tuple(_with(said, each) for each in api.auth)
    written["headers"] = tuple(_with(said, each) for each in api.headers)
    written["returns"] = tuple((status, _with(said, each)) for status, each in api.returns)
    return ApiDocument(
        **written,
        folder=folder,
        name=_name(folder, api, problems),
        operations=tuple(operations),
        types=tuple(types),
        files=tuple((file.path.name, file.digest) for file in files),
    )


def _with(said: ProvenanceDoc | None, doc: D) -> D:
    """A declaration with the provenance of its file for what its own marks do not cover."""
    own = doc.provenance
    return replace(doc, provenance=said if own is None else own.within(said))


def _name(folder: Path, api: ApiFileDoc, problems: Problems) -> Placed[str]:
    name, here = api.api, folder.resolve().name
    if name is None:
        return Placed(here, api.at)
    if name.value != here:
        problems.add(
            name.at, f"api is {shown(name.value)}, and the folder {shown(here)}", "both are the same name"
        )
    return name


def _start(path: Path) -> Spot:
    return Spot(_shown_path(path), 1, 1)


def _shown_path(path: Path) -> str:
    """``path`` relative to the current folder where it is inside it, in characters that can be printed."""
    with contextlib.suppress(ValueError, OSError):
        path = path.absolute().relative_to(Path.cwd())
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in path.as_posix()
    )
