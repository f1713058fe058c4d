"""The order of the results: by relevance, by number, and by date where cases have dates."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from command import build
from paths import CONTENT
from walks import found, status
from web import served

# In the order of their dates, the latest first; the other cases have none.
DATES = {
    "c010": "published: 2026-01-05\nupdated: 2026-09-10", "c017": "published: 2026-08-01", "c003": "published: 2026-04-01",
    "c004": "published: 2025-12-31",
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    """The address of a site where some cases have dates, at a host."""
    folder = tmp_path_factory.mktemp("dated")
    shutil.copytree(CONTENT, folder / "content")
    for name, dates in DATES.items():
        file = folder / f"content/cases/{name}.md"
        file.write_text(file.read_text(encoding="utf-8").replace(
            "status: published", f"status: published\n{dates}"), encoding="utf-8")
    with served(build(folder / "site", content=folder / "content")) as address:
        yield address


def ids(page: Page) -> list[str]:
    addresses = page.locator("[data-results] ol h3 a").evaluate_all("links => links.map((link) => link.pathname)")
    return [re.search(r"([^/]+)\.html$", address)[1] for address in addresses]


def test_results_are_sorted_by_number(open_page, base) -> None:
    page = open_page(base, "search.html?q=ジョブコーチ")
    found(page, "「ジョブコーチ」を含む事例：6件")
    best = ids(page)
    select = page.get_by_label("並び順")
    expect(select).to_have_value("")
    assert select.locator("option").all_inner_texts() == ["関連の深い順", "番号順"]
    assert select.bounding_box()["height"] >= 44
    select.focus()
    select.select_option("number")
    expect(page.locator("[data-results] ol h3 a").first).to_have_attribute("href", re.compile(f"{min(best)}.html"))
    assert ids(page) == sorted(best) != best
    # The choice keeps the focus, and is announced.
    expect(select).to_be_focused()
    expect(select).to_have_value("number")
    assert status(page).endswith("6件。番号順に並べました。")
    # It stays for other queries of the page.
    page.locator("#page-search").fill("支援")
    page.keyboard.press("Enter")
    expect(page.locator("#page-result")).to_contain_text("「支援」を含む事例")
    assert ids(page) == sorted(ids(page))
    expect(select).to_have_value("number")
    select.select_option("")
    page.locator("#page-search").fill("ジョブコーチ")
    page.keyboard.press("Enter")
    found(page, "「ジョブコーチ」を含む事例：6件")
    assert ids(page) == best


def test_one_result_has_no_order(open_page, base) -> None:
    page = open_page(base, "search.html?q=難病")
    found(page, "「難病」を含む事例：1件")
    page.wait_for_timeout(1500)
    assert page.locator(".sort").count() == 0


def test_filtered_cases_are_in_the_order_of_the_list(open_page, base) -> None:
    page = open_page(base, "cases/index.html?phases=staying-employed")
    select = page.get_by_label("並び順")
    expect(select.locator("option").first).to_have_text("一覧の順")
    select.select_option("number")
    expect(select).to_be_focused()
    assert ids(page) == sorted(ids(page)) and len(ids(page)) > 2


def test_results_are_sorted_by_date_where_cases_have_dates(open_page, dated: str) -> None:
    page = open_page(dated, "search.html?q=ジョブコーチ")
    found(page, "「ジョブコーチ」を含む事例：6件")
    best = ids(page)
    select = page.get_by_label("並び順")
    expect(select).to_have_value("")
    assert select.locator("option").all_inner_texts() == ["関連の深い順", "新しい順", "番号順"]
    select.select_option("date")
    expect(select).to_be_focused()
    assert status(page).endswith("6件。新しい順に並べました。")
    with_date = [name for name in DATES if name in best]
    assert len(with_date) >= 3
    # Those without a date stay in the order of relevance.
    assert ids(page) == with_date + [name for name in best if name not in DATES]


def test_dates_that_do_not_arrive(open_page, dated: str) -> None:
    page = open_page(dated, "search.html?q=ジョブコーチ")
    found(page, "「ジョブコーチ」を含む事例：6件")
    best = ids(page)
    page.route("**/search/*/d0-*.js", lambda route: route.abort())
    page.get_by_label("並び順").select_option("date")
    expect(page.locator("#page-result")).to_have_text("検索できませんでした")
    page.unroute("**/search/*/d0-*.js")
    page.locator("#page-search").press("Enter")
    found(page, "「ジョブコーチ」を含む事例：6件")
    assert ids(page) == best
    expect(page.get_by_label("並び順")).to_have_value("")
    # The file that did not arrive.
    page.problems.clear()
