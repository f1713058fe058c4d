"""Writes sites under conditions in which writing fails."""

import shutil

import pytest

import casebook_states
import command
import site_folders
from writing import States, build, open_to_all


@pytest.fixture(scope="session")
def knowhow(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A copy of the command that every user may run."""
    copy = tmp_path_factory.mktemp("program") / "knowhow"
    shutil.copy2(command.knowhow(), copy)
    open_to_all(copy.parent)
    return str(copy)


@pytest.fixture(scope="session")
def states(knowhow: str, tmp_path_factory: pytest.TempPathFactory) -> States:
    folder = tmp_path_factory.mktemp("states")
    open_to_all(folder)
    casebook_states.make_old(folder / "old")
    casebook_states.make_new(folder / "new")
    for name in ("old", "new"):
        result = build(knowhow, folder / name, folder / f"{name}-site")
        assert result.returncode == 0, result.stderr
    found = States(
        folder, folder / "old-site", site_folders.contents(folder / "old-site"), site_folders.contents(folder / "new-site"))
    for files in (found.old, found.new):
        assert site_folders.dead_links({path: data for path, data in files.items() if not path.startswith(".knowhow")}) == []
    return found
