"""Starting the browser that the page tests and `shoot.py` share."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Playwright, Route

from site_files import base_url

# The first one has no windows, and does the same in half the time.
CANDIDATES = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def executable() -> str | None:
    """The browser named by CHROMIUM, else the first one found, else None: the one that Playwright brought."""
    if named := os.environ.get("CHROMIUM"):
        return named
    return next(filter(None, map(shutil.which, CANDIDATES)), None)


async def launch(playwright: Playwright) -> Browser:
    """A headless browser. Text is drawn alike on every machine: no hinting, no sub-pixel colours."""
    return await playwright.chromium.launch(
        executable_path=executable(),
        args=["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"],
    )


def address(file: Path) -> str:
    """The file: address of a page on disk."""
    return file.resolve().as_uri()


def page_address(site: Path, path: str) -> str:
    """Where a page is looked at: on disk. The page for missing addresses, once it knows its host, where nothing else is."""
    base = base_url(site)
    return f"{base}no/such/page.html" if base and path == "404.html" else address(site / path)


async def serve(context: BrowserContext, site: Path) -> None:
    """Answers what is asked below the site's base URL from the folder, as its host would."""
    base = base_url(site)

    async def answer(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.removeprefix(urlsplit(base).path)
        await route.fulfill(path=file if file.is_file() else site / "404.html")

    if base:
        await context.route(f"{base}**", answer)
