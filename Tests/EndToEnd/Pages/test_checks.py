"""Tests of the checks: each finds nothing on a valid page, and reports a page with one mistake."""

from pathlib import Path

import pytest

import colours
import document
import keyboard
import links
import loading
import printing
import samples
import site_files
import structure
import styles
import visits
import walk
from browser import SharedBrowser
from paths import TEMPLATES
from samples import MAIN, page

@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two valid pages."""
    return samples.write_valid(tmp_path)


def broken_links(folder: Path, main: str) -> list[str]:
    """The problems that the link checks find in a page with this main part."""
    (folder / "index.html").write_text(page(main), encoding="utf-8")
    document.read.cache_clear()
    return links.page_problems(folder, "index.html", set(site_files.files(folder)))


def test_valid_site(in_browser: SharedBrowser, folder: Path) -> None:
    known = set(site_files.files(folder))
    assert links.page_problems(folder, "index.html", known) == []
    assert links.style_problems(folder, known) == []
    assert links.unreferenced(folder) == []
    assert structure.problems(document.parse(page())) == []
    assert in_browser(styles.problems, folder, ["style.css"]) == []


@pytest.mark.parametrize(
    "main, complaint",
    [
        ('<a href="nowhere.html">', "leads nowhere"),
        ('<a href="Other.html">', "leads nowhere"),
        ('<a href="other.html#nothing">', "no such id"),
        ('<a href="#nothing">', "no such id"),
        ('<a href="/other.html">', "not relative"),
        ('<a href="../other.html">', "out of the site"),
        ('<a href="sub/">', "leads to a folder"),
        ('<a href="javascript:void(0)">', "unfit scheme"),
        ('<img src="https://example.com/x.png">', "from elsewhere"),
        ('<img srcset="style.css 1x, lost.png 2x">', "leads nowhere"),
        ('<script src="//example.com/x.js"></script>', "from elsewhere"),
        ('<link rel="stylesheet" href="https://example.com/x.css">', "from elsewhere"),
    ],
)
def test_broken_links(folder: Path, main: str, complaint: str) -> None:
    (folder / "sub").mkdir()
    found = broken_links(folder, main)
    assert len(found) == 1 and complaint in found[0]


def test_valid_links(folder: Path) -> None:
    valid = '<a href="https://example.com/">外</a><a href="./other.html#main">中</a><a href="#main">上</a>'
    assert broken_links(folder, valid) == []


@pytest.mark.parametrize(
    "path, address, complaint",
    [
        ("404.html", "/a/b/other.html#main", None),
        ("404.html", "/a/b/nowhere.html", "leads nowhere"),
        ("404.html", "/other.html", "not relative"),
        ("other.html", "/a/b/other.html", "not relative"),
        ("other.html", "https://example.jp/a/b/other.html", None),
        ("other.html", "https://example.jp/a/b/nowhere.html", "leads nowhere"),
    ],
)
def test_whole_addresses(folder: Path, path: str, address: str, complaint: str | None) -> None:
    canonical = '<link rel="canonical" href="https://example.jp/a/b/index.html">'
    (folder / "index.html").write_text(page(head=canonical), encoding="utf-8")
    (folder / path).write_text(page(f'<a href="{address}">'), encoding="utf-8")
    site_files.base_url.cache_clear()
    document.read.cache_clear()
    found = [problem for problem in links.page_problems(folder, path, set(site_files.files(folder))) if "<a>" in problem]
    assert [complaint in problem for problem in found] == ([True] if complaint else [])


def test_style_that_loads_from_elsewhere(folder: Path) -> None:
    style = "@import 'lost.css'; a { background: url(https://example.com/x.png) }"
    (folder / "style.css").write_text(style, encoding="utf-8")
    assert len(links.style_problems(folder, set(site_files.files(folder)))) == 2


def test_unused_file(folder: Path) -> None:
    (folder / "old.html").write_text(page(), encoding="utf-8")
    (folder / "robots.txt").write_text("", encoding="utf-8")
    document.read.cache_clear()
    assert links.unreferenced(folder) == ["old.html"]


@pytest.mark.parametrize(
    "text, complaint",
    [
        (page("<h2>あ</h2>"), "0 h1 headings"),
        (page("<h1>あ</h1><h1>い</h1>"), "2 h1 headings"),
        (page("<h1>あ</h1><h3>い</h3>"), 'h3 "い" follows h1'),
        (page("<h2>あ</h2><h1>い</h1>"), "the first heading is h2"),
        (page("<h1>あ</h1><h2> </h2>"), "an empty h2"),
        (page('<h1 id="main">あ</h1>'), 'id "main" occurs 2 times'),
        (page("<h1>あ</h1><main></main>"), "2 <main>"),
        (page('<h1>あ</h1><nav aria-label="主なメニュー"></nav>'), '2 <nav> are named "主なメニュー"'),
        (page("<h1>あ</h1><nav></nav>"), '1 <nav> are named ""'),
        (page(language="en"), 'lang is "en"'),
        (page(skip="index.html"), "the first link"),
        (page().replace("見本</title>", "</title>"), "no title"),
        (page().replace("<!DOCTYPE html>", ""), "no <!DOCTYPE html>"),
        (page().replace("footer", "div"), "0 <footer>"),
        (page().replace("<nav", "<div"), "no <nav>"),
    ],
)
def test_broken_structure(text: str, complaint: str) -> None:
    found = structure.problems(document.parse(text))
    assert any(complaint in problem for problem in found), found


def test_broken_style(in_browser: SharedBrowser, folder: Path) -> None:
    (folder / "style.css").write_text(
        """a { colr: red }
        @media print { p, b:hovr { color: 12px; margin-block: 1em; width: calc(var(--x) * 2) } }
        @media (prefers-colours: dark) { :is(p, b):has(i) { color: red } }
        @supports (display: grid) { p { display: gird } }
        @meda print { a { color: red } }
        p { color red; }
        """, encoding="utf-8")
    found = in_browser(styles.problems, folder, ["style.css"])
    assert [" ".join(problem.split()[:2]) for problem in sorted(found)] == [
        "style.css:1: declaration", "style.css:2: declaration", "style.css:2: selector", "style.css:3: media",
        "style.css:4: declaration", "style.css:5: @meda", "style.css:6: Stop"], found


BROKEN = {
    "alt.html": page(MAIN + '<img src="style.css">'),
    "contrast.html": page(
        MAIN, head="<style>@media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }</style>"),
    "script.html": page(MAIN + "<script>nothing()</script>"),
    "elsewhere.html": page(MAIN + '<img alt="" src="http://127.0.0.1:9/x.png">'),
    "wide.html": page(MAIN + '<div style="width: 400px">とても広い</div>'),
    "spaced.html": page(MAIN + '<p style="white-space: nowrap; width: 0; font-size: 16px">' + "あ" * 18 + "</p>"),
    "small.html": page(MAIN + "<button>押</button>"),
    "focus.html": page(MAIN, head="<style>nav a:focus { outline: none }</style>"),
    "skip.html": page(MAIN, skip="#nothing"),
    "trap.html": page(MAIN, head="<style>.skip { display: none }</style>"),
}


def test_browser_checks(in_browser: SharedBrowser, folder: Path) -> None:
    for name, text in BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = ["index.html", *BROKEN]
    found = in_browser(visits.visit_all, folder, paths, set(paths))
    assert found["index.html"] == visits.Visit()
    assert "image-alt" in found["alt.html"].accessibility[0]
    assert [text.partition(" (")[0] for text in found["contrast.html"].accessibility] == [
        "dark, 320 px: color-contrast", "dark, 1280 px: color-contrast", "more contrast, dark: color-contrast"]
    assert "nothing is not defined" in found["script.html"].console[0]
    assert "http://127.0.0.1:9/x.png" in found["elsewhere.html"].requests
    assert found["wide.html"].reflow[0].startswith("at 320 px: the page is 4")
    assert found["spaced.html"].reflow[0].startswith("at 320 px with wider text spacing")
    assert '"押"' in found["small.html"].targets[0]
    assert any("ホームへ" in problem and "no outline" in problem for problem in found["focus.html"].keyboard)
    assert "the skip link does not move the focus into the main part" in found["skip.html"].keyboard
    assert any("first stop" in problem for problem in found["trap.html"].keyboard)


def test_walk(in_browser: SharedBrowser, folder: Path) -> None:
    assert in_browser(walk.walk, folder) == ([], {"index.html", "other.html"})
    (folder / "other.html").write_text("<!DOCTYPE html><title>空</title>", encoding="utf-8")
    found, _ = in_browser(walk.walk, folder)
    assert len(found) == 1 and "without a visible h1" in found[0]


def test_printing(in_browser: SharedBrowser, folder: Path) -> None:
    large = page(MAIN + '<p style="break-before: page">二枚目です</p>', head="<style>@page { size: A3 }</style>")
    (folder / "a3.html").write_text(large, encoding="utf-8")
    menu_only = page(MAIN, head="<style>nav { display: block !important } h1 { display: none }</style>")
    (folder / "menu.html").write_text(menu_only, encoding="utf-8")
    prints = in_browser(printing.print_pages, folder, ["index.html", "a3.html", "menu.html"])
    assert printing.problems(prints["index.html"], 1) == []
    paper, sheets = printing.problems(prints["a3.html"], 1)
    assert "not A4" in paper and sheets.startswith("2 sheets")
    heading, menu = printing.problems(prints["menu.html"], 1)
    assert "heading is missing" in heading and "navigation is printed" in menu


def test_moving_page(in_browser: SharedBrowser, folder: Path) -> None:
    """An element that is inserted above others after the page was drawn."""
    insert = "document.querySelector('h1').before(document.createElement('pre'))"
    # What is to be done after a frame is done when it has been drawn, however busy the machine is.
    late = f"<script>requestAnimationFrame(() => setTimeout(() => {insert}, 20))</script>"
    style = "<style>pre { height: 200px }</style>"
    (folder / "index.html").write_text(page(MAIN + late, head=style), encoding="utf-8")
    assert in_browser(loading.shifts, folder, ["other.html"]) == []
    assert len(in_browser(loading.shifts, folder, ["index.html"])) == 2


def test_missing_style_sheet(in_browser: SharedBrowser, folder: Path) -> None:
    """A page uses a rule of a style sheet that only another page loads."""
    (folder / "more.css").write_text(".figure:hover::after { color: inherit }\n.other { color: inherit }", encoding="utf-8")
    (folder / "index.html").write_text(page(MAIN + '<p class="figure">図</p>'), encoding="utf-8")
    (folder / "other.html").write_text(page(MAIN, '<link rel="stylesheet" href="more.css">'), encoding="utf-8")
    found = in_browser(styles.missing, folder, ["index.html", "other.html"])
    assert found == ["index.html needs more.css for .figure:hover::after"]


def test_weight(folder: Path) -> None:
    """The page and its style sheet count; what only a click loads does not."""
    document.read.cache_clear()
    both = (folder / "index.html").stat().st_size + (folder / "style.css").stat().st_size
    assert loading.weight(folder, "index.html").plain == both


def test_keyboard_walk(in_browser: SharedBrowser, folder: Path) -> None:
    """A walk that ends because a link takes no focus, and one with a focus without an outline."""
    table = '<div class="overview"><table><tbody><tr><th><a {} href="other.html">分野</a></th></tr></tbody></table></div>'
    (folder / "index.html").write_text(page(MAIN + table.format("")), encoding="utf-8")
    problems, reached = in_browser(keyboard.walk, folder, {})
    assert reached == ["other.html"]
    assert len(problems) == 1 and "the focus leaves the page before main .case-card" in problems[0]
    (folder / "index.html").write_text(page(MAIN + table.format('tabindex="-1"')), encoding="utf-8")
    assert in_browser(keyboard.walk, folder, {})[1] == []
    (folder / "index.html").write_text(page(MAIN + table.format('style="outline: none"')), encoding="utf-8")
    assert any("no outline" in problem for problem in in_browser(keyboard.walk, folder, {})[0])


TOKENS = TEMPLATES / "assets" / "style.css"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("--quiet: #555", "--quiet: #999", "--quiet on --ground, light: 2.85"),
        ("--link: #b3c2ff", "--link: #00118f", "--link on --ground, dark: "),
        ("--quiet: #1f1f1f", "--quiet: #666", "--quiet on --ground, light, more contrast: 5.74, less than 7.0"),
        ("--line: #d5dae3", "--lime: #d5dae3", "--lime is in no pair"),
    ],
)
def test_colours_too_near(old: str, new: str, complaint: str) -> None:
    """A pair with too little contrast in one look, and a token that is in no pair."""
    text = TOKENS.read_text(encoding="utf-8")
    assert old in text
    assert complaint in "\n".join(colours.problems(text.replace(old, new)))


@pytest.mark.parametrize("rule", ["color: #123", "background: red", "border: 1px solid rgb(1 2 3)", "box-shadow: 0 0 2px gray"])
def test_colour_outside_tokens(rule: str) -> None:
    """A colour that is written in a rule instead of a token, in any notation."""
    assert len(colours.strays(f":root {{ --text: #333 }} p {{ {rule} }}")) == 1
    assert colours.strays("p { color: currentcolor; background: transparent; border: 1px solid var(--text) }") == []


def test_contrast_is_as_defined() -> None:
    """The ends of the scale, and a known pair."""
    assert round(colours.contrast("#000", "#ffffff"), 2) == 21
    assert round(colours.contrast("#767676", "#fff"), 2) == 4.54
