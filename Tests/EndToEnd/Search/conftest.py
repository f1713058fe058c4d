"""The search of the site of `content/`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import searching
from searching import Searcher


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `content/` with the page for the tests."""
    return searching.build(tmp_path_factory.mktemp("own") / "site")


@pytest.fixture(params=["disk", "http"], scope="session")
def searcher(request: pytest.FixtureRequest, chromium: Browser, site: Path) -> Iterator[Searcher]:
    """The search of the site of `content/`, from disk and over HTTP."""
    with searching.opened(chromium, site, request.param) as searcher:
        yield searcher


@pytest.fixture(scope="session")
def collection(site: Path) -> dict:
    """The cases of the open data."""
    return json.loads((site / "data/cases.json").read_text(encoding="utf-8"))
