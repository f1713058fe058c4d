"""knowhow readings: what the list of readings lacks, and drafts by a program that may be missing."""

import os
import stat
from pathlib import Path

import command
from program import check, copy_content, files


def readings(content: Path, *options: str, path: str = "/nowhere", lang: str = "ja"):
    return command.run("readings", "--content", content, *options, language=lang, env={**os.environ, "PATH": path})


def fake_mecab(folder: Path, script: str) -> str:
    folder.mkdir()
    program = folder / "mecab"
    program.write_text(f"#!/usr/bin/env python3\n{script}", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}:/usr/bin:/bin:{os.environ['PATH']}"


def page(tmp_path: Path, text: str) -> Path:
    content = copy_content(tmp_path / "content")
    with (content / "pages/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    return content


def test_the_published_collection_is_complete(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    told = readings(content)
    assert (told.returncode, told.stdout) == (0, "すべての漢字に読みがあります。\n")
    assert readings(content, lang="en").stdout == "All kanji have readings.\n"
    assert "取組（とりくみ）や工夫（くふう）" in readings(content, "--text").stdout
    assert "障害者（しょうがいしゃ）" in readings(content, "--text").stdout


def test_what_is_missing_is_listed_with_its_place(tmp_path: Path):
    content = page(tmp_path, "竹林で今日。")
    told = readings(content)
    line = len((content / "pages/about.md").read_text("utf-8").splitlines())
    assert told.returncode == 0
    assert "読みのない語：2語、2か所\n  竹林\n" in told.stdout
    assert f"about.md:{line}:1 【竹林】で今日。" in told.stdout
    assert "今日（きょう・こんにち）" in told.stdout


def test_without_mecab_a_draft_says_what_to_install(tmp_path: Path):
    content = page(tmp_path, "竹林。")
    before = files(content)
    told = readings(content, "--draft")
    assert told.returncode == 3 and "sudo apt install mecab mecab-ipadic-utf8" in told.stderr
    assert files(content) == before


def test_a_mecab_that_fails_changes_nothing(tmp_path: Path):
    content = page(tmp_path, "竹林。")
    before = files(content)
    path = fake_mecab(tmp_path / "bin", "raise SystemExit(1)\n")
    assert readings(content, "--draft", path=path).returncode == 3
    assert files(content) == before


def test_drafts_are_added_and_nothing_else_changes(tmp_path: Path):
    content = page(tmp_path, "竹林。")
    before = (content / "readings.csv").read_bytes()
    path = fake_mecab(
        tmp_path / "bin",
        "import sys\nfor line in sys.stdin:\n    print('竹林\\tチクリン' if '竹林' in line else line.strip())\n    print('EOS')\n")
    told = readings(content, "--draft", path=path)
    assert told.returncode == 0 and "1語の読みの案" in told.stdout and ".backup/001" in told.stdout
    assert (content / "readings.csv").read_bytes() == before + "竹林,ちくりん,未確認\n".encode()
    told = check(content)
    assert told.returncode == 0 and told.stdout.count("[unchecked-reading]") == 1


def test_a_new_file_is_made_for_excel(tmp_path: Path):
    content = page(tmp_path, "竹林。")
    (content / "readings.csv").unlink()
    path = fake_mecab(
        tmp_path / "bin",
        "import sys\nfor line in sys.stdin:\n    print('竹林\\tチクリン' if '竹林' in line else line.strip())\n    print('EOS')\n")
    assert readings(content, "--draft", path=path).returncode == 0
    assert (content / "readings.csv").read_bytes() == "\ufeff語,読み,備考\n竹林,ちくりん,未確認\n".encode()
