"""Inputs that take quadratic time in a program that has not thought of them, at any size.

Each shape is a function from a size in bytes to the files of a small casebook that holds about that many bytes of the shape.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

CASEBOOK = """\
title: 事例集
description: 現場の事例です。
language: ja
publisher: { name: 編集部 }
source: { title: 出典の資料 }
notice: 注記です。
primary: categories
secondary: organizations
invitation: call
footer: [about, call]
taxonomies:
  - { folder: categories, key: category, label: 分野, required: true, order: number }
  - { folder: organizations, key: organization, label: 取組主体, required: true, order: listed, terms: [hello-work] }
  - { folder: actors, key: actors, label: 関わる人, multiple: true, order: yomi }
sections:
  - { id: approach, heading: 取組・工夫の概要, required: true }
"""
FILES = {
    "casebook.yml": CASEBOOK,
    "categories/information.md": "---\nlabel: 就労情報提供\nnumber: 1\n---\n",
    "organizations/hello-work.md": "---\nlabel: ハローワーク\n---\n",
    "actors/person.md": "---\nlabel: 本人\nyomi: ほんにん\n---\n",
    "pages/about.md": "---\ntitle: この事例集について\n---\n\n集めました。\n",
    "pages/call.md": "---\ntitle: 事例の募集\n---\n\n募集しています。\n",
    "glossary/word.md": "---\nterm: 用語\nyomi: ようご\n---\n\n説明です。\n",
}
FRONT = "title: 題\ncategory: 就労情報提供\norganization: ハローワーク\n"
BODY = "\n## 取組・工夫の概要\n\n"


@dataclass
class Input:
    """What a shape gives the command: the files of a content folder, templates, a table to import or other arguments."""

    content: dict[str, str] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    table: str | None = None
    arguments: list[str] = field(default_factory=list)


Shape = Callable[[int], Input]


def case(front: str = "", body: str = "工夫しました。") -> Input:
    return Input({"cases/c001.md": f"---\n{FRONT}{front}---\n{BODY}{body}\n"})


def times(unit: str, size: int) -> str:
    """The unit as often as it takes to fill the size."""
    return unit * max(size // len(unit.encode()), 1)


def numbered(unit: str, size: int) -> str:
    """The unit as often as it takes to fill the size, with the number of each in place of `#`."""
    return "".join(unit.replace("#", str(index)) for index in range(max(size // (len(unit.encode()) + 4), 1)))


def body(unit: str, before: str = "", after: str = "") -> Shape:
    return lambda size: case(body=before + times(unit, size) + after)


def numbered_body(unit: str, before: str = "", after: str = "") -> Shape:
    return lambda size: case(body=before + numbered(unit, size) + after)


def nested(opening: str, middle: str, closing: str) -> Shape:
    return lambda size: case(body=times(opening, size // 2) + middle + times(closing, size // 2))


def front(unit: str, before: str = "", after: str = "\n") -> Shape:
    return lambda size: case(before + times(unit, size) + after)


def numbered_front(unit: str, before: str = "", after: str = "\n") -> Shape:
    return lambda size: case(before + numbered(unit, size) + after)


def growing(unit: Callable[[int], str], separator: str = " ") -> Shape:
    """Pieces that become longer: their number is about the square root of the size."""

    def shape(size: int) -> Input:
        pieces, length = [], 0
        while length < size:
            pieces.append(unit(len(pieces) + 1))
            length += len(pieces[-1].encode()) + len(separator)
        return case(body=separator.join(pieces))

    return shape


def side(size: int, cell: int) -> int:
    """The side of a square of cells."""
    return max(int((size / cell) ** 0.5), 2)


def settings(unit: str, before: str = "", after: str = "\n", number: bool = True) -> Shape:
    def shape(size: int) -> Input:
        text = numbered(unit, size) if number else times(unit, size)
        return Input(case().content | {"casebook.yml": CASEBOOK + before + text + after})

    return shape


def template(unit: str, before: str = "", after: str = "") -> Shape:
    return lambda size: Input(case().content, templates={"partials/footer.mustache": before + times(unit, size) + after})


def nested_template(opening: str, closing: str) -> Shape:
    return lambda size: Input(
        case().content, templates={"partials/footer.mustache": times(opening, size // 2) + times(closing, size // 2)})


def table(text: Callable[[int], str]) -> Shape:
    return lambda size: Input(case().content, table=text(size))


HEADINGS = "題名,分野,取組主体,取組・工夫の概要\n"


def many(folder: str, unit: str, size: int) -> dict[str, str]:
    """Files with the unit in each."""
    count = max(size // 150, 1)
    return {f"{folder}/x{index:05}.md": unit.replace("#", str(index)) for index in range(count)}


def cases(front: str, text: str = "工夫しました。") -> Shape:
    return lambda size: Input(many("cases", f"---\n{FRONT}{front}---\n{BODY}{text}\n", size))


def glossary(text: str) -> Shape:
    def shape(size: int) -> Input:
        count = max(size // 400, 1)
        files = {f"glossary/g{index:05}.md": f"---\nterm: 用語{index}番\n---\n\n説明です。\n" for index in range(count)}
        return Input(case(body=times(text, size // 2)).content | files)

    return shape


SHAPES: dict[str, Shape] = {
    # Blocks
    "nested bullet lists": body("- ", after="a"),
    "nested ordered lists": body("1. ", after="a"),
    "nested quotes": body("> ", after="a"),
    "nested quotes without blanks": body(">", after="a"),
    "nested quotes and lists": body("> - ", after="a"),
    "nested lists in lines": growing(lambda depth: "  " * (depth - 1) + "- a", "\n"),
    "nested quotes in lines": growing(lambda depth: "> " * depth + "a", "\n"),
    "deep quotes again and again": body("> " * 300 + "a\n\n"),
    "deep quote with lazy lines": lambda size: case(body="> " * (size // 20) + "a\n" + times("b\n", size)),
    "deep list with blank lines": lambda size: case(body=times("- ", size // 2) + "a\n" + times("\n", size // 2) + "b"),
    "deep list with lines": lambda size: case(body=times("- ", size // 2) + "a\n" + times("b\n\n", size // 2)),
    "lists nested line by line": lambda size: case(
        body="\n".join("  " * depth + "- - - - - - - - - - a" for depth in range(side(size, 1))) + times("\n", size // 2) + "b"),
    "list items": body("- a\n"),
    "list items with blank lines": body("- a\n\n"),
    "loose items in a nested list": body("- a\n\n  - b\n"),
    "setext underlines": body("a\n=\n"),
    "headings with equal names": body("### 同じ\n\n"),
    "headings with equal ids": body("### 同じ {#same}\n\n"),
    "headings with other names": numbered_body("### 見出し#\n\n"),
    "rules": body("---\n\n"),
    "fences": body("```\n"),
    "lines of one paragraph": body("あ\n"),
    "blank lines": body("\n", before="a", after="b"),
    "indented code": body("    a\n\n"),
    # Tables
    "table with columns": lambda size: case(body=times("|a", size // 4) + "|\n" + times("|-", size // 4) + "|\n" + times("|b", size // 2)),
    "table with rows": body("| a | b |\n", before="| a | b |\n|---|---|\n"),
    "table with rows too long": body("|a|b|c|\n", before="| a | b |\n|---|---|\n"),
    "square table": lambda size: case(
        body="\n".join(["|a" * side(size, 2), "|-" * side(size, 2), *["|a" * side(size, 2)] * side(size, 2)])),
    "many tables": body("|a|b|\n|-|-|\n|c|\n\n"),
    "delimiter rows": body("|-|\n"),
    "bars": body("|"),
    "escaped bars": body("\\|", before="|a|b|\n|-|-|\n|"),
    "braces in a row": body("{漢|", before="|a|b|\n|-|-|\n|"),
    # Inlines
    "images in images": body("![[]()"),
    "links": body("[a](b)"),
    "links without ends": body("[a](b"),
    "links in angle brackets": body("[a](<b"),
    "titles of links": body("[a](b \"c"),
    "opening brackets": body("["),
    "closing brackets": body("]"),
    "openings of images": body("!["),
    "brackets with a letter": body("[a"),
    "nested links": nested("[", "a", "](b)"),
    "nested images": nested("![", "a", "](b)"),
    "strong without ends": body("**a "),
    "mixed emphasis": body("*a_"),
    "emphasis both ways": body("_*"),
    "stars around Japanese": body("**「a」"),
    "openers in Japanese": body("あ*「a "),
    "nested emphasis": nested("*「", "a", "」*"),
    "stars": body("*"),
    "letters between stars": body("a**b"),
    "emphasis of three lengths": body("*a **b ***c "),
    "backticks of increasing length": growing(lambda length: "`" * length),
    "code and backticks": body("`a``b"),
    "less-than signs": body("<"),
    "comments": body("<!--"),
    "processing instructions": body("a<?"),
    "declarations": body("a<!A "),
    "CDATA": body("a<![CDATA["),
    "tags with attributes": body("<a b='"),
    "tags": body("<b>"),
    "autolinks": body("<a:b"),
    "bare addresses": body("https://a.jp "),
    "ampersands": body("&"),
    "ampersands and number signs": body("&#"),
    "references": body("&amp;&copy;&CounterClockwiseContourIntegral;"),
    "backslashes": body("\\"),
    "dollars": body("$a"),
    "tildes": body("~"),
    "struck words": body("~~a~~"),
    "ruby": body("{漢字|かんじ}"),
    "ruby that does not fit": body("{漢字|か|ん|じ}"),
    "opening braces": body("{"),
    "braces with a bar": body("{漢|"),
    "definitions": numbered_body("[x#]: y\n", after="\n[x1]"),
    "definitions and references": lambda size: case(
        body=numbered("[x#]: y#.md\n", size // 2) + "\n" + numbered("[x#] ", size // 2)),
    "references to one long definition": lambda size: case(
        body=f"[x]: <{'y' * (size // 2)}>\n\n" + times("[x]", size // 2)),
    "footnotes": numbered_body("[^#]: a\n"),
    "footnote marks": body("[^a"),
    "hard breaks": body("a  \n"),
    # Characters
    "combining marks": body("\u0301", before="か"),
    "voicing marks": body("\u3099", before="か"),
    "combining marks and links": body("か" + "\u3099" * 30 + "[](a)"),
    "joiners": body("\u200d", before="a"),
    "joined people": body("👨\u200d"),
    "flags": body("🇯🇵"),
    "one long line": body("あいうえおかきくけこ"),
    "one long line of Latin": body("abc "),
    "problems on one line": body("[](a) "),
    "wrong marks on one line": body("＃あ（い）"),
    # Links and words
    "wrong links to cases": numbered_body("[a](c9#.md) "),
    "wrong links to terms": numbered_body("[a](../categories/informatio#.md) "),
    "wrong links in lines": numbered_body("[a](c9#.md)\n\n"),
    "wrong images": numbered_body("![a](../images/a#.png) "),
    "right links": body("[a](../categories/information.md) "),
    "links to anchors": numbered_body("[a](#見出し) "),
    "glossary words on one line": body("用語"),
    "many glossary words": glossary("用語1番"),
    "starts of glossary words": glossary("用語1"),
    "names on one line": body("ジョブコーチとハローワーク"),
    "long address": lambda size: case(body=f"[a]({'b' * size}.md)"),
    "long address of another site": lambda size: case(body=f"[a](https://example.jp/{'b/' * (size // 2)})"),
    # Front matter
    "unknown keys": numbered_front("key#: a\n"),
    "equal keys": front("title: 題\n"),
    "long title": lambda size: Input({"cases/c001.md": f"---\n{FRONT.replace('題', '題' * (size // 3))}---\n{BODY}a\n"}),
    "long unknown key": lambda size: case(f"{'k' * size}: a\n"),
    "long unknown Japanese key": lambda size: case(f"{'題' * (size // 3)}: a\n"),
    "long unknown term": lambda size: case(f"actors: [{'本' * (size // 3)}]\n"),
    "unknown terms": numbered_front("本人#, ", before="actors: [", after="本人]\n"),
    "equal terms": front("本人, ", before="actors: [", after="本人]\n"),
    "terms in lines": numbered_front("  - 本人#\n", before="actors:\n"),
    "related cases": numbered_front("c#, ", before="related: [", after="c1]\n"),
    "old addresses": lambda size: case("aliases: [" + numbered("old/#.html, ", size // 10) + "a.html]\n"),
    "nested flow lists": front("[", before="actors: "),
    "nested flow maps": front("{a: ", before="summary: "),
    "nested block lists": front("- ", before="actors:\n  ", after="a\n"),
    "quotes": front("\"", before="summary: "),
    "single quotes": front("''", before="summary: '", after="'\n"),
    "escapes": front("\\n", before="summary: \"", after="\"\n"),
    "long quoted text": front("あ", before="summary: \"", after="\"\n"),
    "quoted text without end": front("あ\n  ", before="summary: \""),
    "block text": front("  あ\n", before="summary: |\n"),
    "block text in one line": front("あ ", before="summary: >\n  "),
    "continued lines": front("  あ\n", before="summary: あ\n"),
    "anchors": numbered_front("  - &a# a\n", before="actors:\n"),
    "references to anchors": front("*a, ", before="summary: &a x\nactors: [", after="*a]\n"),
    "billion laughs": lambda size: case(
        "actors: [&a0 本人" + "".join(f", &a{i + 1} [*a{i}, *a{i}, *a{i}]" for i in range(max(size // 30, 1))) + "]\n"),
    "tags of YAML": front("!!str ", before="summary: "),
    "comment lines": front("# あ\n"),
    "colons": front(":", before="summary: "),
    "full-width colons": front("題：", before=""),
    "blanks in front matter": front("　", before="summary: あ"),
    "private keys": front("private: a\n"),
    "mistakes next to private keys": front("private:\n  a: b\ntitel: a\n"),
    "private lines": numbered_front("  key#: a\n", before="private:\n"),
    "front matter without end": lambda size: Input({"cases/c001.md": "---\n" + times("title: 題\n", size)}),
    # Settings and many files
    "terms in settings": settings("x#, ", before="phases: [", after="x]\n"),
    "synonyms": settings("    - words: [語#, 言葉#]\n", before="search:\n  synonyms:\n"),
    "synonyms that share a word": settings("    - words: [語, 言葉#]\n", before="search:\n  synonyms:\n"),
    "words of one synonym": settings("語#, ", before="search:\n  synonyms:\n    - words: [", after="語]\n"),
    "taxonomies": settings("  - { folder: f#, key: k#, label: l# }\n", before="taxonomies:\n"),
    "sections": settings("  - { id: s#, heading: 見出し# }\n", before=""),
    "listed terms": lambda size: Input(
        case().content
        | {"casebook.yml": CASEBOOK.replace("[hello-work]", f"[hello-work, {numbered('hello-wor#, ', size)}a]")}),
    "terms": lambda size: Input(case().content | many("actors", "---\nlabel: 人#\nyomi: ひと#\n---\n", size)),
    "terms with one label": lambda size: Input(case().content | many("actors", "---\nlabel: 人\nyomi: ひと\n---\n", size)),
    "unknown terms of many": lambda size: Input(
        case(numbered("人x#, ", size // 2).join(["actors: [", "本人]\n"])).content
        | many("actors", "---\nlabel: 人#\nyomi: ひと#\n---\n", size // 2)),
    "wrong links to many cases": lambda size: Input(
        case(body=numbered("[a](x0#.md) ", size // 2)).content
        | many("cases", f"---\n{FRONT}---\n{BODY}a\n", size // 2)),
    "cases with one title": cases(""),
    "cases with one old address": cases("aliases: [old.html]\n"),
    "cases that name each other": cases("related: [x00001, x00002, x00003]\n"),
    "cases with unknown terms": cases("actors: [人#]\n"),
    # Tables to import
    "columns of a table": table(lambda size: HEADINGS.strip() + numbered(",列#", size) + "\n題,就労情報提供,ハローワーク,概要\n"),
    "private columns of a table": table(
        lambda size: HEADINGS.strip() + numbered(",非公開#", size // 2) + "\n題,就労情報提供,ハローワーク,概要" + times(",a", size // 2) + "\n"),
    "private columns of rows": table(
        lambda size: HEADINGS.strip() + "".join(f",非公開{index}" for index in range(side(size, 4))) + "\n"
        + ("題,就労情報提供,ハローワーク,概要" + ",a" * side(size, 4) + "\n") * side(size, 4)),
    "equal columns of a table": table(lambda size: HEADINGS.strip() + times(",題名", size) + "\n題,就労情報提供,ハローワーク,概要\n"),
    "rows with mistakes": table(lambda size: HEADINGS + numbered("題#,情報提供,ハロワ,概要\n", size)),
    "rows without mistakes": table(lambda size: HEADINGS + numbered("題#,就労情報提供,ハローワーク,概要\n", size)),
    "rows too short": table(lambda size: HEADINGS + times("題\n", size)),
    "equal rows": table(lambda size: HEADINGS + times("題,就労情報提供,ハローワーク,概要\n", size)),
    "cell without end": table(lambda size: HEADINGS + "題,\"" + times("あ,い\n", size)),
    "quotes in a table": table(lambda size: HEADINGS + times("\"", size)),
    "quotes within cells": table(lambda size: HEADINGS + times("a\"b,", size) + "\n"),
    "empty lines of a table": table(lambda size: HEADINGS + times("\n", size)),
    "empty cells": table(lambda size: HEADINGS + times(",", size) + "\n"),
    "long cell": table(lambda size: HEADINGS + "題,就労情報提供,ハローワーク," + times("あ", size) + "\n"),
    "long unknown cell": table(lambda size: HEADINGS + "題," + times("あ", size) + ",ハローワーク,概要\n"),
    "long heading of a table": table(lambda size: times("題", size) + "," + HEADINGS + "a,題,就労情報提供,ハローワーク,概要\n"),
    # Templates
    "nested sections": nested_template("{{#site}}", "{{/site}}"),
    "sections without ends": template("{{#site}}"),
    "opening braces of templates": template("{{"),
    "partials": template("{{> mark}}"),
    "unknown names": template("{{titel}}"),
    "long unknown name": lambda size: Input(case().content, templates={"partials/footer.mustache": "{{" + "a" * size + "}}"}),
    "dotted names": lambda size: Input(case().content, templates={"partials/footer.mustache": "{{" + "a." * (size // 2) + "a}}"}),
    "changes of delimiters": template("{{=<< >>=}}<<={{ }}=>>"),
    "comments in templates": template("{{! a }}\n"),
    "text in templates": template("あいう\n"),
    # Arguments: the system's limit is 128 kB.
    "long base URL": lambda size: Input(
        case().content, arguments=["--base-url", "https://example.jp/" + "a" * min(size // 4, 120_000)]),
    "folders of the base URL": lambda size: Input(
        case().content, arguments=["--base-url", "https://example.jp/" + "a/" * min(size // 8, 60_000)]),
    "labels of the host": lambda size: Input(
        case().content, arguments=["--base-url", "https://" + "a." * min(size // 8, 60_000) + "jp/"]),
    "Japanese host": lambda size: Input(
        case().content, arguments=["--base-url", "https://" + "日本" * min(size // 24, 19_000) + ".jp/"]),
}
