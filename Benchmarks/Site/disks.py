"""The file systems on which builds are measured: an ext4 image with a journal, and memory (tmpfs)."""

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

MEMORY = Path("/dev/shm")


def ran(*command):
    try:
        return subprocess.run([str(part) for part in command], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def skipped(what, why):
    print(f"bench: {what} is left out: {why}", file=sys.stderr)


@contextlib.contextmanager
def journaled(folder, gigabytes):
    """A mounted ext4 image with a journal, in a folder; None where that is not allowed."""
    image, mount = folder / "ext4.img", folder / "ext4"
    mount.mkdir(parents=True, exist_ok=True)
    ran("umount", mount)
    image.unlink(missing_ok=True)
    if shutil.which("mkfs.ext4") is None:
        skipped("ext4", "mkfs.ext4 is not installed (package e2fsprogs)")
        yield None
        return
    with image.open("wb") as file:
        file.truncate(gigabytes << 30)
    try:
        if not ran("mkfs.ext4", "-q", image) or not ran("mount", "-o", "loop", image, mount):
            skipped("ext4", "mounting an image is not allowed here; it needs root")
            yield None
            return
        yield mount
    finally:
        ran("umount", mount)
        image.unlink(missing_ok=True)


@contextlib.contextmanager
def memory(gigabytes):
    """A folder in memory; None where the system has none with room."""
    folder = MEMORY / "knowhow-bench"
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < gigabytes << 30:
        skipped("tmpfs", f"{MEMORY} is missing or has less than {gigabytes} GB")
        yield None
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
