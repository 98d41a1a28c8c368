"""Payloads against contracts: what is wrong with them, and whether they come back as they were."""

from __future__ import annotations

from wiresmith.check.layout import Layout, sniff
from wiresmith.check.loading import EmittedPackage, load
from wiresmith.check.payloads import round_trip, validate
from wiresmith.check.reporting import Checked, Report, line, printable
from wiresmith.check.targets import TargetType, parse, resolve

__all__ = [
    "Checked",
    "EmittedPackage",
    "Layout",
    "Report",
    "TargetType",
    "line",
    "load",
    "parse",
    "printable",
    "resolve",
    "round_trip",
    "sniff",
    "validate",
]
