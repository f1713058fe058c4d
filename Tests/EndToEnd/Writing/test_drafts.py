"""Drafts and photographs that are not meant for the public: what builds and packs refuse or leave out."""

import zipfile
from pathlib import Path

import command
from paths import EVERY_FEATURE

PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000200000001080600000000000000")


def copy(folder: Path) -> Path:
    """A copy of the small casebook with a draft that shows an image of its own."""
    for source in EVERY_FEATURE.rglob("*"):
        if source.is_file() and source.relative_to(EVERY_FEATURE).parts[0] in ("content", "templates"):
            target = folder / source.relative_to(EVERY_FEATURE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    text = (folder / "content/cases/c003.md").read_text("utf-8")
    (folder / "content/cases/c091.md").write_text(
        text.replace("title: ", "status: draft\ntitle: 下書き", 1) + "\n![図](../images/draft.png)\n", "utf-8")
    for name in ("draft.png", "unused.png", "_secret.png", "list.xlsx", "desktop.ini", "Thumbs.db"):
        (folder / "content/images" / name).write_bytes(PIXEL)
    for name in ("Thumbs.db", "desktop.ini", "c001 (1).md", "c001-PCNAME.md"):
        (folder / "content/cases" / name).write_bytes(b"x")
    (folder / "templates/assets/Thumbs.db").write_bytes(b"x")
    return folder


def build(folder: Path, *options: str):
    return command.run(
        "build", "--content", folder / "content", "--templates", folder / "templates", "--output", folder / "site", *options,
        env={"XDG_CACHE_HOME": str(folder / "cache"), "PATH": "/usr/bin:/bin"})


def pack(folder: Path, *options: str):
    return command.run("pack", "--site", folder / "site", "--output", folder / "site.zip", *options)


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder / "site")) for path in (folder / "site").rglob("*") if path.is_file()}


def test_drafts_replace_a_public_site_only_if_told(tmp_path: Path):
    folder = copy(tmp_path)
    assert build(folder).returncode == 0
    public = names(folder)
    result = build(folder, "--drafts")
    assert result.returncode == 3 and "--publish-drafts" in result.stderr and names(folder) == public
    assert build(folder, "--drafts", "--publish-drafts").returncode == 0
    assert names(folder) - public >= {"cases/c091.html", "images/draft.png"}
    assert build(folder, "--drafts").returncode == 0
    result = pack(folder)
    assert result.returncode == 3 and "--publish-drafts" in result.stderr and not (folder / "site.zip").exists()
    assert pack(folder, "--publish-drafts").returncode == 0
    assert build(folder).returncode == 0 and names(folder) == public
    assert pack(folder).returncode == 0


def test_only_what_published_pages_show_goes_out(tmp_path: Path):
    folder = copy(tmp_path)
    result = build(folder)
    assert result.returncode == 0, result.stderr
    assert pack(folder).returncode == 0
    packed = {name.removeprefix("site/") for name in zipfile.ZipFile(folder / "site.zip").namelist()}
    for found in (names(folder), packed):
        assert {name for name in found if name.startswith("images/")} == {"images/figure.png"}
        assert not [name for name in found if "humbs" in name or "desktop" in name or "c001-" in name or "(" in name]
    said = {line for line in result.stderr.splitlines() if "[conflict-copy]" in line}
    assert len(said) == 2 and all("「c001.md」" in line for line in said)
    unused = [line for line in result.stderr.splitlines() if "[unused-image]" in line]
    assert len(unused) == 2 and "list.xlsx" in unused[0] and "unused.png" in unused[1]
