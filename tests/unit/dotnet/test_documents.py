"""What the two readers of XML that .NET has take for a document."""

from __future__ import annotations

import codecs

import pytest

from tests.unit.dotnet.peer import read, read_bytes, refused, schema_of, value_of
from tests.unit.runtime.xml.shapes import INT, STR, N, member, object_type
from wiresmith.description import Ref
from wiresmith.runtime.findings import Finding

T = object_type("T", member("A", STR), member("B", INT))
SCHEMA = schema_of(T)
BODY = f'<T xmlns="{N}"><A>é😀</A></T>'
BOTH = ("stream", "xmlreader")


def taken(document: bytes | str, parser: str) -> bool:
    data = document if isinstance(document, bytes) else document.encode()
    return read_bytes(data, Ref("T"), SCHEMA, parser=parser)[1] is None


def told(document: bytes | str, parser: str = "stream") -> Finding:
    data = document if isinstance(document, bytes) else document.encode()
    _, finding = read_bytes(data, Ref("T"), SCHEMA, parser=parser)
    assert finding is not None
    return finding


@pytest.mark.parametrize(
    ("text", "stream", "xmlreader"),
    [
        ("a\r\nb\rc", "a\nb\nc", "a\nb\nc"),
        ("&#xD;&#9;", "\r\t", "\r\t"),
        ("a<![CDATA[<b>]]>c", "a<b>c", "a<b>c"),
        ("<![CDATA[a\r\nb]]>", "a\r\nb", "a\nb"),
        ("a<!-- c -->b", "ab", "ab"),
        ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'", "<>&\"'"),
        ("&#x1F600;", "😀", "😀"),
        ("&#xD83D;&#xDE00;", "😀", None),
        ("&#xD83D;", "\ud83d", None),
        ("&#x1;&#0;&#xFFFE;", "\x01\0\ufffe", None),
        ("&#;", "\0", None),
        ("&#x110000;", None, None),
        ("&#99999999;", None, None),
        ("&nbsp;", None, None),
        ("&AMP;", None, None),
        ("&", None, None),
        ("&#65", None, None),
        ("\x01", None, None),
        ("\uffff", None, None),
        ("]", "]", "]"),
        ("a]]b", "a]]b", "a]]b"),
        ("a]]>b", None, None),
        ("<![CDATA[x", None, None),
        ("<!-- -- -->", None, None),
        ("<!-- \x01 -->", None, None),
        ("<!-- x", None, None),
        ("a<?pi x?>b", None, "ab"),
        ("<?pi?>", None, ""),
        ("<?xml version='1.0'?>", None, None),
        ("<?p:i x?>", None, None),
        ("<?pi", None, None),
        ("<!x>", None, None),
    ],
)
def test_texts(text: str, stream: str | None, xmlreader: str | None) -> None:
    for parser, expected in zip(BOTH, (stream, xmlreader), strict=True):
        got, finding = read(f"<A>{text}</A>", T, parser=parser)
        assert (got and got.a) == expected, (parser, str(finding))


@pytest.mark.parametrize(
    "element",
    [
        "<A f='1' f='2'/>", "<A p:f='1'/>", "<p:A/>", "<A xmlns:p='u' p:f='1' xmlns:q='u' q:f='2'/>",
        "<A xmlns:p='u' xmlns:p='v'/>", "<A xmlns:p=''/>", "<A xmlns:xml='u'/>", "<A xmlns:xmlns='u'/>",
        "<A f=1/>", "<A f/>",
        "<A f=''g=''/>", "<A f='<'/>", "<A f='&no;'/>", "<A f='\x01'/>", "<A f='\ufffe'/>", "<A 1='x'/>",
        "<A a:='x'/>",
        "<1/>", "< A/>", "<A/ >", "<A></B>", "<A></AB>", "<A>", "<A f='x", "<A", "</A>", "<a:b:c/>",
        "<A\u00d7/>", "<\u00b7/>",
        "<A f='&amp'/>",
    ],
)  # fmt: skip
def test_tags_that_are_none(element: str) -> None:
    for parser in BOTH:
        assert refused(element, T, parser=parser).code == "not-xml"


