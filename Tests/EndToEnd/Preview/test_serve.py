"""The preview shows what a build writes, notices every way of saving, and survives every request."""

import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path
from urllib.parse import quote

import command
import pytest
from paths import TEMPLATES
from running import SCRIPT, Preview
from servers import free_port

CASE = "content/cases/c001.md"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_file_is_served_as_it_is_built(preview: Preview, tmp_path: Path):
    site = tmp_path / "built"
    subprocess.run(
        [command.knowhow(), "build", "--quiet", "--drafts", "--content", tmp_path / "content", "--templates", tmp_path / "templates",
         "--output", site], check=True)
    files = [path for path in site.rglob("*") if path.is_file() and ".knowhow" not in path.parts]
    assert len(files) > 40
    for file in files:
        path = file.relative_to(site).as_posix()
        status, headers, body = preview.request("/" + quote(path))
        assert status == 200, path
        assert int(headers["Content-Length"]) == len(body)
        assert headers["X-Content-Type-Options"] == "nosniff"
        if path.endswith(".html"):
            assert headers["Content-Type"] == "text/html; charset=utf-8"
            assert body.count(SCRIPT) == 1, path
            body = body.replace(SCRIPT, b"")
        assert body == file.read_bytes(), path
    assert not (tmp_path / "site").exists()


def test_folders_lead_to_their_index(preview: Preview):
    assert preview.request("/")[2] == preview.request("/index.html")[2]
    assert preview.request("/cases/")[2] == preview.request("/cases/index.html")[2]
    status, headers, _ = preview.request("/cases")
    assert (status, headers["Location"]) == (301, "/cases/")
    assert preview.request("/", "POST")[0] == 405
    assert preview.request("/no-such.html")[0] == 404


@pytest.mark.parametrize(("path", "status"), [
    ("/cases/c001.html", 200), ("/cases/", 200), ("/images/figure.png", 200), ("/data/cases.json", 200), ("/cases", 301),
    ("/no-such.html", 404), ("/.knowhow/preview.js", 200), ("/.knowhow/changes?since=-1", 200),
])
def test_an_answer_to_head_has_the_head_of_an_answer_to_get_and_no_body(preview: Preview, path: str, status: int):
    head, _, rest = preview.raw(f"HEAD {path}").partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert rest == b"", f"{len(rest)} bytes of a body"
    whole, _, body = preview.raw(f"GET {path}").partition(b"\r\n\r\n")
    assert sorted(head.splitlines()) == sorted(whole.splitlines())
    assert f"content-length: {len(body)}" in whole.decode().lower().splitlines()
    # The next answer on the same connection is not taken for a body.
    both = preview.raw(f"HEAD {path}", "HEAD /no-such.html")
    assert both.count(b"HTTP/1.1 ") == both.count(b"\r\n\r\n") == 2 and both.endswith(b"\r\n\r\n")


