"""The page on which people write a case: the file that it makes, what it says about mistakes, and what it keeps and forgets."""

import csv
import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accessibility import AXE, MIDDLE, NARROW, RUN, WIDE, axe_options, violations
from command import build, run
from paths import CONTENT, FIXTURES, ROOT
from web import QuietHandler

GARDENS = ROOT / "examples/gardens/content"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"
CONTACT = """contact:
  name: ノウハウ集の窓口
  mail: book+a%b@jirei.test
  telephone: 03-5555-0123（代表）

submission:
  consent:
    - "※一つ目: を、確かめました"
    - 二つ目を確かめました

source:
"""
FIELDS = """
fields:
  - { key: held, label: 開催日, type: date }
  - { key: members, label: 参加者数, type: number, unit: 人 }
  - { key: website, label: 団体のサイト, type: url }
  - { key: wheelchair, label: 車いす, type: yes-no }
  - { key: place, label: 場所, type: text, hint: 市町村まで書きます。 }
  - { key: paper, label: 資料, type: file }
"""
SECTIONS = ("必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果")
# Formulas, markup, quotation marks, notes, errors of spreadsheets inside of texts, characters without width and of other directions.
HOSTILE = "=1+1\n@SUM(A1)\n'=x\n\"引用\",コンマ;\tタブ\n# 見出し\n**強** <b>太</b> &amp; {漢字|かんじ} | a | \\ `c` [a](b) https://a.test/x_y\n--- \n※注\n\u202e逆\u0007\ufeff😀髙\n+81"


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """A casebook with a contact, sentences to confirm, and fields of all kinds."""
    folder = tmp_path_factory.mktemp("submission") / "content"
    shutil.copytree(CONTENT, folder)
    settings = folder / "casebook.yml"
    text = settings.read_text(encoding="utf-8").replace("source:\n", CONTACT, 1)
    settings.write_text(text + FIELDS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    return build(content.parent / "site", "--strict", content=content)


@pytest.fixture(scope="module")
def address(site: Path) -> str:
    return (site / "submit.html").resolve().as_uri()


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=WIDE, locale="ja-JP", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module")
def shared(context: BrowserContext) -> Page:
    """A page on which the tests work one after another. What goes wrong in its scripts is in `problems`."""
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: message.type == "error" and page.problems.append(message.text))
    page.on("dialog", lambda dialog: dialog.accept())
    return page


@pytest.fixture
def form(shared: Page, address: str) -> Iterator[Page]:
    """An empty form."""
    shared.set_viewport_size(NARROW)
    shared.goto(address)
    yield shared
    assert shared.problems == []


def question(page: Page, label: str):
    return page.locator("[data-question]").filter(has=page.locator("legend, label", has_text=re.compile(rf"^{re.escape(label)}")))


def field(page: Page, label: str):
    return question(page, label).locator(".written > :is(input, textarea)")


def choose(page: Page, *labels: str) -> None:
    for label in labels:
        page.locator(".choices").get_by_label(label, exact=True).first.check()


def fill_in(page: Page) -> None:
    """Answers what has to be answered."""
    field(page, "題名").fill("見学の前に準備した取組")
    for number, section in enumerate(SECTIONS, 1):
        field(page, section).fill(f"{number}つ目の文です。")
    choose(page, "就労情報提供", "特例子会社", "障害のある人（本人）")
    for box in page.locator("#ask-consent input").all():
        box.check()


def make_file(page: Page, folder: Path) -> Path:
    with page.expect_download(timeout=10_000) as download:
        page.locator("[data-make]").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def imported(file: Path, content: Path, folder: Path) -> str:
    """The case that the program makes of the file. The content with it has no error."""
    copy = folder / "content"
    shutil.copytree(content, copy)
    before = set((copy / "cases").iterdir())
    result = run("import", file, "--content", copy)
    assert result.returncode == 0, result.stdout + result.stderr
    [case] = set((copy / "cases").iterdir()) - before
    checked = run("check", "--content", copy)
    assert checked.returncode == 0, checked.stdout
    return case.read_text(encoding="utf-8")


def plain(markdown: str) -> str:
    """What readers see of texts without markup."""
    joined = re.sub(r"\\\n", "\n", markdown)
    return re.sub(r"\\(.)|<(https?:[^>]*)>", lambda found: found[1] or found[2], joined)


def accessible(page: Page, what: str) -> list[str]:
    return violations(page.evaluate(RUN, axe_options()), what)


# The file


