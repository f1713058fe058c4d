"""A running desk of a copy of the committed casebook: one per file of tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from desk_running import Desk
from paths import CONTENT


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the committed casebook."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(CONTENT, folder / "content")
    return folder


@pytest.fixture(scope="module")
def desk(casebook: Path) -> Iterator[Desk]:
    running = Desk(casebook)
    yield running
    running.end()


@pytest.fixture(scope="module")
def page(desk: Desk, chromium: Browser) -> Iterator[Page]:
    """One page of a browser that is let in. A page that asks before it is left fails the test."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(8_000)
    opened.goto(desk.address)
    opened.wait_for_url("**/desk/")
    yield opened
    opened.close()
