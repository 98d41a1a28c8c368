# Emitted by wiresmith from specs/asavie/: change the spec and run "wiresmith generate", not this file.
# Spec sha256 2466ce50ee82fc2df02e5857426b5a9a42571979e5fd44d4a5b745a0e6f25282; needs wiresmith runtime 0.3.
# The codec fills the one private field of the classes, and checks what static types promise.
# pyright: reportPrivateUsage=false, reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
"""XML of Asavie provisioning API: the form that .NET's XmlWriter gives it, in straight lines.

Documents in any other form are read by the exact reader, which also says what is wrong with them.
"""

from __future__ import annotations

from typing import Any

from wiresmith.runtime.xml.fast.codec import XmlCodec
from wiresmith.runtime.xml.fast.runs import (
    EMPTY,
    NIL,
    Pattern,
    closing,
    leaf,
    opening,
    read_nillable_entries,
    unusual,
)
from wiresmith.values.lexical import boolean_text, integer_text, misfit
from wiresmith.values.xml_text import escape, read_string

from . import models

_new = object.__new__


_PBPR_RETURN_1 = Pattern(
    leaf("Code", "(0|-?[1-9][0-9]{0,999})")
    + leaf("ContinuationToken", nillable=True)
    + leaf("ErrorCode", "(0|-?[1-9][0-9]{0,999})")
    + leaf("ErrorDescription", nillable=True)
    + leaf("ErrorSubCode", "(0|-?[1-9][0-9]{0,999})")
    + opening("Meta", ' xmlns:{0}="http://schemas.microsoft.com/2003/10/Serialization/Arrays"')
)


_PBPR_RETURN_2 = Pattern(leaf("StatusUrl", nillable=True) + leaf("Success", "(true|false)"))


