"""``uuid``: a GUID, kept as the text that it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wiresmith.kinds.code import Code, calling
from wiresmith.kinds.kind import PATTERN, Kind
from wiresmith.kinds.registry import register
from wiresmith.values.guids import Guid, guid, is_empty_guid
from wiresmith.values.namespaces import ASMX, SERIALIZATION
from wiresmith.values.qnames import QName

if TYPE_CHECKING:
    from wiresmith.kinds.kind import Bounds, Examples
    from wiresmith.values.forms import Floats, Format, Texts

_DASHED = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
_SPELLED = re.compile(rf"\{{?{_DASHED}\}}?")


class Uuid(Kind):
    """The kind ``uuid``, .NET's Guid."""

    name = "uuid"
    aliases = ("guid",)
    annotation = "Guid"
    argument = ("uuid.UUID",)
    names_requests = True
    bounded_by = frozenset((PATTERN,))
    spec_form = "a UUID"
    form = "a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    xml_pattern = f"({_DASHED})"
    clr_name = "System.Guid"
    contract_name = QName("guid", SERIALIZATION)
    also_read = (QName("guid", ASMX),)
    dotnet = "wiresmith.dotnet.scalar_reading.guid"
    xsd_base = "xs:string"
    xsd_facets = (("pattern", r"[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}"),)
    misfit_unless = Code("type({}) is str")
    xml_text_refuses = True
    zero_if = calling("wiresmith.values.guids.is_empty_guid")

    def from_argument(self, value: Any) -> Any:
        from uuid import UUID

        return str(value) if isinstance(value, UUID) else value

    def zero(self) -> Guid:
        return guid("00000000-0000-0000-0000-000000000000")

    def is_zero(self, value: Any) -> bool:
        return self.accepts(value) and is_empty_guid(value)

    def parse(self, text: str, form: Format, texts: Texts, floats: Floats) -> Guid:
        return guid(text)

    def from_json(self, value: object, texts: Texts) -> Guid | None:
        return guid(value) if isinstance(value, str) else None

    def text(self, value: str, form: Format, texts: Texts, floats: Floats) -> str:
        return guid(value)

    def is_spelled(self, text: str) -> bool:
        return _SPELLED.fullmatch(text) is not None

    def json_pattern(self, texts: Texts) -> str:
        return rf"^(?:{_DASHED}|[0-9A-Fa-f]{{32}}|\{{{_DASHED}\}}|\({_DASHED}\))$"

    def checked(self) -> tuple[Any, ...]:
        from typing import Annotated

        from msgspec import Meta

        # No more than a sanity check: whoever makes a Guid has it validated (a pattern would double the time
        # of writing).
        return (Annotated[str, Meta(min_length=32, max_length=38)],)

    def json_reader(self, texts: Texts) -> Code:
        return calling("wiresmith.values.guids.guid")

    def json_writer(self, texts: Texts) -> Code:
        return calling("wiresmith.values.guids.guid")

    def xml_reader(self, floats: Floats) -> Code:
        return calling("wiresmith.values.guids.read_guid")

    def xml_writer(self, texts: Texts, floats: Floats) -> Code:
        return calling("wiresmith.values.guids.guid")

    def example(self, bounds: Bounds, examples: Examples) -> str:
        from uuid import UUID

        return str(UUID(int=examples.random.getrandbits(128), version=4))


register(Uuid())
