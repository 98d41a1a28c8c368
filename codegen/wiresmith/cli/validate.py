"""``wiresmith validate``: what is wrong with captured payloads."""

from __future__ import annotations

import argparse
import sys

from wiresmith.check import Checked, EmittedPackage, Report, TargetType, files, sniff, validate
from wiresmith.cli._arguments import add_fail_on, add_strict, add_target
from wiresmith.cli._output import failed, found, print_findings
from wiresmith.cli._specs import target_of
from wiresmith.cli._verb import FAILED, Verb
from wiresmith.runtime import Strict


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file, a folder (its .json and .xml files), a pattern, or - for stdin",
    )
    add_target(parser)
    add_strict(parser)
    add_fail_on(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _run(arguments: argparse.Namespace) -> int:
    target, package = target_of(arguments)
    report = Report(target=arguments.as_)
    as_text = arguments.format == "text"
    for name in arguments.files:
        try:
            for file in files.expand(name):
                _check(file, target, package, arguments.strict, report, as_text)
        except files.Unreadable as error:
            report.failures.append(str(error))
            failed(str(error))
    print(report.summary if as_text else report.as_json())
    if report.failures:
        return FAILED
    return found(arguments, (finding for checked in report.checked for finding in checked.findings))


def _check(
    file: str, target: TargetType, package: EmittedPackage, strict: Strict, report: Report, as_text: bool
) -> None:
    try:
        data = files.read(file)
    except files.Unreadable as error:
        report.failures.append(str(error))
        failed(str(error))
        return
    name = "<stdin>" if file == "-" else file
    checked = Checked(file=name, format=sniff(data), findings=validate(data, target, package, strict))
    report.checked.append(checked)
    if as_text:
        print_findings(checked.file, checked.findings, sys.stdout)


VERB = Verb(
    "validate",
    "say whether captured payloads are what the page documents",
    """
    wiresmith validate capture.json --as bemicron.batch_details
    wiresmith validate captures/ 'more/*.xml' --as asavie.get_batch:200 --format json
    curl -s "$URL" | wiresmith validate - --as tofupilot.list_batches
    """,
    _add_arguments,
    _run,
)
