"""The functions that every emitted package offers: ``decode``, ``read`` and ``encode``.

They are the same for every API. Reading goes through up to three tiers: *fast* (the emitted straight-line
code, for the one layout that this library writes), *exact* (the reader that walks the schema, for every other
document), and *explain* (positions in the text, looked up once there are findings). Codecs are imported when
they are first used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import GenericAlias, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, overload

from wiresmith import runtime
from wiresmith.runtime.package_modules import Format, PackageModules
from wiresmith.runtime.unusual import Unusual

if TYPE_CHECKING:
    from wiresmith.runtime.findings import Finding
    from wiresmith.runtime.limits import Limits

T = TypeVar("T")
Reader: TypeAlias = 'Literal["careful", "dotnet"] | runtime.DotNetReader'
# Annotations of public functions name what is imported late as ``runtime.…``, where whoever reads them finds
# it.

DEPTH_OF_TYPES = 100
"""Types nest less deep than this, unless they are recursive; Python bounds those in the fast tier."""
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def detect_format(data: bytes) -> Format:
    """XML if the first character that is not white space (nor a byte order mark) is ``<``, else JSON."""
    if data[:1] in (b"{", b"["):
        return "json"
    head = data[:1024]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return "xml" if head.replace(b"\x00", b"").lstrip(b" \t\r\n").startswith(b"<") else "json"


class Package(PackageModules):
    """The codecs of one emitted package.

    Args:
        name: the package's import name; ``<name>._schema``, ``._json`` and (where XML is documented)
            ``._xml`` are its codecs.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._keys: dict[int, tuple[Any, Any]] = {}
        self._writers: dict[Any, Callable[[Any], bytes | None] | None] = {}

    def decode(
        self,
        data: bytes | str,
        as_: type[T] | runtime.Operation[T] | runtime.Response[T] | runtime.Body[T],
        *,
        format: Format | None = None,
        limits: runtime.Limits | None = None,
        reader: Reader = "careful",
        strict: runtime.Strict = "documented",
    ) -> T:
        """Read a document.

        Args:
            data: the document; a str is taken as its UTF-8 text.
            as_: what it is: a class of this package, an alias such as ``list[Batch]`` that an operation
                returns, an operation (its success response), one response, or the body of a request.
            format: ``json`` or ``xml``; None finds out from the first character.
            limits: what is refused for its size; None stands for ``Limits()``.
            reader: ``careful`` loses nothing; ``dotnet``, or its settings as a DotNetReader, accepts what
                .NET's DataContractSerializer accepts and gives what it gives, for XML only. None as
                ``limits`` then lets elements nest 4,096 levels deep.
            strict: the facts that are held: what the page documents, ``everything`` that the spec says, or
                ``nothing``; the others are expectations, and what breaks them is read. It means nothing to
                .NET's reader.

        Returns:
            The value; what the description does not know is kept in it, without a word (``read`` tells).

        Raises:
            DecodeError: if the document breaks a fact that is held, or cannot be read at all; its
                ``findings`` hold everything that is wrong.
            TypeError: if ``as_`` is nothing that this package reads in that format.
            ValueError: if ``reader`` is none, or JSON is to be read by .NET's.
        """
        payload = data if type(data) is bytes else _bytes(data)
        value, findings, found = self._read(payload, self.key_of(as_), format, limits, reader, strict)
        errors = [finding for finding in findings if finding.severity == "error"] if findings else []
        if errors:
            from wiresmith.runtime.codec_errors import DecodeError

            raise DecodeError(_positioned(payload, errors, found))
        decoded: T = value
        return decoded

    def read(
        self,
        data: bytes | str,
        as_: type[T] | runtime.Operation[T] | runtime.Response[T] | runtime.Body[T],
        *,
        format: Format | None = None,
        limits: runtime.Limits | None = None,
        reader: Reader = "careful",
        strict: runtime.Strict = "documented",
        partial: bool = False,
    ) -> tuple[T | None, list[runtime.Finding]]:
        """Read a document and say everything that is unusual about it.

        Takes what ``decode`` takes. Returns the value and the findings, in the order of the document: with an
        error among them the value is None; warnings (an unknown member, an expectation that is not met) leave
        it whole: ABSENT stands for a member that is missing, None for null, `Unexpected` for what is of
        another type. ``partial=True`` is the name that ``strict="nothing"`` had.

        Raises:
            TypeError: if ``as_`` is nothing that this package reads in that format.
            ValueError: if ``reader`` is none, or JSON is to be read by .NET's.
        """
        payload = data if type(data) is bytes else _bytes(data)
        if partial:
            strict = "nothing"
        value, findings, found = self._read(payload, self.key_of(as_), format, limits, reader, strict)
        if any(finding.severity == "error" for finding in findings):
            value = None
        return value, _positioned(payload, findings, found)

    def _read(
        self,
        data: bytes,
        key: Any,
        format: Format | None,
        limits: Limits | None,
        reader: Reader,
        strict: runtime.Strict,
    ) -> tuple[Any, list[Finding], Format]:
        """The value, the findings without positions, and the format the document was taken for."""
        if strict != "documented":
            _check(strict)
        if reader != "careful":
            return (*self._as_dotnet(data, key, format, limits, reader), "xml")
        found = format or self._detected(data, key)
        if limits is None:
            limits = _default_limits()
        if _within(data, found, limits):
            try:
                return self._codec(key, found).decode(data), [], found
            except Unusual:
                pass
        return (*self._exact(data, key, found, limits, strict), found)

    @overload
    def encode(
        self,
        value: T,
        as_: type[T] | runtime.Operation[T] | runtime.Response[T] | runtime.Body[T],
        *,
        format: Format | None = None,
        options: runtime.WriterOptions | None = None,
        drop_undeclared: bool = False,
        strict: runtime.Strict = "documented",
    ) -> bytes: ...

    @overload
    def encode(
        self,
        value: object,
        *,
        format: Format | None = None,
        options: runtime.WriterOptions | None = None,
        drop_undeclared: bool = False,
        strict: runtime.Strict = "documented",
    ) -> bytes: ...

    def encode(
        self,
        value: Any,
        as_: Any = None,
        *,
        format: Format | None = None,
        options: runtime.WriterOptions | None = None,
        drop_undeclared: bool = False,
        strict: runtime.Strict = "documented",
    ) -> bytes:
        """Write a value.

        Args:
            value: an object of this package, or what ``as_`` says.
            as_: what it is, as for ``decode``; needed where the value's class does not tell (a list).
            format: ``json`` or ``xml``; None is JSON, or XML where the API has nothing else.
            options: the layout; None stands for ``WriterOptions()``, one line.
            drop_undeclared: leave out what the description does not know and only the other format can say;
                otherwise that is refused.
            strict: the facts that are held, as for ``decode``; a value that breaks only others is written as
                it is.

        Returns:
            The document in UTF-8, without byte order mark and XML declaration.

        Raises:
            EncodeError: if the value breaks a fact that is held, or the format cannot say it; its
                ``findings`` name the members.
            TypeError: if ``as_`` (or the value's class) is nothing that this package writes in that format.
        """
        if strict != "documented":
            _check(strict)
        key = self.key_of(as_) if as_ is not None else value.__class__
        if options is None:
            options = _default_options()
        if (format or self.usual_format) == "json":
            document = write(value) if (write := self._checked_writer(key)) is not None else None
            if document is not None and options.indent is None:
                return document
            from wiresmith.runtime.encoding import write_json

            codec = self._codec(key, "json")
            schema = self.schema_of(key)
            return write_json(
                value, document, codec, schema, self.type_of(key), options, drop_undeclared, strict
            )
        from wiresmith.runtime.encoding import write_xml

        codec = self._codec(key, "xml")
        schema = self.schema_of(key)
        return write_xml(value, codec, schema, self.type_of(key), options, drop_undeclared, strict)

    def _exact(
        self, data: bytes, key: Any, format: Format, limits: Limits, strict: runtime.Strict
    ) -> tuple[Any, list[Finding]]:
        type_ = self.type_of(key)
        if format == "json":
            from wiresmith.runtime.json.json_reader import read_json

            return read_json(data, self.schema_of(key), type_, limits, strict)
        from wiresmith.runtime.xml.reading.careful_reader import read_xml

        return read_xml(data, self.schema_of(key), type_, limits, strict)

    def _as_dotnet(
        self, data: bytes, key: Any, format: Format | None, limits: Limits | None, reader: Reader
    ) -> tuple[Any, list[Finding]]:
        from wiresmith.runtime.dotnet_reader import DotNetReader

        if reader == "dotnet":
            reader = DotNetReader()
        if not isinstance(reader, DotNetReader):
            raise ValueError(
                f'the reader {reader!r} is unknown; expected "careful", "dotnet" or a DotNetReader'
            )
        if format == "json":
            raise ValueError('reader="dotnet" reads XML only; expected format="xml", or none')
        self._codec(key, "xml")
        # The reader is a neighbour that uses this package, so it is found by its name.
        read: tuple[Any, list[Finding]] = import_module("wiresmith.dotnet").read_dotnet(
            data, self.schema_of(key), self.type_of(key), reader, limits
        )
        return read

    def _checked_writer(self, key: Any) -> Callable[[Any], bytes | None] | None:
        """The function that writes the usual values of a document type as JSON; None where a type
        has none.
        """
        try:
            return self._writers[key]
        except (KeyError, TypeError):
            from wiresmith.runtime.json._checked import checked_writer

            self._codec(key, "json")  # which is there for all documents, and for nothing else
            type_ = self.type_of(key)
            writer = checked_writer(self.schema_of(key), type_) if self.usual_format == "json" else None
            self._writers[key] = writer
            return writer

    def _detected(self, data: bytes, key: Any) -> Format:
        """The format that a document looks like; the other where it is not documented, so that its reader
        says what is wrong.
        """
        detected = detect_format(data)
        if detected == "json" and self.usual_format == "xml":
            return "xml"
        if detected == "xml":
            try:
                self._codec(key, "xml")
            except TypeError:
                return "json"
        return detected

    def key_of(self, as_: Any) -> Any:
        """The key that a document is looked up by, a class or an alias; ``as_`` as for ``decode``, a Body,
        or a type of the description.
        """
        known = self._keys.get(id(as_))
        if known is None:
            # The pair keeps the object alive, so that its id stays its own.
            known = self._keys[id(as_)] = (as_, self._document_key(as_))
        return known[1]

    def _document_key(
        self,
        as_: runtime.Operation[Any] | runtime.Response[Any] | runtime.Body[Any] | runtime.Type | type[Any],
    ) -> Any:
        if isinstance(as_, type | GenericAlias | UnionType):
            return as_
        from wiresmith.description import BareType, Body, Nullable, Operation, Response, bare

        body = as_.success if isinstance(as_, Operation) else as_
        if isinstance(body, Response) and body.type is None:
            raise TypeError(f"the response {body.status} has no documented body to read")
        type_: Any = body.type if isinstance(body, Body | Response) else body
        return self.python_type(bare(type_)) if isinstance(type_, BareType | Nullable) else type_


