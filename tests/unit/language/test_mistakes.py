"""Each mistake in an endpoint file and the line that reports it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]

OPERATION = [
    (
        "operations: {a b: {get: /}}",
        "1:14: the name of an operation is 'a b'; a name of letters, digits, _ and - is expected",
    ),
    (
        "operations: {a: {path: {}}}",
        "1:17: an operation has none of get, post, put, patch, delete, head or options; exactly one is expected",
    ),
    (
        "operations: {a: {get: /, post: /}}",
        "1:26: post: stands beside get:; only one of get, post, put, patch, delete, head or options is allowed",
    ),
    ("operations: {a: {get: /a b}}", "1:23: get is '/a b'; a path without spaces, ? and # is expected"),
    ("operations: {a: {get: }}", "1:22: get is empty; a path without spaces, ? and # is expected"),
    ("operations: {a: {gett: /}}", "1:18: unknown key 'gett' in an operation; did you mean 'get'?"),
    ("operations: {a: {get: /, sumary: x}}", "1:26: unknown key 'sumary' in an operation; did you mean 'summary'?"),
    ("operations: {a: {get: /, summary: one, two}}", "1:40: unknown key 'two' in an operation; YAML ends a text at every comma inside { }; quote the text before it"),
    ("operations: {a: {get: /, python: class}}", "1:34: python is 'class', a keyword of Python; letters, digits and _ are expected, and no keyword"),
    ("operations: {a: {get: /, python: a-b}}", "1:34: python is 'a-b', no Python name; letters, digits and _ are expected, and no keyword"),
    ("operations: {a: {get: /, path: {b?: str}}}", "1:33: a path parameter cannot be left out; write b:"),
    ("operations: {a: {get: /, query: {b: str, b?: int}}}", "1:42: 'b' stands twice; the first is in line 1"),
    ("operations: {a: {get: /, query: [b]}}", "1:33: query is a list; a mapping (a query parameter for each name) is expected"),
    ("operations: {a: {get: /, query: {b: }}}", "1:36: 'b' is empty; an annotation or the mapping of a parameter is expected"),
    ("operations: {a: {get: /, query: {b: [str]}}}", "1:37: 'b' is a list; an annotation or the mapping of a parameter is expected; write list[…] or dict[…, …], quoted"),
    ("operations: {a: {get: /, query: {b: {doc: x}}}}", "1:37: type: is missing in a parameter"),
    ("operations: {a: {get: /, query: {b: {typ: str}}}}", "1:38: unknown key 'typ' in a parameter; did you mean 'type'?"),
    ("operations: {a: {get: /, query: {b: {type: str, ge: '1'}}}}", "1:53: ge is '1'; a number is expected"),
    ("operations: {a: {get: /, query: {b: {type: str, ge: .5}}}}", "1:53: ge: some versions of YAML read .5 as a number; a number is expected; write a plain decimal number"),
    ("operations: {a: {get: /, query: {b: {type: str, ge: 1e400}}}}", "1:53: ge is larger than any float64"),
    ("operations: {a: {get: /, query: {b: {type: str, max_length: -1}}}}", "1:61: max_length is -1; 0 to 9007199254740992 is expected"),
    ("operations: {a: {get: /, query: {b: {type: str, max_length: 1.0}}}}", "1:61: max_length is a number; an integer is expected"),
    ("operations: {a: {get: /, query: {b: {type: str, explode: yes}}}}", "1:58: explode: some versions of YAML read yes as a boolean; true or false is expected; write true or false"),
    ("operations: {a: {get: /, query: {b: {type: str, default: off}}}}", "1:58: default: some versions of YAML read off as a boolean; a value is expected; write true or false, or quote it: \"off\""),
    ("operations: {a: {get: /, query: {b: {type: str, default: 017}}}}", "1:58: default: some versions of YAML read 017 as a number; a value is expected; write a plain decimal number, or quote it: \"017\""),
    ("operations: {a: {get: /, query: {b: {type: str, default: 2024-01-31}}}}", "1:58: default: some versions of YAML read 2024-01-31 as a timestamp; a value is expected; quote it: \"2024-01-31\""),
    ("operations: {a: {get: /, query: {b: {type: str, default: [a]}}}}", "1:58: default is a list; a value is expected"),
    ("operations: {a: {get: /, query: {b: {type: str, example: 1, examples: [2]}}}}", "1:61: examples: stands beside example:; only one of example or examples is allowed"),
    ("operations: {a: {get: /, returns: {2000: null}}}", "1:36: the name of a response is '2000'; a status: 100 to 599, 1XX to 5XX or default is expected"),
    ("operations: {a: {get: /, returns: {200: {media: [a/b]}}}}", "1:41: type: is missing in a body"),
    ("operations: {a: {get: /, returns: {200: {type: X, media: [json]}}}}", "1:59: an item of media is 'json'; a media type such as application/json is expected"),
    ("operations: {a: {get: /, returns: {}}}", "1:35: returns is an empty mapping; give an entry, or leave the key out"),
    ("operations: {a: {get: /, samples: {200: []}}}", "1:41: '200' is an empty list; give an item, or leave the key out"),
    *(
        (
            f"operations: {{a: {{get: /, samples: {{200: [{path}]}}}}}}",
            f"1:42: an item of '200' is '{path}'; a path inside the API's folder, with forward slashes is expected",
        )
        for path in ("../x.json", "a/../../x", "/etc/passwd", r"a\b", "..", "a/")
    ),
    ("operations: {a: {get: /, samples: {200: [{file: a, indent: a}]}}}", "1:60: indent is 'a'; an integer is expected"),
    ("operations: {a: {get: /, samples: {200: [[]]}}}", "1:42: an item of '200' is a list; a path inside the API's folder, with forward slashes or the mapping of a sample is expected"),
    ("operations: {a: {get: /, samples: {200: [{file: a, indent: 17}]}}}", "1:60: indent is 17; 0 to 16 is expected"),
    ("operations: {a: {get: /, paging: {style: pages}}}", "1:42: style is 'pages'; cursor, token, offset, page, url or link is expected; did you mean 'page'?"),
    ("operations: {a: {get: /, paging: {style: page, send: query.x}}}", "1:54: send is 'query.x'; $query.<name of a query parameter> or $header.<name of a header> is expected"),
    ("operations: {a: {get: /, paging: {style: page, items: $body..a}}}", "1:55: items is '$body..a'; $body.<member>.<member>… is expected"),
    ("operations: {a: {get: /, paging: {style: page, backward: {style: page}}}}", "1:59: unknown key 'style' in the backward: of paging; known are send, size, next, more; 'style' belongs to paging"),
    ("operations: {a: {get: /, inferred: x, assumed: z}}", "1:39: assumed: stands beside inferred:; only one of documented, inferred or assumed is allowed"),
]  # fmt: skip

TYPE = [
    ("types: {A: str}", "1:12: 'A' is 'str'; the mapping of a type is expected; write {type: str}"),
    ("types: {A: {}}", "1:12: a type has none of fields, enum or type; exactly one is expected"),
    ("types: {A: {fields: {}, enum: [a]}}", "1:25: enum: stands beside fields:; only one of fields, enum or type is allowed"),
    ("types: {A: {enun: [a]}}", "1:13: unknown key 'enun' in a type; did you mean 'enum'?"),
    ("types: {A: {fields: {}, closed: true}}", "1:25: closed: stands beside fields:; it belongs beside enum:"),
    ("types: {A: {enum: [a], max_length: 3}}", "1:24: max_length: stands beside enum:; it belongs beside type:"),
    ("types: {A: {type: str, extends: B}}", "1:24: extends: stands beside type:; it belongs beside fields:"),
    ("types: {A B: {fields: {}}}", "1:9: the name of a type is 'A B'; a type name such as Batch or Page[T] is expected"),
    ("types:\n  A[T, T]: {fields: {}}", "2:3: the type variable 'T' stands twice in 'A[T, T]'"),
    ("types: {A: {fields: }}", "1:20: fields is empty; a mapping (a member for each name) is expected"),
    ("types: {A: {fields: {a: {type: str, explode: true}}}}", "1:37: unknown key 'explode' in a member of a type; known are type, doc, default, gt, ge, lt, le, min_length, max_length, pattern, wire, python, example, examples, documented, inferred, assumed, xml; 'explode' belongs to a parameter"),
    ("types: {A: {fields: {a: {type: str, xml: {nam: b}}}}}", "1:43: unknown key 'nam' in the xml: of a member; did you mean 'name'?"),
    ("types: {A: {fields: {a: str | int}}}", "1:31: a union of types ('str | int') cannot be described; the only union is with None; use a type that both extend, or any"),
    ("types: {A: {fields: {no: str}}}", "1:22: the name of a member: YAML reads no as a boolean; a name is expected; quote it: \"no\""),
    ("types: {A: {fields: {1: str}}}", "1:22: the name of a member: YAML reads 1 as a number; a name is expected; quote it: \"1\""),
    ("types: {A: {fields: {null: str}}}", "1:22: the name of a member: YAML reads null as null; a name is expected; quote it: \"null\""),
    ("types: {A: {fields: {'?': str}}}", "1:22: the name of a member is empty; a name is expected"),
    ("types: {A: {fields: {a: 1.10}}}", "1:25: 'a': YAML reads 1.10 as a number; an annotation is expected; quote it: \"1.10\""),
    ("types: {A: {fields: {a: {type: str, doc: no}}}}", "1:42: doc: YAML reads no as a boolean; text is expected; quote it: \"no\""),
    ("types: {A: {fields: {a: {type: str, doc: ~}}}}", "1:42: doc: YAML reads ~ as null; text is expected; quote it: \"~\""),
    ("types: {A: {fields: {a: {type: str, doc: 2024-01-31}}}}", "1:42: doc: YAML reads 2024-01-31 as a timestamp; text is expected; quote it: \"2024-01-31\""),
    ("types: {A: {fields: {a: {type: str, doc: ''}}}}", "1:42: doc is empty; text is expected"),
    ("types: {A: {fields: {}, json_order: [a, a]}}", "1:41: 'a' stands twice in json_order"),
    ("types: {A: {enum: []}}", "1:19: enum is an empty list; give an item, or leave the key out"),
    ("types: {A: {enum: [1.10]}}", "1:20: an item of enum: YAML reads 1.10 as a number; text or an integer is expected; quote it: \"1.10\""),
    ("types: {A: {enum: [no]}}", "1:20: an item of enum: some versions of YAML read no as a boolean; text or an integer is expected; quote it: \"no\""),
    ("types: {A: {enum: [true]}}", "1:20: an item of enum: YAML reads true as a boolean; text or an integer is expected; quote it: \"true\""),
    ("types: {A: {enum: [a, a]}}", "1:23: 'a' stands twice in the enum"),
    ("types: {A: {enum: [a, 1]}}", "1:23: 1 is an integer in an enum of text; quote it: \"1\""),
    ("types: {A: {enum: [1, a]}}", "1:23: 'a' is text in an enum of integers"),
    ("types: {A: {enum: [1], base: str}}", "1:20: 1 is an integer in an enum of text; quote it: \"1\""),
    ("types: {A: {enum: {a: {doc: x, wire: b}}}}", "1:32: unknown key 'wire' in an enum value; known are value, doc, python, xml; 'wire' belongs to a parameter or a member of a type"),
    ("types: {A: {enum: {yes: }}}", "1:20: the name of an enum value: YAML reads yes as a boolean; text or an integer is expected; quote it: \"yes\""),
    ("types: {A: {enum: a}}", "1:19: enum is 'a'; a list or a mapping (an enum value for each name) is expected"),
    ("types: {A: {fields: {}, extends: {a: b}}}", "1:34: extends is a mapping; an annotation is expected; write list[…] or dict[…, …], quoted"),
    ("types: {A: {fields: {}, json_order: [{a: b}]}}", "1:38: an item of json_order is a mapping; text is expected"),
    ("types: {A: {enum: [a], closed: {}}}", "1:32: closed is a mapping; true or false is expected"),
    ("types: {A: {enum: [a], closed: 1}}", "1:32: closed is a number; true or false is expected"),
    ("types: {A: {enum: [[a]]}}", "1:20: an item of enum is a list; text or an integer is expected"),
    ("types: {A: {type: str, ge: true}}", "1:28: ge is a boolean; a number is expected"),
    ("types: {A: {type: str, ge: 1, le: []}}", "1:35: le is a list; a number is expected"),
    ("types: {A: {type: str, min_length: true}}", "1:36: min_length is a boolean; an integer is expected"),
    ("types: {A: {type: str, pattern: 5}}", "1:33: pattern: YAML reads 5 as a number; text is expected; quote it: \"5\""),
]  # fmt: skip

FILE = [
    ("[a]", "1:1: the file is a list; the mapping of an endpoint file is expected"),
    ("text", "1:1: the file is 'text'; the mapping of an endpoint file is expected"),
    ("api: shop", "1:1: unknown key 'api' in an endpoint file; known are operations, types, documented, inferred, assumed; 'api' belongs to api.yaml"),
    ("types: [A]", "1:8: types is a list; a mapping (a type for each name) is expected"),
    ("types: {A: *a}", "1:12: an alias (*a) is not allowed; write it out, or quote text that starts with *"),
    ("operations: {a: *a}", "1:17: an alias (*a) is not allowed; write it out, or quote text that starts with *"),
    ("x" * 100 + ": 1", "1:1: unknown key '" + "x" * 59 + "…' in an endpoint file; known are operations, types, documented, inferred, assumed"),
    ("types:", "1:7: types is empty; a mapping (a type for each name) is expected"),
    ("inferred: a\nassumed: b", "2:1: assumed: stands beside inferred:; only one of documented, inferred or assumed is allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*OPERATION, *TYPE, *FILE])
def test_a_mistake_is_reported_where_it_stands(text: str, expected: str, lines: Lines) -> None:
    assert lines(text) == [f"shop/e.yaml:{expected}"]


API = "wiresmith: 1\napi: shop\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("api: shop", ["1:1: wiresmith: is missing in api.yaml; write wiresmith: 1"]),
        ("wiresmith: '1'\napi: shop", ["1:12: wiresmith is '1'; 1 is expected"]),
        ("wiresmith: 1", ["1:1: api: is missing in api.yaml"]),
        ("wiresmith: 1\napi: shopp", ["2:6: api is 'shopp', and the folder 'shop'; both are the same name"]),
        ("wiresmith: 1\napi: Shop", ["2:6: api is 'Shop'; a name of lower case letters, digits and _ is expected"]),
        (API + "base_url: ftp://x", ["3:11: base_url is 'ftp://x'; a URL that starts with https:// or http:// is expected"]),
        (API + "titel: x", ["3:1: unknown key 'titel' in api.yaml; did you mean 'title'?"]),
        (API + "docs: {page: 12}", ['3:14: page: YAML reads 12 as a number; text is expected; quote it: "12"']),
        (API + "formats: [json, json]", ["3:17: 'json' stands twice in formats"]),
        (API + "formats: [jsn]", ["3:11: an item of formats is 'jsn'; json or xml is expected; did you mean 'json'?"]),
        (API + "formats: json", ["3:10: formats is 'json'; a list is expected"]),
        (API + "xml: {clr_namespace: A}", ["3:6: dialect: is missing in the xml: of an API"]),
        (
            API + "xml: {dialect: datacontract, clr_namespace: A, namespace: u}",
            ["3:48: namespace: stands beside clr_namespace:; only one of clr_namespace or namespace is allowed"],
        ),
        (
            API + "xml: {dialect: datacontract, clr_namespace: A B}",
            ["3:45: clr_namespace is 'A B'; a .NET namespace such as AS.Models.API is expected"],
        ),
        (
            API + "auth: {a: {header: A, query: b}}",
            ["3:23: query: stands beside header:; only one of header, query or cookie is allowed"],
        ),
        (
            API + "auth: {a: {scheme: Bearer}}",
            ["3:11: an auth entry has none of header, query or cookie; exactly one is expected"],
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_api_yaml(text: str, expected: list[str], lines: Lines) -> None:
    assert lines("types: {A: {fields: {}}}", api=text) == [f"shop/api.yaml:{line}" for line in expected]


def test_all_mistakes_of_all_files_come_out_in_one_run(lines: Lines) -> None:
    text = (
        "operations:\n"
        "  list:\n"
        "    get: /list\n"
        "    sumary: x\n"
        "    query: {a: dict[str, str], b: no}\n"
        "    returns: {200: list[A], 999: B}\n"
        "types:\n"
        "  A: {fields: {a: str | int, a: str}}\n"
        "  A: {fields: {}}\n"
    )
    assert [line.split(";")[0] for line in lines(text, api=API + "titel: x", f="a: [", g="types: {C: {enum: [no]}}")] == [
        "shop/api.yaml:3:1: unknown key 'titel' in api.yaml",
        "shop/e.yaml:4:5: unknown key 'sumary' in an operation",
        "shop/e.yaml:5:16: the annotation 'dict[str, str]' is not quoted",
        "shop/e.yaml:5:35: 'b': YAML reads no as a boolean",
        "shop/e.yaml:6:20: the annotation 'list[A]' is not quoted",
        "shop/e.yaml:6:29: the name of a response is '999'",
        "shop/e.yaml:8:25: a union of types ('str | int') cannot be described",
        "shop/e.yaml:8:30: 'a' stands twice",
        "shop/e.yaml:9:3: 'A' stands twice",
        "shop/f.yaml:1:5: not YAML: the file ends where a value is expected",
        "shop/g.yaml:1:20: an item of enum: some versions of YAML read no as a boolean",
    ]  # fmt: skip
