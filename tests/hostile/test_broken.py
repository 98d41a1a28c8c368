"""Documents that end too early, are not in UTF-8, or are no documents: one clean finding, never another
exception.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.golden.documented import DocumentedSample, package, samples
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import DecodeError, EncodeError

SAMPLES = samples()
SECONDS = 5.0

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)


def refused(sample: DocumentedSample, data: bytes) -> DecodeError:
    """Assert that a document is refused, that the refusal has a place, and that ``read`` says the same."""
    with pytest.raises(DecodeError) as raised:
        sample.decode(data)
    findings = list(raised.value.findings)
    assert findings
    assert all(finding.expected for finding in findings)
    assert sample.read(data)[0] is None
    assert [finding for finding in sample.read(data)[1] if finding.severity == "error"] == findings
    return raised.value


@each_sample
def test_cut_off(sample: DocumentedSample) -> None:
    """At every byte of the beginning and the end, and at many between."""
    data = sample.data
    step = max(1, len(data) // 120)
    offsets = {
        *range(0, len(data), step),
        *range(min(150, len(data))),
        *range(max(0, len(data) - 50), len(data)),
    }
    for offset in sorted(offsets):
        error = refused(sample, data[:offset])
        (finding,) = error.findings
        lines = data[:offset].decode().split("\n")
        assert finding.line is not None or not offset, finding
        assert finding.line is None or 1 <= finding.line <= len(lines), finding


@each_sample
def test_cut_in_the_middle_of_a_character(sample: DocumentedSample) -> None:
    data = sample.data.replace(b"sample string", "𝄞".encode() * 5).replace(b"<string>", "𝄞".encode() * 5)
    data = data.replace(b"BATCH", "𝄞".encode()).replace(b"Bad", "é".encode()).replace(b"Una", "é".encode())
    cut = next((n for n in range(len(data)) if data[n] >= 0x80), None)
    if cut is not None:
        for offset in range(cut + 1, cut + 4):
            refused(sample, data[:offset])


@each_sample
@pytest.mark.parametrize(
    "junk", [b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", b"\x00"]
)
def test_bytes_that_are_no_text(sample: DocumentedSample, junk: bytes) -> None:
    data = sample.data
    for offset in range(0, len(data) + 1, max(1, len(data) // 25)):
        error = refused(sample, data[:offset] + junk + data[offset:])
        assert all(finding.line is not None for finding in error.findings) or offset == 0


@each_sample
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-16", "cp037"])
def test_other_encodings(sample: DocumentedSample, encoding: str) -> None:
    data = sample.data.decode().encode(encoding)
    if sample.format == "xml" and encoding == "utf-16":
        assert sample.decode(data) == sample.decode(sample.data)  # XML readers have to
    else:
        refused(sample, data)


@each_sample
@pytest.mark.parametrize(
    "data",
    [
        *[b"", b" ", b"\n", b"\xef\xbb\xbf", b"\xff\xfe", b"<", b"{", b"[", b'"', b"nul", b"&", b"\x00",
        b"<a", b"<a>", b"<a/>", b"{}"],
        *[b"[1,]", b'{"a":1,}', b"{'a': 1}", b"[1 2]", b"01", b"// x\n{}", b"<a></b>", b"<a/><a/>",
        b"<a b=1/>", b"a", b"<?xml?>"],
        *[b"<html><body>503 Service Unavailable</body></html>", b"\x1f\x8b\x08\x00", b"%PDF-1.7", b"[" * 60,
        b"\xed\xa0\x80"],
    ],
)  # fmt: skip
def test_no_document(sample: DocumentedSample, data: bytes) -> None:
    refused(sample, data)


@each_sample
@pytest.mark.parametrize(
    "data", [b"", b"<html><body>503 Service Unavailable</body></html>", b"Bad gateway", b"<", b"{"]
)
def test_no_document_of_any_format(sample: DocumentedSample, data: bytes) -> None:
    """What a proxy answers instead of the API: whatever format it looks like, it is refused as a document."""
    with pytest.raises(DecodeError):
        sample.package.decode(data, sample.as_)
    value, findings = sample.package.read(data, sample.as_)
    assert value is None
    assert findings


@each_sample
def test_more_behind_it(sample: DocumentedSample) -> None:
    for more in (b"x", b"}", b",", b"<a/>", sample.data, b"\x00"):
        refused(sample, sample.data + more)


@each_sample
def test_text_with_a_lone_surrogate(sample: DocumentedSample) -> None:
    """A str that has no UTF-8 form is no document, either."""
    text = sample.data.decode()
    with pytest.raises(DecodeError) as refused:
        sample.package.decode(text[:-3] + "\ud800" + text[-3:], sample.as_)
    assert refused.value.findings


def test_payloads_cannot_act_on_a_terminal() -> None:
    sample = next(sample for sample in SAMPLES if sample.sample.file.name == "bad_request.json")
    evil = "\x1b]0;owned\x07\u202e\u2066\x9b"
    for data in (f'{{"{evil}": 1, "message": 5}}', f'{{"message": {{"{evil}": "{evil}"}}}}', f"{{{evil}"):
        escaped = data.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")
        for document in (data, escaped):
            error = refused(sample, document.encode())
            assert all(character.isprintable() or character == "\n" for character in str(error))


@pytest.fixture(scope="module")
def backtracking(tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = tmp_path_factory.mktemp("spec") / "patterns"
    folder.mkdir()
    (folder / "api.yaml").write_text(
        "wiresmith: 1\napi: patterns\nxml: {dialect: datacontract, clr_namespace: P}\n"
        "types:\n  A:\n    fields:\n      v: {type: str, pattern: '^(a+)+$'}\n      w: {type: str, pattern: "
        "'(x*)*(y|y)*$'}\n"
    )
    return load(load_api(folder))


@pytest.mark.parametrize("format", ["json", "xml"])
def test_pattern_that_would_backtrack(backtracking: Any, format: str) -> None:
    """Patterns come from specs, texts from payloads: no pair of them takes more than linear time."""
    start = time.process_time()
    value = backtracking.A(v="a" * 100_000, w="xy" * 100_000)
    written = backtracking.encode(value, format=format)
    assert backtracking.decode(written, backtracking.A) == value
    with pytest.raises(DecodeError) as refused:
        backtracking.decode(written.replace(b"aaa", b"aa!", 1), backtracking.A)
    assert len(str(refused.value)) < 2000
    value.v += "!"
    with pytest.raises(EncodeError):
        backtracking.encode(value, format=format)
    assert time.process_time() - start < SECONDS


def test_duplicate_names_at_every_depth() -> None:
    pantry = package("pantry")
    data = (
        '{"value": {"a": 1, "a": 2}, "values": [{"b": {}, "b": {"c": 3}}], '
        '"by_name": {"c": 1, "c": 4}, "x": {"d": 1, "d": 5}}'
    )
    with pytest.raises(DecodeError) as refused:
        pantry.decode(data, pantry.Free)
    assert [
        (finding.code, finding.path, (finding.column or 0) - 1) for finding in refused.value.findings
    ] == [
        ("duplicate-member", "/value/a", data.index("2")),
        ("duplicate-member", "/values/0/b", data.index('{"c": 3')),
        ("duplicate-member", "/by_name/c", data.index("4")),
        ("duplicate-member", "/x/d", data.index("5")),
    ]
