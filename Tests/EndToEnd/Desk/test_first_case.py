"""A person's first case, from the list to the zip file, with the keyboard alone and with the mistakes that people make."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import command
from desk_running import Desk


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0))
           + chunk(b"IDAT", zlib.compress(bytes(30 * 41))) + chunk(b"IEND", b""))
# In which text a mistake is made, what is typed, what the message says, and what is typed instead; None where a button corrects it.
MISTAKES = [
    ("background", "・朝の時間が合わない\n・連絡の手段がない", "箇条書きにならず", None),
    ("background", "担当の田中さんと、03-1234-5678で相談した。", "人の名前のようです", "担当の職員と、電話で相談した。"),
    ("background", "[別の事例]（c002.md）を読んだ。", "リンクになっていません", None),
    ("approach", "１．写真で職場を紹介した\n２．一日の流れを説明した", "番号の付いた箇条書き", None),
    ("approach", "[前の事例](c999.md)を参考にした。", "「c999.md」がありません", "[前の事例](c001.md)を参考にした。"),
    ("approach", "# くふう\n\n写真を使った。", "次の見出しが始まる", "### くふう\n\n写真を使った。"),
    ("effect", "欠勤が＊＊大きく＊＊減った。", "太字になっていません", None),
    ("effect", "ﾊﾛｰﾜｰｸとの連絡が増えた。", "半角のカタカナ", "ハローワークとの連絡が増えた。"),
    ("effect", "<b>出勤</b>が安定した。", "HTMLのタグは使えません", "**出勤**が安定した。"),
]


@pytest.fixture(scope="module")
def desk(casebook: Path) -> Iterator[Desk]:
    running = Desk(casebook, "--output", str(casebook / "site"))
    yield running
    running.end()


def problems(page: Page, field: str) -> Locator:
    return page.locator(f"#{field}-problems .problem")


def tab_to(page: Page, is_there: str, backwards: bool = False) -> None:
    """Presses Tab until an expression about `active`, the element with the focus, is true."""
    for _ in range(200):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate(f"(() => {{ const active = document.activeElement; return Boolean({is_there}); }})()"):
            return
    pytest.fail(f"Tab does not lead to {is_there}", pytrace=False)


def tab_to_field(page: Page, name: str, backwards: bool = False) -> None:
    tab_to(page, f'active.id === "{name}" || active.name === "{name}"', backwards)


def tab_to_words(page: Page, words: str) -> None:
    tab_to(page, f'active.matches("a, button, summary") && active.textContent.trim() === "{words}"')


def test_from_the_list_to_a_mended_draft(desk: Desk, page: Page) -> None:
    tab_to_words(page, "新しい事例を書く")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/new")
    assert page.locator("#write .problem").count() == 0, "nothing was typed yet"
    # Fields that are left empty, and a title that another case has.
    tab_to_field(page, "k-title")
    page.keyboard.press("Tab")
    expect(problems(page, "k-title")).to_contain_text("「題名」が空です")
    page.keyboard.press("Tab")
    expect(problems(page, "k-category")).to_contain_text("「分野」を選んでください")
    tab_to_field(page, "k-title", backwards=True)
    page.keyboard.insert_text("職業準備支援へのジョブコーチ参加による職業評価の精度向上")
    expect(problems(page, "k-title")).to_contain_text("の事例がほかにもあります")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("見学の前の準備で、職場の不安が減った")
    expect(problems(page, "k-title")).to_have_count(0)
    # A save in between keeps the draft, and shows what is missing.
    page.keyboard.press("Control+s")
    page.wait_for_url(re.compile(r"/cases/c018\?saved=1"))
    expect(problems(page, "k-organization")).to_contain_text("「取組主体」を選んでください")
    expect(problems(page, "k-actors").first).to_be_visible()
    assert "status: draft" in (desk.folder / "content/cases/c018.md").read_text(encoding="utf-8")
    for field, key in [("k-category", "ArrowDown"), ("k-organization", "ArrowDown"), ("k-actors", "Space")]:
        tab_to_field(page, field)
        page.keyboard.press(key)
        expect(problems(page, field)).to_have_count(0)

    for section, typed, said, instead in MISTAKES:
        field = f"s-{section}"
        area = page.locator(f"#{field}")
        is_later = page.evaluate(
            "id => document.activeElement.compareDocumentPosition(document.getElementById(id)) & Node.DOCUMENT_POSITION_FOLLOWING",
            field)
        if page.evaluate("document.activeElement.id") != field:
            tab_to_field(page, field, backwards=not is_later)
        page.keyboard.press("Control+End")
        before = area.input_value()
        page.keyboard.insert_text(f"\n\n{typed}" if before else typed)
        found = problems(page, field)
        expect(found.filter(has_text=said).first).to_be_visible()
        if instead is None:
            # One button for each place.
            for left in range(found.filter(has_text=said).count() - 1, -1, -1):
                tab_to(page, f'active.matches("#{field}-problems .fix")')
                page.keyboard.press("Enter")
                expect(found.filter(has_text=said)).to_have_count(left)
        else:
            for _ in typed:
                page.keyboard.press("Shift+ArrowLeft")
            page.keyboard.insert_text(instead)
        expect(found).to_have_count(0)

    assert page.locator("#s-background").input_value() == (
        "- 朝の時間が合わない\n- 連絡の手段がない\n\n担当の職員と、電話で相談した。\n\n[別の事例](c002.md)を読んだ。")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")


def test_an_image(desk: Desk, page: Page) -> None:
    tab_to_field(page, "s-effect")
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("\n\n")
    tab_to(page, 'active.textContent === "画像" && active.closest(".section").querySelector("#s-effect")', backwards=True)
    page.keyboard.press("Enter")
    expect(page.locator("#image-file")).to_be_focused()
    # The window in which a file is chosen belongs to the system.
    page.locator("#image-file").set_input_files({"name": "見学の 写真.png", "mimeType": "image/png", "buffer": PICTURE})
    expect(page.locator("#image-text")).to_be_focused()
    page.keyboard.insert_text("写真を見ながら話す二人")
    page.keyboard.press("Enter")
    area = page.locator("#s-effect")
    expect(area).to_have_value(re.compile(r"!\[写真を見ながら話す二人\]\(\.\./images/c018.*\.png\)$"))
    expect(problems(page, "s-effect")).to_have_count(0)
    frame = page.frame_locator("#frame iframe:not(.next)")
    expect(frame.get_by_alt_text("写真を見ながら話す二人")).to_be_visible()


def test_publication(desk: Desk, page: Page) -> None:
    tab_to_field(page, "k-status", backwards=True)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")
    path = desk.folder / "content/cases/c018.md"
    assert "status: published" in path.read_text(encoding="utf-8")
    checked = command.run("check", "--strict", "--content", desk.folder / "content")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    before = path.read_bytes()
    assert command.run("check", "--fix", "--content", desk.folder / "content").returncode == 0
    assert path.read_bytes() == before


def test_the_site_and_its_zip_file(desk: Desk, page: Page) -> None:
    tab_to_words(page, "サイトを作る")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/publish")
    tab_to(page, 'active.matches("main button") && active.textContent === "サイトを作る"')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="できたもの")).to_be_visible(timeout=60_000)
    expect(page.locator("main")).to_contain_text("見学の前の準備で、職場の不安が減った")
    with page.expect_download() as download:
        tab_to(page, 'active.matches("[action$=\'/publish/site\'] button")')
        page.keyboard.press("Enter")
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        names = archive.namelist()
        case = archive.read("site/cases/c018.html").decode()
    assert "見学の前の準備で、職場の不安が減った" in case
    image = re.search(r'src="\.\./(images/[^"]+)"[^>]*alt="写真を見ながら話す二人"', case) or re.search(
        r'alt="写真を見ながら話す二人"[^>]*src="\.\./(images/[^"]+)"', case)
    assert image and f"site/{image.group(1)}" in names
