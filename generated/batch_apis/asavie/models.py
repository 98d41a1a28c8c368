# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
"""The types of Asavie provisioning API."""

from __future__ import annotations

from dataclasses import dataclass, field

from wiresmith.runtime import Model, Undeclared

__all__ = [
    "Batch",
    "PBPRReturn",
    "PBPRReturnOfBatch",
]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PBPRReturn(Model):
    """The envelope that every call answers with.

    Whether it may be absent is inferred from samples/get_batch.json; whether it may be null is
    inferred from samples/get_batch.json.
    """

    success: bool
    """Whether the call succeeded."""

    meta: dict[str, str | None] | None = None
    """Further data about the result, if there is any."""

    code: int
    """The HTTP status of the call, for instance 200, 202 or 409."""

    error_code: int
    """Says why the call failed; only meaningful when Success is false."""

    error_sub_code: int
    """A finer error code, where there is one."""

    error_description: str | None = None
    """The error in words."""

    status_url: str | None = None
    """Where to ask how an accepted command is getting on: commands (POST, PUT, PATCH, DELETE) are
    usually answered with 202 before they are carried out.
    """

    continuation_token: str | None = None
    """Identifies the next page, in calls whose result is paged."""

    _undeclared: Undeclared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class PBPRReturnOfBatch(PBPRReturn):
    """The envelope around the result of a call.

    Whether it may be absent is inferred from samples/get_batch.json; whether it may be null is
    inferred from samples/get_batch.json.
    """

    data: Batch | None = None
    """The result."""


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Batch(Model):
    """A batch. The page has no table for it, only the samples.

    Inferred from samples/get_batch.json.
    """

    name: str | None = None
    app_tag: str | None = None
    description: str | None = None
    parameters: dict[str, str | None] | None = None
    id: str | None = None
    status: int
    """A number in JSON and in XML; what its values mean is not documented."""

    timeout_minutes: int
    """A time limit in minutes, going by its name."""

    _undeclared: Undeclared | None = field(default=None, repr=False)
