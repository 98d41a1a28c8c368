"""The bytes of a spec file as characters: encoding, byte order mark, characters that YAML does not allow."""

from __future__ import annotations

import itertools
import re
from typing import Final

from wiresmith.language.placed import Spot
from wiresmith.language.problem import Problems

LARGEST_FILE: Final = 256 * 1024
"""Bytes. The specs are written by hand; the longest ones are some tens of kilobytes."""

MOST_BAD_CHARACTERS: Final = 100

_LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NOT_YAML: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffef]"
)
"""The characters that YAML's `c-printable` leaves out, byte order marks, and the last row of the last private
plane (see `yaml_nodes`).
"""


def decoded(data: bytes, file: str, problems: Problems) -> str | None:
    """The text of ``data``, without a byte order mark.

    What is not text becomes U+FFFD and a problem (one for each line, and not more than
    `MOST_BAD_CHARACTERS`), so that the rest can be read. None: the file is too large to be read at all.
    """
    if len(data) > LARGEST_FILE:
        start = Spot(file, 1, 1)
        problems.add(
            start, f"the file is larger than {LARGEST_FILE:,} bytes", "", "split it: one file per endpoint"
        )
        return None
    rest = data.removeprefix(b"\xef\xbb\xbf")
    pieces: list[str] = []
    bad: list[tuple[int, str, str]] = []
    length = 0
    while True:
        try:
            pieces.append(rest.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            shown = " ".join(f"0x{byte:02X}" for byte in rest[error.start : error.end])
            pieces.append(rest[: error.start].decode("utf-8") + "\ufffd")
            length += len(pieces[-1])
            bad.append((length - 1, f"{shown} is not UTF-8", "save the file as UTF-8"))
            rest = rest[error.end :]
            if len(bad) >= MOST_BAD_CHARACTERS:
                pieces.append(rest.decode("utf-8", "replace"))
                break
    text = "".join(pieces)
    for match in itertools.islice(_NOT_YAML.finditer(text), MOST_BAD_CHARACTERS):
        message = f"the character U+{ord(match.group()):04X} is not allowed in a YAML file"
        bad.append((match.start(), message, 'write it as an escape in a "quoted" text, or remove it'))
    lines: set[int] = set()
    for position, message, suggestion in sorted(bad):
        place = spot_after(text[:position], file)
        if place.line not in lines:
            lines.add(place.line)
            problems.add(place, message, "", suggestion)
    return _NOT_YAML.sub("\ufffd", text)


def spot_after(text: str, file: str) -> Spot:
    """The place of the character that follows ``text``."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text):
        line, start = line + 1, match.end()
    return Spot(file, line, len(text) - start + 1)
