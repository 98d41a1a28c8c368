"""The server on a port of this machine, called by clients for threads; and the command that starts it."""

from __future__ import annotations

import logging
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.unit.serve.test_operations import CALLS, PAGED, SHIPPED
from wiresmith.check.loading import load
from wiresmith.client import Retries, TransportError
from wiresmith.contract.resolve import load_specs
from wiresmith.description import Contract
from wiresmith.serve import Behaviour, app_for
from wiresmith.serve.running import listening_socket, without_asked_faults

pytestmark = pytest.mark.slow

FAST = Retries(first_delay=0.01)
FAULTS = ("list_names=drop,503,truncate", "get_wrapped=delay=0.05")


@pytest.fixture(scope="module")
def url(shop: Contract, repository: Path) -> Iterator[str]:
    contracts = [shop, *load_specs(repository / "specs")]
    app = app_for(contracts, Behaviour(data="generated", items=23, faults=FAULTS))
    quiet = logging.getLogger("uvicorn.error")
    quiet.addFilter(without_asked_faults)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    quiet.removeFilter(without_asked_faults)


@pytest.mark.parametrize("api", SHIPPED)
def test_every_shipped_operation_in_every_format(repository: Path, url: str, api: str) -> None:
    (contract,) = load_specs(repository / "specs", api)
    package: Any = load(contract)
    name, arguments, named, secrets = SHIPPED[api]
    for format in ("json", "xml") if contract.has_xml else ("json",):
        with package.Client(base_url=f"{url}/{api}", format=format, **secrets) as client:
            response = getattr(client, name).with_response(*arguments, **named)
            assert response.findings == ()


@pytest.mark.parametrize("format", ["json", "xml"])
def test_pages_and_calls_of_every_kind(shop: Contract, url: str, format: str) -> None:
    package: Any = load(shop)
    with package.Client(base_url=f"{url}/shop", format=format) as client:
        for name in PAGED:
            arguments = ("shelf",) if name == "by_url" else ()
            assert len(list(getattr(client, name).items(*arguments))) == 23
        for name, call in CALLS.items():
            if name != "list_names":
                call(client, package)


def test_faults_happen_in_their_order(shop: Contract, url: str) -> None:
    package: Any = load(shop)
    with package.Client(base_url=f"{url}/shop", retries=FAST) as client:
        with pytest.raises(TransportError, match="without sending complete message body") as caught:
            client.list_names()
        assert caught.value.attempts == 3  # dropped, 503, cut off
        assert client.list_names.with_response().request.attempts == 1


def test_the_command_says_where_it_listens_and_ends_when_interrupted(repository: Path) -> None:
    command = [sys.executable, "-m", "wiresmith", "serve", str(repository / "specs"), "--port", "0"]
    with subprocess.Popen(
        [*command, "--api", "bemicron"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/bemicron\n", line)
        (contract,) = load_specs(repository / "specs", "bemicron")
        package: Any = load(contract)
        with package.Client(base_url=line.strip()) as client:
            assert client.batch_details("0a1b2c3d-0000-4000-8000-000000000001")
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=20)
    assert "GET /bemicron/api/batchapi/batchdetails/" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fault", "other=503"], "the fault 'other=503' names no operation"),
        (["--secret", "api_key"], "expected NAME=VALUE"),
        (["--host", "256.0.0.1"], "cannot listen on 256.0.0.1:0"),
        (["--api", "tm7"], "has no API that a server could be"),
    ],
)
def test_what_cannot_be_served_is_said(repository: Path, arguments: list[str], said: str) -> None:
    command = [
        sys.executable,
        "-m",
        "wiresmith",
        "serve",
        str(repository / "specs"),
        "--port",
        "0",
        *arguments,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_body_does_not_wait_for_the_acknowledgement_of_its_headers() -> None:
    with listening_socket("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        connection, _ = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
