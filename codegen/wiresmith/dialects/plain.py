"""The dialect of APIs that say themselves what is in their documents: nothing goes without saying."""

from __future__ import annotations

from wiresmith.dialects.dialect import Dialect

PLAIN = Dialect(
    name="plain",
    title="",
    serializer="",
    reader="",
    xml_keys=frozenset(),
    predeclared=frozenset(),
    media={"json": ("application/json",), "xml": ("application/xml",)},
    has_xsd=False,
    texts="standard",
    default_namespace="",
    one_namespace=True,
    checks_namespaces=False,
    encodes_names=False,
    names_nullable=False,
    names_enum_values=False,
    null_by_reference=False,
    any_says_its_type=False,
    json_base_first=True,
    json_by_order=False,
    xml_by_name=False,
    levels_share_names=False,
    answers_unacceptable=False,
    answers_in_charsets=False,
)
