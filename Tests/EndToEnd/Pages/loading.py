"""How a page loads on a slow phone: how many bytes, and whether anything moves meanwhile."""

import asyncio
import gzip
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page

import document
import probes
from browser import address

SLOW = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
WINDOWS = ({"width": 360, "height": 740}, {"width": 1280, "height": 900})


@dataclass(frozen=True)
class Weight:
    """The bytes of a page with everything that the browser loads with it."""

    plain: int
    packed: int


def weight(site: Path, page: str) -> Weight:
    """The size of a page on disk and compressed, as servers send it."""
    file = site / page
    loaded = {reference.address for reference in document.read(file).references if reference.loads}
    contents = [file.read_bytes(), *((file.parent / address).read_bytes() for address in sorted(loaded))]
    return Weight(sum(map(len, contents)), sum(len(gzip.compress(each, 6)) for each in contents))


async def shifts_of(page: Page, file: Path) -> list[str]:
    """What moves each of three times that the page loads slowly.

    On a busy machine, a page is now and then shown when a part of a table has arrived, and the rest moves its columns."""
    found: list[str] = []
    for _ in range(3):
        if not (found := await shifts_once(page, file)):
            break
    return found


async def shifts_once(page: Page, file: Path) -> list[str]:
    """What moves while the page loads slowly and is scrolled to its end."""
    await page.goto(address(file))
    height = await page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 600):
        await page.evaluate("top => window.scrollTo(0, top)", top)
        await page.wait_for_timeout(20)
    await page.wait_for_timeout(200)
    return [f"{value:.4f}: {what}" for value, what in await page.evaluate("window.shifts")]


async def shifts(browser: Browser, site: Path, paths: list[str]) -> list[str]:
    """What moves on pages, in a narrow and a wide window. Both are open at the same time."""

    async def in_window(window: dict[str, int]) -> list[str]:
        context = await browser.new_context(viewport=window)
        await context.add_init_script(f"({probes.WATCH_SHIFTS})()")
        page = await context.new_page()
        client = await context.new_cdp_session(page)
        await client.send("Network.enable")
        await client.send("Network.emulateNetworkConditions", SLOW)
        await client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        found = []
        for path in paths:
            found += [f"{path} at {window['width']} px: {each}" for each in await shifts_of(page, site / path)]
        await context.close()
        return found

    narrow, wide = await asyncio.gather(*map(in_window, WINDOWS))
    return narrow + wide

