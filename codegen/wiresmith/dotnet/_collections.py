"""Reading collections: items by their name, other elements skipped; dictionaries entry by entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from wiresmith.description import DictType, ListType, QName
from wiresmith.runtime.findings import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from wiresmith.dotnet._context import Context, Marks
    from wiresmith.dotnet._graph_walk import Walk
    from wiresmith.plan.contracts import Contract, Slot


def read_list(values: Walk, contract: Contract, marks: Marks) -> Generator[Any, Any, list[Any]]:
    """The list whose element the cursor is at."""
    made: list[Any] = []
    values.context.add(marks.id, made, contract)
    values.context.cursor.read()
    if _is_primitive_array(values, contract):
        _read_primitives(values, contract, made)
    else:
        yield _items(
            values,
            _item_name(contract),
            lambda: _list_item(values, contract.item, made),
            _size(values, marks),
        )
    values.context.cursor.read_end()
    return made


def read_dict(values: Walk, contract: Contract, marks: Marks) -> Generator[Any, Any, Any]:
    """The dictionary whose element the cursor is at."""
    made = Entries(contract)
    values.context.add(marks.id, made.made, contract)
    values.context.cursor.read()
    yield _items(values, _item_name(contract), lambda: _entry(values, contract, made), _size(values, marks))
    values.context.cursor.read_end()
    return made.made


def read_into(values: Walk, contract: Contract, existing: Any) -> Generator[Any, Any, None]:
    """Add to the collection of a member without a setter; other elements before the first item are not
    expected there.
    """
    context, cursor = values.context, values.context.cursor
    name = _item_name(contract)
    cursor.read()
    if cursor.is_start() and cursor.name == name:
        if existing is None:
            message = (
                f"the member without a setter that {excerpt(contract.spelled)} is to be added to is null"
            )
            raise context.refused("wrong-value", message, "a collection that the constructor makes")
        if contract.kind == "list":
            read_item: Callable[[], Any] = partial(_list_item, values, contract.item, existing)
        else:
            read_item = partial(_entry, values, contract, Entries(contract, existing))
        yield _items(values, name, read_item, None)
    cursor.read_end()


class Entries:
    """The entries of a dictionary, with the keys that .NET would take for the same."""

    def __init__(self, contract: Contract, existing: Any = None) -> None:
        declared = contract.declared
        assert isinstance(declared, DictType)
        made: Any = existing if existing is not None else [] if declared.pairs else {}
        self.made = made
        self._pairs = declared.pairs
        self._key = contract.entry[1].contract
        keys: list[Any] = [key for key, _ in made] if declared.pairs else list(made)
        self._keys = {_identity(self._key, key) for key in keys}

    def add(self, key: Any, value: Any, context: Context) -> None:
        """Add an entry; refused for null and for a key that is there."""
        if key is None:
            raise context.refused("null-key", "a key is null", "a key")
        identity = _identity(self._key, key)
        if identity in self._keys:
            shown = excerpt(str(key))
            raise context.refused(
                "duplicate-key", f"a second entry with the key {shown}", "one entry for each key"
            )
        self._keys.add(identity)
        if self._pairs:
            self.made.append((key, value))
        else:
            self.made[key] = value


def _identity(contract: Contract, key: Any) -> Any:
    """A value that is equal for keys that are Equal in .NET: a DateTime's kind does not count, structs are
    their fields, other objects themselves.
    """
    if contract.kind == "open":
        value = getattr(key, "value", key)
        type_ = getattr(key, "type", type(key).__name__)
        return (type_, value) if isinstance(value, str | int | float | QName) else id(key)
    if contract.kind == "scalar":
        return contract.scalar_kind.equality(key)
    if contract.kind == "object" and contract.value_type and key is not None:
        return tuple(_identity(slot.contract, getattr(key, slot.attribute)) for slot in contract.slots)
    if contract.kind in ("object", "list", "dict"):
        return id(key)
    return key


def _items(
    values: Walk, name: QName, read_item: Callable[[], Any], size: int | None
) -> Generator[Any, Any, None]:
    """Read items up to the end of the collection; with a size, exactly so many."""
    context, cursor = values.context, values.context.cursor
    if size is not None:
        context.count(size)
    count = 0
    while True:
        if size is not None and count == size:
            break
        if cursor.is_start():
            if cursor.name == name:
                if size is None:
                    context.count(1)
                yield read_item()
                count += 1
            else:
                context.marks()
                cursor.skip()
        elif cursor.kind == "EndElement" and size is None:
            return
        else:
            raise context.unexpected()
    while cursor.is_start():
        if cursor.name == name:
            raise context.refused(
                "wrong-value", f"more than the {size} items that z:Size says", f"{size} items"
            )
        context.marks()
        cursor.skip()


def _is_primitive_array(values: Walk, contract: Contract) -> bool:
    """Whether .NET reads the items in one go (XmlReaderDelegator.TryReadInt32Array and the like, of
    dictionary readers only).
    """
    declared, item = contract.declared, contract.item
    return (
        isinstance(declared, ListType)
        and declared.array
        and item.contract.kind == "scalar"
        and item.contract.scalar_kind.in_arrays
        and not item.nullable
        and values.context.machine.parser == "stream"
    )


def _read_primitives(values: Walk, contract: Contract, made: list[Any]) -> None:
    """Read items as long as there are some, whatever their attributes say; then nothing else may follow."""
    cursor, name = values.context.cursor, _item_name(contract)
    while cursor.is_start() and cursor.name == name:
        made.append(values.content(contract.item.contract))
    values.context.count(len(made))


def _list_item(values: Walk, item: Slot, made: list[Any]) -> Generator[Any, Any, None]:
    if item.contract.kind == "scalar":
        made.append(values.primitive(item.contract, nullable=item.nullable))
    else:
        made.append((yield values.value(item.contract, nullable=item.nullable)))


def _entry(values: Walk, contract: Contract, made: Entries) -> Generator[Any, Any, None]:
    """One entry: a key and a value, both required, in this order; what the entry says about itself does not
    count.
    """
    context, cursor = values.context, values.context.cursor
    _, *slots = contract.entry
    members = contract.entry_members
    context.count(2)
    parts: list[Any] = []
    cursor.read()
    while cursor.move_to_content() != "EndElement":
        if cursor.kind != "Element":
            raise context.unexpected()
        place = members.find(cursor.name, len(parts) - 1)
        if place is None:
            context.marks()
            cursor.skip()
            continue
        if place > len(parts):
            raise context.missing(members.passed_over(len(parts) - 1, len(parts)))
        slot = slots[place]
        if slot.contract.kind == "scalar":
            parts.append(values.primitive(slot.contract, nullable=slot.nullable))
        else:
            parts.append((yield values.value(slot.contract, nullable=slot.nullable)))
    if len(parts) < len(slots):
        raise context.missing(members.passed_over(len(parts) - 1, len(parts)))
    cursor.read_end()
    made.add(parts[0], parts[1], context)


def _item_name(contract: Contract) -> QName:
    if contract.kind == "list":
        return contract.item.name
    return contract.entry[0]


def _size(values: Walk, marks: Marks) -> int | None:
    """The number of items that there must be; only a serializer that preserves references looks at that."""
    return marks.size if values.context.sized and marks.size >= 0 else None
