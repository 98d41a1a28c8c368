"""Documents made to cost time or memory: refused, or read, in bounded amounts of both."""

from __future__ import annotations

import re
import sys
import time

import pytest

from tests.golden.documented import Format, made_up_samples
from tests.hostile.bounded import MEGABYTES, SECONDS, reading, refused
from wiresmith.runtime import DecodeError

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="resource usage is measured with the resource module"
)

ROOT = '<PBPRReturnOfBatch7NMnQmOk xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/AS.Models.API"'


def asavie(data: str) -> str:
    return document("asavie", "get_batch", data)


def document(api: str, name: str, data: str) -> str:
    return f"emitted = package({api!r})\nas_ = emitted.{name}\ndata = {data}"


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>',
        "<!DOCTYPE a ["
        + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
        + "]>",
    ],
    ids=["empty", "external subset", "external entity", "parameter entity", "billion laughs"],
)
def test_no_dtd(doctype: str) -> None:
    text = f"{doctype}{ROOT}><Code>&e9;</Code></PBPRReturnOfBatch7NMnQmOk>"
    result = refused(asavie(f"{text!r}.encode()"), "doctype", here=True)
    assert result.places == [["", 1, 1]]
    assert "root:" not in result.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_no_dtd_in_other_encodings(encoding: str) -> None:
    text = f'<!DOCTYPE a [<!ENTITY e "x">]>{ROOT}/>'
    refused(asavie(f"{text!r}.encode({encoding!r})"), "doctype", here=True)


@pytest.mark.parametrize(
    "data",
    [
        "b'[' * 100_000",
        "b'[' * 100_000 + b']' * 100_000",
        "b'{\"a\":' * 100_000",
        "b'{\"Data\":' * 100_000 + b'1' + b'}' * 100_000",
        "b'{\"unknown\":' + b'[' * 100_000 + b']' * 100_000 + b'}'",
    ],
)
def test_json_nested_deep(data: str) -> None:
    refused(asavie(data), "too-deep", "wrong-type")


def test_json_nested_just_too_deep() -> None:
    """Where Python's own limit is not yet met, the one of Limits is: in a member of any type, and in an
    unknown one.
    """
    for start in ('{"value":', '{"unknown":'):
        data = f"({start!r} + '[' * 200 + ']' * 200 + '}}').encode()"
        result = reading(document("pantry", "Free", data))
        assert "too-deep" in result.codes


def test_recursive_type_nested_deep() -> None:
    data = """b'{"name":"x","parent":' * 5000 + b'null' + b'}' * 5000"""
    refused(document("pantry", "Tree", data), "too-deep")
    start = '<Tree xmlns="http://schemas.datacontract.org/2004/07/Kitchen.Models">'
    data = f"{start.encode()!r} + b'<children></children><name>x</name><parent>' * 50_000"
    refused(document("kitchen", "Tree", data), "too-deep")


@pytest.mark.parametrize(
    "inner",
    [
        "b'<Data>' * 100_000",
        "b'<Data>' * 100_000 + b'</Data>' * 100_000",
        "b'<a>' * 100_000 + b'</a>' * 100_000",
        "b'<Meta xmlns:d2p1=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">' * 100_000",
    ],
)
def test_xml_nested_deep(inner: str) -> None:
    refused(asavie(f"{ROOT!r}.encode() + b'>' + {inner} + b'</PBPRReturnOfBatch7NMnQmOk>'"), "too-deep")


@pytest.mark.parametrize(
    "data",
    [
        "b'<a b=\"' + b'x' * 200_000_000 + b'\"/>'",
        "b'<a>' + b'x' * 200_000_000 + b'</a>'",
        "b'{\"Code\":\"' + b'x' * 200_000_000 + b'\"}'",
    ],
)
def test_huge_document(data: str) -> None:
    """More than Limits allow: refused before anything is parsed."""
    assert refused(asavie(data), "too-large").seconds < 1


