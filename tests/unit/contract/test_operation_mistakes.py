"""Every mistake in operations and whole APIs, with the line that reports it."""

from __future__ import annotations

import textwrap

import pytest

from tests.unit.contract.conftest import API, Lines

OPERATIONS: dict[str, tuple[str, list[str]]] = {
    "path_missing": (
        """
        operations:
          op:
            get: /a/{id}
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: {id} is in the path, and path: has no such parameter; each placeholder is declared under path:",
        ],
    ),
    "path_reverse": (
        """
        operations:
          op:
            get: /a/{id}
            path: {idd: str, id: str}
            returns: {200: any}
        """,
        [
            "e.yaml:4:12: the path '/a/{id}' has no {idd}; each path parameter stands in the path",
        ],
    ),
    "path_in_query": (
        """
        operations:
          op:
            get: /a/{id}
            query: {id: str}
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: {id} is in the path, and path: has no such parameter; each placeholder is declared under path:; it is declared elsewhere: move it there",
        ],
    ),
    "path_twice": (
        """
        operations:
          op:
            get: /a/{id}/{id}
            path: {id: str}
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a/{id}/{id}' has {id} twice; each placeholder stands there once",
        ],
    ),
    "path_bad": (
        """
        operations:
          op:
            get: /a/{id
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a/{id' has braces that do not match; placeholders are written {id}",
        ],
    ),
    "path_bad2": (
        """
        operations:
          op:
            get: /a//b
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a//b' has an empty segment, . or ..; every segment has a name",
        ],
    ),
    "path_bad3": (
        """
        operations:
          op:
            get: /a/../b
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a/../b' has an empty segment, . or ..; every segment has a name",
        ],
    ),
    "path_bad4": (
        """
        operations:
          op:
            get: https://x/b
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path 'https://x/b' is a URL; a path is expected, which base_url is put before",
        ],
    ),
    "path_bad5": (
        """
        operations:
          op:
            get: /a/{id:int}
            path: {'id:int': str}
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a/{id:int}' has a placeholder without a plain name; the name alone is expected: {id}, neither {id:int} nor {*id}",
        ],
    ),
    "path_bad6": (
        """
        operations:
          op:
            get: /é
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/é' has characters that a path cannot have; others than letters, digits and punctuation are written %XX",
        ],
    ),
    "path_bad7": (
        """
        operations:
          op:
            get: /{}
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/{}' has a placeholder without a plain name; the name alone is expected: {id}, neither {id:int} nor {*id}",
        ],
    ),
    "path_bad8": (
        """
        operations:
          op:
            get: /a%zz
            returns: {200: any}
        """,
        [
            "e.yaml:3:10: the path '/a%zz' has characters that a path cannot have; others than letters, digits and punctuation are written %XX",
        ],
    ),
    "collide": (
        """
        operations:
          op:
            get: /a
            query: {fooBar: int, foo_bar: int}
            returns: {200: any}
        """,
        [
            "e.yaml:4:26: 'query foo_bar' and 'query fooBar' would both be 'foo_bar' in Python; parameters of an operation have different names; set python: for one of them",
        ],
    ),
    "collide_places": (
        """
        operations:
          op:
            get: /{id}
            path: {id: int}
            query: {id: int}
            returns: {200: any}
        """,
        [
            "e.yaml:5:13: 'query id' and 'path id' would both be 'id' in Python; parameters of an operation have different names; set python: for one of them",
        ],
    ),
    "header_twice": (
        """
        operations:
          op:
            get: /a
            headers: {X-A: int, x-a: int}
            returns: {200: any}
        """,
        [
            "e.yaml:4:25: two header parameters with the wire name 'x-a'",
        ],
    ),
    "header_name": (
        """
        operations:
          op:
            get: /a
            headers: {'X A': int}
            cookies: {'a;b': int}
            returns: {200: any}
        """,
        [
            "e.yaml:4:15: 'X A' cannot be the name of a header; letters, digits and !#$%&'*+.^_`|~- are expected",
            "e.yaml:5:15: 'a;b' cannot be the name of a cookie; letters, digits and !#$%&'*+.^_`|~- are expected",
        ],
    ),
    "param_types": (
        """
        operations:
          op:
            get: /a
            query: {a: any, b: 'dict[str, int]', c: 'list[list[int]]', d: 'list[str | None]'}
            headers: {e: str | None}
            returns: {200: any}
        """,
        [
            "e.yaml:4:16: the query parameter 'a' is more than a single value; a scalar other than any and qname, an enum, or a list of them is expected",
            "e.yaml:4:25: the query parameter 'b' is more than a single value; a scalar other than any and qname, an enum, or a list of them is expected",
            "e.yaml:4:46: the query parameter 'c' is a list of more than single values; a scalar other than any and qname, an enum, or a list of them is expected",
            "e.yaml:4:68: the query parameter 'd' has items that may be null; null cannot be sent there",
            "e.yaml:5:18: the header parameter 'e' may be null; null cannot be sent there",
        ],
    ),
    "param_default": (
        """
        operations:
          op:
            get: /a
            query: {a: {type: int, default: 1}, 'b?': {type: int, default: 0, ge: 1}}
            returns: {200: any}
        """,
        [
            "e.yaml:4:37: 'a' has a default and must be given; a default is for parameters that may be left out; write a?:",
            "e.yaml:4:68: the default of 'b': 0 is out of range; ge 1",
        ],
    ),
    "explode": (
        """
        operations:
          op:
            get: /a
            query: {a: {type: int, explode: false}}
            returns: {200: any}
        """,
        [
            "e.yaml:4:37: explode means nothing for 'a'; it is for lists",
        ],
    ),
    "status_twice": (
        """
        operations:
          op:
            get: /a
            returns: {200: any, '200': any}
        """,
        [
            "e.yaml:4:25: '200' stands twice; the first is in line 4",
        ],
    ),
    "no_returns": (
        """
        operations:
          op:
            get: /a
        """,
        [
            "e.yaml:2:3: the operation 'op' has no response; add returns:",
        ],
    ),
    "get_body": (
        """
        operations:
          op:
            get: /a
            body: any
            returns: {200: any}
        """,
        [
            "e.yaml:4:11: a GET request with a body; no body is expected, since servers may ignore it",
        ],
    ),
    "media": (
        """
        operations:
          op:
            get: /a
            returns: {200: {type: str, media: [text/plain]}, 400: {type: any, media: [application/xml]}, 401: {type: 'list[int]', media: [application/x-www-form-urlencoded]}, 402: {type: null, media: [a/b]}, 403: {type: any, media: [a/json, A/json]}}
        """,
        [
            "e.yaml:4:40: 'text/plain' is neither JSON, XML nor a form; the type bytes is expected",
            "e.yaml:4:79: 'application/xml' is XML, and the API has none; add xml: {dialect: …} to api.yaml",
            "e.yaml:4:131: 'application/x-www-form-urlencoded' cannot carry the type; an object is expected whose members are single values or lists of them",
            "e.yaml:4:194: an empty body with a media type; no media is expected where the body is null",
            "e.yaml:4:234: 'A/json' stands twice",
        ],
    ),
    "sample_status": (
        """
        operations:
          op:
            get: /a
            samples: {404: [s.json]}
            returns: {200: any}
        """,
        [
            "e.yaml:4:15: samples for status 404, and no such response; declared: 200",
        ],
    ),
    "sample_missing": (
        """
        operations:
          op:
            get: /a
            samples: {200: [s.json]}
            returns: {200: any}
        """,
        [
            "e.yaml:4:21: there is no sample 's.json'; a file inside the API's folder is expected",
        ],
    ),
    "sample_ext": (
        """
        operations:
          op:
            get: /a
            samples: {200: [s.txt]}
            returns: {200: any}
        """,
        [
            "e.yaml:4:21: nothing says whether the sample is JSON or XML; a file ending in .json or .xml is expected, or media:",
            "e.yaml:4:21: there is no sample 's.txt'; a file inside the API's folder is expected",
        ],
    ),
    "sample_media": (
        """
        operations:
          op:
            get: /a
            samples: {200: [s.xml, {file: s.json, media: text/json}]}
            returns: {200: any}
        """,
        [
            "e.yaml:4:21: a sample in XML, which status 200 is not documented in; documented: application/json",
            "e.yaml:4:21: there is no sample 's.xml'; a file inside the API's folder is expected",
            "e.yaml:4:35: there is no sample 's.json'; a file inside the API's folder is expected",
            "e.yaml:4:50: a sample in 'text/json', which status 200 is not documented in; documented: application/json",
        ],
    ),
    "sample_empty": (
        """
        operations:
          op:
            get: /a
            returns: {204: null}
            samples: {204: [s.json]}
        """,
        [
            "e.yaml:5:15: samples for status 204, whose body is empty; no samples are expected",
        ],
    ),
    "same_request": (
        """
        operations:
          op:
            get: /a/{id}
            path: {id: int}
            returns: {200: any}
          two:
            get: a/{ID}
            path: {ID: int}
            query: {'x?': int}
            returns: {200: any}
        """,
        [
            "e.yaml:7:10: 'two' and 'op' are the same request; operations differ in method, path or required query parameters",
        ],
    ),
    "python_ops": (
        """
        operations:
          op:
            get: /a
            returns: {200: any}
          Op:
            get: /b
            returns: {200: any}
        """,
        [
            "e.yaml:5:3: 'operation Op' and 'operation op' would both be 'op' in Python; classes and operations have different names; set python: for one of them",
        ],
    ),
    "media_of_unknown": (
        """
        operations:
          op:
            get: /a
            returns: {200: {type: Nope, media: [text/plain], headers: {X-A: Nil}}}
        """,
        [
            "e.yaml:4:27: there is no type 'Nope'; a built-in type is expected, or one that a file of this API declares",
            "e.yaml:4:69: there is no type 'Nil'; a built-in type is expected, or one that a file of this API declares",
        ],
    ),
}

