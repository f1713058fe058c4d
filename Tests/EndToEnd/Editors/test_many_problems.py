"""Many problems of one kind: as text, ten of them are printed and the rest is counted; the other formats hold all."""

import json
from pathlib import Path

import pytest

import command
from paths import TEMPLATES
from program import check, copy_content

SENTENCE = "ﾃｽﾄをしました。"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with 26 paragraphs in half-width kana, twelve links to nowhere after them, and one unknown term in its last case."""
    folder = copy_content(tmp_path / "content")
    first, *_, last = sorted((folder / "cases").glob("*.md"))
    text = first.read_text("utf-8")
    lines = "".join(f"\n\n{SENTENCE}" for _ in range(26)) + "".join(f"\n\n[事例](c9{n:02}.md)" for n in range(12))
    first.write_text(text.rstrip("\n") + lines + "\n", "utf-8")
    last.write_text(last.read_text("utf-8").replace("category: ", "category: 無い", 1), "utf-8")
    return folder


def totals(content: Path) -> str:
    """The last line of a check, counted from its JSON."""
    found = [item["severity"] for item in json.loads(check(content, "--format", "json").stdout)]
    return f"エラー{found.count('error')}件、警告{found.count('warning')}件。"


def test_ten_of_each_kind_and_errors_first(content: Path):
    output = check(content).stdout
    assert output.count("[half-width-kana]") == 11
    assert output.count("[dead-link]") == 11
    assert output.count("[unknown-term]") == 1
    assert output.rindex(": エラー: ") < output.index(": 警告: ")
    assert "\nエラー: ほかに2件 [dead-link]（--all を付けると、すべて示します）\n" in output
    assert "\n警告: ほかに16件 [half-width-kana]（--all を付けると、すべて示します）\n" in output
    assert output.splitlines()[-1] == totals(content)


def test_all_prints_all(content: Path):
    output = check(content, "--all").stdout
    assert output.count("[half-width-kana]") == 26
    assert output.count("[dead-link]") == 12
    assert "--all" not in output
    assert output.splitlines()[-1] == totals(content)


@pytest.mark.parametrize(("form", "mark"), [("json", '"id": "half-width-kana"'), ("csv", ",half-width-kana,"), ("github", "title=half-width-kana")])
def test_formats_for_programs_hold_all(content: Path, form: str, mark: str):
    for options in ([], ["--quiet"], ["--all"]):
        assert check(content, "--format", form, *options).stdout.count(mark) == 26


def test_quiet_prints_errors_alone(content: Path):
    result = check(content, "--quiet")
    assert result.returncode == 1
    assert "警告" not in result.stdout
    assert result.stdout.count("[dead-link]") == 11 and result.stdout.count("[unknown-term]") == 1


def test_quiet_prints_nothing_without_errors(tmp_path: Path):
    folder = copy_content(tmp_path / "content")
    path = folder / "cases/c001.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n\n{SENTENCE}\n", "utf-8")
    assert check(folder, "--quiet").stdout == ""
    assert "[half-width-kana]" in check(folder).stdout
    strict = check(folder, "--quiet", "--strict")
    assert strict.returncode == 1 and "[half-width-kana]" in strict.stdout


def test_a_build_prints_as_few(content: Path, tmp_path: Path):
    folders = ["--content", content, "--templates", TEMPLATES, "--output", tmp_path / "site"]
    printed = command.run("build", *folders)
    assert printed.returncode == 1
    assert printed.stderr.count("[half-width-kana]") == 11
    assert printed.stderr.splitlines()[-1].startswith(totals(content))
    quiet = command.run("build", "--quiet", *folders)
    assert "[half-width-kana]" not in quiet.stderr and quiet.stderr.count("[dead-link]") == 11
    assert command.run("build", "--all", *folders).stderr.count("[half-width-kana]") == 26


def test_a_table_with_many_problems(content: Path, tmp_path: Path):
    for case in (content / "cases").iterdir():
        case.unlink()
    heads = "題名,分野,取組主体,関わる人・機関,必要性・きっかけ,取組・工夫の概要,課題軽減・解決・向上の効果\n"
    rows = "".join(f"題{n},無い,ハローワーク,ジョブコーチ,きっかけ,取組,効果\n" for n in range(40))
    (tmp_path / "form.csv").write_text(heads + rows, "utf-8-sig")
    printed = command.run("import", tmp_path / "form.csv", "--content", content)
    assert printed.stderr.count("[unknown-term]") == 11
    assert "ほかに30件 [unknown-term]" in printed.stderr and "問題が40件あります" in printed.stderr
    assert command.run("import", tmp_path / "form.csv", "--content", content, "--all").stderr.count("[unknown-term]") == 40
