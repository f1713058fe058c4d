import Basics
import Diagnostics

/// A problem of a table of cases as a table. Problems of the cases in it are found by the rules about case files.
///
/// Each case documents what is wrong. Its id, both messages and its row in the editors' guide are together in `details`, in the
/// order of the guide.
public enum ImportProblem: ExplainedProblem, Hashable {
    /// The file is one of a spreadsheet program in a form that is not read.
    case spreadsheet(SpreadsheetFile)
    /// A workbook is cut off or changed, or no workbook.
    case damagedWorkbook
    /// A workbook asks for a password.
    case lockedWorkbook
    /// A workbook has more than a table of cases can have.
    case largeWorkbook
    /// No sheet of a workbook has known headings.
    case noCaseSheet
    /// A byte is not part of any character in the encoding that the file was read with.
    case unreadableBytes(byte: UInt8, encoding: CSVEncoding, guess: EncodingGuess?)
    /// The bytes are valid in both encodings.
    case ambiguousEncoding
    /// The table has no heading.
    case emptyTable
    /// The table has no row after the headings.
    case noRows
    /// The cells are separated by something other than commas.
    case wrongSeparator(tab: Bool)
    /// A quotation mark has no closing mark.
    case unclosedCell
    /// There is text between a closing quotation mark and the next comma.
    case textAfterQuote
    /// No column has this heading. Nil if the heading may be a value, which is not quoted.
    case unknownColumn(heading: String?, allowed: [String], isForm: Bool)
    /// A second column has the same heading, one that differs by marks only, or another name of the same column.
    case duplicateColumn(heading: String, column: String, first: String, firstColumn: String)
    /// The headings seem to be further down.
    case headingsBelow(line: Int)
    /// A column that every case needs is missing.
    case missingColumn(heading: String, isForm: Bool)
    /// A cell has a value, but its column has no heading.
    case namelessCell
    /// The table has ids of existing cases, but is not imported to change them.
    case idsWithoutUpdate
    /// No case has this id.
    case unknownCase(id: String, near: [String])
    /// Another row has the same id.
    case repeatedCase(id: String)
    /// A row that changes a case has a value that is not published.
    case hiddenInUpdate
    /// A case is stored in a way in which a change of a part would change the rest.
    case unusualCase(path: String)
    /// A change cannot be written into the file of the case.
    case refusedChange(Message)
    /// A row has fewer cells than there are headings, so that a value may be in the wrong column.
    case shortRow(cells: Int, headings: Int)
    /// A required value is missing.
    case emptyCell(heading: String)
    /// A cell holds an error of a spreadsheet instead of what was written.
    case errorCell(error: String)
    /// A cell has a formula whose result is not in the workbook.
    case uncalculatedCell
    /// A value contains a private-use character, which other computers do not show.
    case privateUse(scalar: UInt32)
    /// A status is unknown.
    case unknownStatus(value: String)
    /// Another row has the same title.
    case repeatedTitle(title: String)
    /// An existing case has the same title.
    case takenTitle(title: String, path: String)
    /// The text is nearly that of another row.
    case repeatedText(title: String, other: String)
    /// The text is nearly that of an existing case.
    case copiedCase(title: String, path: String)

