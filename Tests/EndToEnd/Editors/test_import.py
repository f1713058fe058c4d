"""`knowhow import` reads forms as people save them, and reports each problem at its cell."""

import csv
import html
import io
import re
import zipfile
from pathlib import Path

import pytest

from desk import Desk

HEADINGS = ["題名", "分野", "取組主体", "関わる人・機関", "障害種別", "公開日", "状態", "必要性・きっかけ", "取組・工夫の概要",
            "課題軽減・解決・向上の効果", "非公開：連絡先"]


def row(number: int, **changes: str) -> list[str]:
    """A valid row; its title is a number, and some cells are changed."""
    values = dict(zip(HEADINGS, [
        f"取り込む事例{number}", "就労情報提供", "ハローワーク", "本人、ジョブコーチ", "", "2026/4/1", "公開", "必要。", "取り組んだ。", "良くなった。",
        f"secret{number}@example.jp"]))
    assert changes.keys() <= values.keys()
    return list((values | changes).values())


def table(rows: list[list[str]], headings: list[str] = HEADINGS) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue()


def save(desk: Desk, text: str, encoding: str = "utf-8") -> Path:
    path = desk.folder / "form.csv"
    path.write_bytes(text.encode(encoding))
    return path


def reported(stderr: str) -> list[tuple[int, int, str, str]]:
    """Line, column, id and sentence of each message."""
    found = re.findall(r"^form\.csv:(\d+):(\d+): エラー: (.*) \[([a-z-]+)\]$", stderr, re.M)
    return [(int(line), int(column), identifier, sentence) for line, column, sentence, identifier in found]


WRONG = [
    row(1, 題名=""),
    row(2, 分野="就労情報堤供"),
    row(3, 取組主体="ハローワーク、特例子会社"),
    row(4, **{"関わる人・機関": "本人；ジョブコーチー"}),
    row(5, 公開日="2026年2月30日"),
    row(6, 状態="公表"),
    row(7, **{"必要性・きっかけ": "　\r\n "}),
    row(8, 障害種別="難病,身体"),
    row(9, 題名="取り込む事例2"),
    [*row(10), "余り"],
]

CORRECTED = [row(number) for number in range(1, 11)]


def test_ten_mistakes_in_ten_rows_of_windows(desk: Desk) -> None:
    before = desk.names()
    save(desk, table(WRONG), "cp932")
    result = desk.run("import", "form.csv")
    assert (result.returncode, result.stdout) == (1, "")
    assert "「form.csv」を、文字コード CP932（Shift_JIS） として読みました。" in result.stderr
    messages = reported(result.stderr)
    # Row 8 of the table has a line break in a cell, so the numbers of the following lines are one higher.
    places = [
        (2, "empty-cell", "セルA2: 「題名」が空です。文を書いてください"), (3, "unknown-term", "「分野」（B3）"), (4, "too-many-values", "セルC4: 「取組主体」に"),
        (5, "unknown-term", "「関わる人・機関」（D5）"), (6, "bad-date", "「公開日」（F6）"), (7, "unknown-status", "「状態」（G7）"),
        (8, "empty-cell", "セルH8: 「必要性・きっかけ」が空です"), (10, "unknown-term", "表の9行目の「障害種別」（E9）"), (11, "repeated-title", "表の10行目の「題名」（A10）"),
        (12, "nameless-cell", "表の11行目のセルL11"),
    ]
    assert [(line, identifier) for line, _, identifier, _ in messages] == [place[:2] for place in places]
    assert all(cell in sentence for (_, _, cell), (_, _, _, sentence) in zip(places, messages))
    lines = table(WRONG).replace("\r\n", "\n").split("\n")
    assert lines[1 - 1 + 2][messages[1][1] - 1 :].startswith("就労情報堤供")
    assert "もしかして: 就労情報提供" in result.stderr and "もしかして: ジョブコーチ" in result.stderr
    assert "使えるもの: 下書き、公開、取り下げ" in result.stderr
    assert "secret" not in result.stderr
    assert "問題が10件あります。事例は1件も作っていません" in result.stderr
    assert desk.names() == before
    english = desk.run("import", "form.csv", language="en").stderr
    assert "error: “分野” (B3): “category” has no term “就労情報堤供” [unknown-term]" in english

    save(desk, table(CORRECTED), "cp932")
    result = desk.run("import", "form.csv")
    assert result.returncode == 0, result.stderr
    assert desk.names() - before == {f"c{number:03}.md" for number in range(18, 28)}
    assert result.stdout.splitlines()[0] == "content/cases/c018.md  取り込む事例1"
    assert desk.problems() == []
    assert desk.run("build", "--drafts").returncode == 0
    page = (desk.folder / "site/cases/c018.html").read_text(encoding="utf-8")
    assert "取り込む事例1" in page and "良くなった。" in page
    published = [path for path in (desk.folder / "site").rglob("*") if path.is_file() and b"secret" in path.read_bytes()]
    assert published == []
    assert "secret1@example.jp" in (desk.cases / "c018.md").read_text(encoding="utf-8")
    # The same table once more adds nothing.
    again = desk.run("import", "form.csv")
    assert again.returncode == 1 and [identifier for _, _, identifier, _ in reported(again.stderr)] == ["taken-title"] * 10