def test_the_file_becomes_the_case(form: Page, content: Path, tmp_path: Path) -> None:
    fill_in(form)
    choose(form, "精神障害", "聴覚・言語障害", "家族・保護者", "就職", "はい")
    field(form, SECTIONS[0]).fill("前の文\n次の行\n\n- 一つ目\n- 二つ目 *a*\n\n後の文")
    for label, text in [("開催日", "令和8年4月1日"), ("参加者数", "１,２００人"), ("団体のサイト", "https://a.test/b_c"), ("場所", "-X市"),
                        ("要約", "まとめです。"), ("お名前と所属", "山田花子、事業所"), ("連絡先", "03-1234-5678")]:
        field(form, label).fill(text)
    file = make_file(form, tmp_path)
    assert file.name == "事例の応募_見学の前に準備した取組.csv" and file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert form.locator("[data-done]").evaluate("done => done === document.activeElement")
    assert file.name in form.locator("[data-done]").inner_text()
    case = imported(file, content, tmp_path)
    front, _, body = case.partition("\n---\n")
    assert front.replace('"', "").splitlines()[1:] == [
        "title: 見学の前に準備した取組", "category: 就労情報提供", "organization: 特例子会社",
        "actors: [障害のある人（本人）, 家族・保護者]", "disabilities: [聴覚・言語障害, 精神障害]", "phases: [就職]", "status: draft",
        "summary: まとめです。", "held: 2026-04-01", "members: 1200", "website: https://a.test/b_c", "wheelchair: はい", "place: -X市",
        "private:", "  お名前と所属: 山田花子、事業所", "  連絡先: 03-1234-5678",
        "  送る前の確認: ☑ ※一つ目: を、確かめました\\n☑ 二つ目を確かめました",
    ]
    assert body.split("\n## ")[1] == f"{SECTIONS[0]}\n\n前の文\\\n次の行\n\n- 一つ目\n- 二つ目 \\*a\\*\n\n後の文\n"


def test_hostile_texts_are_kept(form: Page, content: Path, tmp_path: Path) -> None:
    fill_in(form)
    field(form, "題名").fill("※=HYPERLINK(\"x\"), 'a' <b> ①髙\u202e \ufeff")
    for section in SECTIONS:
        field(form, section).fill(HOSTILE)
    for label in ("場所", "お名前と所属", "連絡先"):
        field(form, label).fill("'=cmd|' /C calc'!A0\"</script>,\u202e")
    file = make_file(form, tmp_path)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) == 2 and not [cell for cell in rows[1] if re.match("[=+@-]", cell)]
    case = imported(file, content, tmp_path)
    kept = HOSTILE.replace("\u202e", "").replace("\u0007", "").replace("\ufeff", "").replace("\t", " ").replace("--- \n", "---\n")
    for section in case.split("\n## ")[1:]:
        assert plain(section.partition("\n\n")[2]).strip() == kept
    assert "place: \"'=cmd|' /C calc'!A0\\\"</script>,\"" in case and "title: \"※=HYPERLINK" in case


def test_a_title_names_the_file(form: Page) -> None:
    names = form.evaluate("titles => titles.map(knowhowSubmit.fileName)", ["a/b:c*?", " .. ", "長" * 50, "CON", "題\n名"])
    assert names == ["事例の応募_a b c.csv", "事例の応募.csv", f"事例の応募_{'長' * 30}.csv", "事例の応募_CON.csv", "事例の応募_題 名.csv"]


