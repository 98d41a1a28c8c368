"""The namespaces that .NET takes for a data contract, by the rules of
``DataContract.CheckExplicitDataContractNamespace``.

That is whatever ``Uri.TryCreate`` refuses as an absolute or relative URI, and the serializer's own namespace
however it is spelled. Nearly every text is a relative URI; what fails is what starts like an absolute one of
a known scheme and has no sound host and port.
"""

from __future__ import annotations

import ipaddress
import posixpath
import re
from typing import Final
from urllib.parse import unquote

from wiresmith.values.namespaces import SERIALIZATION

LONGEST_URI: Final = 65_519
"""Characters of a System.Uri."""

_WHITE_SPACE: Final = "".join(
    map(
        chr,
        (
            *range(9, 14),
            0x20,
            0x85,
            0xA0,
            0x1680,
            *range(0x2000, 0x200B),
            0x2028,
            0x2029,
            0x202F,
            0x205F,
            0x3000,
        ),
    )
)
"""The characters that System.String.Trim takes away."""
_WITH_HOST: Final = frozenset(
    {"http", "https", "ftp", "gopher", "nntp", "telnet", "net.tcp", "net.pipe", "ws", "wss"}
)
_WITH_HOST_OR_NONE: Final = frozenset({"file", "ldap"})
_ABSOLUTE: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)", re.ASCII)
_DRIVE: Final = re.compile(r"[A-Za-z][:|][^/\\]", re.ASCII)
_HOST: Final = re.compile(r"(?:[\w-]|[^\x00-\x9f])+(?:\.(?:[\w-]|[^\x00-\x9f])+)*\.?", re.ASCII)
_PORT: Final = re.compile(r"0*[0-9]{0,5}", re.ASCII)


def namespace_fault(namespace: str) -> str | None:
    """Why .NET refuses a namespace given in ``[DataContract(Namespace = …)]``, in its words; None if it does
    not.
    """
    trimmed = namespace.strip(_WHITE_SPACE)
    if namespace and (not trimmed or "##" in trimmed or not _is_uri(trimmed)):
        return "is not a valid URI"
    if _canonical(trimmed) == SERIALIZATION:
        return "cannot be specified since it is reserved"
    return None


def _is_uri(text: str) -> bool:
    if len(text) > LONGEST_URI or _DRIVE.match(text):
        return False
    absolute = _ABSOLUTE.match(text)
    if absolute is None:
        return True
    scheme, authority = absolute[1].lower(), absolute[2]
    if scheme in _WITH_HOST_OR_NONE and not authority:
        return True
    return scheme not in _WITH_HOST | _WITH_HOST_OR_NONE or _is_authority(authority)


def _is_authority(authority: str) -> bool:
    host = authority.partition("@")[2] or authority
    if host.startswith("["):
        address, end, rest = host[1:].partition("]")
        try:
            ipaddress.IPv6Address(address)
        except ValueError:
            return False
        host, port = "v6" if end else "", rest[1:] if rest.startswith(":") else ""
    else:
        host, _, port = host.partition(":")
    return (
        _HOST.fullmatch(host) is not None and _PORT.fullmatch(port) is not None and int(port or "0") <= 65_535
    )


def _canonical(text: str) -> str:
    """An http URI as System.Uri shows it, as far as the serializer's own namespace can be spelled
    otherwise.
    """
    absolute = _ABSOLUTE.match(text)
    if absolute is None or absolute[1].lower() != "http":
        return text
    host = re.sub(r":(?:0*80)?\Z", "", absolute[2].lower())
    path = unquote(text[absolute.end() :].replace("\\", "/"))
    normal = posixpath.normpath(path) if path else "/"
    if path.endswith(("/", "/.", "/..")) and not normal.endswith("/"):
        normal += "/"
    return f"http://{host}{normal}"
