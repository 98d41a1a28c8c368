"""``python -m tests.fuzz --program SCHEMATHESIS``: every API is served, and Schemathesis sends it what its
exported document allows and forbids.

The program is a path since it lives in an environment of its own: its dependencies are not ours.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SECRETS = {"api_key": "k1", "access_token": "k2", "client_secret": "k3", "tenant_id": "k4"}
HEADERS = {
    "asavie": {},
    "bemicron": {},
    "isometric": {"Authorization": "Bearer k2", "x-client-secret": "k3"},
    "os1": {"X-COREOS-ACCESS": "k2", "X-COREOS-TID": "k4"},
    "tofupilot": {"Authorization": "Bearer k1"},
}
LEFT_OUT = {
    # Their pages document no errors, and a cursor is a text that only the server can make.
    "bemicron": ["status_code_conformance"],
    "isometric": ["status_code_conformance", "positive_data_acceptance"],
}


ROUND = 10
"""Examples of each operation that are sent at a time."""


def main() -> int:
    """Run it; the status is 0 if nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--program", required=True, type=Path, help="where Schemathesis is")
    parser.add_argument("--examples", type=int, default=50, help=f"of each operation, in rounds of {ROUND}")
    parser.add_argument("--seconds", type=float, help="start no further round after this time (no limit)")
    arguments = parser.parse_args()
    program, start = str(arguments.program.absolute()), time.monotonic()
    command = [
        sys.executable,
        "-m",
        "wiresmith",
        "serve",
        str(ROOT / "specs"),
        "--port",
        "0",
        "--data",
        "generated",
    ]
    command += [f"--secret={name}={value}" for name, value in SECRETS.items()]
    failed: dict[str, None] = {}
    sent = 0
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server,
    ):
        assert server.stdout is not None
        try:
            urls = [server.stdout.readline().strip() for _ in HEADERS]
            for first in range(0, arguments.examples, ROUND):
                if first and arguments.seconds is not None and time.monotonic() - start > arguments.seconds:
                    break
                for url in urls:
                    api = url.rpartition("/")[2]
                    if _run(program, api, url, Path(folder), seed=1 + first):
                        failed[api] = None
                sent = first + ROUND
        finally:
            server.terminate()
    print(f"{sent} examples of each operation")
    print(
        f"schemathesis: {len(HEADERS) - len(failed)} passed, {len(failed)} failed {', '.join(failed)}".strip()
    )
    return 1 if failed else 0


def _run(program: str, api: str, url: str, folder: Path, seed: int) -> int:
    document = folder / f"{api}.json"
    export = [sys.executable, "-m", "wiresmith", "export", "openapi", str(ROOT / "specs"), "--api", api]
    document.write_bytes(subprocess.run(export, check=True, capture_output=True).stdout)
    command = [program, "run", str(document), "--url", url, f"--max-examples={ROUND}", f"--seed={seed}"]
    for name, value in HEADERS[api].items():
        command += ["--header", f"{name}: {value}"]
    if LEFT_OUT.get(api):
        command += ["--exclude-checks", ",".join(LEFT_OUT[api])]
    print(f"\n{api}", flush=True)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    print(done.stdout[-3000:] if done.returncode else done.stdout[-400:])
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
