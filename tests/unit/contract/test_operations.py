"""What operations mean: parameters, bodies, secrets, samples, paging."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.contract.conftest import API, DATACONTRACT, Lines, Load
from wiresmith.contract.resolve import load_specs
from wiresmith.description import (
    ListType,
    Operation,
    Ref,
    Sample,
    bare,
    is_nullable,
)
from wiresmith.language.problem import SpecError
from wiresmith.runtime import media_codec

OPERATION = "operations:\n  op:\n    get: a/{id}\n    path: {id: int}\n"


def operation(load: Load, rest: str, api: str = API) -> Operation[Any]:
    (found,) = load(OPERATION + rest, api).operations
    return found


def test_paths_begin_with_a_slash(load: Load) -> None:
    assert operation(load, "    returns: {200: any}\n").path == "/a/{id}"


@pytest.mark.parametrize(
    ("api", "media"),
    [
        (API, ("application/json",)),
        (
            DATACONTRACT,
            (
                "application/json",
                "text/json",
                "application/xml",
                "text/xml",
            ),
        ),
        (DATACONTRACT + "formats: [json]\n", ("application/json", "text/json")),
        (API + "xml: {dialect: plain}\n", ("application/json", "application/xml")),
    ],
)
def test_media_types_of_a_silent_spec(load: Load, api: str, media: tuple[str, ...]) -> None:
    assert operation(load, "    returns: {200: any}\n", api).responses[0].media == media


@pytest.mark.parametrize(
    ("media", "codec"),
    [
        ("application/json", "json"),
        ("Application/Problem+JSON; charset=utf-8", "json"),
        ("text/xml", "xml"),
        ("image/svg+xml", "xml"),
        ("application/x-www-form-urlencoded", "form"),
        ("application/jsonlines", "bytes"),
        ("text/plain", "bytes"),
    ],
)
def test_codecs(media: str, codec: str) -> None:
    assert media_codec(media) == codec


def test_bodies(load: Load) -> None:
    spec = (
        "operations:\n"
        "  op:\n"
        "    post: /a\n"
        "    body: {type: Form, media: [application/x-www-form-urlencoded, application/json]}\n"
        "    returns: {200: {type: bytes, media: [application/pdf]}, 204: }\n"
        "types:\n  Form: {fields: {a: int, b: 'list[str]', c: E}}\n  E: {enum: [x]}\n"
    )
    (found,) = load(spec).operations
    assert found.body is not None
    assert found.body.type == Ref("Form")
    assert found.body.media == ("application/x-www-form-urlencoded", "application/json")
    pdf, empty = found.responses
    assert pdf.media == ("application/pdf",)
    assert (empty.status, empty.type, empty.media) == ("204", None, ())


def test_a_body_is_not_null_without_saying_so(load: Load) -> None:
    found = operation(load, "    returns: {200: str, 400: str | None}\n", DATACONTRACT)
    assert [response.type and is_nullable(response.type) for response in found.responses] == [
        False,
        True,
    ]


def test_what_holds_for_every_operation(load: Load) -> None:
    api = API + "headers: {X-A: str, X-B: str}\nreturns: {400: any, 500: {type: any, doc: shared}}\n"
    found = operation(
        load, "    headers: {x-a: int}\n    returns: {200: any, 500: {type: any, doc: own}}\n", api
    )
    assert [(p.place, p.wire) for p in found.parameters] == [
        ("path", "id"),
        ("header", "x-a"),
        ("header", "X-B"),
    ]
    assert [(r.status, r.doc) for r in found.responses] == [("200", ""), ("500", "own"), ("400", "")]


@pytest.mark.parametrize(
    ("parameter", "secret"),
    [("query: {k: str}", "k"), ("query: {K: str}", ""), ("headers: {X-TOKEN: str}", "X-Token")],
)
def test_a_secret_is_no_parameter(lines: Lines, parameter: str, secret: str) -> None:
    """Case is of no matter in the names of headers, and of others it is."""
    api = API + "auth: {key: {query: k}, token: {header: X-Token}}\n"
    found = lines(f"{OPERATION}    {parameter}\n    returns: {{200: any}}\n", api)
    assert [line for line in found if f"'{secret}' is the secret" in line] == found
    assert len(found) == bool(secret)


def test_list_parameters(load: Load) -> None:
    spec = (
        "    query: {'a?': {type: 'list[str]', explode: false}, b: str | None, c: str}\n"
        "    returns: {200: any}\n"
    )
    many, maybe, one = operation(load, spec, DATACONTRACT).parameters[1:]
    listed = bare(many.type)
    assert isinstance(listed, ListType)
    assert listed.item == one.type
    assert [is_nullable(parameter.type) for parameter in (many, maybe, one)] == [False, True, False]
    assert [parameter.explode for parameter in (many, one)] == [False, True]


@pytest.mark.parametrize(
    ("auth", "names"),
    [("", ["key", "token"]), ("    auth: []\n", []), ("    auth: [token]\n", ["token"])],
)
def test_secrets(load: Load, auth: str, names: list[str]) -> None:
    api = API + "auth: {key: {query: k}, token: {header: Authorization, scheme: Bearer}}\n"
    found = operation(load, auth + "    returns: {200: any}\n", api)
    assert [secret.name for secret in found.auth] == names
    if "token" in names:
        assert (found.auth[-1].place, found.auth[-1].wire, found.auth[-1].scheme) == (
            "header",
            "Authorization",
            "Bearer",
        )


def test_samples(load: Load, shop: Path) -> None:
    for name in ("a.json", "a.xml"):
        (shop / name).write_text("")
    spec = (
        "    returns: {2XX: any, 404: any, default: any}\n"
        "    samples:\n"
        "      200: [a.json, {file: a.xml, media: text/xml, indent: 0, inferred: x}]\n"
        "      404: [{file: a.json, indent: }]\n"
        "      500: [a.json]\n"
    )
    samples = operation(load, spec, DATACONTRACT).samples
    assert [(s.status, s.media, s.codec, s.indent, s.provenance.mark) for s in samples] == [
        ("200", "application/json", "json", 2, "documented"),
        ("200", "text/xml", "xml", 0, "inferred"),
        ("404", "application/json", "json", None, "documented"),
        ("500", "application/json", "json", 2, "documented"),
    ]
    assert all(isinstance(s, Sample) and s.file.is_file() for s in samples)


def test_a_sample_that_is_a_link_out_of_the_folder(lines: Lines, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}")
    (shop / "inside.json").write_text("{}")
    (shop / "out.json").symlink_to("../secret.json")
    (shop / "in.json").symlink_to("inside.json")
    (shop / "loop.json").symlink_to("loop.json")
    (shop / "folder.json").mkdir()
    spec = (
        OPERATION
        + "    returns: {200: any}\n    samples: {200: [out.json, in.json, loop.json, folder.json]}\n"
    )
    found = lines(spec)
    assert (
        found[0]
        == "e.yaml:6:21: the sample 'out.json' leads out of the API's folder; links to elsewhere are not "
        "followed"
    )
    assert [line.partition(": ")[0] for line in found] == ["e.yaml:6:21", "e.yaml:6:40", "e.yaml:6:51"]


def test_paging(load: Load) -> None:
    spec = (
        "operations:\n"
        "  op:\n"
        "    get: /a\n"
        "    query: {'after?': str, 'first?': int, 'before?': str}\n"
        "    paging:\n"
        "      style: cursor\n"
        "      send: $query.after\n"
        "      size: $query.first\n"
        "      next: $body.info.end\n"
        "      more: $body.info.more\n"
        "      items: $body.nodes\n"
        "      total: $body.total\n"
        "      backward: {send: $query.before, next: $body.info.end}\n"
        "    returns: {200: Page, 400: any}\n"
        "types:\n"
        "  Page: {extends: Total, fields: {'info?': Info | None, nodes: 'list[int]'}}\n"
        "  Total: {fields: {total: int64}}\n"
        "  Info: {fields: {'end?': str | None, more: bool}}\n"
    )
    (found,) = load(spec).operations
    paging = found.paging
    assert paging is not None
    assert (paging.style, paging.send, paging.size) == ("cursor", "after", "first")
    assert paging.next == ("info", "end")
    assert paging.items == ("nodes",)
    assert paging.total is not None
    assert paging.total == ("total",)
    assert paging.backward is not None
    assert (paging.backward.send, paging.backward.items) == ("before", None)


def test_operations_are_told_apart_by_required_query_parameters(load: Load) -> None:
    contract = load(
        "operations:\n"
        "  one: {get: /a, query: {x: int}, returns: {200: any}}\n"
        "  two: {get: /a, query: {'x?': int}, returns: {200: any}}\n"
        "  three: {post: /a, returns: {200: any}}\n"
    )
    assert [op.name for op in contract.operations] == ["one", "two", "three"]


def _api(root: Path, name: str, text: str) -> None:
    (root / name).mkdir()
    (root / name / "api.yaml").write_text(f"wiresmith: 1\napi: {name}\n{text}", encoding="utf-8")


def test_all_problems_of_all_apis_come_in_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _api(tmp_path, "b", "types: {A: {fields: {a: Nope}}}\n")
    _api(tmp_path, "a", "tilte: x\ntypes: {A: {fields: {a: {type: int, ge: 2, le: 1}}}}\n")
    with pytest.raises(SpecError) as caught:
        load_specs(Path())
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        "a/api.yaml:3:1: unknown key 'tilte' in api.yaml",
        "a/api.yaml:4:41: no value fits: ge 2 and le 1",
        "b/api.yaml:3:25: there is no type 'Nope'",
    ]


def test_one_api_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _api(tmp_path, "alpha", "")
    _api(tmp_path, "beta", "types: {A: {fields: {a: Nope}}}\n")
    assert [contract.api for contract in load_specs(Path(), "alpha")] == ["alpha"]
    with pytest.raises(
        SpecError, match=r"there is no API 'alfa'; there are alpha, beta; did you mean 'alpha'\?"
    ):
        load_specs(Path(), "alfa")
