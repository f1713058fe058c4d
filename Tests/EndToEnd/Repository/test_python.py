"""The Python code of the repository uses no unknown name and imports nothing without using it."""

import subprocess
import sys

from paths import ROOT


def test_names() -> None:
    listed = subprocess.run(["git", "ls-files", "-z", "*.py", "script"], cwd=ROOT, capture_output=True, check=True).stdout
    files = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    python = [
        name for name in files
        if name.endswith(".py") or (ROOT / name).read_text(encoding="utf-8").startswith("#!/usr/bin/env python3")]
    assert len(python) > 50
    result = subprocess.run([sys.executable, "-m", "pyflakes", *python], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
