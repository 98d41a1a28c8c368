"""What becomes of a changed XML document: written as it is, as something else, or refused."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tests.golden.changes import Change
from tests.golden.xml_document import Rendered, Spot, Steps, XmlSubject
from wiresmith.description import Constraints, Scalar, bare

Changes = Iterator[Change]
Said = tuple[str, str, Steps]
"""Code, path, and the way to the element that the finding points at."""


def changed(
    rendered: Rendered,
    what: Spot | str,
    back: bytes | None,
    said: tuple[Said, ...],
    steps: Steps | None = None,
) -> Change:
    """A change with what is said of it; ``back`` is what it is written as, None if it is refused."""
    expected = [(code, path, rendered.place(there)) for code, path, there in said]
    back = None if back is None else _numbered(back)
    if isinstance(what, Spot):
        start = rendered.offsets.get(what.steps if steps is None else steps, 0)
        what = f"{what.path} = {rendered.text[start : start + 60]!r}"
    return Change(what=what, data=rendered.data, back=back, expected=expected)


def _numbered(document: bytes) -> bytes:
    """What has an identity is counted as it is written."""
    numbers = itertools.count(1)
    return re.sub(rb'(?<= z:Id=")[^"]*', lambda _: b"i%d" % next(numbers), document)


def same(spot: Spot, rendered: Rendered, *said: Said) -> Change:
    """Accepted, and written as it is."""
    return changed(rendered, spot, rendered.data, said)


def refused(spot: Spot, rendered: Rendered, code: str, path: str = "", steps: Steps | None = None) -> Change:
    """Refused, with one finding."""
    there = spot.steps if steps is None else steps
    return changed(rendered, spot, None, ((code, path or spot.path, there),))


def scalars(subject: XmlSubject, *kinds: str) -> Iterator[tuple[Spot, str, Constraints]]:
    for spot in subject.spots:
        if spot.use is None or not isinstance(type_ := bare(spot.use), Scalar) or spot.element.is_nil:
            continue
        if type_.kind in kinds:
            yield spot, type_.kind, type_
