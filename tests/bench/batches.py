"""Documents of bemicron's batch list of any size, in the bytes that .NET would send; the same seed gives the
same bytes.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import Any
from xml.sax.saxutils import escape

_ENTITIES = "http://schemas.datacontract.org/2004/07/EntityModel"
_ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
_ITEMS = {
    "medistream_compartments": "medistream_compartment_details",
    "temperatures": "temperature_data",
    "compartments": "mediwave_compartment_details",
    "pieces": "description_count",
}
_START = dt.datetime(2026, 1, 1)


class Batches:
    """Makes batches from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def some(self, count: int) -> list[dict[str, Any]]:
        """``count`` batches as plain JSON values, members in the page's order."""
        return [self._batch(number) for number in range(count)]

    def _guid(self) -> str:
        digits = f"{self._random.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def _time(self) -> str:
        # a fraction is never zero here, and .NET drops trailing zeros: what is written is what would be read
        moment = _START + dt.timedelta(
            microseconds=self._random.randrange(10**13) * 10 + self._random.randint(1, 9)
        )
        return moment.isoformat(timespec="microseconds") + "+00:00"

    def _bool(self) -> bool:
        return self._random.random() < 0.5

    def _int(self, most: int = 500) -> int:
        return self._random.randrange(most)

    def _temperatures(self) -> list[dict[str, Any]]:
        return [
            {"time": self._time(), "temperature": round(self._random.uniform(1, 40), 1)} for _ in range(2)
        ]

    def _batch(self, number: int) -> dict[str, Any]:
        return {
            "step": number,
            "analysis": {
                "end": self._time(),
                "class1": self._bool(),
                "class2": self._bool(),
                "class3": self._bool(),
                "hd03": self._int(),
                "hd05": self._int(),
                "start": self._time(),
            },
            "completion": self._int(100),
            "id": self._guid(),
            "local_id": f"batch {number}",
            "medistream_compartments": [
                {
                    "done": self._bool(),
                    "duration": self._int(),
                    "elapsed_time": f"{self._int()} min",
                    "id": self._guid(),
                    "medistream_id": self._guid(),
                    "number": place,
                    "started": self._bool(),
                    "temperatures": self._temperatures(),
                    "temperature_type": "celsius",
                }
                for place in range(2)
            ],
            "mediwave_details": {
                "id": self._guid(),
                "name": f"wave {number} – Zürich",
                "temperatures": self._temperatures(),
                "ph_check": self._bool(),
                "reset_check": self._bool(),
                "temperature_check": self._bool(),
                "dosage_check": self._bool(),
                "done": self._bool(),
                "duration": f"{self._int()} s",
                "compartments": [
                    {
                        "number": place,
                        "count": 2,
                        "pieces": [
                            {
                                "count": self._int(),
                                "description": {"form": "vial", "label": f"no. {self._int()}"},
                            }
                            for _ in range(2)
                        ],
                    }
                    for place in range(2)
                ],
                "temperature_type": "celsius",
            },
            "stepName": f"step {number % 7}",
        }


def as_json(batches: list[dict[str, Any]]) -> bytes:
    """The batches on one line, as Newtonsoft writes them."""
    return json.dumps(batches, separators=(",", ":"), ensure_ascii=False).encode()


def as_xml(batches: list[dict[str, Any]], *, indented: bool = False) -> bytes:
    """The batches as DataContractSerializer writes them: on one line (a response) or indented (a
    help page).
    """
    lines: list[tuple[int, str]] = [
        (
            0,
            '<ArrayOfmediwave_batch_details xmlns:i="http://www.w3.org/2001/XMLSchema-instance" '
            f'xmlns="{_ENTITIES}">',
        )
    ]
    for batch in batches:
        _element("mediwave_batch_details", batch, 1, lines)
    lines.append((0, "</ArrayOfmediwave_batch_details>"))
    if indented:
        return "\n".join("  " * depth + line for depth, line in lines).encode()
    return "".join(line for _, line in lines).encode()


def _element(name: str, value: Any, depth: int, lines: list[tuple[int, str]]) -> None:
    if name == "description":
        prefix = f"d{depth + 1}p1"
        lines.append((depth, f'<description xmlns:{prefix}="{_ARRAYS}">'))
        for key, text in value.items():
            lines.append((depth + 1, f"<{prefix}:KeyValueOfstringstring>"))
            lines.append((depth + 2, f"<{prefix}:Key>{escape(key)}</{prefix}:Key>"))
            lines.append((depth + 2, f"<{prefix}:Value>{escape(text)}</{prefix}:Value>"))
            lines.append((depth + 1, f"</{prefix}:KeyValueOfstringstring>"))
        lines.append((depth, "</description>"))
    elif isinstance(value, dict):
        lines.append((depth, f"<{name}>"))
        for member in sorted(value):
            _element(member, value[member], depth + 1, lines)
        lines.append((depth, f"</{name}>"))
    elif isinstance(value, list):
        lines.append((depth, f"<{name}>"))
        for item in value:
            _element(_ITEMS[name], item, depth + 1, lines)
        lines.append((depth, f"</{name}>"))
    else:
        text = str(value).lower() if isinstance(value, bool) else escape(str(value))
        lines.append((depth, f"<{name}>{text}</{name}>"))
