"""Bodies of errors that no page documents: as plain values, and the message in them.

ASP.NET Web API's ``HttpError`` comes as JSON, or as XML without a namespace
(``<Error><Message>…</Message></Error>``); others have their own.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from wiresmith.client._charsets import text_or_bytes
from wiresmith.runtime.media import media_codec
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.xml.tree import parse_tree

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.xml.tree import Element

_LARGEST: Final = 1024 * 1024
_DEEPEST: Final = 32
_MESSAGES: Final = (
    "Message",
    "message",
    "error_description",
    "ErrorDescription",
    "description",
    "detail",
    "title",
    "error",
    "errors",
)
_ENCODED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_plain(content: bytes, media: str, limits: Limits) -> Any:
    """JSON as plain values, XML as dictionaries of its elements; None for anything else, or what is too large
    or broken.
    """
    if not content or len(content) > _LARGEST:
        return None
    codec = media_codec(media) if media else ("xml" if content.lstrip()[:1] == b"<" else "json")
    try:
        text = text_or_bytes(content, media)
        if codec == "json":
            return json.loads(text if isinstance(text, str) else text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if codec == "xml":
        tree, _ = parse_tree(text.encode() if isinstance(text, str) else text, limits)
        return _plain(tree.root, _DEEPEST) if tree is not None else None
    return None


def message_of(body: Any) -> str:
    """The message in a body, such as the ``title`` of a problem document; empty if it has none."""
    if isinstance(body, str):
        return body
    if is_list(body):
        return message_of(body[0]) if body else ""
    if not is_dict(body):
        return ""
    members = body
    said = next((text for name in _MESSAGES if (text := message_of(members.get(name)))), "")
    further = members.get("ExceptionMessage") or members.get("MessageDetail") or _model_state(members)
    return f"{said} {further}".strip() if isinstance(further, str) else said


def _model_state(members: dict[Any, Any]) -> str:
    """The errors of a model, as Web API lists them by member."""
    state = members.get("ModelState")
    if not is_dict(state):
        return ""
    parts: list[str] = []
    for name, errors in state.items():
        texts = errors if is_list(errors) else [errors]
        parts += [f"{name}: {text}" if name else str(text) for text in texts if isinstance(text, str)]
    return "; ".join(parts)


def _plain(element: Element, depth: int) -> Any:
    """An element's text, or its children by name; several of one name as a list."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or depth == 0:
        return element.text or ""
    members: dict[str, Any] = {}
    for child in children:
        name = _ENCODED.sub(lambda code: chr(int(code[1], 16)), str(child.tag).rpartition("}")[2])
        value = _plain(child, depth - 1)
        if name not in members:
            members[name] = value
        elif isinstance(members[name], list):
            members[name].append(value)
        else:
            members[name] = [members[name], value]
    return members
