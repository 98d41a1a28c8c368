"""The modules of an emitted package, each imported when something of it is first asked for.

A small API has one of each kind: ``_schema``, ``_json``, ``_xml``, ``client``. Those of a large API are
packages with a module for each part, and its ``_parts`` says in which part a class or an operation is.
"""

from __future__ import annotations

import builtins
import sys
from dataclasses import replace
from enum import Enum
from functools import cached_property
from importlib import import_module
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Literal, get_args

from wiresmith import runtime

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type
    from wiresmith.dialects import Dialect

Format = Literal["json", "xml"]


class PackageModules:
    """The modules of one emitted package.

    Args:
        name: the package's import name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._codecs: dict[tuple[Format, str], dict[Any, Any]] = {}
        self._schemas: dict[str, Schema] = {}
        self._documents: dict[str, dict[Any, Type]] = {}

    def lazily(self, name: str) -> Any:
        """The ``__getattr__`` of the package: its clients, which bring the HTTP library, its operations, and
        the classes of a large API.

        Raises:
            AttributeError: for a name that the package does not have.
            ImportError: if the HTTP library is not installed; the message says what to do.
        """
        package = sys.modules[self._name]
        if name == "operations":
            return import_module(f"{self._name}.operations")
        if name not in package.__all__:
            raise AttributeError(f"module {self._name!r} has no attribute {name!r}")
        if name in ("AsyncClient", "Client"):
            home = "client"
        else:
            home = "models" if self._parts is not None and name in self._parts.TYPES else "operations"
        try:
            found = getattr(import_module(f"{self._name}.{home}"), name)
        except ModuleNotFoundError as error:
            if error.name not in ("anyio", "httpcore2", "httpx2"):
                raise
            raise ImportError(
                f"{self._name}.{name} needs {error.name}, which is not installed: pip install "
                "'wiresmith[client]'"
            ) from error
        setattr(package, name, found)
        return found

    @property
    def name(self) -> str:
        """The import name of the package."""
        return self._name

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats that the API has, the usual one first."""
        both: tuple[Format, ...] = ("json", "xml")
        return tuple(each for each in both if self._has(each))

    @cached_property
    def api(self) -> str:
        """The name of the API."""
        return self._schema_in(self._parts.REST if self._parts is not None else "").api

    @cached_property
    def schema(self) -> Schema:
        """The types of the API as data, each bound to its class."""
        if self._parts is None:
            return self._schema_in("")
        modules = {**self._parts.HOMES, **self._parts.TYPES}.values()
        parts = [self._schema_in(part) for part in dict.fromkeys((*modules, self._parts.REST))]
        whole = parts[0]
        for part in parts[1:]:
            whole = replace(
                whole,
                types={**part.types, **whole.types},
                documents=tuple(dict.fromkeys((*whole.documents, *part.documents))),
            )
        return whole

    def schema_of(self, key: Any) -> runtime.Schema:
        """What ``schema`` says, as far as it concerns a document; less has to be imported for it."""
        return self._schema_in(self._part(key))

    def schema_of_requests(self, operation: str) -> runtime.Schema:
        """What ``schema`` says, as far as it concerns the parameters of an operation, by its name."""
        return self._schema_in(
            "" if self._parts is None else self._parts.HOMES.get(operation, self._parts.REST)
        )

    @cached_property
    def _parts(self) -> Any:
        """The index of a large API, which comes in parts; None for others."""
        try:
            return import_module(f"{self._name}._parts")
        except ModuleNotFoundError:
            return None

    def _part(self, key: Any) -> str:
        """The part that a document is in: that of the first class in its annotation."""
        if self._parts is None:
            return ""
        part: str = self._parts.REST
        pending = [key]
        while pending:
            each = pending.pop()
            if arguments := get_args(each):
                pending += reversed(arguments)
            elif isinstance(each, type) and each.__module__.startswith(f"{self._name}.models."):
                part = self._parts.TYPES[each.__name__]
                break
        return part

    def _schema_in(self, part: str) -> Schema:
        schema = self._schemas.get(part)
        if schema is None:
            from wiresmith.description import bind

            schema = self._schemas[part] = self._module("_schema", part).SCHEMA
            models = import_module(f"{self._name}.models")
            for name, declared in schema.types.items():
                bind(declared, getattr(models, name))
        return schema

    def _module(self, kind: str, part: str) -> Any:
        """A module of the package, or the part's in a package of that name."""
        return import_module(f"{self._name}.{kind}.{part}" if part else f"{self._name}.{kind}")

    @cached_property
    def _dialect(self) -> Dialect:
        return self._schema_in(self._parts.REST if self._parts is not None else "").rules

    @cached_property
    def documents(self) -> dict[Any, Type]:
        """Everything that a caller may ask for (a class, or an alias such as ``list[Batch]``), with
        its type.
        """
        return self._documents_of(self.schema)

    def _documents_of(self, schema: Schema) -> dict[Any, Type]:
        from wiresmith.description import EnumType, Ref, bare

        found: dict[Any, Type] = {}
        for type_ in schema.documents:
            found.setdefault(self.python_type(bare(type_), schema), type_)
        for name, declared in schema.types.items():
            found.setdefault(declared.cls, Ref(name))
            if isinstance(declared, EnumType) and declared.is_open:
                found.setdefault(self.python_type(Ref(name), schema), Ref(name))
        return found

    def python_type(self, type_: runtime.Type, schema: runtime.Schema | None = None) -> Any:
        """The class or alias that a type of the API is in Python: ``list[Batch | None]``.

        ``schema`` is one that has the type; None finds it, where that is necessary.
        """
        from wiresmith.description import DictType, EnumType, ListType, Nullable, Ref

        match type_:
            case Nullable():
                inner = self.python_type(type_.type, schema)
                return inner if inner is object else inner | None
            case Ref():
                cls = getattr(import_module(f"{self._name}.models"), type_.name)
                if not issubclass(cls, Enum):
                    return cls
                declared = (schema or self.schema_of(cls)).types[type_.name]
                assert isinstance(declared, EnumType)
                return cls | (str if declared.base == "str" else int) if declared.is_open else cls
            case ListType():
                return GenericAlias(list, self.python_type(type_.item, schema))
            case DictType():
                entry = self.python_type(type_.key, schema), self.python_type(type_.value, schema)
                return (
                    GenericAlias(list, GenericAlias(tuple, entry))
                    if type_.pairs
                    else GenericAlias(dict, entry)
                )
            case _:
                return self._scalar_type(type_.kind)

    def _scalar_type(self, name: str) -> Any:
        """The object that the annotation of a kind names."""
        from wiresmith.kinds import kind_of, loaded

        kind = kind_of(name)
        if kind.json_type == "any" and self._dialect.any_says_its_type:
            return object
        own = {each.rpartition(".")[2]: each for each in kind.annotation_imports}
        if "." in (annotation := own.get(kind.annotation, kind.annotation)):
            return loaded(annotation)
        return getattr(builtins, annotation, None) or getattr(runtime, annotation)

    def type_of(self, key: Any) -> runtime.Type:
        """The type of what a caller asks for: a class, or an alias.

        Raises:
            TypeError: if it is no document of the package.
        """
        try:
            part = self._part(key)
            documents = self._documents.get(part)
            if documents is None:
                documents = self._documents[part] = self._documents_of(self._schema_in(part))
            return documents[key]
        except (KeyError, TypeError):
            raise TypeError(
                f"{_spelled(key)} is no document of {self._name}; expected one of its classes, an "
                "operation, or a response"
            ) from None

    @cached_property
    def usual_format(self) -> Format:
        """JSON where the API has it."""
        return "json" if self._has("json") or not self._has("xml") else "xml"

    def _has(self, format: Format) -> bool:
        try:
            self._module(f"_{format}", "")
        except ModuleNotFoundError:
            return False
        return True

    def _codecs_of(self, format: Format, part: str) -> dict[Any, Any]:
        """The codecs of a format by document type; none where the API does not have it."""
        codecs = self._codecs.get((format, part))
        if codecs is None:
            try:
                codecs = self._module(f"_{format}", part).CODECS
            except ModuleNotFoundError:
                codecs = {}
            self._codecs[format, part] = codecs
        return codecs

    def _codec(self, key: Any, format: Format) -> Any:
        try:
            return self._codecs_of(format, self._part(key))[key]
        except (KeyError, TypeError):
            self.type_of(key)
            other = "xml" if format == "json" else "json"
            raise TypeError(
                f"{self._name} documents no {format.upper()} form of {_spelled(key)}; expected "
                f"format={other!r}"
            ) from None


def _spelled(key: Any) -> str:
    return key.__name__ if isinstance(key, type) else str(key)
