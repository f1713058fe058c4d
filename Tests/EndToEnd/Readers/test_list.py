"""The reader's own list: marks on cards and cases, the page of the list, and its address."""

import csv
import io
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from command import build, generate_content
from web import served

PHONE = {"width": 390, "height": 844}
BLOCKED = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } })"


@pytest.fixture
def open_list(open_page):
    """Opens a page whose tab may keep a list."""

    def open_one(base: str, path: str = "list.html", **options) -> Page:
        page = open_page(base, path, **options)
        page.may_keep_a_list = True
        return page

    return open_one


@pytest.fixture
def open_blocked(chromium):
    """Opens a page in a browser that stores nothing."""
    contexts = []

    def open_one(address: str, **options) -> Page:
        context = chromium.new_context(viewport=PHONE, locale="ja-JP", **options)
        context.add_init_script(BLOCKED)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


def titles(page: Page) -> list[str]:
    return page.locator("[data-items] li a").all_inner_texts()


def ids(page: Page) -> list[str]:
    expect(page.locator("[data-waiting]")).to_be_hidden()
    return page.locator("[data-items] li").evaluate_all("items => items.map((item) => item.dataset.id)")


def mark(page: Page, id: str):
    return page.locator(f'.mark-case[data-id="{id}"]')


def number(page: Page):
    return page.locator(".list-link span")


def status(page: Page):
    return page.locator("[data-own-list] [data-status]")


def shown(page: Page, count: int) -> None:
    expect(page.locator("[data-items] li")).to_have_count(count)


# Marks


@pytest.mark.parametrize("path", ["cases/index.html", "organizations/employment-transition.html", "cases/c007.html", "search.html?q=支援"])
def test_a_mark_is_a_button_with_a_state(open_list, base, path: str) -> None:
    page = open_list(base, path)
    button = mark(page, "c007")
    title = page.locator("h1" if "c007" in path else '.case-card a[href$="c007.html"]').first.inner_text()
    expect(button).to_have_accessible_name(re.compile(rf"リストに入れる ?：{re.escape(title)}"))
    expect(button).to_have_attribute("aria-pressed", "false")
    box = button.bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44
    assert page.evaluate("sessionStorage.length") == 0
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(number(page)).to_have_text("1件")
    # One line says how long the list is kept, where one marks and aloud.
    expect(page.locator(".mark-note")).to_contain_text("このタブを閉じるまで残ります")
    expect(page.locator("main > [role=status].hidden").last).to_contain_text("リストに入れました")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(number(page)).to_have_text("")
    assert page.evaluate("sessionStorage.length") == 0


def test_marks_stay_from_page_to_page(open_list, base) -> None:
    page = open_list(base, "cases/index.html")
    for id in ("c014", "c001"):
        mark(page, id).click()
    page.locator('.case-card a[href$="c003.html"]').click()
    expect(number(page)).to_have_text("2件")
    mark(page, "c003").click()
    page.locator(".mark-note a").click()
    shown(page, 3)
    assert ids(page) == ["c014", "c001", "c003"]
    assert page.url == f"{base}list.html#c014.c001.c003"
    page.go_back()
    expect(mark(page, "c003")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.locator('.mark-case[aria-pressed="true"]')).to_have_count(3)
    mark(page, "c014").click()
    page.locator(".list-link").click()
    shown(page, 2)
    assert ids(page) == ["c001", "c003"]


def test_an_older_address_in_the_history_does_not_hide_the_list(open_list, base) -> None:
    page = open_list(base, "cases/index.html")
    mark(page, "c001").click()
    page.locator(".list-link").click()
    shown(page, 1)
    page.locator("[data-items] a").click()
    page.goto(base + "cases/c002.html")
    mark(page, "c002").click()
    expect(number(page)).to_have_text("2件")
    page.go_back()
    page.go_back()
    shown(page, 2)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_header_stays_small(open_list, base, width: int) -> None:
    page = open_list(base, "cases/c003.html", viewport={"width": width, "height": 800})
    before = page.locator("h1").bounding_box()["y"]
    mark(page, "c003").click()
    expect(number(page)).to_have_text("1件")
    page.evaluate("scrollTo(0, 0)")
    assert page.locator(".site-header").bounding_box()["height"] <= 120
    assert page.locator("h1").bounding_box()["y"] == before
    box = page.locator(".list-link").bounding_box()
    assert box["width"] >= 44 and box["height"] >= 44 and box["x"] + box["width"] <= width


