"""Laws of the exact reader: no bytes make it raise, and what it says is true of the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.runtime.xml_orders import Order, complete, read, read_with_findings
from wiresmith.runtime.report import Path
from wiresmith.runtime.xml.positions import with_positions
from wiresmith.values.xml_text import escape_stream

DOCUMENT = complete(
    name="<Name>n&#x1;&amp;<![CDATA[c]]></Name>",
    tags='<Tags><a:string>x</a:string><a:string i:nil="true"/></Tags>',
    prices="<Prices><a:KeyValueOfstringint><a:Key>k</a:Key><a:Value>1</a:Value></a:KeyValueOfstringint></Prices>",
    rows="<Rows><a:ArrayOfint><a:int>1</a:int></a:ArrayOfint></Rows>",
    extra='<State>open</State><x i:type="a:y">?</x>',
)
PIECES = [
    "<x>", "</x>", "<Id>", "</Id>", "<Id/>", '<Name i:nil="true"/>', "<!--", "-->", "<![CDATA[", "]]>",
    "<?p?>", "<!DOCTYPE x>",
    "&#1;", "&#0;", "&#xD800;", "&nbsp;", "&", "<", ">", '"', 'i:nil="1"', 'i:type="a:int"', 'i:type="b:c"',
    'xmlns=""', 'xmlns:i="urn:i"',
    "\x00", "\r", "\ufeff", "\uffff", "é", "\U0010ffff", "z:Ref='i1'", " ", "1", "</Order>", "<Tags>",
    "<a:Key>",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(DOCUMENT)), st.integers(0, 12), st.sampled_from(PIECES) | st.text(max_size=3)
    ),
    max_size=4,
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)


def check(data: bytes) -> None:
    """Reading raises nothing; there is a value exactly if there is no error; findings have their place."""
    value, findings = read_with_findings(data)
    assert (value is None) == any(finding.severity == "error" for finding in findings)
    assert value is None or isinstance(value, Order)
    placed = with_positions(data, findings)
    assert len(placed) == len(findings)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in placed:
        assert finding.line is None or 1 <= finding.line <= lines
        assert finding.column is None or 1 <= finding.column <= len(data) + 1
        assert str(finding).isprintable()


@given(st.binary(max_size=60))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    check(data)
    check(b"\xff\xfe" + data)
    check(b"<" + data)


@settings(max_examples=300)
@given(EDITS)
def test_no_changed_document_makes_it_raise(edits: list[tuple[int, int, str]]) -> None:
    document = DOCUMENT
    for place, length, piece in edits:
        document = document[:place] + piece + document[place + length :]
    check(document.encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(DOCUMENT)))
def test_no_cut_document_is_read(length: int) -> None:
    value, findings = read_with_findings(DOCUMENT[:length])
    if length < len(DOCUMENT):
        assert value is None
        assert [finding.code for finding in findings] == ["not-xml"]


@given(
    TEXTS,
    st.lists(st.none() | TEXTS, max_size=4),
    st.dictionaries(TEXTS, st.none() | st.integers(-9, 9), max_size=4),
)
def test_every_value_comes_back(name: str, tags: list[str | None], prices: dict[str, int | None]) -> None:
    nil = ' i:nil="true"/>'
    items = "".join(f"<a:string{nil if t is None else f'>{escape_stream(t)}</a:string>'}" for t in tags)
    entries = "".join(
        f"<a:KeyValueOfstringint><a:Key>{escape_stream(key)}</a:Key>"
        f"<a:Value{nil if price is None else f'>{price}</a:Value>'}</a:KeyValueOfstringint>"
        for key, price in prices.items()
    )
    document = complete(
        name=f"<Name>{escape_stream(name)}</Name>",
        tags=f"<Tags>{items}</Tags>",
        prices=f"<Prices>{entries}</Prices>",
    )
    assert read(document) == Order(id=1, name=name, tags=tags, prices=prices)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), min_size=1, max_size=5))
def test_a_path_names_its_steps(steps: list[tuple[str, int]]) -> None:
    path: Path | None = None
    for name, index in steps:
        path = Path(path, name, index)
    assert str(path) == "".join(f"/{name}[{index}]" if index else f"/{name}" for name, index in steps)
