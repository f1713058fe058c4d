"""Builds a site and measures its search in a browser: recall and precision, bytes of a first query, bytes on disk, and whether it
works from disk; beside Pagefind over the same pages where it is wanted. Run by `script/bench --search`, which says how."""

import argparse
import functools
import gzip
import http.server
import json
import re
import shutil
import sys
import threading
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Error, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1] / "Tests/EndToEnd/support")]
import browser  # noqa: E402
import collection  # noqa: E402
import queries  # noqa: E402
from runs import TOP, Measurement, file_system, machine, record, today  # noqa: E402

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
    folder = "search"

    def __init__(self, page, base, site):
        self.page, self.site = page, site
        scripts = re.findall(r'<script defer src="(assets/(?:search|finder)-.*?)"', (site / "search.html").read_text(encoding="utf-8"))
        (site / "probe.html").write_text(
            '<!DOCTYPE html><meta charset="utf-8"><title>probe</title>'
            + "".join(f'<script defer src="{name}"></script>' for name in scripts), encoding="utf-8")
        page.goto(base + "probe.html")

    def open(self):
        self.page.evaluate("async () => { window.index = await knowhowSearch.open('./'); }")

    @staticmethod
    def ask(page, base, site, query):
        """The search page itself, on a phone."""
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(f"{base}search.html?q={quote(query)}")
        page.locator("#page-result").wait_for()

    def found(self, query):
        return set(self.page.evaluate(
            "async (text) => (await index.search({ text, limit: 1e9 })).hits.map((hit) => hit.id)", query))

    def forms(self, query):
        return self.page.evaluate(
            "async (text) => (await index.parse(text)).map((word) => word.alternatives.map((alternative) => alternative.text))", query)


class Pagefind:
    name = "Pagefind 1.5.2 extended"
    folder = "pagefind"

    def __init__(self, page, base, site):
        self.page, self.site, self.names = page, site, None
        (site / "probe-pagefind.html").write_text(
            '<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>probe</title>', encoding="utf-8")
        page.goto(base + "probe-pagefind.html")

    def open(self):
        self.page.evaluate("async () => { window.pagefind = await import('./pagefind/pagefind.js'); await pagefind.init(); }")

    @staticmethod
    def ask(page, base, site, query):
        """Its module alone, without its own page."""
        Pagefind(page, base, site).open()
        page.evaluate(
            "async (text) => { const found = await pagefind.search(text);"
            " await Promise.all(found.results.slice(0, 10).map((result) => result.data())); }", typed(query))

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
            typed(query))
        return {self.names[name] for name in ids}


def typed(query):
    """A query as Pagefind takes it."""
    return query.replace("「", '"').replace("」", '"')


def sizes(folder, count):
    """Cells of a table: files, bytes, bytes a case; for knowhow also without its texts."""
    files = [(file.name, file.stat().st_size) for file in folder.rglob("*") if file.is_file()]
    total = sum(size for _, size in files)
    texts = sum(size for name, size in files if re.match(r"[tl]\d+-", name))
    index = f"{(total - texts) / count:,.0f} and {texts / count:,.0f}" if texts else f"{total / count:,.0f}"
    return f"{len(files):,} | {total / 1e6:.1f} | {index}"


def first_query(chromium, tool, base, site, query):
    """What is loaded for a first query besides the page and its style sheets: bytes, bytes with gzip -9 a file, files."""
    page = chromium.new_page()
    loaded = []
    page.on("response", lambda response: loaded.append(unquote(urlsplit(response.url).path).lstrip("/")))
    tool.ask(page, base, site, query)
    page.wait_for_load_state("networkidle")
    page.close()
    data = [(site / name).read_bytes() for name in dict.fromkeys(loaded)
            if (site / name).is_file() and not name.endswith((".html", ".css", ".svg"))]
    return sum(map(len, data)), sum(len(gzip.compress(part, 9)) for part in data), len(data)


