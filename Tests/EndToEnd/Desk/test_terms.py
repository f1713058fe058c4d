"""Terms, words of the glossary and pages in the desk: the form, another name, a new one, removing one."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import command
from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk


def file(desk: Desk, location: str) -> Path:
    return desk.folder / "content" / location


def text(desk: Desk, location: str) -> str:
    return file(desk, location).read_text(encoding="utf-8")


def tree(desk: Desk) -> dict[str, bytes]:
    """Every file but earlier versions."""
    content = desk.folder / "content"
    return {str(path.relative_to(content)): path.read_bytes() for path in sorted(content.rglob("*"))
            if path.is_file() and ".backup" not in path.parts}


def errors(desk: Desk) -> str:
    checked = command.run("check", "--content", desk.folder / "content")
    return "" if checked.returncode == 0 else checked.stdout + checked.stderr


def tab_to(page: Page, name: str) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id || document.activeElement.name") == name:
            return
    pytest.fail(f"Tab does not lead to {name}", pytrace=False)


def test_only_what_was_edited_changes(desk: Desk, page: Page) -> None:
    before = tree(desk)
    page.goto(desk.base + "files")
    page.get_by_role("link", name="ハローワーク").first.click()
    page.wait_for_url("**/desk/files/**")
    assert "organizations/hello-work" in page.url or "actors/hello-work" in page.url
    page.goto(desk.base + "files/organizations/hello-work")
    body = page.locator("#body")
    old = body.input_value()
    body.press("Control+End")
    page.keyboard.insert_text("\n\n・一つ\n・二つ")
    expect(page.locator("#body-problems .fix")).to_have_count(2)
    expect(page.frame_locator("#frame iframe:not(.next)").locator("main")).to_contain_text("・二つ")
    for left in (1, 0):
        page.locator("#body-problems .fix").first.click()
        expect(page.locator("#body-problems .fix")).to_have_count(left)
    page.locator(".tools").get_by_role("button", name="事例へのリンク").click()
    page.keyboard.insert_text("c002")
    page.locator("#link-found button", has_text="c002").first.click()
    expect(body).to_have_value(re.compile(r"\]\(\.\./cases/c002\.md\)"))
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    new = body.input_value()
    assert new.startswith(old) and "- 一つ\n- 二つ" in new
    after = tree(desk)
    assert [path for path in after if after[path] != before[path]] == ["organizations/hello-work.md"]
    assert text(desk, "organizations/hello-work.md") == before["organizations/hello-work.md"].decode().replace(old, new)
    assert errors(desk) == ""


def test_another_name_changes_the_cases_that_use_it(desk: Desk, page: Page) -> None:
    """With the keyboard alone."""
    before = tree(desk)
    using = [path for path, content in before.items() if path.startswith("cases/") and "障害者就業・生活支援センター" in content.decode()]
    page.goto(desk.base + "files/organizations/employment-and-life-support-center")
    label = page.locator("#k-label")
    old = label.input_value()
    used = page.locator("#uses + .files li").count()
    assert used > 0 and using
    tab_to(page, "k-label")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("就業・生活センター")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=1)).to_have_text("名前を変える")
    assert tree(desk) == before, "nothing is written before it is confirmed"
    rows = page.locator(".conflict .files li")
    assert 0 < rows.count() <= used
    expect(rows.first).to_contain_text("就業・生活センター")
    page.evaluate(AXE)
    assert violations(page.evaluate(RUN, axe_options()), "rename") == []
    page.locator("input[name=cases]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/employment-and-life-support-center?saved=1")
    after = tree(desk)
    changed = [path for path in after if after[path] != before[path]]
    assert len(changed) == rows.count() + 1 if rows.count() else len(changed) > 1
    assert "aliases: [" in text(desk, "organizations/employment-and-life-support-center.md") and old in text(
        desk, "organizations/employment-and-life-support-center.md")
    for path in changed:
        # Nothing but the name changed.
        assert "就業・生活センター" in after[path].decode()
    assert errors(desk) == ""
    kept = sorted((desk.folder / "content" / ".backup").iterdir())[-1]
    assert sorted(str(path.relative_to(kept)) for path in kept.rglob("*.md")) == sorted(changed)


def test_a_name_of_another_term_is_refused(desk: Desk, page: Page) -> None:
    before = tree(desk)
    page.goto(desk.base + "files/organizations/special-needs-school")
    page.locator("#k-label").fill("ハローワーク")
    expect(page.locator("#k-label-problems .problem, #elsewhere .problem").first).to_contain_text("ハローワーク")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state.is-error")).not_to_be_empty()
    assert tree(desk) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base + "files")


def test_a_new_term(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "new/organizations")
    assert page.locator(".form .problem").count() == 0
    page.locator("#k-label").fill("就労移行支援事業所の連絡会")
    page.locator("#name").fill("Network")
    page.keyboard.press("Tab")
    expect(page.locator("#name-problems")).to_contain_text("半角の英小文字")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state.is-error")).to_contain_text("保存していません")
    page.locator("#name").fill("hello-work")
    page.keyboard.press("Tab")
    expect(page.locator("#name-problems")).to_contain_text("もうあります")
    page.locator("#name").fill("network")
    page.locator("#k-yomi").fill("しゅうろういこうしえんじぎょうしょのれんらくかい")
    page.locator("#group").select_option(index=0)
    page.locator("#body").fill("連絡会の説明です。")
    expect(page.locator("#name-problems .problem")).to_have_count(0)
    page.keyboard.press("Control+s")
    page.wait_for_url("**/files/organizations/network?saved=1")
    assert text(desk, "organizations/network.md") == (
        "---\nlabel: 就労移行支援事業所の連絡会\nyomi: しゅうろういこうしえんじぎょうしょのれんらくかい\n---\n\n連絡会の説明です。\n")
    assert errors(desk) == ""
    assert re.search(r"\n *- network\n|, network\]", text(desk, "casebook.yml"))


def test_the_file_of_a_term_gets_another_name(desk: Desk, page: Page) -> None:
    before = tree(desk)
    page.goto(desk.base + "files/organizations/network")
    page.get_by_role("link", name="ファイルの名前を変える").click()
    page.locator("#name").fill("office-network")
    page.get_by_role("button", name="名前を変える").click()
    page.wait_for_url("**/files/organizations/office-network?saved=1")
    after = tree(desk)
    assert "organizations/network.md" not in after
    assert after["organizations/office-network.md"] == before["organizations/network.md"]
    assert errors(desk) == ""


def test_a_term_in_use_is_replaced_before_it_goes(desk: Desk, page: Page) -> None:
    before = tree(desk)
    page.goto(desk.base + "files/organizations/employment-and-life-support-center")
    page.get_by_role("link", name="削除する").click()
    expect(page.locator("main")).to_contain_text("事例で使われています")
    # Every case needs this taxonomy, so that none can only lose the term.
    assert page.locator("#replacement option[value=none]").count() == 0
    version = page.locator("input[name=version]").get_attribute("value")
    address = "/desk/remove/organizations/employment-and-life-support-center"
    status, _, answer = desk.post(address, {"version": version, "replacement": ""})
    assert status == 409 and "代わりにする項目を選んで" in answer.decode()
    for forged in ["organizations/employment-and-life-support-center.md", "actors/person.md", "none", "../casebook.yml", "x"]:
        assert desk.post(address, {"version": version, "replacement": forged})[0] == 409, forged
    assert desk.post(address, {"version": "0" * 16, "replacement": "organizations/office-network.md"})[0] == 409
    assert tree(desk) == before
    page.locator("#replacement").select_option("organizations/office-network.md")
    page.get_by_role("button", name="削除する").click()
    page.wait_for_url("**/desk/files?removed=**")
    expect(page.get_by_role("status")).to_contain_text("削除しました")
    assert not file(desk, "organizations/employment-and-life-support-center.md").exists()
    after = tree(desk)
    assert sum(after[path] != before[path] for path in after) > 1 and errors(desk) == ""


def test_a_term_is_taken_from_cases(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "remove/effects/independence")
    used = page.locator(".conflict .files li").count()
    page.locator("#replacement").select_option("none")
    page.get_by_role("button", name="削除する").click()
    page.wait_for_url("**/desk/files?removed=**")
    assert used > 0 and errors(desk) == ""


def test_words_and_pages(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "new/glossary")
    page.locator("#k-term").fill("連絡会")
    page.locator("#k-yomi").fill("れんらくかい")
    page.locator("#name").fill("liaison")
    page.locator("#body").fill("集まって話し合う会です。")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/files/glossary/liaison?saved=1")
    expect(page.frame_locator("#frame iframe:not(.next)").locator("#word-liaison")).to_contain_text("連絡会")
    assert text(desk, "glossary/liaison.md") == "---\nterm: 連絡会\nyomi: れんらくかい\n---\n\n集まって話し合う会です。\n"
    page.goto(desk.base + "new/pages")
    page.locator("#k-title").fill("使い方")
    page.locator("#name").fill("search")
    page.keyboard.press("Tab")
    expect(page.locator("#name-problems")).to_contain_text("使えません")
    page.locator("#name").fill("how-to")
    page.locator("#body").fill("使い方です。")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/files/pages/how-to?saved=1")
    assert errors(desk) == ""
    # A page that another one leads to stays.
    page.goto(desk.base + "remove/pages/about")
    before = tree(desk)
    page.get_by_role("button", name="削除する").click()
    expect(page.get_by_role("status")).to_contain_text("エラーが出ます")
    expect(page.get_by_role("status")).to_contain_text("casebook.yml")
    assert tree(desk) == before
    page.goto(desk.base + "remove/pages/how-to")
    page.get_by_role("button", name="削除する").click()
    page.wait_for_url("**/desk/files?removed=**")
    page.goto(desk.base + "backups?file=pages/how-to.md")
    page.locator("tbody tr").first.get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("前の版に戻しました")
    assert text(desk, "pages/how-to.md").endswith("使い方です。\n")


def test_a_term_that_was_changed_meanwhile(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "files/phases/preparation")
    page.locator("#body").fill("机で書いた説明。")
    path = file(desk, "phases/preparation.md")
    path.write_text(re.sub(r"label: .*", "label: 準備のとき", path.read_text(encoding="utf-8")), encoding="utf-8")
    expect(page.locator("#save-state")).to_contain_text("ほかで変更されました")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=1)).to_have_text("二つの内容があります")
    expect(page.locator(".merged")).to_contain_text("本文")
    page.get_by_role("button", name="選んだ内容で保存する").click()
    page.wait_for_url("**/files/phases/preparation?saved=1")
    merged = path.read_text(encoding="utf-8")
    assert "label: 準備のとき" in merged and "机で書いた説明。" in merged


def test_markup_in_every_field(desk: Desk, page: Page) -> None:
    hostile = "</textarea><script>document.title='x'</script><img src=x onerror=alert(1)>\" onfocus=alert(1) {{title}}"
    for location in ["actors/teacher", "glossary/rpa", "pages/accessibility"]:
        before = file(desk, location + ".md").read_bytes()
        html = desk.request(f"/desk/files/{location}")[2].decode()
        version = re.search(r'name="version" value="(\w+)"', html).group(1)
        fields = dict.fromkeys(re.findall(r' name="(k-[^"]+|body|name|group)"', html))
        status, _, answer = desk.post(f"/desk/files/{location}", [("version", version)] + [(name, hostile) for name in fields])
        assert status in (200, 303, 422) and b"<script>document" not in answer
        status, _, answer = desk.post(f"/desk/new/{location.split('/')[0]}", [(name, hostile) for name in [*fields, "name", "group"]])
        assert status == 422 and b"<script>document" not in answer
        for path in [f"files/{location}", "files", f"remove/{location}", f"rename/{location}", "files?removed=%3Cscript%3E"]:
            page.goto(desk.base + path)
            assert page.title() != "x" and page.locator("[onerror], [onfocus], main script").count() == 0, path
        file(desk, location + ".md").write_bytes(before)


def test_paths_that_are_none(desk: Desk) -> None:
    before = tree(desk)
    for name in ["../casebook", "..%2fcasebook", "actors/..%2f..%2fetc", "cases/c999", "x/y", "actors", "", "actors/", "actors/person.md",
                 "images/x", ".backup/x", "actors/person/x", "actors%00/person", "%2e%2e/x"]:
        for part in ["files", "remove", "rename"]:
            if part != "files" or name:
                assert desk.request(f"/desk/{part}/{name}")[0] == 404, (part, name)
            assert desk.post(f"/desk/{part}/{name}", {"version": "0" * 16, "name": "x", "k-label": "x"})[0] == 404, (part, name)
    for folder in ["x", "..", "images", ".backup", "%2e%2e%2f", "", "actors/person"]:
        assert desk.request(f"/desk/new/{folder}")[0] == 404, folder
        assert desk.post(f"/desk/new/{folder}", {"name": "x", "k-label": "x"})[0] == 404, folder
    for name in ["../x", "a/b", ".x", "x.md", "casebook.yml", "..", "x\x00"]:
        assert desk.post("/desk/new/actors", {"name": name, "k-label": "名"})[0] == 422, name
        version = re.search(r'name="version" value="(\w+)"', desk.request("/desk/files/actors/person")[2].decode()).group(1)
        assert desk.post("/desk/rename/actors/person", {"name": name, "version": version})[0] == 409, name
    assert desk.request("/desk/remove/cases/c001")[0] == 404 and desk.post("/desk/remove/cases/c001", {"version": "0" * 16})[0] == 404
    assert tree(desk) == before


def test_pages_are_accessible(desk: Desk, page: Page, none_of) -> None:
    found: list[str] = []
    for path in ["files", "files/organizations/hello-work", "new/organizations", "files/pages/about", "remove/organizations/hello-work",
                 "rename/organizations/hello-work"]:
        page.goto(desk.base + path)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        for scheme, size in LOOKS[::2]:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            if page.locator("script[data-axe]").count() == 0:
                page.evaluate(AXE)
            found += violations(page.evaluate(RUN, axe_options() | {"iframes": False}), f"/desk/{path} {scheme} {size['width']}")
        page.set_viewport_size({"width": 320, "height": 700})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"/desk/{path} is wider than 320")
        found += [f"/desk/{path}: small target {one}" for one in page.evaluate(
            """[...document.querySelectorAll('main :is(a, button, select, summary), main input:not([type=hidden], .hidden)')]
                .filter((one) => one.checkVisibility() && !one.closest('.hidden, label, p.hint') && one.getBoundingClientRect().height < 43)
                .map((one) => one.outerHTML.slice(0, 80))""")]
    none_of(found)