def _read_pbpr_return(data: bytes, position: int, depth: int) -> tuple[models.PBPRReturn, int]:
    value = _new(models.PBPRReturn)
    match = _PBPR_RETURN_1.at(data, position, f"d{depth + 1}p1")
    code_text, continuation_token_text, error_code_text, error_description_text, error_sub_code_text, rest = (
        match.groups()
    )
    value.code = int(code_text)
    value.continuation_token = (
        None if continuation_token_text is None else read_string(continuation_token_text)
    )
    value.error_code = int(error_code_text)
    value.error_description = None if error_description_text is None else read_string(error_description_text)
    value.error_sub_code = int(error_sub_code_text)
    if rest == b">":
        value.meta, position = _read_dict_of_str_str(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</Meta>")
    elif rest == NIL:
        value.meta = None
        position = match.end()
    elif rest == EMPTY:
        value.meta = {}
        position = match.end()
    else:
        unusual()
    match = _PBPR_RETURN_2.match(data, position) or unusual()
    status_url_text, success_text = match.groups()
    value.status_url = None if status_url_text is None else read_string(status_url_text)
    value.success = success_text == b"true"
    position = match.end()
    value._undeclared = None
    return value, position


def _write_pbpr_return(value: models.PBPRReturn, depth: int) -> str:
    if not (type(value) is models.PBPRReturn and (value.meta is None or type(value.meta) is dict)):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    continuation_token_xml = (
        '<ContinuationToken i:nil="true" />'
        if value.continuation_token is None
        else f"<ContinuationToken>{escape(value.continuation_token)}</ContinuationToken>"
    )
    error_description_xml = (
        '<ErrorDescription i:nil="true" />'
        if value.error_description is None
        else f"<ErrorDescription>{escape(value.error_description)}</ErrorDescription>"
    )
    meta_xml = (
        f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" i:nil="true" />'
        if value.meta is None
        else (
            f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">{content}</Meta>'
            if (content := _write_dict_of_str_str(value.meta, f"d{depth + 1}p1:"))
            else f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'
        )
    )
    status_url_xml = (
        '<StatusUrl i:nil="true" />'
        if value.status_url is None
        else f"<StatusUrl>{escape(value.status_url)}</StatusUrl>"
    )
    return (
        f"<Code>{integer_text(value.code)}</Code>"
        f"{continuation_token_xml}"
        f"<ErrorCode>{integer_text(value.error_code)}</ErrorCode>"
        f"{error_description_xml}"
        f"<ErrorSubCode>{integer_text(value.error_sub_code)}</ErrorSubCode>"
        f"{meta_xml}"
        f"{status_url_xml}"
        f"<Success>{boolean_text(value.success)}</Success>"
    )


_PBPR_RETURN_OF_BATCH_1 = Pattern(
    leaf("Code", "(0|-?[1-9][0-9]{0,999})")
    + leaf("ContinuationToken", nillable=True)
    + leaf("ErrorCode", "(0|-?[1-9][0-9]{0,999})")
    + leaf("ErrorDescription", nillable=True)
    + leaf("ErrorSubCode", "(0|-?[1-9][0-9]{0,999})")
    + opening("Meta", ' xmlns:{0}="http://schemas.microsoft.com/2003/10/Serialization/Arrays"')
)


_PBPR_RETURN_OF_BATCH_2 = Pattern(
    leaf("StatusUrl", nillable=True) + leaf("Success", "(true|false)") + opening("Data")
)


def _read_pbpr_return_of_batch(
    data: bytes, position: int, depth: int
) -> tuple[models.PBPRReturnOfBatch, int]:
    value = _new(models.PBPRReturnOfBatch)
    match = _PBPR_RETURN_OF_BATCH_1.at(data, position, f"d{depth + 1}p1")
    code_text, continuation_token_text, error_code_text, error_description_text, error_sub_code_text, rest = (
        match.groups()
    )
    value.code = int(code_text)
    value.continuation_token = (
        None if continuation_token_text is None else read_string(continuation_token_text)
    )
    value.error_code = int(error_code_text)
    value.error_description = None if error_description_text is None else read_string(error_description_text)
    value.error_sub_code = int(error_sub_code_text)
    if rest == b">":
        value.meta, position = _read_dict_of_str_str(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</Meta>")
    elif rest == NIL:
        value.meta = None
        position = match.end()
    elif rest == EMPTY:
        value.meta = {}
        position = match.end()
    else:
        unusual()
    match = _PBPR_RETURN_OF_BATCH_2.match(data, position) or unusual()
    status_url_text, success_text, rest = match.groups()
    value.status_url = None if status_url_text is None else read_string(status_url_text)
    value.success = success_text == b"true"
    if rest == b">":
        value.data, position = _read_batch(data, match.end(), depth + 1)
        position = closing(data, position, b"</Data>")
    elif rest == NIL:
        value.data = None
        position = match.end()
    else:
        unusual()
    value._undeclared = None
    return value, position


def _write_pbpr_return_of_batch(value: models.PBPRReturnOfBatch, depth: int) -> str:
    if not (type(value) is models.PBPRReturnOfBatch and (value.meta is None or type(value.meta) is dict)):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    continuation_token_xml = (
        '<ContinuationToken i:nil="true" />'
        if value.continuation_token is None
        else f"<ContinuationToken>{escape(value.continuation_token)}</ContinuationToken>"
    )
    error_description_xml = (
        '<ErrorDescription i:nil="true" />'
        if value.error_description is None
        else f"<ErrorDescription>{escape(value.error_description)}</ErrorDescription>"
    )
    meta_xml = (
        f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" i:nil="true" />'
        if value.meta is None
        else (
            f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">{content}</Meta>'
            if (content := _write_dict_of_str_str(value.meta, f"d{depth + 1}p1:"))
            else f'<Meta xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'
        )
    )
    status_url_xml = (
        '<StatusUrl i:nil="true" />'
        if value.status_url is None
        else f"<StatusUrl>{escape(value.status_url)}</StatusUrl>"
    )
    data_xml = (
        '<Data i:nil="true" />'
        if value.data is None
        else (f"<Data>{content}</Data>" if (content := _write_batch(value.data, depth + 1)) else "<Data />")
    )
    return (
        f"<Code>{integer_text(value.code)}</Code>"
        f"{continuation_token_xml}"
        f"<ErrorCode>{integer_text(value.error_code)}</ErrorCode>"
        f"{error_description_xml}"
        f"<ErrorSubCode>{integer_text(value.error_sub_code)}</ErrorSubCode>"
        f"{meta_xml}"
        f"{status_url_xml}"
        f"<Success>{boolean_text(value.success)}</Success>"
        f"{data_xml}"
    )


_BATCH_1 = Pattern(
    leaf("AppTag", nillable=True)
    + leaf("Description", nillable=True)
    + leaf("ID", nillable=True)
    + leaf("Name", nillable=True)
    + opening("Parameters", ' xmlns:{0}="http://schemas.microsoft.com/2003/10/Serialization/Arrays"')
)


_BATCH_2 = Pattern(
    leaf("Status", "(0|-?[1-9][0-9]{0,999})") + leaf("TimeoutMinutes", "(0|-?[1-9][0-9]{0,999})")
)


def _read_batch(data: bytes, position: int, depth: int) -> tuple[models.Batch, int]:
    value = _new(models.Batch)
    match = _BATCH_1.at(data, position, f"d{depth + 1}p1")
    app_tag_text, description_text, id_text, name_text, rest = match.groups()
    value.app_tag = None if app_tag_text is None else read_string(app_tag_text)
    value.description = None if description_text is None else read_string(description_text)
    value.id = None if id_text is None else read_string(id_text)
    value.name = None if name_text is None else read_string(name_text)
    if rest == b">":
        value.parameters, position = _read_dict_of_str_str(data, match.end(), f"d{depth + 1}p1:")
        position = closing(data, position, b"</Parameters>")
    elif rest == NIL:
        value.parameters = None
        position = match.end()
    elif rest == EMPTY:
        value.parameters = {}
        position = match.end()
    else:
        unusual()
    match = _BATCH_2.match(data, position) or unusual()
    status_text, timeout_minutes_text = match.groups()
    value.status = int(status_text)
    value.timeout_minutes = int(timeout_minutes_text)
    position = match.end()
    value._undeclared = None
    return value, position


def _write_batch(value: models.Batch, depth: int) -> str:
    if not (type(value) is models.Batch and (value.parameters is None or type(value.parameters) is dict)):
        misfit(value)
    if value._undeclared is not None:
        unusual()
    app_tag_xml = (
        '<AppTag i:nil="true" />' if value.app_tag is None else f"<AppTag>{escape(value.app_tag)}</AppTag>"
    )
    description_xml = (
        '<Description i:nil="true" />'
        if value.description is None
        else f"<Description>{escape(value.description)}</Description>"
    )
    id_xml = '<ID i:nil="true" />' if value.id is None else f"<ID>{escape(value.id)}</ID>"
    name_xml = '<Name i:nil="true" />' if value.name is None else f"<Name>{escape(value.name)}</Name>"
    parameters_xml = (
        f'<Parameters xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" i:nil="true" />'
        if value.parameters is None
        else (
            f'<Parameters xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays">{content}</Parameters>'
            if (content := _write_dict_of_str_str(value.parameters, f"d{depth + 1}p1:"))
            else f'<Parameters xmlns:d{depth + 1}p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays" />'
        )
    )
    return (
        f"{app_tag_xml}"
        f"{description_xml}"
        f"{id_xml}"
        f"{name_xml}"
        f"{parameters_xml}"
        f"<Status>{integer_text(value.status)}</Status>"
        f"<TimeoutMinutes>{integer_text(value.timeout_minutes)}</TimeoutMinutes>"
    )


_DICT_OF_STR_STR_ENTRY = Pattern(
    "\\s*<{0}KeyValueOfstringstring>"
    + leaf("{0}Key")
    + leaf("{0}Value", nillable=True)
    + "\\s*</{0}KeyValueOfstringstring>"
)


def _read_dict_of_str_str(data: bytes, position: int, arrays: str) -> tuple[dict[str, str | None], int]:
    return read_nillable_entries(data, position, _DICT_OF_STR_STR_ENTRY, read_string, read_string, arrays)


def _write_dict_of_str_str(value: dict[str, str | None], arrays: str) -> str:
    return "".join(
        [
            f"<{arrays}KeyValueOfstringstring>"
            f"<{arrays}Key>{escape(key)}</{arrays}Key>"
            + (
                f'<{arrays}Value i:nil="true" />'
                if item is None
                else f"<{arrays}Value>{escape(item)}</{arrays}Value>"
            )
            + f"</{arrays}KeyValueOfstringstring>"
            for key, item in value.items()
        ]
    )


CODECS: dict[object, XmlCodec[Any]] = {
    models.PBPRReturn: XmlCodec(
        "PBPRReturn",
        "http://schemas.datacontract.org/2004/07/AS.Models.API",
        _read_pbpr_return,
        _write_pbpr_return,
        deep=True,
    ),
    models.PBPRReturnOfBatch: XmlCodec(
        "PBPRReturnOfBatch7NMnQmOk",
        "http://schemas.datacontract.org/2004/07/AS.Models.API",
        _read_pbpr_return_of_batch,
        _write_pbpr_return_of_batch,
        deep=True,
    ),
    models.Batch: XmlCodec(
        "Batch", "http://schemas.datacontract.org/2004/07/AS.Models.API", _read_batch, _write_batch, deep=True
    ),
}
