"""Packs the release, and runs it on a system that has nothing but glibc."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from paths import ROOT

EXECUTABLE = ROOT / ".build" / "static" / "release" / "knowhow"
SCRIPT = ROOT / "script" / "release"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def pack(folder: Path, **environment: str) -> Path:
    """Packs the executable that `script/release --build` has built."""
    if not EXECUTABLE.is_file():
        pytest.fail("run script/release --build, or script/test", pytrace=False)
    result = subprocess.run(
        [SCRIPT, folder], capture_output=True, text=True, timeout=300, env={**os.environ, "RELEASE_BUILT": "1", **environment})
    assert result.returncode == 0, result.stderr
    return folder


class BareSystem:
    """A root folder with the dynamic linker and glibc, without a shell, Swift or any other library."""

    def __init__(self, root: Path, executable: Path) -> None:
        self.root = root
        libraries = subprocess.run(["ldd", executable], capture_output=True, text=True, check=True).stdout
        for library in re.findall(r"/\S+", libraries):
            target = root / library.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(library).resolve(), target)
        for folder in ("usr/bin", "home", "tmp", "var/lib/dpkg/info", "var/lib/dpkg/updates"):
            (root / folder).mkdir(parents=True)

    def command(self, *arguments: str) -> list[str]:
        """The command `knowhow` in this system. `chroot` is for root; other users get a name space of their own."""
        way = [] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user"]
        return [*way, "chroot", str(self.root), "/usr/bin/knowhow", *arguments]

    def command_with_processes(self, *arguments: str) -> list[str]:
        """The same with `/proc`, which Swift's queues read when a computer is busy. Only this process sees it."""
        (self.root / "proc").mkdir(exist_ok=True)
        way = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
        script = 'mount --rbind /proc "$0/proc" && exec chroot "$0" /usr/bin/knowhow "$@"'
        return [*way, "sh", "-c", script, str(self.root), *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command_with_processes(*arguments), capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
            env={"PATH": PATH, "HOME": "/home", "LANG": "ja_JP.UTF-8"})

    def files(self) -> dict[str, bytes]:
        """All files outside dpkg's own records."""
        return {
            str(path.relative_to(self.root)): path.read_bytes() for path in sorted(self.root.rglob("*"))
            if path.is_file() and "var/lib/dpkg" not in str(path)}
