"""What is private is in the output of no command, however it is written."""

import csv
import io
from pathlib import Path

import pytest

import command
from paths import TEMPLATES
from private_forms import DAMAGES, FORMS, SECRET, with_forms
from program import copy_content

def folders(content: Path) -> list:
    return ["--content", content, "--templates", TEMPLATES]


@pytest.mark.parametrize("damage", DAMAGES)
def test_no_command_prints_what_is_private(tmp_path: Path, damage: str):
    content = with_forms(copy_content(tmp_path / "content"), DAMAGES[damage])
    site, archive = tmp_path / "site", tmp_path / "site.zip"
    table = tmp_path / "form.csv"
    table.write_text("題名,分野\n一,なし\n", "utf-8")
    commands = [
        *(["check", *folders(content), "--format", form] for form in ("text", "json", "csv", "github")),
        ["build", *folders(content), "--output", site, "--report", tmp_path / "report.json"],
        ["pack", "--site", site, "--output", archive],
        ["import", table, "--content", content],
        ["new", "--content", content],
        ["check", *folders(content), "--fix"],
        ["check", *folders(content)],
    ]
    for arguments in commands:
        for language in ("ja", "en"):
            result = command.run(*arguments, language=language)
            assert result.returncode in (0, 1, 2, 3), result.stderr
            for text in (result.stdout, result.stderr):
                found = [line for line in text.splitlines() if "9876" in line]
                assert not found, (arguments[0], found)
            assert "Fatal" not in result.stderr
    assert not site.exists() or not any(SECRET in path.read_text("utf-8", "replace") for path in site.rglob("*") if path.is_file())


def test_fixing_keeps_what_is_private(tmp_path: Path):
    content = with_forms(copy_content(tmp_path / "content"), DAMAGES["as it is"])
    command.run("check", *folders(content), "--fix")
    for number in range(len(FORMS)):
        assert SECRET in (content / f"cases/p{number:03}.md").read_text("utf-8"), FORMS[number]


def test_a_row_with_a_lost_comma_is_not_quoted(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    headings = ["題名", "分野", "取組主体", "関わる人・機関", "非公開：電話", "必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"]
    row = ["題", "就労情報提供", "企業", "ジョブコーチ", SECRET, "文", "文", "文"]
    for lost in range(1, len(headings)):
        out = io.StringIO()
        csv.writer(out).writerows([headings, row])
        lines = out.getvalue().splitlines()
        cells = row[: lost - 1] + [row[lost - 1] + row[lost]] + row[lost + 1:]
        table = tmp_path / "form.csv"
        table.write_text(lines[0] + "\n" + ",".join(cells) + "\n", "utf-8")
        result = command.run("import", table, "--content", content)
        assert result.returncode == 1 and "9876" not in result.stdout + result.stderr, (lost, result.stderr)
