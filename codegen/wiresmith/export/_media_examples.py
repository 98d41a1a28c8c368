"""The documented samples as examples of media types."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import Any

from wiresmith.description import Provenance, Response, Sample
from wiresmith.export._component_names import Names
from wiresmith.export._extension_facts import provenance
from wiresmith.export.written_json import Json, Object, parse_json
from wiresmith.failure import ExportError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def samples_of(
    response: Response[Any], responses: Sequence[Response[Any]], samples: Sequence[Sample]
) -> list[Sample]:
    """The samples of a response: those of its status, or of a status that no other response is nearer to."""
    documented = {each.status for each in responses}
    return [sample for sample in samples if _nearest(sample.status, documented) == response.status]


def examples(samples: Sequence[Sample], media: str, response: Response[Any], around: Provenance) -> Object:
    """The ``examples`` of a media type: JSON as values, XML as text.

    Raises:
        ExportError: if a sample cannot be read, or is no JSON.

    Source: OpenAPI 3.1, 4.8.19.
    """
    names = Names()
    found: Object = {}
    for sample in samples:
        if sample.media == media:
            example: Object = {"value": _value(sample)}
            if sample.status != response.status:
                example["x-wiresmith-status"] = sample.status
            found[names.unique(sample.file.stem)] = example | provenance(sample.provenance, around)
    return {"examples": found} if found else {}


def _nearest(status: str, documented: set[str]) -> str | None:
    return next((each for each in (status, f"{status[:1]}XX", "default") if each in documented), None)


def _value(sample: Sample) -> Json:
    try:
        text = _text(sample.file.read_bytes())
        return parse_json(text) if sample.codec == "json" else text
    except OSError as error:
        raise ExportError(f"{sample.file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ExportError(
            f"{sample.file}: no text in UTF-8 or UTF-16 (byte {error.start}); save it as UTF-8"
        ) from None
    except ValueError as error:
        raise ExportError(f"{sample.file}: no JSON: {error}; correct the sample") from None


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    return data.decode()
