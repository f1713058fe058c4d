import Diagnostics

extension ImportProblem: ExplainedProblem {
    public var guide: GuideEntry {
        switch self {
        case .spreadsheet:
            GuideEntry(meaning: "表計算ソフトのファイルです。", remedy: "示されたとおりに CSV で保存し、そのファイルを指定します。")
        case .unreadableBytes:
            GuideEntry(meaning: "文字として読めないところがあります。", remedy: "「CSV UTF-8」で保存し直します。")
        case .ambiguousEncoding:
            GuideEntry(meaning: "文字コードを決められません。", remedy: "「CSV UTF-8」で保存し直すか、`--encoding` で指定します。")
        case .emptyTable:
            GuideEntry(meaning: "表に何もありません。", remedy: "1行目に見出しを書きます。")
        case .noRows:
            GuideEntry(meaning: "見出しの下に事例がありません。", remedy: "1行に1件ずつ書きます。")
        case .wrongSeparator:
            GuideEntry(meaning: "列がタブや `;` で区切られています。", remedy: "コンマ区切りの CSV で保存し直します。")
        case .unclosedCell:
            GuideEntry(meaning: "`\"` で始まり、閉じられていません。", remedy: "終わりにも `\"` を書くか、取り除きます。")
        case .textAfterQuote:
            GuideEntry(meaning: "閉じる `\"` の後に文字があります。", remedy: "値の中の `\"` は `\"\"` と書きます。")
        case .unknownColumn:
            GuideEntry(meaning: "取り込めない見出しです。", remedy: "見出しを直すか、「非公開：」で始めます。")
        case .duplicateColumn:
            GuideEntry(meaning: "同じ見出しの列が2つあります。", remedy: "一つにします。")
        case .missingColumn:
            GuideEntry(meaning: "必要な列がありません。", remedy: "列を加えます。")
        case .namelessCell:
            GuideEntry(meaning: "見出しのない列に値があります。", remedy: "見出しを付けるか、値を消します。")
        case .emptyCell:
            GuideEntry(meaning: "必要な値がありません。", remedy: "書きます。")
        case .privateUse:
            GuideEntry(meaning: "外字があります。", remedy: "別の文字で書きます。")
        case .unknownStatus:
            GuideEntry(meaning: "状態の書き方が正しくありません。", remedy: "下書き、公開、取り下げのどれかにします。")
        case .repeatedTitle:
            GuideEntry(meaning: "同じ題名の行が2つあります。", remedy: "同じ事例なら行を消し、別の事例なら題名を変えます。")
        case .takenTitle:
            GuideEntry(meaning: "同じ題名の事例が、もうあります。", remedy: "取り込み済みなら行を消し、別の事例なら題名を変えます。")
        }
    }
}
