"""Walks through a site by clicking, with JavaScript switched off."""

import posixpath
import re
from collections import deque
from pathlib import Path

from playwright.async_api import Browser, Page

from browser import address
from site_files import kind

MORE_FROM_A_PAGE = 2
LINKS = "links => links.map(link => link.getAttribute('href')).filter(href => !/^(#|[a-z]+:)/.test(href))"


async def links(page: Page, path: str) -> dict[str, str]:
    """The links of a page to other pages of the site: where they lead → how they are written."""
    hrefs = await page.eval_on_selector_all("a[href]:not([download])", LINKS)
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), re.split("[?#]", href)[0])): href for href in hrefs}


async def unfold(page: Page, href: str) -> None:
    """Opens the part that a link is folded away in, as a person would: by its summary."""
    summary = page.locator(f'details:not([open]):has(a[href="{href}"]) > summary:visible').first
    if await summary.count():
        await summary.click(timeout=5000)


async def click(page: Page, site: Path, path: str, href: str) -> str | None:
    """Clicks one link; what is wrong with it or with the page that it leads to."""
    if await page.locator(f'a[href="{href}"]:visible').count() == 0:
        await unfold(page, href)
    # In wide windows, a box leads to the search in place of a link.
    box = page.locator('.search-box button:visible')
    is_search = posixpath.basename(href) == "search.html" and await box.count()
    link = box if is_search else page.locator(f'a[href="{href}"]:visible').first
    if await link.count() == 0:
        return f"{path}: the link to {href} cannot be seen"
    await link.click(timeout=5000)
    if not page.url.startswith(address(site)):
        return f"{path}: {href} leads out of the site, to {page.url}"
    heading = page.locator("h1")
    if await heading.count() != 1 or not await heading.is_visible():
        return f"{path}: {href} leads to a page without a visible h1"
    return None


def choose(fresh: dict[str, str], seen: set[str]) -> dict[str, str]:
    """Of links not followed yet: one to each kind of page not seen yet, and a few more."""
    chosen = {}
    for target in fresh:
        if kind(target) not in seen:
            seen.add(kind(target))
            chosen[target] = fresh[target]
    more = [target for target in fresh if target not in chosen][:MORE_FROM_A_PAGE]
    return chosen | {target: fresh[target] for target in more}


async def walk(browser: Browser, site: Path) -> tuple[list[str], set[str]]:
    """Clicks on from the home page and from each new kind of page. What is wrong on the way, and the pages reached."""
    found: list[str] = []
    reached, seen = {"index.html"}, {"index.html"}
    waiting = deque(reached)
    context = await browser.new_context(java_script_enabled=False, locale="ja-JP")
    page = await context.new_page()
    while waiting:
        path = waiting.popleft()
        await page.goto(address(site / path))
        fresh = {target: href for target, href in (await links(page, path)).items() if target not in reached}
        known = set(seen)
        for target, href in choose(fresh, seen).items():
            if problem := await click(page, site, path, href):
                found.append(problem)
            elif kind(target) not in known:
                waiting.append(target)
            reached.add(target)
            await page.goto(address(site / path))
    await context.close()
    return found, reached
