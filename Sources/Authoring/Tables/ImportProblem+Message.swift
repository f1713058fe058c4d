import Diagnostics

extension ImportProblem {
    public var message: Message {
        switch self {
        case .spreadsheet(let kind):
            Message(
                ja: "表計算ソフトのファイル（.\(kind.rawValue)）は読めません。\(kind.advice.ja)",
                en: "A spreadsheet's own file (.\(kind.rawValue)) cannot be read: \(kind.advice.en)")
        case .unreadableBytes(let byte, let encoding, let guess):
            Message(
                ja: "\(encoding.name)の文字として読めないバイト（\(Self.hexadecimal(byte))）があります。"
                    + (guess.map { "\($0.name)のようです。" } ?? "") + "表計算ソフトで「CSV UTF-8」として保存し直してください",
                en: "The byte \(Self.hexadecimal(byte)) is no text in \(Self.english(encoding))"
                    + (guess.map { "; the file looks like \($0.rawValue)" } ?? "") + ": save it as CSV in UTF-8")
        case .ambiguousEncoding:
            Message(
                ja: "文字コードがUTF-8なのかCP932（Shift_JIS）なのか、決められません。"
                    + "「--encoding utf-8」か「--encoding cp932」を付けるか、「CSV UTF-8」として保存し直してください",
                en: "The file may be UTF-8 or CP932 (Shift_JIS): say which with “--encoding utf-8” or “--encoding cp932”")
        case .emptyTable:
            Message(
                ja: "表に何もありません。1行目に見出しを、2行目から1行に1件ずつ事例を書いてください",
                en: "The table is empty: write the headings into the first row and a case into each row below")
        case .noRows:
            Message(ja: "見出しの下に事例がありません。1行に1件ずつ書いてください", en: "There is no case below the headings: write one a row")
        case .wrongSeparator(let tab):
            Message(
                ja: "列が「,」ではなく\(tab ? "タブ" : "「;」")で区切られています。「CSV（コンマ区切り）」として保存し直してください",
                en: "The cells are separated by \(tab ? "tabs" : "semicolons"): save the file with commas between them")
        case .unclosedCell:
            Message(
                ja: "ここで始まる引用符「\"」が閉じられていません。終わりにも「\"」を書くか、取り除いてください",
                en: "The quotation mark that begins here is never closed: close or remove it")
        case .textAfterQuote:
            Message(
                ja: "閉じる引用符「\"」の後に文字があります。値の中の「\"」は「\"\"」と2つ書いてください",
                en: "There is text behind the closing quotation mark: write a mark inside a value twice")
        case .unknownColumn(let heading, _):
            Message(
                ja: "見出し「\(heading)」の列は取り込めません。見出しを直すか、公開しない列なら「非公開：\(heading)」にしてください",
                en: "There is no column “\(heading)”: mend it, or make it “非公開：\(heading)” if it is not to be published")
        case .duplicateColumn(let heading):
            Message(ja: "見出し「\(heading)」の列が2つあります。1つにしてください", en: "There are two columns “\(heading)”: keep one")
        case .missingColumn(let heading):
            Message(ja: "見出し「\(heading)」の列がありません。列を加えてください", en: "The column “\(heading)” is missing: add it")
        case .namelessCell:
            Message(
                ja: "見出しのない列に値があります。見出しを付けるか値を消してください。文の中の「,」で列が分かれていないかも確かめてください",
                en: "There is a value in a column without a heading: add one, remove the value, or quote a comma in a text")
        case .emptyCell: Message(ja: "値がありません。書いてください", en: "There is no value: write one")
        case .privateUse(let scalar):
            Message(
                ja: "ほかのコンピューターでは見えない文字（外字 U+\(String(scalar, radix: 16, uppercase: true))）があります。別の文字で書いてください",
                en:
                    "There is a character that other computers do not have (U+\(String(scalar, radix: 16, uppercase: true))): replace it"
            )
        case .unknownStatus(let value):
            Message(ja: "状態「\(value)」はありません", en: "The status “\(value)” is unknown")
        case .repeatedTitle(let title, let row):
            Message(
                ja: "題名「\(title)」は\(row)行目と同じです。同じ事例なら行を消し、別の事例なら題名を変えてください",
                en: "The title “\(title)” is that of row \(row): delete the row, or change the title")
        case .takenTitle(let title, let path):
            Message(
                ja: "題名「\(title)」の事例は、もうあります（\(path)）。取り込み済みなら行を消し、別の事例なら題名を変えてください",
                en: "There is a case “\(title)” already (\(path)): delete the row, or change the title")
        }
    }

    private static func english(_ encoding: CSVEncoding) -> String { encoding == .utf8 ? "UTF-8" : "CP932 (Shift_JIS)" }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
