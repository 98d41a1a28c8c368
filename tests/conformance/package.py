"""From a recorded contract to a package in memory."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from tests.conformance.clr import Contract
from tests.conformance.deep import deep
from tests.conformance.outcome import Refused
from tests.conformance.reasons import own_reason
from tests.conformance.recover import missing_types
from tests.conformance.rules import Rules
from tests.conformance.spelling import runtime_types
from tests.conformance.translate import API, OPERATION, Translation, translate
from tests.conformance.values import Values
from wiresmith.check.loading import EmittedPackage, load
from wiresmith.contract.resolve import load_api
from wiresmith.description import Contract as Resolved
from wiresmith.failure import EmitError
from wiresmith.language.problem import SpecError
from wiresmith.runtime import EncodeError, WriterOptions


@dataclass(frozen=True, slots=True)
class Loaded:
    """A translated contract as a package that can write and read."""

    translation: Translation
    resolved: Resolved
    package: EmittedPackage
    rules: Rules
    contract: Contract

    @property
    def operation(self) -> Any:
        return getattr(self.package, OPERATION)

    def values(self, zone: ZoneInfo) -> Values:
        return Values(self.translation, self.resolved, self.package, self.rules, zone)

    def write(self, value: Any, options: WriterOptions) -> bytes:
        """Write XML.

        Raises: Refused if the value cannot be written.
        """
        try:
            return self.package.encode(value, self.operation, format="xml", options=options)
        except EncodeError as error:
            texts = [f"{one.code}: {one.message}; {one.expected}" for one in error.findings]
            raise Refused(own_reason(texts[0]), texts[0]) from error


def translated(
    contract: Contract, recorded: list[Any], floats: Literal["framework", "core"]
) -> tuple[Rules, Translation]:
    """The contract in the spec language; ``recorded`` are the values that need classes.

    Raises: Refused, OutOfScope.
    """
    missing = missing_types(contract.source, contract.types)
    rules = Rules(replace(contract, types={**contract.types, **missing}))
    with deep():
        runtime = runtime_types(recorded, rules, floats)
    return rules, translate(rules.contract, rules, runtime_types=runtime, floats=floats)


def loaded(
    contract: Contract, recorded: list[Any], floats: Literal["framework", "core"] = "framework"
) -> Loaded:
    """Translate, resolve and emit a contract.

    Raises: Refused where .NET or the linter refuses the contract; OutOfScope.
    """
    rules, translation = translated(contract, recorded, floats)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / API
        folder.mkdir()
        (folder / "api.yaml").write_text(translation.text, "ascii")
        try:
            resolved = load_api(folder)
        except SpecError as error:
            first = str(error.problems[0])
            raise Refused(own_reason(first), f"the spec is refused: {first}") from error
    try:
        return Loaded(translation, resolved, load(resolved), rules, contract)
    except EmitError as error:
        raise Refused("emission", str(error)) from error
