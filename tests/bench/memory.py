"""Peak memory while reading XML, against the size of the objects that come of it.

Each measurement is a process of its own: tracemalloc knows what Python allocates, the resident set also what
lxml does.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.batches import Batches, as_xml
from tests.bench.timing import python


@dataclass(frozen=True, slots=True)
class Memory:
    """All in bytes: the document, the objects read from it, the most that Python held, and what the process
    grew by.
    """

    document: int
    objects: int
    peak: int
    growth: int


def reading(items: int, *, indented: bool) -> Memory:
    """Measure reading ``items`` batches in fresh processes."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "batches.xml")
        file.write_bytes(as_xml(Batches().some(items), indented=indented))
        size = file.stat().st_size
        objects, peak = map(int, python(["-m", "tests.bench.memory", "traced", str(file)]).split())
        growth = int(python(["-m", "tests.bench.memory", "resident", str(file)]))
    return Memory(size, objects, peak, growth)


def _measure(how: str, file: str) -> None:
    from batch_apis import bemicron

    as_ = bemicron.batch_details
    for indented in (False, True):  # imports and compiles what reading needs
        bemicron.decode(as_xml(Batches().some(1), indented=indented), as_)
    data = Path(file).read_bytes()
    gc.collect()
    if how == "traced":
        tracemalloc.start()
        value = bemicron.decode(data, as_)
        peak = tracemalloc.get_traced_memory()[1]
        gc.collect()
        print(tracemalloc.get_traced_memory()[0], peak)
    else:
        before = _resident("VmRSS")
        value = bemicron.decode(data, as_)
        print(_resident("VmHWM") - before)
    del value


def _resident(line: str) -> int:
    """Bytes by this line of Linux's process status; getrusage would count what the parent held when it
    forked.
    """
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition(f"{line}:")[2].split()[0]) * 1024


if __name__ == "__main__":
    _measure(*sys.argv[1:])
