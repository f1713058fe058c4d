"""Easy-language versions of cases: their pages, and what leads to them and back."""

import csv
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import command
import document
import links
import site_files
import structure
import visits
from browser import SharedBrowser
from paths import CONTENT

TEXT = """---
title: 会社を 見に行く 前に
updated: 2026-05-02
---

はたらく 会社を えらぶ 前に、会社を 見に行きました。

## どうして はじめたか

はじめての {場所|ばしょ}は、不安です。くわしいことは、[もとの事例](../cases/c001.md)に あります。

- [ジョブコーチ](../glossary/job-coach.md)が 来ます。
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own cases with a version of two of them, and of a draft."""
    folder = tmp_path_factory.mktemp("easy") / "content"
    shutil.copytree(CONTENT, folder)
    settings = folder / "casebook.yml"
    settings.write_text(
        "editions: [epub, text]\nbase_url: https://example.jp/k/\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "easy").mkdir()
    for name in ("c001", "c005", "c901"):
        (folder / f"easy/{name}.md").write_text(TEXT.replace("会社を 見に行く 前に", f"{name}の やさしい文", 1), encoding="utf-8")
    case = (CONTENT / "cases/c001.md").read_text(encoding="utf-8").replace("status: published", "status: draft")
    (folder / "cases/c901.md").write_text(re.sub("^title: .*$", "title: 下書きの題名", case, count=1, flags=re.MULTILINE), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return command.build(tmp_path_factory.mktemp("site") / "site", content=content)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_no_advice(content: Path) -> None:
    """The texts are written as the advice says."""
    result = command.run("check", "--content", content)
    assert "easy/" not in result.stdout + result.stderr


def test_both_ways(site: Path) -> None:
    """The text and its case lead to each other at the top; other cases and drafts have nothing."""
    easy, case = read(site, "easy/c001.html"), read(site, "cases/c001.html")
    assert easy.index('href="../cases/c001.html">もとの事例を読む</a>') < easy.index("<p>はたらく")
    assert case.index('href="../easy/c001.html">やさしい日本語で読む</a>') < case.index("<section")
    assert '<p class="eyebrow">やさしい日本語</p>' in easy and "<h1>c001の やさしい文</h1>" in easy
    assert '<link rel="canonical" href="https://example.jp/k/easy/c001.html">' in easy and "noindex" not in easy
    assert 'href="../glossary.html#word-job-coach"' in easy and "<rt>ばしょ</rt>" in easy
    assert "easy/" not in read(site, "cases/c002.html").replace("easy/index.html", "")
    assert not (site / "easy/c901.html").exists()


def test_list(site: Path) -> None:
    """The list says how many cases have one; menu, home page, cards, sitemap and the text for language models know it."""
    listed = read(site, "easy/index.html")
    assert "17件の事例のうち、2件にやさしい日本語があります。" in listed
    assert re.findall(r'href="../easy/(c\d+).html"', listed) == ["c001", "c005"]
    home = read(site, "index.html")
    assert '<a href="easy/index.html">やさしい日本語で読む（2件）</a>' in home
    assert read(site, "cases/index.html").count("<li>やさしい日本語あり</li>") == 2
    assert '<a href="../easy/index.html">やさしい日本語</a>' in read(site, "about.html").replace('"easy', '"../easy')
    sitemap = read(site, "sitemap.xml")
    assert "https://example.jp/k/easy/c001.html" in sitemap and "https://example.jp/k/easy/index.html" in sitemap
    assert "easy/index.html" in read(site, "llms.txt")


def test_data_are_those_of_cases(site: Path, own_site: Path) -> None:
    """Neither tables nor search files have the texts."""
    rows = csv.DictReader(io.StringIO(read(site, "data/cases.csv").removeprefix("\ufeff")))
    assert len(list(rows)) == 17
    for path in site_files.files(site):
        if path.startswith(("search/", "data/")):
            assert "やさしい文" not in read(site, path)


def test_books(site: Path) -> None:
    """A text follows its case in the e-book and in the plain text, where links to it lead."""
    with zipfile.ZipFile(site / "booklet.epub") as book:
        case = book.read("book/case-c001.xhtml").decode()
        other = book.read("book/case-c002.xhtml").decode()
    assert '<section class="easy" id="page-easy">' in case and "c001の やさしい文" in case and 'href="#page-easy"' in case
    assert "page-easy" not in other
    text = (site / "booklet.txt").read_text(encoding="utf-8-sig")
    assert text.count("やさしい日本語　c00") == 2 and "はじめての 場所（ばしょ）は、不安です。" in text


def test_a_change_of_a_text(content: Path, site: Path, tmp_path: Path) -> None:
    """After an edit, a build over the site gives the same bytes as a new one."""
    changed = Path(shutil.copytree(content, tmp_path / "x" / "content"))
    old = Path(shutil.copytree(site, tmp_path / "old"))
    path = changed / "easy/c001.md"
    path.write_text(path.read_text(encoding="utf-8").replace("不安です", "こわいです"), encoding="utf-8")
    (changed / "easy/c005.md").unlink()
    command.build(old, content=changed)
    new = command.build(tmp_path / "new", content=changed)
    assert site_files.files(old) == site_files.files(new)
    for name in site_files.files(new):
        assert (old / name).read_bytes() == (new / name).read_bytes(), name
    assert "こわいです" in read(old, "easy/c001.html") and not (old / "easy/c005.html").exists()


def test_page_of_all_forms(site: Path, own_site: Path) -> None:
    """It offers what there is, with the size of the file, and the booklet leads back to it."""
    page = read(site, "editions.html")
    shown = dict(re.findall(r'<a class="button quiet" href="([^"]+)"[^>]*>([^<]+)</a>', page))
    assert list(shown) == ["booklet.html", "booklet.epub", "booklet.txt", "easy/index.html"]
    for name in ("booklet.epub", "booklet.txt"):
        size = round((site / name).stat().st_size / 1000)
        assert f"{size}kB" in shown[name], (size, shown[name])
    assert re.findall(r'<a class="button quiet" href="([^"]+)"', read(own_site, "editions.html")) == ["booklet.html"]
    assert '<a href="editions.html">冊子・電子書籍</a>' in read(site, "booklet.html")


def test_links_and_structure(site: Path, none_of) -> None:
    known = set(site_files.files(site))
    pages = ["editions.html", "easy/index.html", "easy/c001.html", "cases/c001.html", "index.html"]
    none_of([f"{page}: {problem}" for page in pages for problem in links.page_problems(site, page, known)])
    none_of([f"{page}: {problem}" for page in pages for problem in structure.problems(document.read(site / page), "ja")])


def test_in_a_browser(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """No violation found by axe, no scrolling sideways at 320 pixels, no small target."""
    chosen = ["editions.html", "easy/index.html", "easy/c001.html", "cases/c001.html"]
    found = in_browser(visits.visit_all, site, chosen, {"easy/c001.html"})
    none_of([
        f"{page}: {problem}" for page, visit in found.items()
        for problem in visit.accessibility + visit.console + visit.requests + visit.reflow + visit.targets + visit.keyboard
    ])
