"""A contract as the files of a package, and all packages together as they are written to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Final, cast

from wiresmith.description import Contract
from wiresmith.emit._client_module import client_context
from wiresmith.emit._exports import exports_context, has_client
from wiresmith.emit._model_classes import models_context
from wiresmith.emit._operation_records import operations_context
from wiresmith.emit._schema_table import schema_context
from wiresmith.emit.environment import environment as shipped_environment
from wiresmith.emit.format import formatted
from wiresmith.emit.header import header, root_header
from wiresmith.emit.imports import PLACE, Imports, UnknownNameError
from wiresmith.emit.own_templates import OwnTemplateError, OwnTemplates
from wiresmith.emit.parts import parts_of
from wiresmith.emit.safe_text import Docstring, PublicName
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError

ROOT: Final = PurePosixPath("batch_apis")
"""The package that holds the packages of all APIs; paths of files begin with it."""

Context = Callable[[Contract], dict[str, object]]


def _json_codec_context(contract: Contract) -> dict[str, object]:
    return _codec("json_codec", contract)


def _xml_codec_context(contract: Contract) -> dict[str, object]:
    return _codec("xml_codec", contract)


def _codec(name: str, contract: Contract) -> dict[str, object]:
    context = cast(Context, getattr(import_module(f"wiresmith.emit._{name}"), f"{name}_context"))
    return context(contract)


MODULES: Final[dict[str, tuple[str, Context]]] = {
    "__init__.py": ("init.py.jinja", exports_context),
    "models.py": ("models.py.jinja", models_context),
    "operations.py": ("operations.py.jinja", operations_context),
    "client.py": ("client.py.jinja", client_context),
    "_schema.py": ("schema.py.jinja", schema_context),
    "_json.py": ("json.py.jinja", _json_codec_context),
    "_xml.py": ("xml.py.jinja", _xml_codec_context),
}
"""The files of a package, each with its template and what fills it; the codecs only of the formats that
the API has."""


def emit_package(contract: Contract, own: OwnTemplates | None = None) -> dict[PurePosixPath, str]:
    """The sources of one API's package, not yet formatted; ``own`` are a project's templates.

    Raises:
        EmitError: if the contract cannot be emitted; the message names the API and says what to do.
    """
    left_out = {
        "_json.py": not contract.has_json,
        "_xml.py": not contract.has_xml,
        "client.py": not has_client(contract),
    }
    names = [name for name in MODULES if not left_out.get(name, False)]
    try:
        folder = ROOT / PublicName(contract.api).source
        if (parts := parts_of(contract)) is not None:
            from wiresmith.emit.large import large_package

            files = large_package(contract, parts, has_client=has_client(contract))
            return {
                folder / name: _source(contract, name, template, made, own) for name, template, made in files
            }
        return {folder / name: emit_module(contract, name, own) for name in names}
    except OwnTemplateError:
        raise
    except (EmitError, ValueError) as error:
        raise EmitError(f"{contract.api}: {error}") from error


def emit_module(contract: Contract, name: str, own: OwnTemplates | None = None) -> str:
    """The source of one file of ``MODULES``.

    Raises:
        EmitError: if the contract cannot be emitted.
        ValueError: if a name of the contract cannot be a Python name.
    """
    template, context = MODULES[name]
    return _source(contract, name, template, context(contract), own)


def _source(
    contract: Contract, name: str, template: str, made: dict[str, object], own: OwnTemplates | None
) -> str:
    shared = {
        "header": header(contract),
        "title": Docstring(" ".join(contract.title.split()) or contract.api),
        "imports": Imports.trusted(PLACE),
    }
    scope = made["scope"]
    assert isinstance(scope, ModuleScope)

    def source() -> str:
        environment = own or shipped_environment()
        whole = scope.with_imports(environment.rendered(template, {**shared, **made}, scope.name))
        # A parser alone takes more than the compiler does, such as a return outside of a function.
        compile(whole, name, "exec", dont_inherit=True)
        return whole

    def is_fine() -> bool:
        try:
            return bool(source())
        except (SyntaxError, EmitError):
            return False

    try:
        return source()
    except (SyntaxError, UnknownNameError) as error:
        said = f"{error.msg} (line {error.lineno} of it)" if isinstance(error, SyntaxError) else str(error)
        message = f"what is emitted as {name} is no Python: {said}"
        if own is None:
            raise EmitError(message) from error
        raise OwnTemplateError(f"{own.culprit(is_fine)}: {message}") from error


def emit_all(contracts: Iterable[Contract], templates: Path | None = None) -> dict[PurePosixPath, bytes]:
    """The files of all packages and of the root above them, formatted, in the order of their paths.

    ``templates`` is a folder of a project's own, which stand in front of ours.

    Raises:
        EmitError: if a contract cannot be emitted, a template of the project does what it may not, or ruff is
            missing or of another version.
    """
    own = None if templates is None else OwnTemplates(templates)
    root = root_header()
    environment = own or shipped_environment()
    files = {ROOT / "__init__.py": environment.rendered("root_init.py.jinja", {"header": root})}
    for contract in contracts:
        package = emit_package(contract, own)
        if files.keys() & package.keys():
            raise EmitError(f"two specs are called {contract.api}")
        files.update(package)
    files = formatted(files)
    files[ROOT / "py.typed"] = f"{root.source}\n"
    return {path: files[path].encode() for path in sorted(files)}
