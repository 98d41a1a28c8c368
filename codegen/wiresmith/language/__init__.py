"""The spec language: YAML files become records, or every mistake in them with its place."""

from __future__ import annotations

from wiresmith.language.document import ApiDocument, DocsDoc, OperationDoc, SampleDoc, SourceDoc, TypeDoc
from wiresmith.language.enum_values import EnumValueDoc
from wiresmith.language.facts import ConstraintsDoc
from wiresmith.language.fields import FieldDoc, MemberDoc, ParameterDoc, PayloadDoc
from wiresmith.language.interactions import EnvelopeDoc, PageStepDoc, PagingDoc, Part, WaitDoc
from wiresmith.language.language_schema import language_schema_text
from wiresmith.language.placed import Annotation, Placed, Plain, Spot, TypeName, is_true, value_of
from wiresmith.language.problem import Problem, Problems, SpecError, listed, nearest, shown
from wiresmith.language.reader import api_folders, read_api_collecting
from wiresmith.language.record import Record
from wiresmith.language.reference import reference_text
from wiresmith.language.source_marks import ProvenanceDoc
from wiresmith.language.xml_keys import ApiXmlDoc, MemberXmlDoc, TypeXmlDoc, XmlDoc

__all__ = [
    "Annotation",
    "ApiDocument",
    "ApiXmlDoc",
    "ConstraintsDoc",
    "DocsDoc",
    "EnumValueDoc",
    "EnvelopeDoc",
    "FieldDoc",
    "MemberDoc",
    "MemberXmlDoc",
    "OperationDoc",
    "PageStepDoc",
    "PagingDoc",
    "ParameterDoc",
    "Part",
    "PayloadDoc",
    "Placed",
    "Plain",
    "Problem",
    "Problems",
    "ProvenanceDoc",
    "Record",
    "SampleDoc",
    "SourceDoc",
    "SpecError",
    "Spot",
    "TypeDoc",
    "TypeName",
    "TypeXmlDoc",
    "WaitDoc",
    "XmlDoc",
    "api_folders",
    "is_true",
    "language_schema_text",
    "listed",
    "nearest",
    "read_api_collecting",
    "reference_text",
    "shown",
    "value_of",
]