    /// One example of each case, in the order of the editors' guide.
    public static var examples: [Self] {
        [
            .spreadsheet(.xls), .damagedWorkbook, .lockedWorkbook, .largeWorkbook, .noCaseSheet,
            .unreadableBytes(byte: 0x80, encoding: .utf8, guess: .eucJP), .ambiguousEncoding, .emptyTable,
            .noRows, .wrongSeparator(tab: true), .unclosedCell, .textAfterQuote,
            .unknownColumn(heading: "分類", allowed: ["分野"], isForm: false),
            .duplicateColumn(heading: "題名：", column: "C", first: "題名", firstColumn: "A"),
            .headingsBelow(line: 3),
            .missingColumn(heading: "題名", isForm: false), .idsWithoutUpdate, .unknownCase(id: "c030", near: ["c003"]),
            .repeatedCase(id: "c003"), .hiddenInUpdate, .unusualCase(path: "content/cases/c003.md"),
            .refusedChange(Message(ja: "理由です", en: "A reason")),
            .namelessCell, .shortRow(cells: 8, headings: 9),
            .emptyCell(heading: "題名"),
            .errorCell(error: "#NAME?"), .uncalculatedCell,
            .privateUse(scalar: 0xE000),
            .unknownStatus(value: "公表"),
            .repeatedTitle(title: "題名"), .takenTitle(title: "題名", path: "content/cases/c001.md"),
            .repeatedText(title: "見学会", other: "職場見学会"), .copiedCase(title: "見学会", path: "content/cases/c001.md"),
        ]
    }

    public var id: String { details.id }
    public var message: Message { details.message }
    public var guide: GuideEntry { details.guide }

    public var allowed: [String] {
        switch self {
        case .unknownColumn(_, let allowed, _): suggestions.isEmpty ? allowed : []
        case .unknownStatus: CaseExport.states(in: .ja)
        default: []
        }
    }

    public var suggestions: [String] {
        switch self {
        case .unknownColumn(let heading?, let allowed, _): nearest(to: heading, among: allowed)
        case .unknownCase(_, let near): near
        default: []
        }
    }
}

