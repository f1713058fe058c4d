"""A casebook with cases that try to break tables, texts and documents."""

import shutil
from pathlib import Path

from paths import EVERY_FEATURE

TITLES = {
    "h001": "=HYPERLINK(\"https://example.com\",\"x\")",
    "h002": "引用\"と, コンマ ①㈱ｶﾞｽ ℡ Ⅳ ㌔ №3",
    "h003": "+81 [題](名) *強く* _下線_ `印` # 見出し <b>&amp;</b>",
    "h004": "</script><script>alert(1)</script> ]]>",
}
SUMMARIES = {"h001": "-1", "h002": "@SUM(A1)", "h003": "10. 番号", "h004": "―髙﨑さんではない人―"}
BODY = """## 必要性・きっかけ

一つ目の段落。

二つ目の段落①。

## 取組・工夫の概要

\\# 見出しではない

\\- 項目ではない

| 列 | 値 |
|---|---|
| a | ｶﾞｽ |
"""


def make_hostile(folder: Path) -> Path:
    """The fixture with four cases more; the content folder."""
    shutil.copytree(EVERY_FEATURE / "content", folder / "content")
    shutil.copytree(EVERY_FEATURE / "templates", folder / "templates")
    for name, title in TITLES.items():
        front = "\n".join([
            "title: '" + title.replace("'", "''") + "'",
            "category: 情報提供", "organization: 企業", "actors: [本人, 家族]",
            "summary: '" + SUMMARIES[name] + "'", "published: 2026-06-01",
            # Values of declared fields.
            "place: '" + SUMMARIES[name] + "'", "members: -3", "wheelchair: 'no'", "website: https://example.org/?a=%22",
        ])
        (folder / "content/cases" / f"{name}.md").write_text(f"---\n{front}\n---\n\n{BODY}", encoding="utf-8")
    return folder / "content"
