"""`knowhow pack` and `build --report`, read by programs that are not ours."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from writing import States, build

import site_folders


def pack(knowhow: str, site: Path, archive: Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [knowhow, "pack", "--site", site, "--output", archive, "--lang", "en", *options],
        capture_output=True, text=True, timeout=120)


def checked(archive: Path) -> dict[str, bytes]:
    """The files of an archive, whose form, names, dates and sums are right."""
    with zipfile.ZipFile(archive) as file:
        assert file.testzip() is None
        assert all(each.date_time == (1980, 1, 1, 0, 0, 0) and each.filename.isascii() for each in file.infolist())
        files = {name: file.read(name) for name in file.namelist()}
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}
    return files


def test_a_whole_site(knowhow: str, states: States, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(states.old_site, tmp_path / "moved"))
    for path, site, jobs in (("a.zip", states.old_site, "1"), ("b.zip", moved, "2")):
        result = pack(knowhow, site, tmp_path / path, "--jobs", jobs)
        assert result.returncode == 0, result.stderr
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        # Files that their owner may write and everybody may read.
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
    files = checked(tmp_path / "a.zip")
    site = {path: data for path, data in states.old.items() if not path.startswith(".knowhow/")}
    assert {name.removeprefix("site/"): data for name, data in files.items() if name.startswith("site/")} == site
    assert files["manifest.json"] == states.old[".knowhow/manifest.json"]
    assert files.keys() - {f"site/{path}" for path in site} == {"manifest.json", "SHA256SUMS"}


def test_changes_bring_the_old_site_to_the_new(knowhow: str, states: States, tmp_path: Path) -> None:
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    report = tmp_path / "report.json"
    assert build(knowhow, states.folder / "new", site, "--report", report).returncode == 0
    old_manifest = states.old_site / ".knowhow/manifest.json"
    assert pack(knowhow, site, tmp_path / "c.zip", "--since", old_manifest).returncode == 0
    files = checked(tmp_path / "c.zip")
    rows = list(csv.DictReader(io.StringIO(files["changes.csv"].decode("utf-8-sig")), strict=True))
    host = {path: data for path, data in states.old.items() if not path.startswith(".knowhow/")}
    for row in rows:
        path = row["ファイル"]
        if row["区分"] == "削除":
            del host[path]
        else:
            assert (path in host) == (row["区分"] == "変更")
            host[path] = files[f"site/{path}"]
            assert row["SHA-256"] == hashlib.sha256(host[path]).hexdigest()
            assert row["サイズ（バイト）"] == str(len(host[path]))
    assert host == {path: data for path, data in states.new.items() if not path.startswith(".knowhow/")}
    kinds = {"added": "追加", "changed": "変更", "removed": "削除"}
    told = json.loads(report.read_text())
    for name, kind in kinds.items():
        assert told[name] == [row["ファイル"] for row in rows if row["区分"] == kind] != []
    assert told["unchanged"] + len(told["added"]) + len(told["changed"]) == told["files"] == len(host)
    text = files["changes.txt"].decode("utf-8-sig")
    assert all(row["ファイル"] + "\r\n" in text for row in rows)


def test_what_is_private_is_in_no_archive(knowhow: str, states: States, tmp_path: Path) -> None:
    state = Path(shutil.copytree(states.folder / "new", tmp_path / "state"))
    for path in (state / "content/cases").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        secret = "private:\n  contact: SECRET-MARKER\n  notes: [SECRET-MARKER]\nreview_by: 2031-12-31\nstatus:"
        if "private:" not in text:
            path.write_text(text.replace("status:", secret, 1), encoding="utf-8")
    assert sum(path.read_text(encoding="utf-8").count("SECRET-MARKER") for path in (state / "content").rglob("*.md")) > 8
    result = build(knowhow, state, tmp_path / "site", "--report", tmp_path / "report.json")
    assert result.returncode == 0, result.stderr
    assert pack(knowhow, tmp_path / "site", tmp_path / "p.zip").returncode == 0
    written = {**site_folders.contents(tmp_path / "site"), **checked(tmp_path / "p.zip"),
               "report": (tmp_path / "report.json").read_bytes(), "told": (result.stdout + result.stderr).encode()}
    assert [path for path, data in written.items() if b"SECRET-MARKER" in data or b"2031-12-31" in data] == []


def test_what_is_no_whole_site_is_refused(knowhow: str, states: States, tmp_path: Path) -> None:
    def expect_error(site: Path, words: str) -> None:
        result = pack(knowhow, site, tmp_path / "x.zip")
        assert result.returncode == 3 and words in result.stderr, result.stderr
        assert not (tmp_path / "x.zip").exists()

    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    (site / "index.html").write_text("edited")
    expect_error(site, "index.html” is missing or was changed")
    (site / "index.html").unlink()
    expect_error(site, "index.html” is missing or was changed")
    manifest = site / ".knowhow/manifest.json"
    manifest.write_text(re.sub('": "[0-9a-f]{16}"', '": ""', manifest.read_text(), count=1))
    expect_error(site, "was interrupted")
    manifest.write_text("{")
    expect_error(site, "manifest.json")
    empty = tmp_path / "empty"
    empty.mkdir()
    expect_error(empty, "There is no site")
    expect_error(tmp_path / "nowhere", "There is no folder")
    result = pack(knowhow, states.old_site, tmp_path / "x.zip", "--since", states.old_site / "index.html")
    assert result.returncode == 3 and "Give the manifest.json" in result.stderr
    result = pack(knowhow, states.old_site, states.old_site / "site.zip")
    assert result.returncode == 3 and not (states.old_site / "site.zip").exists()


def test_a_report_that_cannot_be_written_is_told_before_anything_is_written(knowhow, states, tmp_path) -> None:
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    for report, words in (
        (tmp_path / "nowhere/report.json", "Cannot write"), (tmp_path, "of the same name"),
        (site / "report.json", "cannot be written into the folder")):
        result = build(knowhow, states.folder / "new", site, "--report", report)
        assert result.returncode == 3 and words in result.stderr, result.stderr
        assert site_folders.contents(site) == states.old
