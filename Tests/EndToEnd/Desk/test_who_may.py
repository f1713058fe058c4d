"""Only the browser that has opened the first address may see and change anything, and only from pages of the desk."""

import http.client
import socket

import pytest

from desk_running import Desk

PATHS = ["/desk/", "/desk/files", "/desk/assets/desk.css", "/desk/no-such-page", "/desk/cases/c001", "/desk/../desk/"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_shown_without_the_cookie(desk: Desk, path: str) -> None:
    wrong = ["x=y", desk.cookie[:-1], desk.cookie + "0", desk.cookie.split("=")[0] + "=" + desk.address.split("=")[1]]
    for cookie in [None, *wrong]:
        status, fields, body = desk.request(path, cookie=cookie)
        assert status == 403 and "Set-Cookie" not in fields, cookie
        assert "c001" not in body.decode() and "障害者" not in body.decode() and "form-token" not in body.decode()


def test_only_the_whole_token_lets_in(desk: Desk) -> None:
    token = desk.address.split("token=")[1]
    for query in ["token=", "token=" + token[:-1], "token=" + token + "0", f"token={token}&token={token}", "Token=" + token]:
        status, fields, _ = desk.request("/desk/?" + query, cookie=None)
        assert status == 403 and "Set-Cookie" not in fields, query
    status, fields, body = desk.request("/desk/?token=" + token, cookie=None)
    assert status == 200 and token not in body.decode()
    assert fields["Set-Cookie"].endswith("; Path=/desk/; HttpOnly; SameSite=Strict")


def test_every_answer_is_framed_and_scripted_by_itself_only(desk: Desk) -> None:
    for path, cookie in [("/desk/", ""), ("/desk/", None), ("/desk/assets/desk.js", ""), ("/desk/none", "")]:
        fields = desk.request(path, cookie=cookie)[1]
        policy = fields["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';") and "unsafe" not in policy
        assert "frame-ancestors 'self'" in policy and "form-action 'self'" in policy and "base-uri 'none'" in policy
        assert fields["X-Frame-Options"] == "SAMEORIGIN" and fields["X-Content-Type-Options"] == "nosniff"
        assert fields["Cache-Control"] == "no-store"


def test_other_hosts_get_nothing(desk: Desk) -> None:
    for host in ["evil.example", f"evil.example:{desk.port}", "127.0.0.1", f"127.0.0.1:{desk.port}.evil.example", ""]:
        status, _, body = desk.request("/desk/", host=host or " ")
        assert status == 421 and "c001" not in body.decode(), host


def test_no_change_from_elsewhere(desk: Desk) -> None:
    for origin in [None, "null", "http://evil.example", f"http://127.0.0.1:{desk.port + 1}", f"http://localhost:{desk.port}",
                   f"http://127.0.0.1:{desk.port}.evil.example"]:
        assert desk.request("/desk/cases/c001", "POST", "form-token=x", origin=origin)[0] == 403, origin
    for token in ["", "x", desk.address.split("token=")[1], desk.cookie.split("=")[1]]:
        assert desk.request("/desk/cases/c001", "POST", f"form-token={token}")[0] == 403
    assert desk.request("/desk/cases/c001", "POST", "{}", content_type="application/json")[0] == 415
    assert desk.request("/desk/cases/c001", "POST", "form-token=%ff")[0] == 403
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]:
        assert desk.request("/desk/cases/c001", method)[0] == 405, method


@pytest.mark.parametrize("path", [
    "/desk/cases/../casebook", "/desk/cases/..%2fcasebook", "/desk/cases/%2e%2e%2fcasebook", "/desk/cases//etc/passwd",
    "/desk/cases/c001%00", "/desk/cases/c001.md", "/desk/cases/C001", "/desk/cases/c999", "/desk/cases/" + "a" * 9000,
    "/desk/assets/../layouts/overview.mustache", "/desk/assets/..%2fstrings%2fja.yml", "/desk/files/../../etc/passwd",
    "/desk/cases/<script>alert(1)</script>"])
def test_paths_that_are_none(desk: Desk, path: str) -> None:
    status, _, body = desk.request(path)
    assert status == 404 and "root:" not in body.decode() and "<script>alert" not in body.decode()


def exchange(desk: Desk, head: str, body: bytes = b"") -> bytes:
    """What comes back for bytes as they are."""
    with socket.create_connection(("127.0.0.1", desk.port), timeout=20) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)
        received = b""
        try:
            while part := connection.recv(65_536):
                received += part
        except ConnectionResetError:
            pass
        return received


@pytest.mark.parametrize(("fields", "status"), [
    ("Content-Length: 3\nTransfer-Encoding: chunked", b"400"), ("Transfer-Encoding: chunked", b"413"),
    ("Content-Length: -1", b"400"), ("Content-Length: 1\nContent-Length: 2", b"400"), ("Content-Length: 99999999999", b"413"),
    ("Content-Length: 2097153", b"413")])
def test_bodies_that_are_refused_before_they_are_read(desk: Desk, fields: str, status: bytes) -> None:
    head = (f"POST /desk/check HTTP/1.1\nHost: {desk.host}\nOrigin: http://{desk.host}\nCookie: {desk.cookie}\n"
            f"Content-Type: application/x-www-form-urlencoded\n{fields}\n")
    answer = exchange(desk, head, b"0\r\n\r\nGET /desk/ HTTP/1.1\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 " + status) and answer.count(b"HTTP/1.1 ") == 1


def test_a_stranger_sends_no_body(desk: Desk) -> None:
    head = f"POST /desk/check HTTP/1.1\nHost: {desk.host}\nOrigin: http://{desk.host}\nContent-Length: 2000000\n"
    assert exchange(desk, head).startswith(b"HTTP/1.1 403 ")


def test_the_site_takes_no_bodies(desk: Desk) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    connection.request("POST", "/", body=b"abc", headers={"Cookie": desk.cookie})
    assert connection.getresponse().status == 413
    assert desk.request("/", "POST", "")[0] == 405
    assert desk.request("/", cookie=None)[0] == 200
