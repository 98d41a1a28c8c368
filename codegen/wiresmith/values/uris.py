"""URIs as .NET's System.Uri spells them when they are written (``SerializationInfoString``, escaped).

Ported by behaviour, since no Python library has these rules: they are neither RFC 3986's normalisation nor a
browser's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_DOS = re.compile(r"[A-Za-z][:|]")
_USUAL = re.compile(r"https?://[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*/(?:[A-Za-z0-9_~-]+/?)*\Z")
"""The texts that are canonical already: most of what is written."""
_PORTS = {
    "http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "gopher": 70, "nntp": 119, "telnet": 23,
    "ldap": 389,
    "net.tcp": 808,
}  # fmt: skip
_WITH_AUTHORITY = frozenset({*_PORTS, "file", "net.pipe", "vsmacros"})
"""The schemes that .NET knows to have ``//``; with anything else behind them, a text is taken for a relative
reference.
"""
_WITHOUT_QUERY = frozenset({"ftp", "gopher", "nntp", "telnet", "news", "uuid", "vsmacros"})
_WITH_DOTS = frozenset({"gopher", "nntp", "telnet", "ldap"})
"""Schemes in whose paths ``..`` and ``\\`` mean nothing."""
_SLASHES_UNESCAPED = frozenset({"file", "vsmacros", "net.tcp", "net.pipe"})
_WITHOUT_USER = frozenset({"file", "vsmacros", "net.tcp", "net.pipe"})
_WITHOUT_PORT = frozenset({"file", "vsmacros", "net.pipe"})
_HOST_OPTIONAL = frozenset({"file", "vsmacros", "ldap"})

_SPACE = " \t\r\n"
_BIDI = "\u200e\u200f\u202a-\u202e"
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+|[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_LABELS = re.compile(r"(?:[\w-]+[.\u3002])*[\w-]+[.\u3002]?")


def uri_text(text: str) -> str:
    """The text that .NET writes for a URI: ``HTTP://Example.org:80/a b`` becomes
    ``http://example.org/a%20b``.

    What .NET takes for a relative reference is only escaped; one that begins with a slash is none of Unix'
    file names.

    Raises:
        ValueError: if .NET has no such URI (a host or a port that is none).
    """
    return _spelled(text if type(text) is str else str.__str__(text))


@lru_cache(maxsize=1024)
def _spelled(text: str) -> str:
    if _USUAL.match(text):
        return text
    trimmed = text.strip(_SPACE)
    if trimmed.startswith("\\\\") or (_DOS.match(trimmed) and len(trimmed) > 2):
        return _file_name(trimmed)
    match = _SCHEME.match(trimmed)
    if match is None:
        return _escaped(text)
    scheme, rest = match[1].lower(), trimmed[match.end() :]
    if rest.startswith("//"):
        return f"{scheme}://{_hierarchy(scheme, rest[2:])}"
    if scheme in _WITH_AUTHORITY:
        return _escaped(text)
    if scheme == "mailto":
        return f"mailto:{_mailbox(rest)}"
    path, mark, fragment = rest.partition("#")
    if scheme in _WITHOUT_QUERY:
        path = path.replace("?", "%3F")
    return f"{scheme}:{_escaped(path)}{mark}{_escaped(fragment)}"


def _file_name(text: str) -> str:
    r"""``C:\a`` and ``\\server\a``, in which no character but the slashes has a meaning."""
    path = text.replace("\\", "/")
    for character in "?#":
        path = path.replace(character, f"%{ord(character):02X}")
    if path.startswith("//"):
        host, _, rest = path[2:].partition("/")
        if not host:
            return _escaped(text)
        return f"file://{_host(host)}{_escaped(_without_dots(f'/{rest}'))}"
    if path[2] != "/":
        raise ValueError("a URI; a DOS path needs a slash behind its drive")
    return f"file:///{path[0]}:{_escaped(_without_dots(path[2:]))}"


def _mailbox(rest: str) -> str:
    address, mark, beyond = _split(rest, "?#")
    user, at, host = address.rpartition("@")
    return f"{_escaped(user)}{at}{_host(host) if address else ''}{_escaped(mark + beyond)}"


def _hierarchy(scheme: str, rest: str) -> str:
    """The text behind ``scheme://``: the authority and the path that .NET writes."""
    authority, mark, beyond = _split(rest, "/\\?#" if scheme in ("file", "vsmacros") else "/?#")
    drive = ""
    if scheme in ("file", "vsmacros"):
        drive, authority, mark, beyond = _drive(authority, mark, beyond)
    beyond = mark + beyond
    path, mark, query = _split(beyond, "#" if scheme in _WITHOUT_QUERY else "?#")
    if scheme in _WITHOUT_QUERY:
        path = path.replace("?", "%3F")
    if not path.startswith(("/", "\\")):
        path = f"/{path}"
    if scheme in _SLASHES_UNESCAPED:
        path = re.sub("%2[Ff]|%5[Cc]", "/", path)
    path = _escaped(path if scheme in _WITH_DOTS else path.replace("\\", "/"))
    if scheme not in _WITH_DOTS:
        path = _without_dots(path)
    return f"{_authority(scheme, authority)}{drive}{path}{_escaped(mark + query)}"


