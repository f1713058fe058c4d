"""The order of the results: by relevance or by number."""

import re

from playwright.sync_api import Page, expect

from walks import found, status


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
