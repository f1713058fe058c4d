"""The commands shown in the documents work when they are copied and pasted."""

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from paths import ROOT

DOCUMENTS = ["README.md", "content/README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)`((?:script/)?knowhow [a-z][^`\n]*)`(?!`)")
# A command that keeps running, and placeholders for values of the reader's own.
SERVES = re.compile(r"script/knowhow (serve|desk)\b")
PLACEHOLDERS = re.compile(r"\b(DIR|FILE|MANIFEST|URL|SITE|TEXT|TERM)\b")
TABLE = """題名,分野,取組主体,関わる人・機関,必要性・きっかけ,取組・工夫の概要,課題軽減・解決・向上の効果
取り込む事例,就労情報提供,ハローワーク,本人,必要。,取り組んだ。,良くなった。
"""


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def fenced(document: str) -> list[str]:
    """The commands of the fenced blocks, without comments."""
    lines = "".join(FENCE.findall(text(document))).splitlines()
    return [command for line in lines if (command := re.sub(r"\s+#.*", "", line).strip()) and not command.startswith("#")]


def commands(document: str) -> list[str]:
    """The commands of the document, in fences and in running text, that a test can run."""
    found = [*fenced(document), *SPAN.findall(text(document))]
    return [
        command
        for command in dict.fromkeys(found)
        if command.startswith(("script/knowhow ", "cp ")) and not SERVES.match(command) and not PLACEHOLDERS.search(command)
    ]


@pytest.fixture
def clone(tmp_path: Path, knowhow: Path) -> Path:
    """A copy of the repository with the command already built."""
    folder = tmp_path / "clone"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "content", "templates", "examples", "script", "Sources",
         "Package.swift"],
        cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    built = folder / ".build" / "release" / "knowhow"
    built.parent.mkdir(parents=True)
    shutil.copy(knowhow, built)
    return folder


def run(clone: Path, command: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["bash", "-c", command], cwd=clone, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "HOME": str(clone), "LANG": "C.UTF-8"})


def write_table(path: Path) -> None:
    """Writes a table with one case."""
    if path.suffix == ".csv":
        path.write_text(TABLE, encoding="utf-8")
        return
    workbook = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(TABLE)):
        workbook.active.append(row)
    workbook.save(path)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_runs(clone: Path, document: str) -> None:
    """With the files that the text asks the reader to write, every command succeeds."""
    for name in ("form.csv", "表.csv", "form.xlsx", "表.xlsx"):
        write_table(clone / name)
    first = run(clone, "script/knowhow build && script/knowhow pack --output first.zip")
    assert first.returncode == 0, first.stderr
    shutil.unpack_archive(clone / "first.zip", clone / "previous")
    for command in commands(document):
        # `new` asks for what is missing at a terminal only.
        if command == "script/knowhow new":
            continue
        form = re.search(r"--template (form\.\w+)", command)
        made = form or re.search(r"knowhow export (\S+)", command)
        if made:
            (clone / made[1]).unlink(missing_ok=True)
        result = run(clone, command)
        assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
        if form:  # Which the reader fills in.
            write_table(clone / form[1])
        for case in (clone / "content" / "cases").glob("*.md"):
            if not (ROOT / "content" / "cases" / case.name).exists():
                case.unlink()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_starts_with_the_script(document: str) -> None:
    """Nobody has to install the command before an example works."""
    outside_headings = "\n".join(line for line in text(document).splitlines() if not line.startswith("#"))
    shown = [*fenced(document), *SPAN.findall(outside_headings)]
    assert [command for command in shown if command.startswith("knowhow ")] == []


def test_there_are_examples() -> None:
    assert len(commands("README.md")) >= 10 and len(commands("content/README.md")) >= 10
    assert commands("docs/publishing.ja.md")


def test_the_script_builds_only_what_is_out_of_date(clone: Path, tmp_path: Path) -> None:
    """It runs an up-to-date command without a word, from any folder, and passes its exit status on."""
    script = clone / "script" / "knowhow"
    help_text = subprocess.run([script, "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert (help_text.returncode, help_text.stderr) == (0, "") and "knowhow" in help_text.stdout
    assert subprocess.run([script, "no-such-command"], cwd=tmp_path, capture_output=True).returncode == 2
    # A change in the sources starts a build. Here it fails at once: there is no Swift.
    (clone / "Sources" / "knowhow" / "New.swift").write_text("")
    for name in ("bash", "dirname", "find", "mkdir", "tail", "uname"):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    failed = subprocess.run([script, "--help"], cwd=tmp_path, capture_output=True, text=True, env={"PATH": str(tmp_path / "bin")})
    assert failed.returncode == 3 and "Swift 6.2 or later is required" in failed.stderr and failed.stdout == ""
