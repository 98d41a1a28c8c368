"""Emitted packages are plain Python: what typing, inspect, dataclasses, copy and pickle make of everything in
them.
"""

from __future__ import annotations

import copy
import dataclasses
import importlib
import inspect
import os
import pickle
import pkgutil
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from types import FunctionType, ModuleType
from typing import Any, Final

import pytest

import batch_apis
import wiresmith.client
import wiresmith.dotnet
import wiresmith.runtime
from tests.client.service import SPECS, emitted
from tests.golden.documented import GENERATED, REPOSITORY, made_up, package
from wiresmith.contract.resolve import load_api
from wiresmith.emit.packages import emit_package
from wiresmith.runtime import Absent, Guid, Model, XmlElement

pytestmark = pytest.mark.slow

SHIPPED: Final = [name for _, name, _ in pkgutil.iter_modules(batch_apis.__path__)]
MADE_UP: Final = ["kitchen", "pantry", "shop"]
each_package = pytest.mark.parametrize("api", [*SHIPPED, *MADE_UP])
BUILT_IN: Final = {"DateTime", "Duration", "Time", "AsyncOptions", "ClientOptions", "SyncOptions"}
"""Subclasses of classes (dict, datetime, time, timedelta) of which Python itself knows no signature."""


def package_of(api: str) -> Any:
    return emitted() if api == "shop" else package(api)


def modules_of(api: str) -> list[ModuleType]:
    """The package and all its modules."""
    if api in SHIPPED:
        found = pkgutil.walk_packages(package_of(api).__path__, f"batch_apis.{api}.")
        return [package_of(api), *(importlib.import_module(name) for _, name, _ in found)]
    contract = load_api(SPECS / "shop") if api == "shop" else made_up(api)
    parts = [path.with_suffix("").parts[2:] for path in emit_package(contract) if path.suffix == ".py"]
    return [
        importlib.import_module(".".join((package_of(api).__name__, *part)).removesuffix(".__init__"))
        for part in parts
    ]


def defined_in(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The classes and functions of a module, and the functions in its classes."""
    for name, value in vars(module).items():
        if getattr(value, "__module__", None) == module.__name__:
            if isinstance(value, type):
                yield from functions_of(name, value)
            elif isinstance(value, FunctionType):
                yield name, value


def functions_of(name: str, cls: type) -> Iterator[tuple[str, Any]]:
    """A class and its functions."""
    yield name, cls
    for base in cls.__mro__:
        for member, value in vars(base).items():
            function = getattr(value, "fget", None) or inspect.unwrap(getattr(value, "__func__", value))
            if isinstance(function, FunctionType) and function.__module__.startswith(
                ("wiresmith", "_wire", "batch")
            ):
                yield f"{name}.{member}", function


def faults(things: Iterator[tuple[str, Any]]) -> list[str]:
    """What cannot be resolved, or has no signature."""
    found: list[str] = []
    for name, thing in things:
        # A private method of a base may name what only type checkers import; the schema takes long to import.
        member = name.rpartition(".")[2]
        if ("." in name and member.startswith("_") and member != "__init__") or name == "Package.schema":
            continue
        for look in (typing.get_type_hints, inspect.signature):
            if look is inspect.signature and name in BUILT_IN:
                continue
            try:
                look(thing)
            except (NameError, TypeError, ValueError) as error:
                found.append(f"{name}: {error}")
    return found


@each_package
def test_annotations_resolve_and_callables_have_signatures(api: str) -> None:
    modules = modules_of(api)
    assert len(modules) > 3
    for module in modules:
        assert faults(defined_in(module)) == []
        for exported in getattr(module, "__all__", ()):
            value = getattr(module, exported)
            if callable(value):
                inspect.signature(value)
                typing.get_type_hints(value)


@pytest.mark.parametrize("room", [wiresmith.runtime, wiresmith.client, wiresmith.dotnet])
def test_annotations_of_public_names_resolve(room: Any) -> None:
    for name in room.__all__:
        value = getattr(room, name)
        if isinstance(value, type):
            assert faults(functions_of(name, value)) == []
        elif isinstance(value, FunctionType):
            assert faults(iter([(name, value)])) == []


def test_annotations_resolve_in_a_program_that_has_used_nothing_yet() -> None:
    program = (
        "import typing, batch_apis.bemicron as api\n"
        "for function in (api.decode, api.read, api.encode, api.BatchDetailsViewModel, api.Client, "
        "api.Client.batch_details):\n"
        "    assert typing.get_type_hints(function)\n"
    )
    path = os.pathsep.join(str(folder) for folder in (REPOSITORY / "codegen", GENERATED))
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path}, check=True)


def classes_of(api: str) -> list[Any]:
    """The emitted dataclasses of a package."""
    exported: list[Any] = [getattr(package_of(api), name) for name in package_of(api).__all__]
    found = [each for each in exported if isinstance(each, type) and dataclasses.is_dataclass(each)]
    assert found
    return found


def sample(hint: Any) -> Any:
    """Some value; which one it is does not matter to a dataclass."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return 1 if hint is int else "x"


@each_package
def test_classes_are_dataclasses_like_any_other(api: str) -> None:
    for cls in classes_of(api):
        check_dataclass(cls)


def check_dataclass(cls: Any) -> None:
    about = cls.__dataclass_params__
    assert (about.init, about.eq, about.repr, about.frozen) == (True, False, False, False)
    assert issubclass(cls, Model)
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)
    assert [each.name for each in fields] == list(inspect.signature(cls).parameters)
    given = {each.name: sample(hints[each.name]) for each in fields if each.name != "_undeclared"}
    value = cls(**given)
    assert dataclasses.asdict(value) == {**given, "_undeclared": None}
    assert dataclasses.replace(value) == copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
    match value:
        case cls() as matched:
            assert matched is value
    for name in given:
        changed = dataclasses.replace(value, **{name: object()})
        assert changed != value
    with pytest.raises(TypeError):
        cls(**given, nothing=1)
    assert (
        repr(value) == f"{cls.__qualname__}({', '.join(f'{name}={each!r}' for name, each in given.items())})"
    )


@each_package
def test_what_reads_annotations_comes_to_an_end(api: str) -> None:
    """What a class is made of, and that in turn, as pydantic and cattrs look it up: no name is left, and no
    alias holds itself.
    """
    waiting: list[tuple[Any, tuple[Any, ...]]] = [(cls, ()) for cls in classes_of(api)]
    seen: set[type] = set()
    while waiting:
        hint, inside = waiting.pop()
        assert len(inside) < 20, inside
        assert not isinstance(hint, typing.ForwardRef | str), inside
        waiting += [
            (part, (*inside, hint))
            for part in typing.get_args(hint)
            if typing.get_origin(hint) is not typing.Literal
        ]
        if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint not in seen:
            seen.add(hint)
            waiting += [(part, (hint,)) for part in typing.get_type_hints(hint).values()]
    assert XmlElement in seen


@pytest.mark.parametrize("make", [lambda: Guid, lambda: Absent.ABSENT], ids=["Guid", "ABSENT"])
def test_shared_values_stay_what_they_are(make: Callable[[], Any]) -> None:
    assert pickle.loads(pickle.dumps(make())) is copy.deepcopy(make()) is make()
