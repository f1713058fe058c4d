"""`knowhow init`: from nothing, or from a table, to a site."""

import os
import subprocess
from pathlib import Path

import pytest

import command

TABLE = """件名,分野,年度,関係者,きっかけ,連絡先
畑の水やり当番,栽培,2021,住民、学校,夏の間、毎朝だれが水をやるのかが決まっておらず、枯れることがあった。当番表を作り、入口に掛けた。今も続いている。続けたい。,a@example.org
堆肥の共同づくり,栽培,2021,住民,"落ち葉を集めた。
一年で、土が柔らかくなった。",b@example.org
"""


def run(folder: Path, *arguments: str, language: str = "ja") -> subprocess.CompletedProcess[str]:
    return command.run(*arguments, language=language, cwd=folder)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_from_nothing_to_a_site(knowhow: Path, tmp_path: Path, language: str) -> None:
    """Only the samples are reported, the site is built without templates, and a new case gets the next id."""
    made = run(tmp_path, "init", "new", "--language", language)
    assert made.returncode == 0 and "content/README.md" in made.stdout, made.stderr
    folder = tmp_path / "new"
    checked = run(folder, "check", language="en")
    assert checked.returncode == 0 and checked.stdout.endswith("0 errors, 2 warnings.\n")
    assert checked.stdout.count("[sample-case]") == 2
    built = run(folder, "build", "--quiet")
    assert built.returncode == 0 and (folder / "site/cases/c002.html").is_file(), built.stderr
    term = {"ja": ("環境の整備", "職場"), "en": ("Support", "Workplace")}[language]
    case = run(folder, "new", "--title", "T", "--theme", term[0], "--place", term[1])
    assert (case.returncode, case.stdout) == (0, "content/cases/c003.md\n"), case.stderr
    # Without the samples, everything is clean.
    for sample in ("c001", "c002"):
        path = folder / f"content/cases/{sample}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("（見本）", "").replace("(Sample) ", ""), encoding="utf-8")
    (folder / "content/cases/c003.md").unlink()
    assert run(folder, "check", language="en").stdout == "No problems found.\n"


def test_messages_are_in_the_language_of_the_casebook(knowhow: Path, tmp_path: Path) -> None:
    """Where the system is neither Japanese nor English. Drafts that are left out are mentioned."""
    folder = tmp_path / "new"

    def say(locale: str, *arguments: str, place: Path = folder) -> str:
        environment = os.environ | {"LC_ALL": locale, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        result = subprocess.run([knowhow, *arguments], cwd=place, env=environment, capture_output=True, text=True)
        return result.stderr + result.stdout

    assert say("C", "init", "new", "--language", "en", place=tmp_path).startswith("Created a casebook")
    case = folder / "content/cases/c001.md"
    case.write_text(case.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert "0 errors, 2 warnings." in say("C", "check")
    built = say("de_DE.UTF-8", "build")
    assert "Done: " in built and "Drafts were left out." in built
    assert "完成：" in say("ja_JP.UTF-8", "build")
    assert "Drafts were left out." not in say("C", "build", "--drafts", "--output", "other")


def test_a_table_with_accents_is_utf8_in_english(knowhow: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("title,kind\nThe café,a\nThe park,a\n", "utf-8")
    assert run(tmp_path, "init", "en", "--language", "en", "--from", "table.csv").returncode == 0
    refused = run(tmp_path, "init", "ja", "--from", "table.csv", language="en")
    assert refused.returncode == 1 and "[ambiguous-encoding]" in refused.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_from_a_table(knowhow: Path, tmp_path: Path, encoding: str) -> None:
    """Says what each column became; what is not published is in no file of the site."""
    (tmp_path / "表.csv").write_bytes(TABLE.replace("\n", "\r\n").encode(encoding))
    made = run(tmp_path, "init", "new", "--from", "表.csv")
    assert made.returncode == 0, made.stderr
    for line in ("「件名」→ 題名（title）", "「関係者」→ 公開しない情報", "「きっかけ」→ 見出しと文章", "「連絡先」→ 公開しない情報"):
        assert line in made.stdout
    folder = tmp_path / "new"
    assert run(folder, "check", language="en").stdout == "No problems found.\n"
    assert run(folder, "build", "--quiet", "--drafts").returncode == 0
    site = b"".join((folder / "site" / path).read_bytes() for path in files(folder / "site"))
    assert "畑の水やり当番".encode() in site and b"example.org" not in site


def test_folders_with_files_are_left_alone(knowhow: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/a.txt").write_text("a")
    for arguments in (("init", "full"), ("init", "full/a.txt"), ("templates", "full")):
        result = run(tmp_path, *arguments)
        assert result.returncode == 3 and result.stdout == "" and "full" in result.stderr
    assert files(tmp_path) == ["full/a.txt"]
    # The current folder, which holds a repository and nothing else.
    (tmp_path / "empty/.git").mkdir(parents=True)
    assert run(tmp_path / "empty", "init", ".").returncode == 0
    assert (tmp_path / "empty/content/casebook.yml").is_file()


def test_a_table_with_problems_leaves_nothing(knowhow: Path, tmp_path: Path) -> None:
    for name, text in (("a.csv", "a,b\nx,x\nx,x\n"), ("b.csv", "a,b\n"), ("c.csv", '題名,b\n"x,1\n'), ("d.xlsx", "PK\x03\x04")):
        (tmp_path / name).write_text(text)
        result = run(tmp_path, "init", "new", "--from", name)
        assert result.returncode == 1 and "何も作っていません" in result.stderr, name
        assert not (tmp_path / "new").exists()
    assert run(tmp_path, "init", "new", "--from", "missing.csv").returncode == 3 and not (tmp_path / "new").exists()


def test_a_failed_write_leaves_nothing(knowhow: Path, tmp_path: Path) -> None:
    """Neither the folder nor a part of it is left when the disk is full."""
    (tmp_path / "empty").mkdir()
    for folder in ("new", "empty"):
        result = subprocess.run(
            ["bash", "-c", f"ulimit -f 4; trap '' XFSZ; exec '{knowhow}' init '{folder}' --lang en"], cwd=tmp_path, capture_output=True, text=True)
        assert result.returncode == 3 and "Cannot write" in result.stderr, result.stderr
    assert not (tmp_path / "new").exists() and list((tmp_path / "empty").iterdir()) == []
