"""What is out of scope: out_of_scope.toml, and how a case shows that it needs one of those features."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.conformance.clr import Contract, UnreadableCase
from tests.conformance.csharp import attributes_of_methods
from tests.conformance.outcome import OutOfScope

_RULES = tomllib.loads((Path(__file__).parent / "out_of_scope.toml").read_text("utf-8"))
FEATURES: dict[str, str] = _RULES["features"]
"""Features by name, with the reason why each is out of scope."""

CLASSES: dict[str, str] = {name: feature for feature, names in _RULES["classes"].items() for name in names}
"""The feature that a class of the base library needs."""

SETTINGS = {
    "root_name", "root_namespace", "known_types", "preserve_object_references", "max_items_in_object_graph",
    "serialize_read_only_types", "ignore_extension_data_object",
}  # fmt: skip
"""The settings of a serializer that are translated."""
_CODE = ("resolver", "surrogate")
_WRITING = {"OnSerializing", "OnSerialized"}
_READING = {"OnDeserializing", "OnDeserialized"}


def check_scope(contract: Contract, *, reads: bool) -> None:
    """Whether a contract as a whole can be translated.

    Raises: OutOfScope if it needs code to run; UnreadableCase for a setting that is not known.
    """
    for setting in contract.serializer:
        if any(word in setting for word in _CODE):
            raise OutOfScope("resolver", f"the serializer has a {setting}")
        if setting not in SETTINGS:
            raise UnreadableCase(f"the serializer's setting {setting!r} is unknown")
    callbacks = attributes_of_methods(contract.source) & (_READING | _WRITING if reads else _WRITING)
    if callbacks:
        raise OutOfScope("callbacks", f"a method is marked [{min(callbacks)}]")
