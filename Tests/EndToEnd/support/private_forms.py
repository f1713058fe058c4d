"""Forms in which people write what is private, right and wrong, and a content folder with a case of each."""

from pathlib import Path

SECRET = "03-9876-5432"

# Each form is put into the front matter of a case, in the place of the line that starts its organization. S is the secret.
FORMS = [
    "private：\n  電話: S", "private:\n　電話: S", "private:\n\u00a0 電話: S", "private:\n電話: S", "private:\n\n電話 S",
    "private:\n・電話 S", "private:\n\t電話: S", "private:\n- 電話: S", "private:\n  住所: 東京\n電話: S", "private: S", "private:S",
    "private: [S]", "private: \"S", "private: {電話: S", "private\n  電話: S", "private S", "ｐｒｉｖａｔｅ：\n　電話：S", "PRIVATE: S",
    "'private':\n  電話: S", "\"private\": S", "「private」：S", "? private\n: 電話: S", "  private:\n    電話: S",
    "　private：\n　　電話：S", "pri\u200bvate:\n  電話: S", "\ufeffprivate: S", "p r i v a t e: S", "private∶ S", "非公開:\n  電話: S",
    "非公開：S", "【非公開】\n電話 S", "privat:\n  電話: S", "privte: S", "prvate:\n電話 S", "privates: S", "рrivate: S",
    "{private: S}", "- private: S", "・private：S", "--- private: S", "private = S", "# private:\n  電話: S",
    "private:\n  a: b\nprivate: S", "private:\n  電話: \"S\n住所: S", "status: published private: S", "yomi: a、private: S",
    "aliases: [a, private: S]", "related:\n  - c001\n  private: S", "private:\n  a: b\n------\n  電話: S\n---", "---\nprivate:\n  電話: S\n---",
    # Right forms.
    "private:\n  電話: S", "private: {電話: S}", "private:\n  - S",
]
DAMAGES = {
    "as it is": lambda text: text,
    "no end of the front matter": lambda text: text.replace("\n---\n", "\n", 1),
    "no start of the front matter": lambda text: text.removeprefix("---\n"),
    "an unknown term": lambda text: text.replace("category: ", "category: なし", 1),
}


def with_forms(content: Path, damage) -> Path:
    """Puts a case with each form into a content folder."""
    case = (content / "cases/c001.md").read_text("utf-8")
    line = next(line for line in case.splitlines() if line.startswith("organization:"))
    for number, form in enumerate(FORMS):
        text = case.replace(line, form.replace("S", SECRET) + "\n" + line, 1).replace("title: ", f"title: 番号{number}の", 1)
        (content / f"cases/p{number:03}.md").write_text(damage(text), "utf-8")
    return content
