"""From what specs say to what they mean: every check that needs more than one line of a spec, and the
contract.
"""

from __future__ import annotations

from pathlib import Path

from wiresmith.contract._declarations import Declarations, spelled
from wiresmith.contract._finite import endless
from wiresmith.contract._naming import Taken, did_you_mean
from wiresmith.contract._objects import ObjectBuilder
from wiresmith.contract._operation_builder import OperationBuilder
from wiresmith.contract._parameter_builder import ParameterBuilder
from wiresmith.contract._payload_builder import PayloadBuilder
from wiresmith.contract._provenance_rules import docs, text
from wiresmith.contract._type_resolver import TypeResolver, class_name
from wiresmith.contract._xml_names import is_contract
from wiresmith.description import Contract, DictType, EnumType, ListType, ObjectType, QName
from wiresmith.language import (
    ApiDocument,
    Problem,
    Problems,
    SpecError,
    Spot,
    TypeDoc,
    api_folders,
    is_true,
    read_api_collecting,
    shown,
    value_of,
)
from wiresmith.plan.levels import levels


def resolve(document: ApiDocument) -> Contract:
    """Resolve a spec.

    Raises: SpecError with everything that is wrong with it.
    """
    contract, problems = resolve_collecting(document)
    if contract is None:
        raise SpecError(problems)
    return contract


def resolve_collecting(document: ApiDocument) -> tuple[Contract | None, list[Problem]]:
    """The contract of a spec, and everything that is wrong with the spec, in file order; with a problem, the
    contract is None.
    """
    problems = Problems()
    contract = _Resolution(document, problems).contract()
    found = SpecError(problems.found).problems
    return (None if found else contract), found


def load_api(folder: Path) -> Contract:
    """Read and resolve the spec of one API.

    Raises: SpecError with every mistake of every file of the folder.
    """
    contract, problems = _load_collecting(folder)
    if contract is None or problems:
        raise SpecError(problems)
    return contract


def load_specs(root: Path, api: str | None = None) -> list[Contract]:
    """Read and resolve the specs of all APIs in a folder (or of the one of that name), in the order of their
    names.

    Raises: SpecError with every mistake of every file of all of them.
    """
    folders = api_folders(root)
    if api is not None:
        names = {folder.resolve().name: folder for folder in folders}
        if api not in names:
            raise SpecError(
                [
                    Problem(
                        Spot(str(root), 1, 1),
                        f"there is no API {shown(api)}",
                        f"there are {', '.join(names)}",
                        did_you_mean(api, names),
                    )
                ]
            )
        folders = [names[api]]
    contracts: list[Contract] = []
    problems: list[Problem] = []
    for folder in folders:
        contract, found = _load_collecting(folder)
        problems += found
        if contract is not None:
            contracts.append(contract)
    if problems:
        raise SpecError(problems)
    return contracts


def _load_collecting(folder: Path) -> tuple[Contract | None, list[Problem]]:
    document, problems = read_api_collecting(folder)
    if document is None:
        return None, problems
    contract, found = resolve_collecting(document)
    return (None if problems else contract), [*problems, *found]