def test_a_full_list_says_so(open_list, site, base) -> None:
    page = open_list(base, "cases/index.html")
    page.evaluate("sessionStorage.setItem('list ' + new URL('../', location).pathname, Array.from({ length: 50 }, (_, n) => 'x' + n).join('.'))")
    page.reload()
    expect(number(page)).to_have_text("50件")
    mark(page, "c001").click()
    expect(page.locator(".mark-note")).to_contain_text("50件までです")
    expect(mark(page, "c001")).to_have_attribute("aria-pressed", "false")


# Without storage


@pytest.mark.parametrize("place", ["disk", "http"])
def test_links_carry_the_list_where_nothing_is_stored(open_blocked, site: Path, place: str) -> None:
    def walk(base: str) -> None:
        page = open_blocked(base + "cases/index.html")
        mark(page, "c001").click()
        expect(page.locator(".mark-note")).to_contain_text("ページをたどる間だけ")
        mark(page, "c014").click()
        page.locator('.case-card a[href$="c003.html"]').click()
        expect(number(page)).to_have_text("2件")
        assert page.url.endswith("cases/c003.html#list=c001.c014")
        mark(page, "c003").click()
        # Loading the page again keeps the list.
        page.reload()
        expect(number(page)).to_have_text("3件")
        # A link to a part of the page still leads there, and one to another page takes the list with it.
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "page-main"
        page.locator(".search-link").click()
        expect(number(page)).to_have_text("3件")
        page.locator("#page-search").fill("難病")
        page.keyboard.press("Enter")
        expect(page.locator("#page-result")).to_contain_text("難病")
        expect(mark(page, "c001")).to_have_attribute("aria-pressed", "true")
        page.locator('[data-results] a[href*="c001.html"]').click()
        page.locator(".brand a").click()
        page.locator("main form input").fill("就労")
        page.keyboard.press("Enter")
        page.locator("#page-result").wait_for()
        expect(number(page)).to_have_text("3件")
        page.locator(".list-link").click()
        shown(page, 3)
        assert ids(page) == ["c001", "c014", "c003"]
        assert page.url == f"{base}list.html#c001.c014.c003"
        page.locator('[data-id="c001"] [data-act="out"]').click()
        page.locator(".brand a").click()
        expect(number(page)).to_have_text("2件")

    if place == "disk":
        walk(site.resolve().as_uri() + "/")
    else:
        with served(site) as base:
            walk(base)


def test_an_anchor_keeps_its_meaning_where_links_carry_the_list(open_blocked, site: Path) -> None:
    base = site.resolve().as_uri() + "/"
    page = open_blocked(base + "categories/employment-information.html#list=c001")
    page.goto(base + "cases/c003.html#effect&list=c001.c002")
    expect(number(page)).to_have_text("2件")
    assert page.evaluate("scrollY") > 0


# The page of the list


def test_the_address_is_the_list(open_list, base) -> None:
    page = open_list(base, "list.html#c014.c001")
    shown(page, 2)
    assert ids(page) == ["c014", "c001"]
    assert titles(page)[1] == "病院の診療場面での就労支援情報の提供により、患者が就労相談しやすくなった"
    assert page.locator("h2").first.inner_text() == "2件の事例"
    heads = page.locator("[data-columns] thead th")
    assert [each.split("\n")[0] for each in heads.all_inner_texts()] == titles(page)
    assert page.locator("[data-columns] .field-heading").all_inner_texts() == ["1\n必要性・きっかけ", "2\n取組・工夫の概要", "3\n課題軽減・解決・向上の効果"]
    cells = page.locator("[data-columns] .field-2 td").all_inner_texts()
    assert cells[1].startswith("難病の診断・告知の際には、")
    # The sections are in rows: the cells of a section start at the same height.
    tops = page.locator("[data-columns] .field-3 td").evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().y)")
    assert len(tops) == 2 and len(set(tops)) == 1
    assert "難病" in page.locator("[data-columns] .named td").all_inner_texts()
    # An opened list is the reader's own, if there was none.
    page.locator(".brand a").click()
    expect(number(page)).to_have_text("2件")