def test_partial(desk: Desk) -> None:
    before = desk.names()
    save(desk, table([row(1), row(2, 分野="なし"), row(3)]))
    result = desk.run("import", "--partial", "form.csv")
    assert result.returncode == 1
    assert [identifier for _, _, identifier, _ in reported(result.stderr)] == ["unknown-term"]
    assert desk.names() - before == {"c018.md", "c019.md"}
    assert "2件の事例を作りました" in result.stdout and "1行は取り込んでいません" in result.stderr
    titles = [(desk.cases / name).read_text(encoding="utf-8").split("\n")[1] for name in ("c018.md", "c019.md")]
    assert titles == ["title: 取り込む事例1", "title: 取り込む事例3"]
    # Where the headings are wrong, no row can be trusted.
    save(desk, table([row(4)], ["題名x", *HEADINGS[1:]]))
    assert desk.run("import", "--partial", "form.csv").returncode == 1
    assert desk.names() - before == {"c018.md", "c019.md"}


@pytest.mark.parametrize("encoding, name", [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp932", "CP932")])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends(desk: Desk, encoding: str, name: str, line_end: str) -> None:
    text = table([row(1, 題名="①髙㈱～－∥﨑", **{"取組・工夫の概要": "一行目\r\n\r\n二つ目の段落"})]).replace("\r\n", line_end)
    save(desk, text, encoding)
    result = desk.run("import", "form.csv")
    assert result.returncode == 0 and f"文字コード {name}" in result.stderr, result.stderr
    text = (desk.cases / "c018.md").read_text(encoding="utf-8")
    assert "①髙㈱～－∥﨑" in text and "一行目\n\n二つ目の段落\n" in text and "\r" not in text


def test_every_character_of_windows(desk: Desk) -> None:
    characters = []
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xF0), *range(0xFA, 0xFD)]:
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFD)]:
            try:
                characters.append(bytes([lead, trail]).decode("cp932"))
            except UnicodeDecodeError:
                pass
    text = "".join(characters).strip()
    assert len(text) > 7_000 and all(character in text for character in "①㈱髙﨑∥～")
    save(desk, table([row(1, **{"非公開：連絡先": text})]), "cp932")
    assert desk.run("import", "form.csv").returncode == 0
    line = next(line for line in (desk.cases / "c018.md").read_text(encoding="utf-8").split("\n") if "連絡先" in line)
    # Some signs are in the code page twice; either way of writing one is read as the same character.
    assert line.split(": ", 1)[1].strip('"').replace("\\\\", "\\") == text


