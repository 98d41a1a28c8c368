"""Values that came where the description, as far as it is documented, leaves it open what comes."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar, final

from wiresmith import values
from wiresmith.runtime.undeclared import JsonValue
from wiresmith.values.absent import ABSENT

T = TypeVar("T")


@final
class Unexpected:
    """What a document has where something else was expected, though not documented.

    Attributes:
        raw: the value as it came, a JSON value or an XmlElement; it is written back as it is.
        told: what was expected, and where that comes from.

    It stands in a member, an item, a value of a dictionary, or for a whole document. Nothing can be done with
    it but to look at it: truth, length, iteration, arithmetic and attributes raise, so that no program goes
    on with a wrong value::

        if (came := unexpected(batch.ended_at)) is not None:
            log.warning("ended_at is %r", came.raw)

    Passed as an argument or a member, ``Unexpected(raw)`` says that ``raw`` is to be sent as it is.
    """

    __slots__ = ("raw", "told")

    raw: JsonValue | values.XmlElement
    told: str

    def __init__(self, raw: JsonValue | values.XmlElement, told: str = "") -> None:
        object.__setattr__(self, "raw", raw)
        object.__setattr__(self, "told", told)

    def __repr__(self) -> str:
        return f"Unexpected({self.raw!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Unexpected):
            return NotImplemented
        return isinstance(self.raw, bool) == isinstance(other.raw, bool) and self.raw == other.raw

    def __reduce__(self) -> tuple[type[Unexpected], tuple[Any, str]]:
        return Unexpected, (self.raw, self.told)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{name!r}: {self._said()}")

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(f"{name!r}: {self._said()}")

    def _said(self) -> str:
        what = self.told or "a value that is not of the described type"
        return f"{what}; what came is .raw"

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError(self._said())

    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = __call__ = _refuse
    __int__ = __float__ = __index__ = __complex__ = __round__ = __neg__ = __pos__ = __abs__ = __invert__ = (
        _refuse
    )
    __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __pow__ = __rpow__ = (
        _refuse
    )
    __and__ = __rand__ = __or__ = __ror__ = __xor__ = __rxor__ = _refuse
    __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = __matmul__ = __rmatmul__ = _refuse


def is_absent(value: object) -> bool:
    """Was the member not there? Takes any value, also of a member whose type does not say ABSENT."""
    return value is ABSENT


def unexpected(value: object) -> Unexpected | None:
    """The value as an `Unexpected`, if it is one; None for every other."""
    return value if isinstance(value, Unexpected) else None


def as_described(value: T) -> T | None:
    """The value, if it is of the type that its annotation says; None for ABSENT and the unexpected."""
    return None if value is ABSENT or isinstance(value, Unexpected) else value
