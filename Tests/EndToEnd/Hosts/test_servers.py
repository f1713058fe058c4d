"""The same folder on real servers and from disk: every link is followed in a browser everywhere."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

import document
import servers
import site_files
from browser import SharedBrowser
from servers import SUBFOLDER
from crawl import CONTENTS, Crawl, crawl_all


def address(port: int, path: str = "/") -> str:
    return f"http://{servers.ADDRESS}:{port}{path}"


def below(root: Path, site: Path) -> Path:
    """A folder that holds the site at /x/y/."""
    where = root / SUBFOLDER.strip("/")
    where.parent.mkdir(parents=True)
    where.symlink_to(site)
    return root


@pytest.fixture(scope="session")
def nginx_root(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """nginx as the hosting guide sets it up for the root of a host, with the site without a base URL."""
    port = servers.free_port()
    documented = servers.documented("At the root of a host")
    configuration = servers.adapted(documented, port, {"/srv/casebook/site": str(plain_site)})
    with servers.nginx(configuration, port, tmp_path_factory.mktemp("nginx-root")):
        yield address(port)


@pytest.fixture(scope="session")
def nginx_subfolder(placed_site: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """nginx as the hosting guide sets it up for a subfolder, with the site built for that address."""
    replacements = {"/srv/casebook/site": str(placed_site), " /casebook": f" {SUBFOLDER.rstrip('/')}"}
    configuration = servers.adapted(servers.documented("In a subfolder"), port, replacements)
    with servers.nginx(configuration, port, tmp_path_factory.mktemp("nginx-subfolder")):
        yield address(port, SUBFOLDER)


@pytest.fixture(scope="session")
def python_root(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = servers.free_port()
    with servers.python(plain_site, port, tmp_path_factory.mktemp("python") / "log"):
        yield address(port)


@pytest.fixture(scope="session")
def python_subfolder(plain_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = servers.free_port()
    folder = tmp_path_factory.mktemp("python-subfolder")
    with servers.python(below(folder / "root", plain_site), port, folder / "log"):
        yield address(port, SUBFOLDER)


@pytest.fixture(scope="session")
def from_disk(placed_site: Path) -> str:
    """The site with a base URL, away from it. The one without is what the page tests open from disk."""
    return f"{placed_site.resolve().as_uri()}/"


ADDRESSES = [
    ("nginx_root", "plain_site"),
    ("nginx_subfolder", "placed_site"),
    ("python_root", "plain_site"),
    ("python_subfolder", "plain_site"),
    ("from_disk", "placed_site"),
]


@pytest.fixture(scope="session")
def all_crawls(in_browser: SharedBrowser, request: pytest.FixtureRequest) -> dict[str, Crawl]:
    """All crawls, by address, in one browser."""
    folders = {request.getfixturevalue(where): request.getfixturevalue(site) for where, site in ADDRESSES}
    return in_browser(crawl_all, folders)


def unlinked(site: Path) -> set[str]:
    """The pages that no link needs to lead to: the one for missing addresses, and redirects from old addresses."""
    return {"404.html"} | {page for page in site_files.pages(site) if document.read(site / page).refreshes}


@pytest.mark.parametrize(("where", "site"), ADDRESSES, ids=[where for where, _ in ADDRESSES])
def test_every_link(
    where: str, site: str, request: pytest.FixtureRequest, all_crawls: dict[str, Crawl], none_of
) -> None:
    """No dead link, no message on the console, no failed or foreign request; every page is reached and shows its heading."""
    folder = request.getfixturevalue(site)
    found = all_crawls[request.getfixturevalue(where)]
    missed = set(site_files.pages(folder)) - set(found.pages) - unlinked(folder)
    none_of(sorted(found.problems) + [f"no link leads to {page}" for page in sorted(missed)])


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Does not follow redirects."""

    def redirect_request(self, *_: object) -> None:
        return None


