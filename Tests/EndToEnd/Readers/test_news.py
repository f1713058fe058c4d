"""The news, and the feeds of terms: where cases have dates."""

import re
import shutil
from pathlib import Path

import feedparser
import pytest

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from command import build
from paths import CONTENT

BASE = "https://jirei.test/k/"
DATES = {
    "c001": "published: 2026-04-01\nupdated: 2026-09-10",
    "c002": "published: 2026-04-01",
    "c005": "published: 2026-05-12\nupdated: 2026-05-12",
    "c008": "status: withdrawn\npublished: 2026-04-01\nupdated: 2026-10-20",
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    shutil.copytree(CONTENT, folder / "content")
    for name, dates in DATES.items():
        file = folder / f"content/cases/{name}.md"
        file.write_text(
            file.read_text(encoding="utf-8").replace(
                "status: published", dates if "status" in dates else f"status: published\n{dates}"), encoding="utf-8")
    return build(folder / "site", "--base-url", BASE, content=folder / "content")


@pytest.fixture
def base(dated: Path) -> str:
    return dated.resolve().as_uri() + "/"


def test_what_happened_by_month(open_page, base: str) -> None:
    page = open_page(base, "news.html")
    assert page.locator("main h2").all_inner_texts() == ["2026年10月", "2026年9月", "2026年5月", "2026年4月"]
    found = [
        (item.locator(".reason").inner_text(), item.locator("time").get_attribute("datetime"),
         item.locator("a").get_attribute("href"))
        for item in page.locator("main .related li").all()]
    assert found == [
        ("取り下げ", "2026-10-20", "cases/c008.html"), ("更新", "2026-09-10", "cases/c001.html"),
        ("公開", "2026-05-12", "cases/c005.html"), ("公開", "2026-04-01", "cases/c002.html"),
        ("公開", "2026-04-01", "cases/c001.html")]
    page.locator("main .related a").first.click()
    assert "取り下げ" in page.locator(".status-line").inner_text()


def test_ways_to_it(open_page, base: str, site: Path) -> None:
    for path in ["index.html", "cases/c003.html", "about.html"]:
        page = open_page(base, path)
        page.get_by_role("contentinfo").get_by_role("link", name="更新情報").click()
        assert page.locator("h1").inner_text() == "更新情報"
    page = open_page(base, "index.html", viewport={"width": 390, "height": 844})
    way = page.locator(".newest .to-news a")
    assert way.bounding_box()["height"] >= 44
    way.click()
    assert page.locator("h1").inner_text() == "更新情報"
    # Without dates there is none.
    assert not (site / "news.html").exists()
    assert open_page(site.resolve().as_uri() + "/", "index.html").get_by_text("更新情報").count() == 0


@pytest.mark.parametrize(("scheme", "viewport"), LOOKS)
@pytest.mark.parametrize("path", ["news.html", "organizations/employment-transition.html"])
def test_axe(open_page, base: str, path: str, scheme: str, viewport: dict) -> None:
    page = open_page(base, path, color_scheme=scheme, viewport=viewport)
    page.evaluate(AXE)
    assert violations(page.evaluate(RUN, axe_options()), scheme) == []
    for link in page.locator(".feeds a, .to-feed a").all():
        box = link.bounding_box()
        assert box["height"] >= 44 and box["x"] + box["width"] <= viewport["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_the_feed_of_a_term(open_page, base: str, dated: Path) -> None:
    page = open_page(base, "disabilities/intractable-disease.html")
    own = [link.get_attribute("href") for link in page.locator("head link[rel=alternate]").all()]
    assert own == ["../feed.xml", "../feed.json", "../disabilities/intractable-disease.xml"]
    assert page.locator(".to-feed a").get_attribute("href") == own[-1]
    feed = feedparser.parse(dated / "disabilities/intractable-disease.xml")
    assert feed.bozo == 0 and feed.version == "atom10" and feed.feed.id == BASE + "disabilities/intractable-disease.xml"
    assert [entry.id for entry in feed.entries] == [BASE + "cases/c001.html"]
    # Every feed is named by the page of its term, and by no other.
    feeds = {path.relative_to(dated).with_suffix("") for path in dated.glob("*/*.xml")}
    named = {
        path.relative_to(dated).with_suffix("") for path in dated.glob("*/*.html")
        if re.search(r'<link rel="alternate"[^>]*href="\.\./[a-z-]+/', path.read_text(encoding="utf-8"))}
    assert feeds and named == feeds
    assert open_page(base, "disabilities/visual.html").locator(".to-feed").count() == 0
