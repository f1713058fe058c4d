"""Images in texts: chosen with the keyboard, dropped, pasted; what is not taken; and the list of them."""

import base64
import re
import struct
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk


def png(width: int, height: int, *chunks: tuple[bytes, bytes], noise: bool = False) -> bytes:
    """A PNG image: one colour, or one that no program can make much smaller."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    import random
    random.seed(1)
    rows = b"".join(b"\0" + (random.randbytes(width * 3) if noise else bytes([200, 60, 60]) * width) for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + b"".join(chunk(*one) for one in chunks) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def exif(orientation: int) -> bytes:
    """Metadata with a camera, an orientation and a place."""
    def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
        return struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")

    camera = entry(0x0110, 2, 4, b"abc\0")
    turned = entry(0x0112, 3, 1, struct.pack("<H", orientation))
    start = 8 + 2 + 3 * 12 + 4
    first = struct.pack("<H", 3) + camera + turned + entry(0x8825, 4, 1, struct.pack("<I", start)) + bytes(4)
    values = start + 2 + 2 * 12 + 4
    place = struct.pack("<H", 2) + entry(2, 5, 3, struct.pack("<I", values)) + entry(4, 5, 3, struct.pack("<I", values)) + bytes(4)
    return b"II*\0" + struct.pack("<I", 8) + first + place + struct.pack("<IIIIII", 35, 1, 41, 1, 22, 1)


def images(desk: Desk) -> dict[str, bytes]:
    folder = desk.folder / "content" / "images"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}


def multipart(desk: Desk, name: str, content: bytes, field: str = "image", token: str | None = "") -> bytes:
    parts = [] if token is None else [f'Content-Disposition: form-data; name="form-token"\r\n\r\n{token or desk.token}'.encode()]
    head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: image/png\r\n\r\n'
    parts.append(head.encode() + content)
    return b"".join(b"--xyz\r\n" + part + b"\r\n" for part in parts) + b"--xyz--\r\n"


def send(desk: Desk, name: str, content: bytes, path: str = "/desk/images", **more):
    body = multipart(desk, name, content, more.pop("field", "image"), more.pop("token", ""))
    return desk.request(path, "POST", body, content_type="multipart/form-data; boundary=xyz", Accept="application/json", **more)


def drop(page: Page, area, name: str, content: bytes, event: str = "drop", text: str = "") -> None:
    """Drops or pastes a file on a text."""
    area.evaluate(
        """(area, [event, name, data, text]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
            if (text) transfer.setData("text/plain", text);
            const init = { bubbles: true, cancelable: true };
            area.dispatchEvent(event === "paste"
                ? new ClipboardEvent("paste", { ...init, clipboardData: transfer }) : new DragEvent(event, { ...init, dataTransfer: transfer }));
        }""", [event, name, base64.b64encode(content).decode(), text])


def test_an_image_is_chosen_with_the_keyboard(desk: Desk, page: Page, tmp_path: Path, none_of) -> None:
    photo = tmp_path / "駅までの 地図.gif"
    photo.write_bytes(png(60, 40, (b"eXIf", exif(1))))
    page.goto(desk.base + "cases/c009")
    area = page.locator(".section textarea").first
    before = area.input_value()
    area.press("Control+End")
    page.locator(".tools").first.get_by_role("button", name="画像").press("Enter")
    dialog = page.locator("#image-dialog")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "image-file"
    page.locator("#image-insert").press("Enter")
    expect(page.locator("#image-error")).to_have_text("画像のファイルを選んでください。")
    page.locator("#image-file").set_input_files(photo)
    expect(page.locator("#image-said")).to_contain_text("駅までの 地図.gif（PNG、60×40ピクセル、1kB）")
    expect(page.locator("#image-said")).to_contain_text("撮影した場所とカメラの名前が記録されています。入れるときに消します")
    expect(page.locator("#image-view")).to_be_visible()
    expect(page.locator("#image-smaller-part")).to_be_hidden()
    expect(page.locator("#image-text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#image-error")).to_have_text("画像の説明を書いてください。")
    assert images(desk) == {}, "nothing is stored before the description is there"
    found: list[str] = []
    page.evaluate(AXE)
    for scheme, size in LOOKS[::2]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found += violations(page.evaluate(RUN, axe_options() | {"iframes": False}), f"image dialog {scheme} {size['width']}")
        box = dialog.bounding_box()
        if box["x"] < 0 or box["x"] + box["width"] > size["width"] or dialog.evaluate("one => one.scrollWidth > one.clientWidth"):
            found.append(f"the dialog is wider than {size['width']}")
    none_of(found)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.keyboard.insert_text("駅から [事業所] までの地図")
    page.keyboard.press("Enter")
    expect(area).to_have_value(before + r"![駅から \[事業所\] までの地図](../images/c009.png)")
    expect(area).to_be_focused()
    assert images(desk) == {"c009.png": png(60, 40)}, "stored without its metadata, and not by the name's format"
    expect(page.locator(".image-told").first).to_contain_text("「images/c009.png」として入れました。撮影した場所とカメラの名前の記録を消しました")
    assert photo.read_bytes() == png(60, 40, (b"eXIf", exif(1))), "the editor's file is never changed"
    frame = page.frame_locator("#frame iframe:not(.next)")
    picture = frame.get_by_role("img", name="駅から [事業所] までの地図")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth === 60"), "the unsaved page shows it"
    expect(page.locator("#s-background-problems .problem")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(area).to_have_value(before)
    page.keyboard.press("Control+y")
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_text("保存しました")


def test_images_are_dropped_and_pasted(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c010")
    area = page.locator(".section textarea").nth(1)
    area.press("Control+Home")
    drop(page, area, "CON.png", png(8, 8))
    page.locator("#image-text").fill("赤い四角")
    page.locator("#image-text").press("Enter")
    expect(area).to_have_value(re.compile(r"^!\[赤い四角\]\(\.\./images/image-con\.png\)"))
    area.press("Control+End")
    drop(page, area, "image.png", png(9, 9), "paste")
    expect(page.locator("#image-text")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#image-dialog")).to_be_hidden()
    expect(area).to_be_focused()
    drop(page, area, "image.png", png(9, 9), "paste", "Word の文")
    expect(page.locator("#image-dialog")).to_be_hidden()
    # The same image under another name is there already.
    drop(page, area, "copy.png", png(8, 8))
    page.locator("#image-text").fill("同じ四角")
    page.locator("#image-text").press("Enter")
    expect(area).to_have_value(re.compile(r"!\[同じ四角\]\(\.\./images/image-con\.png\)$"))
    assert list(images(desk)) == ["c009.png", "image-con.png"]
    # A file that misses the text does not replace the page.
    drop(page, page.locator("h1"), "a.png", png(8, 8))
    expect(page.locator("#image-dialog")).to_be_hidden()
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base + "images")


def test_a_large_photograph_is_made_smaller(desk: Desk, page: Page) -> None:
    page.goto(desk.base + "cases/c011")
    area = page.locator(".section textarea").first
    # On its side: the bytes are 2,600 wide, and it is shown 2,600 high.
    drop(page, area, "写真 大.png", png(2_600, 300, (b"eXIf", exif(6)), noise=True))
    label = page.locator("#image-smaller-text")
    expect(label).to_contain_text("277×2400ピクセル")
    assert page.locator("#image-smaller").is_checked()
    page.locator("#image-text").fill("細長い写真")
    page.locator("#image-text").press("Enter")
    expect(area).to_have_value(re.compile(r"\.\./images/c011\.webp"))
    stored = images(desk)["c011.webp"]
    assert stored[:4] == b"RIFF" and b"EXIF" not in stored and len(stored) < 2_000_000
    size = page.evaluate("async (address) => { const image = new Image(); image.src = address; await image.decode();"
                         "return [image.naturalWidth, image.naturalHeight]; }", "/desk/images/c011.webp")
    assert size == [277, 2_400], "the orientation is in the pixels"
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(desk.base + "images")


@pytest.mark.parametrize(("name", "content", "said"), [
    ("IMG_1.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40), "HEIC 形式（iPhone などの写真）で、多くのブラウザーでは表示できません。JPEG で保存し直してください"),
    ("a.png", b"II*\0" + bytes(40), "TIFF 形式で、サイトでは表示できません"),
    ("a.png", b"BM" + bytes(60), "BMP 形式で"),
    ("a.png", b"%PDF-1.7\n", "PDF で、画像としては入れられません"),
    ("a.png", b"<html><script>alert(1)</script></html>", "画像として読めません"),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "PNG で書き出してください"),
    ("a.png", png(60, 40)[:-20], "途中で切れているか、壊れています"),
    ("a.png", b"", "空のファイルです"),
    ("<img src=x onerror=alert(1)>.png", b"?", "画像として読めません"),
])
def test_what_is_no_image_is_not_stored(desk: Desk, name: str, content: bytes, said: str) -> None:
    before = images(desk)
    for path in ["/desk/images/check", "/desk/images"]:
        status, _, body = send(desk, name, content, path)
        assert status == 422 and said in body.decode(), body.decode()
    assert images(desk) == before


def test_only_the_desk_sends_images(desk: Desk) -> None:
    before = images(desk)
    good = png(5, 5)
    assert send(desk, "a.png", good, token="x")[0] == 403
    assert send(desk, "a.png", good, token=None)[0] == 403
    assert send(desk, "a.png", good, cookie=None)[0] == 403
    for origin in [None, "null", "http://evil.example"]:
        assert send(desk, "a.png", good, origin=origin)[0] == 403
    assert send(desk, "a.png", good, "/desk/cases/c001")[0] == 415
    assert send(desk, "a.png", good, field="other")[0] == 422
    body = multipart(desk, "a.png", good)
    for kind, content in [("multipart/form-data", body), ("multipart/form-data; boundary=other", body), ("image/png", good),
                          ("multipart/form-data; boundary=xyz", body[:-30])]:
        assert desk.request("/desk/images", "POST", content, content_type=kind)[0] in (403, 415), kind
    assert desk.request("/desk/images", "POST", b"", content_type="multipart/form-data; boundary=xyz", length=str(21 << 20))[0] == 413
    for path in ["../casebook.yml", "%2e%2e/casebook.yml", "none.png", "..%2f..%2fcases%2fc001.md", ""]:
        assert desk.request(f"/desk/images/{path}")[0] == 404
    assert desk.request("/desk/shown/0/images/../casebook.yml")[0] == 404
    assert images(desk) == before


def test_names_are_ours(desk: Desk) -> None:
    number = 20
    for name, stored in [("../../casebook.yml", "casebook.png"), ("C:\\a\\写真.png", "image.png"), ("nul", "image-nul.png"),
                         (quote("a%2Fb") + ".png", "a-252fb.png"), ("CASEBOOK.PNG", "casebook-2.png")]:
        number += 1
        status, _, body = send(desk, name, png(number, 5))
        assert status == 200 and f"images/{stored}" in body.decode(), (name, body.decode())
        assert images(desk)[stored] == png(number, 5)


def test_the_list_of_images(desk: Desk, page: Page, none_of) -> None:
    page.goto(desk.base + "images")
    row = page.locator(".pictures li", has_text="images/c009.png")
    expect(row).to_contain_text("PNG、60×40ピクセル、1kB")
    expect(row.get_by_role("link")).to_have_attribute("href", "/desk/cases/c009")
    assert row.locator("img").evaluate("image => image.complete && image.naturalWidth") == 60
    expect(page.locator("#unused + p + ul")).to_contain_text("images/casebook.png")
    expect(page.locator("#unused + p + ul")).not_to_contain_text("images/c009.png")
    page.set_input_files("#image", {"name": "駅.png", "mimeType": "image/png", "buffer": png(7, 7)})
    page.get_by_role("button", name="加える", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("「images/image-2.png」として入れました。")
    page.set_input_files("#image", {"name": "駅.tif", "mimeType": "image/tiff", "buffer": b"II*\0" + bytes(40)})
    page.get_by_role("button", name="加える", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("「駅.tif」は TIFF 形式で")
    found: list[str] = []
    page.evaluate(AXE)
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found += violations(page.evaluate(RUN, axe_options()), f"/desk/images {scheme} {size['width']}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"/desk/images is wider than {size['width']}")
    none_of(found)
