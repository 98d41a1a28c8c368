"""Which types .NET expects where it writes ``i:type`` (XmlObjectSerializerContext, ScopedKnownTypes)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.plan.contract_names import built_in_types

if TYPE_CHECKING:
    from wiresmith.plan.contracts import Contract, Contracts
    from wiresmith.runtime.schema import QName


class KnownTypes:
    """The types known at the place that is being written."""

    def __init__(self, contracts: Contracts, root: Contract) -> None:
        self._contracts = contracts
        self._root = root
        self._scopes: list[dict[QName, Contract]] = []

    def enter(self, contract: Contract) -> bool:
        """Begin a value of a type; does it make any types known, so that it has to be left?"""
        if not contract.known:
            return False
        self._scopes.append(contract.known)
        return True

    def leave(self) -> None:
        """End the value that was entered last."""
        self._scopes.pop()

    def includes(self, contract: Contract) -> bool:
        """Is a type expected here: a primitive, or known to a value on the way, to the API, or as the root or what it collects?"""
        name = contract.name
        if name in built_in_types():
            return contract.primitive
        found = next((scope[name] for scope in reversed(self._scopes) if name in scope), None)
        found = found or self._contracts.api_known.get(name) or self._collected(name)
        return found is not None and (found.declared is contract.declared or contract.cls is None)

    def _collected(self, name: QName) -> Contract | None:
        """The root's contract, or that of its items, of their items and so on, by name."""
        contract = self._root
        while contract.name != name:
            if contract.kind != "list":
                return None
            contract = contract.item.contract
        return contract

    def owners(self, declared: Contract) -> str:
        """Where a type could be declared known, to say in a message."""
        owner = declared.spelled if declared.kind == "object" else self._root.spelled
        return f"{owner}, of another type around it, or of the API"
