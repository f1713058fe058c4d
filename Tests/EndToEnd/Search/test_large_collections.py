"""The search of generated collections, by an index in shards: each query finds the cases with its words and no others."""

import pytest

import collection as collections
import measure
import queries
import searching
from command import generate_content
from web import served

HANDWRITTEN = [
    "ジョブコーチ", "ｼﾞｮﾌﾞｺｰﾁ", "じょぶこーち", "障害", "障がい者", "就労支援", "A型", "職場 実習", "支", "ー", "の", "rpa", "存在しない言葉", "、", "宇宙飛行士 支援",
]


@pytest.fixture(scope="module", params=[2_000, 10_000])
def made(request, tmp_path_factory):
    """The site of a generated collection."""
    folder = tmp_path_factory.mktemp("made")
    return searching.build(folder / "site", generate_content(request.param, folder / "content"))


@pytest.fixture(scope="module", params=["disk", "http"])
def large(request, chromium, made):
    with searching.opened(chromium, made, request.param) as searcher:
        yield searcher


@pytest.fixture(scope="module")
def texts(chromium, made):
    """The normalized texts of every case. They are the same from disk and over HTTP, so they are made once."""
    with searching.opened(chromium, made, "disk") as searcher:
        return searcher.normal_texts(made)


@pytest.fixture(scope="module")
def holders(texts):
    """`holders(forms)` returns the ids of the cases that hold the words, found once for each list of forms."""
    known = {}

    def holders(forms: list[list[str]]) -> set[str]:
        key = str(forms)
        if key not in known:
            known[key] = queries.holders(texts, forms)
        return known[key]

    return holders


@pytest.fixture(scope="module")
def sample(made):
    found = queries.sample({name: fields[1] for name, fields in collections.fields(made).items()})
    assert len(found) >= 100 and {kind for kind, _ in found} == set(queries.KINDS)
    return [query for _, query in found]


def test_every_query_finds_what_holds_its_words(large, made, holders, sample):
    wrong = []
    for query in sample + HANDWRITTEN:
        truth = holders(large.forms(query)) if query != "、" else set()
        result = large.call(
            "await index.search(given).then(({ hits, ...rest }) => ({ ...rest, ids: hits.map((hit) => hit.id) }))",
            {"text": query, "limit": 100_000})
        ids = result["ids"]
        if set(ids) != truth or len(ids) != len(truth) or result["total"] != len(truth) or not result["exact"]:
            wrong.append((query, len(truth), len(ids), result["total"]))
    assert wrong == []


def test_totals_of_the_index_are_near(large, holders, sample):
    """Most of the cases that the index gives for a query, before any text is read, contain its words. Generated texts repeat many
    pairs of characters."""
    right = given = 0
    for query in sample + HANDWRITTEN:
        truth = len(holders(large.forms(query))) if query != "、" else 0
        total = large.search(query, limit=1)["total"]
        assert total >= truth
        right, given = right + truth, given + total
    assert right / given >= 0.9


def test_pages_follow_one_another(large):
    for text in ("職場 実習", "「支援の記録」", "連携"):
        whole = large.ids(text, limit=60)
        assert len(set(whole)) == len(whole)
        pages = [hit["id"] for first in range(0, 60, 7) for hit in large.search(text, first=first, limit=7)["hits"]]
        assert pages[:len(whole)] == whole[:60]


def test_filters_and_counts(large, made):
    filters = {"disabilities": ["", "intellectual"], "phases": ["staying-employed"]}
    for text in ("", "連携"):
        counts = large.call("await (await index.filtering()).counts(index, given)", {"text": text, "filters": filters})
        for key in ("category", "disabilities", "phases"):
            for slug, count in list(counts[key].items())[:6]:
                assert count == large.search(text, {**filters, key: [slug]}, limit=1)["total"], (text, key, slug)


def test_no_words_lists_all_cases_as_their_pages_do(large, made):
    page = (made / "cases/index.html").read_text(encoding="utf-8")
    ids = large.ids("", limit=50)
    places = [page.find(f'{name}.html"') for name in ids]
    assert min(places) >= 0 and places == sorted(places)


def test_a_title_counts_more_than_the_text(large, texts):
    query = "勉強会"
    ids = large.ids(query, limit=20)
    titles = sum(query in texts[name][0] for name in ids)
    everywhere = sum(query in fields[0] for fields in texts.values())
    assert titles / len(ids) >= 5 * everywhere / len(texts)


def loads(page) -> list[str]:
    """The names of the search files that a page requests from now on."""
    names = []
    page.on("request", lambda request: "/search/" in request.url and names.append(request.url.rsplit("/", 1)[-1]))
    return names


def test_cases_without_the_word_are_excluded_before_their_texts_are_loaded(large, chromium):
    """Every other pair of characters of a long word may occur in many cases without the word."""
    page = chromium.new_page()
    page.goto(f"{large.base}search.html")
    names = loads(page)
    found = page.evaluate("async () => (await knowhowSearch.open('./')).search({ text: '「職場定着支援」' })")
    assert found["total"] == 0 and found["exact"]
    assert 0 < sum(name.startswith("t") for name in names) <= 20
    page.close()


def test_a_page_number_beyond_the_results_shows_the_last_page(large, chromium):
    page = chromium.new_page()
    names = loads(page)
    page.goto(f"{large.base}search.html?q=「職場定着支援」&page=99999")
    page.locator("#page-result").filter(has_text="「職場定着支援」を含む事例").wait_for()
    assert sum(name.startswith("t") for name in names) <= 300
    page.close()


def test_numbers_of_choices_are_loaded_when_they_are_seen(large, chromium):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    names = loads(page)
    page.goto(f"{large.base}search.html?q=実習")
    page.locator("#page-result").filter(has_text="件").wait_for()
    facet = page.locator("[data-facet=category]")
    number = facet.locator("[data-count]").first
    assert number.text_content() == "…" and facet.locator(".vacant").count() == 0
    page.locator("[data-filters] > summary").click()
    assert not [name for name in names if name.startswith("f")]
    facet.locator("summary").click()
    page.wait_for_function("(number) => number.textContent !== '…'", arg=number.element_handle())
    slug = facet.locator("input").first.get_attribute("value")
    assert int(number.text_content()) == large.search("実習", {"category": [slug]}, limit=1)["total"]
    assert [name[:2] for name in names if name.startswith("f")] == ["f0"]
    page.locator("#page-search").fill("")
    page.locator(".search-line button").click()
    page.wait_for_function("(number) => number.textContent !== '…'", arg=number.element_handle())
    counts = [int(text.replace(",", "")) for text in facet.locator("[data-count]").all_text_contents()]
    assert sum(counts) == large.search("", limit=1)["total"]
    page.close()


@pytest.mark.parametrize(("query", "goal"), [(measure.SHORT, 45_000), (measure.LONG, 70_000)])
def test_a_first_query_is_light(chromium, made, query, goal):
    """Everything that a phone loads for ten results, compressed, without the page and its style sheets."""
    with served(made) as base:
        packed = measure.first_query(chromium, measure.Ours, base, made, query)[1]
    assert packed <= goal


def test_the_search_has_few_files(made):
    """Texts of several cases share a file, so a large collection has at most one file of the search for two cases."""
    cases = sum(1 for _ in (made / "cases").glob("c*.html"))
    files = sum(1 for path in (made / "search").rglob("*") if path.is_file())
    assert cases >= 2_000 and files <= (cases / 2 if cases >= 10_000 else cases * 0.6)