def test_every_way_of_saving_shows(preview: Preview):
    content = preview.folder / "content"
    # In place.
    edit(content / "cases/c001.md", "行目です", "行目、書き直しました")
    preview.wait(lambda: "書き直しました" in preview.page("/cases/c001.html"))
    # To another file, which then replaces it.
    other = content / "cases/.c001.md.tmp"
    other.write_text((content / "cases/c001.md").read_text().replace("書き直しました", "置き換えました"))
    other.rename(content / "cases/c001.md")
    preview.wait(lambda: "置き換えました" in preview.page("/cases/c001.html"))
    # The old one moved away first.
    (content / "cases/c001.md").rename(content / "cases/c001.md~")
    (content / "cases/c001.md").write_text((content / "cases/c001.md~").read_text().replace("置き換え", "移し替え"))
    (content / "cases/c001.md~").unlink()
    preview.wait(lambda: "移し替え" in preview.page("/cases/c001.html"))
    # A burst.
    for number in range(30):
        edit(content / "cases/c001.md", "移し替え" if number == 0 else f"{number - 1}回め", f"{number}回め")
    preview.wait(lambda: "29回め" in preview.page("/cases/c001.html"))
    # A new case, and it goes again.
    (content / "cases/c090.md").write_text((content / "cases/c003.md").read_text().replace("title: ", "title: 新着"))
    preview.wait(lambda: preview.request("/cases/c090.html")[0] == 200)
    assert "新着" in preview.page("/cases/index.html")
    (content / "cases/c090.md").unlink()
    preview.wait(lambda: preview.request("/cases/c090.html")[0] == 404)
    # Settings, a term, a template, an asset, an image.
    edit(content / "casebook.yml", "title: 試しの事例集", "title: 別の事例集")
    preview.wait(lambda: "別の事例集" in preview.page("/"))
    edit(content / "categories/information.md", "label: ", "label: 新")
    preview.wait(lambda: not preview.state()["upToDate"])
    for case in (content / "cases").glob("*.md"):
        case.write_text(case.read_text().replace("category: 情報提供", "category: 新情報提供"))
    preview.wait(lambda: preview.state()["upToDate"])
    assert "新情報提供" in preview.page("/cases/c001.html")
    (preview.folder / "templates/layouts/case.mustache").open("a").write("<p>足しました</p>")
    preview.wait(lambda: "足しました" in preview.page("/cases/c001.html"))
    (content / "images/figure.png").write_bytes(b"other")
    preview.wait(lambda: preview.request("/images/figure.png")[2] == b"other")


def test_a_broken_file_is_reported_over_the_last_valid_state_until_it_is_fixed(preview: Preview):
    file = preview.folder / CASE
    good = preview.page("/cases/c001.html")
    edit(file, "category: 情報提供", "category: 情報提響")
    state = preview.wait(lambda: (s := preview.state()) and not s["upToDate"] and s)
    assert preview.page("/cases/c001.html") == good
    assert "直すまで" in state["headline"] and "c001.md:3:11: エラー" in state["problems"][0]
    assert "もしかして" in state["problems"][0]
    edit(file, "情報提響", "情報提供")
    preview.wait(lambda: preview.state()["upToDate"])
    # A template, too.
    layout = preview.folder / "templates/layouts/case.mustache"
    text = layout.read_text()
    layout.write_text(text + "{{#open}}")
    preview.wait(lambda: not preview.state()["upToDate"])
    layout.write_text(text)
    preview.wait(lambda: preview.state()["upToDate"])
    # And a folder that goes away and comes back.
    (preview.folder / "content").rename(preview.folder / "away")
    failure = preview.wait(lambda: preview.state()["failure"])
    assert "content" in failure and preview.page("/cases/c001.html") == good
    (preview.folder / "away").rename(preview.folder / "content")
    edit(file, "一つ目の<事例>", "一つ目の事例")
    preview.wait(lambda: preview.state()["upToDate"])


def test_a_page_that_waits_hears_of_everything_at_once(preview: Preview):
    """A page asks for what comes after the version that it shows, and is answered when that comes, not when it asks again."""

    def change_while_waiting(change) -> tuple[dict, dict]:
        before, answers = preview.state(), []
        waiting = threading.Thread(target=lambda: answers.append((preview.state(since=before["version"]), time.monotonic())))
        waiting.start()
        time.sleep(0.3)
        assert not answers, "the page is answered although nothing has changed"
        changed = time.monotonic()
        change()
        waiting.join(timeout=15)
        after, answered = answers[0]
        # A request without a change is answered after ten seconds.
        assert answered - changed < 5
        assert after["version"] > before["version"]
        return before, after

    content, away = preview.folder / "content", preview.folder / "away"
    _, after = change_while_waiting(lambda: content.rename(away))
    assert after["failure"] and not after["upToDate"]
    _, after = change_while_waiting(lambda: away.rename(content))
    assert after["failure"] is None and after["upToDate"] and after["problems"] == []
    _, after = change_while_waiting(lambda: edit(preview.folder / CASE, "category: 情報提供", "category: 情報提響"))
    assert after["failure"] is None and not after["upToDate"] and len(after["problems"]) == 1
    _, after = change_while_waiting(lambda: edit(preview.folder / CASE, "category: 情報提響", "category: 情報提供"))
    assert after["failure"] is None and after["upToDate"]
    _, after = change_while_waiting(lambda: (preview.folder / "templates").rename(preview.folder / "other"))
    assert after["failure"] and "templates" in after["failure"]


