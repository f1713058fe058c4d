"""Changes that the times and sizes of files do not show."""

import mmap
import os
import shutil
import time
from pathlib import Path

import pytest

import disks
import site_folders
from writing import NOBODY, States, build, open_to_all


class Workplace:
    """A casebook and its site, which were built before."""

    def __init__(self, knowhow: str, states: States, folder: Path, content: Path | None = None, site: Path | None = None):
        self.knowhow = knowhow
        self.folder = folder
        shutil.copytree(states.folder / "old", folder / "state")
        if content:
            shutil.move(folder / "state/content", content)
            (folder / "state/content").symlink_to(content)
        self.site = site or folder / "site"
        self.case = folder / "state/content/cases/c101.md"
        self.page = self.site / "cases/c101.html"
        self.build()

    def build(self, knowhow: str | None = None, **options) -> None:
        environment = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        result = build(knowhow or self.knowhow, self.folder / "state", self.site, environment=environment, **options)
        assert result.returncode == 0, result.stderr

    def age(self) -> None:
        """Makes all files look old, which a build notices, and builds."""
        for path in (self.folder / "state").rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000), follow_symlinks=False)
        self.build()
        time.sleep(0.1)
        self.build()


def edit_in_place(path: Path, old: bytes, new: bytes) -> None:
    """Changes a file to the same size and puts its time back."""
    assert len(old) == len(new)
    times = path.stat()
    data = path.read_bytes()
    assert old in data
    with path.open("r+b") as file:
        file.write(data.replace(old, new))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("place", ["content", "site"])
def test_a_file_system_without_change_times(knowhow: str, states: States, tmp_path: Path, place: str) -> None:
    with disks.exfat(tmp_path) as disk:
        work = Workplace(knowhow, states, tmp_path / "work", **{place: disk / place})
        work.age()
        time.sleep(2.1)
        if place == "content":
            for number in range(3):
                edit_in_place(work.case, f"新しい取組10{number or 1}".encode(), f"新しい取組10{number + 1}".encode())
                work.build()
                assert f"新しい取組10{number + 1}" in work.page.read_text(encoding="utf-8")
        else:
            before = work.page.read_bytes()
            edit_in_place(work.page, "新しい".encode(), "古びた".encode())
            work.build()
            assert work.page.read_bytes() == before


def test_a_page_that_was_edited_to_the_same_size_and_time(knowhow: str, states: States, tmp_path: Path) -> None:
    work = Workplace(knowhow, states, tmp_path)
    work.age()
    before = work.page.read_bytes()
    time.sleep(0.1)
    edit_in_place(work.page, "新しい".encode(), "古びた".encode())
    work.build()
    assert work.page.read_bytes() == before


def test_a_text_that_was_edited_to_the_same_size_and_time(knowhow: str, states: States, tmp_path: Path) -> None:
    work = Workplace(knowhow, states, tmp_path)
    work.age()
    edit_in_place(work.case, "新しい取組101".encode(), "新しい取組109".encode())
    work.build()
    assert "新しい取組109" in work.page.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["disk", "memory"])
@pytest.mark.parametrize("is_stored", [True, False])
def test_writes_through_a_memory_map(
    knowhow: str, states: States, tmp_path: Path, kind: str, is_stored: bool
) -> None:
    """Linux changes the time of a file only at some of them; on a file system in memory perhaps never."""
    with disks.memory(tmp_path / "memory", "size=20m") as disk:
        work = Workplace(knowhow, states, tmp_path / "work", content=disk / "content" if kind == "memory" else None)
        with work.case.open("r+b") as file, mmap.mmap(file.fileno(), 0) as view:
            for number in range(3):
                start = view.find("新しい取組".encode()) + len("新しい取組".encode())
                view[start:start + 3] = str(300 + number).encode()
                if is_stored:
                    view.flush()
                work.build()
                assert f"新しい取組{300 + number}" in work.page.read_text(encoding="utf-8")
                work.build()


def test_another_program_of_the_same_size_and_time(knowhow: str, states: States, tmp_path: Path) -> None:
    """The site is the one that the new program makes."""
    program = tmp_path / "knowhow"
    shutil.copy2(knowhow, program)
    work = Workplace(str(program), states, tmp_path / "work")
    work.age()
    edit_in_place(program, "公開している事例".encode(), "公開している文例".encode())
    work.build(str(program))
    files = site_folders.site_contents(work.site)
    changed = [path for path, data in files.items() if data != states.old[path]]
    assert changed and all("公開している文例".encode() in files[path] for path in changed)


def test_a_page_that_cannot_be_read_is_written_again(knowhow: str, states: States, tmp_path: Path) -> None:
    open_to_all(tmp_path)
    work = Workplace(knowhow, states, tmp_path)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        for path in (tmp_path, *tmp_path.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    for path in (work.page, work.site / "data/cases.json", work.site / "index.html"):
        path.chmod(0)
    work.build(**user)
    assert site_folders.contents(work.site) == states.old
    assert work.page.stat().st_mode & 0o777 == 0o644
