"""``python -m tests.mistakes``: write what is reported today into all files of cases; look at the difference
before committing it.
"""

from __future__ import annotations

import sys

from tests.mistakes.cases import Case, data_files, written


def main() -> int:
    """Write every file whose text is another one."""
    for path in data_files():
        text = written(path, Case.found)
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