@pytest.mark.parametrize(("width", "columns"), [(320, 2), (390, 2), (800, 3), (1280, 4)])
def test_up_to_four_are_side_by_side(open_list, base, width: int, columns: int) -> None:
    page = open_list(base, "list.html#c001.c002.c003.c004.c005", viewport={"width": width, "height": 800})
    shown(page, 5)
    expect(page.locator("[data-columns] thead th")).to_have_count(columns)
    expect(page.locator("[data-about]")).to_contain_text(f"初めの{columns}件")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The titles stay in sight while one reads.
    last = page.locator("[data-columns] tbody.field-3 td").first
    last.scroll_into_view_if_needed()
    page.evaluate("cell => scrollTo(0, scrollY + cell.getBoundingClientRect().y - 300)", last.element_handle())
    assert page.locator("[data-columns] thead th").first.bounding_box()["y"] == 0


def test_the_order_is_changed_by_keyboard(open_list, base) -> None:
    page = open_list(base, "list.html#c001.c002.c003")
    shown(page, 3)
    names = dict(zip(["c001", "c002", "c003"], titles(page), strict=True))
    button = lambda id, act: page.locator(f'[data-id="{id}"] [data-act="{act}"]')  # noqa: E731
    button("c003", "up").focus()
    expect(button("c003", "up")).to_have_accessible_name(re.compile(f"上へ ?：{names['c003']}"))
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"「{names['c003']}」を2番目に移しました。")
    expect(button("c003", "up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"「{names['c003']}」を1番目に移しました。")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("初めにあります")
    expect(button("c003", "up")).to_be_focused()
    assert ids(page) == ["c003", "c001", "c002"] and page.url.endswith("#c003.c001.c002")
    page.keyboard.press("Tab")
    expect(button("c003", "down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"「{names['c003']}」を2番目に移しました。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(f"「{names['c003']}」をリストから外しました。残りは2件です。")
    expect(button("c002", "out")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button("c001", "out")).to_be_focused()
    # One case is not compared.
    expect(page.locator("[data-compared]")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("[data-empty]")).to_be_focused()
    assert page.url == f"{base}list.html"
    expect(page.locator("[data-undo]")).to_be_hidden()


def test_emptying_can_be_undone(open_list, base) -> None:
    page = open_list(base, "list.html#c001.c002")
    shown(page, 2)
    page.locator("[data-clear]").click()
    expect(page.locator("[data-undo]")).to_be_focused()
    page.keyboard.press("Enter")
    shown(page, 2)
    expect(page.locator("[data-clear]")).to_be_focused()
    assert page.url.endswith("#c001.c002")


def test_a_list_of_others_leaves_the_own_one_alone(open_list, base) -> None:
    page = open_list(base, "cases/index.html")
    mark(page, "c005").click()
    expect(number(page)).to_have_text("1件")
    page.goto(base + "list.html#c001.c002")
    shown(page, 2)
    expect(page.locator("[data-notes]")).to_contain_text("このタブで選んできた事例のリストとは違うものです")
    expect(number(page)).to_have_text("1件")
    page.get_by_role("button", name="自分のリスト（1件）に戻る").click()
    shown(page, 1)
    assert ids(page) == ["c005"] and page.url.endswith("#c005")
    expect(page.locator("[data-notes]")).to_be_empty()
    page.goto(base + "list.html#c001.c002")
    page.get_by_role("button", name="このリストを自分のリストにする").click()
    expect(number(page)).to_have_text("2件")
    page.goto(base + "index.html")
    page.locator(".list-link").click()
    shown(page, 2)


def test_unknown_and_withdrawn_cases_are_named(open_list, tmp_path: Path) -> None:
    content = tmp_path / "content"
    subprocess.run(["cp", "-r", Path(__file__).parents[3] / "content", content], check=True)
    case = content / "cases/c002.md"
    case.write_text(case.read_text(encoding="utf-8").replace("status: published", "status: withdrawn"), encoding="utf-8")
    base = build(tmp_path / "site", content=content).resolve().as_uri() + "/"
    page = open_list(base, "list.html#c001.c002.c999.c003")
    shown(page, 2)
    notes = page.locator("[data-notes]")
    expect(notes).to_contain_text("「c002」は、取り下げられた事例なので")
    expect(notes).to_contain_text("「c999」という番号の事例は、見つかりません。")
    # The case that was withdrawn has no mark.
    page.goto(base + "cases/c002.html")
    assert page.locator(".mark-case").count() == 0


@pytest.mark.parametrize(("fragment", "count", "says"), [
    ("", 0, "リストには、まだ事例がありません"),
    ("#", 0, "リストには、まだ事例がありません"),
    ("#....", 0, "リストには、まだ事例がありません"),
    ("#<script>alert(1)</script>", 0, "「<script>alert(1)</script>」という番号の事例は、見つかりません"),
    ("#%E3%81", 0, "「%E3%81」という番号の事例は、見つかりません"),
    ("#c001.c001.c001", 1, "1件の事例"),
    ("#__proto__.constructor.c001", 1, "「__proto__」「constructor」という番号"),
    ("#" + "y" * 5000, 0, f"「{'y' * 40}…」という番号"),
    ("#c001.C001.c0001.c01", 1, "「C001」「c0001」「c01」という番号"),
    ("#" + ".".join(f"c{n:03}" for n in range(1, 10_001)), 17, "アドレスにある10,000件のうち、初めの50件だけ"),
])
def test_any_fragment_is_met_calmly(open_list, base, fragment: str, count: int, says: str) -> None:
    page = open_list(base, "list.html" + fragment)
    shown(page, count)
    expect(page.locator("[data-own-list]")).to_contain_text(says)
    if count == 0:
        expect(page.locator("[data-empty]")).to_be_visible()
    assert page.locator("[data-own-list] script").count() == 0
    assert page.problems == []


def test_another_fragment_in_the_same_tab(open_list, base) -> None:
    page = open_list(base, "list.html#c001")
    shown(page, 1)
    page.evaluate("location.hash = '#c002.c003'")
    shown(page, 2)
    assert ids(page) == ["c002", "c003"]


# Ways out of the page


def test_csv(open_list, base) -> None:
    page = open_list(base, "list.html#c014.c001")
    shown(page, 2)
    with page.expect_download() as download:
        page.locator("[data-csv]").click()
    assert download.value.suggested_filename == "list.csv"
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:2] == ["事例ID", "題名"] and rows[0][-4:-1] == ["必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"]
    assert [row[0] for row in rows[1:]] == ["c014", "c001"] and len({len(row) for row in rows}) == 1
    first = dict(zip(rows[0], rows[2], strict=True))
    assert first["障害種別"] == "難病" and first["取組・工夫の概要"].startswith("難病の診断")
    assert first["関わる人・機関"].count("、") >= 2 and first["アドレス"] == base + "cases/c001.html"
    assert not any("\n" in cell for row in rows for cell in row)


@pytest.mark.parametrize(("text", "cell"), [
    ("=1+1", "'=1+1"), ("＝1", "'＝1"), ("-5", "'-5"), ("@a", "'@a"), ("a,b", '"a,b"'), ('say "x"', '"say ""x"""'), ('=a,"', '"\'=a,"""'),
    ("a\r\nb\tc", "a b c"), ("①㈱ｶﾞ", "1(株)ガ"), ("℃Å", "℃Å"), ("福\uFA1B", "福\uFA1B"), ("", ""), ("a=b", "a=b"),
])
def test_cells_are_safe(open_list, base, text: str, cell: str) -> None:
    page = open_list(base, "list.html")
    assert page.evaluate("text => knowhowList.csv([[text]])", text) == f"\ufeff{cell}\r\n"


def test_copy_and_mail(open_list, site: Path) -> None:
    with served(site) as base:
        page = open_list(base, "list.html#c014.c001", permissions=["clipboard-read", "clipboard-write"])
        shown(page, 2)
        page.locator("[data-copy]").click()
        expect(page.locator(".copied")).to_have_text("アドレスをコピーしました。")
        assert page.evaluate("navigator.clipboard.readText()") == f"{base}list.html#c014.c001"
        address = page.locator("[data-mail]").get_attribute("href")
        subject, body = re.fullmatch(r"mailto:\?subject=([^&]*)&body=([^&]*)", address).groups()
        assert unquote(subject).startswith("選んだ事例のリスト")
        assert unquote(body).split("\r\n")[1] == f"{base}list.html#c014.c001"
        expect(page.locator("[data-local]")).to_be_hidden()


def test_an_address_on_disk_is_explained(open_list, site: Path) -> None:
    page = open_list(site.resolve().as_uri() + "/", "list.html#c001")
    shown(page, 1)
    expect(page.locator("[data-local]")).to_be_visible()


@pytest.mark.parametrize(("fragment", "sheets"), [("#c001", 1), ("#c001.c002", 1), ("#c001.c002.c003", 2), ("#" + ".".join(f"c{n:03}" for n in range(1, 18)), 9)])
def test_a_pair_takes_one_sheet(open_list, base, tmp_path: Path, fragment: str, sheets: int) -> None:
    page = open_list(base, "list.html" + fragment)
    shown(page, fragment.count("c"))
    pdf = tmp_path / "list.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages: +([0-9]+)", text)[1]) == sheets
    width, height = map(float, re.search(r"Page size: +([0-9.]+) x ([0-9.]+)", text).groups())
    assert width > height


# Others


def test_it_says_what_to_do_without_scripts(open_page, base) -> None:
    page = open_page(base, "list.html", java_script_enabled=False)
    expect(page.locator(".without-script")).to_contain_text("JavaScript")
    expect(page.locator(".without-script a")).to_have_attribute("href", "compare/index.html")
    assert not page.locator(".list-link").is_visible()
    page.goto(base + "cases/index.html")
    assert page.locator(".mark-case").count() == 0
    assert page.locator('footer a[href$="list.html"]').is_visible()


def test_it_says_when_files_are_missing(open_list, site: Path) -> None:
    with served(site) as base:
        page = open_list(base, "cases/index.html")
        page.route("**/search/**", lambda route: route.abort())
        page.goto(base + "list.html#c001")
        expect(page.locator("[data-notes]")).to_contain_text("読み込めませんでした")
        expect(page.locator('[data-notes] a[href$="cases/c001.html"]')).to_be_visible()
        page.problems.clear()


@pytest.mark.parametrize("path", ["list.html", "list.html#c001.c002.c003.c004.c005.c999", "cases/index.html", "cases/c003.html", "search.html?q=支援"])
def test_axe(open_list, base, path: str) -> None:
    page = open_list(base, path)
    page.evaluate(AXE)
    page.wait_for_timeout(300)
    if "list" not in path:
        page.locator(".mark-case").first.click()
        expect(page.locator(".mark-note")).to_be_visible()
    found = []
    for scheme, window in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(window)
        found += violations(page.evaluate(RUN, axe_options()), f"{scheme} {window['width']}")
    assert found == []


def test_a_list_of_a_large_collection(open_list, tmp_path: Path) -> None:
    site = build(tmp_path / "site", content=generate_content(300, tmp_path / "content"))
    names = sorted(path.stem for path in (site / "cases").glob("c*.html"))
    chosen = [names[290], names[0], names[150]]
    with served(site) as base:
        page = open_list(base, f"list.html#{'.'.join(chosen)}")
        shown(page, 3)
        assert ids(page) == chosen
        page.goto(f"{base}cases/{chosen[0]}.html")
        sections = page.locator(".fields .prose").all_inner_texts()
        title = page.locator("h1").inner_text()
        page.goto(f"{base}list.html#{'.'.join(chosen)}")
        shown(page, 3)
        assert titles(page)[0] == title
        cells = [page.locator(f"[data-columns] .field-{place} td").first.inner_text() for place in (1, 2, 3)]
        flat = lambda texts: [re.sub(r"\s+", "", text) for text in texts]  # noqa: E731
        assert flat(cells) == flat(sections)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_heads_of_fixed_comparisons_stay_in_sight(open_page, base, width: int) -> None:
    """They are for readers without scripts."""
    page = open_page(base, "compare/job-search-and-career.html", viewport={"width": width, "height": 500})
    row = page.locator(".compare tbody tr").first
    row.evaluate("row => scrollTo(0, scrollY + row.getBoundingClientRect().y + 100)")
    head = page.locator(".compare thead th" if width > 1000 else ".compare tbody th").first
    assert row.bounding_box()["y"] == pytest.approx(-100, abs=1)
    assert head.bounding_box()["y"] == pytest.approx(0, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
