"""Bodies of requests and responses with their media types, and the documented samples of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

from wiresmith.contract._naming import Taken
from wiresmith.contract._objects import ObjectBuilder
from wiresmith.contract._parameter_builder import ParameterBuilder
from wiresmith.contract._provenance_rules import text
from wiresmith.contract._type_resolver import TypeResolver
from wiresmith.description import (
    Body,
    ListType,
    ObjectType,
    Ref,
    Response,
    Sample,
    Type,
    bare,
    is_bytes,
)
from wiresmith.language import (
    ApiDocument,
    PayloadDoc,
    Placed,
    Problems,
    ProvenanceDoc,
    SampleDoc,
    listed,
    shown,
)
from wiresmith.runtime import media_codec

_SUFFIXES: Final[dict[str, Literal["json", "xml"]]] = {".json": "json", ".xml": "xml"}


class PayloadBuilder:
    """Builds bodies, responses and samples of one API."""

    def __init__(
        self,
        document: ApiDocument,
        types: TypeResolver,
        objects: ObjectBuilder,
        parameters: ParameterBuilder,
        problems: Problems,
    ) -> None:
        self._folder = document.folder
        self._types = types
        self._objects = objects
        self._parameters = parameters
        self._problems = problems
        formats = [each.value for each in document.formats] or (
            ["json", "xml"] if types.xml.has_xml else ["json"]
        )
        for each in document.formats:
            if each.value == "xml" and not types.xml.has_xml:
                problems.add(
                    each.at, "xml is a format, and nothing says how it is named", "", "add xml: {dialect: …}"
                )
        self._media = [media for each in formats for media in types.xml.rules.media.get(each, ())]

    def body(self, doc: PayloadDoc) -> Body[Any]:
        """The body of a request or response."""
        if doc.annotation is None:
            for placed in doc.media:
                self._problems.add(
                    placed.at,
                    "an empty body with a media type",
                    "no media is expected where the body is null",
                )
            return Body()
        use = self._types.use(doc.annotation, {}, implicit_null=False)
        if not doc.media:
            return Body(type=use, media=tuple(self._media))
        media: dict[str, str] = {}
        for placed in doc.media:
            if placed.value.lower() in media:
                self._problems.add(placed.at, f"{shown(placed.value)} stands twice")
                continue
            media[placed.value.lower()] = placed.value
            self._check_codec(placed, use)
        return Body(type=use, media=tuple(media.values()))

    def responses(
        self, docs: Sequence[tuple[Placed[str], PayloadDoc]], *outer: ProvenanceDoc | None
    ) -> dict[str, Response[Any]]:
        """Responses by status."""
        found: dict[str, Response[Any]] = {}
        for status, doc in docs:
            name = status.value.upper() if status.value.lower() != "default" else "default"
            if name in found:
                self._problems.add(
                    status.at, f"the status {name} is declared twice", "one response for each status"
                )
                continue
            body = self.body(doc)
            taken = Taken("headers of a response", self._problems)
            headers = self._parameters.build(doc.headers, "header", taken, doc.provenance, *outer)
            found[name] = Response(
                status=name,
                type=body.type,
                media=body.media,
                doc=text(doc.doc),
                headers=tuple(headers),
                provenance=self._types.marks.of(doc.provenance, *outer),
            )
        return found

    def samples(
        self,
        docs: Sequence[tuple[Placed[str], Sequence[SampleDoc]]],
        responses: dict[str, Response[Any]],
        *outer: ProvenanceDoc | None,
    ) -> list[Sample]:
        """The samples of an operation, each checked against the response it belongs to."""
        found: list[Sample] = []
        for status, samples in docs:
            name = status.value.upper() if status.value.lower() != "default" else "default"
            response = responses.get(name) or responses.get(f"{name[:1]}XX") or responses.get("default")
            if response is None:
                declared = listed(sorted(responses)) if responses else "none"
                self._problems.add(
                    status.at, f"samples for status {name}, and no such response", f"declared: {declared}"
                )
                continue
            if response.type is None:
                self._problems.add(
                    status.at, f"samples for status {name}, whose body is empty", "no samples are expected"
                )
                continue
            for doc in samples:
                sample = self._sample(doc, name, response.media, outer)
                if sample is not None:
                    found.append(sample)
        return found

    def _check_codec(self, media: Placed[str], use: Type | None) -> None:
        codec = media_codec(media.value)
        if codec == "xml" and not self._types.xml.has_xml:
            self._problems.add(
                media.at,
                f"{shown(media.value)} is XML, and the API has none",
                "",
                "add xml: {dialect: …} to api.yaml",
            )
        if codec == "json" and not self._types.xml.has_json:
            self._problems.add(
                media.at, f"{shown(media.value)} is JSON, and the API has none", "", "add json to formats"
            )
        if use is None:
            return
        if codec == "bytes" and not is_bytes(use):
            self._problems.add(
                media.at,
                f"{shown(media.value)} is neither JSON, XML nor a form",
                "the type bytes is expected",
            )
        if codec == "form" and not self._fits_form(use):
            self._problems.add(
                media.at,
                f"{shown(media.value)} cannot carry the type",
                "an object is expected whose members are single values or lists of them",
            )

    def _fits_form(self, use: Type) -> bool:
        declared: ObjectType | None = None
        if isinstance(inner := bare(use), Ref):
            declared = self._objects.objects.get(inner.name)
        if declared is None:
            return False
        types = [bare(member.type) for member in declared.members]
        single = [bare(each.item) if isinstance(each, ListType) else each for each in types]
        return all(map(self._parameters.is_single, single))

    def _sample(
        self, doc: SampleDoc, status: str, media: Sequence[str], outer: Sequence[ProvenanceDoc | None]
    ) -> Sample | None:
        path = self._checked_file(doc.file)
        codec = (
            media_codec(doc.media.value)
            if doc.media is not None
            else _SUFFIXES.get(PurePosixPath(doc.file.value).suffix.lower())
        )
        at = (doc.media or doc.file).at
        if codec not in ("json", "xml"):
            self._problems.add(
                at,
                "nothing says whether the sample is JSON or XML",
                "a file ending in .json or .xml is expected, or media:",
            )
            return None
        matching = [name for name in media if media_codec(name) == codec]
        if doc.media is not None:
            wanted = doc.media.value.lower()
            matching = [name for name in matching if name.lower() == wanted]
        if not matching:
            documented = listed(media) if media else "none"
            what = shown(doc.media.value) if doc.media is not None else codec.upper()
            self._problems.add(
                at,
                f"a sample in {what}, which status {status} is not documented in",
                f"documented: {documented}",
            )
            return None
        if path is None:
            return None
        return Sample(
            status=status,
            file=path,
            media=matching[0],
            codec=codec,
            indent=doc.indent,
            provenance=self._types.marks.of(doc.provenance, *outer),
        )

    def _checked_file(self, file: Placed[str]) -> Path | None:
        """The file of a sample: one that is there, and inside the API's folder even after links
        are followed.
        """
        name = PurePosixPath(file.value)
        if (
            name.is_absolute()
            or ".." in name.parts
            or "\\" in file.value
            or ":" in file.value
            or "\0" in file.value
        ):
            self._problems.add(
                file.at,
                f"the sample {shown(file.value)} is not inside the API's folder",
                "a relative path without .. is expected",
            )
            return None
        path = self._folder / name
        try:
            if not path.resolve().is_relative_to(self._folder.resolve()):
                self._problems.add(
                    file.at,
                    f"the sample {shown(file.value)} leads out of the API's folder",
                    "links to elsewhere are not followed",
                )
                return None
            if not path.is_file():
                self._problems.add(
                    file.at,
                    f"there is no sample {shown(file.value)}",
                    "a file inside the API's folder is expected",
                )
                return None
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
            reason = error.strerror if isinstance(error, OSError) else "a loop of links"
            self._problems.add(file.at, f"the sample {shown(file.value)} cannot be read", str(reason))
            return None
        return path
