"""A project's own templates, under the guard of ours."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.golden.documented import REPOSITORY
from tests.unit.emit.contracts import rich
from wiresmith.cli import main
from wiresmith.emit import environment as environments
from wiresmith.emit.environment import environment
from wiresmith.emit.own_templates import VERSION, OwnTemplateError, OwnTemplates
from wiresmith.emit.packages import MODULES, emit_module, emit_package
from wiresmith.emit.placement import Marks

pytestmark = pytest.mark.slow

HEAD = "{# wiresmith templates 1 #}\n"
DOCUMENTATION = "{% macro documentation(text, has_lines) %}\n"
END = "{% endmacro %}\n"
FIELD = "{% macro model_field(name, annotation, default, doc) %}\n"


def own(folder: Path, text: str, name: str = "own.jinja") -> OwnTemplates:
    folder.joinpath(name).write_text(HEAD + text, encoding="utf-8")
    return OwnTemplates(folder)


def models(folder: Path, text: str, name: str = "own.jinja") -> str:
    return emit_module(rich(), "models.py", own(folder, text, name))


def test_a_macro_stands_in_front_of_ours_wherever_it_is_used(tmp_path: Path) -> None:
    text = '"""\n{{ text }}\n"""\n'
    made = own(tmp_path, DOCUMENTATION + text + END)
    for name in ("models.py", "client.py", "operations.py", "__init__.py"):
        before, after = (emit_module(rich(), name, templates) for templates in (None, made))
        assert before != after
        assert '    """\n' in after or '\n"""\n' in after
        docs = [
            [
                " ".join(str(node.value.value).split())
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            ]
            for source in (before, after)
        ]
        assert docs[0] == docs[1]


def test_ours_can_be_wrapped_and_a_file_has_macros_of_its_own(tmp_path: Path) -> None:
    text = (
        "{% macro _remark() %}\n# a field\n{% endmacro %}\n" + FIELD + "{{ _remark() }}"
        "{{ shipped.model_field(name, annotation, default, doc) }}\n" + END
    )
    before, after = emit_module(rich(), "models.py"), models(tmp_path, text)
    assert after.replace("    # a field\n", "") == before
    assert after.count("# a field") > 10


def test_imports_follow(tmp_path: Path) -> None:
    text = FIELD + "{{ name }}: {{ annotation }} = field(default=None)  # {{ names.cast }}(UUID)\n" + END
    assert "import uuid" not in models(tmp_path, text)
    text = FIELD + "{{ name }}: {{ names.Sequence }}[UUID]\n" + END
    source = models(tmp_path, text)
    assert "from collections.abc import (Sequence)" in source
    assert "from uuid import (UUID)" in source


def test_a_whole_module_stands_in_front_of_ours(tmp_path: Path) -> None:
    text = "{{ header }}\n{{ imports }}\nNAMES = [{{ exported | join(', ') }}]\n"
    source = models(tmp_path, text, "models.py.jinja")
    assert source.startswith("# Emitted by wiresmith")
    assert "NAMES = ['Batch" in source
    assert emit_module(rich(), "client.py", OwnTemplates(tmp_path)) == emit_module(rich(), "client.py")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% macro documentation(text, has_lines) %}\n{{ text }\n{% endmacro %}\n",
        "2.jinja:3: unexpected '}'"),
        ("{% macro documentation(text) %}\n", "2.jinja:2: Unexpected end of template."),
        ("\n\n{% macro documentations(text) %}{% endmacro %}",
        "2.jinja:4: there is no macro documentations to override; did you mean documentation?"),
        ("{% macro documentation(doc) %}{% endmacro %}",
        "2.jinja:2: the macro to override is documentation(text, has_lines), without defaults"),
        ("{% macro documentation(text=none) %}{% endmacro %}",
        "2.jinja:2: the macro to override is documentation(text, has_lines), without defaults"),
        (DOCUMENTATION + END + DOCUMENTATION + END, "2.jinja:4: documentation is overridden in {}:2 already"),
        ("\nx = 1\n", "2.jinja:3: only whole modules have anything outside of macros: client.py.jinja, "),
        ("{{ header }}", "2.jinja:2: only whole modules have anything"),
        ("{% for x in [] %}{% endfor %}", "2.jinja:2: only whole modules have anything"),
        (DOCUMENTATION + "{% include 'x' %}" + END, "2.jinja:3: {% include %} has no place here"),
        (DOCUMENTATION + "{{ text | upper }}" + END,
        "2.jinja:3: there is no filter upper; there are join, each_after, indent"),
        (DOCUMENTATION + "\n{{ 'x' * 1000000000 }}" + END, "2.jinja:4: mul expression has no place here"),
        (DOCUMENTATION + "{% for a in [] %}" * 30 + "{% endfor %}" * 30 + END, "2.jinja:"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(OwnTemplateError) as caught:
        own(tmp_path, text, "2.jinja")
    assert str(caught.value).startswith(f"{tmp_path}/{expected.replace('{}', str(tmp_path / '2.jinja'))}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ 'text' }}", "a template outputs a str, which is not safe text: 'text'"),
        ("{{ text.source }}", "access to attribute 'source' of 'Docstring' object is unsafe."),
        ("{{ text.trusted('import os') }}", "access to attribute 'trusted'"),
        ("{{ missing }}", "'missing' is undefined"),
        ("{{ names.Missing }}", "has no attribute 'Missing'"),
        ("{{ code.missing() }}", "has no attribute 'missing'"),
        ("{{ code.documentation(text, has_lines) }}", "the macros call each other without end"),
        (
            "{{ shipped.documentation(text, text, text) }}",
            "macro 'documentation' takes not more than 2 argument(s)",
        ),
        ("{{ shipped.documentation() }}", "parameter 'has_lines' was not provided"),
        ("{{ [text, 'x'] | join(', ') }}", "a template outputs a str, which is not safe text: 'x'"),
        ("{% for a in text %}{% endfor %}", "'Docstring' object is not iterable"),
        ("{% if text < 1 %}{% endif %}", "'<' not supported between instances of 'Docstring' and 'int'"),
    ],
)
def test_what_goes_wrong_is_told_with_its_line(tmp_path: Path, line: str, expected: str) -> None:
    made = own(tmp_path, DOCUMENTATION + "\n" + line + "\n" + END)
    with pytest.raises(OwnTemplateError) as caught:
        emit_package(rich(), made)
    assert str(caught.value).startswith(f"{tmp_path}/own.jinja:4: ")
    assert expected in str(caught.value)


@pytest.mark.parametrize("limit", ["MOST_STEPS", "MOST_CHARACTERS"])
def test_too_much_is_told_with_its_line(tmp_path: Path, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments, limit, 200_000)
    depth = 12 if limit == "MOST_STEPS" else 4
    loops = "".join(f"{{% for x{number} in 'abcdefghij' %}}" for number in range(depth))
    body = "x" * 10_000 if limit == "MOST_CHARACTERS" else ""
    made = own(tmp_path, DOCUMENTATION + "\n" + loops + body + "{% endfor %}" * depth + END)
    with pytest.raises(OwnTemplateError, match=r"own\.jinja:4: the templates (take|give) more than 200,000"):
        emit_package(rich(), made)


HOSTILE = "x\n\nimport os\n\ny"
"""The lines of this prose are code where they are code."""


def hostile(place: str) -> str:
    from tests.unit.emit.contracts import benign

    return HOSTILE if place.endswith("doc") else benign(place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DOCUMENTATION + "# {{ text }}\n" + END, "3: prose is safe between"),
        (DOCUMENTATION + "\n{{ text }}\n" + END, "4: prose is safe between"),
        (DOCUMENTATION + "f\"\"\"{{ text }}\"\"\"\n" + END, "3: prose is safe between"),
        (DOCUMENTATION + "'''{{ text }}'''\n" + END, "3: prose is safe between"),
        (DOCUMENTATION + '"{{ text }}"\n' + END, "3: prose is safe between"),
        (FIELD + '"""{{ name }}: {{ annotation }}\n{{ annotation }}"""\n' + END,
        "3: code is safe as code only"),
        (FIELD + "{{ name }}: {{ annotation }} # {{ annotation }}\n" + END, "3: code is safe as code only"),
        (
            "{% macro enum_value(name, value, doc) %}\n\n{{ name }} = {{ value }} # {{ value }}\n" + END,
            "4: code is safe as code only",
        ),
        (
            "{% macro enum_value(name, value, doc) %}\n{{ name }} = 'x{{ value }}'\n" + END,
            "3: code is safe as code only",
        ),
        (
            "{% macro enum_value(name, value, doc) %}\n{{ shipped.model_field(value, doc.text, none, none) "
            "}}" + END,
            "3: ",
        ),
    ],
)  # fmt: skip
def test_safe_text_stays_where_it_is_safe(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(OwnTemplateError) as caught:
        emit_module(rich(hostile), "models.py", own(tmp_path, text))
    assert str(caught.value).startswith(f"{tmp_path}/own.jinja:{expected}")


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("f'{{ open }}{ {{- text -}} }{{ close }}'", None),
        ("'{{ open }}' + {{ text }}", "a piece of an f-string is safe between"),
        ("{{ open }}", "a piece of an f-string is safe between"),
        ("f'{ {{- open -}} }'", "a piece of an f-string is safe between"),
        ("f'{{ text }}'", "code is safe as code only"),
        ('f"{{ open }}"', "a piece of an f-string is safe between"),
    ],
)
def test_pieces_of_f_strings_stay_in_them(tmp_path: Path, element: str, expected: str | None) -> None:
    made = own(tmp_path, "{% macro text_element(open, text, close) %}\n" + element + "\n" + END)
    if expected is None:
        assert emit_module(rich(), "_xml.py", made) == emit_module(rich(), "_xml.py")
        return
    with pytest.raises(OwnTemplateError, match=r"own\.jinja:3: ") as caught:
        emit_module(rich(), "_xml.py", made)
    assert expected in str(caught.value)


@pytest.mark.parametrize("name", MODULES)
def test_our_own_templates_put_everything_where_it_is_safe(name: str, tmp_path: Path) -> None:
    made = own(tmp_path, "")
    for text in (hostile, lambda place: "'\"{}\\ \x01\x02 \u2028'''" + '"""' if "doc" in place else place):
        assert emit_module(rich(text), name, made) == emit_module(rich(text), name)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("x ==\n", "is no Python: "), ("strange()\n", "is no Python: it uses strange, which nothing defines")],
)
def test_what_is_no_python_is_the_fault_of_a_macro(tmp_path: Path, line: str, expected: str) -> None:
    text = "{% macro enum_value(name, value, doc) %}\n{{ name }} = 1\n{% endmacro %}\n"
    made = own(tmp_path, text + FIELD + line + END)
    with pytest.raises(OwnTemplateError, match=r"own\.jinja:5: what is emitted as models\.py ") as caught:
        emit_module(rich(), "models.py", made)
    assert expected in str(caught.value)


