"""Namespaces of data contracts: what .NET takes and refuses.

Every URI here was given to System.Uri (Mono's, which is Microsoft's).
"""

from __future__ import annotations

import pytest

from wiresmith.contract.namespace_faults import LONGEST_URI, namespace_fault
from wiresmith.values.namespaces import SERIALIZATION

TAKEN = [
    "", "urn:x", "http://example.org/a", " http://x ", "urn:é\x01\r\n\t", "a b", "http:", "http:/x",
    "http://x:1/ y", "urn:", "urn: x",
    "a", "://x", "1:x", "//x", "//", "/", "\\\\x", "c:\\x", "file://", "file:///x", "mailto:", "http://é",
    "http://a_b/", "http://-a/",
    "http://a:/", "x://", "x://a b", "x:", "tempuri.org", "http://256.1.1.1/", "http://x?a b#c d",
    "http://x:65535", "x://h:99999/", "ldap://",
    "http://[1::]/", "http://a.-b/", "http://u@a/", "\x1f", "http://www.w3.org/2001/XMLSchema",
    "http://www.w3.org/2001/XMLSchema-instance",
    "http://schemas.microsoft.com/2003/10/Serialization", SERIALIZATION + "Arrays", SERIALIZATION + "?",
    "http://x", "http://x/a/../b", "http://[::1]x/", "http://\xa0/", "http://a b@c/",
    "https" + SERIALIZATION[4:], "u" * LONGEST_URI,
]  # fmt: skip
NO_URI = [
    "  ", "\u3000", "a##b", "http://", "http://a b", "http://x:99999", "http://[::1", "http://x y/", "ftp://",
    "http://\x01", "http://a..b/",
    "http://.a/", "http://a:x/", "http://u@/", "http://a%20b/", "x:y z", "net.tcp://", "http://x\ty",
    "http:// x", "http://@", "http://x:65536",
    "https:///x", "file://a b/c", "http://a,b/", "http://a|b", "http://a\\b", "http://[x]/", "http://a~b",
    "http://a@b@c/", "http://a../", "c|x", "u" * (LONGEST_URI + 1),
]  # fmt: skip
RESERVED = [
    SERIALIZATION,
    f" {SERIALIZATION}\n",
    "HTTP://schemas.microsoft.com:80/2003/10/Serialization/",
    "http://Schemas.Microsoft.com/2003/10/Serialization/",
    "http://schemas.microsoft.com/2003/10/%53erialization/",
    "http://schemas.microsoft.com/2003/10/./Serialization/",
    "http://schemas.microsoft.com/2003/10/x/../Serialization/",
    "http://schemas.microsoft.com:080/2003/10\\Serialization/",
    "http://schemas.microsoft.com/2003/10/Serialization/x/..",
]


@pytest.mark.parametrize("namespace", TAKEN)
def test_namespaces_that_dotnet_takes(namespace: str) -> None:
    assert namespace_fault(namespace) is None


@pytest.mark.parametrize("namespace", NO_URI)
def test_namespaces_that_are_no_uris(namespace: str) -> None:
    assert namespace_fault(namespace) == "is not a valid URI"


@pytest.mark.parametrize("namespace", RESERVED)
def test_the_namespace_of_the_serializer(namespace: str) -> None:
    assert namespace_fault(namespace) == "cannot be specified since it is reserved"


def test_what_dotnet_trims_is_the_white_space_of_unicode() -> None:
    """All of it, and no more: the separators of files are no white space of .NET's."""
    spaces = {chr(point) for point in range(0x10000) if chr(point).isspace()} - set("\x1c\x1d\x1e\x1f")
    assert {chr(point) for point in range(0x10000) if namespace_fault(chr(point)) is not None} == spaces
