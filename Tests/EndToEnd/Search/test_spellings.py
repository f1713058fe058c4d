"""Words that are written in several ways: each way finds the others, and no other word."""

import re
import shutil

import pytest

import searching
from command import generate_content
from paths import CONTENT, TEMPLATES

# What cases say, and what readers type for it.
FOUND = {
    "コンピュータの研修": ["コンピューター", "ｺﾝﾋﾟｭｰﾀｰ", "コンピュ−タ", "コンピュータ−"],
    "サーバーエラーの対応": ["サーバエラー", "サーバー", "サーバ"],
    "ユーザ登録": ["ユーザー登録", "ユーザー"],
    "メモリーを増設": ["メモリ"],
    "職場の取り組みの記録": ["取組", "取組み", "取り組み"],
    "取組みやすい仕事": ["取り組み", "取組"],
    "仕事に取り組む": ["取組む"],
    "受付の担当": ["受け付け", "受付け"],
    "引継ぐ手順": ["引き継ぐ"],
    "打合せの場": ["打ち合わせ", "打ち合せ", "打合わせ"],
    "問い合わせ先": ["問合せ", "問合せ先"],
    "申込書": ["申し込み", "申込み"],
    "手続きの例": ["手続"],
    "締め切りの前": ["〆切", "締切", "締切り"],
    "見積もりの例": ["見積", "見積り"],
    "３か月の実習": ["3ヶ月", "3カ月", "3ヵ月", "3ケ月", "3箇月", "3个月"],
    "二箇所の職場": ["二か所", "二カ所", "二個所"],
    "ウェブの画面": ["ウエブ"],
    "ヴァイオリンの演奏": ["バイオリン"],
    "Wi-Fiの設定": ["wifi", "Wi-Fi", "ｗｉｆｉ"],
    "hand offの表": ["hand-off"],
    "hand-onの表": ["handon"],
    "Windows 11の操作": ["Windows11", "Windows 11"],
    "日給は1,000円": ["1000円", "１，０００円", "1,000円"],
    "eラーニングの教材": ["e-ラーニング", "E ラーニング", "ｅラーニング"],
    "⻑時間の⽴ち仕事": ["長時間", "立ち仕事"],
    "⺠間の会社": ["民間"],
    "福祉会の見学": ["福祉会"],
    "福島さんの会": ["福島"],
    "髙田と山﨑": ["高田", "山崎"],
    "渡邊會長": ["渡辺会長", "渡邉"],
    "𠮷田さん": ["吉田"],
    "気づきを書く": ["気付き"],
}
# What cases say, and other words that look like it.
DIFFERENT = {
    "ドラマの鑑賞": ["ドラマー"],
    "カバンの修理": ["カバー"],
    "センサスの調査": ["センサー"],
    "カメラマンの仕事": ["カメラー"],
    "生物の観察": ["生き物"],
    "労働組合の話": ["組み合わせ"],
    "会の名": ["会う"],
    "見方の違い": ["見え方"],
    "手当の支給": ["手当て"],
    "エ力口の字": ["エカロ"],
    "10と2000": ["102000"],
    "斉藤の名": ["斎藤"],
    "アメリカ国の話": ["アメリか国"],
}


@pytest.fixture(scope="module", params=["few", "many"])
def words(request, tmp_path_factory):
    """A site with a case for each text above."""
    folder = tmp_path_factory.mktemp("spellings")
    content = folder / "content"
    if request.param == "few":
        shutil.copytree(CONTENT, content)
    else:
        generate_content(201, content)
    names = searching.add_texts(content, [*FOUND, *DIFFERENT])
    return searching.build(folder / "site", content), names


@pytest.fixture(scope="module")
def spelled(words, chromium):
    with searching.opened(chromium, words[0], "disk") as searcher:
        yield searcher, words[1]


def test_every_spelling_is_found(spelled):
    searcher, names = spelled
    missed = [(text, query) for text, queries in FOUND.items() for query in queries if names[text] not in searching.found(searcher, query)]
    assert missed == []


def test_other_words_are_not_found(spelled):
    searcher, names = spelled
    wrong = [(text, query) for text, queries in DIFFERENT.items() for query in queries if names[text] in searching.found(searcher, query)]
    assert wrong == []


def test_a_phrase_in_quotation_marks_has_one_spelling(spelled):
    searcher, names = spelled
    assert names["職場の取り組みの記録"] in searching.found(searcher, "「取り組み」")
    assert names["職場の取り組みの記録"] not in searching.found(searcher, "「取組」")


@pytest.mark.parametrize(("query", "first", "second"), [
    ("取り組み", "職場の取り組みの記録", "取組みやすい仕事"),
    ("取組み", "取組みやすい仕事", "職場の取り組みの記録"),
    ("ユーザ登録", "ユーザ登録", None),
])
def test_the_spelling_as_typed_comes_first(spelled, query, first, second):
    searcher, names = spelled
    order = searcher.ids(query)
    assert names[first] in order
    if second:
        assert order.index(names[first]) < order.index(names[second])


@pytest.mark.parametrize(("query", "mark"), [
    ("コンピューター", "コンピュータ"), ("取り組み", "取組み"), ("受け付け", "受付"), ("3ヶ月", "３か月"), ("wifi", "Wi-Fi"), ("1000円", "1,000円"),
    ("バイオリン", "ヴァイオリン"), ("ウエブ", "ウェブ"), ("長時間", "⻑時間"), ("福祉会", "福祉会"), ("渡辺会長", "渡邊會長"), ("吉田", "𠮷田"),
    ("Windows11", "Windows 11"), ("e-ラーニング", "eラーニング"), ("サーバ", "サーバー"),
])
def test_words_are_marked_as_the_text_writes_them(spelled, query, mark):
    searcher, names = spelled
    text = next(text for text in FOUND if mark in text)
    hits = searcher.search(query, limit=1000)["hits"]
    hit = next(hit for hit in hits if hit["id"] == names[text])
    assert mark in [part["text"] for line in hit["excerpt"] for part in line if part["marked"]]


def test_other_spellings_name_terms_and_synonyms(spelled):
    searcher, _ = spelled
    data = {"synonyms": [["問い合わせ", "照会"]], "related": []}
    facets = [{"key": "x", "folder": "x", "terms": [{"label": "受け付け", "aliases": ["窓口"]}]}]
    parsed = searcher.call("(await index.more(), knowhowSearch.words.parse('問合せ 受付', ...given))", [data, facets])
    texts = [[form["text"] for form in word["alternatives"]] for word in parsed]
    assert "照会" in texts[0] and "窓口" in texts[1]


def test_every_word_of_the_lists_is_looked_for(spelled):
    """Large collections load the lists only for queries with one of some kanji."""
    searcher, _ = spelled
    lists = (TEMPLATES / "assets/finder-more.js/2-spellings.js").read_text(encoding="utf-8")
    words = re.findall(r"[一-龠〆]+[ぁ-ん]+[一-龠]*[ぁ-ん]*", lists[lists.index("const NOUNS"):lists.index("const INNER")])
    assert len(words) > 200
    assert searcher.call("given.filter((word) => !knowhowSearch.words.needsMore(word))", words) == []
