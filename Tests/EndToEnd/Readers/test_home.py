"""The home page opens with what the site is, a search box and the terms; the figure comes after them."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from command import build, generate_content

PHONE = {"width": 390, "height": 844}
ORDER = ["h1", ".lead", ".search-line input", ".ways .terms", ".overview", ".rest", ".site-footer"]


@pytest.fixture
def base(site: Path) -> str:
    return site.resolve().as_uri() + "/"


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("home")
    return build(folder / "site", content=generate_content(2000, folder / "content")).resolve().as_uri() + "/"


def height(page) -> int:
    return page.evaluate("document.documentElement.scrollHeight")


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_order(open_page, base, width: int, with_scripts: bool) -> None:
    page = open_page(base, "index.html", viewport={"width": width, "height": 844}, java_script_enabled=with_scripts)
    places = [page.locator(part).first.bounding_box()["y"] for part in ORDER]
    assert places == sorted(places)
    # The search box is in the first half of the first screen.
    assert places[2] < 422
    assert page.locator(".search-link, .search-box").count() == 0
    summary, table = page.locator(".figure > summary"), page.locator(".overview table")
    assert summary.is_visible() == (width < 1024) and table.is_visible() == (width >= 1024)
    if width < 1024:
        summary.focus()
        page.keyboard.press("Enter")
        expect(table).to_be_visible()


def test_all_terms(open_page, base) -> None:
    page = open_page(base, "index.html", viewport=PHONE)
    taxonomies = page.locator(".ways .split")
    assert taxonomies.locator("h3").all_text_contents() == ["分野", "取組主体", "局面", "障害種別", "関わる人・機関"]
    # Further taxonomies are links.
    others = page.locator(".other-ways a")
    assert [(link.inner_text(), link.get_attribute("href")) for link in others.all()] == [("効果", "effects/index.html")]
    first, disabilities = taxonomies.first, taxonomies.nth(3)
    assert first.locator("li").count() == first.locator("li p").count() == 12
    assert all(text.endswith("。") and text.count("。") == 1 for text in first.locator("li p").all_text_contents())
    assert disabilities.locator("li").count() == 10
    # A term without a case is marked, and has a page.
    vacant = disabilities.locator("li", has_text="知的障害")
    assert "事例なし" in vacant.inner_text()
    vacant.locator("a").click()
    expect(page.locator("h1")).to_contain_text("知的障害")


def test_it_is_short(open_page, base, large: str) -> None:
    page = open_page(base, "index.html", viewport=PHONE)
    assert height(page) <= 4_500
    # Which cases are new, only dates say.
    assert page.locator(".newest").count() == 0
    page = open_page(large, "index.html", viewport=PHONE)
    assert height(page) <= 6_000
    assert page.locator(".newest .case-card").count() == 5
    for terms in page.locator(".newest .case-terms").all():
        assert terms.bounding_box()["height"] < 40


def test_its_form_leads_to_the_results(open_page, base) -> None:
    page = open_page(base, "index.html", viewport=PHONE)
    page.get_by_label("探したい言葉").fill("難病")
    page.keyboard.press("Enter")
    expect(page.locator("#page-result")).to_have_text("「難病」を含む事例：1件")
