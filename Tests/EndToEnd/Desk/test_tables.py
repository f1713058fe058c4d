"""Tables in and out of the desk: what is shown is what is taken, once, and nothing else changes."""

import io
import re
import subprocess
import zipfile
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

import command
from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk

HEADINGS = ["題名", "分野", "取組主体", "関わる人・機関", "状態", "必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果", "非公開：連絡先"]
SECRET = "himitsu@example.jp"


def row(title: str, **more: str) -> list[str]:
    values = {"分野": "就労情報提供", "取組主体": "障害者就業・生活支援センター", "関わる人・機関": "ジョブコーチ",
              "必要性・きっかけ": f"{title}が必要だった。", "取組・工夫の概要": f"{title}に取り組んだ。",
              "課題軽減・解決・向上の効果": f"{title}で楽になった。", "非公開：連絡先": SECRET, "題名": title} | more
    return [values.get(heading, "") for heading in HEADINGS]


def table(*rows: list[str], headings: list[str] = HEADINGS) -> bytes:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in [headings, *rows]]
    return ("\ufeff" + "\r\n".join(quoted) + "\r\n").encode()


def workbook(*rows: list[str]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "事例"
    for line in [HEADINGS, *rows]:
        book.active.append(line)
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def send(desk: Desk, *files: tuple[str, bytes], token: str | None = None, path: str = "/desk/tables/read", encoding: str = "",
         **more):
    """Sends files as the form of the page does."""
    edge = "----knowhow"
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
             for name, value in [("form-token", desk.token if token is None else token), ("encoding", encoding)]]
    for name, content in files:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    return desk.request(path, "POST", body, content_type=f"multipart/form-data; boundary={edge}", **more)


def read(desk: Desk, *files: tuple[str, bytes], **more: str) -> tuple[str, str]:
    """The path of the page that shows what files hold, and the page."""
    status, fields, body = send(desk, *files, **more)
    assert status == 303, body.decode()[:2000]
    path = fields["Location"]
    status, _, body = desk.request(path)
    assert status == 200
    return path, body.decode()


def keys(page: str) -> list[str]:
    return re.findall(r'name="take" value="([^"]+)"', page)


