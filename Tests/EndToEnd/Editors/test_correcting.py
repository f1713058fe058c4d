"""A case made with `new` is broken in typical ways, one after another, and corrected with nothing but the messages."""

import re
from collections.abc import Callable

from desk import Desk

CATEGORY = "障害のある人の就職後の障害や疾患の自己管理支援"


class Reported:
    """A problem as an editor sees it: its location, its message, and the file to correct."""

    def __init__(self, problem: dict, data: bytes) -> None:
        self.message: str = problem["message"]
        self.suggestions: list[str] = problem["suggestions"]
        self.data = data
        try:
            self.lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            self.lines = []
        self.line = (problem["line"] or 1) - 1
        self.start = (problem["column"] or 1) - 1
        self.end = problem["endColumn"] - 1 if problem["endLine"] == problem["line"] else None

    def said(self, pattern: str) -> str:
        """A part of the message."""
        return re.search(pattern, self.message)[1]

    def replace(self, text: str) -> bytes:
        """The file with what is marked replaced."""
        line = self.lines[self.line]
        end = len(line) if self.end is None else self.end
        self.lines[self.line] = line[: self.start] + text + line[end:]
        return "\n".join(self.lines).encode()

    def insert(self, *lines: str) -> bytes:
        """The file with lines above the one that is named, or at the end where that is the last."""
        place = self.line if self.line < len(self.lines) - 2 else len(self.lines)
        self.lines[place:place] = lines
        return "\n".join(self.lines).encode()

    @property
    def marked(self) -> str:
        return self.lines[self.line][self.start : self.end]


def old_for_new(old: str, new: str) -> Callable[[bytes], bytes]:
    def damage(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode(), 1)

    return damage


# How an editor breaks the file, and the problem that is reported first.
WAYS = [
    ("wide-colon", old_for_new("category: ", "category：")),
    ("missing-space", old_for_new("title: ", "title:")),
    ("unknown-key", old_for_new("organization:", "organisation:")),
    ("missing-key", old_for_new("organization: 障害者雇用事業所\n", "")),
    ("unknown-term", old_for_new("障害者雇用事業所\n", "障害者雇用事務所\n")),
    ("too-many-values", old_for_new(f"category: {CATEGORY}", f"category: {CATEGORY}、就労情報提供")),
    ("wide-list-marks", old_for_new("[障害のある人（本人）, ジョブコーチ]", "［障害のある人（本人）、ジョブコーチ］")),
    ("bad-status", old_for_new("status: published", "status: publish")),
    ("wide-digits", old_for_new("# published: ", "published: ２０２６-０４-０１")),
    ("unknown-section", old_for_new("## 取組・工夫の概要", "## 取組と工夫の概要")),
    ("missing-section", old_for_new("## 課題軽減・解決・向上の効果\n\n効果の文。\n", "")),
    ("empty-section", old_for_new("必要性の文。\n", "")),
    ("unreadable-bytes", lambda data: data.decode().encode("cp932")),
]


def correct(identifier: str, reported: Reported) -> bytes:
    """Does what a message says, and nothing else."""
    match identifier:
        case "unknown-key" | "unknown-term" | "bad-status" | "wide-digits":
            return reported.replace(reported.suggestions[0])
        case "unknown-section":
            return reported.replace("## " + reported.suggestions[0])
        case "wide-colon":
            return reported.replace(reported.said("半角の「(.)」にしてください"))
        case "missing-space":
            key = reported.said("「(.+?)」の後に半角の空白がありません")
            return reported.data.replace(key.encode(), f"{key} ".encode(), 1)
        case "missing-key":
            assert reported.said("例：`(.+?): .+`") == "organization"
            return reported.replace(f"{reported.marked}\n{reported.said('（(.+?)）がありません')}: 障害者雇用事業所")
        case "too-many-values":
            assert reported.said("(1つだけ)")
            return reported.replace(reported.marked.split("、")[0])
        case "wide-list-marks":
            return reported.replace(reported.said("いくつも書くときは、`(.+?)` のように"))
        case "missing-section":
            return reported.insert("", reported.said("見出し「(.+?)」がありません"), "", "効果の文。", "")
        case "empty-section":
            return reported.replace(reported.marked + "\n\n必要性の文。\n")
        case "unreadable-bytes":
            return reported.data.decode(reported.said("(Shift_JIS)")).encode()
    raise AssertionError(identifier)


def test_thirteen_ways(desk: Desk) -> None:
    made = desk.run(
        "new", "--title", "休憩の合図", "--category", "6", "--organization", "障害者雇用事業所", "--actors", "本人、ジョブコーチ")
    path = desk.folder / made.stdout.strip()
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: published")
    for words in ("必要性の文。", "取組の文。", "効果の文。"):
        text = re.sub("<!--.*?-->", words, text, count=1)
    path.write_text(text, encoding="utf-8")
    assert desk.problems() == []
    assert len(WAYS) >= 12
    for identifier, damage in WAYS:
        path.write_bytes(damage(path.read_bytes()))
        problems = desk.problems()
        assert identifier in [each["id"] for each in problems] and desk.run("build").returncode == 1, (identifier, problems)
        for _ in range(3):
            if not problems:
                break
            assert problems[0]["file"] == "content/cases/c018.md"
            path.write_bytes(correct(problems[0]["id"], Reported(problems[0], path.read_bytes())))
            problems = desk.problems()
        assert problems == [], identifier
    assert desk.run("build").returncode == 0
    page = (desk.folder / "site/cases/c018.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("休憩の合図", "必要性の文。", "取組の文。", "効果の文。"))