class _Resolution:
    """The steps from one document to its contract."""

    def __init__(self, document: ApiDocument, problems: Problems) -> None:
        self._document = document
        self._problems = problems
        self._declarations = Declarations(document, problems)
        self._types = TypeResolver(document, self._declarations, problems)
        self._objects = ObjectBuilder(self._types, problems)

    def contract(self) -> Contract:
        document, problems = self._document, self._problems
        xml = document.xml
        known = self._types.known(document.xml, {})
        self._build_declared()
        parameters = ParameterBuilder(self._types, self._objects.enums, problems)
        self._close_over_payloads()
        payloads = PayloadBuilder(document, self._types, self._objects, parameters, problems)
        builder = OperationBuilder(document, self._objects, parameters, payloads, problems)
        operations = builder.build()
        self._objects.check_values()
        self._check_finite()
        types = self._in_order()
        self._check_names(operations_names=[(op.python, op.name) for op in operations])
        self._check_xml_names(types)
        return Contract(
            api=document.name.value,
            title=text(document.title),
            doc=text(document.doc),
            docs=docs(document.contents.docs),
            sources=self._types.marks.sources,
            base_url=document.base_url.value if document.base_url is not None else None,
            base_url_variables=builder.base_url_variables,
            has_client=document.client is None or document.client.value,
            dialect=self._types.xml.rules.name,
            has_json=self._types.xml.has_json,
            has_xml=self._types.xml.has_xml,
            floats="core" if xml is not None and value_of(xml.floats) == "core" else "framework",
            preserve_references=xml is not None and is_true(xml.preserve_references),
            known=known,
            types=types,
            operations=tuple(operations),
            auth=tuple(builder.auth.values()),
            undocumented=tuple(each.value for each in document.undocumented),
            files=document.files,
        )

    def _build_declared(self) -> None:
        """Every declared type that is not generic; building it may bring closed generics."""
        for key, doc in self._declarations.types.items():
            if doc.parameters or key in self._declarations.broken:
                continue
            if doc.kind != "alias":
                self._types.declared(doc)
            elif doc.alias is not None:
                self._types.alias(doc)
        self._build_waiting()

    def _close_over_payloads(self) -> None:
        """The closed generics that only operations name."""
        document = self._document
        bodies = [operation.body for operation in document.operations]
        responses = [
            *document.returns,
            *(each for operation in document.operations for each in operation.returns),
        ]
        for payload in (*bodies, *(payload for _, payload in responses)):
            if payload is not None and payload.annotation is not None:
                self._types.use(payload.annotation, {})
        self._build_waiting()

    def _build_waiting(self) -> None:
        while self._types.waiting:
            self._objects.build(self._types.waiting.pop())

    def _check_finite(self) -> None:
        for name, member in endless(self._objects.objects).items():
            instance = self._types.instances[name]
            self._problems.add(
                instance.doc.name.at,
                f"a value of {shown(instance.identity)} would have no end: {shown(member.wire)} is always "
                "there and never null",
                "an object holds itself through a list, a member that may be absent, or one that may be null",
            )

    def _in_order(self) -> dict[str, ObjectType | EnumType]:
        """Types in the order of declaration, but each after its base; the instances of a generic by their
        identity.
        """
        instances: dict[tuple[str, int], list[str]] = {}
        for instance in sorted(self._types.instances.values(), key=lambda each: each.identity):
            key = instance.doc.name.value, len(instance.doc.parameters)
            instances.setdefault(key, []).append(instance.name)
        ordered: dict[str, ObjectType | EnumType] = {}
        for key in self._declarations.types:
            for name in instances.get(key, ()):
                if name in self._objects.enums:
                    ordered[name] = self._objects.enums[name]
                    continue
                declared = self._objects.objects.get(name)
                if declared is not None:
                    for level in [*levels(declared, self._objects.parent)][::-1]:
                        ordered.setdefault(level.name, level)
        return ordered

    def _check_names(self, operations_names: list[tuple[str, str]]) -> None:
        """Classes and operations are exported side by side."""
        taken = Taken("classes and operations", self._problems)
        for instance in sorted(self._types.instances.values(), key=lambda each: each.identity):
            taken.add(
                instance.python, f"type {instance.identity}", (instance.doc.python or instance.doc.name).at
            )
        for doc in self._declarations.types.values():
            if doc.kind == "alias" and not doc.parameters:
                taken.add(
                    class_name(doc, self._problems), f"type {spelled(doc)}", (doc.python or doc.name).at
                )
        spots = {doc.name.value: (doc.python or doc.name).at for doc in self._document.operations}
        for python, name in operations_names:
            taken.add(python, f"operation {name}", spots[name])

    def _check_xml_names(self, types: dict[str, ObjectType | EnumType]) -> None:
        contracts: list[tuple[TypeDoc, str, QName | None]] = [
            (self._types.instances[name].doc, declared.identity, declared.contract)
            for name, declared in types.items()
        ]
        for key, doc in self._declarations.types.items():
            if (
                doc.kind == "alias"
                and doc.xml is not None
                and not doc.parameters
                and key not in self._declarations.broken
            ):
                type_ = self._types.alias(doc)
                if isinstance(type_, ListType | DictType) and is_contract(doc.xml):
                    contracts.append((doc, doc.name.value, type_.contract))
        seen: dict[QName, tuple[TypeDoc, str]] = {}
        for doc, name, contract in contracts:
            if contract is None:
                continue
            other_doc, other = seen.setdefault(contract, (doc, name))
            if (
                other_doc is not doc
            ):  # instances of one generic over a scalar and a named scalar are one type to .NET
                self._problems.add(
                    doc.name.at,
                    f"{shown(name)} and {shown(other)} have the same XML name {shown(contract.local)}",
                    "types of one namespace have different XML names",
                    "set xml: {name: …} or {clr_namespace: …} for one of them",
                )
