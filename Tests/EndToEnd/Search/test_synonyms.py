"""Words that mean the same in `content/casebook.yml`: everyday words find the field's, and the page says what else was searched."""

import re
import shutil

import pytest

import searching
from paths import CONTENT

GROUPS = [
    line.split(", ") for line in re.findall(
        r"^    - words: \[(.*)\]$",
        (CONTENT / "casebook.yml").read_text(encoding="utf-8").partition("  synonyms:\n")[2].partition("  related:\n")[0], re.M)
]


@pytest.fixture(scope="module")
def said(tmp_path_factory, chromium):
    """A site in which one case has the first word of each group, in a sentence of its own."""
    folder = tmp_path_factory.mktemp("synonyms")
    content = shutil.copytree(CONTENT, folder / "content")
    names = searching.add_texts(content, [f"「{words[0]}」の話。" for words in GROUPS])
    with searching.opened(chromium, searching.build(folder / "site", content), "disk") as searcher:
        yield searcher, {words[0]: names[f"「{words[0]}」の話。"] for words in GROUPS}


def test_each_word_is_in_one_group():
    assert len(GROUPS) > 10 and all(len(words) > 1 for words in GROUPS)
    everything = [word for words in GROUPS for word in words]
    assert len(everything) == len(set(everything)), "a word is in two groups"


def test_every_word_finds_the_first_of_its_group(said):
    searcher, names = said
    missed = [(words[0], word) for words in GROUPS for word in words if names[words[0]] not in searching.found(searcher, word)]
    assert missed == []


def test_the_page_says_what_else_was_searched(said):
    searcher, _ = said
    for words in GROUPS:
        for word in words:
            named = {other for one in searcher.search(word)["words"] for other in one["alternatives"]}
            # A text that contains a longer name contains the shorter one too.
            others = {other for other in words if not any(part != other and part in other for part in words)} - {word}
            normal = searcher.call("given.map(knowhowSearch.text.normalize)", sorted(others))
            assert set(normal) <= named, (word, named)
