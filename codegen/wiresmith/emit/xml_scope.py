"""Which prefix .NET's XmlWriter form gives an element, decided while emitting.

The form names a prefix after the depth of the element that declares it (``d3p1``), so the same type is written with other
prefixes at other depths. What is static is which namespaces are bound where a type's content begins; emitted functions exist once
for each such scope, and get the depth and the bound prefixes as arguments.
"""

from __future__ import annotations

from dataclasses import dataclass

from wiresmith.contract.model import QName

Binding = tuple[str, bool]
"""A namespace, and whether it is bound as the default namespace (else to a prefix)."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The bindings in force, outermost first. There is at most one default, and at most one prefix for a namespace."""

    bindings: tuple[Binding, ...] = ()

    @property
    def default(self) -> str:
        """The default namespace, ``""`` for none."""
        return next((namespace for namespace, is_default in self.bindings if is_default), "")

    @property
    def prefixed(self) -> tuple[str, ...]:
        """The namespaces bound to a prefix, outermost first."""
        return tuple(namespace for namespace, is_default in self.bindings if not is_default)

    def binds(self, namespace: str) -> bool:
        """Is the namespace in scope, as a prefix or as the default?"""
        return any(bound == namespace for bound, _ in self.bindings)

    def with_default(self, namespace: str) -> Scope:
        """The scope inside an element that declares this default namespace."""
        kept = tuple(binding for binding in self.bindings if not binding[1])
        return Scope((*kept, (namespace, True))) if namespace else Scope(kept)

    def with_prefix(self, namespace: str) -> Scope:
        """The scope inside an element that binds a new prefix to this namespace."""
        return Scope((*self.bindings, (namespace, False)))


@dataclass(frozen=True, slots=True)
class StartTag:
    """How one element is written.

    ``prefix_of`` is the namespace whose prefix its name carries (None: no prefix); ``declares`` the namespace it binds to a
    prefix named after its depth; ``redeclares`` the default namespace it sets (None: none set). ``inner`` is the scope of its content.
    """

    name: QName
    prefix_of: str | None
    declares: str | None
    redeclares: str | None
    inner: Scope


def start_tag(name: QName, scope: Scope, container: str, contract_namespace: str | None) -> StartTag:
    """Decide prefix and declarations of an element.

    ``container`` is the namespace of the class level or collection that the element belongs to, ``contract_namespace`` that of the
    element's declared type when it is an object or collection. Source: ClassDataContract and XmlFormatWriterGenerator: the declared
    type's namespace is declared when it is not empty, differs from the container's and nothing in scope maps to it; a name
    whose namespace is not in scope re-declares the default.
    """
    prefix_of: str | None = None
    redeclares: str | None = None
    inner = scope
    innermost = next((binding for binding in reversed(scope.bindings) if binding[0] == name.namespace), None)
    if innermost is not None:
        prefix_of = None if innermost[1] else name.namespace
    elif name.namespace or scope.default:
        redeclares = name.namespace
        inner = scope.with_default(name.namespace)
    declares: str | None = None
    if contract_namespace and contract_namespace != container and not inner.binds(contract_namespace):
        declares = contract_namespace
        inner = inner.with_prefix(contract_namespace)
    return StartTag(name, prefix_of, declares, redeclares, inner)
