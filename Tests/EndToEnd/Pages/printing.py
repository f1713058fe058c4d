"""Checks of pages as they print."""

import re
import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser

from browser import address

# The size of A4 in points, as `pdfinfo` prints it.
A4 = (595, 842)
PARTS = """() => ({
  heading: document.querySelector('h1').innerText,
  navigation: [...document.querySelectorAll('nav')].filter(nav => !nav.closest('main')).map(nav => nav.textContent),
  skip: document.querySelector('a[href^="#"]').textContent,
  address: document.querySelector('.address')?.textContent ?? '',
})"""


@dataclass
class Print:
    """A printed page."""

    sheets: int
    size: tuple[int, int]
    text: str
    heading: str
    navigation: list[str]
    address: str


def squash(text: str) -> str:
    """The text without spaces and in one normalization form, because PDF changes both."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def tool(*command: str) -> str:
    """The output of a command."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


async def print_pages(browser: Browser, site: Path, paths: list[str]) -> dict[str, Print]:
    """Each page printed to PDF and read back."""
    prints = {}
    page = await browser.new_page()
    for path in paths:
        await page.goto(address(site / path))
        await page.emulate_media(media="print")
        parts = await page.evaluate(PARTS)
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            await page.pdf(path=file.name, format="A4", prefer_css_page_size=True)
            facts = tool("pdfinfo", file.name)
            text = tool("pdftotext", file.name, "-")
        width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts).groups()
        prints[path] = Print(
            sheets=int(re.search(r"Pages:\s+(\d+)", facts).group(1)),
            size=(round(float(width)), round(float(height))),
            text=squash(text),
            heading=squash(parts["heading"]),
            navigation=[squash(text) for text in [*parts["navigation"], parts["skip"]]],
            address=squash(parts["address"]),
        )
    await page.close()
    return prints


def problems(printed: Print, most_sheets: int) -> list[str]:
    """The problems of a printed page."""
    found = []
    if any(abs(is_ - should) > 1 for is_, should in zip(printed.size, A4)):
        found.append(f"the sheet is {printed.size} points, not A4")
    if printed.sheets > most_sheets:
        found.append(f"{printed.sheets} sheets, expected {most_sheets} at most")
    if printed.heading not in printed.text:
        found.append(f"the heading is missing: {printed.heading}")
    if printed.address not in printed.text:
        found.append(f"the address is missing: {printed.address}")
    found += [f"navigation is printed: {text[:60]}" for text in printed.navigation if text and text in printed.text]
    return found
