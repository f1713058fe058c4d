"""The pages in a browser, from disk."""

from pathlib import Path

import pytest

import keyboard
import loading
import printing
import site_files
import visits
import walk
from accessibility import NARROW, WIDE
from browser import SharedBrowser


def test_accessibility(visited: visits.Visit, none_of) -> None:
    """No violation found by axe: WCAG 2.2 A and AA and best practice, light and dark, narrow and wide."""
    none_of(visited.accessibility)


def test_console(visited: visits.Visit, none_of) -> None:
    """No error, no warning."""
    none_of(visited.console)


def test_requests(visited: visits.Visit, none_of) -> None:
    """Everything is loaded from the folder."""
    none_of(visited.requests)


def test_reflow(visited: visits.Visit, none_of) -> None:
    """No page scrolls sideways in narrow windows or with large text."""
    none_of(visited.reflow)


def test_targets(visited: visits.Visit, none_of) -> None:
    """Menus and controls are large enough for fingers."""
    none_of(visited.targets)


def test_keyboard(visited: visits.Visit, none_of) -> None:
    """The focus is visible after every Tab, and the skip link works."""
    none_of(visited.keyboard)


def test_without_javascript(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """Clicks lead from the home page to a page of every kind."""
    problems, reached = in_browser(walk.walk, site)
    missed = set(site_files.by_kind(site)) - {site_files.kind(path) for path in reached} - {"404.html"}
    none_of(problems + [f"no click leads to {kind}" for kind in sorted(missed)])


LOOKS = {
    "wide": {"viewport": WIDE},
    "narrow": {"viewport": NARROW},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "forced colours": {"viewport": WIDE, "forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_by_keyboard(site: Path, in_browser: SharedBrowser, look: str, none_of) -> None:
    """Tab and Enter lead from the home page to a category, a case of it and another case; the focus is always visible."""
    problems, reached = in_browser(keyboard.walk, site, LOOKS[look])
    none_of(problems)
    assert [Path(path).parent.name for path in reached][1:] == ["cases", "cases"], reached


def test_nothing_moves(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """Nothing moves while a page loads on a slow phone: the Cumulative Layout Shift is 0."""
    none_of(in_browser(loading.shifts, site, site_files.representatives(site)))


def test_print(site: Path, in_browser: SharedBrowser, none_of) -> None:
    """A case and the booklet print on A4 without navigation, on no more sheets than expected."""
    cases = [path for path in sorted((site / "cases").glob("*.html")) if not path.name.startswith("index")]
    fullest = max(cases, key=lambda path: path.stat().st_size)
    most = {f"cases/{fullest.name}": 3, "booklet.html": len(cases)}
    prints = in_browser(printing.print_pages, site, list(most))
    none_of([f"{path}: {problem}" for path in most for problem in printing.problems(prints[path], most[path])])