def said(page: str) -> str:
    """The text of a page on one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def cases(desk: Desk) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((desk.folder / "content" / "cases").glob("*.md"))}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_sound_rows_are_taken_and_the_others_reported(desk: Desk, kind: str) -> None:
    before = cases(desk)
    rows = [row(f"{kind}の一つ目"), row(f"{kind}の二つ目", 分野="就労情報提共"), row(f"{kind}の三つ目", 状態="公開"),
            row(f"{kind}の四つ目")]
    name, content = f"応募.{kind}", table(*rows) if kind == "csv" else workbook(*rows)
    path, page = read(desk, (name, content))
    text = said(page)
    assert "新しい事例 3件" in text and "直すところ 1件" in text and "もしかして： 就労情報提供" in text
    # What `knowhow import` reports, at the same cell.
    file = desk.folder / name
    file.write_bytes(content)
    printed = command.run("import", file, "--content", desk.folder / "content").stderr
    place = "応募.csvの3行目" if kind == "csv" else "応募.xlsx「事例」のB3"
    assert place in text and re.search(r"エラー: (.*?) \[", printed).group(1) in text
    assert SECRET not in page
    assert cases(desk) == before, "nothing was taken yet"

    chosen = [keys(page)[0], keys(page)[1]]
    status, fields, _ = desk.post(path, [("take", key) for key in chosen])
    assert status == 303 and fields["Location"].endswith("?taken=1")
    after = cases(desk)
    new = sorted(after.keys() - before.keys())
    assert len(new) == 2 and all(after[name] == content for name, content in before.items())
    assert f"{kind}の一つ目".encode() in after[new[0]] and b"status: draft" in after[new[0]] and SECRET.encode() in after[new[0]]
    assert f"{kind}の三つ目".encode() in after[new[1]] and b"status: published" in after[new[1]]
    page = desk.request(fields["Location"])[2].decode()
    assert "取り込みました" in page and f'href="/desk/cases/{new[0]}"' in page
    assert "新しい事例 1件" in said(page) and "直すところ 1件" in said(page), "what was taken is no copy of itself"
    # Sent again, it is not taken again.
    assert desk.post(path, [("take", key) for key in chosen])[0] == 303 and cases(desk) == after


def test_the_same_as_the_command(desk: Desk, tmp_path: Path) -> None:
    content = table(row("同じ結果の一"), row("同じ結果の二", 状態="公開"))
    copied = tmp_path / "content"
    subprocess.run(["cp", "-r", desk.folder / "content", copied], check=True)
    (tmp_path / "t.csv").write_bytes(content)
    assert command.run("import", tmp_path / "t.csv", "--content", copied).returncode == 0
    path, page = read(desk, ("t.csv", content))
    assert desk.post(path, [("take", key) for key in keys(page)])[0] == 303
    assert cases(desk) == {path.stem: path.read_bytes() for path in sorted((copied / "cases").glob("*.md"))}


def test_updates_are_taken_field_by_field(desk: Desk) -> None:
    status, fields, exported = desk.request("/desk/tables/save/cases.xlsx")
    assert status == 200 and fields["Content-Disposition"] == 'attachment; filename="cases.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(exported))
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    line = next(number for number in range(2, sheet.max_row + 1) if sheet.cell(number, 1).value == "c005")
    sheet.cell(line, columns["題名"]).value = "表で直した題名 <b>"
    effect = next(column for name, column in columns.items() if name.startswith("課題軽減"))
    sheet.cell(line, effect).value = "表で直した効果。"
    sheet.cell(line + 1, columns["題名"]).value = "こちらは取り込まない題名"
    stored = io.BytesIO()
    book.save(stored)
    before = cases(desk)
    path, page = read(desk, ("cases.xlsx", stored.getvalue()))
    assert "変わる事例 2件" in said(page) and "表で直した題名 &lt;b&gt;" in page and "新しい事例" not in page
    title, text = [key for key in keys(page) if key.endswith(":k-title")][0], [key for key in keys(page) if ":s-" in key][0]
    assert desk.post(path, {"take": text})[0] == 303
    after = cases(desk)
    assert [name for name in before if before[name] != after[name]] == ["c005"]
    assert "表で直した効果。".encode() in after["c005"] and "表で直した題名".encode() not in after["c005"]
    changed = [line for line in after["c005"].splitlines() if line not in before["c005"].splitlines()]
    assert changed == ["表で直した効果。".encode()]
    assert any((desk.folder / "content" / ".backup").glob("*/cases/c005.md"))
    # The key named the case as it was. Nothing else is written with it.
    status, fields, _ = desk.post(path, {"take": title})
    assert status == 303 and fields["Location"].endswith("?left=1") and cases(desk) == after
    page = desk.request(fields["Location"])[2].decode()
    assert "一部を取り込んでいません" in page and "変わる事例 2件" in said(page)


def test_a_case_that_changes_while_it_is_looked_at_is_left(desk: Desk) -> None:
    path, page = read(desk, ("u.csv", table(["c006", "新しい題名にする"], headings=["番号", "題名"])))
    file = desk.folder / "content" / "cases" / "c006.md"
    file.write_bytes(file.read_bytes() + b"\n")
    before = cases(desk)
    assert desk.post(path, {"take": keys(page)[0]})[1]["Location"].endswith("?left=1") and cases(desk) == before


def test_the_file_of_the_submission_form(desk: Desk, tmp_path: Path) -> None:
    """The form of the site writes a table of one row; a form in a workbook has one case per sheet."""
    status, _, form = desk.request("/desk/tables/save/form.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book.worksheets[0]
    for line in sheet.iter_rows():
        for cell in line:
            if str(cell.value or "").startswith("題名"):
                sheet.cell(cell.row, cell.column + 1).value = "様式に書いた題名"
    stored = io.BytesIO()
    book.save(stored)
    _, page = read(desk, ("様式.xlsx", stored.getvalue()))
    assert status == 200 and re.search(r"様式\.xlsx「[^」]+」のB\d+", said(page)) and "直すところ" in page
    _, page = read(desk, ("jirei.csv", table(row("'=サイトの様式から", 状態=""))))
    assert "=サイトの様式から" in page and "&#39;=" not in page and "'=" not in page


def test_what_is_saved_is_what_the_command_writes(desk: Desk, tmp_path: Path) -> None:
    for name in ["cases.csv", "cases.xlsx"]:
        assert command.run("export", tmp_path / name, "--content", desk.folder / "content").returncode == 0
        assert desk.request(f"/desk/tables/save/{name}")[2] == (tmp_path / name).read_bytes()
        assert SECRET.encode() not in (tmp_path / name).read_bytes()
    for name in ["form.csv", "form.xlsx"]:
        assert command.run("import", "--template", tmp_path / name, "--content", desk.folder / "content").returncode == 0
        assert desk.request(f"/desk/tables/save/{name}")[2] == (tmp_path / name).read_bytes()
    for name in ["", "x.csv", "../cases.csv", "..%2fcases.csv", "cases.xlsx/", "form.xls"]:
        assert desk.request(f"/desk/tables/save/{name}")[0] == 404


def test_files_that_are_no_tables(desk: Desk) -> None:
    before = cases(desk)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="w.xml"/></Relationships>')
        archive.writestr("w.xml", b"<a>" + b" " * (200 << 20))
    ambiguous = "題名\r\n".encode("cp932") + b"\xc2\xb1\r\n"
    for name, content, message in [
            ("爆弾.xlsx", bomb.getvalue(), "中身が大きすぎます"), ("a.xlsx", b"PK\x03\x04" + b"\0" * 100, "Excel"),
            ("空.csv", b"", "表に何もありません"), ("a.csv", b"\xff\xfe\0\0" * 50, "直すところ"),
            ("写真.jpg", bytes.fromhex("ffd8ffe000104a464946") * 20, "直すところ"), ("b.csv", ambiguous, "直すところ"),
            ("<img src=x onerror=alert(1)>.csv", table(["<script>alert(1)</script>"], headings=["題名"]), "直すところ")]:
        _, page = read(desk, (name, content))
        assert message in page and "<script>alert" not in page and "<img src=x" not in page, name
        assert not keys(page)
    assert cases(desk) == before
    assert send(desk)[0] == 422
    assert send(desk, *[("a.csv", b"x")] * 51)[0] == 422


def test_hostile_texts_are_texts(desk: Desk) -> None:
    path, page = read(desk, ("../../../etc/passwd/x.csv", table(row("\"><script>alert(1)</script>{{title}}", 状態="公開")
                                                                )))
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
    assert "passwd" not in page and "x.csv" in page
    assert not (desk.folder / "x.csv").exists() and keys(page)


def test_only_the_desk_takes(desk: Desk) -> None:
    before = cases(desk)
    content = ("t.csv", table(row("よそから送られた事例")))
    for answer in [send(desk, content, token="x"), send(desk, content, token=""), send(desk, content, origin="http://evil.example"),
                   send(desk, content, origin=None), send(desk, content, cookie=None), send(desk, content, cookie="a=b"),
                   send(desk, content, path="/desk/tables/read/x"), send(desk, content, path="/desk/cases/new")]:
        assert answer[0] in (403, 415) and "Location" not in answer[1]
    path, page = read(desk, content)
    for forged in ["0" * 64, path[-64:-1], path[-64:] + "0", path[-64:].upper(), "..%2f" + path[-64:], "%00", ""]:
        assert desk.post(f"/desk/tables/{forged}", {"take": keys(page)[0]})[0] == 404, forged
        if forged:
            assert desk.request(f"/desk/tables/{forged}")[0] == 404
    for forged in ["n-" + "0" * 32 + "-1", keys(page)[0] + "0", "", "n-" + "x" * 9000]:
        status, fields, _ = desk.post(path, {"take": forged})
        assert status == 303 and fields["Location"].endswith("?left=1")
    assert desk.post(path, {})[0] == 422 and desk.post(path, {"take": keys(page)[0]}, token="x")[0] == 403
    assert desk.request(path, cookie=None)[0] == 403
    assert cases(desk) == before


def test_large_bodies_name_the_limit(desk: Desk) -> None:
    status, _, body = send(desk, ("a.csv", b"x" * (16 << 20)))
    assert status == 413 and "16MBまで" in body.decode()
    _, page = read(desk, ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * (15 << 20)))
    assert "直すところ" in page
    # Only the newest few files are kept.
    first, _ = read(desk, ("a.csv", table(row("古いファイル"))))
    for _ in range(8):
        read(desk, ("b.csv", b"x"))
    assert desk.request(first)[0] == 404


def test_in_the_browser(desk: Desk, page: Page, none_of) -> None:
    found: list[str] = []

    def look(name: str) -> None:
        page.evaluate(AXE)
        for scheme, size in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found.extend(violations(page.evaluate(RUN, axe_options()), f"{name} {scheme} {size['width']}"))
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{name} is wider than {size['width']}")
        page.set_viewport_size({"width": 1280, "height": 900})

    page.get_by_role("link", name="表の出し入れ").click()
    look("tables")
    rows = [row("ブラウザーで取り込む一"), row("ブラウザーで取り込む二", 分野="なし"), row("ブラウザーで取り込む三")]
    page.get_by_label("ファイル（いくつでも）").set_input_files([
        {"name": "応募.csv", "mimeType": "text/csv", "buffer": table(*rows)},
        {"name": "直し.csv", "mimeType": "text/csv", "buffer": table(["c001", "直した題名"], headings=["番号", "題名"])}])
    page.get_by_role("button", name="中身を確かめる").click()
    page.get_by_text("中を見る").first.click()
    look("review")
    expect(page.locator("#chosen")).to_have_text("3か所のうち3か所を選んでいます")
    page.get_by_label("ブラウザーで取り込む三").uncheck()
    page.get_by_role("button", name="選んだものを取り込む").click()
    expect(page.locator(".notice").first).to_have_text("取り込みました")
    expect(page.locator(".taken li")).to_have_count(2)
    look("taken")
    assert b"\xe7\x9b\xb4\xe3\x81\x97\xe3\x81\x9f\xe9\xa1\x8c\xe5\x90\x8d" in cases(desk)["c001"]
    page.locator(".taken a", has_text="ブラウザーで取り込む一").click()
    expect(page.locator("#k-title")).to_have_value("ブラウザーで取り込む一")

    # A file that is dropped is read at once; one that is too large is not sent.
    page.goto(desk.base + "tables")
    drop = """([name, size]) => {
        const data = new DataTransfer();
        data.items.add(new File([size ? new Uint8Array(size) : "題名\\nあ\\n"], name));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    page.evaluate(drop, ["大.csv", 16 << 20])
    expect(page.locator("#file-said")).to_contain_text("16MBまで")
    page.evaluate(drop, ["落とした.csv", 0])
    page.wait_for_url(re.compile(r"/tables/\w{64}$"))
    expect(page.locator(".about")).to_contain_text("落とした.csv")
    none_of(found)
