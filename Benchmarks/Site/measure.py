"""Measures builds of one casebook, in turns, against two floors and against Hugo; run by script/bench, which says how."""

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import desk  # noqa: E402
import disks  # noqa: E402
from preview import edits  # noqa: E402
from runs import TOP, Measurement, commit, file_system, machine, record, today  # noqa: E402

# What is measured, and what the tables call it. "Warned" is the same casebook with 7 warnings for 100 cases.
NAMES = {
    "full": "full build into an empty folder",
    "nothing": "nothing changed",
    "one": "one case changed",
    "full-warned": "full build, with warnings",
    "nothing-warned": "nothing changed, with warnings",
    "one-warned": "one case changed, with warnings",
    "check": "check alone",
    "floor": "floor: libcmark and the same files, in C",
    "equal": "equal-output floor: index, every byte and hash as well, in C",
    "hugo": "Hugo without related cases",
    "related": "Hugo with related cases",
    "hugo-equal": "Hugo, equal files",
    "own-equal": "knowhow's modules, equal files",
    "small": "the 17 cases of `content/`, full build",
    "small-nothing": "the 17 cases of `content/`, nothing changed",
    "version": "`knowhow --version`",
}


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def sizes(folder):
    """The files of a folder with their sizes, sorted, without the build's own."""
    files = [Path(parent) / name for parent, _, names in os.walk(folder) for name in names]
    return sorted((str(path.relative_to(folder)), path.stat().st_size) for path in files if ".knowhow" not in path.parts)


def told(files):
    return f"{len(files):,} files, {sum(size for _, size in files) / 1e6:.1f} MB"


