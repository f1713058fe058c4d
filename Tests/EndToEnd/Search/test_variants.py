"""One word in several spellings, by kind: each spelling finds the texts with every other one, and no text with another word."""

import shutil

import pytest

import searching
from paths import CONTENT

GROUPS = {
    "the long vowel mark at the end": [
        ["コンピュータ", "コンピューター", "ｺﾝﾋﾟｭｰﾀ"], ["サーバ", "サーバー"], ["ユーザ", "ユーザー"], ["プリンタ", "プリンター"], ["フォルダ", "フォルダー"],
        ["メモリ", "メモリー"], ["カテゴリ", "カテゴリー"], ["コーディネータ", "コーディネーター"], ["エレベータ", "エレベーター"], ["モニタ", "モニター"],
        ["マネージャ", "マネージャー"], ["セキュリティ", "セキュリティー"], ["スキャナ", "スキャナー"], ["アドバイザ", "アドバイザー"],
    ],
    "okurigana": [
        ["取組", "取り組み", "取組み"], ["受付", "受け付け", "受付け"], ["引継", "引継ぎ", "引き継ぎ"], ["申込", "申し込み", "申込み"],
        ["問合せ", "問い合わせ", "問合わせ", "問い合せ"], ["打合せ", "打ち合わせ", "打合わせ", "打ち合せ"], ["手続", "手続き"], ["見積", "見積り", "見積もり"],
        ["締切", "締め切り", "締切り", "〆切"], ["受入", "受入れ", "受け入れ"], ["割当", "割当て", "割り当て"], ["振込", "振込み", "振り込み"],
        ["切替", "切替え", "切り替え"], ["立上げ", "立ち上げ"], ["聞取", "聞取り", "聞き取り"], ["話合い", "話し合い"], ["働きかけ", "働き掛け"],
        ["声かけ", "声掛け", "声がけ"], ["気づき", "気付き"], ["子ども", "子供"], ["振り返り", "ふりかえり"], ["申立", "申立て", "申し立て"],
        ["組合せ", "組み合わせ", "組合わせ"], ["貸出", "貸出し", "貸し出し"], ["仕分", "仕分け"], ["読取", "読取り", "読み取り"], ["見習", "見習い"],
    ],
    "counters": [["3か月", "3ヶ月", "3ヵ月", "3カ月", "3ケ月", "3箇月", "３か月"], ["2か所", "2ヶ所", "2カ所", "2箇所", "2ヵ所"], ["5か年", "5ヶ年", "5カ年", "5箇年"]],
    "ヴ and ウェ": [["ヴァイオリン", "バイオリン"], ["ボランティア", "ヴォランティア"], ["ビジョン", "ヴィジョン"], ["ウェブ", "ウエブ"], ["ベール", "ヴェール"]],
    "dashes for ー": [["データ", "デ−タ", "デ―タ", "デ‐タ"], ["ノート", "ノ−ト", "ノ－ト"], ["ルール", "ル−ル", "ル―ル"]],
    "wave dashes": [["10〜20名", "10～20名"]],
    "radicals and compatibility ideographs": [["長時間", "⻑時間"], ["民間", "⺠間"], ["立ち仕事", "⽴ち仕事"], ["福祉会", "\uFA1B祉会"], ["神奈川", "\uFA19奈川"], ["高田", "髙田"], ["渡辺", "渡邊", "渡邉"]],
    "middle dots": [["ソーシャルスキル", "ソーシャル・スキル"], ["ワークシェア", "ワーク・シェア", "ﾜｰｸ･ｼｪｱ"]],
    "hyphens, blanks and case in Latin words": [["Wi-Fi", "WiFi", "wifi", "ｗｉｆｉ"], ["E-mail", "email", "EMAIL"], ["Windows 11", "Windows11"], ["eラーニング", "e-ラーニング", "Ｅラーニング"]],
    "commas in numbers": [["1,000円", "1000円", "１，０００円"], ["12,500件", "12500件"]],
}
WORDS = [group for groups in GROUPS.values() for group in groups]
# What looks like a word above and is another one.
OTHERS = [
    "カバンの話", "サーベイの話", "ユースの話", "プリントの話", "フォークの話", "メモの話", "モニュメントの話", "労働組合の話", "手当の話", "仕事の話", "生物の話", "見方の話", "割増の話", "子機の話",
    "10200名の話", "100円の話", "1,0000円の話", "アメリカ月の話", "ノー残業の話", "斎藤の話",
]


def text(spelling: str) -> str:
    return f"「{spelling}」の話"


@pytest.fixture(scope="module")
def spelled(tmp_path_factory, chromium):
    """A site with a case for each spelling and for each other word."""
    folder = tmp_path_factory.mktemp("variants")
    content = shutil.copytree(CONTENT, folder / "content")
    names = searching.add_texts(content, [text(spelling) for group in WORDS for spelling in group] + OTHERS)
    with searching.opened(chromium, searching.build(folder / "site", content), "disk") as searcher:
        yield searcher, names


def test_there_are_more_than_a_hundred_queries():
    everything = [spelling for group in WORDS for spelling in group]
    assert len(everything) == len(set(everything)) >= 100


@pytest.mark.parametrize("kind", GROUPS)
def test_every_spelling_finds_all(spelled, kind):
    searcher, names = spelled
    missed = []
    for group in GROUPS[kind]:
        for query in group:
            found = searching.found(searcher, query)
            missed += [(query, other) for other in group if names[text(other)] not in found]
    assert missed == []


def test_no_other_word_is_found(spelled):
    """At least 99 % of what is found has the word; here all of it."""
    searcher, names = spelled
    by_name = {name: words for words, name in names.items()}
    wrong = []
    for group in WORDS:
        right = {names[text(other)] for other in group}
        for query in group:
            wrong += [(query, by_name[name]) for name in searching.found(searcher, query) - right]
    assert wrong == []
