"""Time of ``wiresmith generate``: for the documented APIs, and for made-up ones of growing size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.timing import REPOSITORY, fresh

_OPERATION = """\
operations:
  get_thing_{n}:
    get: /things/{n}/{{thing_id}}
    summary: One thing of kind {n}
    path: {{thing_id: uuid}}
    query:
      limit?: {{type: int, default: 50, ge: 1, le: 100}}
      sort_order?: Order{n}
    returns: {{200: Page{n}, 404: Refusal{n}}}
types:
  Order{n}: {{enum: [asc, desc]}}
  Refusal{n}: {{fields: {{message: str, code: int}}}}
  Thing{n}:
    fields:
      id: uuid
      name: str
      created_at: datetime
      weight?: decimal | None
      labels: "dict[str, str]"
  Page{n}:
    fields:
      data: list[Thing{n}]
      next_cursor?: int | None
"""


def five_apis(runs: int) -> float:
    """Seconds that a fresh ``wiresmith generate`` takes for the specs of this repository."""
    with TemporaryDirectory() as out:
        return _generate(REPOSITORY / "specs", Path(out), runs)


def growth(sizes: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Seconds for an API of so many operations, each in a file of its own with four types."""
    for size in sizes:
        with TemporaryDirectory() as place:
            folder = Path(place, "specs", "things")
            folder.mkdir(parents=True)
            folder.joinpath("api.yaml").write_text("wiresmith: 1\napi: things\n", encoding="utf-8")
            for number in range(size):
                text = _OPERATION.format(n=number)
                folder.joinpath(f"get_thing_{number}.yaml").write_text(text, encoding="utf-8")
            yield size, _generate(folder.parent, Path(place, "out"), 1)


def _generate(specs: Path, out: Path, runs: int) -> float:
    return fresh(["-m", "wiresmith", "generate", str(specs), "--out", str(out)], runs=runs)[0]
