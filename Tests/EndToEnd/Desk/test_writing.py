"""Writing cases in the browser: with the keyboard alone, while others edit the files, and when the disk refuses."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk

PAUSE = 400
# A PNG of one pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082")


def case(desk: Desk, name: str) -> Path:
    return desk.folder / "content" / "cases" / f"{name}.md"


def problems(page: Page, field: str):
    return page.locator(f"#{field}-problems .problem")


def section(page: Page, index: int) -> str:
    return page.locator(".section textarea").nth(index).get_attribute("id")


def test_only_what_was_edited_changes(desk: Desk, page: Page) -> None:
    before = case(desk, "c002").read_text(encoding="utf-8")
    page.goto(desk.base + "cases/c002")
    area = page.locator(".section textarea").first
    old = area.input_value()
    area.press("Control+End")
    page.keyboard.insert_text("追加の文です。")
    expect(page.locator("#save-state")).to_have_text("まだ保存していません")
    frame = page.frame_locator("#frame iframe:not(.next)")
    expect(frame.locator("main")).to_contain_text("追加の文です。")
    assert case(desk, "c002").read_text(encoding="utf-8") == before, "nothing is written before a save"
    page.get_by_role("button", name="保存する").click()
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert case(desk, "c002").read_text(encoding="utf-8") == before.replace(old, old + "追加の文です。")
    area.focus()
    page.keyboard.press("Control+z")
    assert area.input_value() == old, "the undo of the browser works after a save"
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert case(desk, "c002").read_text(encoding="utf-8") == before


def test_nothing_is_checked_while_text_is_composed(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c003")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/desk/check") else None)
    session = page.context.new_cdp_session(page)
    page.evaluate("for (const part of document.querySelectorAll('#write details')) part.open = true")
    fields = page.locator("#write input:is(:not([type]), [type=text]), #write textarea").locator("visible=true")
    assert fields.count() >= 8
    for index in range(fields.count()):
        field = fields.nth(index)
        field.focus()
        page.keyboard.press("Control+End")
        # The field before was left, which is checked.
        page.wait_for_timeout(PAUSE)
        sent.clear()
        for text in ["し", "しぇ", "しえn", "支援"]:
            session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(PAUSE * 1.5)
        assert sent == [], field.get_attribute("id")
        with page.expect_request("**/desk/check"):
            session.send("Input.insertText", {"text": "支援"})
    page.locator("#k-title").press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    assert case(desk, "c003").read_text(encoding="utf-8").count("支援\n") >= 2


def test_a_file_that_was_changed_meanwhile(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c004")
    title = page.locator("#k-title")
    old = title.input_value()
    title.fill("机で書いた題名")
    text = case(desk, "c004").read_text(encoding="utf-8")
    case(desk, "c004").write_text(
        text.replace(f"title: {old}", "title: ほかで書いた題名").replace("status: published", "status: draft"), encoding="utf-8")
    expect(page.locator("#save-state")).to_contain_text("ほかで変更されました")
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("二つの内容があります")
    assert "ほかで書いた題名" in case(desk, "c004").read_text(encoding="utf-8")
    expect(page.locator(".choice")).to_have_count(1)
    expect(page.locator(".merged")).to_contain_text("状態")
    page.evaluate(AXE)
    found = violations(page.evaluate(RUN, axe_options()), "conflict")
    assert found == []
    page.get_by_label("あなたが入力した内容").check()
    page.get_by_role("button", name="選んだ内容で保存する").click()
    page.wait_for_url(re.compile(r"/cases/c004\?saved=1"))
    merged = case(desk, "c004").read_text(encoding="utf-8")
    assert "title: 机で書いた題名" in merged and "status: draft" in merged
    # Without unsaved text, an edit made elsewhere shows at once.
    case(desk, "c004").write_text(merged.replace("机で書いた題名", "もう一度書いた題名"), encoding="utf-8")
    expect(page.locator("#k-title")).to_have_value("もう一度書いた題名")


def test_earlier_versions_are_restored(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "backups?file=cases/c004.md")
    rows = page.locator("tbody tr")
    assert rows.count() >= 1
    rows.last.get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("前の版に戻しました")
    assert "title: ほかで書いた題名" in case(desk, "c004").read_text(encoding="utf-8")


def test_a_copy_is_a_draft(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c001")
    page.locator("details.more summary").click()
    page.get_by_role("button", name="下書きとして複製する").click()
    page.wait_for_url(re.compile(r"/cases/c0\d\d\?copied=1"))
    name = page.locator("#write").get_attribute("data-case")
    assert name > "c017"
    text = case(desk, name).read_text(encoding="utf-8")
    assert "status: draft" in text and "（複製）" in text


def test_withdrawing_asks_for_the_reason(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c010")
    before = case(desk, "c010").read_text(encoding="utf-8")
    status, reason = page.locator("#k-status"), page.get_by_label("取り下げの理由")
    expect(reason).to_be_hidden()
    # With the keyboard alone, the reason comes right after the status.
    status.focus()
    page.keyboard.press("End")
    expect(status).to_have_value("withdrawn")
    page.keyboard.press("Tab")
    expect(reason).to_be_focused()
    page.evaluate(AXE)
    assert violations(page.evaluate(RUN, axe_options()), "reason") == []
    page.keyboard.insert_text("<b>内容が古くなった</b>ためです。")
    frame = page.frame_locator("#frame iframe:not(.next)")
    expect(frame.locator("main")).to_contain_text("取り下げの理由：<b>内容が古くなった</b>ためです。")
    # A reason is never hidden, and of another case it is reported.
    status.select_option("draft")
    expect(problems(page, "k-withdrawn")).to_have_count(1)
    expect(reason).to_be_visible()
    status.select_option("withdrawn")
    expect(problems(page, "k-withdrawn")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    lines = case(desk, "c010").read_text(encoding="utf-8").splitlines()
    assert "status: withdrawn" in lines and [line for line in lines if line.startswith("withdrawn: ")]
    assert len(lines) <= len(before.splitlines()) + 2
    status.select_option("published")
    reason.fill("")
    reason.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    expect(reason).to_be_visible()
    status.focus()
    expect(reason).to_be_hidden()
    assert "withdrawn" not in case(desk, "c010").read_text(encoding="utf-8")


def test_buttons_write_what_few_people_can_type(desk: Desk, page: Page) -> None:
    (desk.folder / "content" / "images").mkdir(exist_ok=True)
    (desk.folder / "content" / "images" / "map.png").write_bytes(PICTURE)
    for _ in range(100):
        page.goto(desk.base + "cases/c009")
        if page.locator("#image-path option", has_text="images/map.png").count():
            break
        time.sleep(0.05)
    area = page.locator(".section textarea").first
    tools = page.locator(".tools").first
    area.fill("")
    tools.get_by_role("button", name="太字").press("Enter")
    page.keyboard.insert_text("大切")
    expect(area).to_have_value("**大切**")
    area.fill("前の文。\n\n一つ\n二つ")
    area.evaluate("area => area.setSelectionRange(6, 11)")
    tools.get_by_role("button", name="箇条書き").press("Enter")
    expect(area).to_have_value("前の文。\n\n- 一つ\n- 二つ")
    area.fill("")
    tools.get_by_role("button", name="事例へのリンク").press("Enter")
    page.keyboard.insert_text("c002")
    page.locator("#link-found button", has_text="c002").first.press("Enter")
    expect(area).to_have_value(re.compile(r"^\[.+\]\(c002\.md\)$"))
    area.fill("漢字")
    area.select_text()
    tools.get_by_role("button", name="ふりがな").press("Enter")
    page.locator("#ruby-reading").fill("かんじ")
    page.keyboard.press("Enter")
    expect(area).to_have_value("{漢字|かんじ}")
    area.press("Control+End")
    tools.get_by_role("button", name="画像").press("Enter")
    page.locator("#image-path").select_option("images/map.png")
    page.locator("#image-text").fill("駅までの地図")
    page.keyboard.press("Enter")
    expect(area).to_have_value("{漢字|かんじ}![駅までの地図](../images/map.png)")
    expect(problems(page, "s-background")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(area).to_have_value("{漢字|かんじ}")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    (desk.folder / "content" / "images" / "map.png").unlink()


def test_a_folder_that_refuses_loses_nothing(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c006")
    before = case(desk, "c006").read_bytes()
    page.locator("#k-title").fill("書けないときの題名")
    target = case(desk, "c006")
    target.rename(target.with_suffix(".away"))
    page.get_by_role("button", name="保存する").click()
    expect(page.locator("#save-state.is-error")).not_to_be_empty()
    assert page.locator("#k-title").input_value() == "書けないときの題名"
    target.with_suffix(".away").rename(target)
    assert target.read_bytes() == before
    page.evaluate("onbeforeunload = null")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base, wait_until="commit")


def test_leaving_asks(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c007")
    page.locator("#k-title").press("End")
    page.keyboard.insert_text("あ")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(desk.base + "files")
    assert asked == ["beforeunload"]


def test_markup_in_every_field(desk: Desk, page: Page) -> None:
    before = case(desk, "c008").read_bytes()
    hostile = "</textarea><script>document.title='x'</script><img src=x onerror=alert(1)>\" onfocus=alert(1) {{title}}"
    fields = re.findall(r' name="([ks]-[^"]+)"', desk.request("/desk/cases/new")[2].decode())
    version = re.search(r'name="version" value="(\w+)"', desk.request("/desk/cases/c008")[2].decode()).group(1)
    body = [("version", version)] + [(name, hostile) for name in dict.fromkeys(fields)]
    status, _, answer = desk.post("/desk/cases/c008", body)
    assert status in (303, 422)
    for path in ["cases/c008", "", "backups", "backups?file=cases/c008.md", "?words=" + "%3Cscript%3E"]:
        page.goto(desk.base + path)
        assert page.title() != "x" and page.locator("[onerror], [onfocus], main script").count() == 0, path
    assert b"<script>document" not in answer
    case(desk, "c008").write_bytes(before)


def test_forged_ids_and_fields(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in (desk.folder / "content").rglob("*.md")}
    for name in ["../casebook", "c999", "", "C001", "c001.md", "c001/../c002", "pages/about"]:
        assert desk.post(f"/desk/cases/{name}", {"version": "0" * 16, "k-title": "x"})[0] in (303, 404, 405), name
        assert desk.post("/desk/check", {"file": f"cases/{name}.md", "version": "0" * 16})[0] in (200, 404), name
    for backup in ["../../etc/passwd", "20260101T000000Z/cases/c001.md", "001/../../casebook.yml", ""]:
        assert desk.post("/desk/backups/restore", {"backup": backup})[0] == 404, backup
    version = re.search(r'name="version" value="(\w+)"', desk.request("/desk/cases/c001")[2].decode()).group(1)
    assert desk.post("/desk/cases/c001", {"version": "f" * 16, "k-title": "x"})[0] == 409
    assert desk.post("/desk/cases/c001", {"version": "zz", "k-title": "x"})[0] == 404
    assert desk.post("/desk/cases/c001", {"version": version, "k-unknown": "x", "s-unknown": "x", "m-unknown": "1"})[0] == 303
    for number in ["0", "-1", "99999999999999999999", "x", "1/../../"]:
        status, _, body = desk.request(f"/desk/shown/{number}/casebook.yml")
        assert status == 404 and b"taxonomies" not in body
    after = {path: path.read_bytes() for path in (desk.folder / "content").rglob("*.md") if path in before}
    assert after == before


def test_pages_are_accessible(desk: Desk, page: Page, none_of) -> None:
    found: list[str] = []
    for path in ["cases/new", "cases/c001", "backups"]:
        page.goto(desk.base + path)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        for scheme, size in LOOKS[::2]:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            if page.locator("script[data-axe]").count() == 0:
                page.evaluate(AXE)
            options = axe_options() | {"iframes": False}
            found += violations(page.evaluate(RUN, options), f"/desk/{path} {scheme} {size['width']}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"/desk/{path} is wider than {size['width']}")
            small = page.evaluate("""[...document.querySelectorAll('a, button, input:not([type=hidden], .hidden), select, summary')]
                .filter((one) => one.checkVisibility() && !one.closest('.skip, .hidden, label') && !one.matches('.skip, .hidden')
                    && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80))""")
            found += [f"/desk/{path} {size['width']}: small target {one}" for one in small]
    none_of(found)


def test_many_saves_need_no_more_memory(desk: Desk) -> None:
    def memory() -> int:
        return int(Path(f"/proc/{desk.process.pid}/statm").read_text().split()[1]) * 4

    if not Path("/proc/self/statm").exists():
        pytest.skip("needs /proc")
    page = desk.request("/desk/cases/c010")[2].decode()
    version = re.search(r'name="version" value="(\w+)"', page).group(1)
    sizes = []
    for number in range(300):
        status, _, body = desk.post("/desk/cases/c010", {"version": version, "k-summary": f"要約{number}"}, Accept="application/json")
        assert status == 200, body
        version = re.search(rb'"version": ?"(\w+)"', body).group(1).decode()
        if number in (100, 299):
            sizes.append(memory())
    assert sizes[1] < sizes[0] * 1.1 + 4_096, sizes
