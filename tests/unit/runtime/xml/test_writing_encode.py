"""Which writer a document comes from: the emitted code, or the exact writer where that has no form for a
value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import INT, STR, N, member, object_type, schema_of
from wiresmith.description import Ref
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.encoding import write_xml
from wiresmith.runtime.unusual import Unusual
from wiresmith.runtime.writer_options import WriterOptions
from wiresmith.runtime.xml.fast.codec import XmlCodec, read_elsewhere

HOLDER = object_type("T", member("A", STR), member("B", INT))
SCHEMA = schema_of(HOLDER)
VALUE = HOLDER.cls(a="x\ny", b=1)
EXACT = b"<A>x\ny</A><B>1</B></T>"


def encoded(write: Callable[[Any], str], value: Any = VALUE, **options: Any) -> bytes:
    """The document, where this is the emitted writer."""
    codec: XmlCodec[Any] = XmlCodec("T", N, read_elsewhere, write)
    return write_xml(value, codec, SCHEMA, Ref("T"), WriterOptions(**options), False)


def refusing(error: Exception) -> Callable[[Any], str]:
    """An emitted writer that raises."""

    def write(_: Any) -> str:
        raise error

    return write


def emitted(_: Any) -> str:
    """An emitted writer whose documents can be told from the exact writer's."""
    return "<A>emitted\n</A>"


def test_the_emitted_code_writes_what_it_can() -> None:
    assert encoded(emitted).endswith(b"<A>emitted\n</A></T>")
    assert encoded(emitted, newline="\r\n").endswith(b"<A>emitted\r\n</A></T>")
    assert encoded(emitted, indent=2).endswith(b">\n  <A>emitted\n</A>\n</T>")


@pytest.mark.parametrize("error", [Unusual(), ValueError(), KeyError(), TypeError(), RecursionError()])
def test_the_exact_writer_writes_the_rest(error: Exception) -> None:
    assert encoded(refusing(error)).endswith(EXACT)


@pytest.mark.parametrize("options", [{"style": "stream"}, {"max_items": 3}])
def test_what_the_emitted_code_does_not_know_of(options: dict[str, Any]) -> None:
    assert encoded(emitted, **options).endswith(EXACT)


def test_the_exact_writer_says_what_is_wrong() -> None:
    with pytest.raises(EncodeError) as caught:
        encoded(emitted, HOLDER.cls(a="", b=""), style="stream")
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("wrong-type", "/*/B")]


def test_half_a_character_in_an_emitted_document() -> None:
    assert encoded(lambda _: "<A>\ud800</A>").endswith(EXACT)


def test_a_schema_without_an_order_of_elements() -> None:
    broken = object_type("T", member("A", STR))
    broken = type(broken)(name="T", cls=broken.cls, members=broken.members, root=broken.root)
    codec: XmlCodec[Any] = XmlCodec("T", N, read_elsewhere, refusing(Unusual()))
    with pytest.raises(EncodeError, match="no order for its elements"):
        write_xml(broken.cls(a=""), codec, schema_of(broken), Ref("T"), WriterOptions(), False)
