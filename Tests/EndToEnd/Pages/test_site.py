"""The files of the site: markup, addresses, outline."""

from collections import Counter
from pathlib import Path

import colours
import document
import links
import loading
import markup
import site_files
import structure
import styles
from browser import SharedBrowser


def test_markup(site: Path, none_of) -> None:
    """All pages are valid HTML by the Nu Html Checker, without a warning."""
    none_of(markup.page_problems(site))


def test_styles(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """The browser understands every selector, condition and declaration of the style sheets."""
    none_of(in_browser(styles.problems, site, [path for path in site_files.files(site) if path.endswith(".css")]))


def test_style_sheets_suffice(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """A page loads all the style sheets that have rules for its parts."""
    none_of(in_browser(styles.missing, site, site_files.representatives(site)))


def test_contrast(site: Path, none_of) -> None:
    """Every colour stands out from what it stands on: light, dark, with more contrast, on paper. None is written outside the tokens."""
    styles = [path for path in site_files.files(site) if path.endswith(".css")]
    text = "".join((site / path).read_text(encoding="utf-8") for path in styles)
    none_of(colours.problems(text) + colours.strays(text))


def test_home_weight(site: Path) -> None:
    """The home page and all it loads are light: 60 kB before any packing."""
    assert loading.weight(site, "index.html").plain <= 60_000


def test_links(site: Path, known: set[str], page_path: str, none_of) -> None:
    """Every address in the page leads to a file of the site, and to an id in it."""
    none_of(links.page_problems(site, page_path, known))


def test_style_addresses(site: Path, known: set[str], none_of) -> None:
    """Style sheets load only files of the site."""
    none_of(links.style_problems(site, known))


def test_nothing_is_left_over(site: Path, none_of) -> None:
    """Every file is one that a page leads to."""
    none_of(links.unreferenced(site))


def test_names(site: Path, none_of) -> None:
    """File names work on every host: lower-case ASCII without blanks."""
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-_./")
    none_of([path for path in site_files.files(site) if not set(path) <= allowed])


def test_structure(site: Path, page_path: str, none_of) -> None:
    """Language, title, headings, landmarks and ids."""
    none_of(structure.problems(document.read(site / page_path)))


def test_titles_differ(site: Path, none_of) -> None:
    """No two pages have one title."""
    documents = [document.read(site / page) for page in site_files.pages(site)]
    titles = Counter(each.title for each in documents if not each.refreshes)
    none_of([f"{count} pages are called {title}" for title, count in titles.items() if count > 1])
