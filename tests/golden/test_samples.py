"""Every documented sample comes back byte for byte, in each format it is documented in.

So do the samples of two made-up APIs, which show what no documented one has.
"""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.golden.documented import SPECS, DocumentedSample, made_up_samples, samples
from wiresmith.runtime import WriterOptions

FILES = [
    "asavie/samples/get_batch.json",
    "asavie/samples/get_batch.xml",
    "bemicron/samples/batch_details.json",
    "bemicron/samples/batch_details.xml",
    "epu/samples/image_metadata.xml",
    "isometric/samples/list_production_batches.json",
    "tm7/samples/threat_model.xml",
    "tofupilot/samples/bad_request.json",
    "tofupilot/samples/internal_server_error.json",
    "tofupilot/samples/list_batches.json",
    "tofupilot/samples/unauthorized.json",
]
PAIRS = [
    (one, other)
    for one, other in permutations((*samples(), *made_up_samples()), 2)
    if one.operation is other.operation and one.sample.status == other.sample.status
]

each_sample = pytest.mark.parametrize("sample", [*samples(), *made_up_samples()], ids=str)


def test_no_sample_is_left_out() -> None:
    walked = sorted(sample.sample.file.relative_to(SPECS).as_posix() for sample in samples())
    assert walked == FILES
    assert sorted(file.relative_to(SPECS).as_posix() for file in SPECS.glob("*/samples/*")) == FILES


@each_sample
def test_bytes_come_back(sample: DocumentedSample) -> None:
    value, findings = sample.read(sample.data)
    assert findings == []
    assert sample.encode(value) == sample.data
    assert sample.decode(sample.data) == value


@pytest.mark.parametrize(
    "sample", [sample for sample in samples() if sample.options.style == "xmlwriter"], ids=str
)
def test_straight_line_readers_take_it(sample: DocumentedSample) -> None:
    # Line breaks without indentation are a layout that no serializer writes.
    assert sample.is_fast(sample.data) or sample.sample.indent == 0
    compact = sample.package.encode(sample.decode(sample.data), sample.as_, format=sample.format)
    assert sample.is_fast(compact)


@each_sample
def test_exact_reader_agrees(sample: DocumentedSample) -> None:
    assert sample.read_exactly(sample.data) == (sample.decode(sample.data), [])


@each_sample
@pytest.mark.parametrize(
    "options",
    [
        WriterOptions(),
        WriterOptions(indent=0),
        WriterOptions(indent=4, newline="\r\n"),
        WriterOptions(style="stream"),
    ],
    ids=["compact", "line-breaks", "four-spaces-crlf", "stream"],
)
def test_other_layouts_say_the_same(sample: DocumentedSample, options: WriterOptions) -> None:
    value = sample.decode(sample.data)
    written = sample.package.encode(value, sample.as_, format=sample.format, options=options)
    assert sample.read(written) == (value, [])
    assert sample.encode(sample.decode(written)) == sample.data


@each_sample
def test_text_is_read_as_bytes_are(sample: DocumentedSample) -> None:
    assert sample.package.decode(sample.data.decode(), sample.as_) == sample.decode(sample.data)


def test_both_formats_are_paired() -> None:
    documented = [one for one, _ in PAIRS if one in samples()]
    assert len(documented) == 4  # two operations, JSON to XML and back


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda sample: str(sample))
def test_other_format_says_the_same(one: DocumentedSample, other: DocumentedSample) -> None:
    value = one.decode(one.data)
    assert value == other.decode(other.data)
    assert other.encode(value) == other.data
