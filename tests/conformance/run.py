"""One case: every recorded form is written and read back, every recorded reading is repeated."""

from __future__ import annotations

import datetime
import json
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from tests.conformance.clr import Contract, UnreadableCase, read_contract
from tests.conformance.deep import deep
from tests.conformance.judge import (
    Lossy,
    different_bytes,
    different_values,
    line_breaks,
    whole_characters,
)
from tests.conformance.outcome import Check, OutOfScope, Refused, Result
from tests.conformance.package import Loaded, loaded
from tests.conformance.reasons import dotnet_reason
from tests.conformance.scope import FEATURES, check_scope
from wiresmith.runtime import DotNetReader, Limits, WriterOptions

Profile = Literal["framework", "core"]
Settings = dict[str, Any]

FORMS: dict[str, tuple[Settings, Lossy]] = {
    "stream.xml": ({"style": "stream"}, whole_characters),
    "xmlwriter.xml": ({}, line_breaks),
    "xmlwriter_indent.xml": ({"indent": 2}, line_breaks),
    "xmlwriter_crlf.xml": ({"newline": "\r\n"}, line_breaks),
}
"""The recorded forms: how to write each, and what it does to texts."""

MODES: dict[str, Settings] = {
    "stream": {},
    "webapi": {"max_depth": 256},
    "xmlreader": {"parser": "xmlreader"},
    "noverify": {"verify_root": False},
}
"""The recorded ways of reading, as settings of DotNetReader."""

