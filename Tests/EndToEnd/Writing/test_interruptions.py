"""Interrupted builds over an old site leave only whole files and no dead links, and the next build completes them."""

import random
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import site_folders
from writing import States, build


# What is added to a page for its anchors.
MARK = re.compile(rb'(<span id="[^"]*"></span>)+(?=</body>)')


def check_interrupted(site: Path, states: States) -> None:
    """Every file has its old or its new content, or is the placeholder of an added or removed page; no link is dead."""
    files = site_folders.site_contents(site)
    for path, data in files.items():
        if data in (states.old.get(path), states.new.get(path)):
            continue
        comes_or_goes = (path in states.old) != (path in states.new)
        if not comes_or_goes and MARK.search(data):
            # A page with anchors for a moment, because it waits for one that waits for it.
            assert MARK.sub(b"", data) in (states.old.get(path), states.new.get(path)), path
            continue
        assert comes_or_goes and path.endswith(".html") and "更新中".encode() in data and data.endswith(b"</html>\n"), path
    for path in states.old.keys() & states.new.keys():
        assert path in files or path.startswith(".knowhow"), f"{path} is missing"
    assert site_folders.dead_links(files) == []
    assert site_folders.dead_anchors(files) == []


def check_completed(knowhow: str, site: Path, states: States) -> None:
    """The next build makes what a build into an empty folder makes."""
    result = build(knowhow, states.folder / "new", site)
    assert result.returncode == 0, result.stderr
    assert site_folders.contents(site) == states.new


def copy_of_old(states: States, site: Path) -> Path:
    shutil.copytree(states.old_site, site)
    return site


@pytest.fixture(scope="session")
def calls(knowhow: str, interpose: str, states: States, tmp_path_factory) -> int:
    """How many calls that change the file system the build makes."""
    folder = tmp_path_factory.mktemp("calls")
    site = copy_of_old(states, folder / "site")
    log = folder / "log"
    result = build(
        knowhow, states.folder / "new", site, environment={"LD_PRELOAD": interpose, "INTERPOSE_LOG": str(log)})
    assert result.returncode == 0, result.stderr
    count = int(log.read_text())
    assert count > 100
    return count


def test_killed_at_100_random_moments(knowhow: str, states: States, tmp_path: Path) -> None:
    site = copy_of_old(states, tmp_path / "timed")
    start = time.monotonic()
    build(knowhow, states.folder / "new", site)
    whole = time.monotonic() - start
    shutil.rmtree(site)
    choice = random.Random(20261124)
    killed = 0
    for number in range(100):
        site = copy_of_old(states, tmp_path / f"site{number}")
        process = subprocess.Popen(
            [knowhow, "build", "--content", states.folder / "new/content", "--templates",
             states.folder / "new/templates", "--output", site, "--base-url", site_folders.BASE_URL, "--quiet"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(choice.uniform(0, whole))
        process.kill()
        killed += process.wait() != 0
        check_interrupted(site, states)
        if number % 5 == 0:
            check_completed(knowhow, site, states)
        shutil.rmtree(site)
    assert killed > 20


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_step_by_step(knowhow, interpose, states, calls, tmp_path, jobs) -> None:
    """Killed at each call in turn (every fifth with two threads), a write half done."""
    for at in range(1, calls + 1, 1 if jobs == "1" else 5):
        site = copy_of_old(states, tmp_path / "site")
        result = build(
            knowhow, states.folder / "new", site, "--jobs", jobs,
            environment={"LD_PRELOAD": interpose, "INTERPOSE_MODE": "kill", "INTERPOSE_AT": str(at)})
        assert result.returncode == -9
        check_interrupted(site, states)
        if at % 7 == 0:
            check_completed(knowhow, site, states)
        shutil.rmtree(site)


@pytest.mark.parametrize("mode", ["fail", "full"])
def test_an_error_step_by_step(knowhow, interpose, states, calls, tmp_path, mode) -> None:
    """The error is reported, the exit code is 3, and the site in the folder works."""
    silent = 0
    for at in range(1, calls + 1, 3):
        site = copy_of_old(states, tmp_path / "site")
        result = build(
            knowhow, states.folder / "new", site, "--quiet",
            environment={"LD_PRELOAD": interpose, "INTERPOSE_MODE": mode, "INTERPOSE_AT": str(at)})
        if result.returncode == 0:
            # What could be done in another way, such as a second name for a file, or needs no room.
            silent += 1
            assert site_folders.site_contents(site) == {
                path: data for path, data in states.new.items() if not path.startswith(".knowhow")}
        else:
            assert result.returncode == 3
            assert result.stderr.startswith("knowhow: Cannot write “") and result.stderr.count("\n") == 1, result.stderr
            assert ("no space left" in result.stderr) == (mode == "full")
            check_interrupted(site, states)
        check_completed(knowhow, site, states)
        shutil.rmtree(site)
    assert silent < calls // 4


def test_a_first_build_that_is_killed_has_no_home_page(knowhow, interpose, states, tmp_path) -> None:
    """There is no site before there is a whole one."""
    log = tmp_path / "log"
    build(knowhow, states.folder / "new", tmp_path / "whole",
          environment={"LD_PRELOAD": interpose, "INTERPOSE_LOG": str(log)})
    for at in range(1, int(log.read_text()), 11):
        site = tmp_path / "site"
        build(knowhow, states.folder / "new", site,
              environment={"LD_PRELOAD": interpose, "INTERPOSE_MODE": "kill", "INTERPOSE_AT": str(at)})
        files = site_folders.site_contents(site) if site.exists() else {}
        assert all(data == states.new[path] for path, data in files.items())
        assert "index.html" not in files or site_folders.dead_links(files) == []
        check_completed(knowhow, site, states)
        shutil.rmtree(site)
