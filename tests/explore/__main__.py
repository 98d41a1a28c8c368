"""Random search: the property tests with other examples in each round, until the time is used up.

``python -m tests.explore --seconds 600`` prints the seed of each round; ``--seed N`` starts with that one,
and shows again what a round found.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time


def main() -> int:
    """Exit status 1 as soon as a round fails, whose seed is the last one printed; 0 when the time
    is used up.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.explore", description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=600, help="start no round after this time (600)")
    parser.add_argument("--seed", type=int, help="of the first round; the next ones count up (a random one)")
    parser.add_argument("tests", nargs="*", default=["tests"], help="files or folders (all of them)")
    arguments = parser.parse_args()
    first = random.randrange(1_000_000) if arguments.seed is None else arguments.seed
    start, rounds = time.monotonic(), 0
    while rounds == 0 or time.monotonic() - start < arguments.seconds:
        print(f"explore: round {rounds + 1}, seed {first + rounds}", flush=True)
        if (status := _round(arguments.tests, first + rounds)) != 0:
            print(f"explore: failed; again with: python -m tests.explore --seconds 0 --seed {first + rounds}")
            return status
        rounds += 1
    print(f"explore: {rounds} rounds in {time.monotonic() - start:.0f} s, no failure")
    return 0


def _round(tests: list[str], seed: int) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "hypothesis", f"--hypothesis-seed={seed}", *tests]
    parallel = ["--numprocesses", "auto", "--dist", "worksteal", "--max-worker-restart", "0"]
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "explore"}
    return subprocess.run([*command, *parallel], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
