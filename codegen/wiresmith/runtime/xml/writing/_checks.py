"""Whether a value can stand in a place of a declared type, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from wiresmith.description import DOCUMENTED, DictType, EnumType, ListType
from wiresmith.runtime.bounds import check_constraints, length_broken
from wiresmith.runtime.narrowing import is_dict, is_list
from wiresmith.runtime.xml.writing._enum_texts import enum_text
from wiresmith.runtime.xml.writing._runtime_types import Untyped, runtime_type
from wiresmith.runtime.xml.writing._shown_values import at, class_of, shown
from wiresmith.values.namespaces import XMLNS
from wiresmith.values.xml_elements import XmlElement
from wiresmith.values.xml_text import exact_text

if TYPE_CHECKING:
    from wiresmith.description import QName
    from wiresmith.plan.contracts import Contract, Contracts
    from wiresmith.runtime.report import Path
    from wiresmith.runtime.xml.writing._held_facts import HeldFacts


class Checks:
    """Tells the runtime type and the text of values, and notes what is wrong with them."""

    def __init__(self, contracts: Contracts, held: HeldFacts) -> None:
        self._contracts = contracts
        self._schema = contracts.schema
        self._held = held
        self._report = held.report

    def runtime(self, declared: Contract, value: Any, place: Path) -> tuple[Contract | None, Any]:
        """The contract of a value in a place of a declared type, and the value without what names its type.

        The contract is None where the value cannot stand there.
        """
        if declared.kind == "open":
            stated, value = self._anything(declared, value, place)
            if stated is None or stated.kind == "open":
                return stated, value
            declared = stated
        runtime, expected = self._declared(declared, value)
        if runtime is None:
            self._report.error(place, "wrong-type", f"a {class_of(value)}", expected)
        elif runtime.bounded and isinstance(runtime.declared, ListType | DictType):
            broken = length_broken(len(value), runtime.declared)
            if broken is not None:
                shown = f"a length of {len(value)}"
                self._held.allows("limits", place, "out-of-bounds", shown, broken)
        return runtime, value

    def text(self, contract: Contract, value: Any, outer: Path, step: str | int) -> str | None:
        """The text of a scalar or an enum, unescaped; None where it has none."""
        if isinstance(contract.declared, EnumType):
            text = enum_text(contract, contract.declared, value)
            return self._unknown_value(contract.declared, value, at(outer, step)) if text is None else text
        scalar = contract.scalar
        kind = contract.scalar_kind
        if not kind.accepts(value):
            self._report.error(at(outer, step), "wrong-type", f"a {class_of(value)}", kind.wanted)
            return None
        if kind.xml_shape == "name":
            fault = _name_fault(value)
            if fault:
                self._report.error(at(outer, step), "cannot-write", shown(value), fault)
                return None
            return exact_text(value.local)
        try:
            text = kind.text(value, "xml", self._schema.rules.texts, self._schema.floats)
        except (ValueError, OverflowError) as error:
            self._report.error(at(outer, step), "cannot-write", shown(value), str(error))
            return None
        if contract.bounded and (broken := check_constraints(scalar, value)) is not None:
            place = at(outer, step)
            if not self._held.allows(
                "limits", place, "out-of-bounds", shown(value), broken, scalar.provenance
            ):
                return None
        return text

    def _unknown_value(self, declared: EnumType, value: Any, place: Path) -> str | None:
        """The text of a value that an enum does not document; None, with an error, where that is held."""
        wanted = str if declared.base == "str" else int
        expected = f"a {declared.cls.__name__}"
        said = declared.provenance if declared.provenance != DOCUMENTED else None
        if declared.flags or not isinstance(value, wanted) or isinstance(value, bool):
            self._report.error(place, "unknown-enum-value", shown(value), expected)
        elif self._held.allows("values", place, "unknown-enum-value", shown(value), expected, said):
            return exact_text(value) if isinstance(value, str) else int.__repr__(value)
        return None

    def _anything(self, declared: Contract, value: Any, place: Path) -> tuple[Contract | None, Any]:
        if isinstance(value, XmlElement) or (
            isinstance(value, str) and not self._schema.rules.any_says_its_type
        ):
            return declared, value
        try:
            return runtime_type(value, self._contracts)
        except Untyped as error:
            self._report.error(place, error.code, str(error), error.expected)
            return None, value

    def _declared(self, declared: Contract, value: Any) -> tuple[Contract | None, str]:
        """The runtime type where one is declared, else what was expected."""
        match declared.kind:
            case "object":
                cls = value.__class__
                runtime = declared if cls is declared.cls else self._contracts.of_class(cls)
                if runtime is not None and runtime.extends(declared):
                    return runtime, ""
                return None, f"a {declared.cls.__name__}" if declared.cls is not None else "an object"
            case "list":
                return (declared, "") if is_list(value) else (None, "a list")
            case "dict":
                assert isinstance(declared.declared, DictType)
                if declared.declared.pairs:
                    return (declared, "") if _is_pairs(value) else (None, "a list of pairs")
                return (declared, "") if is_dict(value) else (None, "a dict")
            case "offset":
                kind = declared.scalar_kind
                return (declared, "") if kind.accepts(value) else (None, kind.wanted)
            case _:
                return declared, ""


def _is_pairs(value: Any) -> bool:
    return is_list(value) and all(pair.__class__ is tuple and len(pair) == 2 for pair in value)


def _name_fault(name: QName) -> str:
    """The text of a finding's ``expected`` for a name in a value; "" if it can be written."""
    local, namespace = (cast("object", part) for part in (name.local, name.namespace))
    if not isinstance(local, str) or not isinstance(namespace, str):
        return "a QName of two texts"
    if namespace and not local:
        return "a name with a local part"
    if ":" in local or local != local.strip(" \t\r\n"):
        return "a name whose local part has no colon, and no white space around it"
    if namespace == XMLNS:
        return "another namespace: that of declarations can have no prefix"
    return ""
