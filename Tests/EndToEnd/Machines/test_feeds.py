"""feed.xml by RFC 4287, feed.json by JSON Feed 1.1: read by feedparser and by the standard library."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

import page_heads
from casebooks import BASE, FIXTURE, REAL
from paths import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, section 5.6.
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
NOTICES = ("参考のために示すものです。", "効果を証明するものではなく")


class Addresses(HTMLParser):
    """Every address in an HTML fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attributes if name in ("href", "src")]


def only(element: ElementTree.Element, name: str) -> ElementTree.Element:
    """The one child of a name; fails where there is none or more."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, f"{len(found)} {name} in {element.tag}"
    return found[0]


@pytest.fixture
def atom(fixture_site: Path) -> ElementTree.Element:
    return ElementTree.parse(fixture_site / "feed.xml").getroot()


def test_feedparser_reads_the_atom_feed(fixture_site: Path) -> None:
    feed = feedparser.parse(fixture_site / "feed.xml")
    assert feed.bozo == 0 and feed.version == "atom10"
    assert feed.feed.language == "ja" and feed.feed.author == "編集部"
    [entry] = feed.entries
    assert entry.id == entry.link == BASE + "cases/c001.html"
    assert entry.title == "「見学」と実習: 職業意識の向上"
    # Midnight in Japan.
    assert entry.published_parsed[:5] == (2026, 3, 31, 15, 0)
    assert entry.updated_parsed[:5] == feed.feed.updated_parsed[:5] == (2026, 5, 1, 15, 0)
    assert [tag.label for tag in entry.tags] == ["情報提供", "就労継続支援A型事業所", "ジョブコーチ", "本人"]
    [content] = entry.content
    assert content.type == "text/html" and "<strong>「就労」</strong>" in content.value


def test_the_atom_feed_has_what_the_rfc_demands(atom: ElementTree.Element) -> None:
    """Sections 4.1.1, 4.1.2, 4.1.3, 4.2.6, 4.2.7 and 3.3."""
    assert atom.tag == ATOM + "feed"
    for part in [atom, *atom.findall(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            assert only(part, name).text
        assert TIME.fullmatch(only(part, "updated").text)
        links = [link.attrib for link in part.findall(ATOM + "link")]
        assert all(link["href"].startswith(BASE) for link in links)
        assert [link["rel"] for link in links].count("alternate") == 1
    assert only(only(atom, "author"), "name").text
    assert [link.get("href") for link in atom.findall(ATOM + "link") if link.get("rel") == "self"] == [BASE + "feed.xml"]
    for entry in atom.findall(ATOM + "entry"):
        assert only(entry, "content").get("type") == "html" and len(only(entry, "content")) == 0
        assert TIME.fullmatch(only(entry, "published").text)
        assert all(category.get("term") for category in entry.findall(ATOM + "category"))
    ids = [only(part, "id").text for part in [atom, *atom.findall(ATOM + "entry")]]
    assert len(set(ids)) == len(ids)


def test_the_json_feed_has_what_its_specification_demands(site: Path) -> None:
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["home_page_url"] == BASE + "index.html" and feed["feed_url"] == BASE + "feed.json"
    assert feed["language"] == "ja" and feed["authors"][0]["name"]
    assert 0 < len(feed["items"]) <= 50
    known = {"id", "url", "title", "summary", "content_html", "date_published", "date_modified", "tags"}
    for item in feed["items"]:
        assert set(item) <= known
        assert item["id"] == item["url"] and (site / item["url"].removeprefix(BASE)).is_file()
        assert item["title"] and item["content_html"] and all(isinstance(tag, str) for tag in item["tags"])
        assert all(TIME.fullmatch(item[name]) for name in ("date_published", "date_modified") if name in item)
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_dated_cases_come_first_then_the_last_ids(site: Path, fixture_site: Path) -> None:
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    ids = [item["id"].removeprefix(BASE + "cases/").removesuffix(".html") for item in items]
    if site == fixture_site:
        assert ids == ["c001", "c003", "c002"]
        assert [("date_published" in item, "date_modified" in item) for item in items] == [(True, True)] + [(False, False)] * 2
    else:
        assert ids == sorted(ids, reverse=True) and len(ids) == 17
        assert not any("date_published" in item or "date_modified" in item for item in items)


def test_contents_stand_alone_and_carry_the_notice(site: Path, fixture_site: Path) -> None:
    notice = NOTICES[0 if site == fixture_site else 1]
    for item in json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]:
        assert notice in item["content_html"]
        for address in Addresses(item["content_html"]).found:
            assert address.startswith(("https://", "http://", "mailto:", "tel:"))
            if address.startswith(BASE):
                assert (site / address.removeprefix(BASE).partition("#")[0]).is_file()


def test_both_feeds_hold_the_same_contents(fixture_site: Path) -> None:
    [entry] = ElementTree.parse(fixture_site / "feed.xml").getroot().findall(ATOM + "entry")
    item = json.loads((fixture_site / "feed.json").read_text(encoding="utf-8"))["items"][0]
    assert only(entry, "content").text == item["content_html"]
    assert only(entry, "summary").text == item["summary"]


def test_without_a_date_there_is_no_atom_feed(built, run, tmp_path: Path) -> None:
    site = built(REAL, "--base-url", BASE)
    assert not (site / "feed.xml").exists()
    build = ["build", "--content", REAL, "--templates", ROOT / "templates", "--output", tmp_path / "site"]
    with_base = run(*build, "--base-url", BASE, "--strict")
    assert with_base.returncode == 0 and with_base.stderr.count("\n") == 2 and "feed.xml" in with_base.stderr
    without = run(*build, "--lang", "en", "--strict")
    assert without.returncode == 0 and without.stderr.count("\n") == 2 and "--base-url" in without.stderr
    assert run(*build, "--quiet").stderr == ""


def test_pages_name_the_feeds_that_there_are(site: Path) -> None:
    there = {name for name in ("feed.xml", "feed.json") if (site / name).is_file()}
    for path, head in page_heads.read_all(site).items():
        if head.refreshes:
            continue
        # The page of a term can have a feed of its own.
        of_term = {Path(path).with_suffix(".xml").name}
        assert {link["href"].split("/")[-1] for link in head.alternate} - of_term == there, path
        assert {link["type"] for link in head.alternate} <= {"application/atom+xml", "application/feed+json"}


def test_drafts_and_withdrawn_cases_are_in_no_feed(built) -> None:
    site = built(FIXTURE, "--base-url", BASE, "--drafts")
    for name in ("feed.xml", "feed.json"):
        text = (site / name).read_text(encoding="utf-8")
        assert "c001" in text and not re.search(r"DRAFT-MARKER|WITHDRAWN-MARKER|SECRET-MARKER|c004|c005", text)