def test_undecodable_and_ambiguous(desk: Desk) -> None:
    path = desk.folder / "form.csv"
    for data, identifier, place in (
        ("題名,分野\r\n題".encode("cp932") + b"\x81\xFF,\r\n", "unreadable-table", ":1:1:"),
        ("題名,分野\r\n".encode() + "題".encode()[:2] + b",1\r\n", "unreadable-table", ":2:1:"),
        ("title,é\r\n".encode(), "ambiguous-encoding", ":1:7:"),
        ("題名,分野\r\n".encode("euc_jp"), "unreadable-table", ":1:1:"),
        ("題名,分野\r\n".encode("utf-16"), "unreadable-table", ":1:1:"),
    ):
        path.write_bytes(data)
        result = desk.run("import", "form.csv")
        assert result.returncode == 1 and f"[{identifier}]" in result.stderr and place in result.stderr, result.stderr
    path.write_bytes("題名,分野\r\n題".encode("cp932") + b"\x81\xFF,\r\n")
    assert "form.csv:2:2:" in desk.run("import", "--encoding", "cp932", "form.csv").stderr


def test_spreadsheets(desk: Desk) -> None:
    for name, member, problem in (
        ("form.xlsx", "[Content_Types].xml", "damaged-workbook"), ("saved-as.csv", "xl/workbook.xml", "damaged-workbook"),
        ("form.numbers", "Index/a", "spreadsheet-file"),
    ):
        with zipfile.ZipFile(desk.folder / name, "w") as file:
            file.writestr(member, "x")
        result = desk.run("import", name)
        assert result.returncode == 1 and f"[{problem}]" in result.stderr and "Excel" in result.stderr, result.stderr
    (desk.folder / "form.xls").write_bytes(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(100))
    assert "「Excel ブック（*.xlsx）」" in desk.run("import", "form.xls").stderr


def test_template(desk: Desk) -> None:
    path = desk.folder / "form.csv"
    assert desk.run("import", "--template", "form.csv").returncode == 0
    data = path.read_bytes()
    assert data.startswith(b"\xEF\xBB\xBF") and data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    headings, hints = csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True)
    assert set(HEADINGS) <= set(headings) and len(set(headings)) == len(headings)
    assert hints[0].startswith("※") and "ハローワーク、" in hints[headings.index("取組主体")]
    refused = desk.run("import", "--template", "form.csv")
    assert refused.returncode == 3 and "もうあります" in refused.stderr and path.read_bytes() == data
    values = dict(zip(HEADINGS, row(1)))
    line = io.StringIO()
    csv.writer(line).writerow([values.get(heading, "") for heading in headings])
    path.write_bytes(data + line.getvalue().encode())
    result = desk.run("import", "form.csv")
    assert result.returncode == 0 and "「※」で始まる1行" in result.stderr, result.stderr
    assert desk.problems() == []


HOSTILE = [
    "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "---\ntitle: 乗っ取り\n---", "a: b # c", "'\"`\\", "{{{x}}} {{>y}}",
    "[x](javascript:alert(1))", "![x](https://example.com/a.png)", "## 見出し\n- [ ] 一つ", "&lt;b&gt; &#x3c;", "]]> --> */",
    "../../etc/passwd", "%s %n ${HOME} $(id)", "| a | b |\n|---|---|\n| 1 | 2 |", "{漢字|かんじ} ~~x~~ $y$ [^1]", "null", "~", "[a, b]", "!!str a", "&a *a",
]


def test_hostile_content_is_shown_as_it_is(desk: Desk) -> None:
    rows = [
        row(number, 題名=f"題{number} " + text.split("\n")[0], **{
            "必要性・きっかけ": text, "取組・工夫の概要": text, "課題軽減・解決・向上の効果": text, "非公開：連絡先": text + "\nsecret"})
        for number, text in enumerate(HOSTILE)]
    save(desk, table(rows))
    result = desk.run("import", "form.csv")
    assert result.returncode == 0, result.stderr
    assert len(desk.names()) == 17 + len(HOSTILE) and desk.problems() == []
    assert desk.run("build").returncode == 0
    for number, text in enumerate(HOSTILE):
        page = (desk.folder / f"site/cases/c{18 + number:03}.html").read_text(encoding="utf-8")
        body = re.search(r'id="approach".*?</section>|id="approach".*?id="effect"', page, re.S)[0]
        shown = html.unescape(re.sub(r"<[^>]*>", "", body)).replace("（外部サイト）", "")
        for line in text.split("\n"):
            assert line in shown, (line, shown)
        assert "alert(1)</script>" not in page and "secret" not in page
        title = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)[1]
        assert html.unescape(re.sub(r"<[^>]*>", "", title)).strip() == f"題{number} " + text.split("\n")[0].strip()


