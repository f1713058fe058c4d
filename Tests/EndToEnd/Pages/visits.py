"""Visits the pages of a site in a browser, from disk, and collects their problems."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, ConsoleMessage, Page, Request

import probes
from accessibility import ALL_RULES, AXE, COLOUR_RULES, LOOKS, MIDDLE, NARROW, RUN, WIDE, axe_options
from accessibility import violations as violations_in
from browser import page_address, serve
from site_files import base_url

AT_ONCE = 3


@dataclass
class Visit:
    """The problems of one page, by kind of check."""

    accessibility: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    reflow: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    keyboard: list[str] = field(default_factory=list)


async def violations(page: Page, look: str, rules: dict = ALL_RULES, without: tuple[str, ...] = ()) -> list[str]:
    """The violations that axe finds in the page as it looks now."""
    return violations_in(await page.evaluate(RUN, axe_options(rules, without)), look)


async def states(page: Page, visit: Visit) -> None:
    """Checks the page with more contrast, with everything unfolded, and at 200 %: half the window, every pixel doubled."""
    await page.set_viewport_size(WIDE)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, contrast="more")
        visit.accessibility += await violations(page, f"more contrast, {scheme}", COLOUR_RULES)
    await page.emulate_media(color_scheme="light", contrast="null")
    await page.evaluate(probes.UNFOLD)
    visit.accessibility += await violations(page, "unfolded")
    client = await page.context.new_cdp_session(page)
    doubled = {"width": WIDE["width"] // 2, "height": WIDE["height"] // 2, "deviceScaleFactor": 2, "mobile": False}
    await client.send("Emulation.setDeviceMetricsOverride", doubled)
    visit.accessibility += await violations(page, "200 %")
    visit.reflow += [f"at 200 %: {problem}" for problem in await page.evaluate(probes.SIDEWAYS)]
    await client.send("Emulation.clearDeviceMetricsOverride")
    await page.evaluate(probes.FOLD)


async def widths(page: Page, visit: Visit) -> None:
    """Checks that the page does not scroll sideways at 320 px (1280 px at 400 %, 640 px at 200 %) and with doubled or spaced text."""
    await page.set_viewport_size(NARROW)
    visit.reflow += [f"at 320 px: {problem}" for problem in await page.evaluate(probes.SIDEWAYS)]
    visit.targets += await page.evaluate(probes.SMALL_TARGETS)
    await page.evaluate(probes.SPACE_TEXT)
    visit.reflow += [f"at 320 px with wider text spacing: {problem}" for problem in await page.evaluate(probes.SIDEWAYS)]
    await page.evaluate(probes.RESTORE_TEXT)
    await page.set_viewport_size(MIDDLE)
    await page.evaluate(probes.DOUBLE_TEXT)
    visit.reflow += [f"at 640 px with doubled text: {problem}" for problem in await page.evaluate(probes.SIDEWAYS)]
    await page.evaluate(probes.RESTORE_TEXT)


async def keys(page: Page, visit: Visit, most: int) -> None:
    """Walks through the page with the Tab key."""
    await page.set_viewport_size(WIDE)
    await page.evaluate("window.scrollTo(0, 0)")
    for stop in range(most):
        await page.keyboard.press("Tab")
        state = await page.evaluate(probes.FOCUS)
        if state is None:
            break
        if stop == 0:
            if not state["href"].startswith("#"):
                visit.keyboard.append(f"the first stop is {state['name']}, not a link that skips to the main part")
        visit.keyboard += [f"{state['name']}: {problem}" for problem in state["problems"]]
    else:
        return
    if stop == 0:
        visit.keyboard.append("nothing can be reached with the Tab key")


async def skips(page: Page, visit: Visit) -> None:
    """Checks that the skip link moves the focus into the main part."""
    await page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    await page.reload()
    await page.keyboard.press("Tab")
    if not await page.evaluate("document.activeElement.matches('a[href^=\"#\"]')"):
        return
    await page.keyboard.press("Enter")
    if not await page.evaluate("document.querySelector('main')?.contains(document.activeElement) ?? false"):
        visit.keyboard.append("the skip link does not move the focus into the main part")
    if await page.evaluate("document.querySelector('h1')?.getBoundingClientRect().bottom < 0"):
        visit.keyboard.append("the skip link scrolls past the h1")


def listen(page: Page, visit: Visit, home: str) -> None:
    """Records the messages on the console and the requests to other addresses than `home`."""

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            visit.console.append(message.text)

    def request(sent: Request) -> None:
        if not sent.url.startswith((home, "data:")):
            visit.requests.append(sent.url)

    page.on("console", console)
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    page.on("request", request)
    page.on("requestfailed", lambda failed: visit.requests.append(f"{failed.url} failed"))


async def visit_page(browser: Browser, site: Path, path: str, thorough: bool) -> Visit:
    """Finds all problems of one page. `thorough`: also in forced colours and by keyboard."""
    visit = Visit()
    context = await browser.new_context(viewport=WIDE, color_scheme="light", locale="ja-JP", reduced_motion="reduce")
    page = await context.new_page()
    where = page_address(site, path)
    listen(page, visit, "file:" if where.startswith("file:") else base_url(site))
    await serve(context, site)
    await page.goto(where)
    await page.evaluate(AXE)
    for scheme, size in LOOKS:
        await page.emulate_media(color_scheme=scheme)
        await page.set_viewport_size(size)
        # A dark page differs only in its colours. The thorough visits check that.
        rules = ALL_RULES if thorough or scheme == "light" else COLOUR_RULES
        visit.accessibility += await violations(page, f"{scheme}, {size['width']} px", rules)
    await page.emulate_media(color_scheme="light")
    if thorough:
        await page.emulate_media(forced_colors="active")
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            # The user chooses the colours and their backgrounds; axe compares some of them with the site's.
            visit.accessibility += await violations(page, f"forced colours, {scheme}", without=("color-contrast",))
        await page.emulate_media(forced_colors="none", color_scheme="light")
        await states(page, visit)
    await widths(page, visit)
    await keys(page, visit, most=120 if thorough else 3)
    if thorough:
        await skips(page, visit)
    await context.close()
    return visit


async def visit_all(browser: Browser, site: Path, paths: list[str], thorough: set[str]) -> dict[str, Visit]:
    """Visits the pages, several at a time."""
    slots = asyncio.Semaphore(AT_ONCE)
    visits: dict[str, Visit] = {}

    async def one(path: str) -> None:
        async with slots:
            visits[path] = await visit_page(browser, site, path, path in thorough)

    await asyncio.gather(*(one(path) for path in paths))
    return visits
