from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.runtime import guid


@given(st.uuids(), st.sampled_from(["D", "N", "B", "P"]), st.booleans())
def test_every_form_is_kept_as_it_is(value: uuid.UUID, form: str, upper: bool) -> None:
    digits = {"D": str(value), "N": value.hex, "B": f"{{{value}}}", "P": f"({value})"}[form]
    text = digits.upper() if upper else digits
    assert guid(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "6f9619ff-8b86-d011-b42d-00cf4fc964f", "6f9619ff-8b86-d011-b42d-00cf4fc964fff",
        "6f9619ff8b86-d011-b42d-00cf4fc964ff", "{6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "{6f9619ff-8b86-d011-b42d-00cf4fc964ff)", "{6f9619ff8b86d011b42d00cf4fc964ff}",
        "gf9619ff-8b86-d011-b42d-00cf4fc964ff", "6f9619ff-8b86-d011-b42d-00cf4fc964f\ud800",
        "٦f9619ff-8b86-d011-b42d-00cf4fc964ff", " 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "urn:uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a GUID such as"):
        guid(text)
