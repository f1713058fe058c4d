"""Lists the files of a built site, and chooses pages that represent the others."""

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path, PurePosixPath


def files(site: Path) -> list[str]:
    """Every file in the folder, as a sorted path with slashes, without the build's own files."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.startswith("."))


def pages(site: Path) -> list[str]:
    """Every HTML file in the folder."""
    return [path for path in files(site) if path.endswith(".html")]


@lru_cache(maxsize=None)
def base_url(site: Path) -> str:
    """The base URL in the home page, with a slash at the end; empty when the site has none."""
    canonical = re.search(r'<link rel="canonical" href="([^"]+/)index\.html">', (site / "index.html").read_text(encoding="utf-8"))
    return canonical[1] if canonical else ""


def kind(page: str) -> str:
    """A name for pages with the same layout, derived from the address alone: `cases/*`, `cases/index.html`, `about.html`."""
    path = PurePosixPath(page)
    if str(path.parent) == "." or path.name == "index.html":
        return page
    return f"{path.parent}/*"


def by_kind(site: Path) -> dict[str, list[str]]:
    """All pages by kind; within a kind, the largest come first."""
    found = defaultdict(list)
    for page in pages(site):
        found[kind(page)].append(page)
    for group in found.values():
        group.sort(key=lambda page: (-(site / page).stat().st_size, page))
    return dict(found)


def representatives(site: Path) -> list[str]:
    """The largest page of each kind."""
    return sorted(group[0] for group in by_kind(site).values())


def sample(site: Path, most: int = 120) -> list[str]:
    """All pages of a small site; of a larger one about `most`, spread evenly over each kind from largest to smallest."""
    groups = by_kind(site)
    if sum(map(len, groups.values())) <= most:
        return pages(site)
    share = max(2, most // len(groups))
    chosen = set()
    for group in groups.values():
        count = min(share, len(group))
        steps = max(1, count - 1)
        chosen.update(group[index * (len(group) - 1) // steps] for index in range(count))
    return sorted(chosen)
