"""The Link header, friendly and hostile."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.client.links import link


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ('<https://a.example/?page=2>; rel="next"', "https://a.example/?page=2"),
        ("</b>;rel=next", "/b"),
        ("  < /b > ; REL = NEXT ", "/b"),
        ('</a>; rel="prev", </b>; rel="next"', "/b"),
        ('</a>; rel="first prev next"', "/a"),
        ('</a>; title="x, y; z"; rel="next"', "/a"),
        ('</a>; title="a \\"quoted\\" rel=next", </b>; rel=next', "/b"),
        ("</a?x=1,2;3>; rel=next", "/a?x=1,2;3"),
        ('</a>; rel="next"; rel="prev"', "/a"),
        ("</a>; crossorigin; rel=next", "/a"),
        ("</a>; rel=next, </b>; rel=next", "/a"),
        ("<>; rel=next", ""),
        ("</a>", None),
        ("</a>; rel=nextish", None),
        ('</a>; rel="x-next"', None),
        ("</a>; notrel=next", None),
        ('</a>; title="rel=next"', None),
        ("/a; rel=next", None),
        ("</a; rel=next", None),
        ('</a>; rel="next', None),
        ("", None),
        (", ,", None),
    ],
)
def test_the_next_page(header: str, target: str | None) -> None:
    assert link(header, "next") == target


@pytest.mark.parametrize(
    "header",
    [
        "<" * 16_000,
        "<a>" + ";" * 16_000,
        "<a>" + "; a" * 5_000,
        '<a>; a="' + "\\" * 16_000,
        '<a>; a="' + 'x" ' * 5_000,
        "<a>; " + " " * 16_000,
        "<a>" + " ;" * 8_000 + "!",
        "<a>; a = " * 1_700,
        "<a>; rel=prev, " * 1_000 + "<",
        "<a>; rel=next" + " " * 20_000,
    ],
)
def test_hostile_headers_take_no_time(header: str) -> None:
    started = time.process_time()
    link(header, "next")
    assert time.process_time() - started < 0.5


def test_a_header_longer_than_any_is_not_read() -> None:
    assert link("</a>; rel=next" + ", </b>; rel=prev" * 2_000, "next") is None


@given(st.text('<>;,="\\ relnxt/', max_size=60))
def test_nothing_makes_it_fail(header: str) -> None:
    target = link(header, "next")
    assert target is None or f"<{target}>" in "".join(header.split()) or target.strip() in header
