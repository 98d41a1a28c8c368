"""Data contracts under attack: references, types, prefixes and unknown elements made to cost time, or to be
what they are not.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.hostile.bounded import SECONDS
from tests.unit.runtime.xml.shapes import (
    ANY,
    ANYS,
    INT,
    STR,
    codes,
    dict_type,
    document,
    member,
    object_type,
    reading,
    schema_of,
)
from wiresmith.description import Nullable, Ref, Scalar
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.model import Model
from wiresmith.values.typed import Typed

NODE = object_type("Node", member("L", Nullable(Ref("Node"))), member("R", Nullable(ANY)), reference=True)
NAME = Scalar(kind="qname")
T = object_type(
    "T", member("V", Nullable(ANY)), member("O", Nullable(ANYS)), member("N", Nullable(Ref("Node"))),
    member("Q", Nullable(NAME)), member("S", STR),
    known=(Ref("Node"), Ref("T"), ANYS),
)  # fmt: skip
SCHEMA = schema_of(T, NODE)
ENTRIES = dict_type(ANY, Nullable(INT), "E", pairs=True)
NIL = ' i:nil="true"/>'


def timed(content: str, limits: Limits | None = None, attributes: str = "") -> tuple[Any, list[Finding]]:
    """Read a document whose members are these, in bounded time, whatever comes of it."""
    data = document(content, attributes=attributes).encode()
    start = time.process_time()
    value, findings = reading(SCHEMA, data, limits=limits)
    assert time.process_time() - start < SECONDS
    assert len(findings) <= 2002
    assert all(len(str(finding)) < 1000 for finding in findings)
    assert (value is None) == any(finding.severity == "error" for finding in findings)
    return value, findings


def found(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


# --- references ---


def test_a_reference_bomb_is_as_small_as_its_document() -> None:
    """Each level holds the one before it twice; Model, which emitted classes extend, compares them in linear
    time.
    """
    content = f"<L{NIL}<R{NIL}"
    for number in range(100):
        content = f'<L z:Id="{number}">{content}</L><R z:Ref="{number}"/>'
    value, findings = timed(f"<N>{content}</N>", Limits(depth=200))
    node, levels = value.n, 0
    while node.l is not None:
        assert node.l is node.r
        node, levels = node.l, levels + 1
    assert levels == 100
    assert "error" not in {finding.severity for finding in findings}


def test_equality_of_a_reference_bomb() -> None:
    class Pair(Model):
        __dataclass_fields__ = object_type(
            "Pair", member("L", ANY), member("R", ANY)
        ).cls.__dataclass_fields__

        def __init__(self, left: Any, right: Any) -> None:
            self.l, self.r, self._undeclared = left, right, None

    def bomb() -> Pair:
        pair = Pair(None, None)
        for _ in range(200):
            pair = Pair(pair, pair)
        return pair

    assert bomb() == bomb()


def test_many_references_to_one_object() -> None:
    content = (
        f'<O><a:anyType z:Id="i" i:type="Node"><L{NIL}<R{NIL}</a:anyType>' + '<a:anyType z:Ref="i"/>' * 50_000
    )
    value, _ = timed(f"{content}</O>")
    assert len({id(item) for item in value.o}) == 1


def test_many_identities() -> None:
    content = "".join(
        f'<a:anyType z:Id="{n}" i:type="Node"><L{NIL}<R{NIL}</a:anyType>' for n in range(20_000)
    )
    value, _ = timed(f"<O>{content}</O>")
    assert len(value.o) == 20_000


def test_many_references_that_mean_nothing() -> None:
    _, findings = timed("<O>" + '<a:anyType z:Ref="i"/>' * 50_000 + "</O>")
    assert found(findings) == {"unknown-reference", "more-findings"}


def test_one_identity_many_times() -> None:
    item = f'<a:anyType z:Id="i" i:type="Node"><L{NIL}<R{NIL}</a:anyType>'
    _, findings = timed(f"<O>{item * 20_000}</O>")
    assert {"duplicate-id", "more-findings"} <= found(findings)


def test_a_chain_of_references_as_long_as_the_document() -> None:
    """Each object refers to the one before it: nothing nests in the document, everything does in memory."""
    items = [f'<a:anyType z:Id="0" i:type="Node"><L{NIL}<R{NIL}</a:anyType>']
    items += [
        f'<a:anyType z:Id="{n}" i:type="Node"><L z:Ref="{n - 1}"/><R{NIL}</a:anyType>'
        for n in range(1, 10_000)
    ]
    value, _ = timed(f"<O>{''.join(items)}</O>")
    node, length = value.o[-1], 0
    while node is not None:
        node, length = node.l, length + 1
    assert length == 10_000


@pytest.mark.parametrize(
    "reference", ["z:Ref='i'", "z:Ref='i' i:nil='true'", "z:Ref='i' i:type='Node'", "z:Id='j' z:Ref='i'"]
)
def test_references_to_what_is_still_open(reference: str) -> None:
    value, _ = timed(f'<N z:Id="i"><L {reference}/><R {reference}/></N>')
    assert value.n.l is value.n.r is value.n


# --- types and prefixes ---


@pytest.mark.parametrize(
    "said",
    ["x:int", "Node", "a:ArrayOfanyType", "Nope", "q:T", ":", "x:", "i:i:i", "T T", "&#1;", "x" * 5000,
    "z:Ref", "xml:int", "x:anyType"],
)  # fmt: skip
@pytest.mark.parametrize("member_name", ["V", "N", "S", "O"])
@pytest.mark.parametrize("content", ["", "1", "<X/>", "<V/>", "x<V/>"])
def test_forged_types(member_name: str, said: str, content: str) -> None:
    timed(f'<{member_name} i:type="{said}">{content}</{member_name}>')


def test_a_type_inside_itself_as_deep_as_it_goes() -> None:
    levels = 100_000
    _, findings = timed('<V i:type="T">' * levels + "</V>" * levels)
    assert found(findings) == {"too-deep"}
    value, findings = timed('<V i:type="T">' * 100 + "</V>" * 100)
    assert "error" not in {finding.severity for finding in findings}
    assert value is not None


def test_lists_inside_lists_as_deep_as_they_go() -> None:
    opening = '<a:anyType i:type="a:ArrayOfanyType">'
    _, findings = timed(f"<O>{opening * 5_000}{'</a:anyType>' * 5_000}</O>")
    assert found(findings) == {"too-deep"}
    value, _ = timed(f"<O>{opening * 100}{'</a:anyType>' * 100}</O>")
    depth, item = 0, value.o
    while item:
        assert isinstance(item[0], Typed)
        depth, item = depth + 1, item[0].value
    assert depth == 100


def test_many_declarations_in_scope_of_many_names() -> None:
    """A QName is text: no attribute tells that its prefix will be looked up."""
    declarations = "".join(f' xmlns:p{n}="urn:{n}"' for n in range(20_000))
    schema = schema_of(object_type("T", member("O", Nullable(ANYS))))
    items = '<a:anyType i:type="x:QName">p1:a</a:anyType>' * 20_000
    start = time.process_time()
    value, findings = reading(schema, document(f"<O>{items}</O>", attributes=declarations))
    assert time.process_time() - start < SECONDS
    assert value is None
    assert found(findings) <= {"too-many-namespaces", "more-findings"}
    names = dict_type(NAME, INT, "E")
    schema = schema_of(object_type("T", member("O", names)))
    entries = "".join(f"<a:E><a:Key>p1:a{n}</a:Key><a:Value>1</a:Value></a:E>" for n in range(20_000))
    value, findings = reading(schema, document(f"<O>{entries}</O>", attributes=declarations))
    assert time.process_time() - start < 2 * SECONDS
    assert found(findings) <= {"too-many-namespaces", "more-findings"}
    assert value is None


def test_prefixes_that_change_their_meaning_at_every_element() -> None:
    items = "".join(
        f'<a:anyType xmlns:p="urn:{n}" i:type="p:T"/><p:anyType '
        f'xmlns:p="{ANYS.item_name and ANYS.item_name.namespace}" i:type="x:int">1</p:anyType>'
        for n in range(5_000)
    )
    value, findings = timed(f"<O>{items}</O>")
    assert found(findings) == {"unknown-type", "more-findings"}
    assert value.o[1::2] == [1] * 5_000


@pytest.mark.parametrize(
    "attribute",
    [
        'xmlns:i="urn:i" i:nil="true"', 'xmlns:z="urn:z" z:Id="1"', 'nil="true"', 'type="x:int"',
        'x:type="x:int"', 'a:nil="true"', 'z:nil="1"',
    ],
)  # fmt: skip
def test_attributes_that_look_like_known_ones(attribute: str) -> None:
    value, findings = timed(f"<V{NIL}<O{NIL}<N{NIL}<Q{NIL}<S {attribute}>text</S>")
    assert value.s == "text"
    assert codes(findings) == [("warning", "unknown-attribute", "/T/S")]


# --- unknown elements ---


@pytest.mark.parametrize(
    "inner",
    ["<x/>", "<x></x>", "<x>1</x>", '<x b="1"/>', "<x><y/></x>", "<x>\n<y/>\n</x>", '<x i:nil="true"/>',
    "<S/>", "<q:x xmlns:q='urn:q'/>"],
)  # fmt: skip
def test_many_tiny_unknown_elements(inner: str) -> None:
    """Time grows with their number: ten times as many take about ten times as long."""
    seconds: list[float] = []
    for count in (5_000, 50_000):
        start = time.process_time()
        value, findings = timed(inner * count)
        seconds.append(time.process_time() - start)
        assert "error" not in {finding.severity for finding in findings}
        assert len(value._undeclared.unknown_xml) >= count - 1
    assert seconds[1] < 40 * max(seconds[0], 0.01)


def test_one_unknown_element_with_millions_inside_is_told_from_its_neighbours() -> None:
    value, _ = timed(f"<x>{'<y/>' * 200_000}<z/></x>")
    ((_, kept),) = value._undeclared.unknown_xml
    assert len(kept.content) == 200_001
    assert kept.content[0] is kept.content[1]
    assert kept.content[-1] != kept.content[0]


def test_deep_unknown_elements() -> None:
    _, findings = timed("<x>" * 100_000 + "</x>" * 100_000)
    assert found(findings) == {"too-deep"}


# --- texts ---


@pytest.mark.parametrize("content", ["x<y/>z", "<![CDATA[x]]><y/>", "&#32;<y/>&#160;", "<y/>x", "&#1;<y/>"])
@pytest.mark.parametrize("member_name", ["O", "N", "Q", "S"])
def test_mixed_content(member_name: str, content: str) -> None:
    value, findings = timed(f"<{member_name}>{content}</{member_name}>")
    assert value is None
    assert found(findings) & {"stray-text", "unexpected-element", "unknown-element"} or member_name == "N"


def test_mixed_content_that_is_unknown_is_kept() -> None:
    value, _ = timed("<x>a<y/>b<!-- c -->c<![CDATA[<d/>]]></x>")
    ((_, kept),) = value._undeclared.unknown_xml
    assert (kept.content[0], kept.content[2]) == ("a", "bc<d/>")


def test_huge_texts_everywhere() -> None:
    huge = "x" * 3_000_000
    for content in (f"<S>{huge}</S>", f"<Q>{huge}</Q>", f"<x>{huge}</x>", f'<V i:type="x:int">{huge}</V>',
    f"<V>{huge}</V>",
                    f'<V i:type="{huge}"/>', f'<N z:Ref="{huge}"/>', f'<N z:Id="{huge}"/>',
                    f"<O>{huge}</O>"):  # fmt: skip
        timed(content)
        _, findings = timed(content, Limits(text=1_000_000))
        assert found(findings) == {"text-too-long"}


def test_many_keys_of_any_type() -> None:
    schema = schema_of(object_type("T", member("E", ENTRIES)))
    entries = "".join(
        f'<a:E><a:Key i:type="x:int">{n}</a:Key><a:Value>1</a:Value></a:E>' for n in range(20_000)
    )
    start = time.process_time()
    value, findings = reading(schema, document(f"<E>{entries}</E>"))
    assert findings == []
    assert len(value.e) == 20_000
    assert time.process_time() - start < SECONDS
