"""The site under test: the folder named by SITE, else the committed one."""

import asyncio
import os
from pathlib import Path

import pytest

import site_files
import visits

SITE = Path(os.environ.get("SITE") or Path(__file__).parents[2] / "site")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `page` runs for every page; one that takes `visited`, for every page opened in the browser."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", site_files.pages(SITE))
    if "visited" in metafunc.fixturenames:
        metafunc.parametrize("visited", site_files.sample(SITE), indirect=True)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder; a test run without one is a mistake, not a success."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site at {SITE}: run script/build, or name a folder by SITE", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def known(site: Path) -> set[str]:
    """Every file of the site."""
    return set(site_files.files(site))


@pytest.fixture(scope="session")
def all_visits(site: Path) -> dict[str, visits.Visit]:
    """All visits at once, since the browser is quicker with several pages than one after the other."""
    return asyncio.run(visits.visit_all(site, site_files.sample(site), set(site_files.representatives(site))))


@pytest.fixture
def visited(request: pytest.FixtureRequest, all_visits: dict[str, visits.Visit]) -> visits.Visit:
    """What was found on one page."""
    return all_visits[request.param]


@pytest.fixture
def none_of():
    """Fails with every problem of a list."""

    def check(problems: list[str]) -> None:
        if problems:
            pytest.fail(f"{len(problems)} problems\n" + "\n".join(problems), pytrace=False)

    return check
