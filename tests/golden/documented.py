"""The documented APIs as tests see them: contracts from the specs, packages as another project
imports them.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from wiresmith.check.layout import detect
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api, load_specs
from wiresmith.description import Contract, Operation, Sample, Type
from wiresmith.emit.packages import emit_all
from wiresmith.runtime import Limits, Strict, WriterOptions

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SPECS = REPOSITORY / "specs"
GENERATED = REPOSITORY / "generated"
MADE_UP = REPOSITORY / "tests" / "data" / "specs"

Format = Literal["json", "xml"]


@cache
def contracts() -> tuple[Contract, ...]:
    """The contracts of all documented APIs."""
    return tuple(load_specs(SPECS))


@cache
def made_up(name: str) -> Contract:
    """A contract of ``tests/data/specs``: what no documented API happens to have."""
    return load_api(MADE_UP / name)


@cache
def package(api: str) -> Any:
    """The emitted package of an API: from ``generated/``, or (made-up ones) emitted into memory.

    A checkout in which nothing was generated yet gets the packages in a temporary folder.
    """
    if (MADE_UP / api).is_dir():
        return load(made_up(api))
    if not (GENERATED / "batch_apis").is_dir():
        _emit_elsewhere()
    return importlib.import_module(f"batch_apis.{api}")


@cache
def _emit_elsewhere() -> None:
    folder = tempfile.TemporaryDirectory(prefix="generated-")
    _kept.append(folder)
    for path, data in emit_all(contracts()).items():
        file = Path(folder.name) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    sys.path.insert(0, folder.name)


_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Temporary folders, which vanish with the process."""


@dataclass(frozen=True, slots=True)
class DocumentedSample:
    """One sample with everything that reading and writing it takes.

    ``as_`` is the response as the emitted package has it, ``use`` the type of its body in the contract,
    ``strict`` which facts are held.
    """

    contract: Contract
    operation: Operation[Any]
    sample: Sample
    package: Any
    as_: Any
    use: Type
    strict: Strict = "everything"

    def __str__(self) -> str:
        return f"{self.contract.api}-{self.sample.file.name}"

    @property
    def format(self) -> Format:
        return self.sample.codec

    @property
    def data(self) -> bytes:
        return self.sample.file.read_bytes()

    @property
    def options(self) -> WriterOptions:
        """The declared layout, in the form of the writer that made the document."""
        return WriterOptions(indent=self.sample.indent, style=detect(self.data, self.format).style)

    def decode(self, data: bytes) -> Any:
        return self.package.decode(data, self.as_, format=self.format, strict=self.strict)

    def read(self, data: bytes) -> tuple[Any, list[Any]]:
        result: tuple[Any, list[Any]] = self.package.read(
            data, self.as_, format=self.format, strict=self.strict
        )
        return result

    def encode(self, value: Any) -> bytes:
        written: bytes = self.package.encode(
            value, self.as_, format=self.format, options=self.options, strict=self.strict
        )
        return written

    def read_exactly(self, data: bytes) -> tuple[Any, list[Any]]:
        """What the reader that walks the schema says, whatever the layout."""
        return exactly(self.package, self.as_, data, self.format, self.strict)

    def is_fast(self, data: bytes) -> bool:
        """Whether the straight-line reader takes the document."""
        return fast(self.package, self.as_, data, self.format)


def exactly(
    package: Any, as_: Any, data: bytes, format: Format, strict: Strict = "everything"
) -> tuple[Any, list[Any]]:
    """The value and findings of the exact reader alone."""
    schema = package._package.schema
    reader = importlib.import_module(
        "wiresmith.runtime." + ("json.json_reader" if format == "json" else "xml.reading.careful_reader")
    )
    type_ = package._package.type_of(package._package.key_of(as_))
    result: tuple[Any, list[Any]] = getattr(reader, f"read_{format}")(data, schema, type_, Limits(), strict)
    return result


def fast(package: Any, as_: Any, data: bytes, format: Format) -> bool:
    """Whether the straight-line reader of an emitted package takes a document."""
    codecs = importlib.import_module(f"{package.__name__}._{format}").CODECS
    tier = importlib.import_module(
        "wiresmith.runtime." + ("json.fast" if format == "json" else "xml.fast.runs")
    )
    try:
        codecs[package._package.key_of(as_)].decode(data)
    except tier.Unusual:
        return False
    return True


@cache
def samples() -> tuple[DocumentedSample, ...]:
    """Every sample of every documented API."""
    return tuple(sample for contract in contracts() for sample in samples_of(contract))


@cache
def made_up_samples() -> tuple[DocumentedSample, ...]:
    """The samples of the made-up APIs."""
    return (*samples_of(made_up("kitchen")), *samples_of(made_up("pantry")))


def samples_of(contract: Contract) -> list[DocumentedSample]:
    """The samples of one API."""
    found: list[DocumentedSample] = []
    emitted = package(contract.api)
    for operation in contract.operations:
        by_status = {response.status: response for response in operation.responses}
        for sample in operation.samples:
            use = by_status[sample.status].type
            assert use is not None
            as_ = getattr(emitted, operation.python).response(int(sample.status))
            found.append(DocumentedSample(contract, operation, sample, emitted, as_, use))
    return found
