"""From the form of WriteObject(XmlWriter) to the form of WriteObject(Stream): the same elements, other prefixes.

Rules: the stream writer takes the first letter of a..z that is not in scope (then ``d{depth}p{n}``, n from 0) for a prefix, puts
a start tag's attributes before its declarations, with the default namespace first among those, and closes every empty element as ``<A/>``.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

_TOKEN = re.compile("<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')


@dataclass(slots=True)
class _Element:
    prefixes: dict[str, str]
    name: str


def stream_form(document: str) -> str:
    """Rewrite a compact document of this library's XmlWriter form."""
    written: list[str] = []
    stack = [_Element({"xml": "xml"}, "")]
    tokens = _TOKEN.findall(document)
    for index, token in enumerate(tokens):
        if not token.startswith("<"):
            written.append(token)
        elif token.startswith("</"):
            element = stack.pop()
            if not _opens(tokens[index - 1]):
                written.append(f"</{element.name}>")
            else:
                written[-1] = written[-1][:-1] + "/>"
        else:
            element, attributes = _start_tag(token, stack[-1].prefixes, len(stack))
            slash = "/" if token.endswith("/>") else ""
            written.append(f"<{element.name}{attributes}{slash}>")
            if not slash:
                stack.append(element)
    return "".join(written)


def _opens(token: str) -> bool:
    return token.startswith("<") and not token.startswith("</") and not token.endswith("/>")


def _start_tag(token: str, outer: dict[str, str], depth: int) -> tuple[_Element, str]:
    name = re.match(r"<([^\s/>]+)", token)
    attributes: list[tuple[str, str]] = _ATTRIBUTE.findall(token)
    prefixes = dict(outer)
    default: list[str] = []
    declared: list[str] = []
    for attribute, value in attributes:
        if attribute == "xmlns":
            default.append(f' xmlns="{value}"')
        elif attribute.startswith("xmlns:"):
            old = attribute.removeprefix("xmlns:")
            prefixes[old] = old if old == "i" else _free_prefix(prefixes, depth)
            declared.append(f' xmlns:{prefixes[old]}="{value}"')
    plain = [
        f' {_renamed(attribute, prefixes)}="{_renamed(value, prefixes) if attribute == "i:type" else value}"'
        for attribute, value in attributes
        if attribute != "xmlns" and not attribute.startswith("xmlns:")
    ]
    assert name is not None
    return _Element(prefixes, _renamed(name[1], prefixes)), "".join((*plain, *default, *declared))


def _free_prefix(prefixes: dict[str, str], depth: int) -> str:
    taken = set(prefixes.values()) | {"i"}
    for letter in string.ascii_lowercase:
        if letter not in taken:
            return letter
    number = 0
    while (prefix := f"d{depth}p{number}") in taken:
        number += 1
    return prefix


def _renamed(name: str, prefixes: dict[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return f"{prefixes.get(prefix, prefix)}:{local}" if colon else name
