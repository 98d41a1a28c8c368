"""Other XML forms of the same document: prefixes, namespaces, comments, white space, encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.golden.changes import Change
from tests.golden.xml_document import Spot, Steps, XmlSubject, render
from wiresmith.description import Scalar, bare

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def other_layout(subject: XmlSubject) -> Iterator[Change]:
    """Everything that means nothing: the value is the same, and goes out in the usual form."""
    text = subject.sample.data.decode()
    forms = {
        **{f"indented by {indent}": render(subject.root, indent).text for indent in (None, 0, 1, 4)},
        "form of WriteObject(Stream)": render(subject.root, None, stream=True).text,
        "CRLF": text.replace("\n", "\r\n"),
        "tabs": text.replace("  ", "\t"),
        "blanks around": f"\n {text}\n\n",
        "blanks in tags": re.sub(r"(/?>)", r"  \1", text),
        "declaration": f'<?xml version="1.0" encoding="utf-8"?>\n{text}',
        "comments between": re.sub(r"(?<=>)\s*<(?!/)", lambda match: f"<!-- & < -->{match[0]}", text),
        "comment before and after": f"<!-- a -->{text}<!-- b -->",
        "single quotes": re.sub(r'="([^"]*)"', r"='\1'", text),
        "byte order mark": f"\ufeff{text}",
        "prefix for everything": _Spelling(subject).prefixed(),
        "all prefixes at the root": _Spelling(subject).at_root(),
        "default namespace everywhere": _Spelling(subject).defaults(),
    }
    for what, form in forms.items():
        yield Change(what=what, data=form.encode(), back=subject.sample.data)
    declared = f'<?xml version="1.0" encoding="utf-16"?>{text}'
    yield Change(what="UTF-16", data=declared.encode("utf-16"), back=subject.sample.data)


class _Spelling:
    """The same names with other prefixes, as lxml understands them; also those in texts and in ``i:type``."""

    def __init__(self, subject: XmlSubject) -> None:
        self.root = etree.fromstring(subject.sample.data)
        self.names = {spot.steps for spot in subject.all_spots if is_name(spot)}
        elements = list(self.root.iter())
        found = {namespace for element in elements for namespace in element.nsmap.values()} - {""}
        self.prefixes = {namespace: f"q{n}:" for n, namespace in enumerate(sorted(found))} | {"": ""}

    def prefixed(self) -> str:
        """No default namespace: every other one has a prefix, declared where it is used."""
        return self._spell(self.root, (), {""}, "")

    def at_root(self) -> str:
        """Every namespace declared once."""
        top = "".join(map(self._declaration, sorted({*self.prefixes} - {""})))
        return self._spell(self.root, (), {*self.prefixes}, top)

    def defaults(self) -> str:
        """Every element declares its own namespace as the default one."""
        return self._spell(self.root, (), None, "")

    def _declaration(self, namespace: str) -> str:
        return f' xmlns:{self.prefixes[namespace][:-1]}="{namespace}"'

    def _spell(self, element: etree._Element, steps: Steps, scope: set[str] | None, declarations: str) -> str:
        """``scope`` are the namespaces that have their prefix; without one, elements have none."""
        own = etree.QName(element)
        namespace = own.namespace or ""
        used: set[str] = set()

        def qualified(text: str) -> str:
            prefix, _, local = text.rpartition(":")
            meant = element.nsmap.get(prefix or None, "")
            used.add(meant)
            return self.prefixes[meant] + local

        attributes = ""
        for tag, value in element.items():
            name = etree.QName(tag)
            used.add(name.namespace or "")
            said = qualified(value) if tag == f"{{{XSI}}}type" else value
            attributes += f' {self.prefixes[name.namespace or ""]}{name.localname}="{said}"'
        text = element.text or ""
        if steps in self.names and text:
            text = qualified(text)
        prefix = self.prefixes[namespace]
        if scope is None and "" not in used:
            prefix, declarations = "", f'{declarations} xmlns="{namespace}"'
        elif scope is None:
            # A name without namespace cannot be said where there is a default one.
            used.add(namespace)
            declarations += ' xmlns=""'
        else:
            used.add(namespace)
        missing = used - (scope or {""})
        declarations += "".join(map(self._declaration, sorted(missing)))
        inside = None if scope is None else scope | missing
        inner = _escaped(text) if not len(element) else ""
        inner += "".join(self._spell(child, (*steps, n), inside, "") for n, child in enumerate(element))
        return f"<{prefix}{own.localname}{declarations}{attributes}>{inner}</{prefix}{own.localname}>"


def is_name(spot: Spot) -> bool:
    """Whether the text of an element is a name with a prefix."""
    return spot.use is not None and isinstance(type_ := bare(spot.use), Scalar) and type_.kind == "qname"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
