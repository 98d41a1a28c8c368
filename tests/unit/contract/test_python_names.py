"""Python names for any text of the wire."""

from __future__ import annotations

import builtins
import keyword
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiresmith.contract import python_names
from wiresmith.contract.python_names import (
    NoPythonName,
    Role,
    class_name,
    enum_member_name,
    fault,
    member_name,
    operation_name,
    parameter_name,
)


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("ID", "id"),
        ("id", "id"),
        ("ErrorSubCode", "error_sub_code"),
        ("stepName", "step_name"),
        ("refID", "ref_id"),
        ("batchIDs", "batch_ids"),
        ("URLsList", "urls_list"),
        ("HTTPServer", "http_server"),
        ("PBPRReturn", "pbpr_return"),
        ("class1", "class1"),
        ("v2Batch", "v2_batch"),
        ("hd03", "hd03"),
        ("ph_check", "ph_check"),
        ("__typename", "typename"),
        ("$ref", "ref"),
        ("@odata.type", "odata_type"),
        ("a b-c/d", "a_b_c_d"),
        ("class", "class_"),
        ("match", "match_"),
        ("type", "type_"),
        ("None", "none"),
        ("str", "str_"),
        ("Date", "date"),
        ("datetime", "datetime_"),
        ("field", "field_"),
        ("list", "list_"),
        ("3d", "field_3d"),
        ("été", "été"),
        ("ﬁle", "file"),
        ("Ünit", "ünit"),
        ("中", "中"),
        ("İd", "i̇d"),
    ],
)
def test_members(wire: str, python: str) -> None:
    assert member_name(wire) == python


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("X-COREOS-REQUEST-ID", "x_coreos_request_id"),
        ("batchId", "batch_id"),
        ("filter[name]", "filter_name"),
        ("self", "self_"),
        ("body", "body_"),
        ("3d", "parameter_3d"),
    ],
)
def test_parameters(wire: str, python: str) -> None:
    assert parameter_name(wire) == python


@pytest.mark.parametrize(
    ("key", "python"),
    [("get-Batch", "get_batch"), ("decode", "decode_"), ("list", "list_"), ("models", "models_")],
)
def test_operations(key: str, python: str) -> None:
    assert operation_name(key) == python


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("mediwave_batch_details", "MediwaveBatchDetails"),
        ("PBPRReturn", "PBPRReturn"),
        ("batch", "Batch"),
        ("BATCH_STATUS", "BatchStatus"),
        ("Response", "Response"),
        ("Guid", "Guid_"),
        ("None", "None_"),
        ("_3d", "Type3d"),
        ("中", "Type中"),
    ],
)
def test_classes(name: str, python: str) -> None:
    assert class_name(name) == python


@pytest.mark.parametrize(
    ("value", "python"),
    [
        ("asc", "ASC"),
        ("createdAt", "CREATED_AT"),
        ("application/json", "APPLICATION_JSON"),
        ("none", "NONE"),
        (1, "VALUE_1"),
        (-1, "VALUE_MINUS_1"),
        ("-1", "VALUE_MINUS_1"),
        ("3D", "VALUE_3D"),
        ("straße", "STRASSE"),
    ],
)
def test_enum_members(value: str | int, python: str) -> None:
    assert enum_member_name(value) == python


@pytest.mark.parametrize(
    "derive", [member_name, parameter_name, operation_name, class_name, enum_member_name]
)
@pytest.mark.parametrize("text", ["", " ", "___", "😀", "*", "\n", "\x00", "\ud800", "x" * 200])
def test_what_gives_no_name(derive: Callable[[str], str], text: str) -> None:
    with pytest.raises(NoPythonName):
        derive(text)


ROLES: dict[Role, Callable[[str], str]] = {
    "member": member_name,
    "parameter": parameter_name,
    "operation": operation_name,
    "class": class_name,
    "enum member": enum_member_name,
}
HOSTILE = st.one_of(
    st.text(max_size=30),
    st.text(
        st.characters(categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Mn", "Mc", "Nd", "Pc"]), max_size=8
    ),
    st.text("_aAxX1-ſﬁİıßǅ·ªﷺ", max_size=8),
    st.sampled_from(
        [*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "__init__", "_x", "mro", "__class__"]
    ),
)


@pytest.mark.parametrize("role", ROLES)
@given(text=HOSTILE)
def test_any_text_gives_an_identifier_or_a_problem(role: Role, text: str) -> None:
    try:
        name = ROLES[role](text)
    except NoPythonName:
        return
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not keyword.issoftkeyword(name)
    assert unicodedata.normalize("NFKC", name) == name
    assert not name.startswith("_")
    assert fault(name, role) is None
    assert len(name) <= python_names.LONGEST
    if role in ("member", "parameter", "operation"):
        assert name.lower() == name
        assert name not in ("str", "list", "dict", "int", "bool", "float", "bytes", "datetime", "decimal")
    # Once more changes nothing: what is emitted can be given as python:.
    if role == "member" and not name.endswith("_"):
        assert member_name(name) == name


@pytest.mark.parametrize(
    ("name", "role", "reason"),
    [
        ("a b", "member", "is not a Python identifier"),
        ("ﬁ", "member", "is not a Python identifier"),
        ("_a", "member", "begins with an underscore"),
        ("class", "member", "is a keyword of Python"),
        ("match", "member", "is a keyword of Python"),
        ("str", "member", "is a name that the emitted code uses itself"),
        ("Name", "member", "begins with a capital letter, as classes do"),
        ("batch", "class", "does not begin with a capital letter"),
        ("Number", "class", "is a name that the emitted code uses itself"),
        ("read", "operation", "is a name that the emitted code uses itself"),
        ("read", "member", None),
        ("Batch", "class", None),
    ],
)
def test_names_that_a_spec_gives(name: str, role: Role, reason: str | None) -> None:
    assert fault(name, role) == reason
