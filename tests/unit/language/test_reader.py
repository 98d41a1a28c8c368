"""Reading folders of specs: what becomes of what is written, and of files that cannot be read."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from tests.unit.language.conftest import given
from wiresmith.language.document import ApiDocument
from wiresmith.language.placed import Placed, Spot, is_true
from wiresmith.language.problem import SpecError
from wiresmith.language.reader import read_api, read_api_collecting, read_specs
from wiresmith.language.source_marks import ProvenanceDoc

API = "wiresmith: 1\napi: shop\n"


def read(shop: Path, text: str, api: str = API) -> ApiDocument:
    (shop / "api.yaml").write_text(api, encoding="utf-8")
    (shop / "e.yaml").write_text(text, encoding="utf-8")
    return read_api(Path("shop"))


def test_members_in_short_and_in_full(shop: Path) -> None:
    document = read(
        shop,
        """
types:
  A:
    fields:
      a: str
      b?: int | None
      c: {type: decimal, default: 1.50, ge: 0.1, le: 9007199254740993, doc: "no", wire: "c?", python: d,
          examples: [1.10, a]}
      e: {type: str, example: null, xml: {order: 2, emit_default: false, name: E}}
""",
    )
    a, b, c, e = document.types[0].fields
    assert (a.key, a.optional, a.annotation.type.name, a.annotation.nullable) == (
        Placed("a", Spot("shop/e.yaml", 5, 7)),
        False,
        "str",
        False,
    )
    assert (b.key.value, b.optional, b.annotation.nullable) == ("b", True, True)
    assert c.default is not None
    assert str(c.default.value) == "1.50"
    assert [(type(value.value), str(value.value)) for value in c.examples] == [(Decimal, "1.10"), (str, "a")]
    assert c.constraints is not None
    bounds = {name: placed.value for name, placed in c.constraints.given.items()}
    assert bounds == {"ge": 0.1, "le": 9007199254740993}
    assert c.constraints.given["ge"].at == Spot("shop/e.yaml", 7, 45)
    assert c.doc is not None
    assert c.wire is not None
    assert c.python is not None
    assert (c.doc.value, c.wire.value, c.python.value) == ("no", "c?", "d")
    assert e.xml is not None
    assert given(e.xml) == {"name": "E", "order": 2, "emit_default": False}
    assert [value.value for value in e.examples] == [None]
    assert e.default is None


def test_the_three_kinds_of_type(shop: Path) -> None:
    document = read(
        shop,
        """
types:
  Page[T, U]: {extends: "Base[T]", fields: {}, json_order: [a, b], doc: x, python: Pg, xml: {name: P}}
  Plain: {enum: [a, "1"]}
  Numbers: {enum: [1, -2], closed: true, base: int}
  Named: {enum: {a: {doc: x, python: A, xml: {name: AA}}, b: , c: null}}
  Keyed: {enum: {1: {doc: one}, 2: }}
  Id: {type: str, pattern: "^a", max_length: 3}
""",
    )
    page, plain, numbers, named, keyed, id_ = document.types
    assert (page.name.value, page.parameters, page.kind) == ("Page", ("T", "U"), "object")
    assert page.extends is not None
    assert page.extends.text == "Base[T]"
    assert page.json_order is not None
    assert [name.value for name in page.json_order] == ["a", "b"]
    assert [value.wire.value for value in plain.enum] == ["a", "1"]
    assert (plain.kind, plain.enum_base, is_true(plain.closed)) == ("enum", "str", False)
    assert [value.wire.value for value in numbers.enum] == [1, -2]
    assert (numbers.enum_base, is_true(numbers.closed)) == ("int", True)
    assert [value.wire.value for value in named.enum] == ["a", "b", "c"]
    assert named.enum[0].xml is not None
    assert given(named.enum[0].xml) == {"name": "AA"}
    assert [value.wire.value for value in keyed.enum] == [1, 2]
    assert id_.alias is not None
    assert id_.constraints is not None
    bounds = {name: placed.value for name, placed in id_.constraints.given.items()}
    assert (id_.kind, id_.alias.text, bounds) == ("alias", "str", {"pattern": "^a", "max_length": 3})


def test_an_operation(shop: Path) -> None:
    document = read(
        shop,
        """
