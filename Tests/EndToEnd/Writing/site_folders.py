"""Reads the files of a site's folder and finds its dead links."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from casebook_states import BASE_URL

ADDRESS = re.compile(rb"""(?:\s(?:href|src)="|;\s*url=|\burl\()([^"'>)]*)""")
ANCHOR = re.compile(rb"""\sid="([^"]*)\"""")
# What only the temporary page says.
TEMPORARY = "このページは更新中です".encode()
REST = rb"""([^\s"'<>\\)]*)"""


def contents(folder: Path) -> dict[str, bytes]:
    """The content of every file in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def site_contents(folder: Path) -> dict[str, bytes]:
    """The same without the build's own files."""
    return {path: data for path, data in contents(folder).items() if not path.startswith(".knowhow/") and "/.knowhow-" not in f"/{path}"}


def dead_links(files: dict[str, bytes], base_url: str = BASE_URL) -> list[str]:
    """Links of pages, and whole addresses in any file, that lead to no file."""
    dead = []
    absolute = re.compile(re.escape(base_url).encode() + REST)
    root = urlsplit(base_url).path
    for path, data in files.items():
        targets = [(match, PurePosixPath()) for match in absolute.findall(data)]
        if path.endswith((".html", ".css")):
            targets += [(match, PurePosixPath(path).parent) for match in ADDRESS.findall(data)]
        for raw, base in targets:
            address = unquote(raw.decode().partition("#")[0])
            if not address or ":" in address.partition("/")[0]:
                continue
            target = normalize(base / address) if not address.startswith("/") else address.removeprefix(root)
            if target not in files and target != ".":
                dead.append(f"{path}: {raw.decode()}")
    return dead


def dead_anchors(files: dict[str, bytes]) -> list[str]:
    """Links of pages to anchors that are not on the page they lead to. A temporary page stands for every anchor."""
    anchors = {path: set(ANCHOR.findall(data)) for path, data in files.items() if path.endswith(".html")}
    dead = []
    for path in anchors:
        for raw in ADDRESS.findall(files[path]):
            address, mark, anchor = raw.decode().partition("#")
            if not mark or ":" in address.partition("/")[0]:
                continue
            target = normalize(PurePosixPath(path).parent / unquote(address)) if address else path
            if target in anchors and unquote(anchor).encode() not in anchors[target] and TEMPORARY not in files[target]:
                dead.append(f"{path}: {raw.decode()}")
    return dead


def normalize(path: PurePosixPath) -> str:
    """The path without `..`."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if not parts:
                return f"outside: {path}"
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts) or "."
