"""The ``wiresmith`` command: one thin module for each verb.

Exit status: 0 nothing to say, 1 findings or differences, 2 it could not be done (a spec with mistakes, a file
that cannot be read, wrong usage).
"""

from __future__ import annotations

from wiresmith.cli._main import main

__all__ = ["main"]
