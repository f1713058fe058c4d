"""Walks through a site by clicking, with JavaScript switched off."""

from pathlib import Path

from playwright.async_api import Page, async_playwright

from browser import address, launch
from site_files import by_kind

MOST_LINKS = 40


async def arrives(page: Page, site: Path, where: str) -> list[str]:
    """Whether a click led to a page of the site that shows something."""
    if not page.url.startswith(address(site)):
        return [f"{where} leads out of the site: {page.url}"]
    heading = page.locator("h1")
    if await heading.count() != 1 or not await heading.is_visible():
        return [f"{where} leads to a page without a visible h1: {page.url}"]
    return []


async def click_all(page: Page, site: Path, start: str) -> list[str]:
    """Clicks the first links of a page to other pages of the site, one after the other."""
    found = []
    await page.goto(address(site / start))
    hrefs = await page.eval_on_selector_all(
        "a[href]", "links => links.map(link => link.getAttribute('href')).filter(href => !/^(#|[a-z]+:)/.test(href))")
    for href in list(dict.fromkeys(hrefs))[:MOST_LINKS]:
        link = page.locator(f'a[href="{href}"]:visible').first
        if await link.count() == 0:
            found.append(f"{start}: no visible link to {href}")
            continue
        await link.click(timeout=5000)
        found += await arrives(page, site, f"{start}: {href}")
        await page.goto(address(site / start))
    return found


async def walk(site: Path) -> list[str]:
    """The main pages and one page of each kind, by their own links."""
    found = []
    starts = [group[0] for kind, group in sorted(by_kind(site).items()) if kind == "index.html" or kind.endswith("/*")]
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        context = await browser.new_context(java_script_enabled=False, locale="ja-JP")
        page = await context.new_page()
        for start in starts:
            found += await click_all(page, site, start)
        await browser.close()
    return found
