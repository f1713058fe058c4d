"""The pages of the site under test, each opened once in the browser."""

from pathlib import Path

import pytest

import site_files
import visits
from browser import SharedBrowser


@pytest.fixture(scope="session")
def site(tested_site: Path) -> Path:
    return tested_site


@pytest.fixture(scope="session")
def known(site: Path) -> set[str]:
    """Every file of the site."""
    return set(site_files.files(site))


@pytest.fixture(scope="session")
def all_visits(site: Path, in_browser: SharedBrowser) -> dict[str, visits.Visit]:
    """Visits all pages, several at a time, which is faster than one after the other."""
    return in_browser(visits.visit_all, site, site_files.sample(site), set(site_files.representatives(site)))


@pytest.fixture
def visited(request: pytest.FixtureRequest, all_visits: dict[str, visits.Visit]) -> visits.Visit:
    """What was found on one page."""
    return all_visits[request.param]
