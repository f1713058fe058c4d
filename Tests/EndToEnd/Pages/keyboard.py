"""Walks from the home page to a case with the keyboard alone."""

from pathlib import Path

from playwright.async_api import Browser, Page

import probes
from browser import address

MOST_STOPS = 200
# Which link to take on each page, as a person would: a category, a case of it, a related case.
WAY = [
    "main .ways .terms a, main table tbody th a",
    "main .case-card h3 a",
    "main .related a, main .neighbours li a",
]
HERE = "selector => document.activeElement?.matches(selector) ?? false"


async def tab_to(page: Page, selector: str) -> list[str]:
    """Presses Tab until the focus is on what is looked for; what is wrong with the stops on the way."""
    found = []
    for _ in range(MOST_STOPS):
        await page.keyboard.press("Tab")
        state = await page.evaluate(probes.FOCUS)
        if state is None:
            return [*found, f"{page.url}: the focus leaves the page before {selector}"]
        found += [f"{page.url}: {state['name']}: {problem}" for problem in state["problems"]]
        if await page.evaluate(HERE, selector):
            return found
    return [*found, f"{page.url}: {selector} is not reached in {MOST_STOPS} stops"]


async def walk(browser: Browser, site: Path, looks: dict) -> tuple[list[str], list[str]]:
    """What is wrong on the way, and the pages that were reached."""
    found, reached = [], []
    context = await browser.new_context(locale="ja-JP", **looks)
    page = await context.new_page()
    await page.goto(address(site / "index.html"))
    for selector in WAY:
        problems = await tab_to(page, selector)
        found += problems
        if not await page.evaluate(HERE, selector):
            break
        async with page.expect_navigation():
            await page.keyboard.press("Enter")
        reached.append(page.url.removeprefix(address(site) + "/").partition("#")[0])
    await context.close()
    return found, reached