extension ImportProblem {
    /// The id, the messages and the row of the guide of each kind of problem.
    private var details: (id: String, message: Message, guide: GuideEntry) {
        switch self {
        case .spreadsheet(let kind):
            (
                "spreadsheet-file",
                Message(
                    ja: "この形式の表計算ソフトのファイル「.\(kind.rawValue)」は読めません。\(kind.advice.ja)",
                    en: "A spreadsheet file of this kind (.\(kind.rawValue)) cannot be read: \(kind.advice.en)"),
                GuideEntry(
                    meaning: "読めない形式（`.xls`、`.ods` など）の、表計算ソフトのファイルです。", remedy: "示されたとおりに `.xlsx` で保存し、そのファイルを指定します。")
            )
        case .damagedWorkbook:
            (
                "damaged-workbook",
                Message(
                    ja: "Excel のファイル（.xlsx）として読めません。途中で切れているか、壊れています。Excelで開いて保存し直すか、もう一度受け取ってください",
                    en:
                        "The file cannot be read as a workbook (.xlsx), because it is cut off or damaged: save it again in Excel, or get"
                        + " it once more"),
                GuideEntry(meaning: "Excel のファイルが途中で切れているか、壊れています。", remedy: "Excel で開いて保存し直すか、もう一度受け取ります。")
            )
        case .lockedWorkbook:
            (
                "locked-workbook",
                Message(
                    ja: "パスワードの付いた Excel のファイルは読めません。Excelで開き、「ファイル」の「情報」の「ブックの保護」でパスワードを消して保存し直してください",
                    en: "A workbook with a password cannot be read: open it in Excel, remove the password, and save it again"),
                GuideEntry(meaning: "Excel のファイルにパスワードが付いています。", remedy: "Excel で開き、パスワードを外して保存し直します。")
            )
        case .largeWorkbook:
            (
                "large-workbook",
                Message(
                    ja: "Excel のファイルの中身が大きすぎます。事例のシートだけを新しいブックに移して、保存し直してください",
                    en: "The workbook has too much in it: move the sheet with the cases to a new workbook and save that"),
                GuideEntry(meaning: "Excel のファイルの中身が、事例の表としては大きすぎます。", remedy: "事例のシートだけを、新しいブックに移します。")
            )
        case .noCaseSheet:
            (
                "no-case-sheet",
                Message(
                    ja: "「題名」などの見出しがあるシートがありません。様式は「knowhow import --template form.xlsx」で作れます",
                    en: "No sheet has headings such as the title: “knowhow import --template form.xlsx” creates a form"),
                GuideEntry(
                    meaning: "「題名」などの見出しがあるシートがありません。", remedy: "見出しを書きます。様式は `--template` で作れます。")
            )
        case .unreadableBytes(let byte, let encoding, let guess):
            (
                "unreadable-table",
                Message(
                    ja: "\(encoding.name)の文字として読めないバイト（\(String.hexadecimal(byte))）があります。"
                        + (guess.map { "\($0.name)のようです。" } ?? "") + "表計算ソフトで「CSV UTF-8」として保存し直してください",
                    en: "The byte \(String.hexadecimal(byte)) is not valid in \(Self.english(encoding))"
                        + (guess.map { "; the file looks like \($0.rawValue)" } ?? "") + ": save it as CSV in UTF-8"),
                GuideEntry(meaning: "文字として読めないところがあります。", remedy: "「CSV UTF-8」で保存し直します。")
            )
        case .ambiguousEncoding:
            (
                "ambiguous-encoding",
                Message(
                    ja: "文字コードがUTF-8なのかCP932（Shift_JIS）なのか、決められません。"
                        + "「--encoding utf-8」か「--encoding cp932」を付けるか、「CSV UTF-8」として保存し直してください",
                    en: "The file is valid in UTF-8 and in CP932 (Shift_JIS): add “--encoding utf-8” or “--encoding cp932”"),
                GuideEntry(meaning: "文字コードを決められません。", remedy: "「CSV UTF-8」で保存し直すか、`--encoding` で指定します。")
            )
        case .emptyTable:
            (
                "empty-table",
                Message(
                    ja: "表に何もありません。1行目に見出しを、2行目から1行に1件ずつ事例を書いてください",
                    en: "The table is empty: write the headings in the first row, and one case in each row after it"),
                GuideEntry(meaning: "表に何もありません。", remedy: "1行目に見出しを書きます。")
            )
        case .noRows:
            (
                "no-rows",
                Message(
                    ja: "見出しの下に事例がありません。1行に1件ずつ書いてください",
                    en: "The table has no case after the headings: write one case in each row"),
                GuideEntry(meaning: "見出しの下に事例がありません。", remedy: "1行に1件ずつ書きます。")
            )
        case .wrongSeparator(let tab):
            (
                "wrong-separator",
                Message(
                    ja: "列が「,」ではなく\(tab ? "タブ" : "「;」")で区切られています。「CSV（コンマ区切り）」として保存し直してください",
                    en: "The cells are separated by \(tab ? "tabs" : "semicolons"): save the file with commas instead"),
                GuideEntry(meaning: "列がタブや `;` で区切られています。", remedy: "コンマ区切りの CSV で保存し直します。")
            )
        case .unclosedCell:
            (
                "unclosed-cell",
                Message(
                    ja: "ここで始まる引用符「\"」が閉じられていません。終わりにも「\"」を書くか、取り除いてください",
                    en: "This quotation mark has no closing mark: add one or remove it"),
                GuideEntry(meaning: "`\"` で始まり、閉じられていません。", remedy: "終わりにも `\"` を書くか、取り除きます。")
            )
        case .textAfterQuote:
            (
                "text-after-quote",
                Message(
                    ja: "閉じる引用符「\"」の後に文字があります。値の中の「\"」は「\"\"」と2つ書いてください",
                    en: "There is text after the closing quotation mark: write a quotation mark in a value twice"),
                GuideEntry(meaning: "閉じる `\"` の後に文字があります。", remedy: "値の中の `\"` は `\"\"` と書きます。")
            )
        case .unknownColumn(nil, _, _):
            (
                "unknown-column",
                Message(
                    ja: "この見出しの列は取り込めません。1行目に、見出しではなく事例の内容が入っていないか確かめてください",
                    en: "This heading is unknown: check that the first row has the headings, and not a case"),
                GuideEntry(meaning: "取り込めない見出しです。", remedy: "見出しを直すか、「非公開：」で始めます。")
            )
        case .unknownColumn(let heading?, _, true):
            (
                "unknown-column",
                Message(
                    ja: "項目「\(heading)」は取り込めません。名前を直すか、公開しない内容なら「非公開：\(heading)」にしてください",
                    en:
                        "The entry “\(heading)” is unknown: correct it, or write “private: \(heading)” if it must not be published"
                ),
                GuideEntry(meaning: "取り込めない見出しです。", remedy: "見出しを直すか、「非公開：」で始めます。")
            )
        case .unknownColumn(let heading?, _, false):
            (
                "unknown-column",
                Message(
                    ja: "見出し「\(heading)」の列は取り込めません。見出しを直すか、公開しない列なら「非公開：\(heading)」にしてください",
                    en:
                        "The column “\(heading)” is unknown: correct it, or write “private: \(heading)” if it must not be published"
                ),
                GuideEntry(meaning: "取り込めない見出しです。", remedy: "見出しを直すか、「非公開：」で始めます。")
            )
        case .duplicateColumn(let heading, let column, let first, let firstColumn):
            (
                "duplicate-column",
                Message(
                    ja: "「\(first)」（\(Self.japanese(firstColumn))）と「\(heading)」（\(Self.japanese(column))）は、同じ見出しとみなします。"
                        + "どちらか1つにしてください",
                    en: "The columns “\(first)” (\(firstColumn)) and “\(heading)” (\(column)) are the same: keep one"),
                GuideEntry(meaning: "同じ見出しか、記号や空白だけが違う見出しの列が2つあります。", remedy: "一つにします。")
            )
        case .headingsBelow(let line):
            (
                "headings-below",
                Message(
                    ja: "見出しは\(line)行目にあるようです。それより上の行を消してください",
                    en: "The headings seem to be in line \(line): delete the rows above them"),
                GuideEntry(meaning: "見出しの上に、ほかの行があります。", remedy: "見出しより上の行を消します。")
            )
        case .missingColumn(let heading, true):
            (
                "missing-column",
                Message(
                    ja: "項目「\(heading)」の行がありません。行を加えてください", en: "The entry “\(heading)” is missing: add a row for it"),
                GuideEntry(meaning: "必要な列がありません。", remedy: "列を加えます。")
            )
        case .missingColumn(let heading, false):
            (
                "missing-column",
                Message(ja: "見出し「\(heading)」の列がありません。列を加えてください", en: "The column “\(heading)” is missing: add it"),
                GuideEntry(meaning: "必要な列がありません。", remedy: "列を加えます。")
            )
        case .idsWithoutUpdate:
            (
                "ids-without-update",
                Message(
                    ja: "「番号」の列があります。前からある事例を変えるなら「--update」を付け、新しい事例として加えるなら列を消してください",
                    en:
                        "The table has a column of ids: add “--update” to change existing cases, or delete the column to create new"
                        + " ones"),
                GuideEntry(
                    meaning: "事例の番号の列がありますが、`--update` が付いていません。", remedy: "前からある事例を変えるなら `--update` を付け、新しく加えるなら列を消します。")
            )
        case .unknownCase(let id, _):
            (
                "unknown-case",
                Message(
                    ja: "番号「\(id)」の事例はありません。番号を直すか、新しい事例なら空にしてください",
                    en: "There is no case “\(id)”: correct the id, or leave it empty for a new case"),
                GuideEntry(meaning: "その番号の事例がありません。", remedy: "番号を直すか、新しい事例なら空にします。")
            )
        case .repeatedCase(let id):
            (
                "repeated-case",
                Message(ja: "番号「\(id)」の行が2つあります。どちらかを消してください", en: "The id “\(id)” is there twice: delete one of the rows"),
                GuideEntry(meaning: "同じ番号の行が2つあります。", remedy: "どちらかを消します。")
            )
        case .hiddenInUpdate:
            (
                "private-in-update",
                Message(
                    ja: "前からある事例の公開しない情報は、表からは変えられません。値を消し、事例のファイルに書いてください",
                    en:
                        "What is not published cannot be changed by a table: delete the value, and write it into the file of the case"
                ),
                GuideEntry(meaning: "前からある事例の、公開しない情報があります。", remedy: "値を消し、事例のファイルに書きます。")
            )
        case .unusualCase(let path):
            (
                "unusual-case",
                Message(
                    ja: "「\(path)」は、文字コードが UTF-8 ではないため、一部だけを変えられません。先に「knowhow check --fix」を実行してください",
                    en:
                        "A part of “\(path)” cannot be changed alone, because the file is not UTF-8: first run “knowhow check --fix”"
                ),
                GuideEntry(meaning: "事例のファイルの文字コードが UTF-8 ではありません。", remedy: "先に `check --fix` で直します。")
            )
        case .refusedChange(let reason):
            (
                "refused-change",
                Message(
                    ja: reason.ja.hasSuffix("。") ? String(reason.ja.dropLast()) : reason.ja,
                    en: reason.en.hasSuffix(".") ? String(reason.en.dropLast()) : reason.en),
                GuideEntry(meaning: "前からある事例のファイルに、この変更を書き入れられません。", remedy: "示された文を直すか、テキストエディターで直します。")
            )
        case .namelessCell:
            (
                "nameless-cell",
                Message(
                    ja: "見出しのない列に値があります。見出しを付けるか値を消してください。文の中の「,」で列が分かれていないかも確かめてください",
                    en:
                        "There is a value in a column without a heading: add a heading, remove the value, or quote a comma in a text"
                ),
                GuideEntry(meaning: "見出しのない列に値があります。", remedy: "見出しを付けるか、値を消します。")
            )
        case .shortRow(let cells, let headings):
            (
                "short-row",
                Message(
                    ja: "値が\(cells)個しかありません（見出しは\(headings)個）。"
                        + "「,」が抜けて別の列の値が混ざっていないか確かめ、"
                        + "空の欄の分も「,」を書いてください",
                    en: "The row has \(cells) values for \(headings) headings: check that no comma is missing, and write the"
                        + " commas of empty cells too"),
                GuideEntry(
                    meaning: "行の値の数が、見出しの数より少ないです。別の列の値が混ざっているかもしれないので、内容は示しません。",
                    remedy: "抜けている `,` を入れます。")
            )
        case .emptyCell(let heading):
            (
                "empty-cell",
                Message(ja: "「\(heading)」が空です。文を書いてください", en: "There is nothing in “\(heading)”: write a text"),
                GuideEntry(meaning: "必要な値がありません。", remedy: "書きます。")
            )
        case .errorCell("####"):
            (
                "error-cell",
                Message(
                    ja: "列の幅が足りず、内容が「####」になっています。元の表で列を広げ、保存し直してください",
                    en:
                        "The column was too narrow, so that the cell holds “####”: widen it in the spreadsheet and save it again"
                ),
                Self.errorGuide
            )
        case .errorCell(let error):
            (
                "error-cell",
                Message(
                    ja: "表計算ソフトのエラー「\(error)」です。書いた内容は残っていません。元の表でこの欄を書き直し、保存し直してください",
                    en: "The cell holds the spreadsheet's error “\(error)”, and what was written is lost: write it again in the"
                        + " spreadsheet and save it again"),
                Self.errorGuide
            )
        case .uncalculatedCell:
            (
                "uncalculated-cell",
                Message(
                    ja: "数式の結果がファイルに入っていません。Excelで開いて保存し直してください",
                    en: "The result of this formula is not in the file: open it in Excel and save it again"),
                GuideEntry(meaning: "数式の結果が、ファイルに入っていません。", remedy: "Excel で開いて、保存し直します。")
            )
        case .privateUse(let scalar):
            (
                "private-use-character",
                Message(
                    ja: "ほかのコンピューターでは見えない文字（外字 \(String.codePoint(scalar))）があります。別の文字で書いてください",
                    en: "Other computers cannot show the character \(String.codePoint(scalar)): replace it"),
                GuideEntry(meaning: "外字があります。", remedy: "別の文字で書きます。")
            )
        case .unknownStatus(let value):
            (
                "unknown-status",
                Message(ja: "状態「\(value)」はありません", en: "The status “\(value)” is unknown"),
                GuideEntry(meaning: "状態の書き方が正しくありません。", remedy: "下書き、公開、取り下げのどれかにします。")
            )
        case .repeatedTitle(let title):
            (
                "repeated-title",
                Message(
                    ja: "題名「\(title)」の行が2つあります。同じ事例なら行を消し、別の事例なら題名を変えてください",
                    en: "The title “\(title)” is there twice: delete the row if it is the same case, else change the title"
                ),
                GuideEntry(meaning: "同じ題名の行が2つあります。", remedy: "同じ事例なら行を消し、別の事例なら題名を変えます。")
            )
        case .takenTitle(let title, let path):
            (
                "taken-title",
                Message(
                    ja: "題名「\(title)」の事例は、もうあります（\(path)）。取り込み済みなら取り込むものから外し、別の事例なら題名を変えてください",
                    en:
                        "A case with the title “\(title)” exists already (\(path)): leave it out if it was imported before, else change the title"
                ),
                GuideEntry(meaning: "同じ題名の事例が、もうあります。", remedy: "取り込み済みなら取り込むものから外し、別の事例なら題名を変えます。")
            )
        case .repeatedText(let title, let other):
            (
                "repeated-text",
                Message(
                    ja: "「\(title)」の文は、「\(other)」の文とほとんど同じです（9割以上）。同じ事例なら行を消し、別の事例なら違いがわかるように書き足してください",
                    en:
                        "The text of “\(title)” is nearly that of “\(other)” (nine tenths or more): delete the row if it is the same case,"
                        + " else write what is different"
                ),
                GuideEntry(
                    meaning: "二つの行の文が、ほとんど同じです（9割以上）。", remedy: "同じ事例なら行を消し、別の事例なら違いがわかるように書き足します。")
            )
        case .copiedCase(let title, let path):
            (
                "copied-case",
                Message(
                    ja: "「\(title)」とほとんど同じ文（9割以上）の事例が、もうあります（\(path)）。取り込み済みなら取り込むものから外し、"
                        + "その事例を直すなら「番号」の列を付けて取り込んでください（コマンドでは「--update」も付けます）",
                    en:
                        "A case with nearly the text of “\(title)” (nine tenths or more) exists already (\(path)): leave it out if it was"
                        + " imported before; to change that case, add a column “id” (and “--update” to the command)"
                ),
                GuideEntry(
                    meaning: "文がほとんど同じ事例（9割以上）が、もうあります。",
                    remedy: "取り込み済みなら取り込むものから外します。その事例を直すなら、「番号」の列を付けて `--update` で取り込みます。")
            )
        }
    }

    private static let errorGuide = GuideEntry(
        meaning: "`#N/A`、`#NAME?`、`####` など、表計算ソフトのエラーです。書いた内容は残っていません。",
        remedy: "元の表で欄を書き直します。`=`、`-`、`@` で始まる文は、先頭に `'` を付けます。")

    /// The name of a column (`B`) or a cell (`B7`) in Japanese.
    private static func japanese(_ name: String) -> String { name.last?.isNumber == true ? name : name + "列" }

    private static func english(_ encoding: CSVEncoding) -> String { encoding == .utf8 ? "UTF-8" : "CP932 (Shift_JIS)" }
}
