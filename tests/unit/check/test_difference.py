"""Differences between documents."""

from __future__ import annotations

from time import process_time

from wiresmith.check.difference import unified


def test_equal_documents_have_none() -> None:
    assert unified(b"a\n", b"a\n", "x") == ""


def test_lines_are_compared_and_numbered_as_in_the_document() -> None:
    before = b"\n".join(b"line %d" % number for number in range(100))
    text = unified(before, before.replace(b"line 50", b"other"), "x.json")
    assert text.splitlines()[:3] == ["--- x.json (as read)", "+++ x.json (as written)", "@@ -48,7 +48,7 @@"]
    assert "-line 50\n+other" in text


def test_one_long_line_is_broken_up() -> None:
    before = b"[" + b",".join(b'{"number":%d}' % number for number in range(100)) + b"]"
    text = unified(before, before.replace(b":42}", b":42.0}"), "x.json")
    assert '-"number":42}\n' in text
    assert '+"number":42.0}\n' in text
    assert len(text) < 500


def test_what_cannot_be_decoded_and_line_ends_show() -> None:
    assert "-\\xff\\r\n+\\xff" in unified(b"\xff\r\n", b"\xff\n", "x")


def test_large_documents_take_little_time() -> None:
    before = b"\n".join(b"%d" % number for number in range(200_000))
    after = b"\n".join(b"%d" % -number for number in range(200_000))
    start = process_time()
    assert unified(before, after, "x")
    assert process_time() - start < 5
