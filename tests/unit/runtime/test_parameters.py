"""What parameters of calls are held to besides their types."""

from __future__ import annotations

import datetime

import pytest

from batch_apis import tofupilot
from wiresmith.client import ParameterError


def test_the_pattern_of_a_moment_is_that_of_its_text() -> None:
    client = tofupilot.Client(api_key="k", base_url="http://127.0.0.1:9", retries=0)
    with pytest.raises(ParameterError, match=r"created_after: .* expected a text that matches"):
        client.list_batches(created_after=datetime.datetime(2026, 3, 1, 8))
