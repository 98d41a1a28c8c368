"""What breaks only expectations, everywhere in every sample: it is read, and written as it came."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.golden.changes import Change
from tests.golden.documented import DocumentedSample
from tests.golden.json_changes import KINDS as JSON_KINDS
from tests.golden.json_document import JsonSubject
from tests.golden.test_one_change import JSON, XML
from tests.golden.xml_changes import KINDS as XML_KINDS
from tests.golden.xml_document import XmlSubject
from tests.property.values import alike

WHOLE = {"not-json", "too-deep", "duplicate-member", "malformed", "wrong-root"}
"""Errors after which there is no value, whatever is held."""


EVERY = 3
"""One refused document in so many is read again, which is enough of each kind and place."""


def lost(sample: DocumentedSample, change: Change) -> str:
    """What became of a document that was refused while everything was held, if that is wrong."""
    value, findings = sample.read(change.data)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        unexplained = [str(error) for error in errors if error.code not in WHOLE and error.provenance]
        return f"{unexplained}" if unexplained else ""
    written = sample.encode(value)
    again, said = sample.read(written)
    if not alike(again, value):
        return f"{value} came back as {again}"
    if [(each.code, each.path) for each in said] != [(each.code, each.path) for each in findings]:
        return f"{findings} became {said}"
    if sample.format == "json" and json.loads(written) != json.loads(change.data):
        return f"{change.data!r} was written as {written!r}"
    return ""


def check(sample: DocumentedSample, changes: Iterator[Change]) -> None:
    sample = replace(sample, strict="nothing")
    refused = [change for change in changes if change.back is None][::EVERY]
    complaints = [f"{change.what}: {said}" for change in refused if (said := lost(sample, change))]
    assert not complaints, f"{len(complaints)} of {len(refused)}:\n" + "\n".join(complaints[:5])


@pytest.mark.slow
@pytest.mark.parametrize("kind", JSON_KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("subject", JSON, ids=lambda subject: str(subject.sample))
def test_json(subject: JsonSubject, kind: Callable[[JsonSubject], Iterator[Change]]) -> None:
    check(subject.sample, kind(subject))


@pytest.mark.slow
@pytest.mark.parametrize("kind", XML_KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("subject", XML, ids=lambda subject: str(subject.sample))
def test_xml(subject: XmlSubject, kind: Callable[[XmlSubject], Iterator[Change]]) -> None:
    check(subject.sample, kind(subject))
