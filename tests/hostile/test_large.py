"""Documents made to cost time or memory: refused, or read, in bounded amounts of both."""

from __future__ import annotations

import sys

import pytest

from tests.hostile.bounded import MEGABYTES, SECONDS, reading, refused

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="resource usage is measured with the resource module"
)

ROOT = '<PBPRReturnOfBatch7NMnQmOk xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/AS.Models.API"'


def asavie(data: str) -> str:
    return f"emitted, as_, data = asavie, asavie.get_batch, {data}"


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
    result = refused(
        asavie(f"{f'{doctype}{ROOT}><Code>&e9;</Code></PBPRReturnOfBatch7NMnQmOk>'!r}.encode()"), "doctype"
    )
    assert result.places == [["", 1, 1]]
    assert "root:" not in result.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_no_dtd_in_other_encodings(encoding: str) -> None:
    text = f'<!DOCTYPE a [<!ENTITY e "x">]>{ROOT}/>'
    refused(asavie(f"{text!r}.encode({encoding!r})"), "doctype")


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
    """Where Python's own limit is not yet met, the one of Limits is: in a member of any type, and in an unknown one."""
    for start in ('{"value":', '{"unknown":'):
        data = f"({start!r} + '[' * 200 + ']' * 200 + '}}').encode()"
        result = reading(f"emitted, as_, data = pantry, pantry.Free, {data}")
        assert "too-deep" in result.codes


def test_recursive_type_nested_deep() -> None:
    data = """b'{"name":"x","parent":' * 5000 + b'null' + b'}' * 5000"""
    refused(f"emitted, as_, data = pantry, pantry.Tree, {data}", "too-deep")
    start = '<Tree xmlns="http://schemas.datacontract.org/2004/07/Kitchen.Models">'
    data = f"{start.encode()!r} + b'<children></children><name>x</name><parent>' * 50_000"
    refused(f"emitted, as_, data = kitchen, kitchen.Tree, {data}", "too-deep")


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
    ("data", "code"),
    [
        ("b'<a b=\"' + b'x' * 200_000_000 + b'\"/>'", "too-large"),
        ("b'<a>' + b'x' * 200_000_000 + b'</a>'", "too-large"),
        ("b'{\"Code\":\"' + b'x' * 200_000_000 + b'\"}'", "too-large"),
        ("b'<a b=\"' + b'x' * 60_000_000 + b'\"/>'", "text-too-long"),
        ("b'<a>' + b'x' * 60_000_000 + b'</a>'", "text-too-long"),
        ("b'<' + b'a' * 60_000_000 + b'/>'", "text-too-long"),
        ("b'<!--' + b'x' * 60_000_000 + b'--><a/>'", "text-too-long"),
        ("b'{\"Code\":\"' + b'x' * 60_000_000 + b'\"}'", "text-too-long"),
        ("b'{\"' + b'x' * 60_000_000 + b'\":1}'", "text-too-long"),
    ],
)
def test_one_huge_text(data: str, code: str) -> None:
    refused(asavie(data), code)


def test_limits_raised_do_not_help_the_attacker() -> None:
    """200 MB of one attribute, with limits that allow it."""
    data = f"{ROOT!r}.encode() + b' a=\"' + b'x' * 200_000_000 + b'\"/>'"
    limits = "options = {'limits': Limits(bytes=2**30, text=2**30)}"
    result = reading(f"{asavie(data)}\n{limits}")
    assert result.outcome == "refused"
    assert result.megabytes < 3 * MEGABYTES


@pytest.mark.parametrize(
    "data",
    [
        f"{ROOT!r}.encode() + b'>' + b'<a/>' * 1_000_000 + b'</PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'>' + b'x' * 1_000_000 + b'<Code>1</Code>' * 50_000 + b'</PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b''.join(b' a%d=\"\"' % n for n in range(50_000)) + b'/>'",
        f"{ROOT!r}.encode() + b''.join(b' xmlns:a%d=\"u\"' % n for n in range(50_000)) + b'/>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'&#x41;' * 1_000_000 + b'</Code></PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'<!-- -->' * 1_000_000 + b'</Code></PBPRReturnOfBatch7NMnQmOk>'",
        f"{ROOT!r}.encode() + b'><Code>' + b'&#' + b'1' * 1_000_000 + b';</Code></PBPRReturnOfBatch7NMnQmOk>'",
        "b'<!--' * 500_000",
        "b'<?a ?>' * 500_000 + b'<a/>'",
        "b'{' + b','.join(b'\"%d\":0' % n for n in range(300_000)) + b'}'",
        "b'{' + b','.join([b'\"a\":0'] * 500_000) + b'}'",
        "b'[' + b'null,' * 1_000_000 + b'null]'",
        "b'{\"Code\":[' + b'[],' * 500_000 + b'[]]}'",
    ],
    ids=lambda data: data[-60:].replace("/", ""),
)
def test_many_small_things(data: str) -> None:
    result = reading(asavie(data))
    assert result.outcome == "refused"
    assert result.seconds < 2 * SECONDS
    assert result.megabytes < MEGABYTES


@pytest.mark.parametrize(
    "text", ["'1' * 1_000_000", "'-' + '9' * 5_000", "'0.' + '1' * 1_000_000", "'1e' + '9' * 1_000_000"]
)
@pytest.mark.parametrize("member", ["whole", "i32", "amount", "double", "exact", "text"])
def test_long_numbers(text: str, member: str) -> None:
    """Turning digits into a number takes quadratic time."""
    member = {"double": "f64"}.get(member, member)
    prefix = "with (__import__('pathlib').Path('tests/data/specs/kitchen/samples')"
    json_data = f"""
import re
{prefix} / 'scalars.json').open() as file:
    data = re.sub(r'"{member}": [^,]*', lambda _: '"{member}": ' + {text}, file.read()).encode()
emitted, as_ = kitchen, kitchen.Scalars
"""
    accepted = member in ("exact", "f64", "amount") and "0." in text
    result = reading(json_data)
    assert result.outcome == "refused" or accepted
    assert result.seconds < SECONDS
    xml_data = f"""
import re
{prefix} / 'scalars.xml').open() as file:
    data = re.sub('<{member}>[^<]*', lambda _: '<{member}>' + {text}, file.read()).encode()
emitted, as_ = kitchen, kitchen.Scalars
"""
    result = reading(xml_data)
    assert result.outcome == "refused" or accepted or member == "text"
    assert result.seconds < SECONDS
