"""``python -m tests.interop``: Mono writes random values, we read them and write them back, Mono reads ours.

For every value: our reader takes Mono's document without a finding, our writer gives the same bytes
(Microsoft's form, where Mono's own writer is known to differ: ``mono.microsoft_form``), the reader that does
what .NET does gives the same value, and the object graph that Mono reads from our bytes is the one it wrote.
Then every document is changed (elements moved, doubled, renamed, other texts, other attributes), and what the
two readers make of it has to be the same.

Then emitted clients talk to an HTTP server on .NET (`peer`): pages, envelopes, commands, errors, and objects
that .NET compares with its own. Last, a client on .NET talks to ``wiresmith serve`` (`caller`): it reads the
same objects in both formats, and what it writes is accepted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.interop.caller.caller import call_servers
from tests.interop.mono import Mono, MonoMissing
from tests.interop.peer.conversation import Conversation, converse
from tests.interop.peer.peer import Peer
from tests.interop.run import Report, run

ROUND = 30
"""Values of each type that are taken there and back at a time."""


def main() -> int:
    """Run it; the status is 0 if all values came through, 1 if not, 2 if there is no Mono."""
    parser = argparse.ArgumentParser(prog="python -m tests.interop", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the values of one seed are the same everywhere")
    parser.add_argument("--count", type=int, default=120, help="values of each type, in rounds of 30")
    parser.add_argument("--seconds", type=float, help="start no further round after this time (no limit)")
    parser.add_argument("--objects", type=int, default=60, help="objects that go to the server and back")
    arguments = parser.parse_args()
    conversation = Conversation()
    with tempfile.TemporaryDirectory() as folder:
        try:
            mono = Mono(Path(folder))
            report, start = Report(), time.monotonic()
            for first in range(0, arguments.count, ROUND):
                late = arguments.seconds is not None and time.monotonic() - start > arguments.seconds
                if first and late:
                    break
                run(mono, arguments.seed + first, min(ROUND, arguments.count - first), report)
            with Peer() as peer:
                converse(peer.url, arguments.objects, conversation)
            called = call_servers(arguments.objects)
        except MonoMissing as error:
            print(error, file=sys.stderr)
            return 2
    print(report.text())
    print(conversation.text())
    print(called.text())
    return 1 if report.failures or conversation.failures or called.failures else 0


if __name__ == "__main__":
    sys.exit(main())
