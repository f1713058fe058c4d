"""What the built command is linked with: each shared library takes time whenever the command starts."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="ldd is a command of Linux")
def test_the_command_links_no_networking(knowhow: Path) -> None:
    """Foundation's networking brings libcurl and its many libraries. The preview has an HTTP server of its own."""
    libraries = subprocess.run(["ldd", knowhow], capture_output=True, text=True, check=True).stdout
    assert "libc.so" in libraries
    assert [line for line in libraries.splitlines() if "FoundationNetworking" in line or "libcurl" in line] == []