operations:
  list:
    get: v1/{a}
    path: {a: str}
    query: {b?: {type: "list[str]", explode: false}}
    headers: {X-C: str}
    cookies: {d: str}
    body: {type: A, media: [text/xml], headers: {X-E?: str}}
    returns: {200: A, "404": null, 4XX: {type: null, doc: x}, default: "list[A]"}
    samples:
      200: [a.json, {file: b/c.xml, indent: null, media: text/xml, inferred: x}, {file: d, indent: 0}]
    auth: []
    paging: {style: cursor, next: $body, items: $body.a.b, backward: {send: $query.b}}
    undocumented: [errors]
  other: {delete: /}
types: {A: {fields: {}}}
""",
    )
    operation, other = document.operations
    assert (operation.name.value, operation.method, operation.path.value) == ("list", "get", "v1/{a}")
    fields = operation.path_parameters, operation.query, operation.headers, operation.cookies
    assert [[field.key.value for field in place] for place in fields] == [["a"], ["b"], ["X-C"], ["d"]]
    assert operation.query[0].explode is not None
    assert operation.query[0].explode.value is False
    assert operation.body is not None
    assert [media.value for media in operation.body.media] == ["text/xml"]
    assert operation.body.headers[0].optional
    bodies = {status.value: payload.annotation for status, payload in operation.returns}
    assert {status: body.text if body else None for status, body in bodies.items()} == {
        "200": "A",
        "404": None,
        "4XX": None,
        "default": "list[A]",
    }
    samples = operation.samples[0][1]
    assert [(sample.file.value, sample.indent) for sample in samples] == [
        ("a.json", 2),
        ("b/c.xml", None),
        ("d", 0),
    ]
    seen = samples[1].provenance
    assert seen is not None
    assert seen.inferred == Placed("x", Spot("shop/e.yaml", 12, 78))
    assert operation.auth == ()
    assert operation.paging is not None
    assert {key: path.value for key, path in operation.paging.paths.items()} == {
        "next": "$body",
        "items": "$body.a.b",
    }
    assert operation.paging.backward is not None
    assert {key: path.value for key, path in operation.paging.backward.paths.items()} == {"send": "$query.b"}
    assert [word.value for word in operation.undocumented] == ["errors"]
    assert (other.method, other.auth, other.body, other.paging) == ("delete", None, None, None)


def test_api_yaml(shop: Path) -> None:
    api = API + (
        "title: T\ndoc: D\ndocs: {page: p, url: https://x}\nbase_url: https://y/{z}\nformats: [xml, json]\n"
        "xml: {dialect: datacontract, namespace: urn:x}\nundocumented: [errors]\n"
        "auth: {k: {query: key, doc: K}, b: {header: Authorization, scheme: Bearer}}\n"
        "headers: {X-A: str}\nreturns: {401: null}\noperations: {o: {get: /}}\ntypes: {A: {fields: {}}}\n"
    )
    document = read(shop, "types: {B: {fields: {}}}", api)
    assert document.contents.docs is not None
    texts = (
        document.name,
        document.title,
        document.doc,
        document.contents.docs.page,
        document.contents.docs.url,
        document.base_url,
    )
    assert [text.value for text in texts if text] == ["shop", "T", "D", "p", "https://x", "https://y/{z}"]
    assert [name.value for name in document.formats] == ["xml", "json"]
    assert document.xml is not None
    assert given(document.xml) == {"dialect": "datacontract", "namespace": "urn:x"}
    assert [(auth.name.value, auth.place, auth.wire.value) for auth in document.auth] == [
        ("k", "query", "key"),
        ("b", "header", "Authorization"),
    ]
    assert [header.key.value for header in document.headers] == ["X-A"]
    assert [status.value for status, _ in document.returns] == ["401"]
    assert [operation.name.value for operation in document.operations] == ["o"]
    assert [each.name.value for each in document.types] == ["A", "B"]
    assert document.folder == Path("shop")


def test_sources_are_all_files_with_their_digests(shop: Path) -> None:
    (shop / "aa.yaml").write_text("types: {A: {fields: {}}}", encoding="utf-8")
    (shop / "samples").mkdir()
    (shop / "samples" / "x.yaml").write_text("not a spec", encoding="utf-8")
    (shop / ".hidden.yaml").write_text("not a spec", encoding="utf-8")
    document = read(shop, "types: {}")
    assert document.files == tuple(
        (name, hashlib.sha256((shop / name).read_bytes()).hexdigest())
        for name in ("api.yaml", "aa.yaml", "e.yaml")
    )
    assert read_api(Path("shop")) == document


def test_a_file_gives_its_provenance_to_what_says_none(shop: Path) -> None:
    document = read(
        shop,
        """