def test_the_version_is_said(tmp_path: Path) -> None:
    for head, expected in (("", "begin with"), ("{# wiresmith templates 7 #}", "for version 7")):
        tmp_path.joinpath("own.jinja").write_text(head)
        with pytest.raises(OwnTemplateError, match=rf"own\.jinja:1: .*{expected}"):
            OwnTemplates(tmp_path)


def test_there_has_to_be_a_folder_with_templates(tmp_path: Path) -> None:
    with pytest.raises(OwnTemplateError, match="there are no templates"):
        OwnTemplates(tmp_path)
    with pytest.raises(OwnTemplateError, match="no such folder"):
        OwnTemplates(tmp_path / "missing")
    tmp_path.joinpath("own.jinja").write_bytes(b"\xff")
    with pytest.raises(OwnTemplateError, match=r"own\.jinja: .*utf-8"):
        OwnTemplates(tmp_path)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.joinpath("own.jinja").write_text(HEAD + DOCUMENTATION + "{{ text.x }}" + END)
    command = [
        "generate",
        str(REPOSITORY / "specs"),
        "--out",
        str(tmp_path / "out"),
        "--templates",
        str(tmp_path),
    ]
    assert main(command) == 2
    assert capsys.readouterr().err.startswith(f"wiresmith: {tmp_path}/own.jinja:3: ")
    assert not tmp_path.joinpath("out").exists()


# --- the documentation ---

PAGE = REPOSITORY.joinpath("docs", "templates.md").read_text(encoding="utf-8")


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    example = re.search(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    tmp_path.joinpath("docstrings.jinja").write_text(example[1])
    out = tmp_path / "out"
    command = ["generate", str(REPOSITORY / "specs"), "--out", str(out), "--templates", str(tmp_path)]
    assert main(command) == 0
    shown = re.search(r"```py\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    assert shown[1] in out.joinpath("batch_apis", "asavie", "models.py").read_text()


def test_the_documentation_lists_every_macro_of_this_version() -> None:
    listed = re.findall(r"^- `(\w+)\(([\w, ]*)\)`", PAGE, re.MULTILINE)
    macros = environments.shipped_macros(environment())
    assert listed == [(name, ", ".join(macro.parameters)) for name, macro in macros.items()]
    assert f"wiresmith templates {VERSION}" in PAGE
    assert Marks().unmarked("") == ""
