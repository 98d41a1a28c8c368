"""The prefixes that .NET's XmlWriter form gives elements, decided while emitting.

The form names a prefix after the depth of the element that declares it (``d3p1``), so the same type is
written with other prefixes at other depths. What is static is which namespaces are bound where a type's
content begins; emitted functions exist once for each such scope, and get the depth and the bound prefixes as
arguments.
"""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.description import QName
from wiresmith.values.namespaces import XSI

Binding = tuple[str, bool]
"""A namespace, and whether it is bound as the default namespace (else to a prefix)."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The bindings in force, the default one first, the others in one order: which came first makes no
    difference.

    There is at most one default, and at most one prefix for a namespace. ``i``, which every document with
    objects declares, is not listed: its namespace is always bound.
    """

    bindings: tuple[Binding, ...] = ()

    @property
    def default(self) -> str:
        """The default namespace, ``""`` for none."""
        return next((namespace for namespace, is_default in self.bindings if is_default), "")

    @property
    def prefixed(self) -> tuple[str, ...]:
        """The namespaces bound to a prefix of their own."""
        return tuple(namespace for namespace, is_default in self.bindings if not is_default)

    def binds(self, namespace: str) -> bool:
        """Is the namespace in scope, as a prefix or as the default?"""
        return namespace == XSI or any(bound == namespace for bound, _ in self.bindings)

    def with_default(self, namespace: str) -> Scope:
        """The scope inside an element that declares this default namespace."""
        kept = tuple(binding for binding in self.bindings if not binding[1])
        return Scope(((namespace, True), *kept)) if namespace else Scope(kept)

    def with_prefix(self, namespace: str) -> Scope:
        """The scope inside an element that binds a new prefix to this namespace."""
        default = tuple(binding for binding in self.bindings if binding[1])
        prefixed = sorted({*self.prefixed, namespace})
        return Scope((*default, *((bound, False) for bound in prefixed)))


@dataclass(frozen=True, slots=True)
class StartTag:
    """The start tag of one element.

    ``prefix_of`` is the namespace whose prefix its name carries (None: no prefix). ``declares`` are the
    namespaces that it binds, in this order, to prefixes named after its depth (``d3p1``, ``d3p2``); of those
    a null element declares the first ``of_null``. ``redeclares`` is the default namespace it sets (None: none
    set), ``typed`` what its ``i:type`` says, ``inner`` the scope of its content.
    """

    name: QName
    prefix_of: str | None
    declares: tuple[str, ...]
    of_null: int
    redeclares: str | None
    inner: Scope
    typed: QName | None = None


def start_tag(name: QName, scope: Scope, declares: str = "", of_items: str = "") -> StartTag:
    """Decide prefix and declarations of an element.

    ``declares`` is the namespace that it brings into scope, ``of_items`` the one that it brings into scope
    for what it holds, unless it is null; "" for none. The plan knows both. Source: XmlFormatWriterGenerator:
    a namespace is declared if nothing in scope maps to it; a name whose namespace is not in scope re-declares
    the default.
    """
    prefix_of: str | None = None
    redeclares: str | None = None
    inner = scope
    if name.namespace == XSI or name.namespace in scope.prefixed:
        prefix_of = name.namespace
    elif name.namespace != scope.default:
        redeclares = name.namespace
        inner = scope.with_default(name.namespace)
    return _with_both(StartTag(name, prefix_of, (), 0, redeclares, inner), declares, of_items)


def root_tag(name: QName, declares: str, of_items: str) -> StartTag:
    """The start tag of a document; the arguments are those of ``start_tag``.

    A root of another namespace than its type's declares that one; it comes before the declaration of ``i``.
    """
    tag = StartTag(name, None, (), 0, None, Scope().with_default(name.namespace))
    return _with_both(tag, declares, of_items)


def _with_both(tag: StartTag, declares: str, of_items: str) -> StartTag:
    tag = _declaring(tag, declares)
    of_null = len(tag.declares)
    tag = _declaring(tag, of_items)
    return StartTag(tag.name, tag.prefix_of, tag.declares, of_null, tag.redeclares, tag.inner, tag.typed)


def with_type(tag: StartTag, type_: QName) -> StartTag:
    """The start tag of an element whose ``i:type`` says another type than the declared one.

    Raises:
        ValueError: for a type without a namespace, which .NET cannot say either wherever there is a default
            one.
    """
    if not type_.namespace:
        raise ValueError(f"{type_.local} has no namespace")
    tag = _declaring(tag, type_.namespace)
    return StartTag(tag.name, tag.prefix_of, tag.declares, tag.of_null, tag.redeclares, tag.inner, type_)


def _declaring(tag: StartTag, namespace: str) -> StartTag:
    """The tag with a declaration of this namespace, if it needs one."""
    if not namespace or tag.inner.binds(namespace):
        return tag
    inner = tag.inner.with_prefix(namespace)
    declares = (*tag.declares, namespace)
    return StartTag(tag.name, tag.prefix_of, declares, len(declares), tag.redeclares, inner, tag.typed)
