"""The emitted schema says what the contract says."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from tests.unit.emit.contracts import ARRAYS, JSON, NAMESPACE, plain, rich
from tests.unit.emit.test_operations import run
from wiresmith import description as schema
from wiresmith.check.loading import load
from wiresmith.description import ListType, Nullable, Operation, Response, Scalar, Type
from wiresmith.emit.packages import emit_module
from wiresmith.failure import EmitError
from wiresmith.kinds import all_kinds
from wiresmith.runtime import Number


def test_schema_says_what_the_contract_says() -> None:
    contract = rich()
    table: schema.Schema = run(contract, "_schema.py").SCHEMA
    assert (table.api, table.dialect) == ("rich", "datacontract")
    assert list(table.types) == list(contract.types)
    closed = table.types["EnvelopeOfBatch"]
    assert isinstance(closed, schema.ObjectType)
    assert [member.wire for member in closed.members] == ["Data", "Success", "Meta"]
    assert closed.xml_order == ("success", "meta", "data")
    assert closed.root == schema.QName("Type xml", NAMESPACE)
    data, success, meta = closed.members
    assert data.type == schema.Nullable(schema.Ref("Batch"))
    assert (success.type, success.optional, success.absent_as_null) == (
        schema.Scalar(kind="bool"),
        False,
        False,
    )
    assert (meta.attribute, meta.absent_as_null, meta.xml_emit_default) == ("meta", True, False)
    assert meta.xml_name == schema.QName("Meta", NAMESPACE)
    assert isinstance(meta.type, schema.Nullable)
    strings = meta.type.type
    assert isinstance(strings, schema.DictType)
    assert strings.value == schema.Nullable(schema.Scalar(kind="str"))
    assert strings.entry_name == schema.QName("KeyValueOfstringstring", ARRAYS)
    assert strings.root == schema.QName("ArrayOfKeyValueOfstringstring", ARRAYS)


def test_scalars_keep_kind_and_constraints() -> None:
    table: schema.Schema = run(rich(), "_schema.py").SCHEMA
    batch = table.types["Batch"]
    assert isinstance(batch, schema.ObjectType)
    members = {member.attribute: member for member in batch.members}
    assert members["id"].type == schema.Scalar(kind="str", min_length=20, max_length=37, pattern="^[a-z]+$")
    assert members["uint64_value"].type == schema.Scalar(kind="uint64")
    assert members["state"].optional
    assert members["children"].type == schema.ListType(schema.Ref("Batch"), max_length=9)


def test_enums() -> None:
    table: schema.Schema = run(rich(), "_schema.py").SCHEMA
    state, grade = table.types["State"], table.types["Grade"]
    assert isinstance(state, schema.EnumType)
    assert isinstance(grade, schema.EnumType)
    assert (state.base, state.closed, grade.base, grade.closed) == ("str", False, "int", True)


def test_documents_are_classes_enums_and_all_other_bodies() -> None:
    models: Any = load(rich())
    documents = models._package.documents
    assert all(
        declared.cls is getattr(models, name) for name, declared in models._package.schema.types.items()
    )
    assert documents[models.Batch] == schema.Ref("Batch")
    assert documents[models.Grade] == schema.Ref("Grade")
    batch = models.Batch
    batches = documents[list.__class_getitem__(batch)]
    assert batches.root == schema.QName("ArrayOfBatch", NAMESPACE)
    assert batches.item_name == schema.QName("Batch", NAMESPACE)
    assert documents[models.State | str] == schema.Nullable(schema.Ref("State"))
    assert documents[Number] == schema.Scalar(kind="number")
    assert documents[object] == schema.Scalar(kind="any")


def test_every_response_type_is_a_document() -> None:
    package: Any = load(rich())
    for operation in rich().operations:
        for response in getattr(package, operation.python).responses:
            assert response.type is None or package._package.key_of(response) in package._package.documents


@pytest.mark.parametrize("dialect", ["plain", "datacontract"])
def test_bodies_of_kinds_are_found_from_their_operations(dialect: str) -> None:
    scalars = {kind.annotation: Scalar(kind.name) for kind in all_kinds()}.values()
    for made in (lambda each: each, Nullable, lambda each: ListType(Nullable(each))):
        bodies = [made(scalar) for scalar in scalars]
        contract = replace(plain(), api="kinds", dialect=dialect, operations=returning(*bodies))
        package: Any = load(contract)
        codecs = import_module(f"{package.__name__}._json").CODECS
        for number, body in enumerate(bodies):
            key = package._package.key_of(getattr(package, f"get_{number}"))
            assert key in codecs
            assert package._package.type_of(key) == body


def returning(*types: Type) -> tuple[Operation[Any], ...]:
    base = plain().operations[0]
    return tuple(
        replace(
            base,
            name=f"get_{number}",
            python=f"get_{number}",
            responses=(Response(status="200", type=type_, media=JSON),),
        )
        for number, type_ in enumerate(types)
    )


def test_bodies_that_python_cannot_tell_apart_are_refused() -> None:
    kinds = (ListType(Scalar("int32")), ListType(Scalar("int64")))
    with pytest.raises(EmitError, match=r"both list\[int\] in Python"):
        emit_module(replace(plain(), operations=returning(*kinds)), "_schema.py")
    emit_module(replace(plain(), operations=returning(kinds[0], kinds[0])), "_schema.py")
