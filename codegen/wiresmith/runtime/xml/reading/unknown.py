"""Elements that a description does not know, kept as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiresmith.runtime.findings import quoted
from wiresmith.runtime.report import Path
