"""Documents as other hands than .NET's write them: elements moved, doubled, renamed, other texts, other
attributes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
SER = "http://schemas.microsoft.com/2003/10/Serialization/"
XS = "http://www.w3.org/2001/XMLSchema"
TEXTS = (
    "", " ", "0", "1", "-1", " 7 ", "+1", "007", "-0", "1.0", "1e3", "0x1", "1,000", "\u0661", "99999999999",
    "-129", "256", "65536", "true", "false", "TRUE",
    " true ", "True", "NaN", "INF", "-INF", "+INF", "Infinity", "nan", "1.5", ".5", "5.", "1E400", "1e-400",
    "79228162514264337593543950336", "0.00000000000000000000000000001",
    "2020-01-02T03:04:05", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05.12345678+05:30",
    "2020-07-02T03:04:05-04:00", "2020-01-02", "2020-01", "2020", "2020Z", "03:04:05",
    "---02", "--01-02", "2020-13-01T00:00:00", "2020-01-02T24:00:00", "2020-01-02T03:04",
    "2020-01-02 03:04:05", "0000-01-01T00:00:00", "10000-01-01T00:00:00", "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.9999999Z", "2020-02-30T00:00:00", "2020-01-02T03:04:05+14:00",
    "2020-01-02T03:04:05+14:01", "2020-03-08T02:30:00-05:00", "PT1S", "P1Y2M3DT4H5M6.7S", "-P1D",
    "P1W", "PT0.00000001S", "P", "PT", "P1DT", " PT1M ", "P99999999D", "00112233-4455-6677-8899-aabbccddeeff",
    "00112233445566778899AABBCCDDEEFF", "{00112233-4455-6677-8899-AABBCCDDEEFF}",
    "(00112233-4455-6677-8899-aabbccddeeff)", "00112233-4455-6677-8899-aabbccddee", "AQID", "AQ I=",
    "A Q I D", "AQI", "AQID====", "====", "Red", "red", " Red", "Red Green", "Read Write", "Read, Write",
    "Read  Write", "All", "None Read", "2", "A 4 <&>", "65", "65536x", "x:local", "local", ":local", "x:",
    "http://x y", "http://EXAMPLE.org:80", "http://[", "\ud7ff", "a\tb", "\u00a0", "\n1\n",
)  # fmt: skip
TYPES = (
    "int", "string", "boolean", "double", "decimal", "dateTime", "duration", "date", "time", "hexBinary",
    "base64Binary", "integer", "anyURI", "QName", "short", "unsignedByte", "anyType",
    "token", "nonsense", "float", "long", "byte", "unsignedLong", "gYear",
)  # fmt: skip


_CONTROL = re.compile(rb"&#x(?:[0-8BCEF]|1[0-9A-F]|FFF[EF]);")


class Mutator:
    """Changes documents at random, the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def mutated(self, document: bytes) -> bytes:
        """A document with one to three changes."""
        # lxml takes no control characters, which .NET's reader does.
        root = etree.fromstring(_CONTROL.sub(b"", document), etree.XMLParser(huge_tree=True))
        kinds = self._kinds()
        for _ in range(self._random.choice((1, 1, 2, 3))):
            self._random.choice(kinds)(self._random.choice(list(root.iter("*"))))
        changed = etree.tostring(root)
        if self._random.random() < 0.15:
            changed = self._wrapped(changed)
        return changed

    def _kinds(self) -> list[Callable[[etree._Element], None]]:
        return [
            self._text, self._text, self._text, self._remove, self._double, self._swap, self._rename,
            self._nil, self._type, self._type, self._reference,
            self._unknown, self._space, self._comment, self._stray, self._attribute, self._empty,
        ]  # fmt: skip

    def _text(self, element: etree._Element) -> None:
        leaves = [each for each in element.iter("*") if each.find("*") is None]
        self._random.choice(leaves).text = self._random.choice(TEXTS)

    def _remove(self, element: etree._Element) -> None:
        if (parent := element.getparent()) is not None:
            parent.remove(element)

    def _double(self, element: etree._Element) -> None:
        if (parent := element.getparent()) is not None:
            parent.insert(self._random.randint(0, len(parent)), deepcopy(element))

    def _swap(self, element: etree._Element) -> None:
        if len(element) > 1:
            moved = element[self._random.randrange(len(element))]
            element.remove(moved)
            element.insert(self._random.randint(0, len(element)), moved)

    def _rename(self, element: etree._Element) -> None:
        name = etree.QName(element)
        local, namespace = name.localname, name.namespace or ""
        change = self._random.randrange(4)
        if change == 0:
            local = local.swapcase()
        elif change == 1:
            local += "X"
        elif change == 2:
            namespace = "urn:elsewhere"
        else:
            namespace = ""
        element.tag = etree.QName(namespace or None, local).text

    def _nil(self, element: etree._Element) -> None:
        element.set(
            f"{{{XSI}}}nil", self._random.choice(("true", "1", "false", "0", "TRUE", "", " true ", "yes"))
        )

    def _type(self, element: etree._Element) -> None:
        prefixes = [prefix for prefix in element.nsmap if prefix]
        known = [etree.QName(each).localname for each in element.getroottree().getroot().iter("*")]
        local = self._random.choice(
            (
                *TYPES,
                *known[:20],
                "Dog",
                "Pup",
                "Leaf",
                "Colour",
                "Circle",
                "ArrayOfint",
                "DateTimeOffset",
                "Point",
            )
        )
        prefix = self._random.choice((*prefixes, "xs", "ser", None))
        if prefix in ("xs", "ser"):
            element = self._declaring(element, str(prefix), XS if prefix == "xs" else SER)
        element.set(f"{{{XSI}}}type", f"{prefix}:{local}" if prefix else local)

    def _declaring(self, element: etree._Element, prefix: str, namespace: str) -> etree._Element:
        """The element with one more namespace in scope, which lxml allows at its making only."""
        made = etree.Element(element.tag, dict(element.attrib), {**element.nsmap, prefix: namespace})
        made.text, made.tail = element.text, element.tail
        made.extend(list(element))
        if (parent := element.getparent()) is not None:
            parent.replace(element, made)
            return made
        return element

    def _reference(self, element: etree._Element) -> None:
        name = self._random.choice(("Id", "Ref", "Size"))
        element.set(f"{{{SER}}}{name}", self._random.choice(("i1", "i2", "", "1", "x", " i1")))

    def _unknown(self, element: etree._Element) -> None:
        if element.text and element.text.strip():
            return
        unknown = etree.Element(self._random.choice(("Unknown", "{urn:u}Unknown", "A", "Z")))
        unknown.text = self._random.choice((None, "1", "text"))
        if self._random.random() < 0.4:
            etree.SubElement(unknown, "Inner").text = "1"
        element.insert(self._random.randint(0, len(element)), unknown)

    def _space(self, element: etree._Element) -> None:
        if len(element):
            element.text = "\n  "
            element[-1].tail = " \t\n"
        else:
            element.text = f"\n {element.text or ''} "

    def _comment(self, element: etree._Element) -> None:
        element.insert(self._random.randint(0, len(element)), etree.Comment(" a comment "))

    def _stray(self, element: etree._Element) -> None:
        if len(element):
            element[self._random.randrange(len(element))].tail = "stray"

    def _attribute(self, element: etree._Element) -> None:
        element.set(self._random.choice(("x", "{urn:a}y", "nil", "type", "Id")), "1")

    def _empty(self, element: etree._Element) -> None:
        for child in list(element):
            element.remove(child)
        element.text = None

    def _wrapped(self, document: bytes) -> bytes:
        before = self._random.choice(
            (
                b'<?xml version="1.0" encoding="utf-8"?>',
                b"\xef\xbb\xbf",
                b"<!-- c -->",
                b"\n ",
                b'<?xml version="1.0"?>\n',
                b"<?pi x?>",
                b"<!DOCTYPE a>",
                b'<?xml version="1.1"?>',
            )
        )
        after = self._random.choice((b"", b"\n", b"<!-- c -->", b"x", b"<a/>", b"<?pi?>"))
        return before + document + after
