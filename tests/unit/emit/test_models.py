"""The emitted classes, as they behave."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import pickle
import sys
import types
import typing
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.emit.contracts import member, plain, rich
from wiresmith.description import Contract, ListType, Nullable, ObjectType, Provenance, Scalar
from wiresmith.emit.packages import emit_module
from wiresmith.failure import EmitError
from wiresmith.runtime import ABSENT, Absent


def run(contract: Contract, name: str = "models.py") -> Any:
    """The emitted module, executed."""
    module = types.ModuleType(f"_emitted_{contract.api}")
    sys.modules[module.__name__] = module
    exec(compile(emit_module(contract, name), name, "exec"), module.__dict__)
    return module


def with_members(*members: Any) -> Contract:
    contract = plain()
    thing = ObjectType(identity="Thing", name="Thing", own=members, members=members)
    return replace(contract, types={"Thing": thing})


def test_fields_and_defaults() -> None:
    models = run(rich())
    fields = {field.name: field for field in dataclasses.fields(models.Batch)}
    assert fields["id"].default is dataclasses.MISSING
    assert fields["children"].default is dataclasses.MISSING
    assert fields["parent"].default is None
    assert fields["state"].default is ABSENT
    assert fields["grade"].default is ABSENT
    assert all(field.kw_only for field in fields.values())
    assert not hasattr(models.Empty(), "__dict__")


def test_annotations_mean_what_the_contract_says() -> None:
    models = run(rich())
    batch = models.Batch
    hints = typing.get_type_hints(batch)
    assert hints["datetime_value"] is datetime.datetime
    assert hints["date_value"] == datetime.date | None
    assert hints["state"] == models.State | str | Absent
    assert hints["grade"] == models.Grade | Absent | None
    assert hints["children"] == list.__class_getitem__(batch)
    assert hints["labels"] == dict[str, str | None] | None


def test_a_class_comes_after_its_base_and_the_root_alone_keeps_the_undeclared() -> None:
    models = run(rich())
    assert issubclass(models.EnvelopeOfBatch, models.Envelope)
    assert "_undeclared" in models.Envelope.__slots__
    assert "_undeclared" not in models.EnvelopeOfBatch.__slots__
    value = models.EnvelopeOfBatch(success=True)
    assert repr(value) == "EnvelopeOfBatch(success=True, meta=None, data=None)"
    assert value != models.EnvelopeOfBatch(success=True, _undeclared=object())


@pytest.mark.parametrize("name", ["Batch", "Empty", "EnvelopeOfBatch"])
def test_a_class_behaves_as_if_the_decorator_had_written_everything(name: str) -> None:
    models = run(rich())
    source = emit_module(rich(), "models.py").replace(", eq=False, repr=False", "")
    models_as_usual = types.ModuleType(models.__name__)
    exec(compile(source, "models.py", "exec"), models_as_usual.__dict__)
    ours, usual = (
        [_made(getattr(module, name), value) for value in (1, 1, 2)] for module in (models, models_as_usual)
    )
    for values in (ours, usual):
        first, same, other = values
        assert first == same
        assert (first == other) is (first.__dataclass_fields__.keys() == {"_undeclared"})
        assert first != dataclasses.replace(first, _undeclared=1)
        assert first.__eq__(1) is NotImplemented
        assert type(first).__hash__ is None
        assert copy.copy(first) == copy.deepcopy(first) == first
        assert not hasattr(first, "__dict__")
    assert ours[0] != usual[0]
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert [repr(value) for value in ours] == [repr(value) for value in usual]
    assert type(ours[0]).__match_args__ == type(usual[0]).__match_args__


def test_derived_classes_are_compared_by_all_of_their_members() -> None:
    models = run(rich())
    assert models.Envelope(success=True) == models.Envelope(success=True)
    assert models.EnvelopeOfBatch(success=True, data=1) != models.EnvelopeOfBatch(success=True, data=2)
    assert models.Envelope(success=True) != models.EnvelopeOfBatch(success=True)


def test_repr_ends_in_a_cycle() -> None:
    models = run(rich())
    value = models.EnvelopeOfBatch(success=True)
    value.data = value
    assert repr(value) == "EnvelopeOfBatch(success=True, meta=None, data=EnvelopeOfBatch(...))"


def _made(cls: Any, value: object) -> Any:
    return cls(**{field.name: value for field in dataclasses.fields(cls) if field.name != "_undeclared"})


def test_enums() -> None:
    models = run(rich())
    assert models.State("second") is models.State.SECOND
    assert models.State.SECOND == "second"
    assert models.Grade(-2) is models.Grade.VALUE_MINUS_2
    assert models.Grade.ONE == 1


def test_documented_defaults_are_described_and_not_filled_in() -> None:
    source = emit_module(rich(), "models.py")
    assert "parent: Batch | None = None\n" in source
    described = "Default: ``Member default``. For example ``Member example``, ``true``, ``null``, ``1.10``."
    assert f'    """{described}"""' in source


def test_exported_names_are_all_classes() -> None:
    models = run(rich())
    assert models.__all__ == ["Batch", "Empty", "Envelope", "EnvelopeOfBatch", "Grade", "State"]


def test_provenance_is_mentioned_where_it_differs() -> None:
    base = member("a", Scalar("str"), "Thing", doc="What it is")
    inferred = Provenance("inferred", "samples/a.json")
    source = emit_module(with_members(base, replace(base, attribute="b", provenance=inferred)), "models.py")
    assert '    a: str\n    """What it is."""' in source
    assert '    b: str\n    """What it is. (Inferred from samples/a.json.)"""' in source
    thing = ObjectType(
        identity="Thing",
        name="Thing",
        provenance=inferred,
        members=(),
        own=(base,),
    )
    source = emit_module(replace(plain(), types={"Thing": thing}), "models.py")
    assert source.count("Inferred from samples/a.json.") == 1


@pytest.mark.parametrize("name", ["list", "str", "datetime", "field", "dict", "int"])
def test_a_field_hides_nothing_that_annotations_need(name: str) -> None:
    contract = with_members(
        member(name, Nullable(Scalar("str")), "Thing"),
        member("when", Nullable(Scalar("datetime")), "Thing"),
        member("many", Nullable(ListType(Scalar("int"))), "Thing"),
    )
    models = run(contract)
    assert getattr(models.Thing(), name) is None
    hints = typing.get_type_hints(models.Thing)
    assert hints["when"] == datetime.datetime | None
    assert hints["many"] == list[int] | None
    # Type checkers look the names up in the class first.
    body = emit_module(contract, "models.py").split("class Thing")[1]
    assert f"{name}: str" in body if name != "str" else "str: str_ | None" in body
    if name in ("list", "datetime", "int"):
        assert f"{name}_" in body


def test_a_class_cannot_be_called_like_a_scalar() -> None:
    thing = plain().types["Thing"]
    with pytest.raises(EmitError, match="python:"):
        emit_module(replace(plain(), types={"Thing": replace(thing, name="Guid")}), "models.py")


def test_a_field_cannot_be_called_like_a_class() -> None:
    with pytest.raises(EmitError, match="both a class and a field"):
        emit_module(with_members(member("Thing", Scalar("str"), "Thing", python="Thing")), "models.py")
