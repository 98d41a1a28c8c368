"""The walk of the exact reader, as its parts see it: what they share, and how they go into an element."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from wiresmith.description import provenance_of
from wiresmith.plan.contracts import contracts_of
from wiresmith.plan.known_types import KnownTypes
from wiresmith.runtime.strictness import expectation
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.reading._identities import References
from wiresmith.runtime.xml.reading._kept_elements import Keeper, is_tied
from wiresmith.runtime.xml.reading.document_texts import Document

if TYPE_CHECKING:
    from wiresmith.description import Aspect, Provenance, Schema, Type
    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.report import Path, Report
    from wiresmith.runtime.strictness import Strict
    from wiresmith.runtime.xml.reading._marks import Marks
    from wiresmith.runtime.xml.tree import Element, Tree
    from wiresmith.values.forms import Texts


class Walk(Document, ABC):
    """One reading along the contracts of a schema."""

    def __init__(
        self,
        schema: Schema,
        document: Type,
        limits: Limits,
        tree: Tree,
        report: Report[Path],
        strict: Strict,
    ) -> None:
        super().__init__(tree, limits, report, schema.rules.reader)
        self.strict: Strict = strict
        self.said = provenance_of(document, schema)
        """The provenance of what is read: its member's, or the document's."""
        self.schema = schema
        self.texts: Texts = schema.rules.texts
        self.contracts = contracts_of(schema)
        self.known_types = KnownTypes(self.contracts.api_known, self.contracts.of(document))
        self.references = References(self, preserved=schema.preserve_references)
        self.keeper = Keeper(self)

    def broken(
        self,
        aspect: Aspect,
        path: Path,
        code: str,
        message: str,
        expected: str,
        said: Provenance | None = None,
    ) -> str | None:
        """Note that a fact is broken; the provenance of one that is only expected, None if it is held."""
        told = expectation(self.strict, said or self.said, aspect)
        if told is None:
            self.report.error(path, code, message, expected)
        else:
            self.report.warning(path, code, message, expected, told)
        return told

    def unexpected(
        self, element: Element, path: Path, depth: int, code: str, message: str, expected: str
    ) -> Unexpected | None:
        """Note that an element is not of its type: it stands as it came where that is only expected."""
        told = self.broken("type", path, code, message, expected)
        return None if told is None else self.as_it_came(element, path, depth, message, expected, told)

    def as_it_came(
        self, element: Element, path: Path, depth: int, message: str, expected: str, told: str
    ) -> Unexpected | None:
        """The element in place of a value that it is not; None, with an error, if it cannot be kept."""
        if is_tied(self, element):
            self.report.error(
                path, "wrong-type", f"{message}, in an element with references or prefixes", expected
            )
            return None
        kept = self.keeper.keep(element, path, depth)
        if kept is None:
            return None
        return Unexpected(kept, f"the document has {message} here; expected {expected} ({told})")

    def structure_broken(self, path: Path, code: str, message: str, expected: str) -> None:
        """Note what has no place in the value around it, which is then no value of its type."""
        if self.broken("type", path, code, message, expected) is not None:
            self.misplaced += 1

    @property
    def faults(self) -> int:
        """The number of things found so far after which the value around them is none of its type."""
        return self.report.errors + self.misplaced

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