def test_tags_that_are_taken() -> None:
    for parser in BOTH:
        for element in (
            "<A f = \"1'\" g='\"' >x</A >", "<A f='a\tb&#10;'>x</A>",
            "<A xmlns:xml='http://www.w3.org/XML/1998/namespace'>x</A>",
            "<A xmlns:p='u' p:f='1' f='2'>x</A>", "<A xml:lang='en'>x</A>",
        ):  # fmt: skip
            assert value_of(element, T, parser=parser).a == "x"
        assert value_of("<é/><A>x</A>", T, parser=parser).a == "x"


def test_what_only_one_of_them_takes() -> None:
    for element in (
        "<A xmlns:p='http://www.w3.org/2000/xmlns/'/>",
        "<A xmlns='http://www.w3.org/XML/1998/namespace'/>",
        "<A xml:space='other'/>",
        "<A f='&#0;'/>",
        "<Q>&#1;</Q>",
    ):
        assert value_of(element, T) is not None
        assert refused(element, T, parser="xmlreader").code == "not-xml"
    assert value_of("<xmlns:A/><B>1</B>", T, parser="xmlreader").b == 1
    assert refused("<xmlns:A/>", T).code == "not-xml"


def test_bytes_are_decoded_where_they_are_looked_at() -> None:
    hidden = f'<T xmlns="{N}"><Q f="\xff">\xff</Q><!--\xff--></T>'.encode("latin-1")
    assert taken(hidden, "stream")
    assert not taken(hidden, "xmlreader")
    assert told(f'<T xmlns="{N}"><A>\xff</A></T>'.encode("latin-1")).code == "wrong-encoding"


@pytest.mark.parametrize(
    ("before", "stream", "xmlreader"),
    [
        ("<?xml version='1.0'?>", True, True),
        ("<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\n<!-- c -->\r\n", True, True),
        ("<?xml version='1.0' standalone='yes'?>", True, True),
        ("<?xml version='1.0' encoding='utf8'?>", False, False),
        ("<?xml version='1.0' encoding='utf-16'?>", False, False),
        ("<?xml version='1.0' encoding='bogus'?>", False, False),
        ("<?xml version='1.0' standalone='maybe'?>", False, False),
        ("<?xml version='1.0' standalone='no' encoding='utf-8'?>", False, False),
        ("<?xml encoding='utf-8'?>", False, False),
        ("<?xml version='1.0' foo='x'?>", False, False),
        ("<?xml version='1.0'encoding='utf-8'?>", False, False),
        ("<?xml version='1.1'?>", False, False),
        ("<?xml ?>", False, False),
        (" <?xml version='1.0'?>", False, False),
        ("<?xml version='1.0'?><?xml version='1.0'?>", False, False),
        ("\ufeff", True, True),
        ("\ufeff\ufeff", False, False),
        ("\n\t \r\n<!-- c -->", True, True),
        ("<?pi?>", False, True),
        ("text", False, False),
        ("&#32;", False, False),
        ("<![CDATA[ ]]>", False, False),
        ("<!DOCTYPE T>", False, False),
        ("<!DOCTYPE T [<!ENTITY e 'x'>]>", False, False),
    ],
)
def test_what_stands_before_the_root(before: str, stream: bool, xmlreader: bool) -> None:
    assert (taken(before + BODY, "stream"), taken(before + BODY, "xmlreader")) == (stream, xmlreader)


def test_reasons() -> None:
    assert told("<!DOCTYPE T>" + BODY).code == "doctype"
    assert told("<!DOCTYPE T>" + BODY, "xmlreader").code == "doctype"
    assert told("<?pi?>" + BODY).code == "processing-instruction"
    assert told("<?xml version='1.1'?>" + BODY).code == "wrong-version"
    assert told("<?xml version='1.1'?>" + BODY, "xmlreader").code == "wrong-version"
    assert "not closed" not in str(told("<T/>"))
    assert told("<T/>").code == "wrong-root"


