"""Makes a casebook of as many cases as are asked for; the same bytes every time.

    python3 Benchmarks/Site/corpus COUNT FOLDER [--hugo FOLDER] [--short] [--warnings]

Settings, vocabulary and pages are those of `content/`. Terms, and how many of them a case names, are drawn as often as in the real
cases; every term of the vocabulary comes up. A case has about 3.2 kB, with --short about 1.3 kB, which is nearer to the real ones.
Case 17 of 1,000 is case 17 of 100,000.
With --warnings, seven cases of a hundred have a slip, each of which gives one warning. With --hugo, the same cases are written in the form that Hugo reads.
"""

import argparse
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from words import EMPHASIS, ITEMS, REFERENCE, RUBY, SECTIONS, SUMMARY, TITLES, WORDS

TOP = Path(__file__).resolve().parents[3]
CONTENT = TOP / "content"
SEED = "knowhow"
# In bytes; the front matter adds some 450.
SHORTEST_BODY, LONGEST_BODY = 1100, 3750


class Draw:
    """Draws from a stream of numbers that is the same on every machine and with every version of Python."""

    def __init__(self, key):
        self.number = random.Random(f"{SEED}/{key}").random

    def below(self, limit):
        return int(self.number() * limit)

    def one(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, part):
        return self.number() < part

    def weighted(self, weights, count):
        """The numbers of `count` different entries, each as likely as its weight."""
        weights, drawn = list(weights), []
        for _ in range(count):
            rest = self.number() * sum(weights)
            for index, weight in enumerate(weights):
                rest -= weight
                if weight and rest < 0:
                    break
            drawn.append(index)
            weights[index] = 0
        return sorted(drawn)

    def fill(self, pattern, **given):
        def word(match):
            name = match[1]
            return given[name] if name in given else self.one(WORDS[name.rstrip("2")])

        return re.sub(r"\{([a-z]+2?)\}", word, pattern).replace("{{", "{").replace("}}", "}")


class Vocabulary:
    """A taxonomy's terms, and how often the real cases name them."""

    def __init__(self, folder, key, is_list):
        self.folder, self.key, self.is_list = folder, key, is_list
        terms = sorted((CONTENT / folder).glob("*.md"))
        self.slugs = [path.stem for path in terms]
        self.labels = [re.search(r"^label: (.*)$", path.read_text(encoding="utf-8"), re.M)[1] for path in terms]
        named = [self.named_in(path.read_text(encoding="utf-8")) for path in sorted((CONTENT / "cases").glob("c*.md"))]
        self.counts = [len(labels) for labels in named]
        self.weights = [4 * sum(label in labels for labels in named) + 1 for label in self.labels]

    def named_in(self, text):
        line = re.search(rf"^{self.key}: (.*)$", text, re.M)
        return re.split(r", ", line[1].strip("[]")) if line else []

    def draw(self, draw):
        return draw.weighted(self.weights, draw.one(self.counts))

    def entry(self, numbers):
        labels = ", ".join(self.labels[number] for number in numbers)
        return f"{self.key}: [{labels}]" if self.is_list else f"{self.key}: {labels}"


VOCABULARIES = [
    Vocabulary("categories", "category", False),
    Vocabulary("organizations", "organization", False),
    Vocabulary("actors", "actors", True),
    Vocabulary("disabilities", "disabilities", True),
    Vocabulary("phases", "phases", True),
    Vocabulary("effects", "effects", True),
]


def identifier(number):
    return f"c{number:03d}"


# Each gives one warning: a phone number, an emphasis with a blank in it, kana of half width.
SLIPS = ["問い合わせ先は03-1234-5678です。", "面談では** 記録 **を使います。", "ｼﾞｮﾌﾞｺｰﾁが毎週訪れます。"]


def section(draw, heading, number, size, most):
    """A part of a case: paragraphs, now and then a list, a table, a link to an earlier case, emphasis or ruby."""
    blocks, length = [], 0
    while length < size:
        sentences = [draw.fill(draw.one(SECTIONS[heading])) for _ in range(1 + draw.below(most))]
        if draw.chance(0.05):
            sentences.append(draw.fill(EMPHASIS))
        if draw.chance(0.02):
            sentences.append(draw.fill(RUBY))
        if number > 1 and draw.chance(0.04):
            sentences.append(draw.fill(REFERENCE, file=f"{identifier(1 + draw.below(number - 1))}.md"))
        blocks.append("".join(sentences))
        if draw.chance(0.06):
            blocks.append("\n".join("- " + draw.fill(draw.one(ITEMS)) for _ in range(2 + draw.below(3))))
        if draw.chance(0.01):
            rows = [draw.fill("| {when} | {thing} | {who} |") for _ in range(3)]
            blocks.append("\n".join(["| 時期 | 行ったこと | 担当 |", "|---|---|---|", *rows]))
        length = sum(len(block.encode()) for block in blocks)
    return f"## {heading}\n\n" + "\n\n".join(blocks) + "\n"


