"""Published copies of photographs: no metadata, the same pixels; the files in the content folder keep theirs."""

import base64
import shutil
import struct
import zlib

import pytest

from command import build
from paths import CONTENT

# A picture with a gradient and small shapes, so that another decoding would show.
DRAW = """kind => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
  const context = canvas.getContext('2d');
  for (let x = 0; x < 160; x += 1) for (let y = 0; y < 90; y += 1) {
    context.fillStyle = `rgb(${x}, ${y * 2}, ${(x * y) % 256})`;
    context.fillRect(x, y, 1, 1);
  }
  return canvas.toDataURL(kind, .9).split(',')[1];
}"""
PIXELS = """async ([kind, data]) => {
  const image = new Image();
  image.src = `data:${kind};base64,${data}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (const value of pixels) sum = (Math.imul(sum, 31) + value) | 0;
  return [canvas.width, canvas.height, sum];
}"""
SECRET = b"SECRET-CAMERA"
# Exif: the maker, the orientation (6: turned), and a directory for GPS with a latitude of 35 degrees.
LATITUDE = struct.pack("<6I", 35, 1, 41, 1, 22, 1)
TIFF = (
    b"II*\0" + struct.pack("<IH", 8, 3)
    + struct.pack("<HHII", 0x010F, 2, len(SECRET) + 1, 80) + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    + struct.pack("<HHII", 0x8825, 4, 1, 50) + struct.pack("<I", 0)
    + struct.pack("<HHHII", 1, 2, 5, 3, 100) + struct.pack("<I", 0)).ljust(80, b"\0") + SECRET.ljust(20, b"\0") + LATITUDE
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="35,41.4N"/>' + SECRET + b"</x:xmpmeta>"
KINDS = {"a.jpg": "image/jpeg", "a.png": "image/png", "a.webp": "image/webp"}


def with_metadata(name: str, image: bytes) -> bytes:
    if name == "a.jpg":
        def segment(marker, content):
            return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content
        added = segment(0xE1, b"Exif\0\0" + TIFF) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP) \
            + segment(0xED, b"Photoshop 3.0\0" + SECRET) + segment(0xFE, SECRET)
        return image[:20] + added + image[20:] + SECRET
    if name == "a.png":
        def chunk(kind, content):
            return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        return image[:33] + chunk(b"eXIf", TIFF) + chunk(b"tEXt", b"Author\0" + SECRET) \
            + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP) + image[33:] + SECRET
    def riff(kind, content):
        return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    flags = bytes([0x0C, 0, 0, 0]) + struct.pack("<I", 159)[:3] + struct.pack("<I", 89)[:3]
    # A picture from a canvas may have its colour profile and size in front already.
    body = image[12:] if image[12:16] != b"VP8X" else image[30:]
    if image[12:16] == b"VP8X":
        flags = bytes([image[20] | 0x0C]) + image[21:30]
    body = b"WEBP" + riff(b"VP8X", flags) + body + riff(b"EXIF", TIFF) + riff(b"XMP ", XMP)
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.fixture(scope="module")
def photographs(chromium, tmp_path_factory):
    """The folder of a casebook with three photographs that say where they were taken, and the site."""
    folder = tmp_path_factory.mktemp("photographs")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    (content / "images").mkdir(exist_ok=True)
    page = chromium.new_page()
    for name, kind in KINDS.items():
        image = base64.b64decode(page.evaluate(DRAW, kind))
        (content / "images" / name).write_bytes(with_metadata(name, image))
    page.close()
    case = content / "cases/c001.md"
    shown = "".join(f"\n\n![図](../images/{name})" for name in KINDS)
    case.write_text(case.read_text(encoding="utf-8") + shown + "\n", encoding="utf-8")
    return content / "images", build(folder / "site", content=content) / "images"


@pytest.mark.parametrize("name", KINDS)
def test_published_photographs_have_no_metadata_and_the_same_pixels(chromium, photographs, name: str) -> None:
    source, published = (folder / name for folder in photographs)
    before, after = source.read_bytes(), published.read_bytes()
    assert SECRET in before and b"GPSLatitude" in before and LATITUDE in before
    for secret in (SECRET, b"GPSLatitude", LATITUDE, b"xmpmeta", b"Photoshop"):
        assert secret not in after, secret
    page = chromium.new_page()
    pixels = [page.evaluate(PIXELS, [KINDS[name], base64.b64encode(image).decode()]) for image in (before, after)]
    page.close()
    assert pixels[0] == pixels[1]
    if name == "a.jpg":  # Browsers turn it.
        assert pixels[0][:2] == [90, 160]
