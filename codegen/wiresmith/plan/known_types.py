"""The types that ``i:type`` may name at a place of a document, while it is read or written.

A type other than the declared one has to be known: declared as such by a type whose element is open, by the
declared type itself, or for the whole API; or it is the type of the document, or of its items. Source:
XmlObjectSerializerContext.ResolveDataContractFromKnownTypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiresmith.plan.contracts import Contract
    from wiresmith.values.qnames import QName


class KnownTypes:
    """The types known at the place that is being read or written.

    Args:
        everywhere: the types known in every document of the API, by contract name.
        root: the type of the document.
    """

    def __init__(self, everywhere: Mapping[QName, Contract], root: Contract) -> None:
        self._root = root
        self._scopes: list[tuple[Mapping[QName, Contract], dict[QName, Contract | None]]] = [(everywhere, {})]
        """The types that each open element makes known, and what was found from there outwards: so depth
        costs once for each name.
        """

    def enter(self, contract: Contract) -> bool:
        """Begin a value of a type; does it make any types known, so that it has to be left?"""
        if not contract.known:
            return False
        self._scopes.append((contract.known, {}))
        return True

    def leave(self) -> None:
        """End the value that was entered last."""
        self._scopes.pop()

    def find(self, name: QName, declared: Contract | None = None) -> Contract | None:
        """The type of a contract name, none of .NET's primitives; None if none is known here.

        Args:
            name: the contract name.
            declared: the type that is declared at this place, where it counts.
        """
        found = (declared.known.get(name) if declared is not None else None) or self._in_scope(name)
        if found is None and declared is not None and declared.name == name:
            return declared
        return found or self._of_root(name)

    def _in_scope(self, name: QName) -> Contract | None:
        found: Contract | None = None
        asked: list[dict[QName, Contract | None]] = []
        for known, answers in reversed(self._scopes):
            if name in answers:
                found = answers[name]
                break
            asked.append(answers)
            found = known.get(name)
            if found is not None:
                break
        for answers in asked:
            answers[name] = found
        return found

    def _of_root(self, name: QName) -> Contract | None:
        """The type of the document, or of its items, those of its items…, if this is its name."""
        contract = self._root
        while contract.name != name:
            if contract.kind != "list":
                return None
            contract = contract.item.contract
        return contract
