"""The records of operations."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable

import pytest

from wiresmith.runtime import ABSENT, Auth, Guid, Operation, Parameter, Response


def test_records_are_named_tuples() -> None:
    auth = Auth("key", "header", wire="X-Key", scheme="Bearer")
    name, place, *rest = auth
    assert (name, place, rest) == ("key", "header", ["X-Key", "Bearer", "", "", ""])
    assert repr(auth) == (
        "Auth(name='key', place='header', wire='X-Key', scheme='Bearer', argument='', env='', doc='')"
    )
    assert auth == copy.copy(auth) == pickle.loads(pickle.dumps(auth))
    assert hash(auth) == hash(tuple(auth))
    assert auth._replace(scheme="") == Auth("key", "header", "X-Key")
    assert auth._asdict() == dict(zip(Auth._fields, auth, strict=True))
    assert Auth.__match_args__ == Auth._fields
    assert Auth._fields == ("name", "place", "wire", "scheme", "argument", "env", "doc")
    assert Auth._field_defaults == {"scheme": "", "argument": "", "env": "", "doc": ""}
    assert Parameter("a", "query", "A", int).default is ABSENT
    with pytest.raises(AttributeError):
        auth.name = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        auth.other = "other"  # type: ignore[attr-defined]


# For calls that type checkers refuse, too.
UNTYPED: typing.Any = Auth


@pytest.mark.parametrize(
    "make",
    [
        lambda: UNTYPED("key", "header"),
        lambda: UNTYPED("key", "header", "a", "b", "c", "d", "e", "f"),
        lambda: UNTYPED("key", "header", "a", name="b"),
        lambda: UNTYPED("key", "header", "a", other="b"),
        lambda: UNTYPED("key", "header", "a")._replace(other="b"),
    ],
)
def test_records_take_their_fields_only(make: Callable[[], object]) -> None:
    with pytest.raises((TypeError, ValueError), match=r"argument|other"):
        make()


def test_generic_records_can_be_subscripted() -> None:
    assert typing.get_origin(Operation[int]) is Operation
    assert typing.get_args(Response[list[int]]) == (list[int],)
    assert isinstance(Response[int]("200"), Response)


def test_guid_is_a_new_type() -> None:
    assert isinstance(Guid, typing.NewType)
    assert (Guid.__name__, Guid.__supertype__) == ("Guid", str)
    assert type(Guid("x")) is str
    assert Guid | None == typing.Optional[Guid] == None | Guid  # noqa: UP045
    assert pickle.loads(pickle.dumps(Guid)) is copy.deepcopy(Guid) is Guid
    assert repr(Guid) == "wiresmith.values.guids.Guid"
