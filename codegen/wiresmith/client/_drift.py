"""Deviations of an API from its description, told once for each client: a thousand drifted items are one line
in the log.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence

from wiresmith.client.hooks import Hooks
from wiresmith.client.secrets import Secrets, masked
from wiresmith.runtime.findings import Finding

_INDEX = re.compile(r"(?<=/)[0-9]+(?=/|$)|(?<=\[)[0-9]+(?=\])")
_MOST = 1_000
"""Deviations beyond so many are no longer logged by one client."""


class Drift:
    """The deviations that one client has met."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str, str]] = set()

    def tell(
        self,
        log: str,
        operation: str,
        findings: Iterable[Finding],
        hooks: Sequence[Hooks],
        secrets: Secrets,
    ) -> None:
        """Log each new deviation of a response as a warning, and give all findings to the hooks.

        The log says where and what was expected; what came stays in the findings, since it may be private.

        Args:
            log: the name of the logger, that of the package.
            operation: ``api.name``.
            findings: what there is to say about the body.
            hooks: those of the client.
            secrets: those of the request, which a server may echo in the name of a member.
        """
        for finding in findings:
            for hook in hooks:
                hook.on_finding(operation, finding)
            place = masked(_INDEX.sub("*", finding.path), secrets)
            deviation = (operation, finding.code, place)
            if deviation in self._told or len(self._told) >= _MOST:
                continue
            self._told.add(deviation)
            expected = f"; expected {finding.expected}" if finding.expected else ""
            said = f" ({finding.provenance})" if finding.provenance else ""
            logging.getLogger(log).warning(
                "%s: %s at %s%s%s", operation, finding.code, place or "the whole body", expected, said
            )