def _drive(authority: str, mark: str, beyond: str) -> tuple[str, str, str, str]:
    """A drive letter where the authority should be, or behind an empty one: ``file://C:/x``,
    ``file:///C|/x``.
    """
    if _DOS.fullmatch(authority):
        return f"/{authority[0]}:", "", mark, beyond
    if not authority and mark == "/" and _DOS.match(beyond):
        if beyond[2:3] not in ("/", "\\"):
            raise ValueError("a URI; a DOS path needs a slash behind its drive")
        return f"/{beyond[0]}:", "", "", beyond[2:]
    return "", authority, mark, beyond


def _authority(scheme: str, authority: str) -> str:
    user, at, place = authority.rpartition("@")
    if "@" in user or (at and scheme in _WITHOUT_USER):
        raise ValueError("a URI with a host that .NET takes")
    host, colon, port = place, "", ""
    if place.startswith("["):
        host, bracket, port = place.partition("]")
        host += bracket
        colon, port = port[:1], port[1:]
        if colon not in ("", ":"):
            raise ValueError("a URI with a host that .NET takes")
    elif ":" in place:
        host, colon, port = place.partition(":")
    if not host and not at and not colon and (scheme in _HOST_OPTIONAL or scheme not in _WITH_AUTHORITY):
        return ""
    is_known = scheme in _WITH_AUTHORITY
    return f"{_escaped(user)}{at}{_host(host, numeric=is_known)}{_port(scheme, port) if colon else ''}"


def _port(scheme: str, port: str) -> str:
    if scheme in _WITHOUT_PORT or not re.fullmatch("[0-9]*", port) or int(port or "0") > 65535:
        raise ValueError("a URI with a port from 0 to 65535")
    default = _PORTS.get(scheme, -1 if scheme in _WITH_AUTHORITY else 0)
    return "" if not port or int(port) == default else f":{int(port)}"


def _host(host: str, *, numeric: bool = True) -> str:
    if host.startswith("["):
        return _ipv6(host)
    if not _LABELS.fullmatch(host):
        raise ValueError("a URI with a host that .NET takes")
    return (_ipv4(host) if numeric else None) or _lower(host)


def _lower(host: str) -> str:
    # .NET's lower case never makes two characters of one.
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in host)


def _ipv4(host: str) -> str | None:
    """The dotted form of an address in one to four parts, each decimal, octal or hexadecimal; None for a
    name.
    """
    parts = host.split(".")
    if len(parts) > 4:
        return None
    numbers: list[int] = []
    for part in parts:
        if re.fullmatch("0[xX][0-9A-Fa-f]+", part):
            numbers.append(int(part, 16))
        elif re.fullmatch("0[0-7]+", part):
            numbers.append(int(part, 8))
        elif re.fullmatch("0|[1-9][0-9]*", part, re.ASCII) and len(part) < 20:
            numbers.append(int(part))
        else:
            return None
    *leading, last = numbers
    if any(number > 255 for number in leading) or last >= 256 ** (4 - len(leading)):
        return None
    address = sum(number << 8 * (3 - place) for place, number in enumerate(leading)) + last
    return ".".join(str(address >> shift & 255) for shift in (24, 16, 8, 0))


def _ipv6(host: str) -> str:
    from ipaddress import AddressValueError, IPv6Address

    address, mark, zone = host[1:-1].partition("%")
    try:
        if host[-1] != "]":
            raise AddressValueError
        parsed = IPv6Address(address)
    except AddressValueError:
        raise ValueError("a URI with a host that .NET takes") from None
    mapped = parsed.ipv4_mapped
    return f"[{f'::ffff:{mapped}' if mapped else parsed.compressed}{mark}{zone}]"


def _split(text: str, marks: str) -> tuple[str, str, str]:
    """The text before the first of some characters, that character, and what stands behind it."""
    match = re.search(f"[{re.escape(marks)}]", text)
    return (text, "", "") if match is None else (text[: match.start()], match[0], text[match.end() :])


def _without_dots(path: str) -> str:
    """A path that begins with a slash without its ``.`` and ``..`` segments."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for place, segment in enumerate(segments):
        if segment in (".", ".."):
            if segment == ".." and kept:
                kept.pop()
            if place == len(segments) - 1:
                kept.append("")
        else:
            kept.append(segment)
    return "".join(f"/{segment}" for segment in kept)


def _escaped(text: str) -> str:
    """The text with escapes for what may not stand in a URI, and without those for what always may."""
    return _ESCAPES.sub(_escape, re.sub(f"[{_BIDI}]", "", text))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] != "%" or len(found) == 1:
        return "".join(f"%{byte:02X}" for byte in _utf8(found))
    escapes = re.findall("%..", found)
    written: list[str] = []
    while escapes:
        data = bytes(int(escape[1:], 16) for escape in escapes[:4])
        size = next((size for size in range(1, len(data) + 1) if _is_character(data[:size])), 0)
        character = data[:size].decode() if size else ""
        if size == 1 and _UNRESERVED.match(character):
            written.append(character)
        elif size > 1:
            if not re.match(f"[{_BIDI}]", character):
                written.append("".join(escapes[:size]).upper())
        else:
            written.append(escapes[0])
        del escapes[: size or 1]
    return "".join(written)


def _is_character(data: bytes) -> bool:
    try:
        return len(data.decode()) == 1
    except UnicodeDecodeError:
        return False


def _utf8(character: str) -> bytes:
    return character.encode("utf-8") if not "\ud800" <= character <= "\udfff" else b"\xef\xbf\xbd"
