import Diagnostics

/// The file format of a spreadsheet program. Only `.xlsx` can be imported.
public enum SpreadsheetFile: String, Sendable, Hashable, CaseIterable {
    case xlsx, xlsb, xls, ods, numbers

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
                // Which form of Excel's files it is, the content says.
                self = ending == "ods" ? .ods : .xlsx
            }
        } else {
            return nil
        }
    }

    /// Whether a file is one of Excel with a password: a container with the stream `EncryptedPackage`, whose name is in UTF-16.
    static func hasPassword(_ bytes: [UInt8]) -> Bool {
        let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
        return bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) && bytes.firstRange(of: name) != nil
    }

    /// How to save the file in a form that can be read.
    var advice: Message {
        switch self {
        case .xlsx, .xlsb, .xls:
            Message(
                ja: "Excelで開き、「名前を付けて保存」の「ファイルの種類」で「Excel ブック（*.xlsx）」を選んで保存し、そのファイルを指定してください",
                en: "open it in Excel, save it as “Excel Workbook (*.xlsx)”, and import that file")
        case .ods:
            Message(
                ja: "LibreOfficeで開き、「名前を付けて保存」の「ファイルの種類」で「Excel 2007-365 (.xlsx)」を選んで保存し、そのファイルを指定してください",
                en: "open it in LibreOffice, save it as “Excel 2007-365 (.xlsx)”, and import that file")
        case .numbers:
            Message(
                ja: "Numbersで開き、「ファイル」の「書き出す」で「Excel」を選び、できたファイルを指定してください",
                en: "open it in Numbers, export it to Excel, and import that file")
        }
    }
}
