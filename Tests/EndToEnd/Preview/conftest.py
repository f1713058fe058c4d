"""A running preview of a copy of a small casebook."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from paths import EVERY_FEATURE
from running import Preview


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    """A copy of the small casebook with every feature."""
    for part in ("content", "templates"):
        shutil.copytree(EVERY_FEATURE / part, tmp_path / part)
    return tmp_path


@pytest.fixture
def preview(casebook: Path) -> Iterator[Preview]:
    running = Preview(casebook)
    yield running
    running.end()
