"""Every mistake in declared types, with the line that reports it."""

from __future__ import annotations

import textwrap

import pytest

from tests.unit.contract.conftest import DATACONTRACT, Lines

TYPES: dict[str, tuple[str, list[str]]] = {
    "unknown": (
        """
        types:
          A: {fields: {x: Btach}}
          Batch: {fields: {}}
        """,
        [
            "e.yaml:2:19: there is no type 'Btach'; a built-in type is expected, or one that a file of this API declares; did you mean 'Batch'?",
        ],
    ),
    "foreign": (
        """
        types:
          A: {fields: {x: guid, w: 'List[int]', z: string}}
        """,
        [
            "e.yaml:2:19: there is no type 'guid'; a built-in type is expected, or one that a file of this API declares; did you mean 'uuid'?",
            "e.yaml:2:29: there is no type 'List'; a built-in type is expected, or one that a file of this API declares; did you mean 'list'?",
            "e.yaml:2:44: there is no type 'string'; a built-in type is expected, or one that a file of this API declares; did you mean 'str'?",
        ],
    ),
    "arity_none": (
        """
        types:
          A: {fields: {x: Page}}
          Page[T]: {fields: {x: T}}
        """,
        [
            "e.yaml:2:19: 'Page' with no type arguments; 'Page[T]' is declared",
        ],
    ),
    "arity_two": (
        """
        types:
          A: {fields: {x: 'Page[int, str]', w: 'B[int]'}}
          Page[T]: {fields: {x: T}}
          B: {fields: {}}
        """,
        [
            "e.yaml:2:20: 'Page' with 2 type arguments; 'Page[T]' is declared",
            "e.yaml:2:41: 'B' with 1 type argument; 'B' is declared",
        ],
    ),
    "scalar_args": (
        """
        types:
          A: {fields: {x: 'str[int]', w: list, z: 'dict[str]'}}
        """,
        [
            "e.yaml:2:20: 'str' takes no arguments",
            "e.yaml:2:34: 'list' with no type arguments; list[T] is expected",
            "e.yaml:2:44: 'dict' with 1 type argument; dict[K, V] is expected",
        ],
    ),
    "var_args": (
        """
        types:
          A[T]: {fields: {x: 'T[int]'}}
        """,
        [
            "e.yaml:2:23: the type variable 'T' takes no arguments",
        ],
    ),
    "var_unknown": (
        """
        types:
          A[T]: {fields: {x: U}}
        """,
        [
            "e.yaml:2:22: there is no type 'U'; a built-in type is expected, or one that a file of this API declares",
        ],
    ),
    "var_shadow": (
        """
        types:
          A[B]: {fields: {}}
          B: {fields: {}}
          C[str]: {fields: {}}
        """,
        [
            "e.yaml:2:3: the type variable 'B' of 'A[B]' is the name of a type; a name that no type has is expected, such as T",
            "e.yaml:4:3: the type variable 'str' of 'C[str]' is the name of a type; a name that no type has is expected, such as T",
        ],
    ),
    "builtin": (
        """
        types:
          uuid: {fields: {}}
          list[T]: {fields: {}}
        """,
        [
            "e.yaml:2:3: 'uuid' is a built-in type; a name of its own is expected",
            "e.yaml:3:3: 'list' is a built-in type; a name of its own is expected",
        ],
    ),
    "enum_generic": (
        """
        types:
          E[T]: {enum: [a]}
        """,
        [
            "e.yaml:2:3: the enum 'E[T]' has type variables; an enum has none",
        ],
    ),
    "base_cycle": (
        """
        types:
          A: {extends: B, fields: {}}
          B: {extends: A, fields: {}}
          C: {extends: A, fields: {x: int}}
        """,
        [
            "e.yaml:2:3: 'A' extends itself; A -> B -> A",
        ],
    ),
    "base_self": (
        """
        types:
          A: {extends: A, fields: {}}
        """,
        [
            "e.yaml:2:3: 'A' extends itself; A -> A",
        ],
    ),
    "base_kinds": (
        """
        types:
          A: {extends: E, fields: {}}
          E: {enum: [a]}
          B: {extends: int, fields: {}}
          C: {extends: L, fields: {}}
          L: {type: 'list[int]'}
          D[T]: {extends: T, fields: {}}
          F: {extends: C | None, fields: {}}
          G: {extends: 'list[int]', fields: {}}
        """,
        [
            "e.yaml:2:16: 'A' extends 'E', which is an enum; an object type is expected",
            "e.yaml:4:16: 'B' extends 'int', which is a built-in type; an object type is expected",
            "e.yaml:5:16: 'C' extends 'L', which is an alias, not an object; an object type is expected",
            "e.yaml:7:19: 'D[T]' extends 'T', which is a type variable; an object type is expected",
            "e.yaml:8:16: 'F' extends 'C | None', which may be null; an object type is expected",
            "e.yaml:9:17: 'G' extends 'list[int]', which is a built-in type; an object type is expected",
        ],
    ),
    "alias_cycle": (
        """
        types:
          A: {type: 'list[B]'}
          B: {type: 'dict[str, A]'}
        """,
        [
            "e.yaml:2:3: the alias 'A' is made of itself; A -> B -> A; let it go through an object type, which may refer to itself",
        ],
    ),
    "alias_self": (
        """
        types:
          A: {type: 'dict[str, A]'}
        """,
        [
            "e.yaml:2:3: the alias 'A' is made of itself; A -> A; let it go through an object type, which may refer to itself",
        ],
    ),
    "alias_through_generic": (
        """
        types:
          A: {type: 'list[P[A]]'}
          P[T]: {fields: {x: T}}
        """,
        [
            "e.yaml:2:3: the alias 'A' is made of itself; A -> A; let it go through an object type, which may refer to itself",
        ],
    ),
    "infinite": (
        """
        types:
          A[T]: {fields: {x: 'A[list[T]] | None'}}
          B: {fields: {x: 'A[int]'}}
        """,
        [
            "e.yaml:2:23: the generic type 'A' needs ever larger types of itself; a generic may refer to itself with arguments that do not grow",
        ],
    ),
    "infinite_wide": (
        """
        types:
          A[T]: {fields: {x: 'A[dict[str, T]] | None', w: 'A[list[T]] | None'}}
          B: {fields: {x: 'A[int]'}}
        """,
        [
            "e.yaml:2:23: the generic type 'A' needs ever larger types of itself; a generic may refer to itself with arguments that do not grow",
        ],
    ),
    "infinite_base": (
        """
        types:
          A[T]: {extends: 'B[A[list[T]]]', fields: {}}
          B[T]: {fields: {}}
          C: {fields: {x: 'A[int]'}}
        """,
        [
            "e.yaml:2:20: the generic type 'B' needs ever larger types of itself; a generic may refer to itself with arguments that do not grow",
        ],
    ),
    "misfit": (
        """
        types:
          A:
            fields:
              a: {type: str, ge: 1}
              b: {type: int, min_length: 1}
              c: {type: int, pattern: x}
              d: {type: B, le: 3}
              e: {type: int, ge: 1.5}
              f: {type: 'list[int]', gt: 1}
          B: {fields: {}}
        """,
        [
            "e.yaml:4:26: ge does not fit str; it bounds numbers",
            "e.yaml:5:34: min_length does not fit int; it bounds str, uri, bytes, lists and dictionaries",
            "e.yaml:6:31: pattern does not fit int; it is searched for in text",
            "e.yaml:7:24: le does not fit an object or an enum",
            "e.yaml:8:26: ge is 1.5, and the type int; an integer is expected",
            "e.yaml:9:34: gt does not fit list; it bounds numbers",
        ],
    ),
    "contradiction": (
        """
        types:
          A:
            fields:
              a: {type: int, ge: 3, le: 2}
              b: {type: number, ge: 3, lt: 3}
              c: {type: int, gt: 2, lt: 3}
              d: {type: str, min_length: 3, max_length: 2}
              e: {type: uint8, ge: 256}
              f: {type: Num, le: 4}
              g: {type: int8, lt: -128}
          Num: {type: int, ge: 5}
        """,
        [
            "e.yaml:4:26: no value fits: ge 3 and le 2",
            "e.yaml:5:29: no value fits: ge 3 and lt 3",
            "e.yaml:6:26: no value fits: gt 2 and lt 3",
            "e.yaml:7:34: no value fits: min_length 3 is more than max_length 2",
            "e.yaml:8:28: no value fits: ge 256 and the greatest uint8, 255",
            "e.yaml:9:26: no value fits: ge 5 and le 4",
            "e.yaml:10:27: no value fits: the least int8, -128 and lt -128",
        ],
    ),
    "pattern": (
        """
        types:
          A: {type: str, pattern: '(?=a)b'}
          B: {type: str, pattern: '(a)\\1'}
          C: {type: str, pattern: '(a'}
          D: {type: E, pattern: 'b'}
          E: {type: str, pattern: 'a'}
        """,
        [
            "e.yaml:2:27: the pattern '(?=a)b' cannot be used (invalid perl operator: (?=); a pattern in RE2 syntax is expected; RE2 has no look-around and no backreferences: it never backtracks, whatever text it is given",
            "e.yaml:3:27: the pattern '(a)\\1' cannot be used (invalid escape sequence: \\1); a pattern in RE2 syntax is expected; RE2 has no look-around and no backreferences: it never backtracks, whatever text it is given",
            "e.yaml:4:27: the pattern '(a' cannot be used (missing ): (a); a pattern in RE2 syntax is expected",
            "e.yaml:5:25: a second pattern; the type that it narrows has one; write one pattern that says both",
        ],
    ),
    "values": (
        """
        types:
          A:
            fields:
              a: {type: int, default: x}
              b: {type: uint8, default: 256}
              c: {type: int, default: 5, le: 4}
              d: {type: str, default: abc, max_length: 2}
              e: {type: str, example: b, pattern: ^a}
              f: {type: E, default: z}
              g: {type: bool, default: 1}
              h: {type: uuid, example: nope}
              i: {type: datetime, example: '2024-01-31'}
              j: {type: 'list[int]', default: 1}
              k: {type: str, default: null}
              l: {type: int, default: 1.5}
              m: {type: date, example: '2024-02-30'}
              nn: {type: timedelta, example: 5s}
              o: {type: bytes, example: '?'}
              p: {type: B, example: 1}
              q: {type: decimal, default: '1'}
              r: {type: Num, examples: [1, 2]}
          E: {enum: [a, b]}
          B: {fields: {}}
          Num: {type: int, gt: 1}
        """,
        [
            "e.yaml:4:31: the default of 'a': 'x' is not a number; int is expected",
            "e.yaml:5:33: the default of 'b': 256 is outside uint8; 0 to 255",
            "e.yaml:6:31: the default of 'c': 5 is out of range; le 4",
            "e.yaml:7:31: the default of 'd': 'abc' is too long; max_length 2",
            "e.yaml:8:31: the example of 'e': 'b' does not match; pattern '^a'",
            "e.yaml:9:29: the default of 'f': 'z' is not a value of the enum; one of a or b",
            "e.yaml:10:32: the default of 'g': 1 is not a boolean; true or false is expected",
            "e.yaml:11:32: the example of 'h': 'nope' is not a UUID; uuid is expected",
            "e.yaml:12:36: the example of 'i': '2024-01-31' is not a date and time such as 2024-01-31T12:00:00Z; datetime is expected",
            "e.yaml:13:39: the default of 'j': 1 is not a value of the type, a list; defaults and examples are single values",
            "e.yaml:14:31: the default of 'k': null is not a value of the type; it has no | None",
            "e.yaml:15:31: the default of 'l': 1.5 is not an integer; int is expected",
            "e.yaml:16:32: the example of 'm': '2024-02-30' is not a date such as 2024-01-31; date is expected",
            "e.yaml:17:38: the example of 'nn': '5s' is not a duration such as PT1H30M; timedelta is expected",
            "e.yaml:18:33: the example of 'o': '?' is not base64; bytes is expected",
            "e.yaml:19:29: the example of 'p': 1 is not a value of the type, an object; defaults and examples are single values",
            "e.yaml:20:35: the default of 'q': '1' is not a number; decimal is expected",
            "e.yaml:21:33: the example of 'r': 1 is out of range; gt 1",
        ],
    ),
    "wire_twice": (
        """
        types:
          A:
            fields:
              a: int
              b: {type: int, wire: a}
        """,
        [
            "e.yaml:5:28: two members with the wire name 'a'; a member is declared once",
        ],
    ),
    "python_twice": (
        """
        types:
          A:
            fields:
              fooBar: int
              foo_bar: int
        """,
        [
            "e.yaml:5:7: 'foo_bar' and 'fooBar' would both be 'foo_bar' in Python; members of a type have different names; set python: for one of them",
        ],
    ),
    "python_inherited": (
        """
        types:
          A: {fields: {fooBar: int}}
          B: {extends: A, fields: {foo_bar: int}}
        """,
        [
            "e.yaml:3:28: 'foo_bar' and 'fooBar' would both be 'foo_bar' in Python; members of a type have different names; set python: for one of them",
        ],
    ),
    "redeclared": (
        """
        types:
          A: {fields: {x: int}}
          B: {extends: A, fields: {x: str}}
        """,
        [
            "e.yaml:3:28: 'x' is inherited already, from 'A'; a member is declared once",
        ],
    ),
    "no_python": (
        """
        types:
          A: {fields: {'*': int}}
          E: {enum: ['+', '-']}
        """,
        [
            "e.yaml:2:16: no Python name can be made of '*'; set python:",
            "e.yaml:3:14: no Python name can be made of '+'; set python:",
            "e.yaml:3:19: no Python name can be made of '-'; set python:",
        ],
    ),
    "bad_python": (
        """
        types:
          A: {python: aa, fields: {a: {type: int, python: str}}}
          B: {enum: {a: {python: _x}}}
        """,
        [
            "e.yaml:2:15: 'aa' does not begin with a capital letter; a name for a class is expected",
            "e.yaml:2:51: 'str' is a name that the emitted code uses itself; a name for a member is expected",
            "e.yaml:3:26: '_x' begins with an underscore; a name for an enum member is expected",
        ],
    ),
    "classes": (
        """
        types:
          foo_bar: {fields: {}}
          FooBar: {fields: {}}
        """,
        [
            "e.yaml:2:3: 'type foo_bar' and 'type FooBar' would both be 'FooBar' in Python; classes and operations have different names; set python: for one of them",
        ],
    ),
    "classes_closed": (
        """
        types:
          P[T]: {fields: {x: T}}
          POfB: {fields: {}}
          B: {fields: {'p?': 'P[B]'}}
        """,
        [
            "e.yaml:2:3: 'type P[B]' and 'type POfB' would both be 'POfB' in Python; classes and operations have different names; set python: for one of them",
        ],
    ),
    "class_alias": (
        """
        types:
          Foo: {fields: {}}
          foo: {type: str, max_length: 2}
        """,
        [
            "e.yaml:3:3: 'type foo' and 'type Foo' would both be 'Foo' in Python; classes and operations have different names; set python: for one of them",
        ],
    ),
    "enum_twice": (
        """
        types:
          E: {enum: [asc, ASC]}
        """,
        [
            "e.yaml:2:19: 'ASC' and 'asc' would both be 'ASC' in Python; values of an enum have different names; set python: for one of them",
        ],
    ),
    "json_order": (
        """
        types:
          A: {fields: {x: int}}
          B: {extends: A, json_order: [x, why], fields: {yy: int, z: int}}
        """,
        [
            "e.yaml:3:32: json_order of 'B' lacks 'yy', 'z'; the wire names of all members are expected, inherited ones too",
            "e.yaml:3:35: json_order has 'why', which is no member of 'B'; the wire names of all members are expected, inherited ones too",
        ],
    ),
    "dict_keys": (
        """
        types:
          A:
            fields:
              a: 'dict[any, int]'
              b: 'dict[B, int]'
              c: 'dict[float64, int]'
              d: 'dict[str | None, int]'
              e: 'dict[list[int], int]'
              f: 'dict[bytes, int]'
          B: {fields: {}}
        """,
        [
            "e.yaml:4:11: 'any' cannot be the key of a dictionary in JSON; a scalar other than any and bytes, or an enum, is expected; say formats: [xml] if the API has no JSON",
            "e.yaml:5:11: 'B' cannot be the key of a dictionary in JSON; a scalar other than any and bytes, or an enum, is expected; say formats: [xml] if the API has no JSON",
            "e.yaml:7:11: the keys of 'dict[str | None, …]' may be null; a key is never null",
            "e.yaml:8:11: 'list[int]' cannot be the key of a dictionary in JSON; a scalar other than any and bytes, or an enum, is expected; say formats: [xml] if the API has no JSON",
            "e.yaml:9:11: 'bytes' cannot be the key of a dictionary in JSON; a scalar other than any and bytes, or an enum, is expected; say formats: [xml] if the API has no JSON",
        ],
    ),
    "xml_without": (
        """
        types:
          A: {xml: {name: x}, fields: {a: {type: int, xml: {order: 1}}}}
          E: {enum: {a: {xml: {name: b}}}}
        """,
        [
            "e.yaml:2:12: xml here, and the API has no XML; add xml: {dialect: …} to api.yaml",
            "e.yaml:2:52: xml here, and the API has no XML; add xml: {dialect: …} to api.yaml",
            "e.yaml:3:23: xml here, and the API has no XML; add xml: {dialect: …} to api.yaml",
        ],
    ),
    "endless": (
        """
        types:
          A: {fields: {b: B}}
          B: {fields: {a: A, 'c?': A}}
          C: {fields: {c: 'list[C]'}}
        """,
        [
            "e.yaml:2:3: a value of 'A' would have no end: 'b' is always there and never null; an object holds itself through a list, a member that may be absent, or one that may be null",
            "e.yaml:3:3: a value of 'B' would have no end: 'a' is always there and never null; an object holds itself through a list, a member that may be absent, or one that may be null",
        ],
    ),
    "alias_of_object": (
        """
        types:
          A: {type: B, max_length: 3}
          B: {fields: {}}
        """,
        [
            "e.yaml:2:28: max_length does not fit an object or an enum",
        ],
    ),
    "alias_of_broken": (
        """
        types:
          A: {type: 'list[A]'}
          C: {type: 'list[A]'}
          B: {fields: {c: C}}
        """,
        [
            "e.yaml:2:3: the alias 'A' is made of itself; A -> A; let it go through an object type, which may refer to itself",
        ],
    ),
}

