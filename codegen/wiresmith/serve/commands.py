"""``wiresmith serve``: the server from the command line."""

from __future__ import annotations

import argparse
import copy
import logging
import socket
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette


class ServeError(Exception):
    """The server cannot start; the message says why and what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``serve``, besides the specs."""
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="which port (%(default)s); 0: any free one")
    parser.add_argument(
        "--data",
        choices=("samples", "generated"),
        default="samples",
        help="answer with documented samples where there are any, or always with made-up values (%(default)s)",
    )
    parser.add_argument("--seed", type=int, default=0, help="another seed makes up other values")
    parser.add_argument("--items", type=int, default=25, help="made-up items in all, on pages (%(default)s)")
    parser.add_argument(
        "--secret",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="accept this value alone for a secret, by the name of the client's argument; otherwise any will do",
    )
    parser.add_argument("--no-auth", action="store_true", help="do not ask for secrets")
    parser.add_argument("--quiet", action="store_true", help="write no access log")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME=FAULTS",
        help="what to do wrong: list_batches=503:2,429,drop,truncate,delay=0.5",
    )


def serve(arguments: argparse.Namespace, specs: Path, api: str | None) -> None:
    """Serve until interrupted.

    Raises:
        ServeError: if the extra is not installed, the address is taken, or there is nothing to serve.
        SpecError: with every mistake of the specs.
    """
    try:
        import uvicorn
        import uvicorn.config
    except ModuleNotFoundError as error:
        raise ServeError(
            f"serving needs {error.name}; install it with: pip install 'wiresmith[serve]'"
        ) from None
    app = _app(arguments, specs, api)
    listening = _listening(arguments.host, arguments.port)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    logging.getLogger("uvicorn.error").addFilter(_without_asked_faults)
    for name in app.state.apis:
        print(f"http://{shown}:{port}/{name}", flush=True)
    logs = copy.deepcopy(uvicorn.config.LOGGING_CONFIG)
    logs["handlers"]["access"]["stream"] = "ext://sys.stderr"  # the addresses are alone on the other
    config = uvicorn.Config(
        app,
        log_config=logs,
        log_level="info",
        access_log=not arguments.quiet,
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    uvicorn.Server(config).run([listening])


def _app(arguments: argparse.Namespace, specs: Path, api: str | None) -> Starlette:
    from wiresmith.contract.resolve import load_specs
    from wiresmith.serve.api import Behaviour
    from wiresmith.serve.app import app_for
    from wiresmith.serve.faults import FaultError

    behaviour = Behaviour(
        data=arguments.data,
        seed=arguments.seed,
        items=arguments.items,
        auth=not arguments.no_auth,
        secrets=dict(_secret(text) for text in arguments.secret),
        faults=tuple(arguments.fault),
    )
    try:
        app = app_for(load_specs(specs, api), behaviour)
    except FaultError as error:
        raise ServeError(str(error)) from None
    if not app.state.apis:
        raise ServeError(f"{specs} has no API that a server could be (those with client: false are files)")
    return app


def _secret(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name or not value:
        raise ServeError("--secret wants a name and a value; expected NAME=VALUE, e.g. api_key=test")
    return name, value


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise ServeError(f"cannot listen on {host}:{port}: {error.strerror}; name another --port") from None
    # Connections inherit it. asyncio sets it only where a socket names its protocol, and without it a body waits for the
    # acknowledgement of its headers, which some clients put off.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _without_asked_faults(record: logging.LogRecord) -> bool:
    """A dropped connection that was asked for is no error of the server."""
    from wiresmith.serve.app import AskedFault

    return record.exc_info is None or not isinstance(record.exc_info[1], AskedFault)