def test_a_new_date_moves_a_case_in_the_feeds(preview: Preview):
    """A date is no word of a page of its own, and decides what the feeds hold and in which order."""
    case = preview.folder / "content/cases/c003.md"
    assert "cases/c003.html" not in preview.page("/feed.xml")
    edit(case, "title: ", "published: 2026-04-20\ntitle: ")
    feed = preview.wait(lambda: "cases/c003.html" in (page := preview.page("/feed.xml")) and page)
    assert feed.index("cases/c001.html") < feed.index("cases/c003.html") and "<updated>2026-04-20T" in feed
    edit(case, "published: 2026-04-20", "published: 2026-04-20\nupdated: 2026-07-08")
    feed = preview.wait(lambda: "<updated>2026-07-08T" in (page := preview.page("/feed.xml")) and page)
    assert feed.index("cases/c003.html") < feed.index("cases/c001.html")
    # The date of the whole feed is that of its newest case.
    assert "<updated>2026-07-08T" in feed[:feed.index("<entry>")]
    edit(case, "updated: 2026-07-08", "updated: 2026-04-21")
    feed = preview.wait(lambda: "<updated>2026-04-21T" in (page := preview.page("/feed.xml")) and page)
    assert feed.index("cases/c001.html") < feed.index("cases/c003.html")
    assert "2026-04-21" in preview.page("/feed.json") and "2026-04-21" in preview.page("/data/cases.csv")


def test_a_casebook_that_is_broken_from_the_start_can_be_fixed(casebook: Path):
    edit(casebook / CASE, "category: 情報提供", "category: なし")
    preview = Preview(casebook)
    try:
        status, _, body = preview.request("/")
        assert status == 503 and SCRIPT in body
        assert not preview.state()["upToDate"]
        edit(casebook / CASE, "category: なし", "category: 情報提供")
        preview.wait(lambda: preview.request("/")[0] == 200)
    finally:
        preview.end()


def test_drafts_show_with_a_badge_and_private_values_do_not(casebook: Path):
    """With the templates of this repository: a draft carries its badge on every page that shows it, and no other case does."""
    shutil.rmtree(casebook / "templates")
    shutil.copytree(TEMPLATES, casebook / "templates")
    # The title must not hold the word of the badge.
    edit(casebook / "content/cases/c004.md", "title: 下書きの事例", "title: 書きかけ")
    preview = Preview(casebook)
    try:
        badge = '<strong class="status">下書き</strong>'
        assert "書きかけ" in preview.page("/cases/c004.html")
        for path in ("/cases/c004.html", "/cases/index.html", "/categories/information.html", "/booklet.html"):
            assert preview.page(path).count(badge) == 1, path
        for path in ("/cases/c001.html", "/cases/c002.html", "/cases/c003.html"):
            assert badge not in preview.page(path), path
        edit(casebook / "content/cases/c004.md", "status: draft", "status: published")
        preview.wait(lambda: badge not in preview.page("/cases/c004.html"))
        assert badge not in preview.page("/booklet.html")
    finally:
        preview.end()


def test_private_values_do_not_show(preview: Preview):
    for path in ("/", "/cases/c001.html", "/data/cases.json", "/llms-full.txt", "/feed.json", "/.knowhow/changes?since=-1"):
        assert b"SECRET-MARKER" not in preview.request(path)[2]


