"""The records of operations."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing

import pytest

from wiresmith.description import Scalar
from wiresmith.runtime import ABSENT, Auth, Guid, Operation, Parameter, Response


def test_records_are_values() -> None:
    auth = Auth(name="key", place="header", wire="X-Key", scheme="Bearer")
    assert repr(auth).startswith(
        "Auth(name='key', place='header', wire='X-Key', scheme='Bearer', argument=''"
    )
    assert auth == copy.copy(auth) == pickle.loads(pickle.dumps(auth))
    assert hash(auth) == hash(copy.deepcopy(auth))
    assert dataclasses.replace(auth, scheme="") == Auth(name="key", place="header", wire="X-Key")
    assert Parameter(name="a", place="query", wire="A", type=Scalar("int")).default is ABSENT
    with pytest.raises(AttributeError):
        auth.name = "other"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        auth.other = "other"  # type: ignore[attr-defined]


def test_generic_records_can_be_subscripted() -> None:
    assert typing.get_origin(Operation[int]) is Operation
    assert typing.get_args(Response[list[int]]) == (list[int],)
    assert isinstance(Response[int](status="200"), Response)


def test_guid_is_a_new_type() -> None:
    assert isinstance(Guid, typing.NewType)
    assert (Guid.__name__, Guid.__supertype__) == ("Guid", str)
    assert type(Guid("x")) is str
    assert Guid | None == typing.Optional[Guid] == None | Guid  # noqa: UP045
    assert pickle.loads(pickle.dumps(Guid)) is copy.deepcopy(Guid) is Guid
    assert repr(Guid) == "wiresmith.values.guids.Guid"
