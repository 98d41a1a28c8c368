"""``python -m wiresmith``, and the ``wiresmith`` script."""

from __future__ import annotations

import sys

_EXTRA = {"jinja2", "yaml"}
"""The packages that the command needs beyond what emitted code needs."""


def main() -> int:
    """Run the command, or say what has to be installed for it.

    Returns:
        the exit status, see `wiresmith.cli`.
    """
    try:
        from wiresmith import cli
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        print(
            "wiresmith: this command needs more than emitted code does; pip install 'wiresmith[codegen]'",
            file=sys.stderr,
        )
        return 2
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
