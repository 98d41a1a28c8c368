"""Each shape of code is a class and a macro, which agree on their names and parameters."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import jinja2
import pytest
from jinja2 import nodes

from wiresmith import emit
from wiresmith.emit.code_shape import Shape, parameters
from wiresmith.emit.environment import environment

for module in pkgutil.iter_modules(emit.__path__):
    importlib.import_module(f"wiresmith.emit.{module.name}")


def _classes(shape: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for derived in shape.__subclasses__():
        if derived.__module__.startswith("wiresmith.") and "__dataclass_fields__" in vars(derived):
            yield derived
        yield from _classes(derived)


def _macros() -> Iterator[nodes.Macro]:
    made = environment()
    assert isinstance(made.loader, jinja2.BaseLoader)
    for file in made.list_templates():
        source, _, _ = made.loader.get_source(made, file)
        yield from made.parse(source).find_all(nodes.Macro)


SHAPES = {shape.macro: parameters(shape) for shape in _classes()}


@pytest.mark.parametrize("macro", list(_macros()), ids=lambda macro: macro.name)
def test_a_macro_has_the_fields_of_its_shape(macro: nodes.Macro) -> None:
    assert SHAPES[macro.name] == tuple(argument.name for argument in macro.args)
    assert not macro.defaults


def test_every_shape_has_one_macro() -> None:
    names = [macro.name for macro in _macros()]
    assert sorted(names) == sorted(SHAPES)
