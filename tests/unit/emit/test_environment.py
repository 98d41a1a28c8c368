"""The gate in front of every output of a template."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
import pytest
from jinja2.exceptions import SecurityError

from wiresmith.emit import environment as environments
from wiresmith.emit.code_shape import Shape
from wiresmith.emit.environment import SourceEnvironment, environment
from wiresmith.emit.safe_text import Identifier, SafeText, literal

MACRO = "{% macro m(a) %}<{{ a }}>{% endmacro %}"


@dataclass(frozen=True, slots=True)
class Pair(Shape):
    """Two names, laid out by a macro."""

    left: SafeText
    right: SafeText

    def text(self) -> str:
        return "text"


PAIR = "{% macro pair(left, right) %}\n{{ left }}\n{{ right }}\n{% endmacro %}"


def rendered(template: str) -> str:
    made = SourceEnvironment(jinja2.DictLoader({"t": template}))
    made.use(made.macros_of(PAIR, "pair", None))
    return made.rendered(
        "t",
        {
            "safe": Identifier("safe"),
            "text": "text",
            "texts": ["text"],
            "function": lambda: "text",
            "pairs": [(Identifier("a"), literal("b"))],
            "names": [Identifier("a"), Identifier("b")],
            "shape": Pair(Identifier("a"), Identifier("b")),
        },
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("text {{ safe }}", "text safe"),
        ("{% for name, value in pairs %}{{ name }}={{ value }}{% endfor %}", "a='b'"),
        (MACRO + "{{ m(safe) }}", "<safe>"),
        (MACRO + "{% macro n(a) %}{{ m(a) }}{{ m(a) }}{% endmacro %}{{ n(safe) }}", "<safe><safe>"),
        ("{% set kept = safe %}{{ kept }}", "safe"),
        ("{% if texts %}yes{% endif %}", "yes"),
        ("{{ safe if texts else names }}", "safe"),
        ("{% for name in names %}{{ name }}{% if not loop.last %}, {% endif %}{% endfor %}", "a, b"),
        ("{{ shape }}", "a\nb"),
        ("{{ shape.left }}", "a"),
        ("{{ code.pair(safe, shape.right) }}", "safe\nb"),
        ("{{ names | join(', ') }}", "a, b"),
        ("{{ [shape, safe] | join(' + ') }}", "a\nb + safe"),
        ("f(x{{ names | each_after(', ') }})", "f(x, a, b)"),
        ("{{ shape | indent }}", "    a\n    b"),
        ("{{ names | join('\n\n') | indent(2) }}", "  a\n\n  b"),
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
        MACRO + "{{ m(text) }}",
        MACRO + "{{ m(safe)[0] }}",
        "{{ code.pair(safe, text) }}",
        "{{ texts | join(', ') }}",
        "{{ text | join(', ') }}",
        "{{ texts | each_after(', ') }}",
        "{{ text | indent }}",
        "{{ shape.macro }}",
        "{{ shape.text }}",
        "{{ code }}",
        "{{ code.pair }}",
        "{{ loop }}",
    ],
)
def test_other_output_is_refused(template: str) -> None:
    with pytest.raises((TypeError, jinja2.UndefinedError), match=r"not safe text|'loop' is undefined"):
        rendered(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ safe.source }}",
        "{{ safe.trusted(text) }}",
        "{{ safe.__class__ }}",
        MACRO + "{{ m(safe).__class__(text) }}",
        "{{ code.pair(safe, safe).__class__(text) }}",
        "{{ code.pair(safe, safe).format(text) }}",
        "{{ code.pair.name }}",
        "{{ shape.__class__ }}",
        "{{ shape.__init__ }}",
        "{{ shape['__class__'] }}",
        "{{ shape.text() }}",
        "{{ function() }}",
        "{{ text.upper() }}",
        "{{ texts.append(text) }}",
        "{{ pairs.__class__ }}",
        "{{ function.__globals__ }}",
        "{{ code._macros }}",
        MACRO + "{{ m.name }}",
        "{% for name in names %}{{ loop.cycle(text) }}{% endfor %}",
    ],
)
def test_what_leads_out_of_the_sandbox_is_refused(template: str) -> None:
    with pytest.raises(SecurityError, match=r"unsafe|not safely callable"):
        rendered(template)


@pytest.mark.parametrize("name", ["lipsum", "range", "dict", "cycler", "joiner", "namespace"])
def test_nothing_of_jinja_can_be_called(name: str) -> None:
    with pytest.raises(jinja2.UndefinedError, match=name):
        rendered(f"{{{{ {name}(5) }}}}")


@pytest.mark.parametrize(
    "template",
    [
        "{% call function() %}{% endcall %}",
        "{% filter indent %}{{ safe }}{% endfilter %}",
        "{% include 'pair' %}",
        "{% import 'pair' as other %}",
        "{% from 'pair' import pair %}",
        "{% extends 'pair' %}",
        "{% block b %}{% endblock %}",
        "{% autoescape true %}{{ safe }}{% endautoescape %}",
        "{% set kept %}{{ text }}{% endset %}",
        "{% set kept | indent %}{{ safe }}{% endset %}",
        "{{ safe ~ text }}",
        "{{ text + text }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 10 ** 10 }}",
        "{{ '%s' % text }}",
        "{{ -1 }}",
        "{{ {'a': safe} }}",
        "{{ names[1:] }}",
    ],
)
def test_other_statements_and_operators_do_not_compile(template: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match="has no place here"):
        rendered(template)


@pytest.mark.parametrize(
    "filter_", ["upper", "safe", "e", "string", "format(text)", "replace('a', 'b')", "tojson", "map('upper')"]
)
def test_filters_of_jinja_do_not_compile(filter_: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match=r"there is no filter \w+; there are join"):
        rendered(f"{{{{ safe|{filter_} }}}}")


@pytest.mark.parametrize(
    "filter_", ["join(text)", "join(separator=text)", "each_after(safe)", "join(*texts)"]
)
def test_separators_are_written_in_the_template(filter_: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match="has to be written in the template"):
        rendered(f"{{{{ names|{filter_} }}}}")


def test_steps_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments, "MOST_STEPS", 1000)
    turns = "".join(f"{{% for n{number} in names %}}" for number in range(15))
    with pytest.raises(environments.TooMuch, match="1,000 steps"):
        rendered(turns + "{% endfor %}" * 15)
    branching = "{% macro m(n) %}{% if n %}{{ m(n) }}{{ m(n) }}{% endif %}{% endmacro %}{{ m(names) }}"
    with pytest.raises((environments.TooMuch, RecursionError)):
        rendered(branching)


def test_output_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments, "MOST_CHARACTERS", 1000)
    with pytest.raises(environments.TooMuch, match="1,000 characters"):
        rendered("{% for n in names %}" + "x" * 600 + "{% endfor %}")


def test_unknown_names_are_errors() -> None:
    for template in (
        "{{ missing }}",
        "{% if missing %}{% endif %}",
        "{{ shape.missing }}",
        "{{ code.missing() }}",
    ):
        with pytest.raises(jinja2.UndefinedError, match="missing"):
            rendered(template)


def test_templates_of_the_package_are_found() -> None:
    assert environment().rendered("root_init.py.jinja", {"header": literal(1)}).startswith("1\n")
