"""The package modules: what ``import batch_apis.<api>`` gives."""

from __future__ import annotations

from wiresmith.description import Contract
from wiresmith.emit._docstrings import documentation
from wiresmith.emit.header import RUNTIME_NEEDED
from wiresmith.emit.imports import export_order
from wiresmith.emit.safe_text import Identifier, literal
from wiresmith.emit.scope import ModuleScope
from wiresmith.failure import EmitError

FUNCTIONS = ("decode", "encode", "read")
CLIENTS = ("AsyncClient", "Client")
_RESERVED = {*FUNCTIONS, *CLIENTS, "client", "models", "operations", "Package", "require_runtime"}


def has_client(contract: Contract) -> bool:
    """Does the package have a module ``client``?"""
    return contract.has_client and bool(contract.operations)


def exports_context(contract: Contract) -> dict[str, object]:
    """Everything ``init.py.jinja`` lays out.

    Raises:
        EmitError: if a class or operation has the name of something that every package has.
    """
    classes = [declared.name for declared in contract.types.values()]
    operations = [operation.python for operation in contract.operations]
    for name in sorted(_RESERVED.intersection(classes + operations)):
        raise EmitError(f"every package has something called {name}; give yours another name with python:")
    scope = ModuleScope((), classes)
    for name in classes:
        scope.bring("models", name)
    return {
        "doc": documentation(_about(contract)),
        "runtime": literal(RUNTIME_NEEDED),
        "scope": scope,
        "has_client": has_client(contract),
        "operations": [Identifier(name) for name in sorted(operations, key=export_order)],
        "exported": [
            literal(name)
            for name in sorted(
                (*FUNCTIONS, *(CLIENTS if has_client(contract) else ()), *classes, *operations),
                key=export_order,
            )
        ],
    }


def _about(contract: Contract) -> str:
    title = " ".join(contract.title.split()) or contract.api
    where = f"at {contract.docs.url}" if contract.docs.url else f"on the page {contract.docs.page}"
    is_documented = bool(contract.docs.url or contract.docs.page)
    example = contract.operations[0].python if contract.operations else ""
    parts = [f"{title}.", contract.doc, f"Documented {where}." if is_documented else ""]
    if contract.base_url:
        parts.append(f"Base URL: {contract.base_url}")
    if contract.undocumented:
        parts.append(f"Not documented: {', '.join(contract.undocumented)}.")
    if example:
        parts.append(
            f"``decode(data, {example})`` reads a response to {example}, ``read`` also says what is unusual "
            "about it, and ``encode(value)`` writes it."
        )
    return "\n\n".join(parts)
