"""The ``wiresmith`` command: one thin function per verb.

Exit status: 0 nothing to say, 1 findings or differences, 2 it could not be done (a spec with mistakes, a file that
cannot be read, wrong usage).
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import textwrap
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import TextIO

from wiresmith.arguments import add_specs, add_target, indent
from wiresmith.check import difference, files, samples
from wiresmith.check.layout import sniff
from wiresmith.check.loading import EmittedPackage, load
from wiresmith.check.payloads import round_trip, validate
from wiresmith.check.report import Checked, Report, line, printable
from wiresmith.check.targets import TargetError, TargetType, parse, resolve
from wiresmith.contract.model import Contract
from wiresmith.contract.resolve import load_specs
from wiresmith.emit.package import emit_all
from wiresmith.emit.problem import EmitError
from wiresmith.emit.write import check_tree, write_tree
from wiresmith.export import commands as export
from wiresmith.language.json_schema import language_schema_text
from wiresmith.language.problem import SpecError
from wiresmith.language.reference import reference_text
from wiresmith.runtime import Finding
from wiresmith.serve import commands as serving
from wiresmith.xsd import commands as xsd

OK, FOUND, FAILED = 0, 1, 2
_COLOURS = {"error": "31", "warning": "33", "ok": "32"}


class Failure(Exception):
    """The command cannot do what it was asked for; the message says why and what to do."""


_REFUSALS = (
    Failure, EmitError, TargetError, export.ExportError, xsd.XsdError, files.Unreadable, serving.ServeError
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        the exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except SpecError as error:
        for problem in error.problems:
            print(printable(str(problem)), file=sys.stderr)
        return _failed(f"{_count(len(error.problems), 'mistake')} in the specs")
    except _REFUSALS as error:
        return _failed(str(error))
    except BrokenPipeError:  # whoever reads our output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return 130
    return status


def _generate(arguments: argparse.Namespace) -> int:
    contracts = _contracts(arguments)
    if arguments.models is not None:
        return export.generate_models(contracts, arguments)
    tree = emit_all(contracts)
    only = None if arguments.api is None else {arguments.api}
    if arguments.check:
        differences = check_tree(tree, arguments.out, only=only)
        print(differences, end="")
        if differences:
            print(
                f"wiresmith: {arguments.out} is not what the specs say; run `wiresmith generate`",
                file=sys.stderr,
            )
        return FOUND if differences else OK
    changed = write_tree(tree, arguments.out, only=only)
    for path in changed:
        print(path)
    print(f"{_count(len(tree), 'file')} emitted, {len(changed) or 'nothing'} changed")
    return OK


def _lint(arguments: argparse.Namespace) -> int:
    contracts = _contracts(arguments)
    names = ", ".join(contract.api for contract in contracts)
    print(f"{arguments.specs}: {_count(len(contracts), 'API')} without mistakes ({names})")
    return OK


def _schema(arguments: argparse.Namespace) -> int:
    is_page = arguments.out is not None and arguments.out.suffix == ".md"
    schema = reference_text() if is_page else language_schema_text()
    if arguments.out is None:
        if arguments.check:
            raise Failure("schema --check needs --out FILE, the file to compare with")
        print(schema, end="")
    elif not arguments.check:
        arguments.out.write_text(schema, encoding="utf-8", newline="\n")
    elif not arguments.out.is_file() or arguments.out.read_bytes() != schema.encode():
        print(f"{arguments.out}: not the schema of this version; write it with `wiresmith schema --out`")
        return FOUND
    return OK


def _validate(arguments: argparse.Namespace) -> int:
    target, package = _target(arguments)
    report = Report(target=arguments.as_)
    as_text = arguments.format == "text"
    for name in arguments.files:
        try:
            for file in files.expand(name):
                _check(file, target, package, report, as_text)
        except files.Unreadable as error:
            report.failures.append(str(error))
            print(f"wiresmith: {printable(str(error))}", file=sys.stderr)
    print(report.summary if as_text else report.as_json())
    if report.failures:
        return FAILED
    return FOUND if any(checked.findings for checked in report.checked) else OK


def _check(file: str, target: TargetType, package: EmittedPackage, report: Report, as_text: bool) -> None:
    try:
        data = files.read(file)
    except files.Unreadable as error:
        report.failures.append(str(error))
        print(f"wiresmith: {printable(str(error))}", file=sys.stderr)
        return
    name = "<stdin>" if file == "-" else file
    checked = Checked(file=name, format=sniff(data), findings=validate(data, target, package))
    report.checked.append(checked)
    if as_text:
        _print_findings(checked.file, checked.findings, sys.stdout)


def _roundtrip(arguments: argparse.Namespace) -> int:
    target, package = _target(arguments)
    data = files.read(arguments.file)
    name = "<stdin>" if arguments.file == "-" else arguments.file
    done = round_trip(data, target, package, arguments.indent)
    _print_findings(name, done.findings, sys.stderr)
    if done.written is None:
        return FOUND
    sys.stdout.buffer.write(done.written)
    sys.stdout.buffer.flush()
    if data == done.written:
        return OK
    print(difference.unified(data, done.written, printable(name)), file=sys.stderr)
    return FOUND


def _show(arguments: argparse.Namespace) -> int:
    contracts = _contracts(arguments)
    tree = emit_all(contracts)
    width = max(len(contract.api) for contract in contracts)
    print(f"{'API':{width}}  operations  types  files  samples that come back byte for byte")
    lost = False
    for contract in contracts:
        trips = list(samples.round_trips(contract, load(contract)))
        equal = sum(trip.equal for trip in trips)
        emitted = sum(contract.api in path.parts for path in tree)
        mark = _coloured(f"{equal} of {len(trips)}", "ok" if equal == len(trips) else "error", sys.stdout)
        print(
            f"{contract.api:{width}}  {len(contract.operations):10}  {len(contract.types):5}  {emitted:5}  {mark}"
        )
        for trip in trips:
            lost = lost or not trip.equal
            _print_findings(str(trip.sample.file), trip.findings, sys.stdout)
            if trip.written is not None and not trip.equal:
                print(difference.unified(trip.read, trip.written, printable(str(trip.sample.file))))
    return FOUND if lost else OK


def _export_xsd(arguments: argparse.Namespace) -> int:
    (contract,) = _contracts(arguments)
    written = xsd.write_xsd(contract, arguments.out)
    print(f"{arguments.out}: {_count(written, 'file')} written")
    return OK


def _serve(arguments: argparse.Namespace) -> int:
    serving.serve(arguments, arguments.specs, arguments.api)
    return OK


def _import_xsd(arguments: argparse.Namespace) -> int:
    remarks = xsd.read_xsd(arguments.files, arguments.api, arguments.out)
    for remark in remarks:
        print(printable(str(remark)), file=sys.stderr)
    print(f"{arguments.out}: spec of {arguments.api} written, {_count(len(remarks), 'remark')}")
    return FOUND if remarks else OK


def _contracts(arguments: argparse.Namespace) -> list[Contract]:
    contracts = _load(arguments.specs, arguments.api)
    if not contracts:
        raise Failure(f"{arguments.specs}: no API in this folder; expected <api>/api.yaml")
    return contracts


def _target(arguments: argparse.Namespace) -> tuple[TargetType, EmittedPackage]:
    target = parse(arguments.as_)
    (contract,) = _load(arguments.specs, target.api)
    return resolve(target, contract), load(contract)


def _load(specs: Path, api: str | None) -> list[Contract]:
    if not specs.is_dir():
        raise Failure(f"{specs}: no such folder; name the one that holds <api>/api.yaml")
    known = sorted(path.parent.name for path in specs.glob("*/api.yaml"))
    if api is not None and api not in known:
        raise Failure(f"{specs}: no API {api!r} in this folder (APIs: {', '.join(known) or 'none'})")
    return load_specs(specs, api)


def _print_findings(file: str, findings: Sequence[Finding], stream: TextIO) -> None:
    for finding in findings:
        print(line(file, finding, _coloured(finding.severity, finding.severity, stream)), file=stream)


def _coloured(text: str, colour: str, stream: TextIO) -> str:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def _failed(message: str) -> int:
    print(f"wiresmith: {printable(message)}", file=sys.stderr)
    return FAILED


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wiresmith",
        description="Typed Python from web pages that document an API.",
        epilog="Exit status: 0 nothing to say, 1 findings or differences, 2 it could not be done.",
    )
    parser.add_argument("--version", action="version", version=f"wiresmith {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, summary: str, examples: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog="examples:\n" + textwrap.indent(textwrap.dedent(examples).strip(), "  "),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    generate = command(
        "generate",
        "emit the Python packages that the specs describe",
        """
        wiresmith generate
        wiresmith generate specs --out generated --api bemicron
        wiresmith generate --check        # change nothing; fail where a file is not as the specs say
        wiresmith generate --models pydantic --models-out models
        """,
    )
    add_specs(generate)
    export.add_models(generate)
    generate.add_argument(
        "--out", type=Path, default=Path("generated"), metavar="DIR", help="default: generated"
    )
    generate.add_argument(
        "--check", action="store_true", help="compare with the files in DIR instead of writing"
    )
    generate.set_defaults(run=_generate)

    lint = command("lint", "report every mistake in the specs", "wiresmith lint specs")
    add_specs(lint)
    lint.set_defaults(run=_lint)

    schema = command(
        "schema",
        "print the JSON Schema of the spec language, for editors",
        "wiresmith schema --out specs/spec.schema.json",
    )
    schema.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write to this file; one that ends in .md: tables of all keys, to read",
    )
    schema.add_argument("--check", action="store_true", help="compare with FILE instead of writing")
    schema.set_defaults(run=_schema)

    validating = command(
        "validate",
        "say whether captured payloads are what the page documents",
        """
        wiresmith validate capture.json --as bemicron.batch_details
        wiresmith validate captures/ 'more/*.xml' --as asavie.get_batch:200 --format json
        curl -s "$URL" | wiresmith validate - --as tofupilot.list_batches
        """,
    )
    validating.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file, a folder (its .json and .xml files), a pattern, or - for stdin",
    )
    add_target(validating)
    validating.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    validating.set_defaults(run=_validate)

    roundtrip = command(
        "roundtrip",
        "read a payload and print it as the emitted package writes it",
        """
        wiresmith roundtrip capture.xml --as bemicron.batch_details > again.xml
        wiresmith roundtrip capture.json --as os1.container_batch_status --indent none
        """,
    )
    roundtrip.add_argument("file", metavar="FILE", help="a file, or - for stdin")
    add_target(roundtrip)
    roundtrip.add_argument(
        "--indent",
        type=indent,
        metavar="N|none|lines|tab",
        help="write N spaces per level, one line, line breaks alone, or tabs, instead of the layout of the input",
    )
    roundtrip.set_defaults(run=_roundtrip)

    show = command(
        "show",
        "list the APIs, and what becomes of their documented samples",
        "wiresmith show specs",
    )
    add_specs(show)
    show.set_defaults(run=_show)

    exporting = command(
        "export",
        "write what an API's contracts are in another language",
        """
        wiresmith export openapi --api bemicron > bemicron.json
        wiresmith export jsonschema specs --out schemas
        wiresmith export xsd specs --api bemicron --out xsd
        """,
    )
    languages = exporting.add_subparsers(metavar="LANGUAGE", required=True)
    export.add_languages(languages, add_specs, _contracts)
    export_xsd = languages.add_parser("xsd", help="the XSD files that .NET's XsdDataContractExporter writes")
    add_specs(export_xsd, api_required=True)
    export_xsd.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
    export_xsd.set_defaults(run=_export_xsd)

    serve = command(
        "serve",
        "serve APIs on this machine, to develop and test against",
        "wiresmith serve specs --api tofupilot --fault list_batches=503:2",
    )
    add_specs(serve)
    serving.add_arguments(serve)
    serve.set_defaults(run=_serve)

    importing = command(
        "import",
        "make a spec of what another language says",
        "wiresmith import xsd contracts/*.xsd --api warehouse --out specs/warehouse",
    )
    import_xsd = importing.add_subparsers(metavar="LANGUAGE", required=True).add_parser(
        "xsd", help="XSD files of data contracts, from svcutil or XsdDataContractExporter"
    )
    import_xsd.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an XSD file")
    import_xsd.add_argument("--api", required=True, metavar="NAME", help="the name of the API")
    import_xsd.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder of the spec; it must not have one"
    )
    import_xsd.set_defaults(run=_import_xsd)
    return parser


def _version() -> str:
    try:
        return metadata.version("wiresmith")
    except metadata.PackageNotFoundError:
        return "(not installed)"
