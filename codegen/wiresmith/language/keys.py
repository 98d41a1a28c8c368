"""The spec language, version 1: every mapping of it with its keys.

The strict reader (`conform`) and the JSON Schema for editors (`json_schema`) are both made from these tables.
"""

from __future__ import annotations

from typing import Final, Literal

from wiresmith.language.shape import (
    IDENTIFIER,
    Either,
    EnumValue,
    Flag,
    Identifier,
    Integer,
    Key,
    Keys,
    Many,
    NameKey,
    Nothing,
    Number,
    Table,
    Text,
    TypeText,
    Value,
    Word,
)
from wiresmith.language.xml_keys import API_XML, ENUM_VALUE_XML, MEMBER_XML, ROOT_XML, TYPE_XML

VERSION: Final = 1
METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options")
LARGEST: Final = 2**53

_TEXT: Final = Text()
_LENGTH: Final = Integer(0, LARGEST)
_URL: Final = Text("a URL that starts with https:// or http://", r"https?://\S+")
_MEDIA_TYPE: Final = Text("a media type such as application/json", r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+(;.*)?")
_STATUS: Final = NameKey(
    "a status: 100 to 599, 1XX to 5XX or default", r"[1-5][0-9][0-9]|[1-5]XX|default", numeric=True
)
_NAME: Final = NameKey("a name of letters, digits, _ and -", r"[A-Za-z_][A-Za-z0-9_-]*")
_SAMPLE_FILE: Final = Text(
    "a path inside the API's folder, with forward slashes",
    r"(?!/|[A-Za-z]:)(?!(.*/)?\.\.(/|$))[^\\]*[^\\/]",
)
_REQUEST_PATH: Final = Text(
    "$query.<name of a query parameter> or $header.<name of a header>", r"\$(query|header)\..+"
)
_BODY_PATH: Final = Text("$body.<member>.<member>…", r"\$body(\.[^.]+)*")
_RESPONSE_PATH: Final = Text(
    "$body.<member>.<member>… or $header.<name of a header>", r"\$body(\.[^.]+)*|\$header\..+"
)

_PROVENANCE: Final = ("documented", "inferred", "assumed")
_PROVENANCE_KEYS: Final = (
    Key("documented", _TEXT, "Where on the page this is documented. Being on the page is the default."),
    Key("inferred", _TEXT, "Not said on the page, but seen in this sample of it."),
    Key("assumed", _TEXT, "Not on the page at all: the source that says so."),
)
_DOC: Final = Key("doc", _TEXT, "What it means, in the page's words.")
_PYTHON: Final = Key("python", Identifier(), "The Python name, where the derived one will not do.")
_UNDOCUMENTED: Final = Key(
    "undocumented", Many(_TEXT, may_be_empty=True), "What the page leaves out, e.g. [base_url, auth]."
)

_CONSTRAINT_KEYS: Final = (
    Key("gt", Number(), "Greater than this number."),
    Key("ge", Number(), "This number or greater."),
    Key("lt", Number(), "Less than this number."),
    Key("le", Number(), "This number or less."),
    Key("min_length", _LENGTH, "The least number of characters, bytes, items or entries."),
    Key("max_length", _LENGTH, "The greatest number of characters, bytes, items or entries."),
    Key("pattern", _TEXT, "A regular expression (RE2 syntax) that is searched for in the text."),
)
CONSTRAINTS: Final = tuple(key.name for key in _CONSTRAINT_KEYS)

_FIELD_KEYS: Final = (
    Key("type", TypeText(), "The type, e.g. str, list[Batch], UserRef | None.", required=True),
    _DOC,
    Key("default", Value(), "The documented default. It is described, never filled in or sent."),
    *_CONSTRAINT_KEYS,
    Key("wire", _TEXT, "The name as it is sent, where the key cannot be it (one that ends in ?)."),
    _PYTHON,
    Key("example", Value(), "A documented example."),
    Key("examples", Many(Value()), "Documented examples."),
    *_PROVENANCE_KEYS,
)
_FIELD_GROUPS: Final = (("example", "examples"), _PROVENANCE)
MEMBER: Final = Keys(
    "a member of a type",
    (*_FIELD_KEYS, Key("xml", MEMBER_XML, "What differs in XML.")),
    at_most_one=_FIELD_GROUPS,
)
PARAMETER: Final = Keys(
    "a parameter",
    (
        *_FIELD_KEYS,
        Key("explode", Flag(), "An array as a=1&a=2 (true, the default) or as a=1,2 (false)."),
        Key(
            "request_id", Flag(), "A header that names one request: clients make one up where none is given."
        ),
    ),
    at_most_one=_FIELD_GROUPS,
)
_MEMBER_VALUE: Final = Either((TypeText(), MEMBER))
_PARAMETER_VALUE: Final = Either((TypeText(), PARAMETER))


def _parameters(what: str, question_mark: Literal["optional", "refused"] = "optional") -> Table:
    return Table(what, NameKey("a name", question_mark=question_mark), _PARAMETER_VALUE, may_be_empty=True)


PAYLOAD: Final = Keys(
    "a body",
    (
        Key(
            "type",
            Either((TypeText(), Nothing())),
            "The type of the body; null: the body is empty.",
            required=True,
        ),
        Key(
            "media", Many(_MEDIA_TYPE), "The media types it comes in; without it, those of the API's formats."
        ),
        _DOC,
        Key("headers", _parameters("a header"), "Headers of the response."),
        *_PROVENANCE_KEYS,
    ),
    at_most_one=(_PROVENANCE,),
)
_PAYLOAD_VALUE: Final = Either((TypeText(), PAYLOAD, Nothing()))
_RETURNS: Final = Table("a response", _STATUS, _PAYLOAD_VALUE)

SAMPLE: Final = Keys(
    "a sample",
    (
        Key("file", _SAMPLE_FILE, "The raw file, relative to the API's folder.", required=True),
        Key("media", _MEDIA_TYPE, "Its media type, where the file's ending does not say it."),
        Key(
            "indent", Either((Integer(0, 16), Nothing())), "Spaces for each level (2); null: all on one line."
        ),
        *_PROVENANCE_KEYS,
    ),
    at_most_one=(_PROVENANCE,),
)
_SAMPLES: Final = Table("a response", _STATUS, Many(Either((_SAMPLE_FILE, SAMPLE))))

_SEND: Final = Key("send", _REQUEST_PATH, "The parameter that says where the page starts.")
_SIZE: Final = Key("size", _REQUEST_PATH, "The parameter that says how many items a page has.")
_NEXT: Final = Key("next", _RESPONSE_PATH, "What to send, or (style url) where to go, for the next page.")
_MORE: Final = Key("more", _BODY_PATH, "Whether there is a next page.")
STYLES: Final = ("cursor", "token", "offset", "page", "url", "link")
PAGING_BACKWARD: Final = Keys("the backward: of paging", (_SEND, _SIZE, _NEXT, _MORE))
PAGING: Final = Keys(
    "paging",
    (
        Key("style", Word(STYLES), "How pages are told apart."),
        _SEND,
        _SIZE,
        _NEXT,
        _MORE,
        Key("items", _BODY_PATH, "The list of items."),
        Key("total", _BODY_PATH, "How many items there are in all."),
        Key("pages", _BODY_PATH, "How many pages there are in all."),
        Key("first", Integer(0, LARGEST), "The number of the first page (1), or its offset (0)."),
        Key("backward", PAGING_BACKWARD, "The same in the other direction."),
    ),
)
ENVELOPE: Final = Keys(
    "an envelope",
    (
        Key("unwrap", _BODY_PATH, "What a call returns of the body."),
        Key("success", _BODY_PATH, "The bool that says whether the call succeeded."),
        Key(
            "error",
            Table("a detail of an error", NameKey("a name", IDENTIFIER), _BODY_PATH),
            "What an error carries, by the name it has there; message: its text.",
        ),
    ),
)
_SECONDS: Final = Number()
_STATES: Final = Many(Value())
WAIT: Final = Keys(
    "wait",
    (
        Key("on", _BODY_PATH, "The value that says how far the work has come."),
        Key("pending", _STATES, "The values that mean: not yet."),
        Key("succeeded", _STATES, "The values that mean: done."),
        Key("failed", _STATES, "The values that mean: it will not be done."),
        Key("url", _RESPONSE_PATH, "Where a 202 says that one may ask."),
        Key("min_delay", _SECONDS, "The least number of seconds between two requests (2)."),
        Key("max_delay", _SECONDS, "The greatest number of seconds between two requests (120)."),
        Key("backoff", Number(), "What the delay grows by each time (2)."),
    ),
)
AUTH: Final = Keys(
    "an auth entry",
    (
        Key("header", _TEXT, "The header that carries the secret."),
        Key("query", _TEXT, "The query parameter that carries the secret."),
        Key("cookie", _TEXT, "The cookie that carries the secret."),
        Key("scheme", Text("one word", r"\S+"), "The word before the secret, e.g. Bearer."),
        Key(
            "env",
            Text("the name of an environment variable", r"[A-Za-z_][A-Za-z0-9_]*"),
            "The environment variable that clients take the secret from where they are given none.",
        ),
        _DOC,
        *_PROVENANCE_KEYS,
    ),
    one_of=("header", "query", "cookie"),
    at_most_one=(_PROVENANCE,),
)

OPERATION: Final = Keys(
    "an operation",
    (
        *(
            Key(
                method,
                Text("a path without spaces, ? and #", r"[^\s?#]+"),
                f"The path of a {method.upper()} request.",
            )
            for method in METHODS
        ),
        Key("summary", _TEXT, "One line about what it does."),
        _DOC,
        _PYTHON,
        Key("path", _parameters("a path parameter", "refused"), "The parameters in the path."),
        Key("query", _parameters("a query parameter"), "The query parameters."),
        Key("headers", _parameters("a header"), "The request's headers."),
        Key("cookies", _parameters("a cookie"), "The request's cookies."),
        Key("body", _PAYLOAD_VALUE, "The request's body."),
        Key("returns", _RETURNS, "The documented responses by status."),
        Key("samples", _SAMPLES, "The documented samples by status."),
        Key("auth", Many(_TEXT, may_be_empty=True), "Which secrets of the API it needs; []: none."),
        Key("paging", PAGING, "How one asks for the next page; what it leaves out, the API's paging: says."),
        Key("envelope", Either((ENVELOPE, Nothing())), "What is around every result; null: nothing is."),
        Key("wait", WAIT, "How one waits for what takes longer."),
        Key("idempotent", Flag(), "Whether sending it twice does what sending it once does."),
        _UNDOCUMENTED,
        *_PROVENANCE_KEYS,
    ),
    one_of=METHODS,
    at_most_one=(_PROVENANCE,),
)

_NUMBER: Final = Integer(-(2**63), 2**64 - 1, "an enum of .NET has at most 64 bits")
ENUM_VALUE: Final = Keys(
    "an enum value",
    (
        Key("value", _NUMBER, "The number of a value that has a name."),
        _DOC,
        _PYTHON,
        Key("xml", ENUM_VALUE_XML, "Its name in XML, where it differs."),
    ),
)
_ENUM_VALUES: Final = Either(
    (
        Many(EnumValue()),
        Table(
            "an enum value",
            NameKey("text or an integer", numeric=True),
            Either((Nothing(), _NUMBER, ENUM_VALUE)),
        ),
    )
)
TYPE: Final = Keys(
    "a type",
    (
        Key(
            "fields",
            Table("a member", NameKey("a name", question_mark="optional"), _MEMBER_VALUE, may_be_empty=True),
            "An object: its members; a name that ends in ? may be absent.",
        ),
        Key("enum", _ENUM_VALUES, "An enum: its values, alone or with what is known about each."),
        Key("type", TypeText(), "A named scalar, list or dictionary."),
        _DOC,
        _PYTHON,
        Key("extends", TypeText(), "The object type whose members it has too."),
        Key(
            "json_order", Many(_TEXT), "The order in JSON: the wire names of all members, inherited ones too."
        ),
        Key("closed", Flag(), "There are no other values than the documented ones."),
        Key("base", Word(("str", "int")), "What the values are in JSON; follows from them."),
        Key("flags", Flag(), "The values are bits that combine ([Flags])."),
        *_CONSTRAINT_KEYS,
        Key("xml", TYPE_XML, "What differs in XML."),
        *_PROVENANCE_KEYS,
    ),
    one_of=("fields", "enum", "type"),
    at_most_one=(_PROVENANCE,),
    needs=(
        ("extends", "fields"),
        ("json_order", "fields"),
        ("closed", "enum"),
        ("base", "enum"),
        ("flags", "enum"),
        *((name, "type") for name in CONSTRAINTS),
    ),
)
_TYPE_NAME: Final = NameKey(
    "a type name such as Batch or Page[T]", rf"{IDENTIFIER}(\[ *{IDENTIFIER} *(, *{IDENTIFIER} *)*\])?"
)

_FILE_KEYS: Final = (
    Key(
        "operations",
        Table("an operation", _NAME, OPERATION, may_be_empty=True),
        "The documented endpoints by name.",
    ),
    Key(
        "types",
        Table("a type", _TYPE_NAME, TYPE, may_be_empty=True),
        "The types that all files of the API share.",
    ),
    *_PROVENANCE_KEYS,
)
ENDPOINT_FILE: Final = Keys("an endpoint file", _FILE_KEYS, at_most_one=(_PROVENANCE,))
DOCS: Final = Keys(
    "docs", (Key("page", _TEXT, "The page, as it is filed."), Key("url", _URL, "Where the page is."))
)
API_FILE: Final = Keys(
    "api.yaml",
    (
        Key("wiresmith", Integer(VERSION, VERSION), "The version of the spec language.", required=True),
        Key(
            "api",
            Text("a name of lower case letters, digits and _", r"[a-z][a-z0-9_]*"),
            "The API's name: its folder's, and that of the Python package.",
            required=True,
        ),
        Key("title", _TEXT, "What the API is called."),
        _DOC,
        Key(
            "docs",
            Keys(
                "docs",
                (Key("page", _TEXT, "The page, as it is filed."), Key("url", _URL, "Where the page is.")),
            ),
            "Where the API is documented.",
        ),
        Key(
            "base_url",
            _URL,
            "What every path is relative to; {name} stands for what each user has of their own.",
        ),
        Key("formats", Many(Word(("json", "xml"))), "The formats of its bodies."),
        Key("xml", API_XML, "How its XML comes about."),
        Key(
            "auth",
            Table("an auth entry", _NAME, AUTH, may_be_empty=True),
            "The secrets it asks for, by name.",
        ),
        Key("headers", _parameters("a header"), "Headers that every request may carry."),
        Key("returns", _RETURNS, "Responses that every operation may give; an operation's own win."),
        Key("paging", PAGING, "What the paging of operations has in common."),
        Key("envelope", ENVELOPE, "What is around the results of all operations."),
        Key("client", Flag(), "false: these are files, so no client is made."),
        _UNDOCUMENTED,
        *_FILE_KEYS,
    ),
    at_most_one=(_PROVENANCE,),
)
DEFINITIONS: Final = {
    "api_file": API_FILE,
    "endpoint_file": ENDPOINT_FILE,
    "docs": DOCS,
    "auth": AUTH,
    "operation": OPERATION,
    "parameter": PARAMETER,
    "body": PAYLOAD,
    "sample": SAMPLE,
    "paging": PAGING,
    "paging_backward": PAGING_BACKWARD,
    "envelope": ENVELOPE,
    "wait": WAIT,
    "type": TYPE,
    "member": MEMBER,
    "enum_value": ENUM_VALUE,
    "api_xml": API_XML,
    "type_xml": TYPE_XML,
    "root_xml": ROOT_XML,
    "member_xml": MEMBER_XML,
    "enum_value_xml": ENUM_VALUE_XML,
}
"""Every mapping with known keys, by the name it has in the JSON Schema."""
