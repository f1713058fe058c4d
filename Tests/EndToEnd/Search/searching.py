"""Searches a site in a browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

import collection as collections
import command
from web import served

PROBE = "probe.html"


def build(output: Path, content: Path = command.CONTENT) -> Path:
    """Builds a site and adds a page with the scripts of the search and nothing else."""
    command.build(output, content=content)
    page = (output / "search.html").read_text(encoding="utf-8")
    tags = "".join(re.findall(r'<script defer src="assets/(?:search|finder)-.*?</script>\n', page))
    (output / PROBE).write_text(f'<!DOCTYPE html><meta charset="utf-8"><title>probe</title>\n{tags}', encoding="utf-8")
    return output


class Searcher:
    """The search of a site in a page of the browser."""

    def __init__(self, chromium, base: str):
        self.page = chromium.new_page()
        self.base = base
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(base + PROBE)
        self.page.evaluate("async () => { window.index = await knowhowSearch.open('./'); }")

    def call(self, expression: str, argument=None):
        """The value of a JavaScript expression with the argument `given`."""
        return self.page.evaluate(f"async (given) => {expression}", argument)

    def search(self, text: str, filters: dict | None = None, first: int = 0, limit: int = 10) -> dict:
        return self.call("await index.search(given)", {"text": text, "filters": filters or {}, "first": first, "limit": limit})

    def ids(self, text: str, filters: dict | None = None, limit: int = 100_000) -> list[str]:
        return [hit["id"] for hit in self.search(text, filters, limit=limit)["hits"]]

    def normal_texts(self, site: Path) -> dict[str, list[str]]:
        """The normalized texts of each case that a search looks at."""
        fields = collections.fields(site)
        names, texts = list(fields), list(fields.values())
        normal = []
        for start in range(0, len(texts), 500):
            normal += self.call("given.map((texts) => texts.map(knowhowSearch.text.normalize))", texts[start:start + 500])
        return dict(zip(names, normal))

    def forms(self, query: str) -> list[list[str]]:
        """For each word of a query, the normalized forms of which a case must contain one."""
        words = self.call("await index.parse(given)", query)
        return [[alternative["text"] for alternative in word["alternatives"]] for word in words]

    def close(self) -> None:
        self.page.close()
        assert not self.errors, self.errors


@contextmanager
def opened(chromium: Browser, site: Path, way: str) -> Iterator[Searcher]:
    """The search of a site from `disk` or over `http`."""

    def searching(base: str) -> Iterator[Searcher]:
        searcher = Searcher(chromium, base)
        yield searcher
        searcher.close()

    if way == "http":
        with served(site) as base:
            yield from searching(base)
    else:
        yield from searching(site.resolve().as_uri() + "/")


def add_texts(content: Path, texts: list[str]) -> dict[str, str]:
    """Adds a case for each text, like the first one of the casebook; returns the id of each."""
    pattern = next(iter(sorted((content / "cases").rglob("c*.md"))))
    head, rest = pattern.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    headings = [line for line in rest.splitlines() if line.startswith("## ")]
    names = {}
    for number, text in enumerate(texts):
        names[text] = f"word{number}"
        keys = [f"title: 綴り{number}", *(line for line in head.splitlines() if not line.startswith(("title:", "summary:", "aliases:", "related:")))]
        body = "\n\n".join(f"{heading}\n\n{text if place == 0 else '文。'}" for place, heading in enumerate(headings))
        (content / f"cases/word{number}.md").write_text("\n".join(["---", *keys, "---", "", body, ""]), encoding="utf-8")
    return names


def found(searcher, query: str) -> set[str]:
    """The added cases that a query finds."""
    return {name for name in searcher.ids(query) if name.startswith("word")}
