"""Folders that cannot or must not be written: a one-line error, exit code 3, and no lost file."""

import errno
import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

import disks
import site_folders
from writing import NOBODY, States, build, open_to_all


def expect_error(result: subprocess.CompletedProcess, *parts: str) -> None:
    assert result.returncode == 3, result.stderr
    assert result.stderr.startswith("knowhow: ") and result.stderr.count("\n") == 1, result.stderr
    for part in parts:
        assert part in result.stderr


@pytest.fixture
def old_site(states: States, tmp_path: Path) -> Path:
    return Path(shutil.copytree(states.old_site, tmp_path / "site"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for little more than the old site."""
    with disks.memory(tmp_path / "disk", "size=5m") as point:
        yield point


def test_a_full_disk(knowhow: str, states: States, small_disk: Path) -> None:
    site = Path(shutil.copytree(states.old_site, small_disk / "site"))
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC
    expect_error(build(knowhow, states.folder / "new", site), "no space left")
    assert site_folders.site_contents(site) == {path: data for path, data in states.old.items() if path[0] != "." or path == ".nojekyll"}
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - 16 * 1024)
    result = build(knowhow, states.folder / "new", site)
    expect_error(result, "no space left")
    assert site_folders.dead_links(site_folders.site_contents(site)) == []
    filler.unlink()
    assert build(knowhow, states.folder / "new", site).returncode == 0
    assert site_folders.contents(site) == states.new


def free_of_room(disk: Path, kind: str) -> int:
    """How many more blocks or files a disk takes."""
    status = os.statvfs(disk)
    return status.f_favail if kind == "files" else status.f_bavail


def fill(disk: Path, kind: str, rest: int) -> Path:
    """Fills a disk until it takes only so many blocks or files more. Returns the folder with the filling."""
    filler = disk / "filler"
    filler.mkdir()
    number = 0
    while free_of_room(disk, kind) > rest:
        file = filler / str(number)
        number += 1
        if kind == "files":
            file.touch()
        else:
            size = (free_of_room(disk, kind) - rest) * os.statvfs(disk).f_frsize
            file.write_bytes(b"x" * (size if size < 100_000 else size * 9 // 10))
    return filler


@pytest.mark.parametrize("kind", ["files", "blocks"])
@pytest.mark.parametrize("system", ["tmpfs", "ext4"])
def test_no_room_for_what_is_new(knowhow, states, tmp_path: Path, kind: str, system: str) -> None:
    """What a build has added before it failed is removed, so the old content still builds."""
    with ExitStack() as stack:
        if system == "tmpfs":
            disk = stack.enter_context(disks.memory(tmp_path / "disk", "size=20m,nr_inodes=400"))
        else:
            image = disks.ext4(tmp_path / "disk.img", 24, "-N", "400", "-m", "0")
            disk = stack.enter_context(disks.mounted(tmp_path / "disk", image, "-o", "loop"))
        site = Path(shutil.copytree(states.old_site, disk / "site"))
        failed = 0
        for rest in (0, 1, 2, 3, 5, 8, 13, 21, 34) if kind == "files" else (0, 4, 8, 16, 32, 64, 128, 256):
            filler = fill(disk, kind, rest)
            room = free_of_room(disk, kind)
            result = build(knowhow, states.folder / "new", site)
            if result.returncode == 0:
                assert site_folders.contents(site) == states.new
            else:
                failed += 1
                expect_error(result, "no space left")
                files = site_folders.site_contents(site)
                assert site_folders.dead_links(files) == site_folders.dead_anchors(files) == []
                added = [path for path in files if path not in states.old and "更新中".encode() not in files[path]]
                replaced = [path for path in files if path in states.old and files[path] != states.old[path]]
                if not replaced:
                    assert site_folders.contents(site).keys() == states.old.keys(), rest
                    assert site_folders.contents(site) == states.old
                    assert free_of_room(disk, kind) >= room
                    assert build(knowhow, states.folder / "old", site).returncode == 0
                    assert site_folders.contents(site) == states.old
                assert [path for path in added if path.endswith(".html")] == []
            again = build(knowhow, states.folder / "old", site)
            if rest and result.returncode != 0:
                # The old content builds again without more room.
                assert again.returncode == 0, (rest, again.stderr)
            if again.returncode == 0:
                assert site_folders.contents(site) == states.old
            else:
                # The new content had just enough room, and the way back needs as many files and a few more.
                expect_error(again, "no space left")
            shutil.rmtree(filler)
            assert build(knowhow, states.folder / "old", site).returncode == 0
        assert failed >= 2


def test_no_room_for_a_first_site(knowhow: str, states: States, tmp_path: Path) -> None:
    with disks.memory(tmp_path / "disk", "size=20m,nr_inodes=60") as disk:
        expect_error(build(knowhow, states.folder / "new", disk / "site"), "no space left")
        assert site_folders.contents(disk) == {}
        assert not (disk / "site/cases").exists()


def test_a_read_only_disk(knowhow: str, states: States, small_disk: Path) -> None:
    site = Path(shutil.copytree(states.old_site, small_disk / "site"))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    expect_error(build(knowhow, states.folder / "new", site), "read-only file system")
    assert site_folders.contents(site) == states.old
    unchanged = build(knowhow, states.folder / "old", site)
    assert unchanged.returncode == 0, unchanged.stderr


def test_a_folder_without_permission(knowhow: str, states: States, old_site: Path) -> None:
    open_to_all(old_site)
    for path in (old_site, *old_site.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    expect_error(build(knowhow, states.folder / "new", old_site, **user), "permission denied")
    assert site_folders.contents(old_site) == states.old
    expect_error(build(knowhow, states.folder / "new", old_site / "new" / "folder", **user), "permission denied")


def test_two_builds_at_once(knowhow: str, states: States, old_site: Path) -> None:
    descriptor = os.open(old_site, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    expect_error(build(knowhow, states.folder / "new", old_site), "Another knowhow is writing")
    assert site_folders.contents(old_site) == states.old
    os.close(descriptor)
    assert build(knowhow, states.folder / "new", old_site).returncode == 0


def test_many_builds_at_once(knowhow: str, states: States, old_site: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(lambda _: build(knowhow, states.folder / "new", old_site), range(12)))
    assert {result.returncode for result in results} <= {0, 3}
    assert any(result.returncode == 0 for result in results)
    assert site_folders.contents(old_site) == states.new


def test_a_folder_of_someone_else(knowhow: str, states: States, tmp_path: Path) -> None:
    site = tmp_path / "photos"
    site.mkdir()
    (site / "photo.jpg").write_bytes(b"mine")
    expect_error(build(knowhow, states.folder / "new", site), "did not write")
    assert site_folders.contents(site) == {"photo.jpg": b"mine"}
    assert [path.name for path in site.iterdir()] == ["photo.jpg"]


@pytest.mark.parametrize("name", ["index.html", "cases/c001.html", "cases/c201.html"])
def test_a_link_named_like_a_page(knowhow: str, states: States, old_site: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("outside")
    (old_site / name).unlink(missing_ok=True)
    (old_site / name).symlink_to(outside)
    before = site_folders.contents(old_site)
    expect_error(build(knowhow, states.folder / "new", old_site), "of the same name", name)
    assert outside.read_text() == "outside"
    assert site_folders.contents(old_site) == before


def test_a_link_named_like_the_build_s_own_folder(knowhow, states, old_site, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(old_site / ".knowhow", elsewhere)
    before = site_folders.contents(elsewhere)
    (old_site / ".knowhow").symlink_to(elsewhere)
    expect_error(build(knowhow, states.folder / "new", old_site), "of the same name", ".knowhow")
    assert site_folders.contents(elsewhere) == before


@pytest.mark.parametrize("name", ["cases", "cases/c201.html"])
def test_a_folder_or_file_in_the_way(knowhow: str, states: States, old_site: Path, name: str) -> None:
    target = old_site / name
    if target.is_dir():
        shutil.rmtree(target)
        target.write_text("a file")
    else:
        target.mkdir()
    before = site_folders.contents(old_site)
    expect_error(build(knowhow, states.folder / "new", old_site), "of the same name", name)
    assert site_folders.contents(old_site) == before


def test_a_link_in_place_of_a_page_that_goes_is_left_alone(knowhow, states, old_site, tmp_path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("outside")
    (old_site / "cases/c101.html").unlink()
    (old_site / "cases/c101.html").symlink_to(outside)
    assert build(knowhow, states.folder / "new", old_site).returncode == 0
    assert (old_site / "cases/c101.html").is_symlink() and outside.read_text() == "outside"


def test_what_is_not_ours_stays(knowhow: str, states: States, old_site: Path) -> None:
    strangers = {
        "CNAME": b"example.jp\n", ".well-known/security.txt": b"Contact: x\n", ".git/HEAD": b"ref\n",
        "cases/photo.jpg": b"photo", "assets/icons/own.svg": b"<svg/>", "old/keep.txt": b"keep",
        ".knowhow/notes.txt": b"notes",
    }
    for path, data in strangers.items():
        (old_site / path).parent.mkdir(parents=True, exist_ok=True)
        (old_site / path).write_bytes(data)
    for _ in range(2):
        assert build(knowhow, states.folder / "new", old_site).returncode == 0
        assert site_folders.contents(old_site) == {**states.new, **strangers}


def test_links_in_a_ring_in_the_content(knowhow: str, states: States, tmp_path: Path) -> None:
    state = tmp_path / "state"
    shutil.copytree(states.folder / "new", state)
    (state / "content/cases/ring").symlink_to(state / "content")
    (state / "content/images").mkdir(exist_ok=True)
    (state / "content/images/ring").symlink_to(state / "content/images")
    result = build(knowhow, state, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    for path in ("cases/ring", "images/ring"):
        assert f"content/{path}: warning: Symbolic links are not read" in result.stderr
    assert site_folders.contents(tmp_path / "site") == states.new


def test_ten_thousand_stale_files(knowhow: str, states: States, old_site: Path) -> None:
    manifest = old_site / ".knowhow/manifest.json"
    stale = [f"stale/{number // 100}/s{number}.html" for number in range(10_000)]
    for path in stale:
        (old_site / path).parent.mkdir(parents=True, exist_ok=True)
        (old_site / path).write_bytes(b"stale")
    text = manifest.read_text()
    entries = "".join(f'    "{path}": "0123456789abcdef",\n' for path in stale)
    manifest.write_text(text.replace('"files": {\n', '"files": {\n' + entries))
    result = build(knowhow, states.folder / "new", old_site)
    assert result.returncode == 0, result.stderr
    assert site_folders.contents(old_site) == states.new
    assert not (old_site / "stale").exists()


def test_unchanged_files_keep_their_dates(knowhow: str, states: States, old_site: Path) -> None:
    for path in old_site.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert build(knowhow, states.folder / "new", old_site).returncode == 0
    for path, data in site_folders.site_contents(old_site).items():
        is_old = (old_site / path).stat().st_mtime == 1_000_000_000
        assert is_old == (states.old.get(path) == data), path


@pytest.mark.parametrize("umask", [0o077, 0o000])
def test_modes_do_not_depend_on_the_umask(knowhow: str, states: States, tmp_path: Path, umask: int) -> None:
    site = tmp_path / "site"
    assert build(knowhow, states.folder / "new", site, umask=umask).returncode == 0
    for path in (site, *site.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