@pytest.mark.parametrize(
    "data",
    [
        "b'<a b=\"' + b'x' * LENGTH + b'\"/>'",
        "b'<a>' + b'x' * LENGTH + b'</a>'",
        "b'<' + b'a' * LENGTH + b'/>'",
        "b'<!--' + b'x' * LENGTH + b'--><a/>'",
        f"{ROOT!r}.encode() + b' a=\"' + b'x' * LENGTH + b'\"/>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'1' * LENGTH + b'</Code></PBPRReturnOfBatch7NMnQmOk>'",
        "b'{\"Code\":\"' + b'x' * LENGTH + b'\"}'",
        "b'{\"' + b'x' * LENGTH + b'\":1}'",
        "b'{\"Code\":' + b'1' * LENGTH + b'}'",
    ],
)
def test_one_huge_text(data: str) -> None:
    """Within the limits it costs no more than reading it does; with a limit for texts it is refused for its
    length.
    """
    data = data.replace("LENGTH", "3_000_000")
    result = reading(asavie(data))
    assert result.outcome == "refused"
    assert result.seconds < SECONDS
    assert result.megabytes < MEGABYTES / 2
    is_number = "b'1'" in data and "{" in data[:8]
    result = reading(f"{asavie(data)}\noptions = {{'limits': Limits(text=1_000_000)}}", here=True)
    assert result.outcome == "refused"
    assert "text-too-long" in result.codes or is_number
    assert result.seconds < SECONDS


@pytest.mark.parametrize(
    "data",
    [
        f"{ROOT!r}.encode() + b'>' + b'<a/>' * 50_000 + b'</PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'>' + b'x' * 1_000_000 + b'<Code>1</Code>' * 20_000 + "
        "b'</PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b''.join(b' a%d=\"\"' % n for n in range(50_000)) + b'/>'",
        f"{ROOT!r}.encode() + b''.join(b' xmlns:a%d=\"u\"' % n for n in range(50_000)) + b'/>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'&#x41;' * 100_000 + b'</Code></PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'<!-- -->' * 100_000 + b'</Code></PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'&#' + b'1' * 1_000_000 + "
        "b';</Code></PBPRReturnOfBatch7NMnQmOk>'",
        "b'<!--' * 200_000",
        "b'<?a ?>' * 200_000 + b'<a/>'",
        "b'{' + b','.join(b'\"%d\":0' % n for n in range(50_000)) + b'}'",
        "b'{' + b','.join([b'\"a\":0'] * 100_000) + b'}'",
        "b'[' + b'null,' * 300_000 + b'null]'",
        "b'{\"Code\":[' + b'[],' * 200_000 + b'[]]}'",
    ],
    ids=lambda data: data[-60:].replace("/", ""),
)
def test_many_small_things(data: str) -> None:
    result = reading(asavie(data), here=True)
    assert result.outcome == "refused"
    assert result.seconds < SECONDS


@pytest.mark.parametrize(
    "text", ["1" * 1_000_000, f"-{'9' * 5_000}", f"0.{'1' * 1_000_000}", f"1e{'9' * 1_000_000}"], ids=len
)
@pytest.mark.parametrize("member", ["whole", "i32", "amount", "f64", "exact"])
@pytest.mark.parametrize("format", ["json", "xml"])
def test_long_numbers(format: Format, member: str, text: str) -> None:
    """Turning digits into a number takes quadratic time; what is accepted goes out again as it came."""
    sample = next(
        s for s in made_up_samples() if s.sample.file.name == f"scalars.{format}" and s.contract.has_xml
    )
    old = rb'("%s": )[^,]*' if format == "json" else rb"(<%s>)[^<]*"
    data = re.sub(old % member.encode(), lambda match: match[1] + text.encode(), sample.data, count=1)
    start = time.process_time()
    value, findings = sample.read(data)
    if value is None:
        with pytest.raises(DecodeError) as refused:
            sample.decode(data)
        assert list(refused.value.findings) == findings
        assert len(str(refused.value)) < 2_000
    else:
        assert sample.encode(value) == data
    assert value is None or member not in ("whole", "i32")
    assert time.process_time() - start < SECONDS
