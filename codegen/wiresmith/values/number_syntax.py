"""How numbers are spelled, and how long they may be."""

from __future__ import annotations

MAX_DIGITS = 4300
"""The most digits of an integer: converting takes quadratic time, and Python itself stops here."""

JSON_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
XML_DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
