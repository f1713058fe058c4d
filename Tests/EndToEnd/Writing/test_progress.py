"""The progress of a build is shown on a terminal when the build takes long, and nowhere else."""

import os
import pty
import shutil
import subprocess
from pathlib import Path

import site_folders
from writing import States


def run_on_terminal(knowhow: str, states: States, site: Path, interpose: str | None, *options: str, **more: str) -> str:
    """What a build writes to a terminal; with `interpose`, one that takes long."""
    slow = {"LD_PRELOAD": interpose, "INTERPOSE_MODE": "slow", **more} if interpose else {}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [knowhow, "build", "--content", states.folder / "new/content", "--templates", states.folder / "new/templates",
         "--output", site, "--base-url", site_folders.BASE_URL, "--jobs", "1", *options],
        stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, **slow, "LANG": "ja_JP.UTF-8", "LC_ALL": ""})
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 4096):
            written += piece
    except OSError:
        pass
    os.close(ours)
    process.wait()
    return written.decode()


def test_a_long_build_on_a_terminal(knowhow: str, interpose: str, states: States, tmp_path: Path) -> None:
    site = shutil.copytree(states.old_site, tmp_path / "site")
    written = run_on_terminal(knowhow, states, site, interpose)
    steps = [step for step in written.split("\r\x1b[K") if step]
    counts = [int(step.removeprefix(f"書き出しています… {len(site_folders.site_contents(site))}ファイルのうち")) for step in steps]
    assert len(counts) > 3 and counts == sorted(counts) and counts[0] < counts[-1]
    assert written.endswith("\r\x1b[K")


def test_an_error_takes_the_line_away_first(knowhow, interpose, states, tmp_path) -> None:
    site = shutil.copytree(states.old_site, tmp_path / "site")
    written = run_on_terminal(
        knowhow, states, site, interpose, INTERPOSE_MODE="slow,full", INTERPOSE_AT="150")
    line, _, message = written.rpartition("\r\x1b[K")
    assert "書き出しています" in line and message.startswith("knowhow: ") and "空き容量がありません" in message


def test_no_line_for_a_quick_build_nor_when_quiet(knowhow: str, interpose: str, states: States, tmp_path: Path) -> None:
    assert "\x1b" not in run_on_terminal(knowhow, states, tmp_path / "quick", None)
    assert run_on_terminal(knowhow, states, tmp_path / "quiet", interpose, "--quiet") == ""


def test_no_line_in_a_pipe(knowhow: str, interpose: str, states: States, tmp_path: Path) -> None:
    result = subprocess.run(
        [knowhow, "build", "--content", states.folder / "new/content", "--templates", states.folder / "new/templates",
         "--output", tmp_path / "site", "--base-url", site_folders.BASE_URL, "--lang", "en"],
        capture_output=True, text=True, env={**os.environ, "LD_PRELOAD": interpose, "INTERPOSE_MODE": "slow"})
    assert result.returncode == 0 and result.stderr == "" and result.stdout.count("\n") == 1
