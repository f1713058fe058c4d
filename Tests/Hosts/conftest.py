"""The sites under test: built by the command named by KNOWHOW from the project's own content."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "Pages"))

import servers  # noqa: E402

PROJECT = Path(__file__).parents[2]
SUBFOLDER = "/x/y/"


@pytest.fixture(scope="session")
def knowhow() -> Path:
    """The command; a test run without one is a mistake, not a success."""
    path = Path(os.environ.get("KNOWHOW", ""))
    if not path.is_file():
        pytest.fail("name the knowhow command by KNOWHOW", pytrace=False)
    return path.resolve()


def build(knowhow: Path, output: Path, *options: str) -> Path:
    """Builds the project's content into a folder."""
    subprocess.run([knowhow, "build", "--quiet", "--output", output, *options], cwd=PROJECT, check=True)
    return output


@pytest.fixture(scope="session")
def plain_site(knowhow: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without a base URL."""
    return build(knowhow, tmp_path_factory.mktemp("plain") / "site")


@pytest.fixture(scope="session")
def port() -> int:
    """The port of nginx, which the base URL names."""
    return servers.free_port()


@pytest.fixture(scope="session")
def placed_site(knowhow: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that knows its place: /x/y/ on nginx's port."""
    base = f"http://{servers.ADDRESS}:{port}{SUBFOLDER}"
    return build(knowhow, tmp_path_factory.mktemp("placed") / "site", "--base-url", base)


@pytest.fixture
def none_of():
    """Fails with every problem of a list."""

    def check(problems: list[str]) -> None:
        if problems:
            pytest.fail(f"{len(problems)} problems\n" + "\n".join(problems), pytrace=False)

    return check
