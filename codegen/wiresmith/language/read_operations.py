"""Operations, their samples, and the secrets of an API: checked nodes become records of `document`."""

from __future__ import annotations

from typing import Final, Literal, cast

from wiresmith.language.document import AuthDoc, OperationDoc, Placed, ProvenanceDoc, SampleDoc
from wiresmith.language.keys import METHODS
from wiresmith.language.problem import Problems
from wiresmith.language.read_fields import (
    entries,
    is_null,
    placed_flag,
    placed_text,
    placed_texts,
    placed_value,
    read_fields,
    read_payload,
    read_provenance,
    read_returns,
)
from wiresmith.language.read_interactions import read_envelope, read_paging, read_wait
from wiresmith.language.yaml_nodes import Mapping, Node, Scalar, Sequence

Method = Literal["get", "post", "put", "patch", "delete", "head", "options"]
Place = Literal["header", "query", "cookie"]
_PLACES: Final[tuple[Place, ...]] = ("header", "query", "cookie")


def read_operations(
    node: Node | None, of_file: ProvenanceDoc | None, problems: Problems
) -> list[OperationDoc]:
    """The ``operations:`` of one file; those without a method and path are left out (that is reported already)."""
    found = (_read_operation(key, value, of_file, problems) for key, value in entries(node))
    return [operation for operation in found if operation is not None]


def _read_operation(
    key: Scalar, node: Node, of_file: ProvenanceDoc | None, problems: Problems
) -> OperationDoc | None:
    if not isinstance(node, Mapping):
        return None
    method = next((name.text for name, _ in node.entries if name.text in METHODS), None)
    path = placed_text(node.get(method)) if method is not None else None
    body, auth = node.get("body"), node.get("auth")
    operation = OperationDoc(
        name=Placed(key.text, key.at),
        method=cast("Method", method or "get"),
        path=path or Placed("", node.at),
        summary=placed_text(node.get("summary")),
        doc=placed_text(node.get("doc")),
        python=placed_text(node.get("python")),
        path_parameters=read_fields(node.get("path"), problems),
        query=read_fields(node.get("query"), problems),
        headers=read_fields(node.get("headers"), problems),
        cookies=read_fields(node.get("cookies"), problems),
        body=read_payload(body, problems) if body is not None else None,
        returns=read_returns(node.get("returns"), problems),
        samples=tuple(
            (Placed(status.text, status.at), tuple(_read_samples(samples)))
            for status, samples in entries(node.get("samples"))
        ),
        auth=placed_texts(auth) if isinstance(auth, Sequence) else None,
        paging=read_paging(node.get("paging")),
        envelope=read_envelope(node.get("envelope")),
        bare=is_null(node.get("envelope")),
        wait=read_wait(node.get("wait")),
        idempotent=placed_flag(node.get("idempotent")),
        undocumented=placed_texts(node.get("undocumented")),
        provenance=read_provenance(node),
        file_provenance=of_file,
    )
    return operation if path is not None else None


def _read_samples(node: Node) -> list[SampleDoc]:
    samples: list[SampleDoc] = []
    for item in node.items if isinstance(node, Sequence) else ():
        facts = item if isinstance(item, Mapping) else None
        file = placed_text(facts.get("file") if facts is not None else item)
        if file is None:
            continue
        if facts is None:
            samples.append(SampleDoc(file=file))
            continue
        indent: int | None = 2
        if (written := facts.get("indent")) is not None:
            spaces = placed_value(written)
            if is_null(written):
                indent = None
            elif spaces is not None and isinstance(spaces.value, int):
                indent = spaces.value
        samples.append(
            SampleDoc(
                file=file,
                media=placed_text(facts.get("media")),
                indent=indent,
                provenance=read_provenance(facts),
            )
        )
    return samples


def read_auth(node: Node | None, of_file: ProvenanceDoc | None) -> tuple[AuthDoc, ...]:
    """The ``auth:`` of an API."""
    found: list[AuthDoc] = []
    for key, facts in entries(node):
        mapping = facts if isinstance(facts, Mapping) else Mapping((), facts.at)
        places: list[Place] = [each for each in _PLACES if mapping.get(each) is not None]
        found.append(
            AuthDoc(
                name=Placed(key.text, key.at),
                place=places[0] if places else "header",
                wire=placed_text(mapping.get(places[0] if places else "header")) or Placed(key.text, key.at),
                scheme=placed_text(mapping.get("scheme")),
                env=placed_text(mapping.get("env")),
                doc=placed_text(mapping.get("doc")),
                provenance=read_provenance(mapping) or of_file,
            )
        )
    return tuple(found)
