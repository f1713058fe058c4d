"""The files of the site: addresses, outline, style sheets."""

from collections import Counter
from pathlib import Path

import colours
import document
import links
import loading
import site_files
import structure
import styles
from browser import SharedBrowser


def test_styles(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """The browser supports every selector, condition and declaration of the style sheets."""
    none_of(in_browser(styles.problems, site, [path for path in site_files.files(site) if path.endswith(".css")]))


def test_style_sheets_suffice(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """A page loads every style sheet that has rules for its elements."""
    none_of(in_browser(styles.missing, site, site_files.representatives(site)))


def test_contrast(site: Path, none_of) -> None:
    """Every colour has enough contrast with its background: light, dark, with more contrast, on paper. No colour is written outside the tokens."""
    styles = [path for path in site_files.files(site) if path.endswith(".css")]
    text = "".join((site / path).read_text(encoding="utf-8") for path in styles)
    none_of(colours.problems(text) + colours.strays(text))


def test_home_weight(site: Path) -> None:
    """The home page with everything that it loads has at most 60 kB, uncompressed."""
    assert loading.weight(site, "index.html").plain <= 60_000


def test_links(site: Path, known: set[str], page_path: str, none_of) -> None:
    """Every address in the page leads to a file of the site, and to an id in it."""
    none_of(links.page_problems(site, page_path, known))


def test_style_addresses(site: Path, known: set[str], none_of) -> None:
    """Style sheets load only files of the site."""
    none_of(links.style_problems(site, known))


def test_every_file_is_used(site: Path, none_of) -> None:
    """A page links to or loads every file."""
    none_of(links.unreferenced(site))


def test_names(site: Path, none_of) -> None:
    """File names work on every host: lower-case ASCII without blanks."""
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-_./")
    none_of([path for path in site_files.files(site) if not set(path) <= allowed])


def test_structure(site: Path, page_path: str, none_of) -> None:
    """Language, title, headings, landmarks and ids."""
    none_of(structure.problems(document.read(site / page_path)))


def test_titles_differ(site: Path, none_of) -> None:
    """No two pages have the same title."""
    documents = [document.read(site / page) for page in site_files.pages(site)]
    titles = Counter(each.title for each in documents if not each.refreshes)
    none_of([f"{count} pages are called {title}" for title, count in titles.items() if count > 1])