@pytest.mark.parametrize("has_scripts", [True, False])
def test_under_a_strict_policy(chromium: Browser, site: Path, content: Path, tmp_path: Path, has_scripts: bool) -> None:
    class Handler(QuietHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context(viewport=NARROW, locale="ja-JP", java_script_enabled=has_scripts)
    page = context.new_page()
    sent, problems = [], []
    page.on("request", lambda request: sent.append(request))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/submit.html")
    if has_scripts:
        fill_in(page)
        assert imported(make_file(page, tmp_path), content, tmp_path)
        # The page's own policy holds where the host has none.
        own = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
        assert "connect-src 'none'" in own and "form-action 'none'" in own
    else:
        assert page.locator(".without-script").is_visible()
        assert page.locator("[data-make]").is_hidden() and page.locator("[data-keep]").is_hidden()
        field(page, "題名").press("Enter")
    assert [request.method for request in sent if request.method != "GET"] == [] and problems == []
    assert {request.resource_type for request in sent} <= {"document", "script", "stylesheet", "image", "other"}
    context.close()
    server.shutdown()
    server.server_close()


# Mistakes


def test_by_keyboard_alone(form: Page, tmp_path: Path) -> None:
    """Everything is reached and answered without a pointer; mistakes are said at the top and at their places."""
    make = form.locator("[data-make]")
    make.focus()
    form.keyboard.press("Enter")
    problems = form.locator("[data-problems]")
    expect(problems).to_be_focused()
    links = problems.get_by_role("link").all_inner_texts()
    assert links == [
        "「題名」を書いてください。", *(f"「{section}」を書いてください。" for section in SECTIONS), "「分野」を選んでください。", "「取組主体」を選んでください。",
        "「関わる人・機関」を一つ以上選んでください。", "「送る前の確認」のすべてに印を付けてください。",
    ]
    assert form.title().startswith("エラー：8か所を直してください")
    form.keyboard.press("Tab")
    form.keyboard.press("Enter")
    title = field(form, "題名")
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("エラー：「題名」を書いてください。"))
    assert title.get_attribute("aria-invalid") == "true"
    form.keyboard.type("Keyboard")
    expect(question(form, "題名").locator(".error")).to_have_count(0)
    for _ in SECTIONS:
        form.keyboard.press("Tab")
        form.keyboard.type("text")
    form.keyboard.press("Tab")
    form.keyboard.press("Tab")
    form.keyboard.press("Space")
    form.keyboard.press("Tab")
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Tab")
    form.keyboard.press("Space")
    consent = form.locator("#ask-consent input")
    for _ in range(80):
        if consent.first.evaluate("box => box === document.activeElement"):
            break
        form.keyboard.press("Tab")
    form.keyboard.press("Space")
    form.keyboard.press("Tab")
    form.keyboard.press("Space")
    form.keyboard.press("Tab")
    form.keyboard.press("Tab")
    expect(make).to_be_focused()
    with form.expect_download():
        form.keyboard.press("Enter")
    expect(problems).to_be_hidden()
    expect(form.locator("[data-done]")).to_be_focused()
    assert not form.title().startswith("エラー")


def test_a_field_is_checked_when_it_is_left(form: Page) -> None:
    date, number = field(form, "開催日"), field(form, "参加者数")
    date.click()
    date.press("Tab")
    assert form.locator(".error").count() == 0
    date.fill("4月1日")
    assert form.locator(".error").count() == 0
    date.press("Tab")
    expect(question(form, "開催日").locator(".error")).to_have_text("エラー：「開催日」は、年、月、日をすべて書いてください。例：2026-04-01")
    date.fill("平成31年5月1日")
    expect(question(form, "開催日").locator(".error")).to_contain_text("という日は、ありません")
    date.fill("R8.4.1")
    expect(question(form, "開催日").locator(".error")).to_have_count(0)
    date.press("Tab")
    expect(question(form, "開催日")).to_contain_text("2026-04-01 と読み取りました。")
    number.fill("たくさん")
    field(form, "団体のサイト").fill("a.test")
    field(form, "場所").click()
    expect(question(form, "参加者数").locator(".error")).to_contain_text("数字だけで書いてください。例：12")
    expect(question(form, "団体のサイト").locator(".error")).to_contain_text("https://")


def test_every_problem_has_words(form: Page) -> None:
    """For each problem that `rules.js` finds there is a message that says what to do."""
    cases = [("題名", "#N/A", "計算の誤り"), ("題名", "文字\ufffd化け", "文字化け"), ("題名", "外字\ue000", "外字 U+E000"), ("題名", "長" * 61, None)]
    for label, text, said in cases:
        field(form, label).fill(text)
        field(form, label).blur()
        if said:
            expect(question(form, label).locator(".error")).to_contain_text(said)
        else:
            expect(question(form, label).locator(".advice")).to_contain_text("題名が長くなっています（61文字）")


def test_nothing_is_said_while_an_input_method_composes(form: Page) -> None:
    form.clock.install()
    form.locator("[data-make]").click()
    title = field(form, "題名")
    title.focus()
    ime = form.context.new_cdp_session(form)
    said = question(form, "題名")
    before = said.inner_text()
    for text in ("た", "たな", "たなか", "田中", "田中さん"):
        ime.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        form.clock.run_for(2_000)
    assert re.sub("4文字", "", said.inner_text()).split() == before.split()
    # Some browsers say that a field is left while its input method is at work.
    title.dispatch_event("focusout", {"bubbles": True})
    form.clock.run_for(100)
    assert said.locator(".error").count() == 1 and said.locator(".advice li").count() == 0
    ime.send("Input.insertText", {"text": "田中さん"})
    form.clock.run_for(2_000)
    expect(said.locator(".error")).to_have_count(0)
    expect(said.locator(".advice")).to_contain_text("「田中さん」は、人の名前のようです。")
    ime.detach()


