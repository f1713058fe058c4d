"""A build that removes pages, feeds and the sitemap leaves no dead link when it is killed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import casebook_states
import site_folders

# The old site has the address of a whole host. Without one, a site has no sitemap and no feeds, and robots.txt names none.
BASE_URL = "https://example.jp/"


def build(knowhow: str, state: Path, site: Path, *options: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [knowhow, "build", "--content", state / "content", "--templates", state / "templates", "--output", site,
         "--jobs", "1", "--quiet", *options],
        capture_output=True, text=True, timeout=120, env={**os.environ, **environment})


@pytest.fixture(scope="module", params=["pages-and-address", "address", "pages"])
def change(request, knowhow: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """The folder of the old site, the new state and the options of the new build."""
    folder = tmp_path_factory.mktemp("removals")
    casebook_states.make_old(folder / "old")
    casebook_states.make_old(folder / "new")
    if "pages" in request.param:
        for number in (101, 102, 103):
            (folder / "new" / "content" / "cases" / f"c{number}.md").unlink()
    for state in ("old", "new"):
        settings = folder / state / "content" / "casebook.yml"
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        settings.write_text("".join(line for line in lines if not line.startswith("base_url:")), encoding="utf-8")
    result = build(knowhow, folder / "old", folder / "site", "--base-url", BASE_URL)
    assert result.returncode == 0, result.stderr
    return folder / "site", folder / "new", [] if "address" in request.param else ["--base-url", BASE_URL]


def test_killed_step_by_step(knowhow: str, interpose: str, change: tuple[Path, Path, list[str]], tmp_path: Path) -> None:
    old_site, state, options = change
    site, log = tmp_path / "site", tmp_path / "log"
    shutil.copytree(old_site, site)
    assert build(knowhow, state, site, *options, LD_PRELOAD=interpose, INTERPOSE_LOG=str(log)).returncode == 0
    expected = site_folders.contents(site)
    removed = site_folders.contents(old_site).keys() - expected.keys()
    assert removed if options else {"sitemap.xml", "feed.xml", "feed.json"} <= removed
    for at in range(1, int(log.read_text()) + 1):
        shutil.rmtree(site)
        shutil.copytree(old_site, site)
        result = build(
            knowhow, state, site, *options, LD_PRELOAD=interpose, INTERPOSE_MODE="kill", INTERPOSE_AT=str(at))
        assert result.returncode == -9
        assert site_folders.dead_links(site_folders.site_contents(site), BASE_URL) == [], f"killed at call {at}"
        if at % 9 == 0:
            assert build(knowhow, state, site, *options).returncode == 0
            assert site_folders.contents(site) == expected
