"""Media types: which codec one stands for, and the charset it names."""

from __future__ import annotations

from typing import Literal

Codec = Literal["json", "xml", "form", "bytes"]


def media_codec(media: str) -> Codec:
    """The codec of a media type; what is neither JSON, XML nor a form is bytes."""
    essence = media.partition(";")[0].strip().lower()
    subtype = essence.partition("/")[2]
    if subtype == "json" or subtype.endswith("+json"):
        return "json"
    if subtype == "xml" or subtype.endswith("+xml"):
        return "xml"
    return "form" if essence == "application/x-www-form-urlencoded" else "bytes"


def media_charset(media: str) -> str:
    """The charset that a media type names, in lower case; empty where it names none."""
    for parameter in media.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""
