"""The overview on the home page: the numbers of a large collection fit on screens, and it prints on one page."""

import re
import subprocess

import pytest
from playwright.sync_api import Page

from command import build, generate_content

# What a collection of some thousand cases counts.
FILL = """() => {
  const fill = (places, number) => document.querySelectorAll(places).forEach(place => place.firstChild.data = number);
  fill('.overview td .cell-count', '999');
  fill('.overview tbody .total', '9999');
  fill('.overview tfoot td', '9999');
}"""
# Numbers that do not fit into their cells, or on one line.
TIGHT = """() => [...document.querySelectorAll('.overview td .cell-count, .overview .total, .overview tfoot td')].filter(place => {
  const text = document.createRange();
  text.selectNode(place.firstChild);
  const [inner, outer] = [text.getBoundingClientRect(), place.getBoundingClientRect()];
  return text.getClientRects().length > 1 || inner.left < outer.left - 1 || inner.right > outer.right + 1;
}).map(place => place.outerHTML)"""


def unfold(page: Page) -> None:
    """The figure is folded in narrow windows."""
    summary = page.locator(".figure > summary")
    if summary.is_visible():
        summary.click()


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """The site of a generated casebook with cases in every row and column."""
    folder = tmp_path_factory.mktemp("overview")
    return build(folder / "site", content=generate_content(1000, folder / "content"))


@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
def test_large_numbers_fit(open_page, full, width: int) -> None:
    page = open_page(full.resolve().as_uri() + "/", "index.html", viewport={"width": width, "height": 900})
    unfold(page)
    page.evaluate(FILL)
    assert page.evaluate(TIGHT) == []


def test_the_figure_is_printed_on_one_sheet(open_page, full, tmp_path) -> None:
    page = open_page(full.resolve().as_uri() + "/", "index.html")
    page.evaluate(FILL)
    page.pdf(path=tmp_path / "home.pdf", format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "home.pdf", "-"], capture_output=True, text=True, check=True)
    sheets = [sheet for sheet in text.stdout.split("\f") if "9999" in sheet]
    assert len(sheets) == 1
    assert len(re.findall("9999", sheets[0])) == page.locator(".overview .total, .overview tfoot td").count() - 1


@pytest.mark.parametrize("width", [320, 1280])
def test_the_figure_is_passed_with_one_step(open_page, full, width: int) -> None:
    """It has a link a cell: who reads by keyboard need not step through all."""
    page = open_page(full.resolve().as_uri() + "/", "index.html", viewport={"width": width, "height": 900})
    unfold(page)
    way = page.get_by_role("link", name="図を読み飛ばす")
    page.locator(".figure > summary" if width == 320 else ".ways a").last.focus()
    page.keyboard.press("Tab")
    assert way.evaluate("(link) => link === document.activeElement && getComputedStyle(link.parentElement).clipPath === 'none'")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.rest') !== null")
