"""Patterns that only RE2 has are left out; ``tests/judge`` has a JavaScript engine find the same by the
others.
"""

from __future__ import annotations

import pytest

from wiresmith.export.ecma_patterns import ecma_pattern
from wiresmith.runtime import check_pattern


@pytest.mark.parametrize(
    "pattern",
    ["(?i)a", "(?i:a)", "[[:alpha:]]", r"\pL", r"\p{Greek}", r"\Qa.b\E", r"\x{41}", r"\a", r"[\S]", "^*",
    r"\C", "(?s).", r"\07"],
)  # fmt: skip
def test_what_is_of_re2_alone_is_not_translated(pattern: str) -> None:
    check_pattern(pattern)
    assert ecma_pattern(pattern) is None
