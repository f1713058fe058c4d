import Diagnostics

/// The file format of a spreadsheet program, which cannot be imported.
public enum SpreadsheetFile: String, Sendable, Hashable, CaseIterable {
    case xlsx, xls, ods, numbers

    /// Detects the format from the content, whatever the name says. The name decides only for a zip file with unknown content.
    ///
    /// `nil` for a file that is not a spreadsheet.
    init?(path: String, bytes: [UInt8]) {
        let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[path.index(after: $0)...]).lowercased() }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .xls
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            // The name of the first entry of a zip file is at offset 30.
            let start = String(decoding: bytes.dropFirst(30).prefix(120), as: UTF8.self)
            if start.contains("opendocument.spreadsheet") {
                self = .ods
            } else if start.hasPrefix("Index/") || ending == "numbers" {
                self = .numbers
            } else {
                self = ending.flatMap(Self.init) ?? .xlsx
            }
        } else {
            return nil
        }
    }

    /// How to save the file as CSV.
    var advice: Message {
        switch self {
        case .xlsx, .xls:
            Message(
                ja: "Excelで開き、「名前を付けて保存」の「ファイルの種類」で「CSV UTF-8（コンマ区切り）」を選んで保存し、そのファイルを指定してください",
                en: "open it in Excel, save it as “CSV UTF-8 (Comma delimited)”, and import that file")
        case .ods:
            Message(
                ja: "LibreOfficeで開き、「名前を付けて保存」で「テキストCSV」と文字コード「UTF-8」を選んで保存し、そのファイルを指定してください",
                en: "open it in LibreOffice, save it as “Text CSV” in UTF-8, and import that file")
        case .numbers:
            Message(
                ja: "Numbersで開き、「ファイル」の「書き出す」で「CSV」とテキストエンコーディング「Unicode（UTF-8）」を選び、できたファイルを指定してください",
                en: "open it in Numbers, export it as CSV in Unicode (UTF-8), and import that file")
        }
    }
}
