"""Reads the head of a page with the standard library's parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Head:
    """The parts of a page for programs. They are lists, because a value that occurs twice is an error to be found."""

    canonical: list[str] = field(default_factory=list)
    alternate: list[dict[str, str]] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    refreshes: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether search engines are asked to leave the page out."""
        return "noindex" in self.meta.get("robots", [])


class Reader(HTMLParser):
    """Fills a Head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self.in_json_ld = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        relations = values.get("rel", "").split()
        if tag == "link" and "canonical" in relations:
            self.head.canonical.append(values["href"])
        elif tag == "link" and "alternate" in relations:
            self.head.alternate.append(values)
        elif "href" in values or "src" in values:
            self.head.addresses.append(values.get("href") or values.get("src", ""))
        if tag == "meta":
            name = values.get("property") or values.get("name") or ""
            self.head.meta.setdefault(name, []).append(values.get("content", ""))
            self.head.refreshes |= values.get("http-equiv", "").lower() == "refresh"
        if tag == "script" and values.get("type") == "application/ld+json":
            self.head.json_ld.append("")
            self.in_json_ld = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.in_json_ld = False

    def handle_data(self, data: str) -> None:
        if self.in_json_ld:
            self.head.json_ld[-1] += data


def read(file: Path) -> Head:
    """The head of a page on disk."""
    reader = Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader.head


def read_all(site: Path) -> dict[str, Head]:
    """The heads of all pages of a site, by path."""
    return {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
