"""Takes the pictures of the desk in docs/, which the guide for editors shows.

    KNOWHOW=.build/debug/knowhow .build-tools/venv/bin/python Tests/EndToEnd/support/shoot_desk.py

The casebook is a copy of content/ with a draft, a review that is due and a mistake.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser import launch_options
from paths import CONTENT

sys.path.append(str(Path(__file__).parents[1] / "Desk"))
from desk_running import Desk  # noqa: E402

DOCS = CONTENT.parent / "docs"


def change(folder: Path, case: str, old: str, new: str) -> None:
    path = folder / "content" / "cases" / f"{case}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        casebook = Path(folder)
        shutil.copytree(CONTENT, casebook / "content")
        change(casebook, "c003", "status: published", "status: draft")
        change(casebook, "c004", "status: published", "status: published\nreview_by: 2026-03-31")
        desk = Desk(casebook, "--output", str(casebook / "site"))
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": 1120, "height": 700})
        page.goto(desk.address)
        page.wait_for_url("**/desk/")
        page.screenshot(path=DOCS / "desk-cases.png")
        page.goto(desk.base + "cases/c002")
        page.locator("#k-title").fill("")
        page.locator("#k-title-problems .problem").wait_for()
        page.locator("#k-title").evaluate("field => { field.blur(); scrollTo(0, 0); }")
        page.wait_for_timeout(500)
        page.screenshot(path=DOCS / "desk-case.png")
        browser.close()
        desk.end()


main()
