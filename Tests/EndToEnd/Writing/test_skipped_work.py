"""A build does nothing only when nothing has changed: what the second build of a site says and writes."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import site_folders
from paths import EVERY_FEATURE


class Workplace:
    """A casebook with its site. Its files are old enough for their dates to show changes."""

    def __init__(self, knowhow: str, folder: Path) -> None:
        self.program = folder / "knowhow"
        self.folder = folder
        shutil.copy2(knowhow, self.program)
        for name in ("content", "templates"):
            shutil.copytree(EVERY_FEATURE / name, folder / name)
        self.settings = folder / "content" / "casebook.yml"
        self.age()

    def age(self) -> None:
        """Waits until the next change gets another date."""
        time.sleep(0.05)

    def build(self, *options: str, output: str = "site", cache: str = "cache") -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.program, "build", "--content", self.folder / "content", "--templates", self.folder / "templates",
             "--output", self.folder / output, "--lang", "en", *options],
            capture_output=True, text=True, timeout=120, env={**os.environ, "XDG_CACHE_HOME": str(self.folder / cache)})

    def clean(self, *options: str) -> dict[str, bytes]:
        """The files of a site that is built without a record of earlier builds."""
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        assert self.build(*options, output="clean", cache="no-cache").returncode == 0
        return site_folders.contents(self.folder / "clean")

    def site(self) -> dict[str, bytes]:
        return site_folders.contents(self.folder / "site")


@pytest.fixture
def workplace(knowhow: str, tmp_path: Path) -> Workplace:
    return Workplace(knowhow, tmp_path)


def test_nothing_changed(workplace: Workplace) -> None:
    workplace.build()
    dates = {path: path.stat().st_mtime_ns for path in (workplace.folder / "site").rglob("*") if path.is_file()}
    result = workplace.build()
    assert result.returncode == 0 and "0 added, 0 changed, 0 removed" in result.stdout
    assert dates == {path: path.stat().st_mtime_ns for path in dates}


ONE = "https://example.jp/one/"
TWO = "https://example.jp/two/"


@pytest.mark.parametrize(("first", "then"), [
    ([], ["--base-url", ONE]), (["--base-url", ONE], ["--base-url", TWO]), (["--base-url", ONE], []), (["--drafts"], [])])
def test_other_options_build_another_site(workplace: Workplace, first: list[str], then: list[str]) -> None:
    assert workplace.build(*first).returncode == 0
    result = workplace.build(*then)
    assert result.returncode == 0, result.stderr
    assert workplace.site() == workplace.clean(*then)
    if ONE not in then:
        assert not [path for path, data in workplace.site().items() if ONE.encode() in data]


def add_warning(workplace: Workplace) -> None:
    case = workplace.folder / "content" / "cases" / "c001.md"
    case.write_text(case.read_text(encoding="utf-8") + "\n<b>強い</b>文です。\n", encoding="utf-8")
    workplace.age()


@pytest.mark.parametrize("builds", [0, 1, 2])
def test_strict_fails_however_often_the_site_was_built(workplace: Workplace, builds: int) -> None:
    """A warning is printed by every build, and `--strict` stops at it even if there is nothing to do."""
    add_warning(workplace)
    for _ in range(builds):
        result = workplace.build()
        assert result.returncode == 0 and "1 warnings" in result.stdout, result.stdout + result.stderr
        assert "c001.md:" in result.stderr
    before = workplace.site() if builds else {}
    for _ in range(2):
        result = workplace.build("--strict")
        assert result.returncode == 1 and "c001.md:" in result.stderr, result.stderr
    assert (workplace.site() if builds else {}) == before


@pytest.mark.parametrize("options", [
    [], ["--all"], ["--quiet"], ["--strict"], ["--strict", "--quiet"], ["--strict", "--all"], ["--lang", "ja"]],
    ids=" ".join)
def test_a_build_with_nothing_to_do_prints_the_warnings_of_the_first(workplace: Workplace, options: list[str]) -> None:
    """Also those that the first build did not print, because of another option, and in another language."""
    case = workplace.folder / "content" / "cases" / "c001.md"
    case.write_text(case.read_text(encoding="utf-8") + "\n<b>強い</b>文です。\n" * 12, encoding="utf-8")
    workplace.age()
    first = workplace.build(*options, output="other", cache="other-cache")
    assert ("c001.md:" in first.stderr) == (options != ["--quiet"])
    workplace.build()
    again = workplace.build(*options)
    assert (again.returncode, again.stderr) == (first.returncode, first.stderr)
    if options != ["--quiet"] and "--strict" not in options:
        assert re.search(r"(警告|^.*unchanged\. )12", again.stdout), again.stdout
    assert "--all" in options or again.stderr.count("c001.md:") <= 10


def test_the_report_of_a_build_with_nothing_to_do_has_the_warnings(workplace: Workplace) -> None:
    add_warning(workplace)
    report = workplace.folder / "report.json"
    workplace.build("--report", str(report))
    first = json.loads(report.read_text(encoding="utf-8"))["warnings"]
    workplace.build("--report", str(report))
    again = json.loads(report.read_text(encoding="utf-8"))
    assert again["warnings"] == first and len(first) == 1 and again["added"] == again["changed"] == []


def test_a_record_is_for_its_user_alone(workplace: Workplace) -> None:
    workplace.build()
    records = list((workplace.folder / "cache" / "knowhow").iterdir())
    assert records and all(path.stat().st_mode & 0o777 == 0o600 for path in records)


def test_a_strict_check_fails_at_a_warning(workplace: Workplace) -> None:
    def check(*options: str) -> int:
        folders = ["--content", workplace.folder / "content", "--templates", workplace.folder / "templates"]
        return subprocess.run([workplace.program, "check", *folders, *options], capture_output=True, timeout=120).returncode

    assert (check(), check("--strict")) == (0, 0)
    add_warning(workplace)
    assert (check(), check("--strict")) == (0, 1)


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes the bytes of a file and keeps its date."""
    status = path.stat()
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_an_edit_that_keeps_size_and_date_is_noticed(workplace: Workplace) -> None:
    workplace.build()
    workplace.age()
    rewrite(workplace.folder / "content" / "cases" / "c001.md", lambda data: data.replace("た。".encode(), "だ。".encode()))
    workplace.age()
    assert workplace.build().returncode == 0
    assert workplace.site() == workplace.clean()


def test_leftovers_of_a_kill_are_removed(workplace: Workplace) -> None:
    workplace.build()
    for name in ("new-0", "new-17", "stand-in.html"):
        (workplace.folder / "site" / ".knowhow" / name).write_text("half")
    assert workplace.build().returncode == 0
    assert workplace.site() == workplace.clean()