def works_from_disk(chromium, tool, site):
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    try:
        tool.ask(page, site.resolve().as_uri() + "/", site, SHORT)
        return "yes" if tool is not Ours or page.locator("#page-result").filter(has_text="件").count() else "no"
    except Error:
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


def queries_table(tools, chromium, base, site, fields, each):
    """Recall and precision of each tool for each kind of query."""
    page = chromium.new_page()
    ours = Ours(page, base, site)
    ours.open()
    sample = queries.sample({name: texts[1] for name, texts in fields.items()}, each)
    normal = {}
    names = list(fields)
    for start in range(0, len(names), 500):
        part = names[start:start + 500]
        normal.update(zip(part, page.evaluate(
            "(given) => given.map((texts) => texts.map(knowhowSearch.text.normalize))", [fields[name] for name in part])))
    forms = {query: ours.forms(query) for _, query in sample}
    results = [judge(ours, sample, normal, forms)]
    if Pagefind in tools:
        other = Pagefind(chromium.new_page(), base, site)
        other.open()
        results.append(judge(other, sample, normal, {query: [[words[0]] for words in forms[query]] for query in forms}))
    lines = [f"{len(sample)} queries. Truth: normalized texts that hold each word; for knowhow also under its synonyms.", "",
             "| kind | queries | " + " | ".join(f"{tool.name}: recall, precision" for tool in tools) + " |",
             "|---|---|" + "---|" * len(tools)]
    for kind in queries.KINDS:
        cells = []
        for rows in results:
            truth, found, right, count = rows.get(kind, [0, 0, 0, 0])
            cells.append(f"{right / max(1, truth):.3f}, {right / max(1, found):.3f}")
        lines.append(f"| {kind} | {count} | " + " | ".join(cells) + " |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--knowhow", type=Path, required=True)
    parser.add_argument("--pagefind", type=Path, help="Python with the package pagefind")
    parser.add_argument("--queries", type=int, default=45, help="of each kind")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    site = options.site.resolve()
    shutil.rmtree(site, ignore_errors=True)
    building, tools = Measurement(), [Ours]
    building.add([options.knowhow, "build", "--quiet", "--content", options.content, "--templates", TOP / "templates", "--output", site],
                 TOP)
    times = ["| | s | from–to | processor s | peak MB |", "|---|---|---|---|---|", building.row("knowhow, the whole build")]
    fields = collection.fields(site)
    if options.pagefind:
        indexing = Measurement()
        indexing.add([options.pagefind, "-m", "pagefind", "--site", site, "--glob", "cases/[!i]*.html", "--force-language", "ja",
                      "--quiet"], TOP)
        times.append(indexing.row("Pagefind, its index of the same pages"))
        tools.append(Pagefind)
    length = sum(len(text.encode()) for texts in fields.values() for text in texts[:2]) / len(fields)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.executable())
        base = serve(site)
        table = ["| | files | MB | bytes a case: index and texts | first query of 2 characters, kB (gzip) | of 6 | from disk |",
                 "|---|---|---|---|---|---|---|"]
        for tool in tools:
            queried = [first_query(chromium, tool, base, site, query) for query in (SHORT, LONG)]
            first = " | ".join(f"{plain / 1e3:.1f} ({packed / 1e3:.1f}), {count} files" for plain, packed, count in queried)
            table.append(f"| {tool.name} | {sizes(site / tool.folder, len(fields))} | {first} | {works_from_disk(chromium, tool, site)} |")
        found = queries_table(tools, chromium, base, site, fields, options.queries) if options.queries else []
        chromium.close()
    for probe in ("probe.html", "probe-pagefind.html"):
        (site / probe).unlink(missing_ok=True)
    report = "\n".join([
        f"{today()}. {machine()} Files on {file_system(site)}. First queries are those of the search page on a phone, its scripts among them; Pagefind's are those of"
        " its module without a page.", "", *times, "", *table, "", *found, ""])
    print(report)
    if options.record:
        record(f"Search of {len(fields):,} cases of {length / 1e3:.1f} kB", report)


if __name__ == "__main__":
    main()
