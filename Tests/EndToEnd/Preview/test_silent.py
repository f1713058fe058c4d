"""The preview follows changes that the system does not report: on a file system shown by FUSE, and without inotify."""

import ctypes
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import command
from running import Preview

CASE = "content/cases/c001.md"
# inotify(7): IN_CLOSE_WRITE
CLOSE_WRITE = 8
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for file systems of Linux")


@pytest.fixture
def silent(casebook: Path, tmp_path: Path) -> Iterator[Path]:
    """The casebook at a place where no change is reported."""
    # The folder in a folder: the casebook is all of `tmp_path`.
    inside = tmp_path / "casebook"
    inside.mkdir()
    for part in ("content", "templates"):
        shutil.move(casebook / part, inside / part)
    place = tmp_path / "place"
    place.mkdir()
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("silent_folder.py"), inside, place], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True)
    said = server.stdout.readline().strip()
    if said != "ready":
        server.communicate()
        pytest.skip(f"cannot show a folder by FUSE: {said}")
    yield place
    server.communicate("")


def test_the_folder_is_silent(silent: Path, casebook: Path) -> None:
    """What the tests rely on: the place shows a change, and inotify reports nothing."""
    libc = ctypes.CDLL(None, use_errno=True)
    reported = {}
    for folder in (silent, casebook / "casebook"):
        watching = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert libc.inotify_add_watch(watching, os.fsencode(folder / "content/cases"), CLOSE_WRITE) >= 0
        reported[folder] = watching
    (casebook / "casebook" / CASE).write_text("changed", encoding="utf-8")
    assert select.select(list(reported.values()), [], [], 2)[0] == [reported[casebook / "casebook"]]
    assert (silent / CASE).read_text(encoding="utf-8") == "changed"
    assert select.select([reported[silent]], [], [], 0.5)[0] == []
    for watching in reported.values():
        os.close(watching)


def test_changes_made_elsewhere_show(silent: Path, casebook: Path) -> None:
    preview = Preview(silent)
    content = casebook / "casebook" / "content"
    try:
        notice = [line for line in preview.said if "変更が知らされないドライブ" in line]
        assert len(notice) == 1 and str(silent / "content") in notice[0]
        case = content / "cases/c001.md"
        text = case.read_text(encoding="utf-8")
        case.write_text(text.replace("行目です", "行目、遠くで直しました"), encoding="utf-8")
        preview.wait(lambda: "遠くで直しました" in preview.page("/cases/c001.html"))
        # Saved by another file that takes the name.
        other = content / "cases/.new"
        other.write_text(text.replace("行目です", "行目、置き換えました"), encoding="utf-8")
        other.rename(case)
        preview.wait(lambda: "置き換えました" in preview.page("/cases/c001.html"))
        (content / "cases/c090.md").write_text(
            (content / "cases/c003.md").read_text(encoding="utf-8").replace("title: ", "title: 新着"), encoding="utf-8")
        preview.wait(lambda: preview.request("/cases/c090.html")[0] == 200)
        (content / "cases/c090.md").unlink()
        preview.wait(lambda: preview.request("/cases/c090.html")[0] == 404)
        case.write_text(text.replace("category: 情報提供", "category: なし"), encoding="utf-8")
        preview.wait(lambda: not preview.state()["upToDate"])
        case.write_text(text, encoding="utf-8")
        preview.wait(lambda: preview.state()["upToDate"])
    finally:
        code, _ = preview.end()
    assert code == 0


@pytest.mark.parametrize(("limit", "setting"), [
    ("max_inotify_instances", "max_user_instances"), ("max_inotify_watches", "max_user_watches"),
])
def test_without_inotify_it_says_so_and_looks(casebook: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, setting: str):
    """In a name space in which no folder may be watched."""
    script = tmp_path / "limited"
    script.write_text(
        f'#!/bin/sh\nexec unshare --user --map-root-user sh -c \'echo 0 > /proc/sys/user/{limit} && exec "$0" "$@"\' '
        f'{command.knowhow()} "$@"\n')
    script.chmod(0o755)
    if subprocess.run([script, "--version"], capture_output=True).returncode != 0:
        pytest.skip("not allowed to create name spaces")
    monkeypatch.setenv("KNOWHOW", str(script))
    preview = Preview(casebook)
    try:
        assert [line for line in preview.said if setting in line and "一定の間隔で調べます" in line]
        file = casebook / CASE
        file.write_text(file.read_text(encoding="utf-8").replace("行目です", "行目、直しました"), encoding="utf-8")
        preview.wait(lambda: "直しました" in preview.page("/cases/c001.html"))
    finally:
        preview.end()


def test_where_changes_are_reported_nothing_is_said(preview: Preview) -> None:
    assert len(preview.said) == 1
