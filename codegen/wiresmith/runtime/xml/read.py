"""The exact reader: any valid XML form of a document to its value, or everything that is wrong with it.

It reads like a careful person rather than like .NET, and says where the two differ:

* an element out of contract order is read, with a warning (.NET drops its value silently);
* an unknown element of an object, also one in a wrong namespace, is kept in ``_undeclared``, with a warning; in a
  list, dictionary or entry, where there is no place to keep it, it is an error;
* a duplicate, text between elements, and content under ``i:nil`` are errors;
* an attribute that is neither ``i:nil`` nor ``i:type`` is not kept, with a warning; ``i:type`` may only repeat the declared type;
* white space between elements, comments, CDATA, prefixes and where namespaces are declared mean nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.scalars import check_constraints, length_broken, parse_text
from wiresmith.runtime.schema import DictType, ListType, Nullable, ObjectType, Scalar
from wiresmith.runtime.xml.attributes import reads_as_null
from wiresmith.runtime.xml.namespaces import local_name, root_name, spelled, split_tag
from wiresmith.runtime.xml.objects import IN_ORDER, Plan, read_object
from wiresmith.runtime.xml.report import Path, Report, TooManyErrors
from wiresmith.runtime.xml.tree import is_blank, parse_tree

if TYPE_CHECKING:
    from wiresmith.runtime.findings import Finding
    from wiresmith.runtime.limits import Limits
    from wiresmith.runtime.schema import EnumType, QName, Schema, Type
    from wiresmith.runtime.xml.tree import Element


def read_xml(data: bytes, schema: Schema, type: Type, limits: Limits) -> tuple[Any, list[Finding]]:
    """Read a document of a type that the schema knows.

    Args:
        data: the document; it may be hostile.
        schema: what ``type`` refers to.
        type: what the document is expected to hold; Nullable if a nil root is allowed.
        limits: how much is accepted.

    Returns:
        The value, None if any finding is an error; and all findings, in the order of the document, with XPaths but (malformed
        documents aside) without lines. At most ``report.MOST`` errors and as many warnings are listed.

    Raises:
        ValueError: the type has no XML form in this schema.
    """
    root = root_name(type, schema)
    if root is None:
        raise ValueError("this type is not an XML document: its schema names no root element")
    tree, findings = parse_tree(data, limits)
    if tree is None:
        return None, findings
    report = Report(findings)
    reader = Reader(schema, limits, tree.controls, report)
    tag = str(tree.root.tag)
    path = Path(None, local_name(tag))
    value = None
    try:
        if tag != str(root):
            report.error(path, "wrong-root", f"the root element is {spelled(split_tag(tag))}", spelled(root))
        else:
            value = reader.value(tree.root, type, path, 1)
    except TooManyErrors:
        pass
    except RecursionError:
        message = "elements nest too deep for Python's recursion limit"
        report.error(path, "too-deep", message, "fewer levels, or a greater sys.setrecursionlimit()")
    return (None if report.errors else value), report.close()


class _Part(NamedTuple):
    """The key or the value of an entry."""

    tag: str
    name: QName
    type: Type


class Reader:
    """One reading: walks elements along the schema. A value that comes with an error is None."""

    def __init__(self, schema: Schema, limits: Limits, controls: dict[int, int], report: Report) -> None:
        self.schema = schema
        self.limits = limits
        self.controls = controls
        self.report = report
        self.plans: dict[str, Plan] = {}
        self.enums: dict[str, dict[str, Any]] = {}

    def value(self, element: Element, declared: Type, path: Path, depth: int) -> Any:
        """The value of an element of the declared type."""
        if self.too_deep(path, depth):
            return None
        nullable = False
        while isinstance(declared, Nullable):
            declared, nullable = declared.type, True
        if element.attrib and reads_as_null(self, element, declared, nullable, path):
            return None
        if isinstance(declared, Scalar):
            return self._scalar(element, declared, path)
        if isinstance(declared, ListType):
            return self._list(element, declared, path, depth)
        if isinstance(declared, DictType):
            return self._dict(element, declared, path, depth)
        named = self.schema.by_name[declared.name]
        if isinstance(named, ObjectType):
            return read_object(self, element, named, path, depth)
        return self._enum(element, named, path)

    def too_deep(self, path: Path, depth: int) -> bool:
        """Whether elements nest deeper here than allowed, which is then noted."""
        if depth <= self.limits.depth:
            return False
        self.report.error(path, "too-deep", "elements nest too deep", f"at most {self.limits.depth:,} levels")
        return True

    def original(self, text: str) -> str:
        """Text with its control characters back."""
        return text.translate(self.controls) if self.controls else text

    def no_text(self, text: str | None, path: Path) -> None:
        """Note text beside elements, where only white space may be."""
        if text and not is_blank(text):
            shown = quoted(self.original(text.strip()))
            self.report.error(path, "stray-text", f"the text {shown} between elements", "elements only")

    def text(self, element: Element, path: Path) -> str | None:
        """The text of an element; None if it holds elements, which is noted."""
        if len(element):
            inner = split_tag(str(element[0].tag))
            self.report.error(
                path, "unexpected-element", f"the element {spelled(inner)} inside a simple value", "text"
            )
            return None
        text = element.text or ""
        if len(text) > self.limits.text:
            self.report.error(
                path, "text-too-long", f"a text of {len(text):,} characters", f"at most {self.limits.text:,}"
            )
            return None
        return self.original(text)

    def _scalar(self, element: Element, declared: Scalar, path: Path) -> Any:
        text = self.text(element, path)
        if text is None:
            return None
        try:
            value = (
                text
                if declared.kind == "str"
                else parse_text(declared.kind, text, self.schema.dialect, "xml")
            )
        except ValueError as error:
            self.report.error(path, "wrong-value", f"the text {quoted(text)}", str(error))
            return None
        if (broken := check_constraints(declared, value, self.schema.dialect)) is not None:
            self.report.error(path, "out-of-bounds", f"the value {quoted(text)}", broken)
        return value

    def _enum(self, element: Element, declared: EnumType, path: Path) -> Any:
        text = self.text(element, path)
        if text is None:
            return None
        known = self.enums.get(declared.name)
        if known is None:
            known = self.enums[declared.name] = enum_values(declared)
        value = known.get(text)
        if value is not None:
            return value
        names = list(known)
        expected = "one of " + ", ".join(names[:10]) + (" …" if len(names) > 10 else "")
        if declared.closed or (declared.base == "int" and not _is_integer(text)):
            self.report.error(path, "unknown-enum-value", f"the value {quoted(text)}", expected)
            return None
        self.report.warning(
            path, "unknown-enum-value", f"the undocumented value {quoted(text)}, kept as it is", expected
        )
        return int(text) if declared.base == "int" else text

    def _list(self, element: Element, declared: ListType, path: Path, depth: int) -> list[Any]:
        if declared.item_name is None:
            raise ValueError("this list has no XML form: its schema names no item element")
        tag = str(declared.item_name)
        self.no_text(element.text, path)
        values: list[Any] = []
        seen: dict[str, int] = {}
        for child in element:
            item = _indexed(child, path, seen)
            if child.tag == tag:
                values.append(self.value(child, declared.item, item, depth + 1))
            else:
                self.refuse_unknown(child, item, declared.item_name)
            self.no_text(child.tail, path)
        self._check_length(declared, len(values), path, "items")
        return values

    def _dict(self, element: Element, declared: DictType, path: Path, depth: int) -> dict[Any, Any]:
        if declared.entry_name is None or declared.key_name is None or declared.value_name is None:
            raise ValueError(
                "this dictionary has no XML form: its schema names no entry, key or value element"
            )
        tag = str(declared.entry_name)
        parts = (
            _Part(str(declared.key_name), declared.key_name, declared.key),
            _Part(str(declared.value_name), declared.value_name, declared.value),
        )
        self.no_text(element.text, path)
        values: dict[Any, Any] = {}
        seen: dict[str, int] = {}
        for child in element:
            entry = _indexed(child, path, seen)
            if child.tag == tag:
                self._entry(child, parts, entry, depth + 1, values)
            else:
                self.refuse_unknown(child, entry, declared.entry_name)
            self.no_text(child.tail, path)
        self._check_length(declared, len(values), path, "entries")
        return values

    def _entry(
        self,
        element: Element,
        parts: tuple[_Part, _Part],
        path: Path,
        depth: int,
        values: dict[Any, Any],
    ) -> None:
        """Read one entry into ``values``."""
        if self.too_deep(path, depth) or (element.attrib and reads_as_null(self, element, None, False, path)):
            return
        errors = self.report.errors
        self.no_text(element.text, path)
        found: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for child in element:
            tag = str(child.tag)
            local = local_name(tag)
            index = seen[local] = seen.get(local, 0) + 1
            here = Path(path, local, index if index > 1 else 0)
            part = next((part for part in parts if part.tag == tag), None)
            if part is None:
                self.refuse_unknown(child, here, parts[1 if found else 0].name)
            elif tag in found:
                self.report.error(here, "duplicate-member", f"a second {local} in one entry", "one")
            else:
                found[tag] = self.value(child, part.type, here, depth + 1)
                if part is parts[0] and len(found) == 2:
                    after = f"{local} after {parts[1].name.local}"
                    self.report.warning(here, "out-of-order", after, IN_ORDER)
            self.no_text(child.tail, path)
        for part in parts:
            if part.tag not in found:
                message = f"no {part.name.local} in the entry"
                self.report.error(path, "missing-member", message, spelled(part.name))
        if self.report.errors != errors:
            return
        key, value = (found[part.tag] for part in parts)
        if key in values:
            message = f"the key {quoted(str(key))} a second time"
            self.report.error(path, "duplicate-key", message, "one entry for each key")
        values[key] = value

    def refuse_unknown(self, child: Element, path: Path, expected: QName) -> None:
        """Note an element that has no meaning and no place to be kept."""
        message = f"the unknown element {spelled(split_tag(str(child.tag)))}"
        self.report.error(path, "unknown-element", message, spelled(expected))

    def _check_length(self, declared: ListType | DictType, length: int, path: Path, what: str) -> None:
        if (broken := length_broken(length, declared)) is not None:
            self.report.error(path, "out-of-bounds", f"{length:,} {what}", broken)


def _indexed(child: Element, path: Path, seen: dict[str, int]) -> Path:
    """The path of the next child of a list or dictionary; ``seen`` counts them by local name."""
    local = local_name(str(child.tag))
    index = seen[local] = seen.get(local, 0) + 1
    return Path(path, local, index)


def enum_values(declared: EnumType) -> dict[str, Any]:
    """The members of an enumeration by their text in XML."""
    texts = {wire: text for text, wire in declared.xml_values}
    return {texts.get(member.value, str(member.value)): member for member in declared.cls}


def _is_integer(text: str) -> bool:
    digits = text[1:] if text[:1] in ("-", "+") else text
    return digits.isascii() and digits.isdigit() and len(digits) <= 20