# Advice and pasted texts


def test_the_texts_of_the_fixture(form: Page) -> None:
    """The script decides as the program does (`SubmissionTextTests.swift`)."""
    table = json.loads((FIXTURES / "submission/texts.json").read_text(encoding="utf-8"))
    found = form.evaluate(
        "texts => texts.map((text) => knowhowSubmit.form.adviser.advise(text).map(({ id, text }) => `${id} ${text}`))",
        [row["text"] for row in table["advice"]])
    assert [sorted(each) for each in found] == [sorted(row["found"]) for row in table["advice"]]
    cleaned = form.evaluate("rows => rows.map(({ text, lines }) => knowhowSubmit.clean(text, { hasLines: lines }))", table["pasted"])
    assert cleaned == [{"text": row["result"], "changes": row["changes"]} for row in table["pasted"]]


def test_pasted_texts_are_tidied_in_sight(form: Page) -> None:
    area = field(form, SECTIONS[1])
    area.fill("前。後。")
    area.evaluate("area => area.setSelectionRange(2, 2)")
    pasted = "\n　一行目①\n・点\n・点\n"
    area.evaluate("""(area, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }""", pasted)
    expect(area).to_have_value("前。\n一行目①\n- 点\n- 点\n後。")
    said = question(form, SECTIONS[1])
    expect(said.locator(".pasted")).to_contain_text("貼り付けた文を整えました。")
    expect(said.locator(".advice")).to_contain_text("「①」は、機種によって正しく表示されない文字です。「1」のように書いてください。")
    said.get_by_role("button", name="元に戻す").click()
    expect(area).to_have_value(f"前。{pasted}後。")
    expect(area).to_be_focused()
    said.get_by_role("button", name="ふつうの文字に直す").click()
    expect(area).to_have_value(f"前。{pasted}後。".replace("①", "1"))
    area.press_sequentially("a")
    expect(said.get_by_role("button", name="元に戻す")).to_have_count(0)


# What is kept and forgotten


def empty(page: Page) -> bool:
    return page.evaluate("""() => [...document.querySelectorAll(".submission input, .submission textarea")].every((control) =>
        ["checkbox", "radio"].includes(control.type) ? !control.checked || control.value === "" : control.value === "")""")


def test_the_next_person_sees_nothing(form: Page, site: Path, tmp_path: Path) -> None:
    assert all(name == "off" for name in form.locator(".submission :is(input, textarea), .submission").evaluate_all(
        "all => all.map((each) => each.getAttribute('autocomplete'))"))
    for leave in ("reload", "back", "forget"):
        fill_in(form)
        field(form, "連絡先").fill("03-1234-5678")
        make_file(form, tmp_path)
        if leave == "reload":
            form.reload()
        elif leave == "back":
            form.goto((site / "about.html").resolve().as_uri())
            form.go_back()
        else:
            form.locator("[data-forget]").click()
            expect(form.locator("[data-status]")).to_have_text("書いたことをすべて消しました。")
        assert empty(form), leave
        for hidden in ("[data-done]", "[data-problems]", "[data-restored]"):
            expect(form.locator(hidden)).to_be_hidden()
        assert form.locator(".error, .advice li, .pasted p").count() == 0
        assert form.evaluate("localStorage.length") == 0, leave
    # The browser keeps the page as it was when it was left, and shows it again.
    fill_in(form)
    form.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert empty(form)


def test_a_draft_is_kept_only_when_asked(form: Page) -> None:
    form.clock.install()
    field(form, "題名").fill("途中の題名")
    choose(form, "就職", "はい")
    form.locator("#ask-consent input").first.check()
    form.clock.run_for(2_000)
    assert form.evaluate("localStorage.length") == 0
    form.locator("[data-keep]").check()
    field(form, SECTIONS[0]).fill("途中の文")
    form.clock.run_for(2_000)
    form.reload()
    expect(form.locator("[data-restored]")).to_be_visible()
    expect(field(form, "題名")).to_have_value("途中の題名")
    expect(field(form, SECTIONS[0])).to_have_value("途中の文")
    expect(form.locator(".choices").get_by_label("はい", exact=True)).to_be_checked()
    # What was confirmed is confirmed again.
    expect(form.locator("#ask-consent input").first).not_to_be_checked()
    form.locator("[data-keep]").uncheck()
    assert form.evaluate("localStorage.length") == 0
    expect(field(form, "題名")).to_have_value("途中の題名")
    form.locator("[data-keep]").check()
    form.locator("[data-forget]").click()
    assert form.evaluate("localStorage.length") == 0 and empty(form)
    form.reload()
    assert empty(form)


