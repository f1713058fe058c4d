"""What is private is neither on the page that shows the problems nor in the log of the preview."""

import shutil
from pathlib import Path

from paths import CONTENT, TEMPLATES
from private_forms import DAMAGES, with_forms
from running import Preview


def test_the_preview_shows_nothing_private(tmp_path: Path):
    shutil.copytree(CONTENT, tmp_path / "content")
    with_forms(tmp_path / "content", DAMAGES["as it is"])
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    preview = Preview(tmp_path)
    try:
        shown = preview.request("/")[2].decode() + str(preview.state()) + "".join(preview.said)
        assert "private-form" in shown and "9876" not in shown
    finally:
        preview.process.kill()
        _, log = preview.process.communicate()
    assert "private-form" in log and "9876" not in log
