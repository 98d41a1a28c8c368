"""One type of a spec from its definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wiresmith.description import QName
from wiresmith.xsd._definitions import (
    ClassDefinition,
    Definition,
    DictionaryDefinition,
    Element,
    EnumDefinition,
    ListDefinition,
)
from wiresmith.xsd._member_order import orders
from wiresmith.xsd._spec_names import MemberNameBook, ValueNameBook
from wiresmith.xsd._spec_plan import Declared, Plan
from wiresmith.xsd._spelling import parameter_counts
from wiresmith.xsd._yaml_text import Node


class Declarations:
    """Spells declarations; those of bases have to come before those of what extends them."""

    def __init__(self, plan: Plan, derived: Mapping[QName, Sequence[QName]]) -> None:
        self._plan = plan
        self._derived = derived
        self._books: dict[str, MemberNameBook] = {}

    def said(self, declared: Declared, xml: dict[str, Node]) -> dict[str, Node]:
        """The declaration under the name of a type; ``xml`` is what its ``xml:`` says of its namespace and
        root.

        Raises: Unspellable where it holds what no annotation says.
        """
        first = declared.definitions[0]
        xml = {**self._name(declared), **xml}
        match first:
            case ClassDefinition():
                said = self._class(declared, first, xml)
            case ListDefinition():
                said = self._list(declared, first, xml)
            case DictionaryDefinition():
                said = self._dictionary(declared, first, xml)
            case EnumDefinition():
                said = _enum(first)
        if xml:
            said["xml"] = xml
        if first.doc:
            said = {"doc": first.doc, **said}
        return said

    def _name(self, declared: Declared) -> dict[str, Node]:
        first = declared.definitions[0]
        is_collection = isinstance(first, (ListDefinition, DictionaryDefinition))
        if declared.generic is None:
            if declared.head == first.name.local and not is_collection:
                return {}
            return {"name": first.name.local}
        said: dict[str, Node] = {}
        places = "".join(f"{{{place}}}" for place in range(len(declared.variables)))
        if declared.generic.name != f"{declared.head}Of{places}{{#}}" or is_collection:
            said["name"] = declared.generic.name
        counts = parameter_counts(declared.generic)
        if len(counts) > 1:
            said["generic_parameters"] = list(counts)
        return said

    def _class(self, declared: Declared, first: ClassDefinition, xml: dict[str, Node]) -> dict[str, Node]:
        said: dict[str, Node] = {}
        classes = [each for each in declared.definitions if isinstance(each, ClassDefinition)]
        above = None
        if first.base is not None:
            bases = [self._plan.spelling.named(each.base) for each in classes if each.base is not None]
            base = self._plan.common(declared, bases)
            said["extends"] = str(base)
            above = self._books.get(base.head)
        if first.value_type:
            xml["value_type"] = True
        if first.reference:
            xml["reference"] = True
        known = [str(self._plan.spelling.named(name)) for name in self._derived.get(first.name, ())]
        if known and declared.generic is None:
            xml["known_types"] = known
        book = self._books[declared.head] = MemberNameBook(above)
        fields: dict[str, Node] = {}
        for place, order in enumerate(orders([element.name for element in first.elements])):
            elements = [each.elements[place] for each in classes]
            key, node = self._member(declared, elements, order, book)
            fields[key] = node
        said["fields"] = fields
        return said

    def _member(
        self, declared: Declared, elements: list[Element], order: int | None, book: MemberNameBook
    ) -> tuple[str, Node]:
        first = elements[0]
        type_ = str(self._plan.term(declared, elements))
        key, python = book.add(first.name)
        xml: dict[str, Node] = {}
        if key != first.name:
            xml["name"] = first.name
        if order is not None:
            xml["order"] = order
        if first.required:
            xml["required"] = True
        if not first.emit_default:
            xml["emit_default"] = False
        said: dict[str, Node] = {"type": type_}
        if first.doc:
            said["doc"] = first.doc
        if python is not None:
            said["python"] = python
        if xml:
            said["xml"] = xml
        return key, said if len(said) > 1 else type_

    def _list(self, declared: Declared, first: ListDefinition, xml: dict[str, Node]) -> dict[str, Node]:
        lists = [each for each in declared.definitions if isinstance(each, ListDefinition)]
        item = self._plan.term(declared, [each.item for each in lists])
        if any(each.item.name != each.item.type.local for each in lists):
            xml["item_name"] = first.item.name
        if first.reference:
            xml["reference"] = True
        return {"type": f"list[{item}]"}

    def _dictionary(
        self, declared: Declared, first: DictionaryDefinition, xml: dict[str, Node]
    ) -> dict[str, Node]:
        dictionaries = [each for each in declared.definitions if isinstance(each, DictionaryDefinition)]
        key = self._plan.term(declared, [each.key for each in dictionaries])
        value = self._plan.term(declared, [each.value for each in dictionaries])
        if any(each.entry != self._plan.spelling.entry(each) for each in dictionaries):
            xml["item_name"] = first.entry
        if first.key.name != "Key":
            xml["key_name"] = first.key.name
        if first.value.name != "Value":
            xml["value_name"] = first.value.name
        if first.reference:
            xml["reference"] = True
        return {"type": f"dict[{key}, {value}]"}


def _enum(first: EnumDefinition) -> dict[str, Node]:
    book = ValueNameBook()
    values: dict[str, Node] = {}
    for text, number in first.values:
        python = book.add(text)
        values[text] = number if python is None else {"value": number, "python": python}
    return {"flags": True, "enum": values} if first.flags else {"enum": values}


def base_first(declared: Sequence[Declared], types: Mapping[QName, Definition], most: int) -> list[Declared]:
    """Declarations in the order of their depth; chains of more than ``most`` bases count as that."""

    def depth(one: Declared) -> int:
        count, definition = 0, one.definitions[0]
        while isinstance(definition, ClassDefinition) and definition.base is not None and count < most:
            count, definition = count + 1, types[definition.base]
        return count

    return sorted(declared, key=depth)
