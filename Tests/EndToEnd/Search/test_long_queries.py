"""The time of a search grows in proportion to the query, whatever somebody pastes into the field."""

import pytest

from searching import Searcher

QUERIES = {
    "one long word": lambda count: "あいうえお" * count,
    "one letter": lambda count: "あ" * 5 * count,
    "Latin": lambda count: "abcde" * count,
    "katakana": lambda count: "アイウエオ" * count,
    "words": lambda count: " ".join(f"語{number}" for number in range(count)),
    "equal words": lambda count: "就労 " * count,
    "found words": lambda count: "支援 職場 " * count,
    "wide spaces": lambda count: "あ　　" * count,
    "quotation marks": lambda count: "「あ" * count,
    "combining marks": lambda count: "か" + "\u3099" * 5 * count,
    "okurigana": lambda count: "取り組み" * count,
    "long vowels": lambda count: "ユーザー" * count,
}
COUNTS = (1_000, 2_000, 4_000)
MEASURE = """(async () => {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const { total } = await index.search({ text: given, filters: {}, first: 0, limit: 10 });
    if (!total) (await index.more(), await knowhowSearch.suggestions(index, given));
    best = Math.min(best, performance.now() - start);
  }
  return best;
})()"""


@pytest.mark.parametrize("name", QUERIES)
def test_time_is_proportional_to_the_query(searcher: Searcher, name: str):
    times = [searcher.call(MEASURE, QUERIES[name](count)) for count in COUNTS]
    for less, more in zip(times, times[1:]):
        assert more <= 2.5 * less + 60, f"{times} ms for {COUNTS}"
    assert times[-1] < 2_000, f"{times} ms"
