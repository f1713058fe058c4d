"""Measures runs of commands, and records reports in RESULTS.md."""

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
RESULTS = TOP / "Benchmarks" / "RESULTS.md"


class Measurement:
    """Wall time, processor time and peak memory of the runs of one command."""

    def __init__(self):
        self.seconds, self.processor, self.peak = [], [], 0

    def add(self, command, folder):
        """Runs the command; peak memory is that of the process alone, from wait4."""
        os.sync()
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL)
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


def heading(of):
    return f"## {time.strftime('%Y-%m-%d %H:%M')}, {of}"


def circumstances(folder):
    """The machine, its file system, its load and the commit."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), model)
    system = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip()
    load = f"{os.getloadavg()[0]:.1f}"
    return (
        f"{model}, {os.cpu_count()} cores; {platform.system()} {platform.release()}; files on {system or 'a disk'};"
        f" load {load} at the end. Commit {commit()}.")


def commit():
    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=TOP, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + (" with changes" if git("status", "--porcelain", "Sources", "templates") else "")


def record(report):
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write("\n" + report)
