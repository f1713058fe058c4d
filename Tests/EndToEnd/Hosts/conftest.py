"""The sites under test, built from the project's own content."""

from pathlib import Path

import pytest

import command
import servers
from servers import SUBFOLDER


@pytest.fixture(scope="session")
def plain_site(own_site: Path) -> Path:
    """The site without a base URL."""
    return own_site


@pytest.fixture(scope="session")
def port() -> int:
    """The port of nginx in the base URL."""
    return servers.free_port()


@pytest.fixture(scope="session")
def placed_site(port: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a base URL: /x/y/ on nginx's port."""
    base = f"http://{servers.ADDRESS}:{port}{SUBFOLDER}"
    return command.build(tmp_path_factory.mktemp("placed") / "site", "--base-url", base)
