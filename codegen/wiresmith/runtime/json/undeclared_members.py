"""Writes back what an object had beyond its description: unknown members in their places, absences as
absences.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import msgspec

from wiresmith.runtime.codec_errors import EncodeError
from wiresmith.runtime.findings import Finding, quoted
from wiresmith.runtime.undeclared import dropping
from wiresmith.values.numbers import number_text
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

    from wiresmith.runtime.undeclared import Undeclared

_DEPTH = 300
_surrogate = re.compile("[\ud800-\udfff]")
_pair = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def with_undeclared(wire: msgspec.Struct, undeclared: Undeclared) -> dict[str, object] | msgspec.Raw:
    """The members of a wire Struct and what is undeclared, in order, for the JSON encoder.

    The Struct's fields bear the names of the public attributes. Raises EncodeError as ``restored`` does.
    """
    names = zip(wire.__struct_encode_fields__, wire.__struct_fields__, strict=True)
    return restored(((name, field, getattr(wire, field)) for name, field in names), undeclared)


def restored(
    members: Iterable[tuple[str, str, object]], undeclared: Undeclared
) -> dict[str, object] | msgspec.Raw:
    """An object's members (wire name, attribute, encodable value; UNSET where absent) with the undeclared
    ones.

    A member that was absent, undeclared, and is still None is left out. Each unknown one goes behind as many
    known ones as it came behind. The result is for the JSON encoder. Raises EncodeError if an unknown name is
    also a known one or stands twice, if JSON cannot say its value, and, unless dropping it was asked for, if
    there is something unknown from XML.
    """
    if undeclared.unknown_xml and not dropping.get():
        name = undeclared.unknown_xml[0][1].name.local
        _refuse(
            "other-format", f"the undeclared {quoted(name)} was read from XML", "XML, or drop_undeclared=True"
        )
    all_members = list(members)
    known = [
        (name, value)
        for name, attribute, value in all_members
        if value is not msgspec.UNSET and not (value is None and attribute in undeclared.absent)
    ]
    taken = {name for name, _, _ in all_members}
    result: dict[str, object] = {}
    done = 0
    for position, name, value in sorted(undeclared.unknown_json, key=lambda entry: entry[0]):
        if name in taken:
            _refuse(
                "duplicate-member",
                f"the undeclared member {quoted(name)}",
                "each name once",
                f"/{_step(name)}",
            )
        taken.add(name)
        result.update(known[done:position])
        done = max(done, position)
        result[name] = encodable(value, f"/{_step(name)}")
    result.update(known[done:])
    return raw_where_needed(result)


def encodable(value: Any, path: str = "") -> object:
    """A JSON value as the JSON encoder takes it, with lone surrogates as raw JSON.

    Raises EncodeError, with a pointer that begins with ``path``, for anything that JSON cannot say.
    """
    return _encodable(value, path, 1)


def _encodable(value: Any, path: str, depth: int) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        value = value if type(value) is str else exact_text(value)
        return value if not _surrogate.search(value) else msgspec.Raw(_string(value, path))
    if isinstance(value, int | float):
        try:
            number_text(value)
        except ValueError as error:
            _refuse("cannot-write", f"the number {float.__repr__(float(value))}", str(error), path)
        return value
    if depth > _DEPTH:
        _refuse("too-deep", f"a value that nests deeper than {_DEPTH}", "one that does not hold itself", path)
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_encodable(item, f"{path}/{index}", depth + 1) for index, item in enumerate(items)]
    if isinstance(value, dict):
        members: dict[str, object] = {}
        for name, item in cast("dict[object, object]", value).items():
            if not isinstance(name, str):
                _refuse("wrong-type", f"a member name of type {type(name).__name__}", "a string", path)
            members[name] = _encodable(item, f"{path}/{_step(name)}", depth + 1)
        return raw_where_needed(members)
    return _refuse("wrong-type", f"a {type(value).__name__}", "a JSON value", path)


def raw_where_needed(members: dict[str, object]) -> dict[str, object] | msgspec.Raw:
    """The encoder takes raw JSON for values, not for names, so a name with a lone surrogate makes
    it all raw.
    """
    if not any(map(_surrogate.search, members)):
        return members
    from wiresmith.runtime.json.encoder import ENCODER

    parts = (_string(name, "") + b":" + ENCODER.encode(value) for name, value in members.items())
    return msgspec.Raw(b"{" + b",".join(parts) + b"}")


def _string(text: str, path: str) -> bytes:
    if _pair.search(text):
        _refuse(
            "surrogate",
            "a surrogate pair in two characters",
            "the one character that the pair stands for",
            path,
        )
    literal = json.dumps(text, ensure_ascii=False)
    return _surrogate.sub(lambda match: f"\\u{ord(match[0]):04x}", literal).encode()


def _step(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _refuse(code: str, message: str, expected: str, path: str = "") -> NoReturn:
    raise EncodeError([Finding(severity="error", code=code, message=message, expected=expected, path=path)])