def answer(address: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an address, without following redirects."""
    try:
        response = urllib.request.build_opener(NoRedirect).open(address, timeout=10)
    except urllib.error.HTTPError as refusal:
        response = refusal
    with response:
        return response.status, {name.lower(): value for name, value in response.headers.items()}, response.read().decode()


def asset(site: Path, ending: str) -> str:
    return next(path for path in site_files.files(site) if path.startswith("assets/") and path.endswith(ending))


@pytest.mark.parametrize(("where", "site"), ADDRESSES[:2], ids=[where for where, _ in ADDRESSES[:2]])
def test_text_is_compressed(where: str, site: str, request: pytest.FixtureRequest) -> None:
    """Text is sent compressed to clients that accept it."""
    base, folder = request.getfixturevalue(where), request.getfixturevalue(site)
    for path in ("index.html", asset(folder, ".css"), asset(folder, ".js"), "search/index.js", "data/cases.csv", "data/cases.json"):
        packed = urllib.request.urlopen(urllib.request.Request(base + path, headers={"Accept-Encoding": "gzip"}), timeout=10)
        assert packed.headers["content-encoding"] == "gzip" and "Accept-Encoding" in packed.headers["vary"], path
        assert gzip.decompress(packed.read()) == (folder / path).read_bytes()


@pytest.mark.parametrize(("where", "site"), ADDRESSES[:2], ids=[where for where, _ in ADDRESSES[:2]])
def test_headers(where: str, site: str, request: pytest.FixtureRequest) -> None:
    """Pages are revalidated, fingerprinted assets cached; all have the charset and the headers that the guide documents."""
    base, folder = request.getfixturevalue(where), request.getfixturevalue(site)
    texts = next(path for path in site_files.files(folder) if path.startswith("search/") and path != "search/index.js")
    kinds = {
        "index.html": "text/html", asset(folder, ".css"): "text/css", asset(folder, ".svg"): "image/svg+xml",
        "search/index.js": "application/javascript", texts: "application/javascript",
    }
    for path, kind in kinds.items():
        status, headers, _ = answer(base + path)
        assert status == 200
        assert headers["content-type"] == (kind if "svg" in kind else f"{kind}; charset=utf-8")
        assert headers["cache-control"] == (
            "public, max-age=31536000, immutable" if path.startswith("assets/") or path == texts else "no-cache"
        )
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(("where", "site"), ADDRESSES[:2], ids=[where for where, _ in ADDRESSES[:2]])
def test_folders(where: str, site: str, request: pytest.FixtureRequest) -> None:
    """A folder's address shows its index, without a slash too, and the build's own list is not there."""
    base, folder = request.getfixturevalue(where), request.getfixturevalue(site)
    path = "/" + base.split("/", 3)[3]
    assert answer(base)[2] == (folder / "index.html").read_text(encoding="utf-8")
    assert answer(f"{base}cases/")[2] == (folder / "cases/index.html").read_text(encoding="utf-8")
    status, headers, _ = answer(f"{base}cases")
    assert (status, headers["location"]) == (301, f"{path}cases/")
    assert (folder / ".knowhow/manifest.json").is_file()
    assert answer(f"{base}.knowhow/manifest.json")[0] == 404
    assert answer(base.rstrip("/"))[0] in (200, 301)


def test_csv(nginx_root: str, nginx_subfolder: str, plain_site: Path, placed_site: Path) -> None:
    """Tables are served as such, not as a nameless download."""
    for base, folder in ((nginx_root, plain_site), (nginx_subfolder, placed_site)):
        table = folder / "table-for-this-test.csv"
        table.write_text("名前\n", encoding="utf-8")
        try:
            assert answer(base + table.name)[1]["content-type"] == "text/csv; charset=utf-8"
        finally:
            table.unlink()


async def lost(browser: Browser, base: str, folder: Path, path: str) -> list[str]:
    """What is wrong with the page that a missing address shows, and with where it leads."""
    crawl = Crawl(base, folder)
    page = await browser.new_page(locale="ja-JP")
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    response = await page.goto(base + path)
    contents = await page.evaluate(CONTENTS)
    found = [f"{url} is not there either" for url in failed if url != base + path]
    if response is None or response.status != 404:
        found.append(f"answers {response.status if response else 'nothing'}")
    if contents["heading"] != "ページが見つかりません":
        found.append(f"shows the heading “{contents['heading']}”")
    if not contents["styled"]:
        found.append("has no style sheet")
    for link in contents["links"]:
        crawl.note(path, link)
    for target, source in crawl.waiting.items():
        answered = await page.request.get(base + target, max_redirects=0)
        if answered.status != 200 and target != path:
            found.append(f"{source}: {target} answers {answered.status}")
    await page.close()
    return found + crawl.problems


def test_missing_address(in_browser: SharedBrowser, nginx_root: str, plain_site: Path, none_of) -> None:
    """At the top of the site the page for missing addresses works without a base URL."""
    none_of(in_browser(lost, nginx_root, plain_site, "no-such.html"))


def test_missing_address_at_depth(in_browser: SharedBrowser, nginx_subfolder: str, placed_site: Path, none_of) -> None:
    """With a base URL it works at any depth."""
    none_of(in_browser(lost, nginx_subfolder, placed_site, "cases/no/such.html"))
