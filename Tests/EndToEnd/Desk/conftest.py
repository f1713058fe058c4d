"""A running desk of a copy of the committed casebook: one per file of tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

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
