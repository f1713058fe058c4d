"""Text pasted from word processors, spreadsheets and browsers."""


import pytest
from playwright.sync_api import Page, expect

from desk_running import Desk

PASTE = """([field, text, html]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    if (html) data.setData("text/html", html);
    field.focus();
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    // What the browser does with a paste that nobody handles.
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
}"""
TABLE = "<html><body><table><tr><td>x</td></tr></table></body></html>"


@pytest.fixture(scope="module")
def form(desk: Desk, page: Page) -> Page:
    """The form of a new case."""
    page.goto(desk.base + "cases/new")
    return page


def paste(page: Page, selector: str, text: str, html: str = "", before: str = "") -> str:
    """The text of a field after a paste at the end of what it had."""
    field = page.locator(selector).first
    field.fill(before)
    field.evaluate("field => field.setSelectionRange(field.value.length, field.value.length)")
    page.evaluate(PASTE, [field.element_handle(), text, html])
    return field.input_value()


@pytest.mark.parametrize(("text", "html", "before", "result"), [
    # Lists of Word: a sign, a tab, a text.
    ("・\t朝の時間\r\n・\t連絡の手段\r\n", "<p class=MsoListParagraph>・</p>", "", "- 朝の時間\n- 連絡の手段\n"),
    ("　字下げの文。\r\n　もう一つ。", "", "", "字下げの文。\nもう一つ。"),
    ("見え\u200bない\ufeff文字\u202e", "", "前の文。", "前の文。見えない文字"),
    ("そのままの文。", "", "前の文。", "前の文。そのままの文。"),
    # Cells of Excel.
    ("項目\t時間\r\n面談\t1時間\r\n", TABLE, "", "| 項目 | 時間 |\n| --- | --- |\n| 面談 | 1時間 |\n"),
    ("a|b\t<b>x</b>\r\n\"二つの\r\n行\"\t\"\"\"引用\"\"\"\r\n", TABLE, "前。", "前。\n\n| a\\|b | <b>x</b> |\n| --- | --- |\n| 二つの行 | \"\"\"引用\"\"\" |\n"),
    ("\"一行目\r\n二行目の\"\"語\"\"\"\r\n", TABLE, "", "一行目\n二行目の\"語\""),
    ("一つの欄\r\n", TABLE, "", "一つの欄"),
    # Tabs without a table, and rows of different lengths.
    ("項目\t時間\n面談\t1時間", "", "", "項目 時間\n面談 1時間"),
    ("a\tb\nc", TABLE, "", "a b\nc"),
    ("\"引用\"で始まる文", "", "", "\"引用\"で始まる文"),
])
def test_a_text_with_lines(form: Page, text: str, html: str, before: str, result: str) -> None:
    assert paste(form, ".section textarea", text, html, before) == result


def test_a_field_of_one_line(form: Page) -> None:
    assert paste(form, "#k-title", "見学の前に\r\n写真で\t紹介した\r\n") == "見学の前に写真で 紹介した"


def test_what_was_done_is_said_and_undone(form: Page) -> None:
    raw = "・一つ\n・二つ"
    assert paste(form, ".section textarea", raw) == "- 一つ\n- 二つ"
    said = form.locator(".section .pasted").first
    expect(said).to_contain_text("箇条書き")
    said.get_by_role("button").press("Enter")
    area = form.locator(".section textarea").first
    expect(area).to_have_value(raw)
    expect(said).to_contain_text("貼り付けたまま")
    form.keyboard.press("Control+z")
    expect(area).to_have_value("- 一つ\n- 二つ")
    # The undo of the browser goes back to what was there before the paste.
    assert paste(form, ".section textarea", raw, before="前。").startswith("前。")
    form.keyboard.press("Control+z")
    expect(area).to_have_value("前。")


def test_a_table_is_shown_as_one(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c001")
    paste(page, ".section textarea", "項目\t時間\r\n面談｜x\t1時間\r\n", TABLE)
    frame = page.frame_locator("#frame iframe:not(.next)")
    expect(frame.locator("main td").filter(has_text="面談｜x")).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base)
