"""`knowhow import` and `init --from` read workbooks as Excel and others save them: the cases are those of the same table in CSV."""

import csv
import datetime
import html
import io
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from desk import Desk

HEADINGS = ["題名", "分野", "取組主体", "関わる人・機関", "公開日", "状態", "必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果",
            "非公開：連絡先"]
TEXT = "一行目 *強く* #1\n\n二つ目 | と _x000D_ と <b>&amp;"


def row(number: int) -> list[str]:
    return [f"取り込む事例{number}", "就労情報提供", "ハローワーク", "本人、ジョブコーチ", "2026-04-01", "公開", "必要。", TEXT, "良くなった。", "a@example.jp"]


def save_csv(path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def cases(desk: Desk) -> dict[str, str]:
    """The texts of the cases that were imported; they are removed."""
    found = {}
    for path in sorted(desk.cases.glob("c*.md")):
        if path.name > "c017.md":
            found[path.name] = path.read_text(encoding="utf-8")
            path.unlink()
    return found


def imported(desk: Desk, *names: str) -> dict[str, str]:
    result = desk.run("import", *names)
    assert result.returncode == 0, result.stderr
    return cases(desk)


@pytest.fixture
def twin(desk: Desk) -> dict[str, str]:
    save_csv(desk.folder / "twin.csv", [HEADINGS, row(1), row(2)])
    found = imported(desk, "twin.csv")
    assert list(found) == ["c018.md", "c019.md"]
    return found


def test_a_table(desk: Desk, twin: dict[str, str]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["支援ノウハウ 収集様式", None, None, "令和8年度"])
    sheet.merge_cells("A1:C1")
    sheet.append([])
    sheet.append(HEADINGS)
    for number in (1, 2):
        values = row(number)
        # openpyxl writes what looks like an escape as it is.
        values[7] = TEXT.replace("_x000D_", "_x005F_x000D_")
        values[4] = datetime.date(2026, 4, 1)
        sheet.append(values)
    for cell, code in (("E4", 'ggge"年"m"月"d"日"'), ("E5", "yyyy/m/d;@")):
        sheet[cell].number_format = code
    sheet["A4"].font = Font(bold=True)
    sheet.auto_filter.ref = "A3:J5"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("メモ").append(["担当者の覚え書き"])
    book.save(desk.folder / "form.xlsx")
    assert imported(desk, "form.xlsx") == twin


def test_forms_in_a_folder(desk: Desk, twin: dict[str, str]) -> None:
    folder = desk.folder / "応募"
    folder.mkdir()
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number in (1, 2):
        sheet = book.create_sheet(f"事例{number}")
        sheet.append(["応募用紙"])
        for heading, value in zip(HEADINGS, row(number)):
            sheet.append([heading, value.replace("_x000D_", "_x005F_x000D_")])
    book.save(folder / "a.xlsx")
    (folder / "~$a.xlsx").write_bytes(b"open")
    (folder / "説明.docx").write_bytes(b"x")
    result = desk.run("import", "応募/")
    assert result.returncode == 0 and "表でないファイルは読んでいません：説明.docx" in result.stderr, result.stderr
    assert cases(desk) == twin
    (folder / "a.xlsx").unlink()
    nothing = desk.run("import", "応募")
    assert nothing.returncode == 2 and "取り込める表（.xlsx、.csv）がありません" in nothing.stderr


def test_problems_are_named_by_sheet_and_cell(desk: Desk) -> None:
    book = openpyxl.Workbook()
    book.active.title = "様式"
    book.active.append(HEADINGS)
    book.active.append(["", "就労情報堤供", *row(1)[2:6], "必要", "=A1", "#N/A", "secret"])
    book.active["I2"].data_type = "e"
    book.save(desk.folder / "form.xlsx")
    result = desk.run("import", "form.xlsx")
    assert result.returncode == 1 and "secret" not in result.stderr
    assert re.findall(r"^form\.xlsx「様式」(\w+): エラー: .* \[([a-z-]+)\]$", result.stderr, re.M) == [
        ("A2", "empty-cell"), ("B2", "unknown-term"), ("H2", "uncalculated-cell"), ("I2", "error-cell")]
    assert "もしかして: 就労情報提供" in result.stderr
    data = (desk.folder / "form.xlsx").read_bytes()
    (desk.folder / "cut.xlsx").write_bytes(data[: len(data) // 2])
    cut = desk.run("import", "cut.xlsx")
    assert cut.returncode == 1 and "[damaged-workbook]" in cut.stderr and "途中で切れているか" in cut.stderr


def test_fifty_thousand_empty_rows(desk: Desk, twin: dict[str, str]) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    for number in (1, 2):
        book.active.append([value.replace("_x000D_", "_x005F_x000D_") for value in row(number)])
    for number in range(4, 50_004):
        book.active.cell(number, 1).number_format = "yyyy/m/d"
    book.save(desk.folder / "form.xlsx")
    assert imported(desk, "form.xlsx") == twin


def test_a_casebook_from_a_workbook(desk: Desk) -> None:
    rows = [["題名", "地域", "内容"]] + [[f"事例{number}", ["北", "南"][number % 2], "長い文です。" * 20] for number in range(6)]
    save_csv(desk.folder / "list.csv", rows)
    book = openpyxl.Workbook()
    for each in rows:
        book.active.append(each)
    book.save(desk.folder / "list.xlsx")
    texts = []
    for name in ("list.csv", "list.xlsx"):
        result = desk.run("init", "made", "--from", name)
        assert result.returncode == 0, result.stderr
        folder = desk.folder / "made" / "content"
        texts.append({path.relative_to(folder): path.read_text(encoding="utf-8").replace(name, "list") for path in folder.rglob("*.*")
                      if path.is_file()})
        shutil.rmtree(desk.folder / "made")
    assert texts[0] == texts[1] and len(texts[0]) > 8


HARD = "*強く* と #1 と | と [x](y)\n- 一つ\n1. 二つ\n\n=SUM(A1) `c` <b>&amp; _x000D_ 2026/4/1"


def choices(book: openpyxl.Workbook, sheet: str, cell: str) -> list[str]:
    """The texts of the list in a cell."""
    for validation in book[sheet].data_validations.dataValidation:
        if cell in validation.sqref and validation.type == "list":
            target = book.defined_names[validation.formula1].attr_text
            name, cells = target.split("!")
            return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
    return []


def test_the_template(desk: Desk) -> None:
    for name in ("form.xlsx", "again.xlsx"):
        assert desk.run("import", "--template", name).returncode == 0
    path = desk.folder / "form.xlsx"
    assert path.read_bytes() == (desk.folder / "again.xlsx").read_bytes()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["様式", "一覧", "選択肢"] and book["選択肢"].sheet_state == "hidden"
    labels = {row[0].value: row[0].row for row in book["様式"].iter_rows(min_row=4) if row[0].value}
    columns = {cell.value: cell.column_letter for cell in book["一覧"][1]}
    for key, heading in (("categories", "分野（必須）"), ("organizations", "取組主体（必須）")):
        terms = {re.search(r"^label: (.*)$", each.read_text(encoding="utf-8"), re.M)[1]
                 for each in (desk.folder / "content" / key).glob("*.md")}
        assert set(choices(book, "様式", f"B{labels[heading]}")) == terms
        assert set(choices(book, "一覧", f"{columns[heading]}2")) == terms
    for sheet in ("様式", "一覧"):
        assert str(book[sheet].page_setup.paperSize) == "9" and book[sheet].page_setup.fitToWidth == 1
        for each in book[sheet].data_validations.dataValidation:
            assert 0 < len(each.promptTitle) <= 32 and 0 < len(each.prompt) <= 255
    form = {"題名（必須）": "様式の事例", "分野（必須）": "就労情報提供", "取組主体（必須）": "ハローワーク", "関わる人・機関 1（必須）": "ジョブコーチ",
            "関わる人・機関 2": "障害のある人（本人）", "必要性・きっかけ（必須）": HARD, "取組・工夫の概要（必須）": "工夫", "課題軽減・解決・向上の効果（必須）": "効果",
            "非公開：連絡先": "=a@example.jp"}
    for label, value in form.items():
        cell = book["様式"].cell(labels[label], 2, value.replace("_x000D_", "_x005F_x000D_"))
        cell.data_type = "s"
    for label, value in (form | {"題名（必須）": "一覧の事例"}).items():
        label = label.replace(" 1", "").replace("関わる人・機関 2", "")
        if label:
            cell = book["一覧"][f"{columns[label]}2"]
            cell.value = value.replace("_x000D_", "_x005F_x000D_")
            cell.data_type = "s"
    book.save(path)
    result = desk.run("import", "form.xlsx")
    assert result.returncode == 0, result.stderr
    assert desk.problems() == []
    assert desk.run("build", "--drafts").returncode == 0
    for number, title in ((18, "様式の事例"), (19, "一覧の事例")):
        text = (desk.cases / f"c{number:03}.md").read_text(encoding="utf-8")
        assert f"title: {title}\n" in text and "連絡先: \"=a@example.jp\"" in text and "status: draft" in text
        page = (desk.folder / f"site/cases/c{number:03}.html").read_text(encoding="utf-8")
        body = html.unescape(re.sub(r"<[^>]*>", "", page))
        for line in filter(None, HARD.split("\n")):
            assert line in body, line
    assert "actors: [障害のある人（本人）, ジョブコーチ]" in (desk.cases / "c018.md").read_text(encoding="utf-8").replace(
        "[ジョブコーチ, 障害のある人（本人）]", "[障害のある人（本人）, ジョブコーチ]")
    assert desk.run("import", "--template", "form.xlsx").returncode == 3


def contents(desk: Desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in desk.cases.glob("*.md")}


@pytest.mark.parametrize("name", ["cases.xlsx", "cases.csv"])
def test_an_export_comes_back_without_a_change(desk: Desk, name: str) -> None:
    before = contents(desk)
    assert desk.run("export", name).returncode == 0
    assert desk.run("export", name).returncode == 3
    result = desk.run("import", "--update", name)
    assert result.returncode == 0 and "変わるところはありません" in result.stdout, result.stderr
    refused = desk.run("import", name)
    assert refused.returncode == 1 and refused.stderr.count("エラー") == 1 and "[ids-without-update]" in refused.stderr
    assert contents(desk) == before


def test_a_changed_export_changes_only_that(desk: Desk) -> None:
    before = contents(desk)
    assert desk.run("export", "cases.xlsx").returncode == 0
    book = openpyxl.load_workbook(desk.folder / "cases.xlsx")
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(4, columns["題名"], "新しい題名")
    sheet.cell(5, columns["取組・工夫の概要"], "*新しい*\n文")
    new = {"題名": "加えた事例", "分野": "就労情報提供", "取組主体": "ハローワーク", "関わる人・機関": "ジョブコーチ", "必要性・きっかけ": "必要",
           "取組・工夫の概要": "工夫", "課題軽減・解決・向上の効果": "効果"}
    sheet.append([new.get(heading) for heading in columns])
    book.save(desk.folder / "cases.xlsx")
    asked = desk.run("import", "--update", "cases.xlsx")
    assert asked.returncode == 2 and "まだ何も変えていません" in asked.stderr and contents(desk) == before
    assert "content/cases/c003.md" in asked.stdout and "→ 新しい題名" in asked.stdout
    done = desk.run("import", "--update", "--yes", "cases.xlsx")
    assert done.returncode == 0, done.stderr
    after = contents(desk)
    assert {name for name in after if after[name] != before.get(name)} == {"c003.md", "c004.md", "c018.md"}
    differences = [line for line in after["c003.md"].decode().splitlines() if line not in before["c003.md"].decode().splitlines()]
    assert differences == ["title: 新しい題名"]
    assert "\\*新しい\\*\\\n文\n" in after["c004.md"].decode()
    assert (desk.folder / "content/.backup/001/cases/c003.md").read_bytes() == before["c003.md"]
    assert desk.problems() == []


def test_columns_of_services_for_forms(desk: Desk) -> None:
    settings = desk.folder / "content/casebook.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "import:\n  unpublished: [メールアドレス]\n  ignored: [タイムスタンプ]\n",
                        encoding="utf-8")
    save_csv(desk.folder / "form.csv", [["タイムスタンプ", "メールアドレス", *HEADINGS], ["2026/4/1 9:00:00", "b@example.jp", *row(1)]])
    assert "  メールアドレス: b@example.jp\n" in imported(desk, "form.csv")["c018.md"]
