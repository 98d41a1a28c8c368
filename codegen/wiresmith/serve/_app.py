"""The ASGI application: a server for any spec, for development and tests."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.requests import Request as AsgiRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from wiresmith.contract import load_specs
from wiresmith.description import Contract
from wiresmith.serve._replies import Reply
from wiresmith.serve._requests import Request
from wiresmith.serve.api import Behaviour, ServedApi
from wiresmith.serve.faults import check_faults
from wiresmith.serve.site import Site

log = logging.getLogger("wiresmith.serve")
LARGEST_BODY: Final = 64 * 1024 * 1024
_METHODS: Final = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


def app_for(specs: Path | str | Iterable[Contract], behaviour: Behaviour | None = None) -> Starlette:
    """An application that serves APIs, each below its name; a single one also at the root.

    Args:
        specs: a folder of specs, or of one; or contracts.
        behaviour: how it behaves; None stands for ``Behaviour()``.

    Raises:
        SpecError: with every mistake of the specs.
        FaultError: if a fault is not written as faults are.
    """
    contracts = load_specs(Path(specs)) if isinstance(specs, Path | str) else list(specs)
    how = behaviour or Behaviour()
    served = [each for each in contracts if each.has_client]
    operations = {operation.name for each in served for operation in each.operations}
    check_faults(how.faults, operations)
    apis = {each.api: ServedApi(each, how) for each in served}
    app = Starlette(routes=[Route("/{path:path}", _Endpoint(apis), methods=_METHODS)])
    app.state.apis = apis
    return app


class _Endpoint:
    def __init__(self, apis: dict[str, ServedApi]) -> None:
        self._apis = apis
        self._site = Site(apis)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = AsgiRequest(scope, receive)
        try:
            content = await _content(asked)
        except ClientDisconnect:
            return
        if content is None:
            await JSONResponse({"Message": "The body is too large."}, 413)(scope, receive, send)
            return
        raw = scope.get("raw_path") or quote(scope["path"]).encode()
        whole_path = raw.partition(b"?")[0].decode("ascii", "replace")
        origin = f"{asked.url.scheme}://{asked.url.netloc}"
        page = self._site.reply(asked.method, whole_path, origin)
        if page is not None:
            await _send(page, scope, receive, send)
            return
        api, path, prefix = self._api(whole_path)
        if api is None:
            names = ", ".join(sorted(self._apis)) or "none"
            message = f"No API is served here; there are {names}, each below its name."
            await JSONResponse({"Message": message}, 404)(scope, receive, send)
            return
        base = f"{origin}{prefix}"
        request = Request(
            asked.method,
            {},
            asked.url.query,
            {name.lower(): value for name, value in asked.headers.items()},
            dict(asked.cookies),
            content,
            f"{base}{path}",
        )
        reply = api.reply(request, path, base)  # milliseconds at most: a thread would take longer
        await _send(reply, scope, receive, send)
        log.info("%s %s %s: %d", api.contract.api, asked.method, path, reply.status)

    def _api(self, path: str) -> tuple[ServedApi | None, str, str]:
        name, _, rest = path.lstrip("/").partition("/")
        if name in self._apis:
            return self._apis[name], f"/{rest}", f"/{name}"
        if len(self._apis) == 1:
            return next(iter(self._apis.values())), path, ""
        return None, path, ""


async def _content(request: AsgiRequest) -> bytes | None:
    """The body; None if it is larger than any."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST_BODY:
            return None
    return bytes(content)


async def _send(reply: Reply, scope: Scope, receive: Receive, send: Send) -> None:
    fault = reply.fault
    if fault is not None and fault.kind == "delay":
        await asyncio.sleep(fault.delay)
    if fault is not None and fault.kind == "drop":
        raise AskedFault("the connection is dropped, as was asked for")
    if fault is not None and fault.kind == "truncate":
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in reply.headers.items()
        ]
        headers.append((b"content-length", str(len(reply.content)).encode()))
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        half = reply.content[: len(reply.content) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        raise AskedFault("the body is cut off, as was asked for")
    # An answer is data of a spec, not a page of this server, should somebody open it in a browser.
    harmless = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    await Response(reply.content, reply.status, {**harmless, **reply.headers})(scope, receive, send)


class AskedFault(Exception):
    """A fault that was asked for: the server closes the connection when an application raises."""