def test_nothing_outside_is_reached(preview: Preview):
    (preview.folder / "secret.txt").write_text("SECRET-FILE")
    (preview.folder / "content/images/link.png").symlink_to(preview.folder / "secret.txt")
    for path in (
        "/../secret.txt", "/cases/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt",
        "/..\\secret.txt", "//etc/passwd", "/etc/passwd", "/%00", "/index.html%00.png", "/images/link.png",
        "/content/cases/c001.md", "/casebook.yml", "/.knowhow/manifest.json", "/.git/config", "/index.html/",
        "/%ff%fe", "/" + "a" * 16_000, "/" + "../" * 5_000 + "etc/passwd",
    ):
        status, _, body = preview.request(path)
        assert status in (404, 301), path[:60]
        assert b"SECRET-FILE" not in body and b"root:" not in body, path[:60]
    for host in ("evil.example", f"evil.example:{preview.port}", f"127.0.0.1.evil.example:{preview.port}", "127.0.0.1"):
        status, _, body = preview.request("/cases/c001.html", host=host)
        assert status == 421 and b"<html" not in body, host
    assert preview.request("/", host=f"localhost:{preview.port}")[0] == 200


def test_it_listens_on_this_machine_only(preview: Preview):
    listening = Path("/proc/net/tcp").read_text() if os.path.exists("/proc/net/tcp") else ""
    if listening:
        addresses = [line.split()[1] for line in listening.splitlines()[1:] if line.split()[1].endswith(f":{preview.port:04X}")]
        assert addresses and all(address.startswith("0100007F") for address in addresses)


def test_misbehaving_clients_do_no_harm(preview: Preview):
    slow = []
    for _ in range(50):
        client = socket.create_connection(("127.0.0.1", preview.port))
        client.sendall(b"GET / HT")
        slow.append(client)
    for rubbish in (b"\r\n\r\n", b"\x00" * 100 + b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                    b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc", b"\xff\xfe\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", preview.port)) as client:
            client.sendall(rubbish)
    assert preview.request("/")[0] == 200
    for client in slow:
        client.close()


def test_ten_thousand_requests(preview: Preview):
    paths = ["/", "/cases/c001.html", "/cases/index.html", "/no-such.html", "/assets/none.css"]
    failures = []

    def ask(worker: int) -> None:
        for number in range(1_250):
            status = preview.request(paths[(worker + number) % len(paths)])[0]
            if status not in (200, 404):
                failures.append(status)

    workers = [threading.Thread(target=ask, args=(worker,)) for worker in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not failures
    assert preview.request("/")[0] == 200


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is read from /proc")
def test_memory_does_not_grow_with_saves(preview: Preview):
    """After 300 saves of a template and a case the process is at most 2 MB larger."""
    case, layout = preview.folder / CASE, preview.folder / "templates/layouts/case.mustache"
    case_text, layout_text = case.read_text(), layout.read_text()

    def save(number: int) -> None:
        layout.write_text(f"{layout_text}<p>template {number}.</p>\n")
        case.write_text(f"{case_text}\nsave {number}.\n")
        preview.wait(
            lambda: f"save {number}." in (page := preview.page("/cases/c001.html")) and f"template {number}." in page)

    def kilobytes() -> int:
        status = Path(f"/proc/{preview.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))

    # The first saves fill caches and the memory that threads keep.
    for number in range(100):
        save(number)
    before = kilobytes()
    for number in range(100, 400):
        save(number)
    assert kilobytes() - before < 2_000


def test_a_taken_port_gives_way_to_the_next_free_one(casebook: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        preview = Preview(casebook, "--port", str(port))
        try:
            assert preview.port > port
            assert any(f"ポート{port}は使われている" in line for line in preview.said)
        finally:
            code, _ = preview.end()
        assert code == 0


def test_an_invalid_address_is_reported(casebook: Path):
    result = subprocess.run(
        [command.knowhow(), "serve", "--content", casebook / "content", "--templates", casebook / "templates", "--host", "no such host",
         "--port", str(free_port()), "--lang", "ja"], capture_output=True, text=True, timeout=30)
    assert result.returncode == 3 and "--host" in result.stderr
