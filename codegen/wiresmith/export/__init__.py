"""Contracts in other people's languages: OpenAPI 3.1 and JSON Schema 2020-12, and the models that others make
of those.

``schemas`` turns types into schemas, with ``scalars``, ``enums``, ``patterns`` and ``xml_facts``.
``json_schema`` and ``openapi`` are the two documents, ``models`` hands the first to datamodel-code-generator.
``json_text`` writes them down.
"""
