"""URLs as people see them."""

from __future__ import annotations

import httpx2
import pytest

from wiresmith.client._draft import Shared
from wiresmith.client.secrets import MASK
from wiresmith.client.steps import Received
from wiresmith.client.urls import shown


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://h/p?k=1&page=2&%6B=4", f"https://h/p?k={MASK}&page=2&%6B={MASK}"),
        ("https://h/p?api_key=1&page=2", f"https://h/p?api_key={MASK}&page=2"),
        ("https://h/p?k&page", "https://h/p?k&page"),
        ("https://h:8443/p", "https://h:8443/p"),
        ("https://[::1]:80/p?a=b", "https://[::1]:80/p?a=b"),
        ("https://h/" + "a" * 490, "https://h/" + "a" * 490),
        ("https://h/" + "a" * 491, "https://h/" + "a" * 489 + "…"),
    ],
)
def test_the_values_of_secrets_are_not_shown_and_others_are(url: str, expected: str) -> None:
    assert shown(httpx2.URL(url), frozenset({"k"})) == expected


def test_neither_bodies_nor_headers_are_shown() -> None:
    assert "confidential" not in repr(Received(200, {}, b"confidential"))
    assert "confidential" not in repr(Shared("a", (("x-note", "confidential"),), frozenset(), None))