class Bench:
    """All measurements on one file system."""

    def __init__(self, options, work):
        self.options, self.work = options, work
        self.content, self.warned = work / "content", work / "content-warned"
        self.hugo_content, self.small_content = work / "content-hugo", work / "content-17"
        self.site, self.small = work / "site", work / "site-17"
        self.floor, self.hugo = work / "site-floor", work / "site-hugo"
        self.list = work / "list.txt"
        self.found = {}
        self.told = []

    def prepare(self):
        self.work.mkdir(parents=True, exist_ok=True)
        corpus = [sys.executable, HERE / "corpus", str(self.options.count)]
        subprocess.run([*corpus, self.content, *(["--hugo", self.hugo_content] if self.options.hugo else [])], check=True)
        subprocess.run([*corpus, self.warned, "--warnings"], check=True)
        shutil.copytree(TOP / "content", emptied(self.small_content))
        self.measure("full", self.build(self.content, emptied(self.site)))
        self.found.clear()
        self.files = sizes(self.site)
        self.list.write_text("".join(f"{size} {path}\n" for path, size in self.files), encoding="utf-8")
        self.told.append(f"knowhow: {told(self.files)}.")

    def measure(self, name, command):
        # The record of a build is on the file system that is measured.
        self.found.setdefault(name, Measurement()).add(command, TOP, {"XDG_CACHE_HOME": str(self.work / "cache")})

    def build(self, content, output, knowhow=None):
        return [knowhow or self.options.knowhow, "build", "--content", content, "--output", output, "--base-url", "https://example.org/"]

    def run_hugo(self, name, *configuration):
        is_first = name not in self.found
        self.measure(name, [
            self.options.hugo, "build", "--quiet", "--noBuildLock", "--config", ",".join(map(str, configuration)),
            "--source", HERE / "hugo", "--contentDir", self.hugo_content, "--destination", emptied(self.hugo),
            "--cacheDir", self.work / "hugo-cache"])
        if is_first:
            self.told.append(f"{NAMES[name]}: {told(sizes(self.hugo))}.")
        emptied(self.hugo)

    def three_builds(self, number, content, suffix):
        """A full build, one where nothing changed, and one where a sentence of a case did."""
        self.measure("full" + suffix, self.build(content, emptied(self.site)))
        self.measure("nothing" + suffix, self.build(content, self.site))
        case = content / "cases" / f"c{self.options.count // 2 + 1:03d}.md"
        original = case.read_bytes()
        case.write_bytes(original.rstrip() + f"\n\n{number}回めに一文を書き加えた。\n".encode())
        self.measure("one" + suffix, self.build(content, self.site))
        case.write_bytes(original)

    def round(self, number):
        self.three_builds(number, self.content, "")
        self.three_builds(number, self.warned, "-warned")
        self.measure("check", [self.options.knowhow, "check", "--content", self.content])
        threads = str(os.cpu_count())
        self.measure("floor", [self.options.floor, self.content, self.list, emptied(self.floor), threads])
        self.measure("equal", [self.options.equal, self.content, self.list, emptied(self.floor), threads])
        emptied(self.floor)
        for _ in range(3):
            self.measure("small", self.build(self.small_content, emptied(self.small), self.options.static))
            self.measure("small-nothing", self.build(self.small_content, self.small, self.options.static))
            self.measure("version", [self.options.static, "--version"])

    def hugo_round(self):
        configuration = HERE / "hugo" / "hugo.toml"
        self.run_hugo("hugo", configuration)
        # Comparisons and the booklet are taxonomies of Hugo's.
        equal = self.work / "hugo-equal.toml"
        lines = configuration.read_text(encoding="utf-8").splitlines()
        equal.write_text("\n".join(line for line in lines if not line.startswith(("compare =", "booklet ="))), encoding="utf-8")
        self.run_hugo("hugo-equal", equal)
        is_first = "own-equal" not in self.found
        self.measure("own-equal", [self.options.own, self.content, TOP / "templates", emptied(self.floor)])
        if is_first:
            self.told.append(f"{NAMES['own-equal']}: {told(sizes(self.floor))}.")
        emptied(self.floor)

    def run(self):
        self.prepare()
        for number in range(1, self.options.rounds + 1):
            print(f"bench: {file_system(self.work)}, round {number} of {self.options.rounds}", file=sys.stderr)
            self.round(number)
            if self.options.hugo and number <= self.options.hugo_rounds:
                self.hugo_round()
        if self.options.related:
            self.run_hugo("related", *(HERE / "hugo" / file for file in ("hugo.toml", "related.toml")))
        self.edited = {
            "17 cases": edits(self.options.knowhow, self.small_content),
            f"{self.options.count:,} cases with warnings": edits(self.options.knowhow, self.warned)}
        self.desk = desk.rows(desk.requests(self.options.knowhow, self.warned))

    def median(self, name, kind):
        return statistics.median(getattr(self.found[name], kind))

    def ratios(self):
        """The ratios that have a goal: what, time, processor time, the goal."""
        wanted = [
            ("full build ÷ equal-output floor", "full", "equal", "≤ 1.5 of processor"),
            ("full build ÷ floor", "full", "floor", "≤ 2 of time on ext4"),
            ("nothing changed ÷ full build, with warnings", "nothing-warned", "full-warned", "≤ 0.05"),
            ("one case changed ÷ full build, with warnings", "one-warned", "full-warned", "≤ 0.15"),
            ("Hugo without related cases ÷ full build", "hugo", "full", "≥ 10 of time on ext4"),
            ("Hugo ÷ knowhow's modules, equal files", "hugo-equal", "own-equal", "≥ 15 of processor"),
            ("Hugo with related cases ÷ full build", "related", "full", "≥ 40")]
        return [
            (name, self.median(above, "seconds") / self.median(below, "seconds"),
             self.median(above, "processor") / self.median(below, "processor"), goal)
            for name, above, below, goal in wanted if above in self.found]

    def figures(self):
        """The other figures that have a goal: what, the figure, the goal."""
        memory = self.found["full"].peak / 1e6
        rows = [
            ("peak memory of a full build, MB", f"{memory:.0f}", {10_000: "≤ 120", 100_000: "≤ 800"}.get(self.options.count, "")),
            ("files a case", f"{len(self.files) / self.options.count:.2f}", "≤ 1.7 at 10,000")]
        for name, goal in (("small", "≤ 25"), ("small-nothing", "≤ 10"), ("version", "≤ 10")):
            rows.append((f"{NAMES[name]}, static executable, ms", f"{1000 * self.median(name, 'seconds'):.1f}", goal))
        for name, found in self.edited.items():
            for number, kind in enumerate(("ms", "processor ms")):
                values = [edit[number] for edit in found]
                goal = "≤ 30" if kind == "processor ms" and "warnings" in name else ""
                rows.append((
                    f"preview, from saving a case to its new page, {name}, {kind}",
                    f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})", goal))
        goals = {"overview": "≤ 200 at 10,000", "check": "≤ 50 at 10,000"}
        return rows + [(f"desk, {kind}, with warnings, ms", figure, goals.get(kind, "")) for kind, figure in self.desk]

    def report(self):
        return "\n".join([
            f"### {file_system(self.work)}",
            "",
            f"Medians of {self.options.rounds} rounds in turn. {' '.join(self.told)}",
            "",
            "| what | s | from–to | processor s | peak MB |",
            "|---|---|---|---|---|",
            *(self.found[name].row(text) for name, text in NAMES.items() if name in self.found),
            "",
            "| ratio | time | processor time | goal |",
            "|---|---|---|---|",
            *(f"| {name} | {seconds:.2f} | {processor:.2f} | {goal} |" for name, seconds, processor, goal in self.ratios()),
            "",
            "| figure | | goal |",
            "|---|---|---|",
            *(f"| {name} | {value} | {goal} |" for name, value, goal in self.figures()),
            ""])

    def history(self):
        ratios = {name: (seconds, processor) for name, seconds, processor, _ in self.ratios()}
        cells = [
            today(), commit(), f"{self.options.count:,}", file_system(self.work), f"{self.median('full', 'seconds'):.2f}",
            f"{self.median('full', 'processor'):.2f}", f"{ratios['full build ÷ equal-output floor'][1]:.2f}",
            f"{ratios['nothing changed ÷ full build, with warnings'][1]:.3f}",
            f"{ratios['one case changed ÷ full build, with warnings'][1]:.2f}", f"{self.found['full'].peak / 1e6:.0f}"]
        return f"| {' | '.join(cells)} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hugo-rounds", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="measure in this folder alone")
    parser.add_argument("--tools", type=Path, required=True, help="folder for the image of a file system")
    for tool in ("knowhow", "static", "floor", "equal"):
        parser.add_argument(f"--{tool}", type=Path, required=True)
    parser.add_argument("--hugo", type=Path)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--related", action="store_true")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    # A case needs 45 kB in one site, and up to three sites and their sources are there at the same time.
    gigabytes = 2 + options.count // 6_000
    places = [contextlib.nullcontext(options.folder)] if options.folder else [
        disks.journaled(options.tools, gigabytes), disks.memory(gigabytes)]
    reports, history = [], []
    for place in places:
        with place as folder:
            if folder is None:
                continue
            bench = Bench(options, folder.resolve() / "work")
            bench.run()
            reports.append(bench.report())
            history.append(bench.history())
            emptied(bench.work)
    report = "\n".join([f"{today()}. {machine()}", "", *reports])
    print(report)
    if options.record:
        record(f"{options.count:,} cases", report, history)


if __name__ == "__main__":
    main()
