"""JSON as it is written down: two spaces, names in the order they have, every number with its own digits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NoReturn, TypeAlias

from wiresmith.failure import ExportError

Json: TypeAlias = "bool | int | float | Decimal | str | Sequence[Json] | Mapping[str, Json] | None"
Object: TypeAlias = "dict[str, Json]"

_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that JSON may hold as they are, and that a terminal or an editor would act on; half a character
has no UTF-8 form.
"""


def json_text(value: Json) -> str:
    """A value as a JSON document with a final newline.

    Raises:
        ExportError: if it nests too deep to be written.
    """
    try:
        text = "".join(_pieces(value, "\n"))
    except RecursionError:
        raise ExportError("a sample or type nests too deep to be exported; shorten it") from None
    return f"{text}\n"


def parse_json(text: str) -> Json:
    """The value of a JSON document; numbers with a fraction, an exponent or many digits keep them.

    Raises:
        ValueError: if it is none, or holds NaN or an infinity; the message says where.
    """
    try:
        value: Json = json.loads(text, parse_float=Decimal, parse_int=_integer, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("it nests too deep") from None
    return value


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < 20 else Decimal(digits)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _pieces(value: Json, line: str) -> Iterator[str]:
    match value:
        case str():
            yield _string(value)
        case Decimal():
            yield str(value)
        case None | bool() | int() | float():
            yield json.dumps(value, allow_nan=False)
        case Mapping():
            yield from _lines("{}", line, ((f"{_string(name)}: ", value[name]) for name in value), len(value))
        case Sequence():
            yield from _lines("[]", line, (("", item) for item in value), len(value))


def _lines(brackets: str, line: str, items: Iterator[tuple[str, Json]], count: int) -> Iterator[str]:
    if not count:
        yield brackets
        return
    before = brackets[0]
    for name, item in items:
        yield f"{before}{line}  {name}"
        yield from _pieces(item, f"{line}  ")
        before = ","
    yield f"{line}{brackets[1]}"


def _string(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
