"""The record that is a verb of the command, and the exit statuses of all of them."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

OK: Final = 0
FOUND: Final = 1
"""There are findings, or differences."""
FAILED: Final = 2


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what its help says, its arguments, and what it does.

    ``add_arguments`` gets the verb's parser. ``run`` gets the arguments and returns the exit status; a verb
    with verbs of its own sets theirs as the default ``run`` of their parsers.
    """

    name: str
    summary: str
    examples: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int] | None = None

    def add_to(
        self,
        # It has no other name.
        verbs: argparse._SubParsersAction[argparse.ArgumentParser],  # pyright: ignore[reportPrivateUsage]
    ) -> None:
        """Add the verb's parser to those of the command."""
        parser = verbs.add_parser(
            self.name,
            help=self.summary,
            description=self.summary[0].upper() + self.summary[1:] + ".",
            epilog="examples:\n" + textwrap.indent(textwrap.dedent(self.examples).strip(), "  "),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_arguments(parser)
        if self.run is not None:
            parser.set_defaults(run=self.run)
