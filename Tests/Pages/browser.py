"""Starting the browser that the page tests and `shoot.py` share."""

import os
import shutil
from pathlib import Path

from playwright.async_api import Browser, Playwright

CANDIDATES = (
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