XML: dict[str, tuple[str, list[str]]] = {
    "xml_names": (
        """
        types:
          A: {fields: {}}
          P[T]: {xml: {name: '{1}Page'}, fields: {x: T}}
          B: {fields: {p: 'P[A]'}}
        """,
        [
            "e.yaml:3:22: the XML name '{1}Page' has curly braces with '1' inside: a number between 0 and 0 or # is expected; {0}, {1}, … and {#} can stand in it",
        ],
    ),
    "xml_same_type": (
        """
        types:
          A: {fields: {}}
          B: {xml: {name: A}, fields: {}}
          C: {xml: {name: A, namespace: 'urn:x'}, fields: {}}
        """,
        [
            "e.yaml:3:3: 'B' and 'A' have the same XML name 'A'; types of one namespace have different XML names; set xml: {name: …} or {clr_namespace: …} for one of them",
        ],
    ),
    "xml_same_element": (
        """
        types:
          A: {fields: {x: int, other: {type: int, xml: {name: x}}}}
          B: {extends: A, fields: {z: {type: int, xml: {name: x}}, u: {type: int, xml: {name: 'a b'}}, v: {type: int, xml: {name: a_x0020_b}}}}
        """,
        [
            "e.yaml:2:24: 'other' and 'x' would both be the element 'x'; multiple members with the same data member name in one type are not supported; set xml: {name: …} for one of them",
            "e.yaml:3:96: 'v' and 'u' would both be the element 'a_x0020_b'; multiple members with the same data member name in one type are not supported; set xml: {name: …} for one of them",
        ],
    ),
    "xml_misplaced": (
        """
        types:
          A: {xml: {item_name: x}, fields: {a: {type: int, xml: {item_name: x}}}}
          L: {type: 'list[int]', xml: {key_name: k}}
          S: {type: str, xml: {name: s}}
          E: {enum: [a], xml: {item_name: x}}
        """,
        [
            "e.yaml:2:24: item_name means nothing here; it is for named lists and dictionaries",
            "e.yaml:2:69: item_name means nothing here; it is for lists and dictionaries",
            "e.yaml:3:42: key_name means nothing here; a list has no keys: .NET refuses it for a type that is not IDictionary",
            "e.yaml:4:30: name means nothing here; a named scalar has no XML name of its own",
            "e.yaml:5:35: item_name means nothing here; it is for named lists and dictionaries",
        ],
    ),
    "xml_namespace": (
        """
        types:
          A: {xml: {namespace: 'http://schemas.microsoft.com/2003/10/Serialization/'}, fields: {}}
          B: {xml: {namespace: 'a##b'}, fields: {}}
        """,
        [
            "e.yaml:2:24: DataContract namespace 'http://schemas.microsoft.com/2003/10/Serialization/' cannot be specified since it is reserved",
            "e.yaml:3:24: DataContract namespace 'a##b' is not a valid URI",
        ],
    ),
    "xml_int_enum": (
        """
        types:
          E: {enum: {1: {xml: {name: One}}, 2: }}
        """,
        [
            "e.yaml:2:37: 2 has no XML name; .NET writes the name of an enum's value in XML; set xml: {name: …}",
        ],
    ),
    "xml_enum_same": (
        """
        types:
          E: {enum: {a: , b: {xml: {name: a}}}}
        """,
        [
            "e.yaml:2:19: two values of the enum 'E' are 'a' in XML; multiple members with the same name in one type are not supported",
        ],
    ),
    "xml_empty": (
        """
        types:
          A: {fields: {'': {type: int, python: a}}}
        """,
        [
            "e.yaml:2:16: the name of a member is empty; a name is expected",
        ],
    ),
    "xml_same_collection": (
        """
        types:
          A: {fields: {}}
          L: {type: 'list[A]', xml: {name: A}}
        """,
        [
            "e.yaml:3:3: 'L' and 'A' have the same XML name 'A'; types of one namespace have different XML names; set xml: {name: …} or {clr_namespace: …} for one of them",
        ],
    ),
    "xml_of_alias": (
        """
        types:
          A: {fields: {}}
          B: {type: A, xml: {name: x}}
        """,
        [
            "e.yaml:3:28: name means nothing here; say it with the type that the alias stands for",
        ],
    ),
}


@pytest.mark.parametrize("name", TYPES)
def test_types(lines: Lines, name: str) -> None:
    spec, expected = TYPES[name]
    assert lines(textwrap.dedent(spec)[1:]) == expected


@pytest.mark.parametrize("name", XML)
def test_xml(lines: Lines, name: str) -> None:
    spec, expected = XML[name]
    assert lines(textwrap.dedent(spec)[1:], DATACONTRACT) == expected
