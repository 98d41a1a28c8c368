"""The dialect of .NET: XML as its DataContractSerializer writes it, JSON as Newtonsoft's serializer does,
served by Web API.
"""

from __future__ import annotations

from wiresmith.dialects.dialect import Dialect
from wiresmith.values.namespaces import CONTRACTS

DATACONTRACT = Dialect(
    name="datacontract",
    title=".NET's data contracts",
    serializer=".NET's DataContractSerializer",
    reader=".NET",
    xml_keys=frozenset(
        {
            "floats", "preserve_references", "known_types", "reference", "value_type", "extensible",
            "generic_parameters", "initial", "get_only", "array",
        }
    ),
    predeclared=frozenset({"KeyValuePair"}),
    media={"json": ("application/json", "text/json"), "xml": ("application/xml", "text/xml")},
    has_xsd=True,
    texts="dotnet",
    default_namespace=CONTRACTS,
    one_namespace=False,
    checks_namespaces=True,
    encodes_names=True,
    names_nullable=True,
    names_enum_values=True,
    null_by_reference=True,
    any_says_its_type=True,
    json_base_first=False,
    json_by_order=True,
    xml_by_name=True,
    levels_share_names=True,
    answers_unacceptable=True,
    answers_in_charsets=True,
)  # fmt: skip