inferred: the sample
operations:
  a: {get: /a}
  b: {get: /b, assumed: somebody}
types:
  A: {fields: {a: {type: str, documented: table 2}, b: str}}
  B: {enum: [a], assumed: somebody}
""",
        API + "assumed: the OpenAPI\nauth: {k: {header: K}, l: {header: L, inferred: s}}\nheaders: {X: "
        "str}\nreturns: {401: null}\n" + "types: {C: {type: str}}\n",
    )

    def said(provenance: ProvenanceDoc | None) -> tuple[str, str] | None:
        if provenance is None or provenance.whole is None:
            return None
        mark, source = provenance.whole
        return mark, source.value

    c, a, b = document.types
    assert said(c.provenance) == ("assumed", "the OpenAPI")
    assert said(a.provenance) == ("inferred", "the sample")
    assert said(b.provenance) == ("assumed", "somebody")
    assert [said(field.provenance) for field in a.fields] == [("documented", "table 2"), None]
    assert [(said(each.provenance), said(each.file_provenance)) for each in document.operations] == [
        (None, ("inferred", "the sample")),
        (("assumed", "somebody"), ("inferred", "the sample")),
    ]
    assert [said(auth.provenance) for auth in document.auth] == [
        ("assumed", "the OpenAPI"),
        ("inferred", "s"),
    ]
    assert said(document.headers[0].provenance) == ("assumed", "the OpenAPI")
    assert said(document.returns[0][1].provenance) == ("assumed", "the OpenAPI")


def test_what_is_wrong_leaves_something_that_leads_to_no_further_problems(shop: Path) -> None:
    (shop / "e.yaml").write_text(
        "operations:\n  a: {get: /x, query: {b: str | int, c: {doc: x}}, returns: {200: [A]}}\n  b: {path: "
        "{}}\n"
        "types:\n  A: {fields: {a: 1, b: {typ: str}}}\n  B: {enum: [a, no], closed: yes}\n  C: {}\n  D: "
        "text\n",
        encoding="utf-8",
    )
    document, problems = read_api_collecting(Path("shop"))
    assert len(problems) == 10
    assert document is not None
    assert [operation.name.value for operation in document.operations] == ["a"]
    operation = document.operations[0]
    assert [(field.key.value, field.annotation.text) for field in operation.query] == [
        ("b", "any"),
        ("c", "any"),
    ]
    assert operation.returns[0][1].annotation is not None
    assert operation.returns[0][1].annotation.text == "any"
    assert [declared.name.value for declared in document.types] == ["A", "B", "C", "D"]
    assert [(field.key.value, field.annotation.text) for field in document.types[0].fields] == [
        ("a", "any"),
        ("b", "any"),
    ]
    assert [value.wire.value for value in document.types[1].enum] == ["a"]
    with pytest.raises(SpecError) as error:
        read_api(Path("shop"))
    assert error.value.problems == problems


def test_another_version_is_all_there_is_to_say(shop: Path) -> None:
    (shop / "api.yaml").write_text("wiresmith: 2\nnew_key: x", encoding="utf-8")
    (shop / "e.yaml").write_text("new: x", encoding="utf-8")
    document, problems = read_api_collecting(Path("shop"))
    assert document is None
    assert list(map(str, problems)) == [
        "shop/api.yaml:1:12: the spec is written in version 2 of the language; this wiresmith reads version "
        "1; "
        "install the wiresmith that it was written for, or rewrite it"
    ]


def test_without_a_file_that_can_be_read_there_is_no_document(shop: Path) -> None:
    (shop / "e.yaml").write_text("a: [", encoding="utf-8")
    assert read_api_collecting(Path("shop"))[0] is None
    (shop / "e.yaml").unlink()
    (shop / "api.yaml").rename(shop / "b.yml")
    document, problems = read_api_collecting(Path("shop"))
    assert document is None
    assert list(map(str, problems)) == [
        "shop/api.yaml:1:1: there is no such file; every API has an api.yaml",
        "shop/b.yml:1:1: is not read; spec files end in .yaml; rename it",
    ]


def test_files_that_cannot_be_opened(shop: Path) -> None:
    (shop / "e.yaml").symlink_to("nowhere.yaml")
    (shop / "f.yaml").symlink_to("f.yaml")
    problems = [str(problem) for problem in read_api_collecting(Path("shop"))[1]]
    assert problems[0] == "shop/e.yaml:1:1: cannot be read: No such file or directory"
    assert problems[1].startswith("shop/f.yaml:1:1: cannot be read: ")


def test_a_folder_that_cannot_be_read(shop: Path) -> None:
    assert [str(problem) for problem in read_api_collecting(Path("missing"))[1]] == [
        "missing:1:1: cannot be read: No such file or directory; the folder of an API"
    ]


def test_a_folder_of_apis_or_one_api(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "bar").mkdir()
    (tmp_path / "bar" / "api.yaml").write_text("wiresmith: 1\napi: bar\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    assert [document.name.value for document in read_specs(tmp_path)] == ["bar", "shop"]
    assert [document.name.value for document in read_specs(Path("shop"))] == ["shop"]
    for api in ("bar", "shop"):
        (tmp_path / api / "e.yaml").write_text("a: b", encoding="utf-8")
    with pytest.raises(SpecError) as error:
        read_specs(tmp_path)
    assert [problem.at for problem in error.value.problems] == [
        Spot("bar/e.yaml", 1, 1),
        Spot("shop/e.yaml", 1, 1),
    ]


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("missing", "missing:1:1: cannot be read: No such file or directory; a folder of specs"),
        ("shop/api.yaml", "shop/api.yaml:1:1: cannot be read: Not a directory; a folder of specs"),
        ("empty", "empty:1:1: no API in this folder; one folder per API, with an api.yaml"),
    ],
)
def test_a_root_without_apis(root: str, expected: str, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SpecError) as error:
        read_specs(Path(root))
    assert str(error.value) == expected


def test_files_are_named_relative_to_the_current_folder_where_they_are_in_it(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop / "e.yaml").write_text("a: b", encoding="utf-8")
    assert read_api_collecting(shop)[1][0].at.file == "shop/e.yaml"
    monkeypatch.chdir(shop)
    assert read_api_collecting(Path())[1][0].at.file == "e.yaml"
    monkeypatch.chdir("/")
    assert read_api_collecting(shop)[1][0].at.file == (shop / "e.yaml").as_posix().removeprefix("/")


def test_a_name_of_a_file_is_printed_without_control_characters(shop: Path) -> None:
    (shop / "a\n\x1b[31m.yaml").write_text("a: b", encoding="utf-8")
    assert read_api_collecting(Path("shop"))[1][0].at.file == "shop/a\\n\\x1b[31m.yaml"
