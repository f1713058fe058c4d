"""Collections on both sides of the limits: 200 cases are searched in one file, 201 by an index; lists have pages of 50."""

import json
import re

import pytest
from playwright.sync_api import expect

import collection as collections
import queries
import searching
from command import generate_content
from web import served

BOX = "#page-search"
RESULT = "#page-result"


@pytest.fixture(scope="module", params=[200, 201])
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"of-{request.param}")
    return request.param, searching.build(folder / "site", generate_content(request.param, folder / "content"))


@pytest.fixture(scope="module")
def searched(made, chromium):
    with searching.opened(chromium, made[1], "disk") as searcher:
        yield searcher


def test_the_limit_is_two_hundred(made):
    count, site = made
    root = (site / "search/index.js").read_text(encoding="utf-8")
    assert ('"texts":"' in root and '"index":{' not in root) == (count == 200)
    assert f'"count":{count},' in root
    pages = (site / "search.html").read_text(encoding="utf-8")
    assert ("assets/search-index-" in pages) == (count == 201)


def test_every_case_is_found_once(made, searched):
    count, site = made
    everything = searched.ids("")
    assert len(everything) == len(set(everything)) == count
    texts = searched.normal_texts(site)
    for query in ("支援", "職場 実習", "ジョブコーチ", "の"):
        result = searched.search(query, limit=1000)
        found = [hit["id"] for hit in result["hits"]]
        truth = queries.holders(texts, searched.forms(query))
        assert len(found) == len(set(found)) == result["total"] and set(found) == truth and result["exact"]
    pages = [hit["id"] for first in range(0, count + 10, 10) for hit in searched.search("", first=first)["hits"]]
    assert pages == everything


def test_lists_have_every_case(made):
    count, site = made
    names = set(collections.fields(site))
    assert len(names) == count == len(json.loads((site / "data/cases.json").read_text(encoding="utf-8"))["cases"])
    shown = []
    for page in sorted(site.glob("cases/index*.html")):
        shown += re.findall(r'<h3><a href="\.\./cases/([^"/]+)\.html"', page.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(names)


def test_the_last_page_of_results(made, chromium):
    count, site = made
    with served(site) as base:
        page = chromium.new_page()
        page.goto(f"{base}search.html?q=の&page=999")
        page.locator(RESULT).wait_for()
        total = int(re.search(r"：([0-9]+)件$", page.locator(RESULT).inner_text())[1])
        last = page.locator(".pagination [aria-current]").inner_text().split("：")[-1]
        assert int(last) == -(-total // 10)
        assert page.locator(".case-cards > li").count() == total - 10 * (int(last) - 1)
        page.close()


@pytest.fixture
def page(made, chromium):
    with served(made[1]) as base:
        page = chromium.new_page(reduced_motion="reduce")
        page.base = base
        yield page
        page.close()


def test_a_file_that_fails_and_then_arrives(made, page):
    """A search that failed works again as soon as its files can be loaded."""
    for kind in ("t", "s" if made[0] > 200 else "t"):
        page.goto(page.base + "search.html")
        failing = re.compile(rf"/search/[0-9a-v]/{kind}[0-9]")
        page.route(failing, lambda route: route.abort())
        page.locator(BOX).fill("実習")
        page.keyboard.press("Enter")
        expect(page.locator(RESULT)).to_have_text("検索できませんでした")
        page.unroute(failing)
        page.locator(BOX).fill("実習 ")
        page.keyboard.press("Enter")
        expect(page.locator(RESULT)).to_have_text(re.compile("^「実習」を含む事例：[0-9]+件$"))
        assert page.locator(".case-cards > li").count() == 10


def holding(page):
    """Holds the requests for files of the search; returns them, and a function that says whether further ones are held."""
    held, is_holding = [], [True]

    def answer(route) -> None:
        if is_holding[0]:
            held.append(route)
        else:
            route.continue_()

    page.route(re.compile(r"/search/[0-9a-v]/"), answer)
    return held, lambda value: is_holding.__setitem__(0, value)


def test_answers_that_arrive_out_of_order(made, page):
    """Only the last query is answered, whichever answer arrives last."""
    page.goto(page.base + "search.html")
    held, hold = holding(page)
    page.locator(BOX).fill("実習")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert held
    first = list(held)
    hold(False)
    page.locator(BOX).fill("面接")
    page.keyboard.press("Enter")
    if made[0] > 200:
        # Its own files arrive at once; those of the first query later.
        page.wait_for_timeout(300)
    for route in first:
        route.continue_()
    expect(page.locator(RESULT)).to_have_text(re.compile("^「面接」を含む事例"))
    page.wait_for_timeout(500)
    expect(page.locator(RESULT)).to_have_text(re.compile("^「面接」を含む事例"))
    assert "面接" in page.title() and page.url.endswith("?q=%E9%9D%A2%E6%8E%A5")


def test_an_error_that_arrives_late_is_not_shown(made, page):
    page.goto(page.base + "search.html")
    held, hold = holding(page)
    page.locator(BOX).fill("実習")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    hold(False)
    page.locator(BOX).fill("")
    page.keyboard.press("Enter")
    for route in held:
        route.abort()
    page.wait_for_timeout(500)
    expect(page.locator("[data-results]")).to_be_hidden()
    expect(page.locator("[data-rest]")).to_be_visible()
