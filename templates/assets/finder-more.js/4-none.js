// Builds the message for a search without results.
(function () {
  "use strict";

  const { said, results } = window.knowhowFinder;
  const { make, go } = results;

  function part(title, items) {
    return items.length > 0 ? [make("h3", {}, title), make("ul", { class: "tries" }, ...items.map((item) => make("li", {}, item)))] : [];
  }

  // Returns what is shown for a search without results.
  async function none(index, asked, found, finder) {
    const { text, filters } = asked;
    const { root, invitation } = finder.setting;
    const suggestions = text === "" ? [] : finder.named(await window.knowhowSearch.suggestions(index, text));
    // The number of cases that the words alone find.
    const isNarrowed = text !== "" && Object.keys(filters).length > 0;
    const unfiltered = isNarrowed ? (await index.search({ text, limit: 1 })).total : 0;
    const anew = (text, ...children) => go({ text, filters: {}, page: 1 }, ...children);
    const of = (kind) => suggestions.filter((suggestion) => suggestion.kind === kind);
    const search = ({ text }) => anew(text, `「${text}」で探す`);
    const without = unfiltered > 0 ? [anew(text, `条件を外して、言葉だけで探す（${said(unfiltered)}件）`)] : [];
    const terms = results.answers(suggestions.filter(({ kind }) => kind === "term"), root);
    const all = make("a", { href: `${root}cases/index.html` }, "すべての事例の一覧を見る");
    if (results.isVain(asked, found)) {
      return make("div", { class: "none-found" },
        make("p", {}, "記号や絵文字だけでは探せません。探したい言葉を入れてください。"), ...part("一覧から探す", [all]));
    }
    const advice = text === "" ? "条件を減らすと、見つかることがあります。" : "言葉を短くしたり、別の言い方に変えたりすると、見つかることがあります。";
    return make("div", { class: "none-found" },
      found.answers.length > 0 ? null : make("p", {}, advice),
      ...part("もしかして", of("spelling").map(search)),
      ...(terms ? [make("h3", {}, "項目や用語集から探す"), terms] : []),
      ...part("条件を外す", without),
      ...part("言葉を減らす", of("fewer").map(search)),
      ...part("言い換える", of("synonym").map(search)),
      ...part("一覧から探す", [all]),
      make("p", {}, "お探しのような取組や工夫をご存じでしたら、ぜひ事例をお寄せください。"),
      invitation.content.cloneNode(true));
  }

  window.knowhowFinder.none = none;
  // The last file of the folder says that all have arrived.
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
