"""Request bodies: a value as bytes, in one of the documented media types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

from wiresmith.client.errors import ParameterError, RequestContext
from wiresmith.client.options import Format
from wiresmith.client.parameters import Misfit, text_of
from wiresmith.description import Body, ListType, Nullable, ObjectType, Ref, Type, bare
from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.narrowing import is_list
from wiresmith.runtime.package import Package
from wiresmith.values.absent import ABSENT


def encoded(
    body: Body[Any], value: Any, format: Format, package: Package, context: RequestContext
) -> tuple[bytes, str]:
    """The bytes of a request body, and the media type to say.

    Raises:
        ParameterError: if the value is not what the operation documents.
    """
    media = next((each for each in body.media if media_codec(each) == format), body.media[0])
    try:
        match media_codec(media):
            case "json":
                return package.encode(value, body, format="json"), media
            case "xml":
                return package.encode(value, body, format="xml"), f"{media}; charset=utf-8"
            case "form":
                return "&".join(_pairs(value, body, package)).encode(), media
            case _:
                return _checked_bytes(value), media
    except EncodeError as error:
        raise ParameterError(f"body: {error}", context, error.findings) from None
    except Misfit as misfit:
        raise ParameterError(f"body: {misfit.found}; expected {misfit.expected}", context) from None


def _checked_bytes(value: Any) -> bytes:
    if not isinstance(value, bytes | bytearray):
        raise Misfit(f"a {type(value).__name__}", "bytes")
    return bytes(value)


def _pairs(value: Any, body: Body[Any], package: Package) -> Iterator[str]:
    """``name=value`` for each member, as HTML forms send them; what is absent or None is left out."""
    schema, ref = package.schema_of(package.key_of(body)), body.type and bare(body.type)
    declared = schema.types[ref.name] if isinstance(ref, Ref) else None
    assert isinstance(declared, ObjectType), "lint lets no other type into a form"
    if not isinstance(value, declared.cls):
        raise Misfit(f"a {type(value).__name__}", f"a {declared.cls.__name__}")
    for member in declared.members:
        part: Any = getattr(value, member.attribute)
        inner = member.type.type if isinstance(member.type, Nullable) else member.type
        if part is ABSENT or (part is None and isinstance(member.type, Nullable)):
            continue
        items: list[Any] = [part]
        item_type: Type = inner
        if isinstance(inner, ListType):
            if not is_list(part):
                raise Misfit(f"{member.wire}: a {type(part).__name__}", "a list")
            items, item_type = part, inner.item
        for item in items:
            try:
                text = text_of(item, item_type, schema)
            except Misfit as misfit:
                raise Misfit(f"{member.wire}: {misfit.found}", misfit.expected) from None
            yield f"{quote_plus(member.wire)}={quote_plus(text)}"
