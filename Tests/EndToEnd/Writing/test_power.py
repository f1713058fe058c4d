"""A power failure: what the file system has stored at any moment of a build is a site that the next build completes."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import disks
import site_folders
from writing import States, build

IMAGE_SIZE = 48


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """An ext4 disk that stores its journal every second."""
    with disks.mounted(tmp_path / "disk", disks.ext4(tmp_path / "disk.img", IMAGE_SIZE), "-o", "loop,commit=1") as point:
        yield point


def command(knowhow: str, state: Path, disk: Path, *options: str) -> list:
    return [
        knowhow, "build", "--content", state / "content", "--templates", state / "templates", "--output", disk / "site",
        "--base-url", site_folders.BASE_URL, "--quiet", *options]


def environment(disk: Path, **more: str) -> dict[str, str]:
    """The build's record is on the same disk, so that it fails together with the site."""
    return {**os.environ, "XDG_CACHE_HOME": str(disk / "cache"), **more}


def expect_recovery(knowhow: str, states: States, copy: Path, folder: Path) -> str:
    """Mounts a copy of the disk, which replays its journal; the next build completes the site. Says what was found."""
    with disks.mounted(folder / "copy", copy, "-o", "loop") as disk:
        site = disk / "site"
        found = "nothing"
        if (site / ".knowhow/manifest.json").exists():
            files = site_folders.contents(site)
            found = "part"
            for name, state in (("old", states.old), ("new", states.new)):
                if files[".knowhow/manifest.json"] == state[".knowhow/manifest.json"]:
                    # The manifest of a complete build: each file is there, unless a later build has replaced it.
                    found = name
                    if name == "new":
                        assert files == states.new
                    else:
                        empty = [path for path in files if states.old.get(path) and not files[path]]
                        assert empty == []
        result = subprocess.run(
            command(knowhow, states.folder / "new", disk), env=environment(disk), capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
        assert site_folders.contents(site) == states.new
        return found


def test_power_fails_during_a_build(knowhow: str, interpose: str, states: States, tmp_path: Path, disk: Path) -> None:
    old = subprocess.run(command(knowhow, states.folder / "old", disk), env=environment(disk), capture_output=True, text=True)
    assert old.returncode == 0, old.stderr
    choice = random.Random(20261127)
    found = []
    for number in range(12):
        slow = environment(disk, LD_PRELOAD=interpose, INTERPOSE_MODE="slow")
        process = subprocess.Popen(command(knowhow, states.folder / "new", disk, "--jobs", "1"), env=slow)
        time.sleep(choice.uniform(0, 5))
        process.send_signal(signal.SIGSTOP)
        copy = tmp_path / "copy.img"
        shutil.copyfile(tmp_path / "disk.img", copy)
        process.send_signal(signal.SIGCONT)
        assert process.wait(timeout=60) == 0
        found.append(expect_recovery(knowhow, states, copy, tmp_path))
        assert build(knowhow, states.folder / "old", disk / "site", environment=environment(disk)).returncode == 0
    assert len(set(found)) > 1


@pytest.mark.parametrize("has_old", [True, False])
def test_power_fails_after_a_build(knowhow: str, states: States, tmp_path: Path, disk: Path, has_old: bool) -> None:
    """What a finished build has written is on the disk."""
    if has_old:
        assert build(knowhow, states.folder / "old", disk / "site", environment=environment(disk)).returncode == 0
    result = subprocess.run(command(knowhow, states.folder / "new", disk), env=environment(disk))
    copy = tmp_path / "copy.img"
    shutil.copyfile(tmp_path / "disk.img", copy)
    assert result.returncode == 0
    assert expect_recovery(knowhow, states, copy, tmp_path) == "new"


def test_what_editors_write_is_on_the_disk(knowhow: str, states: States, tmp_path: Path, disk: Path) -> None:
    """New and imported cases, fixed files and their backups, forms and archives: they may be the only copies."""
    content = Path(shutil.copytree(states.folder / "old/content", disk / "content"))
    case = content / "cases/c101.md"
    case.write_text(case.read_text(encoding="utf-8").replace("category: ", "category："), encoding="utf-8")
    wrong = case.read_bytes()
    (disk / "table.csv").write_text(
        "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n"
        + "".join(f"{title},情報提供,企業,必要。,概要。\n" for title in ("一つ目", "二つ目")), encoding="utf-8")
    os.sync()

    def after_a_cut(*arguments: str | Path) -> dict[str, bytes]:
        """Runs a command and cuts the power. Returns what is on the disk then."""
        result = subprocess.run([knowhow, *arguments, "--lang", "en"], capture_output=True, env=environment(disk))
        # `check` reports that the new cases are not complete.
        assert result.returncode <= (arguments[0] == "check"), result.stderr
        shutil.copyfile(tmp_path / "disk.img", tmp_path / "copy.img")
        with disks.mounted(tmp_path / "copy", tmp_path / "copy.img", "-o", "loop"):
            return site_folders.contents(tmp_path / "copy")

    def expect_same(found: dict[str, bytes], *paths: str) -> None:
        for path in paths:
            assert found[path] == (disk / path).read_bytes() != b"", path

    expect_same(after_a_cut("new", "--title", "新しい題", "--content", content), "content/cases/c104.md")
    found = after_a_cut("import", disk / "table.csv", "--content", content)
    expect_same(found, "content/cases/c105.md", "content/cases/c106.md")
    expect_same(after_a_cut("import", "--template", disk / "form.csv", "--content", content), "form.csv")
    found = after_a_cut(
        "check", "--fix", "--content", content, "--templates", states.folder / "old/templates")
    expect_same(found, "content/cases/c101.md", "content/.backup/001/cases/c101.md")
    assert found["content/.backup/001/cases/c101.md"] == wrong != found["content/cases/c101.md"]
    expect_same(after_a_cut("pack", "--site", states.old_site, "--output", disk / "site.zip"), "site.zip")
