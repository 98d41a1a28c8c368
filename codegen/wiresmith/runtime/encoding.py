"""Writing a value: the emitted codec, the layout, and (where that fails) what exactly cannot be written."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from wiresmith.description import DictType, ListType, Nullable, Ref, Scalar
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.json.encoder import ENCODER
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.undeclared import dropping
from wiresmith.runtime.unusual import Unusual

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type
    from wiresmith.runtime.json.fast import JsonCodec
    from wiresmith.runtime.strictness import Strict
    from wiresmith.runtime.writer_options import WriterOptions
    from wiresmith.runtime.xml.fast.codec import XmlCodec

_REFUSALS = (ValueError, TypeError, KeyError, AttributeError, OverflowError, ArithmeticError, RecursionError)
_TOKEN = re.compile(rb'\{\}|\[\]|[{}\[\],:]|"(?:[^"\\]|\\.)*"|[^{}\[\],:"]+')


def write_json(
    value: Any,
    document: bytes | None,
    codec: JsonCodec[Any],
    schema: Schema,
    type_: Type,
    options: WriterOptions,
    drop_undeclared: bool,
    strict: Strict,
) -> bytes:
    """Write JSON in the layout that the options ask for; ``document`` is the compact form where it is known.

    Raises:
        EncodeError: if the value breaks what is held, or JSON cannot say it.
    """
    if document is None:
        token = dropping.set(drop_undeclared)
        try:
            document = _compact_json(value, codec, schema, type_, drop_undeclared, strict)
        finally:
            dropping.reset(token)
    return _laid_out(document, options)


def _compact_json(
    value: Any, codec: JsonCodec[Any], schema: Schema, type_: Type, drop_undeclared: bool, strict: Strict
) -> bytes:
    """What the emitted writer makes of a value of the usual form, the exact one of every other."""
    if not _is_unchecked(value, type_):
        with suppress(*_REFUSALS):
            return ENCODER.encode(codec.write(value))
    from wiresmith.runtime.json.exact_values import exact_json

    try:
        return ENCODER.encode(exact_json(value, schema, type_, strict, drop_undeclared=drop_undeclared))
    except EncodeError:
        raise
    except _REFUSALS as error:
        raise EncodeError([_unexplained(error)]) from error


def _is_unchecked(value: Any, type_: Type) -> bool:
    """Is it a value that the emitted writer passes on as it is? It checks the members of objects only."""
    match type_:
        case Nullable():
            return value is not None and _is_unchecked(value, type_.type)
        case ListType():
            return not is_list(value) or not _holds_objects(type_.item)
        case DictType():
            return not is_dict(value) or not _holds_objects(type_.value)
        case _:
            return isinstance(type_, Scalar)


def _holds_objects(type_: Type) -> bool:
    inner = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(inner, ListType):
        return _holds_objects(inner.item)
    return isinstance(inner, Ref) or (isinstance(inner, DictType) and _holds_objects(inner.value))


def write_xml(
    value: Any,
    codec: XmlCodec[Any],
    schema: Schema,
    type_: Type,
    options: WriterOptions,
    drop_undeclared: bool,
    strict: Strict = "documented",
) -> bytes:
    """Write XML in the style and layout that the options ask for.

    The emitted codec writes what has the form that could be known beforehand, the exact writer everything
    else.

    Raises:
        EncodeError: if .NET would not write the value.
    """
    document = _straight(value, codec) if _is_straight(options) else None
    if document is None:
        from wiresmith.runtime.xml.writing.exact_document import write_document

        try:
            document = write_document(value, schema, type_, options, strict, drop_undeclared=drop_undeclared)
        except EncodeError:
            raise
        except _REFUSALS as error:
            raise EncodeError([_unexplained(error)]) from error
    elif options.newline != "\n":
        # Markup has no line breaks of its own, so all of them are in texts.
        document = document.replace("\n", options.newline)
    if options.indent is not None:
        from wiresmith.runtime.xml.indent import indent

        document = indent(document, options.indent, options.newline)
    return document.encode("utf-8")


def _is_straight(options: WriterOptions) -> bool:
    """Does the emitted code write what the options ask for?"""
    return options.style == "xmlwriter" and options.max_items is None


def _straight(value: Any, codec: XmlCodec[Any]) -> str | None:
    """The document as the emitted codec writes it; None for a value that it leaves to the exact writer."""
    try:
        document = codec.encode(value)
        if not document.isascii():
            document.encode(
                "utf-8"
            )  # half of a surrogate pair has no form; a search for one takes five times as long
    except (Unusual, *_REFUSALS):
        return None
    return document


def _laid_out(document: bytes, options: WriterOptions) -> bytes:
    if options.indent is None:
        return document
    try:
        laid_out = msgspec.json.format(document, indent=options.indent or 1)
    except msgspec.MsgspecError:  # it does not take the escape of a lone surrogate
        laid_out = _indented(document, options.indent or 1)
    if options.indent == 0:
        # A line break never stands inside a JSON string, so what follows one is indentation.
        laid_out = re.sub(rb"\n +", b"\n", laid_out)
    return laid_out if options.newline == "\n" else laid_out.replace(b"\n", b"\r\n")


def _indented(document: bytes, indent: int) -> bytes:
    """Compact JSON, indented."""
    written: list[bytes] = []
    depth = 0
    for token in _TOKEN.findall(document):
        if token in (b"{", b"["):
            depth += 1
            written.append(token + b"\n" + b" " * indent * depth)
        elif token in (b"}", b"]"):
            depth -= 1
            written.append(b"\n" + b" " * indent * depth + token)
        elif token == b",":
            written.append(b",\n" + b" " * indent * depth)
        else:
            written.append(b": " if token == b":" else token)
    return b"".join(written)


def _unexplained(error: Exception) -> Finding:
    return Finding(severity="error", code="cannot-write", message=str(error) or type(error).__name__)