def test_characters_that_cannot_be_shown(desk: Desk) -> None:
    save(desk, table([row(1, 題名="右\u202Eから"), row(2, **{"取組・工夫の概要": "戻\x08る"}), row(3, 題名="外字\uE000"), row(4, 題名="零\0")]))
    result = desk.run("import", "form.csv")
    assert [(line, identifier) for line, _, identifier, _ in reported(result.stderr)] == [
        (2, "unsafe-character"), (3, "unsafe-character"), (4, "private-use-character"), (5, "unsafe-character")]


def test_quotes_out_of_balance(desk: Desk) -> None:
    save(desk, table([row(1)]) + '"閉じない,1,2\r\n次の行\r\n')
    result = desk.run("import", "--partial", "form.csv")
    assert (3, 1, "unclosed-cell") in [each[:3] for each in reported(result.stderr)] and len(desk.names()) == 17


def test_a_large_table(desk: Desk) -> None:
    save(desk, table([row(number, **{"取組・工夫の概要": f"第{number}の長い文。" * 1_000}) for number in range(300)]))
    assert desk.run("import", "form.csv").returncode == 0
    assert "c317.md" in desk.names()
    assert [each for each in desk.problems() if each["severity"] == "error"] == []


def test_the_same_case_sent_twice(desk: Desk) -> None:
    """A copy of another row, or of a case that is there, is told with both places, and nothing is written."""
    text = "".join(f"{number}番目の工程では、部品の置き場に写真を貼り、{number * 3}分ごとに声をかけました。" for number in range(20))
    save(desk, table([row(1, **{"取組・工夫の概要": text}), row(2, **{"取組・工夫の概要": text.replace("写真", "絵")})]))
    result = desk.run("import", "form.csv")
    assert result.returncode == 1 and len(desk.names()) == 17
    assert [each[:3] for each in reported(result.stderr)] == [(3, 1, "repeated-text")] and "form.csv:2:1" in result.stderr
    save(desk, table([row(1, **{"取組・工夫の概要": text})]))
    assert desk.run("import", "form.csv").returncode == 0 and len(desk.names()) == 18
    save(desk, table([row(2, **{"取組・工夫の概要": text + "終わりです。"})]))
    again = desk.run("import", "form.csv")
    assert again.returncode == 1 and len(desk.names()) == 18
    assert [each[2] for each in reported(again.stderr)] == ["copied-case"] and "c018.md" in again.stderr


def test_no_such_file(desk: Desk) -> None:
    result = desk.run("import", "none.csv")
    assert result.returncode == 3 and "none.csv" in result.stderr


def test_a_disk_that_fills(desk: Desk, interpose: str) -> None:
    save(desk, table([row(number) for number in range(3)]))
    before = desk.names()
    partly = 0
    for call in range(1, 60):
        result = desk.run("import", "form.csv", env={"LD_PRELOAD": interpose, "INTERPOSE_MODE": "full", "INTERPOSE_AT": str(call)})
        made = sorted(desk.names() - before)
        assert all(re.fullmatch(r"c0(18|19|20)\.md", name) for name in made), made
        if result.returncode == 0:
            assert len(made) == 3 and call > 3 and partly > 0
            return
        assert result.returncode == 3 and "空き容量がありません" in result.stderr, result.stderr
        assert [line.strip() for line in result.stderr.splitlines() if line.startswith("  content/")] == [
            f"content/cases/{name}" for name in made]
        partly += 0 < len(made) < 3
        for name in made:
            assert (desk.cases / name).read_text(encoding="utf-8").endswith("良くなった。\n")
            (desk.cases / name).unlink()
    pytest.fail("the import never succeeded")
