"""Objects, their members and types as .NET reads them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.dotnet.peer import DECLARED, read_bytes, refused, schema_of, value_of
from tests.unit.dotnet.typed_objects import ABC, COLOUR, FLAGS, INTS, KEYED, REQUIRED, Colour, holding
from tests.unit.runtime.xml.shapes import ANY, INT, STR, N, member, object_type
from wiresmith.description import (
    ListType,
    Nullable,
    QName,
    Ref,
    Scalar,
    Type,
)
from wiresmith.values.namespaces import SERIALIZATION, XS
from wiresmith.values.typed import Typed

# --- members ---


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("<A>1</A><B>b</B><C>3</C>", (1, "b", 3)),
        ("<C>3</C><A>1</A><B>b</B>", (0, None, 3)),
        ("<A>1</A><A>2</A><B>b</B><C>3</C>", (1, "b", 3)),
        ("<A>1</A><C>3</C><B>b</B>", (1, None, 3)),
        ("<Q/><B>b</B><Q><A>9</A></Q><C>3</C>", (0, "b", 3)),
        ("<A xmlns='urn:other'>1</A><b>b</b>", (0, None, 0)),
        (" <!-- c --> <A>1</A> ", (1, None, 0)),
        ("<Q>&#0;</Q>", (0, None, 0)),
        ("", (0, None, 0)),
    ],
)
def test_members_are_matched_forward_only(content: str, values: tuple[Any, ...]) -> None:
    got = value_of(content, ABC)
    assert (got.a, got.b, got.c) == values
    assert got._undeclared is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<B>b</B><C>c</C>", "element A"),
        ("<A>1</A><B>b</B>", "element C"),
        ("<A>1</A>", "element B | C"),
        ("<C>c</C><A>1</A>", "element A"),
        ("", "element A"),
    ],
)
def test_required_members(content: str, expected: str) -> None:
    finding = refused(content, REQUIRED)
    assert (finding.code, finding.expected) == ("missing-member", expected)


def test_null_satisfies_a_requirement() -> None:
    assert value_of("<A>1</A><C i:nil='true'/>", REQUIRED).c is None


def test_text_beside_members_is_refused() -> None:
    assert refused("junk<A>1</A>", ABC).code == "stray-text"
    assert refused("<A>1</A>&#65;", ABC).code == "stray-text"
    assert value_of("&#32;<A>1</A><![CDATA[ ]]>", ABC).a == 1
    assert refused("<![CDATA[ ]]><A>1</A>", ABC, parser="xmlreader").code == "stray-text"


def test_members_of_the_same_name_at_two_levels() -> None:
    base = object_type("Base", member("X", INT, attribute="x"))
    derived = object_type("T", member("X", INT, attribute="x"), member("X", INT, attribute="x_"), base="Base")
    got = value_of("<X>1</X><X>2</X>", derived, base)
    assert (got.x, got.x_) == (1, 2)


def test_missing_members_have_their_default() -> None:
    point = object_type("Point", member("X", INT), member("N", STR), value_type=True)
    kinds: dict[str, Any] = {
        "bool": False, "char": "\0", "float32": 0.0, "decimal": Decimal(0), "str": None, "uri": None,
        "bytes": None,
        "qname": None, "any": None, "uint8": 0,
    }  # fmt: skip
    members = [member(kind.upper(), Scalar(kind=kind)) for kind in kinds]
    declared = object_type(
        "T", *members, member("P", Ref("Point")), member("L", INTS), member("E", Ref("Colour")),
        member("W", Scalar(kind="datetime")), member("O", Scalar(kind="datetimeoffset")),
        member("D", Scalar(kind="timedelta")), member("G", Scalar(kind="uuid")),
        member("H", Nullable(Ref("Colour"))),
    )  # fmt: skip
    got = value_of("", declared, point, COLOUR)
    assert {kind: getattr(got, kind) for kind in kinds} == kinds
    assert (got.p.x, got.p.n, got.l, got.e, got.h) == (0, None, None, Colour.RED, None)
    assert (got.w.text, got.d.text) == ("0001-01-01T00:00:00", "PT0S")
    assert (got.o.text, got.g) == ("0001-01-01T00:00:00+00:00", "00000000-0000-0000-0000-000000000000")


def test_what_a_constructor_gives_stays_where_the_element_is_missing() -> None:
    declared = object_type(
        "T",
        member("A", INT, xml_initial=7),
        member("L", Nullable(INTS), xml_initial=(9,)),
        member("R", INTS, xml_initial=(8,), xml_get_only=True),
        member("E", Ref("Colour"), xml_initial=4),
    )
    got = value_of("", declared, COLOUR)
    assert (got.a, got.l, got.r, got.e) == (7, [9], [8], Colour.BLUE)
    got = value_of("<L><a:int>1</a:int></L><R><a:int>2</a:int><x/><a:int>3</a:int></R>", declared, COLOUR)
    assert (got.l, got.r) == ([1], [8, 2, 3])
    assert value_of("<R i:nil='true'/>", declared, COLOUR).r == [8]
    assert value_of("<R/>", declared, COLOUR).r == [8]
    assert value_of("", declared, COLOUR).r is not value_of("", declared, COLOUR).r
    assert refused("<R><x/></R>", declared, COLOUR).code == "unexpected-element"
    assert refused("<R z:Ref='1'/>", declared, COLOUR).code == "unknown-reference"


def test_a_collection_without_a_setter_has_to_be_there() -> None:
    declared = object_type(
        "T", member("R", INTS, xml_get_only=True), member("D", KEYED, xml_get_only=True, xml_initial=())
    )
    assert value_of("<R/>", declared).r is None
    assert "is null" in str(refused("<R><a:int>2</a:int></R>", declared))
    entry = "<a:Entry><a:Key>k</a:Key><a:Value i:type='x:int'>1</a:Value></a:Entry>"
    assert value_of(f"<D>{entry}</D>", declared).d == {"k": 1}


# --- the root ---


def test_the_name_of_the_root() -> None:
    schema = schema_of(ABC)
    wrong = f'<U xmlns="{N}"><A>1</A></U>'.encode()
    value, finding = read_bytes(wrong, Ref("T"), schema)
    assert value is None
    assert finding is not None
    assert finding.code == "wrong-root"
    assert f'element "T" from namespace "{N}"' in finding.expected
    assert read_bytes(wrong, Ref("T"), schema, verify_root=False)[0].a == 1
    anything = f'<z:anyType xmlns:z="{SERIALIZATION}"/>'.encode()
    assert read_bytes(anything, Ref("T"), schema)[0].a == 0


def test_a_root_may_be_called_like_its_base_but_not_if_it_was_given_a_name() -> None:
    base = object_type("Base", member("X", INT))
    derived = object_type("T", member("X", INT), base="Base")
    document = f'<Base xmlns="{N}"><X>1</X></Base>'.encode()
    assert read_bytes(document, Ref("T"), schema_of(derived, base))[0].x == 1
    named = object_type("T", member("X", INT), base="Base", contract=QName("Contract", N))
    assert read_bytes(document, Ref("T"), schema_of(named, base))[1] is not None


def test_roots_that_are_null() -> None:
    assert value_of("<A>1</A>", ABC, attributes="i:nil='1'") is None
    assert value_of("<A>1</A>", ABC, attributes="i:nil='false'").a == 1


@pytest.mark.parametrize(
    ("type_", "name", "attributes", "content", "value"),
    [
        (INT, "int", "", "5", 5),
        (Nullable(INT), "int", "i:nil='true'", "", None),
        (STR, "string", "i:nil='true'", "x", None),
        (Scalar(kind="str"), "string", "i:type='x:int'", "x", "x"),
        (Nullable(ANY), "anyType", "i:type='x:int'", "5", 5),
        (ANY, "anyType", "", "", Typed("any", None)),
        (Scalar(kind="qname"), "QName", "i:nil='1'", "", None),
        (INTS, "a:ArrayOfint", "", "<a:int>1</a:int>", [1]),
    ],
)
def test_roots_of_other_types(type_: Type, name: str, attributes: str, content: str, value: object) -> None:
    declared = DECLARED.replace(f'xmlns="{N}"', f'xmlns="{SERIALIZATION}"')
    document = f"<{name} {declared} {attributes}>{content}</{name}>"
    got, finding = read_bytes(document.encode(), type_, schema_of())
    assert finding is None, str(finding)
    assert got == value


def test_a_primitive_root_knows_no_references() -> None:
    document = f"<string xmlns='{SERIALIZATION}' xmlns:z='{SERIALIZATION}' z:Ref='1'/>".encode()
    _, finding = read_bytes(document, STR, schema_of())
    assert finding is not None
    assert finding.code == "unknown-reference"


def test_a_primitive_type_at_the_root_is_obeyed() -> None:
    assert value_of("1", ABC, attributes="i:type='x:int'") == Typed("int32", 1)
    assert value_of("1", ABC, attributes="i:type='x:long'") == Typed("int64", 1)


# --- types ---

BASE = object_type("Base", member("X", INT), known=(Ref("Derived"),))
DERIVED = object_type("Derived", member("X", INT), member("Y", INT), base="Base")
OTHER = object_type("Other", member("Q", INT))


def test_types_that_are_known() -> None:
    declared = holding(Nullable(Ref("Base")))
    got = value_of("<A i:type='Derived'><X>1</X><Y>2</Y></A>", declared, BASE, DERIVED).a
    assert (type(got), got.x, got.y) == (DERIVED.cls, 1, 2)
    assert type(value_of("<A i:type='Base'/>", declared, BASE, DERIVED).a) is BASE.cls
    assert type(value_of("<A i:type=''/>", declared, BASE, DERIVED).a) is BASE.cls


@pytest.mark.parametrize("name", ["Other", " Derived ", "q:Derived", "x:guid", "z:int", "a:ArrayOfint"])
def test_types_that_are_not_known(name: str) -> None:
    finding = refused(f"<A i:type='{name}'/>", holding(Nullable(Ref("Base"))), BASE, DERIVED, OTHER)
    assert finding.code == "unknown-type"
    assert "maps to no known type" in finding.message


def test_known_types_of_what_is_around_and_of_the_api() -> None:
    inner = object_type("Inner", member("A", Nullable(ANY)))
    outer = object_type(
        "T", member("I", Nullable(Ref("Inner"))), member("J", Nullable(ANY)), known=(Ref("Other"),)
    )
    content = "<I><A i:type='Other'><Q>1</Q></A></I>"
    assert value_of(content, outer, inner, OTHER).i.a.q == 1
    plain = object_type("T", member("I", Nullable(Ref("Inner"))))
    assert refused(content, plain, inner, OTHER).code == "unknown-type"
    assert value_of(content, plain, schema=schema_of(plain, inner, OTHER, known=(Ref("Other"),))).i.a.q == 1
    # Out of scope again behind the member that brought it in.
    knowing = object_type("Inner", member("A", Nullable(ANY)), known=(Ref("Other"),))
    outer = object_type("T", member("I", Nullable(Ref("Inner"))), member("J", Nullable(ANY)))
    assert refused("<I/><J i:type='Other'/>", outer, knowing, OTHER).code == "unknown-type"


def test_the_contract_of_the_root_is_known_down_to_its_items() -> None:
    item = object_type("Item", member("A", Nullable(ANY)))
    lists = ListType(Nullable(Ref("Item")), root=QName("ArrayOfItem", N), item_name=QName("Item", N))
    document = (
        f'<ArrayOfItem xmlns="{N}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">'
        '<Item><A i:type="Item"/></Item></ArrayOfItem>'
    )
    got, finding = read_bytes(document.encode(), lists, schema_of(item))
    assert finding is None
    assert type(got[0].a) is item.cls


def test_a_value_of_another_type_cannot_be_cast() -> None:
    declared = holding(Nullable(Ref("Base")))
    assert refused("<A i:type='x:int'>1</A>", declared, BASE, DERIVED).code == "wrong-type"
    assert refused("<A i:type='x:anyType'/>", declared, BASE, DERIVED).code == "wrong-type"
    assert refused("<A i:type='x:int'>1</A>", holding(INTS)).code == "wrong-type"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("x:int", "1", 1), ("x:long", "1", Typed("int64", 1)), ("x:long", "99999999999", 99999999999),
        ("x:integer", "+5", Typed("int64", 5)), ("x:byte", "1", Typed("int8", 1)), ("x:string", "s", "s"),
        ("x:date", "2020-01-02", "2020-01-02"), ("x:NMTOKENS", "a b", "a b"), ("x:boolean", "1", True),
        ("x:float", "0.1", Typed("float32", 0.1)), ("x:double", "0.1", 0.1),
        ("z:char", "65", Typed("char", "A")),
        ("x:anyURI", "u", Typed("uri", "u")), ("x:QName", "x:n", QName("n", XS)),
        ("x:base64Binary", "AQID", b"\1\2\3"),
        ("z:guid", "00112233445566778899aabbccddeeff", Typed("uuid", "00112233-4455-6677-8899-aabbccddeeff")),
        ("x:anyType", " ", Typed("any", None)), ("x:unsignedLong", "1", Typed("uint64", 1)),
    ],
)  # fmt: skip
def test_built_in_types(name: str, text: str, value: object) -> None:
    assert value_of(f"<A i:type='{name}'>{text}</A>", holding(Nullable(ANY))).a == value


def test_an_object_without_a_type_has_no_content() -> None:
    declared = holding(Nullable(ANY))
    assert value_of("<A><!-- c --> </A>", declared).a == Typed("any", None)
    assert value_of("<A i:nil='1' i:type='nope'/>", declared).a is None
    assert "cannot have content" in str(refused("<A>text</A>", declared))
    assert "cannot have content" in str(refused("<A><foo/></A>", declared))


def test_collections_and_enums_in_an_object_say_their_type() -> None:
    declared = holding(
        Nullable(ANY), known=(INTS, Ref("Colour"), Ref("Flags"), Scalar(kind="datetimeoffset"))
    )
    assert value_of("<A i:type='a:ArrayOfint'><a:int>1</a:int></A>", declared, COLOUR, FLAGS).a == Typed(
        "list[int32]", [1]
    )
    assert value_of("<A i:type='Colour'>Blue</A>", declared, COLOUR, FLAGS).a is Colour.BLUE
    assert value_of("<A i:type='Flags'>A B</A>", declared, COLOUR, FLAGS).a == Typed("Flags", 5)
    moment = (
        "<A i:type='s:DateTimeOffset'><s:DateTime>2020-01-01</s:DateTime>"
        "<s:OffsetMinutes>0</s:OffsetMinutes></A>"
    )
    assert value_of(moment, declared, COLOUR, FLAGS).a.type == "datetimeoffset"
