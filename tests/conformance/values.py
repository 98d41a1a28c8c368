"""Recorded values as the Python objects that an emitted package has for them."""

from __future__ import annotations

import base64
import datetime
import re
import struct
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from tests.conformance import library
from tests.conformance.clr import ClrType, TypeName, UnreadableCase, type_name
from tests.conformance.outcome import OutOfScope, Refused
from tests.conformance.rules import Anything, Class, Collection, Enumeration, Nullable, Pair, Rules, Scalar
from tests.conformance.translate import Translation
from wiresmith import description as model
from wiresmith.check.loading import EmittedPackage
from wiresmith.runtime import DateTime, Duration, Guid, QName, Typed
from wiresmith.values.datetimes import parse_datetime
from wiresmith.values.durations import parse_duration

_PLAIN_SCALARS = {
    "str",
    "bool",
    "float64",
    "decimal",
    "datetime",
    "timedelta",
    "bytes",
    "qname",
    "date",
    "time",
}
"""Scalars whose Python value says what they are, where a spec says any; a Guid is a str."""
_TICKS_PER_DAY = 864_000_000_000


class Values:
    """Makes the Python values of one translated contract.

    Shared and circular references stay what they are.
    """

    def __init__(
        self,
        translation: Translation,
        contract: model.Contract,
        package: EmittedPackage,
        rules: Rules,
        zone: ZoneInfo,
    ) -> None:
        self._translation = translation
        self._contract = contract
        self._types = {declared.identity: declared for declared in contract.types.values()}
        self._package = package
        self._rules = rules
        self._zone = zone
        self._made: dict[int, Any] = {}
        self._recorded: dict[int, Any] | None = None

    def make(self, recorded: Any, declared: TypeName) -> Any:
        """The Python value of a recorded one at a place of a declared type; call within `deep`.

        Raises: OutOfScope for values that Python objects of the package cannot hold.
        """
        if self._recorded is None:
            self._recorded = _by_number(recorded)
        if recorded is None:
            return None
        if isinstance(recorded, dict) and "ref" in recorded:
            # What it refers to may stand at a member that is in no contract.
            recorded = self._recorded[recorded["ref"]]
        shape = self._rules.shape(declared)
        match shape:
            case Nullable(inner):
                return self.make(recorded, inner)
            case Anything():
                return self._open(recorded)
            case Scalar(kind):
                return self._scalar(recorded, kind)
            case Enumeration(type_):
                return self._enumeration(recorded, type_)
            case Collection():
                return self._items(recorded, shape)
            case Pair():
                return self._pair(recorded, declared)
            case Class():
                return self._object(recorded)

    def _open(self, recorded: Any) -> Any:
        """The value where a spec says ``any``."""
        if isinstance(recorded, str | bool):
            return recorded
        runtime = type_name(recorded["t"])
        if str(runtime) == "System.Object":
            return Typed("any", None)
        try:
            shape = self._rules.shape(runtime)
        except Refused as refused:
            raise OutOfScope("library-class", str(refused)) from refused
        match shape:
            case Scalar(kind):
                value = self._scalar(recorded, kind)
                fits = kind == "int32" or (kind == "int64" and not -(2**31) <= value < 2**31)
                return value if kind in _PLAIN_SCALARS or fits else Typed(kind, value)
            case Enumeration(type_):
                value = self._enumeration(recorded, type_)
                return Typed(self._text(runtime), value) if type(value) is int else value
            case Collection():
                return Typed(self._text(runtime), self._items(recorded, shape))
            case _:
                return self.make(recorded, runtime)

    def _text(self, name: TypeName, *, generic: bool = False) -> str:
        """A type as `Typed` has it: classes by their Python names; if ``generic``, as the spec spells it."""
        shape = self._rules.shape(name)
        match shape:
            case Nullable(inner):
                return f"{self._text(inner, generic=generic)} | None"
            case Scalar(kind):
                return kind
            case Anything():
                return "any"
            case Collection(parts) if not shape.has_contract_of_its_own:
                texts = ", ".join(self._text(part, generic=generic) for part in parts)
                return f"{'list' if len(parts) == 1 else 'dict'}[{texts}]"
            case Pair(key, value):
                text = f"KeyValuePair[{self._text(key, generic=True)}, {self._text(value, generic=True)}]"
            case _:
                text = self._translation.identities[str(name)]
        declared = self._types.get(text)
        return text if generic or declared is None else declared.name

    # --- scalars ---

    def _scalar(self, recorded: Any, kind: str) -> Any:
        if isinstance(recorded, str | bool):
            return recorded
        match kind:
            case "float64":
                return struct.unpack(">d", bytes.fromhex(recorded["bits"]))[0]
            case "float32":
                return self._single(struct.unpack(">f", bytes.fromhex(recorded["bits"]))[0])
            case "decimal":
                return Decimal(recorded["v"])
            case "char":
                return chr(int(recorded["v"]))
            case "datetime":
                return self._datetime(recorded)
            case "datetimeoffset":
                return _moment(int(recorded["ticks"]), int(recorded["offset_minutes"]))
            case "timedelta":
                return _duration(int(recorded["ticks"]))
            case "uuid":
                return Guid(recorded["v"])
            case "bytes":
                return base64.b64decode(recorded["v"])
            case "qname":
                return QName(recorded["name"], recorded["ns"])
            case "str" | "uri":
                return recorded["v"]
            case "date":
                return datetime.date.fromisoformat(recorded["v"])
            case "time":
                return datetime.time.fromisoformat(recorded["v"])
            case _:
                return int(recorded["v"])

    def _single(self, exact: float) -> float:
        """A 32-bit float as packages have it: what its text in XML says, 0.1 and not 0.10000000149011612."""
        precisions = (7, 9) if self._contract.floats == "framework" else range(1, 10)
        texts = (f"{exact:.{precision - 1}e}" for precision in precisions)
        return next((float(text) for text in texts if _rounded(float(text)) == exact), exact)

    def _datetime(self, recorded: dict[str, Any]) -> DateTime:
        ticks = int(recorded["ticks"])
        text = _ticks_text(ticks)
        if recorded["kind"] == "Utc":
            text += "Z"
        elif recorded["kind"] == "Local":
            naive = datetime.datetime.fromisoformat(_ticks_text(ticks // 10_000_000 * 10_000_000))
            offset = naive.replace(tzinfo=self._zone).utcoffset()
            assert offset is not None
            text += _offset_text(round(offset.total_seconds() / 60))
        return parse_datetime(text)

    def _enumeration(self, recorded: dict[str, Any], type_: ClrType) -> Any:
        number = int(recorded["v"])
        declared = self._types[self._translation.identities[str(type_.full)]]
        cls = getattr(self._package, declared.name)
        try:
            return cls(number)
        except ValueError:
            return number

    # --- objects and collections ---

    def _known(self, recorded: dict[str, Any]) -> Any:
        """What is already made of an object; None if nothing."""
        return self._made.get(recorded.get("id", 0))

    def _remember(self, recorded: dict[str, Any], made: Any) -> None:
        if "id" in recorded:
            self._made[recorded["id"]] = made

    def _items(self, recorded: dict[str, Any], shape: Collection) -> Any:
        known = self._known(recorded)
        if known is not None:
            return known
        if "v" in recorded:  # bytes of any sign are recorded as Base64
            data = base64.b64decode(recorded["v"])
            item = self._rules.shape(shape.parts[0])
            if isinstance(item, Enumeration):
                signed = any(member.value < 0 for member in item.type.members)
                return [self._enumeration({"v": number}, item.type) for number in _small(data, signed)]
            return _small(data, isinstance(item, Scalar) and item.kind == "int8")
        if len(shape.parts) == 1:
            made: list[Any] = []
            self._remember(recorded, made)
            made += [self.make(item, shape.parts[0]) for item in _recorded_items(recorded)]
            return made
        pairs = (
            [
                (self.make(key, shape.parts[0]), self.make(value, shape.parts[1]))
                for key, value in recorded["entries"]
            ]
            if "entries" in recorded
            else []
        )
        entries: Any = pairs if self._needs_pairs(shape.parts[0]) else dict(pairs)
        self._remember(recorded, entries)
        return entries

    def _needs_pairs(self, key: TypeName) -> bool:
        shape = self._rules.shape(key)
        return not isinstance(shape, Scalar | Enumeration | Nullable) or (
            isinstance(shape, Scalar) and shape.kind == "bytes"
        )

    def _pair(self, recorded: dict[str, Any], declared: TypeName) -> Any:
        cls = self._class(self._text(declared, generic=True))
        key, value = declared.arguments
        return cls(key=self.make(recorded["key"], key), value=self.make(recorded["value"], value))

    def _class(self, identity: str) -> Any:
        declared = self._types.get(identity)
        if declared is None:
            raise OutOfScope("not-in-package", f"{identity} is in no document of the contract")
        return getattr(self._package, declared.name)

    def _object(self, recorded: Any) -> Any:
        if not isinstance(recorded, dict) or "t" not in recorded:
            return self._open(recorded)
        runtime = type_name(recorded["t"])
        shape = self._rules.shape(runtime)
        if not isinstance(shape, Class):
            found = self._open(recorded)
            return found if isinstance(found, Typed) else Typed(self._text(runtime), found)
        known = self._known(recorded)
        if known is not None:
            return known
        declared = self._types[self._translation.identities[str(runtime)]]
        if not isinstance(declared, model.ObjectType):
            raise UnreadableCase(f"{runtime} is recorded as an object and declared as an enum")
        cls = getattr(self._package, declared.name)
        made = cls(**{member.attribute: None for member in declared.members})
        self._remember(recorded, made)
        fields = library.private_fields(recorded)
        attributes = {(member.declared_by, member.wire): member.attribute for member in declared.members}
        level: ClrType | None = shape.type
        while level is not None:
            identity = self._translation.identities[str(level.full)]
            for member in self._rules.members(level):
                wire = self._translation.fields[identity.partition("[")[0], member.clr.name]
                value = fields.get(f"{level.full}::{member.clr.name}", fields.get(member.clr.name))
                setattr(made, attributes[self._types[identity].name, wire], self.make(value, member.type))
            level = self._rules.base(level)
        return made


def _small(data: bytes, signed: bool) -> list[int]:
    return [byte - 256 if signed and byte > 127 else byte for byte in data]


def _by_number(recorded: Any) -> dict[int, Any]:
    """All objects of a recorded value by the numbers that references to them give."""
    found: dict[int, Any] = {}
    pending = [recorded]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if "id" in value:
                found[value["id"]] = value
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return found


def _recorded_items(recorded: dict[str, Any]) -> list[Any]:
    if "entries" in recorded:  # a dictionary behind an interface that lists its pairs
        name = type_name(recorded["t"])
        pair = TypeName(library.PAIR, library.collection(name) or name.arguments)
        return [{"t": str(pair), "key": key, "value": value} for key, value in recorded["entries"]]
    items: list[Any] = recorded.get("items", [])
    return items


def _rounded(value: float) -> float | None:
    try:
        single: float = struct.unpack(">f", struct.pack(">f", value))[0]
    except OverflowError:
        return None
    return single


def _ticks_text(ticks: int) -> str:
    days, rest = divmod(ticks, _TICKS_PER_DAY)
    seconds, fraction = divmod(rest, 10_000_000)
    day = datetime.date.fromordinal(days + 1).isoformat()
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{day}T{clock}" + (f".{fraction:07d}".rstrip("0") if fraction else "")


def _offset_text(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _moment(ticks: int, offset_minutes: int) -> DateTime:
    return parse_datetime(_ticks_text(ticks) + (_offset_text(offset_minutes) if offset_minutes else "Z"))


def _duration(ticks: int) -> Duration:
    seconds, fraction = divmod(abs(ticks), 10_000_000)
    days, seconds = divmod(seconds, 86400)
    clock = (
        f"{seconds // 3600}H{seconds // 60 % 60}M{seconds % 60}"
        + f".{fraction:07d}".rstrip("0").rstrip(".")
        + "S"
    )
    clock = re.sub(r"(?<![0-9.])0[HMS]", "", clock)
    date = f"{days}D" if days else ""
    text = f"P{date}{'T' + clock if clock else ''}" if ticks else "PT0S"
    return parse_duration(("-" if ticks < 0 else "") + text)
