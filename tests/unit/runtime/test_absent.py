from __future__ import annotations

import copy
import pickle

from wiresmith.runtime import ABSENT, Absent


def test_absent_is_one_falsy_value_that_survives_copying() -> None:
    assert not ABSENT
    assert repr(ABSENT) == "ABSENT"
    assert list(Absent) == [ABSENT]
    assert pickle.loads(pickle.dumps(ABSENT)) is ABSENT
    assert copy.deepcopy([ABSENT])[0] is ABSENT
    assert ABSENT != None  # noqa: E711 - equality is what is tested
