"""Reading an element that holds one text: scalars and enumerations; and DateTimeOffset, which is a scalar
only in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.kinds import kind_of
from wiresmith.runtime.bounds import check_constraints
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path
from wiresmith.runtime.xml.reading._marks import resolve
from wiresmith.runtime.xml.reading._shown_names import spelled
from wiresmith.values.datetimes import DateTime
from wiresmith.values.offsets import moment
from wiresmith.values.qnames import QName, local_name

if TYPE_CHECKING:
    from wiresmith.description import Scalar
    from wiresmith.plan.contracts import Contract
    from wiresmith.runtime.xml.reading.careful_walk import Walk
    from wiresmith.runtime.xml.tree import Element


def read_scalar(reader: Walk, element: Element, declared: Scalar, path: Path, depth: int) -> Any:
    """The value of an element that holds a scalar; ``any`` is a text here."""
    kind = kind_of(declared.kind)
    if kind.xml_shape == "parts":
        return _read_offset(reader, element, declared, path, depth)
    text = reader.text(element, path)
    if text is None:
        return None
    try:
        if kind.xml_shape == "name":
            return _read_qname(reader, element, text, path)
        value = kind.read(text, "xml", reader.texts, reader.schema.floats)
    except ValueError as error:
        reader.report.error(path, "wrong-value", f"the text {quoted(text)}", str(error))
        return None
    if (broken := check_constraints(declared, value, reader.texts)) is not None:
        reader.report.error(path, "out-of-bounds", f"the value {quoted(text)}", broken)
    return value


def _read_qname(reader: Walk, element: Element, text: str, path: Path) -> QName | None:
    """A name with a prefix that is declared where it stands; no text is the name without name, as .NET has
    it.
    """
    text = text.strip(" \t\r\n")
    if not text:
        return QName("")
    return resolve(reader, element, text, path, f"the name {quoted(text)}")


def _read_offset(reader: Walk, element: Element, declared: Scalar, path: Path, depth: int) -> DateTime | None:
    """The moment of .NET's DateTimeOffsetAdapter: an instant in UTC and the minutes of its offset, both
    there.
    """
    found: dict[str, Any] = {}
    parts = {slot.tag: slot for slot in reader.contracts.offset_parts}
    first, second = reader.contracts.offset_parts
    errors = reader.report.errors
    reader.no_text(element.text, path)
    for child in element:
        tag = str(child.tag)
        here = Path(path, local_name(tag))
        slot = parts.get(tag)
        if slot is None:
            reader.refuse_unknown(child, here, (second if found else first).name)
        elif slot.local in found:
            reader.report.error(here, "duplicate-member", f"a second {slot.local}", "one")
        else:
            if slot is first and found:
                message = f"{reader.refuses}DateTime after OffsetMinutes"
                reader.report.warning(here, "out-of-order", message, "DateTime before OffsetMinutes")
            found[slot.local] = reader.value(child, slot, here, depth + 1)
        reader.no_text(child.tail, path)
    for slot in (first, second):
        if slot.local not in found:
            reader.report.error(path, "missing-member", f"no element {slot.local}", spelled(slot.name))
    if reader.report.errors != errors:
        return None
    try:
        value = moment(found["DateTime"], int(found["OffsetMinutes"]))
    except (ValueError, OverflowError) as error:
        expected = str(error) if isinstance(error, ValueError) else "a moment in the years 1 to 9999"
        reader.report.error(path, "wrong-value", "a moment that there is not", expected)
        return None
    if broken := check_constraints(declared, value, reader.texts):
        reader.report.error(path, "out-of-bounds", f"the value {quoted(value.text)}", broken)
    return value


def read_enum(reader: Walk, element: Element, contract: Contract, path: Path) -> Any:
    """The member that an element names; for flags also what several names, separated by spaces,
    are together.
    """
    text = reader.text(element, path)
    if text is None:
        return None
    declared: Any = contract.declared
    known = contract.enum_names.wires
    if text in known:
        return contract.member_of(known[text])
    if declared.flags:
        words = [word for word in text.split(" ") if word]
        if all(word in known for word in words):
            combined = 0
            for word in words:
                combined |= int(known[word])
            return contract.member_of(combined)
    names = list(known)
    expected = "one of " + ", ".join(names[:10]) + (" …" if len(names) > 10 else "")
    if declared.flags:
        expected = expected.replace("one of", "some of") + ", separated by spaces"
    numbered = all(_is_integer(name) for name in names)
    if declared.closed or declared.flags or (declared.base == "int" and not (numbered and _is_integer(text))):
        reader.report.error(path, "unknown-enum-value", f"the value {quoted(text)}", expected)
        return None
    message = f"{reader.refuses}the undocumented value {quoted(text)}, kept as it is"
    reader.report.warning(path, "unknown-enum-value", message, expected)
    return int(text) if declared.base == "int" else text


def _is_integer(text: str) -> bool:
    digits = text[1:] if text[:1] in ("-", "+") else text
    return digits.isascii() and digits.isdigit() and len(digits) <= 20
