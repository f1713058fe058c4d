"""No client keeps the preview from answering others: what a client can use up has a limit."""

import resource
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from running import Preview

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n"


def connect(preview: Preview) -> socket.socket:
    return socket.create_connection(("127.0.0.1", preview.port), timeout=20)


def head(preview: Preview, fields: bytes = b"") -> bytes:
    return HEAD % (preview.port, fields)


def received(client: socket.socket) -> bytes:
    """Everything that the server sends until it ends the connection."""
    parts = []
    try:
        while part := client.recv(65_536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def sent(preview: Preview, data: bytes) -> bytes:
    """What the server answers to some bytes."""
    with connect(preview) as client:
        try:
            client.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return received(client)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def expect_quick_page(preview: Preview) -> None:
    start = time.monotonic()
    assert preview.request("/")[0] == 200
    # A busy machine needs a moment.
    assert time.monotonic() - start < 2


def test_long_heads(preview: Preview) -> None:
    for _ in range(2):
        assert status(sent(preview, b"A" * 200_000)) == 431
    assert status(sent(preview, b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n")) == 431
    assert status(sent(preview, head(preview, b"X: " + b"a" * 20_000 + b"\r\n"))) == 431
    assert status(sent(preview, head(preview, b"".join(b"X%d: a\r\n" % number for number in range(3_000))))) == 431
    # Just below the limit.
    fields = b"Connection: close\r\nX: "
    rest = 16_384 - len(head(preview, fields + b"\r\n"))
    assert status(sent(preview, head(preview, fields + b"a" * rest + b"\r\n"))) == 200
    assert status(sent(preview, head(preview, fields + b"a" * (rest + 1) + b"\r\n"))) == 431
    start = time.monotonic()
    assert status(sent(preview, b"GET /" + b"a" * 16_000 + b" HTTP/1.0\r\nHost: 127.0.0.1:%d\r\n\r\n" % preview.port)) == 404
    assert time.monotonic() - start < 0.5
    expect_quick_page(preview)


def test_bodies(preview: Preview) -> None:
    for fields in (b"Content-Length: 5000000\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Length: 10000000000\r\n"):
        for method in (b"GET", b"POST", b"PUT"):
            assert status(sent(preview, head(preview, fields).replace(b"GET", method) + b"x" * 5_000_000)) == 413
    assert status(sent(preview, head(preview, b"Content-Length: 0\r\nConnection: close\r\n"))) == 200
    assert status(sent(preview, head(preview, b"Connection: close\r\n").replace(b"GET", b"POST"))) == 405
    expect_quick_page(preview)


@pytest.mark.parametrize("rubbish", [
    b"\x00" * 100 + b"\r\n\r\n", b"GET\r\n\r\n", b"\xff\xfe\r\n\r\n", b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\n\n"])
def test_malformed_heads(preview: Preview, rubbish: bytes) -> None:
    assert status(sent(preview, rubbish)) == 400
    assert status(sent(preview, b"GET / HTTP/3.0\r\nHost: a\r\n\r\n")) == 505
    expect_quick_page(preview)


def test_requests_in_a_row_over_one_connection(preview: Preview) -> None:
    """Sent without waiting, they are answered in order; the last one ends the connection."""
    paths = ["/", "/cases/c001.html", "/no-such.html", "/cases/index.html"] * 25
    request = "".join(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n" for path in paths).encode()
    answers = sent(preview, b"\r\n" + request + head(preview, b"Connection: close\r\n"))
    found = []
    while answers:
        fields, _, rest = answers.partition(b"\r\n\r\n")
        length = int(fields.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        found.append((status(fields), rest[:length]))
        answers = rest[length:]
    assert [code for code, _ in found] == [404 if "no-such" in path else 200 for path in paths] + [200]
    assert all(body == preview.request(path)[2] for path, (_, body) in zip(paths[:4], found))


def test_a_head_that_comes_slowly(preview: Preview) -> None:
    """Twenty clients send a byte a second; each is told after ten seconds that it takes too long."""
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(preview)) for _ in range(20)]
        start = time.monotonic()
        for letter in b"GET /%s" % (b"a" * 20):
            for client in clients:
                try:
                    client.sendall(bytes([letter]))
                except OSError:
                    pass
            expect_quick_page(preview)
            if time.monotonic() - start > 11:
                break
            time.sleep(0.9)
        assert [status(received(client)) for client in clients] == [408] * 20
    assert time.monotonic() - start < 20
    expect_quick_page(preview)


def test_a_thousand_connections(preview: Preview) -> None:
    """Those that have been idle for longest give way."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < 2_000 and (hard == resource.RLIM_INFINITY or hard >= 2_000):
        resource.setrlimit(resource.RLIMIT_NOFILE, (2_000, hard))
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(preview)) for _ in range(1_000)]
        for client in clients[::2]:
            try:
                client.sendall(b"GET / HT")
            except OSError:
                pass
        expect_quick_page(preview)
        assert preview.process.poll() is None
    expect_quick_page(preview)


@pytest.fixture
def small(casebook: Path) -> Iterator[Preview]:
    """A preview that may have 64 files open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, before[1]))
    try:
        preview = Preview(casebook)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    yield preview
    preview.end()


def test_few_descriptors(small: Preview) -> None:
    with ExitStack() as stack:
        for _ in range(60):
            stack.enter_context(connect(small))
        expect_quick_page(small)
        # The files are still read.
        case = small.folder / "content/cases/c001.md"
        case.write_text(case.read_text().replace("行目です", "行目、直しました"))
        small.wait(lambda: "直しました" in small.page("/cases/c001.html"))
    expect_quick_page(small)
    assert small.end()[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_descriptors_at_all(preview: Preview) -> None:
    """Where other programs have used up everything, the preview waits and answers when there is something again."""
    open_files = len(list(Path(f"/proc/{preview.process.pid}/fd").iterdir()))
    limits = resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, (open_files - 2, limits[1]))
    with connect(preview) as client:
        client.sendall(head(preview, b"Connection: close\r\n"))
        time.sleep(0.3)
        assert preview.process.poll() is None
        resource.prlimit(preview.process.pid, resource.RLIMIT_NOFILE, limits)
        assert status(received(client)) == 200
    expect_quick_page(preview)


def test_clients_that_do_not_read(preview: Preview) -> None:
    with ExitStack() as stack:
        for _ in range(150):
            client = stack.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            client.connect(("127.0.0.1", preview.port))
            client.sendall(head(preview) * 100)
        time.sleep(1)
        expect_quick_page(preview)


def test_pages_that_wait_for_a_change_keep_nobody_waiting(preview: Preview) -> None:
    version = preview.state()["version"]
    request = f"GET /.knowhow/changes?since={version} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(preview)) for _ in range(200)]
        for client in clients:
            try:
                client.sendall(request)
            except OSError:
                pass
        expect_quick_page(preview)
    expect_quick_page(preview)
