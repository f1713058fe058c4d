"""Checks links: the same files must work from disk, in a subfolder and on any host."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from document import read
from site_files import base_url, files, pages

# Hosts, crawlers and feed readers know these names, or absolute addresses name them (the picture that other sites show with a
# link). No page has to link to them.
KNOWN_TO_OTHERS = re.compile(
    r"(404\.html|robots\.txt|sitemap.*\.xml|llms(-full)?\.txt|feed\.(xml|json)|CNAME|assets/share-[0-9a-f]+\.png)"
    # Loaded where the collection is large.
    r"|assets/search-index-[0-9a-f]+\.js")
# Files of the search refer to one another by the two parts of their hashes.
SEARCH_FILE = re.compile(r"search/([0-9a-v])/[a-z]\d+-([0-9a-v]{4})\.js")
CLICKED_SCHEMES = {"http", "https", "mailto", "tel"}
STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")


def resolve(base: str, path: str) -> str | None:
    """The file below the site that a relative path leads to; None when it leaves the site."""
    parts: list[str] = []
    for part in (PurePosixPath(base).parent / path).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def address_problem(site: Path, known: set[str], page: str, address: str, loads: bool) -> str | None:
    """The problem of one address, or None."""
    base = base_url(site)
    if base and not loads and address.startswith(base):
        page, address = "index.html", address.removeprefix(base)
    elif base and page == "404.html" and address.startswith(urlsplit(base).path):
        # Hosts show this page at any depth.
        page, address = "index.html", address.removeprefix(urlsplit(base).path)
    parts = urlsplit(address)
    if parts.scheme == "data" and loads:
        return None
    if parts.scheme or parts.netloc:
        if loads:
            return f"loads {address} from elsewhere"
        return None if parts.scheme in CLICKED_SCHEMES else f"{address} has an unfit scheme"
    if parts.path.startswith("/"):
        return f"{address} is not relative"
    if parts.query:
        return f"{address} has a query, which a file cannot answer" if loads else None
    target = resolve(page, unquote(parts.path)) if parts.path else page
    if target is None:
        return f"{address} leads out of the site"
    if target not in known:
        return f"{address} leads to a folder" if (site / target).is_dir() else f"{address} leads nowhere"
    if parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in read(site / target).ids:
        return f"{address}: no such id in {target}"
    return None


def page_problems(site: Path, page: str, known: set[str]) -> list[str]:
    """Every bad address in one page."""
    found = []
    for reference in read(site / page).references:
        problem = address_problem(site, known, page, reference.address, reference.loads)
        if problem:
            found.append(f"{page}:{reference.line}: <{reference.tag}> {problem}")
    return found


def style_addresses(site: Path, style: str) -> list[str]:
    """Every address in a style sheet."""
    text = (site / style).read_text(encoding="utf-8")
    return [first or second for first, second in STYLE_ADDRESS.findall(text)]


def style_problems(site: Path, known: set[str]) -> list[str]:
    """Every bad address in the style sheets."""
    found = []
    for style in (path for path in files(site) if path.endswith(".css")):
        for address in style_addresses(site, style):
            if not address.startswith("#") and (problem := address_problem(site, known, style, address, True)):
                found.append(f"{style}: {problem}")
    return found


def unreferenced(site: Path) -> list[str]:
    """Files that nothing in the site refers to, except redirects from old addresses."""
    reached = set()
    for page in pages(site):
        for reference in read(site / page).references:
            if path := urlsplit(reference.address).path:
                reached.add(resolve(page, unquote(path)))
    for style in (path for path in files(site) if path.endswith(".css")):
        reached.update(resolve(style, unquote(urlsplit(address).path)) for address in style_addresses(site, style))
    scripts = "\n".join((site / path).read_text(encoding="utf-8") for path in files(site) if path.endswith(".js"))
    # The scripts that others load later.
    scripts += "\n".join(
        named for page in pages(site) for named in re.findall(r' data-later="([^"]*)"', (site / page).read_text(encoding="utf-8")))
    return [
        path
        for path in files(site)
        if path not in reached
        and not KNOWN_TO_OTHERS.fullmatch(path)
        and not (path.endswith(".html") and read(site / path).refreshes)
        and PurePosixPath(path).name not in scripts
        and not ((match := SEARCH_FILE.fullmatch(path)) and match[1] + match[2] in scripts)
    ]
