"""Words that mean the same in `content/casebook.yml`: everyday words find the field's, and the page says what else was searched."""

import re
import shutil

import pytest

import searching
from paths import CONTENT

# Each group: the words that find each other, and those that they find as well.
GROUPS = [
    (words.split(", "), also.split(", ") if also else []) for words, also in re.findall(
        r"^    - words: \[(.*)\]$(?:\n      also: \[(.*)\]$)?",
        (CONTENT / "casebook.yml").read_text(encoding="utf-8").partition("  synonyms:\n")[2].partition("  related:\n")[0], re.M)
]
PAIRS = sum(len(words) * (len(words) - 1) // 2 + len(words) * len(also) for words, also in GROUPS)


def text(word: str) -> str:
    """A sentence with the word and nothing else that is searched for."""
    return f"「{word}」。"


@pytest.fixture(scope="module")
def said(tmp_path_factory, chromium):
    """A site in which one case has each word, in a sentence of its own."""
    folder = tmp_path_factory.mktemp("synonyms")
    content = shutil.copytree(CONTENT, folder / "content")
    texts = [text(word) for words, also in GROUPS for word in words + also]
    names = searching.add_texts(content, list(dict.fromkeys(texts)))
    with searching.opened(chromium, searching.build(folder / "site", content), "disk") as searcher:
        yield searcher, names


def test_there_are_enough_and_each_word_is_in_one_group():
    assert len(GROUPS) >= 60 and PAIRS >= 60
    everything = [word for words, _ in GROUPS for word in words]
    assert len(everything) == len(set(everything)), "a word is in two groups"


def test_every_word_finds_the_others_of_its_group(said):
    searcher, names = said
    missed = []
    for words, also in GROUPS:
        for word in words:
            found = searching.found(searcher, word)
            missed += [(word, other) for other in words + also if names[text(other)] not in found]
    assert missed == []


def test_what_is_also_searched_does_not_find_the_words(said):
    """うつ病 finds 精神障害, but 精神障害 finds no うつ病."""
    searcher, names = said
    everything = {word for words, _ in GROUPS for word in words}
    wrong = []
    for words, also in GROUPS:
        for wide in set(also) - everything:
            found = searching.found(searcher, wide)
            wrong += [(wide, word) for word in words if wide not in word and names[text(word)] in found]
    assert wrong == []


def test_the_page_says_what_else_was_searched_as_it_is_written(said):
    searcher, _ = said
    for words, also in GROUPS:
        for word in words:
            [one] = searcher.search(word)["words"]
            named = {one["text"], *one["alternatives"]}
            others = set(words + also)
            missing = {other for other in others - named if not any(part in other for part in named)}
            normal = searcher.call("given.map(knowhowSearch.text.normalize)", sorted(missing))
            known = searcher.call("given.map(knowhowSearch.text.normalize)", sorted(named))
            assert all(any(part in other for part in known) for other in normal), (word, missing)


def test_names_are_shown_with_their_signs(said):
    searcher, _ = said
    [word] = searcher.search("ナカポツ")["words"]
    assert "就業・生活支援センター" in word["alternatives"]


@pytest.mark.parametrize(("query", "never"), [
    # The end of one word is the beginning of the other.
    ("職場定着支援", "支援支援"), ("職場定着支援", "職場職場"),
    # A word is only a part of another one.
    ("うつわ", "鬱わ"), ("うつる", "鬱る"), ("ハローワークインターネットサービス", "職安インターネット"), ("PCR検査", "パソコンR"), ("RPAS", "自動化S"),
    # What is searched as well is searched for whole words.
    ("うつ病の会", "精神障害の会"),
])
def test_parts_of_other_words_are_not_replaced(said, query, never):
    searcher, _ = said
    assert not [form for forms in searcher.forms(query) for form in forms[1:] if searcher.call("knowhowSearch.text.normalize(given)", never) in form]


@pytest.mark.parametrize(("query", "other"), [
    ("うつ病の復職", "うつ病の職場復帰"), ("精神障がい者", "精神障害者"), ("ハローワークの求人", "職安の求人"), ("お給料", "工賃"),
])
def test_words_in_longer_words_are_replaced(said, query, other):
    searcher, _ = said
    assert other in searcher.forms(query)[0]
