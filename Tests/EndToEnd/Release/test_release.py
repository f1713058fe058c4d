"""The release: equal bytes, no needs beyond glibc, and all commands on a bare system and as a Debian package."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import time
import urllib.request
from pathlib import Path

import pytest
import yaml

import site_files
from bare_system import PATH, SCRIPT, BareSystem, pack
from paths import CONTENT, ROOT


VERSION = re.search(
    r'^#define KNOWHOW_VERSION "(.*)"$', (ROOT / "Sources/CProgram/include/CProgram.h").read_text(), re.M).group(1)


def differences(one: Path, other: Path) -> list[str]:
    """The files of two sites that are not equal."""
    files = [{path: (site / path).read_bytes() for path in site_files.files(site)} for site in (one, other)]
    return sorted(path for path in files[0].keys() | files[1].keys() if files[0].get(path) != files[1].get(path))


def test_needs_only_glibc(release: Path) -> None:
    result = subprocess.run([SCRIPT, "--check"], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.search(r"^glibc: 2\.\d+, because of \w+", result.stdout, re.M), result.stdout


def test_equal_bytes(release: Path, tmp_path: Path) -> None:
    """Packing again, elsewhere, in another language and time zone, and with other permissions gives the same bytes."""
    again = pack(tmp_path / "again", TZ="Asia/Tokyo", LANG="ja_JP.UTF-8", TMPDIR=str(tmp_path))
    names = sorted(path.name for path in release.iterdir())
    assert len(names) == 3 and names == sorted(path.name for path in again.iterdir())
    assert [name for name in names if (release / name).read_bytes() != (again / name).read_bytes()] == []


def test_checksums(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert listed == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in release.iterdir() if path.name != "SHA256SUMS"}


def test_the_archive(release: Path, unpacked: Path) -> None:
    archive, = release.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        members = tar.getmembers()
    assert [member.name for member in members] == sorted(member.name for member in members)
    assert {(member.uid, member.gid) for member in members} == {(0, 0)} and len({member.mtime for member in members}) == 1
    names = sorted(str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file())
    assert names == [
        "LICENSES.txt", "completions/_knowhow", "completions/knowhow.bash", "completions/knowhow.fish", "knowhow", "knowhow.1"]
    licences = (unpacked / "LICENSES.txt").read_text(encoding="utf-8")
    for work in ("The Knowhow authors", "Yams", "swift-argument-parser", "libcmark", "zlib", "libssl"):
        assert work in licences


def test_version(unpacked: Path) -> None:
    """The version and the commit."""
    shown = subprocess.run([unpacked / "knowhow", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    if not commit:
        assert shown == VERSION
    else:
        assert shown in (f"{VERSION} ({commit})", f"{VERSION} ({commit}-changed)")


def test_manual_and_completions(unpacked: Path) -> None:
    manual = (unpacked / "knowhow.1").read_text(encoding="utf-8")
    for name in ("build", "check", "serve", "init", "templates", "pack"):
        assert f".SS knowhow {name}" in manual
    assert "guide" not in re.findall(r"^\.SS knowhow (\w+)", manual, re.M) and "\\-\\-base\\-url" in manual
    if shutil.which("groff"):
        page = subprocess.run(
            ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", unpacked / "knowhow.1"], capture_output=True, text=True, check=True)
        assert "warning: macro" not in page.stderr and "can't find" not in page.stderr
    script = unpacked / "completions" / "knowhow.bash"
    assert subprocess.run(["bash", "-n", script]).returncode == 0
    assert "templates" in script.read_text() and "#compdef knowhow" in (unpacked / "completions/_knowhow").read_text()


def test_a_bare_system(bare: BareSystem, unpacked: Path, tested_site: Path) -> None:
    """`init`, `check`, `build`, `serve` and `pack` work with glibc alone, and the site is the same as everywhere."""
    shutil.copy(unpacked / "knowhow", bare.root / "usr/bin/knowhow")
    made = bare.run("init", "/home/new")
    assert made.returncode == 0, made.stderr
    checked = bare.run("check", "--content", "/home/new/content")
    assert checked.returncode == 0 and checked.stdout.count("[sample-case]") == 2, checked.stdout + checked.stderr
    assert "エラー0件、警告2件。" in checked.stdout
    built = bare.run("build", "--content", "/home/new/content", "--output", "/home/new/site")
    assert built.returncode == 0 and (bare.root / "home/new/site/index.html").is_file(), built.stderr

    shutil.copytree(CONTENT, bare.root / "home/content")
    built = bare.run("build", "--quiet", "--content", "/home/content", "--output", "/home/site")
    assert built.returncode == 0, built.stderr
    assert differences(bare.root / "home/site", tested_site) == []
    packed = bare.run("pack", "--site", "/home/site", "--output", "/home/site.zip")
    assert packed.returncode == 0 and (bare.root / "home/site.zip").stat().st_size > 100_000, packed.stderr


def test_from_the_archive_to_a_site_in_ten_seconds(release: Path, bare: BareSystem) -> None:
    """What a new user does first: unpack, make a casebook, build its site."""
    archive, = release.glob("*.tar.gz")
    start = time.monotonic()
    subprocess.run(["tar", "-xzf", archive, "-C", bare.root / "usr/bin", "--strip-components", "1"], check=True)
    for command in (
        ["init", "/home/new", "--language", "en"], ["build", "--content", "/home/new/content", "--output", "/home/new/site"],
    ):
        result = bare.run(*command)
        assert result.returncode == 0, result.stderr
    taken = time.monotonic() - start
    assert (bare.root / "home/new/site/index.html").is_file()
    assert taken < 10, f"{taken:.1f} s"


def can_mount() -> bool:
    way = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return subprocess.run(["unshare", *way, "--mount", "true"], capture_output=True).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="needs to mount /proc")
def test_serving_on_a_bare_system(bare: BareSystem, unpacked: Path) -> None:
    shutil.copy(unpacked / "knowhow", bare.root / "usr/bin/knowhow")
    shutil.copytree(CONTENT, bare.root / "home/content")
    server = subprocess.Popen(
        bare.command_with_processes("serve", "--content", "/home/content", "--port", "8461"), stdout=subprocess.PIPE, text=True,
        env={"PATH": PATH, "HOME": "/home"})
    try:
        address = ""
        while not address:
            line = server.stdout.readline()
            assert line, "the server has ended"
            address = "".join(re.findall(r"http://[\d.:]+/", line))
        with urllib.request.urlopen(address + "index.html", timeout=30) as page:
            assert "障害者就労支援ノウハウ集" in page.read().decode()
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0


def dpkg(bare: BareSystem, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    way = bare.command()[:-3]
    return subprocess.run(
        [*way, "dpkg", f"--root={bare.root}", *arguments], capture_output=True, text=True, timeout=120,
        env={"PATH": PATH, "LC_ALL": "C"})


def installed_glibc() -> str:
    return subprocess.run(["getconf", "GNU_LIBC_VERSION"], capture_output=True, text=True, check=True).stdout.split()[1]


@pytest.mark.skipif(not shutil.which("dpkg"), reason="needs dpkg")
def test_the_debian_package(release: Path, bare: BareSystem) -> None:
    """It needs libc6 alone, installs, runs, and leaves nothing when it is removed."""
    package, = release.glob("*.deb")
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()
    assert package.name == f"knowhow_{VERSION}_{architecture}.deb"
    fields = subprocess.run(["dpkg-deb", "--field", package], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Depends: libc6 \(>= 2\.\d+\)$", fields, re.M) and f"Architecture: {architecture}" in fields
    (bare.root / "var/lib/dpkg/status").write_text(
        f"Package: libc6\nStatus: install ok installed\nPriority: required\nSection: libs\nMaintainer: x <x@example.org>\n"
        f"Architecture: {architecture}\nVersion: {installed_glibc()}-1\nDescription: x\n\n")
    before = bare.files()
    installed = dpkg(bare, "--install", package)
    assert installed.returncode == 0, installed.stderr
    files = sorted(bare.files().keys() - before.keys())
    assert files == [
        "usr/bin/knowhow", "usr/share/bash-completion/completions/knowhow", "usr/share/doc/knowhow/copyright",
        "usr/share/fish/vendor_completions.d/knowhow.fish", "usr/share/man/man1/knowhow.1.gz",
        "usr/share/zsh/vendor-completions/_knowhow"]
    assert gzip.decompress((bare.root / "usr/share/man/man1/knowhow.1.gz").read_bytes()).startswith(b".TH KNOWHOW 1")
    assert bare.run("--version").stdout.startswith(VERSION)
    assert dpkg(bare, "--verify", "knowhow").stdout == ""
    removed = dpkg(bare, "--purge", "knowhow")
    assert removed.returncode == 0, removed.stderr
    assert bare.files() == before


def test_an_older_glibc_is_refused(release: Path, bare: BareSystem) -> None:
    if not shutil.which("dpkg"):
        pytest.skip("needs dpkg")
    package, = release.glob("*.deb")
    (bare.root / "var/lib/dpkg/status").write_text(
        "Package: libc6\nStatus: install ok installed\nPriority: required\nSection: libs\nMaintainer: x <x@example.org>\n"
        f"Architecture: {package.stem.rsplit('_', 1)[1]}\nVersion: 2.17-1\nDescription: x\n\n")
    result = dpkg(bare, "--install", package)
    assert result.returncode != 0 and "depends on libc6" in result.stderr


def test_the_workflow_for_a_folder_of_content(release: Path, tmp_path: Path, tested_site: Path) -> None:
    """The steps of the ready workflow give the site, from a repository with `content/` alone and the archive."""
    workflow = yaml.safe_load((ROOT / "docs/workflows/casebook.yml").read_text(encoding="utf-8"))
    archive, = release.glob("*.tar.gz")
    if not archive.name.endswith("-x86_64.tar.gz") or not shutil.which("curl"):
        pytest.skip("the workflow is for x86_64 and needs curl")
    published = tmp_path / "releases" / f"v{VERSION}"
    published.mkdir(parents=True)
    shutil.copy(archive, published)
    clone = tmp_path / "clone"
    shutil.copytree(CONTENT, clone / "content")
    (tmp_path / "temporary").mkdir()
    environment = {
        "PATH": PATH, "HOME": str(tmp_path), "LANG": "C.UTF-8", "RUNNER_TEMP": str(tmp_path / "temporary"),
        "KNOWHOW_VERSION": workflow["env"]["KNOWHOW_VERSION"], "KNOWHOW_RELEASES": f"file://{published.parent}",
        "KNOWHOW_SHA256": hashlib.sha256(archive.read_bytes()).hexdigest(), "BASE_URL": "https://example.org/casebook"}
    scripts = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert environment["KNOWHOW_VERSION"] == VERSION and len(scripts) == 3
    wrong = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", scripts[0]], cwd=clone, env={**environment, "KNOWHOW_SHA256": "0" * 64},
        capture_output=True, text=True)
    assert wrong.returncode != 0 and not (tmp_path / "temporary/knowhow").exists()
    for script in scripts:
        result = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=clone, env=environment, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
    assert (clone / "public/sitemap.xml").is_file() and not (clone / "public/.knowhow").exists()
    built = {path.name for path in (clone / "public/cases").iterdir()}
    assert {path.name for path in (tested_site / "cases").iterdir()} <= built
