"""The gate in front of every output of a template."""

from __future__ import annotations

import jinja2
import pytest

from wiresmith.emit.environment import SourceEnvironment, render
from wiresmith.emit.text import Identifier, literal

MACRO = "{% macro m(a) %}<{{ a }}>{% endmacro %}"


def rendered(template: str) -> str:
    environment = SourceEnvironment(
        jinja2.DictLoader({"t": template, "other": "[{{ safe }}]", "leak": "{{ text }}"})
    )
    return environment.get_template("t").render(
        safe=Identifier("safe"),
        text="text",
        texts=["text"],
        function=lambda: "text",
        pairs=[(Identifier("a"), literal("b"))],
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("text {{ safe }}", "text safe"),
        ("{% for name, value in pairs %}{{ name }}={{ value }}{% endfor %}", "a='b'"),
        (MACRO + "{{ m(safe) }}", "<safe>"),
        (MACRO + "{% macro n(a) %}{{ m(a) }}{{ m(a) }}{% endmacro %}{{ n(safe) }}", "<safe><safe>"),
        ("{% set kept %}{{ safe }}{% endset %}{{ kept }}", "safe"),
        ("{% include 'other' %}", "[safe]"),
        ("{% block b %}{{ safe }}{% endblock %}{{ self.b() }}", "safesafe"),
        ("{% if texts %}yes{% endif %}", "yes"),
    ],
)
def test_safe_text_passes(template: str, expected: str) -> None:
    assert rendered(template) == expected


@pytest.mark.parametrize(
    "template",
    [
        "{{ text }}",
        "{{ 'constant' }}",
        "{{ 1 }}",
        "{{ none }}",
        "{{ texts }}",
        "{% for item in texts %}{{ item }}{% endfor %}",
        "{% for char in text %}{{ char }}{% endfor %}",
        "{{ safe.source }}",
        "{{ safe ~ text }}",
        "{{ safe|upper }}",
        "{{ [safe, safe]|join }}",
        "{{ '%s'|format(text) }}",
        "{{ text|safe }}",
        "{{ text|e }}",
        "{{ function() }}",
        MACRO + "{{ m(text) }}",
        MACRO + "{{ m(safe) ~ text }}",
        MACRO + "{{ m(safe)|upper }}",
        MACRO + "{{ m(safe)[1:] }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{{ m(caller=function) }}",
        "{% set kept %}{{ text }}{% endset %}{{ kept }}",
        "{% set kept | upper %}{{ safe }}{% endset %}{{ kept }}",
        "{% include 'leak' %}",
        "{% autoescape true %}{{ text|safe }}{% endautoescape %}",
        "{{ lipsum() }}",
    ],
)
def test_other_output_is_refused(template: str) -> None:
    with pytest.raises(TypeError, match="not safe text"):
        rendered(template)


@pytest.mark.parametrize(
    "template",
    ["{% call function() %}{% endcall %}", "{% filter upper %}{{ safe }}{% endfilter %}"],
)
def test_statements_that_output_unchecked_do_not_compile(template: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match="not checked"):
        rendered(template)


def test_unknown_names_are_errors() -> None:
    for template in ("{{ missing }}", "{% if missing %}{% endif %}", "{{ safe.missing }}"):
        with pytest.raises(jinja2.UndefinedError, match="missing"):
            rendered(template)


def test_templates_of_the_package_are_found() -> None:
    assert render("root_init.py.jinja", {"header": literal(1)}).startswith("1\n")
