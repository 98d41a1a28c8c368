"""The names of one emitted module: what it defines, and what it imports under which name.

A class body hides outside names behind its fields: with a field ``list``, ``items: list[str]`` no longer
means the builtin. A name that a field, class or operation of the module has is therefore imported under
another one (``list as list_``).
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable
from functools import cache

from wiresmith.emit._expression import Expression
from wiresmith.emit.imports import PLACE, UnknownNameError, free_names, import_statements, origin
from wiresmith.emit.safe_text import Identifier, PublicName
from wiresmith.failure import EmitError
from wiresmith.kinds import all_kinds


@cache
def annotation_names() -> frozenset[str]:
    """Names that annotations of values use; a class of the API may not have them, or both would be meant."""
    spelled = (re.match(r"\w+", kind.annotation) for kind in all_kinds())
    return frozenset({"dict", "list", "object", "tuple", *(found[0] for found in spelled if found)})


class ModuleScope:
    """Hands out names within one module.

    ``taken`` are names that the module or a class body in it defines; ``classes`` are those of ``models``,
    imported from there on first use unless ``own_classes`` says that this is that module.
    """

    def __init__(
        self, taken: Iterable[str], classes: Iterable[str] = (), *, own_classes: bool = False
    ) -> None:
        self._classes = frozenset(classes)
        for name in sorted(self._classes & annotation_names()):
            raise EmitError(
                f"a class cannot be called {name}, which annotations use; give the type a python: name"
            )
        self._taken = {*taken, *self._classes}
        self._own_classes = own_classes
        self._locals: dict[tuple[str, str], str] = {}
        self._origins: dict[str, tuple[str, str]] = {}
        self._brought: set[str] = set()
        self._homes: dict[str, str] | None = None

    def nest(self, homes: dict[str, str]) -> None:
        """Say that this is a module of a package in the API's, where ``homes`` are the modules of the
        classes.
        """
        self._homes = homes

    def api_class(self, name: str) -> PublicName:
        """The name of a class of the API; it is imported from ``models`` unless this is that module."""
        return PublicName(name)

    def name(self, wanted: str) -> Identifier:
        """The local name of a builtin or of a name of ``ORIGINS``; imported where it needs to be."""
        module = "builtins" if (known := origin(wanted)) is None else known
        local = self._locals.get((module, wanted))
        if local is None:
            if module == "builtins" and not hasattr(builtins, wanted):
                raise KeyError(f"no emitted module knows where {wanted} comes from")
            local = self._free(wanted, "_") if wanted in self._taken else wanted
            if module == "builtins" and local == wanted:
                return Identifier(wanted)
            self._taken.add(local)
            self._locals[module, wanted] = local
            self._origins[local] = module, wanted
        return Identifier(local)

    def bring(self, module: str, name: str) -> Identifier:
        """Import a name of a module of the same package, whether this module uses it or only hands it on."""
        self._origins[name] = f".{module}", name
        self._brought.add(name)
        return Identifier(name)

    def adopt(self, expression: Expression) -> Expression:
        """The expression with its names as this module has them; imports what it uses."""
        tree = ast.parse(expression.source, mode="eval")
        renamed = False
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                known = self.api_class if node.id in self._classes else self.name
                local = known(node.id).source
                renamed |= local != node.id
                node.id = local
        return Expression.trusted(ast.unparse(tree)) if renamed else expression

    def constant(self, wanted: str) -> Identifier:
        """A new constant of the module, called as wanted as far as that is a name and free."""
        cleaned = re.sub(r"[^A-Z0-9]+", "_", wanted.upper()).strip("_")[:60]
        name = cleaned if cleaned and not cleaned[0].isdigit() else f"N_{cleaned}".strip("_")
        local = self._free(name, "_2") if name in self._taken else name
        self._taken.add(local)
        return Identifier(local)

    def _free(self, name: str, ending: str) -> str:
        local, number = f"{name}{ending}", 2
        while local in self._taken:
            number += 1
            local = f"{name}_{number}"
        return local

    def with_imports(self, source: str) -> str:
        """The rendered module with the imports that it needs in their place.

        Raises:
            EmitError: if the module has no place for them, or uses a name that nothing defines.
            SyntaxError: if it is no Python.
        """
        before, place, after = source.partition(PLACE)
        if not place:
            raise EmitError("a module needs a place for its imports: {{ imports }}")
        wanted = {local: origin for local, origin in self._origins.items() if local in self._brought}
        for name in free_names(f"{before}{after}"):
            known = self._origins.get(name)
            if known is None and name in self._classes:
                known = self._homes.get(name, ".models") if self._homes else ".models", name
            if known is not None or not hasattr(builtins, name):
                module = origin(name)
                if known is None and module is None:
                    raise UnknownNameError(f"it uses {name}, which nothing defines")
                wanted[name] = known or (module or "", name)
        if self._homes is not None:
            wanted = {
                local: (f".{module}" if module in (".", ".models") else module, name)
                for local, (module, name) in wanted.items()
            }
        return f"{before}{import_statements(wanted)}{after}"
