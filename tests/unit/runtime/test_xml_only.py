"""Packages of APIs that have XML and no JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wiresmith.check.loading import load
from wiresmith.check.payloads import validate
from wiresmith.check.targets import parse, resolve
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import DecodeError

CONTRACT = load_api(Path(__file__).parents[3] / "specs" / "epu")
SAMPLE = CONTRACT.operations[0].samples[0].file.read_bytes()


@pytest.fixture(scope="module")
def epu() -> Any:
    return load(CONTRACT)


def test_xml_is_what_is_written_where_no_format_is_named(epu: Any) -> None:
    image = epu.decode(SAMPLE, epu.MicroscopeImage)
    assert epu.encode(image).startswith(b"<MicroscopeImage ")


def test_json_is_refused(epu: Any) -> None:
    with pytest.raises(TypeError, match="no JSON form of MicroscopeImage; expected format='xml'"):
        epu.encode(epu.decode(SAMPLE, epu.MicroscopeImage), format="json")
    with pytest.raises(TypeError, match="no JSON form"):
        epu.decode(b"{}", epu.MicroscopeImage, format="json")


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"text"])
def test_whatever_comes_is_read_as_xml(epu: Any, data: bytes) -> None:
    with pytest.raises(DecodeError):
        epu.decode(data, epu.MicroscopeImage)


def test_a_capture_in_json_is_in_the_wrong_format(epu: Any) -> None:
    (finding,) = validate(b"{}", resolve(parse("epu.MicroscopeImage"), CONTRACT), epu)
    assert (finding.code, finding.expected) == ("undocumented-format", "XML")
