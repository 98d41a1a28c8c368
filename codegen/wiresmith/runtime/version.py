"""The version of what emitted code relies on, which is checked as an emitted package is imported."""

from __future__ import annotations

RUNTIME_VERSION = "0.3"
"""Before 1.0 the second number changes with every incompatible change, later the first one."""


def require_runtime(needed: str) -> None:
    """Make sure that this runtime has what code emitted for version ``needed`` uses.

    Raises:
        ImportError: if it has not; the message says what to do.
    """
    have, want = _numbers(RUNTIME_VERSION), _numbers(needed)
    fits = have == want if want[0] == 0 else have[0] == want[0] and have >= want
    if not fits:
        raise ImportError(
            f"this package was emitted for wiresmith runtime {needed}, but {RUNTIME_VERSION} is installed: "
            'install a matching wiresmith, or run "wiresmith generate" again'
        )


def _numbers(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)
