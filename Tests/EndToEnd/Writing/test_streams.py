"""Commands whose standard output or standard error cannot be written.

Without standard error, everything is as usual. Standard output that is full gives exit code 3 and one sentence; a reader that has gone
away ends the command quietly.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import site_folders
from servers import free_port
from writing import States, open_to_all

BROKEN_PIPE = 128 + signal.SIGPIPE

# Each command: what it is given, in a copy of the old state. `{}` is the folder of the copy.
COMMANDS = {
    "no command": [],
    "help": ["--help"],
    "help of a command": ["build", "--help"],
    "version": ["--version"],
    "wrong use": ["build", "--no-such-option"],
    "completion": ["--generate-completion-script", "bash"],
    "check": ["check"],
    "check in JSON": ["check", "--format", "json"],
    "check of names": ["check", "--names"],
    "check with errors": ["check", "--content", "{}/broken"],
    "check of nothing": ["check", "--content", "{}/nowhere"],
    "fix": ["check", "--fix"],
    "build": ["build", "--output", "{}/site"],
    "quiet build": ["build", "--quiet", "--output", "{}/site"],
    "build with errors": ["build", "--content", "{}/broken", "--output", "{}/site"],
    "pack": ["pack", "--site", "{}/built", "--output", "{}/site.zip"],
    "new": ["new", "--title", "題名"],
    "wrong new": ["new", "--no-such-taxonomy", "x"],
    "import": ["import", "{}/table.csv"],
    "import of nothing": ["import", "{}/nowhere.csv"],
    "table to fill in": ["import", "--template", "{}/form.csv"],
    "schema": ["schema"],
}


def full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def broken() -> int:
    """The writing end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def complete(folder: Path, command: list[str]) -> list[str]:
    """The command with the folders that it needs."""
    command = [argument.replace("{}", str(folder)) for argument in command]
    if command and command[0] in ("check", "build", "new", "import", "schema") and "--help" not in command:
        if "--content" not in command:
            command += ["--content", str(folder / "content")]
        if command[0] in ("check", "build"):
            command += ["--templates", str(folder / "templates")]
        command += ["--lang", "en"]
    return command


@contextmanager
def copied(states: States, folder: Path) -> Iterator[Path]:
    """A copy of the old state with a broken one, a table and a built site next to it."""
    shutil.copytree(states.folder / "old", folder)
    shutil.copytree(folder / "content", folder / "broken")
    (folder / "broken/cases/c001.md").write_text("---\ntitle: なし\n---\n", encoding="utf-8")
    shutil.copytree(states.old_site, folder / "built")
    (folder / "table.csv").write_text(
        "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n新しい題,情報提供,企業,必要。,概要。\n", encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


def run(knowhow: str, folder: Path, command: list[str], closed: int | None = None, **streams):
    """Runs the command. `closed` is a descriptor that is not open in it."""
    arguments = [knowhow, *complete(folder, command)]
    if closed is not None:
        arguments = ["/bin/sh", "-c", f'exec "$0" "$@" {closed}>&-', *arguments]
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    return subprocess.run(arguments, timeout=60, env=environment, **options)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_stream_that_cannot_be_written(knowhow: str, states: States, tmp_path: Path, name: str) -> None:
    command = COMMANDS[name]

    def result(closed: int | None = None, opening: Callable[[], int] | None = None, stream: str = ""):
        """The exit code, what was printed, and the files afterwards."""
        with copied(states, tmp_path / "copy") as folder:
            streams = {stream: opening()} if opening else {}
            try:
                done = run(knowhow, folder, command, closed, **streams)
            finally:
                for descriptor in streams.values():
                    os.close(descriptor)
            files = {
                path: data for path, data in site_folders.contents(folder).items() if not path.startswith("cache/")}
            return done.returncode, done.stdout or b"", done.stderr or b"", files

    code, shown, reported, files = result()
    assert code in (0, 1, 2, 3)
    for closed, opening in ((None, full), (None, broken), (2, None)):
        other = result(closed, opening, "stderr")
        assert (other[0], without_seconds(other[1]), other[3]) == (code, without_seconds(shown), files), opening
    assert result(1)[0] == code
    assert result(0)[::3] == (code, files)
    for opening in (full, broken):
        other = result(None, opening, "stdout")
        assert other[3] == files
        if not shown:
            assert other[0] == code
        elif opening is full:
            assert other[0] == 3
            last = other[2].decode().splitlines()[-1]
            assert last.startswith("knowhow: ") and ("standard output" in last or "標準出力" in last), last
        else:
            assert other[0] == BROKEN_PIPE and other[2] in reported


def without_seconds(text: bytes) -> bytes:
    """A text without the digits of the time that a build took."""
    return text if b" files" not in text else text.translate(None, b"0123456789.")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("state", ["full", "broken", "closed"])
def test_the_preview_without_a_stream(knowhow: str, states: States, tmp_path: Path, stream: str, state: str) -> None:
    port = free_port()
    with copied(states, tmp_path / "copy") as folder:
        # A problem, so that there is something to report.
        (folder / "content/cases/c101.md").write_text("---\ntitle: なし\n---\n", encoding="utf-8")
        arguments = [
            knowhow, "serve", "--content", folder / "content", "--templates", folder / "templates", "--port", str(port)]
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if state == "closed":
            arguments = ["/bin/sh", "-c", f'exec "$0" "$@" {1 if stream == "stdout" else 2}>&-', *arguments]
        else:
            streams[stream] = full() if state == "full" else broken()
        process = subprocess.Popen(arguments, **streams)
        try:
            if stream == "stdout" and state != "closed":
                assert process.wait(timeout=30) == (3 if state == "full" else BROKEN_PIPE)
                return
            shutil.copy2(states.folder / "old/content/cases/c101.md", folder / "content/cases/c101.md")
            end = time.monotonic() + 20
            while True:
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/cases/c101.html", timeout=5) as answer:
                        assert answer.status == 200
                        break
                except OSError:
                    assert process.poll() is None and time.monotonic() < end
                    time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
            process.wait()


def test_no_file_gets_the_number_of_a_closed_stream(knowhow: str, states: States, tmp_path: Path) -> None:
    """With all three closed, what is printed goes nowhere, not into a file of the site."""
    site = tmp_path / "site"
    open_to_all(tmp_path)
    command = [
        knowhow, "build", "--content", str(states.folder / "new/content"), "--templates",
        str(states.folder / "new/templates"), "--output", str(site), "--base-url", site_folders.BASE_URL]
    assert subprocess.run(["/bin/sh", "-c", 'exec "$0" "$@" 0<&- 1>&- 2>&-', *command], timeout=60).returncode == 0
    assert site_folders.contents(site) == states.new
