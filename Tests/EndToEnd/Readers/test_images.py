"""Images in cases: space is reserved for them, with the size and orientation in which browsers show them."""

import base64
import shutil
import time

import pytest
from playwright.sync_api import Page, expect

import probes
from accessibility import NARROW, WIDE
from command import build
from paths import CONTENT
from web import served

# How long the server keeps an image to itself, in seconds.
SLOW = .4
# So high that several images come while they are seen.
WINDOWS = [{**NARROW, "height": 2000}, {**WIDE, "height": 2000}]
DRAW = """kind => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
  const context = canvas.getContext('2d');
  context.fillStyle = 'teal';
  context.fillRect(0, 0, 1600, 450);
  return canvas.toDataURL(kind).split(',')[1];
}"""
SIZES = """images => images.map(image => {
  const box = image.getBoundingClientRect();
  return [image.getAttribute('src').split('/').pop(), Number(image.getAttribute('width')), Number(image.getAttribute('height')),
    image.naturalWidth, image.naturalHeight, box.width, box.height];
})"""
EXIF = bytes.fromhex("ffe10022") + b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
SVG = {
    "size.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><path d="M0 0h1600v9z"/></svg>',
    "box.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><path d="M0 0h1600v9z"/></svg>',
}
NAMES = ["a.png", "a.jpg", "turned.jpg", "a.webp", *SVG]


@pytest.fixture(scope="module")
def illustrated(chromium, tmp_path_factory):
    """A site with a case with many images and text around each."""
    folder = tmp_path_factory.mktemp("images")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    images = content / "images"
    images.mkdir()
    page = chromium.new_page()
    for name, kind in (("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.webp", "image/webp")):
        (images / name).write_bytes(base64.b64decode(page.evaluate(DRAW, kind)))
    page.close()
    photograph = (images / "a.jpg").read_bytes()
    (images / "turned.jpg").write_bytes(photograph[:2] + EXIF + photograph[2:])
    for name, text in SVG.items():
        (images / name).write_text(text, encoding="utf-8")
    case = content / "cases/c001.md"
    shown = "".join(f"\n\n![図の{number}](../images/{name})\n\n図の{number}の後に続く文です。" for number, name in enumerate(NAMES))
    case.write_text(case.read_text(encoding="utf-8").replace("思っていた。", f"思っていた。{shown}", 1), encoding="utf-8")
    return build(folder / "site", content=content)


def read_down(page: Page) -> None:
    """Goes to each image in turn, and waits until it is there."""
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        page.wait_for_timeout(100)


def shifts(chromium, base: str, window: dict, change=lambda text: text) -> list:
    """What moves while the case's page, changed on its way, is read and its images come."""
    page = chromium.new_page(viewport=window)
    page.add_init_script(f"({probes.WATCH_SHIFTS})()")

    def answer(route) -> None:
        if "/images/" in route.request.url:
            time.sleep(SLOW)
            route.continue_()
        else:
            answered = route.fetch()
            route.fulfill(response=answered, body=change(answered.text()))

    page.route("**/images/*", answer)
    page.route("**/c001.html", answer)
    page.goto(f"{base}cases/c001.html", wait_until="domcontentloaded")
    read_down(page)
    moved = page.evaluate("window.shifts")
    page.close()
    return moved


@pytest.mark.parametrize("window", WINDOWS, ids=["narrow", "wide"])
def test_nothing_moves_while_images_come(chromium, illustrated, window) -> None:
    with served(illustrated) as base:
        assert shifts(chromium, base, window) == []
        # Without the sizes there is something to see.
        assert shifts(chromium, base, window, lambda text: text.replace(' width="', ' data-width="')) != []


@pytest.mark.parametrize("window", WINDOWS, ids=["narrow", "wide"])
def test_the_size_is_that_at_which_browsers_show_them(open_page, illustrated, window) -> None:
    page = open_page(illustrated.resolve().as_uri() + "/", "cases/c001.html", viewport=window)
    read_down(page)
    column = page.evaluate("document.querySelector('main .prose').clientWidth")
    sizes = page.locator("main img").evaluate_all(SIZES)
    assert [name for name, *_ in sizes] == NAMES
    for name, width, height, natural_width, natural_height, shown_width, shown_height in sizes:
        assert (width, height) == ((900, 1600) if name == "turned.jpg" else (1600, 900)), name
        if name != "box.svg":  # Which has a ratio of its own, and no size.
            assert (natural_width, natural_height) == (width, height), name
        assert shown_width <= column, name
        assert shown_height == pytest.approx(shown_width * height / width, abs=1), name
