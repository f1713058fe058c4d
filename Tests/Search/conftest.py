"""Searches sites that the program named by KNOWHOW built, in a browser, over HTTP and from disk."""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "Tests/Pages"), str(TOP / "Benchmarks/Search")]
import browser  # noqa: E402
import collection as collections  # noqa: E402

KNOWHOW = os.environ.get("KNOWHOW")
SCRIPTS = ("search-index", "finder")
PROBE = "probe.html"


def build(content: Path, output: Path, templates: Path = TOP / "templates") -> Path:
    """A site, with a page that holds the scripts of the search and nothing else."""
    subprocess.run(
        [KNOWHOW, "build", "--quiet", "--content", content, "--templates", templates, "--output", output], check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(output.parent / "cache")})
    tags = "".join(
        f'<script defer src="{next((output / "assets").glob(name + "-??????????.js")).relative_to(output)}"></script>\n'
        for name in SCRIPTS)
    (output / PROBE).write_text(f'<!DOCTYPE html><meta charset="utf-8"><title>probe</title>\n{tags}', encoding="utf-8")
    return output


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser.executable())
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site of `content/`."""
    if not KNOWHOW or not Path(KNOWHOW).is_file():
        pytest.fail("name the program by KNOWHOW", pytrace=False)
    return build(TOP / "content", tmp_path_factory.mktemp("own") / "site")


def serve(folder: Path) -> tuple[str, http.server.ThreadingHTTPServer]:
    """Answers requests for a folder's files; gives the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/", server


class Searcher:
    """The search of a site in a page of the browser."""

    def __init__(self, chromium, base: str):
        self.page = chromium.new_page()
        self.base = base
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(base + PROBE)
        self.page.evaluate("async () => { window.index = await knowhowSearch.open('./'); }")

    def call(self, expression: str, argument=None):
        """What an expression of the argument `given` comes to."""
        return self.page.evaluate(f"async (given) => {expression}", argument)

    def search(self, text: str, filters: dict | None = None, first: int = 0, limit: int = 10) -> dict:
        return self.call("await index.search(given)", {"text": text, "filters": filters or {}, "first": first, "limit": limit})

    def ids(self, text: str, filters: dict | None = None, limit: int = 100_000) -> list[str]:
        return [hit["id"] for hit in self.search(text, filters, limit=limit)["hits"]]

    def normal_texts(self, site: Path) -> dict[str, list[str]]:
        """The normalized texts of each case in which a word may stand."""
        fields = collections.fields(site)
        names, texts = list(fields), list(fields.values())
        normal = []
        for start in range(0, len(texts), 500):
            normal += self.call("given.map((texts) => texts.map(knowhowSearch.text.normalize))", texts[start:start + 500])
        return dict(zip(names, normal))

    def forms(self, query: str) -> list[list[str]]:
        """For each word of a query, the normalized texts of which a case has to hold one."""
        words = self.call("knowhowSearch.words.parse(given, index.data, index.facets)", query)
        return [[alternative["text"] for alternative in word["alternatives"]] for word in words]

    def close(self) -> None:
        self.page.close()
        assert not self.errors, self.errors


@pytest.fixture(params=["disk", "http"], scope="session")
def searcher(request, chromium, site):
    """The search of the site of `content/`, from disk and over HTTP."""
    server = None
    base = site.resolve().as_uri() + "/"
    if request.param == "http":
        base, server = serve(site)
    searcher = Searcher(chromium, base)
    yield searcher
    searcher.close()
    if server:
        server.shutdown()


@pytest.fixture(scope="session")
def collection(site) -> dict:
    """The cases as open data tells them."""
    return json.loads((site / "data/cases.json").read_text(encoding="utf-8"))
