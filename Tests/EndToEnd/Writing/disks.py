"""File systems of their own for tests, on images or in memory. They need a superuser on Linux."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def run(*command: str | Path) -> None:
    result = subprocess.run([*map(str, command)], capture_output=True, text=True)
    if result.returncode:
        pytest.skip(f"{command[0]}: {result.stderr.strip()}")


@contextmanager
def mounted(point: Path, source: str | Path, *options: str) -> Iterator[Path]:
    """A file system at an empty folder. The test is skipped if it cannot be mounted."""
    if os.geteuid() != 0:
        pytest.skip("only a superuser can mount a file system")
    point.mkdir(exist_ok=True)
    run("mount", *options, source, point)
    try:
        yield point
    finally:
        subprocess.run(["umount", "-l", point], check=True)


@contextmanager
def memory(point: Path, options: str) -> Iterator[Path]:
    """A tmpfs with options such as `size=5m` or `nr_inodes=200`."""
    with mounted(point, "tmpfs", "-t", "tmpfs", "-o", options) as disk:
        yield disk


def image(path: Path, size: int, *command: str) -> Path:
    """An image of `size` megabytes, formatted by a command."""
    if not shutil.which(command[0]):
        pytest.skip(f"needs {command[0]}")
    with path.open("wb") as file:
        file.truncate(size << 20)
    run(*command, path)
    return path


def ext4(path: Path, size: int, *options: str) -> Path:
    """An image with a journaled file system."""
    return image(path, size, "mkfs.ext4", "-q", "-F", *options)


@contextmanager
def exfat(folder: Path) -> Iterator[Path]:
    """A file system without change times, by the kernel or by FUSE."""
    file = image(folder / "exfat.img", 32, "mkfs.exfat")
    loop = subprocess.run(["losetup", "-f", "--show", file], capture_output=True, text=True)
    if loop.returncode:
        pytest.skip(f"losetup: {loop.stderr.strip()}")
    device = loop.stdout.strip()
    point = folder / "exfat"
    point.mkdir()
    try:
        if subprocess.run(["mount", "-t", "exfat", device, point], capture_output=True).returncode:
            if not shutil.which("mount.exfat-fuse"):
                pytest.skip("neither the kernel nor FUSE has exFAT")
            run("mount.exfat-fuse", device, point)
        try:
            yield point
        finally:
            subprocess.run(["umount", "-l", point], check=True)
    finally:
        subprocess.run(["losetup", "-d", device], check=True)
