"""An API made to have something of everything, with its secrets; and one call of it in memory."""

from __future__ import annotations

import base64
import importlib
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pytest

from tests.client.network import opened
from wiresmith.check.loading import load
from wiresmith.client import ClientError, Retries
from wiresmith.contract.resolve import load_api

QUICK: Final = Retries(first_delay=0.01)

TOKEN: Final = "tok-5f1e9a7c"
KEY: Final = "key+/3b8d=&1"
SESSION: Final = "sid-77aa41"
LOGIN: Final = "ann:pa55-w0rd"
LOGIN_SENT: Final = base64.b64encode(LOGIN.encode()).decode()
SECRETS: Final = {"token": TOKEN, "key": KEY, "session": SESSION, "login": LOGIN}

_SPEC: Final = """
wiresmith: 1
api: faults
title: Faults
auth:
  token: {header: X-Token, env: FAULTS_TOKEN}
  key: {query: api_key}
  session: {cookie: SID}
  login: {header: Authorization, scheme: Basic}
undocumented: [base_url]
operations:
  get_item:
    get: /items/{id}
    auth: [token]
    path: {id: str}
    query: {"q?": str}
    headers: {"X-Tenant?": str}
    cookies: {"theme?": str}
    returns: {200: Item, 404: Problem}
  put_item:
    put: /items/{id}
    auth: [token]
    path: {id: str}
    body: Item
    returns: {200: Item}
  add_item:
    post: /items
    auth: [token]
    body: Item
    returns: {201: Item}
  add_once:
    post: /once
    auth: [token]
    idempotent: true
    body: Item
    returns: {201: Item}
  traced:
    get: /traced
    auth: [token]
    headers:
      X-Trace: {type: str, request_id: true}
    returns: {200: Item}
  download:
    get: /file
    auth: [token]
    returns: {200: {type: bytes, media: [application/octet-stream]}}
  everything:
    get: /everything
    auth: [token, key, session, login]
    returns: {200: Item}
  by_cursor:
    get: /cursor
    auth: [token]
    query: {"cursor?": str}
    paging: {style: cursor, send: $query.cursor, next: $body.next, items: $body.data}
    returns: {200: Items}
  by_url:
    get: /url
    auth: [token, key]
    paging: {style: url, next: $body.next, items: $body.data}
    returns: {200: Items}
  by_link:
    get: /link
    auth: [token]
    paging: {style: link, items: $body.data}
    returns: {200: Items}
  start:
    post: /start
    auth: [token]
    wait: {url: $body.status_url, min_delay: 0.01, max_delay: 0.05}
    returns: {200: Item, 202: Accepted}
types:
  Item:
    fields:
      name: str
      "count?": int32
  Items:
    fields:
      data: list[str]
      next: str | None
  Accepted:
    fields:
      status_url: str
  Problem:
    fields:
      message: str
"""

ITEM: Final = {"name": "pen", "count": 2}


@lru_cache
def emitted(spec: str = _SPEC) -> Any:
    """The package of a spec, with its module ``client``."""
    with tempfile.TemporaryDirectory() as folder:
        api = Path(folder) / spec.partition("api: ")[2].split()[0]
        api.mkdir()
        (api / "api.yaml").write_text(spec, encoding="utf-8")
        package = load(load_api(api))
    importlib.import_module(f"{package.__name__}.client")
    return package


def client(base_url: str, **options: Any) -> Any:
    """A client with all secrets and short delays."""
    return opened(emitted(), base_url, **{**SECRETS, "retries": QUICK, **options})


def call(base_url: str, use: Callable[[Any], Any], **options: Any) -> Any:
    """What one use of a new client gives."""
    with client(base_url, **options) as made:
        return use(made)


def error_of(base_url: str, use: Callable[[Any], Any], **options: Any) -> ClientError:
    """What one use of a new client raises."""
    with pytest.raises(ClientError) as raised:
        call(base_url, use, **options)
    return raised.value
