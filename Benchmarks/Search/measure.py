"""Measures the search of a built site in a browser: recall and precision, bytes of a first query, bytes on disk, and whether it
works from disk; beside Pagefind over the same pages where it is wanted. Run by `script/bench --search`, which says how."""

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
sys.path[:0] = [str(HERE), str(TOP / "Tests/Pages")]
import browser  # noqa: E402
import collection  # noqa: E402
import queries  # noqa: E402

# A query of two characters and one of six.
SHORT, LONG = "実習", "ジョブコーチ"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


class Ours:
    name = "knowhow"

    def __init__(self, page, base, site):
        self.page, self.site = page, site
        scripts = [next((site / "assets").glob(f"{name}-??????????.js")).name for name in
                   ("search-index", "finder")]
        (site / "probe.html").write_text(
            '<!DOCTYPE html><meta charset="utf-8"><title>probe</title>'
            + "".join(f'<script defer src="assets/{name}"></script>' for name in scripts), encoding="utf-8")
        page.goto(base + "probe.html")

    def open(self):
        self.page.evaluate("async () => { window.index = await knowhowSearch.open('./'); }")

    def first_page(self, query):
        self.page.evaluate("async (text) => { await index.search({ text, limit: 10 }); }", query)

    def found(self, query):
        return set(self.page.evaluate(
            "async (text) => (await index.search({ text, limit: 1e9 })).hits.map((hit) => hit.id)", query))

    def total(self, query):
        return self.page.evaluate("async (text) => (await index.search({ text, limit: 1 })).total", query)

    def forms(self, query):
        return self.page.evaluate(
            "(text) => knowhowSearch.words.parse(text, index.data, index.facets)"
            ".map((word) => word.alternatives.map((alternative) => alternative.text))", query)


class Pagefind:
    name = "Pagefind 1.5.2 extended"

    def __init__(self, page, base, site):
        self.page, self.site, self.names = page, site, None
        (site / "probe-pagefind.html").write_text(
            '<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>probe</title>', encoding="utf-8")
        page.goto(base + "probe-pagefind.html")

    def open(self):
        self.page.evaluate("async () => { window.pagefind = await import('./pagefind/pagefind.js'); await pagefind.init(); }")

    def first_page(self, query):
        self.page.evaluate(
            "async (text) => { const found = await pagefind.search(text);"
            " await Promise.all(found.results.slice(0, 10).map((result) => result.data())); }",
            query.replace("「", '"').replace("」", '"'))

    def found(self, query):
        # Each result has a file of its own; all are read here at once, as a browser would take minutes to.
        if self.names is None:
            self.names = {}
            for file in (self.site / "pagefind/fragment").iterdir():
                data = gzip.decompress(file.read_bytes())
                url = json.loads(data[data.index(b"{"):])["url"]
                self.names[file.name.split(".")[0]] = Path(urlsplit(url).path).stem
        ids = self.page.evaluate(
            "async (text) => (await pagefind.search(text)).results.map((result) => result.id)",
            query.replace("「", '"').replace("」", '"'))
        return {self.names[name] for name in ids}


def size(folder, count):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return len(files), sum(file.stat().st_size for file in files), sum(file.stat().st_size for file in files) / count


def first_query(chromium, make, base, site, query):
    """Bytes of all that is loaded for a first query: as they are, and with gzip -9 a file."""
    page = chromium.new_page()
    loaded = []
    page.on("response", lambda response: loaded.append(unquote(urlsplit(response.url).path).lstrip("/")))
    tool = make(page, base, site)
    tool.open()
    tool.first_page(query)
    page.close()
    files = [site / name for name in dict.fromkeys(loaded) if not name.startswith("probe") and (site / name).is_file()]
    data = [file.read_bytes() for file in files]
    return len(files), sum(map(len, data)), sum(len(gzip.compress(part, 9)) for part in data)


