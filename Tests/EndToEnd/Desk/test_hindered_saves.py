"""Saves that are killed, and saves that the disk refuses: the file is whole, and nothing that was typed is lost."""

import http.client
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import command
from desk_running import Desk
from paths import CONTENT

sys.path.append(str(Path(__file__).parents[1] / "Writing"))
import disks  # noqa: E402


CASE = "cases/c011"
SUMMARY = re.compile(r"summary: 要約\w+\n")


def copy(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    shutil.copytree(CONTENT, folder / "content")
    return folder


def case(folder: Path) -> Path:
    return folder / "content" / f"{CASE}.md"


def whole_files(folder: Path, whole: str) -> None:
    """The case and every earlier version of it are whole."""
    found = [case(folder), *folder.glob(f"content/.backup/*/{CASE}.md")]
    for path in found:
        assert SUMMARY.sub("", path.read_text(encoding="utf-8")) == whole, path


def save(desk: Desk, version: str, summary: str) -> tuple[int, str]:
    """The status, and the new version or what the answer says."""
    status, _, body = desk.post(f"/desk/{CASE}", {"version": version, "k-summary": summary}, Accept="application/json")
    found = re.search(rb'"(?:version|error)": ?"([^"]*)"', body)
    return status, found.group(1).decode() if found else body.decode()


@pytest.fixture(scope="module")
def calls(interpose: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    """How many calls that change the file system the desk makes until it is asked to save, and until it has saved."""
    counts = []
    for saves in range(2):
        folder = copy(tmp_path_factory.mktemp("calls"))
        log = folder / "log"
        desk = Desk(folder, environment={"LD_PRELOAD": interpose, "INTERPOSE_LOG": str(log)})
        version = desk.version(CASE)
        for _ in range(saves):
            assert save(desk, version, "要約一")[0] == 200
        desk.end()
        counts.append(int(log.read_text()))
    assert counts[1] - counts[0] > 8
    return counts[0], counts[1]


def test_killed_at_every_call_of_a_save(interpose: str, calls: tuple[int, int], tmp_path: Path) -> None:
    whole = (CONTENT / f"{CASE}.md").read_text(encoding="utf-8")
    for at in range(calls[0] + 1, calls[1] + 1):
        folder = copy(tmp_path / str(at))
        desk = Desk(folder, environment={"LD_PRELOAD": interpose, "INTERPOSE_MODE": "kill", "INTERPOSE_AT": str(at)})
        version, _ = desk.version(CASE), desk.token
        # The answer can be on its way already when the process ends.
        try:
            save(desk, version, "要約一")
        except (ConnectionError, http.client.HTTPException):
            pass
        assert desk.process.wait(timeout=20) == -9, at
        whole_files(folder, whole)
        shutil.rmtree(folder)


def test_killed_at_any_moment_of_100_saves(tmp_path: Path) -> None:
    folder = copy(tmp_path / "casebook")
    whole = case(folder).read_text(encoding="utf-8")
    choice = random.Random(20261128)
    count = 0
    for _ in range(20):
        desk = Desk(folder)
        version, _ = desk.version(CASE), desk.token
        for _ in range(4):
            count += 1
            status, version = save(desk, version, f"要約{count}")
            assert status == 200, version
        end = threading.Timer(choice.uniform(0, 0.03), desk.process.kill)
        end.start()
        with pytest.raises((ConnectionError, http.client.HTTPException)):
            while True:
                count += 1
                version = save(desk, version, f"要約{count}")[1]
        end.join()
        assert desk.process.wait(timeout=20) == -9
        whole_files(folder, whole)
    assert count >= 100
    checked = command.run("check", "--content", folder / "content")
    assert "c011" not in checked.stdout + checked.stderr


@pytest.mark.parametrize("mode", ["fail", "full"])
def test_refused_at_every_call_of_a_save(interpose: str, calls: tuple[int, int], tmp_path: Path, mode: str) -> None:
    """One sentence, the old file or the new one, and the next save works."""
    whole = (CONTENT / f"{CASE}.md").read_text(encoding="utf-8")
    refused = 0
    for at in range(calls[0] + 1, calls[1] + 1, 1 if mode == "full" else 2):
        folder = copy(tmp_path / str(at))
        desk = Desk(folder, environment={"LD_PRELOAD": interpose, "INTERPOSE_MODE": mode, "INTERPOSE_AT": str(at)})
        version = desk.version(CASE)
        status, said = save(desk, version, "要約一")
        written = "要約一" in case(folder).read_text(encoding="utf-8")
        whole_files(folder, whole)
        if status != 200:
            refused += 1
            assert status == 422 and not written, (at, status)
            assert "。" in said and "cases/c011.md" in said or "content" in said, said
            if mode == "full":
                assert "空き容量" in said, said
            assert not list(folder.glob("content/cases/.*")), at
            assert desk.version(CASE) == version
        if mode == "fail":
            assert save(desk, desk.version(CASE), "要約二")[0] == 200, at
        desk.end()
        shutil.rmtree(folder)
    assert refused >= 4


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk of a casebook on a file system of its own that can be filled or made read-only."""
    with disks.memory(tmp_path_factory.mktemp("small") / "disk", "size=16m") as disk:
        desk = Desk(copy(disk / "casebook"))
        yield desk
        desk.end()


@pytest.mark.parametrize("hindrance", ["full", "read-only"])
def test_text_stays_in_the_browser(small: Desk, chromium: Browser, hindrance: str) -> None:
    disk = small.folder.parent
    before = case(small.folder).read_bytes()
    page = chromium.new_page()
    page.set_default_timeout(8_000)
    page.goto(small.address)
    page.wait_for_url("**/desk/")
    page.goto(small.base + CASE)
    page.locator("#k-title").fill(f"書けないときの題名 {hindrance}")
    state = page.locator("#save-state")
    if hindrance == "full":
        with (disk / "rest").open("wb", buffering=0) as rest, pytest.raises(OSError):
            while True:
                rest.write(bytes(4096))
    else:
        disks.run("mount", "-o", "remount,ro", disk)
    page.keyboard.press("Control+s")
    expect(state).to_have_class(re.compile("is-error"))
    expect(state).to_contain_text("空き容量" if hindrance == "full" else "読み取り専用か")
    assert case(small.folder).read_bytes() == before
    assert page.locator("#k-title").input_value() == f"書けないときの題名 {hindrance}"
    if hindrance == "full":
        (disk / "rest").unlink()
    else:
        disks.run("mount", "-o", "remount,rw", disk)
    page.keyboard.press("Control+s")
    expect(state).to_have_text("保存しました")
    assert f"title: 書けないときの題名 {hindrance}\n" in case(small.folder).read_text(encoding="utf-8")
    assert list((small.folder / "content" / "cases").glob(".*")) == []
    page.close()


def test_renamed_and_removed_files(small: Desk) -> None:
    """A file that went while it was written is not made again without a word."""
    target = case(small.folder)
    bytes_before = target.read_bytes()
    version = small.version(CASE)
    target.unlink()
    status, said = save(small, version, "要約三")
    assert status in (404, 409, 422) and not target.exists(), (status, said)
    target.write_bytes(bytes_before)
    for _ in range(100):
        if small.request(f"/desk/{CASE}")[0] == 200:
            break
        time.sleep(0.05)
    moved = target.with_name("c099.md")
    target.rename(moved)
    status, said = save(small, version, "要約四")
    assert status in (404, 409, 422) and not target.exists() and moved.read_bytes() == bytes_before, (status, said)
    moved.rename(target)
    subprocess.run(["mkfifo", target.with_name("c098.md")], check=True)
    assert small.request("/desk/cases/c098")[0] == 404
    target.with_name("c098.md").unlink()
