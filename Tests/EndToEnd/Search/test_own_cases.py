"""The search of the cases of `content/`, compared with a plain search of their texts."""

import json

import pytest

import measure
import queries
from web import served

HANDWRITTEN = [
    "ジョブコーチ", "ｼﾞｮﾌﾞｺｰﾁ", "じょぶこーち", "障害", "障がい", "難病", "就労支援", "A型", "Ａ 型", "RPA", "rpa", "企業 実習", "「就労移行」",
    "支", "の", "精神障害", "発達障害", "特別支援学校 教員", "体調", "見学", "存在しない言葉",
]


@pytest.fixture(scope="module")
def texts(searcher, site) -> dict[str, list[str]]:
    return searcher.normal_texts(site)


@pytest.mark.parametrize("query", HANDWRITTEN)
def test_finds_the_cases_with_the_words(searcher, texts, query):
    truth = queries.holders(texts, searcher.forms(query))
    result = searcher.search(query, limit=100)
    assert {hit["id"] for hit in result["hits"]} == truth
    assert result["total"] == len(truth) and result["exact"]


def test_marks_what_was_found(searcher):
    hit = searcher.search("ｼﾞｮﾌﾞｺｰﾁ")["hits"][0]
    marked = [part["text"] for line in hit["excerpt"] for part in line if part["marked"]]
    assert marked and set(marked) <= {"ジョブコーチ", "職場適応援助者"}


def test_no_space_between_sentences(searcher):
    lines = ["".join(part["text"] for part in line) for hit in searcher.search("支援", limit=100)["hits"] for line in hit["excerpt"]]
    assert any("。" in line[:-1] for line in lines)
    assert not [line for line in lines if "\n" in line or "。 " in line or "。\u3000" in line]


def test_names_that_hold_another_are_not_looked_up(searcher):
    [forms] = searcher.forms("ジョブコーチ")
    assert "職場適応援助者" in forms and not [form for form in forms[1:] if "ジョブコーチ" in form]
    [forms] = searcher.forms("企業内ジョブコーチ")
    assert "ジョブコーチ" in forms


def test_no_words_lists_all_cases_as_their_page_does(searcher, collection, site):
    page = (site / "cases/index.html").read_text(encoding="utf-8")
    ids = searcher.ids("")
    assert len(ids) == len(collection["cases"]) == 17
    places = [page.index(f'"{name}.html"') if f'"{name}.html"' in page else page.index(f"cases/{name}.html") for name in ids]
    assert places == sorted(places)


def test_filters_and_counts(searcher, collection):
    result = searcher.search("", {"disabilities": [""]})
    truth = {case["id"] for case in collection["cases"] if not case["terms"]["disabilities"]}
    assert {hit["id"] for hit in result["hits"]} <= truth and result["total"] == len(truth) == 11
    both = searcher.ids("", {"disabilities": ["", "intractable-disease"], "phases": ["staying-employed"]})
    assert set(both) == {
        case["id"] for case in collection["cases"]
        if (not case["terms"]["disabilities"] or "intractable-disease" in case["terms"]["disabilities"])
        and "staying-employed" in case["terms"]["phases"]}
    counts = searcher.call("await (await index.filtering()).counts(index, given)", {"text": "", "filters": {"phases": ["staying-employed"]}})
    for taxonomy in collection["taxonomies"]:
        for slug in ["", *(term["slug"] for term in taxonomy["terms"])]:
            filters = {"phases": ["staying-employed"], taxonomy["key"]: [slug]}
            assert counts[taxonomy["key"]][slug] == len(searcher.ids("", filters)), (taxonomy["key"], slug)


def test_unknown_filter_finds_nothing(searcher):
    assert searcher.search("", {"category": ["no-such"]})["total"] == 0
    assert searcher.search("", {"no-such": ["x"]})["total"] == 17


@pytest.mark.parametrize("query", [
    "ジョブコーチ 宇宙飛行士", "ジョブコーチング", "難病患者就職サポーターズ", "雇用 就労 存在しない",
])
def test_suggestions_find_something(searcher, site, query):
    suggestions = searcher.call("(await index.more(), await knowhowSearch.suggestions(index, given))", query)
    assert suggestions
    for suggestion in suggestions:
        if suggestion["kind"] == "term":
            assert (site / suggestion["address"].partition("#")[0]).is_file()
        else:
            assert searcher.search(suggestion["text"])["total"] > 0


def test_names_of_the_glossary_mean_the_same(searcher):
    found = searcher.search("一般就労")
    assert found["words"][0]["alternatives"] [0] == "一般就業" and found["total"] > 0


def test_words_of_nothing_but_signs_mean_nothing(searcher):
    data = {"synonyms": [["、", "野家"], ["C++", "。"]], "related": []}
    words = searcher.call("knowhowSearch.words.parse('吉野家', given, [])", data)
    assert [alternative["text"] for word in words for alternative in word["alternatives"]] == ["吉野家"]


def test_suggestions_leave_no_particle_at_the_edge(searcher):
    texts = [suggestion["text"] for suggestion in searcher.call("(await index.more(), await knowhowSearch.suggestions(index, given))", "宇宙飛行士の支援")]
    assert "支援" in texts and "の支援" not in texts


@pytest.mark.parametrize("query", [
    "あ" * 10_000, "a b " * 3_000, "\ud800", "就労\udfff支援", "(.*)+[", "\\", "、。！", "🎉👩‍💻", "\"", "「", "「」", "\"\"", "\0", " ", "__proto__",
    "constructor",
])
def test_hostile_queries(searcher, query):
    # As JSON in ASCII, for the sake of halves of surrogate pairs.
    result = searcher.call("await index.search({ text: JSON.parse(given) })", json.dumps(query))
    assert set(result) == {"total", "exact", "hits", "words", "answers"}
    if query in ("、。！", "🎉👩‍💻", "「」", "\ud800"):
        assert result["total"] == 0
    searcher.call("await (await index.filtering()).counts(index, { text: given })", "\\([")


def test_a_missing_file_is_reported(searcher):
    kind = searcher.call("await knowhowSearch.open('./no-such/').catch((error) => error.kind)")
    assert kind == "missing"


def test_a_first_query_is_light(chromium, site):
    """Everything that a phone loads for a first answer, compressed, without the page and its style sheets."""
    with served(site) as base:
        packed = measure.first_query(chromium, measure.Ours, base, site, measure.LONG)[1]
    assert packed <= 20_000


@pytest.mark.parametrize("shift", range(4))
def test_excerpts_cut_no_character_in_two(searcher, shift):
    """Characters outside the basic plane are two code units, and an excerpt may begin or end between them."""
    text = "𠀋" * 60 + "a" * shift + "支援" + "b" * shift + "🙂" * 60
    for margin in (39, 40, 41):
        lines = searcher.call(
            "knowhowSearch.text.excerpts(given[0], [{ text: '支援' }], given[1]).map((line) => line.map((part) => part.text))",
            [text, margin])
        whole = "".join(part for line in lines for part in line)
        assert whole.isprintable() and not any(0xD800 <= ord(character) < 0xE000 for character in whole)
        assert whole.strip("…") in text and "支援" in whole and margin - 1 <= 2 * whole.count("𠀋") + shift <= margin + 1


def test_the_beginning_of_a_text_cuts_no_character_in_two(searcher):
    for margin in (39, 40, 41):
        [[part, _]] = searcher.call("knowhowSearch.text.excerpts(given[0], [], given[1])", ["a" + "𠀋" * 60, margin])
        assert part["text"].startswith("a𠀋") and not any(0xD800 <= ord(character) < 0xE000 for character in part["text"])
