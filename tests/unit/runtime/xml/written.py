"""Documents of hand-written schemas in the two forms of .NET."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.runtime.xml.shapes import N
from wiresmith.description import Ref, Schema, Type
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.writer_options import WriterOptions
from wiresmith.runtime.xml.writing.exact_document import write_document
from wiresmith.values.namespaces import XSI

XML_WRITER_ROOT = f'xmlns:i="{XSI}" xmlns="{N}"'
STREAM_ROOT = f'xmlns="{N}" xmlns:i="{XSI}"'


def written(schema: Schema, value: Any, type_: Type | None = None, **options: Any) -> str:
    """The document (of the first type unless another is given)."""
    type_ = type_ or Ref(next(iter(schema.types.values())).name)
    drop = options.pop("drop_undeclared", False)
    return write_document(value, schema, type_, WriterOptions(**options), drop_undeclared=drop)


def xml_writer(schema: Schema, value: Any, type_: Type | None = None) -> str:
    """What ``WriteObject(XmlWriter)`` writes into an element T of namespace N."""
    return _content(written(schema, value, type_), f"<T {XML_WRITER_ROOT}>")


def stream(schema: Schema, value: Any, type_: Type | None = None) -> str:
    """What ``WriteObject(Stream)`` writes into an element T of namespace N."""
    return _content(written(schema, value, type_, style="stream"), f"<T {STREAM_ROOT}>")


def _content(document: str, start: str) -> str:
    assert document.startswith(start), document
    assert document.endswith("</T>"), document
    return document[len(start) : -len("</T>")]


def refused(schema: Schema, value: Any, type_: Type | None = None, **options: Any) -> list[tuple[str, str]]:
    """Code and path of each finding."""
    with pytest.raises(EncodeError) as caught:
        written(schema, value, type_, **options)
    assert all(finding.message and finding.expected for finding in caught.value.findings)
    return [(finding.code, finding.path) for finding in caught.value.findings]
