"""How pages are set: where titles break, columns as wide as the page, buttons, the skip link, and lists that differ at a glance."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

WIDTHS = (320, 390, 768, 1280)

# The lines of an element's text, by the positions of its letters
LINES = """element => {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let last = null;
  while (walker.nextNode()) {
    for (let index = 0; index < walker.currentNode.length; index += 1) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      if (last === null || box.top > last + box.height / 2) lines.push('');
      last = box.top;
      lines[lines.length - 1] += walker.currentNode.data[index];
    }
  }
  return lines;
}"""


@pytest.fixture
def base(site: Path) -> str:
    return site.resolve().as_uri() + "/"


def left_and_right(page: Page, selector: str) -> list[tuple[int, int]]:
    boxes = [element.bounding_box() for element in page.locator(selector).all()]
    return [(round(box["x"]), round(box["x"] + box["width"])) for box in boxes]


@pytest.mark.parametrize("width", WIDTHS)
def test_titles_break_before_by(open_page, base, site: Path, width: int) -> None:
    page = open_page(base, "booklet.html", viewport={"width": width, "height": 800})
    titles = [element.evaluate(LINES) for element in page.locator(".booklet-case h3").all()]
    assert len(titles) == len(list((site / "cases").glob("c*.html")))
    for lines in titles:
        for line, following in zip(lines, lines[1:]):
            assert not re.search("(に|によ|によっ)$", line) or not re.match("(よ)?[っりる]", following), lines
    assert any(len(lines) > 1 for lines in titles) or width == 1280


@pytest.mark.parametrize("path", ["data/index.html", "booklet.html", "compare/index.html"])
def test_columns_reach_the_edges_of_the_page(open_page, base, path: str) -> None:
    """What the page consists of begins and ends where its header does."""
    page = open_page(base, path, viewport={"width": 1280, "height": 800})
    (header,) = left_and_right(page, ".brand")
    (search,) = left_and_right(page, ".search-box")
    parts = left_and_right(page, "main > :is(.split, .notice, .contents, .part, .book-index, .siblings)")
    assert parts and set(parts) == {(header[0], search[1])}


def test_filled_buttons_are_not_underlined(open_page, base) -> None:
    for path in ("index.html", "404.html", "call.html", "booklet.html", "disabilities/index.html", "organizations/index.html"):
        page = open_page(base, path, viewport={"width": 1280, "height": 800})
        for element in page.locator(".button, button").all():
            assert element.evaluate("element => getComputedStyle(element).textDecorationLine") == "none", path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_behind_the_skip_link(open_page, base, width: int, scheme: str) -> None:
    page = open_page(base, "cases/c003.html", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.keyboard.press("Tab")
    skip = page.locator(".skip").bounding_box()
    assert page.evaluate("document.activeElement.className") == "skip" and skip["height"] >= 40
    for element in page.locator(".site-header, .brand, .search-link, .search-box, .menu").all():
        if element.is_visible():
            assert element.bounding_box()["y"] >= skip["y"] + skip["height"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page-main"


def test_the_index_of_comparisons_shows_cases_side_by_side(open_page, base) -> None:
    """Terms with several cases come first, each with its cases; those with one, which cannot be compared, after them."""
    page = open_page(base, "compare/index.html", viewport={"width": 1280, "height": 800})
    for part in page.locator(".split").all():
        cases = part.locator(".side-by-side li").all()
        count = int(re.search(r"\d+", part.locator(".count").text_content())[0])
        assert 2 <= len(cases) == min(count, 4)
        assert len({case.bounding_box()["y"] for case in cases}) == 1
        part_link = part.get_by_role("link").get_attribute("href")
        followed = open_page(base, "compare/" + part_link.split("/")[-1])
        assert followed.locator(".compare tbody tr").count() == count
    assert all(text == "1件" for text in page.locator(".siblings .count").all_text_contents())
