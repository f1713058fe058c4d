import Diagnostics

extension TemplateProblem: ExplainedProblem {
    /// The explanation of the problem in the guide for editors.
    public var guide: GuideEntry {
        switch self {
        case .unclosedTag:
            GuideEntry(meaning: "`{{` が閉じられていません。", remedy: "`}}` などで閉じます。")
        case .badTag:
            GuideEntry(meaning: "`{{ }}` の中が、名前として読めません。", remedy: "空白を含まない名前を一つ書きます。")
        case .badDelimiter:
            GuideEntry(meaning: "区切り記号の指定が正しくありません。", remedy: "`{{=<% %>=}}` のように書きます。")
        case .unclosedSection:
            GuideEntry(meaning: "`{{#…}}` などに、対応する `{{/…}}` がありません。", remedy: "加えます。")
        case .mismatchedClose:
            GuideEntry(meaning: "`{{/…}}` の名前が、始まりのタグと違います。", remedy: "名前を合わせます。")
        case .strayClose:
            GuideEntry(meaning: "`{{/…}}` に、対応する始まりのタグがありません。", remedy: "消します。")
        case .duplicateBlock:
            GuideEntry(meaning: "同じブロックが2回指定されています。", remedy: "一つにします。")
        case .ignoredInParent:
            GuideEntry(meaning: "`{{<…}}` の中に直接書いたものは表示されません。", remedy: "`{{$…}}` と `{{/…}}` の間に移します。")
        case .missingLayout:
            GuideEntry(meaning: "必要なレイアウトがありません。", remedy: "`templates/layouts` にファイルを置きます。")
        case .missingPartial:
            GuideEntry(meaning: "読み込む部品（パーシャル）がありません。", remedy: "名前を直すか、`templates/partials` にファイルを置きます。")
        case .missingParent:
            GuideEntry(
                meaning: "`{{<…}}` で使う親のテンプレートがありません。",
                remedy: "名前を直すか、`templates/partials` にファイルを置きます。")
        case .unknownBlock:
            GuideEntry(meaning: "親のテンプレートに、そのブロックがありません。", remedy: "名前を直します。")
        case .unknownName:
            GuideEntry(meaning: "その場所では使えない名前です。", remedy: "「もしかして」や「使えるもの」を見て直します。")
        case .noNamesInside:
            GuideEntry(meaning: "`.` の先に続ける名前がないものに、`.` を付けています。", remedy: "`.` から後ろを消します。")
        case .sectionOverScalar:
            GuideEntry(meaning: "いつも一つある文字などを、`{{#…}}` で囲んでいます。", remedy: "`{{…}}` と書きます。")
        case .notText:
            GuideEntry(meaning: "そのまま表示できないものを、`{{…}}` と書いています。", remedy: "`{{#…}}` で囲み、中の名前を使います。")
        case .escapedMarkup:
            GuideEntry(meaning: "HTML を `{{…}}` と書いたため、タグが文字として出てしまいます。", remedy: "`{{{…}}}` と書きます。")
        case .unescapedText:
            GuideEntry(meaning: "文字を `{{{…}}}` と書いています。", remedy: "`{{…}}` と書きます。")
        case .notPartialName:
            GuideEntry(meaning: "`{{>*…}}` に書いたものが、部品の名前を表していません。", remedy: "`{{>名前}}` と書きます。")
        case .endlessPartial:
            GuideEntry(meaning: "部品が自分自身を読み込み、終わりません。", remedy: "`{{#…}}` の中で読み込むなど、終わるようにします。")
        case .tooManyWays:
            GuideEntry(meaning: "部品どうしの呼び出しが込み入りすぎています。", remedy: "呼び出しを減らします。")
        case .tooDeep:
            GuideEntry(meaning: "入れ子が深すぎます。", remedy: "部品が自分自身を読み込み続けていないかを確かめます。")
        case .badStringLine:
            GuideEntry(meaning: "`templates/strings` のファイルに、文言として読めない行があります。", remedy: "`  名前: \"文言\"` のように書きます。")
        case .duplicateString:
            GuideEntry(meaning: "`templates/strings` のファイルに、同じ名前の文言が2つあります。", remedy: "一つにします。")
        case .missingString:
            GuideEntry(
                meaning: "使われている文言が、`templates/strings` のファイルにありません。", remedy: "書き加えるか、名前を直します。")
        case .unusedString:
            GuideEntry(meaning: "`templates/strings` のファイルの文言が、どこでも使われていません。", remedy: "消すか、名前を直します。")
        case .unknownStringValue:
            GuideEntry(meaning: "文言の中の `{…}` が、使える名前ではありません。", remedy: "「使えるもの」を見て直します。")
        }
    }
}
