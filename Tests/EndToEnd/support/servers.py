"""Real servers as child processes on free ports of the loopback address."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from paths import ROOT

HOSTING = ROOT / "docs" / "hosting.md"
ADDRESS = "127.0.0.1"
SUBFOLDER = "/x/y/"
MIME_TYPES = ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types")
START_SECONDS = 10

NGINX = """\
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path temporary-body;
    proxy_temp_path temporary-proxy;
    fastcgi_temp_path temporary-fastcgi;
    uwsgi_temp_path temporary-uwsgi;
    scgi_temp_path temporary-scgi;
    include site.conf;
}}
"""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return probe.getsockname()[1]


def documented(heading: str) -> str:
    """The nginx configuration under a heading of the hosting guide."""
    text = HOSTING.read_text(encoding="utf-8")
    match = re.search(rf"^#+ {re.escape(heading)}\n.*?^```nginx\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert match, f"docs/hosting.md has no nginx configuration under '{heading}'"
    return match[1]


def adapted(configuration: str, port: int, replacements: dict[str, str]) -> str:
    """A documented configuration with another port and other folders; nothing else is changed."""
    configuration = re.sub(r"^ *listen \[::\]:80;\n", "", configuration, flags=re.MULTILINE)
    replacements = {"listen 80;": f"listen {ADDRESS}:{port};"} | replacements
    for old, new in replacements.items():
        assert old in configuration, f"docs/hosting.md does not say '{old}'"
        configuration = configuration.replace(old, new)
    return configuration


@contextlib.contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Runs a server until the block ends, once it answers."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + START_SECONDS
        while True:
            with contextlib.suppress(OSError), socket.create_connection((ADDRESS, port), timeout=1):
                break
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} does not answer:\n{log.read_text(errors='replace')}")
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def nginx(configuration: str, port: int, folder: Path) -> contextlib.AbstractContextManager[None]:
    """nginx with what a host's `conf.d` would hold. `folder` takes its files."""
    program = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    assert program, "nginx is missing: run script/bootstrap --tests"
    types = next(filter(os.path.exists, MIME_TYPES))
    (folder / "nginx.conf").write_text(NGINX.format(types=types), encoding="utf-8")
    (folder / "site.conf").write_text(configuration, encoding="utf-8")
    command = [program, "-e", "stderr", "-p", f"{folder}/", "-c", f"{folder}/nginx.conf"]
    return running(command, port, folder / "nginx.log")


def python(root: Path, port: int, log: Path) -> contextlib.AbstractContextManager[None]:
    """Python's own file server, as `python3 -m http.server` starts it."""
    command = [sys.executable, "-m", "http.server", str(port), "--bind", ADDRESS, "--directory", str(root)]
    return running(command, port, log)
