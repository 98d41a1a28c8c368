"""Conformance with .NET's DataContractSerializer: recorded C# contracts and documents, held against what
wiresmith writes and reads.

``python -m tests.conformance FOLDER`` runs every case below a folder. ``clr`` reads a case, ``csharp`` what
only its source tells, ``rules`` decides as the serializer does what a CLR type's contract holds,
``translate`` says that in the spec language, ``values`` makes Python values, ``judge`` compares, and ``run``
does one case.
"""
