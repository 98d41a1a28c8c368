"""A server that runs until it is interrupted."""

from __future__ import annotations

import copy
import logging
import socket
from pathlib import Path

import uvicorn
import uvicorn.config

from wiresmith.contract import load_specs
from wiresmith.failure import ServeError
from wiresmith.serve._app import AskedFault, app_for
from wiresmith.serve.api import Behaviour


def serve(
    specs: Path, api: str | None, behaviour: Behaviour, *, host: str, port: int, access_log: bool
) -> None:
    """Serve the APIs of a folder, or one of them, until interrupted; their addresses are printed.

    Raises:
        ServeError: the address is taken, there is nothing to serve, or a fault is not written as faults are.
        SpecError: the specs have mistakes; it holds all of them.
    """
    app = app_for(load_specs(specs, api), behaviour)
    if not app.state.apis:
        raise ServeError(f"{specs} has no API that a server could be (those with client: false are files)")
    listening = listening_socket(host, port)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    logging.getLogger("uvicorn.error").addFilter(without_asked_faults)
    for name in app.state.apis:
        print(f"http://{shown}:{port}/{name}", flush=True)
    logs = copy.deepcopy(uvicorn.config.LOGGING_CONFIG)
    logs["handlers"]["access"]["stream"] = "ext://sys.stderr"  # the addresses are alone on the other
    config = uvicorn.Config(
        app,
        log_config=logs,
        log_level="info",
        access_log=access_log,
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    uvicorn.Server(config).run([listening])


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        ServeError: if the address is taken or unknown.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise ServeError(f"cannot listen on {host}:{port}: {error.strerror}; name another --port") from None
    # Connections inherit it. asyncio sets it only where a socket names its protocol, and without it a body
    # waits for the acknowledgement of its headers, which some clients put off.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def without_asked_faults(record: logging.LogRecord) -> bool:
    """Whether a record is to be logged: a dropped connection that was asked for is no error of the server."""
    return record.exc_info is None or not isinstance(record.exc_info[1], AskedFault)
