"""The records of builds go into the folder for caches that the environment names, and tests use none of the user's own."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import command
from paths import EVERY_FEATURE, ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems name the folder in other ways")


def build(output: Path, **environment: str) -> None:
    """Builds the small casebook with only these variables besides those that the program needs to start."""
    subprocess.run(
        [command.knowhow(), "build", "--quiet", "--content", EVERY_FEATURE / "content", "--templates", EVERY_FEATURE / "templates",
         "--output", output], check=True, env={"PATH": os.environ["PATH"], **environment})


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_record_goes_into_the_folder_that_the_environment_names(tmp_path: Path):
    build(tmp_path / "a", HOME=str(tmp_path / "home"), XDG_CACHE_HOME=str(tmp_path / "cache"))
    # The files about one site have one name before the full stop.
    names = {Path(file).with_suffix("") for file in files(tmp_path / "cache")}
    assert len(names) == 1 and names.pop().parent.name == "knowhow"
    assert not (tmp_path / "home").exists()
    # A home folder is not created.
    build(tmp_path / "b", HOME=str(tmp_path / "home"))
    assert not (tmp_path / "home").exists()
    (tmp_path / "home").mkdir()
    build(tmp_path / "b", HOME=str(tmp_path / "home"))
    assert files(tmp_path / "home") and all(file.startswith(".cache/knowhow/") for file in files(tmp_path / "home"))


def test_tests_write_no_record_into_the_users_own_folder(tmp_path: Path):
    """Every program that a test starts inherits the folder of this run, unless the test names another one."""
    folder = Path(os.environ["XDG_CACHE_HOME"])
    assert folder.is_relative_to(tempfile.gettempdir()) and not folder.is_relative_to(Path.home() / ".cache")
    before = files(folder)
    subprocess.run(
        [command.knowhow(), "build", "--quiet", "--content", EVERY_FEATURE / "content", "--templates", EVERY_FEATURE / "templates",
         "--output", tmp_path / "site"], check=True)
    assert len(files(folder)) > len(before)


def test_no_test_names_the_users_own_folder():
    """Swift tests give every build a cache in a temporary folder, or none."""
    tests = [path for path in (ROOT / "Tests").rglob("*.swift")]
    assert len(tests) > 100
    assert [path.name for path in tests if re.search(r"\bofUser\b|cachesDirectory", path.read_text(encoding="utf-8"))] == []
