"""`knowhow check --fix` from end to end: what it fixes, what it leaves, and its backups."""

import os
import random
import stat
from pathlib import Path

import pytest

from paths import FIXTURES as FIXTURE_FOLDER
from program import check, copy_content, files

FIXTURES = ["every-error", "every-error-2", "every-error-3", "every-error-4", "every-feature"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_content(tmp_path / "content")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_editors_type_is_mended_and_shown(content: Path):
    valid = files(content)
    edit(content / "cases/c001.md", "category: ", "category：")
    edit(content / "cases/c002.md", "title: ", "　ｔｉｔｌｅ　：　")
    edit(content / "cases/c003.md", "organization: 障害者就業・生活支援センター", "organization: なかぽつ")
    edit(content / "cases/c004.md", "status: published", "状態: 公開")
    for name, change in {
        "c005": lambda data: b"\xef\xbb\xbf" + data,
        "c006": lambda data: data.replace(b"\n", b"\r\n"),
        "c007": lambda data: data.decode("utf-8").encode("cp932"),
        "c008": lambda data: data.decode("utf-8").replace("\n", "\r\n").encode("utf-16"),
    }.items():
        path = content / f"cases/{name}.md"
        path.write_bytes(change(path.read_bytes()))
    result = check(content, "--fix", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    assert files(content) == valid
    for line in (
        "  前 | category：就労情報提供\n  後 | category: 就労情報提供\n",
        "  前 | organization: なかぽつ\n  後 | organization: 障害者就業・生活支援センター\n",
        "  前 | 状態: 公開\n  後 | status: 公開\n",
        "  前 | CP932（Shift_JIS）\n  後 | UTF-8\n",
        "  前 | BOMあり\n  後 | BOMなし\n",
        "  前 | CRLF\n  後 | LF\n",
        "8個のファイルの",
        "問題は見つかりませんでした。",
    ):
        assert line in result.stdout, result.stdout


def test_it_speaks_english(content: Path):
    edit(content / "cases/c001.md", "category: ", "category：")
    result = check(content, "--fix", lang="en")
    assert "c001.md:3: Replaced the full-width colon with an ASCII one [wide-colon]\n  before | category：" in result.stdout
    assert "Fixed 1 problem in 1 file." in result.stdout


def test_backups_hold_what_was_there_and_are_never_written_over(content: Path):
    backups = []
    for number, typed in enumerate(["category：", "category:　", "Category: "], start=1):
        edit(content / "cases/c001.md", "category: ", typed)
        damaged = (content / "cases/c001.md").read_bytes()
        assert check(content, "--fix").returncode == 0
        backup = content / f".backup/{number:03}/cases/c001.md"
        assert backup.read_bytes() == damaged
        backups.append((backup, damaged))
    assert all(path.read_bytes() == data for path, data in backups)
    # What is there is nothing to read, and nothing to publish.
    assert check(content, "--strict").returncode == 0


def test_nothing_is_written_where_nothing_is_to_be_mended(content: Path):
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    result = check(content, "--fix")
    assert result.returncode == 0 and "自動で直すところはありませんでした。" in result.stdout
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


@pytest.mark.parametrize("name", FIXTURES)
def test_fixtures_are_mended_once_and_for_all(tmp_path: Path, name: str):
    content = copy_content(tmp_path / "content", FIXTURE_FOLDER / name / "content")
    before = files(content)
    first = check(content, "--fix")
    after = files(content)
    assert before.keys() == after.keys()
    for path in (path for path in before if before[path] != after[path]):
        assert (content / ".backup/001" / path).read_bytes() == before[path]
    second = check(content, "--fix")
    assert "自動で直すところはありませんでした。" in second.stdout
    assert files(content) == after
    assert first.returncode == second.returncode


@pytest.mark.parametrize("seed", range(12))
def test_damage_at_random_is_undone(content: Path, seed: int):
    chance = random.Random(seed)
    valid = files(content)
    for path in sorted((content / "cases").glob("*.md")):
        head, fence, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        lines = []
        for line in head.split("\n"):
            key, colon, value = line.partition(": ")
            wide = "".join(chr(ord(character) + 0xFEE0) for character in key)
            lines.append(
                chance.choice(
                    [line, f"{key}：{value}", f"{key}:　{value}", f"　{key}: {value}", f"{wide}: {value}", f"{key}:{value}"]))
        text = "---\n" + "\n".join(lines) + chance.choice([fence, "\n－－－\n", "\nーーー\n"]) + body
        text = text.replace("\n", chance.choice(["\n", "\r\n"]))
        path.write_bytes(text.encode(chance.choice(["utf-8", "utf-8-sig", "cp932", "utf-16"])))
    result = check(content, "--fix", "--strict")
    assert result.returncode == 0, result.stdout
    assert files(content) == valid


def test_bodies_are_left_alone_and_what_remains_is_told(content: Path):
    edit(content / "cases/c001.md", "## 必要性・きっかけ\n", "## 必要性・きっかけ\n\n本文：　の［字］は[このまま](nowhere.md)。\n")
    edit(content / "cases/c001.md", "category: ", "category：")
    body = (content / "cases/c001.md").read_bytes().partition(b"\n---\n")[2]
    result = check(content, "--fix")
    assert result.returncode == 1 and "[dead-link]" in result.stdout
    assert (content / "cases/c001.md").read_bytes().partition(b"\n---\n")[2] == body


def test_private_values_are_kept_and_not_printed(content: Path):
    edit(content / "cases/c001.md", "status:", "private：\n  連絡先: SECRET\nstatus:")
    result = check(content, "--fix")
    assert result.returncode == 0 and "公開しない情報なので、内容は示しません" in result.stdout
    assert "SECRET" not in result.stdout + result.stderr
    assert "private:\n  連絡先: SECRET\n" in (content / "cases/c001.md").read_text("utf-8")


def test_links_are_not_followed(content: Path, tmp_path: Path):
    outside = tmp_path / "outside.md"
    (content / "cases/c001.md").rename(outside)
    edit(outside, "category: ", "category：")
    damaged = outside.read_bytes()
    (content / "cases/c001.md").symlink_to(outside)
    (tmp_path / "folder").mkdir()
    (content / "phases/more").symlink_to(tmp_path / "folder")
    check(content, "--fix")
    assert outside.read_bytes() == damaged and (content / "cases/c001.md").is_symlink()


def test_files_that_are_not_read_are_not_written(content: Path):
    for name in ("README.md", "cases/_memo.md", "cases/.memo.md", "notes/a.md"):
        path = content / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("---\r\ntitle：メモ\r\n".encode())
    check(content, "--fix")
    assert all(
        (content / name).read_bytes() == "---\r\ntitle：メモ\r\n".encode()
        for name in ("README.md", "cases/_memo.md", "cases/.memo.md", "notes/a.md"))


def test_who_may_read_a_file_stays(content: Path):
    path = content / "cases/c001.md"
    edit(path, "category: ", "category：")
    path.chmod(0o640)
    assert check(content, "--fix").returncode == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert not [name for name in os.listdir(content / "cases") if name.endswith(".part")]


def test_where_no_backup_can_be_kept_nothing_is_changed(content: Path):
    edit(content / "cases/c001.md", "category: ", "category：")
    before = files(content)
    (content / ".backup").write_text("a file stands in the way")
    result = check(content, "--fix")
    assert result.returncode == 3 and ".backup" in result.stderr
    assert files(content)["cases/c001.md"] == before["cases/c001.md"]


def test_other_formats_and_fixing_do_not_go_together(content: Path):
    for options in (["--format", "json"], ["--names"]):
        result = check(content, "--fix", *options)
        assert result.returncode == 2 and "--fix" in result.stderr