def _check(strict: runtime.Strict) -> None:
    from wiresmith.runtime.strictness import checked_strict

    checked_strict(strict)


@cache
def _default_limits() -> runtime.Limits:
    from wiresmith.runtime.limits import Limits

    return Limits()


@cache
def _default_options() -> runtime.WriterOptions:
    from wiresmith.runtime.writer_options import WriterOptions

    return WriterOptions()


def _within(data: bytes, format: Format, limits: Limits) -> bool:
    """Is the document within the limits whatever is in it, so that the fast tier need not count?"""
    size = len(data)
    if size > limits.bytes or size > limits.text or limits.depth < DEPTH_OF_TYPES:
        return False
    if size <= limits.items:
        return True
    # No document has more elements than start tags, or more values than what separates and opens them.
    marks = (b"<",) if format == "xml" else (b",", b"[", b"{")
    return sum(map(data.count, marks)) < limits.items


def _bytes(data: bytes | str) -> bytes:
    # Callers need not be typed.
    if not isinstance(data, str | bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"the document is a {type(data).__name__}; expected bytes or a str")
    # A lone surrogate has no UTF-8 form; what it becomes is refused by the readers, with its place.
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data)


def _positioned(data: bytes, findings: list[Finding], format: Format) -> list[Finding]:
    if not findings:
        return findings
    if format == "json":
        from wiresmith.runtime.json.json_positions import with_positions as json_positions

        return json_positions(data, findings)
    from wiresmith.runtime.xml.positions import with_positions as xml_positions

    return xml_positions(data, findings)
