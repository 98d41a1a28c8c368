from __future__ import annotations

from wiresmith.plan.members import Members
from wiresmith.values.qnames import QName

A, B = QName("A", "urn:n"), QName("B", "urn:n")
MEMBERS = Members([A, B, A], [False, True, False])


def test_dotnet_looks_forward_only() -> None:
    assert [MEMBERS.find(A, after) for after in (-1, 0, 1, 2)] == [0, 2, 2, None]
    assert MEMBERS.find(QName("A"), -1) is None


def test_a_careful_reader_takes_a_free_place_wherever_it_is() -> None:
    assert MEMBERS.place(str(A), 1, {1}) == 2
    assert MEMBERS.place(str(A), 2, {1, 2}) == 0
    assert MEMBERS.place(str(A), 2, {0, 1, 2}) == -1
    assert MEMBERS.place("C", -1, set()) is None


def test_required_members_and_what_was_passed_over() -> None:
    assert [MEMBERS.next_required(start) for start in (0, 1, 2)] == [1, 1, 3]
    assert MEMBERS.passed_over(-1, 1) == ["A", "B"]
    assert MEMBERS.passed_over(1, 3) == ["A"]
