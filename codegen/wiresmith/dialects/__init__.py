"""The dialects: one module for each, with its answers to what the rest of the program asks.

Example:
    A dialect of one's own is one file as well, and `register` makes it known to the language, the
    generator and emitted packages::

        register(replace(PLAIN, name="house", json_base_first=False, xml_by_name=True))
"""

from __future__ import annotations

from wiresmith.dialects.datacontract import DATACONTRACT
from wiresmith.dialects.dialect import Dialect, Texts, dialect_names, dialect_of, register
from wiresmith.dialects.plain import PLAIN

__all__ = ["DATACONTRACT", "PLAIN", "Dialect", "Texts", "dialect_names", "dialect_of", "register"]

register(DATACONTRACT)
register(PLAIN)
