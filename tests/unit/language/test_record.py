"""A key of the language is one field of a record: a made-up one is read, has its mistakes and its schema, and
needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from wiresmith.language.interactions import WaitDoc
from wiresmith.language.language_schema import mapping_schema
from wiresmith.language.placed import Annotation, Placed, Spot
from wiresmith.language.problem import Problems
from wiresmith.language.record import Record, entry, inline, key, mapping
from wiresmith.language.reference import mapping_reference
from wiresmith.language.shape import Either, Flag, Integer, Many, NameKey, Number, Table, Text, TypeText, Word
from wiresmith.language.source_marks import ProvenanceDoc
from wiresmith.language.strict_reader import read_strictly
from wiresmith.language.yaml_nodes import read_yaml


@mapping("made_up_wait", "wait")
@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpWaitDoc(WaitDoc):
    """The waiting of the language with one key more."""

    jitter: Placed[int] | None = key(Integer(0, 100), "By how many percent the delay varies.")


@mapping("part", "a part", short="type")
@dataclass(frozen=True, slots=True, kw_only=True)
class PartDoc(Record):
    """Something with a name."""

    name: Placed[str] = entry()
    annotation: Annotation = key(TypeText(), "What it is.", name="type", required=True)
    loud: Placed[bool] | None = key(Flag(), "Whether it is heard.", beside="type")
    provenance: ProvenanceDoc | None = inline(ProvenanceDoc, optional=True)


@mapping("machine", "a machine", one_of=("parts", "kind"))
@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDoc(Record):
    """What has parts."""

    serial: Placed[str] = key(Text(), "Its number.", required=True)
    parts: tuple[PartDoc, ...] = key(
        Table("a part", NameKey("a name"), Either((TypeText(), PartDoc.shape))), "What it is made of."
    )
    kind: Placed[str] | None = key(Word(("lathe", "mill")), "What it does.")
    weights: tuple[Placed[float], ...] = key(
        Many(Number(is_float=True), distinct=True), "What its parts weigh."
    )


def read(record: type[Record], text: str) -> tuple[Any, list[str]]:
    problems = Problems()
    node = read_yaml(text.encode(), "m.yaml", problems)
    assert node is not None
    made = read_strictly(node, record.shape, "the file", problems)
    return made, [str(problem) for problem in problems.found]


def test_a_made_up_key_is_read_with_its_place() -> None:
    wait, problems = read(MadeUpWaitDoc, "url: $header.Location\njitter: 20\n")
    assert problems == []
    assert wait.jitter == Placed(20, Spot("m.yaml", 2, 9))
    assert wait.places == {"url": Spot("m.yaml", 1, 6), "jitter": Spot("m.yaml", 2, 9)}
    assert wait.url.value == "$header.Location"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("jitter: 101", "m.yaml:1:9: jitter is 101; 0 to 100 is expected"),
        ("jitter: a lot", "m.yaml:1:9: jitter is 'a lot'; an integer is expected"),
        ("jiter: 20", "m.yaml:1:1: unknown key 'jiter' in wait; did you mean 'jitter'?"),
        (
            "shake: 20",
            "m.yaml:1:1: unknown key 'shake' in wait; "
            "known are on, pending, succeeded, failed, url, min_delay, max_delay, backoff, jitter",
        ),
    ],
)
def test_a_made_up_key_has_its_mistakes(text: str, line: str) -> None:
    assert read(MadeUpWaitDoc, text)[1] == [line]


def test_a_made_up_key_is_in_the_schema_with_its_documentation() -> None:
    schema = mapping_schema(MadeUpWaitDoc.shape)
    assert schema["properties"]["jitter"] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 100,
        "description": "By how many percent the delay varies.",
    }
    assert list(schema["properties"])[:-1] == list(mapping_schema(WaitDoc.shape)["properties"])


def test_a_made_up_key_is_in_the_reference() -> None:
    assert "| `jitter` | an integer, 0 to 100 | By how many percent the delay varies. |" in mapping_reference(
        MadeUpWaitDoc.shape
    )


def test_records_in_tables_in_short_and_in_full() -> None:
    machine, problems = read(
        MachineDoc,
        "serial: x\nparts:\n  a: int\n  b: {type: str, loud: true, inferred: a sample}\nweights: [1, 2.5]\n",
    )
    assert problems == []
    a, b = machine.parts
    assert (a.name.value, a.annotation.text, a.loud, a.provenance) == ("a", "int", None, None)
    assert (b.name.value, b.annotation.text, b.loud.value) == ("b", "str", True)
    assert b.provenance.whole == ("inferred", Placed("a sample", Spot("m.yaml", 4, 40)))
    assert b.provenance.places == {"inferred": Spot("m.yaml", 4, 40)}
    assert [(type(each.value), each.value) for each in machine.weights] == [(float, 1.0), (float, 2.5)]


def test_what_is_wrong_is_said_once_and_the_rest_is_kept() -> None:
    machine, problems = read(
        MachineDoc,
        "serial: x\nkind: mil\nparts:\n  a: [int]\n  b: {loud: yes, inferred: x, assumed: y}\nweights: [1, "
        "1.0, 1e400]\n",
    )
    assert problems == [
        "m.yaml:2:7: kind is 'mil'; lathe or mill is expected; did you mean 'mill'?",
        "m.yaml:4:6: 'a' is a list; an annotation or the mapping of a part is expected; write list[…] or "
        "dict[…, …], quoted",
        "m.yaml:5:13: loud: some versions of YAML read yes as a boolean; true or false is expected; write "
        "true or false",
        "m.yaml:5:6: type: is missing in a part",
        "m.yaml:5:40: assumed: stands beside inferred:; a fact comes from one place; write which aspect each "
        "mark covers, such as assumed: {null: …}",
        "m.yaml:6:14: '1.0' stands twice in weights",
        "m.yaml:6:19: an item of weights is larger than any float64",
        "m.yaml:3:1: parts: stands beside kind:; only one of parts or kind is allowed",
    ]
    assert [(part.name.value, part.annotation.text) for part in machine.parts] == [("a", "any"), ("b", "any")]


def test_without_what_it_needs_there_is_no_record() -> None:
    assert read(MachineDoc, "kind: mill\n")[1] == ["m.yaml:1:1: serial: is missing in a machine"]
    machines = Table("a machine", NameKey("a name"), MachineDoc.shape)
    problems = Problems()
    node = read_yaml(b"a: {kind: mill}\nb: {kind: lathe, serial: x}\n", "m.yaml", problems)
    assert node is not None
    ((name, machine),) = read_strictly(node, machines, "the file", problems)
    assert (name.value, machine.serial.value) == ("b", "x")