PAGING: dict[str, tuple[str, list[str]]] = {
    "query": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.aftr, next: $body.meta.next, items: $body.items}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:35: send is '$query.aftr', and the operation has no query parameter 'aftr'; declared: after, l or size; did you mean '$query.after'?",
        ],
    ),
    "query_list": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.l, size: $query.size, next: $body.meta.next, items: $body.items}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:35: send is '$query.l', a list; a single value is expected",
            "e.yaml:5:51: size is '$query.size', which is no integer; an integer is expected",
        ],
    ),
    "body": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.after, next: $body.meta.nxt, items: $body.items}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:55: next is '$body.meta.nxt', and 'M' has no member 'nxt'; wire names are expected, joined by dots; did you mean '$body.meta.next'?",
        ],
    ),
    "through": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.after, next: $body.items.x, items: $body.items}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:55: next is '$body.items.x', and '$body.items' is a list; an object is expected, whose members have names",
        ],
    ),
    "types": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.after, next: $body.o, items: $body.num, more: $body.num, total: $body.d}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:55: next is '$body.o', an object (M); a scalar to send for the next page is expected",
            "e.yaml:5:71: items is '$body.num', of type int; a list is expected",
            "e.yaml:5:88: more is '$body.num', of type int; a bool is expected",
            "e.yaml:5:106: total is '$body.d', a dictionary; an integer is expected",
        ],
    ),
    "any": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, send: $query.after, next: $body.a, items: $body}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:55: next is '$body.a', of type any; a scalar to send for the next page is expected",
            "e.yaml:5:71: items is '$body', an object (P); a list is expected",
        ],
    ),
    "needs": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: cursor, size: $query.after, backward: {send: $query.after}}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:13: cursor paging lacks send, next, items; it needs send, next, items",
            "e.yaml:5:35: size is '$query.after', which is no integer; an integer is expected",
            "e.yaml:5:59: cursor paging lacks next; it needs send, next",
        ],
    ),
    "needs2": (
        """
        operations:
          op:
            get: /a
            query: {'after?': str, 'size?': str, 'l?': 'list[int]'}
            paging: {style: page}
            returns: {200: P}
        types:
          P: {fields: {'meta?': M | None, items: 'list[int]', num: int, o: M, d: 'dict[str, int]', a: any}}
          M: {extends: B, fields: {more: bool}}
          B: {fields: {'next?': str | None}}
        """,
        [
            "e.yaml:5:13: page paging lacks send, items; it needs send, items",
        ],
    ),
    "nobody": (
        """
        operations:
          op:
            get: /a
            query: {a: int}
            paging: {style: page, send: $query.a, items: $body}
            returns: {204: null}
        """,
        [
            "e.yaml:5:13: paging, and no successful response has a body; a 2XX response with a type is expected",
        ],
    ),
}

