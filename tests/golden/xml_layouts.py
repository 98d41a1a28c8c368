"""Other XML forms of the same document: prefixes, namespaces, comments, white space, encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.golden.changes import Change
from tests.golden.xml_document import XmlSubject, render

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def other_layout(subject: XmlSubject) -> Iterator[Change]:
    """Everything that means nothing: the value is the same, and goes out in the usual form."""
    text = subject.sample.data.decode()
    forms = {
        **{f"indented by {indent}": render(subject.root, indent).text for indent in (None, 0, 1, 4)},
        "CRLF": text.replace("\n", "\r\n"),
        "tabs": text.replace("  ", "\t"),
        "blanks around": f"\n {text}\n\n",
        "blanks in tags": re.sub(r"(/?>)", r"  \1", text),
        "declaration": f'<?xml version="1.0" encoding="utf-8"?>\n{text}',
        "comments between": re.sub(r"\n *<(?!/)", lambda match: f"<!-- & < -->{match[0]}", text),
        "comment before and after": f"<!-- a -->{text}<!-- b -->",
        "single quotes": re.sub(r'="([^"]*)"', r"='\1'", text),
        "byte order mark": f"\ufeff{text}",
        "prefix for everything": _prefixed(text),
        "all prefixes at the root": _at_root(text),
        "default namespace everywhere": _defaults(text),
    }
    for what, form in forms.items():
        yield Change(what=what, data=form.encode(), back=subject.sample.data)
    declared = f'<?xml version="1.0" encoding="utf-16"?>{text}'
    yield Change(what="UTF-16", data=declared.encode("utf-16"), back=subject.sample.data)


def _prefixed(text: str) -> str:
    """No default namespace: what was in it has a prefix, and i: is another one."""
    text = re.sub(r"<(/?)([^\s:/>]+)(?=[\s/>])", r"<\1q0:\2", text)
    text = text.replace("xmlns=", "xmlns:q0=")
    return text.replace("xmlns:i=", "xmlns:xsi=").replace("i:nil=", "xsi:nil=")


def _at_root(text: str) -> str:
    """Every namespace declared once, by lxml."""
    root = etree.fromstring(text.encode())
    namespaces = {element.tag[1:].partition("}")[0] for element in root.iter()}
    top = etree.Element(root.tag, nsmap={f"p{n}": uri for n, uri in enumerate(sorted({*namespaces, XSI}))})
    top.extend(list(root))
    etree.cleanup_namespaces(top, top_nsmap=top.nsmap)
    return str(etree.tostring(top, encoding="unicode"))


def _defaults(text: str) -> str:
    """Every element declares its own namespace as the default one."""

    def spell(element: etree._Element) -> str:
        namespace, _, local = element.tag[1:].partition("}")
        nil = f' n:nil="true" xmlns:n="{XSI}"' if element.attrib else ""
        inner = _escaped(element.text or "") if not len(element) else "".join(map(spell, element))
        return f'<{local} xmlns="{namespace}"{nil}>{inner}</{local}>'

    return spell(etree.fromstring(text.encode()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
