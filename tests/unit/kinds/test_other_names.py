"""Types that .NET reads as one of its own: both readers take them, and for the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emit.workshop import XSI, made
from wiresmith.kinds import by_other_name
from wiresmith.values.namespaces import ASMX

GUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
TYPES = "  T: {fields: {a: any, c: char, g: uuid}}"


def document(**said: tuple[str, str]) -> str:
    """A document in which these members say that they are of a type of ASMX, and have these texts."""
    members = ""
    for name, text in (("a", None), ("c", "66"), ("g", GUID)):
        local, content = said.get(name, ("", text))
        stated = f' i:type="w:{local}"' if local else ""
        members += f'<{name} i:nil="true"/>' if content is None else f"<{name}{stated}>{content}</{name}>"
    return f'<T xmlns="urn:w" xmlns:i="{XSI}" xmlns:w="{ASMX}">{members}</T>'


@pytest.mark.parametrize(
    "said",
    [{"a": ("guid", GUID)}, {"a": ("char", "65")}, {"g": ("guid", GUID)}, {"c": ("char", "65")}],
)
def test_both_readers_take_the_types_of_asmx(said: Any) -> None:
    api = made(TYPES)
    value, findings = api.exactly(document(**said), api.T)
    assert value == api.decode(document(**said), api.T, reader="dotnet")
    assert [finding.code for finding in findings] == (["foreign-type"] if "a" in said else [])


def test_no_name_means_two_kinds() -> None:
    names = by_other_name()
    assert len(names) == sum(len(kind.also_read) for kind in {*names.values()})
