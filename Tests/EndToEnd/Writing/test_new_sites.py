"""A site that is not there yet is written in a folder of its own and moved into place, whatever goes wrong."""

import os
import shutil
from pathlib import Path

import pytest

import site_folders
from writing import States, build

# Where a file system cannot move one entry at once: another device, a folder that may not be moved, no check of the new name.
REFUSALS = ["", "EXDEV", "EACCES", "EINVAL"]


@pytest.fixture
def build_new(knowhow: str, interpose: str, states: States, tmp_path: Path):
    """Builds the new state, with settings for what goes wrong."""

    def run(site: Path, **settings: object):
        environment = {f"INTERPOSE_{name.upper()}": str(value) for name, value in settings.items() if value != ""}
        return build(knowhow, states.folder / "new", site, environment={"LD_PRELOAD": interpose, **environment})

    return run


def count(build_new, folder: Path, **settings: object) -> int:
    """How many calls a build makes that change the file system."""
    assert build_new(folder / "counted", log=folder / "log", **settings).returncode == 0
    shutil.rmtree(folder / "counted")
    return int((folder / "log").read_text())


def entries(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def check_unfinished(site: Path, states: States, *, has_leftovers: bool = False) -> None:
    """All visible files are whole; before the home page, which is last, there is no site.

    A build over the leftovers of another puts temporary pages at the addresses of those that are missing.
    """
    files = site_folders.site_contents(site) if site.exists() else {}
    for path, data in files.items():
        assert data == states.new[path] or has_leftovers and site_folders.TEMPORARY in data, path
    assert "index.html" not in files or site_folders.dead_links(files) == []


@pytest.mark.parametrize("refuse", REFUSALS)
def test_killed_at_each_move(build_new, states: States, tmp_path: Path, refuse: str) -> None:
    moves = count(build_new, tmp_path, only="renameat2", refuse=refuse)
    assert moves > 15
    site = tmp_path / "site"
    seen = set()
    for at in range(1, moves + 1, 1 if moves < 40 else 5):
        result = build_new(site, mode="kill", at=at, only="renameat2", refuse=refuse)
        assert result.returncode == -9
        check_unfinished(site, states)
        seen.add(len(site_folders.site_contents(site)))
        assert build_new(site, refuse=refuse).returncode == 0
        assert site_folders.contents(site) == states.new
        shutil.rmtree(site)
    assert 0 in seen and len(seen) > 5


@pytest.mark.parametrize("refuse", ["", "EXDEV"])
def test_killed_at_any_call(build_new, states: States, tmp_path: Path, refuse: str) -> None:
    site = tmp_path / "site"
    calls = count(build_new, tmp_path, refuse=refuse)
    for at in [*range(1, calls, 23), *range(calls - 12, calls + 1)]:
        assert build_new(site, mode="kill", at=at, refuse=refuse).returncode == -9
        check_unfinished(site, states)
        # A build that is killed again, in what the first has left.
        build_new(site, mode="kill", at=at // 2 + 1, refuse=refuse)
        check_unfinished(site, states, has_leftovers=True)
        assert build_new(site).returncode == 0
        assert site_folders.contents(site) == states.new
        shutil.rmtree(site)


@pytest.mark.parametrize("refuse", ["", "EXDEV"])
@pytest.mark.parametrize("mode", ["fail", "full"])
def test_an_error_at_any_call(build_new, states: States, tmp_path: Path, refuse: str, mode: str) -> None:
    """The error is reported, and nothing is left of the site, or the site is complete."""
    site = tmp_path / "site"
    calls = count(build_new, tmp_path, refuse=refuse)
    failed = 0
    for at in [*range(1, calls, 29), *range(calls - 12, calls + 1)]:
        result = build_new(site, mode=mode, at=at, refuse=refuse)
        files = site_folders.site_contents(site) if site.exists() else {}
        if result.returncode == 0:
            assert files == {path: data for path, data in states.new.items() if not path.startswith(".knowhow")}
        else:
            failed += 1
            assert result.returncode == 3
            assert result.stderr.startswith("knowhow: Cannot write “") and result.stderr.count("\n") == 1, result.stderr
            assert files == {} or files.keys() == states.new.keys() - {".knowhow/manifest.json"}
            if not files and site.exists():
                assert entries(site) <= {".knowhow"}, at
        assert build_new(site).returncode == 0
        assert site_folders.contents(site) == states.new
        shutil.rmtree(site)
    assert failed > 5


@pytest.mark.parametrize("refuse", REFUSALS)
def test_the_same_site_in_every_way(build_new, states: States, tmp_path: Path, refuse: str) -> None:
    site = tmp_path / "site"
    assert build_new(site, refuse=refuse).returncode == 0
    assert site_folders.contents(site) == states.new
    assert not [path for path in entries(site) if path.startswith(".knowhow/") and path != ".knowhow/manifest.json"]
    for path in (site, *site.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
    dates = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    again = build_new(site)
    assert "0 added, 0 changed, 0 removed" in again.stdout
    assert dates == {path: path.stat().st_mtime_ns for path in dates}


STRANGERS = {
    "a file for a file": ("index.html", "echo mine > index.html"),
    "a link for a file": ("index.html", "ln -s /etc/hostname index.html"),
    "a folder for a file": ("index.html", "mkdir index.html"),
    "a folder for a folder": ("cases", "mkdir cases; echo mine > cases/photo.jpg"),
    "an empty folder": ("cases", "mkdir cases"),
    "a file for a folder": ("cases", "echo mine > cases"),
}


@pytest.mark.parametrize("refuse", REFUSALS)
@pytest.mark.parametrize("kind", STRANGERS)
def test_what_appears_during_the_build_is_not_replaced(build_new, states, tmp_path, refuse: str, kind: str) -> None:
    name, command = STRANGERS[kind]
    site = tmp_path / "site"
    result = build_new(site, mode="run", at=1, only="renameat2", refuse=refuse, command=f"cd '{site}' && ({command})")
    assert result.returncode == 3 and "of the same name" in result.stderr and name in result.stderr, result.stderr
    with_stranger = entries(site) - {".knowhow"}
    assert {path.partition("/")[0] for path in with_stranger} == {name}
    assert (site / name).is_symlink() == ("link" in kind) and (site / name).is_dir() == ("a folder" in kind.partition(" for ")[0] or "empty" in kind)
    for path, data in site_folders.contents(site).items():
        assert data == b"mine\n", path
    if (site / name).is_dir() and not (site / name).is_symlink():
        shutil.rmtree(site / name)
    else:
        (site / name).unlink()
    assert build_new(site).returncode == 0
    assert site_folders.contents(site) == states.new


def test_files_of_others_in_a_folder_of_the_site(knowhow: str, states: States, tmp_path: Path) -> None:
    """All files of the site were deleted, but a folder holds another file: nothing is moved over it."""
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    for path in site_folders.site_contents(site):
        (site / path).unlink()
    (site / "cases/photo.jpg").write_bytes(b"mine")
    assert build(knowhow, states.folder / "new", site).returncode == 0
    assert site_folders.contents(site) == {**states.new, "cases/photo.jpg": b"mine"}


def test_a_site_whose_files_were_deleted(knowhow: str, states: States, tmp_path: Path) -> None:
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    for path in site.iterdir():
        if path.name != ".knowhow":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert build(knowhow, states.folder / "new", site).returncode == 0
    assert site_folders.contents(site) == states.new


def test_the_folders_of_a_finished_site_are_not_searched(knowhow: str, states: States, tmp_path: Path) -> None:
    """Temporary files are looked for only after an interrupted build."""
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    leftover = site / "cases/.knowhow-new-0"
    leftover.write_bytes(b"left")
    (site / "cases/.knowhow-new").write_bytes(b"mine")
    assert build(knowhow, states.folder / "old", site).returncode == 0
    assert leftover.exists()
    (site / ".knowhow/new-running").touch()
    assert build(knowhow, states.folder / "new", site).returncode == 0
    assert site_folders.contents(site) == {**states.new, "cases/.knowhow-new": b"mine"}


def test_a_link_in_the_place_of_the_folder(knowhow: str, states: States, tmp_path: Path) -> None:
    """What a link leads to is neither written nor removed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_bytes(b"mine")
    site = tmp_path / "site"
    (site / ".knowhow").mkdir(parents=True)
    (site / ".knowhow/new-site").symlink_to(outside)
    assert build(knowhow, states.folder / "new", site).returncode == 0
    assert site_folders.contents(site) == states.new
    assert site_folders.contents(outside) == {"file": b"mine"} and os.listdir(outside) == ["file"]
