"""A server for any spec, to develop and test against (extra ``serve``).

``app_for`` gives an ASGI application, ``Behaviour`` says how it behaves; both are imported on first use,
since they bring the server's library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wiresmith.serve._app import app_for
    from wiresmith.serve.api import Behaviour

__all__ = ["Behaviour", "app_for"]


def __getattr__(name: str) -> object:
    if name == "Behaviour":
        from wiresmith.serve.api import Behaviour

        return Behaviour
    if name == "app_for":
        from wiresmith.serve._app import app_for

        return app_for
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
