"""Each shape of code is a class and a macro, which agree on their names and parameters."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import jinja2
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


def test_a_macro_has_the_fields_of_its_shape() -> None:
    macros = [*_macros()]
    assert len({macro.name for macro in macros}) == len(macros)
    assert {macro.name: tuple(argument.name for argument in macro.args) for macro in macros} == {
        shape.macro: parameters(shape) for shape in _classes()
    }
    assert [macro.name for macro in macros if macro.defaults] == []
