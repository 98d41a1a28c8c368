"""A dialect of our own: plain, but for two rules. This file and its registration are all that it takes."""

from __future__ import annotations

from dataclasses import replace

from wiresmith.dialects import PLAIN

HOUSE = replace(PLAIN, name="house", xml_by_name=True, texts="dotnet")
