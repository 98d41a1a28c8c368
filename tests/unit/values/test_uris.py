"""URIs as System.Uri writes them; the expectations are its own."""

from __future__ import annotations

import pytest

from wiresmith.values.uris import uri_text

SAME = (
    "http://example.org/", "http://x/a/b-c_d~e", "urn:x", "urn:a/../b#c?d", "a/b", "../x", "#frag", "?q=1",
    "", "/abs/path",
    "http://x/%2f%2F%3f", "http://x/%c3%28", "http://x/%25", "http://x/'()*!", "http://x/a//b",
    "http://x/...", "http://x:443/",
    "foo:a/../b", "mailto:nobody", "file:///etc/passwd", "http://exämple.org/", "http://u:p@x/",
    "gopher://x/a/../b", "tel:+1-201",
    "http://256.1.1.1/", "about:blank", "http://x/;a=b,c$&+", "ldap:///a", "http:x", "1a:b",
    "é".encode().hex(),
)  # fmt: skip


@pytest.mark.parametrize("text", SAME)
def test_what_is_canonical_stays(text: str) -> None:
    assert uri_text(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("http://example.org", "http://example.org/"),
        ("http://Example.ORG:80/Path?Q=1#Frag", "http://example.org/Path?Q=1#Frag"),
        ("HTTP://user:Pass@Host.example/a%20b/../c/./d", "http://user:Pass@host.example/c/d"),
        (" http://x/ \r\n", "http://x/"),
        ("http://x?y", "http://x/?y"),
        ("http://x:", "http://x/"),
        ("http://x:080/a b?c d#e f", "http://x/a%20b?c%20d#e%20f"),
        ("http://x/a%7eb%41%2e", "http://x/a~bA."),
        ("http://x/é中?é#é", "http://x/%C3%A9%E4%B8%AD?%C3%A9#%C3%A9"),
        ("http://x/%c3%a9", "http://x/%C3%A9"),
        ("http://x/%zz%", "http://x/%25zz%25"),
        ('http://x/<>"{}|\\^`[]', "http://x/%3C%3E%22%7B%7D%7C/%5E%60[]"),
        ('http://x/?<>"{}|\\^`[]', "http://x/?%3C%3E%22%7B%7D%7C%5C%5E%60[]"),
        ("http://x/%2e%2e/a", "http://x/a"),
        ("http://x/a/.", "http://x/a/"),
        ("http://x/a//../b", "http://x/a/b"),
        ("http://x/\ud83d", "http://x/%EF%BF%BD"),
        ("http://x/\u200ea%e2%80%8e", "http://x/a"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://3232235777/", "http://192.168.1.1/"),
        ("http://[FE80::1]:80/a", "http://[fe80::1]/a"),
        ("http://[::FFFF:1.2.3.4]/", "http://[::ffff:1.2.3.4]/"),
        ("https://EXÄMPLE.org:443", "https://exämple.org/"),
        ("net.tcp://x:808/a%5cb", "net.tcp://x/a/b"),
        ("ftp://x:21/a?b#c", "ftp://x/a%3Fb#c"),
        ("URN:Isbn:1 é", "urn:Isbn:1%20%C3%A9"),
        ("foo://Host:99/A/../b c", "foo://host:99/b%20c"),
        ("foo:a\\b", "foo:a%5Cb"),
        ("mailto:John.Doe@Example.com?subject=x y", "mailto:John.Doe@example.com?subject=x%20y"),
        ("C:\\Temp\\x y.txt", "file:///C:/Temp/x%20y.txt"),
        ("\\\\Server\\share\\..\\f", "file://server/f"),
        ("file:///C|/x", "file:///C:/x"),
        ("file://C:/x", "file:///C:/x"),
        ("a b/é%zz%20%41", "a%20b/%C3%A9%25zz%20A"),
        ("news:a?b", "news:a%3Fb"),
    ],
)
def test_what_is_not_canonical_becomes_so(text: str, written: str) -> None:
    assert uri_text(text) == written


@pytest.mark.parametrize(
    "text",
    ["http://", "http://x:80a", "http://x:65536/", "http://a..b/", "http://a b/", "http://x@y@z/",
    "http://[::G]/", "C:x",
     "net.pipe://x:99/a", "net.tcp://u@x/", "mailto:!"],
)  # fmt: skip
def test_what_is_no_uri_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a URI"):
        uri_text(text)
