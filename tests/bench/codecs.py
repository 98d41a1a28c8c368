"""Reading and writing the same bytes with the emitted code and with other libraries, in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import orjson
from lxml import etree
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.serializers import XmlSerializer

from batch_apis import bemicron
from tests.bench import msgspec_models, pydantic_models, xsdata_models
from tests.bench.batches import Batches, as_json, as_xml
from tests.bench.case import Case
from tests.bench.timing import best
from wiresmith.runtime import Format, WriterOptions

_BATCHES = bemicron.batch_details


def cases(items: int) -> Iterator[Case]:
    """All cases for ``items`` batches; what ours writes is compared with the bytes it read."""
    some = Batches().some(items)
    json, compact, indented = as_json(some), as_xml(some), as_xml(some, indented=True)
    values = bemicron.decode(json, _BATCHES)
    forms: tuple[tuple[bytes, Format, int | None], ...] = (
        (json, "json", None),
        (compact, "xml", None),
        (indented, "xml", 2),
    )
    for data, format, indent in forms:
        read = bemicron.decode(data, _BATCHES)
        written = bemicron.encode(read, _BATCHES, format=format, options=WriterOptions(indent=indent))
        if written != data or read != values:
            raise AssertionError(f"{items} items of {format} do not come back as they were")

    context = XmlContext()
    parser, serializer = XmlParser(context=context), XmlSerializer(context=context)
    of_xsdata = parser.from_bytes(compact, xsdata_models.Batches)
    of_pydantic = pydantic_models.BATCHES.validate_json(json)
    of_msgspec = msgspec_models.DECODER.decode(json)
    of_orjson = orjson.loads(json)
    tree = etree.fromstring(compact)

    for name, data in (("XML read", compact), ("XML read, indented", indented)):
        yield Case(
            name,
            len(data),
            {
                "wiresmith": partial(bemicron.decode, data, _BATCHES),
                "lxml, tree alone": partial(etree.fromstring, data),
                "xsdata": partial(parser.from_bytes, data, xsdata_models.Batches),
            },
            {"lxml, tree alone": 1 / 4, "xsdata": 10},
        )
    yield Case(
        "XML write",
        len(compact),
        {
            "wiresmith": lambda: bemicron.encode(values, _BATCHES, format="xml"),
            "lxml, ready tree": lambda: etree.tostring(tree),
            "xsdata": lambda: serializer.render(of_xsdata),
        },
        {"xsdata": 40},
    )
    yield Case(
        "JSON read",
        len(json),
        {
            "wiresmith": lambda: bemicron.decode(json, _BATCHES),
            "pydantic": lambda: pydantic_models.BATCHES.validate_json(json),
            "msgspec": lambda: msgspec_models.DECODER.decode(json),
            "orjson, dicts": lambda: orjson.loads(json),
        },
        {"pydantic": 1},
    )
    yield Case(
        "JSON write",
        len(json),
        {
            "wiresmith": lambda: bemicron.encode(values, _BATCHES),
            "pydantic": lambda: pydantic_models.BATCHES.dump_json(of_pydantic, by_alias=True),
            "msgspec": lambda: msgspec_models.ENCODER.encode(of_msgspec),
            "orjson, dicts": lambda: orjson.dumps(of_orjson),
        },
        {"pydantic": 1},
    )


def rows(cases: Iterable[Case], items: int, seconds: float) -> Iterator[tuple[str, ...]]:
    """The table's rows: case, items, library, ms, MB/s, how many times as fast ours is, target."""
    for case in cases:
        times = {library: best(call, seconds) for library, call in case.calls.items()}
        ours = times["wiresmith"]
        for library, time in times.items():
            target = case.targets.get(library)
            ratio = time / ours
            yield (
                case.name,
                f"{items:,}",
                library,
                f"{time * 1e3:.3f}",
                f"{case.size / 1e6 / time:.1f}",
                "" if library == "wiresmith" else f"{ratio:.2f}x",
                "" if target is None else f">= {target:g}x {'met' if ratio >= target else 'MISSED'}",
            )
