"""Runs `knowhow serve` over copies of casebooks."""

import http.client
import json
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

import command
from servers import free_port

SCRIPT = b'<script src="/.knowhow/preview.js" defer></script>\n'


class Preview:
    """A running preview of a casebook that may be changed."""

    def __init__(self, folder: Path, *options: str):
        self.folder = folder
        self.wanted = free_port()
        self.process = subprocess.Popen(
            [command.knowhow(), "serve", "--content", folder / "content", "--templates", folder / "templates", "--port",
             str(self.wanted), "--lang", "ja", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said = []
        while "http://" not in (line := self.process.stdout.readline()):
            if not line:
                pytest.fail(f"serve ended: {self.process.stderr.read()}", pytrace=False)
            self.said.append(line)
        self.said.append(line)
        self.port = int(line.split("http://", 1)[1].split("/", 1)[0].rsplit(":", 1)[1])
        self.base = f"http://127.0.0.1:{self.port}/"

    def request(self, path: str, method: str = "GET", host: str | None = None):
        """The status, the headers and the body of an answer; the path goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def raw(self, *requests: str) -> bytes:
        """All bytes that come back for requests on one connection, as HTTP clients never show them.

        A client reads no body after HEAD, so what is sent too much would be found nowhere else.
        """
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            for index, request in enumerate(requests):
                last = "Connection: close\r\n" if index == len(requests) - 1 else ""
                connection.sendall(f"{request} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{last}\r\n".encode())
            received = b""
            while part := connection.recv(65_536):
                received += part
        return received

    def page(self, path: str) -> str:
        status, _, body = self.request(path)
        assert status == 200, path
        return body.decode()

    def state(self, since: int = -1) -> dict:
        return json.loads(self.request(f"/.knowhow/changes?since={since}")[2])

    def wait(self, what, seconds: float = 10):
        """Waits until a function of the preview gives something true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := what():
                return found
            time.sleep(0.02)
        pytest.fail("what was waited for did not come", pytrace=False)

    def end(self) -> tuple[int, str]:
        """Ends it as Ctrl-C does; the exit code and what was said on standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors
