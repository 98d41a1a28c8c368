"""Reading an element that holds one text: scalars and enumerations; and DateTimeOffset, which is a scalar
only in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.description import DOCUMENTED
from wiresmith.kinds import kind_of
from wiresmith.runtime.bounds import check_constraints
from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path
from wiresmith.runtime.strictness import expectation
from wiresmith.runtime.unexpected_values import Unexpected
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
    misplaced = reader.misplaced
    if kind.xml_shape == "parts":
        value = _read_offset(reader, element, declared, path, depth)
        return value if reader.misplaced == misplaced else misfit(reader, element, path, depth, misplaced)
    text = reader.text(element, path)
    if text is None:
        return None if reader.misplaced == misplaced else misfit(reader, element, path, depth, misplaced)
    try:
        if kind.xml_shape == "name":
            return _read_qname(reader, element, text, path)
        value = kind.read(text, "xml", reader.texts, reader.schema.floats)
    except ValueError as error:
        return reader.unexpected(element, path, depth, "wrong-value", f"the text {quoted(text)}", str(error))
    if (broken := check_constraints(declared, value, reader.texts)) is not None:
        shown = f"the value {quoted(text)}"
        reader.broken("limits", path, "out-of-bounds", shown, broken, declared.provenance)
    return value


def misfit(reader: Walk, element: Element, path: Path, depth: int, misplaced: int) -> Unexpected | None:
    """The element as it came, since it has parts that have no place in a value of its type; they have been
    noted. ``misplaced`` is their number before it was read.
    """
    reader.misplaced = misplaced
    told = expectation(reader.strict, reader.said, "type") or "documented"
    return reader.as_it_came(element, path, depth, "parts that have no place", "a value of its type", told)


def _read_qname(reader: Walk, element: Element, text: str, path: Path) -> QName | None:
    """A name with a prefix that is declared where it stands; no text is the name without name, as .NET has
    it.
    """
    text = text.strip(" \t\r\n")
    if not text:
        return QName("")
    name = resolve(reader, element, text, path, f"the name {quoted(text)}")
    if name is not None and (not name.local or name.local[0] in " \t\r\n"):
        reader.structure_broken(path, "wrong-value", f"the name {quoted(text)}", "a name with a local part")
        return None
    return name


def _read_offset(reader: Walk, element: Element, declared: Scalar, path: Path, depth: int) -> DateTime | None:
    """The moment of .NET's DateTimeOffsetAdapter: an instant in UTC and the minutes of its offset, both
    there.
    """
    found: dict[str, Any] = {}
    parts = {slot.tag: slot for slot in reader.contracts.offset_parts}
    first, second = reader.contracts.offset_parts
    faults = reader.faults
    reader.no_text(element.text, path)
    for child in element:
        tag = str(child.tag)
        here = Path(path, local_name(tag))
        slot = parts.get(tag)
        if slot is None:
            reader.refuse_unknown(child, here, (second if found else first).name)
        elif slot.local in found:
            reader.structure_broken(here, "duplicate-member", f"a second {slot.local}", "one")
        else:
            if slot is first and found:
                message = f"{reader.refuses}DateTime after OffsetMinutes"
                reader.report.warning(here, "out-of-order", message, "DateTime before OffsetMinutes")
            found[slot.local] = value = reader.value(child, slot, here, depth + 1)
            if value is None or isinstance(value, Unexpected):
                reader.misplaced += 1
        reader.no_text(child.tail, path)
    for slot in (first, second):
        if slot.local not in found:
            message = f"no element {slot.local}"
            reader.structure_broken(path, "missing-member", message, spelled(slot.name))
    if reader.faults != faults:
        return None
    try:
        value = moment(found["DateTime"], int(found["OffsetMinutes"]))
    except (ValueError, OverflowError) as error:
        expected = str(error) if isinstance(error, ValueError) else "a moment in the years 1 to 9999"
        reader.structure_broken(path, "wrong-value", "a moment that there is not", expected)
        return None
    if broken := check_constraints(declared, value, reader.texts):
        shown = f"the value {quoted(value.text)}"
        reader.broken("limits", path, "out-of-bounds", shown, broken, declared.provenance)
    return value


def read_enum(reader: Walk, element: Element, contract: Contract, path: Path, depth: int) -> Any:
    """The member that an element names; for flags also what several names, separated by spaces,
    are together.
    """
    misplaced = reader.misplaced
    text = reader.text(element, path)
    if text is None:
        return None if reader.misplaced == misplaced else misfit(reader, element, path, depth, misplaced)
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
    is_value = declared.base == "str" or (numbered and _is_integer(text))
    if declared.closed or declared.flags or not is_value:
        marks = declared.provenance if declared.provenance != DOCUMENTED else reader.said
        shown = f"the value {quoted(text)}"
        told = reader.broken("values", path, "unknown-enum-value", shown, expected, marks)
        if told is None:
            return None
        if declared.flags or not is_value:
            return reader.as_it_came(element, path, depth, shown, expected, told)
        return int(text) if declared.base == "int" else text
    message = f"{reader.refuses}the undocumented value {quoted(text)}, kept as it is"
    reader.report.warning(path, "unknown-enum-value", message, expected)
    return int(text) if declared.base == "int" else text


def _is_integer(text: str) -> bool:
    digits = text[1:] if text[:1] in ("-", "+") else text
    return digits.isascii() and digits.isdigit() and len(digits) <= 20
