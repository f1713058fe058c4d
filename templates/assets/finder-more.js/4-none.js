// Builds the message for a search without results.
(function () {
  "use strict";

  const { results } = window.knowhowFinder;
  const { make, go, said } = results;

  function part(title, items) {
    return items.length > 0 ? [make("h3", {}, title), make("ul", { class: "tries" }, ...items.map((item) => make("li", {}, item)))] : [];
  }

  // Returns suggestions for a search without results.
  //
  // isVain: whether the typed text contains nothing to search for. unfiltered: the number of cases that the words alone find.
  function none(asked, isVain, suggestions, unfiltered, { root, invitation }) {
    const anew = (text, ...children) => go({ text, filters: {}, page: 1 }, ...children);
    const of = (kind) => suggestions.filter((suggestion) => suggestion.kind === kind);
    const search = ({ text }) => anew(text, `「${text}」で探す`);
    const without = unfiltered > 0 ? [anew(asked.text, `条件を外して、言葉だけで探す（${said(unfiltered)}件）`)] : [];
    const terms = of("term").map(({ facet, label, address: path }) => make("a", { href: root + path }, `${facet}「${label}」の事例を見る`));
    const all = make("a", { href: `${root}cases/index.html` }, "すべての事例の一覧を見る");
    if (isVain) {
      return make("div", { class: "none-found" },
        make("p", {}, "記号や絵文字だけでは探せません。探したい言葉を入れてください。"), ...part("一覧から探す", [all]));
    }
    const advice = asked.text === "" ? "条件を減らすと、見つかることがあります。" : "言葉を短くしたり、別の言い方に変えたりすると、見つかることがあります。";
    return make("div", { class: "none-found" },
      make("p", {}, advice),
      ...part("条件を外す", without),
      ...part("言葉を減らす", of("fewer").map(search)),
      ...part("言い換える", of("synonym").map(search)),
      ...part("近い項目から探す", terms),
      ...part("一覧から探す", [all]),
      make("p", {}, "お探しのような取組や工夫をご存じでしたら、ぜひ事例をお寄せください。"),
      invitation.content.cloneNode(true));
  }

  window.knowhowFinder.none = none;
  // The last file of the folder says that all have arrived.
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
