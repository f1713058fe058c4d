"""Building the site in the desk and saving the files to publish: the same as the commands, without drafts."""

import hashlib
import io
import re
import subprocess
import time
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import command
from accessibility import AXE, LOOKS, RUN, axe_options, violations
from desk_running import Desk

DRAFT = "c003"


@pytest.fixture(scope="module")
def desk(casebook: Path) -> Iterator[Desk]:
    """A desk of a casebook with a draft, and a folder for the site."""
    path = casebook / "content" / "cases" / f"{DRAFT}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("status: published", "status: draft"), encoding="utf-8")
    running = Desk(casebook, "--output", str(casebook / "site"))
    yield running
    running.end()


def build(desk: Desk) -> str:
    """Presses the button, waits, and returns what the page says."""
    status, fields, _ = desk.post("/desk/publish/build", {})
    assert status == 303 and fields["Location"] == "/desk/publish"
    for _ in range(600):
        if b'"running":false' in desk.request("/desk/publish/state")[2]:
            break
        time.sleep(0.05)
    return desk.request("/desk/publish")[2].decode()


def said(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def archive(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def send(desk: Desk, content: bytes, token: str | None = None, **more):
    edge = "----knowhow"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{desk.token if token is None else token}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="manifest"; filename="<b>.json"\r\n\r\n').encode()
    return desk.request("/desk/publish/changes", "POST", body + content + f"\r\n--{edge}--\r\n".encode(),
                        content_type=f"multipart/form-data; boundary={edge}", **more)


def test_nothing_is_saved_before_there_is_a_site(desk: Desk) -> None:
    page = desk.request("/desk/publish")[2].decode()
    assert "まだサイトがありません" in page and "下書き1件は載りません" in page
    status, fields, body = desk.post("/desk/publish/site", {})
    assert status == 409 and "公開できるサイトがありません" in body.decode() and "Content-Disposition" not in fields


def test_the_site_is_that_of_the_command(desk: Desk) -> None:
    page = build(desk)
    text = said(page)
    assert "サイトを作りました" in text and "下書き1件は載せていません" in text and "増えたページ" in text
    expected = desk.folder / "expected"
    assert command.run("build", "--content", desk.folder / "content", "--output", expected).returncode == 0
    assert files(desk.folder / "site") == files(expected)
    assert not (desk.folder / "site" / "cases" / f"{DRAFT}.html").exists()
    assert 'href="/cases/c001.html"' in page and f"{DRAFT}.html" not in page
    assert "最新の内容になっています" in page
    assert "変わったところはありません" in build(desk)


def test_the_archive_is_that_of_the_command(desk: Desk) -> None:
    status, fields, body = desk.post("/desk/publish/site", {})
    assert status == 200 and fields["Content-Type"] == "application/zip"
    assert fields["Content-Disposition"] == 'attachment; filename="site.zip"' and int(fields["Content-Length"]) == len(body)
    packed = desk.folder / "packed.zip"
    assert command.run("pack", "--site", desk.folder / "site", "--output", packed).returncode == 0
    assert hashlib.sha256(body).digest() == hashlib.sha256(packed.read_bytes()).digest()
    assert "site/index.html" in archive(body) and f"site/cases/{DRAFT}.html" not in archive(body)


def test_only_what_has_changed(desk: Desk) -> None:
    manifest = archive(desk.post("/desk/publish/site", {})[2])["manifest.json"]
    cases = desk.folder / "content" / "cases"
    text = (cases / "c001.md").read_text(encoding="utf-8")
    (cases / "c001.md").write_text(text.replace("title: ", "title: 新・", 1), encoding="utf-8")
    (cases / "c017.md").unlink()
    text = (cases / "c002.md").read_text(encoding="utf-8")
    (cases / "c002.md").write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    title = re.search("title: (.*)", text).group(1)
    page = build(desk)
    lists = said(page)
    assert re.search("変わったページ 新・|変わったページ [0-9]+件 新・", lists) and "下書き2件は載せていません" in lists
    assert f"なくなったページ 3件 {title} cases/c002.html cases/c017.html" in lists and 'href="/cases/c017.html"' not in page
    status, fields, _ = send(desk, manifest)
    assert status == 303 and re.fullmatch(r"/desk/publish/changes/\w{64}", path := fields["Location"])
    lists = said(desk.request(path)[2].decode())
    assert re.search("公開先から削除するファイル 4件 cases/c002.html cases/c017.html compare/", lists)
    body = desk.request(path + "/changes.zip")[2]
    (desk.folder / "old.json").write_bytes(manifest)
    packed = desk.folder / "changes.zip"
    assert command.run("pack", "--site", desk.folder / "site", "--since", desk.folder / "old.json", "--output", packed
                       ).returncode == 0
    assert body == packed.read_bytes() == desk.request(path + "/changes.zip")[2]
    assert "site/cases/c001.html" in archive(body) and not any("c002" in name for name in archive(body))
    _, fields, _ = send(desk, archive(body)["manifest.json"])
    assert "変わったところはありません" in desk.request(fields["Location"])[2].decode()


def test_hostile_requests(desk: Desk) -> None:
    before = files(desk.folder / "site")
    for content in [b"", b"{}", b"x", b'{"version": 1, "files": {"../../etc/passwd": "0123456789abcdef"}}', b"\0" * 1000,
                    b'{"version": 1, "files": {}}', b"[" * 100_000]:
        status, fields, body = send(desk, content)
        assert status == 422 and "manifest.json" in body.decode() and "<b>.json" not in body.decode()
    status, _, body = send(desk, b"x" * (16 << 20))
    assert status == 413 and "16MBまで" in body.decode()
    good = b'{"version": 1, "files": {"a.html": "0123456789abcdef"}}'
    path = send(desk, good)[1]["Location"]
    for answer in [send(desk, good, token="x"), send(desk, good, origin="http://evil.example"), send(desk, good, cookie=None),
                   desk.post("/desk/publish/build", {}, token="x"), desk.post("/desk/publish/site", {}, token=None),
                   desk.post("/desk/publish/build", {}, origin="null"), desk.request(path, cookie=None),
                   desk.request(path + "/changes.zip", cookie="a=b"), desk.request("/desk/publish/state", cookie=None)]:
        assert answer[0] == 403 and "Location" not in answer[1]
    for forged in [path[:-1], path + "0", path + "/x.zip", path + "/changes.zip/", path + "/../changes.zip",
                   "/desk/publish/changes/" + "0" * 64, "/desk/publish/changes/", "/desk/publish/changes"]:
        assert desk.request(forged)[0] == 404, forged
    # No GET builds.
    for path in ["/desk/publish/build", "/desk/publish/site"]:
        assert desk.request(path)[0] == 404
    assert files(desk.folder / "site") == before


def test_errors_lead_to_their_fields(desk: Desk) -> None:
    path = desk.folder / "content" / "cases" / "c005.md"
    text = path.read_text(encoding="utf-8")
    before = files(desk.folder / "site")
    path.write_text(text.replace("category: ", "category: 間違い"), encoding="utf-8")
    page = build(desk)
    assert "エラーがあるため、サイトを作っていません" in page and 'href="/desk/cases/c005#k-category-problems"' in page
    assert files(desk.folder / "site") == before
    path.write_text(text, encoding="utf-8")
    assert "サイトを作りました" in build(desk)


def test_folders_in_use(desk: Desk) -> None:
    # Another program has locked the folder, as a build does.
    holder = subprocess.Popen(
        ["flock", desk.folder / "site", "sh", "-c", "echo locked; cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"locked\n"
    (desk.folder / "content" / "cases" / "c004.md").touch()
    assert "別の knowhow が" in said(build(desk))
    assert "別の knowhow が" in said(desk.post("/desk/publish/site", {})[2].decode())
    holder.communicate()
    assert "サイトを作りました" in build(desk)
    foreign = desk.folder / "foreign"
    foreign.mkdir()
    (foreign / "own.txt").write_text("own", encoding="utf-8")
    for output, message in [(foreign, "knowhow が作ったものではない"), (desk.folder / "content" / "cases", "重なっています")]:
        other = Desk(desk.folder, "--output", str(output))
        assert message in said(build(other))
        other.end()
    assert list(foreign.iterdir()) == [foreign / "own.txt"]


def test_a_site_with_drafts_is_not_saved(desk: Desk) -> None:
    drafts = desk.folder / "drafts"
    assert command.run("build", "--drafts", "--content", desk.folder / "content", "--output", drafts).returncode == 0
    other = Desk(desk.folder, "--output", str(drafts))
    assert other.post("/desk/publish/site", {})[0] == 409
    assert "サイトを作りました" in build(other)
    assert f"site/cases/{DRAFT}.html" not in archive(other.post("/desk/publish/site", {})[2])
    other.end()


def test_in_the_browser(desk: Desk, chromium: Browser, none_of) -> None:
    found: list[str] = []
    context = chromium.new_context(java_script_enabled=True, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(20_000)

    def look(name: str) -> None:
        page.evaluate(AXE)
        for scheme, size in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found.extend(violations(page.evaluate(RUN, axe_options()), f"{name} {scheme} {size['width']}"))
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{name} is wider than {size['width']}")

    page.goto(desk.address)
    page.wait_for_url("**/desk/")
    page.get_by_role("link", name="サイトを作る").click()
    path = desk.folder / "content" / "cases" / "c006.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: 題名が<変わった>", 1), encoding="utf-8")
    page.get_by_role("button", name="サイトを作る").click()
    expect(page.locator("#done")).to_be_visible()
    expect(page.locator(".written").first).to_contain_text("題名が<変わった>")
    look("publish")
    with page.expect_download() as saved:
        page.get_by_role("button", name="サイト全体を保存").click()
    manifest = archive(Path(saved.value.path()).read_bytes())["manifest.json"]
    page.get_by_label("変わったファイルだけを保存する").set_input_files(
        [{"name": "manifest.json", "mimeType": "application/json", "buffer": manifest.replace(b'"cases/c006.html"', b'"cases/x.html"')}])
    page.get_by_role("button", name="前回からの差分を作る").click()
    expect(page.locator("#removed")).to_contain_text("1件")
    look("changes")
    with page.expect_download() as saved:
        page.get_by_role("link", name="差分を保存").click()
    assert list(archive(Path(saved.value.path()).read_bytes()))[0] == "site/cases/c006.html"
    context.close()
    none_of(found)
