"""Follows every link of a site in a browser, from the home page on, and collects the problems."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

import document

AT_ONCE = 4
VIEWPORT = {"width": 400, "height": 300}
CLICKED_SCHEMES = {"http", "https", "mailto", "tel"}

CONTENTS = """() => ({
    ids: [...document.querySelectorAll('[id]')].map(element => element.id),
    links: [...document.querySelectorAll('a[href], area[href], link[href]')].map(element => element.href),
    heading: document.querySelector('h1')?.textContent ?? '',
    styled: getComputedStyle(document.body).lineHeight !== 'normal',
})"""


@dataclass
class Crawl:
    """The crawl of a site: its address with a slash at the end, its folder, and what was found."""

    base: str
    folder: Path
    problems: list[str] = field(default_factory=list)
    pages: dict[str, set[str]] = field(default_factory=dict)
    """Path relative to the base → the ids of the page."""
    anchors: dict[tuple[str, str], str] = field(default_factory=dict)
    """Path and fragment → the first page that links there."""
    waiting: dict[str, str] = field(default_factory=lambda: {"index.html": "the start"})
    """Path relative to the base → the first page that links there, for pages not visited yet."""
    seen: set[str] = field(default_factory=lambda: {"index.html"})

    @property
    def is_on_disk(self) -> bool:
        return self.base.startswith("file:")

    def path(self, address: str) -> str | None:
        """The path of an address relative to the base; None when it is elsewhere."""
        return unquote(address.removeprefix(self.base)) if address.startswith(self.base) else None

    def note(self, source: str, address: str) -> None:
        """Records a link of a page, as the browser resolved it."""
        parts = urlsplit(address)
        whole, fragment = urldefrag(address)
        # A query does not change which file is served.
        path = self.path(whole.partition("?")[0])
        if path is None:
            home = urlsplit(self.base)
            if (parts.scheme, parts.netloc) == (home.scheme, home.netloc):
                self.problems.append(f"{source}: a link leaves the site's folder, to {address}")
            elif parts.scheme not in CLICKED_SCHEMES:
                self.problems.append(f"{source}: a link has an unfit scheme: {address}")
            return
        if fragment:
            self.anchors.setdefault((path, unquote(fragment)), source)
        if path not in self.seen:
            self.seen.add(path)
            self.waiting[path] = source

    def dead_anchors(self) -> list[str]:
        """The fragments that lead to no id of their page."""
        return [
            f"{source}: {path}#{fragment}: no such id there"
            for (path, fragment), source in self.anchors.items()
            if path in self.pages and fragment not in self.pages[path]
        ]


def listen(page: Page, crawl: Crawl, current: dict[str, str]) -> None:
    """Records the messages of a page on the console, and its failed requests and those to other addresses."""

    def report(problem: str) -> None:
        crawl.problems.append(f"{current['path']}: {problem}")

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            report(f"console: {message.text}")

    def request(sent: Request) -> None:
        if not sent.url.startswith((crawl.base, "data:")):
            report(f"asks for {sent.url}")
        if sent.redirected_from:
            report(f"is sent from {sent.redirected_from.url} to {sent.url}")

    def response(received: Response) -> None:
        if received.status >= 400:
            report(f"{received.url} answers {received.status}")

    def failed(lost: Request) -> None:
        # Requests that are pending when the next page is opened are cancelled; that is no error of the site.
        if lost.failure != "net::ERR_ABORTED":
            report(f"{lost.url} failed: {lost.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: report(f"console: {error}"))
    page.on("request", request)
    page.on("response", response)
    page.on("requestfailed", failed)


async def visit(page: Page, crawl: Crawl, path: str) -> None:
    """Visits one page: checks the response and the page, and records its links."""
    response = await page.goto(crawl.base + path)
    kind = response.headers.get("content-type", "") if response else ""
    if not crawl.is_on_disk and kind.partition(";")[0] != "text/html":
        crawl.problems.append(f"{path}: is served as {kind or 'nothing'}")
    if page.url != crawl.base + path:
        crawl.problems.append(f"{path}: opens as {page.url}")
    contents = await page.evaluate(CONTENTS)
    crawl.pages[path] = set(contents["ids"])
    if not contents["styled"]:
        crawl.problems.append(f"{path}: has no style sheet")
    file = crawl.folder / path
    if file.is_file():
        expected = next((text for level, text in document.read(file).headings if level == 1), "")
        if contents["heading"] != expected:
            crawl.problems.append(f"{path}: shows the heading “{contents['heading']}”, not “{expected}”")
    for address in contents["links"]:
        crawl.note(path, address)


async def fetch(context: BrowserContext, crawl: Crawl, path: str, source: str) -> None:
    """Checks that a linked file that is no page exists."""
    if crawl.is_on_disk:
        if not (crawl.folder / path).is_file():
            crawl.problems.append(f"{source}: {path} is not there")
        return
    response = await context.request.get(crawl.base + path, max_redirects=0)
    if response.status != 200:
        crawl.problems.append(f"{source}: {path} answers {response.status}")


async def work(context: BrowserContext, crawl: Crawl, busy: set[str]) -> None:
    """Visits the pages in the queue until it is empty and no other worker can add to it."""
    page = await context.new_page()
    current = {"path": ""}
    listen(page, crawl, current)
    while crawl.waiting or busy:
        if not crawl.waiting:
            await asyncio.sleep(0.005)
            continue
        path, source = crawl.waiting.popitem()
        busy.add(path)
        current["path"] = path
        try:
            if path.endswith(".html"):
                await visit(page, crawl, path)
            elif path == "" or path.endswith("/"):
                crawl.problems.append(f"{source}: leads to a folder, {path or 'the site itself'}")
            else:
                await fetch(context, crawl, path, source)
        except Exception as error:  # noqa: BLE001 - a page that cannot be opened is a finding of the crawl
            crawl.problems.append(f"{source}: {path} cannot be opened: {str(error).splitlines()[0]}")
        finally:
            busy.discard(path)
    await page.close()


async def crawl_all(browser: Browser, folders: dict[str, Path]) -> dict[str, Crawl]:
    """Crawls a folder at each address in one browser, with several pages open at a time."""
    crawls = {base: Crawl(base, folder) for base, folder in folders.items()}
    for base, crawl in crawls.items():
        context = await browser.new_context(locale="ja-JP", viewport=VIEWPORT)
        busy: set[str] = set()
        await asyncio.gather(*(work(context, crawl, busy) for _ in range(AT_ONCE)))
        await context.close()
        crawl.problems += crawl.dead_anchors()
    return crawls
