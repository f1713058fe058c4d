"""Runs the command as editors do: from a form or an idea to a page."""

import shutil
from pathlib import Path

import pytest

from desk import Desk
from paths import CONTENT, TEMPLATES


@pytest.fixture
def desk(knowhow: Path, tmp_path: Path) -> Desk:
    for folder in (CONTENT, TEMPLATES):
        shutil.copytree(folder, tmp_path / folder.name)
    return Desk(str(knowhow), tmp_path)
