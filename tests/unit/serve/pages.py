"""Pages as browsers read them: elements that close, attributes, texts, what they link to."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})
NO_BLOCKS = frozenset({"p", "span", "code", "h1", "h2", "h3", "h4", "h5", "dt", "label", "button", "summary"})
BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "section", "pre", "dl", "form", "h1", "h2", "h3", "h4", "h5"}
)


@dataclass
class Element:
    """An element with its attributes, all the text inside, and where it is (names of elements, the outermost
    first).
    """

    name: str
    attributes: dict[str, str]
    path: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A page that was read; ``wrong`` is what a browser would have to repair."""

    html: str
    elements: list[Element] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.html)
        self.close()
        self.wrong += [f"<{element.name}> is not closed" for element in self._open]
        ids = [element.attributes["id"] for element in self.elements if "id" in element.attributes]
        self.wrong += [f"two elements have the id {each}" for each in set(ids) if ids.count(each) > 1]
        self.ids = set(ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.wrong += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        self.wrong += [
            f"<{tag}> has a strange attribute {name}" for name in names if not name.replace("-", "").isalnum()
        ]
        if tag in BLOCKS and self._open and self._open[-1].name in NO_BLOCKS:
            self.wrong.append(f"<{tag}> in <{self._open[-1].name}> at {self.getpos()}")
        path = tuple(element.name for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, path)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.wrong.append(f"</{tag}> without its beginning at {self.getpos()}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def find(self, tag: str, /, **attributes: str) -> list[Element]:
        """The elements of a name that have attributes (``class_`` is one of the classes)."""
        wanted = attributes.pop("class_", "")
        return [
            element
            for element in self.elements
            if element.name == tag
            and (not wanted or wanted in element.attributes.get("class", "").split())
            and all(
                element.attributes.get(key.replace("_", "-")) == value for key, value in attributes.items()
            )
        ]

    def by_id(self, identity: str) -> Element:
        """The element with an id."""
        return next(element for element in self.elements if element.attributes.get("id") == identity)

    @property
    def text(self) -> str:
        """All text of the page, white space as one space."""
        return " ".join(self.find("body")[0].text.split())

    def links(self) -> set[str]:
        """Everything that the page links to or loads."""
        named = ("href", "src", "action", "srcset", "poster", "data")
        return {
            element.attributes[name]
            for element in self.elements
            for name in named
            if name in element.attributes
        }
