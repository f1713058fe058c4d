"""The packed release, and a system that has nothing but glibc."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bare_system import BareSystem, pack


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the archives."""
    if sys.platform != "linux":
        pytest.skip("releases are for Linux")
    return pack(tmp_path_factory.mktemp("release") / "dist")


@pytest.fixture(scope="session")
def unpacked(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in the tar archive."""
    folder = tmp_path_factory.mktemp("unpacked")
    archive, = release.glob("knowhow-*.tar.gz")
    shutil.unpack_archive(archive, folder, filter="data")
    inside, = folder.iterdir()
    assert f"{inside.name}.tar.gz" == archive.name and inside.name.endswith(platform.machine())
    return inside


@pytest.fixture
def bare(unpacked: Path, tmp_path: Path) -> BareSystem:
    system = BareSystem(tmp_path / "bare", unpacked / "knowhow")
    probe = system.command()
    if os.geteuid() != 0 and subprocess.run([*probe[:3], "true"], capture_output=True).returncode != 0:
        pytest.skip("neither root nor allowed to create name spaces")
    return system
