"""`knowhow new`, by options and by a person at a terminal."""

import re
import signal
from concurrent.futures import ThreadPoolExecutor

import pexpect
import pytest

from desk import Desk

BY_OPTIONS = (
    "new", "--title", "休憩の合図: 決めておく", "--category", "6", "--organization=障害者雇用企業", "--actors", "本人、ジョブコーチ",
    "--disabilities", "難病")


def person(desk: Desk, *arguments: str) -> pexpect.spawn:
    """A terminal with the command running in it, where Ctrl-C does what it does at a terminal, even if these tests run in the
    background of a shell that lets it do nothing."""
    return pexpect.spawn(
        desk.program, ["new", *arguments], cwd=str(desk.folder), encoding="utf-8", timeout=20, dimensions=(60, 200),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))


def test_options(desk: Desk) -> None:
    result = desk.run(*BY_OPTIONS)
    assert (result.returncode, result.stdout) == (0, "content/cases/c018.md\n"), result.stderr
    assert "knowhow check" in result.stderr
    text = (desk.cases / "c018.md").read_text(encoding="utf-8")
    for line in (
        'title: "休憩の合図: 決めておく"', "category: 障害のある人の就職後の障害や疾患の自己管理支援", "organization: 障害者雇用事業所",
        "actors: [障害のある人（本人）, ジョブコーチ]", "disabilities: [難病]", "# phases: []", "status: draft", "# summary: ",
    ):
        assert line in text.splitlines()
    assert re.findall(r"^## (.*)$", text, re.M) == ["必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"]
    assert "視覚障害、聴覚・言語障害" in text and "なぜ必要だったのか" in text
    # What is left is for the editor to write, and says so; the site can be built all the same.
    problems = desk.problems()
    assert [(each["id"], each["severity"]) for each in problems] == [("unwritten-section", "warning")] * 3
    assert all("公開する前に書いてください" in each["message"] for each in problems)
    assert desk.run("build", "--drafts", "--output", "preview").returncode == 0
    page = (desk.folder / "preview/cases/c018.html").read_text(encoding="utf-8")
    assert "休憩の合図: 決めておく" in page and "なぜ必要だったのか" not in page and "この行は" not in page
    assert desk.run("build").returncode == 0
    assert not (desk.folder / "site/cases/c018.html").exists()


def test_nothing_given(desk: Desk) -> None:
    result = desk.run("new")
    assert result.returncode == 0
    assert "まだ書いていない項目：title、category、organization、actors" in result.stderr
    errors = [each for each in desk.problems() if each["severity"] == "error"]
    assert [each["message"] for each in errors] == [
        "「題名」（title）が空です。例：`title: 事例の題名`", "「分野」（category）が空です。例：`category: 就労情報提供`",
        "「取組主体」（organization）が空です。例：`organization: ハローワーク`",
        "「関わる人・機関」（actors）が空です。例：`actors: [障害のある人（本人）]`"]


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("--categroy", "1"), "もしかして: --category"),
        (("--category", "就労情報堤供"), "もしかして: 就労情報提供"),
        (("--category", "1、2"), "一つだけ"),
        (("--category", "1", "--category", "2"), "一つだけ"),
        (("--category",), "値がありません"),
        (("題名",), "--title"),
        (("--title", "消\x1b[31m赤"), "使えない文字"),
    ],
)
def test_wrong_options(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    before = desk.names()
    result = desk.run("new", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert desk.names() == before
    assert desk.run("new", *arguments, language="en").stderr.startswith("knowhow: ")


def test_the_next_free_id(desk: Desk) -> None:
    for name in ("c021.md.txt", "_c020.md", "C022.md"):
        (desk.cases / name).write_text("", encoding="utf-8")
    assert desk.run("new").stdout == "content/cases/c023.md\n"


def test_many_at_a_time(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda number: desk.run("new", "--title", f"題名{number}"), range(16)))
    paths = sorted(result.stdout.strip() for result in results)
    assert paths == [f"content/cases/c{number:03}.md" for number in range(18, 34)]
    titles = {re.search(r"^title: (.*)$", (desk.folder / path).read_text(encoding="utf-8"), re.M)[1] for path in paths}
    assert titles == {f"題名{number}" for number in range(16)}
    assert all(not name.startswith(".") for name in desk.names())


def test_settings_with_an_error(desk: Desk) -> None:
    settings = desk.folder / "content/casebook.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("order: number", "order: nummer"), encoding="utf-8")
    before = desk.names()
    result = desk.run("new", "--title", "題名")
    assert result.returncode == 1 and "[bad-choice]" in result.stderr and "何も作っていません" in result.stderr
    assert desk.names() == before


def test_a_person_is_asked(desk: Desk) -> None:
    terminal = person(desk)
    terminal.expect("題名: ")
    terminal.sendline("「合図」を決める")
    terminal.expect("12 組織や地域の体制変革")
    terminal.expect("分野（番号か名前）: ")
    terminal.sendline("就労情報堤供")
    terminal.expect("もしかして: 1 就労情報提供")
    terminal.expect("Enter を押して")
    terminal.sendline("")
    terminal.expect("取組主体（番号か名前）: ")
    terminal.sendline("職安、特例子会社")
    terminal.expect("選べるのは一つだけです")
    terminal.sendline("職安")
    terminal.expect("→ ハローワーク")
    terminal.expect("関わる人・機関（番号か名前、いくつでも）: ")
    terminal.sendline("１、ジョブコーチ")
    terminal.expect("→ 障害のある人（本人）、ジョブコーチ")
    terminal.expect("content/cases/c018.md")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    lines = (desk.cases / "c018.md").read_text(encoding="utf-8").splitlines()
    for line in ("title: 「合図」を決める", "category: 就労情報提供", "organization: ハローワーク", "actors: [障害のある人（本人）, ジョブコーチ]"):
        assert line in lines
    assert {each["id"] for each in desk.problems()} == {"unwritten-section"}


@pytest.mark.parametrize("leave", ["interrupt", "end of input"])
@pytest.mark.parametrize("answers", [(), ("題名",), ("題名", "1")])
def test_leaving_early_leaves_nothing(desk: Desk, leave: str, answers: tuple[str, ...]) -> None:
    before = desk.names()
    terminal = person(desk, "--lang", "en")
    for prompt, answer in zip(("Title: ", "number or name"), answers):
        terminal.expect(prompt)
        terminal.sendline(answer)
    terminal.expect(["Title: ", r"number or name\): "][min(len(answers), 1)])
    terminal.sendintr() if leave == "interrupt" else terminal.sendeof()
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.signalstatus == 2 if leave == "interrupt" else terminal.exitstatus == 2
    assert desk.names() == before
