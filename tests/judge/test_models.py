"""Models that datamodel-code-generator makes of the exports read what our own readers do."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import GenericAlias, ModuleType
from typing import Any

import msgspec
import pydantic
import pytest

from tests.unit.export.exports import (
    ROOT,
    WITH_JSON,
    contract_of,
    contracts,
    has_half_characters,
    json_samples,
)
from wiresmith.check.loading import load
from wiresmith.check.targets import Target, resolve
from wiresmith.cli import main
from wiresmith.description import BareType, ListType, Ref, bare
from wiresmith.export.library_models import FLAVOURS, models


def with_pydantic(type_: Any, data: bytes) -> Any:
    adapter = pydantic.TypeAdapter(type_)
    return json.loads(adapter.dump_json(adapter.validate_json(data), by_alias=True))


def with_msgspec(type_: Any, data: bytes) -> Any:
    encoder = msgspec.json.Encoder(decimal_format="number")
    return json.loads(encoder.encode(msgspec.json.decode(data, type=type_)))


READERS: dict[str, Callable[[Any, bytes], Any]] = {
    "pydantic": with_pydantic,
    "msgspec": with_msgspec,
    "dataclass": with_pydantic,
    "typeddict": with_pydantic,
}


def module(name: str, source: str) -> ModuleType:
    # Before Python 3.12, pydantic wants the TypedDict of typing_extensions.
    source = source.replace("from typing import", "from typing_extensions import")
    made = sys.modules[name] = ModuleType(name)
    exec(compile(source, name, "exec", dont_inherit=True), vars(made))
    return made


def model(of: ModuleType, type_: BareType, api: str) -> Any:
    if isinstance(type_, ListType):
        return GenericAlias(list, (model(of, bare(type_.item), api),))
    assert isinstance(type_, Ref)
    return getattr(of, contracts()[api].types[type_.name].name)


def plain(value: Any) -> Any:
    """The value without what is null (a model has it where a document does not), and with numbers as they
    compare.
    """
    match value:
        case dict():
            return {name: plain(item) for name, item in value.items() if item is not None}
        case list():
            return [plain(item) for item in value]
        case str() if value.replace(".", "", 1).isdigit():
            return float(value)  # pydantic writes a Decimal as text
        case _:
            return value


@pytest.mark.parametrize("flavour", sorted(FLAVOURS))
@pytest.mark.parametrize("api", [api for api in WITH_JSON if json_samples(api)])
def test_models_read_samples_as_we_do(api: str, flavour: str) -> None:
    contract = contracts()[api]
    package = load(contract)
    made = module(f"_models_{api}_{flavour}", models(contract, flavour))
    for operation, sample in json_samples(api):
        data = sample.file.read_bytes()
        if has_half_characters(data.decode()):
            continue
        target: Any = resolve(Target(api, operation.name, sample.status), contract)
        read = READERS[flavour](model(made, bare(target.response.type), api), data)
        described = getattr(package, operation.python).responses
        type_ = next(each.type for each in described if each.status == sample.status)
        value, _ = package.read(data, type_)
        assert plain(read) == plain(json.loads(package.encode(value, type_)))


def test_fields_have_python_names_and_aliases(tmp_path: Path) -> None:
    text = "types:\n  Thing: {fields: {stepName: str, 'Size?': int32}}\n"
    made = module("_models_names", models(contract_of(tmp_path, text), "pydantic"))
    thing = made.Thing.model_validate({"stepName": "a"})
    assert (thing.step_name, thing.size) == ("a", None)
    assert thing.model_dump(by_alias=True, exclude_unset=True) == {"stepName": "a"}


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    evil = "'''\\\"\\\"\\\"\\nraise SystemExit(3)\\n#"
    name = "__import__('os')"
    text = (
        f'title: "{evil}"\ndoc: "{evil}"\ntypes:\n  Thing:\n    doc: "{evil}"\n    fields:\n      a: '
        f'{{type: str, doc: "{evil}"}}\n'
        f'      "{name}": {{type: str, python: b, default: "{evil}", examples: ["{evil}"]}}\n      c: Kind\n'
        f'  Kind: {{enum: {{"{evil}": {{python: d, doc: "{evil}"}}}}, closed: true, doc: "{evil}"}}\n'
    )
    contract = contract_of(tmp_path, text)
    for flavour in FLAVOURS:
        source = models(contract, flavour)
        assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Raise)]
        module(f"_models_hostile_{flavour}", source)


def test_the_command_writes_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [
        "generate",
        str(ROOT / "specs"),
        "--api",
        "os1",
        "--models",
        "msgspec",
        "--models-out",
        str(tmp_path / "m"),
    ]
    assert main(command) == 0
    path = tmp_path / "m" / "os1_msgspec.py"
    assert capsys.readouterr().out == f"{path}\n"
    assert main([*command, "--check"]) == 0
    path.write_text("")
    assert main([*command, "--check"]) == 1
    assert path.read_text() == ""
