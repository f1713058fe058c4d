"""The booklet as a PDF, and the checks of such a PDF."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from playwright.async_api import Browser

import booklet
from browser import SharedBrowser, address
from command import build
from paths import CONTENT, ROOT
from printing import squash

CASES = """() => [...document.querySelectorAll('.booklet-case')].map(entry => ({
  id: entry.id, title: entry.querySelector('h3').textContent, part: entry.closest('.part').querySelector('h2').textContent,
  end: entry.querySelector('.fields').textContent.trim().slice(-15) }))"""


async def cases_of(browser: Browser, file: Path) -> list[dict]:
    """The cases of a booklet, in the order of its page."""
    page = await browser.new_page()
    await page.goto(address(file))
    cases = await page.evaluate(CASES)
    await page.close()
    return cases


def sheets(file: bytes) -> list[str]:
    """The text of each page, without spaces."""
    result = subprocess.run(["pdftotext", "-layout", "-", "-"], input=file, capture_output=True, check=True)
    return [squash(text) for text in result.stdout.decode("utf-8").split("\f")[:-1]]


@pytest.fixture(scope="module")
def printed(site: Path, in_browser: SharedBrowser) -> booklet.Printed:
    """The booklet of the site under test."""
    (only,) = in_browser(booklet.print_all, site, Path("booklet.pdf")).values()
    return only


@pytest.fixture(scope="module")
def cases(site: Path, in_browser: SharedBrowser) -> list[dict]:
    """The cases in the booklet."""
    return in_browser(cases_of, site / "booklet.html")


def test_anyone_can_read_it(printed: booklet.Printed, none_of) -> None:
    """Tagged, in Japanese, with a title, bookmarks and fonts, on A4."""
    none_of(booklet.problems(printed.bytes))


def test_bookmarks(printed: booklet.Printed, cases: list[dict]) -> None:
    """Every case has a bookmark, in order, under the bookmark of its part."""
    with pikepdf.open(io.BytesIO(printed.bytes)) as pdf:
        marks = [(depth, squash(title)) for depth, title in booklet.bookmarks(pdf)]
    found, above = [], {}
    titles = {squash(case["title"]) for case in cases}
    for depth, title in marks:
        above[depth] = title
        if title in titles:
            found.append((above[depth - 1], title))
    assert found == [(squash(case["part"]), squash(case["title"])) for case in cases]


def test_page_numbers(printed: booklet.Printed, cases: list[dict]) -> None:
    """Each case is on the page that the table of contents gives, and that page shows its number."""
    pages = sheets(printed.bytes)
    first_part = min(printed.pages[case["id"]] for case in cases)
    contents = "".join(pages[: first_part - 1])
    for case in cases:
        number = printed.pages[case["id"]]
        assert squash(case["title"]) in pages[number - 1]
        assert pages[number - 1].endswith(str(number))
        assert squash(case["title"]) + str(number) in contents


def test_running_heads(printed: booklet.Printed, cases: list[dict]) -> None:
    """A page of cases shows the title and what is on it; the cover has no running head."""
    pages = sheets(printed.bytes)
    with pikepdf.open(io.BytesIO(printed.bytes)) as pdf:
        title = squash(str(pdf.docinfo["/Title"])).partition("|")[2]
    for case in cases:
        assert pages[printed.pages[case["id"]] - 1].startswith(f"{title}事例")
    assert pages[0].count(title) == 1
    assert pages[1].startswith(f"{title}目次") and pages[-1].startswith(f"{title}索引")


def test_no_case_is_divided(printed: booklet.Printed, cases: list[dict]) -> None:
    """Short cases share pages, and each ends on the page where it begins: 17 cases take at most 12 pages."""
    pages = sheets(printed.bytes)
    for case in cases:
        assert squash(case["end"]) in pages[printed.pages[case["id"]] - 1]
    numbers = [printed.pages[case["id"]] for case in cases]
    assert len(set(numbers)) < len(numbers)
    assert len(pages) <= 12


def test_the_script_prints_the_same_file(site: Path, printed: booklet.Printed, tmp_path: Path) -> None:
    """`script/booklet`, in another process and later, writes the same bytes: the file depends on no clock and no process."""
    out = tmp_path / "booklet.pdf"
    result = subprocess.run([ROOT / "script" / "booklet", site, out], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    assert out.read_bytes() == printed.bytes


def test_volumes(in_browser: SharedBrowser, tmp_path: Path) -> None:
    """A large collection has one file per volume."""
    volume = """<!DOCTYPE html><html lang="ja"><title>{0}</title><h1>本</h1><nav class="contents"><h2>目次</h2>
<p><a href="#c1">事例</a><span class="page-number"></span></p></nav>
<section class="part" style="break-before: page"><h2>{0}</h2><h3 id="c1">事例</h3></section></html>"""
    (tmp_path / "booklet").mkdir()
    for name in ("a", "b-2"):
        (tmp_path / "booklet" / f"{name}.html").write_text(volume.format(name), encoding="utf-8")
    (tmp_path / "booklet.html").write_text(
        '<h1>本</h1><ul class="volumes"><li><a href="booklet/a.html">a</a><li><a href="booklet/b-2.html">b</a></ul>',
        encoding="utf-8",
    )
    files = in_browser(booklet.print_all, tmp_path, Path("out/book.pdf"))
    assert [name.as_posix() for name in files] == ["out/book-a.pdf", "out/book-b-2.pdf"]
    for printed in files.values():
        number = printed.pages["c1"]
        assert f"事例{number}" in "".join(sheets(printed.bytes)[: number - 1])


def test_a_bare_pdf_has_every_problem(in_browser: SharedBrowser) -> None:
    """The checks report everything that a PDF can lack."""

    async def bare(browser: Browser) -> bytes:
        page = await browser.new_page()
        await page.set_content("<h1>one</h1>")
        return await page.pdf(format="Letter", tagged=False, outline=False)

    with pikepdf.open(io.BytesIO(in_browser(bare))) as pdf:
        # Not every browser gives one where the page has none.
        if "/Title" in pdf.docinfo:
            del pdf.docinfo["/Title"]
        result = io.BytesIO()
        pdf.save(result)
    found = "\n".join(booklet.problems(result.getvalue()))
    for complaint in ("not tagged", "language", "no title", "no bookmarks", "not A4"):
        assert complaint in found


def test_a_printed_booklet_is_offered(printed: booklet.Printed, tmp_path: Path, in_browser: SharedBrowser) -> None:
    """The PDF in the content is on the site as it is, and the page of the booklet leads to it; without one, nothing is said of it."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    assert "booklet.pdf" not in (build(tmp_path / "without", content=content) / "booklet.html").read_text(encoding="utf-8")
    (content / "files").mkdir()
    (content / "files/booklet.pdf").write_bytes(printed.bytes)
    site = build(tmp_path / "with", content=content)
    assert (site / "files/booklet.pdf").read_bytes() == printed.bytes

    async def offered(browser: Browser) -> tuple[str, str]:
        page = await browser.new_page()
        await page.goto(address(site / "booklet.html"))
        link = page.locator(".cover .pdf a")
        found = await link.inner_text(), await link.evaluate("link => link.href")
        await page.emulate_media(media="print")
        assert not await link.is_visible()
        await page.close()
        return found

    text, target = in_browser(offered)
    assert re.fullmatch(r"PDFの冊子を開く（(\d+kB|\d+\.\dMB)）", text) and target == address(site / "files/booklet.pdf")
