"""Kinds are found by name, by contract name and by class; loading one loads nothing that is slow and no other
than it needs.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

from wiresmith.kinds import Kind, all_kinds, by_contract_name, kind_of, kind_of_value
from wiresmith.kinds.lazy_modules import loaded
from wiresmith.kinds.registry import BUILT_IN
from wiresmith.values.numbers import LexicalInt
from wiresmith.values.qnames import QName


def test_every_built_in_kind_is_there_under_its_name() -> None:
    assert [kind.name for kind in all_kinds()] == list(BUILT_IN)
    with pytest.raises(LookupError, match="there is no kind of scalar 'nonsense'"):
        kind_of("nonsense")


def test_every_contract_name_means_one_kind() -> None:
    synonyms = {kind.name for kind in all_kinds() if kind.is_synonym}
    assert synonyms == {"int", "number"}
    assert {kind.name for kind in by_contract_name().values()} == BUILT_IN.keys() - synonyms


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, "bool"), (1, "int32"), (LexicalInt("007"), "int32"), (1.5, "float64"), (Decimal(1), "decimal"),
        ("a", "str"), (b"", "bytes"),
        (dt.datetime(2020, 1, 1), "datetime"), (dt.date(2020, 1, 1), "date"), (dt.time(), "time"),
        (dt.timedelta(), "timedelta"),
        (QName("a"), "qname"), (object(), None), ([], None),
    ],
)  # fmt: skip
def test_the_class_of_a_value_says_its_kind(value: Any, kind: str | None) -> None:
    found = kind_of_value(value)
    assert (found.name if found else None) == kind


@pytest.mark.parametrize("kind", all_kinds(), ids=repr)
def test_default_and_what_is_recognised_as_it_agree(kind: Any) -> None:
    if not kind.is_reference:
        assert kind.accepts(kind.zero())
        assert kind.is_zero(kind.zero())
        assert kind.in_range(kind.zero())
    assert not kind.is_zero(object())


def test_kinds_are_light() -> None:
    code = (
        "import wiresmith.kinds.registry as r; [r.kind_of(name) for name in r.BUILT_IN]; "
        "import sys; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"datetime", "decimal", "random", "msgspec", "lxml", "uuid"} & loaded
    assert not {name for name in loaded if name.startswith(("wiresmith.runtime", "wiresmith.dotnet"))}


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_names_that_emitted_code_uses_are_where_the_kind_says(name: str) -> None:
    kind = kind_of(name)
    for function, module in kind.emitted_names().items():
        assert import_module(function) if module == "" else getattr(import_module(module), function)
    if kind.xml_shape != "parts":
        assert all(loaded(function) for function in kind.xml_reader("core").functions)


def test_a_kind_says_how_emitted_code_reads_and_writes_it() -> None:
    class Unfinished(Kind):
        name = "unfinished"

    with pytest.raises(TypeError, match=r"example.*xml_reader.*xml_writer"):
        Unfinished()  # type: ignore[abstract]