DEPTH = 4096
"""Levels that the default reader is allowed; .NET has no limit."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine of the recording (run.json)."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    now: datetime.datetime = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def machine_of(folder: Path) -> Machine:
    """Read the nearest run.json of a folder or those above it; UTC where there is none.

    Raises: UnreadableCase if it is not what the layout says.
    """
    for place in (folder, *folder.resolve().parents):
        path = place / "run.json"
        if path.is_file():
            try:
                recorded = json.loads(path.read_text("utf-8"))
                return Machine(ZoneInfo(recorded["zone"]), datetime.datetime.fromisoformat(recorded["now"]))
            except (OSError, ValueError, KeyError, TypeError) as fault:
                raise UnreadableCase(f"{path}: {type(fault).__name__}: {fault}") from fault
    return Machine()


def run_case(folder: Path, machine: Machine, category: str = "") -> Result:
    """Run one case; whatever goes wrong in it becomes its result. Call it in `with_stack`."""
    made = partial(Result, folder.name)
    try:
        contract = read_contract(folder)
        category = category or ("write" if contract.has_value else "read")
        check_scope(contract, reads=not contract.has_value)
        checks, outside = _checks(folder, contract, machine)
    except OutOfScope as scope:
        return _outside(folder.name, category, scope)
    except Exception as error:  # noqa: BLE001 - a case that breaks the runner must not end the run
        return made(category or "unreadable", "failed", reason=_told(error))
    if not checks and not outside:
        return made(category, "failed", reason="nothing is recorded: no form, no error and no results.jsonl")
    if any(check.fault for check in checks):
        return made(category, "failed", tuple(checks))
    return _outside(folder.name, category, outside[0]) if outside else made(category, "passed", tuple(checks))


def _outside(case: str, category: str, scope: OutOfScope) -> Result:
    if scope.feature not in FEATURES:
        return Result(case, category, "failed", reason=f"{scope.feature}: {scope}")
    return Result(case, category, "out of scope", reason=f"{scope.feature}: {scope}")


def _checks(folder: Path, contract: Contract, machine: Machine) -> tuple[list[Check], list[OutOfScope]]:
    checks: list[Check] = []
    outside: list[OutOfScope] = []
    for what, check in _work(folder, contract, machine):
        try:
            fault = check()
        except OutOfScope as scope:
            outside.append(scope)
        except Refused as refused:
            checks.append(Check(what, f"refused ({refused.reason}): {refused}"))
        except Exception as error:  # noqa: BLE001 - what is under test may raise anything
            checks.append(Check(what, _told(error)))
        else:
            checks.append(Check(what, fault))
    return checks, outside


def _told(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    text = str(error) or type(error).__name__
    return text if isinstance(error, UnreadableCase) else f"{type(error).__name__}: {text}{where}"


Work = tuple[str, Callable[[], str]]


@dataclass(slots=True)
class _Subject:
    """What is under test: a contract as one version of .NET has it, translated when it is first needed."""

    contract: Contract
    profile: Profile
    machine: Machine
    recorded: list[Any]
    _loaded: Loaded | Refused | None = None

    def loaded(self) -> Loaded:
        """The package.

        Raises: Refused, each time; OutOfScope.
        """
        if self._loaded is None:
            try:
                self._loaded = loaded(self.contract, self.recorded, self.profile)
            except Refused as refused:
                self._loaded = refused
        if isinstance(self._loaded, Refused):
            raise Refused(self._loaded.reason, str(self._loaded))
        return self._loaded

    def value(self, recorded: Any) -> Any:
        """A Python value; a new one each time, for nothing under test may change it for the next check."""
        made = self.loaded()
        with deep():
            return made.values(self.machine.zone).make(recorded, self.contract.root)

    @property
    def max_items(self) -> int | None:
        """MaxItemsInObjectGraph."""
        limit: int | None = self.contract.serializer.get("max_items_in_object_graph")
        return limit

    def write(self, value: Any, settings: Settings) -> bytes:
        """Write a value.

        Raises: Refused if it cannot be written.
        """
        return self.loaded().write(value, WriterOptions(**settings, max_items=self.max_items))


def _work(folder: Path, contract: Contract, machine: Machine) -> Iterator[Work]:
    profiles: list[tuple[Profile, Path]] = [("framework", folder), ("core", folder / "core")]
    for profile, place in profiles:
        prefix = f"{place.name}/" if profile == "core" else ""
        if contract.has_value:
            subject = _Subject(contract, profile, machine, [contract.value])
            for name in FORMS:
                yield from _form(prefix, place, name, subject)
        elif (place / "results.jsonl").is_file():
            yield from _readings(prefix, place, folder / "inputs", contract, profile, machine)


# --- writing ---


def _form(prefix: str, place: Path, name: str, subject: _Subject) -> Iterator[Work]:
    path, error = place / name, place / f"{name}.error"
    if path.is_file():
        yield f"{prefix}{name}", partial(_written, path, subject)
        yield f"{prefix}{name} read back", partial(_read_back, path, subject)
    elif error.is_file():
        yield f"{prefix}{name}.error", partial(_refused, error, name, subject)


def _is_refused_in_another_form(path: Path, subject: _Subject) -> bool:
    """Whether the contract is refused, and .NET refuses it in one of its forms for the same reason.

    WriteObject(Stream) writes a root name that is no XML name, and with it a document that no parser takes;
    XmlWriter does not.
    """
    try:
        subject.loaded()
    except Refused as refused:
        errors = (error.read_text("utf-8") for error in path.parent.glob("*.xml.error"))
        return any(dotnet_reason(message) == refused.reason for message in errors)
    return False


def _written(path: Path, subject: _Subject) -> str:
    if _is_refused_in_another_form(path, subject):
        return ""
    value = subject.value(subject.contract.value)
    return different_bytes(path.read_bytes(), subject.write(value, FORMS[path.name][0]))


def _read_back(path: Path, subject: _Subject) -> str:
    if _is_refused_in_another_form(path, subject):
        return ""
    settings, lossy = FORMS[path.name]
    document, made = path.read_bytes(), subject.loaded()
    got, findings = made.package.read(document, made.operation, format="xml", limits=Limits(depth=DEPTH))
    if findings:
        return f"a finding: {findings[0]}"
    value = subject.value(subject.contract.value)
    with deep():
        fault = different_values(value, got, lossy)
    return fault or different_bytes(document, subject.write(got, settings))


def _refused(error: Path, name: str, subject: _Subject) -> str:
    message = error.read_text("utf-8")
    expected = dotnet_reason(message)
    try:
        subject.write(subject.value(subject.contract.value), FORMS[name][0])
    except Refused as refused:
        if refused.reason == expected:
            return ""
        return f"refused for another reason: {refused.reason}: {refused}; .NET: {message[:160]}"
    return f"written, though .NET refuses: {message[:160]}"


# --- reading ---


def _readings(
    prefix: str, place: Path, inputs: Path, contract: Contract, profile: Profile, machine: Machine
) -> Iterator[Work]:
    text = (place / "results.jsonl").read_text("utf-8")
    with deep():
        results = [json.loads(line) for line in text.splitlines() if line.strip()]
    subject = _Subject(contract, profile, machine, [result.get("value") for result in results])
    for result in results:
        what = f"{prefix}{result['input']} ({result['mode']})"
        yield what, partial(_reading, subject, inputs / result["input"], result)


def _reading(subject: _Subject, path: Path, result: dict[str, Any]) -> str:
    settings = MODES.get(result["mode"])
    if settings is None:
        return f"the mode {result['mode']!r} is unknown"
    machine, made, document = subject.machine, subject.loaded(), path.read_bytes()
    reader = DotNetReader(zone=machine.zone, now=machine.now, max_items=subject.max_items, **settings)
    got, findings = made.package.read(document, made.operation, format="xml", reader=reader)
    made.package.read(
        document, made.operation, format="xml"
    )  # the default reader may refuse, and must not break
    errors = [finding for finding in findings if finding.severity == "error"]
    if not result["ok"]:
        return "" if errors else f"read, though .NET refuses: {result.get('error', '')[:160]}"
    if errors:
        return f"refused, though .NET reads it: {errors[0]}"
    expected = subject.value(result.get("value"))
    with deep():
        fault = different_values(expected, got, undeclared=False)
    if fault or "rewritten" not in result:
        return fault
    fault = different_bytes(
        result["rewritten"].encode("utf-8", "replace"), made.write(got, WriterOptions(style="stream"))
    )
    return f"rewritten {fault}" if fault else ""
