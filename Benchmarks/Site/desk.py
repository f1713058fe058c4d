"""Measures the desk: its list of cases, the form of one, the check of an edit, and a save.

    python3 Benchmarks/Site/desk.py KNOWHOW CONTENT
"""

import http.client
import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

from preview import TOP, free_port

REQUESTS = ("overview", "overview after a save", "search", "form", "check", "page beside it", "save")


def requests(knowhow, content, count=15):
    """Milliseconds from asking to the whole answer of each kind of request, `count` times. The files of `content` are as before."""
    port = free_port()
    command = [knowhow, "desk", "--content", content, "--port", str(port)]
    process = subprocess.Popen([str(part) for part in command], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    while "token=" not in (line := process.stdout.readline()):
        if not line:
            sys.exit("bench: the desk ended")
    connection = http.client.HTTPConnection("127.0.0.1", port)
    cookie, found = "", {kind: [] for kind in REQUESTS}

    def ask(path, form=None):
        start = time.perf_counter()
        headers = {"Connection": "keep-alive", "Cookie": cookie}
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers |= {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded",
                        "Accept": "application/json"}
            connection.request("POST", path, body=urlencode(form), headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            sys.exit(f"bench: {path}: {answer.status}")
        return 1000 * (time.perf_counter() - start), answer, body

    cases = sorted((content / "cases").glob("c*.md"))
    case = cases[len(cases) // 2]
    original = case.read_bytes()
    try:
        cookie = ask("/desk/" + line.split("/desk/")[1].strip())[1].headers["Set-Cookie"].split(";")[0]
        path = f"/desk/cases/{case.stem}"
        text = ask(path)[2].decode()
        token, version = (re.search(rf'name="{name}" value="(\w+)"', text).group(1) for name in ("form-token", "version"))
        for number in range(count):
            edit = {"form-token": token, "version": version, "k-summary": f"{number}回めに書き直した要約。"}
            found["overview"].append(ask("/desk/")[0])
            found["search"].append(ask("/desk/?" + urlencode({"words": f"{number}"}))[0])
            found["form"].append(ask(path)[0])
            milliseconds, _, body = ask("/desk/check", edit | {"case": case.stem})
            found["check"].append(milliseconds)
            found["page beside it"].append(ask(json.loads(body)["page"])[0])
            milliseconds, _, body = ask(path, edit)
            found["save"].append(milliseconds)
            version = json.loads(body)["version"]
            found["overview after a save"].append(ask("/desk/")[0])
    finally:
        process.terminate()
        process.wait()
        case.write_bytes(original)
        for backup in content.glob(f".backup/*T*Z*/cases/{case.name}"):
            backup.unlink()
            backup.parent.rmdir()
            backup.parent.parent.rmdir()
    return found


def rows(found):
    """Rows of a table: what, the median and the range in milliseconds."""
    return [
        (kind, f"{statistics.median(values):.0f} ({min(values):.0f}–{max(values):.0f})") for kind, values in found.items()]


if __name__ == "__main__":
    for row in rows(requests(sys.argv[1], Path(sys.argv[2]).resolve())):
        print(*row, sep=": ")
