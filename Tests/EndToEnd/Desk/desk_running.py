"""Runs `knowhow desk` over a copy of a casebook."""

import functools
import http.client
import os
import re
import signal
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest

import command
from servers import free_port

FORM = "application/x-www-form-urlencoded"


class Desk:
    """A running desk of a casebook that may be changed, and a client of it that may write."""

    def __init__(self, folder: Path, *options: str, environment: dict[str, str] | None = None):
        self.folder = folder
        self.process = subprocess.Popen(
            [command.knowhow(), "desk", "--content", folder / "content", "--port", str(free_port()), "--lang", "ja", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **(environment or {})})
        while "/desk/?token=" not in (line := self.process.stdout.readline()):
            if not line:
                pytest.fail("desk ended", pytrace=False)
        self.address = re.search(r"http://\S+", line).group()
        self.port = int(re.search(r":(\d+)/", self.address).group(1))
        self.host = f"127.0.0.1:{self.port}"
        self.base = f"http://{self.host}/desk/"
        _, fields, _ = self.request("/desk/" + self.address.split("/desk/")[1], cookie=None)
        self.cookie = fields["Set-Cookie"].split(";")[0]

    @functools.cached_property
    def token(self) -> str:
        """The token of the forms of this start."""
        return re.search(r'name="form-token" value="(\w+)"', self.request("/desk/cases/new")[2].decode()).group(1)

    def request(self, path: str, method: str = "GET", body: bytes | str | None = None, cookie: str | None = "",
                host: str | None = None, origin: str | None = "", **more: str):
        """The status, the headers and the body of an answer. Cookie and origin are right unless others are given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or self.host)
        if cookie is not None:
            connection.putheader("Cookie", cookie or self.cookie)
        if method == "POST":
            if origin is not None:
                connection.putheader("Origin", origin or f"http://{self.host}")
            body = body.encode() if isinstance(body, str) else body or b""
            connection.putheader("Content-Type", more.pop("content_type", FORM))
            connection.putheader("Content-Length", more.pop("length", str(len(body))))
        for name, value in more.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def post(self, path: str, fields: dict | list, token: str | None = "", **more):
        """Sends a form with its token, unless another is given."""
        pairs = list(fields.items()) if isinstance(fields, dict) else list(fields)
        if token is not None:
            pairs.append(("form-token", token or self.token))
        return self.request(path, "POST", urlencode(pairs), **more)

    def version(self, path: str) -> str:
        """The version of the file that a form shows."""
        return re.search(r'name="version" value="(\w+)"', self.request(f"/desk/{path}")[2].decode()).group(1)

    def end(self) -> None:
        """Ends it as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)
