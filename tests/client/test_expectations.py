"""Live answers that differ from the page are read, and how a call goes on is not guessed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from batch_apis import asavie, isometric, os1
from tests.client.network import Server, as_json
from tests.client.service import Driver
from tests.client.test_documented import opened
from wiresmith.client import (
    EnvelopeError,
    Hooks,
    PagingError,
    ParameterError,
    UnreadableResponseError,
    WaitFailedError,
)
from wiresmith.runtime import ABSENT, Finding

ROOT = Path(__file__).resolve().parents[2]
BATCH = "batch:0a1b2c3d-0000-4000-8000-000000000001"


def sample(name: str) -> Any:
    return json.loads((ROOT / "specs" / name).read_text("utf-8"))


def today() -> Any:
    """A page of isometric as its server sends it since the page was written."""
    page = sample("isometric/samples/list_production_batches.json")
    node = page["nodes"][0]
    node["feedstock_type_ids"] = [node.pop("feedstock_type_id")]
    node["project_id"] = "prj_1D7KZ1P761S0G7BN"
    page["page_info"] |= {"has_next_page": False, "end_cursor": None}
    return page


def test_isometric_as_it_is_today(do: Driver, service: Server) -> None:
    service.answer(as_json(today()))
    client = opened(do, isometric)
    (batch,) = do(client.list_production_batches.items())
    assert batch.feedstock_type_id is ABSENT
    assert batch.feedstock_type_ids == ["ftt_1D7KZ1P761S0G7BN"]
    strict = opened(do, isometric, strict="everything")
    assert len(do(strict.list_production_batches.items())) == 1


def test_os1_leaves_out_what_is_zero_or_empty(do: Driver, service: Server) -> None:
    service.answer(as_json({"data": {"meta": {"status": "PENDING", "total": 3}}, "request": {"uri": "/x"}}))
    status = do(opened(do, os1).container_batch_status("pallet", batch_id=BATCH))
    assert (status.data.meta.total, status.data.meta.failed, status.data.errors) == (3, ABSENT, ABSENT)


@pytest.mark.parametrize(
    "change",
    [
        {"page_info": {**today()["page_info"], "has_next_page": "false"}},
        {"page_info": {**today()["page_info"], "has_next_page": True, "end_cursor": {"a": 1}}},
        {"page_info": "none"},
        {"nodes": "none"},
        {"nodes": None, "page_info": []},
    ],
)
def test_pages_do_not_end_by_a_guess(do: Driver, service: Server, change: dict[str, object]) -> None:
    service.answer(as_json({**today(), **change}))
    with pytest.raises(PagingError, match="expected"):
        do(opened(do, isometric).list_production_batches.items())


def test_pages_do_not_end_because_a_member_is_gone(do: Driver, service: Server) -> None:
    page = today()
    del page["page_info"]["has_next_page"]
    service.answer(as_json(page))
    with pytest.raises(PagingError, match=r"no page_info\.has_next_page"):
        do(opened(do, isometric).list_production_batches.items())


def test_a_wait_does_not_guess(do: Driver, service: Server) -> None:
    service.answer(as_json({"data": {"meta": {"status": 5}}}))
    wait = opened(do, os1).container_batch_status.until_done(within=3, succeeded={"DONE"}, failed={"FAILED"})
    with pytest.raises(WaitFailedError, match="the number 5"):
        do(wait("pallet", batch_id=BATCH))


def test_an_envelope_is_not_guessed(do: Driver, service: Server) -> None:
    answer = sample("asavie/samples/get_batch.json")
    service.answer(as_json({**answer, "Success": "yes"}))
    with pytest.raises(UnreadableResponseError):
        do(opened(do, asavie).get_batch("17"))
    with pytest.raises(EnvelopeError, match="the envelope cannot be read"):
        do(opened(do, asavie, strict="nothing").get_batch("17"))


class Told(Hooks):
    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def on_finding(self, operation: str, finding: Finding) -> None:
        self.said.append((operation, finding.path))


def test_drift_is_told_once_for_each_client(
    do: Driver, service: Server, caplog: pytest.LogCaptureFixture
) -> None:
    page = today()
    page["nodes"] *= 3
    for node in page["nodes"]:
        node["display_name"] = 5
    service.answer(as_json(page))
    told = Told()
    client = opened(do, isometric, hooks=[told])
    with caplog.at_level("WARNING", "batch_apis.isometric"):
        do(client.list_production_batches())
        do(client.list_production_batches())
    operation = "isometric.list_production_batches"
    source = "inferred from samples/list_production_batches.json"
    assert [record.getMessage() for record in caplog.records if record.name == "batch_apis.isometric"] == [
        f"{operation}: wrong-type at /nodes/*/display_name; expected a string ({source})",
        f"{operation}: unknown-member at /nodes/*/project_id; expected a member of ProductionBatch",
    ]
    assert len(told.said) == 12
    assert told.said[0] == (operation, "/nodes/0/display_name")


def test_an_argument_that_breaks_only_an_expectation_is_sent(
    do: Driver, service: Server, caplog: pytest.LogCaptureFixture
) -> None:
    service.answer(as_json({}))
    client = opened(do, os1)
    kind = "refrigeratedcontainer"
    with caplog.at_level("WARNING", "batch_apis.os1"):
        do(client.container_batch_status(kind, batch_id=BATCH))
        do(client.container_batch_status(kind, batch_id=BATCH))
    assert service.requests[0].target.startswith(f"/{kind}/batch/status")
    said = [record.getMessage() for record in caplog.records if record.name == "batch_apis.os1"]
    assert len(said) == 1
    assert "container_type; expected a text that matches ^[a-zA-Z]{3,16}$ (assumed: OpenAPI" in said[0]
    with pytest.raises(ParameterError):
        do(opened(do, os1, strict="everything").container_batch_status(kind, batch_id=BATCH))
    with pytest.raises(ParameterError):
        do(client.container_batch_status(5, batch_id=BATCH))
