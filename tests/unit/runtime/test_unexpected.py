"""What stands where something else than expected came: nothing can be done with it by accident."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from batch_apis import isometric, os1
from wiresmith.runtime import (
    ABSENT,
    DecodeError,
    EncodeError,
    Strict,
    Unexpected,
    as_described,
    is_absent,
    unexpected,
)

NODE = (
    '{"display_name":"a","ended_at":"2023-11-07T05:31:56Z","facility_id":"fct_1D7KZ1P761S0G7BN",'
    '"feedstock_type_id":"ftt_1D7KZ1P761S0G7BN","id":"ptb_1D7KZ1P761S0G7BN","kind":"biochar",'
    '"mass":{"magnitude":1,"unit":"kg"},"started_at":"2023-11-07T05:31:56Z","supplier_reference_id":null,'
    '"uploaded_at":"2023-11-07T05:31:56Z"}'
)
PAGE_INFO = '{"end_cursor":null,"has_next_page":false,"has_previous_page":false,"start_cursor":null}'
PAGE = f'{{"nodes":[{NODE}],"page_info":{PAGE_INFO},"total_count":1}}'


def read(document: str, strict: Strict = "documented") -> tuple[Any, list[Any]]:
    page, findings = isometric.read(document, isometric.list_production_batches, strict=strict)
    return page, findings


def _more(page: Any) -> object:
    return page.page_info.has_next_page


DEVIATIONS: list[tuple[str, str, Callable[[Any], object], object]] = [
    ('"display_name":"a",', "", lambda page: page.nodes[0].display_name, ABSENT),
    ('"display_name":"a"', '"display_name":null', lambda page: page.nodes[0].display_name, None),
    ('"display_name":"a"', '"display_name":123', lambda page: page.nodes[0].display_name, Unexpected(123)),
    ("05:31:56Z", " 5h", lambda page: page.nodes[0].ended_at, Unexpected("2023-11-07T 5h")),
    ('"ptb_1D7KZ1P761S0G7BN"', '"x"', lambda page: page.nodes[0].id, "x"),
    ('"biochar"', "5", lambda page: page.nodes[0].kind, Unexpected(5)),
    (f"[{NODE}]", '{"a":1}', lambda page: page.nodes, Unexpected({"a": 1})),
    (f"[{NODE}]", '"none"', lambda page: page.nodes, Unexpected("none")),
    (f"[{NODE}]", "[null]", lambda page: page.nodes, [None]),
    (f"[{NODE}]", "[[]]", lambda page: page.nodes, [Unexpected([])]),
    ('"total_count":1', '"total_count":"3"', lambda page: page.total_count, Unexpected("3")),
    (
        '"has_next_page":false',
        '"has_next_page":"false"',
        lambda p: p.page_info.has_next_page,
        Unexpected("false"),
    ),
    ('{"magnitude":1,"unit":"kg"}', '[1,"kg"]', lambda page: page.nodes[0].mass, Unexpected([1, "kg"])),
    (PAGE, "[]", lambda page: page, Unexpected([])),
]


@pytest.mark.parametrize(("found", "instead", "get", "value"), DEVIATIONS)
def test_what_breaks_an_expectation_is_read_and_written_as_it_came(
    found: str, instead: str, get: Callable[[Any], object], value: object
) -> None:
    document = PAGE.replace(found, instead, 1)
    page, findings = read(document)
    assert get(page) == value
    assert [(each.severity, bool(each.provenance)) for each in findings] == [("warning", True)]
    assert isometric.encode(page, isometric.list_production_batches) == document.encode()
    assert read(document, "everything")[0] is None
    with pytest.raises(DecodeError):
        isometric.decode(document, isometric.list_production_batches, strict="everything")
    with pytest.raises(EncodeError):
        isometric.encode(page, isometric.list_production_batches, strict="everything")


def test_a_member_with_another_name_is_both_absent_and_kept() -> None:
    document = PAGE.replace('"facility_id":"fct_1D7KZ1P761S0G7BN"', '"facility_ids":["fct"]')
    page, findings = read(document)
    assert is_absent(page.nodes[0].facility_id)
    assert [each.code for each in findings] == ["unknown-member", "missing-member"]
    assert isometric.encode(page) == document.encode()


def test_what_is_documented_is_held() -> None:
    document = b'{"data":5}'
    value, findings = os1.read(document, os1.ContainerBatchResponse)
    assert value is None
    assert [(each.severity, each.provenance) for each in findings] == [("error", "")]
    value, findings = os1.read(document, os1.ContainerBatchResponse, strict="nothing")
    assert value is not None
    assert value.data == Unexpected(5)
    assert [(each.severity, each.provenance) for each in findings] == [("warning", "documented")]
    with pytest.raises(EncodeError, match="unexpected"):
        os1.encode(value)
    assert os1.encode(value, strict="nothing") == document


@pytest.mark.parametrize("document", ['{"nodes":[', '{"a":1,"a":2}', '{"total_count":NaN}', "[" * 600])
@pytest.mark.parametrize("strict", ["documented", "nothing"])
def test_what_cannot_be_read_is_an_error_always(document: str, strict: Strict) -> None:
    value, findings = read(document, strict)
    assert value is None
    assert any(each.severity == "error" for each in findings)


def test_a_setting_that_is_none() -> None:
    some: Any = "some"
    with pytest.raises(ValueError, match="strict is 'some'"):
        read(PAGE, some)


MISUSES: list[Callable[[Any], object]] = [
    bool,
    len,
    iter,
    int,
    float,
    hash,
    lambda value: value[0],
    lambda value: value(),
    lambda value: 1 in value,
    lambda value: value + 1,
    lambda value: 1 + value,
    lambda value: value * 2,
    lambda value: value < 1,
    operator.neg,
    operator.index,
    range,
]


@pytest.mark.parametrize("misuse", MISUSES)
def test_nothing_can_be_done_with_it(misuse: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        misuse(Unexpected("3"))


def test_it_says_what_was_expected() -> None:
    page, _ = read(PAGE.replace('"total_count":1', '"total_count":"3"'))
    for misuse in (
        lambda: page.total_count + 1,
        lambda: page.total_count.real,
        lambda: bool(page.total_count),
    ):
        with pytest.raises((TypeError, AttributeError), match='the string "3" here; expected an integer'):
            misuse()
    assert repr(page.total_count) == "Unexpected('3')"


def test_it_can_be_compared_copied_and_pickled() -> None:
    value = Unexpected({"a": [1, None]}, "told")
    for same in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (same, same.told) == (value, "told")
    assert Unexpected(1) != Unexpected(True)
    assert Unexpected(1) != 1
    with pytest.raises(AttributeError):
        value.__setattr__("raw", 5)


def test_functions_that_take_any_value() -> None:
    assert unexpected(Unexpected(1)) == Unexpected(1)
    assert unexpected("a") is None
    assert (as_described("a"), as_described(Unexpected("a")), as_described(ABSENT)) == ("a", None, None)
    assert (is_absent(ABSENT), is_absent(None)) == (True, False)


def test_what_is_to_be_sent_as_it_is() -> None:
    page, _ = read(PAGE)
    page.total_count = Unexpected("many")
    assert b'"total_count":"many"' in isometric.encode(page)
    page.total_count = "many"
    with pytest.raises(EncodeError, match="expected a int"):
        isometric.encode(page)
