"""Whom to ask: at the same place of every page, in the same order, with the id of a case in the subject of its mail."""

import shutil
from email.headerregistry import Address
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from command import build
from paths import CONTENT

PAGES = ("index.html", "cases/c003.html", "cases/index.html", "categories/index.html", "actors/person.html", "search.html",
         "compare/index.html", "booklet.html", "about.html", "glossary.html", "data/index.html", "404.html")
CONTACT = """contact:
  name: ノウハウ集の窓口
  department: 相談・案内係
  mail: book+a%b@jirei.test
  telephone: 03-5555-0123（代表）
  form: https://jirei.test/form?a=1&b=2
  hours: 平日9時から17時まで

source:
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("contact")
    shutil.copytree(CONTENT, folder / "content")
    settings = folder / "content/casebook.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("source:\n", CONTACT, 1), encoding="utf-8")
    return build(folder / "site", "--strict", content=folder / "content").resolve().as_uri() + "/"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_it_is_at_the_same_place(open_page, base: str, width: int) -> None:
    found = set()
    for path in PAGES:
        page = open_page(base, path, viewport={"width": width, "height": 844})
        footer = page.locator(".site-footer .wrap")
        parts = footer.locator(":scope > *")
        assert parts.evaluate_all("all => all.map(part => part.className)") == ["footer-about", "contact", ""], path
        contact = page.locator(".contact")
        box, frame = contact.bounding_box(), footer.bounding_box()
        found.add((round(box["x"]), round(box["y"] - frame["y"]), *(link.split()[0] for link in contact.locator("a").all_inner_texts()[1:])))
        for link in contact.locator("a").all():
            target = link.bounding_box()
            assert target["height"] >= 44 and target["x"] >= 0 and target["x"] + target["width"] <= width, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert len(found) == 1, found


def test_a_mail_about_a_case_carries_its_id(open_page, base: str) -> None:
    for path, subject in [("cases/c003.html", "事例c003について"), ("index.html", None), ("404.html", None)]:
        link = urlsplit(open_page(base, path).locator(".contact a[href^=mailto]").get_attribute("href"))
        assert (link.scheme, unquote(link.path)) == ("mailto", "book+a%b@jirei.test") and "+" not in link.path
        assert Address(addr_spec=unquote(link.path)).domain == "jirei.test"
        assert parse_qs(link.query) == ({"subject": [subject]} if subject else {})
    case = open_page(base, "cases/c003.html").locator(".contact")
    assert "この事例（c003）についてメールで問い合わせる" in case.inner_text()
    assert case.locator("a[href^=tel]").get_attribute("href") == "tel:0355550123"
    assert case.locator("a[href^=https]").get_attribute("href") == "https://jirei.test/form?a=1&b=2"


def test_the_booklet_prints_it(open_page, base: str) -> None:
    page = open_page(base, "booklet.html")
    page.emulate_media(media="print")
    assert page.locator(".cover-foot").get_by_text("03-5555-0123（代表）").is_visible()
    assert not page.locator(".contact").is_visible()


@pytest.mark.parametrize(("scheme", "viewport"), LOOKS)
def test_axe(open_page, base: str, scheme: str, viewport: dict) -> None:
    page = open_page(base, "cases/c003.html", color_scheme=scheme, viewport=viewport)
    page.evaluate(AXE)
    assert violations(page.evaluate(RUN, axe_options()), scheme) == []


def test_without_one_nothing_is_there(open_page, site: Path) -> None:
    page = open_page(site.resolve().as_uri() + "/", "cases/c003.html")
    assert page.locator(".contact").count() == 0 and page.locator("a[href^=mailto]").count() == 0
