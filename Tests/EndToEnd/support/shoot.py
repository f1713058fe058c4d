"""Takes screenshots of the main pages of a built site.

    .build-tools/venv/bin/python Tests/EndToEnd/support/shoot.py site pictures [page.html …]

Each page is captured at 320, 390 and 1280 px, light and dark, and as it prints (A4, one picture per page).
Without page names: the largest page of each kind.
"""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from browser import address, launch
from site_files import representatives

WIDTHS = (320, 390, 1280)
SCHEMES = ("light", "dark")
AT_ONCE = 4
SHEETS = 4


async def shoot(browser: Browser, site: Path, page_path: str, out: Path) -> None:
    """Every picture of one page."""
    name = page_path.removesuffix(".html").replace("/", "-")
    for width in WIDTHS:
        context = await browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=1)
        page = await context.new_page()
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)
            await page.goto(address(site / page_path))
            await page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
        if width == WIDTHS[-1]:
            pdf = out / f"{name}-print.pdf"
            await page.pdf(path=pdf, prefer_css_page_size=True, format="A4", print_background=False)
            await asyncio.to_thread(sheets, pdf)
        await context.close()


def sheets(pdf: Path) -> None:
    """Saves the first pages of a PDF as pictures next to it."""
    if shutil.which("pdftoppm"):
        subprocess.run(
            ["pdftoppm", "-png", "-r", "80", "-l", str(SHEETS), str(pdf), str(pdf.with_suffix(""))], check=True)


async def main(site: Path, out: Path, pages: list[str]) -> None:
    """Pictures of the pages given, a few at a time."""
    out.mkdir(parents=True, exist_ok=True)
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(browser: Browser, page_path: str) -> None:
        async with slots:
            await shoot(browser, site, page_path, out)

    async with async_playwright() as playwright:
        browser = await launch(playwright)
        await asyncio.gather(*(one(browser, page_path) for page_path in pages))
        await browser.close()
    print(f"{len(list(out.iterdir()))} files in {out}: {', '.join(pages)}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    asyncio.run(main(folder, Path(sys.argv[2]), sys.argv[3:] or representatives(folder)))
