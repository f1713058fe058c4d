"""The header: small in narrow windows, with a menu that opens without scripts; and what follows it on the page of a case."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NARROW = (320, 390)
WIDTHS = (*NARROW, 768, 1280)
PAGES = ("index.html", "cases/c003.html", "categories/index.html", "search.html", "booklet.html")
ENTRIES = ["事例一覧", "分野", "取組主体", "関わる人・機関", "障害種別", "局面", "効果", "比べて読む", "冊子・電子書籍"]


@pytest.fixture
def base(site: Path) -> str:
    return site.resolve().as_uri() + "/"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def with_scripts(request) -> bool:
    return request.param


def top(page: Page, selector: str) -> float:
    return page.locator(selector).first.bounding_box()["y"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_leaves_room_for_the_page(open_page, base, with_scripts: bool, width: int, path: str) -> None:
    page = open_page(base, path, viewport={"width": width, "height": 800}, java_script_enabled=with_scripts)
    header = page.locator(".site-header").bounding_box()
    assert header["height"] <= 120 and header["width"] == width
    if path not in ("index.html", "search.html"):
        # One way to the search: a link in narrow windows, a box in others.
        seen = [page.locator(".search-link").is_visible(), page.locator(".search-box").is_visible()]
        assert seen == [width in NARROW, width not in NARROW]
    assert page.locator(".menu summary").is_visible() == (width in NARROW)
    assert page.locator(".menu li").first.is_visible() == (width not in NARROW)
    assert [text.strip() for text in page.locator(".menu li").all_text_contents()] == ENTRIES


@pytest.mark.parametrize("width", NARROW)
def test_the_menu_opens_over_the_page(open_page, base, with_scripts: bool, width: int) -> None:
    page = open_page(
        base, "cases/c003.html", viewport={"width": width, "height": 800}, java_script_enabled=with_scripts)
    before = top(page, "h1")
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    last = page.get_by_role("link", name="冊子・電子書籍", exact=True)
    expect(last).to_be_visible()
    assert top(page, "h1") == before
    for link in page.locator(".menu a").all():
        box = link.bounding_box()
        assert box["width"] >= 44 and box["height"] >= 44
        assert 0 <= box["x"] and box["x"] + box["width"] <= width
    page.keyboard.press("Tab")
    expect(page.locator(".menu a").first).to_be_focused()
    page.locator(".menu summary").click()
    expect(last).to_be_hidden()
    page.locator(".menu summary").click()
    last.click()
    expect(page.locator("h1")).to_contain_text("冊子・電子書籍")


@pytest.mark.parametrize("width", NARROW)
def test_a_case_begins_with_its_text(open_page, base, with_scripts: bool, width: int) -> None:
    """The title and the first section are on the first screen of a phone; the terms come after the sections."""
    page = open_page(
        base, "cases/c003.html", viewport={"width": width, "height": 640}, java_script_enabled=with_scripts)
    sections = [section.bounding_box()["y"] for section in page.locator(".fields > section").all()]
    order = [top(page, "h1"), *sections, top(page, ".facts"), top(page, ".notice")]
    assert len(sections) == 3 and order == sorted(order)
    assert order[0] < 220 and order[1] < 400


def test_a_wide_window_shows_the_terms_beside_the_text(open_page, base) -> None:
    page = open_page(base, "cases/c003.html", viewport={"width": 1280, "height": 800})
    facts, first = page.locator(".facts").bounding_box(), page.locator(".fields > section").first.bounding_box()
    assert abs(facts["y"] - first["y"]) < 20 and facts["x"] > first["x"] + first["width"]
