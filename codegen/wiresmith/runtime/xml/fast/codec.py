"""One document type in .NET's XmlWriter form, read and written by emitted functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

from wiresmith.runtime.unusual import Unusual
from wiresmith.runtime.xml.fast.runs import plain_document, skip_space, unusual
from wiresmith.values.namespaces import XSI
from wiresmith.values.xml_text import escape_attribute

T = TypeVar("T")


def read_elsewhere(data: bytes, position: int) -> tuple[Any, int]:
    """Leave a document to the exact reader: what scalar documents are read by.

    Raises:
        Unusual: always.
    """
    unusual()


def write_elsewhere(value: Any) -> str:
    """Leave a document to the exact writer: what has no form that could be known beforehand.

    Raises:
        Unusual: always.
    """
    unusual()


class XmlCodec(Generic[T]):
    """Reads and writes documents with one root element.

    Args:
        name: the root's local name.
        namespace: its namespace, ``""`` for none.
        read: reads the root's content: gets the document, a position and, if ``deep``, the root's depth.
        write: writes the root's content: gets the value and, if ``deep``, the root's depth.
        deep: prefixes inside depend on the depth.
        form: what the root holds: elements; a text, for which .NET declares no ``i`` prefix; or data, a text
            without which the element is an empty tag.
        contract: the declaration of the type's namespace where the root is in another one.
        items: the declaration of the namespace that a list's items are in.
        prefixes: those that both declare, with their colons; ``read`` and ``write`` get them last.
        null: the root may be null.
    """

    __slots__ = ("_arguments", "_blank", "_end", "_nil", "_read", "_start", "_starts", "_write")

    def __init__(
        self,
        name: str,
        namespace: str,
        read: Callable[..., tuple[T, int]],
        write: Callable[..., str],
        *,
        deep: bool = False,
        form: Literal["elements", "text", "data"] = "elements",
        contract: str = "",
        items: str = "",
        prefixes: tuple[str, ...] = (),
        null: bool = True,
    ) -> None:
        self._read, self._write = read, write
        self._arguments = (1, *prefixes) if deep else prefixes
        declared = f' xmlns="{escape_attribute(namespace)}"' if namespace else ""
        instance = f' xmlns:i="{XSI}"'
        # With nothing but the nil attribute to ask for it, the prefix is declared behind what needs it.
        self._nil = f'<{name}{contract} i:nil="true"{instance}{declared} />' if null else None
        self._start = f"<{name}{contract}{instance if form == 'elements' else ''}{items}{declared}"
        # The second order of declarations is the one of WriteObject(Stream).
        self._starts = (self._start.encode(), f"<{name}{declared}{instance}{contract}{items}".encode())
        self._end = f"</{name}>"
        self._blank = f"{self._start}>{self._end}" if form == "text" else f"{self._start} />"

    def decode(self, data: bytes) -> T:
        """Read a document in the form that this library writes, compact or indented.

        Raises:
            Unusual: for any other document, valid or not.
        """
        plain_document(data)
        start = next((start for start in self._starts if data.startswith(start)), None) or unusual()
        position = len(start)
        if not data.startswith(b">", position):
            raise Unusual
        try:
            value, position = self._read(data, position + 1, *self._arguments)
        except (ValueError, KeyError, OverflowError, RecursionError, ArithmeticError) as error:
            raise Unusual from error
        end = self._end.encode()
        position = skip_space(data, position)
        if not data.startswith(end, position) or skip_space(data, position + len(end)) < len(data):
            raise Unusual
        return value

    def encode(self, value: T) -> str:
        """Write a value as a compact document, without XML declaration.

        Raises:
            Unusual: if the value has a form that could not be known beforehand; the exact writer knows it.
            ValueError, TypeError, KeyError, AttributeError: if the value holds what the form cannot say.
        """
        if value is None and self._nil is not None:
            return self._nil
        content = self._write(value, *self._arguments)
        return f"{self._start}>{content}{self._end}" if content else self._blank