def works_from_disk(chromium, make, site):
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    try:
        tool = make(page, site.resolve().as_uri() + "/", site)
        tool.open()
        tool.first_page(SHORT)
        return "yes"
    except Exception:
        return "no"
    finally:
        page.close()


def judge(tool, sample, texts, forms):
    """For each kind of query: recall and precision over all that is found."""
    rows = {}
    for kind, query in sample:
        truth = queries.holders(texts, forms[query])
        found = tool.found(query) & set(texts)
        known = rows.setdefault(kind, [0, 0, 0, 0])
        known[0] += len(truth)
        known[1] += len(found)
        known[2] += len(truth & found)
        known[3] += 1
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pagefind", type=Path, help="Python with the package pagefind")
    parser.add_argument("--queries", type=int, default=45, help="of each kind")
    parser.add_argument("--sizes-only", action="store_true")
    options = parser.parse_args()
    site = options.site
    fields = collection.fields(site)
    lines = [f"### Search, {len(fields):,} cases", ""]
    tools = [Ours]
    if options.pagefind:
        shutil.rmtree(site / "pagefind", ignore_errors=True)
        start = time.perf_counter()
        process = subprocess.Popen(
            [options.pagefind, "-m", "pagefind", "--site", site, "--glob", "cases/[!i]*.html", "--force-language", "ja", "--quiet"])
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        lines += [f"Pagefind indexed the pages of the cases in {seconds:.1f} s ({usage.ru_utime + usage.ru_stime:.1f} s of processor), "
                  f"peak {usage.ru_maxrss * 1024 / 1e6:.0f} MB; exit code {os.waitstatus_to_exitcode(status)}.", ""]
        process.returncode = 0
        tools.append(Pagefind)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.executable())
        base = serve(site)
        lines += ["| | files | MB | bytes a case | first query of 2 characters, kB (gzip) | of 6 | from disk |", "|---|---|---|---|---|---|---|"]
        for make in tools:
            folder = site / ("search" if make is Ours else "pagefind")
            files, total, each = size(folder, len(fields))
            first = [first_query(chromium, make, base, site, query) for query in (SHORT, LONG)]
            cells = [f"{raw / 1e3:.1f} ({packed / 1e3:.1f}), {count} files" for count, raw, packed in first]
            lines.append(f"| {make.name} | {files:,} | {total / 1e6:.1f} | {each:.0f} | {cells[0]} | {cells[1]} | "
                         f"{works_from_disk(chromium, make, site)} |")
        if not options.sizes_only:
            page = chromium.new_page()
            ours = Ours(page, base, site)
            ours.open()
            sample = [query for query in queries.sample({name: texts[1] for name, texts in fields.items()}, options.queries)]
            normal = {}
            names = list(fields)
            for start in range(0, len(names), 500):
                part = names[start:start + 500]
                normal.update(zip(part, page.evaluate(
                    "(given) => given.map((texts) => texts.map(knowhowSearch.text.normalize))", [fields[name] for name in part])))
            forms = {query: ours.forms(query) for _, query in sample}
            plain = {query: [[words[0]] for words in forms[query]] for _, query in sample}
            lines += ["", f"{len(sample)} queries. Truth: normalized texts that hold each word; for knowhow also under its synonyms.", "",
                      "| kind | queries | " + " | ".join(f"{make.name}: recall, precision" for make in tools) + " |",
                      "|---|---|" + "---|" * len(tools)]
            results = [judge(ours, sample, normal, forms)]
            if options.pagefind:
                page = chromium.new_page()
                other = Pagefind(page, base, site)
                other.open()
                results.append(judge(other, sample, normal, plain))
            for kind in queries.KINDS:
                cells = []
                for rows in results:
                    truth, found, right, count = rows.get(kind, [0, 0, 0, 0])
                    cells.append(f"{right / max(1, truth):.3f}, {right / max(1, found):.3f}")
                lines.append(f"| {kind} | {count} | " + " | ".join(cells) + " |")
        chromium.close()
    for probe in ("probe.html", "probe-pagefind.html"):
        (site / probe).unlink(missing_ok=True)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
