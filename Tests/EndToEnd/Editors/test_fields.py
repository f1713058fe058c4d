"""Declared fields of cases (`fields:` in casebook.yml), from their declaration to the page, in the data and in forms."""

import csv
import io
import json
import signal

import jsonschema
import pexpect
import pytest

from desk import Desk

FIELDS = """
fields:
  - { key: website, label: 団体のサイト, type: url }
  - { key: held, label: 開催日, type: date }
  - { key: members, label: 参加者数, type: number, unit: 人, required: true, show: card }
  - { key: wheelchair, label: 車いす, type: yes-no }
  - { key: form, label: 様式, type: file }
"""


@pytest.fixture
def fields(desk: Desk) -> Desk:
    """The collection with fields, of which every case has the required one."""
    settings = desk.folder / "content/casebook.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + FIELDS, encoding="utf-8")
    (desk.folder / "content/files").mkdir(exist_ok=True)
    (desk.folder / "content/files/plan.pdf").write_bytes(b"%PDF-1.4\n" + b" " * 2_000)
    for path in desk.cases.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: ", "members: 3\ntitle: ", 1), encoding="utf-8")
    return desk


def edit(desk: Desk, lines: str) -> None:
    path = desk.cases / "c001.md"
    path.write_text(path.read_text(encoding="utf-8").replace("members: 3\n", lines, 1), encoding="utf-8")


def test_from_the_case_to_page_and_data(fields: Desk) -> None:
    edit(fields, "members: 1200\nwebsite: https://example.org/\nheld: 2026-04-01\nwheelchair: いいえ\nform: plan.pdf\n")
    result = fields.run("build")
    assert result.returncode == 0, result.stderr
    site = fields.folder / "site"
    page = (site / "cases/c001.html").read_text(encoding="utf-8")
    for part in (
        "この事例の分類と項目", '<a href="https://example.org/" rel="noopener noreferrer external">example.org<', "1,200人", "いいえ",
        '<a href="../files/plan.pdf">plan.pdf</a>（PDF、2kB）', '<time datetime="2026-04-01">2026年4月1日</time>',
    ):
        assert part in page
    assert (site / "files/plan.pdf").exists()
    assert "参加者数 1,200人" in (site / "cases/index.html").read_text(encoding="utf-8")
    data = json.loads((site / "data/cases.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads((site / "data/casebook.schema.json").read_text(encoding="utf-8")))
    assert data["cases"][0]["fields"] == {
        "website": "https://example.org/", "held": "2026-04-01", "members": 1200, "wheelchair": False, "form": "files/plan.pdf"}
    rows = list(csv.DictReader(io.StringIO((site / "data/cases.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert (rows[0]["参加者数"], rows[0]["車いす"], rows[1]["開催日"]) == ("1200", "いいえ", "")
    # A value is changed: what shows it is rendered again, and the document that nothing names is no longer published.
    edit(fields, "")
    path = fields.cases / "c001.md"
    path.write_text(path.read_text(encoding="utf-8").replace("form: plan.pdf\n", "").replace("1200", "7"), encoding="utf-8")
    assert fields.run("build").returncode == 0
    assert "参加者数 7人" in (site / "cases/index.html").read_text(encoding="utf-8")
    assert not (site / "files/plan.pdf").exists()


def test_mistakes_and_fixes(fields: Desk) -> None:
    edit(fields, "members: 1,200人\nwheelchair: あり\nform: Plan.pdf\nwebsite: example\nmembres: 3\n")
    found = {each["id"]: each["message"] for each in fields.problems()}
    assert set(found) == {"bad-amount", "bad-yes-no", "missing-file", "bad-address", "unknown-key"}
    assert "「参加者数」（members）" in found["bad-amount"] and "`1200`" in found["bad-amount"]
    fields.run("check", "--fix")
    text = (fields.cases / "c001.md").read_text(encoding="utf-8")
    assert "members: 1200\nwheelchair: はい\nform: plan.pdf\n" in text


def test_new_asks(fields: Desk) -> None:
    result = fields.run("new", "--title", "あ", "--category", "1", "--members", "１２人", "--wheelchair", "ある")
    text = (fields.cases / "c018.md").read_text(encoding="utf-8")
    assert "\nmembers: 12\n" in text and "\nwheelchair: はい\n" in text and "\n# website: \n" in text, result.stderr
    wrong = fields.run("new", "--members", "十数人")
    assert wrong.returncode == 2 and "数として読めません" in wrong.stderr
    assert "もしかして: --members" in fields.run("new", "--membres", "3").stderr
    terminal = pexpect.spawn(
        fields.program, ["new"], cwd=str(fields.folder), encoding="utf-8", timeout=20, dimensions=(60, 200),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    for answer in ("題名", "1", "1", "1"):
        terminal.expect(": $")
        terminal.sendline(answer)
    terminal.expect("数字だけを書きます")
    terminal.expect("参加者数: ")
    terminal.sendline("多数")
    terminal.expect("数として読めません")
    terminal.sendline("１０")
    terminal.expect(pexpect.EOF)
    assert "\nmembers: 10\n" in (fields.cases / "c019.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["form.csv", "form.xlsx"])
def test_forms_have_columns(fields: Desk, name: str) -> None:
    assert fields.run("import", "--template", name).returncode == 0
    if name.endswith(".csv"):
        head = (fields.folder / name).read_text(encoding="utf-8-sig").splitlines()[0]
        assert "団体のサイト,開催日,参加者数,車いす,様式" in head
    else:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(fields.folder / name)
        texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
        assert "参加者数（必須）" in texts and "はい" in texts and "いいえ" in texts


def test_schema_of_editors(fields: Desk) -> None:
    assert fields.run("schema").returncode == 0
    schema = json.loads((fields.folder / "content/.schema/case.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["members"]["type"] == "number" and "members" in schema["required"]
    validator = jsonschema.Draft7Validator(schema["properties"]["wheelchair"])
    assert all(validator.is_valid(value) for value in ("はい", "no", True)) and not validator.is_valid("一部")


def test_a_table_becomes_fields(desk: Desk) -> None:
    (desk.folder / "table.csv").write_text(
        "題名,分野,開催日,参加者,記入者,サイト\nあ,A,2026/4/1,12人,山田,https://example.org/\nい,A,2026/4/2,3人,鈴木,\n", encoding="utf-8")
    result = desk.run("init", "book", "--from", "table.csv")
    assert result.returncode == 0, result.stderr
    assert "「参加者」→ 追加の項目（数、単位は人）" in result.stdout + result.stderr
    text = (desk.folder / "book/content/cases/c001.md").read_text(encoding="utf-8")
    assert ": 12\n" in text and "private:\n  記入者: 山田\n" in text
    assert desk.run("check", "--content", "book/content").returncode == 0
