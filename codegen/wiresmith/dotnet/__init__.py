"""The reader that does as .NET's DataContractSerializer does: what it accepts, refuses and loses comes out by
construction.

``decode(…, reader="dotnet")`` of an emitted package calls ``read_dotnet``.
"""

from __future__ import annotations

from wiresmith.dotnet.document_reader import read_dotnet

__all__ = ["read_dotnet"]
