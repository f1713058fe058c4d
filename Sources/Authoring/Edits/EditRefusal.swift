import Basics
import CasebookLoading
import Diagnostics

/// Why an edit cannot be written into a file. Nothing was changed.
public struct EditRefusal: Error, Sendable {
    /// What to do, in one sentence.
    public let message: Message
    /// The part that cannot be written; nil if it is the file.
    public let field: EditField?

    init(ja: String, en: String, field: EditField? = nil) {
        message = Message(ja: ja, en: en)
        self.field = field
    }
}

extension EditRefusal {
    /// The file is not UTF-8.
    static func encoding(_ file: SourceFile) -> EditRefusal {
        let name = SourceDecoder.encodingName(of: file.bytes)
        return EditRefusal(
            ja: "「\(file.path)」は、文字コードが UTF-8 ではない\(name.map { "（\($0.ja)）" } ?? "")ため、このままでは編集できません。先に文字コードを UTF-8 に直してください。",
            en:
                "“\(file.path)” is not UTF-8\(name.map { " (it is \($0.en))" } ?? ""), so it cannot be edited. Convert it to UTF-8 first."
        )
    }

    /// The path is not that of a file of the casebook.
    static func noContent(_ location: String) -> EditRefusal {
        EditRefusal(
            ja: "「\(location)」は、この事例集のファイルではありません。一覧から選び直してください。",
            en: "“\(location)” is no file of this casebook. Choose one from the list.")
    }

    /// A text for a section has a heading that would start another section.
    static func heading(
        _ text: String, line: Int, isUnderlined: Bool, section: String, field: EditField
    ) -> EditRefusal {
        let shown = text.count > 30 ? String(text.prefix(29)) + "…" : text
        return isUnderlined
            ? EditRefusal(
                ja: "「\(section)」の\(line)行目「\(shown)」は、すぐ下の「---」や「===」のために見出しになります。間に空の行を入れるか、小見出しなら「### \(shown)」と書いてください。",
                en:
                    "In “\(section)”, line \(line) (“\(shown)”) becomes a heading because of the line of hyphens or equals signs below it. Put an"
                    + " empty line between them, or write “### \(shown)”.", field: field)
            : EditRefusal(
                ja: "「\(section)」の\(line)行目「\(shown)」は、ここで次の見出しが始まる書き方です。小見出しは「### 」のように「#」を三つにし、見出しでなければ行の先頭に「\\」を付けてください。",
                en:
                    "In “\(section)”, line \(line) (“\(shown)”) would start another section. Begin a smaller heading with “### ”; if it is no"
                    + " heading, write “\\” before it.", field: field)
    }

    /// A text does not end where it should, so that the next heading would become a part of it.
    static func unclosed(_ mark: String, line: Int, section: String, field: EditField) -> EditRefusal {
        let close = mark == "<!--" ? "-->" : mark
        return mark.isEmpty
            ? EditRefusal(
                ja: "「\(section)」の文が終わっていないため、次の見出しが文の一部になります。「<」で始まる行を確かめてください。",
                en:
                    "The text of “\(section)” does not end, so the next heading would become a part of it. Look for lines that start with “<”.",
                field: field)
            : EditRefusal(
                ja: "「\(section)」の\(line)行目の「\(mark)」が閉じていません。終わりに「\(close)」を書いてください。",
                en: "In “\(section)”, “\(mark)” in line \(line) is not closed. Write “\(close)” where it ends.", field: field)
    }

    /// The file would be read differently elsewhere, or the value differently from what was typed.
    static func unclear(_ name: String, field: EditField?) -> EditRefusal {
        EditRefusal(
            ja: "「\(name)」は、ここからは書き換えられません。ファイルの書き方が特別で、ほかのところの意味が変わってしまいます。テキストエディターで直してください。",
            en: "“\(name)” cannot be changed here, because the file is written in an unusual way and other parts would be read"
                + " differently. Change it in a text editor.", field: field)
    }

    /// A text has a character that no file can hold.
    static func nullCharacter(_ name: String, field: EditField) -> EditRefusal {
        EditRefusal(
            ja: "「\(name)」に、文字として扱えない文字（U+0000）があります。取り除いてください。",
            en: "“\(name)” contains a null character (U+0000). Remove it.", field: field)
    }
}

extension SourceDecoder {
    /// The name of the encoding of bytes that are not UTF-8, if it is certain.
    static func encodingName(of bytes: [UInt8]) -> Message? {
        guard let offset = bytes.withUnsafeBufferPointer({ ByteScan($0).invalidOffset }),
            let guess = EncodingGuess(bytes, validUpTo: offset)
        else { return nil }
        return guess == .cp932
            ? Message(ja: "Shift_JIS（ANSI）", en: "CP932 (Shift_JIS)") : Message(ja: guess.rawValue, en: guess.rawValue)
    }
}
