"""Data contracts that .NET refuses, or that cannot be said: each mistake, where it stands, and the rule."""

from __future__ import annotations

import textwrap

import pytest

from tests.unit.contract.conftest import DATACONTRACT, Lines

PLAIN = "wiresmith: 1\napi: shop\nxml: {dialect: plain}\n"
MISTAKES = {
    "reference_of_derived": (
        """
        types:
          A: {xml: {reference: true}, fields: {}}
          B: {extends: A, xml: {reference: false}, fields: {}}
          C: {fields: {}}
          D: {extends: C, xml: {reference: true}, fields: {}}
        """,
        [
            "e.yaml:3:36: the IsReference setting for type 'B' is 'False', but the same setting for its parent class 'A' is 'True'; "
            "derived types must have the same value for IsReference as the base type; leave reference out: it is inherited",
            "e.yaml:5:36: the IsReference setting for type 'D' is 'True', but the same setting for its parent class 'C' is 'False'; "
            "derived types must have the same value for IsReference as the base type; leave reference out: it is inherited",
        ],
    ),
    "value_types": (
        """
        types:
          A: {xml: {value_type: true, reference: true}, fields: {}}
          B: {fields: {}}
          C: {extends: B, xml: {value_type: true}, fields: {}}
          S: {xml: {value_type: true}, fields: {}}
          D: {extends: S, fields: {}}
        """,
        [
            "e.yaml:2:42: value type 'A' cannot have the IsReference setting of 'True'; a class is expected; change reference to false, or leave it out",
            "e.yaml:4:16: the value type 'C' extends 'B'; a struct of .NET has no base",
            "e.yaml:6:16: 'D' extends the value type 'S'; nothing derives from a struct of .NET",
        ],
    ),
    "value_type_in_itself": (
        """
        types:
          A: {xml: {value_type: true}, fields: {a: B}}
          B: {xml: {value_type: true}, fields: {a: A}}
        """,
        [
            "e.yaml:2:3: a value of 'A' would have no end: 'a' is always there and never null; an object holds itself through a list, a member that may be absent, or one that may be null",
            "e.yaml:3:3: a value of 'B' would have no end: 'a' is always there and never null; an object holds itself through a list, a member that may be absent, or one that may be null",
        ],
    ),
    "required_and_reference": (
        """
        types:
          A: {xml: {reference: true}, fields: {a: {type: int32, xml: {required: true, emit_default: false}}}}
          B: {extends: A, fields: {b: {type: int32, xml: {required: true}}, c: {type: int32, xml: {required: false}}}}
          C: {fields: {b: {type: int32, xml: {required: true, emit_default: false}}}}
        """,
        [
            "e.yaml:2:73: 'A.a' has the IsRequired setting of 'True', and 'A' the IsReference setting of 'True'; set IsRequired to false, or disable IsReference",
            "e.yaml:3:61: 'B.b' has the IsRequired setting of 'True', and 'B' the IsReference setting of 'True'; set IsRequired to false, or disable IsReference",
        ],
    ),
    "known_types": (
        """
        types:
          A: {xml: {known_types: [Nothing, 'list[A] | None', 'G[A, A]', int]}, fields: {}}
          G[T]: {xml: {known_types: [T, 'list[Missing]']}, fields: {}}
          E: {enum: [a], xml: {known_types: [A], reference: true}}
        """,
        [
            "e.yaml:2:27: there is no type 'Nothing'; a built-in type is expected, or one that a file of this API declares",
            "e.yaml:2:37: the known type 'list[A] | None' may be null; a type without | None is expected",
            "e.yaml:2:55: 'G' with 2 type arguments; 'G[T]' is declared",
            "e.yaml:3:39: there is no type 'Missing'; a built-in type is expected, or one that a file of this API declares",
            "e.yaml:4:37: known_types means nothing here; it is not for enums",
            "e.yaml:4:53: reference means nothing here; it is not for enums",
        ],
    ),
    "known_types_of_one_name": (
        """
        types:
          A: {xml: {known_types: ['G[int32]', 'G[str]', 'H[int32]', 'H[str]', 'G[int32]', 'list[str]', 'H[Name]']}, fields: {}}
          Name: {type: str}
          G[T]: {xml: {name: Foo}, fields: {}}
          H[T]: {fields: {}}
        """,
        [
            "e.yaml:2:40: type 'G[str]' cannot be added to list of known types since another type 'G[int32]' with the same data contract name 'Foo' is already present",
        ],
    ),
    "roots": (
        """
        types:
          A: {xml: {root: {name: My Root}}, fields: {}}
          L: {type: 'list[A]', xml: {root: {name: 'a:b', namespace: 'any text'}}}
          S: {type: str, xml: {root: {name: 1a}, known_types: [A]}}
          B: {type: A, xml: {root: {name: b}}}
        """,
        [
            "e.yaml:2:26: the root element cannot be 'My Root': it has an invalid name character; an XML name without colons and spaces is expected; .NET does not encode the name of a root",
            "e.yaml:3:43: the root element cannot be 'a:b': it has an invalid name character; an XML name without colons and spaces is expected; .NET does not encode the name of a root",
            "e.yaml:4:37: the root element cannot be '1a': it has an invalid name character; an XML name without colons and spaces is expected; .NET does not encode the name of a root",
            "e.yaml:4:55: known_types means nothing here; a named scalar has no XML name of its own",
            "e.yaml:5:28: root means nothing here; say it with the type that the alias stands for",
        ],
    ),
    "key_and_value_of_one_name": (
        """
        types:
          D: {type: 'dict[str, int32]', xml: {key_name: Value}}
          E: {type: 'dict[str, int32]', xml: {key_name: N, value_name: N}}
          F: {type: 'dict[str, int32]', xml: {key_name: Value, value_name: Key}}
        """,
        [
            "e.yaml:2:49: 'D' specifies the same value 'Value' for both the KeyName and the ValueName; two names, or .NET refuses the collection",
            "e.yaml:3:64: 'E' specifies the same value 'N' for both the KeyName and the ValueName; two names, or .NET refuses the collection",
        ],
    ),
    "generic_parameters": (
        """
        types:
          G[A]: {xml: {generic_parameters: [1, 1]}, fields: {}}
          T: {fields: {g: 'G[int32]'}}
        """,
        [
            "e.yaml:2:36: generic_parameters add up to 2, and 'G' has 1 type variables; the type variables of the type and of those it is nested in",
        ],
    ),
    "braces": (
        """
        types:
          G[A]: {xml: {name: '{0'}, fields: {}}
          L[A]: {type: 'list[A]', xml: {name: '{A}'}}
          T: {fields: {g: 'G[int32]', l: 'L[int32]'}}
        """,
        [
            "e.yaml:2:22: the XML name '{0' has a curly brace '{' that is not matched with a closing curly brace; {0}, {1}, … and {#} can stand in it",
            "e.yaml:3:39: the XML name '{A}' has curly braces with 'A' inside: a number between 0 and 0 or # is expected; {0}, {1}, … and {#} can stand in it",
        ],
    ),
    "members": (
        """
        types:
          T:
            fields:
              a: {type: int32, xml: {get_only: true}}
              b: {type: str, xml: {initial: [a]}}
              c: {type: int32, xml: {initial: x}}
              d: {type: 'list[int8]', xml: {initial: [1, 300]}}
              e: {type: 'dict[str, str]', xml: {initial: [1]}}
              f: {type: E, xml: {initial: 7}}
          E: {enum: {Red: 0}}
        """,
        [
            "e.yaml:4:40: no set method for property 'a': it is no collection; get_only is for lists and dictionaries",
            "e.yaml:5:37: the initial value of 'b' is a list; a list is for lists, and an empty one for dictionaries",
            "e.yaml:6:39: the initial value of 'c': 'x' is not a number; int32 is expected",
            "e.yaml:7:50: the initial value of 'd': 300 is outside int8; -128 to 127",
            "e.yaml:8:50: the initial value of 'e' is a list; a list is for lists, and an empty one for dictionaries",
            "e.yaml:9:35: the initial value of 'f': 7 is not a value of the enum; one of 0",
        ],
    ),
    "inherited": (
        """
        types:
          A: {fields: {a: int32}}
          B: {extends: A, fields: {a: {type: int32, xml: {order: 3}}}}
        """,
        [
            "e.yaml:3:28: 'a' is inherited already, from 'A'; a member is declared once; leave it out if it overrides that one "
            "(.NET writes it where it was declared first); if it hides that one, call it otherwise and set xml: {name: …}",
        ],
    ),
    "flags": (
        """
        types:
          A: {enum: [a, b], flags: true}
          B: {enum: {Red: 1}, flags: true, closed: true}
          C: {enum: {Red: 1}, flags: true, base: str}
        """,
        [
            "e.yaml:2:28: the flags of 'A' are text in JSON; integers are expected, which combine with |; write enum: {Name: <number>, …}",
            "e.yaml:3:30: the flags 'B' are closed; flags have more values than those that are named: their combinations; leave closed out",
            "e.yaml:4:30: the flags of 'C' are text in JSON; integers are expected, which combine with |; write enum: {Name: <number>, …}",
        ],
    ),
    "collections": (
        """
        types:
          L: {type: 'list[int32]', xml: {value_type: true, extensible: true, key_name: k}}
          D: {type: 'dict[int32, str]', xml: {name: L}}
        """,
        [
            "e.yaml:2:46: value_type means nothing here; it is for objects",
            "e.yaml:2:64: extensible means nothing here; it is for objects",
            "e.yaml:2:80: key_name means nothing here; a list has no keys: .NET refuses it for a type that is not IDictionary",
            "e.yaml:3:3: 'D' and 'L' have the same XML name 'L'; types of one namespace have different XML names; set xml: {name: …} or {clr_namespace: …} for one of them",
        ],
    ),
    "json_of_qnames": (
        """
        operations:
          a: {get: /a, query: {q: qname, c: char, d: datetimeoffset}, returns: {204: }}
        """,
        [
            "e.yaml:2:27: the query parameter 'q' is more than a single value; a scalar other than any and qname, an enum, or a list of them is expected",
        ],
    ),
    "examples": (
        """
        types:
          A:
            fields:
              a: {type: char, examples: [x, xy, '']}
              b: {type: qname, examples: [a, '{urn:x}a', 'a b']}
              c: {type: datetimeoffset, examples: ['2024-01-31T12:00:00+01:00', '2024-01-31T12:00:00']}
        """,
        [
            "e.yaml:4:37: the example of 'a': 'xy' is not one character; char is expected",
            "e.yaml:4:41: the example of 'a': '' is not one character; char is expected",
            "e.yaml:5:50: the example of 'b': 'a b' is not an XML name such as {urn:x}name; qname is expected",
            "e.yaml:6:73: the example of 'c': '2024-01-31T12:00:00' is not a date and time such as 2024-01-31T12:00:00+01:00; datetimeoffset is expected",
        ],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(lines: Lines, name: str) -> None:
    spec, expected = MISTAKES[name]
    assert lines(textwrap.dedent(spec)[1:], DATACONTRACT) == expected


def test_what_only_data_contracts_have(lines: Lines) -> None:
    spec = """
        types:
          A: {xml: {value_type: true, extensible: true}, fields: {a: {type: 'list[int]', xml: {get_only: true, initial: []}}}}
          L: {type: 'list[A]', xml: {known_types: [A]}}
        """
    found = lines(textwrap.dedent(spec)[1:], PLAIN.replace("plain", "plain, floats: core, known_types: [A]"))
    keys = ["floats", "known_types", "value_type", "extensible", "get_only", "initial", "known_types"]
    assert [line.partition(": ")[2] for line in found] == [
        f"{key} is part of .NET's data contracts; dialect: datacontract is expected in api.yaml"
        for key in keys
    ]


def test_pairs_are_of_the_datacontract_dialect(lines: Lines) -> None:
    assert lines("types: {A: {fields: {a: 'KeyValuePair[str, str]'}}}", PLAIN) == [
        "e.yaml:1:26: there is no type 'KeyValuePair'; a built-in type is expected, or one that a file of this API declares"
    ]


def test_names_in_the_plain_dialect_are_not_encoded(lines: Lines) -> None:
    spec = "types: {A: {xml: {name: 'a b'}, fields: {'1': {type: 'list[int]', python: a, xml: {item_name: 'x:y'}}}}}"
    assert lines(spec, PLAIN) == [
        "e.yaml:1:25: 'a b' is not an XML name; a name without colons and spaces is expected",
        "e.yaml:1:42: '1' is not an XML name; a name without colons and spaces is expected",
        "e.yaml:1:95: 'x:y' is not an XML name; a name without colons and spaces is expected",
    ]


def test_bodies_in_json_where_the_api_has_none(lines: Lines) -> None:
    spec = "operations: {a: {get: /a, returns: {200: {type: str, media: [application/json, text/xml]}}}}"
    assert lines(spec, DATACONTRACT + "formats: [xml]\n") == [
        "e.yaml:1:62: 'application/json' is JSON, and the API has none; add json to formats"
    ]
