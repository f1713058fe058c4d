"""Reading a case: its words in the glossary, its address copied, the case printed."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from accessibility import AXE, LOOKS, WIDE
from browser import SharedBrowser, address
from visits import violations

# What a browser without the clipboard, without the right to it, and with it does.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSING = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })"
KEEPING = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.kept = text } } })"
COPY, PRINT = ".page-tools [data-copy]", ".page-tools [data-print]"


def with_glossary(site: Path) -> Path:
    """A case in which a word of the glossary is linked."""
    for path in sorted((site / "cases").glob("c*.html")):
        if 'class="glossary"' in path.read_text(encoding="utf-8"):
            return path
    pytest.fail("no case links a word of the glossary", pytrace=False)


@pytest.fixture
def look(in_browser: SharedBrowser) -> Callable[..., None]:
    """`look(file, at, script)` opens a page from disk, runs a script before the page's own, and calls `at` with the page."""

    def look(file: Path, at: Callable[[Page], Awaitable], script: str = "", **options) -> None:
        async def run(browser: Browser) -> None:
            context = await browser.new_context(locale="ja-JP", viewport=WIDE, **options)
            page = await context.new_page()
            problems = []
            page.on("pageerror", lambda error: problems.append(str(error)))
            if script:
                await page.add_init_script(script)
            await page.goto(address(file))
            await at(page)
            assert problems == []

        in_browser(run)

    return look


def test_no_dead_controls_without_javascript(look: Callable[..., None], site: Path) -> None:
    async def at(page: Page) -> None:
        assert await page.locator(".page-tools").count() == 1
        assert not await page.locator(".page-tools").is_visible()

    look(with_glossary(site), at, java_script_enabled=False)


def test_the_address_is_copied(look: Callable[..., None], site: Path) -> None:
    file = with_glossary(site)

    async def at(page: Page) -> None:
        await page.goto(f"{address(file)}#approach")
        await page.locator(COPY).click()
        status = page.get_by_role("status")
        await status.get_by_text("アドレスをコピーしました。").wait_for()
        canonical = await page.evaluate("document.querySelector('link[rel=canonical]')?.href ?? null")
        assert await page.evaluate("window.kept") == (canonical or address(file))
        assert not await page.locator(".address-field").is_visible()

    look(file, at, KEEPING)


@pytest.mark.parametrize("script", [NO_CLIPBOARD, REFUSING])
def test_without_a_clipboard_the_address_is_chosen(look: Callable[..., None], site: Path, script: str) -> None:
    file = with_glossary(site)

    async def at(page: Page) -> None:
        await page.locator(COPY).focus()
        await page.keyboard.press("Enter")
        field = page.get_by_label("このページのアドレス")
        await field.wait_for()
        chosen = "(field => [field.value, field.value.slice(field.selectionStart, field.selectionEnd), document.activeElement === field])"
        value, selected, focused = await field.evaluate(chosen)
        assert value == selected != "" and focused
        assert await field.get_attribute("readonly") is not None
        await page.get_by_role("status").get_by_text("コピーの操作をしてください").wait_for()
        await page.evaluate(AXE)
        for scheme, size in LOOKS:
            await page.emulate_media(color_scheme=scheme)
            await page.set_viewport_size(size)
            assert await violations(page, f"{scheme}, {size['width']} px") == []

    look(file, at, script)


def test_the_case_is_printed(look: Callable[..., None], site: Path) -> None:
    async def at(page: Page) -> None:
        await page.locator(PRINT).click()
        assert await page.evaluate("window.prints") == 1
        await page.emulate_media(media="print")
        for gone in (".page-tools", ".menu", ".neighbours"):
            assert not await page.locator(gone).first.is_visible(), gone
        for kept in ("h1", ".eyebrow", ".facts"):
            assert await page.locator(kept).first.is_visible(), kept
        # Only a whole address is of use on paper.
        assert await page.locator("p.address").count() == 0
        sizes = await page.evaluate(
            "['.field p', '.facts dd'].map(part => parseFloat(getComputedStyle(document.querySelector(part)).fontSize))")
        assert sizes[0] > sizes[1], sizes

    look(with_glossary(site), at, "window.prints = 0; window.print = () => { window.prints += 1 }")


def test_nothing_is_stored_or_sent(site: Path) -> None:
    script = (site / "assets").glob("page-*.js")
    text = "".join(path.read_text(encoding="utf-8") for path in script)
    assert text
    assert not re.search(r"fetch|XMLHttpRequest|localStorage|sessionStorage|cookie|innerHTML|sendBeacon", text)


def test_a_word_leads_to_its_meaning(look: Callable[..., None], site: Path) -> None:
    async def at(page: Page) -> None:
        links = page.locator("a.glossary")
        word = await links.first.text_content()
        addresses = await links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert len(addresses) == len(set(addresses)), "a word is linked twice"
        await links.first.click()
        meaning = page.locator(".word:target")
        await meaning.wait_for()
        assert word in await meaning.text_content()
        summary = meaning.locator("summary")
        assert not await meaning.locator("details a").first.is_visible()
        await summary.focus()
        await page.keyboard.press("Enter")
        assert await meaning.locator("details a").first.is_visible()

    look(with_glossary(site), at, java_script_enabled=False)


def test_what_folds_lies_open_on_paper(look: Callable[..., None], site: Path) -> None:
    async def at(page: Page) -> None:
        await page.emulate_media(media="print")
        assert await page.locator("details[open]").count() == 0
        cases = page.locator("main details ul")
        assert await cases.count() > 0
        for number in range(await cases.count()):
            assert await cases.nth(number).evaluate("list => list.checkVisibility()")

    look(site / "glossary.html", at)


def test_words_stand_under_their_rows(look: Callable[..., None], site: Path) -> None:
    async def at(page: Page) -> None:
        rows = await page.locator(".kana-index a").evaluate_all("links => links.map(link => link.hash.slice(1))")
        assert rows == await page.locator("main > .split").evaluate_all("rows => rows.map(row => row.id)")
        await page.locator(".kana-index a").last.click()
        assert await page.locator("main > .split").last.evaluate("row => row.getBoundingClientRect().top < innerHeight")
        await page.locator("main summary").first.click()
        await page.evaluate(AXE)
        for scheme, size in LOOKS:
            await page.emulate_media(color_scheme=scheme)
            await page.set_viewport_size(size)
            assert await violations(page, f"{scheme}, {size['width']} px") == []

    look(site / "glossary.html", at)
