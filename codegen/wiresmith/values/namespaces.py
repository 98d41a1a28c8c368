"""The namespaces that XML of typed data uses, and the attributes of two of them that .NET's serializer goes
by.
"""

from __future__ import annotations

XML = "http://www.w3.org/XML/1998/namespace"
XMLNS = "http://www.w3.org/2000/xmlns/"
XS = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
ARRAYS = f"{SERIALIZATION}Arrays"
CONTRACTS = "http://schemas.datacontract.org/2004/07/"
"""The beginning of the namespace of a type that names none; the CLR namespace follows."""
SYSTEM = f"{CONTRACTS}System"
ASMX = "http://microsoft.com/wsdl/types/"
"""Two types of older web services of .NET, which its serializer still reads."""

NIL = f"{{{XSI}}}nil"
TYPE = f"{{{XSI}}}type"
IDENTITY = f"{{{SERIALIZATION}}}Id"
REFERENCE = f"{{{SERIALIZATION}}}Ref"
SIZE = f"{{{SERIALIZATION}}}Size"
