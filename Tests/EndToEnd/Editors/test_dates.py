"""Dates: the day of a check is given, and no clock is read."""

from pathlib import Path

import command
from program import check, copy_content


def test_a_day_to_come(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    case = content / "cases/c001.md"
    case.write_text(case.read_text("utf-8").replace("status: published", "published: 2099-01-01\nstatus: published"), "utf-8")
    assert "[date-to-come]" not in check(content).stdout
    told = check(content, "--on", "2026-04-01")
    assert told.returncode == 0 and told.stdout.count("[date-to-come]") == 1
    assert "2099年1月1日は、まだ来ていません" in told.stdout
    assert "[date-to-come]" not in check(content, "--on", "2099-01-01").stdout


def test_a_day_that_is_none():
    for day in ("2026-02-30", "2026/4/1", "today"):
        result = command.run("check", "--on", day)
        assert result.returncode == 2 and "2026-04-01 の形" in result.stderr