@pytest.mark.parametrize(
    ("behind", "stream", "xmlreader"),
    [
        (" \n<!-- c -->", True, True),
        ("\r\n", True, True),
        ("<!-- c -->x", True, True),
        ("<!-- c --><U/>", True, True),
        ("x", False, False),
        ("<U/>", False, False),
        ("</T>", False, False),
        ("<?pi?>x", False, True),
        ("<!-- c", False, False),
        ("&#32;", False, False),
    ],
)
def test_one_node_behind_the_root_is_looked_at(behind: str, stream: bool, xmlreader: bool) -> None:
    assert (taken(BODY + behind, "stream"), taken(BODY + behind, "xmlreader")) == (stream, xmlreader)


@pytest.mark.parametrize(
    "document",
    ["", "<", "<a", "   ", "<!-- -->", "T", "{}", "<T", BODY[:-1], BODY[:-4], "<?xml version='1.0'?>"],
)
def test_what_is_no_document(document: str) -> None:
    for parser in BOTH:
        assert not taken(document, parser)


UTF_16 = "<?xml version='1.0' encoding='utf-16'?>" + BODY


@pytest.mark.parametrize(
    ("document", "stream", "xmlreader"),
    [
        (codecs.BOM_UTF16_LE + UTF_16.encode("utf-16-le"), True, True),
        (codecs.BOM_UTF16_BE + UTF_16.encode("utf-16-be"), True, True),
        (UTF_16.encode("utf-16-le"), True, True),
        (codecs.BOM_UTF16_LE + BODY.encode("utf-16-le"), False, True),
        (BODY.encode("utf-16-be"), False, True),
        (codecs.BOM_UTF16_LE + UTF_16.replace("utf-16", "utf-8").encode("utf-16-le"), False, False),
        (codecs.BOM_UTF16_LE + UTF_16.encode("utf-16-le")[:-1], False, False),
        (codecs.BOM_UTF32_LE + BODY.encode("utf-32-le"), False, True),
        (BODY.encode("utf-32-be"), False, True),
        (codecs.BOM_UTF32_LE + UTF_16.encode("utf-32-le"), False, False),
        (b"\xef\xbb\xbe" + BODY.encode(), False, False),
        (("<?xml version='1.0' encoding='us-ascii'?>" + BODY).encode(), False, True),
        ((codecs.BOM_UTF8 + b"<?xml version='1.0' encoding='iso-8859-1'?>" + BODY.encode()), False, True),
    ],
)
def test_encodings(document: bytes, stream: bool, xmlreader: bool) -> None:
    assert (taken(document, "stream"), taken(document, "xmlreader")) == (stream, xmlreader)


def test_another_encoding_that_is_declared() -> None:
    document = f"<?xml version='1.0' encoding='iso-8859-1'?><T xmlns='{N}'><A>é</A></T>".encode("latin-1")
    assert read_bytes(document, Ref("T"), SCHEMA, parser="xmlreader")[0].a == "é"
    ascii_ = document.replace(b"iso-8859-1", b"us-ascii")
    assert read_bytes(ascii_, Ref("T"), SCHEMA, parser="xmlreader")[0].a == "?"


def test_places_count_characters() -> None:
    finding = told(f'<T xmlns="{N}">\n<A>😀</A>x</T>')
    assert (finding.line, finding.path) == (2, "/T")
    assert finding.column is not None
    assert finding.column > 8


@pytest.mark.parametrize(("width", "is_taken"), [(128, False), (129, True)])
def test_a_stream_looks_for_its_encoding_in_128_bytes(width: int, is_taken: bool) -> None:
    """A wrong one beyond is not seen."""
    begin, end = '<?xml version="1.0"', 'encoding="utf-16"'
    assert taken(begin + " " * (width - len(begin) - len(end)) + end + "?>" + BODY, "stream") is is_taken
