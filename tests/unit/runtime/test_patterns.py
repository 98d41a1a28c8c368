from __future__ import annotations

import time

import pytest

from wiresmith.runtime.patterns import check_pattern, pattern_found


def test_a_pattern_is_searched_for() -> None:
    assert pattern_found("b+", "abc")
    assert not pattern_found("^b+$", "abc")
    assert pattern_found(r"^\p{L}+$", "é中")
    assert not pattern_found(".", "\ud800")


def test_patterns_and_texts_are_hostile() -> None:
    start = time.process_time()
    assert not pattern_found("^(a+)+$", "a" * 50_000 + "b")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("pattern", ["(", r"(a)\1", "(?=a)", "[z-a]"])
def test_what_re2_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="not a pattern in RE2 syntax: "):
        check_pattern(pattern)
