"""The documented samples of an API: what the emitted code makes of each, down to the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wiresmith.check import files
from wiresmith.check.layout import Layout, detect
from wiresmith.check.loading import EmittedPackage
from wiresmith.check.payloads import round_trip
from wiresmith.check.targets import Target, resolve
from wiresmith.description import Contract, Operation, Sample
from wiresmith.runtime import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRoundTrip:
    """One sample read and written again in its declared layout; ``written`` is None where it could not be
    read.
    """

    operation: Operation[Any]
    sample: Sample
    findings: list[Finding]
    read: bytes
    written: bytes | None

    @property
    def equal(self) -> bool:
        """Whether the bytes came back as they were."""
        return self.read == self.written


def round_trips(contract: Contract, package: EmittedPackage) -> Iterator[SampleRoundTrip]:
    """Read and write every sample of a contract.

    The layout is the one that the spec declares, not the file's, so that a wrong declaration shows. Around
    the document the file decides: its last line break is not part of the sample.

    Raises:
        wiresmith.check.files.Unreadable: a sample cannot be read.
    """
    for operation in contract.operations:
        for sample in operation.samples:
            data = files.read(str(sample.file))
            found = detect(data, sample.codec)
            layout = Layout(
                step=None if sample.indent is None else " " * sample.indent,
                style=found.style,
                before=found.before,
                after=found.after,
            )
            target = resolve(Target(contract.api, operation.name, sample.status), contract)
            done = round_trip(data, target, package, layout)
            yield SampleRoundTrip(
                operation=operation, sample=sample, findings=done.findings, read=data, written=done.written
            )
