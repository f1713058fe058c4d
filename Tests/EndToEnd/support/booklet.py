"""Prints the booklet of a built site to PDF: A4, tagged, with bookmarks, page numbers in its contents and indexes, and running heads.

    script/booklet [SITE] [OUT.pdf]

If the site has volumes, each is printed to its own file: OUT-categories.pdf and so on.

Browsers cannot show the page number of a part (CSS has `target-counter` for that, Chromium does not). So the booklet is printed
twice: the page numbers are read from the first PDF and shown in the second. They take the same room in both; the program fails
when a part moved.
"""

import asyncio
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from playwright.async_api import Browser, Page, async_playwright

from browser import address, launch

A4 = (595, 842)
VOLUMES = "() => [...document.querySelectorAll('.volumes a')].map(link => link.getAttribute('href'))"
# Each number follows its link. Before the numbers are known, digits reserve their space.
FILL = """pages => {
  for (const place of document.querySelectorAll('.page-number')) {
    const link = place.parentElement.querySelector(':scope > a');
    place.textContent = pages === null ? '000' : pages[link.hash.slice(1)] ?? '';
  }
}"""
# Each page shows the name of what is on it. Parts with cases share pages, as do indexes; several of a kind have one name.
PARTS = """() => ({
  title: document.querySelector('h1').innerText.trim(),
  parts: [...document.querySelectorAll('.contents, .part, .book-index')].map((part, index, all) => {
    const kind = part.classList[0];
    const shares = all.filter(other => other.classList[0] === kind).length > 1;
    const name = shares ? {part: '事例', 'book-index': '索引'}[kind] : part.querySelector(':scope > h2').textContent;
    const id = shares ? kind : `${index}`;
    part.classList.add(`page-${id}`);
    if (index === 0) part.previousElementSibling?.classList.add(`page-${id}`);
    return [id, name.replace(/\\s+/g, ' ').trim()];
  }),
})"""


@dataclass
class Printed:
    """A printed booklet: the PDF, and the page of each target of a link."""

    bytes: bytes
    pages: dict[str, int]


def css_string(text: str) -> str:
    """The text as a CSS string."""
    return '"' + "".join(f"\\{ord(letter):x} " if letter in '"\\\n' else letter for letter in text) + '"'


def running_heads(title: str, parts: dict[str, str]) -> str:
    """CSS rules that show the title and the part's name at the top of every page."""
    font = 'font: 8pt "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", Meiryo, sans-serif'
    rules = [f"@page {{ @top-left {{ content: {css_string(title)}; {font} }} }}"]
    for name, part in parts.items():
        rules.append(f"@page page-{name} {{ @top-right {{ content: {css_string(part)}; {font} }} }}")
        rules.append(f".page-{name} {{ page: page-{name} }}")
    rules.append("@page cover { @top-left { content: none } }")
    return "\n".join(rules)


def destinations(file: bytes) -> dict[str, int]:
    """The page of each target of a link, counted from 1."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        named = pdf.Root.get("/Dests", {})
        return {str(name).removeprefix("/"): numbers[target[0].objgen] for name, target in named.items()}


def without_clock(file: bytes) -> bytes:
    """The PDF without its creation time, so that the same site gives the same file."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        for key in ("/CreationDate", "/ModDate", "/Creator"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        result = io.BytesIO()
        pdf.save(result, deterministic_id=True)
        return result.getvalue()


async def pdf(page: Page) -> bytes:
    """The page as it prints."""
    return await page.pdf(prefer_css_page_size=True, print_background=True, outline=True, tagged=True)


async def print_booklet(page: Page, file: Path) -> Printed:
    """Prints one booklet or volume."""
    await page.goto(address(file))
    await page.emulate_media(media="print")
    parts = await page.evaluate(PARTS)
    await page.add_style_tag(content=running_heads(parts["title"], dict(parts["parts"])))
    await page.evaluate(FILL, None)
    pages = destinations(await pdf(page))
    await page.evaluate(FILL, pages)
    final = await pdf(page)
    if destinations(final) != pages:
        raise RuntimeError(f"{file}: parts moved when the page numbers were filled in")
    return Printed(without_clock(final), pages)


async def print_all(browser: Browser, site: Path, out: Path) -> dict[Path, Printed]:
    """Prints the booklet of a site, or all its volumes; returns each by its file name."""
    page = await browser.new_page()
    await page.goto(address(site / "booklet.html"))
    volumes = await page.evaluate(VOLUMES)
    files = {out.with_stem(f"{out.stem}-{Path(volume).stem}"): site / volume for volume in volumes}
    printed = {name: await print_booklet(page, file) for name, file in (files or {out: site / "booklet.html"}).items()}
    await page.close()
    return printed


async def print_in_new_browser(site: Path, out: Path) -> dict[Path, Printed]:
    """The same in a browser of its own."""
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        printed = await print_all(browser, site, out)
        await browser.close()
    return printed


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """The fonts that pages use, and whether each is embedded."""
    found: dict[str, bool] = {}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            for font in item.get("/DescendantFonts", [item]):
                descriptor = font.get("/FontDescriptor", {})
                drawn = font.get("/Subtype") == "/Type3"
                embedded = drawn or any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[str(font.get("/BaseFont", "drawn"))] = embedded
    return found


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The bookmarks with their depth, from 1."""

    def walk(items, depth):
        for item in items:
            yield depth, item.title
            yield from walk(item.children, depth + 1)

    with pdf.open_outline() as outline:
        return list(walk(outline.root, 1))


def problems(file: bytes, language: str = "ja") -> list[str]:
    """What makes the PDF inaccessible or incomplete as a book."""
    found = []
    with pikepdf.open(io.BytesIO(file)) as pdf:
        if not pdf.Root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in pdf.Root:
            found.append("it is not tagged")
        if str(pdf.Root.get("/Lang", "")) != language:
            found.append(f"its language is {pdf.Root.get('/Lang', 'not stated')}")
        if not str(pdf.docinfo.get("/Title", "")).strip():
            found.append("it has no title")
        if len(bookmarks(pdf)) < 2:
            found.append("it has no bookmarks")
        found += [f"{name} is not embedded" for name, embedded in sorted(fonts(pdf).items()) if not embedded]
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages}
        strange = [size for size in sorted(sizes) if max(abs(is_ - should) for is_, should in zip(size, A4)) > 1]
        found += [f"a page is {size} points, not A4" for size in strange]
    return found


def main(arguments: list[str]) -> int:
    """Writes the PDF, or one per volume, and prints what it wrote."""
    site, out = Path(arguments[0]), Path(arguments[1])
    if not (site / "booklet.html").is_file():
        print(f"{site}/booklet.html is missing: run script/build first", file=sys.stderr)
        return 1
    wrong = 0
    for name, printed in asyncio.run(print_in_new_browser(site, out)).items():
        name.parent.mkdir(parents=True, exist_ok=True)
        name.write_bytes(printed.bytes)
        with pikepdf.open(io.BytesIO(printed.bytes)) as pdf:
            print(f"{name}: {len(pdf.pages)} pages, {len(bookmarks(pdf))} bookmarks, {len(printed.bytes) // 1000} kB")
        for problem in problems(printed.bytes):
            wrong += 1
            print(f"{name}: {problem}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
