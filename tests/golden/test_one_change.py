"""One change at a time, in every place of every sample where it fits: it comes back as it went in, or is
refused there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.golden.changes import Change, complaint
from tests.golden.documented import DocumentedSample, made_up_samples, samples
from tests.golden.json_changes import KINDS as JSON_KINDS
from tests.golden.json_document import JsonSubject
from tests.golden.xml_changes import KINDS as XML_KINDS
from tests.golden.xml_document import XmlSubject
from tests.golden.xml_layouts import other_layout

SAMPLES = (*samples(), *made_up_samples())
XML = [XmlSubject(sample) for sample in SAMPLES if sample.format == "xml"]
JSON = [JsonSubject(sample) for sample in SAMPLES if sample.format == "json"]

DECODED = 4
"""One document in so many is read by ``decode`` as well as by ``read``, which takes as long again."""

EVERYWHERE = {"null", "wrong_type", "other_layout", "absent", "unknown_member", "member_twice", "other_order"}
"""Kinds of changes that fit into every sample."""


def check(sample: DocumentedSample, changes: Iterator[Change]) -> int:
    """Assert what has to become of each change; how many there were."""
    made = list(changes)
    every = enumerate(made)
    complaints = [said for n, change in every if (said := complaint(sample, change, both=n % DECODED == 0))]
    assert not complaints, f"{len(complaints)} of {len(made)}:\n" + "\n".join(complaints[:5])
    return len(made)


@pytest.mark.parametrize("kind", JSON_KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("subject", JSON, ids=lambda subject: str(subject.sample))
def test_json(subject: JsonSubject, kind: Callable[[JsonSubject], Iterator[Change]]) -> None:
    made = check(subject.sample, kind(subject))
    assert made or kind.__name__ not in EVERYWHERE


@pytest.mark.parametrize("kind", [*XML_KINDS, other_layout], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("subject", XML, ids=lambda subject: str(subject.sample))
def test_xml(subject: XmlSubject, kind: Callable[[XmlSubject], Iterator[Change]]) -> None:
    made = check(subject.sample, kind(subject))
    assert made or kind.__name__ not in EVERYWHERE
