"""Bytes to a tree of lxml elements, with everything that makes XML dangerous refused first.

No DTD, so no entities; no network; no processing instructions; size, depth, number of elements and length of
texts bounded by Limits before memory is spent on them.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from wiresmith.runtime.findings import Finding, excerpt
from wiresmith.runtime.xml.source import Source, open_source, with_marks

if TYPE_CHECKING:
    from wiresmith.runtime.limits import Limits

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] - lxml has no public name for it

LIBXML2_TEXT = 10_000_000
"""The longest text, comment or attribute that libxml2 takes unless told otherwise
(``XML_MAX_TEXT_LENGTH``).
"""
LIBXML2_DEPTH = 256
"""The greatest depth of elements that it takes unless told otherwise; 2048 is the most
(``xmlParserMaxDepth``).
"""
_TAG = 65_536
_PREFIX_WORK = 5_000_000
_NOT_A_URI = "WAR_NS_URI"
_EXPECTED = {
    "ERR_DOCUMENT_EMPTY": "an element",
    "ERR_DOCUMENT_END": "nothing but comments and white space after the root element",
    "ERR_TAG_NOT_FINISHED": "the end tag; the document may have been cut off",
    "ERR_UNDECLARED_ENTITY": "only the entities &amp; &lt; &gt; &quot; &apos;",
}


@dataclass(frozen=True, slots=True)
class Tree:
    """A document's root, without comments and processing instructions, CDATA merged into text.

    ``controls`` translates (``str.translate``) text back where control characters have stand-ins. ``mark`` is
    a character that is the text of elements which have both tags and nothing between them; it may be in other
    texts too, where it means nothing. ``""``: there are no marks.
    """

    root: Element
    controls: dict[int, int]
    mark: str = ""


def parse_tree(data: bytes, limits: Limits, *, mark_empty: bool = False) -> tuple[Tree | None, list[Finding]]:
    """Parse a document that may be hostile.

    Depth is left to whoever walks the tree, up to what libxml2 can do (2048).

    Args:
        data: the document.
        limits: how much is accepted.
        mark_empty: tell ``<x></x>`` from ``<x/>``, which libxml2 does not; not in documents with more than a
            million end tags in question.

    Returns:
        The tree, or None; and what is wrong, with line and column. A tree may come with (error) findings.
    """
    source, findings = open_source(data, limits)
    if source is None:
        return None, findings
    finding = _check_amounts(source.utf8, limits)
    if finding is not None:
        return None, [*findings, finding]
    utf8, controls = source.with_stand_ins()
    mark = ""
    if mark_empty:
        utf8, mark = with_marks(utf8)
    parser = _parser(utf8, limits)
    try:
        return Tree(etree.fromstring(utf8, parser), controls, mark), findings
    except etree.XMLSyntaxError:
        if any(entry.type_name != _NOT_A_URI for entry in parser.error_log):
            return None, [*findings, _malformed(parser, source, limits, moved=utf8 != source.utf8)]
    # Nothing but namespaces that are no URIs, which .NET takes: there is nothing else to recover from.
    return Tree(etree.fromstring(utf8, _parser(utf8, limits, recover=True)), controls, mark), findings


def _parser(utf8: bytes, limits: Limits, *, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",  # overrides a declared utf-16: the bytes were recoded
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
        recover=recover,
        huge_tree=len(utf8) > LIBXML2_TEXT or limits.depth > LIBXML2_DEPTH,
    )


def _malformed(parser: etree.XMLParser, source: Source, limits: Limits, *, moved: bool) -> Finding:
    if moved:  # stand-ins and marks moved what is behind them: parse what has every place as it was
        parser = _parser(source.utf8, limits)
        with suppress(etree.XMLSyntaxError):
            etree.fromstring(source.blanked(), parser)
    entry = next((entry for entry in parser.error_log if entry.type_name != _NOT_A_URI), None)
    if entry is None:
        return Finding(severity="error", code="not-xml", message="the document cannot be parsed as XML")
    message = excerpt(entry.message.strip(), 200)
    code, expected = "not-xml", _EXPECTED.get(entry.type_name, "well-formed XML")
    if "xcessive depth" in message:
        most = min(limits.depth, 2048)
        code, message, expected = "too-deep", "elements nest too deep", f"at most {most:,} levels"
    elif entry.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG"):
        code, expected = "text-too-long", f"texts and names of at most {limits.text:,} characters"
    return Finding(
        severity="error",
        code=code,
        message=message,
        expected=expected,
        line=entry.line or None,
        column=entry.column or None,
    )


def _check_amounts(utf8: bytes, limits: Limits) -> Finding | None:
    """Too long texts, too many elements, or namespaces that make prefixes expensive to look up."""
    if len(utf8) > limits.text + _TAG and (start := _long_stretch(utf8, limits.text + _TAG)) is not None:
        before = utf8[:start].decode("utf-8", "replace")
        return Finding(
            severity="error",
            code="text-too-long",
            message="a text, name or attribute is too long",
            expected=f"at most {limits.text:,} characters",
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
        )
    prefix_work = utf8.count(b"xmlns") * utf8.count(b":type")
    if utf8.count(b"<") + utf8.count(b"=") <= limits.items and prefix_work <= _PREFIX_WORK:
        return None
    return _count(utf8, limits)


def _long_stretch(utf8: bytes, limit: int) -> int | None:
    """The beginning of a stretch of more than ``limit`` characters without markup."""
    start = 0
    while start + limit < len(utf8):
        end = utf8.find(b"<", start + 1)
        end = len(utf8) if end < 0 else end
        if end - start > limit and len(utf8[start:end].decode("utf-8", "replace")) > limit:
            return start
        start = end
    return None


class _TooMuch(Exception):
    pass


def _count(utf8: bytes, limits: Limits) -> Finding | None:
    """Count elements and attributes, and what looking up the prefix of each ``i:type`` would cost."""
    from pyexpat import ExpatError, ParserCreate

    items = work = declared = 0
    scopes: list[int] = []

    def start(_: str, attributes: list[str]) -> None:
        nonlocal items, work, declared
        items += 1 + len(attributes) // 2
        scopes.append(declared)
        if attributes:
            names = attributes[::2]
            declared += sum(name.startswith("xmlns") for name in names)
            work += declared * any(name.endswith(":type") for name in names)
        if items > limits.items or work > _PREFIX_WORK:
            raise _TooMuch

    def end(_: str) -> None:
        nonlocal declared
        declared = scopes.pop()

    parser = ParserCreate(encoding="utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(utf8, True)
    except ExpatError:
        return None  # libxml2 says what is wrong with it
    except _TooMuch:
        code = "too-many-items"
        message, expected = "too many elements and attributes", f"at most {limits.items:,}"
        if items <= limits.items:
            code = "too-many-namespaces"
            message = "too many namespace declarations in scope of i:type attributes"
            expected = "namespaces declared where they are used"
        return Finding(
            severity="error",
            code=code,
            message=message,
            expected=expected,
            line=parser.CurrentLineNumber,
            column=parser.CurrentColumnNumber + 1,
        )
    return None


def is_blank(text: str | None) -> bool:
    """Whether there is nothing but XML white space."""
    return not text or not text.strip(" \t\r\n")
