"""Documents made to hurt: every one ends in findings, soon and without much memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from tests.unit.runtime.xml_orders import ARRAYS, NAMESPACE, read_with_findings
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.xml.positions import with_positions
from wiresmith.values.namespaces import XSI

pytestmark = pytest.mark.slow

START = f'<Order xmlns="{NAMESPACE}" xmlns:i="{XSI}" xmlns:a="{ARRAYS}"><Id>1</Id>'.encode()
END = b"</Order>"
SECONDS = 20.0
"""Far more than any of these takes, far less than one that grows with the square of its size."""


def attributes(count: int) -> bytes:
    return b" ".join(b'b%d="1"' % number for number in range(count))


def declarations(count: int) -> bytes:
    return b" ".join(b'xmlns:b%d="urn:%d"' % (number, number) for number in range(count))


# Built when they are needed: together they are large.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "deep nesting": (lambda: START + b"<x>" * 100_000 + b"</x>" * 100_000 + END, "too-deep"),
    "deep nesting of a known element": (
        lambda: START + b"<Parent><Id>1</Id>" * 300 + b"</Parent>" * 300 + END,
        "too-deep",
    ),
    "a million open elements": (lambda: b"<x>" * 1_000_000, "too-deep"),
    "open comments": (lambda: START + b"<!--" * 500_000 + b"&#1;", "not-xml"),
    "open sections": (lambda: START + b"<![CDATA[" * 500_000 + b"&#1;", "not-xml"),
    "processing instructions": (lambda: START + b"<?x?>" * 200_000 + END, "processing-instruction"),
    "references to control characters": (
        lambda: START + b"<Name>" + b"&#1;" * 300_000 + b"</Nam>" + END,
        "not-xml",
    ),
    "a reference with many digits": (
        lambda: START + b"<Name>&#" + b"1" * 3_000_000 + b";</Name>" + END,
        "not-xml",
    ),
    "an integer with many digits": (
        lambda: b"<Order xmlns='" + NAMESPACE.encode() + b"'><Id>" + b"1" * 3_000_000 + b"</Id></Order>",
        "wrong-value",
    ),
    "many attributes": (lambda: START + b"<Name " + attributes(200_000) + b"/>" + END, "too-many-items"),
    "many attributes of an unknown element": (
        lambda: START + b"<x " + attributes(200_000) + b"/>" + END,
        "too-many-items",
    ),
    "one attribute many times": (lambda: START + b"<x " + b'b="1" ' * 200_000 + b"/>" + END, "not-xml"),
    "many declarations in scope of many types": (
        lambda: (
            START.replace(b" ", b" " + declarations(20_000) + b" ", 1) + b'<x i:type="b1:c"/>' * 50_000 + END
        ),
        "too-many-namespaces",
    ),
    "undeclared prefixes": (lambda: START + b"<q:x/>" * 300_000 + END, "not-xml"),
    "namespaces that are no URIs": (lambda: START + b'<x xmlns:p="% %"/>' * 100_000, "not-xml"),
    "unknown elements": (lambda: START + b"<x/>" * 100_000 + END, "unknown-member"),
    "duplicates": (lambda: START + b"<Id>1</Id>" * 200_000 + END, "duplicate-member"),
    "unknown items": (lambda: START + b"<Tags>" + b"<x/>" * 300_000 + b"</Tags>" + END, "unknown-element"),
    "a billion laughs": (
        lambda: (
            b"<!DOCTYPE x [<!ENTITY a0 'ha'>"
            + b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (n, n - 1, n - 1) for n in range(1, 64))
            + b"]><x>&a63;</x>"
        ),
        "doctype",
    ),
    "bytes that are no text": (lambda: b"\x80" * 1_000_000, "wrong-encoding"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_ends_in_findings(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    started = time.process_time()
    _, findings = read_with_findings(data)
    placed = with_positions(data, findings)
    assert time.process_time() - started < SECONDS
    assert code in {finding.code for finding in placed}
    assert len(placed) < 3_000


def only(data: bytes, limits: Limits) -> Finding:
    value, findings = read_with_findings(data, limits=limits)
    assert value is None
    assert findings[0].severity == "error"
    return findings[0]


def test_size_is_checked_before_anything_else() -> None:
    tracemalloc.start()
    try:
        data = bytes(2_000_000)
        before = tracemalloc.get_traced_memory()[0]
        assert only(data, Limits(bytes=1_000_000)).code == "too-large"
        assert tracemalloc.get_traced_memory()[1] - before < 100_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "data",
    [
        START + b"<Name>" + b"x" * 200_000 + b"</Name>" + END,
        START + b'<Name b="' + b"x" * 200_000 + b'"/>' + END,
        START + b"<" + b"x" * 200_000 + b"/>" + END,
        START + b"<!--" + b"x" * 200_000 + b"-->" + END,
        START + b"<Name>" + "é".encode() * 200_000,
    ],
)
def test_a_long_stretch_is_refused_before_parsing(data: bytes) -> None:
    finding = only(data, Limits(text=100_000))
    assert finding.code == "text-too-long"
    assert (finding.line, finding.column is not None) == (1, True)


def test_length_is_counted_in_characters() -> None:
    data = START + b"<Name>" + "é".encode() * 90_000 + b"</Name>" + END
    assert {finding.severity for finding in read_with_findings(data, limits=Limits(text=100_000))[1]} == {
        "warning"
    }


def test_texts_longer_than_the_parser_takes_by_itself_are_read() -> None:
    data = START + b"<Name>" + b"x" * 10_500_000 + b"</Name>" + END
    value, _ = read_with_findings(data)
    assert len(value.name) == 10_500_000


@pytest.mark.parametrize(
    ("data", "fits"),
    [
        (START + b"<x/>" * 95 + END, True),
        (START + b"<x/>" * 101 + END, False),
        (START + b"<x b='1'/>" * 45 + END, True),
        (START + b"<x b='1'/>" * 51 + END, False),
        (START + b"<Name>" + b"=" * 1000 + b"</Name>" + END, True),
        (START + b"<!--" + b"<" * 1000 + b"--></Order>", True),
    ],
)
def test_elements_and_attributes_are_counted(data: bytes, fits: bool) -> None:
    value, findings = read_with_findings(data, limits=Limits(items=100))
    assert (value is not None) == fits
    assert ("too-many-items" in {finding.code for finding in findings}) != fits


def test_depth_beyond_what_the_parser_can_do_is_refused_too() -> None:
    deep = START + b"<x>" * 3_000 + b"</x>" * 3_000 + END
    assert {f.code for f in read_with_findings(deep, limits=Limits(depth=10_000))[1]} == {"too-deep"}


def test_depth_beyond_pythons_recursion_limit_is_refused_too() -> None:
    deep = START + b"<Parent><Id>1</Id>" * 1_500 + b"</Parent>" * 1_500 + END
    value, findings = read_with_findings(deep, limits=Limits(depth=2_000))
    assert value is None
    assert "too-deep" in {finding.code for finding in findings}


def test_legitimate_types_and_declarations_are_not_too_many() -> None:
    item = b'<x xmlns:b="urn:b" xmlns:c="urn:c" i:type="b:T"/>'
    value, findings = read_with_findings(START + item * 3_000 + END)
    assert len(value._undeclared.unknown_xml) == 3_000
    assert "too-many-namespaces" not in {finding.code for finding in findings}
