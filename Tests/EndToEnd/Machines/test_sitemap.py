"""sitemap.xml by the protocol of sitemaps.org, robots.txt, and the file that GitHub Pages looks for."""

import re
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import page_heads
from casebooks import BASE, FIXTURE, REAL

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def entries(site: Path) -> dict[str, str | None]:
    """The addresses of a sitemap with their days; fails where the structure is not the protocol's."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    assert root.tag == f"{NAMESPACE}urlset"
    assert 0 < len(root) <= 50_000
    found = {}
    for url in root:
        names = [child.tag.removeprefix(NAMESPACE) for child in url]
        assert url.tag == f"{NAMESPACE}url" and names in (["loc"], ["loc", "lastmod"])
        address = url[0].text
        assert address and len(address) < 2_048 and address not in found
        found[address] = url[1].text if len(url) > 1 else None
    return found


def test_every_page_to_be_indexed_is_named(site: Path) -> None:
    indexed = [path for path, head in page_heads.read_all(site).items() if not head.is_hidden and not head.refreshes]
    assert list(entries(site)) == [BASE + path for path in sorted(indexed)]


def test_days_are_those_of_the_front_matter(site: Path, fixture_site: Path) -> None:
    days = {address.removeprefix(BASE): day for address, day in entries(site).items() if day}
    assert all(DAY.fullmatch(day) for day in days.values())
    if site == fixture_site:
        assert days == {"about.html": "2026-04-01", "cases/c001.html": "2026-05-02", "easy/c001.html": "2026-05-03"}


def test_robots(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="ascii").splitlines())
    assert robots.can_fetch("anything", BASE + "cases/c001.html")
    assert robots.site_maps() == [BASE + "sitemap.xml"]


def test_without_a_base_url(built) -> None:
    site = built(REAL)
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="ascii").splitlines())
    assert robots.can_fetch("anything", "/cases/c001.html")
    assert robots.site_maps() is None
    assert not [path.name for path in site.iterdir() if path.suffix in (".xml", ".json")]


def test_github_pages_takes_the_files_as_they_are(site: Path) -> None:
    assert (site / ".nojekyll").read_bytes() == b""


def test_drafts_are_not_named(built) -> None:
    site = built(FIXTURE, "--base-url", BASE, "--drafts")
    assert (site / "cases/c004.html").is_file()
    assert BASE + "cases/c004.html" not in entries(site)
    assert BASE + "cases/c005.html" not in entries(site)
