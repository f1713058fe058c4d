"""casebook.yml and readings.csv as text in the desk, and files that are not UTF-8."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import command
from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk


def settings(desk: Desk) -> Path:
    return desk.folder / "content" / "casebook.yml"


def test_the_settings_as_text(desk: Desk, page: Page) -> None:
    before = settings(desk).read_text(encoding="utf-8")
    page.goto(desk.base + "files")
    page.get_by_role("link", name="全体の設定").last.click()
    page.wait_for_url("**/desk/settings")
    area = page.locator("#text")
    assert area.input_value() == before
    expect(page.locator("#text-problems .is-error")).to_have_count(0)
    area.fill(before.replace("language: ja", "language： ja", 1))
    place = page.locator("#text-problems .place").first
    expect(place).to_contain_text("行目")
    place.click()
    line = before.split("\n").index("language: ja")
    start = len("\n".join(before.split("\n")[:line])) + 1
    assert page.evaluate("document.getElementById('text').selectionStart") in range(start, start + 13)
    # Nothing is written before somebody says that it may have errors.
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state.is-error")).to_contain_text("エラーが")
    assert settings(desk).read_text(encoding="utf-8") == before
    page.locator("#text-problems .fix").first.click()
    expect(area).to_have_value(before)
    expect(page.locator("#text-problems .is-error")).to_have_count(0)
    expect(page.locator("#confirm")).to_be_hidden()
    area.fill(before.replace("footer: [about, call, accessibility]", "footer: [about, call]"))
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert settings(desk).read_text(encoding="utf-8") == before.replace(", accessibility]", "]", 1)
    assert list((desk.folder / "content" / ".backup").glob("*/casebook.yml"))


def test_what_the_settings_break_elsewhere_is_said(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "settings")
    area = page.locator("#text")
    text = area.input_value()
    area.fill(re.sub(r"heading: 取組・工夫の概要", "heading: 別の見出し", text))
    expect(page.locator("#text-elsewhere .problem").first).to_contain_text("cases/c0")
    page.keyboard.press("Control+s")
    expect(page.locator("#confirm")).to_be_visible()
    page.locator("#confirm").click()
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert "別の見出し" in settings(desk).read_text(encoding="utf-8")
    area.fill(text)
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")


def test_settings_that_cannot_be_read_are_mended_in_the_desk(desk: Desk, page: Page) -> None:
    before = settings(desk).read_bytes()
    settings(desk).write_bytes(before.replace(b"taxonomies:", b"taxonomy:", 1))
    page.goto(desk.base + "cases/c001")
    for _ in range(40):
        page.goto(desk.base + "files")
        if page.locator(".problem.is-error").count():
            break
    page.get_by_role("link", name="全体の設定").last.click()
    area = page.locator("#text")
    expect(page.locator("#text-problems .is-error").first).to_be_visible()
    area.fill(before.decode())
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert settings(desk).read_bytes() == before
    assert desk.request("/desk/cases/c001")[0] == 200


def test_settings_that_were_changed_meanwhile(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "settings")
    area = page.locator("#text")
    text = area.input_value()
    area.fill("# 机で書いた行\n" + text)
    settings(desk).write_text("# ほかで書いた行\n" + text, encoding="utf-8")
    expect(page.locator("#save-state")).to_contain_text("ほかで変更されました")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=1)).to_have_text("二つの内容があります")
    assert settings(desk).read_text(encoding="utf-8").startswith("# ほかで書いた行")
    page.get_by_role("button", name="選んだ内容で保存する").click()
    page.wait_for_url("**/desk/settings?saved=1")
    assert settings(desk).read_text(encoding="utf-8") == "# 机で書いた行\n" + text


def test_readings(desk: Desk, page: Page) -> None:
    path = desk.folder / "content" / "readings.csv"
    # Spreadsheets need the mark at the start of the file, which is no part of the text.
    before = path.read_text(encoding="utf-8-sig")
    mark = path.read_bytes()[:3]
    page.goto(desk.base + "readings")
    area = page.locator("#text")
    assert area.input_value() == before
    area.fill(before + "体温,Taion\n")
    expect(page.locator("#text-problems .problem")).not_to_have_count(0)
    area.fill(before + "体温,たいおん\n")
    expect(page.locator("#text-problems .is-error")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert path.read_bytes() == mark + (before + "体温,たいおん\n").encode() and mark == b"\xef\xbb\xbf"


def test_without_scripts(desk: Desk, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url("**/desk/")
    page.goto(desk.base + "settings")
    before = settings(desk).read_bytes()
    text = page.locator("#text").input_value()
    page.locator("#text").fill(text.replace("language: ja", "language： ja", 1))
    page.get_by_role("button", name="保存する", exact=True).last.click()
    expect(page.get_by_role("status").first).to_contain_text("まだ保存していません")
    assert settings(desk).read_bytes() == before and "language：" in page.locator("#text").input_value()
    page.get_by_role("button", name="直す").first.click()
    assert page.locator("#text").input_value() == text
    page.get_by_role("button", name="保存する", exact=True).last.click()
    expect(page.get_by_role("status").first).to_have_text("保存しました")
    assert settings(desk).read_bytes() == before
    context.close()


@pytest.mark.parametrize(("location", "encoding"), [("cases/c013", "cp932"), ("pages/call", "utf-16")])
def test_other_encodings(desk: Desk, page: Page, location: str, encoding: str) -> None:
    path = desk.folder / "content" / f"{location}.md"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode(encoding, errors="ignore"))
    text = path.read_bytes().decode(encoding)
    address = location if location.startswith("cases") else f"files/{location}"
    for _ in range(40):
        page.goto(desk.base + ("" if location.startswith("cases") else "files"))
        link = page.locator(f"a[href='/desk/{address}']")
        if link.count():
            break
    link.first.click()
    page.wait_for_url(f"**/desk/{address}")
    expect(page.get_by_role("status").first).to_contain_text("UTF-8 になります")
    title = page.locator("#k-title").input_value()
    assert f"title: {title}" in text
    page.locator("#k-title").press("End")
    page.keyboard.insert_text("の話")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert path.read_text(encoding="utf-8") == text.replace(f"title: {title}", f"title: {title}の話", 1)
    kept = sorted((desk.folder / "content" / ".backup").glob(f"*/{location}.md"))[-1]
    assert kept.read_bytes().decode(encoding) == text


def test_what_no_field_shows_is_fixed_at_once(desk: Desk, page: Page) -> None:
    path = desk.folder / "content" / "cases" / "c014.md"
    before = path.read_bytes()
    page.goto(desk.base + "cases/c014")
    assert page.locator(".tidy").count() == 0, "nothing to fix"
    path.write_bytes(before.replace(b"\nstatus: ", "\nstatus： ".encode()).replace(b"\n---\n\n", b"  \n--- \r\n\r\n"))
    # The page follows its file.
    expect(page.locator(".tidy").first).to_be_visible()
    page.get_by_role("button", name="まとめて直して保存する").click()
    page.wait_for_url("**/cases/c014?tidied=1")
    expect(page.get_by_role("status").first).to_contain_text("直して、保存しました")
    assert page.locator(".tidy").count() == 0
    fixed = path.read_bytes()
    assert b"\nstatus: " in fixed and b"\r" not in fixed
    command.run("check", "--fix", "--content", desk.folder / "content")
    assert path.read_bytes() == fixed, "nothing is left for check --fix"
    path.write_bytes(before)


def test_hostile_texts(desk: Desk, page: Page) -> None:
    before = settings(desk).read_bytes()
    hostile = "</textarea><script>document.title='x'</script><img src=x onerror=alert(1)> {{title}}: \x01"
    version = re.search(r'name="version" value="(\w+)"', desk.request("/desk/settings")[2].decode()).group(1)
    status, _, answer = desk.post("/desk/settings", {"version": version, "text": hostile})
    assert status == 422 and b"<script>document" not in answer and b"<img" not in answer
    for fields in [{"text": "x"}, {"version": version}, {"version": "zz", "text": "x"}, {"version": "f" * 16, "text": "x", "confirmed": "1"},
                   {"version": "", "text": "x", "confirmed": "1"}]:
        assert desk.post("/desk/settings", fields)[0] in (404, 409, 422), fields
    for path in ["settings/", "settings/x", "readings/../settings", "settings%2f..%2fcases"]:
        assert desk.request(f"/desk/{path}")[0] == 404, path
    assert desk.post("/desk/settings/check", {"version": version, "text": hostile}, Accept="application/json")[0] == 200
    assert settings(desk).read_bytes() == before


def test_pages_are_accessible(desk: Desk, page: Page, none_of) -> None:
    found: list[str] = []
    page.goto(desk.base + "settings")
    page.locator("#text").fill(page.locator("#text").input_value().replace("language: ja", "language： ja", 1))
    expect(page.locator("#text-problems .fix").first).to_be_visible()
    page.evaluate(AXE)
    for scheme, size in LOOKS[::2]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found += violations(page.evaluate(RUN, axe_options()), f"/desk/settings {scheme} {size['width']}")
    page.set_viewport_size({"width": 320, "height": 700})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than 320")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base + "files")
    none_of(found)
