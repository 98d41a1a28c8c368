"""The means by which a record says what it is read from: a field's declaration holds its key, the shape of
its value, and what both mean.

The strict reader, its messages, the JSON Schema and the reference of all keys follow from these
declarations::

    @mapping("docs", "docs")
    @dataclass(frozen=True, slots=True, kw_only=True)
    class DocsDoc(Record):
        page: Placed[str] | None = key(Text(), "The page, as it is filed.")
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from functools import cache
from typing import Any, ClassVar, Final, Self, TypeVar

from wiresmith.language.placed import Spot
from wiresmith.language.problem import Problems
from wiresmith.language.shape import Key, Keys, Many, Shape, Table

R = TypeVar("R", bound="Record")
_KEY: Final = "key"
_INLINE: Final = "inline"
_ENTRY: Final = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping of a spec file, read.

    ``at`` is where it stands, ``places`` where the value of each key stands that was given, whether it could
    be read or not.
    """

    shape: ClassVar[Keys]
    at: Spot
    places: Mapping[str, Spot] = field(default_factory=dict[str, Spot])

    def finished(self, problems: Problems) -> Self | None:
        """The record once all of its keys are read: what takes more than one of them is checked and put
        together here.

        Returns: None where the record means nothing without what is missing (reported already).
        """
        return self


def key(
    shape: Shape,
    doc: str,
    *,
    name: str = "",
    default: Any = MISSING,
    required: bool = False,
    beside: str = "",
) -> Any:
    """A field that is read from a key.

    Parameters: ``shape``, what may stand there; ``doc``, what it means; ``name``, the key, if it is not
    called like the field; ``default``, what the field holds without it (None; nothing in a list or table);
    ``required``, whether it has to be there: then a record without it is only made if there is a default or a
    stand-in; ``beside``, the key beside which alone it may stand.
    """
    if default is MISSING and not required:
        default = () if isinstance(shape, Many | Table) else None
    return field(default=default, metadata={_KEY: Key(name, shape, doc, required, beside)})


def inline(record: type[R], *, optional: bool = False, beside: str = "") -> Any:
    """A field that is read from several keys of the same mapping, which are those of another record.

    Parameters: ``record``, the record; ``optional``, whether the field is None where none of the keys is
    there; ``beside``, the key beside which alone they may stand.
    """
    without: Any = None if optional else MISSING
    return field(default=without, metadata={_INLINE: (record, beside)})


def entry() -> Any:
    """A field that holds the name under which the record stands in a table."""
    return field(metadata={_ENTRY: True})


def mapping(
    name: str,
    what: str,
    *,
    one_of: tuple[str, ...] = (),
    at_most_one: tuple[tuple[str, ...], ...] = (),
    short: str = "",
) -> Callable[[type[R]], type[R]]:
    """Make the shape of a record from the declarations of its fields; the parameters are those of `Keys`."""

    def shaped(record: type[R]) -> type[R]:
        keys: list[Key] = []
        groups = list(at_most_one)
        for each in fields(record):
            if (own := own_key(each)) is not None:
                keys.append(own)
            elif (inner := inlined(each)) is not None:
                beside = each.metadata[_INLINE][1]
                keys += [replace(one, beside=one.beside or beside) for one in inner.shape.keys]
                groups += inner.shape.at_most_one
        record.shape = Keys(name, what, record, tuple(keys), one_of, tuple(groups), short)
        return record

    return shaped


@cache
def own_key(field: Field[Any]) -> Key | None:
    """The key of a field that has one."""
    found: Key | None = field.metadata.get(_KEY)
    return replace(found, name=found.name or field.name) if found is not None else None


def inlined(field: Field[Any]) -> type[Record] | None:
    """The record whose keys stand in the mapping itself."""
    found: tuple[type[Record], str] | None = field.metadata.get(_INLINE)
    return found[0] if found is not None else None


def entry_of(record: type[Any]) -> str | None:
    """The name of the field for the name in a table."""
    return next((each.name for each in fields(record) if _ENTRY in each.metadata), None)


def has_default(field: Field[Any]) -> bool:
    """Can the record be made without the field?"""
    return field.default is not MISSING or field.default_factory is not MISSING


def known_keys(record: Record) -> Iterator[tuple[str, Any]]:
    """The keys of a record with what was read from each, those of inlined records among them, in the order of
    the language.
    """
    for each in fields(record):
        value = getattr(record, each.name)
        if (own := own_key(each)) is not None:
            yield own.name, value
        elif isinstance(value, Record) and inlined(each) is not None:
            yield from known_keys(value)
