"""Tests of the crawl: it finds nothing in a valid site, and reports each kind of mistake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import servers
from browser import SharedBrowser
from crawl import Crawl, crawl_all

ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'
STYLE = "body { line-height: 1.7 }"


def page(main: str, head: str = "") -> str:
    return (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>見本</title>'
        f'<link rel="icon" href="icon.svg"><link rel="stylesheet" href="style.css">{head}</head>'
        f"<body><h1>見本のページ</h1>{main}</body></html>"
    )


def replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


MISTAKES = {
    "dead link": ('<a href="no-such.html">行き先</a>', "no-such.html answers 404"),
    "dead anchor": ('<a href="other.html#no-such">行き先</a>', "other.html#no-such: no such id"),
    "dead file": ('<a href="no-such.csv">行き先</a>', "no-such.csv answers 404"),
    "folder": ('<a href="./">行き先</a>', "leads to a folder"),
    "out of the folder": ('<a href="../outside.html">行き先</a>', "leaves the site's folder"),
    "unfit scheme": ('<a href="javascript:void 0">行き先</a>', "unfit scheme"),
    "other host": ('<img src="http://127.0.0.1:9/picture.png" alt="絵">', "asks for http://127.0.0.1:9/"),
    "missing picture": ('<img src="no-such.png" alt="絵">', "no-such.png answers 404"),
    "error in a script": ("<script>throw new Error('mistake')</script>", "console: mistake"),
    "warning": ("<script>console.warn('careful')</script>", "console: careful"),
    "leads on by itself": ("<script>location.replace('other.html')</script>", "opens as"),
    "other charset": ("", "shows the heading"),
    "no style sheet": ("", "has no style sheet"),
}
VALID = '<p id="part">本文</p><a href="other.html#part">次</a><a href="table.csv">表</a><a href="https://example.jp/">外</a>'


@pytest.fixture(scope="module")
def crawls(in_browser: SharedBrowser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawl]]:
    """One server with a site for each mistake, all crawled."""
    root, port = tmp_path_factory.mktemp("mistakes"), servers.free_port()
    mains = {"valid": VALID} | {name: main for name, (main, _) in MISTAKES.items()}
    folders = {name: root / "x" / str(number) for number, name in enumerate(mains)}
    for name, folder in folders.items():
        folder.mkdir(parents=True)
        (folder / "style.css").write_text(STYLE)
        (folder / "icon.svg").write_text(ICON)
        (folder / "table.csv").write_text("名前\n")
        (folder / "index.html").write_text(page(mains[name]))
        if name == "other charset":
            replace(folder / "index.html", '"utf-8"', '"shift_jis"')
        elif name == "no style sheet":
            replace(folder / "index.html", "style.css", "no-such.css")
        (folder / "other.html").write_text(page('<p id="part">本文</p>'))
    with servers.python(root, port, root.parent / f"{root.name}.log"):
        addresses = {name: f"http://{servers.ADDRESS}:{port}/x/{folder.name}/" for name, folder in folders.items()}
        found = in_browser(crawl_all, {addresses[name]: folders[name] for name in folders})
    yield {name: found[addresses[name]] for name in folders}


def test_valid(crawls: dict[str, Crawl]) -> None:
    assert crawls["valid"].problems == []
    assert set(crawls["valid"].pages) == {"index.html", "other.html"}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(crawls: dict[str, Crawl], name: str) -> None:
    assert any(MISTAKES[name][1] in problem for problem in crawls[name].problems), crawls[name].problems


def test_content_security_policy(in_browser: SharedBrowser, tmp_path: Path) -> None:
    """What the documented policy forbids is reported."""
    site, port = tmp_path / "site", servers.free_port()
    site.mkdir()
    (site / "style.css").write_text(STYLE)
    (site / "icon.svg").write_text(ICON)
    (site / "index.html").write_text(page('<p style="color: red">赤</p><script>document.title = "さわった"</script>'))
    documented = servers.documented("At the root of a host")
    configuration = servers.adapted(documented, port, {"/srv/casebook/site": str(site)})
    address = f"http://{servers.ADDRESS}:{port}/"
    with servers.nginx(configuration, port, tmp_path):
        problems = in_browser(crawl_all, {address: site})[address].problems
    for directive in ("style-src", "script-src"):
        assert any("Content Security Policy" in problem and directive in problem for problem in problems), problems
