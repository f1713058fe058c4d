"""Measures the preview: from saving a case to having its new page."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def processor(process):
    """Milliseconds of processor time that a process has used; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/stat")
    if not status.exists():
        return 0
    fields = status.read_text().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def edits(knowhow, content, count=15):
    """Milliseconds from saving a case to having its new page from the preview, and of the preview's processor, `count` times.

    The system counts processor time in ticks of 10 ms, so that of all edits together is divided by their number."""
    port = free_port()
    command = [knowhow, "serve", "--content", content, "--port", str(port)]
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
        before = processor(process)
        for number in range(count):
            time.sleep(0.2)
            mark = f"{number}回めに書き加えた。"
            start = time.perf_counter()
            case.write_bytes(original + f"\n{mark}\n".encode())
            version = json.loads(get(f"/.knowhow/changes?since={version}"))["version"]
            if mark.encode() not in get(f"/cases/{case.stem}.html"):
                sys.exit("bench: the preview did not show an edit")
            found.append(1000 * (time.perf_counter() - start))
        mean = (processor(process) - before) / count
    finally:
        case.write_bytes(original)
        process.terminate()
        process.wait()
    return [(milliseconds, mean) for milliseconds in found]