class Case:
    def __init__(self, number, titles, is_short):
        draw = Draw(number)
        self.number, self.id = number, identifier(number)
        self.title = draw.fill(draw.one(TITLES))
        while self.title in titles:
            self.title = draw.fill(draw.one(TITLES))
        titles.add(self.title)
        self.terms = [vocabulary.draw(draw) for vocabulary in VOCABULARIES[:5]]
        self.summary = draw.fill(SUMMARY) if draw.chance(0.25) else None
        self.published = date(2015, 4, 1) + timedelta(days=draw.below(3650)) if draw.chance(0.75) else None
        self.updated = None
        if self.published and draw.chance(0.3):
            self.updated = self.published + timedelta(days=1 + draw.below(300))
        size = SHORTEST_BODY + (draw.number() + draw.number() + draw.number()) / 3 * (LONGEST_BODY - SHORTEST_BODY)
        # A short section is one paragraph.
        size, most = (1, 3) if is_short else (size, 4)
        parts = zip(SECTIONS, (0.25, 0.4, 0.2))
        self.body = "\n".join(section(draw, heading, number, size * part, most) for heading, part in parts)
        # Drawn last, so that everything else is as it was before this taxonomy.
        self.terms += [vocabulary.draw(draw) for vocabulary in VOCABULARIES[5:]]

    def own_form(self, has_slip=False):
        lines = ["---", f"title: {self.title}"]
        lines += [vocabulary.entry(terms) for vocabulary, terms in zip(VOCABULARIES, self.terms) if terms]
        lines += [f"summary: {self.summary}"] if self.summary else []
        lines += [f"published: {self.published}"] if self.published else []
        lines += [f"updated: {self.updated}"] if self.updated else []
        slip = ["", SLIPS[self.number % len(SLIPS)], ""] if has_slip else []
        return "\n".join([*lines, "status: published", "---", "", self.body.rstrip("\n"), *slip]) + "\n" * (not slip)

    def hugo_form(self):
        def slugs(number):
            named = [VOCABULARIES[number].slugs[term] for term in self.terms[number]]
            return "[" + ", ".join(named or ["unstated"]) + "]"

        lines = ["---", f'title: "{self.title}"']
        lines += [f"{vocabulary.folder}: {slugs(number)}" for number, vocabulary in enumerate(VOCABULARIES)]
        # Comparison pages and booklet volumes are lists a category, so that Hugo can cut them into pages as well.
        lines += [f"compare: {slugs(0)}", f"booklet: {slugs(0)}"]
        lines += [f"category: {slugs(0)[1:-1]}", f"organization: {slugs(1)[1:-1]}"]
        lines += [f'summary: "{self.summary}"'] if self.summary else []
        lines += [f"date: {self.published}"] if self.published else []
        lines += [f"lastmod: {self.updated}"] if self.updated else []
        return "\n".join([*lines, "---", "", self.body])


def write(path, text):
    path.write_bytes(text.encode())


def prepare(folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("cases", "README.md"))
    (folder / "cases").mkdir()


def prepare_hugo(folder):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "cases").mkdir(parents=True)
    write(folder / "cases" / "_index.md", "---\ntitle: 事例一覧\n---\n")
    for path in sorted((CONTENT / "pages").glob("*.md")):
        shutil.copy(path, folder / path.name)
    for vocabulary in VOCABULARIES:
        for slug, label in zip(vocabulary.slugs, vocabulary.labels):
            source = (CONTENT / vocabulary.folder / f"{slug}.md").read_text(encoding="utf-8")
            body = source.split("\n---\n", 1)[1]
            folders = [vocabulary.folder] + (["compare", "booklet"] if vocabulary.folder == "categories" else [])
            for name in folders:
                target = folder / name / slug
                target.mkdir(parents=True)
                write(target / "_index.md", f'---\ntitle: "{label}"\n---\n{body}')
        if not all(vocabulary.counts):
            (folder / vocabulary.folder / "unstated").mkdir()
            write(folder / vocabulary.folder / "unstated" / "_index.md", "---\ntitle: 記載がない事例\n---\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hugo", type=Path, metavar="FOLDER")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--warnings", action="store_true")
    options = parser.parse_args()
    prepare(options.folder)
    if options.hugo:
        prepare_hugo(options.hugo)
    titles = set()
    for number in range(1, options.count + 1):
        case = Case(number, titles, options.short)
        write(options.folder / "cases" / f"{case.id}.md", case.own_form(options.warnings and number % 100 < 7))
        if options.hugo:
            write(options.hugo / "cases" / f"{case.id}.md", case.hugo_form())


if __name__ == "__main__":
    main()
