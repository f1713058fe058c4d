"""Reads the site of `content/` as readers do: in a browser, from disk and over HTTP."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from accessibility import WIDE
from web import served

# Records each text of the status region, and everything that a page would store.
WATCH = """() => {
  window.said = [];
  addEventListener('DOMContentLoaded', () => {
    const status = document.querySelector('[data-status]');
    if (status) new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true });
  });
}"""
STORED = "() => [document.cookie, localStorage.length, Object.keys(sessionStorage).map((key) => key.split(' ')[0])].join()"


@pytest.fixture(scope="session")
def site(own_site: Path) -> Path:
    return own_site


@pytest.fixture(params=["disk", "http"])
def base(request, site: Path):
    """Where the site is: on disk, then at a host."""
    if request.param == "disk":
        yield site.resolve().as_uri() + "/"
        return
    with served(site) as address:
        yield address


@pytest.fixture
def open_page(chromium):
    """Opens a reader's page on a site; in the end nothing may have gone wrong, been stored or been asked of other hosts."""
    opened = []

    def open_one(base: str, path: str = "", **options) -> Page:
        context = chromium.new_context(**{"viewport": WIDE, "locale": "ja-JP", "reduced_motion": "reduce", **options})
        context.add_init_script(f"({WATCH})()")
        page = context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("request", lambda sent: sent.url.startswith((base, "data:")) or problems.append(sent.url))
        page.goto(base + path)
        opened.append((page, context, problems, options.get("java_script_enabled", True), base.startswith("http")))
        page.problems = problems
        return page

    yield open_one
    for page, context, problems, has_scripts, is_hosted in opened:
        assert problems == []
        if has_scripts and is_hosted:
            # Only the reader's own list is stored, for the tab alone.
            assert page.evaluate(STORED) in [",0,"] + [",0,list"] * getattr(page, "may_keep_a_list", False)
            assert context.storage_state() == {"cookies": [], "origins": []}
        context.close()
