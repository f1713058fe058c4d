"""Reads the site of `content/`, built by the program that KNOWHOW names, as readers do: in a browser, from disk and over HTTP."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "Tests/Pages"))
import browser  # noqa: E402

KNOWHOW = os.environ.get("KNOWHOW")
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 800}
# Notes every time the status region says something else, and whatever a page would store.
WATCH = """() => {
  window.said = [];
  addEventListener('DOMContentLoaded', () => {
    const status = document.querySelector('[data-status]');
    if (status) new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true });
  });
}"""
STORED = "() => [document.cookie, localStorage.length, sessionStorage.length].join()"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def build(content: Path, output: Path) -> Path:
    """The site of a casebook."""
    if not KNOWHOW or not Path(KNOWHOW).is_file():
        pytest.fail("name the program by KNOWHOW", pytrace=False)
    subprocess.run(
        [KNOWHOW, "build", "--quiet", "--content", content, "--templates", TOP / "templates", "--output", output], check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(output.parent / "cache")})
    return output


@contextmanager
def served(folder: Path):
    """Answers requests for a folder's files; gives the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    return build(TOP / "content", tmp_path_factory.mktemp("readers") / "site")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser.executable())
        yield running
        running.close()


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
            assert page.evaluate(STORED) == ",0,0"
            assert context.storage_state() == {"cookies": [], "origins": []}
        context.close()
