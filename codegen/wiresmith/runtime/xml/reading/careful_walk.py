"""The walk of the exact reader, as its parts see it: what they share, and how they go into an element."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from wiresmith.plan.contracts import contracts_of
from wiresmith.plan.known_types import KnownTypes
from wiresmith.runtime.xml.reading._identities import References
from wiresmith.runtime.xml.reading._kept_elements import Keeper
from wiresmith.runtime.xml.reading.document_texts import Document

if TYPE_CHECKING:
    from wiresmith.description import Schema, Type
    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.report import Path, Report
    from wiresmith.runtime.xml.reading._marks import Marks
    from wiresmith.runtime.xml.tree import Element, Tree
    from wiresmith.values.forms import Texts


class Walk(Document, ABC):
    """One reading along the contracts of a schema."""

    def __init__(
        self, schema: Schema, document: Type, limits: Limits, tree: Tree, report: Report[Path]
    ) -> None:
        super().__init__(tree, limits, report, schema.rules.reader)
        self.schema = schema
        self.texts: Texts = schema.rules.texts
        self.contracts = contracts_of(schema)
        self.known_types = KnownTypes(self.contracts.api_known, self.contracts.of(document))
        self.references = References(self, preserved=schema.preserve_references)
        self.keeper = Keeper(self)

    @abstractmethod
    def value(self, element: Element, slot: Slot, path: Path, depth: int) -> Any:
        """The value of an element of a declared type; None where there is an error."""

    @abstractmethod
    def content(
        self,
        element: Element,
        contract: Contract,
        marks: Marks | None,
        path: Path,
        depth: int,
        *,
        boxed: bool = False,
    ) -> Any:
        """The value of an element that is known to be of this type, neither nil nor a reference.

        ``boxed``: where it stands, any type may.
        """
