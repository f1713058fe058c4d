/// Writes a table as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended by CR LF.
///
/// A value that starts with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it, so that no spreadsheet takes
/// it for a formula.
public struct CSVWriter: Sendable {
    /// What was written so far: UTF-8.
    public private(set) var bytes: [UInt8]

    /// - Parameter isContinued: Whether this goes on with what another writer began: its bytes follow that one's.
    public init(isContinued: Bool = false) {
        bytes = isContinued ? [] : [0xEF, 0xBB, 0xBF]
    }

    /// Appends a row.
    public mutating func row(_ values: some Sequence<String>) {
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(value)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { text in
            let quote = UInt8(ascii: "\"")
            let isQuoted = text.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
            if isQuoted { bytes.append(quote) }
            if let first = text.first, "=+-@\t\r".utf8.contains(first) { bytes.append(UInt8(ascii: "'")) }
            for byte in text {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            if isQuoted { bytes.append(quote) }
        }
    }
}
