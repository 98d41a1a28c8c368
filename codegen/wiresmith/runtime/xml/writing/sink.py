"""The interface that the exact writer drives: one of .NET's two XML writers, as far as the serializer uses
them.

The serializer makes the same calls whichever writer is behind it; prefixes, the order within a start tag and
the layout of empty elements follow from how each writer keeps its namespaces.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiresmith.description import QName


class WriterError(ValueError):
    """A thing that .NET's writer refuses at this point, such as an attribute behind a text; the message says
    what, and why.
    """


class Sink(ABC):
    """A writer of one document. Names and namespaces come as they are, texts unescaped."""

    __slots__ = ("_elements", "_open", "_parts")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._elements: list[tuple[str, int]] = []
        """The open elements: their names, and how many bindings there were outside them."""
        self._open = False
        """Is the innermost start tag still to be closed?"""

    @abstractmethod
    def start(self, local: str, namespace: str, prefix: str | None = None) -> None:
        """Begin an element; without a prefix, one in scope is taken, else the default namespace
        is declared.
        """

    @abstractmethod
    def end(self) -> None:
        """End the innermost element."""

    @abstractmethod
    def declare(self, namespace: str) -> None:
        """Declare a namespace with a prefix of the writer's choice, unless something in scope is
        bound to it.
        """

    @abstractmethod
    def declare_prefix(self, prefix: str, namespace: str) -> None:
        """Declare a namespace with this prefix."""

    @abstractmethod
    def attribute(self, prefix: str, local: str, namespace: str, value: str) -> None:
        """Write an attribute; ``prefix`` is wanted, ``""`` takes one that is in scope."""

    @abstractmethod
    def qualified(self, name: QName) -> str:
        """The spelling of a name with a prefix that is in scope."""

    @abstractmethod
    def text(self, text: str) -> None:
        """Write text, which may be empty."""

    def element(self, local: str, namespace: str, text: str) -> None:
        """Write an element with nothing but text, in which nothing needs an escape and that is not empty."""
        prefix = self._lookup(namespace)
        if prefix is None:
            self.start(local, namespace)
            self.text(text)
            self.end()
            return
        self._close_start_tag()
        name = f"{prefix}:{local}" if prefix else local
        self._parts.append(f"<{name}>{text}</{name}>")

    def qualified_attribute(self, prefix: str, local: str, namespace: str, name: QName) -> None:
        """Write an attribute whose value is a name, declaring its namespace before
        (WriteAttributeQualifiedName).
        """
        self.declare(name.namespace)
        self.attribute(prefix, local, namespace, self.qualified(name))

    @abstractmethod
    def _lookup(self, namespace: str) -> str | None:
        """The prefix in scope for a namespace; None if there is none."""

    @abstractmethod
    def _declarations(self, outside: int) -> None:
        """Write the declarations of a start tag: the bindings from the place ``outside`` on, as far as they
        are not written.
        """

    def _close_start_tag(self) -> None:
        if self._open:
            self._declarations(self._elements[-1][1])
            self._parts.append(">")
            self._open = False

    def document(self) -> str:
        """The document that has been written."""
        return "".join(self._parts)
