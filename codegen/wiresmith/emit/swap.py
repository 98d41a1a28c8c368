"""Two folders change places."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

ASIDE: Final = ".wiresmith-old-"
"""The beginning of a folder's name while ``exchange`` has moved it out of the way."""

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
_UNSUPPORTED: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def exchange(new: Path, old: Path) -> None:
    """Let two folders of one file system change places.

    Linux and macOS do it in one step that nothing can interrupt. Elsewhere, and on file systems that cannot,
    three renames do it: killed between the first two, the old folder is whole but stands under its name with
    ``ASIDE`` before it.

    Raises:
        OSError: if the system refuses.
    """
    swap = _system_swap()
    if swap is not None:
        ctypes.set_errno(0)
        if swap(os.fsencode(new), os.fsencode(old)) == 0:
            return
        code = ctypes.get_errno()
        if code not in _UNSUPPORTED:
            raise OSError(code, os.strerror(code), str(old))
    aside = old.with_name(ASIDE + old.name)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


@cache
def _system_swap() -> Callable[[bytes, bytes], int] | None:
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            renameat2 = library.renameat2
            return lambda new, old: int(renameat2(_AT_FDCWD, new, _AT_FDCWD, old, _RENAME_EXCHANGE))
        if sys.platform == "darwin":
            renamex_np = library.renamex_np
            return lambda new, old: int(renamex_np(new, old, _RENAME_SWAP))
    except (AttributeError, OSError, TypeError):
        return None
    return None
