"""Chromium for the tests: which one, and one of it for a whole run."""

import asyncio
import os
import shutil
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Playwright, Route, async_playwright

from site_files import base_url

# The first one has no windows and needs half the time for the same work.
CANDIDATES = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def executable() -> str | None:
    """The browser named by CHROMIUM, else the first one found, else None: the one that Playwright installed."""
    if named := os.environ.get("CHROMIUM"):
        return named
    return next(filter(None, map(shutil.which, CANDIDATES)), None)


def launch_options() -> dict:
    """Options for a headless browser that draws text the same way on every machine: no hinting, no sub-pixel colours."""
    arguments = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]
    return {"executable_path": executable(), "args": arguments}


async def launch(playwright: Playwright) -> Browser:
    """Starts a headless browser."""
    return await playwright.chromium.launch(**launch_options())


class SharedBrowser:
    """One browser for many coroutines.

    Its event loop runs on a thread of its own, so tests that use Playwright's synchronous API can run in the same process. The
    browser starts when it is first needed.
    """

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.playwright: Playwright | None = None
        self.browser: Browser | None = None

    def __call__(self, task: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        """Runs `task(browser, *arguments)` and returns its result. Closes the contexts that it left open."""
        if not self.thread.is_alive():
            self.thread.start()
        return asyncio.run_coroutine_threadsafe(self.run(task, *arguments), self.loop).result()

    async def run(self, task: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        if self.browser is None:
            self.playwright = await async_playwright().start()
            self.browser = await launch(self.playwright)
        try:
            return await task(self.browser, *arguments)
        finally:
            for context in self.browser.contexts:
                await context.close()

    async def stop(self) -> None:
        if self.browser is not None and self.playwright is not None:
            await self.browser.close()
            await self.playwright.stop()

    def close(self) -> None:
        if self.thread.is_alive():
            asyncio.run_coroutine_threadsafe(self.stop(), self.loop).result()
            self.loop.call_soon_threadsafe(self.loop.stop)
            self.thread.join()


def address(file: Path) -> str:
    """The file: address of a page on disk."""
    return file.resolve().as_uri()


def page_address(site: Path, path: str) -> str:
    """The address at which a page is tested: its file. The page for missing addresses of a site with a base URL: a missing address."""
    base = base_url(site)
    return f"{base}no/such/page.html" if base and path == "404.html" else address(site / path)


async def serve(context: BrowserContext, site: Path) -> None:
    """Answers requests to the site's base URL with the files of the folder, as its host would."""
    base = base_url(site)

    async def answer(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.removeprefix(urlsplit(base).path)
        await route.fulfill(path=file if file.is_file() else site / "404.html")

    if base:
        await context.route(f"{base}**", answer)
