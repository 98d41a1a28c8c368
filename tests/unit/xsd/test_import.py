"""Schemas that .NET did not write, or not for us: what they become, what is said about the rest, and what is
refused.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.xsd.canonical import canonical
from tests.unit.xsd.files import imported
from wiresmith.description import EnumType, ObjectType
from wiresmith.failure import XsdError
from wiresmith.xsd.exporting import export_xsd
from wiresmith.xsd.importing import import_xsd
from wiresmith.xsd.reading import MOST_BYTES

pytestmark = pytest.mark.slow

DOTNET = Path(__file__).parents[2] / "data/xsd/dotnet"
HEAD = (
    '<xs:schema xmlns:tns="urn:t" elementFormDefault="qualified" targetNamespace="urn:t" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/">\n'
)


def schema(folder: Path, body: str, name: str = "t.xsd") -> Path:
    file = folder / name
    file.write_text(f"{HEAD}{body}\n</xs:schema>\n", encoding="utf-8")
    return file


def remarks(folder: Path, body: str) -> list[str]:
    file = schema(folder, body)
    return [str(each).removeprefix(f"{file}:") for each in import_xsd([file], "t").remarks]


def sequence(elements: str, name: str = "T") -> str:
    return f'<xs:complexType name="{name}"><xs:sequence>{elements}</xs:sequence></xs:complexType>'


def test_the_files_of_dotnet_come_back(tmp_path: Path) -> None:
    files = sorted(DOTNET.glob("*.xsd"))
    contract, said = imported(files, tmp_path / "depot")
    assert said == []
    ours = dict(canonical(data) for name, data in export_xsd(contract).items() if name != "schema.xsd")
    for file in files:
        namespace, theirs = canonical(file.read_bytes())
        assert ours[namespace] == theirs, file.name


def test_what_the_annotations_say(tmp_path: Path) -> None:
    contract, _ = imported(sorted(DOTNET.glob("*.xsd")), tmp_path / "depot")
    colour = contract.types["Colour"]
    assert isinstance(colour, EnumType)
    assert [(each.xml, each.wire) for each in colour.values] == [
        ("rot & <", 3), ("Green", 1), ("Blue", 2), ("Azure", 2), ("Minus", -4),
    ]  # fmt: skip
    rights = contract.types["Rights"]
    assert isinstance(rights, EnumType)
    assert rights.flags
    page = contract.types["PageOfListOfInt32"]
    assert isinstance(page, ObjectType)
    assert page.generic is not None
    assert page.generic.name == "PageOf{0}{#}"
    base = contract.types["Base"]
    assert isinstance(base, ObjectType)
    assert [each.xml_required for each in base.members if each.wire == "Same"] == [True]
    point = contract.types["Point"]
    node = contract.types["Node"]
    assert isinstance(point, ObjectType)
    assert isinstance(node, ObjectType)
    assert point.value_type
    assert node.reference


def test_the_order_of_elements_is_kept(tmp_path: Path) -> None:
    names = ["B", "C", "A", "b", "a"]
    body = sequence("".join(f'<xs:element minOccurs="0" name="{name}" type="xs:int"/>' for name in names))
    contract, said = imported([schema(tmp_path, body)], tmp_path / "t")
    assert said == []
    declared = contract.types["T"]
    assert isinstance(declared, ObjectType)
    assert [each.wire for each in declared.xml_members] == names


def test_names_that_python_cannot_tell_apart(tmp_path: Path) -> None:
    elements = "".join(
        f'<xs:element minOccurs="0" name="{name}" type="xs:int"/>' for name in ("Foo", "foo", "fOO")
    )
    values = "".join(f'<xs:enumeration value="{text}"/>' for text in ("a b", "a-b", "A_B", "+"))
    enum = (
        f'<xs:simpleType name="int"><xs:restriction base="xs:string">{values}</xs:restriction>'
        "</xs:simpleType>"
    )
    contract, said = imported([schema(tmp_path, sequence(elements) + enum)], tmp_path / "t")
    assert said == []
    assert {each.root.local for each in contract.types.values() if each.root} == {"T", "int"}


def test_a_document_element_of_its_own(tmp_path: Path) -> None:
    body = sequence("") + (
        '<xs:element name="Doc" nillable="true" type="tns:T"/><xs:element name="Number" nillable="true" '
        'type="xs:int"/>'
    )
    contract, said = imported([schema(tmp_path, body)], tmp_path / "t")
    assert said == []
    text = export_xsd(contract)["urn.t.xsd"].decode()
    assert '<xs:element name="Doc" nillable="true" type="tns:T" />' in text
    assert '<xs:element name="Number" nillable="true" type="xs:int" />' in text


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (f'\n{sequence("<xs:any/>")}', 3, "its sequence holds other things than elements"),
        (f'\n{sequence("").replace("sequence", "choice")}', 3, "is a sequence of elements"),
        ('<xs:complexType name="T" mixed="true"><xs:sequence/></xs:complexType>', 2, "it has mixed content"),
        (sequence('\n<xs:element name="a" type="xs:date"/>'), 3,
        "xs:date is read as string, as .NET does it"),
        (sequence('\n<xs:element name="a" type="tns:Gone"/>'), 3, "'Gone' of namespace 'urn:t' is in none"),
        (sequence('\n<xs:element name="a" form="unqualified" type="xs:int"/>'), 3, "'a' is unqualified"),
        (sequence('\n<xs:element name="a" default="1" type="xs:int"/>'), 3, "default of 'a' is left out"),
        (sequence('\n<xs:element name="a" type="xs:int"/><xs:element name="a" type="xs:int"/>'), 3,
        "stands twice"),
        (sequence("").replace("</xs:complexType>",
        '\n<xs:attribute name="b" type="xs:int"/></xs:complexType>'), 3,
         "the attribute 'b' of 'T' is left out"),
        ('\n<xs:group name="g"><xs:sequence/></xs:group>', 3, "Group is no part of data contracts"),
        ('<xs:simpleType name="S">\n<xs:restriction base="xs:string"><xs:maxLength '
            'value="3"/></xs:restriction></xs:simpleType>'
         + sequence('<xs:element name="a" type="tns:S"/>'), 3, "'S' narrows another type"),
        (sequence("").replace('name="T"', 'name="T" ser:Surprise="1"'), 2, "Surprise' means nothing here"),
        (sequence('\n<xs:element name="a" '
            'type="xs:int"><xs:annotation><xs:appinfo><ser:Surrogate/></xs:appinfo></xs:annotation>'
                  "</xs:element>"), 3, "the annotation 'Surrogate' is left out"),
        ('\n<xs:element name="E"><xs:complexType/></xs:element>', 3, "'E' has a type without a name"),
        ('<xs:complexType name="A"><xs:complexContent><xs:extension '
            'base="tns:A"/></xs:complexContent></xs:complexType>', 2,
         "its base is no class of these files"),
    ],
)  # fmt: skip
def test_what_a_contract_cannot_say(tmp_path: Path, body: str, line: int, message: str) -> None:
    said = remarks(tmp_path, body)
    assert any(each.startswith(f"{line}:1: ") and message in each for each in said), said
    imported([tmp_path / "t.xsd"], tmp_path / "t")  # the rest is a spec without mistakes


def test_a_generic_annotation_that_is_not_true(tmp_path: Path) -> None:
    ns = "http://schemas.microsoft.com/2003/10/Serialization/"
    note = (
        f'<xs:annotation><xs:appinfo><GenericType xmlns="{ns}" Name="{{0}}" Namespace="urn:t">'
        '<GenericParameter Name="T" Namespace="urn:t"/></GenericType></xs:appinfo></xs:annotation>'
    )
    body = sequence("").replace("<xs:sequence>", f"{note}<xs:sequence>")
    (said,) = remarks(tmp_path, body)
    assert said.startswith("2:1: T: its GenericType annotation is left out: T holds itself")


def test_lists_that_hold_nothing_but_themselves(tmp_path: Path) -> None:
    item = (
        '<xs:element minOccurs="0" maxOccurs="unbounded" '
        'name="ArrayOfT" nillable="true" type="tns:ArrayOfT"/>'
    )
    (said,) = remarks(tmp_path, sequence(item, "ArrayOfT"))
    assert "it holds itself, with no class in between" in said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
        "has a document type"),
        ("<other/>", "the root element is 'other'; expected xs:schema"),
        ("<xs:schema", "t.xsd:1: not XML"),
        (f'{HEAD}<xs:complexType name="T"><xs:sequence minOccurs="many"/></xs:complexType></xs:schema>',
        "not an XML Schema"),
        ("<a>" * 300 + "</a>" * 300, "not XML"),
        (" " * (MOST_BYTES + 1), "more than 16,777,216 bytes"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "t.xsd"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(XsdError) as caught:
        import_xsd([file], "t")
    assert message in str(caught.value)
    assert str(file) in str(caught.value)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    where = (tmp_path / "secret.xsd").as_uri()
    body = (
        f'<xs:import namespace="urn:s" schemaLocation="{where}"/><xs:include schemaLocation="{where}"/>'
        + sequence("")
    )
    (tmp_path / "secret.xsd").write_text("<not-read", encoding="utf-8")
    assert "T:" in import_xsd([schema(tmp_path, body)], "t").files["api.yaml"]


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(XsdError, match="No such file"):
        import_xsd([tmp_path / "gone.xsd"], "t")


def test_lists_in_lists_without_end(tmp_path: Path) -> None:
    def listed(depth: int) -> str:
        name = "ArrayOf" * depth + "string"
        item = (
            '<xs:element minOccurs="0" maxOccurs="unbounded" '
            f'name="{name}" nillable="true" type="tns:{name}"/>'
        )
        return sequence(item, "ArrayOf" + name)

    body = sequence('<xs:element name="a" type="xs:string"/>', "string") + "".join(map(listed, range(300)))
    (first, *_) = remarks(tmp_path, body)
    assert "holds types in more than 40 types" in first


def test_many_types(tmp_path: Path) -> None:
    """A long chain of classes that hold each other, and as many generics, in one file."""
    body = "".join(
        sequence(f'<xs:element minOccurs="0" name="a" nillable="true" type="tns:T{n + 1}"/>', f"T{n}")
        for n in range(1_500)
    )
    contract, said = imported([schema(tmp_path, body + sequence("", "T1500"))], tmp_path / "t")
    assert said == []
    assert len(contract.types) == 1_501
    assert export_xsd(contract)["urn.t.xsd"].count(b"<xs:complexType") == 1_501
