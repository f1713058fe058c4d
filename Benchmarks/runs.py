"""Measures runs of commands, and keeps their reports in RESULTS.md."""

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
RESULTS = TOP / "Benchmarks" / "RESULTS.md"
HISTORY = "<!-- end of the history -->"


class Measurement:
    """Wall time, processor time and peak memory of the runs of one command."""

    def __init__(self):
        self.seconds, self.processor, self.peak = [], [], 0

    def add(self, command, folder, environment=None):
        """Runs the command; peak memory is that of the process alone, from wait4."""
        os.sync()
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench: exit code {process.returncode} from {' '.join(map(str, command))}")
        self.processor.append(usage.ru_utime + usage.ru_stime)
        unit = 1 if platform.system() == "Darwin" else 1024
        self.peak = max(self.peak, usage.ru_maxrss * unit)

    def row(self, name):
        median, spread = statistics.median(self.seconds), f"{min(self.seconds):.2f}–{max(self.seconds):.2f}"
        return f"| {name} | {median:.3f} | {spread} | {statistics.median(self.processor):.3f} | {self.peak / 1e6:.0f} |"


def today():
    return time.strftime("%Y-%m-%d")


def machine():
    """The processor, the system, the load and the commit."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), model)
    load = f"{os.getloadavg()[0]:.1f}"
    return f"{model}, {os.cpu_count()} cores; {platform.system()} {platform.release()}; load {load} at the end. Commit {commit()}."


def file_system(folder):
    found = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip()
    return {"ext2/ext3": "ext4"}.get(found, found) or "a disk"


def commit():
    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=TOP, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + (" with changes" if git("status", "--porcelain", "Sources", "templates") else "")


def record(title, report, history=()):
    """Puts a report in the place of the last one with the same title, and appends rows to the table of the history."""
    text = RESULTS.read_text(encoding="utf-8")
    section = f"## {title}\n\n{report.strip()}\n\n"
    known = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## )", re.M | re.S)
    if known.search(text):
        text = known.sub(lambda _: section, text)
    else:
        text = text.replace("## History\n", f"{section}## History\n")
    text = text.replace(HISTORY, "".join(f"{row}\n" for row in history) + HISTORY)
    RESULTS.write_text(text, encoding="utf-8")
