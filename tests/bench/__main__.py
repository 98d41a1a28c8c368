"""``make bench``: all measurements, as tables with the targets beside them."""

from __future__ import annotations

import argparse
import asyncio
import platform
from collections.abc import Iterable, Sequence

from tests.bench import clients, codecs, contracts, generating, importing, memory, serving


def main() -> None:
    """Measure and print; a missed target is marked, and fails nothing: a busy machine misses some."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--only",
        choices=("clients", "codecs", "contracts", "generate", "import", "memory", "serve"),
        help="this part alone",
    )
    parser.add_argument("--quick", action="store_true", help="smaller documents and specs, fewer repetitions")
    arguments = parser.parse_args()
    quick: bool = arguments.quick
    print(f"Python {platform.python_version()}, {platform.machine()}")
    parts = {
        "codecs": _codecs,
        "contracts": _contracts,
        "memory": _memory,
        "generate": _generate,
        "import": _import,
        "clients": _clients,
        "serve": _serve,
    }
    for name, part in parts.items():
        if arguments.only in (None, name):
            print()
            part(quick)


def _codecs(quick: bool) -> None:
    rows = [
        row
        for items in ((1, 100) if quick else (1, 100, 1_000))
        for row in codecs.rows(codecs.cases(items), items, 0.2 if quick else 1.5)
    ]
    _table(("what", "items", "library", "ms", "MB/s", "ours is", "target"), rows)


def _contracts(quick: bool) -> None:
    rows: list[tuple[str, ...]] = []
    for items in (10,) if quick else (10, 100):
        rows.extend(codecs.rows(contracts.cases(items), items, 0.2 if quick else 1.5))
    _table(("XML", "items", "library", "ms", "MB/s", "ours is", "target"), rows)


def _clients(quick: bool) -> None:
    with clients.server() as url:
        rows: list[tuple[str, ...]] = []
        for items in (1, 100):
            for measured in clients.calls(url, items, 1.0 if quick else 8.0):
                ratio = measured.ours / measured.plain
                rows.append(
                    (
                        measured.kind,
                        str(items),
                        f"{1 / measured.plain:,.0f}",
                        f"{1 / measured.ours:,.0f}",
                        f"{ratio:.2f} of its time",
                        f"<= {clients.TARGET}x {_met(ratio <= clients.TARGET)}",
                    )
                )
        _table(("calls per second", "items", "httpx2 + json.loads", "ours", "ours takes", "target"), rows)
        print()
        pages = 2_000 if quick else 100_000
        early, late = clients.memory(url, pages)
        grown = (late - early) / early
        row = (f"{pages // 100:,} and {pages:,}", f"{early / 1e6:.1f}", f"{late / 1e6:.1f}", f"{grown:+.1%}")
        _table(("pages", "MB", "MB", "grown by", "target"), [(*row, f"<= +5 % {_met(grown <= 0.05)}")])


def _serve(quick: bool) -> None:
    requests = 3_000 if quick else 30_000
    with serving.served() as (port, process):
        content = asyncio.run(serving.answer(port, serving.TARGET))
        ours = asyncio.run(serving.load(port, serving.TARGET, 200, requests))
        early = serving.resident(process)
        asyncio.run(serving.load(port, serving.TARGET, 200, requests if quick else 1_000_000))
        grown = (serving.resident(process) - early) / early
    with serving.bare(port, content):
        asyncio.run(serving.answer(port, ""))
        plain = asyncio.run(serving.load(port, "", 200, requests))
    rows = [
        (name, f"{each.per_second:,.0f}", f"{each.p99:,.0f}", str(each.failures))
        for name, each in (("wiresmith serve", ours), ("bare Starlette", plain))
    ]
    _table(("200 clients", "requests/s", "p99 ms", "failures"), rows)
    print(f"memory after {requests if quick else 1_000_000:,} further requests: {grown:+.1%}")


def _memory(quick: bool) -> None:
    rows: list[tuple[str, ...]] = []
    for name, indented, target in (("XML on one line", False, 2), ("XML indented", True, 5)):
        used = memory.reading(100 if quick else 1_000, indented=indented)
        for what, peak in (("Python's peak", used.peak), ("process grew by", used.growth)):
            ratio = peak / used.objects
            rows.append(
                (
                    name,
                    f"{used.document / 1e6:.1f}",
                    f"{used.objects / 1e6:.1f}",
                    what,
                    f"{peak / 1e6:.1f}",
                    f"{ratio:.2f}x",
                    f"<= {target}x {_met(ratio <= target)}",
                )
            )
    _table(("memory", "document MB", "objects MB", "", "MB", "of objects", "target"), rows)


def _generate(quick: bool) -> None:
    seconds = generating.five_apis(3 if quick else 7)
    rows = [
        ("the five APIs", "5", f"{seconds:.2f}", f"{seconds * 200:.1f}", f"< 1.5 s {_met(seconds < 1.5)}")
    ]
    for operations, seconds in generating.growth((10, 100) if quick else (10, 100, 1_000)):
        rows.append(("made up", f"{operations:,}", f"{seconds:.2f}", f"{seconds * 1e3 / operations:.1f}", ""))
    _table(("generate", "operations", "s", "ms/operation", "target"), rows)


def _import(quick: bool) -> None:
    milliseconds = importing.models(5 if quick else 15) * 1e3
    row = ("batch_apis.bemicron", f"{milliseconds:.1f}", f"< 30 ms {_met(milliseconds < 30)}")
    _table(("import", "ms", "target"), [row])
    print()
    few, many = importing.calling(10), importing.calling(200 if quick else 1_000)
    grown = [(many[0] - few[0]) * 1e3, (many[1] - few[1]) / 1e6]
    rows = [
        ("ms", f"{few[0] * 1e3:.1f}", f"{many[0] * 1e3:.1f}", f"< 60 more {_met(grown[0] < 60)}"),
        ("MB", f"{few[1] / 1e6:.1f}", f"{many[1] / 1e6:.1f}", f"< 30 more {_met(grown[1] < 30)}"),
    ]
    _table(("import and one call", "10 operations", "200" if quick else "1,000", "target"), rows)


def _met(met: bool) -> str:
    return "met" if met else "MISSED"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    numbers = [all(_numeric(line[column]) for line in lines[1:]) for column in range(len(head))]
    for line in lines:
        cells = (
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(line, widths, numbers, strict=True)
        )
        print("  ".join(cells).rstrip())


def _numeric(text: str) -> bool:
    return not text.strip("0123456789.,x")


if __name__ == "__main__":
    main()
