"""XML Schema: contracts become XSD files as .NET's XsdDataContractExporter writes them, and such files become
specs.

``definitions`` has the records that both directions meet in. Export: ``collect`` makes them of a contract,
``render`` writes them. Import: ``reading`` takes files apart, ``interpret`` makes records of them,
``spec_types`` and what it calls make a spec of those.
"""