APIS: dict[str, tuple[str, str, list[str]]] = {
    "formats": (
        """
        formats: [xml]
        """,
        """
        types: {}
        """,
        [
            "api.yaml:3:11: xml is a format, and nothing says how it is named; add xml: {dialect: …}",
        ],
    ),
    "base_url": (
        """
        base_url: https://x/?a=b
        """,
        """
        types: {}
        """,
        [
            "api.yaml:3:11: 'https://x/?a=b' cannot be a base URL; https://host/path is expected, without ?, # and @",
        ],
    ),
    "auth_names": (
        """
        auth: {a: {header: 'X Y'}, b: {header: X}, c: {header: x}}
        """,
        """
        types: {}
        """,
        [
            "api.yaml:3:20: 'X Y' cannot be the name of a header; letters, digits and !#$%&'*+.^_`|~- are expected",
            "api.yaml:3:56: 'c' and 'b' are both the header 'x'",
        ],
    ),
    "auth_is_parameter": (
        """
        auth: {a: {header: X-Key}, b: {query: key}}
        headers: {x-key: str}
        """,
        """
        operations:
          op:
            get: /a
            query: {key: str}
            returns: {200: any}
        """,
        [
            "api.yaml:4:11: the header 'X-Key' is the secret 'a' already; it is sent once",
            "e.yaml:4:13: the query 'key' is the secret 'b' already; it is sent once",
        ],
    ),
    "auth_twice": (
        """
        auth: {a: {header: X-Key}}
        """,
        """
        operations:
          op:
            get: /a
            auth: [a, a]
            returns: {200: any}
        """,
        [
            "e.yaml:4:15: 'a' stands twice",
        ],
    ),
    "types_in_two_files": (
        """
        types:
          A: {fields: {}}
        operations:
          op:
            get: /b
            returns: {200: any}
        """,
        """
        types:
          A: {fields: {}}
        operations:
          op:
            get: /a
            returns: {200: any}
        """,
        [
            "e.yaml:2:3: the type 'A' is declared twice; the other is at shop/api.yaml:4:3",
            "e.yaml:4:3: the operation 'op' is declared twice; each has a name of its own",
        ],
    ),
    "reader_and_resolver": (
        """
        base_ulr: https://x
        """,
        """
        types:
          A: {fields: {a: Nothing}}
        """,
        [
            "api.yaml:3:1: unknown key 'base_ulr' in api.yaml; did you mean 'base_url'?",
            "e.yaml:2:19: there is no type 'Nothing'; a built-in type is expected, or one that a file of this API declares",
        ],
    ),
    "status_dup_api": (
        """
        returns: {400: Nope}
        """,
        """
        types: {}
        """,
        [
            "api.yaml:3:16: there is no type 'Nope'; a built-in type is expected, or one that a file of this API declares",
        ],
    ),
    "auth_unknown": (
        """
        auth: {token: {header: A}}
        """,
        """
        operations:
          op:
            get: /a
            auth: [tokn]
            returns: {200: any}
        """,
        [
            "e.yaml:4:12: there is no auth 'tokn'; declared in api.yaml: token; did you mean 'token'?",
        ],
    ),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations(lines: Lines, name: str) -> None:
    spec, expected = OPERATIONS[name]
    assert lines(textwrap.dedent(spec)[1:]) == expected


@pytest.mark.parametrize("name", PAGING)
def test_paging(lines: Lines, name: str) -> None:
    spec, expected = PAGING[name]
    assert lines(textwrap.dedent(spec)[1:]) == expected


@pytest.mark.parametrize("name", APIS)
def test_apis(lines: Lines, name: str) -> None:
    api, endpoint, expected = APIS[name]
    assert lines(textwrap.dedent(endpoint)[1:], API + textwrap.dedent(api)[1:]) == expected
