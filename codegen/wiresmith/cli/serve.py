"""``wiresmith serve``: APIs on this machine."""

from __future__ import annotations

import argparse

from wiresmith.cli._arguments import add_specs
from wiresmith.cli._verb import OK, Verb
from wiresmith.failure import ServeError


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_specs(parser)
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="which port (%(default)s); 0: any free one")
    parser.add_argument(
        "--data",
        choices=("samples", "generated"),
        default="samples",
        help="answer with documented samples where there are any, or always with made-up values "
        "(%(default)s)",
    )
    parser.add_argument("--seed", type=int, default=0, help="another seed makes up other values")
    parser.add_argument("--items", type=int, default=25, help="made-up items in all, on pages (%(default)s)")
    parser.add_argument(
        "--secret",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="accept this value alone for a secret, by the name of the client's argument; otherwise any will "
        "do",
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


def _run(arguments: argparse.Namespace) -> int:
    try:
        from wiresmith.serve import Behaviour
        from wiresmith.serve.running import serve
    except ModuleNotFoundError as error:
        raise ServeError(
            f"serving needs {error.name}; install it with: pip install 'wiresmith[serve]'"
        ) from None
    behaviour = Behaviour(
        data=arguments.data,
        seed=arguments.seed,
        items=arguments.items,
        auth=not arguments.no_auth,
        secrets=dict(_secret(text) for text in arguments.secret),
        faults=tuple(arguments.fault),
    )
    serve(
        arguments.specs,
        arguments.api,
        behaviour,
        host=arguments.host,
        port=arguments.port,
        access_log=not arguments.quiet,
    )
    return OK


def _secret(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name or not value:
        raise ServeError("--secret wants a name and a value; expected NAME=VALUE, e.g. api_key=test")
    return name, value


VERB = Verb(
    "serve",
    "serve APIs on this machine, to develop and test against",
    "wiresmith serve specs --api tofupilot --fault list_batches=503:2",
    _add_arguments,
    _run,
)
