"""Addresses as .NET's Uri class writes them."""

from __future__ import annotations

import re

_ABSOLUTE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_AUTHORITY = re.compile(r"(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::([0-9]*))?", re.DOTALL)
_PORTS = {"http": 80, "https": 443, "ftp": 21, "gopher": 70, "nntp": 119, "telnet": 23, "ldap": 389}
_PORTS |= {"ws": 80, "wss": 443, "net.tcp": 808}
_HIERARCHICAL = frozenset({"http", "https", "ftp", "file", "ws", "wss", "gopher", "net.tcp", "net.pipe"})
_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!*'();:@&=+$,/?#[]")
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")


def uri_text(text: str) -> str:
    """An address with its components escaped (``Uri.GetComponents(SerializationInfoString, UriEscaped)``).

    Scheme and host in lower case, no default port, ``/`` for an empty path, dots in paths resolved; relative addresses only escaped.

    Raises:
        ValueError: an absolute address without what its scheme needs, or a port that is no port.
    """
    text = text.strip(" \t\r\n")
    match = _ABSOLUTE.fullmatch(text)
    if match is None or len(match[1]) == 1:
        return _escaped(text)
    scheme, rest = match[1].lower(), match[2]
    if not rest.startswith("//"):
        if scheme in _HIERARCHICAL and scheme != "file":
            raise ValueError("a URI with a host, such as http://example.org/")
        return f"{scheme}:{_escaped(rest)}"
    authority = _AUTHORITY.match(rest, 2)
    assert authority is not None
    user, host, port = authority.groups()
    tail = rest[authority.end() :]
    if (tail and tail[0] not in "/?#") or (port and int(port) > 65535):
        raise ValueError("a URI with a host and a port from 0 to 65535")
    if not host and scheme in _HIERARCHICAL and scheme != "file":
        raise ValueError("a URI with a host, such as http://example.org/")
    spelled = f"{_escaped(user)}@" if user is not None else ""
    spelled += host.lower()
    if port and int(port) != _PORTS.get(scheme):
        spelled += f":{int(port)}"
    path, mark, query = _split(tail)
    if scheme in _HIERARCHICAL:
        path = _resolved(path.replace("\\", "/"))
    return f"{scheme}://{spelled}{_escaped(path or '/')}{mark}{_escaped(query)}"


def _split(tail: str) -> tuple[str, str, str]:
    """The path, the mark that ends it, and what comes behind."""
    end = next((place for place, character in enumerate(tail) if character in "?#"), len(tail))
    return tail[:end], tail[end : end + 1], tail[end + 1 :]


def _resolved(path: str) -> str:
    """A path without ``.`` and ``..``."""
    kept: list[str] = []
    segments = path.split("/")
    for place, segment in enumerate(segments):
        if segment == ".." and len(kept) > 1:
            kept.pop()
        if segment in (".", ".."):
            if place == len(segments) - 1:
                kept.append("")
        else:
            kept.append(segment)
    return "/".join(kept)


def _escaped(text: str) -> str:
    parts: list[str] = []
    place = 0
    while place < len(text):
        character = text[place]
        if character in _SAFE or (character == "%" and _ESCAPED.match(text, place)):
            parts.append(character)
        else:
            parts += (f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
        place += 1
    return "".join(parts)
