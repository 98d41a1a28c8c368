"""What is refused before anything is read: encodings, DTDs, processing instructions, malformed documents."""

from __future__ import annotations

import codecs

import pytest

from tests.unit.runtime.xml_orders import complete, read
from wiresmith.runtime.findings import Finding
from wiresmith.runtime.limits import Limits
from wiresmith.runtime.xml.tree import parse_tree

DECLARED_16 = '<?xml version="1.0" encoding="utf-16"?><a>é😀</a>'


def refused(data: bytes) -> Finding:
    tree, findings = parse_tree(data, Limits())
    assert tree is None
    assert len(findings) == 1
    assert findings[0].severity == "error"
    return findings[0]


@pytest.mark.parametrize(
    "data",
    [
        "<a>é😀</a>".encode(),
        codecs.BOM_UTF8 + "<a>é😀</a>".encode(),
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a>é😀</a>'.encode(),
        codecs.BOM_UTF8 + "<?xml version='1.0' encoding='utf-8'?>\n<a>é😀</a>".encode(),
        codecs.BOM_UTF16_LE + "<a>é😀</a>".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DECLARED_16.encode("utf-16-be"),
        DECLARED_16.encode("utf-16-le"),
        DECLARED_16.encode("utf-16-be"),
        "\n <!-- c --><a>é😀</a>\n<!-- c -->\n".encode(),
    ],
)
def test_utf8_and_utf16_are_read(data: bytes) -> None:
    tree, findings = parse_tree(data, Limits())
    assert findings == []
    assert tree is not None
    assert tree.root.text == "é😀"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1"), "F"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a/>', '"iso-8859-1" is not supported'),
        (b'<?xml version="1.0" encoding="us-ascii"?><a/>', '"us-ascii" is not supported'),
        (b'<?xml version="1.0" encoding="utf-16"?><a/>', '"utf-16" is not the one used, UTF-8'),
        (codecs.BOM_UTF16_LE + '<?xml version="1.0" encoding="utf-8"?><a/>'.encode("utf-16-le"), "UTF-16"),
        ("<a/>".encode("utf-16-le"), "says so nowhere"),
        ("<a/>".encode("utf-32"), "UTF-32"),
        (codecs.BOM_UTF16_LE + b"<\0a\0\x00\xd8>\0", "UTF-16"),
    ],
)
def test_other_encodings_are_refused(data: bytes, says: str) -> None:
    finding = refused(data)
    assert finding.code == "wrong-encoding"
    assert says in finding.message or says == "F"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"<a>\xff</a>", 1, 4),
        ("<a>\nééé".encode() + b"\xe9x</a>", 2, 4),
        (b"<a>\xed\xa0\x80</a>", 1, 4),  # a surrogate
        (b"<a>\xc0\xaf</a>", 1, 4),  # an overlong slash
        (b"<a>x</a>\xf0\x9f", 1, 9),
    ],
)
def test_bytes_that_are_not_utf8_are_found(data: bytes, line: int, column: int) -> None:
    finding = refused(data)
    assert (finding.code, finding.line, finding.column) == ("wrong-encoding", line, column)


def test_only_xml_1_0_is_read() -> None:
    assert refused(b'<?xml version="1.1"?><a/>').code == "wrong-version"
    assert refused(b'<?xml version="2.0"?><a/>').code == "wrong-version"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1:1/x"> %e;]><a/>',
        b'<!-- c -->\n<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>',
        codecs.BOM_UTF8 + b"<?xml version='1.0'?><!DOCTYPE a><a/>",
        codecs.BOM_UTF16_LE + "<!DOCTYPE a><a/>".encode("utf-16-le"),
    ],
)
def test_a_doctype_is_refused_before_its_entities_are_looked_at(data: bytes) -> None:
    assert refused(data).code == "doctype"


def test_what_only_looks_like_a_doctype_or_an_instruction_is_text() -> None:
    tree, findings = parse_tree(
        b"<a><!-- <!DOCTYPE x> <?x?> --><![CDATA[<!DOCTYPE <?x?> &#1;]]></a>", Limits()
    )
    assert findings == []
    assert tree is not None
    assert tree.root.text == "<!DOCTYPE <?x?> &#1;"


def test_every_processing_instruction_is_found_and_the_rest_still_read() -> None:
    tree, findings = parse_tree(b"<?one?><a>\n  <?two x?>b</a><?three?>", Limits())
    assert [(f.code, f.line, f.column) for f in findings] == [
        ("processing-instruction", 1, 1),
        ("processing-instruction", 2, 3),
        ("processing-instruction", 2, 17),
    ]
    assert '"two"' in findings[1].message
    assert tree is not None


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b"  \n ", 2, 2),
        (b"<a", 1, 3),
        (b"<a><b>\nxx", 2, 3),
        ("<a>éé<b></a>".encode(), 1, 13),
        (b"<a x='1' x='2'/>", 1, 15),
        (b"<a><b:c/></a>", 1, 8),
        (b"<a/><b/>", 1, 5),
        (b"<a></a>junk", 1, 8),
        (b"<a>&nbsp;</a>", 1, 10),
        (b"<a>&</a>", 1, 5),
        (b"<a>]]></a>", 1, 4),
        (b"<a>\x01</a>", 1, 4),
        (b"<a>\x00</a>", 1, 4),
        (b"<a>&#xD800;</a>", 1, 12),
        (b" <?xml version='1.0'?><a/>", None, None),
    ],
)
def test_a_malformed_document_is_refused_with_its_place(
    data: bytes, line: int | None, column: int | None
) -> None:
    tree, findings = parse_tree(data, Limits())
    assert tree is None
    assert findings[-1].code == "not-xml"
    if line is not None:
        assert (findings[-1].line, findings[-1].column) == (line, column)


def test_the_place_is_right_behind_a_reference_to_a_control_character() -> None:
    # The parser sees one character for these five.
    finding = refused(b"<a>&#x1;&#x1F;<b></a>")
    assert (finding.code, finding.line, finding.column) == ("not-xml", 1, 22)


def test_control_characters_that_dotnet_writes_are_read() -> None:
    assert read(complete(name="<Name>&#x1;a&#0;&#xFFFE;&#x0000B;</Name>")).name == "\x01a\x00\ufffe\x0b"


def test_characters_that_could_be_stand_ins_stay_themselves() -> None:
    text = "\U00100000\U00100001"
    assert read(complete(name=f"<Name>{text}&#x1;&#x100002;&#2;</Name>")).name == text + "\x01\U00100002\x02"


def test_namespaces_need_not_be_uris() -> None:
    tree, findings = parse_tree(b'<x:a xmlns:x=" % "><b xmlns="% %"/></x:a>', Limits())
    assert findings == []
    assert tree is not None
    assert tree.root.tag == "{ % }a"


def test_a_document_with_such_a_namespace_still_has_to_be_well_formed() -> None:
    assert refused(b'<x:a xmlns:x=" % "><b></x:a>').message.startswith("Opening and ending tag mismatch")
    assert refused(b'<x:a xmlns:x=" % "><y:b/></x:a>').message.startswith("Namespace prefix y")
