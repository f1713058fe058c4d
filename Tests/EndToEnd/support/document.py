"""The parts of a page that the checks need, parsed without a browser."""

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

LANDMARKS = ("header", "nav", "main", "footer")
SECTIONING = {"article", "aside", "main", "nav", "section"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LOADING_ATTRIBUTES = {"src", "srcset", "poster", "data"}
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}


@dataclass
class Reference:
    """An address written in a page. `loads`: the browser loads it without a click."""

    line: int
    tag: str
    address: str
    loads: bool


@dataclass
class Document:
    """The parts of one page."""

    doctype: bool = False
    language: str = ""
    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    landmarks: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LANDMARKS, 0))
    named_parts: list[tuple[str, str]] = field(default_factory=list)
    first_link: str = ""
    refreshes: bool = False


class Reader(HTMLParser):
    """Fills a Document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.open: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.document.doctype = decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        document = self.document
        if tag == "html":
            document.language = values.get("lang", "")
        elif tag[0] == "h" and tag[1:] in set("123456"):
            document.headings.append((int(tag[1]), ""))
        elif tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            document.refreshes = True
            target = values.get("content", "").partition("url=")[2]
            document.references.append(Reference(self.getpos()[0], tag, target, False))
        if "id" in values:
            document.ids.append(values["id"])
        self.count_landmark(tag, values)
        self.collect_addresses(tag, values)
        if tag not in VOID:
            self.open.append(tag)

    def count_landmark(self, tag: str, values: dict[str, str]) -> None:
        """A header or footer is the page's own only outside of sections."""
        if tag in ("header", "footer") and SECTIONING & set(self.open):
            return
        if tag in LANDMARKS:
            self.document.landmarks[tag] += 1
        if tag == "nav":
            self.document.named_parts.append((tag, values.get("aria-label") or values.get("aria-labelledby", "")))

    def collect_addresses(self, tag: str, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        references = self.document.references
        if "href" in values:
            loads = tag == "link" and bool(LOADING_LINKS & set(values.get("rel", "").split()))
            references.append(Reference(line, tag, values["href"], loads))
            if tag == "a" and not self.document.first_link:
                self.document.first_link = values["href"]
        for name in LOADING_ATTRIBUTES & values.keys():
            candidates = values[name].split(",") if name == "srcset" else [values[name]]
            for candidate in filter(None, map(str.strip, candidates)):
                references.append(Reference(line, tag, candidate.split()[0], tag != "a"))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.open:
            return
        if self.open[-1] == "title" and "svg" not in self.open:
            self.document.title += data
        headings = self.document.headings
        if headings and f"h{headings[-1][0]}" in self.open:
            headings[-1] = (headings[-1][0], headings[-1][1] + data)


def parse(text: str) -> Document:
    """The parts of a page given as text."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.document


@lru_cache(maxsize=None)
def read(file: Path) -> Document:
    """The parts of a page on disk, read once."""
    return parse(file.read_text(encoding="utf-8"))
