"""Reading lists and dictionaries.

There is no place in them to keep what is not an item, so that is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiresmith.runtime.bounds import length_broken
from wiresmith.runtime.findings import excerpt, quoted
from wiresmith.runtime.report import Path
from wiresmith.runtime.unexpected_values import Unexpected
from wiresmith.runtime.xml.reading._marks import note_unknown, read_marks
from wiresmith.runtime.xml.reading._shown_names import said, spelled
from wiresmith.values.qnames import local_name

if TYPE_CHECKING:
    from wiresmith.description import DictType, ListType
    from wiresmith.plan.contracts import Contract, Slot
    from wiresmith.runtime.xml.reading.careful_walk import Walk
    from wiresmith.runtime.xml.tree import Element


def read_list(
    reader: Walk, element: Element, contract: Contract, path: Path, depth: int, values: list[Any]
) -> None:
    """Read the items of a list into ``values``."""
    declared: Any = contract.declared
    if declared.item_name is None:
        raise ValueError("this list has no XML form: its schema names no item element")
    slot = contract.item
    tag = slot.tag
    reader.no_text(element.text, path)
    seen: dict[str, int] = {}
    for child in element:
        item = _indexed(child, path, seen)
        if child.tag == tag:
            values.append(reader.value(child, slot, item, depth + 1))
        else:
            reader.refuse_unknown(child, item, slot.name)
        reader.no_text(child.tail, path)
    _check_length(reader, declared, len(values), path, "items")


def read_dict(
    reader: Walk, element: Element, contract: Contract, path: Path, depth: int, values: Any
) -> None:
    """Read the entries of a dictionary into ``values``: a list of tuples if it is one of ``pairs``, else a
    dict.
    """
    declared: Any = contract.declared
    if declared.entry_name is None or declared.key_name is None or declared.value_name is None:
        raise ValueError("this dictionary has no XML form: its schema names no entry, key or value element")
    name, *parts = contract.entry
    tag = str(name)
    reader.no_text(element.text, path)
    keys: set[Any] = set()
    seen: dict[str, int] = {}
    for child in element:
        entry = _indexed(child, path, seen)
        if child.tag != tag:
            reader.refuse_unknown(child, entry, name)
        elif (pair := _entry(reader, child, parts, entry, depth + 1)) is not None:
            _check_key(reader, pair[0], keys, declared, entry)
            if declared.pairs:
                values.append(pair)
            else:
                values[pair[0]] = pair[1]
        reader.no_text(child.tail, path)
    _check_length(reader, declared, len(values), path, "entries")


def _check_key(reader: Walk, key: Any, keys: set[Any], declared: DictType, path: Path) -> None:
    """Note a key that is there already; among pairs only of those types that .NET compares by value."""
    if declared.pairs and not isinstance(key, str | int | float):
        return
    alike: Any = (key.__class__, key) if declared.pairs else key
    if alike in keys:
        message = f"the key {quoted(str(key))} a second time"
        if declared.pairs:
            reader.report.warning(path, "duplicate-key", reader.refuses + message, "one entry for each key")
        else:
            reader.structure_broken(path, "duplicate-key", message, "one entry for each key")
    keys.add(alike)


def _entry(
    reader: Walk, element: Element, parts: list[Slot], path: Path, depth: int
) -> tuple[Any, Any] | None:
    """The key and the value of an entry; None, with errors, if it has not got both."""
    if reader.too_deep(path, depth) or (element.attrib and not _is_plain(reader, element, path)):
        return None
    faults = reader.faults
    reader.no_text(element.text, path)
    found: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for child in element:
        tag = str(child.tag)
        local = local_name(tag)
        index = seen[local] = seen.get(local, 0) + 1
        here = Path(path, local, index if index > 1 else 0)
        part = next((part for part in parts if part.tag == tag), None)
        if part is None:
            reader.refuse_unknown(child, here, parts[1 if found else 0].name)
        elif tag in found:
            message = f"a second {excerpt(local)} in one entry"
            reader.structure_broken(here, "duplicate-member", message, "one")
        else:
            found[tag] = value = reader.value(child, part, here, depth + 1)
            if part is parts[0]:
                if len(found) == 2:
                    message = f"{reader.refuses}{local} after {parts[1].local}"
                    reader.report.warning(here, "out-of-order", message, f"{local} first")
                if isinstance(value, Unexpected):
                    reader.misplaced += 1  # said already; no dictionary has it as a key
                elif value is None and reader.faults == faults:
                    reader.structure_broken(here, "null", "a key that is null", "a key")
        reader.no_text(child.tail, path)
    for part in parts:
        if part.tag not in found:
            message = f"no {part.local} in the entry"
            reader.structure_broken(path, "missing-member", message, spelled(part.name))
    if reader.faults != faults:
        return None
    return found[parts[0].tag], found[parts[1].tag]


def _is_plain(reader: Walk, element: Element, path: Path) -> bool:
    """Whether the attributes of an entry leave it what it is; if not, that is noted."""
    marks = read_marks(reader, element, path)
    if marks is None:
        return False
    note_unknown(reader, marks, path)
    if marks.nil:
        reader.structure_broken(path, "null", 'null (i:nil="true")', "a value: this may not be null")
    elif marks.reference is not None or marks.identity is not None:
        reader.report.error(
            path, "wrong-id", "an entry that is or has a reference", "an entry without z:Id and z:Ref"
        )
    elif marks.type is not None:
        reader.structure_broken(path, "wrong-type", f"i:type says {said(marks.type)}", "no i:type")
    else:
        return True
    return False


def _indexed(child: Element, path: Path, seen: dict[str, int]) -> Path:
    """The path of the next child of a list or dictionary; ``seen`` counts them by local name."""
    local = local_name(str(child.tag))
    index = seen[local] = seen.get(local, 0) + 1
    return Path(path, local, index)


def _check_length(reader: Walk, declared: ListType | DictType, length: int, path: Path, what: str) -> None:
    if (broken := length_broken(length, declared)) is not None:
        reader.broken("limits", path, "out-of-bounds", f"{length:,} {what}", broken)
