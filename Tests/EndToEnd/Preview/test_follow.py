"""A page in a browser updates when its sources change, and keeps its scroll position."""

import pytest
from playwright.sync_api import Browser

from running import Preview

CASE = "content/cases/c001.md"


@pytest.fixture
def page(preview: Preview, chromium: Browser):
    page = chromium.new_page(viewport={"width": 900, "height": 300})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{preview.base}cases/c001.html")
    yield page
    assert errors == []
    assert all(url.startswith(preview.base) for url in requested)
    page.close()


def test_an_edit_appears_and_the_scroll_position_is_kept(preview: Preview, page):
    page.wait_for_timeout(300)
    page.evaluate("scrollTo(0, 200)")
    page.wait_for_timeout(100)
    place = page.evaluate("scrollY")
    assert place > 50
    file = preview.folder / CASE
    file.write_text(file.read_text().replace("行目です", "行目、直しました"))
    page.get_by_text("直しました").wait_for(state="attached", timeout=5_000)
    page.wait_for_timeout(200)
    assert abs(page.evaluate("scrollY") - place) <= 2


def test_problems_are_shown_over_the_page_until_they_are_fixed(preview: Preview, page):
    page.wait_for_timeout(300)
    file = preview.folder / CASE
    text = file.read_text()
    file.write_text(text.replace("category: 情報提供", "category：情報提響"))
    panel = page.locator("#knowhow-preview")
    panel.wait_for(timeout=5_000)
    shown = panel.inner_text()
    assert "エラー" in shown and "c001.md:3" in shown and "直すまで" in shown
    assert page.get_by_role("heading", level=1).is_visible()
    assert panel.get_attribute("role") == "alert"
    file.write_text(text)
    panel.wait_for(state="detached", timeout=5_000)
