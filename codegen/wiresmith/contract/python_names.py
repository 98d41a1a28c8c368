"""Python names for names of the wire: snake_case members, CamelCase classes, upper-case enum members.

Whatever the text, what comes out is an identifier that emitted code can declare without shadowing anything it
uses, or ``NoPythonName`` is raised and the spec has to say ``python:``. Nothing here depends on the running
Python's own lists of keywords and builtins: the same spec gives the same names everywhere.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

Role = Literal["member", "parameter", "credential", "operation", "class", "enum member"]

LONGEST: Final = 100
"""Characters of a derived name."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


KEYWORDS: Final = _set("""
    False None True and as assert async await break class continue def del elif else except finally for from
    global if import in is lambda nonlocal not or pass raise return try while with yield case lazy match type
    _
    """)
"""Hard and soft keywords of Python 3.11 to 3.15."""

_ANNOTATIONS: Final = _set(
    "bool bytes dict float int list object set str tuple type datetime decimal enum typing field dataclass"
)
"""Names that annotations and defaults inside a class body refer to."""

_MODULE: Final = _set(
    "batch_apis decode encode models operations package property read runtime schema super wiresmith"
)
_CALL: Final = _set("body cls operations self")
_CLIENT: Final = _set("aclose base_url client close with_options")
"""The names that every client has besides its operations."""
_OPTIONS: Final = _set(
    "base_url caps format headers hooks http lenient limits options proxy retries strict timeout transport "
    "user_agent verify"
)
"""The arguments that every client takes besides its secrets and the variables of its base URL."""
_CLASSES: Final = _set("ABSENT Absent AsyncClient Client Guid JsonValue Number Package Undeclared")
"""Names that annotations in emitted modules use, or that every package has."""

_RESERVED: Final[dict[Role, frozenset[str]]] = {
    "member": KEYWORDS | _ANNOTATIONS,
    "parameter": KEYWORDS | _ANNOTATIONS | _CALL,
    "credential": KEYWORDS | _ANNOTATIONS | _CALL | _OPTIONS,
    "operation": KEYWORDS | _ANNOTATIONS | _MODULE | _CLIENT,
    "class": KEYWORDS | _CLASSES,
    "enum member": KEYWORDS,
}
_LOWER: Final[frozenset[Role]] = frozenset({"member", "parameter", "credential", "operation"})
_PREFIX: Final[dict[Role, str]] = {
    "member": "field_",
    "parameter": "parameter_",
    "credential": "credential_",
    "operation": "operation_",
    "class": "Type",
    "enum member": "VALUE_",
}
"""The prefix of a name that cannot begin an identifier (``3d``)."""


class NoPythonName(ValueError):
    """A text, such as ``???``, of which no identifier can be made."""


def member_name(wire: str) -> str:
    """The field name of a member (``ErrorSubCode`` -> ``error_sub_code``). Raises NoPythonName."""
    return _finished("_".join(_words(wire)).lower(), wire, "member")


def parameter_name(wire: str) -> str:
    """The argument name of a parameter (``X-COREOS-TID`` -> ``x_coreos_tid``). Raises NoPythonName."""
    return _finished("_".join(_words(wire)).lower(), wire, "parameter")


def credential_name(key: str) -> str:
    """The argument of a client for a secret, or for a variable of its base URL. Raises NoPythonName."""
    return _finished("_".join(_words(key)).lower(), key, "credential")


def operation_name(key: str) -> str:
    """The name of an operation (``get-Batch`` -> ``get_batch``). Raises NoPythonName."""
    return _finished("_".join(_words(key)).lower(), key, "operation")


def class_name(text: str) -> str:
    """The class of a type (``mediwave_batch_details`` -> ``MediwaveBatchDetails``). Raises NoPythonName."""
    pieces = _pieces(text)
    if len(pieces) > 1:
        pieces = [piece.lower() if piece.isupper() else piece for piece in pieces]
    camel = "".join(piece[0].upper() + piece[1:] for piece in pieces)
    if camel and not camel[0].isupper():
        camel = _PREFIX["class"] + camel
    return _finished(camel, text, "class")


def enum_member_name(value: str | int) -> str:
    """The member of an enum for one of its values (``createdAt`` -> ``CREATED_AT``, -1 -> ``VALUE_MINUS_1``).

    Raises NoPythonName.
    """
    text = str(value)
    words = _words(text)
    if text[:1] == "-" and text[1:2].isdigit():
        words.insert(0, "minus")
    name = "_".join(words).upper()
    return _finished(_PREFIX["enum member"] + name if words[:1] == ["minus"] else name, text, "enum member")


def fault(name: str, role: Role) -> str | None:
    """Why a name that a spec gives explicitly cannot be used in a role; None if it can."""
    if not name.isidentifier() or unicodedata.normalize("NFKC", name) != name:
        return "is not a Python identifier"
    if name.startswith("_"):
        return "begins with an underscore"
    if name in KEYWORDS:
        return "is a keyword of Python"
    if name in _RESERVED[role]:
        return "is a name that the emitted code uses itself"
    if role == "class" and not name[0].isupper():
        return "does not begin with a capital letter"
    if role in _LOWER and name[0].isupper():
        return "begins with a capital letter, as classes do"
    return None


def _finished(name: str, text: str, role: Role) -> str:
    """The name made stable under normalization, begun and ended so that it is free to use."""
    for _ in range(4):  # lower-casing and normalizing can undo each other once or twice
        normalized = unicodedata.normalize("NFKC", name)
        normalized = normalized.lower() if role in _LOWER else normalized
        if normalized == name:
            break
        name = normalized
    name = name.strip("_")
    if name and not name.isidentifier():
        name = _PREFIX[role] + name
    if name in _RESERVED[role]:
        name += "_"
    if len(name) > LONGEST:
        raise NoPythonName(f"the Python name would have {len(name):,} characters, and {LONGEST} are allowed")
    if fault(name, role):
        raise NoPythonName(f"no Python name can be made of {text[:40]!r}")
    return name


def _pieces(text: str) -> list[str]:
    """The pieces between the characters that cannot stand in an identifier, and between underscores."""
    normalized = unicodedata.normalize("NFKC", text[: LONGEST * 10])
    return "".join(c if c != "_" and ("a" + c).isidentifier() else " " for c in normalized).split()


def _words(text: str) -> list[str]:
    """The words of a text: ``PBPRReturnOfIDs2`` -> ``PBPR``, ``Return``, ``Of``, ``IDs2``."""
    words: list[str] = []
    for piece in _pieces(text):
        start = 0
        for here in range(1, len(piece)):
            if _begins_word(piece, here):
                words.append(piece[start:here])
                start = here
        words.append(piece[start:])
    return words


def _begins_word(piece: str, here: int) -> bool:
    before, letter = piece[here - 1], piece[here]
    after = piece[here + 1 : here + 3]
    if not letter.isupper():
        return False
    if before.islower():
        return True
    ends_acronym = after[:1].islower() and not (
        before.isupper() and after[0] == "s" and not after[1:].islower()
    )
    return ends_acronym and (before.isupper() or before.isdigit())
