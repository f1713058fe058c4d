"""Drives the real program, named by KNOWHOW, to write sites where things go wrong."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import casebooks
import folders

KNOWHOW = os.environ.get("KNOWHOW")


@pytest.fixture(scope="session")
def knowhow(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program, where every user may run it; a test run without one is a mistake, not a success."""
    if not KNOWHOW or not Path(KNOWHOW).is_file():
        pytest.fail("name the program by KNOWHOW", pytrace=False)
    copy = tmp_path_factory.mktemp("program") / "knowhow"
    shutil.copy2(KNOWHOW, copy)
    open_to_all(copy.parent)
    return str(copy)


@pytest.fixture(scope="session")
def interpose(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The library that lets the system's calls go wrong."""
    if sys.platform != "linux":
        pytest.skip("needs the dynamic linker of Linux")
    library = tmp_path_factory.mktemp("interpose") / "interpose.so"
    source = Path(__file__).parent / "interpose.c"
    compiler = shutil.which("cc") or shutil.which("clang") or "gcc"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return str(library)


def open_to_all(folder: Path) -> None:
    """Lets every user reach a temporary folder."""
    for each in (folder, *folder.parents):
        if each.stat().st_uid == os.getuid() and each != Path("/"):
            each.chmod(each.stat().st_mode | 0o055)


@dataclass
class States:
    """The folders of the old and the new state, and the sites built of them in clean folders."""

    folder: Path
    old_site: Path
    old: dict[str, bytes]
    new: dict[str, bytes]


def build(knowhow: str, state: Path, site: Path, *options: str, environment: dict[str, str] | None = None, **others):
    """Runs `knowhow build` on a state."""
    return subprocess.run(
        [knowhow, "build", "--content", state / "content", "--templates", state / "templates", "--output", site,
         "--base-url", casebooks.BASE_URL, "--lang", "en", *options],
        capture_output=True, text=True, timeout=120, env={**os.environ, **(environment or {})}, **others,
    )


@pytest.fixture(scope="session")
def states(knowhow: str, tmp_path_factory: pytest.TempPathFactory) -> States:
    folder = tmp_path_factory.mktemp("states")
    open_to_all(folder)
    casebooks.make_old(folder / "old")
    casebooks.make_new(folder / "new")
    for name in ("old", "new"):
        result = build(knowhow, folder / name, folder / f"{name}-site")
        assert result.returncode == 0, result.stderr
    found = States(
        folder, folder / "old-site", folders.contents(folder / "old-site"), folders.contents(folder / "new-site"))
    for files in (found.old, found.new):
        assert folders.dead_links({path: data for path, data in files.items() if not path.startswith(".knowhow")}) == []
    return found