# How it looks


def test_states_at_every_width(form: Page, tmp_path: Path) -> None:
    """Empty, with mistakes and advice, and done: axe finds nothing, nothing is wider than the window, and what is pressed is large enough."""
    form.evaluate(AXE)
    found = []

    def look(state: str, *looks: tuple[str, dict]) -> None:
        for scheme, size in looks:
            form.emulate_media(color_scheme=scheme)
            form.set_viewport_size(size)
            found.extend(accessible(form, f"{state}, {scheme}"))
            assert form.evaluate("document.documentElement.scrollWidth") <= size["width"], state
        form.emulate_media(color_scheme="light")
        form.set_viewport_size(NARROW)
        small = form.evaluate("""() => [...document.querySelectorAll("main :is(a, button, label, .written > :not(.unit))")]
            .filter((each) => each.offsetParent && !each.closest(".question > label") && each.getBoundingClientRect().height < 44)
            .map((each) => each.outerHTML)""")
        assert small == [], state

    look("empty", ("light", NARROW))
    field(form, "題名").fill("田中さん①" + "長い" * 30)
    field(form, SECTIONS[0]).fill("a" * 200)
    form.locator("[data-make]").click()
    look("mistakes", ("light", NARROW), ("dark", WIDE))
    # Text of twice the size.
    form.set_viewport_size(MIDDLE)
    form.evaluate("document.documentElement.style.fontSize = '200%'")
    assert form.evaluate("document.documentElement.scrollWidth") <= MIDDLE["width"]
    form.evaluate("document.documentElement.style.fontSize = ''")
    fill_in(form)
    make_file(form, tmp_path)
    look("done", ("dark", NARROW))
    assert found == []


def test_on_paper(chromium: Browser, address: str) -> None:
    """Without scripts, an empty form to fill in by hand: boxes, lines, and where to send it, but nothing to press."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    for shown in ("就労情報提供", "book+a%b@jirei.test", "※一つ目: を、確かめました"):
        assert page.locator("main").get_by_text(shown, exact=True).is_visible()
    for control in page.locator(".submission :is(button, [data-keep])").all():
        assert control.is_hidden()
    assert field(page, SECTIONS[0]).bounding_box()["height"] > 150
    boxes = page.locator(".choices input").evaluate_all("all => all.map((each) => getComputedStyle(each).borderTopWidth)")
    assert len(boxes) > 60 and "0px" not in boxes
    context.close()


def test_where_it_is(site: Path, own_site: Path) -> None:
    """In the menu of every page; nowhere without a contact; in no search."""
    assert 'href="submit.html">事例の応募</a>' in (site / "index.html").read_text(encoding="utf-8")
    assert "submit-" not in (site / "index.html").read_text(encoding="utf-8")
    assert not (own_site / "submit.html").exists()
    assert "submit.html" not in (own_site / "index.html").read_text(encoding="utf-8")


def test_in_english(chromium: Browser, tmp_path: Path) -> None:
    site = build(tmp_path / "site", content=GARDENS)
    assert "submit.html" in (site / "sitemap.xml").read_text(encoding="utf-8")
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.goto((site / "submit.html").resolve().as_uri())
    page.locator("[data-make]").click()
    expect(page.locator("[data-problems] h2")).to_have_text(re.compile("There are [0-9]+ things to correct"))
    japanese = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f]")
    assert not japanese.search(page.content())
    field(page, "Title").fill("-Beds for everyone")
    for section in ("The problem", "What they did", "What changed"):
        field(page, section).fill("First line\n- one\n- two")
    for group in page.locator("fieldset.question").all():
        if "required" in group.locator("legend").inner_text():
            group.locator("input").first.check()
    for box in page.locator("#ask-consent input").all():
        box.check()
    field(page, "Area").fill("1,200 m²")
    case = imported(make_file(page, tmp_path), GARDENS, tmp_path)
    assert "title: -Beds for everyone" in case.replace('"', "") and "area: 1200" in case and "\n- one\n- two\n" in case
    context.close()
