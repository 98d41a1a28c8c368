"""Emitted packages without files: a contract is emitted into memory and imported from there.

What is checked is then exactly the code that another project would import, made from the spec as it is now.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import PurePosixPath
from types import CodeType, ModuleType
from typing import Any, Literal, Protocol, cast

from wiresmith.description import Contract
from wiresmith.emit import emit_package
from wiresmith.runtime import DotNetReader, Finding, Limits, Strict, WriterOptions


class EmittedPackage(Protocol):
    """The functions that every emitted package exports, besides its classes and operations."""

    __name__: str

    def read(
        self,
        data: bytes,
        as_: Any,
        *,
        format: str | None = None,
        limits: Limits | None = None,
        reader: DotNetReader | Literal["careful", "dotnet"] = "careful",
        strict: Strict = "documented",
    ) -> tuple[Any, list[Finding]]:
        """The value and what there is to say about the document; None where an error was found."""
        ...

    def encode(
        self,
        value: Any,
        as_: Any = None,
        *,
        format: str = "json",
        options: WriterOptions = ...,
        strict: Strict = "documented",
    ) -> bytes:
        """The bytes of a value."""
        ...


class _InMemory(MetaPathFinder, InspectLoader):
    """Finds and compiles the modules of emitted packages by their full names."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._packages: set[str] = set()

    def add(self, name: str, files: Mapping[PurePosixPath, str]) -> None:
        top = min(
            (path for path in files if path.name == "__init__.py"), key=lambda path: len(path.parts)
        ).parent
        for path, source in files.items():
            if path.suffix != ".py" or not path.is_relative_to(top):
                continue
            inner = path.relative_to(top)
            parts = inner.parent.parts if inner.name == "__init__.py" else inner.with_suffix("").parts
            module = ".".join((name, *parts))
            self._sources[module] = source
            if inner.name == "__init__.py":
                self._packages.add(module)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._sources:
            return None
        return ModuleSpec(fullname, self, origin=f"<{fullname}>", is_package=self.is_package(fullname))

    def is_package(self, fullname: str) -> bool:
        return fullname in self._packages

    def get_source(self, fullname: str) -> str | None:
        return self._sources.get(fullname)

    def get_code(self, fullname: str) -> CodeType:
        # A name without <> lets tracebacks ask get_source for the line.
        return compile(self._sources[fullname], f"{fullname} (emitted, in memory)", "exec", dont_inherit=True)


_modules = _InMemory()


def load(contract: Contract) -> EmittedPackage:
    """Emit a contract's package and import it, without touching the disk.

    The same sources give the same package, so that a process holds each version once; a contract keeps
    its own.
    """
    kept = cast("dict[str, EmittedPackage]", vars(contract))
    if "_package" not in kept:
        kept["_package"] = _imported(contract)
    return kept["_package"]


def _imported(contract: Contract) -> EmittedPackage:
    files = emit_package(contract)
    text = "\0".join(f"{path}\0{source}" for path, source in sorted(files.items()))
    name = f"_wiresmith_{contract.api}_{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    if name not in sys.modules:
        if _modules not in sys.meta_path:
            sys.meta_path.append(_modules)
        _modules.add(name, files)
    return cast(EmittedPackage, importlib.import_module(name))
