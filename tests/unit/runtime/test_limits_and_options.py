from __future__ import annotations

from typing import Any

import pytest

from wiresmith.runtime import Limits, WriterOptions


def test_defaults() -> None:
    assert (Limits().bytes, Limits().depth) == (64 * 1024 * 1024, 128)
    assert (WriterOptions().style, WriterOptions().indent, WriterOptions().newline) == (
        "xmlwriter",
        None,
        "\n",
    )


@pytest.mark.parametrize("name", ["bytes", "depth", "text", "items"])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, "8", None])
def test_limits_are_positive_ints(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"the limit {name} is .*; expected a positive int"):
        Limits(**{name: value})


@pytest.mark.parametrize(
    "options",
    [{"style": "pretty"}, {"indent": -1}, {"indent": 17}, {"indent": True}, {"indent": "\t"},
    {"newline": "\r"}, {"newline": ""}],
)  # fmt: skip
def test_options_say_what_they_take(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(options))} is .*; expected "):
        WriterOptions(**options)
