"""Two states of a casebook: an old one, and a new one in which cases, pages and assets came, changed and went."""

import shutil
from pathlib import Path

from paths import EVERY_FEATURE

BASE_URL = "https://example.jp/a/b/"

CASE = """---
title: {title}
category: {category}
organization: 企業
actors: [本人]
published: 2026-04-{day:02}
aliases: [old/{name}.html]
status: published
---

## 必要性・きっかけ

{title}が必要になった。

## 取組・工夫の概要

[前の事例](c{other}.md)も読んで、{title}に取り組んだ。

## 効果

{title}がよくなった。
"""


def add_case(content: Path, number: int, other: int, category: str = "情報提供") -> None:
    """Writes a case that links to another one."""
    text = CASE.format(
        title=f"新しい取組{number}", category=category, day=number % 28 + 1, name=f"n{number}", other=f"{other:03}"
    )
    (content / "cases" / f"c{number:03}.md").write_text(text, encoding="utf-8")


def make_old(folder: Path) -> None:
    """The small casebook with every feature, and three cases more that link to one another."""
    for name in ("content", "templates"):
        shutil.copytree(EVERY_FEATURE / name, folder / name)
    for number, other in ((101, 103), (102, 101), (103, 102)):
        add_case(folder / "content", number, other)
    add_to(folder / "content/pages/call.md", "[終わり](about.md#end)")
    add_to(folder / "content/cases/c101.md", "[終わり](../pages/about.md#end)")


def add_to(path: Path, text: str) -> None:
    """Adds a paragraph to a file."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def make_new(folder: Path) -> None:
    """The old state, in which a ring of cases went, another came, one changed, and an asset and an anchor got other names."""
    make_old(folder)
    content = folder / "content"
    for number in (101, 102, 103):
        (content / "cases" / f"c{number}.md").unlink()
    for number, other in ((201, 203), (202, 201), (203, 202), (204, 201)):
        add_case(content, number, other, "強み・興味の把握")
    add_to(content / "cases/c001.md", "[新しい事例](c204.md)")
    for name in ("about", "call"):
        page = content / f"pages/{name}.md"
        page.write_text(page.read_text(encoding="utf-8").replace("#end", "#closing"), encoding="utf-8")
    style = folder / "templates" / "assets" / "style.css"
    style.write_text(style.read_text(encoding="utf-8") + "/* changed */\n", encoding="utf-8")
