"""The fast tier of JSON: what an emitted ``_json`` module is built on.

msgspec decodes into private Structs that carry the wire names, checking types and ranges in C. Encoding the
Structs again and comparing the bytes proves that nothing was lost (number spellings, duplicate keys, member
order, escapes); any document that does not come back as it was is left to the exact reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

import msgspec

from wiresmith.kinds import kind_of
from wiresmith.runtime.json.encoder import ENCODER
from wiresmith.runtime.json.undeclared_members import restored, with_undeclared
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.shared_parts import refuse_endless
from wiresmith.runtime.undeclared import Undeclared
from wiresmith.runtime.unusual import Unusual

if TYPE_CHECKING:
    from wiresmith.values.forms import Texts

T = TypeVar("T")


ODD_NAME = re.compile('[\x00-\x1f"\\\\\ud800-\udfff]')
"""The characters that msgspec refuses in names of a Struct's fields."""

_TOKEN = token_hex(16)
_MANY = 10_000
"""The values of one value after which it is worthwhile to look whether they have an end."""
_spelled: dict[str, str] = {}


def wire_names(names: dict[str, str]) -> dict[str, str]:
    """The wire names of a Struct's fields, by field; names that msgspec does not take get a stand-in.

    No document can hold a stand-in, so that objects with such a member are always read by the exact reader;
    ``completed`` puts the real names back.
    """
    taken: dict[str, str] = {}
    for field, name in names.items():
        if ODD_NAME.search(name):
            stand_in = f"{_TOKEN}{len(_spelled)}"
            _spelled[stand_in] = name
            name = stand_in
        taken[field] = name
    return taken


def completed(wire: msgspec.Struct, undeclared: Undeclared | None) -> Any:
    """The value that the encoder is to write for an object: its Struct, or its members with their names and
    what is undeclared.
    """
    if not _spelled:
        return wire if undeclared is None else with_undeclared(wire, undeclared)
    names = [_spelled.get(name, name) for name in wire.__struct_encode_fields__]
    fields = zip(names, wire.__struct_fields__, strict=True)
    return restored(
        ((name, field, getattr(wire, field)) for name, field in fields), undeclared or Undeclared()
    )


class JsonCodec(Generic[T]):
    """Reads and writes one document type.

    ``wire`` is the type msgspec decodes to (built from Structs), ``read`` makes the public value of it and
    ``write`` the reverse.
    """

    __slots__ = ("_decoder", "read", "write")

    def __init__(self, wire: Any, read: Callable[[Any], T], write: Callable[[Any], Any]) -> None:
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(wire)
        self.read = read
        self.write = write

    def decode(self, data: bytes) -> T:
        """Read a document that is laid out as this library writes it: compact, indented, or on one line.

        Raises:
            Unusual: for any other document, valid or not.
        """
        try:
            wire = self._decoder.decode(data)
            again = ENCODER.encode(wire)
            if again != data and not _same_layout(again, data):
                raise Unusual
            return self.read(wire)
        except (msgspec.MsgspecError, ValueError, KeyError, OverflowError, RecursionError) as error:
            raise Unusual from error


def _same_layout(compact: bytes, data: bytes) -> bool:
    """Is ``data`` the same document, indented or on one line with spaces?"""
    head = data[1:64]
    if head[:1] not in (b"\n", b'"', b"{", b"["):
        return False
    indent = 0
    if head[:1] == b"\n":
        indent = len(head) - 1 - len(head[1:].lstrip(b" "))
        if not indent:
            return False
    return msgspec.json.format(compact, indent=indent) == data


def not_finite(value: object) -> NoReturn:
    """Refuse a number that JSON cannot hold.

    Raises:
        ValueError: always.
    """
    raise ValueError(f"{value} is not a JSON number")


def finite_decimal(value: Decimal) -> Decimal:
    """The value, if JSON can hold it.

    Raises:
        ValueError: for NaN and the infinities.
    """
    return value if value.is_finite() else not_finite(value)


def finite_json(value: Any) -> Any:
    """The value, if JSON can hold all of it.

    Raises:
        ValueError: for NaN and the infinities, at any depth.
        TypeError: for anything that is no JSON value; msgspec would find some text for it.
    """
    pending: list[Any] = [value]
    seen = 0
    while pending:
        part: Any = pending.pop()
        seen += 1
        if seen == _MANY:
            refuse_endless(value)
        if isinstance(part, float):
            if part - part != 0:
                not_finite(part)
        elif is_dict(part):
            if not all(isinstance(name, str) for name in part):
                raise TypeError("a member name that is no str")
            pending.extend(part.values())
        elif is_list(part):
            pending.extend(part)
        elif part is not None and not isinstance(part, str | int):
            raise TypeError(f"a {type(part).__name__} is no JSON value")
    return value


def read_key(kind: str, text: str, texts: Texts = "standard") -> Any:
    """The dictionary key that a member name says.

    Raises:
        ValueError: for a text that says none.
        Unusual: if it is not the text that ``write_key`` gives.
    """
    value = kind_of(kind).read(text, "json", texts, "core")
    if write_key(kind, value, texts) != text:
        raise Unusual
    return value


def write_key(kind: str, value: Any, texts: Texts = "standard") -> str:
    """The member name of a dictionary key.

    Raises:
        ValueError: for a value that JSON cannot say.
        TypeError, AttributeError: for one of another type.
    """
    return kind_of(kind).text(value, "json", texts, "core")
