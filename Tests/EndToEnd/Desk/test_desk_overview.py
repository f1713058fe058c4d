"""The list of cases: what needs attention first, and search."""

import time

from playwright.sync_api import Browser, expect

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk


def change(desk: Desk, case: str, old: str, new: str) -> None:
    path = desk.folder / "content" / "cases" / f"{case}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_the_list_follows_the_files(desk: Desk, chromium: Browser, none_of) -> None:
    change(desk, "c003", "status: published", "status: draft")
    change(desk, "c004", "status: published", "status: published\nreview_by: 2020-03-31")
    change(desk, "c007", "category: ", "category: 間違い")
    page = chromium.new_page()
    page.goto(desk.address)
    page.wait_for_url("**/desk/")
    rows = page.locator("tbody tr")
    for _ in range(100):
        if rows.first.inner_text().startswith("c007"):
            break
        time.sleep(0.05)
        page.reload()
    assert [text.split()[0] for text in rows.all_inner_texts()[:3]] == ["c007", "c003", "c004"]
    assert "エラー1" in rows.first.inner_text() and "下書き" in rows.nth(1).inner_text()
    assert "2020年3月31日" in rows.nth(2).inner_text()

    page.get_by_role("link", name="見直しの期限を過ぎた事例").click()
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="条件を消す").click()
    page.get_by_label("題名か番号のことば").fill("じょぶこーち <b>")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(0)
    assert page.get_by_label("題名か番号のことば").input_value() == "じょぶこーち <b>"
    page.get_by_label("題名か番号のことば").fill("ジョブコーチ")
    page.get_by_label("並べ方").select_option("number")
    page.get_by_role("button", name="表示する").click()
    assert [text.split()[0] for text in rows.all_inner_texts()] == ["c003", "c004", "c010"]

    found: list[str] = []
    for path in ["", "files"]:
        page.goto(desk.base + path)
        page.evaluate(AXE)
        for scheme, size in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found += violations(page.evaluate(RUN, axe_options()), f"/desk/{path} {scheme} {size['width']}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"/desk/{path} is wider than {size['width']}")
    page.close()
    none_of(found)


def test_a_case_is_written_without_scripts(desk: Desk, chromium: Browser) -> None:
    """Fields are checked when the form is sent, fixes are buttons of the form, and what was typed is never lost."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_url("**/desk/")
    page.goto(desk.base + "cases/c012")
    area = page.locator(".section textarea").first
    text = area.input_value()
    area.fill(text + "\n\n・一つ\n・二つ")
    page.get_by_role("button", name="保存する").last.click()
    assert page.get_by_role("status").first.inner_text() == "保存しました"
    page.get_by_role("button", name="直す").first.click()
    page.get_by_role("button", name="直す").first.click()
    assert page.locator("#save-state").inner_text() == "まだ保存していません"
    assert "- 一つ\n- 二つ" in page.locator(".section textarea").first.input_value()
    page.locator("#k-title").fill("")
    page.get_by_role("button", name="保存する").last.click()
    assert "「題名」が空です" in page.locator("#k-title-problems").inner_text()
    assert "- 一つ\n- 二つ" in (desk.folder / "content" / "cases" / "c012.md").read_text(encoding="utf-8")
    context.close()
