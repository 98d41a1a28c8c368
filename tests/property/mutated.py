"""Small documents, and what becomes of them where single bytes, tokens and elements are changed.

Whatever is decoded without an error has to be written, and to read back as the same value.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from wiresmith.runtime import EncodeError, WriterOptions

SPEC = """\
wiresmith: 1
api: mutated
formats: [json, xml]
xml: {dialect: datacontract, clr_namespace: M}
undocumented: [base_url, auth]
types:
  E: {enum: [a, b]}
  N: {enum: {one: 1, two: 2}}
  F: {enum: {R: 1, W: 2}, flags: true}
  T:
    fields:
      A: int
      B: str
      C: {type: int64, xml: {emit_default: false}}
      D: "list[T]"
      "E?": E
      "G?": number
      "H?": float64
      "I?": decimal
      "K?": datetime
      "L?": date
      "M?": timedelta
      "N?": N
      "O?": F
      "P?": uuid
      "Q?": bytes
      "R?": "dict[str, int]"
      "S?": bool
      "U?": qname
      "V?": any
"""
_JSON = (
    b'{"A":1,"B":"x","C":2,"D":[{"A":3,"B":null,"C":0,"D":[]}],'
    b'"E":"a","G":1.5,"H":2.0,"I":1.10,"N":1,"S":true,'
    b'"K":"2024-01-02T03:04:05Z","L":"2024-01-02","M":"1.02:03:04",'
    b'"P":"6f9619ff-8b86-d011-b42d-00cf4fc964ff",'
    b'"Q":"AQI=","R":{"k":1},"U":{"name":"n","ns":"urn:x"},"V":[1,{"a":null}]}'
)
_XML = (
    b'<T xmlns="http://schemas.datacontract.org/2004/07/M" '
    b'xmlns:i="http://www.w3.org/2001/XMLSchema-instance">'
    b'<A>1</A><B>x</B><C>2</C><D><T><A>3</A><B i:nil="true"/><D/></T></D>'
    b"<E>a</E><G>1.5</G><H>2</H><I>1.10</I>"
    b"<K>2024-01-02T03:04:05Z</K><L>2024-01-02</L><M>P1DT2H</M><N>one</N><O>R W</O>"
    b"<P>6f9619ff-8b86-d011-b42d-00cf4fc964ff</P><Q>AQI=</Q><S>true</S>"
    b'<U xmlns:p="urn:x">p:n</U><V i:type="p:int" xmlns:p="http://www.w3.org/2001/XMLSchema">5</V></T>'
)
DOCUMENTS = {"json": _JSON, "xml": _XML}

_ELEMENT = re.compile(rb"<(\w+)[^<>]*?(?:/>|>[^<>]*</\1>)")
_MEMBER = re.compile(rb'"\w+":(?:"[^"]*"|[-\d.]+|null|true|\[\]),')
_TOKENS = (
    b"0", b"-0", b"1e400", b"-1E+5", b"1.50", b"007", b"null", b"true", b'""', b'"\\ud800"', b"[]", b"{}",
    b"INF",
    b"NaN", b" ", b"\n", b"\r", b"&#13;", b"&#x1;", b"&lt;", b"<![CDATA[x]]>",
    b"<!--c-->", b"p:", b"p: n", b"<z/>", b"<B>2</B>",
    b'"z":1,', b' i:nil="true"', b"a b", b"999999999999999999999", b"2024-02-30", b"24:00:00", b"\xc3\xa9",
)  # fmt: skip


def mutations(seed: int, document: bytes) -> Iterator[bytes]:
    """Documents without end, each of them one to three changes from the given one."""
    chance = random.Random(seed)
    whole = _ELEMENT if document[:1] == b"<" else _MEMBER
    while True:
        text = document
        for _ in range(chance.randint(1, 3)):
            text = _changed(chance, text, whole)
        yield text


def _changed(chance: random.Random, text: bytes, whole: re.Pattern[bytes]) -> bytes:
    place = chance.randrange(len(text) + 1)
    match chance.randrange(5):
        case 0:
            return text[:place] + chance.choice(_TOKENS) + text[place:]
        case 1:
            return text[:place] + text[place + chance.randint(1, 4) :]
        case 2:  # another value
            values = list(re.finditer(rb'(?<=[>:])"?[\w.+-]+', text))
            if not values:
                return text
            found = chance.choice(values)
            return text[: found.start()] + chance.choice(_TOKENS) + text[found.end() :]
        case _:  # an element or member goes, comes twice, or stands elsewhere
            parts = list(whole.finditer(text))
            if len(parts) < 2:
                return text
            one, other = chance.sample(parts, 2)
            rest = text if chance.random() < 0.5 else text[: one.start()] + text[one.end() :]
            place = other.start()
            if rest is not text and other.start() > one.start():
                place -= len(one[0])
            return rest[:place] + one[0] + rest[place:]


def fault(package: Any, document: bytes, format: Any) -> str:
    """What is wrong with what becomes of a document; "" if nothing is."""
    value, findings = package.read(document, package.T, format=format)
    if value is None:
        return "" if any(finding.severity == "error" for finding in findings) else "neither value nor error"
    # XmlWriter makes line feeds of carriage returns; .NET's other writer keeps them.
    options = WriterOptions(style="stream") if b"&#13;" in document and format == "xml" else WriterOptions()
    try:
        written = package.encode(value, format=format, options=options)
    except EncodeError as error:
        return f"read, and not written: {error}"
    again, findings = package.read(written, package.T, format=format)
    if again is None:
        return f"not read again: {findings[0]} in {written!r}"
    if again != value and repr(again) != repr(value):  # NaN is not equal to itself
        return f"another value: {written!r}"
    return (
        ""
        if package.encode(again, format=format, options=options) == written
        else f"written otherwise: {written!r}"
    )
