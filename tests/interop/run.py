"""One run: every value there and back, and what did not come through."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.interop.mono import ZONE, Mono, Written, microsoft_form
from tests.interop.mutations import Mutator
from wiresmith.check.loading import load
from wiresmith.contract.resolve import load_api
from wiresmith.runtime import DecodeError, DotNetReader, EncodeError, WriterOptions

SPEC = Path(__file__).parent / "specs" / "interop"
UNLIKE = ("SparseStructs",)
"""Types whose values Mono's writer does not write as Microsoft's does, so that what it read cannot be told
from them.
"""
ROOTS = {"NameList": "name_list", "LeafList": "leaf_list", "AgeMap": "age_map", "PlainList": "plain_list"}
"""The types that are no classes in Python, and the operations that return them."""
_OPTIONS = {
    "xmlwriter": WriterOptions(),
    "indent": WriterOptions(indent=2),
    "stream": WriterOptions(style="stream"),
}


_SORTED = re.compile(
    rb"<(?P<prefix>\w+:|)KeyValueOfstringboolean>.*?</(?P=prefix)KeyValueOfstringboolean>", re.DOTALL
)
"""One entry of the SortedDictionary among the types."""


@dataclass(slots=True)
class Report:
    """What was run, and the failures as (type, seed, form, what)."""

    values: Counter[str] = field(default_factory=Counter[str])
    readings: Counter[str] = field(default_factory=Counter[str])
    failures: list[tuple[str, int, str, str]] = field(default_factory=list[tuple[str, int, str, str]])

    def text(self) -> str:
        """For people: the first failures, then the numbers."""
        shown = [f"{name} (seed {seed}, {form}): {what}" for name, seed, form, what in self.failures[:20]]
        if len(self.failures) > len(shown):
            by_type = Counter(failure[0] for failure in self.failures)
            shown.append(
                "failures by type: " + ", ".join(f"{name} {count}" for name, count in by_type.items())
            )
        total = sum(self.values.values())
        shown.append(
            f"interop: {total:,} values of {len(self.values)} types there and back; "
            f"{self.readings.total():,} changed documents "
            f"({self.readings['read']:,} read, {self.readings['refused']:,} refused by both); "
            f"{len(self.failures)} failures"
        )
        return "\n".join(shown)


UNREADABLE_NAME = "a name whose local part has no colon"
"""The beginning of what is expected of names that .NET reads and writes, and no reader takes back."""


def run(mono: Mono, seed: int, count: int, report: Report) -> None:
    """Take ``count`` values of every type there and back, and add what came of it to ``report``."""
    package: Any = load(load_api(SPEC))
    ours: list[Written] = []
    for written in mono.write(seed, count):
        report.values[written.type] += 1
        document, failure = there_and_back(package, written)
        if failure:
            report.failures.append((written.type, written.seed, written.form, failure))
        if document is not None:
            ours.append(Written(written.type, written.seed, written.form, document))
    for line in mono.compare(ours):
        name, own_seed, form, found = line.split("\t", 3)
        report.failures.append((name, int(own_seed), form, f"Mono reads ours as another value: {found}"))
    _readings(package, mono, ours, Mutator(seed), report)


def _readings(package: Any, mono: Mono, documents: list[Written], mutator: Mutator, report: Report) -> None:
    """Change every document, and let both readers make of it what they do."""
    changed = [(each, mutator.mutated(each.document)) for each in documents if each.type not in UNLIKE]
    reader = DotNetReader(zone=ZoneInfo(ZONE))
    outcomes = mono.read([(each.type, document) for each, document in changed])
    for (each, document), (theirs, reason) in zip(changed, outcomes, strict=True):
        as_ = getattr(package, ROOTS.get(each.type, each.type))
        ours: bytes | None = None
        refusal = ""
        try:
            value = package.decode(document, as_, format="xml", reader=reader)
            # A nil root is null for .NET even where the type is a struct; we do not write a null for one.
            null = value is None and theirs is not None and b'i:nil="true"' in theirs[:200]
            ours = theirs if null else package.encode(value, as_, format="xml", options=_OPTIONS["stream"])
        except DecodeError as error:
            refusal = str(error)
        except EncodeError as error:
            refusal = str(error)
            if all(finding.expected.startswith(UNREADABLE_NAME) for finding in error.findings):
                ours = theirs
        if _in_any_order(ours) == _in_any_order(theirs):
            report.readings["refused" if ours is None else "read"] += 1
        else:
            told = difference(ours, theirs) if ours is not None and theirs is not None else reason or refusal
            what = (
                f"{'we read' if theirs is None else '.NET reads'} what the other refuses"
                if None in (ours, theirs)
                else "read as another value"
            )
            report.failures.append((each.type, each.seed, "changed", f"{what}: {told}\n  {document!r:.2000}"))


def _in_any_order(document: bytes | None) -> tuple[bytes, list[bytes]] | None:
    """A document, and the entries of its SortedDictionary apart from it: .NET sorts them by the rules of a
    culture when it reads them.
    """
    if document is None:
        return None
    return _SORTED.sub(b"", document), sorted(match[0] for match in _SORTED.finditer(document))


def there_and_back(package: Any, written: Written) -> tuple[bytes | None, str]:
    """Our document of the value in Mono's, and what was wrong with it, ``""`` for nothing."""
    as_ = getattr(package, ROOTS.get(written.type, written.type))
    try:
        value, findings = package.read(written.document, as_, format="xml")
        if findings:
            return None, f"a finding: {findings[0]}"
        document: bytes = package.encode(value, as_, format="xml", options=_OPTIONS[written.form])
        expected = microsoft_form(written)
        if document != expected:
            return document, difference(document, expected)
        again = package.decode(written.document, as_, format="xml", reader="dotnet")
        if package.encode(again, as_, format="xml", options=_OPTIONS[written.form]) != document:
            return document, "reader='dotnet' gives another value"
    except (DecodeError, EncodeError) as error:
        return None, f"{type(error).__name__}: {error}"
    return document, ""


def difference(ours: bytes, theirs: bytes) -> str:
    """Where two documents part."""
    same = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    around = slice(max(0, same - 60), same + 60)
    return f"byte {same}: we write {ours[around]!r}, .NET {theirs[around]!r}"
