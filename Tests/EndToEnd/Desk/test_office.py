"""The desk behind nginx as docs/desk-server.ja.md sets it up: TLS, its log-in, and several people at work."""

import base64
import http.client
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import servers
from desk_running import Desk
from paths import ROOT
from servers import free_port

GUIDE = (ROOT / "docs" / "desk-server.ja.md").read_text(encoding="utf-8")
SECRET = "0123456789abcdef" * 4
PEOPLE = {"sato": "abc", "花子": "def"}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


class Office:
    """A desk behind nginx, and a client of nginx."""

    def __init__(self, folder: Path, casebook: Path, configuration: str):
        self.port, self.plain_port, desk_port = free_port(), free_port(), free_port()
        self.host = f"127.0.0.1:{self.port}"
        (folder / "secret").write_text(SECRET + "\n")
        self.options = ["--allow-host", self.host, "--user-header", "X-Remote-User", "--proxy-secret", str(folder / "secret")]
        self.desk = Desk(casebook, *self.options, "--port", str(desk_port))
        (folder / "secret.conf").write_text(f'proxy_set_header X-Desk-Secret "{SECRET}";\n')
        users = ""
        for name, password in PEOPLE.items():
            made = subprocess.run(["openssl", "passwd", "-6", password], capture_output=True, text=True, check=True)
            users += f"{name}:{made.stdout}"
        (folder / "users").write_text(users, encoding="utf-8")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=127.0.0.1", "-keyout", folder / "key", "-out", folder / "pem"], check=True, capture_output=True)
        for old, new in {
                "listen 443 ssl;": f"listen {servers.ADDRESS}:{self.port} ssl;", "listen 80;": f"listen {servers.ADDRESS}:{self.plain_port};",
                "server_name desk.example.jp;": "server_name 127.0.0.1;", "https://desk.example.jp$request_uri": f"https://{self.host}$request_uri",
                "/etc/ssl/desk.example.jp.pem": str(folder / "pem"), "/etc/ssl/desk.example.jp.key": str(folder / "key"),
                "/etc/nginx/knowhow-users": str(folder / "users"), "/etc/nginx/knowhow-secret.conf": str(folder / "secret.conf"),
                "http://127.0.0.1:8080": f"http://127.0.0.1:{self.desk.port}"}.items():
            assert old in configuration or "auth_basic" not in configuration, old
            configuration = configuration.replace(old, new)
        self.configuration = configuration
        self.cookies: dict[str, str] = {}

    def request(self, path: str, user: str | None = "sato", cookie: str = "", **fields: str):
        """The status, the headers and the text of an answer of nginx."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        if user:
            headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{PEOPLE[user]}".encode()).decode()
        if cookie:
            headers["Cookie"] = cookie
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read().decode()
        connection.close()
        return found

    def restart(self) -> None:
        """Ends the desk and starts it again at the same port."""
        self.desk.end()
        self.desk = Desk(self.desk.folder, *self.options, "--port", str(self.desk.port))


@pytest.fixture(scope="module")
def office(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    if not shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"):
        pytest.skip("nginx cannot be installed here: script/bootstrap --tests installs it")
    folder = tmp_path_factory.mktemp("office")
    running = Office(folder, casebook, blocks(GUIDE, "nginx")[0])
    with servers.nginx(running.configuration, running.port, folder):
        yield running
    running.desk.end()


def person(office: Office, chromium: Browser, name: str) -> Page:
    """A page of a browser in which somebody has logged in."""
    context = chromium.new_context(ignore_https_errors=True, http_credentials={"username": name, "password": PEOPLE[name]})
    page = context.new_page()
    page.set_default_timeout(8_000)
    return page


def test_both_guides_have_the_same_files() -> None:
    english = (ROOT / "docs" / "desk-server.md").read_text(encoding="utf-8")
    for language in ["nginx", "ini", "sh"]:
        assert blocks(english, language) == blocks(GUIDE, language)


def test_the_service_is_a_valid_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("systemd is not here")
    unit = tmp_path / "knowhow-desk.service"
    unit.write_text(blocks(GUIDE, "ini")[0].replace("/usr/bin/knowhow", "/bin/true").replace("User=knowhow\n", ""))
    checked = subprocess.run([program, "verify", unit], capture_output=True, text=True, timeout=20)
    assert "knowhow-desk" not in checked.stderr, checked.stderr
    command = " ".join(re.search(r"ExecStart=(.*?)\nRestart", unit.read_text(), re.DOTALL).group(1).replace("\\\n", "").split())
    for option in ["--content", "--port", "--allow-host", "--user-header", "--proxy-secret"]:
        assert option in command


def test_nginx_lets_in_and_nobody_else(office: Office) -> None:
    assert office.request("/desk/", user=None)[0] == 401 and office.request("/", user=None)[0] == 401
    status, fields, text = office.request("/desk/cases/c001")
    assert status == 200 and "url=/desk/cases/c001?entered=1" in text and "form-token" not in text
    cookie = fields["Set-Cookie"]
    assert cookie.endswith("; Path=/desk/; HttpOnly; SameSite=Strict; Secure")
    value = cookie.split(";")[0]
    status, _, text = office.request("/desk/cases/c001", cookie=value)
    assert status == 200 and "<span>sato</span>" in text and "form-token" in text
    # A browser that keeps no cookies gets a page that says so, and one with a cookie of an earlier start is let in again.
    assert office.request("/desk/?entered=1")[0] == 403
    assert "Set-Cookie" in office.request("/desk/?entered=1", cookie=value[:-4] + "0000")[1]
    connection = http.client.HTTPConnection("127.0.0.1", office.plain_port, timeout=20)
    connection.request("GET", "/desk/?a=1")
    answer = connection.getresponse()
    assert answer.status == 301 and answer.getheader("Location") == f"https://{office.host}/desk/?a=1"
    # Past nginx, without its secret.
    for more in [{}, {"X_Remote_User": "sato"}, {"X_Desk_Secret": "x" * 64}, {"X_Desk_Secret": ""}]:
        status, fields, _ = office.desk.request("/desk/", cookie=None, **more)
        assert status == 403 and "Set-Cookie" not in fields, more
    status, _, body = office.desk.request("/desk/", X_Remote_User="mallory")
    assert status == 200 and "mallory" not in body.decode()


def test_names_cannot_be_forged(office: Office) -> None:
    value = office.request("/desk/")[1]["Set-Cookie"].split(";")[0]
    text = office.request("/desk/", cookie=value, X_Remote_User="mallory", X_Desk_Secret="x")[2]
    assert "mallory" not in text and "<span>sato</span>" in text
    for name, shown in [("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a" * 10_000, "a" * 39 + "…"),
                        ('"><img src=x onerror=alert(1)>', "&gt;&lt;img")]:
        status, _, body = office.desk.request("/desk/cases/c016", X_Remote_User=name, X_Desk_Secret=SECRET)
        assert status == 200 and shown in body.decode() and "<script>alert" not in body.decode() and "<img src=x" not in body.decode()
    body = office.desk.request("/desk/", X_Remote_User="sato", X_Desk_Secret=SECRET)[2].decode()
    assert "<script>alert" not in body and "a" * 100 not in body
    assert office.desk.request("/desk/", X_Remote_User="a" * 20_000, X_Desk_Secret=SECRET)[0] == 431


def test_two_people_at_once(office: Office, chromium: Browser) -> None:
    first, second = person(office, chromium, "sato"), person(office, chromium, "花子")
    base = f"https://{office.host}/desk/"
    first.goto(base + "cases/c003")
    first.wait_for_url("**/cases/c003?entered=1")
    expect(first.locator("#others")).to_be_empty()
    second.goto(base)
    row = second.locator("tbody tr", has_text="c003")
    expect(row).to_contain_text("satoさんが開いています")
    row.get_by_role("link").click()
    expect(second.locator("#others")).to_contain_text("satoさんも、いまこの事例を開いています")
    # The other page says it with its next check.
    first.locator("#k-title").fill("佐藤が書いた題名")
    expect(first.locator("#others")).to_contain_text("花子さんも、いまこの事例を開いています")
    second.locator("#k-summary").fill("花子が書いた要約")
    second.locator("#k-title").fill("花子が書いた題名")
    first.get_by_role("button", name="保存する").click()
    expect(first.locator("#save-state")).to_have_text("保存しました")
    second.get_by_role("button", name="保存する").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("二つの内容があります")
    second.get_by_label("いまのファイルの内容").check()
    second.get_by_role("button", name="選んだ内容で保存する").click()
    second.wait_for_url("**/cases/c003?saved=1")
    file = office.desk.folder / "content" / "cases" / "c003.md"
    text = file.read_text(encoding="utf-8")
    assert "title: 佐藤が書いた題名" in text and "summary: 花子が書いた要約" in text
    # An image larger than what nginx takes by default.
    second.locator(".tools").first.get_by_role("button", name="画像").click()
    second.locator("#image-file").set_input_files(
        {"name": "photo.gif", "mimeType": "image/gif", "buffer": b"GIF89a\1\0\1\0\x80\0\0\0\0\0\1\1\1" + b"\x21\xfe" + (b"\xff" + bytes(255)) * 4_300
         + b"\0\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3b"})
    second.locator("#image-text").fill("点")
    second.locator("#image-text").press("Enter")
    expect(second.locator(".section textarea").first).to_have_value(re.compile(r"!\[点\]\(\.\./images/photo\.gif\)"), timeout=20_000)
    # The desk is started again: a page that is open can still be saved.
    left = file.with_name(".c003.md.999999.part")
    left.write_text("half")
    os.utime(left, (1_700_000_000, 1_700_000_000))
    office.restart()
    assert not left.exists(), "what a killed save left is removed"
    first.reload()
    expect(first.locator("#write")).to_be_visible()
    second.get_by_role("button", name="保存する").click()
    second.locator("h1:text-is('二つの内容があります'), #save-state:text-is('保存しました')").wait_for()
    if second.locator("#save-state").count() == 0:
        second.get_by_role("button", name="選んだ内容で保存する").click()
        second.wait_for_url("**/cases/c003?saved=1")
    assert "![点](../images/photo.gif)" in file.read_text(encoding="utf-8")
    for page in [first, second]:
        page.context.close()


def test_changes_reach_browsers(office: Office) -> None:
    """The answer that waits for a change comes through nginx when there is one."""
    version = json.loads(office.request("/.knowhow/changes?since=-1")[2])["version"]

    path = office.desk.folder / "content" / "cases" / "c004.md"
    text = path.read_text(encoding="utf-8")
    timer = threading.Timer(0.3, lambda: path.write_text(text + "\n追加の文。\n", encoding="utf-8"))
    timer.start()
    assert json.loads(office.request(f"/.knowhow/changes?since={version}")[2])["version"] > version
    timer.join()
    path.write_text(text, encoding="utf-8")


def test_single_sign_on(office: Office, tmp_path: Path) -> None:
    """The lines of the guide for `auth_request`, with a program that knows one cookie."""
    class SignOn(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_known = "session=good" in (self.headers.get("Cookie") or "")
            self.send_response(202 if is_known else 401)
            if is_known:
                self.send_header("X-Auth-Request-Preferred-Username", "suzuki")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    sign_on = HTTPServer(("127.0.0.1", 0), SignOn)
    threading.Thread(target=sign_on.serve_forever, daemon=True).start()
    asked, named = blocks(GUIDE, "nginx")[1:3]
    port = free_port()
    place = (f"    location = /oauth2/auth {{\n        internal;\n        proxy_pass http://127.0.0.1:{sign_on.server_port};\n"
             "        proxy_pass_request_body off;\n        proxy_set_header Content-Length \"\";\n    }\n")
    configuration = re.sub(r" *auth_basic .*\n *auth_basic_user_file .*\n", lambda _: asked + place, office.configuration)
    configuration = configuration.replace("        proxy_set_header X-Remote-User $remote_user;\n", named)
    configuration = configuration.replace(f":{office.port} ssl;", f":{port} ssl;").replace(f":{office.plain_port};", f":{free_port()};")
    # The host that the desk allows is that of the other nginx.
    configuration = configuration.replace("Host $http_host", f"Host {office.host}")
    assert asked in configuration and named in configuration
    with servers.nginx(configuration, port, tmp_path):
        kept = office.port
        office.port = port
        try:
            assert office.request("/desk/", user=None)[0] == 401
            assert office.request("/desk/", user=None, cookie="session=bad", X_Remote_User="mallory")[0] == 401
            value = office.request("/desk/", user=None, cookie="session=good")[1]["Set-Cookie"].split(";")[0]
            text = office.request("/desk/", user=None, cookie=f"session=good; {value}", X_Remote_User="mallory")[2]
            assert "<span>suzuki</span>" in text and "mallory" not in text
        finally:
            office.port = kept
    sign_on.shutdown()


def test_names_are_nowhere_afterwards(office: Office) -> None:
    """The last test of this file, because it ends the desk."""
    office.desk.process.send_signal(signal.SIGINT)
    said = office.desk.process.communicate(timeout=20)[0]
    for name in ["花子", "suzuki", "mallory"]:
        assert name not in said
        for path in office.desk.folder.rglob("*"):
            assert name not in path.name
            if path.is_file() and path.suffix != ".md":
                assert name.encode() not in path.read_bytes(), path
