"""Measures builds of one casebook, in turns, against a floor and against Hugo; run by script/bench, which says how."""

import argparse
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from runs import TOP, Measurement, circumstances, heading, record  # noqa: E402


class Ratio:
    """How many times the one took of the other, in wall time and in processor time."""

    def __init__(self, name, above, below, goal):
        self.name, self.above, self.below, self.goal = name, above, below, goal

    def row(self):
        def ratio(kind):
            return f"{statistics.median(getattr(self.above, kind)) / statistics.median(getattr(self.below, kind)):.2f}"

        return f"| {self.name} | {ratio('seconds')} | {ratio('processor')} | {self.goal} |"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def sizes(folder):
    """The files of a folder with their sizes, sorted."""
    files = [Path(parent) / name for parent, _, names in os.walk(folder) for name in names]
    return sorted((str(path.relative_to(folder)), path.stat().st_size) for path in files)


def told(files):
    return f"{len(files):,} files, {sum(size for _, size in files) / 1e6:.1f} MB"


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = options.folder.resolve()
        self.content = self.work / f"content-{options.count}"
        self.hugo_content = self.work / f"content-{options.count}-hugo"
        self.site, self.small = self.work / "site", self.work / "site-17"
        self.floor, self.hugo = self.work / "site-floor", self.work / "site-hugo"
        self.list = self.work / "list.txt"
        self.changed = self.content / "cases" / f"c{options.count // 2 + 1:03d}.md"
        names = ["full", "nothing", "one", "check", "floor", "small"] + (["hugo", "related"] if options.hugo else [])
        self.found = {name: Measurement() for name in names}

    def prepare(self):
        self.work.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, HERE / "corpus", str(self.options.count), self.content, "--hugo", self.hugo_content],
            check=True)
        self.original = self.changed.read_bytes()
        emptied(self.site)
        subprocess.run(self.build(self.content, self.site), cwd=TOP, check=True)
        files = sizes(self.site)
        self.list.write_text("".join(f"{size} {path}\n" for path, size in files), encoding="utf-8")
        self.told = [f"knowhow: {told(files)}."]

    def build(self, content, output):
        return [self.options.knowhow, "build", "--quiet", "--content", content, "--output", output]

    def run_hugo(self, name, configuration):
        command = [
            self.options.hugo, "build", "--quiet", "--noBuildLock", "--config", configuration, "--source", HERE / "hugo",
            "--contentDir", self.hugo_content, "--destination", emptied(self.hugo), "--cacheDir", self.work / "hugo-cache"]
        self.found[name].add(command, HERE / "hugo")

    def round(self, number):
        found = self.found
        found["full"].add(self.build(self.content, emptied(self.site)), TOP)
        found["nothing"].add(self.build(self.content, self.site), TOP)
        self.changed.write_bytes(self.original + f"\n{number}回めに一文を書き加えた。\n".encode())
        found["one"].add(self.build(self.content, self.site), TOP)
        self.changed.write_bytes(self.original)
        found["check"].add([self.options.knowhow, "check", "--content", self.content], TOP)
        found["floor"].add(
            [self.options.floor, self.content, self.list, emptied(self.floor), str(os.cpu_count())], TOP)
        found["small"].add(self.build(TOP / "content", emptied(self.small)), TOP)
        if self.options.hugo:
            self.run_hugo("hugo", "hugo.toml")
            self.run_hugo("related", "hugo.toml,related.toml")

    def edits(self, content, count=7):
        """Milliseconds from saving a case to having its new page from the preview, `count` times."""
        port = free_port()
        command = [self.options.knowhow, "serve", "--content", content, "--port", str(port)]
        process = subprocess.Popen([str(part) for part in command], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while b"http://" not in process.stdout.readline():
            pass
        connection = http.client.HTTPConnection("127.0.0.1", port)

        def get(path):
            connection.request("GET", path, headers={"Connection": "keep-alive"})
            return connection.getresponse().read()

        case = sorted((content / "cases").glob("c*.md"))[0]
        original, found = case.read_bytes(), []
        try:
            version = json.loads(get("/.knowhow/changes?since=-1"))["version"]
            for number in range(count):
                time.sleep(0.2)
                mark = f"{number}回めに書き加えた。"
                start = time.perf_counter()
                case.write_bytes(original + f"\n{mark}\n".encode())
                version = json.loads(get(f"/.knowhow/changes?since={version}"))["version"]
                if mark.encode() not in get(f"/cases/{case.stem}.html"):
                    sys.exit("bench: the preview did not show an edit")
                found.append(1000 * (time.perf_counter() - start))
        finally:
            case.write_bytes(original)
            process.terminate()
            process.wait()
        return found

    def run(self):
        self.prepare()
        for number in range(1, self.options.rounds + 1):
            print(f"bench: round {number} of {self.options.rounds}", file=sys.stderr)
            self.round(number)
        small = self.work / "content-17"
        shutil.copytree(TOP / "content", emptied(small))
        self.edited = {17: self.edits(small), self.options.count: self.edits(self.content)}
        emptied(small)
        if self.options.hugo:
            self.told.append(f"Hugo, with related cases: {told(sizes(self.hugo))}.")
        for folder in [self.site, self.floor, self.small, self.hugo]:
            emptied(folder)

    def report(self):
        found, names = self.found, {
            "full": "full build into an empty folder", "nothing": "nothing changed", "one": "one case changed",
            "check": "check alone", "floor": "floor: libcmark and the same files, in C",
            "hugo": "Hugo without related cases", "related": "Hugo with related cases",
            "small": "the 17 cases of `content/`, full build"}
        ratios = [
            Ratio("full build ÷ floor", found["full"], found["floor"], "≤ 1.5"),
            Ratio("nothing changed ÷ full build", found["nothing"], found["full"], "≤ 0.33"),
            Ratio("one case changed ÷ full build", found["one"], found["full"], "≤ 0.4")]
        if self.options.hugo:
            ratios += [
                Ratio("Hugo without related cases ÷ full build", found["hugo"], found["full"], "≥ 8"),
                Ratio("Hugo with related cases ÷ full build", found["related"], found["full"], "≥ 40")]
        return "\n".join([
            heading(f"{self.options.count:,} cases"),
            "",
            f"{circumstances(self.work)} Medians of {self.options.rounds} rounds in turn. {' '.join(self.told)}",
            "",
            "| what | s | from–to | processor s | peak MB |",
            "|---|---|---|---|---|",
            *(found[name].row(text) for name, text in names.items() if name in found),
            "",
            "| ratio | time | processor time | goal |",
            "|---|---|---|---|",
            *(ratio.row() for ratio in ratios),
            "",
            "| from saving a case to its new page in the preview | ms | from–to | goal |",
            "|---|---|---|---|",
            *(f"| {count:,} cases | {statistics.median(found):.0f} | {min(found):.0f}–{max(found):.0f} | ≤ 100 |"
              for count, found in self.edited.items()),
            ""])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--knowhow", type=Path, required=True)
    parser.add_argument("--floor", type=Path, required=True)
    parser.add_argument("--hugo", type=Path)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    bench = Bench(options)
    bench.run()
    report = bench.report()
    print(report)
    if options.record:
        record(report)


if __name__ == "__main__":
    main()
