"""Everything that ASP.NET Web API 2 was recorded to answer is read: successes to their values, errors with
their messages.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from tests.client.network import Answer, Server
from tests.client.service import SPECS, Driver, emitted
from wiresmith.client import ServerError, StatusError

RECORDINGS: Final = sorted((SPECS.parents[1] / "data/webapi").glob("*.txt"))
API: Final = emitted(SPECS / "webapi")
KEY: Final = "00112233-4455-6677-8899-aabbccddeeff"
NO_KEY: Final = "00000000-0000-0000-0000-000000000000"


def batch(number: int) -> Any:
    return API.Batch(
        id=number,
        name=f"b{number}",
        created=datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC),
        items=[API.BatchItem(qty=2, sku="A&B")],
        total=Decimal("12.50"),
        state=API.BatchState.CLOSED,
        key=KEY,
        blob=b"\x01\x02\x03",
        stamp=datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        span=timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5),
    )


ONE: Final = API.PBPRReturnOfBatch(message="ok", success=True, meta={"k": "v"}, data=batch(1))
PLAIN: Final = {"message": "c", "success": False, "meta": None}
VALUES: dict[str, Any] = {
    "accept": ONE,
    "get-one": ONE,
    "get-list": [batch(1), batch(2)],
    "get-null": None,
    "delete-string": "gone 7",
    "put-204": None,
    "echo-Created1": API.PBPRReturn(**PLAIN),
    "echo-Nothing": None,
    "echo-Obj": {"Message": "as object", "Success": False, "Meta": None},
    "echo-OkAnon": {"a": 1},
    "echo-OkDict": {"a": 1, "b": None, "c": "x"},
    "echo-OkInt": 5,
    "echo-Q": [1, 2],
    "echo-Str": "s<t>",
}
INVALID: Final = "The request is invalid."
ERROR: Final = "An error has occurred."
NOT_FOUND: Final = "No HTTP resource was found that matches the request URI "
MESSAGES: dict[str, str] = {
    "echo-Bad": "bad thing",
    "echo-BadModel": f"{INVALID} b.Name: Name is required; b.Items[0].Qty: out of range; whole",
    "echo-Conflict1": "",
    "echo-Content1": "nf",
    "echo-Err": ERROR,
    "echo-HttpErr": "custom",
    "echo-NotFound1": "",
    "echo-Unauthorized1": "",
    "get-404-empty": "",
    "get-404-msg": "no batch 404",
    "get-500": ERROR,
    "get-badid": INVALID,
    "get-nocontroller": NOT_FOUND,
    "get-noroute": NOT_FOUND,
    "patch-405": "The requested resource does not support http method 'PATCH'.",
    "post-json-badint": f"{INVALID} b.Id: ",
    "post-json-malformed": f"{INVALID} b.Id: ",
    "post-json-missing-name": f"{INVALID} b.Name: The Name field is required.",
    "post-nocontenttype": "The request contains an entity body but no Content-Type header.",
    "post-unsupported": "The request entity's media type 'text/plain' is not supported for this resource.",
    "post-xml-bad-enum": f"{INVALID} b: ",
    "post-xml-bad-int": f"{INVALID} b: ",
    "post-xml-decl-utf16": f"{INVALID} b: ",
    "post-xml-doctype": f"{INVALID} b: ",
    "post-xml-empty": "null body",
    "post-xml-json-accept": f"{INVALID} b.Name: The Name field is required.",
    "post-xml-malformed": f"{INVALID} b: ",
    "post-xml-missing-name": f"{INVALID} b.Name: The Name field is required.",
    "post-xml-nil-root": "null body",
    "post-xml-no-namespace": f"{INVALID} b: ",
    "post-xml-range": f"{INVALID} b.Items[0].Qty: The field Qty must be between 1 and 10.",
    "post-xml-wrong-root": f"{INVALID} b: ",
}
DETAILS: dict[str, str] = {
    "echo-Err": f"{ERROR} inner boom",
    "get-500": f"{ERROR} boom",
    "get-badid": f"{INVALID} The parameters dictionary contains a null entry for parameter 'id'",
}
"""What a server that shows details says instead."""


def recorded(file: Path) -> tuple[str, str, str, Answer]:
    """Method, path, the format asked for, and the answer."""
    command, _, rest = file.read_bytes().partition(b"\n")
    if not command.startswith(b"$ curl"):  # of one, there is the body alone
        return "POST", "api/batches", "xml", Answer(400, command, "application/xml; charset=utf-8")
    head, _, body = rest.partition(b"\r\n\r\n")
    line, *lines = head.decode("ascii").split("\r\n")
    headers = dict(each.split(": ", 1) for each in lines)
    method = re.search(rb" -X ([A-Z]+)", command)
    path = re.search(rb"http://127\.0\.0\.1:\d+/(\S+)", command)
    accept = re.search(rb" -H Accept: ?(.*?)(?: -H| http)", command)
    assert path
    assert accept
    answer = Answer(
        int(line.split()[1]), body[: int(headers.get("Content-Length", 0))], headers.get("Content-Type")
    )
    format = "xml" if b"xml" in accept[1] else "json"
    return method[1].decode() if method else "GET", path[1].decode(), format, answer


def call(client: Any, method: str, path: str) -> Any:
    what = path.rpartition("/")[2]
    match method, path:
        case "GET", "api/batches":
            return client.list_batches()
        case "POST", _:
            return client.add_batch(batch(5))
        case "PUT", _:
            return client.put_batch(what, batch(5))
        case "PATCH", _:
            return client.patch_batch(what)
        case "DELETE", _:
            return client.delete_batch(what)
        case _ if not path.startswith("echo/"):
            return client.get_batch(what)
    named = {
        "Str": client.echo_text,
        "OkInt": client.echo_int,
        "Q": client.echo_ints,
        "OkDict": client.echo_dict,
    }
    return named[what]() if what in named else client.echo(what)


def about(file: Path) -> str:
    """The case without the server, the format, and what was asked for in which way."""
    name = file.stem.removeprefix("detail-indent-")
    if name.startswith("accept-"):
        return "accept"
    return name if name in VALUES or name in MESSAGES else re.sub("-(json|xml)$", "", name)


def created(name: str) -> Any:
    """What the server makes of the batches that were posted."""
    sent = {"json-ok": (datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC), API.BatchState.CLOSED, Decimal("0.0"))}
    when, state, total = sent.get(name.removeprefix("post-"), (None, API.BatchState.OPEN, Decimal("0")))
    nothing = {"items": None, "blob": None, "key": NO_KEY, "span": timedelta(0)}
    stamp = datetime(1, 1, 1, tzinfo=UTC)
    number = 0 if "out-of-order" in name else 5  # .NET drops what is out of order
    data = API.Batch(id=number, name="n", created=when, state=state, total=total, stamp=stamp, **nothing)
    return API.PBPRReturnOfBatch(message="created", success=True, meta=None, data=data)


@pytest.mark.parametrize("file", RECORDINGS, ids=lambda file: file.stem)
def test_a_recorded_answer(do: Driver, service: Server, file: Path) -> None:
    method, path, format, answer = recorded(file)
    service.answer(answer)
    client = do.open(API, format=format)
    name = about(file)
    if answer.status < 300:
        value = do(call(client, method, path))
        assert value == (VALUES[name] if name in VALUES else created(name))
        return
    with pytest.raises(StatusError) as caught:
        do(call(client, method, path))
    raised = caught.value
    assert (raised.status, raised.content) == (answer.status, answer.body)
    if answer.status == 599:  # where Mono itself failed
        assert isinstance(raised, ServerError)
        return
    message = MESSAGES[name]
    if file.stem.startswith("detail-indent-"):
        message = DETAILS.get(name, message)
    said = re.fullmatch(r"\d\d\d [A-Z][A-Za-z ]+(?:: (.*))?", raised.message)
    assert said
    assert (said[1] or "").startswith(message)
    assert bool(said[1]) == bool(message)


def test_an_error_that_is_documented_has_its_type(do: Driver, service: Server) -> None:
    for file in RECORDINGS:
        if "Content1" in file.stem:
            *_, format, answer = recorded(file)
            service.answer(answer)
            with pytest.raises(StatusError) as caught:
                do(do.open(API, format=format).echo("Content1"))
            assert caught.value.body == API.PBPRReturn(message="nf", success=False, meta=None)


def test_an_error_that_is_not_documented_has_its_plain_members(do: Driver, service: Server) -> None:
    bodies: list[dict[str, Any]] = []
    for file in RECORDINGS:
        if "HttpErr" in file.stem:
            *_, format, answer = recorded(file)
            service.answer(answer)
            with pytest.raises(StatusError) as caught:
                do(do.open(API, format=format).echo("HttpErr"))
            bodies.append(caught.value.body)
    assert len(bodies) == 4
    assert all((each["Message"], str(each["Code"])) == ("custom", "7") for each in bodies)
    assert all((each["With Space"], each["Nested"]) == ("v", {"Message": "inner"}) for each in bodies)
