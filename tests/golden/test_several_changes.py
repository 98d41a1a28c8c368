"""One reading finds everything that is wrong with a document, in the order of the document."""

from __future__ import annotations

import pytest

from tests.golden.documented import DocumentedSample, samples
from wiresmith.runtime import DecodeError


def sample_of(name: str) -> DocumentedSample:
    return next(sample for sample in samples() if sample.sample.file.name == name)


def changed(sample: DocumentedSample, *changes: tuple[str, str]) -> bytes:
    """The sample with each text replaced once."""
    text = sample.data.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def said(sample: DocumentedSample, data: bytes) -> list[tuple[str, str, int | None, int | None]]:
    """All findings of ``read``; that ``decode`` raises its errors is checked on the way."""
    value, findings = sample.read(data)
    errors = [finding for finding in findings if finding.severity == "error"]
    with pytest.raises(DecodeError) as refused:
        sample.decode(data)
    assert list(refused.value.findings) == errors
    assert value is None
    assert all(finding.message and finding.expected for finding in findings)
    return [(finding.code, finding.path, finding.line, finding.column) for finding in findings]


def test_json_errors_and_warnings() -> None:
    sample = sample_of("list_production_batches.json")
    data = changed(
        sample,
        ('"display_name": "<string>"', '"display_name": 5'),
        ('"ended_at": "2023-11-07T05:31:56Z"', '"ended_at": "yesterday"'),
        ('"ftt_1D7KZ1P761S0G7BN"', '"short"'),
        ('"kind": "biochar"', '"kind": "coal"'),
        ('      "mass": {\n', '      "mass": {\n        "error": {},\n'),
        ('        "unit": "<string>"\n', '        "unit": null\n'),
        ('      "uploaded_at": "2023-11-07T05:31:56Z"\n', '      "uploaded_at": []\n'),
        ('  "total_count": 123\n', '  "total_count": NaN\n'),
    )
    assert said(sample, data) == [
        ("wrong-type", "/nodes/0/display_name", 4, 23),
        ("wrong-value", "/nodes/0/ended_at", 5, 19),
        ("out-of-bounds", "/nodes/0/feedstock_type_id", 7, 28),
        ("unknown-enum-value", "/nodes/0/kind", 9, 15),
        ("unknown-member", "/nodes/0/mass/error", 11, 18),
        ("null", "/nodes/0/mass/unit", 14, 17),
        ("wrong-type", "/nodes/0/uploaded_at", 18, 22),
        ("not-json", "/total_count", 27, 18),
    ]


def test_json_members_missing_and_twice() -> None:
    sample = sample_of("list_batches.json")
    data = changed(
        sample,
        ('"number": "BATCH-2024-001",\n', ""),
        ('"unit_count": 150\n', '"unit_count": 150,\n"unit_count": 151\n'),
        ('"has_more": true,\n', ""),
    )
    assert sorted(said(sample, data)) == [
        ("duplicate-member", "/data/0/unit_count", 15, 15),
        ("missing-member", "/data/0", 3, 1),
        ("missing-member", "/meta", 18, 9),
    ]


def test_xml_errors_and_warnings() -> None:
    sample = sample_of("get_batch.xml")
    data = changed(
        sample,
        ("  <Code>2</Code>\n", "  <Code>two</Code>\n"),
        ("  <ErrorCode>3</ErrorCode>\n", ""),
        ("<ErrorSubCode>4<", "<ErrorSubCode></ErrorSubCode><Extra>4</Extra><ErrorSubCode>4<"),
        ("<d2p1:Key>sample string 3</d2p1:Key>", "<d2p1:Key>sample string 1</d2p1:Key>"),
        ("<Success>true</Success>", '<Success i:nil="true" />'),
        ("<ID>sample string 4</ID>", "<ID><b/></ID>"),
        ("<Status>5</Status>", "<Status>5</Status>five"),
    )
    root = "/PBPRReturnOfBatch7NMnQmOk"
    assert sorted(said(sample, data), key=lambda entry: entry[2:]) == [
        ("missing-member", root, 1, 1),
        ("wrong-value", f"{root}/Code", 2, 3),
        ("wrong-value", f"{root}/ErrorSubCode", 5, 3),
        ("unknown-member", f"{root}/Extra", 5, 32),
        ("duplicate-member", f"{root}/ErrorSubCode[2]", 5, 48),
        ("duplicate-key", f"{root}/Meta/KeyValueOfstringstring[2]", 11, 5),
        ("null", f"{root}/Success", 17, 3),
        ("stray-text", f"{root}/Data", 18, 3),
        ("unexpected-element", f"{root}/Data/ID", 21, 5),
    ]


def test_every_member_of_every_item() -> None:
    """Hundreds of errors are told as well as one."""
    sample = sample_of("batch_details.json")
    data = sample.data.replace(b": true", b': "true"')
    found = said(sample, data)
    assert len(found) == sample.data.count(b": true")
    assert len({entry[1:] for entry in found}) == len(found)
    lines = sample.data.decode().split("\n")
    assert [line for _, _, line, _ in found] == [n for n, text in enumerate(lines, 1) if ": true" in text]
