"""Classes of reasons for a refusal, so that two refusals can be compared that speak different languages."""

from __future__ import annotations

import re

DOTNET = {
    "key-value-names": r"both the KeyName and the ValueName",
    "unknown-type": r"is not expected\. Add any types",
    "cycle": r"contains cycles",
    "not-serializable": r"cannot be serialized\. Consider marking it",
    "base-not-contract": r"cannot inherit from a type that is not marked",
    "duplicate-member": r"with the same data member name",
    "multidimensional": r"Multi-dimensional arrays",
    "generic-name": r"curly brace",
    "namespace": r"namespace '.*' (cannot be specified since it is reserved|is not a valid)|"
    r"[Nn]amespace.*not a valid|valid URI",
    "negative-order": r"'Order' in DataMemberAttribute",
    "empty-name": r"(Name|Value) set to null or empty",
    "enum-value": r"Enum value '.*' is invalid",
    "max-items": r"Maximum number of items",
    "required-default": r"IsRequired setting is 'true'|is a required member|"
    r"usually caused by trying to use a null value",
    "surrogate": r"surrogate",
    "control-character": r"hexadecimal value 0x[0-9A-F]+, is an invalid character",
    "root-name": r"Invalid name character|cannot be included in a name",
    "collection": r"invalid collection type|is an invalid collection|since the type is not IDictionary",
    "no-setter": r"No set method for property",
    "no-getter": r"No get method for property",
    "reference": r"IsReference",
    "duplicate-enum": r"same (enum )?(name|value)",
    "duplicate-contract": r"same data contract name",
    "uri": r"Invalid URI|UriFormatException",
    "null-key": r"ArgumentNull|Value cannot be null",
}
"""What .NET's messages of a class have in common. The first that fits counts."""

OURS = {
    "key-value-names": r"both the KeyName and the ValueName",
    "unknown-type": r"unknown-type|is not expected",
    "cycle": r"holds-itself|\bcycl",
    "duplicate-member": r"same data member name",
    "generic-name": r"curly brace",
    "namespace": r"\bnamespace\b.*(reserved|not a URI|blank|valid)",
    "negative-order": r"'Order' in DataMemberAttribute",
    "empty-name": r"null or empty",
    "enum-value": r"unknown-enum-value",
    "max-items": r"too-many-items",
    "required-default": r"required-default",
    "surrogate": r"surrogate",
    "control-character": r"control character|no character of XML|cannot stand in XML",
    "root-name": r"invalid name character",
    "collection": r"collection|not IDictionary",
    "reference": r"reference: true|IsReference",
    "duplicate-contract": r"same (data )?contract name|would both be the element",
    "uri": r"\bURI\b",
    "null-key": r"key.*(null|None)|(null|None).*key",
}
"""The same for wiresmith's findings (``code: message``) and problems."""


def dotnet_reason(message: str) -> str:
    """The class of a recorded exception's text; that text where no class is known."""
    return _reason(message, DOTNET)


def own_reason(message: str) -> str:
    """The class of a finding or problem of wiresmith; its text where no class is known."""
    return _reason(message, OURS)


def _reason(message: str, classes: dict[str, str]) -> str:
    for reason, pattern in classes.items():
        if re.search(pattern, message, re.DOTALL):
            return reason
    return message
